#include "quindex/numeric/digest.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"

using quindex::numeric::digest;

namespace {
std::string hash(std::string_view text, std::uint64_t seed = 0) { return digest(seed).add(text).hex(); }
}  // namespace

TEST(Digest, is_xxh64) {
  EXPECT_EQ(hash(""), "ef46db3751d8e999");
  EXPECT_EQ(hash("a"), "d24ec4f1a98c6e5b");
  EXPECT_EQ(hash("abc"), "44bc2cf5ad770999");
  EXPECT_EQ(hash("Nobody inspects the spammish repetition"), "fbcea83c8a378bf1");
  EXPECT_EQ(hash("", 1), "d5afba1336a3be4b");
}

TEST(Digest, does_not_depend_on_how_the_bytes_arrive) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>('a' + i % 26);
  for (std::size_t step = 1; step < 70; ++step) {
    digest d;
    for (std::size_t from = 0; from < text.size(); from += step) d.add(std::string_view(text).substr(from, step));
    EXPECT_EQ(d.hex(), hash(text));
  }
}

TEST(Digest, of_a_column_is_that_of_its_bytes) {
  std::vector<double> x(200);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = 1.5 * static_cast<double>(i) - 7;
  const auto* bytes = reinterpret_cast<const char*>(x.data());  // a little-endian machine
  EXPECT_EQ(digest().add(quindex::column_view(x)).hex(), hash({bytes, 8 * x.size()}));
  EXPECT_EQ(digest().add(std::uint64_t{0x6362613938373635}).hex(), hash("56789abc"));
}

TEST(Digest, sees_one_missing_value_and_one_zero) {
  EXPECT_EQ(digest().add(quindex::missing_value).hex(), digest().add(-quindex::missing_value).hex());
  EXPECT_EQ(digest().add(0.0).hex(), digest().add(-0.0).hex());
  EXPECT_NE(digest().add(0.0).hex(), digest().add(0x1p-1074).hex());
}
