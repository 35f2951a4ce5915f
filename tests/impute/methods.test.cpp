#include "methods.hpp"

#include <gtest/gtest.h>

#include "quindex/impute/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::impute;
using qx::fill;

const std::string code = "x";
const std::vector<double> values{1, 2, none, 9, none, none};
const std::vector<std::string> groups{"north", "north", "north", "south", "south", "east"};

fill fitted(const auto& method, const std::vector<double>& x, const std::vector<std::string>& unit_groups = {}) {
  return method.fit(column{x, unit_groups, &code});
}

// Case mean, median: by hand
TEST(Mean, and_median_look_at_the_values_there_are) {
  EXPECT_EQ(fitted(mean{}, values), (fill{.value = 4.0}));
  EXPECT_EQ(fitted(median{}, values), (fill{.value = 2.0}));
}

TEST(Mean, and_median_refuse_a_column_without_values) {
  const std::string text =
      "indicators/x: all values are missing; remove the indicator, or impute it from another source";
  EXPECT_EQ(refused<qx::data_error>([] { fitted(mean{}, {none, none}); }), text);
  EXPECT_EQ(refused<qx::data_error>([] { fitted(median{}, {none, none}); }), text);
}

// Case group_mean: by hand
TEST(GroupMean, fills_from_the_units_group) {
  const fill found = fitted(group_mean{}, values, groups);
  EXPECT_EQ(found.of("north"), 1.5);
  EXPECT_EQ(found.of("south"), 9.0);
}

TEST(GroupMean, leaves_a_cell_missing_where_the_group_has_no_value) {
  EXPECT_EQ(fitted(group_mean{}, values, groups).of("east"), std::nullopt);
  EXPECT_EQ(fitted(group_mean{}, values, groups).of("west"), std::nullopt);
}

TEST(GroupMean, leaves_units_without_a_group_alone) {
  const fill found = fitted(group_mean{}, {1, none, 3}, {"", "", "north"});
  EXPECT_EQ(found.of(""), std::nullopt);
}

// Case group_median: by hand
TEST(GroupMedian, fills_from_the_units_group) {
  const fill found = fitted(group_median{}, {1, 2, 30, 9}, {"north", "north", "north", "south"});
  EXPECT_EQ(found, (fill{.by_group = {{"north", 2.0}, {"south", 9.0}}}));
}

TEST(GroupMethods, need_groups) {
  EXPECT_EQ(refused<qx::spec_error>([] { fitted(group_mean{}, values); }),
            "indicators/x: group_mean needs groups of units, the table has none; give the table groups, or impute "
            "without them");
  EXPECT_EQ(refused<qx::spec_error>([] { fitted(group_median{}, values); }),
            "indicators/x: group_median needs groups of units, the table has none; give the table groups, or impute "
            "without them");
}

// Case constant: the constant itself
TEST(Constant, fills_what_somebody_decided) {
  EXPECT_EQ(fitted(constant{.value = 7}, values).of("north"), 7.0);
  const constant by_group{.value = 7, .by_group = {{"south", 0}}};
  EXPECT_EQ(fitted(by_group, values, groups).of("south"), 0.0);
  EXPECT_EQ(fitted(by_group, values, groups).of("north"), 7.0);
  EXPECT_EQ(fitted(constant{.by_group = {{"south", 0}}}, values, groups).of("north"), std::nullopt);
}

TEST(Constant, needs_a_value) {
  EXPECT_EQ(refused<qx::spec_error>([] { constant{}.check(qx::path("prepare.0")); }),
            "prepare.0: constant has no value to fill in; give 'value', 'by_group' or both");
  EXPECT_EQ(refused<qx::spec_error>([] { constant{.value = HUGE_VAL}.check(qx::path("prepare.0")); }),
            "prepare.0.value: the value is inf; expected a finite number");
  EXPECT_EQ(refused<qx::spec_error>([] {
              fitted(constant{.by_group = {{"south", 0}}}, values);
            }),
            "indicators/x: constant has values by group, the table has no groups of units; give the table groups, or "
            "'value'");
}

}  // namespace
