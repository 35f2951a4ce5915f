/// Bodies of numeric/random.hpp.
#pragma once

#include <array>
#include <cmath>
#include <limits>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// The quotient of two polynomials of degree 7, coefficients from the constant upwards.
QUINDEX_INLINE double rational(double x, const std::array<double, 8>& above, const std::array<double, 8>& below) {
  double numerator = above[7];
  double denominator = below[7];
  for (std::size_t k = 7; k-- > 0;) {
    numerator = numerator * x + above[k];
    denominator = denominator * x + below[k];
  }
  return numerator / denominator;
}

/// The middle of the normal quantile: a function of 0.425² − (p − 1/2)².
QUINDEX_INLINE double normal_middle(double r) {
  return rational(r,
                  {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                   4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
                  {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                   2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3});
}

/// Its tails: functions of r = √(−ln p), up to 5 and beyond.
QUINDEX_INLINE double normal_tail(double r) {
  if (r <= 5.0)
    return rational(
        r - 1.6,
        {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
         1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
        {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
         1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9});
  return rational(
      r - 5.0,
      {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
       2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
      {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
       1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15});
}

/// Above and below of a rational approximation in Horner's order, as Cody lays them out: the last coefficient leads.
template <std::size_t Size>
double cody(double x, const std::array<double, Size>& above, const std::array<double, Size - 1>& below) {
  double numerator = above[Size - 1] * x;
  double denominator = x;
  for (std::size_t k = 0; k + 2 < Size; ++k) {
    numerator = (numerator + above[k]) * x;
    denominator = (denominator + below[k]) * x;
  }
  return (numerator + above[Size - 2]) / (denominator + below[Size - 2]);
}

/// The probability beyond y > 0.66: on [0.66, √32] and further out.
QUINDEX_INLINE double normal_beyond(double y) {
  constexpr double root_of_32 = 5.656854249492380195206754896838;
  constexpr double density_at_0 = 0.39894228040143267793994605993438;
  const double rounded = std::trunc(y * 16) / 16;  // y² in two parts, the first exact
  const double density = exp(-rounded * rounded * 0.5) * exp(-(y - rounded) * (y + rounded) * 0.5);
  if (y <= root_of_32)
    return density * cody<9>(y,
                             {3.9894151208813466764e-1, 8.8831497943883759412e0, 9.3506656132177855979e1,
                              5.9727027639480026226e2, 2.4945375852903726711e3, 6.8481904505362823326e3,
                              1.1602651437647350124e4, 9.8427148383839780218e3, 1.0765576773720192317e-8},
                             {2.2266688044328115691e1, 2.3538790178262499861e2, 1.5193775994075548050e3,
                              6.4855582982667607550e3, 1.8615571640885098091e4, 3.4900952721145977266e4,
                              3.8912003286093271411e4, 1.9685429676859990727e4});
  const double x = 1 / (y * y);
  const double ratio = x * cody<6>(x,
                                   {2.1589853405795699e-1, 1.274011611602473639e-1, 2.2235277870649807e-2,
                                    1.421619193227893466e-3, 2.9112874951168792e-5, 2.307344176494017303e-2},
                                   {1.28426009614491121e0, 4.68238212480865118e-1, 6.59881378689285515e-2,
                                    3.78239633202758244e-3, 7.29751555083966205e-5});
  return density * (density_at_0 - ratio) / y;
}

}  // namespace detail

QUINDEX_INLINE double normal_probability(double z) noexcept {
  constexpr double nothing_beyond = 38.6;  // below the smallest double
  const double y = std::abs(z);
  if (is_missing(z)) return missing_value;
  if (y > nothing_beyond) return z < 0 ? 0.0 : 1.0;
  if (y <= 0.66291)
    return 0.5 + z * detail::cody<5>(z * z,
                                     {2.2352520354606839287e0, 1.6102823106855587881e2, 1.0676894854603709582e3,
                                      1.8154981253343561249e4, 6.5682337918207449113e-2},
                                     {4.7202581904688241870e1, 9.7609855173777669322e2, 1.0260932208618978205e4,
                                      4.5507789335026729956e4});
  return z < 0 ? detail::normal_beyond(y) : 1 - detail::normal_beyond(y);
}

QUINDEX_INLINE double normal_quantile(double p) noexcept {
  if (!(p >= 0.0 && p <= 1.0)) return missing_value;
  if (p == 0.0 || p == 1.0)
    return p == 0.0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) return q * detail::normal_middle(0.180625 - q * q);
  const double z = detail::normal_tail(std::sqrt(-log(q < 0 ? p : 1.0 - p)));
  return q < 0 ? -z : z;
}

}  // namespace numeric
QUINDEX_END
