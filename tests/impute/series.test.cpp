// Imputations from the other periods of a panel.
#include "methods.hpp"
#include "quindex/impute/latest.hpp"
#include "quindex/impute/linear.hpp"
#include "quindex/impute/spline.hpp"

namespace {

using namespace trial;
using namespace quindex::impute;

template <class M>
std::vector<double> completed(const M& method, std::vector<double> x, std::vector<double> times = {}) {
  for (std::size_t t = times.size(); t < x.size(); ++t) times.push_back(static_cast<double>(t));
  method.complete({times}, x);
  return x;
}

// Case latest: carries the last value on
TEST(Latest, carries_the_last_value_on) {
  expect_near(completed(latest{}, {none, 3, none, none, 5, none}), {none, 3, 3, 3, 5, 5});
}

TEST(Latest, carries_observed_values_only_and_not_too_far) {
  expect_near(completed(latest{.limit = 1}, {none, 3, none, none, none, 5}), {none, 3, 3, none, none, 5});
}

TEST(Latest, may_go_backwards_before_the_first_value) {
  expect_near(completed(latest{.backwards = true}, {none, none, 3, none, 4}), {3, 3, 3, 3, 4});
  expect_near(completed(latest{.limit = 1, .backwards = true}, {none, none, 3}), {none, 3, 3});
}

// Case linear: joins values by straight lines in time (From 10 in 2010 to 40 in 2016)
TEST(Linear, joins_values_by_straight_lines_in_time) {
  // From 10 in 2010 to 40 in 2016: 2 of 6 years later 20, 5 of 6 years later 35.
  expect_near(completed(linear{}, {10, none, none, 40}, {2010, 2012, 2015, 2016}), {10, 20, 35, 40});
}

TEST(Linear, keeps_the_ends_or_leaves_them) {
  expect_near(completed(linear{}, {none, 1, none, 3, none}), {1, 1, 2, 3, 3});
  expect_near(completed(linear{.extend = false}, {none, 1, none, 3, none}), {none, 1, 2, 3, none});
}

TEST(Linear, serves_all_periods_from_one_value) {
  expect_near(completed(linear{}, {none, 7, none}), {7, 7, 7});
  expect_near(completed(linear{.extend = false}, {none, 7, none}), {none, 7, none});
}

TEST(Series, without_a_value_stay_empty) {
  expect_near(completed(latest{.backwards = true}, {none, none}), {none, none});
  expect_near(completed(linear{}, {none, none}), {none, none});
  expect_near(completed(spline{}, {none, none}), {none, none});
}

// Case spline: is natural (Through (0, 0), (1, 1), (2, 0))
// Through (0, 0), (1, 1), (2, 0): 4 M = 6 (−1 − 1), so M = −3, and midway −3 · 0.5³/6 + (1 + 3/6) · 0.5 = 0.6875.
TEST(Spline, is_natural) {
  expect_near(completed(spline{}, {0, none, 1, none, 0}, {0, 0.5, 1, 1.5, 2}), {0, 0.6875, 1, 0.6875, 0});
}

// Through (0, 0), (1, 1), (3, 0), (4, 2): 6 M1 + 2 M2 = 6 (−1/2 − 1) = −9 and 2 M1 + 6 M2 = 6 (2 + 1/2) = 15, so
// M1 = −2.625, M2 = 3.375. At 2: (M1 + M2)/12 + (1/2 − M1/3) + (0 − M2/3) = 0.0625 + 0.5 + 0.875 − 1.125 = 0.3125.
TEST(Spline, has_knots_at_any_distance) {
  expect_near(completed(spline{}, {0, 1, none, 0, 2}, {0, 1, 2, 3, 4}), {0, 1, 0.3125, 0, 2});
}

TEST(Spline, of_points_on_a_line_is_the_line) {
  expect_near(completed(spline{}, {1, none, 5, 7, none, 11}), {1, 3, 5, 7, 9, 11});
  expect_near(completed(spline{}, {1, none, 3}), {1, 2, 3});
}

TEST(Spline, keeps_the_ends_or_leaves_them) {
  expect_near(completed(spline{}, {none, 1, 2, none}), {1, 1, 2, 2});
  expect_near(completed(spline{.extend = false}, {none, 1, 2, none}), {none, 1, 2, none});
  expect_near(completed(spline{}, {none, 4, none}), {4, 4, 4});
}

}  // namespace
