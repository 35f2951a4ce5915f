#include "quindex/numeric/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/numeric/low_discrepancy.hpp"

namespace {

namespace qx = quindex;
using qx::numeric::keyed_permutation;
using qx::numeric::random_stream;
using qx::numeric::sampler;
using qx::numeric::sampling;

constexpr sampling every_sampling[] = {sampling::random, sampling::sobol, sampling::latin_hypercube};

std::vector<double> sampled_row(const sampler& s, std::size_t r) {
  std::vector<double> u(s.dimensions());
  s.row(r, u);
  return u;
}

// From a second implementation of the header's words, in Python with integers, on the Philox of randomgen 2.5.1 and the
// Sobol' points of scipy 1.17.1.
TEST(Sampler, has_the_numbers_that_the_header_promises) {
  const std::uint64_t seed = 0x123456789abcdef;
  EXPECT_EQ(sampled_row(sampler(sampling::random, 1500, 5, seed, "golden"), 1000),
            (std::vector<double>{0x1.14d31387cfe0cp-3, 0x1.a053c8931b907p-1, 0x1.6dbc261d43231p-1, 0x1.267218ae86f8ep-2,
                                 0x1.2d5ae741085f6p-2}));
  EXPECT_EQ(sampled_row(sampler(sampling::sobol, 1500, 5, seed, "golden"), 1000),
            (std::vector<double>{0x1.c537a2df4b00dp-1, 0x1.cfc0b7609222fp-1, 0x1.7913d2f0dd545p-1, 0x1.921c352df39d0p-5,
                                 0x1.1373f3c0d03ccp-3}));
  EXPECT_EQ(sampled_row(sampler(sampling::latin_hypercube, 1500, 5, seed, "golden"), 1000),
            (std::vector<double>{0x1.c4fed72bd75f8p-1, 0x1.18bf97f0668bfp-4, 0x1.014490116d714p-1, 0x1.e1096cb90f936p-1,
                                 0x1.966337ca9febbp-2}));
  const keyed_permutation ten(10, random_stream(seed, "golden.permutation", 0));
  const std::vector<std::uint64_t> images{1, 4, 6, 8, 9, 0, 2, 3, 5, 7};
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(ten(i), images[i]);
}

TEST(Sampler, gives_many_rows_the_bits_of_one) {
  for (const sampling kind : every_sampling) {
    for (const std::size_t dimensions : {0U, 1U, 7U, 1113U}) {
      const sampler s(kind, 5000, dimensions, 3, "rows");
      const sampler copy = s;
      for (const std::size_t first : {0U, 63U, 4988U}) {
        for (const std::size_t count : {0U, 1U, 3U, 12U}) {
          std::vector<double> out(count * dimensions);
          copy.rows(first, count, out);
          std::vector<double> singly;
          for (std::size_t r = first + count; r-- > first;) {
            const std::vector<double> u = sampled_row(s, r);
            singly.insert(singly.begin(), u.begin(), u.end());
          }
          ASSERT_EQ(out, singly) << static_cast<int>(kind) << ' ' << dimensions << ' ' << first << ' ' << count;
        }
      }
    }
  }
}

TEST(Sampler, begins_alike_with_more_rows) {
  for (const sampling kind : {sampling::random, sampling::sobol})
    EXPECT_EQ(sampled_row(sampler(kind, 100, 9, 3, "more"), 99),
              sampled_row(sampler(kind, std::size_t{1} << 32U, 9, 3, "more"), 99));
}

TEST(Sampler, differs_by_seed_purpose_row_dimension_and_kind) {
  std::set<double> all;
  std::size_t n = 0;
  for (const sampling kind : every_sampling)
    for (const std::uint64_t seed : {1ULL, 2ULL, 1ULL << 40U})
      for (const char* const purpose : {"a", "b"})
        for (const std::size_t r : {0U, 1U, 77U}) {
          const std::vector<double> u = sampled_row(sampler(kind, 78, 400, seed, purpose), r);
          n += u.size();
          all.insert(u.begin(), u.end());
        }
  EXPECT_EQ(all.size(), n);
}

TEST(Sampler, stays_above_0_and_below_1) {
  for (const sampling kind : every_sampling)
    for (const std::size_t rows : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{1} << 32U}) {
      const sampler s(kind, rows, 300, 8, "open");
      for (const std::size_t r : {std::size_t{0}, rows / 2, rows - 1})
        for (const double u : sampled_row(s, r)) ASSERT_TRUE(u > 0 && u < 1) << u;
    }
}

// Latin hypercube: whatever the number of rows, each stratum of each dimension has its point.
TEST(Sampler, fills_every_stratum_of_a_latin_hypercube) {
  for (const std::size_t rows : {1U, 2U, 3U, 4U, 5U, 17U, 100U, 1024U, 1500U}) {
    const sampler s(sampling::latin_hypercube, rows, 12, 4, "strata");
    std::vector<std::set<std::size_t>> strata(s.dimensions());
    for (std::size_t r = 0; r < rows; ++r) {
      const std::vector<double> u = sampled_row(s, r);
      for (std::size_t d = 0; d < u.size(); ++d)
        strata[d].insert(static_cast<std::size_t>(u[d] * static_cast<double>(rows)));
    }
    for (const auto& filled : strata) EXPECT_EQ(filled.size(), rows);
  }
}

