#include "quindex/denominate/ratio.hpp"

#include "methods.hpp"
#include "quindex/denominate/methods.hpp"

namespace {

using namespace trial;
using quindex::denominate::divide;
using quindex::denominate::ratio;

const std::vector<std::string> units{"A", "B"};

std::vector<double> divided(std::vector<double> x, const std::vector<double>& by, const ratio& how) {
  divide(x, by, how.by_what(), "indicators/doctors", units);
  return x;
}

// Case ratio: is the value times the factor over the denominator
TEST(Ratio, is_the_value_times_the_factor_over_the_denominator) {
  expect_near(divided({200, 900}, {1000, 3000}, {.by = "people"}), {0.2, 0.3});
  expect_near(divided({200, 900}, {1000, 3000}, {.by = "people", .factor = 1000}), {200, 300});
}

TEST(Ratio, is_missing_where_either_is) {
  expect_near(divided({none, 900}, {1000, none}, {.by = "people"}), {none, none});
  expect_near(divided({none, 900}, {0, 3000}, {.by = "people"}), {none, 0.3});
}

TEST(Ratio, refuses_denominators_that_are_no_sizes) {
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)divided({1, 2}, {5, -3}, {.by = "people"});
            }),
            "indicators/doctors/B: the denominator 'people' is -3; give a number above 0, or leave it missing");
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)divided({1e300, 2}, {1e-300, 3}, {.by = "people"});
            }),
            "indicators/doctors/A: the value per 'people' is beyond the range of numbers; measure in larger units");
}

TEST(Ratio, needs_a_column_and_a_factor_above_zero) {
  EXPECT_EQ(refused<qx::spec_error>([] { ratio{}.check(qx::path("prepare.0")); }),
            "prepare.0: ratio has no column to divide by; give 'by', the code of a column");
  EXPECT_EQ(refused<qx::spec_error>(
                [] { qx::denominate::method(ratio{.by = "people", .factor = 0}).check(qx::path("prepare.0")); }),
            "prepare.0.factor: 0 is not above 0");
}

}  // namespace
