#include "quindex/numeric/sum.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/numeric/exact_sum.hpp"
#include "sample.hpp"

using namespace quindex;

TEST(Sum, keeps_what_plain_addition_loses) {
  EXPECT_EQ(numeric::sum(std::vector{1.0, 1e100, 1.0, -1e100}), 2.0);
  EXPECT_EQ(numeric::sum(std::vector<double>(10, 0.1)), 1.0);
}

TEST(Sum, of_nothing_is_zero) { EXPECT_EQ(numeric::sum({}), 0.0); }

TEST(Sum, is_missing_if_a_value_is) {
  const std::vector<double> x{1, missing_value, 3};
  EXPECT_TRUE(is_missing(numeric::sum(x)));
  EXPECT_TRUE(is_missing(numeric::mean(x)));
}

TEST(Total, skips_missing_values_and_counts_the_rest) {
  const std::vector<double> x{1, missing_value, 3, 5};
  EXPECT_EQ(numeric::total(x), (numeric::tally{3, 9.0}));
  EXPECT_EQ(numeric::total(x).mean(), 3.0);
  EXPECT_TRUE(is_missing(numeric::total(std::vector{missing_value}).mean()));
}

TEST(Sum, of_infinities_is_what_arithmetic_says) {
  EXPECT_EQ(numeric::sum(std::vector{1.0, HUGE_VAL}), HUGE_VAL);
  EXPECT_EQ(numeric::sum(std::vector{1e308, 1e308}), HUGE_VAL);
}

TEST(Sum, equals_the_exact_sum_on_ordinary_columns) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {1u, 7u, 8u, 9u, 51u, 1000u, 4097u}) {
      const std::vector<double> x = sample::column(n, kind);
      EXPECT_EQ(numeric::sum(x), numeric::exact_sum().add(x).value()) << n;
    }
}

TEST(Mean, divides_the_sum_by_the_length) { EXPECT_EQ(numeric::mean(std::vector{1.0, 2.0, 6.0}), 3.0); }
