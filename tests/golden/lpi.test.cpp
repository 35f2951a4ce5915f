// The Logistics Performance Index of 2010 and 2012: weighted means whose weights come from principal components.
#include <Eigen/Eigenvalues>

#include "golden/sets.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/moments.hpp"

namespace golden {
namespace {

/// The loadings of the first principal component of the correlations, each divided by its column's standard deviation.
std::vector<double> component_weights(const std::string& year) {
  const qx::table components = logistics(year, std::vector<double>(6, 1.0)).data;
  const qx::matrix x = components.values();
  const qx::matrix centred = x.rowwise() - x.colwise().mean();
  const Eigen::VectorXd deviation = (centred.colwise().squaredNorm() / static_cast<double>(x.rows() - 1)).cwiseSqrt();
  const qx::matrix standardised = centred * deviation.cwiseInverse().asDiagonal();
  const Eigen::SelfAdjointEigenSolver<qx::matrix> solver(standardised.transpose() * standardised);
  const Eigen::VectorXd weights = solver.eigenvectors().rightCols(1).cwiseAbs().cwiseQuotient(deviation);
  return {weights.begin(), weights.end()};
}

// Case aggregate/arithmetic_mean: World Bank, Logistics Performance Index 2010 and 2012
TEST(lpi, weighted_means_agree_with_the_published_scores) {
  const csv all = data("lpi_2010_2012", "published.csv");
  for (const char* year : {"2010", "2012"}) {
    const set s = logistics(year, component_weights(year));
    const qx::result r = qx::compute(s.recipe, s.data);
    const csv published = all.filtered([&](std::size_t i) { return all.at(i, "Year") == year; });
    // Components and index have two decimals: 0.005 from each side.
    expect_near(std::string("lpi ") + year, r.scores("index"), published.numbers("lpi"), 155, 0.01);
    const rank_agreement ranks = compare_ranks(r.ranks("index"), published.numbers("rank"));
    EXPECT_LE(ranks.largest, 2) << "countries share a score to the second decimal";
  }
}

TEST(lpi, the_weighing_method_of_its_own_gives_the_published_scores) {
  const csv all = data("lpi_2010_2012", "published.csv");
  for (const char* year : {"2010", "2012"}) {
    set s = logistics(year, std::vector<double>(6, 1.0));
    s.recipe.weigh = qx::weigh::lpi_pca{};
    const qx::result r = qx::compute(s.recipe, s.data);
    const csv published = all.filtered([&](std::size_t i) { return all.at(i, "Year") == year; });
    expect_near(std::string("lpi_pca ") + year, r.scores("index"), published.numbers("lpi"), 155, 0.01);
  }
}

}  // namespace
}  // namespace golden