// Σ of d coordinates over n = 200 rows: a Latin hypercube's mean of a sum has variance far below d/(12 n); of a product
// of two, independent up to the strata, the mean stays within five standard errors of 1/4 over 500 seeds.
TEST(Sampler, makes_sums_exact_and_products_unbiased_in_a_latin_hypercube) {
  constexpr int seeds = 500, n = 20;
  double products = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const sampler s(sampling::latin_hypercube, n, 2, seed, "means");
    double sum = 0, product = 0;
    for (std::size_t r = 0; r < n; ++r) {
      const std::vector<double> u = sampled_row(s, r);
      sum += u[0] / n;
      product += u[0] * u[1] / n;
    }
    EXPECT_NEAR(sum, 0.5, 0.5 / n);  // every coordinate is within 1/n of where it is without chance
    products += (product - 0.25) / seeds;
  }
  EXPECT_LT(std::abs(products), 5 * std::sqrt((1.0 / 9 - 1.0 / 16) / n / seeds));
}

// Over 12,000 keys each of the 30 ordered pairs of images of (0, 1), (2, 5) and of the six single images is equally
// frequent within five standard errors.
TEST(KeyedPermutation, is_uniform_even_when_small) {
  constexpr std::size_t n = 12000;
  for (const auto& [a, b] : {std::pair<std::uint64_t, std::uint64_t>{0, 1}, {2, 5}}) {
    std::vector<int> pairs(36), single(6);
    for (std::uint64_t seed = 0; seed < n; ++seed) {
      const keyed_permutation p(6, random_stream(seed, "small"));
      ++pairs[p(a) * 6 + p(b)];
      ++single[p(a)];
    }
    const auto within = [](int count, double p) { return std::abs(count - n * p) <= 5 * std::sqrt(n * p * (1 - p)); };
    for (std::size_t k = 0; k < 36; ++k)
      EXPECT_TRUE(k % 7 == 0 ? pairs[k] == 0 : within(pairs[k], 1.0 / 30)) << k << ": " << pairs[k];
    for (const int count : single) EXPECT_TRUE(within(count, 1.0 / 6)) << count;
  }
}

TEST(KeyedPermutation, is_a_permutation) {
  for (const std::uint64_t size : {1ULL, 2ULL, 3ULL, 7ULL, 8ULL, 9ULL, 1000ULL, 65537ULL}) {
    const keyed_permutation p(size, random_stream(1, "all"));
    std::vector<bool> hit(size);
    for (std::uint64_t i = 0; i < size; ++i) {
      ASSERT_LT(p(i), size);
      hit[p(i)] = true;
    }
    EXPECT_EQ(std::count(hit.begin(), hit.end(), true), static_cast<std::ptrdiff_t>(size));
  }
  const keyed_permutation largest(std::uint64_t{1} << 32U, random_stream(1, "all"));
  EXPECT_LT(largest(4294967295U), std::uint64_t{1} << 32U);
}

// The mean of a sum of smooth functions over 256 rows: plain numbers have the variance of theory, within five standard
// errors √(2/40) of it over 40 seeds; the others, whose error falls faster, less than a fiftieth.
TEST(Sampler, is_better_than_chance_where_it_says_so) {
  const auto variance = [](sampling kind) {
    double out = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const sampler s(kind, 256, 8, seed, "better");
      double mean = 0;
      for (std::size_t r = 0; r < 256; ++r)
        for (const double u : sampled_row(s, r)) mean += (u * u - 1.0 / 3) / 256;
      out += mean * mean / 40;
    }
    return out;
  };
  const double plain = variance(sampling::random);
  EXPECT_NEAR(plain / (8 * (1.0 / 5 - 1.0 / 9) / 256), 1, 5 * std::sqrt(2.0 / 40));
  EXPECT_LT(variance(sampling::sobol), plain / 50);
  EXPECT_LT(variance(sampling::latin_hypercube), plain / 50);
}

std::string sampler_refusal(void (*act)()) {
  try {
    act();
  } catch (const qx::spec_error& e) {
    return e.what();
  }
  return "nothing";
}

TEST(Sampler, says_what_is_wrong) {
  EXPECT_EQ(sampler_refusal([] { sampler(sampling::random, (std::size_t{1} << 32U) + 1, 2, 1, ""); }),
            "sampler.rows: 4294967297 rows; there are at most 4294967296");
  EXPECT_EQ(sampler_refusal([] { (void)sampled_row(sampler(sampling::sobol, 10, 2, 1, ""), 10); }),
            "sampler.row: row 10; there are 10, counted from 0");
  EXPECT_EQ(sampler_refusal([] {
              std::vector<double> u(3);
              sampler(sampling::sobol, 10, 2, 1, "").row(0, u);
            }),
            "sampler.row: 3 places for 1 points; each takes 2");
}

}  // namespace
