/// Points that fill the cube more evenly than chance does: Sobol' sequences and their scrambling.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace numeric {

/// A Sobol' sequence (1967) with the direction numbers of Joe and Kuo (2008, the list new-joe-kuo-6.21201), in 32
/// binary digits: 2^32 points, any of which is computed without the others.
///
/// Point n is the exclusive or of the direction numbers v_k over the digits k that are set in the Gray code
/// n ^ (n >> 1), as Antonov and Saleev (1979) order them: 0, 0.5, 0.75, 0.25, ... in each dimension. Any 2^m points
/// from a multiple of 2^m on are a digital net. Plain points contain 0 and carry no error estimate; what is sampled is
/// scrambled (`nested_scrambling`).
class sobol_sequence {
 public:
  /// As many dimensions as the embedded list has: all polynomials up to degree 13.
  static constexpr std::size_t most_dimensions = 1111;

  /// Throws `spec_error` above `most_dimensions`.
  explicit sobol_sequence(std::size_t dimensions);

  /// How many coordinates a point has.
  [[nodiscard]] std::size_t dimensions() const noexcept { return directions_.size() / digits_held; }
  /// The first 32 binary digits of one coordinate of point `index`; the coordinate is this times 2^-32.
  [[nodiscard]] std::uint32_t digits(std::uint32_t index, std::size_t dimension) const noexcept;
  /// The same from the coordinate `before` of point `index` - 1; `index` is at least 1.
  [[nodiscard]] std::uint32_t next_digits(std::uint32_t before, std::uint32_t index,
                                          std::size_t dimension) const noexcept;
  /// All coordinates of point `index`, in [0, 1); `u` has `dimensions()` places.
  void point(std::uint32_t index, std::span<double> u) const noexcept;

 private:
  static constexpr std::size_t digits_held = 32;
  std::vector<std::uint32_t> directions_;  // v_k of dimension d at 32 d + k
};

/// Nested uniform scrambling of one coordinate, Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences: every
/// binary digit is flipped or not by a fair coin of its own for each sequence of digits before it.
///
/// Every point becomes uniform on (0, 1) while a net stays a net, so that means are without bias and their variance is
/// never much above that of plain random numbers. The coins are true ones of Philox for every prefix, not the hashed
/// approximation of Laine and Karras (2011) and Burley (2020). They are numbered so that few blocks are needed, the
/// digits being taken in stages of six. With P the digits of the stages before stage s (s = 0, 1, ..., so 6 s digits),
/// the block is `chance.block(s · 2^48 + P)`, its first two words a number T (the first is the low half), its last two
/// C:
/// - the digit after P d1 ... dl, where d1, ..., dl (0 < l < 6) are not all 0: bit 2^l - 1 + (d1 ... dl) of T;
/// - the digit after P and t zeros, where P is empty or its last six digits are not all 0: bit 63 - t of C.
///
/// 52 digits are scrambled, those after the 32nd being 0 before; the number is (digits + 1/2) 2^-52.
class nested_scrambling {
 public:
  /// Two coordinates need different streams.
  explicit nested_scrambling(const random_stream& chance) : chance_(chance) {}
  /// The scrambled number, in (0, 1), of a coordinate's first 32 digits.
  [[nodiscard]] double operator()(std::uint32_t digits) const noexcept;

 private:
  random_stream chance_;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/low_discrepancy.ipp"
#endif
