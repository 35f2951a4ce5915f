#include "quindex/numeric/low_discrepancy.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <set>
#include <vector>

#include "quindex/error.hpp"

namespace {

namespace qx = quindex;
using qx::numeric::nested_scrambling;
using qx::numeric::random_block;
using qx::numeric::random_stream;
using qx::numeric::sobol_sequence;

constexpr std::array<std::size_t, 10> looked_at{0, 1, 2, 3, 9, 100, 479, 480, 1109, 1110};

// Points of the list new-joe-kuo-6.21201 as scipy 1.17.1 gives them: stats.qmc.Sobol(1111, scramble=False, bits=32),
// times 2^32. Dimension 1,110 is the last of degree 13.
TEST(SobolSequence, has_the_points_of_joe_and_kuo) {
  const std::vector<std::pair<std::uint32_t, std::array<std::uint32_t, 10>>> published{
      {0U, {}},
      {1U,
       {2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648,
        2147483648}},
      {2U,
       {3221225472, 1073741824, 1073741824, 1073741824, 3221225472, 1073741824, 1073741824, 1073741824, 1073741824,
        3221225472}},
      {5U,
       {3758096384, 3758096384, 536870912, 1610612736, 536870912, 536870912, 3758096384, 1610612736, 1610612736,
        1610612736}},
      {100U,
       {1778384896, 1107296256, 3321888768, 3120562176, 2986344448, 167772160, 3388997632, 3925868544, 1040187392,
        1979711488}},
      {777U,
       {2973761536, 4022337536, 700448768, 1178599424, 1388314624, 3619684352, 2780823552, 2814377984, 138412032,
        2512388096}},
      {1023U,
       {4194304, 3233808384, 2629828608, 624951296, 3653238784, 1019215872, 1019215872, 2562719744, 893386752,
        2529165312}},
      {123456789U,
       {4191448864, 3403469216, 27513184, 3903213344, 1734853024, 2298998240, 603175712, 32159648, 32470688,
        2054762400}}};
  const sobol_sequence all(sobol_sequence::most_dimensions);
  std::vector<double> u(all.dimensions());
  for (const auto& [index, expected] : published) {
    all.point(index, u);
    for (std::size_t k = 0; k < looked_at.size(); ++k) {
      EXPECT_EQ(all.digits(index, looked_at[k]), expected[k]) << index << ", dimension " << looked_at[k];
      EXPECT_EQ(u[looked_at[k]], expected[k] / 4294967296.0);
    }
  }
}

TEST(SobolSequence, steps_as_it_jumps) {
  const sobol_sequence s(sobol_sequence::most_dimensions);
  for (const std::size_t d : looked_at) {
    std::uint32_t x = s.digits(4000000000U, d);
    for (std::uint32_t index = 4000000001U; index < 4000000600U; ++index) {
      x = s.next_digits(x, index, d);
      ASSERT_EQ(x, s.digits(index, d));
    }
  }
}

TEST(SobolSequence, says_how_many_dimensions_there_are) {
  EXPECT_EQ(sobol_sequence(0).dimensions(), 0U);
  EXPECT_EQ(sobol_sequence(1111).dimensions(), 1111U);
  try {
    sobol_sequence(1112);
    FAIL();
  } catch (const qx::spec_error& e) {
    EXPECT_STREQ(e.what(), "sobol_sequence: 1112 dimensions; there are direction numbers for 1111");
  }
}

// Direction number k has k + 1 digits, the last of them 1, so that any 2^m points from a multiple of 2^m on have an
// interval of width 2^-m each, in every dimension.
TEST(SobolSequence, is_a_net_in_every_dimension) {
  const sobol_sequence s(sobol_sequence::most_dimensions);
  for (std::size_t d = 0; d < s.dimensions(); ++d) {
    for (int k = 0; k < 32; ++k) {
      const auto only_k_in_gray_code = static_cast<std::uint32_t>((std::uint64_t{2} << k) - 1);
      ASSERT_EQ(std::countr_zero(s.digits(only_k_in_gray_code, d)), 31 - k) << d;
    }
  }
  std::set<std::uint32_t> cells;
  for (std::uint32_t index = 3072; index < 4096; ++index) cells.insert(s.digits(index, 1110) >> 22U);
  EXPECT_EQ(cells.size(), 1024U);
}

/// The scrambling digit by digit, as the header words it.
double scrambled_slowly(std::uint32_t digits, const random_stream& chance) {
  const std::uint64_t x = std::uint64_t{digits} << 20U;
  std::uint64_t out = 0;
  for (unsigned i = 0; i < 52; ++i) {
    unsigned stage = i / 6;
    const unsigned length = i % 6;
    std::uint64_t prefix = x >> (52 - 6 * stage);
    const std::uint64_t tail = (x >> (52 - i)) & ((1U << length) - 1U);
    const auto words = [&](std::size_t first) {
      const random_block b = chance.block((std::uint64_t{stage} << 48U) + prefix);
      return b[first] | (std::uint64_t{b[first + 1]} << 32U);
    };
    std::uint64_t coin = 0;
    if (tail != 0) {
      coin = words(0) >> ((1U << length) - 1U + tail);
    } else {
      while (stage > 0 && prefix % 64 == 0) {
        prefix /= 64;
        --stage;
      }
      coin = words(2) >> (63 - (i - 6 * stage));
    }
    out = 2 * out + (((x >> (51 - i)) ^ coin) & 1U);
  }
  return (static_cast<double>(out) + 0.5) * 0x1p-52;
}

TEST(NestedScrambling, is_what_the_header_says) {
  const random_stream chance(5, "scrambling", 3);
  const nested_scrambling scramble(chance);
  const random_stream any(6, "digits");
  std::vector<std::uint32_t> tried{0, 1, 0x80000000U, 0xFFFFFFFFU, 0x02000000U, 0x00001000U, 0xFC001000U, 0xFC0003F0U};
  for (std::uint64_t k = 0; k < 2000; ++k) tried.push_back(any.block(k)[0] & any.block(k)[1]);
  for (const std::uint32_t digits : tried) ASSERT_EQ(scramble(digits), scrambled_slowly(digits, chance)) << digits;
}

/// How many of the points lie in each box of 2^a × 2^b equal ones.
std::vector<int> in_boxes(const std::vector<std::array<double, 2>>& points, int a, int b) {
  std::vector<int> counts(std::size_t{1} << static_cast<unsigned>(a + b));
  for (const auto& p : points)
    ++counts[static_cast<std::size_t>(std::ldexp(p[0], a)) * (std::size_t{1} << static_cast<unsigned>(b)) +
             static_cast<std::size_t>(std::ldexp(p[1], b))];
  return counts;
}

// The first two dimensions are a (0, m, 2)-net: one point in each of the 2^m boxes of any shape, scrambled or not.
TEST(NestedScrambling, keeps_a_net_a_net) {
  const sobol_sequence s(2);
  for (const std::uint32_t first : {0U, 1024U, 7U * 1024U}) {
    const nested_scrambling one(random_stream(9, "net", 0));
    const nested_scrambling two(random_stream(9, "net", 1));
    std::vector<std::array<double, 2>> points;
    for (std::uint32_t k = first; k < first + 1024; ++k) points.push_back({one(s.digits(k, 0)), two(s.digits(k, 1))});
    for (int a = 0; a <= 10; ++a) EXPECT_EQ(in_boxes(points, a, 10 - a), std::vector<int>(1024, 1)) << a;
  }
}

// Over 10,000 scramblings one point is uniform, and two points are independent below the digit in which they differ:
// each of 16 or 8 × 8 shares lies within five standard errors √(p (1 - p) / n), a chance of 6e-7 each.
TEST(NestedScrambling, makes_every_point_uniform) {
  constexpr std::size_t n = 10000;
  const sobol_sequence s(5);
  std::vector<int> shares(16), pairs(64);
  for (std::uint64_t seed = 0; seed < n; ++seed) {
    const nested_scrambling scramble(random_stream(seed, "uniform", 4));
    const double a = scramble(s.digits(6, 4));
    const double b = scramble(s.digits(7, 4));
    ++shares[static_cast<std::size_t>(a * 16)];
    ASSERT_NE(std::floor(2 * a), std::floor(2 * b));
    const auto eighth = [](double x) { return static_cast<std::size_t>((2 * x - std::floor(2 * x)) * 8); };
    ++pairs[eighth(a) * 8 + eighth(b)];
  }
  const auto within = [](int count, double p) { return std::abs(count - n * p) <= 5 * std::sqrt(n * p * (1 - p)); };
  for (const int count : shares) EXPECT_TRUE(within(count, 1.0 / 16)) << count;
  for (const int count : pairs) EXPECT_TRUE(within(count, 1.0 / 64)) << count;
}

// E uv = 1/4 with σ² = 1/9 - 1/16. Over a scrambled (0, m, 2)-net the variance of a mean is at most e σ²/n (Owen 1997);
// it is far less for a smooth function. Over 200 scramblings of 64 points the mean is within five standard errors of
// the bound, and the variance observed less than a twentieth of that of plain random numbers.
TEST(NestedScrambling, estimates_without_bias) {
  const sobol_sequence s(2);
  constexpr int scramblings = 200, n = 64;
  const double variance = 1.0 / 9 - 1.0 / 16;
  double sum = 0, squares = 0;
  for (std::uint64_t seed = 0; seed < scramblings; ++seed) {
    const nested_scrambling one(random_stream(seed, "bias", 0)), two(random_stream(seed, "bias", 1));
    double mean = 0;
    for (std::uint32_t k = 0; k < n; ++k) mean += one(s.digits(k, 0)) * two(s.digits(k, 1)) / n;
    sum += mean - 0.25;
    squares += (mean - 0.25) * (mean - 0.25);
  }
  EXPECT_LT(std::abs(sum / scramblings), 5 * std::sqrt(std::exp(1.0) * variance / n / scramblings));
  EXPECT_LT(squares / scramblings, variance / n / 20);
}

}  // namespace
