// Factors that draw units or cells anew.
#include <cmath>
#include <gtest/gtest.h>

#include "scenes.hpp"

namespace {

using namespace scenes;
using namespace quindex::vary;

constexpr std::uint32_t replicates = 20000;

// Case leave_out_units: which unit a coordinate means, by hand; all pairs equally often
TEST(Leave_out_units, takes_one_by_its_coordinate) {
  const example e;
  const ready r = e.ready(leave_out_units{});
  EXPECT_EQ(changed(r, {0.1}).units, (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(changed(r, {0.74}).units, (std::vector<std::size_t>{0, 1, 3}));
  EXPECT_EQ(r.level(std::vector{0.74}, stream), "Rome");
  const ready some = e.ready(leave_out_units{.units = {"Kiel", "Bern"}});
  EXPECT_EQ(changed(some, {0.1}).units, (std::vector<std::size_t>{0, 2, 3}));
  EXPECT_EQ(changed(some, {0.9}).units, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Leave_out_units, takes_every_pair_equally_often) {
  const example e;
  const ready r = e.ready(leave_out_units{.count = 2});
  std::map<std::vector<std::size_t>, double> often;
  for (std::uint32_t k = 0; k < replicates; ++k) often[changed(r, {0.5}, stream.in_replicate(k)).units] += 1;
  ASSERT_EQ(often.size(), 6U);
  // 5 standard errors of a share of 1/6
  for (const auto& [left, times] : often)
    EXPECT_NEAR(times / replicates, 1 / 6.0, 5 * std::sqrt(5 / 36.0 / replicates));
}

TEST(Leave_out_units, is_refused_when_nobody_would_be_left) {
  const example e;
  EXPECT_EQ(e.refusal(leave_out_units{.count = 4}),
            "factors.f.count: 4 of 4 units cannot be left out; leave out fewer, so that at least one unit stays");
  EXPECT_EQ(e.refusal<qx::data_error>(leave_out_units{.units = {"Olso"}}),
            "factors.f.units: the table has no unit 'Olso'; did you mean 'Oslo'?");
}

// Case bootstrap_units: a unit is drawn with probability 1 - (1 - 1/n)^n, Efron and Tibshirani (1993)
TEST(Bootstrap_units, draws_with_replacement) {
  const example e;
  const ready r = e.ready(bootstrap_units{});
  double without_the_first = 0, first = 0;
  for (std::uint32_t k = 0; k < replicates; ++k) {
    const auto rows = changed(r, {0.5}, stream.in_replicate(k)).units;
    ASSERT_EQ(rows.size(), 4U);
    for (const std::size_t row : rows) ASSERT_LT(row, 4U);
    const auto times = std::count(rows.begin(), rows.end(), 0U);
    without_the_first += times == 0 ? 1 : 0;
    first += static_cast<double>(times);
  }
  const double p = std::pow(0.75, 4);
  EXPECT_NEAR(without_the_first / replicates, p, 5 * std::sqrt(p * (1 - p) / replicates));
  EXPECT_NEAR(first / replicates, 1, 5 * std::sqrt(0.75 / replicates));
}

TEST(Bootstrap_units, draws_from_those_that_another_factor_has_left) {
  const example e;
  alternative out;
  e.ready(leave_out_units{}).change(std::vector{0.1}, stream, out);
  e.ready(bootstrap_units{}).change(std::vector{0.1}, stream, out);
  EXPECT_EQ(out.units.size(), 3U);
  EXPECT_EQ(std::count(out.units.begin(), out.units.end(), 0U), 0);
}

/// Mean, standard deviation and correlation of two cells' deviations.
struct pair_moments {
  double mean_a = 0, mean_b = 0, sd_a = 0, sd_b = 0, correlation = 0;
};
pair_moments moments(const ready& r, const qx::table& data, std::pair<int, int> a, std::pair<int, int> b) {
  double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
  for (std::uint32_t k = 0; k < replicates; ++k) {
    const qx::matrix x = changed(r, {0.5}, stream.in_replicate(k)).values - data.values();
    const double p = x(a.first, a.second), q = x(b.first, b.second);
    sa += p, sb += q, saa += p * p, sbb += q * q, sab += p * q;
  }
  const double n = replicates;
  return {sa / n, sb / n, std::sqrt(saa / n), std::sqrt(sbb / n), sab / std::sqrt(saa * sbb)};
}

// Case cell_errors: mean, standard deviation and correlation of normal deviations
TEST(Cell_errors, have_the_standard_errors_of_the_table) {
  const example e;
  const ready r = e.ready(cell_errors{.scale = 2});
  const pair_moments found = moments(r, e.data, {0, 0}, {2, 1});  // standard errors 1 and 0.5
  // 5 standard errors: sd / √n of a mean, sd / √(2n) of an sd, 1 / √n of a correlation of 0
  const double n = replicates;
  EXPECT_NEAR(found.mean_a, 0, 5 * 2 / std::sqrt(n));
  EXPECT_NEAR(found.sd_a, 2, 5 * 2 / std::sqrt(2 * n));
  EXPECT_NEAR(found.mean_b, 0, 5 * 1 / std::sqrt(n));
  EXPECT_NEAR(found.sd_b, 1, 5 * 1 / std::sqrt(2 * n));
  EXPECT_NEAR(found.correlation, 0, 5 / std::sqrt(n));
}

TEST(Cell_errors, are_correlated_within_a_unit_and_not_between) {
  const example e;
  const ready r = e.ready(cell_errors{.only = {"debt", "gdp"}, .correlation = {{1, -0.8}, {-0.8, 1}}});
  const double n = replicates;
  const pair_moments same = moments(r, e.data, {1, 0}, {1, 1});
  EXPECT_NEAR(same.correlation, -0.8, 5 * (1 - 0.64) / std::sqrt(n));
  EXPECT_NEAR(same.sd_a, 1, 5 / std::sqrt(2 * n));
  EXPECT_NEAR(moments(r, e.data, {1, 0}, {2, 1}).correlation, 0, 5 / std::sqrt(n));
}

TEST(Cell_errors, may_be_the_same_or_opposite) {
  const example e;
  for (const double r : {1.0, -1.0}) {
    const ready same = e.ready(cell_errors{.only = {"gdp", "debt"}, .correlation = {{1, r}, {r, 1}}});
    const qx::matrix x = changed(same, {0.5}).values;
    for (int i = 0; i < 4; ++i) {
      const qx::matrix &values = e.data.values(), &errors = e.data.standard_errors();
      EXPECT_NE(x(i, 0), values(i, 0));
      EXPECT_NEAR((x(i, 1) - values(i, 1)) / errors(i, 1), r * (x(i, 0) - values(i, 0)) / errors(i, 0), 1e-12);
    }
  }
}

TEST(Cell_errors, leave_missing_cells_and_cells_without_errors_as_they_are) {
  const example e;
  const qx::matrix x = changed(e.ready(cell_errors{}), {0.5}).values;
  EXPECT_TRUE(std::isnan(x(1, 4)));
  EXPECT_NE(x(0, 4), 5);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(x(i, 2), e.data.values()(i, 2));
}

TEST(Cell_errors, do_not_depend_on_the_order_of_units) {
  example e;
  const qx::matrix before = changed(e.ready(cell_errors{}), {0.5}).values;
  const std::vector<int> order{2, 0, 3, 1};
  qx::matrix x(4, 6), errors(4, 6);
  std::vector<std::string> units;
  for (int i = 0; i < 4; ++i) {
    const int from = order[static_cast<std::size_t>(i)];
    units.push_back(e.data.units()[static_cast<std::size_t>(from)]);
    x.row(i) = e.data.values().row(from);
    errors.row(i) = e.data.standard_errors().row(from);
  }
  e.data = qx::table(units, e.data.indicators(), x, {.standard_errors = errors});
  const qx::matrix after = changed(e.ready(cell_errors{}), {0.5}).values;
  for (int i = 0; i < 4; ++i) EXPECT_EQ(after(i, 0), before(order[static_cast<std::size_t>(i)], 0));
}

TEST(Cell_errors, are_refused_without_standard_errors_and_with_impossible_correlations) {
  example e;
  EXPECT_EQ(e.refusal<qx::data_error>(cell_errors{.only = {"health"}}),
            "factors.f.only.0: 'health' has no standard errors above 0; leave it out");
  EXPECT_EQ(e.refusal<qx::data_error>(cell_errors{.only = {"gpd"}}),
            "factors.f.only.0: the table has no indicator 'gpd'; did you mean 'gdp'?");
  EXPECT_EQ(e.refusal(cell_errors{.only = {"gdp", "debt", "water"},
                                  .correlation = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}}}),
            "factors.f.correlation: the correlation of 'water' and 'gdp' is -0.9, which the others rule out; given "
            "those with 'debt' it is from 0.621 to 1");
  EXPECT_EQ(e.refusal(cell_errors{.only = {"gdp", "debt"}, .correlation = {{1, 0.5}, {0.4, 1}}}),
            "factors.f.correlation: row 0, column 1 is 0.5; the matrix has to be symmetric");
  EXPECT_EQ(e.refusal(cell_errors{.only = {"gdp", "debt"}, .correlation = {{0.9, 0.5}, {0.5, 1}}}),
            "factors.f.correlation: row 0, column 0 is 0.9; an indicator's correlation with itself is 1");
  EXPECT_EQ(e.refusal(cell_errors{.correlation = {{1}}}),
            "factors.f.correlation: the matrix is not of 0 rows and columns; give a row and a column to each indicator "
            "of `only`, in its order");
  e.data = qx::table(e.data.units(), e.data.indicators(), e.data.values());
  EXPECT_EQ(e.refusal<qx::data_error>(cell_errors{}),
            "factors.f: the table has no standard errors above 0; give the table standard errors, or say half the "
            "widths of intervals with 'intervals'");
}

// Case intervals: ends by hand; standard deviation h / √3 of a uniform distribution
TEST(Intervals, draw_within_half_a_width) {
  const example e;
  const ready r = e.ready(intervals{.half_widths = {{"school", 0.5}, {"gdp", 0.1}}, .relative = true});
  const pair_moments found = moments(r, e.data, {1, 0}, {2, 3});  // values 2 and 9: half widths 0.2 and 4.5
  const double n = replicates;
  // 5 standard errors; that of a uniform variable's sd is sd / √(5n) = sd √((9/5 - 1) / 4n)
  EXPECT_NEAR(found.sd_a, 0.2 / std::sqrt(3), 5 * 0.2 / std::sqrt(3) / std::sqrt(5 * n));
  EXPECT_NEAR(found.sd_b, 4.5 / std::sqrt(3), 5 * 4.5 / std::sqrt(3) / std::sqrt(5 * n));
  for (std::uint32_t k = 0; k < 100; ++k) {
    const qx::matrix x = changed(r, {0.5}, stream.in_replicate(k)).values;
    EXPECT_LE(std::abs(x(1, 0) - 2), 0.2);
    EXPECT_EQ(x(1, 1), e.data.values()(1, 1));
  }
}

TEST(Intervals, take_standard_errors_for_half_widths) {
  const example e;
  const qx::matrix x = changed(e.ready(intervals{}), {0.5}).values;
  EXPECT_LE(std::abs(x(2, 0) - 3), 2);
  EXPECT_NE(x(2, 0), 3);
  EXPECT_TRUE(std::isnan(x(1, 4)));
}

TEST(Intervals, are_refused_without_a_width) {
  example e;
  EXPECT_EQ(e.refusal(intervals{.draw = qx::draw::uniform{0, 2}}),
            "factors.f.draw: it draws numbers from 2.220446049250313e-16 to 1.9999999999999998; choose a distribution "
            "within [-1, 1]");
  EXPECT_EQ(e.refusal<qx::data_error>(intervals{.half_widths = {{"gpd", 1}}}),
            "factors.f.half_widths.gpd: the table has no indicator 'gpd'; did you mean 'gdp'?");
  e.data = qx::table(e.data.units(), e.data.indicators(), e.data.values());
  EXPECT_EQ(e.refusal<qx::data_error>(intervals{}),
            "factors.f.half_widths: there are none, and the table has no standard errors to be taken for them; give "
            "half the width of the interval for an indicator: {\"gdp\": 0.5}");
}

TEST(Factors_of_cells, add_to_what_another_has_drawn) {
  const example e;
  alternative both, first;
  e.ready(cell_errors{.only = {"gdp"}}).change(std::vector{0.1}, stream, first);
  both = first;
  e.ready(intervals{.half_widths = {{"health", 1}}}).change(std::vector{0.1}, stream, both);
  EXPECT_EQ(both.values(0, 0), first.values(0, 0));
  EXPECT_NE(both.values(0, 2), first.values(0, 2));
  both.clear();
  EXPECT_TRUE(both.is_nominal());
}

}  // namespace
