/// A smooth curve through the unit's known values.
#pragma once

#include "quindex/impute/concept.hpp"
#include "quindex/impute/interpolation.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values of a panel lie on a natural cubic spline through the unit's values of other periods.
struct spline {
  bool extend = true;

  static constexpr method_info info{
      .name = "spline",
      .title = "Spline interpolation over time",
      .summary = "Missing values of a panel lie on a natural cubic spline through the unit's values of other periods.",
      .formula =
          R"(x(t) = \frac{M_k (s-t)^3 + M_{k+1} (t-r)^3}{6h} + \left(\frac{x_r}{h} - \frac{M_k h}{6}\right)(s-t)
+ \left(\frac{x_s}{h} - \frac{M_{k+1} h}{6}\right)(t-r), \quad h = s - r)",
      .reference = "Ahlberg, Nilson and Walsh (1967), The Theory of Splines and Their Applications, chapter 2",
      .details =
          "Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on its "
          "own. The curve has no curvature at its ends; with two values it is a straight line. It may leave the range "
          "of the values. Time, extend and what stays missing as in linear."};

  static constexpr auto fields() {
    return fields_of(
        field("extend", &spline::extend, "Whether the first and last value serve the periods beyond them."));
  }
  void complete(const series& s, std::span<double> x) const {
    const detail::knots known(s, x);
    if (known.t.empty()) return;
    const std::vector<double> bend = curvature(known);
    known.interpolate(s, x, extend, [&](std::size_t k, double t) {
      const double h = known.t[k + 1] - known.t[k];
      const double before = t - known.t[k];
      const double after = known.t[k + 1] - t;
      return (bend[k] * after * after * after + bend[k + 1] * before * before * before) / (6 * h) +
             (known.x[k] / h - bend[k] * h / 6) * after + (known.x[k + 1] / h - bend[k + 1] * h / 6) * before;
    });
  }

  friend bool operator==(const spline&, const spline&) = default;

 private:
  /// The second derivatives M at the knots: h₁ M₁ + 2 (h₁ + h₂) M₂ + h₂ M₃ = 6 (slope₂ − slope₁) inside, 0 at the ends.
  [[nodiscard]] static std::vector<double> curvature(const detail::knots& known) {
    const std::size_t n = known.t.size();
    std::vector<double> bend(n, 0.0);
    std::vector<double> above(n, 0.0);  // what elimination leaves of the coefficient to the right
    for (std::size_t k = 1; k + 1 < n; ++k) {
      const double before = known.t[k] - known.t[k - 1];
      const double after = known.t[k + 1] - known.t[k];
      const double turn = (known.x[k + 1] - known.x[k]) / after - (known.x[k] - known.x[k - 1]) / before;
      const double pivot = 2 * (before + after) - before * above[k - 1];
      above[k] = after / pivot;
      bend[k] = (6 * turn - before * bend[k - 1]) / pivot;
    }
    for (std::size_t k = n - 1; k-- > 1;) bend[k] -= above[k] * bend[k + 1];
    return bend;
  }
};

}  // namespace impute
QUINDEX_END
