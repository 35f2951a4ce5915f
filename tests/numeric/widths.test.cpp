// The lane widths of processors that the tests may not run on: their code, made of what this one has.

// Wide vectors are passed in other ways where the processor has them; nothing here crosses such a border.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wpsabi"
#endif

#include <gtest/gtest.h>
#include <vector>

#include "batch.hpp"
#include "everything.hpp"
#include "quindex/numeric/impl/kernels.ipp"
#include "quindex/numeric/kernels.hpp"
#include "sample.hpp"

using namespace quindex;

namespace {

template <int Width>
struct lanes_of {
  static constexpr const char* name = "width";
  static constexpr int width = Width;
};

template <class Lanes>
class Width : public testing::Test {};
using widths = testing::Types<lanes_of<1>, lanes_of<2>, lanes_of<4>, lanes_of<8>>;
TYPED_TEST_SUITE(Width, widths);

}  // namespace

TYPED_TEST(Width, does_not_change_a_bit) {
  const kernel::kernels &mine = kernel::kernel_set<TypeParam>::table(), &active = numeric::active_kernels();
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {0u, 1u, 7u, 8u, 17u, 51u, 2049u, 5000u}) {
      const std::vector<double> x = sample::column(n, kind, 0.05, n + 3);
      EXPECT_TRUE(sample::same_bits(sample::everything(mine, x), sample::everything(active, x))) << n;
    }
}

TYPED_TEST(Width, does_not_change_a_mean) {
  std::vector<std::vector<double>> columns;
  for (std::uint64_t j = 0; j < 5; ++j) columns.push_back(sample::column(77, sample::shape::skewed, 0.2, j));
  const std::vector<double> weights{1, 0.1, 0, 2, 0.7};
  for (const kernel::mean_of f : sample::all_means)
    for (const kernel::absence missing : sample::all_absences) {
      const kernel::mean_job job{f, 1.5, missing, 0.6};
      EXPECT_TRUE(
          sample::same_bits(sample::mean_of_columns(kernel::kernel_set<TypeParam>::table(), columns, weights, job),
                            sample::mean_of_columns(numeric::active_kernels(), columns, weights, job)));
    }
}

TYPED_TEST(Width, does_not_change_counts_or_products) {
  const kernel::kernels &mine = kernel::kernel_set<TypeParam>::table(), &active = numeric::active_kernels();
  const std::vector<double> x = sample::column(67, sample::shape::few_values);
  std::vector<double> a(x.size()), b(x.size());
  mine.count_below(x.data(), x.size(), a.data());
  active.count_below(x.data(), x.size(), b.data());
  EXPECT_EQ(a, b);
  mine.count_equal(x.data(), x.size(), a.data());
  active.count_equal(x.data(), x.size(), b.data());
  EXPECT_EQ(a, b);
  const std::vector<double> packed = sample::column(3 * 29 * 8, sample::shape::even);
  const std::vector<double> units = sample::column(9 * 65, sample::shape::few_values);
  EXPECT_EQ(sample::comparisons(mine, units, 9), sample::comparisons(active, units, 9));
  EXPECT_EQ(sample::panel_of(mine, packed, 29, 8), sample::panel_of(active, packed, 29, 8));
  std::vector<double> first(21 * 21), second(21 * 21);
  mine.products(packed.data(), 29, 21, first.data());
  active.products(packed.data(), 29, 21, second.data());
  EXPECT_EQ(first, second);
  first.assign(48, 1.0), second.assign(48, 1.0);
  mine.lose(packed.data() + 8, 29 * 8, 3, first.data());
  active.lose(packed.data() + 8, 29 * 8, 3, second.data());
  EXPECT_EQ(first, second);
}

TYPED_TEST(Width, does_not_change_a_bit_of_a_batch) {
  const kernel::kernels &mine = kernel::kernel_set<TypeParam>::table(), &active = numeric::active_kernels();
  EXPECT_TRUE(sample::same_bits(sample::everything_in_batches(mine), sample::everything_in_batches(active)));
  for (const kernel::absence missing : sample::all_absences)
    for (const kernel::mean_of inner : sample::all_means)
      for (const kernel::mean_of outer : {kernel::mean_of::values, kernel::mean_of::logarithms})
        for (const bool has_zero : {false, true})
          EXPECT_TRUE(sample::same_bits(sample::tree_scores(mine, missing, inner, outer, has_zero),
                                        sample::tree_scores(active, missing, inner, outer, has_zero)));
}
