/// Straight lines between the unit's known values.
#pragma once

#include "quindex/impute/concept.hpp"
#include "quindex/impute/interpolation.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values of a panel lie on straight lines between the unit's values of earlier and later periods.
struct linear {
  bool extend = true;

  static constexpr method_info info{
      .name = "linear",
      .title = "Linear interpolation over time",
      .summary =
          "Missing values of a panel lie on straight lines between the unit's values of earlier and later "
          "periods.",
      .formula = R"(x_{it} := x_{ir} + \frac{t - r}{s - r} (x_{is} - x_{ir}), \quad r < t < s)",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2",
      .details =
          "Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on its "
          "own. Time is the number that a period is (2015, 2018), or its position where periods are no numbers. With "
          "extend, periods before the first and after the last value take these, and one value serves all (COINr's "
          "linear-constant). What then is missing stays so, and a note says it."};

  static constexpr auto fields() {
    return fields_of(
        field("extend", &linear::extend, "Whether the first and last value serve the periods beyond them."));
  }
  void complete(const series& s, std::span<double> x) const {
    const detail::knots known(s, x);
    known.interpolate(s, x, extend, [&](std::size_t k, double t) {
      const double share = (t - known.t[k]) / (known.t[k + 1] - known.t[k]);
      return known.x[k] + share * (known.x[k + 1] - known.x[k]);
    });
  }

  friend bool operator==(const linear&, const linear&) = default;
};

}  // namespace impute
QUINDEX_END
