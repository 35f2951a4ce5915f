/// The mean less a share of how far the children are apart.
#pragma once

#include <array>

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How far apart children are.
enum class spread {
  gini,                ///< Half the mean difference of pairs, so that mean minus spread is Sen's M (1 - G).
  mean_deviation,      ///< The mean distance from the mean.
  standard_deviation,  ///< The root of the mean squared distance from the mean.
};

/// The mean of the children, less a share of how far they are apart.
struct penalised_mean {
  spread by = spread::gini;
  double strength = 1;

  static constexpr method_info info{
      .name = "penalised_mean",
      .title = "Penalised mean",
      .summary = "The mean of the children, less a share of how far they are apart.",
      .formula =
          R"(s = M - k D, \qquad D = \tfrac12 \sum_{i,j} w_i w_j |z_i - z_j|, \quad \sum_j w_j |z_j - M| \quad\text{or}\quad \sqrt{\textstyle\sum_j w_j (z_j - M)^2})",
      .reference =
          "Sen (1976), Real national income, Review of Economic Studies 43(1): M (1 - G); Hicks (1997), The "
          "inequality-adjusted human development index, World Development 25(8); Yager and Rybalov (1997), "
          "Understanding the median as a fusion operator, International Journal of General Systems 26(3): penalties",
      .details =
          "The form with a penalty proportional to a spread; those of Mazziotta and Pareto (mpi, ampi), of Casadio "
          "Tarabusi and Guarini (mean_min) and of the bottleneck (bottleneck_penalty) have their own methods. With "
          "`gini` and strength up to 1, or `mean_deviation` and strength up to 1/2, a better child never lowers the "
          "score; otherwise it can, so that a unit can score below another that is nowhere better: there is no promise "
          "to be `monotone`, and a note of the result says so."};
  static constexpr claim_set claims = claim::idempotent | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("by", &penalised_mean::by, "How spread is measured: gini, mean_deviation or standard_deviation."),
        field("strength", &penalised_mean::strength, "The share k of the spread that is subtracted.").within(0, 10));
  }
  /// The slope of a child j is w_j (1 - k d_j), d_j being at most 1 for gini (twice the weight of the children below,
  /// less 1, and less), 2 for mean_deviation, and without bound for standard_deviation where its weight is small.
  [[nodiscard]] bool breaks_dominance() const {
    return strength > (by == spread::gini ? 1.0 : by == spread::mean_deviation ? 0.5 : 0.0);
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    const row::statistics of(z, w);
    return of.mean - strength * distance(z, w, of);
  }

  friend bool operator==(const penalised_mean&, const penalised_mean&) = default;

 private:
  [[nodiscard]] double distance(column_view z, column_view w, const row::statistics& of) const {
    if (by == spread::standard_deviation) return std::sqrt(of.variance);
    double total = 0;
    double sum = 0;
    for (const double weight : w) total += weight;
    if (by == spread::mean_deviation) {
      for (std::size_t j = 0; j < z.size(); ++j)
        if (w[j] != 0.0) sum += w[j] / total * std::abs(z[j] - of.mean);
      return sum;
    }
    double before = 0;  // weight of the children below; each pair once, from the sorted children
    double sum_before = 0;
    row::for_each_sorted(z, w, false, [&](double child, double weight) {
      sum += weight / total * (before * (child - of.lowest) - sum_before);
      before += weight / total;
      sum_before += weight / total * (child - of.lowest);
    });
    return sum;
  }
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::spread> {
  static constexpr auto names = std::to_array<std::string_view>({"gini", "mean_deviation", "standard_deviation"});
};
}  // namespace describe
QUINDEX_END
