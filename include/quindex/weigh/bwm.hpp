/// Weights from comparing everything with the best and the worst child only.
#pragma once

#include <array>
#include <string_view>

#include "quindex/describe/codec.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Which deviation the best-worst method makes small.
enum class bwm_form {
  linear,     ///< Of differences w_B - a_Bj w_j; Rezaei (2016).
  nonlinear,  ///< Of ratios w_B / w_j - a_Bj; Rezaei (2015).
};

/// What the best-worst method found.
struct bwm_solution {
  std::vector<double> weights;  ///< In the order of the children.
  double deviation = 0;         ///< ksi, the largest deviation that is left.
  double ratio = 0;  ///< Consistency ratio: ksi itself in the linear form, else ksi over the largest it could be.
};

/// Weights from comparing everything with the best and the worst child only.
struct bwm {
  std::string best{};
  std::string worst{};
  by_code best_to_others{};
  by_code others_to_worst{};
  bwm_form form = bwm_form::linear;
  double threshold = 0.1;

  static constexpr method_info info{
      .name = "bwm",
      .title = "Best-worst method",
      .summary = "Weights from comparing everything with the best and the worst child only.",
      .formula =
          R"(\min \xi: \quad |w_B - a_{Bj} w_j| \le \xi, \ |w_j - a_{jW} w_W| \le \xi \quad \text{or} \quad \Big|\frac{w_B}{w_j} - a_{Bj}\Big| \le \xi, \ \Big|\frac{w_j}{w_W} - a_{jW}\Big| \le \xi)",
      .reference =
          "Rezaei (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57; Rezaei (2016), Best-worst "
          "multi-criteria decision-making method: some properties and a linear model, Omega 64, 126-130",
      .details =
          "`best_to_others` says how many times as important the best child is as each, `others_to_worst` how many "
          "times each is as the worst, commonly from 1 to 9; the best over the best and the worst over the worst are "
          "1 and may be left out, and so may the worst in the first where the best stands in the second. Where "
          "several weights are equally good, as is usual in the nonlinear form, each is the middle of its interval, "
          "made to sum to 1 (Rezaei 2016). The nonlinear consistency ratio divides ksi by the largest it could be, "
          "the root of k^2 - (1 + 2a) k + a^2 - a = 0 for a = a_BW, which is the paper's table (0.44, 1, 1.63, 2.3, "
          "3, 3.73, 4.47, 5.23). A ratio above the threshold is a note with the least fitting child."};

  static constexpr auto fields() {
    return fields_of(
        field("best", &bwm::best, "Code of the most important child."),
        field("worst", &bwm::worst, "Code of the least important child."),
        field("best_to_others", &bwm::best_to_others, "By code, how many times as important the best is.").at_least(1),
        field("others_to_worst", &bwm::others_to_worst, "By code, how many times as important as the worst.")
            .at_least(1),
        field("form", &bwm::form, "Which deviation is made small."),
        field("threshold", &bwm::threshold, "Consistency ratio above which there is a note.").at_least(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const { return solve(g).weights; }
  /// A note when the consistency ratio is above the threshold.
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;
  /// The weights with the deviation that is left and the consistency ratio.
  [[nodiscard]] bwm_solution solve(const group& g) const;

  friend bool operator==(const bwm&, const bwm&) = default;
};

namespace detail {

/// One judge's comparisons in the order of the children.
struct best_worst {
  std::size_t best = 0, worst = 0;
  std::vector<double> from_best, to_worst;  ///< a_Bj and a_jW.
};

/// Puts comparisons in order, with the ones that may be left out. Throws `spec_error` for what is missing or does not
/// fit together.
[[nodiscard]] best_worst ordered_comparisons(const group& g, const std::string& best, const std::string& worst,
                                             const by_code& best_to_others, const by_code& others_to_worst);
[[nodiscard]] bwm_solution linear_best_worst(const best_worst& judged, const std::string& where);
[[nodiscard]] bwm_solution nonlinear_best_worst(const best_worst& judged);

}  // namespace detail
}  // namespace weigh

template <>
struct describe::enum_names<weigh::bwm_form> {
  static constexpr auto names = std::to_array<std::string_view>({"linear", "nonlinear"});
};
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/bwm.ipp"
#endif
