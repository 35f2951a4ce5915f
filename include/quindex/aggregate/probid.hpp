/// PROBID: distances from every ideal, from the most positive to the most negative, and from the mean.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Distances from a row of ideals, the best values first, then the second best, and so on, and from the mean.
struct probid {
  bool simple = false;

  static constexpr method_info info{
      .name = "probid",
      .title = "PROBID",
      .summary =
          "Distances from a row of ideals, the best values first, then the second best, and so on, and from the mean.",
      .formula =
          R"(s_i = \frac{1}{1 + (S_i^+ / S_i^-)^2} + \bar S_i, \quad S_i^+ = \sum_{k \le (n+1)/2} \frac{S_{ik}}{k}, \quad S_i^- = \sum_{k > n/2} \frac{S_{ik}}{n - k + 1}, \quad S_{ik} = \Big\| w_j \Big( \frac{x_{ij}}{\lVert x_j \rVert} - A_{kj} \Big) \Big\|)",
      .reference =
          "Wang, Rangaiah and Wang (2021), Preference ranking on the basis of ideal-average distance method for "
          "multi-criteria decision-making, Industrial and Engineering Chemistry Research 60(30)",
      .details =
          "The k-th ideal has the k-th best value of every criterion. A unit far from the mean scores higher, also "
          "where it is far on the bad side: PROBID can rank a unit below one that it dominates. `simple` is the "
          "paper's sPROBID: only the first and the last quarter of ideals (at least one) and no mean; its performance "
          "is S-/S+, a measure, and the score S-/(S+ + S-), which ranks alike and exists for a unit at the ideal, "
          "too. Takes n² m steps."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("simple", &probid::simple, "Whether only the quarters at both ends count (sPROBID)."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const distances of(all, simple);
    std::vector<double> out(all.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double power = simple ? 1 : 2;
      const double up = power == 1 ? of.negative[i] : of.negative[i] * of.negative[i];
      const double down = power == 1 ? of.positive[i] : of.positive[i] * of.positive[i];
      out[i] = (up + down == 0 ? 0.5 : up / (up + down)) + (simple ? 0 : of.mean[i]);
    }
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    distances of(all, simple);
    std::vector<double> ratio(all.size());
    for (std::size_t i = 0; i < ratio.size(); ++i)
      ratio[i] = of.positive[i] != 0 ? of.negative[i] / of.positive[i] : of.negative[i] == 0 ? 1 : missing_value;
    return {{"positive", std::move(of.positive)},
            {"negative", std::move(of.negative)},
            {simple ? "performance" : "ratio", std::move(ratio)},
            {"from_mean", std::move(of.mean)}};
  }

  friend bool operator==(const probid&, const probid&) = default;

 private:
  struct distances {
    std::vector<double> positive, negative, mean;
    distances(const alternatives& all, bool simple);
  };
};

inline probid::distances::distances(const alternatives& all, bool simple)
    : positive(all.size(), 0.0), negative(all.size(), 0.0), mean(all.size(), 0.0) {
  const std::size_t n = all.size();
  const std::size_t m = all.columns.size();
  std::vector<std::vector<double>> v(m);
  std::vector<std::vector<double>> ideals(m);
  for (std::size_t j = 0; j < m; ++j) {
    const double length = criterion::length(all.columns[j]);
    v[j].resize(n);
    for (std::size_t i = 0; i < n; ++i) v[j][i] = all.weights[j] * criterion::over(all.columns[j][i], length);
    ideals[j] = v[j];
    std::sort(ideals[j].begin(), ideals[j].end());
    if (all.better_when_high[j]) std::reverse(ideals[j].begin(), ideals[j].end());
  }
  std::vector<double> squares(n);
  const auto square_up = [&](auto&& ideal) {
    std::fill(squares.begin(), squares.end(), 0.0);
    for (std::size_t j = 0; j < m; ++j)
      for (std::size_t i = 0; i < n; ++i) squares[i] += (v[j][i] - ideal(j)) * (v[j][i] - ideal(j));
  };
  const std::size_t reach = simple ? std::max<std::size_t>(1, n / 4) : (n + 1) / 2;
  for (std::size_t k = 0; k < n; ++k) {
    if (k >= reach && n - k > reach) continue;
    square_up([&](std::size_t j) { return ideals[j][k]; });
    for (std::size_t i = 0; i < n; ++i) {
      const double distance = std::sqrt(squares[i]);
      if (k < reach) positive[i] += distance / static_cast<double>(k + 1);
      if (n - k <= reach) negative[i] += distance / static_cast<double>(n - k);
    }
  }
  std::vector<double> means(m);
  for (std::size_t j = 0; j < m; ++j) means[j] = numeric::mean(v[j]);
  square_up([&](std::size_t j) { return means[j]; });
  for (std::size_t i = 0; i < n; ++i) mean[i] = std::sqrt(squares[i]);
}

}  // namespace aggregate
QUINDEX_END
