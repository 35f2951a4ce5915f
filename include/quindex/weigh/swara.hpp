/// Weights from how much each child is less important than the one before it.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from how much each child is less important than the one before it.
struct swara {
  by_code steps{};

  static constexpr method_info info{
      .name = "swara",
      .title = "SWARA weights",
      .summary = "Weights from how much each child is less important than the one before it.",
      .formula = R"(w_j = \frac{q_j}{\sum_k q_k}, \quad q_1 = 1, \quad q_j = \frac{q_{j-1}}{1 + s_j})",
      .reference =
          "Keršulienė, Zavadskas and Turskis (2010), Selection of rational dispute resolution method by applying new "
          "step-wise weight assessment ratio analysis (SWARA), Journal of Business Economics and Management 11(2), "
          "243-258",
      .details =
          "Write the children from the most to the least important; the order of writing is the order of importance. "
          "The step of each says by which share the one before it is more important: 0.35 for 35 %, 0 for equally "
          "important. The first has nothing before it, and its step is 0."};

  static constexpr auto fields() {
    return fields_of(
        field("steps", &swara::steps, "Step by code of the child, the most important first; the first is 0.")
            .at_least(0));
  }
  void check(const path& where) const {
    detail::check_codes(where / "steps", steps);
    if (!steps.empty() && steps.front().second != 0)
      throw spec_error({(where / "steps" / steps.front().first).text(),
                        "the first step is " + number_text(steps.front().second),
                        "the most important child has none before it: write 0"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    (void)detail::by_child(g, steps, "steps", "a step");
    by_code importance = steps;
    double q = 1;
    for (auto& entry : importance) entry.second = q /= 1 + entry.second;
    std::vector<double> out = detail::by_child(g, importance, "steps", "a step");
    const double total = numeric::sum(out);
    for (double& w : out) w /= total;
    return out;
  }

  friend bool operator==(const swara&, const swara&) = default;
};

}  // namespace weigh
QUINDEX_END
