#include "quindex/numeric/random.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <set>
#include <utility>
#include <vector>

namespace {

namespace qx = quindex;
using qx::numeric::normal_quantile;
using qx::numeric::number_of;
using qx::numeric::philox;
using qx::numeric::philox_wide;
using qx::numeric::random_block;
using qx::numeric::random_stream;

double normal_probability(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// The known answers that the authors of Philox publish with Random123 (kat_vectors, philox4x32 10).
TEST(Philox, gives_the_known_answers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (random_block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (random_block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (random_block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

// randomgen 2.5.1: Philox(key=0x1234567800000007, counter=c - 1, number=4, width=32).random_raw(8), c being the counter
// below; the counter is raised before the first block.
TEST(Philox, equals_the_narrow_form_of_randomgen) {
  EXPECT_EQ(philox({5, 1, 9, 0xdeadbeef}, {7, 0x12345678}),
            (random_block{0x73710429, 0x85314696, 0x768e0800, 0x981fab85}));
  EXPECT_EQ(philox({6, 1, 9, 0xdeadbeef}, {7, 0x12345678}),
            (random_block{0x20f6ad14, 0xf2f28399, 0xf30dc1f5, 0x27591d4c}));
}

// numpy 2.4.6: random.Philox(key=k, counter=c - 1).random_raw(4), words from the lowest of k and c.
TEST(Philox, equals_the_wide_form_of_numpy) {
  using wide = std::array<std::uint64_t, 4>;
  constexpr std::uint64_t most = ~std::uint64_t{0};
  EXPECT_EQ(philox_wide(wide{0, 0, 0, 0}, {0, 0}),
            (wide{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}));
  EXPECT_EQ(philox_wide(wide{10, 11, 12, most}, {0x0123456789abcdef, 0xfedcba9876543210}),
            (wide{0x1cfb087b78b99e9d, 0x83413d0b02aa012b, 0xc225b257701f4e07, 0x4e3084ead722105f}));
  EXPECT_EQ(philox_wide(wide{most - 2, most, most, most}, {2026, std::uint64_t{1} << 63U}),
            (wide{0xf7f977f14c6162fd, 0xac533324eb61a241, 0x4dd5882af797718c, 0x4c8e343d5561fe93}));
}

TEST(Philox, works_while_compiling) {
  static_assert(philox({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
  static_assert(random_stream(1, "a").uniform(0) > 0);
}

TEST(NumberOf, is_fnv_1a_with_an_end_mark) {
  // FNV-1a of no byte is the offset; the end mark 0xff follows: (offset ^ 0xff) · prime modulo 2^64.
  EXPECT_EQ(number_of(""), (0xCBF29CE484222325ULL ^ 0xFFULL) * 0x100000001B3ULL);
  EXPECT_NE(number_of("c", number_of("ab")), number_of("bc", number_of("a")));
  EXPECT_NE(number_of("", number_of("a")), number_of("a"));
}

TEST(RandomStream, is_looked_up_in_any_order) {
  const random_stream a(7, "test");
  const double late = a.uniform(1000000000000);
  EXPECT_EQ(random_stream(7, "test").uniform(1000000000000), late);
  EXPECT_EQ(a.uniform_pair(3)[0], a.uniform(3));
  EXPECT_EQ(a.in_replicate(2).uniform(3), random_stream(7, "test", 2).uniform(3));
}

TEST(RandomStream, differs_by_seed_purpose_replicate_and_draw) {
  const std::set<double> all{
      random_stream(7, "test").uniform(0),           random_stream(8, "test").uniform(0),
      random_stream(7ULL << 32U, "test").uniform(0), random_stream(7, "other").uniform(0),
      random_stream(7, "test", 1).uniform(0),        random_stream(7, "test").uniform(1),
      random_stream(7, "test").uniform(1ULL << 32U), random_stream(7, "test").uniform_pair(0)[1]};
  EXPECT_EQ(all.size(), 8U);
}

// With n numbers the mean of uniforms has standard error 1/√(12 n), that of their squares √(4/45)/√n; the share of each
// twentieth √(0.05·0.95/n). Five of these are never seen by chance, and the numbers never change.
TEST(RandomStream, is_uniform) {
  constexpr int n = 40000;
  const random_stream a(2008, "uniform");
  double sum = 0;
  double squares = 0;
  std::vector<int> twentieths(20);
  for (std::uint64_t i = 0; i < n; ++i) {
    const double u = a.uniform(i);
    ASSERT_TRUE(u > 0 && u < 1);
    sum += u, squares += u * u;
    ++twentieths[static_cast<std::size_t>(u * 20)];
  }
  EXPECT_NEAR(sum / n, 0.5, 5 / std::sqrt(12.0 * n));
  EXPECT_NEAR(squares / n, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / n));
  for (const int count : twentieths) EXPECT_NEAR(count / double{n}, 0.05, 5 * std::sqrt(0.05 * 0.95 / n));
}

// Moments 1 to 4 of a normal variable are 0, 1, 0, 3, with variances 1, 2, 15 and 96 for one number.
TEST(RandomStream, is_normal) {
  constexpr int n = 40000;
  const random_stream a(2008, "normal");
  std::vector<double> moments(5);
  for (std::uint64_t i = 0; i < n; ++i) {
    const double z = a.normal(i);
    double power = 1;
    for (std::size_t k = 1; k <= 4; ++k) moments[k] += (power *= z) / n;
  }
  EXPECT_NEAR(moments[1], 0, 5 * std::sqrt(1.0 / n));
  EXPECT_NEAR(moments[2], 1, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(moments[3], 0, 5 * std::sqrt(15.0 / n));
  EXPECT_NEAR(moments[4], 3, 5 * std::sqrt(96.0 / n));
}

TEST(RandomStream, chooses_among_n) {
  const random_stream a(1, "choice");
  std::vector<int> chosen(3);
  for (std::uint64_t i = 0; i < 9000; ++i) ++chosen[a.below(3, i)];
  for (const int count : chosen) EXPECT_NEAR(count, 3000, 5 * std::sqrt(9000 * 2.0 / 9));
  EXPECT_EQ(a.below(1, 5), 0U);
}

TEST(NormalQuantile, inverts_the_distribution) {
  for (const double p : {1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.01, 0.074, 0.076, 0.2, 0.4999, 0.5, 0.7, 0.93, 0.999})
    EXPECT_NEAR(normal_probability(normal_quantile(p)) / p, 1, 4e-13) << p;
}

// Percentiles as every table of the normal distribution has them, here with 16 digits.
TEST(NormalQuantile, gives_known_percentiles) {
  EXPECT_DOUBLE_EQ(normal_quantile(0.975), 1.959963984540054);
  EXPECT_DOUBLE_EQ(normal_quantile(0.9), 1.2815515655446004);
  EXPECT_DOUBLE_EQ(normal_quantile(0.25), -0.6744897501960817);
  EXPECT_DOUBLE_EQ(normal_quantile(1e-9), -5.997807015007686);
  EXPECT_EQ(normal_quantile(0.5), 0.0);
  EXPECT_EQ(normal_quantile(0.25), -normal_quantile(0.75));
}

TEST(NormalQuantile, has_ends) {
  EXPECT_EQ(normal_quantile(0), -HUGE_VAL);
  EXPECT_EQ(normal_quantile(1), HUGE_VAL);
  EXPECT_TRUE(qx::is_missing(normal_quantile(-0.1)));
  EXPECT_TRUE(qx::is_missing(normal_quantile(1.1)));
  EXPECT_TRUE(qx::is_missing(normal_quantile(qx::missing_value)));
}

// Φ(-z) to 18 digits from its series and continued fraction in decimal arithmetic.
TEST(NormalProbability, is_exact_to_the_last_places) {
  const std::vector<std::pair<double, double>> tails{{0.5, 3.0853753872598689636e-1}, {1, 1.5865525393145705141e-1},
                                                     {3, 1.3498980316300945267e-3},   {5.5, 1.8989562465887719384e-8},
                                                     {8, 6.2209605742717841235e-16},  {20, 2.7536241186062336951e-89},
                                                     {37, 5.7255712225245768227e-300}};
  for (const auto& [z, tail] : tails) {
    EXPECT_NEAR(qx::numeric::normal_probability(-z) / tail, 1, 2e-15) << z;
    EXPECT_NEAR(qx::numeric::normal_probability(z), 1 - tail, 2.3e-16) << z;
  }
  EXPECT_EQ(qx::numeric::normal_probability(0), 0.5);
  EXPECT_EQ(qx::numeric::normal_probability(-1e300), 0);
  EXPECT_EQ(qx::numeric::normal_probability(1e300), 1);
  EXPECT_TRUE(std::isnan(qx::numeric::normal_probability(std::nan(""))));
  for (int k = 1; k < 1000; ++k) {
    const double z = -8 + 0.016 * k;
    EXPECT_LT(qx::numeric::normal_probability(z - 0.016), qx::numeric::normal_probability(z)) << z;
    EXPECT_NEAR(normal_quantile(qx::numeric::normal_probability(-std::abs(z))), -std::abs(z), 1e-14) << z;
  }
}

}  // namespace
