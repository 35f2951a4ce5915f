/// Grey relational analysis: how near a unit's values run to a reference.
#pragma once

#include <array>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What values are made comparable by before they are compared with the reference.
enum class grey_scaling {
  min_max,  ///< Each criterion from its worst (0) to its best (1).
  none,     ///< Values are taken as they are.
};

/// The mean of coefficients that are the nearer to 1 the less a unit's value is away from the reference.
struct grey_relational {
  double resolution = 0.5;
  grey_scaling scaling = grey_scaling::min_max;
  criterion::by_code<double> reference{};

  static constexpr method_info info{
      .name = "grey_relational",
      .title = "Grey relational analysis",
      .summary =
          "The mean of coefficients that are the nearer to 1 the less a unit's value is away from the reference.",
      .formula =
          R"(s_i = \sum_j w_j \frac{\Delta_{\min} + \rho \Delta_{\max}}{\Delta_{ij} + \rho \Delta_{\max}}, \qquad \Delta_{ij} = |r_j - z_{ij}|)",
      .reference =
          "Deng (1982), Control problems of grey systems, Systems and Control Letters 1(5); Deng (1989), Introduction "
          "to grey system theory, The Journal of Grey System 1(1)",
      .details =
          "灰色关联分析. The smallest and the largest difference are those of the whole table. Without a `reference` "
          "it is the best of every criterion, and the grade of a unit that is best everywhere is 1; where one is "
          "given, what is better is to be nearer to it. `none` compares values as they are, such as scores on one "
          "scale. Resolution (分辨系数) 0.5 is usual; it changes grades and can change ranks. Where nothing differs "
          "all grades are 1. To compare the courses of series over time there is grey_series."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("resolution", &grey_relational::resolution, "The distinguishing coefficient rho.").within(1e-6, 1),
        field("scaling", &grey_relational::scaling, "What makes values comparable: min_max or none."),
        field("reference", &grey_relational::reference,
              "The value of every criterion to compare with, by code; otherwise the best."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;

  friend bool operator==(const grey_relational&, const grey_relational&) = default;
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::grey_scaling> {
  static constexpr auto names = std::to_array<std::string_view>({"min_max", "none"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/grey_relational.ipp"
#endif
