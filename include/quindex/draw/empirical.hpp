/// One of the values that were seen.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/draw/concept.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace draw {

/// One of the values that were seen, each with its probability.
struct empirical {
  std::vector<double> values{0, 1};
  std::vector<double> probabilities{};

  static constexpr method_info info{
      .name = "empirical",
      .title = "Empirical distribution",
      .summary = "One of the values that were seen, each with its probability.",
      .formula = R"(F^{-1}(u) = \min\{x_k : p_1 + \dots + p_k \ge u\})",
      .reference = "Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 4",
      .details =
          "Values ascend, and may stand there several times; nothing is drawn between them. Without probabilities all "
          "are equally likely, so that a sample can be given as it is, sorted."};

  static constexpr auto fields() {
    return fields_of(
        field("values", &empirical::values, "The values, ascending."),
        field("probabilities", &empirical::probabilities, "Of each value, summing to 1; empty for equal ones.")
            .within(0, 1));
  }
  void check(const path& where) const {
    if (values.empty()) throw spec_error({(where / "values").text(), "there are no values", "give one or more"});
    if (const auto at = std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return a > b; });
        at != values.end())
      throw spec_error({(where / "values").text(), number_text(at[0]) + " stands before " + number_text(at[1]),
                        "sort the values, the lowest first"});
    if (probabilities.empty()) return;
    if (probabilities.size() != values.size())
      throw spec_error(
          {(where / "probabilities").text(),
           "there are " + std::to_string(probabilities.size()) + " for " + std::to_string(values.size()) + " values",
           "give one for each value, or none"});
    constexpr double rounding = 1e-9;
    if (const double total = numeric::sum(probabilities); !(std::abs(total - 1) <= rounding))
      throw spec_error(
          {(where / "probabilities").text(), "they sum to " + number_text(total), "probabilities sum to 1"});
  }
  [[nodiscard]] double quantile(double u) const {
    const std::size_t n = values.size();
    if (probabilities.empty()) {
      const double rank = std::ceil(u * static_cast<double>(n));
      return values[std::min(static_cast<std::size_t>(std::max(rank, 1.0)), n) - 1];
    }
    double before = 0;
    std::size_t last = 0;  // of those with a probability at all, for what rounding leaves at the end
    for (std::size_t k = 0; k < n; ++k) {
      if (probabilities[k] > 0) last = k;
      before += probabilities[k];
      if (probabilities[k] > 0 && u <= before) return values[k];
    }
    return values[last];
  }

  friend bool operator==(const empirical&, const empirical&) = default;
};

}  // namespace draw
QUINDEX_END
