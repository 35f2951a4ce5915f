// Multiple imputation and Rubin's rules.
#include "quindex/impute/multiple.hpp"

#include <cmath>

#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::impute;

// Estimates 10, 12, 14 with variances 1, 2, 3: the mean is 12, W = 2, B = 4, T = 2 + 4/3 · 4 = 22/3;
// r = (16/3)/2 = 8/3, df = 2 (1 + 3/8)² = 121/32, information missing (8/3 + 2/(121/32 + 3)) / (11/3).
TEST(Pooled, follows_rubins_rules) {
  const pooled_estimate found = pooled(std::vector<double>{10, 12, 14}, std::vector<double>{1, 2, 3});
  EXPECT_DOUBLE_EQ(found.estimate, 12);
  EXPECT_DOUBLE_EQ(found.within, 2);
  EXPECT_DOUBLE_EQ(found.between, 4);
  EXPECT_DOUBLE_EQ(found.total, 22.0 / 3);
  EXPECT_DOUBLE_EQ(found.standard_error, std::sqrt(22.0 / 3));
  EXPECT_DOUBLE_EQ(found.relative_increase, 8.0 / 3);
  EXPECT_DOUBLE_EQ(found.degrees_of_freedom, 121.0 / 32);
  EXPECT_DOUBLE_EQ(found.missing_information, (8.0 / 3 + 64.0 / 217) / (11.0 / 3));
}

TEST(Pooled, has_ends) {
  const pooled_estimate same = pooled(std::vector<double>{3, 3}, std::vector<double>{4, 4});
  EXPECT_EQ(same.standard_error, 2);
  EXPECT_EQ(same.relative_increase, 0);
  EXPECT_EQ(same.degrees_of_freedom, HUGE_VAL);
  EXPECT_EQ(same.missing_information, 0);
  const pooled_estimate only_between = pooled(std::vector<double>{1, 3}, std::vector<double>{0, 0});
  EXPECT_DOUBLE_EQ(only_between.total, 3);
  EXPECT_EQ(only_between.degrees_of_freedom, 1);
  EXPECT_EQ(only_between.missing_information, 1);
  EXPECT_TRUE(std::isnan(pooled(std::vector<double>{1, none}, std::vector<double>{0, 0}).standard_error));
}

TEST(Pooled, needs_two_estimates_with_their_variances) {
  EXPECT_EQ(refused<qx::data_error>([] { (void)pooled(std::vector<double>{1}, std::vector<double>{1}); }),
            "pooled: there are estimates of 1 completed data sets; expected two or more");
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)pooled(std::vector<double>{1, 2}, std::vector<double>{1});
            }),
            "pooled: there are 1 variances; expected 2, one for each estimate");
}

/// Sixty units, b near 2 a with residuals of ±1 and ±3 in turn (variance 5); every sixth b is missing.
qx::table gapped() {
  qx::matrix x(60, 2);
  std::vector<std::string> units;
  for (Eigen::Index i = 0; i < 60; ++i) {
    const double residual[] = {1, -3, 3, -1};
    x(i, 0) = static_cast<double>(i % 15);
    x(i, 1) = i % 6 == 5 ? none : 2 * x(i, 0) + residual[i / 15];
    units.push_back("u" + std::to_string(i));
  }
  return {qx::labels(units), {"a", "b"}, x};
}

TEST(Multiple, gives_filled_cells_the_spread_of_what_they_might_be) {
  const multiple_imputation found = multiple(gapped(), stochastic_regression{}, {.tables = 200});
  ASSERT_EQ(found.completed.size(), 200U);
  for (Eigen::Index i = 0; i < 60; ++i) {
    EXPECT_EQ(found.pooled.values()(i, 0), gapped().values()(i, 0));
    EXPECT_EQ(found.pooled.standard_errors()(i, 0), 0);
    if (i % 6 != 5) continue;
    // The residual standard deviation is about √5; 200 draws know it, and the mean, to about a twentieth and a sixth.
    EXPECT_NEAR(found.pooled.standard_errors()(i, 1), std::sqrt(5.0), 0.6);
    EXPECT_NEAR(found.pooled.values()(i, 1), 2 * gapped().values()(i, 0), 1.2);
  }
}

