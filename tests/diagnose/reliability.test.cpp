// Reliability and adequacy against published numbers.
#include "quindex/diagnose/reliability.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

void expect_all_near(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

std::vector<double> of_items(const dx::reliability_report& r, double dx::item_reliability::*what) {
  std::vector<double> out;
  for (const auto& item : r.items) out.push_back(item.*what);
  return out;
}

// Twelve people, eleven questions; the example of pingouin's documentation of cronbach_alpha.
qx::table questions() {
  std::vector<std::string> names;
  for (int q = 1; q <= 11; ++q) names.push_back("Q" + std::to_string(q));
  return table_of_rows(names, {{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                               {1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0},
                               {gap, 0, 1, 1, gap, 1, 1, 1, 1, 0, 0},
                               {1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0},
                               {1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0},
                               {0, 1, gap, 0, 1, 1, 1, 1, 0, 0, 0},
                               {1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0},
                               {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0},
                               {0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0},
                               {1, 0, 0, 1, 0, 1, 0, 0, gap, 0, 0},
                               {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0},
                               {1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}});
}

TEST(Reliability, of_the_attitude_data_agrees) {
  // Results of the R package psych 2.2.9 (alpha, omega with three factors).
  const auto found = dx::reliability(attitude(), {.omega_factors = 3});
  EXPECT_EQ(found.n, 30);
  EXPECT_NEAR(found.alpha, 0.8431427696, 5e-11);
  EXPECT_NEAR(found.standardised_alpha, 0.839083803, 5e-10);
  EXPECT_NEAR(found.average_correlation, 0.4269066426, 5e-11);
  EXPECT_NEAR(found.lambda[2], found.standardised_alpha, 1e-12);
  EXPECT_NEAR(found.lambda[5], 0.8752151374, 5e-11);
  expect_all_near(of_items(found, &dx::item_reliability::alpha_if_dropped),
                  {0.8097602063, 0.7969174573, 0.8278477659, 0.803030975, 0.7953865742, 0.8638723114, 0.8404648683},
                  5e-10);
  EXPECT_NEAR(found.omega, 0.9062, 0.001);
  EXPECT_NEAR(found.omega_hierarchical, 0.5186, 0.001);
}

TEST(Reliability, of_the_technology_achievement_index_agrees) {
  // Handbook (2008), table 11; the data of table A.2 are rounded.
  const auto found = dx::reliability(tai());
  EXPECT_NEAR(found.standardised_alpha, 0.70, 0.006);
  expect_all_near(of_items(found, &dx::item_reliability::standardised_alpha_if_dropped),
                  {0.704, 0.645, 0.636, 0.774, 0.603, 0.624, 0.662, 0.706}, 0.006);
  expect_all_near(of_items(found, &dx::item_reliability::standardised_item_total),
                  {0.261, 0.527, 0.566, -0.108, 0.701, 0.614, 0.451, 0.249}, 0.006);
}

TEST(Reliability, copes_with_gaps_and_has_feldts_interval) {
  EXPECT_NEAR(dx::reliability(questions(), {.rows = qx::numeric::rows_used::pairwise}).alpha, 0.732660835214447, 1e-13);
  const auto complete = dx::reliability(questions());
  EXPECT_NEAR(complete.alpha, 0.8016949152542373, 1e-13);
  EXPECT_EQ(complete.n, 9);
  // Printed to three decimals there; with the twelve people there were before those with gaps were left out.
  const auto pairwise = dx::feldt_interval(0.732660835214447, 12, 11),
             listwise = dx::feldt_interval(0.8016949152542373, 12, 11);
  EXPECT_NEAR(pairwise.first, 0.435, 5e-4);
  EXPECT_NEAR(pairwise.second, 0.909, 5e-4);
  EXPECT_NEAR(listwise.first, 0.581, 5e-4);
  EXPECT_NEAR(listwise.second, 0.933, 5e-4);
  // The nine that are left give a wider one.
  EXPECT_LT(complete.alpha_low, listwise.first);
}

TEST(Reliability, of_likert_scores_agrees) {
  // Fifteen people, ten questions; a second example of the same documentation: alpha 0.5917…, [0.195, 0.840].
  const auto found = dx::reliability(table_of({"Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10"},
                                              {{3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4},
                                               {2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3},
                                               {4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5},
                                               {1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5},
                                               {4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3},
                                               {5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1},
                                               {1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3},
                                               {4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2},
                                               {3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3},
                                               {2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4}}));
  EXPECT_NEAR(found.alpha, 0.5917188485995826, 1e-13);
  EXPECT_NEAR(found.alpha_low, 0.195, 5e-4);
  EXPECT_NEAR(found.alpha_high, 0.840, 5e-4);
}

TEST(Reliability, has_lambdas_and_omega_by_hand) {
  // Two columns with a correlation of 0.6: lambda 1 is 1.2 / 3.2, lambdas 2 to 5 are twice that.
  const auto found = dx::reliability(table_of({"x", "y"}, {{1, 2, 3, 4}, {2, 1, 4, 3}}));
  EXPECT_NEAR(found.lambda[0], 1 - 2 / 3.2, 1e-14);
  for (const std::size_t k : {1U, 2U, 3U, 4U}) EXPECT_NEAR(found.lambda[k], 0.75, 1e-14) << k;
  EXPECT_NEAR(found.lambda[5], 1 - 2 * 0.64 / 3.2, 1e-14);
  EXPECT_TRUE(std::isnan(found.omega)) << "two columns do not determine a factor";
  EXPECT_TRUE(std::isnan(found.items[0].alpha_if_dropped));
}

TEST(Reliability, refuses_what_has_none) {
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::reliability(table_of({"x", "one"}, {{1, 2, 3}, {1, 1, 1}}));
            }),
            "reliability.one: every value on the rows used is 1; leave the column out");
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::reliability(table_of({"x", "y"}, {{1, 2}, {3, 1}}));
            }),
            "reliability: there are 2 rows; give at least 3");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::reliability(attitude(), {.omega_factors = 2}); }),
            "reliability.omega_factors: found 2; give 1, or 3 or more: two factors do not determine a general one");
}

TEST(Adequacy, of_the_attitude_data_agrees) {
  // psych prints two decimals of KMO, and Bartlett's test in full.
  const auto found = dx::adequacy(attitude());
  EXPECT_NEAR(found.kmo, 0.76, 0.005);
  expect_all_near(found.kmo_columns, {0.73, 0.74, 0.84, 0.81, 0.81, 0.69, 0.65}, 0.005);
  EXPECT_NEAR(found.bartlett, 98.75277866, 5e-9);
  EXPECT_EQ(found.df, 21);
  EXPECT_NEAR(found.p, 4.79e-12, 5e-15);
}

TEST(Adequacy, names_the_column_that_follows_from_others) {
  EXPECT_EQ(
      refused<qx::data_error>([] {
        (void)dx::adequacy(table_of({"a", "b", "sum"}, {{1, 2, 3, 5}, {2, 1, 5, 3}, {3, 3, 8, 8}}));
      }),
      "adequacy.sum: the column follows from the columns before it; leave it out, or give more rows than columns");
}

TEST(Variance_inflation, follows_from_the_correlation_of_two_columns) {
  const auto found = dx::variance_inflation(table_of({"x", "y"}, {{1, 2, 3, 4}, {2, 1, 4, 3}}));
  expect_all_near(found, {1 / (1 - 0.36), 1 / (1 - 0.36)}, 1e-14);
}

}  // namespace
