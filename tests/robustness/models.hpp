/// Functions whose sensitivity is known in closed form, and what the tests of this folder share.
#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"

namespace robust {

namespace qx = quindex;
namespace rb = quindex::robustness;

inline constexpr double pi = 3.14159265358979323846;

/// Uniform between two numbers; what a distribution has to have at least.
struct between {
  double low = 0, high = 1;
  [[nodiscard]] double quantile(double u) const { return low + u * (high - low); }
};

/// A function, its distributions and its exact indices.
struct model {
  std::string name;
  std::function<double(std::span<const double>)> f;
  std::vector<between> distributions;
  std::vector<double> first, total;
  double mean, variance;
};

/// sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on (−π, π)³; Ishigami and Homma (1990). Indices in closed form.
inline model ishigami() {
  const double a = 7, b = 0.1, p4 = std::pow(pi, 4), p8 = p4 * p4;
  const double one = 0.5 * std::pow(1 + b * p4 / 5, 2), two = a * a / 8, three = b * b * p8 * (1.0 / 18 - 1.0 / 50);
  const double v = one + two + three;
  return {"ishigami",
          [=](std::span<const double> x) {
            const double s = std::sin(x[1]), q = x[2] * x[2];
            return std::sin(x[0]) + a * s * s + b * q * q * std::sin(x[0]);
          },
          std::vector<between>(3, between{-pi, pi}),
          {one / v, two / v, 0},
          {(one + three) / v, two / v, three / v},
          a / 2,
          v};
}

/// Π (|4x − 2| + a) / (1 + a) on (0, 1)ᵈ; Saltelli and Sobol' (1995).
inline model g_function(std::vector<double> a) {
  std::vector<double> part;
  double all = 1;
  for (const double k : a) {
    part.push_back(1 / (3 * (1 + k) * (1 + k)));
    all *= 1 + part.back();
  }
  std::vector<double> first, total;
  for (const double v : part) {
    first.push_back(v / (all - 1));
    total.push_back(v * all / (1 + v) / (all - 1));
  }
  const std::size_t d = a.size();
  return {"g",
          [a](std::span<const double> x) {
            double y = 1;
            for (std::size_t i = 0; i < a.size(); ++i) y *= (std::abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
            return y;
          },
          std::vector<between>(d),
          first,
          total,
          1,
          all - 1};
}

/// Σ c x on (0, 1)ᵈ.
inline model line(std::vector<double> c) {
  double squares = 0, mean = 0;
  for (const double k : c) squares += k * k, mean += k / 2;
  std::vector<double> share;
  for (const double k : c) share.push_back(k * k / squares);
  const std::size_t d = c.size();
  return {"line",
          [c](std::span<const double> x) {
            double y = 0;
            for (std::size_t i = 0; i < c.size(); ++i) y += c[i] * x[i];
            return y;
          },
          std::vector<between>(d),
          share,
          share,
          mean,
          squares / 12};
}

/// The text of the error `f` throws; empty when it throws none of that kind.
template <class Error, class F>
std::string refused(F&& f) {
  try {
    f();
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

}  // namespace robust
