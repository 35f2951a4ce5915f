/// Bodies of numeric/sampler.hpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/numeric/batch.hpp"
#include "quindex/numeric/impl/low_discrepancy.ipp"
#include "quindex/numeric/sampler.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

constexpr std::uint32_t mixed(std::uint32_t half, std::uint32_t key) noexcept {
  std::uint32_t x = (half + 1U) * 0x9E3779B1U + key;
  x = (x ^ (x >> 16U)) * 0x85EBCA6BU;
  x = (x ^ (x >> 13U)) * 0xC2B2AE35U;
  return x ^ (x >> 16U);
}

/// The coins of one coordinate's scrambling, remembering the blocks that many points share: those of the first two
/// stages.
class remembered_coins {
 public:
  explicit remembered_coins(const random_stream& chance) : chance_(chance), first_(coins_at(chance, 0, 0)) {}
  coins operator()(unsigned stage, std::uint64_t prefix) noexcept {
    if (stage == 0) return first_;
    if (stage > 1) return coins_at(chance_, stage, prefix);
    if ((known_ >> prefix & 1U) == 0) second_[prefix] = coins_at(chance_, stage, prefix);
    known_ |= std::uint64_t{1} << prefix;
    return second_[prefix];
  }

 private:
  random_stream chance_;
  coins first_;
  std::array<coins, 64> second_{};
  std::uint64_t known_ = 0;
};

/// One number of each interval: the place of `u` within interval `stratum` of `rows`, both exact in 53 bits.
inline double within(std::uint64_t stratum, double u, std::size_t rows) noexcept {
  const int bits = 52 - static_cast<int>(std::bit_width(std::uint64_t{rows} - 1));
  const double scale = static_cast<double>(std::uint64_t{1} << static_cast<unsigned>(bits));
  return (static_cast<double>(stratum) + (std::floor(u * scale) + 0.5) / scale) / static_cast<double>(rows);
}

}  // namespace detail

QUINDEX_INLINE keyed_permutation::keyed_permutation(std::uint64_t size, const random_stream& chance)
    : size_(size), step_(chance.below(size, 2)) {
  const auto bits = std::max(2U, static_cast<unsigned>(std::bit_width(size - 1)));
  left_bits_ = bits / 2;
  right_bits_ = bits - left_bits_;
  const random_block first = chance.block(0);
  const random_block second = chance.block(1);
  std::copy(first.begin(), first.end(), keys_.begin());
  std::copy(second.begin(), second.end(), keys_.begin() + 4);
}

QUINDEX_INLINE std::uint64_t keyed_permutation::operator()(std::uint64_t i) const noexcept {
  const auto left_mask = static_cast<std::uint32_t>((std::uint64_t{1} << left_bits_) - 1);
  const auto right_mask = static_cast<std::uint32_t>((std::uint64_t{1} << right_bits_) - 1);
  do {
    auto left = static_cast<std::uint32_t>(i >> right_bits_);
    auto right = static_cast<std::uint32_t>(i) & right_mask;
    for (std::size_t k = 0; k < keys_.size(); k += 2) {
      left ^= detail::mixed(right, keys_[k]) & left_mask;
      right ^= detail::mixed(left, keys_[k + 1]) & right_mask;
    }
    i = (std::uint64_t{left} << right_bits_) | right;
  } while (i >= size_);
  i += step_;
  return i < size_ ? i : i - size_;
}

struct sampler::prepared {
  sobol_sequence sobol{0};
  std::vector<random_stream> scrambling;
  std::vector<keyed_permutation> permutations;
};

