/// Bodies of numeric/digest.hpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>

#include "quindex/numeric/digest.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// The five primes of the specification.
inline constexpr std::uint64_t digest_prime_1 = 0x9E3779B185EBCA87u;
inline constexpr std::uint64_t digest_prime_2 = 0xC2B2AE3D27D4EB4Fu;
inline constexpr std::uint64_t digest_prime_3 = 0x165667B19E3779F9u;
inline constexpr std::uint64_t digest_prime_4 = 0x85EBCA77C2B2AE63u;
inline constexpr std::uint64_t digest_prime_5 = 0x27D4EB2F165667C5u;

inline std::uint64_t little_endian(const unsigned char* bytes, std::size_t count) noexcept {
  std::uint64_t out = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&out, bytes, count);
  } else {
    for (std::size_t i = 0; i < count; ++i) out |= std::uint64_t{bytes[i]} << (8 * i);
  }
  return out;
}

inline std::uint64_t digest_round(std::uint64_t lane, std::uint64_t word) noexcept {
  return std::rotl(lane + word * digest_prime_2, 31) * digest_prime_1;
}

inline std::uint64_t digest_merge(std::uint64_t hash, std::uint64_t lane) noexcept {
  return (hash ^ digest_round(0, lane)) * digest_prime_1 + digest_prime_4;
}

// The last 31 bytes at most, eight, four and one at a time.
inline std::uint64_t digest_tail(std::uint64_t hash, const unsigned char* at, std::size_t left) noexcept {
  for (; left >= 8; at += 8, left -= 8)
    hash = std::rotl(hash ^ digest_round(0, little_endian(at, 8)), 27) * digest_prime_1 + digest_prime_4;
  if (left >= 4) {
    hash = std::rotl(hash ^ (little_endian(at, 4) * digest_prime_1), 23) * digest_prime_2 + digest_prime_3;
    at += 4, left -= 4;
  }
  for (; left > 0; ++at, --left) hash = std::rotl(hash ^ (*at * digest_prime_5), 11) * digest_prime_1;
  return hash;
}

}  // namespace detail

QUINDEX_INLINE digest::digest(std::uint64_t seed) noexcept
    : lanes_{seed + detail::digest_prime_1 + detail::digest_prime_2, seed + detail::digest_prime_2, seed,
             seed - detail::digest_prime_1},
      seed_(seed) {}

QUINDEX_INLINE void digest::consume(const unsigned char* stripe) noexcept {
  for (std::size_t i = 0; i < 4; ++i)
    lanes_[i] = detail::digest_round(lanes_[i], detail::little_endian(stripe + 8 * i, 8));
}

QUINDEX_INLINE digest& digest::add(std::span<const std::byte> bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t left = bytes.size();
  length_ += left;
  if (rest_size_ > 0) {
    const std::size_t taken = std::min(left, rest_.size() - rest_size_);
    std::copy_n(at, taken, rest_.data() + rest_size_);
    rest_size_ += taken, at += taken, left -= taken;
    if (rest_size_ < rest_.size()) return *this;
    consume(rest_.data());
    rest_size_ = 0;
  }
  for (; left >= rest_.size(); at += rest_.size(), left -= rest_.size()) consume(at);
  std::copy_n(at, left, rest_.data());
  rest_size_ = left;
  return *this;
}

QUINDEX_INLINE digest& digest::add(std::string_view text) {
  return add(std::as_bytes(std::span<const char>(text.data(), text.size())));
}

QUINDEX_INLINE digest& digest::add(std::uint64_t value) {
  std::array<std::byte, 8> bytes{};
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::byte>(value >> (8 * i));
  return add(std::span<const std::byte>(bytes));
}

QUINDEX_INLINE digest& digest::add(column_view column) {
  constexpr std::size_t block = 64;
  std::array<std::byte, 8 * block> bytes{};
  for (std::size_t from = 0; from < column.size(); from += block) {
    const std::size_t count = std::min(block, column.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      // x + 0.0 turns -0 into 0; one pattern stands for all that is missing.
      const double x = column[from + i] + 0.0;
      const std::uint64_t bits = is_missing(x) ? 0x7FF8000000000000u : std::bit_cast<std::uint64_t>(x);
      for (std::size_t b = 0; b < 8; ++b) bytes[8 * i + b] = static_cast<std::byte>(bits >> (8 * b));
    }
    add(std::span<const std::byte>(bytes.data(), 8 * count));
  }
  return *this;
}

QUINDEX_INLINE std::uint64_t digest::value() const noexcept {
  std::uint64_t hash = seed_ + detail::digest_prime_5;
  if (length_ >= rest_.size()) {
    hash = std::rotl(lanes_[0], 1) + std::rotl(lanes_[1], 7) + std::rotl(lanes_[2], 12) + std::rotl(lanes_[3], 18);
    for (const std::uint64_t lane : lanes_) hash = detail::digest_merge(hash, lane);
  }
  hash = detail::digest_tail(hash + length_, rest_.data(), rest_size_);
  hash = (hash ^ (hash >> 33)) * detail::digest_prime_2;
  hash = (hash ^ (hash >> 29)) * detail::digest_prime_3;
  return hash ^ (hash >> 32);
}

QUINDEX_INLINE std::string digest::hex() const {
  std::string out(16, '0');
  const std::uint64_t hash = value();
  for (std::size_t i = 0; i < 16; ++i) out[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15u];
  return out;
}

}  // namespace numeric
QUINDEX_END
