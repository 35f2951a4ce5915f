#include "quindex/numeric/minimise.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"

using quindex::numeric_error;
using quindex::numeric::minimise;

TEST(Minimise, finds_the_lowest_point) {
  const auto found = minimise([](double x) { return (x - 1.25) * (x - 1.25) + 3; }, -5, 5);
  EXPECT_NEAR(found.at, 1.25, 1e-7);
  EXPECT_NEAR(found.value, 3, 1e-14);
  EXPECT_NEAR(minimise([](double x) { return std::cos(x); }, 0, 6).at, 3.141592653589793, 1e-7);
}

TEST(Minimise, goes_to_the_edge_of_a_monotone_function) {
  EXPECT_NEAR(minimise([](double x) { return x; }, 2, 3).at, 2, 1e-6);
}

TEST(Minimise, refuses_an_empty_bracket_and_functions_without_value) {
  const auto square = [](double x) { return x * x; };
  EXPECT_THROW((void)minimise(square, 1, 1), numeric_error);
  EXPECT_THROW((void)minimise(square, 2, 1), numeric_error);
  EXPECT_THROW((void)minimise(square, 0, std::nan("")), numeric_error);
  EXPECT_THROW((void)minimise([](double x) { return std::sqrt(x); }, -3, -2), numeric_error);
}
