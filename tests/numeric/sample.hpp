/// Reproducible numbers for tests.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"

namespace sample {

/// A short generator, written out so that expected values can be computed elsewhere: Marsaglia (2003), xorshift64.
class numbers {
 public:
  explicit numbers(std::uint64_t seed = 88172645463325252u) : state_(seed) {}
  std::uint64_t bits() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  /// Between 0 and 1, never either.
  double share() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

enum class shape { even, skewed, heavy_tailed, few_values, outlier, crowded };
inline constexpr shape all_shapes[] = {shape::even,       shape::skewed,  shape::heavy_tailed,
                                       shape::few_values, shape::outlier, shape::crowded};

/// A column of some shape in which a share of the values is missing.
inline std::vector<double> column(std::size_t n, shape kind, double missing = 0, std::uint64_t seed = 7) {
  numbers draw(seed * 0x9E3779B97F4A7C15u + 1);
  std::vector<double> out(n);
  for (double& x : out) {
    const double u = draw.share();
    switch (kind) {
      case shape::even:
        x = 2 * u - 1;
        break;
      case shape::skewed:
        x = std::exp(6 * u - 3);
        break;
      case shape::heavy_tailed:
        x = std::tan(3.141592653589793 * (u - 0.5));
        break;
      case shape::few_values:
        x = std::floor(10 * u) - 5;
        break;
      case shape::outlier:
        x = u;
        break;
      case shape::crowded:
        x = 1 + 1e-12 * std::floor(1e3 * u);
        break;
    }
    if (draw.share() < missing) x = quindex::missing_value;
  }
  if (kind == shape::outlier && n > 0) out[n / 2] = 1e12;
  return out;
}

/// Equal to the last bit; all missing values are the same.
inline bool same_bits(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    if (std::bit_cast<std::uint64_t>(a[i]) != std::bit_cast<std::uint64_t>(b[i])) return false;
  }
  return true;
}

}  // namespace sample
