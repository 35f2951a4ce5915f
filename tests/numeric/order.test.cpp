#include "quindex/numeric/order.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

#include "sample.hpp"

using namespace quindex;

namespace {

using column = std::vector<double>;
constexpr double absent = missing_value;

// The definition of each rule, by looking at all pairs.
column ranks_by_definition(const column& x, ties rule, bool largest_first) {
  column out(x.size(), absent);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (is_missing(x[i])) continue;
    double before = 0, equal = 0, equal_before = 0;
    column distinct;
    for (std::size_t k = 0; k < x.size(); ++k) {
      if (is_missing(x[k])) continue;
      if (x[k] == x[i]) ++equal, equal_before += k < i ? 1 : 0;
      if (largest_first ? x[k] > x[i] : x[k] < x[i]) ++before, distinct.push_back(x[k]);
    }
    std::sort(distinct.begin(), distinct.end());
    const auto levels = std::unique(distinct.begin(), distinct.end()) - distinct.begin();
    switch (rule) {
      case ties::best:
        out[i] = before + 1;
        break;
      case ties::worst:
        out[i] = before + equal;
        break;
      case ties::average:
        out[i] = before + (equal + 1) / 2;
        break;
      case ties::dense:
        out[i] = static_cast<double>(levels + 1);
        break;
      case ties::ordinal:
        out[i] = before + equal_before + 1;
        break;
    }
  }
  return out;
}

constexpr ties all_rules[] = {ties::best, ties::worst, ties::average, ties::dense, ties::ordinal};

}  // namespace

TEST(Ranks, ties_follow_the_rule) {
  const column x{10, 20, 20, 30};
  EXPECT_EQ(numeric::ranks(x, ties::best), (column{1, 2, 2, 4}));
  EXPECT_EQ(numeric::ranks(x, ties::worst), (column{1, 3, 3, 4}));
  EXPECT_EQ(numeric::ranks(x, ties::average), (column{1, 2.5, 2.5, 4}));
  EXPECT_EQ(numeric::ranks(x, ties::dense), (column{1, 2, 2, 3}));
  EXPECT_EQ(numeric::ranks(x, ties::ordinal), (column{1, 2, 3, 4}));
}

TEST(Ranks, the_largest_may_come_first) {
  const column x{10, 20, 20, 30};
  EXPECT_EQ(numeric::ranks(x, ties::best, true), (column{4, 2, 2, 1}));
  EXPECT_EQ(numeric::ranks(x, ties::worst, true), (column{4, 3, 3, 1}));
  EXPECT_EQ(numeric::ranks(x, ties::ordinal, true), (column{4, 2, 3, 1}));
}

TEST(Ranks, missing_values_have_none_and_are_not_counted) {
  const column found = numeric::ranks(column{absent, 5, absent, 7, 6}, ties::average, true);
  EXPECT_TRUE(sample::same_bits(found, column{absent, 3, absent, 1, 2}));
  EXPECT_TRUE(numeric::ranks({}).empty());
  EXPECT_TRUE(is_missing(numeric::ranks(column{absent}).front()));
}

TEST(Ranks, zero_and_minus_zero_are_tied) {
  EXPECT_EQ(numeric::ranks(column{0.0, -0.0, 1.0}, ties::best), (column{1, 1, 3}));
  EXPECT_EQ(numeric::ranks(column{0.0, -0.0, -1.0}, ties::dense), (column{2, 2, 1}));
}

TEST(Ranks, follow_the_definition_on_every_shape_and_size) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {1u, 2u, 20u, 51u, 80u, 81u, 200u, 700u})
      for (const double missing : {0.0, 0.3}) {
        const column x = sample::column(n, kind, missing, n);
        for (const ties rule : all_rules)
          for (const bool largest_first : {false, true})
            EXPECT_TRUE(
                sample::same_bits(numeric::ranks(x, rule, largest_first), ranks_by_definition(x, rule, largest_first)))
                << n << ' ' << static_cast<int>(kind) << ' ' << static_cast<int>(rule);
      }
}

TEST(Ranks, of_long_columns_come_from_a_stable_sort) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {5000u, 400000u}) {
      const column x = sample::column(n, kind);
      std::vector<std::size_t> by_value(n);
      std::iota(by_value.begin(), by_value.end(), std::size_t{0});
      std::stable_sort(by_value.begin(), by_value.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
      column expected(n);
      for (std::size_t i = 0; i < n; ++i) expected[by_value[i]] = static_cast<double>(i + 1);
      EXPECT_EQ(numeric::ranks(x, ties::ordinal), expected) << static_cast<int>(kind);
      EXPECT_EQ(numeric::order(x), by_value) << static_cast<int>(kind);
    }
}

TEST(Ranks, may_be_written_over_the_column) {
  for (const std::size_t n : {60u, 300u}) {
    column x = sample::column(n, sample::shape::few_values, 0.1);
    const column expected = numeric::ranks(x);
    numeric::ranks(x, ties::average, false, x);
    EXPECT_TRUE(sample::same_bits(x, expected));
  }
}

TEST(Ranks, a_ranker_forgets_the_column_before) {
  numeric::ranker ranker;
  for (const std::size_t n : {3000u, 40u, 500u}) {
    const column x = sample::column(n, sample::shape::heavy_tailed, 0.05);
    column out(n);
    ranker.ranks(x, ties::average, true, out);
    EXPECT_TRUE(sample::same_bits(out, numeric::ranks(x, ties::average, true)));
  }
}

TEST(Order, is_stable_and_puts_missing_last) {
  const column x{2, absent, 1, 2, absent, 3};
  EXPECT_EQ(numeric::order(x), (std::vector<std::size_t>{2, 0, 3, 5, 1, 4}));
  EXPECT_EQ(numeric::order(x, true), (std::vector<std::size_t>{5, 0, 3, 2, 1, 4}));
}

TEST(Range, skips_missing_values) {
  EXPECT_EQ(numeric::range(column{3, absent, -1, 2}), (numeric::extent{-1, 3, 3}));
  const numeric::extent nothing = numeric::range(column{absent});
  EXPECT_EQ(nothing.n, 0u);
  EXPECT_TRUE(is_missing(nothing.low) && is_missing(nothing.high));
}

TEST(Range, finds_the_ends_wherever_they_are) {
  for (std::size_t n = 1; n < 70; ++n)
    for (std::size_t at = 0; at < n; ++at) {
      column x(n, 0.5);
      x[at] = 7;
      x[n - 1 - at] = at == n - 1 - at ? 7 : -3;
      EXPECT_EQ(numeric::range(x).high, 7);
      EXPECT_EQ(numeric::range(x).low, n == 1 ? 7 : at == n - 1 - at ? 0.5 : -3);
    }
}
