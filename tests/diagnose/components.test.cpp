// Components and factors against published tables.
#include "quindex/diagnose/components.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "quindex/numeric/distributions.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

TEST(Components, of_the_technology_achievement_index_agree) {
  // Handbook (2008), tables 7 and 16: eigenvalues and shares of variance; the data of table A.2 are rounded.
  const auto found = dx::components(tai());
  const std::vector<double> values{3.3, 1.7, 1.0, 0.9, 0.5, 0.3, 0.2, 0.1};
  const std::vector<double> shares{41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9};
  for (std::size_t e = 0; e < 8; ++e) {
    EXPECT_NEAR(found.eigenvalues[e], values[e], 0.06);
    EXPECT_NEAR(100 * found.share[e], shares[e], 0.12);
  }
  EXPECT_NEAR(found.cumulative.back(), 1, 1e-12);
  EXPECT_EQ(found.above_one, 2U);
  EXPECT_EQ(found.n, 23);
}

TEST(Components, of_the_attitude_data_agree) {
  // R: eigen(cor(attitude)).
  const auto found = dx::components(attitude());
  const std::vector<double> values{3.7163757506, 1.1409218852, 0.8471915456, 0.6128696602,
                                   0.3236728095, 0.2185305938, 0.1404377551};
  for (std::size_t e = 0; e < 7; ++e) EXPECT_NEAR(found.eigenvalues[e], values[e], 5e-11);
  EXPECT_EQ(found.retained, 1U) << "the second eigenvalue is what 30 rows of chance give";
  // The loadings of a column on all components have a square sum of 1.
  EXPECT_NEAR(found.loadings.row(2).squaredNorm(), 1, 1e-12);
}

TEST(Parallel_analysis, is_looked_up_and_lies_where_horn_found_it) {
  const auto once = dx::components(attitude()), again = dx::components(attitude());
  EXPECT_EQ(once.random_quantile, again.random_quantile);
  EXPECT_NE(dx::components(attitude(), {.seed = 2}).random_mean, once.random_mean);
  double sum = 0;
  for (const double x : once.random_mean) sum += x;
  EXPECT_NEAR(sum, 7, 1e-12) << "eigenvalues of correlations sum to the number of columns";
  EXPECT_GT(once.random_mean[0], 1.4);
  EXPECT_LT(once.random_mean[0], 2.1);
  EXPECT_GT(once.random_quantile[0], once.random_mean[0]);
  EXPECT_TRUE(dx::components(attitude(), {.replicates = 0}).random_mean.empty());
}

TEST(Factors, find_as_many_as_parallel_analysis_retains) {
  const auto found = dx::factors(attitude());
  EXPECT_EQ(found.loadings.cols(), 1);
  for (std::size_t j = 0; j < 7; ++j) EXPECT_NEAR(found.communality[j] + found.uniqueness[j], 1, 1e-5);
}

TEST(Factors, explain_the_same_however_they_are_turned) {
  using dx::rotation;
  double sum = 0;
  for (const rotation turn : {rotation::none, rotation::varimax, rotation::promax, rotation::oblimin}) {
    const auto found = dx::factors(
        attitude(), {.factors = 2, .extraction = qx::numeric::extraction::maximum_likelihood, .rotation = turn});
    ASSERT_EQ(found.variance.size(), 2U);
    const double all = found.variance[0] + found.variance[1];
    if (turn == rotation::none) sum = all;
    EXPECT_NEAR(all, sum, 1e-8);
    EXPECT_GE(found.variance[0], found.variance[1]);
    EXPECT_EQ(found.df, 8);
    EXPECT_NEAR(found.p, qx::numeric::chi_square_tail(found.chi_square, 8), 1e-15);
    EXPECT_GT(found.p, 0.05) << "two factors are enough";
    EXPECT_NEAR(found.correlations(0, 0), 1, 1e-10);
    EXPECT_EQ(std::abs(found.correlations(0, 1)) > 1e-6, turn == rotation::promax || turn == rotation::oblimin);
  }
}

TEST(Factors, name_the_column_that_has_no_error_left) {
  // r_xy r_xz / r_yz = 0.8 · 0.8 / 0.3 is above 1: no proper loading of x exists.
  const auto found =
      dx::factors(table_of({"x", "y", "z"}, {{1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}, {5, 3, 4, 1, 2}}), {.factors = 1});
  EXPECT_EQ(found.without_error, std::vector<std::string>{"x"});
  EXPECT_EQ(found.loadings.rows(), 3);
}

TEST(Components, refuse_what_has_none) {
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::components(table_of({"x"}, {{1, 2, 3}}));
            }),
            "components: there is 1 column; give at least 2");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::components(attitude(), {.quantile = 95}); }),
            "components.quantile: found 95; give a number above 0 and below 1");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::factors(attitude(), {.components = {.replicates = 0}}); }),
            "factors.factors: none are asked for, and parallel analysis has no replicates; give a number of factors");
  const auto repeated = dx::components(table_of({"x", "y"}, {{1, 2, 3}, {2, 4, 6}}), {.replicates = 0});
  EXPECT_NEAR(repeated.eigenvalues[0], 2, 1e-12);
  EXPECT_NEAR(repeated.eigenvalues[1], 0, 1e-12);
}

}  // namespace
