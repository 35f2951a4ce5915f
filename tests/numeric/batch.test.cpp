#include "quindex/numeric/batch.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "batch.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/sum.hpp"

using namespace quindex;

namespace {

template <class Place>
void expect_the_ranks_of_columns(std::size_t n, sample::shape kind, double missing) {
  const std::size_t rows = 3;
  const std::vector<double> x = sample::column(rows * n, kind, missing, n);
  numeric::batch_ranker ranker;
  std::vector<Place> found(rows * n);
  for (const ties rule : sample::all_ties)
    for (const bool largest_first : {true, false}) {
      ranker.ranks<Place>({x.data(), rows, n, n}, rule, largest_first, found);
      for (std::size_t r = 0; r < rows; ++r) {
        const std::vector<double> expected = numeric::ranks(column_view(x).subspan(r * n, n), rule, largest_first);
        for (std::size_t i = 0; i < n; ++i) {
          const double rank = numeric::rank_of(found[r * n + i], rule);
          ASSERT_TRUE(sample::same_bits({&rank, 1}, {&expected[i], 1}))
              << n << ' ' << static_cast<int>(kind) << ' ' << static_cast<int>(rule) << ' ' << i;
        }
      }
    }
}

}  // namespace

TEST(Batch, uniforms_are_those_of_the_stream) {
  const numeric::random_stream stream(0x123456789ABCDEF, "batch");
  for (const std::size_t draws : {1u, 5u, 8u, 33u, 70u}) {
    const std::uint64_t first = 0xFFFFFFFFu - 3;  // the high half of a draw's number counts, too
    std::vector<double> out(9 * draws);
    numeric::uniforms(stream, 11, first, draws, out);
    for (std::size_t r = 0; r < 9; ++r)
      for (std::size_t d = 0; d < draws; ++d)
        ASSERT_EQ(out[r * draws + d], stream.in_replicate(static_cast<std::uint32_t>(11 + r)).uniform(first + d));
  }
}

TEST(Batch, pairs_are_those_of_the_stream) {
  const numeric::random_stream stream(0x123456789ABCDEF, "batch");
  for (const std::size_t numbers : {1u, 2u, 5u, 16u, 33u, 64u, 151u}) {
    std::vector<double> out(9 * numbers);
    numeric::uniform_pairs(stream, 11, numbers, out);
    for (std::size_t r = 0; r < 9; ++r)
      for (std::size_t d = 0; d < numbers; ++d)
        ASSERT_EQ(out[r * numbers + d],
                  stream.in_replicate(static_cast<std::uint32_t>(11 + r)).uniform_pair(d / 2)[d % 2]);
  }
}

TEST(Batch, every_instruction_set_gives_the_same_bits) {
  const numeric::kernels& portable = *numeric::kernels_for(numeric::isa::portable);
  const std::vector<double> expected = sample::everything_in_batches(portable);
  for (const numeric::kernels* k : sample::builds())
    EXPECT_TRUE(sample::same_bits(sample::everything_in_batches(*k), expected)) << k->name;
}

TEST(Batch, every_instruction_set_gives_the_same_trees) {
  const numeric::kernels& portable = *numeric::kernels_for(numeric::isa::portable);
  const kernel::mean_of all_means[] = {kernel::mean_of::values, kernel::mean_of::logarithms,
                                       kernel::mean_of::reciprocals, kernel::mean_of::powers};
  for (const auto missing : {kernel::absence::propagate, kernel::absence::renormalise, kernel::absence::zero})
    for (const auto inner : all_means)
      for (const auto outer : all_means)
        for (const bool has_zero : {false, true}) {
          const std::vector<double> expected = sample::tree_scores(portable, missing, inner, outer, has_zero);
          for (const numeric::kernels* k : sample::builds())
            EXPECT_TRUE(sample::same_bits(sample::tree_scores(*k, missing, inner, outer, has_zero), expected))
                << k->name;
        }
}

TEST(Batch, shares_are_weights_divided_by_their_exact_sum) {
  for (const std::size_t children : {1u, 2u, 7u, 8u, 9u, 23u, 90u}) {
    const std::vector<double> weights = sample::column(5 * children, sample::shape::skewed, 0, children);
    std::vector<std::size_t> places(children);
    for (std::size_t j = 0; j < children; ++j) places[j] = j;
    const double* own = weights.data() + 2 * children;  // those of the third replicate are used as they are
    const kernel::tree_children group{places.data(), places.data(), own, children};
    for (const numeric::kernels* k : sample::builds()) {
      std::vector<double> tile(8 * children), wholes(8);
      const kernel::tile_state state = k->shares(&group, 1, weights.data(), 5, children, tile.data(), wholes.data());
      EXPECT_EQ(state.bad, 0u);
      EXPECT_FALSE(state.has_zero);
      for (std::size_t r = 0; r < 5; ++r) {
        const column_view row = column_view(weights).subspan(r * children, children);
        double whole = 0;
        for (std::size_t j = 0; j < children; ++j) {
          const double expected = r == 2 ? row[j] : row[j] / numeric::sum(row);
          EXPECT_EQ(tile[8 * j + r], expected) << k->name << ' ' << children;
          whole += expected;
        }
        EXPECT_EQ(wholes[r], whole);
      }
    }
  }
}

