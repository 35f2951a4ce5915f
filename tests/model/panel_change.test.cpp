#include "quindex/model/panel_change.hpp"

#include <gtest/gtest.h>

#include "methods.hpp"

namespace {

using namespace trial;

qx::table year(const std::string& period, std::vector<std::string> units, const std::vector<double>& x,
               const std::vector<double>& y) {
  qx::matrix values(static_cast<Eigen::Index>(units.size()), 2);
  for (std::size_t i = 0; i < units.size(); ++i) values.row(static_cast<Eigen::Index>(i)) << x[i], y[i];
  return {qx::labels(std::move(units)), qx::labels({"x", "y"}), values, qx::table_options{.period = period}};
}

std::vector<double> column(const qx::table& t, std::size_t j) { return {t.column(j).begin(), t.column(j).end()}; }

const qx::panel three_years({year("2020", {"A", "B"}, {10, 4}, {1, none}), year("2021", {"B", "A"}, {5, 12}, {2, 3}),
                             year("2022", {"A", "C"}, {9, 8}, {3, 7})});

TEST(Changes, are_those_of_the_same_unit_since_the_period_before) {
  const qx::panel found = qx::changes(three_years);
  EXPECT_EQ(found.periods(), (std::vector<std::string>{"2021", "2022"}));
  expect_near(column(found.at("2021"), 0), {1, 2}, 0);      // B: 5 - 4, A: 12 - 10
  expect_near(column(found.at("2021"), 1), {none, 2}, 0);   // B had no value
  expect_near(column(found.at("2022"), 0), {-3, none}, 0);  // C was not there
}

TEST(Changes, may_be_ratios) {
  const qx::panel found = qx::changes(three_years, qx::change::ratio);
  expect_near(column(found.at("2021"), 0), {1.25, 1.2}, 0);
  expect_near(column(found.at("2022"), 0), {0.75, none}, 0);
  const qx::panel from_nothing({year("1", {"A"}, {0}, {1}), year("2", {"A"}, {5}, {1})});
  expect_near(column(qx::changes(from_nothing, qx::change::ratio).at("2"), 0), {none}, 0);
}

TEST(Changes, need_two_periods) {
  EXPECT_EQ(refused<qx::data_error>([] { (void)qx::changes(qx::panel({year("2020", {"A"}, {1}, {2})})); }),
            "panel: changes need two periods, there are 1; give the period before as well");
}

TEST(Changes, score_a_panel_year_by_year) {
  // growth of 20 and 25 per cent, then a fall by a quarter: the handbook's percentage of annual differences
  const qx::panel ratios = qx::changes(three_years, qx::change::ratio);
  const qx::scale scale = fitted(qx::normalise::annual_difference{}, column(ratios.at("2021"), 0));
  expect_near(applied(scale, column(ratios.at("2021"), 0)), {25, 20}, 1e-13);
  expect_near(applied(scale, column(ratios.at("2022"), 0)), {-25, none}, 1e-13);
}

TEST(Cycles, take_each_units_own_mean_and_deviations) {
  // A: 1, 2, 6: mean 3, deviations 2, 1, 3: mean 2. B: 10, missing, 20: mean 15, deviations 5
  const qx::panel found =
      qx::cycles(qx::panel({year("1", {"A", "B"}, {1, 10}, {0, 0}), year("2", {"B", "A"}, {none, 2}, {1, 1}),
                            year("3", {"A", "B"}, {6, 20}, {2, 2})}));
  expect_near(column(found.at("1"), 0), {99, 99}, 1e-13);
  expect_near(column(found.at("2"), 0), {none, 99.5}, 1e-13);
  expect_near(column(found.at("3"), 0), {101.5, 101}, 1e-13);
}

TEST(Cycles, name_a_series_that_stands_still) {
  EXPECT_EQ(
      refused<qx::data_error>([] {
        (void)qx::cycles(qx::panel({year("1", {"A", "B"}, {1, 5}, {0, 0}), year("2", {"A", "B"}, {2, 5}, {1, 1})}));
      }),
      "indicators/x/B: cycles need at least two distinct values over time, found one (5); leave the unit or the "
      "indicator out");
}

}  // namespace
