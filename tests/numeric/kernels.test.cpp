#include "quindex/numeric/kernels.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "everything.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/order.hpp"
#include "sample.hpp"

using namespace quindex;
using numeric::absence;
using numeric::isa;
using numeric::kernels;
using numeric::mean_job;
using numeric::mean_of;

namespace {

using column = std::vector<double>;

std::vector<const kernels*> available() {
  std::vector<const kernels*> out;
  for (const isa set : {isa::portable, isa::v2, isa::v3, isa::v4})
    if (const kernels* found = numeric::kernels_for(set)) out.push_back(found);
  return out;
}

using sample::all_absences;
using sample::all_means;
using sample::everything;
using sample::mean_of_columns;

column one_row(const column& values, const column& weights, const mean_job& job) {
  std::vector<column> columns;
  for (const double v : values) columns.push_back({v});
  return mean_of_columns(numeric::active_kernels(), columns, weights, job);
}

double forward(mean_of f, double x, double p) {
  switch (f) {
    case mean_of::values:
      return x;
    case mean_of::logarithms:
      return numeric::log(x);
    case mean_of::reciprocals:
      return 1 / x;
    case mean_of::powers:
      return numeric::pow(x, p);
  }
  return x;
}
double backward(mean_of f, double y, double p) {
  switch (f) {
    case mean_of::values:
      return y;
    case mean_of::logarithms:
      return numeric::exp(y);
    case mean_of::reciprocals:
      return 1 / y;
    case mean_of::powers:
      return numeric::pow(y, 1 / p);
  }
  return y;
}

}  // namespace

TEST(Kernels, every_instruction_set_gives_the_same_bits) {
  const kernels& portable = *numeric::kernels_for(isa::portable);
  for (const kernels* k : available())
    for (const sample::shape kind : sample::all_shapes)
      for (const std::size_t n : {0u, 1u, 7u, 8u, 15u, 16u, 51u, 1000u, 2049u, 10000u}) {
        const column x = sample::column(n, kind, 0.05, n + 3);
        EXPECT_TRUE(sample::same_bits(everything(*k, x), everything(portable, x))) << k->name << ' ' << n;
      }
}

TEST(Kernels, every_instruction_set_gives_the_same_means) {
  const kernels& portable = *numeric::kernels_for(isa::portable);
  std::vector<column> columns;
  for (std::uint64_t j = 0; j < 9; ++j) columns.push_back(sample::column(103, sample::shape::skewed, 0.2, j));
  const column weights{1, 0.1, 0.3, 0, 2, 0.7, 1e-3, 5, 0.2};
  for (const kernels* k : available())
    for (const mean_of f : all_means)
      for (const absence missing : all_absences) {
        const mean_job job{f, 1.5, missing, 0.6};
        EXPECT_TRUE(sample::same_bits(mean_of_columns(*k, columns, weights, job),
                                      mean_of_columns(portable, columns, weights, job)))
            << k->name;
      }
}

TEST(Kernels, every_instruction_set_gives_the_same_counts_and_products) {
  const kernels& portable = *numeric::kernels_for(isa::portable);
  for (const std::size_t m : {1u, 5u, 8u, 13u, 24u}) {
    const std::size_t rows = 37, panels = (m + 7) / 8;
    column packed(panels * rows * 8);
    const column draws = sample::column(rows * m, sample::shape::heavy_tailed);
    for (std::size_t j = 0; j < m; ++j)
      for (std::size_t r = 0; r < rows; ++r) packed[(j / 8 * rows + r) * 8 + j % 8] = draws[j * rows + r];
    column expected(m * m);
    portable.products(packed.data(), rows, m, expected.data());
    for (std::size_t j = 0; j < m; ++j)
      for (std::size_t i = 0; i <= j; ++i) {
        double sum = 0;
        for (std::size_t r = 0; r < rows; ++r) sum += draws[i * rows + r] * draws[j * rows + r];
        EXPECT_EQ(expected[i + j * m], sum);  // row by row
      }
    for (const kernels* k : available()) {
      column found(m * m);
      k->products(packed.data(), rows, m, found.data());
      for (std::size_t j = 0; j < m; ++j)
        for (std::size_t i = 0; i <= j; ++i) EXPECT_EQ(found[i + j * m], expected[i + j * m]) << k->name;
    }
  }
  const column x = sample::column(67, sample::shape::few_values);
  for (const kernels* k : available()) {
    column below(x.size()), equal(x.size());
    k->count_below(x.data(), x.size(), below.data());
    k->count_equal(x.data(), x.size(), equal.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
      double less = 0, same = 0;
      for (const double v : x) less += v < x[i] ? 1 : 0, same += v == x[i] ? 1 : 0;
      EXPECT_EQ(below[i], less) << k->name;
      EXPECT_EQ(equal[i], same) << k->name;
    }
  }
}

