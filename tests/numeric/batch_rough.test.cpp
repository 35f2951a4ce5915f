/// Rough numbers: sums that are right to rounding, and ranks that are certain or open.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <vector>

#include "batch.hpp"
#include "quindex/numeric/batch.hpp"

using namespace quindex;

TEST(BatchRough, ranks_of_rough_numbers_are_certain_or_open) {
  constexpr double off = 1e-12;
  for (const sample::shape kind : {sample::shape::even, sample::shape::skewed})
    for (const std::size_t n : {1u, 2u, 5u, 51u, 110u, 111u, 1000u, 5000u, 17000u}) {
      const std::vector<double> x = sample::column(n, kind, 0.0, n), errors = sample::column(n, sample::shape::even);
      std::vector<double> sorted = x;
      std::sort(sorted.begin(), sorted.end());
      for (std::size_t i = 1; i < n; ++i) ASSERT_GT(sorted[i] - sorted[i - 1], 2 * off);
      std::vector<double> rows;  // numbers as they are, rough ones, and rough ones of which two are near
      for (const double by : {0.0, off, off})
        for (std::size_t i = 0; i < n; ++i) rows.push_back(x[i] + by * (errors[i] - 0.5));
      rows[2 * n] = rows[3 * n - 1] + 0.5 * off;
      const double apart[] = {-1.0, off, off};
      for (const ties rule : sample::all_ties)
        for (const bool largest_first : {false, true}) {
          const std::vector<double> expected = numeric::ranks(x, rule, largest_first);
          std::vector<std::uint32_t> found(3 * n);
          std::vector<std::size_t> open;
          numeric::batch_ranker().ranks<std::uint32_t>({rows.data(), 3, n, n}, apart, rule, largest_first, found, open);
          for (std::size_t k = 0; k < 2 * n; ++k)
            ASSERT_EQ(numeric::rank_of(found[k], rule), expected[k % n]) << n << ' ' << k;
          EXPECT_EQ(open, n == 1 ? std::vector<std::size_t>{} : std::vector<std::size_t>{2}) << n;
        }
    }
}

TEST(BatchRough, rough_numbers_that_lack_one_are_open) {
  for (const std::size_t n : {1u, 51u, 500u, 17000u}) {
    std::vector<double> x = sample::column(n, sample::shape::even);
    x[n / 2] = missing_value;
    std::vector<std::uint32_t> found(n);
    std::vector<std::size_t> open;
    const double apart[] = {1e-12};
    numeric::batch_ranker().ranks<std::uint32_t>({x.data(), 1, n, n}, apart, ties::best, true, found, open);
    EXPECT_EQ(open, std::vector<std::size_t>{0});
  }
}

TEST(BatchRough, rough_sums_are_right_to_rounding) {
  constexpr std::size_t leaves = 7, replicates = 6;
  for (const std::size_t units : {1u, 7u, 8u, 9u, 19u, 32u}) {
    const std::vector<double> x = sample::column(leaves * 32, sample::shape::skewed),
                              tile = sample::column(8 * leaves, sample::shape::even);
    for (const numeric::kernels* k : sample::builds()) {
      std::vector<double> sums(replicates * units, -1), moved(units, -1);
      k->rough(leaves, {x.data(), nullptr, 32, 0, units}, {tile.data(), nullptr, replicates, false},
               {sums.data(), 0, units});
      const double* const columns[] = {x.data() + 32, x.data() + 96};
      k->moved(x.data(), columns, tile.data(), 2, units, moved.data());
      for (std::size_t i = 0; i < units; ++i) {
        for (std::size_t r = 0; r < replicates; ++r) {
          double sum = 0;
          for (std::size_t j = 0; j < leaves; ++j) sum += tile[8 * j + r] * x[32 * j + i];
          EXPECT_NEAR(sums[r * units + i], sum, 1e-14 * std::abs(sum) + 1e-14) << k->name << ' ' << units;
        }
        const double sum = x[i] + tile[0] * x[32 + i] + tile[1] * x[96 + i];
        EXPECT_NEAR(moved[i], sum, 1e-14 * std::abs(sum) + 1e-14) << k->name << ' ' << units;
      }
    }
  }
}

TEST(BatchRough, other_numbers_are_marked_by_value) {
  for (const std::size_t n : {1u, 3u, 7u, 8u, 9u, 13u, 16u, 51u, 63u, 64u}) {
    const std::vector<double> a = sample::column(n, sample::shape::skewed);
    for (const numeric::kernels* k : sample::builds()) {
      EXPECT_EQ(k->others(a.data(), a.data(), n), 0u) << k->name << ' ' << n;
      std::uint64_t all = 0;
      std::vector<double> every = a;
      for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> b = a;
        b[i] = i % 2 == 0 ? std::nextafter(a[i], 2 * a[i] + 1) : missing_value;
        every[i] = b[i];
        all |= std::uint64_t{1} << i;
        EXPECT_EQ(k->others(a.data(), b.data(), n), std::uint64_t{1} << i) << k->name << ' ' << n;
        EXPECT_EQ(k->others(a.data(), every.data(), n), all) << k->name << ' ' << n;
      }
    }
  }
  const double zeros[] = {0.0, -0.0, 0.0}, negative[] = {-0.0, -0.0, 0.0};
  for (const numeric::kernels* k : sample::builds()) EXPECT_EQ(k->others(zeros, negative, 3), 0u) << k->name;
}

TEST(BatchRough, shares_are_multiplied_down_the_tree) {
  // (a b) c, of which the last is the root: groups are places 3 and 4
  const std::size_t inner[] = {0, 1}, outer[] = {3, 2};
  const kernel::tree_children groups[] = {{inner, inner, nullptr, 2}, {outer, outer, nullptr, 2}};
  for (const numeric::kernels* k : sample::builds()) {
    std::vector<double> tile(8 * 5);
    for (std::size_t r = 0; r < 8; ++r) {
      const double half = 0.5 + 0.05 * static_cast<double>(r);
      tile[r] = half, tile[8 + r] = 1 - half, tile[16 + r] = 0.25, tile[24 + r] = 0.75;
    }
    k->collapse(groups, 2, 3, tile.data());
    for (std::size_t r = 0; r < 8; ++r) {
      const double half = 0.5 + 0.05 * static_cast<double>(r);
      EXPECT_EQ(tile[r], 0.75 * half);
      EXPECT_EQ(tile[8 + r], 0.75 * (1 - half));
      EXPECT_EQ(tile[16 + r], 0.25);
    }
  }
}
