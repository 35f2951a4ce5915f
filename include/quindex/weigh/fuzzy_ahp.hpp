/// Weights from pairwise comparisons that are triangular fuzzy numbers.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "quindex/describe/codec.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Comparisons as (lowest, most likely, highest), row by row; nothing where only the mirror is judged.
using fuzzy_matrix = std::vector<std::vector<std::optional<std::vector<double>>>>;

/// How weights are found in fuzzy comparisons.
enum class fuzzy_ahp_form {
  buckley,       ///< Geometric means of the rows, and the middle of the fuzzy weights; Buckley (1985).
  chang_extent,  ///< Degrees to which one extent is above the others; Chang (1996).
};

/// Weights from pairwise comparisons that are triangular fuzzy numbers.
struct fuzzy_ahp {
  std::vector<std::string> criteria{};
  fuzzy_matrix comparisons{};
  fuzzy_ahp_form form = fuzzy_ahp_form::buckley;

  static constexpr method_info info{
      .name = "fuzzy_ahp",
      .title = "Fuzzy analytic hierarchy process",
      .summary = "Weights from pairwise comparisons that are triangular fuzzy numbers.",
      .formula =
          R"(\tilde w_i = \tilde r_i \otimes (\tilde r_1 \oplus \dots \oplus \tilde r_m)^{-1}, \quad \tilde r_i = \Big(\prod_j \tilde a_{ij}\Big)^{1/m}, \quad w_i \propto \frac{l_i + m_i + u_i}{3})",
      .reference =
          "Buckley (1985), Fuzzy hierarchical analysis, Fuzzy Sets and Systems 17(3), 233-247; Chang (1996), "
          "Applications of the extent analysis method on fuzzy AHP, European Journal of Operational Research 95(3), "
          "649-655",
      .details =
          "模糊层次分析法. A comparison is [lowest, most likely, highest]; that of the mirror is [1/highest, 1/most "
          "likely, 1/lowest] and may be null. `buckley` takes the centre of the fuzzy weights. `chang_extent` is "
          "widely used and known to be unsound: its degrees of possibility are no measure of importance, and it gives "
          "a weight of 0 to children that plainly count (Wang, Luo and Hua 2008, European Journal of Operational "
          "Research 186(2), 735-747). It is here to reproduce results; use `buckley`."};

  static constexpr auto fields() {
    return fields_of(
        field("criteria", &fuzzy_ahp::criteria,
              "Codes of the rows and columns; the order of the children without any."),
        field("comparisons", &fuzzy_ahp::comparisons, "[lowest, most likely, highest] of each pair, row by row.")
            .above(0),
        field("form", &fuzzy_ahp::form, "How weights are found in them."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  /// A note when extent analysis gives a child nothing.
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;

  friend bool operator==(const fuzzy_ahp&, const fuzzy_ahp&) = default;
};

}  // namespace weigh

template <>
struct describe::enum_names<weigh::fuzzy_ahp_form> {
  static constexpr auto names = std::to_array<std::string_view>({"buckley", "chang_extent"});
};
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/fuzzy_ahp.ipp"
#endif
