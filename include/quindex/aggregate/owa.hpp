/// The ordered weighted average, for children as important as each other or not.
#pragma once

#include <optional>
#include <vector>

#include "quindex/aggregate/row_statistics.hpp"
#include "quindex/base/text.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A mean whose weights belong to places: so much for the highest child, so much for the second highest, and so on.
struct owa {
  std::vector<double> ordered_weights{};
  std::optional<double> orness{};
  double exponent = 2;

  static constexpr method_info info{
      .name = "owa",
      .title = "Ordered weighted average",
      .summary =
          "A mean whose weights belong to places: so much for the highest child, so much for the second highest, and "
          "so on.",
      .formula =
          R"(s = \sum_k \big(Q(S_k) - Q(S_{k-1})\big) z_{(k)}, \quad S_k = \sum_{h \le k} w_{(h)}, \quad z_{(1)} \ge z_{(2)} \ge \dots)",
      .reference =
          "Yager (1988), On ordered weighted averaging aggregation operators in multicriteria decisionmaking, IEEE "
          "Transactions on Systems, Man and Cybernetics 18(1); Yager (1996), Quantifier guided aggregation, "
          "International Journal of Intelligent Systems 11(1); Torra (1997), The weighted OWA operator, International "
          "Journal of Intelligent Systems 12(2)",
      .details =
          "Three ways to say what places are worth. `ordered_weights`: one per child, the highest child first; they "
          "are divided by their sum. `orness` from just above 0 (the lowest child decides) over 0.5 (the mean) to 1 "
          "(the highest decides): Q(r) = r^a with a = 1/orness - 1. Otherwise `exponent` is that a: 2 reads 'most', "
          "1 is the arithmetic mean, 0 the maximum. The children's own weights are kept: Torra's WOWA lets a child "
          "take as much room in Q as it has weight; equal weights give Yager's OWA."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("ordered_weights", &owa::ordered_weights,
              "Weights of the places, the highest child first; empty for the quantifier r^a.")
            .at_least(0),
        field("orness", &owa::orness, "How near to the highest child, in (0, 1]; sets the exponent to 1/orness - 1.")
            .within(0.001, 1),
        field("exponent", &owa::exponent, "The power a of the quantifier; higher is nearer to the lowest child.")
            .within(0, 1000));
  }
  void check(const path& where) const {
    if (ordered_weights.empty()) return;
    if (orness)
      throw spec_error({(where / "orness").text(), "is given together with ordered_weights", "give one of them"});
    if (!(total() > 0))
      throw spec_error({(where / "ordered_weights").text(), "they sum to " + number_text(total()),
                        "at least one has to be above 0"});
  }
  void check_children(std::size_t n, const std::string& where) const {
    if (!ordered_weights.empty() && ordered_weights.size() != n)
      throw spec_error({where,
                        "owa has " + std::to_string(ordered_weights.size()) + " ordered weights for " +
                            std::to_string(n) + (n == 1 ? " child" : " children"),
                        "give one for each"});
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double all = 0;
    for (const double weight : w) all += weight;
    double seen = 0;
    double below = 0;
    double out = 0;
    const double whole = quantifier(1);
    row::for_each_sorted(z, w, true, [&](double child, double weight) {
      seen += weight;
      const double up_to = quantifier(seen >= all ? 1 : seen / all);
      out += (up_to - below) / whole * child;
      below = up_to;
    });
    return out;
  }

  friend bool operator==(const owa&, const owa&) = default;

 private:
  [[nodiscard]] double total() const {
    double sum = 0;
    for (const double weight : ordered_weights) sum += weight;
    return sum;
  }
  /// How much the children in the first share `r` of all weight are worth together, not yet divided by Q(1).
  [[nodiscard]] double quantifier(double r) const {
    if (ordered_weights.empty()) return r <= 0 ? 0 : r >= 1 ? 1 : numeric::pow(r, orness ? 1 / *orness - 1 : exponent);
    const double steps = r * static_cast<double>(ordered_weights.size());
    double out = 0;
    for (std::size_t k = 0; k < ordered_weights.size(); ++k)
      out += ordered_weights[k] * std::clamp(steps - static_cast<double>(k), 0.0, 1.0);
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