QUINDEX_INLINE sampler::sampler(sampling kind, std::size_t rows, std::size_t dimensions, std::uint64_t seed,
                                std::string_view purpose)
    : kind_(kind), rows_(rows), dimensions_(dimensions), seed_(seed), purpose_(purpose) {
  if (rows > (std::uint64_t{1} << 32U))
    throw spec_error({"sampler.rows", std::to_string(rows) + " rows", "there are at most 4294967296"});
  auto made = std::make_shared<prepared>();
  const auto number = [](std::size_t d) { return static_cast<std::uint32_t>(d); };
  if (kind == sampling::sobol) {
    made->sobol = sobol_sequence(std::min(dimensions, sobol_sequence::most_dimensions));
    for (std::size_t d = 0; d < made->sobol.dimensions(); ++d)
      made->scrambling.emplace_back(seed, purpose_ + ".scrambling", number(d));
  }
  if (kind == sampling::latin_hypercube && rows > 0)
    for (std::size_t d = 0; d < dimensions; ++d)
      made->permutations.emplace_back(rows, random_stream(seed, purpose_ + ".permutation", number(d)));
  prepared_ = std::move(made);
}

QUINDEX_INLINE void sampler::check(std::size_t first, std::size_t count, std::size_t places) const {
  if (first > rows_ || count > rows_ - first)
    throw spec_error({"sampler.row", "row " + std::to_string(first + count - 1),
                      "there are " + std::to_string(rows_) + ", counted from 0"});
  if (places != count * dimensions_)
    throw spec_error({"sampler.row", std::to_string(places) + " places for " + std::to_string(count) + " points",
                      "each takes " + std::to_string(dimensions_)});
}

/// The coordinates of row `r` from an even dimension on, as independent numbers.
QUINDEX_INLINE void sampler::plain(std::size_t r, std::size_t from, double* u) const {
  const random_stream chance(seed_, purpose_, static_cast<std::uint32_t>(r));
  for (std::size_t d = from; d < dimensions_; d += 2) {
    const auto [even, odd] = chance.uniform_pair(d / 2);
    u[d] = even;
    if (d + 1 < dimensions_) u[d + 1] = odd;
  }
}

QUINDEX_INLINE void sampler::row(std::size_t r, std::span<double> u) const {
  check(r, 1, u.size());
  const std::size_t even = sobol_sequence::most_dimensions / 2 * 2;
  if (kind_ != sampling::sobol) plain(r, 0, u.data());
  if (kind_ == sampling::sobol && dimensions_ > sobol_sequence::most_dimensions) plain(r, even, u.data());
  for (std::size_t d = 0; d < prepared_->sobol.dimensions(); ++d)
    u[d] = nested_scrambling(prepared_->scrambling[d])(prepared_->sobol.digits(static_cast<std::uint32_t>(r), d));
  for (std::size_t d = 0; d < prepared_->permutations.size(); ++d)
    u[d] = detail::within(prepared_->permutations[d](r), u[d], rows_);
}

/// Coordinate `dimension` of scrambled Sobol' points, into every `dimensions_`-th place.
QUINDEX_INLINE void sampler::column(std::size_t first, std::size_t count, std::size_t dimension, double* out) const {
  detail::remembered_coins coins(prepared_->scrambling[dimension]);
  std::uint32_t digits = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const auto index = static_cast<std::uint32_t>(first + k);
    digits =
        k == 0 ? prepared_->sobol.digits(index, dimension) : prepared_->sobol.next_digits(digits, index, dimension);
    out[k * dimensions_ + dimension] =
        detail::scrambled(digits, [&coins](unsigned stage, std::uint64_t prefix) { return coins(stage, prefix); });
  }
}

QUINDEX_INLINE void sampler::rows(std::size_t first, std::size_t count, std::span<double> out) const {
  check(first, count, out.size());
  constexpr std::size_t few = 8;  // points for which remembering costs more than it saves
  if (kind_ == sampling::random)
    return uniform_pairs(random_stream(seed_, purpose_), static_cast<std::uint32_t>(first), dimensions_, out);
  if (kind_ != sampling::sobol || count < few) {
    for (std::size_t k = 0; k < count; ++k) row(first + k, out.subspan(k * dimensions_, dimensions_));
    return;
  }
  if (dimensions_ > sobol_sequence::most_dimensions)
    for (std::size_t k = 0; k < count; ++k)
      plain(first + k, sobol_sequence::most_dimensions / 2 * 2, out.data() + k * dimensions_);
  for (std::size_t d = 0; d < prepared_->sobol.dimensions(); ++d) column(first, count, d, out.data());
}

}  // namespace numeric
QUINDEX_END
