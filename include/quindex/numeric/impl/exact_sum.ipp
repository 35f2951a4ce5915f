/// Bodies of numeric/exact_sum.hpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/exact_sum.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE void exact_sum::add_bits(std::uint64_t bits) noexcept {
  const auto exponent = static_cast<unsigned>(bits >> 52) & 0x7FFu;
  std::uint64_t mantissa = bits & 0x000FFFFFFFFFFFFFu;
  if (exponent == 0x7FFu) {
    special_ |= mantissa != 0 ? seen_nan : (bits >> 63) != 0 ? seen_minus : seen_plus;
    return;
  }
  mantissa |= std::uint64_t{exponent != 0} << 52;
  const unsigned place = exponent - (exponent != 0 ? 1u : 0u);
  const unsigned shift = place & 31u;
  const std::size_t piece = place >> 5;
  const auto low = static_cast<std::int64_t>((mantissa << shift) & 0xFFFFFFFFu);
  const auto high = static_cast<std::int64_t>((mantissa >> 1) >> (31u - shift));
  const std::int64_t sign = -static_cast<std::int64_t>(bits >> 63);  // 0 or -1: (v ^ sign) - sign negates
  pieces_[piece] += (low ^ sign) - sign;
  pieces_[piece + 1] += (high ^ sign) - sign;
}

QUINDEX_INLINE exact_sum& exact_sum::add(double x) noexcept {
  if (room_-- == 0) carry(pieces_), room_ = additions_between_carries - 1;
  add_bits(std::bit_cast<std::uint64_t>(x));
  return *this;
}

QUINDEX_INLINE exact_sum& exact_sum::add(column_view x) noexcept {
  for (std::size_t from = 0; from < x.size();) {
    if (room_ == 0) carry(pieces_), room_ = additions_between_carries;
    const std::size_t count = std::min(x.size() - from, static_cast<std::size_t>(room_));
    for (std::size_t i = 0; i < count; ++i) add_bits(std::bit_cast<std::uint64_t>(x[from + i]));
    room_ -= static_cast<int>(count);
    from += count;
  }
  return *this;
}

// Brings every piece but the last into [0, 2^32); the last keeps the sign.
QUINDEX_INLINE void exact_sum::carry(pieces& p) noexcept {
  std::int64_t over = 0;
  for (std::size_t i = 0; i + 1 < piece_count; ++i) {
    const std::int64_t v = p[i] + over;
    over = v >> 32;
    p[i] = v & 0xFFFFFFFF;
  }
  p[piece_count - 1] += over;
}

QUINDEX_INLINE exact_sum::pieces exact_sum::carried() const noexcept {
  pieces out = pieces_;
  carry(out);
  return out;
}

QUINDEX_INLINE exact_sum& exact_sum::operator+=(const exact_sum& other) noexcept {
  const pieces theirs = other.carried();
  carry(pieces_);
  for (std::size_t i = 0; i < piece_count; ++i) pieces_[i] += theirs[i];
  room_ = additions_between_carries - 1;
  special_ |= other.special_;
  return *this;
}

QUINDEX_INLINE bool exact_sum::is_same(const exact_sum& other) const noexcept {
  return special_ == other.special_ && carried() == other.carried();
}

QUINDEX_INLINE double exact_sum::value() const noexcept {
  if ((special_ & seen_nan) != 0 || special_ == (seen_plus | seen_minus)) return missing_value;
  if (special_ != 0) return special_ == seen_plus ? HUGE_VAL : -HUGE_VAL;
  pieces p = carried();
  const bool is_negative = p.back() < 0;
  if (is_negative) {
    for (std::int64_t& piece : p) piece = -piece;
    carry(p);
  }
  std::size_t top = piece_count;
  while (top > 0 && p[top - 1] == 0) --top;
  if (top == 0) return 0.0;
  --top;
  // The last piece may be wider than 32 bits; a sum that reaches it is far beyond the largest double.
  if (top == piece_count - 1) return is_negative ? -HUGE_VAL : HUGE_VAL;
  const auto piece = [&p](std::size_t i) { return static_cast<std::uint64_t>(p[i]); };
  const int last_bit = static_cast<int>(32 * top) + 63 - std::countl_zero(piece(top));  // its place above 2^-1074
  const int cut = std::max(0, last_bit - 52);                                           // first place that is kept
  std::uint64_t kept = 0;
  for (std::size_t i = static_cast<std::size_t>(cut) / 32; i <= top; ++i) {
    const int at = static_cast<int>(32 * i) - cut;
    kept |= at < 0 ? piece(i) >> -at : piece(i) << at;
  }
  if (cut > 0) {
    const int half = cut - 1;
    const auto half_piece = static_cast<std::size_t>(half) / 32;
    const bool is_half = ((piece(half_piece) >> (half % 32)) & 1u) != 0;
    bool is_more = (piece(half_piece) & ((std::uint64_t{1} << (half % 32)) - 1)) != 0;
    for (std::size_t i = 0; i < half_piece && !is_more; ++i) is_more = p[i] != 0;
    if (is_half && (is_more || (kept & 1u) != 0)) ++kept;
  }
  const double size = std::ldexp(static_cast<double>(kept), cut - 1074);
  return is_negative ? -size : size;
}

QUINDEX_INLINE std::vector<std::int64_t> exact_sum::state() const {
  const pieces p = carried();
  std::vector<std::int64_t> out{special_};
  out.insert(out.end(), p.begin(), p.end());
  return out;
}

QUINDEX_INLINE exact_sum exact_sum::from_state(std::span<const std::int64_t> state) {
  const auto is_piece = [](std::int64_t v) { return v >= 0 && v <= 0xFFFFFFFF; };
  constexpr std::int64_t most = std::int64_t{1} << 62;
  if (state.size() != piece_count + 1 || state.back() < -most || state.back() > most || state[0] < 0 ||
      state[0] > (seen_nan | seen_plus | seen_minus) || !std::all_of(state.begin() + 1, state.end() - 1, is_piece))
    throw data_error({"exact_sum.state", std::to_string(state.size()) + " numbers that are not the state of a sum",
                      "use what exact_sum::state() returned"});
  exact_sum out;
  out.special_ = state[0];
  std::copy(state.begin() + 1, state.end(), out.pieces_.begin());
  return out;
}

}  // namespace numeric
QUINDEX_END
