/// Bodies of aggregate/comet.hpp.
#pragma once

#include "quindex/aggregate/comet.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE void comet::check(const path& where) const {
  for (const auto& entry : characteristic_values) {
    const std::string place = (where / "characteristic_values" / entry.first).text();
    if (entry.second.empty()) throw spec_error({place, "there are none", "give at least one"});
    for (std::size_t v = 1; v < entry.second.size(); ++v)
      if (!(entry.second[v] > entry.second[v - 1]))
        throw spec_error({place, number_text(entry.second[v]) + " is not above " + number_text(entry.second[v - 1]),
                          "give them rising, each once"});
  }
  for (std::size_t o = 0; o < judgements.size(); ++o) {
    const std::string row = std::to_string(o);
    if (judgements[o].size() != judgements.size())
      throw spec_error({(where / "judgements" / row).text(),
                        "it has " + std::to_string(judgements[o].size()) + " numbers for " +
                            std::to_string(judgements.size()) + " objects",
                        "the matrix has as many columns as rows"});
    for (std::size_t q = 0; q < o; ++q)
      if (judgements[o][q] + judgements[q][o] != 1)
        throw spec_error({(where / "judgements" / row).text(),
                          "against object " + std::to_string(q) + " it is " + number_text(judgements[o][q]) +
                              ", the other way round " + number_text(judgements[q][o]),
                          "the two of a pair sum to 1"});
  }
}

namespace detail {

/// The grid of characteristic objects and the preference of each.
class characteristic_objects {
 public:
  characteristic_objects(const comet& method, const alternatives& all) : where_(all.where) {
    criterion::check_codes(method.characteristic_values, all, "characteristic_values");
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      if (const auto* given = criterion::given_for(method.characteristic_values, all.criteria[j])) {
        values_.push_back(*given);
      } else {
        const criterion::ends reach = criterion::ends_of(all, j);
        const double middle = numeric::mean(all.columns[j]);
        values_.push_back({reach.low()});
        if (middle > reach.low() && middle < reach.high()) values_.back().push_back(middle);
        if (!reach.is_constant()) values_.back().push_back(reach.high());
      }
      count_ *= values_.back().size();
      if (count_ > most)
        throw spec_error({where_,
                          "comet makes more than " + std::to_string(most) + " characteristic objects of " +
                              std::to_string(all.columns.size()) + " criteria",
                          "give fewer characteristic values, or split the group"});
    }
    prefer(method.judgements.empty() ? weighted_sums(all) : sums(method.judgements));
  }

  /// What the rules say about unit i.
  [[nodiscard]] double score(const alternatives& all, std::size_t i) {
    corners_.assign(1, {0, 1.0});
    for (std::size_t j = 0; j < values_.size(); ++j) {
      const std::vector<double>& grid = values_[j];
      const double x = all.columns[j][i];
      if (x < grid.front() || x > grid.back())
        throw data_error({all.place(i, j), number_text(x) + " is outside the characteristic values of comet",
                          "they go from " + number_text(grid.front()) + " to " + number_text(grid.back())});
      std::size_t below = 0;
      while (below + 2 < grid.size() && x >= grid[below + 1]) ++below;
      const double above = grid.size() == 1 ? 0.0 : (x - grid[below]) / (grid[below + 1] - grid[below]);
      const std::size_t before = corners_.size();
      for (std::size_t c = 0; c < before; ++c) {
        const auto [object, membership] = corners_[c];
        corners_[c] = {object * grid.size() + below, membership * (1 - above)};
        if (above > 0) corners_.push_back({object * grid.size() + below + 1, membership * above});
      }
    }
    double out = 0;
    for (const auto& corner : corners_) out += corner.second * preference_[corner.first];
    return out;
  }

 private:
  static constexpr std::size_t most = std::size_t{1} << 20;

  /// The expert's opinion where none is given.
  [[nodiscard]] std::vector<double> weighted_sums(const alternatives& all) const {
    std::vector<double> out(count_, 0.0);
    std::size_t repeat = count_;
    for (std::size_t j = 0; j < values_.size(); ++j) {
      const std::vector<double>& grid = values_[j];
      const criterion::ends reach = all.better_when_high[j] ? criterion::ends{grid.front(), grid.back()}
                                                            : criterion::ends{grid.back(), grid.front()};
      repeat /= grid.size();
      for (std::size_t o = 0; o < count_; ++o) out[o] += all.weights[j] * reach.share(grid[o / repeat % grid.size()]);
    }
    return out;
  }
  [[nodiscard]] std::vector<double> sums(const std::vector<std::vector<double>>& judgements) const {
    if (judgements.size() != count_)
      throw spec_error({where_ + ".judgements",
                        "there are " + std::to_string(judgements.size()) + " rows for " + std::to_string(count_) +
                            " characteristic objects",
                        "give one for every combination of characteristic values, those of the last criterion changing "
                        "fastest"});
    std::vector<double> out(count_);
    for (std::size_t o = 0; o < count_; ++o) out[o] = numeric::sum(judgements[o]);
    return out;
  }
  /// Spreads the different opinions evenly over [0, 1]; those within 1e-9 are the same.
  void prefer(const std::vector<double>& opinion) {
    constexpr double same = 1e-9;
    preference_.assign(count_, 0.0);
    const std::vector<std::size_t> order = numeric::order(opinion);
    std::size_t level = 0;
    for (std::size_t k = 0; k < count_; ++k) {
      if (k > 0 && opinion[order[k]] - opinion[order[k - 1]] > same) ++level;
      preference_[order[k]] = static_cast<double>(level);
    }
    for (double& p : preference_) p = level == 0 ? 1.0 : p / static_cast<double>(level);
  }

  std::string where_;
  std::vector<std::vector<double>> values_;
  std::size_t count_ = 1;
  std::vector<double> preference_;
  std::vector<std::pair<std::size_t, double>> corners_;  // objects around a unit and its membership in each
};

}  // namespace detail

QUINDEX_INLINE std::vector<double> comet::scores(const alternatives& all) const {
  check(path(all.where));
  detail::characteristic_objects grid(*this, all);
  std::vector<double> out(all.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = grid.score(all, i);
  return out;
}

}  // namespace aggregate
QUINDEX_END
