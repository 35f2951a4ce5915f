/// Bodies of diagnose/coupling.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/diagnose/coupling.hpp"
#include "quindex/diagnose/impl/support.ipp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// The n-th root; square roots are rounded correctly, so that equal systems are coupled by exactly 1.
inline double root(double x, size_t n) {
  return n == 1 ? x : n == 2 ? std::sqrt(x) : numeric::pow(x, 1.0 / static_cast<double>(n));
}

inline double product_form(std::span<const double> u, double mean) {
  double product = 1;
  for (const double x : u) product *= x / mean;
  return product;
}

/// C of one unit whose systems are all present and not all 0.
inline double coupling_of(std::span<const double> u, coupling_form form) {
  const size_t n = u.size();
  double sum = 0, top = 0, low = 1;
  for (const double x : u) sum += x, top = std::max(top, x), low = std::min(low, x);
  if (form != coupling_form::modified) {
    if (low == top) return 1;
    const double product = product_form(u, sum / static_cast<double>(n));
    return std::min(1.0, form == coupling_form::product ? product : root(product, n));
  }
  double apart = 0, product = 1;
  for (size_t i = 0; i < n; ++i) {
    product *= u[i] / top;
    for (size_t j = 0; j < i; ++j) apart += std::abs(u[i] - u[j]);
  }
  const double pairs = static_cast<double>(n * (n - 1)) / 2;
  return std::sqrt(std::max(0.0, 1 - apart / pairs) * root(product, n - 1));
}

inline std::vector<double> coupling_weights(const coupling_options& how, size_t n) {
  if (!(how.exponent > 0) || std::isinf(how.exponent))
    throw spec_error({"coupling.exponent", "found " + number_text(how.exponent), "give a number above 0"});
  if (how.weights.empty()) return std::vector<double>(n, 1.0 / static_cast<double>(n));
  if (how.weights.size() != n)
    throw spec_error({"coupling.weights",
                      "there are " + std::to_string(how.weights.size()) + " for " + std::to_string(n) + " systems",
                      "give one per system, or none"});
  for (const double w : how.weights)
    if (!(w >= 0) || std::isinf(w))
      throw spec_error({"coupling.weights", "found " + number_text(w), "a weight has to be 0 or more"});
  const double sum = numeric::sum(how.weights);
  if (!(sum > 0)) throw spec_error({"coupling.weights", "all are 0", "give one system a weight"});
  std::vector<double> out = how.weights;
  for (double& w : out) w /= sum;
  return out;
}

inline void check_systems(const table& systems) {
  require_columns("coupling", systems, 2);
  for (size_t j = 0; j < systems.indicators().size(); ++j)
    for (size_t i = 0; i < systems.units().size(); ++i) {
      const double x = systems.column(j)[i];
      if (is_missing(x) || (x >= 0 && x <= 1)) continue;
      throw data_error({"coupling." + systems.indicators()[j] + "." + systems.units()[i], "found " + number_text(x),
                        "a system's level is between 0 and 1: normalise it, or divide scores of 0 to 100 by 100"});
    }
}

}  // namespace detail

QUINDEX_INLINE int grade_of(double coordination, grade_ends ends) {
  if (is_missing(coordination)) return 0;
  if (!(coordination >= 0 && coordination <= 1))
    throw data_error({"grade", "the coordination is " + number_text(coordination), "it lies between 0 and 1"});
  int grade = 1;
  for (std::size_t g = 1; g < coordination_grades.size(); ++g) {
    const double from = coordination_grades[g].from;
    if (ends == grade_ends::lower ? coordination >= from : coordination > from) grade = static_cast<int>(g) + 1;
  }
  return grade;
}

QUINDEX_INLINE coupling_table coupling(const table& systems, const coupling_options& how) {
  detail::check_systems(systems);
  const std::size_t n = systems.indicators().size(), rows = systems.units().size();
  const std::vector<double> weights = detail::coupling_weights(how, n);
  const std::vector<double> nothing(rows, missing_value);
  coupling_table out{systems.units(), nothing, nothing, nothing, std::vector<int>(rows, 0)};
  std::vector<double> u(n);
  for (std::size_t i = 0; i < rows; ++i) {
    double development = 0, top = 0;
    for (std::size_t j = 0; j < n; ++j) {
      u[j] = systems.column(j)[i];
      development += weights[j] * u[j];
      top = is_missing(u[j]) ? u[j] : std::max(top, u[j]);
    }
    if (is_missing(development)) continue;
    double c = top > 0 ? detail::coupling_of(u, how.form) : 0.0;
    if (how.exponent != 1) c = numeric::pow(c, how.exponent);
    out.coupling[i] = c;
    out.development[i] = std::min(1.0, development);
    out.coordination[i] = std::sqrt(c * out.development[i]);
    out.grade[i] = grade_of(out.coordination[i]);
  }
  return out;
}

}  // namespace diagnose
QUINDEX_END
