/// Weights by regression on an outcome.
#pragma once

#include <string>
#include <vector>

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as it counts in a linear regression of an outcome on all children.
struct regression {
  std::string child{};
  std::vector<double> outcome{};
  bool standardised = false;
  bool non_negative = false;

  static constexpr method_info info{
      .name = "regression",
      .title = "Regression weights",
      .summary = "A child weighs as much as it counts in a linear regression of an outcome on all children.",
      .formula =
          R"(w_j \propto b_j \ (\text{or } b_j s_j), \qquad b = \arg\min_b \sum_i \Big(y_i - a - \sum_j b_j z_{ij}\Big)^2)",
      .reference =
          "Greco, Ishizaka, Tasiou and Torrisi (2019), On the methodological framework of composite indices, Social "
          "Indicators Research 141(1); Lawson and Hanson (1974), Solving Least Squares Problems, chapter 23",
      .details =
          "回归法. The outcome is a child of the group, which then weighs 0 itself (other groups are weighed "
          "equally), or numbers given here, one for each unit in the table's order. Units with a missing score are "
          "left out. A negative coefficient is an error that names the child, unless non_negative asks for the best "
          "coefficients of 0 or more. Collinear children are an error: their coefficients are open. A child that is "
          "the same for every unit weighs 0. Standardised coefficients say how much a child counts within the spread "
          "it has; the others are those to weigh scores with."};

  static constexpr auto fields() {
    return fields_of(field("child", &regression::child, "The code of the child that is the outcome."),
                     field("outcome", &regression::outcome, "The outcome's numbers, one for each unit."),
                     field("standardised", &regression::standardised,
                           "Whether coefficients count per standard deviation of the child."),
                     field("non_negative", &regression::non_negative, "Whether coefficients are kept at 0 or more."));
  }
  /// Throws spec_error when there are two outcomes.
  void check(const path& where) const;
  /// Throws spec_error when there is no outcome, or one of another length.
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const regression&, const regression&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/regression.ipp"
#endif