TEST(Kernels, a_summary_is_the_range_and_the_sum) {
  for (const kernels* k : available())
    for (const sample::shape kind : sample::all_shapes)
      for (const std::size_t n : {0u, 1u, 7u, 8u, 51u, 1000u}) {
        const column x = sample::column(n, kind, 0.3, n);
        const auto both = k->summary(x.data(), n);
        const auto reach = k->extent(x.data(), n);
        const auto sum = k->sum(x.data(), n);
        EXPECT_TRUE(sample::same_bits(column{both.low, both.high, both.sum}, column{reach.low, reach.high, sum.sum}));
        EXPECT_EQ(both.n, sum.n);
      }
}

TEST(Kernels, panels_hold_columns_less_their_centres_as_rows) {
  for (const std::size_t rows : {1u, 7u, 8u, 9u, 16u, 51u})
    for (const std::size_t count : {0u, 1u, 5u, 8u}) {
      const column x = sample::column(rows * 8, sample::shape::skewed, 0.1, rows);
      column expected(rows * 8, 0.0);
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < count; ++c)
          if (!is_missing(x[c * rows + r])) expected[8 * r + c] = x[c * rows + r] - 0.1 * double(c);
      for (const kernels* k : available()) EXPECT_EQ(sample::panel_of(*k, x, rows, count), expected) << k->name;
    }
}

TEST(Kernels, comparisons_count_criteria) {
  constexpr std::size_t m = 9, tile = kernel::units_tile;
  const column x = sample::column(m * (tile + 1), sample::shape::few_values);
  column weighted, leads, won(tile, 5), lost(tile, 7);
  double ahead = 0, behind = 0;
  for (std::size_t l = 0; l < tile; ++l) {
    double weight = 0, lead = 0;
    for (std::size_t j = 0; j < m; ++j) {
      const double own = x[tile * m + j], other = x[tile * j + l];
      weight += own - other > 0.3 ? x[j] : own - other < -0.3 ? -x[j] : 0;
      lead += int(4 * own) > int(4 * other) ? 1 : int(4 * own) < int(4 * other) ? -1 : 0;
    }
    weighted.push_back(weight), leads.push_back(lead);
    if (l < 3 || l >= 60) continue;
    ahead += lead > 0, lost[l] += lead > 0, behind += lead < 0, won[l] += lead < 0;
  }
  column expected = weighted;
  for (const column& more : {leads, won, lost, column{ahead, behind}})
    expected.insert(expected.end(), more.begin(), more.end());
  for (const kernels* k : available()) EXPECT_EQ(sample::comparisons(*k, x, m), expected) << k->name;
}

TEST(Kernels, inversions_are_pairs_the_wrong_way_round) {
  for (const std::size_t n : {0u, 1u, 2u, 63u, 64u, 65u, 1000u, 4096u, 4100u, 9000u}) {
    std::vector<std::uint32_t> places;
    for (const std::size_t at : numeric::order(sample::column(n, sample::shape::even, 0, n)))
      places.push_back(static_cast<std::uint32_t>(at));
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = 0; k < i; ++k) expected += places[k] > places[i] ? 1 : 0;
    std::vector<std::uint64_t> room((n + 4095) / 4096 * kernel::inversion_room, ~std::uint64_t{0});
    for (const kernels* k : available())
      EXPECT_EQ(k->inversions(places.data(), n, room.data()), expected) << k->name << ' ' << n;
  }
}

TEST(Kernels, the_portable_one_is_always_there) {
  ASSERT_NE(numeric::kernels_for(isa::portable), nullptr);
  EXPECT_STREQ(numeric::kernels_for(isa::portable)->name, "portable");
  for (const kernels* k : available()) EXPECT_TRUE(k->name != nullptr);
}

TEST(Mean, has_the_bits_of_a_loop_over_the_children) {
  std::vector<column> columns;
  for (std::uint64_t j = 0; j < 7; ++j) columns.push_back(sample::column(50, sample::shape::skewed, 0.25, j + 40));
  const column weights{0.1, 0.2, 0.3, 0.4, 1.1, 0, 0.6};
  for (const mean_of f : all_means)
    for (const absence missing : all_absences) {
      const mean_job job{f, 0.7, missing, 0.5};
      double sum = 0, whole = 0;
      for (const double w : weights) sum += w;
      for (const double w : weights) whole += w / sum;
      column expected;
      for (std::size_t i = 0; i < 50; ++i) {
        double top = 0, bottom = 0;
        for (std::size_t j = 0; j < columns.size(); ++j) {
          if (weights[j] == 0) continue;
          double x = columns[j][i];
          if (missing == absence::renormalise && is_missing(x)) continue;
          if (missing == absence::zero && is_missing(x)) x = 0;
          top += weights[j] / sum * forward(f, x, job.power);
          bottom += weights[j] / sum;
        }
        if (bottom != whole) top /= bottom;
        const bool is_enough = missing != absence::renormalise || bottom / whole >= 0.5;
        expected.push_back(is_enough ? backward(f, top, job.power) : missing_value);
      }
      EXPECT_TRUE(sample::same_bits(mean_of_columns(numeric::active_kernels(), columns, weights, job), expected));
    }
}

