/// The linear scalings of decision analysis by the names they go by.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A linear scaling by the name of its author.
enum class linear_form {
  weitendorf,     ///< (x - min) / (max - min), turned where low is better.
  voogd,          ///< x / max; 1 - x / max where low is better.
  stopp,          ///< x / max; min / x where low is better.
  juttler_korth,  ///< x / max; 1 - (x - min) / min where low is better.
  lai_hwang,      ///< x / (max - min); minus that where low is better.
};

/// One of the linear scalings of decision analysis, by the name it goes by.
struct linear {
  linear_form form = linear_form::weitendorf;
  double high = 1;

  static constexpr method_info info{
      .name = "linear",
      .title = "Linear scaling by name",
      .summary = "One of the linear scalings of decision analysis, by the name it goes by.",
      .formula =
          R"(z = h\,\frac{x - \min x}{\max x - \min x}, \quad h\,\frac{x}{\max x} \quad\text{or}\quad h\,\frac{x}{\max x - \min x})",
      .reference =
          "Weitendorf (1976), Beitrag zur Optimierung der räumlichen Struktur eines Gebäudes, thesis, Weimar; Voogd "
          "(1983), Multicriteria Evaluation for Urban and Regional Planning; Stopp (1975), Variantenvergleich durch "
          "Matrixspielverfahren; Körth (1969), Mathematische Operationsforschung und Statistik 1(1); Lai and Hwang "
          "(1994), Fuzzy Multiple Objective Decision Making",
      .details =
          "Where low is better: weitendorf swaps minimum and maximum, voogd takes the complement 1 - x / max, stopp "
          "the reciprocal min / x, juttler_korth the relative distance 1 - (x - min) / min, lai_hwang the negative. "
          "The same as min_max, max, share_of_best and zavadskas_turskis with their parameters, for those who look "
          "for a name. All but weitendorf need a natural zero: values of 0 or more, above 0 for costs by stopp and "
          "juttler_korth; lai_hwang takes any values. Weitendorf and lai_hwang need two distinct values."};
  static constexpr claim_set claims = claim::order_preserving | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("form", &linear::form, "Whose scaling it is."),
                     field("high", &linear::high, "h, what scores are multiplied by.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const linear&, const linear&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::linear_form> {
  static constexpr auto names =
      std::to_array<std::string_view>({"weitendorf", "voogd", "stopp", "juttler_korth", "lai_hwang"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/linear.ipp"
#endif
