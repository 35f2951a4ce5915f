// Means of the children, by hand.
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/aggregate/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;

const std::vector<double> half{0.5, 0.5};
const std::vector<double> quarter{0.25, 0.75};

double score_of(const auto& method, const std::vector<double>& z, const std::vector<double>& w) {
  return method.score(z, w);
}

// Case arithmetic_mean: by hand
TEST(ArithmeticMean, weighs_and_adds) {
  EXPECT_EQ(score_of(arithmetic_mean{}, {10, 30}, half), 20);
  EXPECT_EQ(score_of(arithmetic_mean{}, {10, 30}, quarter), 25);
  EXPECT_EQ(score_of(arithmetic_mean{}, {-1, 1}, half), 0);
}

TEST(ArithmeticMean, gives_each_child_its_weight_times_its_score) {
  std::vector<double> parts(2);
  arithmetic_mean{}.contributions(std::vector<double>{10, 30}, quarter, parts);
  expect_near(parts, {2.5, 22.5}, 0);
}

// Case geometric_mean: by hand
TEST(GeometricMean, multiplies) {
  EXPECT_NEAR(score_of(geometric_mean{}, {2, 8}, half), 4, 1e-15);
  EXPECT_NEAR(score_of(geometric_mean{}, {4, 16}, quarter), 11.313708498984761, 1e-14);  // 2^(0.25*2 + 0.75*4)
}

TEST(GeometricMean, is_0_with_a_child_of_0_and_says_that_it_needs_more) {
  EXPECT_EQ(score_of(geometric_mean{}, {0, 8}, half), 0);
  EXPECT_TRUE(geometric_mean{}.needs_non_negative());
}

// OECD and JRC (2008), page 103: 21, 1, 1, 1 has the arithmetic mean 6 and the geometric one 2.14.
TEST(GeometricMean, compensates_less_than_the_arithmetic) {
  EXPECT_EQ(score_of(arithmetic_mean{}, {21, 1, 1, 1}, {0.25, 0.25, 0.25, 0.25}), 6);
  EXPECT_NEAR(score_of(geometric_mean{}, {21, 1, 1, 1}, {0.25, 0.25, 0.25, 0.25}), 2.14, 0.005);
}

// Case harmonic_mean: by hand
TEST(HarmonicMean, adds_reciprocals) {
  EXPECT_EQ(score_of(harmonic_mean{}, {2, 6}, quarter), 4);  // 1 / (0.25/2 + 0.75/6)
  EXPECT_EQ(score_of(harmonic_mean{}, {0, 6}, quarter), 0);
  EXPECT_TRUE(harmonic_mean{}.needs_non_negative());
}

// Case power_mean: the other means are its cases
TEST(PowerMean, has_the_other_means_as_cases) {
  const std::vector<double> z{3, 4};
  EXPECT_EQ(score_of(power_mean{.exponent = 1}, z, half), score_of(arithmetic_mean{}, z, half));
  EXPECT_EQ(score_of(power_mean{.exponent = 0}, z, half), score_of(geometric_mean{}, z, half));
  EXPECT_EQ(score_of(power_mean{.exponent = 1e-9}, z, half), score_of(geometric_mean{}, z, half));
  EXPECT_EQ(score_of(power_mean{.exponent = -1}, z, half), score_of(harmonic_mean{}, z, half));
  EXPECT_NEAR(score_of(power_mean{.exponent = 2}, z, half), 3.5355339059327378, 1e-15);        // sqrt(12.5)
  EXPECT_NEAR(score_of(power_mean{.exponent = -2}, {1, 2}, half), 1.2649110640673518, 1e-15);  // 1 / sqrt(0.625)
  EXPECT_NEAR(score_of(power_mean{.exponent = 0.5}, {4, 16}, half), 9, 1e-14);
}

TEST(PowerMean, is_0_with_a_child_of_0_only_where_nothing_makes_up_for_it) {
  EXPECT_EQ(score_of(power_mean{.exponent = -0.5}, {0, 8}, half), 0);
  EXPECT_EQ(score_of(power_mean{.exponent = 0.5}, {0, 16}, half), 4);
  EXPECT_FALSE(power_mean{.exponent = 1}.needs_non_negative());
  EXPECT_TRUE(power_mean{.exponent = 2}.needs_non_negative());
}

TEST(PowerMean, has_exponents_from_minus_10_to_10) {
  using quindex::describe::value;
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)method::read(value::object{{"method", "power_mean"}, {"exponent", 99}}, qx::path("aggregate"));
            }),
            "aggregate.exponent: 99 is outside [-10, 10]");
}

TEST(Means, give_the_same_bits_by_unit_as_by_column) {
  const std::vector<std::vector<double>> columns{{1, 0.1, 3e-7, 97.3}, {2, 0, 12345.678, 41.9}, {3, 0.7, 1, 8.8}};
  const std::vector<double> weights{0.2, 0.5, 0.3};
  std::vector<const double*> starts;
  for (const auto& column : columns) starts.push_back(column.data());
  const auto same = [&](const auto& method) {
    std::vector<double> by_column(4);
    qx::numeric::active_kernels().mean(starts.data(), weights.data(), 3, 4, *method.as_mean(), by_column.data());
    for (std::size_t i = 0; i < 4; ++i)
      EXPECT_EQ(score_of(method, {columns[0][i], columns[1][i], columns[2][i]}, weights), by_column[i])
          << method.info.name << i;
  };
  same(arithmetic_mean{});
  same(geometric_mean{});
  same(harmonic_mean{});
  for (const double exponent : {-3.5, -1.0, 0.0, 0.5, 1.0, 2.0}) same(power_mean{.exponent = exponent});
}

// Case minimum, maximum: by hand
TEST(Minimum, and_maximum_look_at_children_that_count) {
  EXPECT_EQ(score_of(minimum{}, {3, 1, 2}, {0.4, 0.4, 0.2}), 1);
  EXPECT_EQ(score_of(minimum{}, {3, 1, 2}, {0.5, 0, 0.5}), 2);
  EXPECT_EQ(score_of(maximum{}, {3, 1, 2}, {0.4, 0.4, 0.2}), 3);
  EXPECT_EQ(score_of(maximum{}, {3, 1, 2}, {0, 0.5, 0.5}), 2);
}

// Case median: by hand
TEST(Median, is_the_middle_of_the_children_that_count) {
  EXPECT_EQ(score_of(median{}, {9, 1, 2}, {0.1, 0.1, 0.8}), 2);
  EXPECT_EQ(score_of(median{}, {9, 1, 2, 4}, {0.25, 0.25, 0.25, 0.25}), 3);
  EXPECT_EQ(score_of(median{}, {9, 1, 2}, {0.5, 0, 0.5}), 5.5);
}

}  // namespace