TEST(Mean, does_not_divide_weights_that_sum_to_one) {
  // 0.1 ten times adds up to 1 - 2^-53: that is rounding, so these are shares as they stand.
  column x(10);
  const column w(10, 0.1);
  double expected = 0;
  for (std::size_t j = 0; j < x.size(); ++j) x[j] = 3 + static_cast<double>(j * j), expected += w[j] * x[j];
  for (const absence missing : all_absences) EXPECT_EQ(one_row(x, w, {mean_of::values, 1, missing})[0], expected);
}

TEST(Mean, is_the_same_under_every_policy_where_nothing_is_missing) {
  std::vector<column> columns;
  for (std::uint64_t j = 0; j < 200; ++j) columns.push_back(sample::column(33, sample::shape::skewed, 0, j));
  column weights(200);
  for (std::size_t j = 0; j < weights.size(); ++j) weights[j] = 0.3 + static_cast<double>(j % 7);
  for (const mean_of f : all_means) {
    const column plain = mean_of_columns(numeric::active_kernels(), columns, weights, {f, 1.5});
    for (const absence missing : {absence::renormalise, absence::zero})
      EXPECT_TRUE(
          sample::same_bits(mean_of_columns(numeric::active_kernels(), columns, weights, {f, 1.5, missing}), plain));
  }
}

TEST(Mean, of_nothing_is_missing) {
  const column nothing;
  double out = 0;
  for (const absence missing : all_absences) {
    numeric::active_kernels().mean(nullptr, nullptr, 0, 1, {mean_of::values, 1, missing}, &out);
    EXPECT_TRUE(is_missing(out));
  }
}

TEST(Mean, is_the_one_it_is_named_after) {
  EXPECT_EQ(one_row({2, 8}, {1, 3}, {mean_of::values})[0], 6.5);
  EXPECT_DOUBLE_EQ(one_row({2, 8}, {1, 1}, {mean_of::logarithms})[0], 4);
  EXPECT_DOUBLE_EQ(one_row({2, 6}, {1, 1}, {mean_of::reciprocals})[0], 3);
  EXPECT_DOUBLE_EQ(one_row({3, 4}, {1, 1}, {mean_of::powers, 2.0})[0], std::sqrt(12.5));
  EXPECT_EQ(one_row({0, 8}, {1, 1}, {mean_of::logarithms})[0], 0);
  EXPECT_EQ(one_row({0, 8}, {1, 1}, {mean_of::reciprocals})[0], 0);
}

TEST(Mean, treats_missing_children_as_told) {
  const column x{missing_value, 4, 6}, w{2, 1, 1};
  EXPECT_TRUE(is_missing(one_row(x, w, {mean_of::values})[0]));
  EXPECT_EQ(one_row(x, w, {mean_of::values, 1, absence::renormalise, 0.5})[0], 5);
  EXPECT_TRUE(is_missing(one_row(x, w, {mean_of::values, 1, absence::renormalise, 0.51})[0]));
  EXPECT_EQ(one_row(x, w, {mean_of::values, 1, absence::zero})[0], 2.5);
  EXPECT_EQ(one_row(x, {0, 1, 1}, {mean_of::values})[0], 5);  // of no weight, so never read
  EXPECT_TRUE(is_missing(one_row({missing_value}, {1}, {mean_of::values, 1, absence::renormalise, 0})[0]));
}

TEST(Mean, a_coverage_floor_is_not_missed_by_rounding) {
  // Seven of ten weights of 0.1 add up to a little less than 0.7 of their sum.
  column x(10, 1.0), w(10, 0.1);
  x[0] = x[1] = x[2] = missing_value;
  EXPECT_DOUBLE_EQ(one_row(x, w, {mean_of::values, 1, absence::renormalise, 0.7})[0], 1);
}

TEST(Affine, maps_the_ends_exactly_and_may_clamp_and_write_in_place) {
  column x{3, 5, 7, missing_value, 9, 1};
  const kernel::affine_map map{3, 4, 0, 100, 0, 100};
  numeric::active_kernels().affine(x.data(), x.size(), map, x.data());
  EXPECT_TRUE(sample::same_bits(x, column{0, 50, 100, missing_value, 100, 0}));
  column y{3, 11};
  numeric::active_kernels().affine(y.data(), y.size(), {3, 4, 0, 100}, y.data());
  EXPECT_EQ(y, (column{0, 200}));
}
