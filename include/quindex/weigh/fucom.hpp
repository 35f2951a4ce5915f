/// Weights from how many times more important the first child is than each other one.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from how many times more important the first child is than each other one.
struct fucom {
  by_code significance{};

  static constexpr method_info info{
      .name = "fucom",
      .title = "Full consistency method",
      .summary = "Weights from how many times more important the first child is than each other one.",
      .formula =
          R"(\frac{w_k}{w_{k+1}} = \varphi_k = \frac{\varpi_{k+1}}{\varpi_k} \ \Rightarrow\ w_j = \frac{1/\varpi_j}{\sum_k 1/\varpi_k})",
      .reference =
          "Pamučar, Stević and Sremac (2018), A new model for determining weight coefficients of criteria in MCDM "
          "models: full consistency method (FUCOM), Symmetry 10(9), 393",
      .details =
          "FUCOM. The significance is 1 for the most important child and higher for the others. Comparative priorities "
          "made from such significances are transitive by construction, so that the paper's programme has deviation "
          "0 at the weights above: there is nothing to optimise, and no deviation to report."};

  static constexpr auto fields() {
    return fields_of(field("significance", &fucom::significance,
                           "Significance by code of the child: 1 for the most important, more for others.")
                         .at_least(1));
  }
  void check(const path& where) const {
    detail::check_codes(where / "significance", significance);
    if (!significance.empty() &&
        std::none_of(significance.begin(), significance.end(), [](const auto& entry) { return entry.second == 1; }))
      throw spec_error({(where / "significance").text(), "no child has the significance 1",
                        "give 1 to the most important child and the others relative to it"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    std::vector<double> out = detail::by_child(g, significance, "significance", "a significance");
    for (double& w : out) w = 1 / w;
    const double total = numeric::sum(out);
    for (double& w : out) w /= total;
    return out;
  }

  friend bool operator==(const fucom&, const fucom&) = default;
};

}  // namespace weigh
QUINDEX_END
