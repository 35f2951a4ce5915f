/// Which way things went, whatever by how much: one answer of a balance of opinions.
#pragma once

#include "quindex/normalise/steps.hpp"

QUINDEX_BEGIN
namespace normalise {

/// high for a change for the better, -high for one for the worse, 0 for none.
struct balance_of_opinions {
  double threshold = 0;
  double high = 100;

  static constexpr method_info info{
      .name = "balance_of_opinions",
      .title = "Balance of opinions",
      .summary = "high for a change for the better, -high for one for the worse, 0 for none.",
      .formula =
          R"(z_e = h\,\operatorname{sgn}(x_e^t - x_e^{t-1}), \qquad \text{balance} = \frac{1}{N} \sum_{e=1}^{N} z_e)",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, part 1, table 3; OECD (2003), Business "
          "Tendency Surveys: A Handbook",
      .details =
          "Values are changes: an answer of 1 for better, 0 for the same and -1 for worse, or the difference from the "
          "period before (of a panel: `changes(panel)`). One column for each expert or question, in a group with "
          "arithmetic_mean: the group's score is the balance, the share of those who see an improvement less the share "
          "of those who do not, between -high and high. Answers in five steps go through categorical_scale with 100, "
          "50, 0, -50 and -100."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("threshold", &balance_of_opinions::threshold, "Changes of no more than this are none.").at_least(0),
        field("high", &balance_of_opinions::high, "h, the score of a change for the better.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 0; }
  /// Throws spec_error for an indicator with an optimum: a change has none.
  [[nodiscard]] any_map fit(const column& x) const {
    if (x.best)
      throw spec_error({x.where(), "balance_of_opinions looks at changes, the indicator has an optimum",
                        "say whether a rise is better ('high') or worse ('low')"});
    return three_steps(-threshold, threshold, high, x.better_when_high);
  }

  friend bool operator==(const balance_of_opinions&, const balance_of_opinions&) = default;
};

}  // namespace normalise
QUINDEX_END
