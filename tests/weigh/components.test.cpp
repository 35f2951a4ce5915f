// Weights by components and factors.
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/numeric/symmetric.hpp"
#include "quindex/numeric/varimax.hpp"
#include "quindex/weigh/factor_nicoletti.hpp"
#include "quindex/weigh/lpi_pca.hpp"
#include "quindex/weigh/pca.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

/// Technology Achievement Index, 23 countries: OECD and JRC (2008), Handbook on Constructing Composite Indicators,
/// table A.2: patents, royalties, internet, exports, telephones (log), electricity (log), schooling, university.
const rows technology{{187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4},  {289, 130, 179.1, 66.2, 3.0, 4.07, 12, 13.9},
                      {271, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3}, {994, 64.6, 49, 80.8, 3.0, 3.86, 9.5, 10},
                      {779, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2},    {189, 151.2, 136, 50.9, 3.02, 3.77, 9.4, 9.5},
                      {82, 134, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9},     {31, 38.6, 108, 48.7, 2.94, 4.18, 11.6, 14.2},
                      {75, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3},  {8, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2},
                      {235, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4},  {103, 20.2, 193.6, 19, 3.12, 4.39, 11.9, 11.2},
                      {106, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3},  {72, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6},
                      {103, 13, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1},   {165, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6},
                      {205, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6},    {74, 43.6, 43.2, 45, 2.96, 3.74, 9.6, 11},
                      {42, 8.6, 21, 53.4, 2.86, 3.62, 7.3, 15.6},       {13, 9.8, 30.4, 51, 3.0, 3.65, 7.2, 13},
                      {28, 4.2, 25, 51.7, 2.75, 3.68, 9.5, 8.2},        {26, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7},
                      {105, 4, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6}};

// Case factor_nicoletti: is that of the handbook (Table 18, principal components)
TEST(FactorNicoletti, is_that_of_the_handbook) {
  // Table 18, principal components: four factors, two decimals. The logs of table A.2 have two decimals as well.
  const std::vector<double> printed{0.17, 0.15, 0.11, 0.07, 0.08, 0.12, 0.14, 0.16};
  expect_near(factor_nicoletti{.factors = 4}.fit(table(technology)), printed, 0.0055);
  // The text takes eigenvalues close to 1; the fourth is 0.894.
  expect_near(factor_nicoletti{.least_eigenvalue = 0.85}.fit(table(technology)),
              factor_nicoletti{.factors = 4}.fit(table(technology)), 0);
}

TEST(FactorNicoletti, rests_on_the_rotated_loadings_of_the_handbook) {
  // Table 17, with two decimals from unrounded data; the logs here have two decimals, which moves loadings by up to
  // 0.02.
  const qx::matrix printed{{0.07, 0.97, 0.06, 0.06},   {0.13, 0.07, -0.07, 0.93}, {0.79, -0.21, 0.21, 0.42},
                           {-0.64, 0.56, -0.04, 0.36}, {0.37, 0.17, 0.38, 0.68},  {0.82, -0.04, 0.25, 0.35},
                           {0.88, 0.23, -0.09, 0.09},  {0.08, 0.04, 0.96, 0.04}};
  const table t(technology);
  const columns c = columns_of(t, rows_used::complete, "test");
  const qx::numeric::eigen_system e = qx::numeric::symmetric_eigen(live_correlations(c, t).values);
  // Table 16: eigenvalues with one decimal, 0.05 either way; the rest is for the logs.
  const std::vector<double> eigenvalues{3.3, 1.7, 1.0, 0.9, 0.5, 0.3, 0.2, 0.1};
  expect_near(e.values, eigenvalues, 0.055);
  qx::matrix loadings = e.vectors.leftCols(4);
  for (Eigen::Index f = 0; f < 4; ++f) loadings.col(f) *= std::sqrt(e.values[static_cast<std::size_t>(f)]);
  const qx::matrix found = qx::numeric::varimax(loadings).loadings;
  EXPECT_LT((found - printed).cwiseAbs().maxCoeff(), 0.02) << found;
}

TEST(FactorNicoletti, stops_at_the_rules) {
  // Eigenvalues 3.35, 1.75, 0.98, ...: two of 1 and more explain 63.8 percent.
  const table t(technology);
  expect_near(factor_nicoletti{}.fit(t), factor_nicoletti{.factors = 2}.fit(t), 0);
  expect_near(factor_nicoletti{.least_cumulative = 0.7}.fit(t), factor_nicoletti{.factors = 3}.fit(t), 0);
  expect_near(factor_nicoletti{.least_share = 0.3, .least_cumulative = 0.4}.fit(t),
              factor_nicoletti{.factors = 1}.fit(t), 0);
  EXPECT_EQ(refused<qx::spec_error>(factor_nicoletti{.factors = 9}, t),
            "weigh/g: 9 factors are asked for; the group has 8 children that differ from unit to unit");
}

TEST(FactorNicoletti, of_one_factor_is_squared_loadings) {
  const table t({{1, 2, 1}, {2, 1, 2}, {3, 4, 5}, {4, 4, 3}});
  expect_near(factor_nicoletti{.factors = 1}.fit(t), pca{.form = component_weights::squared_loadings}.fit(t), 1e-14);
}