TEST(Batch, shares_refuse_what_has_no_shares) {
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<double> rows{1, 0, 0, 0, -1, 2, inf, 1, missing_value, 1, 1e308, 1e308, 3, 1};
  const std::size_t places[] = {0, 1};
  const kernel::tree_children group{places, places, nullptr, 2};
  for (const numeric::kernels* k : sample::builds()) {
    double tile[16];
    const kernel::tile_state state = k->shares(&group, 1, rows.data(), 7, 2, tile, nullptr);
    EXPECT_EQ(state.bad, 0b0111110u) << k->name;
    EXPECT_TRUE(state.has_zero);
    EXPECT_EQ(tile[0], 1.0);
    EXPECT_EQ(tile[14], 0.25);
  }
}

TEST(Batch, keys_are_put_in_order) {
  for (const numeric::kernels* k : sample::builds())
    for (const std::size_t n : {1u, 2u, 3u, 16u, 17u, 100u, 1000u, 4096u})
      for (const std::size_t step : {2u, 7u, 10'000u})
        for (const std::uint32_t near : {0u, 1u, 300u}) {
          std::vector<std::uint32_t> expected = sample::keys(n, 12, step);
          const std::vector<std::uint32_t> found = sample::in_order(*k, expected, 12, 12, near);
          expected.resize(n);
          std::sort(expected.begin(), expected.end());
          for (std::uint32_t i = 1; i < n; ++i)
            if ((expected[i] >> 12) - (expected[i - 1] >> 12) <= near) expected.push_back(i);
          EXPECT_EQ(found, expected) << k->name << ' ' << n << ' ' << step << ' ' << near;
        }
}

TEST(Batch, keys_of_crowded_buckets_are_refused) {
  for (const numeric::kernels* k : sample::builds()) {
    std::vector<std::uint32_t> keys = sample::keys(1000, 12, 10'000);
    std::fill_n(keys.begin() + 500, 25, 1u << 12);  // with others in the first of 4,096 buckets
    EXPECT_FALSE(sample::in_order(*k, keys, 12, 12).empty()) << k->name;
    std::fill_n(keys.begin() + 500, 40, 1u << 12);
    EXPECT_TRUE(sample::in_order(*k, keys, 12, 12).empty()) << k->name;
  }
}

TEST(Batch, ranks_hold_where_one_value_is_far_from_all_others) {
  for (const std::size_t n : {200u, 1000u, 4096u, 4097u, 9000u})
    for (const double far : {50.0, 5000.0, 1e12}) {
      std::vector<double> x = sample::column(n, sample::shape::even, 0.0, n);
      x[n / 3] = far;
      std::vector<std::uint16_t> found(n);
      for (const ties rule : sample::all_ties) {
        numeric::batch_ranker().ranks<std::uint16_t>({x.data(), 1, n, n}, rule, true, found);
        const std::vector<double> expected = numeric::ranks(x, rule, true);
        for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(numeric::rank_of(found[i], rule), expected[i]) << n << ' ' << i;
      }
    }
}

TEST(Batch, ranks_are_those_of_columns) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {1u, 2u, 3u, 8u, 51u, 64u, 110u, 111u, 200u, 1000u, 3000u, 5000u})
      for (const double missing : {0.0, 0.1}) {
        expect_the_ranks_of_columns<std::uint16_t>(n, kind, missing);
        expect_the_ranks_of_columns<std::uint32_t>(n, kind, missing);
      }
  expect_the_ranks_of_columns<std::uint32_t>(17000, sample::shape::skewed, 0.0);
}

TEST(Batch, ranks_hold_where_cuts_are_equal_and_values_are_not) {
  for (const std::size_t n : {40u, 500u}) {
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = static_cast<double>(i * 7 % n) * 100;
    x[3] = std::nextafter(x[7], 1e9), x[5] = x[9], x[11] = -0.0, x[12] = 0.0;
    std::vector<std::uint16_t> found(n);
    for (const ties rule : sample::all_ties) {
      numeric::batch_ranker().ranks<std::uint16_t>({x.data(), 1, n, n}, rule, true, found);
      const std::vector<double> expected = numeric::ranks(x, rule, true);
      for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(numeric::rank_of(found[i], rule), expected[i]) << i;
    }
  }
}

TEST(Batch, ranks_refuse_numbers_too_small_for_them) {
  std::vector<double> x(40000, 1.0);
  std::vector<std::uint16_t> found(x.size());
  numeric::batch_ranker ranker;
  EXPECT_THROW(ranker.ranks<std::uint16_t>({x.data(), 1, x.size(), x.size()}, ties::average, true, found),
               numeric_error);
}

TEST(Batch, counts_of_ranks_add_up) {
  for (const std::size_t columns : {1u, 33u, 70u}) {
    const std::size_t rows = 2100, kinds = columns + 1;
    std::vector<std::uint16_t> ranks(rows * columns);
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = static_cast<std::uint16_t>(i * i % kinds);
    std::vector<std::uint32_t> expected(columns * kinds, 1), found = expected;
    for (std::size_t i = 0; i < ranks.size(); ++i) ++expected[i % columns * kinds + ranks[i]];
    const std::size_t cut = columns / 2 * kinds;  // in two parts, as two threads would
    numeric::count_ranks<std::uint16_t>(ranks, columns, kinds, 0, std::span(found).first(cut));
    numeric::count_ranks<std::uint16_t>(ranks, columns, kinds, columns / 2, std::span(found).subspan(cut));
    EXPECT_EQ(found, expected);
    const std::vector<std::uint32_t> wide(ranks.begin(), ranks.end());
    found.assign(columns * kinds, 1);
    numeric::count_ranks<std::uint32_t>(wide, columns, kinds, 0, found);
    EXPECT_EQ(found, expected);
  }
}
