/// Dependence between uniform numbers: a Gaussian copula with a given correlation matrix.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Makes independent uniform numbers dependent: u' = Φ(L Φ⁻¹(u)) with L L' the correlation matrix R of the normal
/// scores; each u' stays uniform.
///
/// The correlation of two of the uniform numbers, which is also their rank correlation, is (6/π) arcsin(ρ/2) for ρ in
/// R. Coordinate k depends on u of the coordinates up to k alone. Linear dependence (ρ = 1, a singular R) is allowed.
/// Sklar (1959); Iman and Conover (1982), A distribution-free approach to inducing rank correlation.
class gaussian_copula {
 public:
  /// No coordinates.
  gaussian_copula() = default;
  /// Throws `spec_error`, naming the pair by `names` (their numbers, counted from 0, where there are none), for a
  /// matrix that is not square, symmetric, of values from -1 to 1 with a diagonal of 1, and positive semidefinite. The
  /// last is judged to 1e-10: pairs that differ from possible ones by rounding pass.
  explicit gaussian_copula(const matrix& correlation, std::span<const std::string> names = {});

  /// How many coordinates it joins.
  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(lower_.rows()); }
  /// L, lower triangular; a row of it ends in 0 where the coordinates before determine its own.
  [[nodiscard]] const matrix& lower() const noexcept { return lower_; }
  /// Makes `size()` numbers in (0, 1) dependent, in place; they stay in (0, 1). A number that is independent of those
  /// before it keeps its bits.
  void apply(std::span<double> u) const;
  /// The same for the coordinates `at` of a point.
  void apply(std::span<double> u, std::span<const std::size_t> at) const;

 private:
  matrix lower_;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/gaussian_copula.ipp"
#endif
