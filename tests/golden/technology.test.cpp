// The Technology Achievement Index of the Handbook, 23 countries: the ranks of its tables 23 and 38 and the
// normalisations of its table 15 through whole indices.
#include <algorithm>
#include <cmath>

#include "aggregate/tai.hpp"
#include "golden/support.hpp"

namespace golden {
namespace {

namespace qx = quindex;

/// The countries in the order of tables 23 and 38, which is that of the linear ranks.
const std::vector<std::string> by_linear_rank{
    "Finland", "United States", "Sweden",  "Japan",  "Korea",          "Netherlands", "United Kingdom", "Singapore",
    "Canada",  "Australia",     "Germany", "Norway", "Ireland",        "Belgium",     "New Zealand",    "Austria",
    "France",  "Israel",        "Spain",   "Italy",  "Czech Republic", "Hungary",     "Slovenia"};

qx::table technology() { return {tai::countries, tai::indicators, tai::data()}; }

/// Goalposts of all 72 countries of the index; telephones and electricity are logarithms.
qx::framework tree(const std::vector<double>& weights) {
  const std::vector<std::pair<double, double>> ends{{0, 994},  {0, 272.6},           {0, 232.4},
                                                    {0, 80.8}, {0, std::log10(901)}, {std::log10(22), std::log10(6969)},
                                                    {0.8, 12}, {0.1, 27.4}};
  std::vector<qx::node> children;
  for (std::size_t j = 0; j < ends.size(); ++j)
    children.push_back(qx::indicator(tai::indicators[j], {.weight = weights[j], .goalposts = ends[j]}));
  return qx::group("index", std::move(children));
}

std::vector<double> ranks_in_their_order(const qx::spec& recipe) {
  const qx::result r = qx::compute(recipe, technology());
  const auto ranks = r.ranks("index");
  std::vector<double> out;
  for (const std::string& country : by_linear_rank) out.push_back(ranks[*r.units().find(country)]);
  return out;
}

const std::vector<double> equal(8, 1);

TEST(technology, has_the_linear_ranks_of_the_handbook) {
  const qx::spec recipe{.framework = tree(equal), .normalise = qx::normalise::goalposts{}};
  std::vector<double> published(23);
  for (std::size_t i = 0; i < 23; ++i) published[i] = static_cast<double>(i + 1);
  const rank_agreement found = compare_ranks(ranks_in_their_order(recipe), published);
  say("handbook table 38, linear", found.rows, std::to_string(found.same) + " ranks the same");
  EXPECT_EQ(found.same, 23U);
}

// Table 38 takes the geometric mean of the values as they are, logarithms included, not of scores.
TEST(technology, has_the_geometric_ranks_of_the_handbook) {
  qx::spec recipe{.framework = tree(equal), .normalise = qx::normalise::identity{}};
  recipe.aggregate = qx::aggregate::geometric_mean{};
  const rank_agreement found = compare_ranks(ranks_in_their_order(recipe), {2, 1, 3,  4,  16, 5,  6,  18, 13, 14, 8, 11,
                                                                            7, 9, 17, 12, 10, 15, 19, 21, 23, 22, 20});
  say("handbook table 38, geometric", found.rows, std::to_string(found.same) + " ranks the same");
  EXPECT_EQ(found.same, 23U);
}

// Weights of the analytic hierarchy process, of table 22 with its two decimals, which leave neighbours open: a weight
// that is off by up to 0.005 moves a score by up to 0.5 % of the range.
TEST(technology, has_the_ranks_with_elicited_weights_but_for_neighbours) {
  const qx::spec recipe{.framework = tree({.09, .10, .07, .21, .05, .06, .18, .25}),
                        .normalise = qx::normalise::goalposts{}};
  const rank_agreement found =
      compare_ranks(ranks_in_their_order(recipe),
                    {1, 3, 4, 5, 2, 11, 7, 6, 10, 9, 8, 16, 12, 13, 18, 15, 14, 17, 19, 21, 22, 20, 23});
  say("handbook table 23, hierarchy process", found.rows, std::to_string(found.same) + " ranks the same");
  EXPECT_EQ(found.rows, 23U);
  EXPECT_LE(found.largest, 2);
}

/// Mean years of schooling, normalised.
std::vector<double> schooling(const qx::normalise::method& how) {
  const qx::spec recipe{.framework = qx::group("index", {qx::indicator("schooling")}), .normalise = how};
  const qx::result r = qx::compute(recipe, technology());
  return {r.scores("schooling").begin(), r.scores("schooling").end()};
}

// Table 15, in the order of table A.2; four digits worked out apart with numpy, which the printed two agree with.
TEST(technology, has_the_normalised_schooling_of_the_handbook) {
  const double digits = 5.1e-5;
  expect_near("table 15, z scores", schooling(qx::normalise::z_score{.mean = 0, .sd = 1}),
              {0.2564,  1.5247,  1.1442, -0.0607, 0.7637,  -0.1241, -0.1241, 1.271,   0.8271,  -1.5826, 0.3832, 1.4613,
               -0.1241, -0.1875, 1.3344, -0.7582, -1.0753, 0.0028,  -1.4557, -1.5192, -0.0607, -0.3143, -1.5826},
              23, digits);
  expect_near("table 15, min-max", schooling(qx::normalise::min_max{.low = 0, .high = 1}),
              {0.5918, 1.0,   0.8776, 0.4898, 0.7551, 0.4694, 0.4694, 0.9184, 0.7755, 0.0,    0.6327, 0.9796,
               0.4694, 0.449, 0.9388, 0.2653, 0.1633, 0.5102, 0.0408, 0.0204, 0.4898, 0.4082, 0.0},
              23, digits);
  expect_near("table 15, distance to the best", schooling(qx::normalise::share_of_best{.high = 1}),
              {0.8333, 1.0,   0.95,  0.7917, 0.9,    0.7833, 0.7833, 0.9667, 0.9083, 0.5917, 0.85,  0.9917,
               0.7833, 0.775, 0.975, 0.7,    0.6583, 0.8,    0.6083, 0.6,    0.7917, 0.7583, 0.5917},
              23, digits);
  // The distance to the mean is n times the share in the sum.
  expect_near("table 15, distance to the mean", schooling(qx::normalise::sum{.high = 23}),
              {1.0421, 1.2506, 1.188,  0.99,   1.1255, 0.9796, 0.9796, 1.2089, 1.1359, 0.7399, 1.063, 1.2401,
               0.9796, 0.9692, 1.2193, 0.8754, 0.8233, 1.0005, 0.7608, 0.7503, 0.99,   0.9483, 0.7399},
              23, digits);
  expect_near("table 15, above and below the mean", schooling(qx::normalise::above_below_mean{.threshold = 0.2}),
              {0, 1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, -1, -1, 0, 0, -1}, 23, 0);
  std::vector<double> ranks = schooling(qx::normalise::rank{.ties = qx::ties::best});
  for (double& x : ranks) x = 24 - x;  // the table gives the best country 1, with the best rank for ties
  expect_near("table 15, ranks", ranks,
              {9, 1, 5, 11, 7, 13, 13, 4, 6, 22, 8, 2, 13, 16, 3, 18, 19, 10, 20, 21, 11, 17, 22}, 23, 0);
}

}  // namespace
}  // namespace golden