TEST(FactorNicoletti, finds_blocks_of_equal_children) {
  // Three times the same child and twice another: loadings are 1 on one factor each, so all weigh the same.
  const table t({{1, 1, 1, 4, 4}, {2, 2, 2, 1, 1}, {3, 3, 3, 5, 5}, {5, 5, 5, 2, 2}});
  expect_near(factor_nicoletti{.factors = 2}.fit(t), {0.2, 0.2, 0.2, 0.2, 0.2}, 1e-12);
}

// Case pca: of two children has loadings that need no computing
TEST(Pca, of_two_children_has_loadings_that_need_no_computing) {
  // The first vector of any positive correlation of two is (1, 1) / sqrt 2.
  const table t({{1, 10}, {2, 40}, {4, 30}});
  expect_near(pca{}.fit(t), {0.5, 0.5}, 1e-15);
  // Covariances (1, 1; 1, 4): lambda = (5 + sqrt 13) / 2, vector (1, lambda - 1).
  const table two({{0, 0}, {2, 2}, {1, 4}});
  const double lambda = (5 + std::sqrt(13.0)) / 2;
  expect_near(pca{.of = component_matrix::covariance}.fit(two), {1 / lambda, (lambda - 1) / lambda}, 1e-14);
}

TEST(Pca, of_three_children_in_closed_form) {
  // a, b uncorrelated with the same variance, and their sum: correlations 1/sqrt 2, 1/sqrt 2 and 0, so that the first
  // vector is (1, 1, sqrt 2) / 2.
  const table t({{1, 1, 2}, {1, -1, 0}, {-1, 1, 0}, {-1, -1, -2}});
  const double root = std::sqrt(2.0);
  expect_near(pca{}.fit(t), {1 / (root + 2), 1 / (root + 2), root / (root + 2)}, 1e-14);
  expect_near(pca{.form = component_weights::squared_loadings}.fit(t), {0.25, 0.25, 0.5}, 1e-14);
}

TEST(Pca, explains_variance_by_the_components_retained) {
  // Correlation 1/2: eigenvalues 3/2 and 1/2, vectors (1, 1) and (1, -1) over sqrt 2. Only the first has 1 and more.
  const table t({{1, 1}, {2, 3}, {3, 2}});
  const pca form{.form = component_weights::explained_variance};
  expect_near(form.fit(t), {0.5, 0.5}, 1e-15);
  // Retaining both, the second one's sign, its first nonzero component being positive, gives 1.5 + 0.5 and 1.5 - 0.5.
  expect_near((pca{.form = component_weights::explained_variance, .least_eigenvalue = 0.4}.fit(t)), {2.0 / 3, 1.0 / 3},
              1e-14);
}

TEST(Pca, refuses_a_child_that_goes_against_the_others) {
  const table t({{1, 1, 4}, {2, 3, 3}, {3, 2, 2}, {4, 4, 1}});
  EXPECT_EQ(refused<qx::data_error>(pca{}, t).rfind("weigh/g/c3: its loading is -0.", 0), 0U);
  EXPECT_EQ(pca{.negative = negative_loadings::zero}.fit(t)[2], 0);
  // Turned round, the third child is the first one.
  const std::vector<double> w = pca{.negative = negative_loadings::absolute}.fit(t);
  EXPECT_NEAR(w[2], w[0], 1e-15);
  const table turned({{1, 1, 4}, {2, 3, 3}, {3, 2, 2}, {4, 4, 1}}, {1, 1, -1});
  expect_near(pca{}.fit(turned), w, 1e-15);
}

// Case lpi_pca: divides by standard deviations
TEST(LpiPca, divides_by_standard_deviations) {
  const table t({{1, 10}, {2, 40}, {4, 30}});
  const double a = 1 / std::sqrt(7.0 / 3), b = 1 / std::sqrt(700.0 / 3);
  expect_near(lpi_pca{}.fit(t), {a / (a + b), b / (a + b)}, 1e-14);
}

template <class M>
class Components : public testing::Test {};
using component_methods = testing::Types<pca, lpi_pca, factor_nicoletti>;
TYPED_TEST_SUITE(Components, component_methods);

TYPED_TEST(Components, leave_a_constant_child_out) {
  const std::vector<double> w = TypeParam{}.fit(table({{1, 5, 3}, {2, 5, 1}, {3, 5, 2}, {5, 5, 6}}));
  EXPECT_EQ(w[1], 0);
  expect_near({w[0], w[2]}, TypeParam{}.fit(table({{1, 3}, {2, 1}, {3, 2}, {5, 6}})), 1e-15);
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 2}, {1, 2}})),
            "weigh/g: no child differs from unit to unit, so all weights would be 0; leave the group's weights equal");
}

TYPED_TEST(Components, give_an_only_child_everything) {
  expect_near(TypeParam{}.fit(table(weighing::only_child)), {1}, 0);
}

TYPED_TEST(Components, use_complete_units_unless_told_otherwise) {
  const table gaps({{1, 1, 2}, {2, 3, 1}, {3, none, 7}, {4, 2, 5}, {5, 6, 6}});
  expect_near(TypeParam{}.fit(gaps), TypeParam{}.fit(table({{1, 1, 2}, {2, 3, 1}, {4, 2, 5}, {5, 6, 6}})), 0);
  EXPECT_GT(std::abs(TypeParam{.rows = rows_used::available}.fit(gaps)[0] - TypeParam{}.fit(gaps)[0]), 1e-6);
}

}  // namespace
