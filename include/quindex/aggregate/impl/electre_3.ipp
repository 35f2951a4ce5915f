/// Bodies of aggregate/electre_3.hpp.
#pragma once

#include "quindex/aggregate/electre_3.hpp"

QUINDEX_BEGIN
namespace aggregate {

namespace detail {

/// Picks the best (or worst) of the units that remain, at ever lower credibilities.
struct distillation {
  const std::vector<double>& credibility;
  std::size_t n;
  double intercept, slope;
  static constexpr double slack = 1e-12;  // credibilities are rounded sums of weights

  [[nodiscard]] double of(std::size_t a, std::size_t b) const { return credibility[a * n + b]; }
  [[nodiscard]] double threshold(double level) const { return intercept + slope * level; }

  /// The highest credibility among the units, of those below a bound; 0 if there is none.
  [[nodiscard]] double highest(const std::vector<std::size_t>& among, double below) const {
    double out = 0;
    for (const std::size_t a : among)
      for (const std::size_t b : among)
        if (a != b && of(a, b) < below) out = std::max(out, of(a, b));
    return out;
  }
  /// Does a outrank b at a level of credibility, and clearly more than b does a?
  [[nodiscard]] bool outranks(std::size_t a, std::size_t b, double level) const {
    return of(a, b) > level + slack && of(a, b) - of(b, a) > threshold(of(a, b)) + slack;
  }
  /// Of `among`, those that outrank the most others less those that outrank them, or the least.
  [[nodiscard]] std::vector<std::size_t> extreme(const std::vector<std::size_t>& among, double level, bool best) const {
    std::vector<int> qualification(among.size(), 0);
    for (std::size_t k = 0; k < among.size(); ++k)
      for (std::size_t l = 0; l < k; ++l) {
        const int balance =
            (outranks(among[k], among[l], level) ? 1 : 0) - (outranks(among[l], among[k], level) ? 1 : 0);
        qualification[k] += balance;
        qualification[l] -= balance;
      }
    const auto [least, most] = std::minmax_element(qualification.begin(), qualification.end());
    const int wanted = best ? *most : *least;
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < among.size(); ++k)
      if (qualification[k] == wanted) out.push_back(among[k]);
    return out;
  }
  /// The next units to be taken out of those that remain.
  [[nodiscard]] std::vector<std::size_t> next(const std::vector<std::size_t>& remaining, bool best) const {
    std::vector<std::size_t> chosen = remaining;
    double level = highest(remaining, 2);
    do {
      level = highest(chosen, level - threshold(level) - slack);
      chosen = extreme(chosen, level, best);
    } while (chosen.size() > 1 && level > 0);
    return chosen;
  }
  /// The place at which each unit is taken out, from 1.
  [[nodiscard]] std::vector<double> places(bool best) const {
    std::vector<std::size_t> remaining(n);
    for (std::size_t i = 0; i < n; ++i) remaining[i] = i;
    std::vector<double> out(n, 0.0);
    for (double place = 1; !remaining.empty(); ++place) {
      for (const std::size_t i : next(remaining, best)) out[i] = place;
      std::erase_if(remaining, [&](std::size_t i) { return out[i] != 0; });
    }
    return out;
  }
};

}  // namespace detail

QUINDEX_INLINE std::vector<double> electre_3::credibility(const alternatives& all) const {
  const credibility_criteria criteria = credibility_parameters<electre_3>::criteria(*this, all);
  return credibilities(criteria.columns, criteria.columns, criteria);
}

QUINDEX_INLINE electre_3::rankings electre_3::of(const alternatives& all) const {
  const std::vector<double> matrix = credibility(all);
  const detail::distillation distil{matrix, all.size(), discrimination, discrimination_slope};
  rankings out{distil.places(true), distil.places(false)};
  if (all.size() == 0) return out;
  const double last = *std::max_element(out.ascending.begin(), out.ascending.end());
  for (double& place : out.ascending) place = 1 + last - place;
  return out;
}

QUINDEX_INLINE std::vector<double> electre_3::scores(const alternatives& all) const {
  const double n = static_cast<double>(all.size());
  std::vector<double> out(all.size(), 1.0);
  const rankings ranks = of(all);
  if (out.size() < 2) return out;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = (n - 0.5 * (ranks.descending[i] + ranks.ascending[i])) / (n - 1);
  return out;
}

QUINDEX_INLINE std::vector<measure> electre_3::measures(const alternatives& all) const {
  rankings ranks = of(all);
  std::vector<double> mean(all.size());
  for (std::size_t i = 0; i < mean.size(); ++i) mean[i] = 0.5 * (ranks.descending[i] + ranks.ascending[i]);
  return {{"descending_rank", std::move(ranks.descending)},
          {"ascending_rank", std::move(ranks.ascending)},
          {"mean_rank", std::move(mean)}};
}

}  // namespace aggregate
QUINDEX_END