TEST(Multiple, pools_the_tables_it_gives) {
  const multiple_imputation found = multiple(gapped(), expectation_maximisation{}, {.tables = 5, .seed = 4});
  std::vector<double> cell;
  for (const qx::table& t : found.completed) cell.push_back(t.values()(5, 1));
  const pooled_estimate expected = pooled(cell, std::vector<double>(5, 0.0));
  EXPECT_EQ(found.pooled.values()(5, 1), expected.estimate);
  EXPECT_EQ(found.pooled.standard_errors()(5, 1), expected.standard_error);
  EXPECT_GT(expected.standard_error, 0);
}

TEST(Multiple, adds_the_standard_errors_that_cells_have) {
  const qx::table data(gapped().units(), gapped().indicators(), gapped().values(),
                       {.standard_errors = qx::matrix::Constant(60, 2, 10)});
  const multiple_imputation without = multiple(gapped(), stochastic_regression{}, {.tables = 5});
  const multiple_imputation with = multiple(data, stochastic_regression{}, {.tables = 5});
  EXPECT_EQ(with.pooled.standard_errors()(0, 1), 10);
  EXPECT_NEAR(with.pooled.standard_errors()(5, 1), std::hypot(10, without.pooled.standard_errors()(5, 1)), 1e-12);
}

TEST(Multiple, is_the_same_for_any_number_of_threads_and_changes_with_the_seed) {
  const qx::matrix first = multiple(gapped(), hot_deck{}, {.tables = 4}).pooled.values();
  const qx::matrix threaded =
      multiple(gapped(), hot_deck{}, {.tables = 4, .executor = qx::numeric::executor::threads(3)}).pooled.values();
  EXPECT_EQ(threaded(5, 1), first(5, 1));
  const qx::matrix other = multiple(gapped(), hot_deck{}, {.tables = 4, .seed = 2}).pooled.values();
  EXPECT_NE(other(5, 1), first(5, 1));
}

TEST(Multiple, does_not_care_about_the_order_of_units) {
  const qx::table data = gapped();
  std::vector<std::string> units(data.units().codes().rbegin(), data.units().codes().rend());
  const qx::table back(qx::labels(units), data.indicators(), qx::matrix(data.values().colwise().reverse()));
  const qx::matrix there = multiple(data, stochastic_regression{}, {.tables = 3}).pooled.values();
  const qx::matrix again = multiple(back, stochastic_regression{}, {.tables = 3}).pooled.values();
  EXPECT_NEAR(again(54, 1), there(5, 1), 1e-9);
}

TEST(Multiple, needs_a_method_that_draws) {
  for (const method& how : {method(mean{}), method(row_mean{}), method(iterative{}), method(latest{})})
    EXPECT_EQ(refused<qx::spec_error>([&] { (void)multiple(gapped(), how); }),
              "impute_multiple: " + std::string(how.name()) +
                  " fills every table alike; choose a method that draws: 'regression', 'stochastic_regression', "
                  "'expectation_maximisation', 'nearest_neighbours', 'hot_deck'");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)multiple(gapped(), hot_deck{}, {.tables = 1}); }),
            "impute_multiple.tables: 1 is below 2; complete the table twice or more");
}

TEST(Multiple, takes_a_fixed_method_that_draws_and_no_other) {
  EXPECT_EQ(multiple(gapped(), fixed{qx::fills::donors{}}, {.tables = 2}).completed.size(), 2U);
  EXPECT_EQ(refused<qx::spec_error>([] { (void)multiple(gapped(), fixed{qx::fills::level{}}); }).substr(0, 46),
            "impute_multiple: fixed fills every table alike");
}

}  // namespace
