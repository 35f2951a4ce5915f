// Water quality of 20 rivers (zhjx19.github.io/mathmodels-book, chapters on entropy weights, CRITIC and TOPSIS): whole
// indices against the printed scores.
#include <algorithm>
#include <cmath>

#include "golden/support.hpp"
#include "quindex/compute/rank.hpp"

namespace golden {
namespace {

namespace qx = quindex;

/// Oxygen (high is better), pH (7 is best), germs (low is better), nutrients (10 to 20 is best).
const std::vector<std::vector<double>> measured{
    {4.69, 6.59, 51, 11.94}, {2.03, 7.86, 19, 6.46},  {9.11, 6.31, 46, 8.91}, {8.61, 7.05, 46, 26.43},
    {7.13, 6.5, 50, 23.57},  {2.39, 6.77, 38, 24.62}, {7.69, 6.79, 38, 6.01}, {9.3, 6.81, 27, 31.57},
    {5.45, 7.62, 5, 18.46},  {6.19, 7.27, 17, 7.51},  {7.93, 7.53, 9, 6.52},  {4.4, 7.28, 17, 25.3},
    {7.46, 8.24, 23, 14.42}, {2.01, 5.55, 47, 26.31}, {2.04, 6.4, 23, 17.91}, {7.73, 6.14, 52, 15.72},
    {6.35, 7.58, 25, 29.46}, {8.29, 8.41, 39, 12.02}, {3.54, 7.27, 54, 3.16}, {7.44, 6.26, 8, 28.41}};

/// The table with pH and nutrients scored from 0 to 1 by their distance from the best, and, unless `raw`, the others
/// from the worst to the best.
qx::table rivers(bool raw) {
  qx::matrix values(20, 4);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < 20; ++i) {
    const auto& x = measured[i];
    const auto row = static_cast<Eigen::Index>(i);
    values(row, 0) = raw ? x[0] : (x[0] - 2.01) / (9.3 - 2.01);
    values(row, 1) = 1 - std::abs(x[1] - 7) / 1.45;
    values(row, 2) = raw ? x[2] : (54 - x[2]) / (54 - 5);
    values(row, 3) = 1 - std::max({10 - x[3], x[3] - 20, 0.0}) / (31.57 - 20);
    names.push_back("river " + std::to_string(i + 1));
  }
  return {std::move(names), {"oxygen", "ph", "germs", "nutrients"}, std::move(values)};
}

/// The index of scores from 0 to 100 with weights from the data.
std::vector<double> index_of(const qx::matrix& scores, const qx::weigh::method& weigh) {
  qx::spec recipe{.framework = qx::group("index", {qx::indicator("oxygen"), qx::indicator("ph"), qx::indicator("germs"),
                                                   qx::indicator("nutrients")}),
                  .normalise = qx::normalise::identity{}};
  recipe.weigh = weigh;
  const qx::table data = rivers(false);
  const qx::result r = qx::compute(recipe, qx::table(data.units(), data.indicators(), 100 * scores));
  return {r.scores("index").begin(), r.scores("index").end()};
}

// Scores are rescaled to [0.002, 0.998]; those that were scored by distance are cut off there.
TEST(rivers, have_the_printed_scores_with_entropy_weights) {
  qx::matrix scores = rivers(false).values();
  for (const Eigen::Index j : {0, 2}) scores.col(j) = (0.002 + 0.996 * scores.col(j).array()).matrix();
  for (const Eigen::Index j : {1, 3}) scores.col(j) = scores.col(j).array().max(0.002).min(0.998).matrix();
  expect_near("rivers by entropy", index_of(scores, qx::weigh::entropy{}),
              {42.05869, 43.14229, 59.75555, 58.55797, 47.47757, 37.602,   61.51622, 66.57186, 75.49739, 71.25274,
               79.89397, 59.7083,  63.57278, 12.10016, 48.22587, 48.81539, 53.16568, 53.61734, 27.72132, 69.36453},
              20, rounding(5));
}

TEST(rivers, have_the_printed_scores_with_critic_weights) {
  expect_near("rivers by critic",
              index_of(rivers(false).values(), qx::weigh::critic{.scale = qx::weigh::scaling::none}),
              {53.5776,  45.72631, 64.85384, 60.86933, 53.11902, 44.48714, 64.8618,  59.22668, 76.81822, 72.96404,
               76.91674, 60.10287, 64.90101, 15.63614, 55.81794, 56.73669, 48.64189, 56.87927, 34.5456,  61.18867},
              20, rounding(5));
}

// TOPSIS with the printed entropy weights, whose seven decimals leave as much open in the scores; oxygen and germs as
// measured, germs a cost.
TEST(rivers, have_the_printed_closeness) {
  const qx::ranking r = qx::rank(
      rivers(true), qx::aggregate::topsis{},
      {.weights = {0.3153202, 0.1813149, 0.3506929, 0.1526721}, .better_when_high = {true, true, false, true}});
  expect_near(
      "rivers by topsis", r.scores,
      {0.3841556, 0.4852199, 0.502131,  0.5084128, 0.42262,   0.3945085, 0.5502261, 0.6258551, 0.7260529, 0.7138447,
       0.8091923, 0.6159619, 0.6007565, 0.1593096, 0.4974685, 0.4250799, 0.5565555, 0.4815844, 0.307029,  0.7098355},
      20, 2e-7);
}

}  // namespace
}  // namespace golden
