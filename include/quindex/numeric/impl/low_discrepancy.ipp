/// Bodies of numeric/low_discrepancy.hpp.
#pragma once

#include <array>
#include <bit>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/impl/sobol_numbers.ipp"
#include "quindex/numeric/low_discrepancy.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// Reads hexadecimal digits from the front of a text, four bits each.
class bit_reader {
 public:
  explicit bit_reader(std::string_view text) : text_(text) {}
  /// The next `count` bits as a number.
  std::uint32_t take(unsigned count) {
    std::uint32_t out = 0;
    for (; count > 0; --count) out = (out << 1U) | bit();
    return out;
  }
  /// What is left of the digit begun is skipped.
  void finish_digit() { at_ = (at_ + 3) / 4 * 4; }

 private:
  std::uint32_t bit() {
    const char c = text_[at_ / 4];
    const auto digit = static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    return (digit >> (3 - at_++ % 4)) & 1U;
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

/// The direction numbers of the next dimension of the list, as binary fractions of 32 digits.
inline std::array<std::uint32_t, 32> next_directions(bit_reader& list) {
  const std::uint32_t polynomial = list.take(16);
  const auto degree = static_cast<std::size_t>(std::bit_width(polynomial)) - 1;
  std::array<std::uint32_t, 32> v{};
  for (std::size_t k = 0; k < degree; ++k)
    v[k] = (2 * list.take(static_cast<unsigned>(k)) + 1) << (31 - k);  // m_k / 2^k with k counted from 1
  list.finish_digit();
  for (std::size_t k = degree; k < v.size(); ++k) {
    v[k] = v[k - degree] ^ (v[k - degree] >> degree);
    for (std::size_t j = 1; j < degree; ++j)
      if (((polynomial >> (degree - j)) & 1U) != 0) v[k] ^= v[k - j];
  }
  return v;
}

/// The coins of one block of a scrambling, see `nested_scrambling`.
struct coins {
  std::uint64_t tree = 0;
  std::uint64_t chain = 0;
};

inline coins coins_at(const random_stream& chance, unsigned stage, std::uint64_t prefix) noexcept {
  const random_block bits = chance.block((std::uint64_t{stage} << 48U) + prefix);
  return {bits[0] | (std::uint64_t{bits[1]} << 32U), bits[2] | (std::uint64_t{bits[3]} << 32U)};
}

/// The flips of the digits of one stage: `group` are its six digits, not all 0, `chain` the coins of the zeros that
/// follow the last block.
inline std::uint64_t flips_of(unsigned group, std::uint64_t tree, std::uint64_t chain) noexcept {
  const unsigned zeros = 6 - static_cast<unsigned>(std::bit_width(group));
  std::uint64_t out = chain >> (63U - zeros);  // the zeros' own digits, and the first that is not
  for (unsigned level = zeros + 1; level < 6; ++level)
    out = (out << 1U) | ((tree >> ((1U << level) - 1U + (group >> (6U - level)))) & 1U);
  return out;
}

/// The scrambled number of a coordinate; `look(stage, prefix)` gives the coins of a block.
template <class Look>
[[nodiscard]] double scrambled(std::uint32_t digits, Look look) noexcept {
  const std::uint64_t x = std::uint64_t{digits} << 20U;
  std::uint64_t flips = 0;
  coins at = look(0U, std::uint64_t{0});
  bool passed_zeros = false;  // since the block `at`, whose chain has moved on
  unsigned below = 52;        // how many digits are left
  for (unsigned stage = 0; (x & ((std::uint64_t{1} << below) - 1)) != 0; ++stage) {
    const std::uint64_t prefix = x >> below;
    const auto group = static_cast<unsigned>(x >> (below - 6U)) & 63U;
    below -= 6;
    if (group == 0) {
      flips |= (at.chain >> 58U) << below;
      at.chain <<= 6U;
      passed_zeros = true;
      continue;
    }
    const std::uint64_t tree = passed_zeros ? look(stage, prefix).tree : at.tree;
    flips |= flips_of(group, tree, at.chain) << below;
    at = look(stage + 1, x >> below);
    passed_zeros = false;
  }
  flips |= at.chain >> (64U - below);
  return (static_cast<double>(x ^ flips) + 0.5) * 0x1p-52;
}

}  // namespace detail

QUINDEX_INLINE sobol_sequence::sobol_sequence(std::size_t dimensions) : directions_(dimensions * digits_held) {
  if (dimensions > most_dimensions)
    throw spec_error({"sobol_sequence", std::to_string(dimensions) + " dimensions",
                      "there are direction numbers for " + std::to_string(most_dimensions)});
  detail::bit_reader list(detail::sobol_numbers);
  for (std::size_t d = 0; d < dimensions; ++d) {
    std::array<std::uint32_t, digits_held> v{};
    for (std::size_t k = 0; k < digits_held; ++k) v[k] = std::uint32_t{1} << (31 - k);  // the first has no polynomial
    if (d > 0) v = detail::next_directions(list);
    for (std::size_t k = 0; k < digits_held; ++k) directions_[d * digits_held + k] = v[k];
  }
}

QUINDEX_INLINE std::uint32_t sobol_sequence::digits(std::uint32_t index, std::size_t dimension) const noexcept {
  const std::uint32_t* const v = directions_.data() + dimension * digits_held;
  std::uint32_t out = 0;
  for (std::uint32_t gray = index ^ (index >> 1U); gray != 0; gray &= gray - 1) out ^= v[std::countr_zero(gray)];
  return out;
}

QUINDEX_INLINE std::uint32_t sobol_sequence::next_digits(std::uint32_t before, std::uint32_t index,
                                                         std::size_t dimension) const noexcept {
  return before ^ directions_[dimension * digits_held + static_cast<std::size_t>(std::countr_zero(index))];
}

QUINDEX_INLINE void sobol_sequence::point(std::uint32_t index, std::span<double> u) const noexcept {
  for (std::size_t d = 0; d < dimensions(); ++d) u[d] = digits(index, d) * 0x1p-32;
}

QUINDEX_INLINE double nested_scrambling::operator()(std::uint32_t digits) const noexcept {
  return detail::scrambled(
      digits, [this](unsigned stage, std::uint64_t prefix) { return detail::coins_at(chance_, stage, prefix); });
}

}  // namespace numeric
QUINDEX_END
