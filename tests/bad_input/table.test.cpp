// The table: columns, values, units, periods, and what the mathematics refuses.
#include "bad_input/bad_input.hpp"

namespace bad_input {

namespace {

std::function<void()> with_method(qx::normalise::method method, const qx::table& data) {
  return computing([method](qx::spec& s) { s.normalise = method; }, data);
}
std::function<void()> with_step(qx::prepare_step step, const qx::table& data) {
  return computing([step](qx::spec& s) { s.prepare = {step}; }, data);
}
std::function<void()> with_aggregate(qx::aggregate::method method, qx::normalise::method scores) {
  return computing([method, scores](qx::spec& s) {
    s.normalise = scores;
    s.aggregate = method;
  });
}
std::function<void()> making(qx::labels units, qx::labels indicators, const qx::matrix& x,
                             const qx::table_options& more = {}) {
  return [=] { (void)qx::table(units, indicators, x, more); };
}
void nothing(qx::spec& /*unused*/) {}

constexpr double missing = qx::missing_value;

}  // namespace

TEST(bad_table, columns_and_units) {
  const qx::matrix one = qx::matrix::Ones(1, 1);
  const qx::matrix two = qx::matrix::Ones(2, 1);
  expect_messages({
      {"column missing",
       computing(nothing, {{"A", "B"}, {"incone", "pollution", "schooling"}, qx::matrix::Random(2, 3)}),
       "data_error: indicators/income: the framework asks for it, the table has no such column; did you mean "
       "'incone'?"},
      {"column twice", making({"A"}, {"x", "x"}, qx::matrix::Ones(1, 2)),
       "data_error: indicators/x: it stands twice, the second time at position 2; give every one a name of its own"},
      {"unit twice", making({"A", "A"}, {"x"}, two),
       "data_error: units/A: it stands twice, the second time at position 2; give every one a name of its own"},
      {"no unit", making({}, {"x"}, qx::matrix(0, 1)),
       "data_error: units: the table has no unit; give it at least one row"},
      {"no unit at all", computing(nothing, qx::table{}),
       "data_error: units: the table has no unit; give it at least one row"},
      {"no indicator", computing(nothing, {{"A"}, {}, qx::matrix(1, 0)}),
       "data_error: indicators/income: the framework asks for it, the table has no such column"},
      {"more units than rows", making({"A", "B"}, {"x"}, one),
       "data_error: units: there are 2; expected 1, one for each row"},
      {"more columns than names", making({"A"}, {"x"}, qx::matrix::Ones(1, 2)),
       "data_error: indicators: there are 1; expected 2, one for each column"},
      {"too few groups", making({"A", "B"}, {"x"}, two, {.groups = {"g"}}),
       "data_error: groups: there are 1; expected 2, one for each unit"},
      {"negative size", making({"A"}, {"x"}, one, {.sizes = {-1}}),
       "data_error: sizes/A: the size is -1; give 0 or more, or leave it missing"},
      {"negative standard error", making({"A"}, {"x"}, one, {.standard_errors = -one}),
       "data_error: standard_errors/x/A: the standard error is -1; give 0 or more, or leave the cell missing"},
      {"standard errors of another shape", making({"A", "B"}, {"x"}, two, {.standard_errors = one}),
       "data_error: standard_errors: there are 1 × 1; expected one for each cell"},
  });
}

TEST(bad_table, values) {
  expect_messages({
      {"infinity", [] { (void)table_with(2, 0, INFINITY); },
       "data_error: indicators/income/Iran: the value is inf; give a finite number, or leave the cell missing"},
      {"minus infinity", [] { (void)table_with(3, 1, -INFINITY); },
       "data_error: indicators/pollution/Peru: the value is -inf; give a finite number, or leave the cell missing"},
      {"all missing", computing(nothing, table_with_column(0, missing)),
       "data_error: indicators/income: all values are missing; remove the indicator, or impute it from another source"},
      {"constant column", computing(nothing, table_with_column(0, 7)),
       "data_error: indicators/income: min_max needs at least two distinct values, found one (7); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"constant column, z-scores", with_method(qx::normalise::z_score{}, table_with_column(0, 7)),
       "data_error: indicators/income: z_score needs at least two distinct values, found one (7); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"constant column, percentile ranks", with_method(qx::normalise::percentile_rank{}, table_with_column(0, 7)),
       "data_error: indicators/income: percentile_rank needs at least two distinct values, found one (7); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"one unit", computing(nothing, {{"Chad"}, {"income", "pollution", "schooling"}, qx::matrix(values().row(0))}),
       "data_error: indicators/income: min_max needs at least two distinct values, found one (40); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"one unit, z-scores",
       with_method(qx::normalise::z_score{},
                   {{"Chad"}, {"income", "pollution", "schooling"}, qx::matrix(values().row(0))}),
       "data_error: indicators/income: z_score needs at least two distinct values, found one (40); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"one unit, percentile ranks",
       with_method(qx::normalise::percentile_rank{},
                   {{"Chad"}, {"income", "pollution", "schooling"}, qx::matrix(values().row(0))}),
       "data_error: indicators/income: percentile_rank needs at least two distinct values, found one (40); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"one value and no other",
       computing(nothing,
                 [] {
                   qx::matrix x = values();
                   for (Eigen::Index i = 1; i < 4; ++i) x(i, 0) = missing;
                   return table_of(x);
                 }()),
       "data_error: indicators/income: min_max needs at least two distinct values, found one (40); remove the "
       "indicator, or give it goalposts and a method that uses them"},
      {"range beyond double precision",
       computing(nothing,
                 [] {
                   qx::matrix x = values();
                   x(0, 0) = -1.5e308, x(1, 0) = 1.5e308;
                   return table_of(x);
                 }()),
       "data_error: indicators/income: the values run from -1.5e+308 to 1.5e+308, a range beyond double precision; "
       "measure in larger units"},
      {"scores that add up to more than a number holds",
       computing(
           [](qx::spec& s) {
             s.framework = qx::group("total", {qx::indicator("income"), qx::indicator("schooling")});
             s.normalise = qx::normalise::identity{};
             s.aggregate = qx::aggregate::sum{};
           },
           table_of(qx::matrix::Constant(4, 3, 1e308))),
       "numeric_error: groups/total/Chad: the score is beyond the range of numbers; normalise to a smaller range, "
       "or measure in larger units"},
      {"category without a score",
       with_method(qx::normalise::categorical_scale{.scores = {{12, 1}, {30, 0}}}, table_of(values())),
       "data_error: indicators/income/Chad: 40 is none of the categories; there are '12', '30'"},
      {"imputation of a column with no value", with_step({qx::impute::mean{}}, table_with_column(1, missing)),
       "data_error: indicators/pollution: all values are missing; remove the indicator, or impute it from another "
       "source"},
      {"imputation by groups that are not there", with_step({qx::impute::group_mean{}}, table_with(0, 0, missing)),
       "spec_error: indicators/income: group_mean needs groups of units, the table has none; give the table groups, or "
       "impute without them"},
  });
}

TEST(bad_table, logarithms_and_means_of_zero_and_below) {
  using qx::normalise::min_max;
  using qx::normalise::z_score;
  expect_messages({
      {"logarithm of zero", with_step({qx::treat::log_shift{.shift = 0}, {"income"}}, table_with(1, 0, 0)),
       "numeric_error: indicators/income: the smallest value 0 plus the shift 0 has no logarithm; choose a larger "
       "shift, or none"},
      {"logarithm of a negative value", with_step({qx::treat::log_shift{.shift = 0}, {"income"}}, table_with(1, 0, -3)),
       "numeric_error: indicators/income: the smallest value -3 plus the shift 0 has no logarithm; choose a larger "
       "shift, or none"},
      {"Box-Cox of zero", with_step({qx::treat::box_cox{}, {"income"}}, table_with(1, 0, 0)),
       "numeric_error: indicators/income: box_cox needs values above 0, found 0; choose a larger shift"},
      {"logarithm of zero between goalposts",
       computing(
           [](qx::spec& s) {
             s.framework = tree({.goalposts = {{1, 100}}});
             s.normalise = {min_max{}, {{"income", qx::normalise::goalposts{.transform = qx::maps::transform::log}}}};
           },
           table_with(1, 0, 0)),
       "numeric_error: indicators/income/Fiji: 0 has no logarithm; values have to be above 0"},
      {"geometric mean of negative scores", with_aggregate(qx::aggregate::geometric_mean{}, z_score{}),
       "numeric_error: groups/life/Fiji: geometric_mean needs scores of 0 or more, 'pollution' has "
       "-0.22852783002875474; normalise to a positive range, for instance min_max with low = 1"},
      {"harmonic mean of negative scores", with_aggregate(qx::aggregate::harmonic_mean{}, z_score{}),
       "numeric_error: groups/life/Fiji: harmonic_mean needs scores of 0 or more, 'pollution' has "
       "-0.22852783002875474; normalise to a positive range, for instance min_max with low = 1"},
      {"power mean of negative scores", with_aggregate(qx::aggregate::power_mean{.exponent = 2}, z_score{}),
       "numeric_error: groups/life/Fiji: power_mean needs scores of 0 or more, 'pollution' has -0.22852783002875474; "
       "normalise to a positive range, for instance min_max with low = 1"},
      {"product of negative scores", with_aggregate(qx::aggregate::product{}, z_score{}),
       "numeric_error: groups/life/Fiji: product needs scores of 0 or more, 'pollution' has -0.22852783002875474; "
       "normalise to a positive range, for instance min_max with low = 1"},
      {"share of a best value below zero", with_method(qx::normalise::share_of_best{}, table_with(1, 0, -3)),
       "numeric_error: indicators/income: share_of_best needs values of 0 or more, found -3; use min_max"},
      {"share of zero where low is better", with_method(qx::normalise::share_of_best{}, table_with(1, 1, 0)),
       "numeric_error: indicators/pollution: share_of_best needs a best value above 0, found 0; use min_max"},
      {"distance relative to a best of zero",
       with_method(qx::normalise::distance_to_best{.form = qx::normalise::best_form::relative}, table_with(1, 1, 0)),
       "data_error: indicators/pollution: the best value is 0, nothing is relative to it; use the form 'range'"},
  });
}

TEST(bad_table, a_score_of_zero_makes_a_geometric_mean_zero_and_is_no_error) {
  const qx::spec s{.framework = tree(), .aggregate = qx::aggregate::geometric_mean{}};
  const qx::result r = qx::compute(s, table_of(values()));
  EXPECT_EQ(r.scores("income")[1], 0);
  EXPECT_EQ(r.scores("wellbeing")[1], 0);
}

TEST(bad_table, a_column_too_many_is_a_note) {
  const qx::table data({"A", "B"}, {"income", "pollution", "schooling", "gpd"},
                       (qx::matrix(2, 4) << 1, 2, 3, 4, 5, 6, 7, 8).finished());
  const qx::result r = qx::compute({.framework = tree()}, data);
  ASSERT_EQ(r.notes().size(), 1U);
  EXPECT_EQ(r.notes()[0], (qx::note{"table", "columns that the framework does not use: 'gpd'", 1}));
}

TEST(bad_table, a_unit_without_any_value_keeps_its_row_and_is_noted) {
  qx::matrix x = values();
  for (Eigen::Index j = 0; j < 3; ++j) x(0, j) = missing;
  const qx::result r = qx::compute({.framework = tree()}, table_of(x));
  EXPECT_EQ(r.units().size(), 4U);
  EXPECT_TRUE(qx::is_missing(r.scores("wellbeing")[0]));
  ASSERT_EQ(r.notes().size(), 2U);
  EXPECT_EQ(r.notes()[1], (qx::note{"groups/wellbeing", "units without a score: 1", 1}));
}

TEST(bad_table, a_fitted_index_refuses_what_its_table_lacks) {
  const qx::fitted index = qx::fit({.framework = tree()}, table_of(values()));
  expect_messages({
      {"column missing",
       [&] {
         (void)index({{"A"}, {"income", "schooling"}, qx::matrix::Ones(1, 2)});
       },
       "data_error: indicators/pollution: the framework asks for it, the table has no such column; there are 'income', "
       "'schooling'"},
      {"no unit", [&] { (void)index(qx::table{}); },
       "data_error: units: the table has no unit; give it at least one row"},
  });
}

TEST(bad_panel, periods) {
  const auto of = [](const char* period, const char* indicator = "x") {
    return qx::table({"A", "B"}, {indicator}, (qx::matrix(2, 1) << 1, 2).finished(), {.period = period});
  };
  const qx::spec s{.framework = qx::group("i", {qx::indicator("x")})};
  expect_messages({
      {"none", [] { (void)qx::panel(std::vector<qx::table>{}); },
       "data_error: panel: there is no table; give at least one period"},
      {"unnamed",
       [&] {
         (void)qx::panel({of("2020"), of("")});
       },
       "data_error: panel: table 2 has no period; name it: .period = \"2022\""},
      {"out of order",
       [&] {
         (void)qx::panel({of("2021"), of("2020")});
       },
       "data_error: periods/2020: it comes after '2021'; write the periods in order"},
      {"out of order as numbers",
       [&] {
         (void)qx::panel({of("1000"), of("999")});
       },
       "data_error: periods/999: it comes after '1000'; write the periods in order"},
      {"twice",
       [&] {
         (void)qx::panel({of("2020"), of("2020")});
       },
       "data_error: periods/2020: the period stands twice; give every period once"},
      {"twice, apart",
       [&] {
         (void)qx::panel({of("2020"), of("2021"), of("2020")});
       },
       "data_error: periods/2020: it comes after '2021'; write the periods in order"},
      {"other indicators",
       [&] {
         (void)qx::panel({of("2020"), of("2021", "y")});
       },
       "data_error: periods/2021: its indicators differ from those of '2020'; give every period the same columns"},
      {"asked for and not there",
       [&] {
         (void)qx::panel({of("2020"), of("2021")}).at("2012");
       },
       "data_error: panel: there is no period '2012'; did you mean '2021'?"},
      {"base period that is not there",
       [&] {
         (void)qx::fit(s, qx::panel({of("2020"), of("2021")}), "2019");
       },
       "data_error: panel: there is no period '2019'; did you mean '2020'?"},
      {"empty panel", [&] { (void)qx::fit(s, qx::panel{}); },
       "data_error: panel: there is no table; give at least one period"},
      {"growth without a common unit",
       [&] {
         const qx::table other({"C", "D"}, {"x"}, (qx::matrix(2, 1) << 1, 2).finished());
         (void)qx::growth_between(qx::compute(s, of("2020")), qx::compute(s, other));
       },
       "data_error: growth: the two results have no unit in common; compare results of the same units"},
  });
}

}  // namespace bad_input
