#include "quindex/weigh/seca.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "laws/laws.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

const rows jobs{{9, 7, 6, 7}, {8, 7, 9, 6}, {7, 8, 6, 6}};

// Case seca: of two children with one unit always worst in closed form (x = (1, 4/5, 2/5) and (1, 2/5, 1/5))
TEST(Seca, of_two_children_with_one_unit_always_worst_in_closed_form) {
  // x = (1, 4/5, 2/5) and (1, 2/5, 1/5): the third unit is worst whatever the weights. Conflict is equal for two
  // children, so the centre c of the first is half its share of spread plus 1/4, and w x_31 + (1 - w) x_32 - 4 beta (w
  // - c)^2 is highest at w = c + (x_31 - x_32) / (8 beta).
  const double a = std::sqrt(1 + 0.64 + 0.16 - 2.2 * 2.2 / 3), b = std::sqrt(1 + 0.16 + 0.04 - 1.6 * 1.6 / 3);
  const double w = a / (a + b) / 2 + 0.25 + 0.2 / 24;
  expect_near(seca{}.fit(table({{5, 5}, {4, 2}, {2, 1}})), {w, 1 - w}, 1e-14);
}

/// The value of the model, or minus infinity outside its constraints.
double objective(const rows& x, const std::vector<double>& centre, double beta, double floor,
                 const std::vector<double>& w) {
  double worst = std::numeric_limits<double>::infinity(), distance = 0;
  for (const auto& row : x) {
    double s = 0;
    for (std::size_t j = 0; j < w.size(); ++j) s += w[j] * row[j];
    worst = std::min(worst, s);
  }
  for (std::size_t j = 0; j < w.size(); ++j) {
    if (w[j] < floor - 1e-12) return -std::numeric_limits<double>::infinity();
    distance += 2 * (w[j] - centre[j]) * (w[j] - centre[j]);
  }
  return worst - beta * distance;
}

TEST(Seca, is_not_beaten_by_any_weights_nearby) {
  laws::numbers random;
  for (const std::size_t m : {2U, 4U, 7U}) {
    for (const double beta : {0.05, 0.5, 3.0, 50.0}) {
      rows cells(25);
      for (auto& row : cells) row = random.several(m, 1, 5);
      const std::vector<double> w = seca{.closeness = beta, .least_weight = 0.01}.fit(table(cells));
      rows x = cells;
      std::vector<double> sd(m), conflict(m, 0.0), centre(m);
      std::vector<std::vector<double>> columns(m);
      for (std::size_t j = 0; j < m; ++j) {
        double best = 0;
        for (const auto& row : cells) best = std::max(best, row[j]);
        for (auto& row : x) row[j] /= best, columns[j].push_back(row[j]);
      }
      double spread = 0, against = 0;
      for (std::size_t j = 0; j < m; ++j) {
        spread += sd[j] = qx::numeric::moments(columns[j]).sd();
        for (std::size_t k = 0; k < m; ++k) conflict[j] += 1 - qx::numeric::pearson(columns[j], columns[k]);
        against += conflict[j];
      }
      for (std::size_t j = 0; j < m; ++j) centre[j] = (sd[j] / spread + conflict[j] / against) / 2;
      const double found = objective(x, centre, beta, 0.01, w);
      for (int trial = 0; trial < 3000; ++trial) {
        const double size = std::exp(-2 - trial % 14);
        std::vector<double> other = w;
        double shift = 0;
        for (double& o : other) {
          const double step = size * (random.next() - 0.5);
          o += step, shift += step;
        }
        for (double& o : other) o -= shift / static_cast<double>(m);
        ASSERT_LE(objective(x, centre, beta, 0.01, other), found + 1e-12) << "m " << m << ", beta " << beta;
      }
    }
  }
}

TEST(Seca, comes_close_to_spread_and_conflict_as_closeness_grows) {
  const table t({{1, 2}, {2, 1}, {4, 5}});
  // x = (1/4, 1/2, 1) and (2/5, 1/5, 1); conflict is the same for two children.
  const double a = std::sqrt(7.0 / 3) / 4, b = std::sqrt(13.0 / 3) / 5;
  expect_near(seca{.closeness = 1e9}.fit(t), {(a / (a + b) + 0.5) / 2, (b / (a + b) + 0.5) / 2}, 1e-8);
}

TEST(Seca, keeps_the_least_weight) {
  const std::vector<double> w = seca{.closeness = 0.01, .least_weight = 0.05}.fit(table({{5, 1}, {4, 2}, {5, 3}}));
  EXPECT_NEAR(w[1], 0.05, 1e-12);
}

TEST(Seca, takes_units_twice) {
  expect_near(seca{.closeness = 0.5}.fit(
                  table({{9, 7, 6, 7}, {9, 7, 6, 7}, {8, 7, 9, 6}, {8, 7, 9, 6}, {7, 8, 6, 6}, {7, 8, 6, 6}})),
              seca{.closeness = 0.5}.fit(table(jobs)), 1e-12);
}

TEST(Seca, turns_costs_round) {
  expect_near(seca{}.fit(table({{2, 4}, {4, 1}, {8, 2}}, {-1, 1})), seca{}.fit(table({{4, 4}, {2, 1}, {1, 2}})), 1e-12);
}

TEST(Seca, refuses_what_it_cannot_weigh) {
  EXPECT_EQ(refused<qx::data_error>(seca{}, table({{1, 0}, {2, 1}})).rfind("weigh/g/c2: a score is 0; seca needs", 0),
            0U);
  EXPECT_EQ(refused<qx::data_error>(seca{}, table({{1, 2}, {1, 2}})).rfind("weigh/g: no child differs", 0), 0U);
  EXPECT_EQ(refused<qx::spec_error>(seca{.least_weight = 0.5}, table({{1, 2}, {2, 3}})),
            "weigh/g: least_weight is 0.5 for 2 children; set it below 1 over their number");
  expect_near(seca{}.fit(table(weighing::only_child)), {1}, 0);
}

}  // namespace
