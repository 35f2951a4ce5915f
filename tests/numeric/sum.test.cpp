#include "quindex/numeric/sum.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/numeric/exact_sum.hpp"
#include "sample.hpp"

using namespace quindex;

TEST(Sum, KeepsWhatPlainAdditionLoses) {
  EXPECT_EQ(numeric::sum(std::vector{1.0, 1e100, 1.0, -1e100}), 2.0);
  EXPECT_EQ(numeric::sum(std::vector<double>(10, 0.1)), 1.0);
}

TEST(Sum, OfNothingIsZero) { EXPECT_EQ(numeric::sum({}), 0.0); }

TEST(Sum, IsMissingIfAValueIs) {
  const std::vector<double> x{1, missing_value, 3};
  EXPECT_TRUE(is_missing(numeric::sum(x)));
  EXPECT_TRUE(is_missing(numeric::mean(x)));
}

TEST(Total, SkipsMissingValuesAndCountsTheRest) {
  const std::vector<double> x{1, missing_value, 3, 5};
  EXPECT_EQ(numeric::total(x), (numeric::tally{3, 9.0}));
  EXPECT_EQ(numeric::total(x).mean(), 3.0);
  EXPECT_TRUE(is_missing(numeric::total(std::vector{missing_value}).mean()));
}

TEST(Sum, OfInfinitiesIsWhatArithmeticSays) {
  EXPECT_EQ(numeric::sum(std::vector{1.0, HUGE_VAL}), HUGE_VAL);
  EXPECT_EQ(numeric::sum(std::vector{1e308, 1e308}), HUGE_VAL);
}

TEST(Sum, EqualsTheExactSumOnOrdinaryColumns) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {1u, 7u, 8u, 9u, 51u, 1000u, 4097u}) {
      const std::vector<double> x = sample::column(n, kind);
      EXPECT_EQ(numeric::sum(x), numeric::exact_sum().add(x).value()) << n;
    }
}

TEST(Mean, DividesTheSumByTheLength) { EXPECT_EQ(numeric::mean(std::vector{1.0, 2.0, 6.0}), 3.0); }
