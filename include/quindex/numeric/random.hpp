/// Random numbers that are looked up rather than drawn one after another: the same on every machine and for any number
/// of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The counter of a block of random bits, and the block itself: four words.
using random_block = std::array<std::uint32_t, 4>;

namespace detail {

/// The lower and the upper half of a product.
constexpr std::array<std::uint32_t, 2> halves_of_product(std::uint32_t a, std::uint32_t b) noexcept {
  const std::uint64_t product = std::uint64_t{a} * b;
  return {static_cast<std::uint32_t>(product), static_cast<std::uint32_t>(product >> 32U)};
}
constexpr std::array<std::uint64_t, 2> halves_of_product(std::uint64_t a, std::uint64_t b) noexcept {
  constexpr std::uint64_t low = 0xFFFFFFFFU;
  const std::uint64_t low_low = (a & low) * (b & low);
  const std::uint64_t high_low = (a >> 32U) * (b & low) + (low_low >> 32U);
  const std::uint64_t low_high = (a & low) * (b >> 32U) + (high_low & low);
  return {a * b, (a >> 32U) * (b >> 32U) + (high_low >> 32U) + (low_high >> 32U)};
}

/// Ten rounds of Philox on four words.
template <class Word>
constexpr std::array<Word, 4> philox_rounds(std::array<Word, 4> counter, std::array<Word, 2> key,
                                            const std::array<Word, 2>& multiplier,
                                            const std::array<Word, 2>& step) noexcept {
  for (int round = 0; round < 10; ++round) {
    const std::array<Word, 2> a = halves_of_product(multiplier[0], counter[0]);
    const std::array<Word, 2> b = halves_of_product(multiplier[1], counter[2]);
    counter = {b[1] ^ counter[1] ^ key[0], b[0], a[1] ^ counter[3] ^ key[1], a[0]};
    key = {key[0] + step[0], key[1] + step[1]};
  }
  return counter;
}

}  // namespace detail

/// Philox4x32-10: 128 random bits from a counter of 128 bits and a key of 64; Salmon, Moraes, Dror and Shaw (2011),
/// Parallel random numbers: as easy as 1, 2, 3, SC11.
[[nodiscard]] constexpr random_block philox(random_block counter, std::array<std::uint32_t, 2> key) noexcept {
  return detail::philox_rounds<std::uint32_t>(counter, key, {0xD2511F53U, 0xCD9E8D57U}, {0x9E3779B9U, 0xBB67AE85U});
}
/// Philox4x64-10, the wide form of the same: what numpy's `Philox` gives for the key and the counter plus one.
[[nodiscard]] constexpr std::array<std::uint64_t, 4> philox_wide(std::array<std::uint64_t, 4> counter,
                                                                 std::array<std::uint64_t, 2> key) noexcept {
  return detail::philox_rounds<std::uint64_t>(counter, key, {0xD2E7470EE14C6C93U, 0xCA5A826395121157U},
                                              {0x9E3779B97F4A7C15U, 0xBB67AE8584CAA73BU});
}

/// The number of a text, the same on every machine (FNV-1a, 64 bits); `from` is the number of what came before, so that
/// texts can be joined: `number_of("gdp", number_of("Oslo"))`.
[[nodiscard]] constexpr std::uint64_t number_of(std::string_view text,
                                                std::uint64_t from = 0xCBF29CE484222325U) noexcept {
  constexpr std::uint64_t prime = 0x100000001B3U;
  for (const char c : text) from = (from ^ static_cast<unsigned char>(c)) * prime;
  return (from ^ 0xFFU) * prime;  // an end mark that is no letter of UTF-8: ("ab", "c") differs from ("a", "bc")
}

/// The z below which a standard normal variable lies with probability p, within a few units of the last place; -inf at
/// 0, inf at 1, missing outside [0, 1]. Wichura (1988), Algorithm AS 241, Applied Statistics 37(3).
[[nodiscard]] double normal_quantile(double p) noexcept;

/// The probability that a standard normal variable is at most z, within a few units of the last place and with the same
/// bits on every machine; missing for a missing z. Cody (1969), Rational Chebyshev approximations for the error
/// function, Mathematics of Computation 23(107).
[[nodiscard]] double normal_probability(double z) noexcept;

/// A table of random numbers without end, for one purpose and one replicate; number `draw` is always the same, whoever
/// asks for it and when.
///
/// Two streams are independent unless seed, purpose and replicate are all equal. The key of Philox is the seed, its
/// counter is {draw, low half; draw, high half; replicate; purpose}.
class random_stream {
 public:
  /// `purpose` names what the numbers are for ("impute.draw"), so that two uses of one seed do not meet.
  explicit constexpr random_stream(std::uint64_t seed, std::string_view purpose, std::uint32_t replicate = 0) noexcept
      : seed_(seed), purpose_(folded(number_of(purpose))), replicate_(replicate) {}

  /// The same purpose in another replicate.
  [[nodiscard]] constexpr random_stream in_replicate(std::uint32_t replicate) const noexcept {
    random_stream out = *this;
    out.replicate_ = replicate;
    return out;
  }
  /// The key of Philox, and the last two words of its counters: for whoever looks up many numbers at once.
  [[nodiscard]] constexpr std::array<std::uint32_t, 2> key() const noexcept { return {low(seed_), high(seed_)}; }
  [[nodiscard]] constexpr std::uint32_t replicate() const noexcept { return replicate_; }
  [[nodiscard]] constexpr std::uint32_t purpose() const noexcept { return purpose_; }
  /// 128 random bits.
  [[nodiscard]] constexpr random_block block(std::uint64_t draw) const noexcept {
    return philox({low(draw), high(draw), replicate_, purpose_}, key());
  }
  /// Uniform on (0, 1), never 0 or 1: an odd multiple of 2^-53.
  [[nodiscard]] constexpr double uniform(std::uint64_t draw) const noexcept { return fraction(block(draw), 0); }
  /// Two independent uniform numbers for the price of one; the first is `uniform(draw)`.
  [[nodiscard]] constexpr std::array<double, 2> uniform_pair(std::uint64_t draw) const noexcept {
    const random_block bits = block(draw);
    return {fraction(bits, 0), fraction(bits, 2)};
  }
  /// Standard normal, by inversion of `uniform(draw)`.
  [[nodiscard]] double normal(std::uint64_t draw) const noexcept { return normal_quantile(uniform(draw)); }
  /// One of 0, ..., n - 1 with equal probability, from `uniform(draw)`; n has to be above 0.
  [[nodiscard]] constexpr std::size_t below(std::size_t n, std::uint64_t draw) const noexcept {
    const auto at = static_cast<std::size_t>(uniform(draw) * static_cast<double>(n));
    return at < n ? at : n - 1;
  }

 private:
  static constexpr std::uint32_t low(std::uint64_t x) noexcept { return static_cast<std::uint32_t>(x); }
  static constexpr std::uint32_t high(std::uint64_t x) noexcept { return static_cast<std::uint32_t>(x >> 32U); }
  static constexpr std::uint32_t folded(std::uint64_t x) noexcept { return low(x) ^ high(x); }
  static constexpr double fraction(const random_block& bits, std::size_t at) noexcept {
    const std::uint64_t both = (static_cast<std::uint64_t>(bits[at + 1]) << 32U) | bits[at];
    return (static_cast<double>(both >> 12U) + 0.5) * 0x1p-52;
  }

  std::uint64_t seed_;
  std::uint32_t purpose_;
  std::uint32_t replicate_;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/random.ipp"
#endif
