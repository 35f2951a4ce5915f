/// The points of a Monte Carlo design: plain random numbers, scrambled Sobol' points or a Latin hypercube.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "quindex/base/types.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace numeric {

/// How the points of a design are spread over the cube.
enum class sampling {
  random,           ///< Independent uniform numbers.
  sobol,            ///< A Sobol' sequence with nested uniform scrambling; best with 2^m rows.
  latin_hypercube,  ///< Every coordinate once in each of as many equal intervals as there are rows.
};

/// A permutation of 0, ..., size - 1 that is looked up: a Feistel network of eight rounds over the smallest 2^w ≥ size
/// (w ≥ 2), repeated until the number is below size (Black and Rogaway 2002, cycle walking), then moved round by a
/// random step, so that every image is exactly uniform.
///
/// The left half has ⌊w/2⌋ bits. Round k changes the half that the round before has not (the left one first) by
/// exclusive or with the low bits of the mixed other half h: x = (h + 1) · 0x9E3779B1 + key k; x ^= x >> 16;
/// x *= 0x85EBCA6B; x ^= x >> 13; x *= 0xC2B2AE35; x ^= x >> 16 (the constants of MurmurHash3). The keys are the words
/// of `chance.block(0)` and `chance.block(1)`, the step is `chance.below(size, 2)`.
class keyed_permutation {
 public:
  /// `size` is from 1 to 2^32.
  keyed_permutation(std::uint64_t size, const random_stream& chance);
  /// The image of `i`, which is below the size.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t i) const noexcept;

 private:
  std::uint64_t size_;
  std::uint64_t step_;
  std::array<std::uint32_t, 8> keys_{};
  unsigned left_bits_, right_bits_;
};

/// The points of a design, rows × dimensions, looked up in any order by any number of threads; a value, cheap to copy.
///
/// The numbers are part of the interface; they are the same on every machine and in every version. With r the row, d
/// the dimension and U(r, d) = random_stream(seed, purpose, r).uniform_pair(d / 2)[d % 2], the coordinate is
/// - `random`: U(r, d), whatever the number of rows: a design with more rows begins with the one with fewer;
/// - `sobol`: the digits of point r of `sobol_sequence` through `nested_scrambling` with the stream
///   random_stream(seed, purpose + ".scrambling", d); from dimension 1,111 on, where there are no direction numbers,
///   U(r, d). It too does not depend on the number of rows;
/// - `latin_hypercube` (McKay, Beckman and Conover 1979): (p(r) + V) / rows, where p is the `keyed_permutation` of the
///   rows with random_stream(seed, purpose + ".permutation", d) and V is U(r, d) brought to the middle of its interval
///   of width 2^-b with b = 52 - bit_width(rows - 1), so that p(r) + V is exact. It depends on the number of rows.
class sampler {
 public:
  /// `rows` is at most 2^32; `purpose` keeps two designs with one seed apart. Throws `spec_error` for more rows.
  sampler(sampling kind, std::size_t rows, std::size_t dimensions, std::uint64_t seed, std::string_view purpose);

  [[nodiscard]] sampling kind() const noexcept { return kind_; }                  ///< How the points are spread.
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }               ///< How many points there are.
  [[nodiscard]] std::size_t dimensions() const noexcept { return dimensions_; }   ///< How long a point is.
  [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }             ///< What the numbers depend on.
  [[nodiscard]] const std::string& purpose() const noexcept { return purpose_; }  ///< What the numbers are for.

  /// Point `r`: fills `u`, which has `dimensions()` places, with numbers above 0 and below 1.
  ///
  /// Throws `spec_error` where `r` is not below `rows()` or `u` has another length.
  void row(std::size_t r, std::span<double> u) const;
  /// Points `first` to `first + count - 1`, one after the other, with the bits of `row`, in a shorter time. Throws as
  /// `row` does; `out` has count × `dimensions()` places.
  void rows(std::size_t first, std::size_t count, std::span<double> out) const;

 private:
  struct prepared;
  void check(std::size_t first, std::size_t count, std::size_t places) const;
  void column(std::size_t first, std::size_t count, std::size_t dimension, double* out) const;
  void plain(std::size_t r, std::size_t from, double* u) const;

  sampling kind_;
  std::size_t rows_, dimensions_;
  std::uint64_t seed_;
  std::string purpose_;
  std::shared_ptr<const prepared> prepared_;  // what depends on the kind; shared by copies
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/sampler.ipp"
#endif
