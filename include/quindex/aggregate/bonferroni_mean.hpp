/// The Bonferroni mean: children count in pairs.
#pragma once

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A mean over pairs of children, so that each counts as far as the others support it.
struct bonferroni_mean {
  double p = 1;
  double q = 1;

  static constexpr method_info info{
      .name = "bonferroni_mean",
      .title = "Bonferroni mean (BonMean)",
      .summary = "A mean over pairs of children, so that each counts as far as the others support it.",
      .formula = R"(s = \Big( \sum_i w_i z_i^p \sum_{j \ne i} \frac{w_j}{1 - w_i} z_j^q \Big)^{1/(p+q)})",
      .reference =
          "Bonferroni (1950), Sulle medie multiple di potenze, Bollettino dell'Unione Matematica Italiana 5; Yager "
          "(2009), On generalized Bonferroni mean operators for multi-criteria aggregation, International Journal of "
          "Approximate Reasoning 50(8); Zhou and He (2012), Applied Soft Computing 12(9): the weighted form",
      .details =
          "With equal weights the sum over ordered pairs of different children divided by m (m - 1), which is "
          "Bonferroni's. p = q = 1 lets a child of 0 take what the others would earn with it; q = 0 is the power mean "
          "of exponent p. A single child is its own mean. Scores below 0 are refused."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(field("p", &bonferroni_mean::p, "The power of the first child of a pair.").within(0, 10),
                     field("q", &bonferroni_mean::q, "The power of the second child of a pair.").within(0, 10));
  }
  void check(const path& where) const {
    if (p + q == 0) throw spec_error({where.text(), "p and q are both 0", "one of them has to be above 0"});
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const {
    const row::statistics of(z, w);
    if (of.n == 1 || of.variance == 0) return of.mean;
    double total = 0;
    for (const double weight : w) total += weight;
    constexpr std::size_t few = 64;  // children whose powers find place without an allocation
    double near_by[few];
    std::vector<double> more(z.size() > few ? z.size() : 0);
    double* second = z.size() > few ? more.data() : near_by;
    for (std::size_t j = 0; j < z.size(); ++j) second[j] = w[j] == 0.0 ? 0.0 : w[j] * numeric::pow(z[j], q);
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (w[i] == 0.0) continue;
      double others = 0;
      double weight = 0;
      for (std::size_t j = 0; j < z.size(); ++j) {
        if (j == i) continue;
        weight += w[j];
        others += second[j];
      }
      sum += w[i] / total * numeric::pow(z[i], p) * (others / weight);
    }
    return numeric::pow(sum, 1 / (p + q));
  }

  friend bool operator==(const bonferroni_mean&, const bonferroni_mean&) = default;
};

}  // namespace aggregate
QUINDEX_END
