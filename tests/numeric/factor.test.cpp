// Factors whose loadings are known: matrices that follow from a model are taken apart into it.
#include "quindex/numeric/factor.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/numeric/varimax.hpp"

namespace {

namespace qx = quindex;
namespace num = quindex::numeric;
using num::extraction;

qx::matrix of_rows(const std::vector<std::vector<double>>& rows) {
  qx::matrix out(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows[0].size()));
  for (Eigen::Index i = 0; i < out.rows(); ++i)
    for (Eigen::Index j = 0; j < out.cols(); ++j)
      out(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  return out;
}

/// The correlations that loadings and correlations of factors imply.
qx::matrix implied(const qx::matrix& loadings, const qx::matrix& factors) {
  qx::matrix out = loadings * factors * loadings.transpose();
  for (Eigen::Index j = 0; j < out.rows(); ++j) out(j, j) = 1;
  return out;
}

const qx::matrix clusters = of_rows({{0.8, 0}, {0.7, 0}, {0.6, 0}, {0.5, 0}, {0, 0.9}, {0, 0.7}, {0, 0.5}, {0, 0.4}});

double largest(const qx::matrix& a, const qx::matrix& b) { return (a - b).cwiseAbs().maxCoeff(); }

TEST(Extraction, finds_the_loadings_of_one_factor) {
  // Spearman's own way for three variables: loading² = r12 r13 / r23.
  const qx::matrix r = of_rows({{1, 0.72, 0.63}, {0.72, 1, 0.56}, {0.63, 0.56, 1}});
  for (const extraction how : {extraction::minres, extraction::maximum_likelihood}) {
    const auto found = num::extract_factors(r, 1, how);
    EXPECT_NEAR(found.loadings(0, 0), 0.9, 1e-7);
    EXPECT_NEAR(found.loadings(1, 0), 0.8, 1e-7);
    EXPECT_NEAR(found.loadings(2, 0), 0.7, 1e-7);
    EXPECT_NEAR(found.uniqueness[0], 0.19, 1e-7);
    EXPECT_NEAR(found.objective, 0, 1e-14);
    EXPECT_EQ(found.at_bound, 0U);
  }
}

TEST(Extraction, reproduces_a_matrix_of_two_factors) {
  const qx::matrix r = implied(clusters, of_rows({{1, 0.3}, {0.3, 1}}));
  for (const extraction how : {extraction::minres, extraction::maximum_likelihood}) {
    const auto found = num::extract_factors(r, 2, how);
    qx::matrix again = found.loadings * found.loadings.transpose();
    for (Eigen::Index j = 0; j < 8; ++j) again(j, j) = 1;
    EXPECT_LT(largest(again, r), 1e-7);
    EXPECT_GE(found.loadings.col(0).squaredNorm(), found.loadings.col(1).squaredNorm());
  }
}

TEST(Extraction, agrees_with_lawley_and_maxwell) {
  // Six school subjects of 220 boys; Lawley and Maxwell (1971), Factor Analysis as a Statistical Method: loadings by
  // maximum likelihood, and χ² = 2.33 with 4 degrees of freedom.
  const auto lower = std::vector<std::vector<double>>{
      {1, 0, 0, 0, 0, 0},          {.439, 1, 0, 0, 0, 0},          {.410, .351, 1, 0, 0, 0},
      {.288, .354, .164, 1, 0, 0}, {.329, .320, .190, .595, 1, 0}, {.248, .329, .181, .470, .464, 1}};
  qx::matrix r = of_rows(lower);
  for (Eigen::Index j = 0; j < 6; ++j)
    for (Eigen::Index i = 0; i < j; ++i) r(i, j) = r(j, i);
  const auto found = num::extract_factors(r, 2, extraction::maximum_likelihood);
  const std::vector<double> first{.553, .568, .392, .740, .724, .595}, second{.429, .288, .450, -.273, -.211, -.132};
  const double sign = found.loadings(0, 1) > 0 ? 1 : -1;
  for (Eigen::Index j = 0; j < 6; ++j) {
    EXPECT_NEAR(found.loadings(j, 0), first[static_cast<std::size_t>(j)], 0.001);
    EXPECT_NEAR(sign * found.loadings(j, 1), second[static_cast<std::size_t>(j)], 0.001);
  }
  EXPECT_NEAR((220 - 1 - 17.0 / 6 - 4.0 / 3) * found.objective, 2.33, 0.01);
}

TEST(Extraction, agrees_with_harman) {
  // Eight physical variables of 305 girls; Harman (1976), Modern Factor Analysis: the minres solution.
  qx::matrix r = of_rows({{1, 0, 0, 0, 0, 0, 0, 0},
                          {.846, 1, 0, 0, 0, 0, 0, 0},
                          {.805, .881, 1, 0, 0, 0, 0, 0},
                          {.859, .826, .801, 1, 0, 0, 0, 0},
                          {.473, .376, .380, .436, 1, 0, 0, 0},
                          {.398, .326, .319, .329, .762, 1, 0, 0},
                          {.301, .277, .237, .327, .730, .583, 1, 0},
                          {.382, .415, .345, .365, .629, .577, .539, 1}});
  for (Eigen::Index j = 0; j < 8; ++j)
    for (Eigen::Index i = 0; i < j; ++i) r(i, j) = r(j, i);
  const auto found = num::extract_factors(r, 2);
  const std::vector<double> first{.856, .848, .808, .831, .750, .631, .569, .607};
  const std::vector<double> second{-.324, -.412, -.409, -.342, .571, .492, .510, .351};
  const double sign = found.loadings(4, 1) > 0 ? 1 : -1;
  for (Eigen::Index j = 0; j < 8; ++j) {
    EXPECT_NEAR(found.loadings(j, 0), first[static_cast<std::size_t>(j)], 0.001);
    EXPECT_NEAR(sign * found.loadings(j, 1), second[static_cast<std::size_t>(j)], 0.001);
  }
}

TEST(Extraction, keeps_a_variable_without_error_at_the_bound) {
  // r12 r13 / r23 = 0.9 · 0.9 / 0.5 > 1: no proper loading of the first variable exists.
  const qx::matrix r = of_rows({{1, 0.9, 0.9}, {0.9, 1, 0.65}, {0.9, 0.65, 1}});
  const auto found = num::extract_factors(r, 1);
  EXPECT_EQ(found.at_bound, 1U);
  EXPECT_EQ(found.uniqueness[0], 0.005);
}

TEST(Extraction, refuses_what_cannot_be_found) {
  const qx::matrix r = of_rows({{1, 0.5}, {0.5, 1}});
  EXPECT_EQ(num::most_factors(2), 0U);
  EXPECT_EQ(num::most_factors(3), 1U);
  EXPECT_EQ(num::most_factors(6), 3U);
  EXPECT_EQ(num::most_factors(7), 3U);
  try {
    (void)num::extract_factors(r, 1);
    FAIL();
  } catch (const qx::numeric_error& e) {
    EXPECT_STREQ(e.what(), "factors: 1 factors of 2 variables were asked for; no factor can be found from so few");
  }
  try {
    (void)num::extract_factors(of_rows({{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 1}}), 1, extraction::maximum_likelihood);
    FAIL();
  } catch (const qx::numeric_error& e) {
    EXPECT_STREQ(
        e.what(),
        "factors: the correlation matrix is singular; leave out columns that follow from others, or use minres");
  }
}

TEST(Oblimin, finds_clusters_and_the_correlation_of_their_factors) {
  const qx::matrix factors = of_rows({{1, 0.3}, {0.3, 1}});
  const auto extracted = num::extract_factors(implied(clusters, factors), 2);
  const auto found = num::oblimin(extracted.loadings);
  const bool swapped = std::abs(found.pattern(0, 0)) < 0.1;
  for (Eigen::Index j = 0; j < 8; ++j) {
    EXPECT_NEAR(found.pattern(j, swapped ? 1 : 0), clusters(j, 0), 1e-6);
    EXPECT_NEAR(found.pattern(j, swapped ? 0 : 1), clusters(j, 1), 1e-6);
  }
  EXPECT_NEAR(found.correlations(0, 1), 0.3, 1e-6);
  EXPECT_NEAR(found.correlations(0, 0), 1, 1e-12);
  EXPECT_LT(largest(found.structure, found.pattern * found.correlations), 1e-12);
}

TEST(Promax, comes_near_and_keeps_what_the_factors_explain) {
  const qx::matrix factors = of_rows({{1, 0.3}, {0.3, 1}});
  const auto extracted = num::extract_factors(implied(clusters, factors), 2);
  const auto found = num::promax(extracted.loadings);
  EXPECT_LT(largest(found.pattern * found.correlations * found.pattern.transpose(),
                    extracted.loadings * extracted.loadings.transpose()),
            1e-10);
  EXPECT_NEAR(found.correlations(0, 1), 0.3, 0.06) << "promax is an approximation";
  for (Eigen::Index j = 0; j < 8; ++j)
    EXPECT_LT(std::min(std::abs(found.pattern(j, 0)), std::abs(found.pattern(j, 1))), 0.05);
  EXPECT_THROW((void)num::promax(extracted.loadings, 1), qx::numeric_error);
}

}  // namespace
