/// A 64-bit fingerprint of data, to tell whether two tables or results are the same to the last bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// XXH64 over everything added so far, as if it were one string of bytes.
///
/// Not for security. Numbers are added in little-endian order on every machine; every missing value counts as the same
/// one, and 0 and -0 count as equal. Source: the XXH64 specification, xxHash fast digest algorithm, version 0.1.1.
class digest {
 public:
  explicit digest(std::uint64_t seed = 0) noexcept;

  /// Adds raw bytes.
  digest& add(std::span<const std::byte> bytes);
  /// Adds the characters, without a length: "ab" then "c" is "abc".
  digest& add(std::string_view text);
  /// Adds every value of a column.
  digest& add(column_view column);
  /// Adds one value.
  digest& add(double value) { return add(column_view(&value, 1)); }
  /// Adds one whole number.
  digest& add(std::uint64_t value);

  /// The fingerprint so far.
  [[nodiscard]] std::uint64_t value() const noexcept;
  /// The fingerprint as 16 lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;

 private:
  void consume(const unsigned char* stripe) noexcept;

  std::array<std::uint64_t, 4> lanes_;
  std::array<unsigned char, 32> rest_{};
  std::size_t rest_size_ = 0;
  std::uint64_t length_ = 0;
  std::uint64_t seed_;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/digest.ipp"
#endif
