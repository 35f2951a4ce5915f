/// Bodies of aggregate/fuzzy_grades.hpp.
#pragma once

#include "quindex/aggregate/fuzzy_grades.hpp"

QUINDEX_BEGIN
namespace aggregate::fuzzy {
namespace detail {

/// Throws unless the thresholds all rise or all fall.
inline void check_one_way(const std::vector<double>& thresholds, const std::string& where) {
  for (std::size_t l = 1; l < thresholds.size(); ++l) {
    const bool rises = thresholds[1] > thresholds[0];
    if (rises ? thresholds[l] > thresholds[l - 1] : thresholds[l] < thresholds[l - 1]) continue;
    throw spec_error({where, number_text(thresholds[l - 1]) + " is followed by " + number_text(thresholds[l]),
                      "thresholds go one way, from the worst grade to the best"});
  }
}

/// Where a value lies among thresholds: the lower of two grades, and how far it is towards the next.
struct grade_place {
  std::size_t lower;
  double towards_next;

  grade_place(const std::vector<double>& thresholds, double x) : lower(0), towards_next(0) {
    const double way = thresholds.back() < thresholds.front() ? -1 : 1;
    while (lower + 1 < thresholds.size() && way * (x - thresholds[lower + 1]) >= 0) ++lower;
    if (lower + 1 == thresholds.size() || way * (x - thresholds[lower]) <= 0) return;
    towards_next = (x - thresholds[lower]) / (thresholds[lower + 1] - thresholds[lower]);
  }
};

}  // namespace detail

QUINDEX_INLINE void check_grades(const std::vector<double>& grades, const thresholds_by_code& thresholds,
                                 const path& where) {
  if (grades.size() < 2)
    throw spec_error({(where / "grades").text(), "there are " + std::to_string(grades.size()), "give two or more"});
  for (std::size_t l = 1; l < grades.size(); ++l)
    if (!(grades[l] > grades[l - 1]))
      throw spec_error({(where / "grades").text(),
                        number_text(grades[l]) + " is not above " + number_text(grades[l - 1]),
                        "give the worst grade first"});
  for (const auto& entry : thresholds) {
    const std::string place = (where / "thresholds" / entry.first).text();
    if (entry.second.size() != grades.size())
      throw spec_error({place,
                        "there are " + std::to_string(entry.second.size()) + " thresholds for " +
                            std::to_string(grades.size()) + " grades",
                        "give one for each"});
    detail::check_one_way(entry.second, place);
  }
}

QUINDEX_INLINE double composed(operators by, double before, double weight, double membership) {
  switch (by) {
    case operators::product_sum:
      return before + weight * membership;
    case operators::minimum_maximum:
      return std::max(before, std::min(weight, membership));
    case operators::product_maximum:
      return std::max(before, weight * membership);
    case operators::minimum_sum:
      return std::min(1.0, before + std::min(weight, membership));
  }
  return missing_value;
}

QUINDEX_INLINE std::vector<std::vector<double>> memberships(const std::vector<double>& grades,
                                                            const thresholds_by_code& thresholds, operators by,
                                                            const alternatives& all) {
  check_grades(grades, thresholds, path(all.where));
  criterion::check_codes(thresholds, all, "thresholds");
  const std::size_t k = grades.size();
  std::vector<std::vector<double>> out(k, std::vector<double>(all.size(), 0.0));
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    std::vector<double> at(k);
    for (std::size_t l = 0; l < k; ++l) at[l] = static_cast<double>(l) / static_cast<double>(k - 1);
    const std::vector<double>* given = criterion::given_for(thresholds, all.criteria[j]);
    if (given != nullptr && all.better_when_high[j] != (given->back() > given->front()))
      throw spec_error({all.where + ".thresholds." + all.criteria[j],
                        std::string("they ") + (all.better_when_high[j] ? "fall" : "rise") + " although " +
                            (all.better_when_high[j] ? "high" : "low") + " is good",
                        "give them from the worst grade to the best"});
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double x = all.columns[j][i];
      const detail::grade_place place =
          given != nullptr ? detail::grade_place(*given, x) : detail::grade_place(at, reach.share(x));
      for (std::size_t l = 0; l < k; ++l) {
        const double mu = l == place.lower ? 1 - place.towards_next : l == place.lower + 1 ? place.towards_next : 0.0;
        out[l][i] = composed(by, out[l][i], all.weights[j], mu);
      }
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    double total = 0;
    for (std::size_t l = 0; l < k; ++l) total += out[l][i];
    for (std::size_t l = 0; l < k; ++l) out[l][i] /= total;
  }
  return out;
}

QUINDEX_INLINE std::vector<double> mean_grades(const std::vector<double>& grades,
                                               const std::vector<std::vector<double>>& b) {
  std::vector<double> out(b[0].size(), 0.0);
  for (std::size_t l = 0; l < grades.size(); ++l)
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[l][i] * grades[l];
  return out;
}

QUINDEX_INLINE std::vector<measure> grade_measures(std::vector<std::vector<double>> b) {
  std::vector<double> best(b[0].size(), 1.0);
  for (std::size_t i = 0; i < best.size(); ++i)
    for (std::size_t l = 1; l < b.size(); ++l)
      if (b[l][i] > b[static_cast<std::size_t>(best[i]) - 1][i]) best[i] = static_cast<double>(l + 1);
  std::vector<measure> out{{"grade", std::move(best)}};
  for (std::size_t l = 0; l < b.size(); ++l) out.push_back({"grade_" + std::to_string(l + 1), std::move(b[l])});
  return out;
}

}  // namespace aggregate::fuzzy
QUINDEX_END
