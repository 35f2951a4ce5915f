/// COPRAS: what benefits earn, and what costs leave, in proportion.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/aggregate/raw_scale.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The share of benefits a unit has, plus one that falls with its share of costs, relative to the best unit.
struct copras {
  static constexpr method_info info{
      .name = "copras",
      .title = "COPRAS",
      .summary =
          "The share of benefits a unit has, plus one that falls with its share of costs, relative to the best unit.",
      .formula =
          R"(s_i = \frac{Q_i}{\max_k Q_k}, \qquad Q_i = S_i^+ + \frac{\sum_k S_k^-}{S_i^- \sum_k 1/S_k^-}, \quad S_i^\pm = \sum_{j \in \pm} w_j \frac{x_{ij}}{\sum_k x_{kj}})",
      .reference =
          "Zavadskas, Kaklauskas and Sarka (1994), The new method of multicriteria complex proportional assessment "
          "of projects, Technological and Economic Development of Economy 1(3)",
      .details =
          "The score is the paper's utility degree N as a share of 1. Measures: S+ (benefits), S- (costs) and Q. "
          "Needs values of 0 or more, and above 0 where low is better, since it divides by these. Without costs Q is "
          "S+. Some programs return S+ + S-, which rewards costs; this one does not."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = of(all).q;
    const double best = numeric::range(out).high;
    for (double& q : out) q = q == best ? 1.0 : q / best;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    sums found = of(all);
    return {{"S_plus", std::move(found.plus)}, {"S_minus", std::move(found.minus)}, {"Q", std::move(found.q)}};
  }

  friend bool operator==(const copras&, const copras&) = default;

 private:
  struct sums {
    std::vector<double> plus, minus, q;
  };
  [[nodiscard]] static sums of(const alternatives& all) {
    criterion::need_ratios(all, info.name);
    const std::size_t n = all.size();
    sums out{std::vector<double>(n), std::vector<double>(n), {}};
    bool has_costs = false;
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const std::vector<double> share = raw::shares(all.columns[j]);
      std::vector<double>& side = all.better_when_high[j] ? out.plus : out.minus;
      has_costs = has_costs || !all.better_when_high[j];
      for (std::size_t i = 0; i < n; ++i) side[i] += all.weights[j] * share[i];
    }
    out.q = out.plus;
    if (!has_costs) return out;
    std::vector<double> reciprocals = out.minus;
    for (double& x : reciprocals) x = 1 / x;
    const double by = numeric::sum(out.minus) / numeric::sum(reciprocals);
    for (std::size_t i = 0; i < n; ++i) out.q[i] += by * reciprocals[i];
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
