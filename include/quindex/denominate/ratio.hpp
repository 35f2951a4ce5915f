/// Per head, per area, per output.
#pragma once

#include <cmath>
#include <string>

#include "quindex/denominate/concept.hpp"

QUINDEX_BEGIN
namespace denominate {

/// Values are divided by another column of the table.
struct ratio {
  std::string by{};
  double factor = 1;

  static constexpr method_info info{
      .name = "ratio",
      .title = "Ratio to another column",
      .summary = "Values are divided by another column of the table.",
      .formula = R"(x_{ij} := x_{ij}\, s / d_i)",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 2; Becker and others "
          "(2022), COINr: An R package for developing composite indicators, Journal of Open Source Software "
          "7(78)",
      .details =
          "Takes away what is only size: doctors per 1000 inhabitants are by population with a factor of 1000. The "
          "denominator is a column of the table, as it came in; it need not be an indicator of the index, and is asked "
          "for again wherever the index is applied. Missing where either is missing; a denominator of 0 or less is an "
          "error. Usually the first step, before outliers are treated and gaps are filled."};

  static constexpr auto fields() {
    return fields_of(field("by", &ratio::by, "The code of the column that values are divided by."),
                     field("factor", &ratio::factor, "How much of the denominator counts as one.").above(0));
  }
  void check(const path& where) const {
    if (by.empty())
      throw spec_error({where.text(), "ratio has no column to divide by", "give 'by', the code of a column"});
  }
  [[nodiscard]] divisor by_what() const { return {by, factor}; }

  friend bool operator==(const ratio&, const ratio&) = default;
};

}  // namespace denominate
QUINDEX_END
