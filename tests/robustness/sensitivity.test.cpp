// Sobol' indices of an index, against the same indices of the same arithmetic written out by hand.
#include "quindex/robustness/sensitivity.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/rank_shifts.hpp"
#include "quindex/robustness/saltelli.hpp"
#include "robustness/cities.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

/// The score of a unit in a replicate of `cities::design`, by hand: u is the option, then two and two weights.
double score_by_hand(const qx::matrix& indicators, Eigen::Index unit, std::span<const double> u) {
  const auto weight = [&](std::size_t k) { return 1 + 0.4 * (2 * u[k] - 1); };
  const bool is_geometric = u[0] >= 0.5;
  const auto mean = [&](double x, double y, double wx, double wy) {
    return is_geometric ? std::exp((wx * std::log(x) + wy * std::log(y)) / (wx + wy)) : (wx * x + wy * y) / (wx + wy);
  };
  const double wealth = mean(indicators(unit, 0), indicators(unit, 1), weight(3), weight(4));
  return mean(wealth, indicators(unit, 2), weight(1), weight(2));
}

TEST(Sensitivity, of_a_score_is_that_of_the_arithmetic_by_hand) {
  const qx::table data = cities::table_of(8);
  const qx::result nominal = qx::compute(cities::recipe(), data);
  qx::matrix scores(8, 3);
  const char* const codes[] = {"a", "b", "c"};
  for (Eigen::Index j = 0; j < 3; ++j)
    for (std::size_t i = 0; i < 8; ++i) scores(static_cast<Eigen::Index>(i), j) = nominal.scores(codes[j])[i];
  rb::sensitivity_options how;
  how.base_rows = 512;
  how.units = {"u3"};
  how.sobol.second = true;
  const auto found = rb::sensitivity(cities::recipe(), data, cities::design(), how);
  EXPECT_EQ(found.factors.codes(), (std::vector<std::string>{"aggregate", "top weights", "wealth weights"}));
  EXPECT_EQ(found.runs, 512U * 8);
  ASSERT_EQ(found.of_units.size(), 2U);
  const rb::sobol_indices& score = found.of_units[1].indices;

  // The same coordinates through the formulas written out: the same runs, so the same indices but for rounding.
  const rb::detail::evaluator engine(cities::recipe(), data, cities::design(), {}, 512);
  rb::sobol_runs runs{std::vector<double>(512), std::vector<double>(512), qx::matrix(512, 3), qx::matrix(512, 3)};
  const std::vector<std::size_t>& first = engine.first_coordinate();
  ASSERT_EQ(first, (std::vector<std::size_t>{0, 1, 3, 5}));
  for (std::size_t k = 0; k < 512; ++k) {
    std::vector<double> a(5), b(5);
    engine.coordinates({k, {0, 0, 0}, nullptr}, a);
    engine.coordinates({k, {1, 1, 1}, nullptr}, b);
    runs.a[k] = score_by_hand(scores, 2, a);
    runs.b[k] = score_by_hand(scores, 2, b);
    for (std::size_t f = 0; f < 3; ++f) {
      std::vector<double> ab = a, ba = b;
      for (std::size_t c = first[f]; c < first[f + 1]; ++c) std::swap(ab[c], ba[c]);
      runs.ab(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(f)) = score_by_hand(scores, 2, ab);
      runs.ba(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(f)) = score_by_hand(scores, 2, ba);
    }
  }
  const auto expected = rb::sobol_from_runs(found.factors, runs, how.sobol);
  EXPECT_NEAR(score.mean, expected.mean, 1e-10);
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(score.first.value[f], expected.first.value[f], 1e-9);
    EXPECT_NEAR(score.total.value[f], expected.total.value[f], 1e-9);
    EXPECT_NEAR(score.total.high[f], expected.total.high[f], 1e-9);
  }
  EXPECT_NEAR(score.second(0, 1), expected.second(0, 1), 1e-9);
  EXPECT_GT(score.variance, 0);
}

TEST(Sensitivity, all_units_at_once_are_the_units_one_by_one) {
  const qx::table data = cities::table_of(6);
  rb::sensitivity_options how;
  how.base_rows = 64;
  how.units = data.units().codes();
  how.all_units = true;
  const auto found = rb::sensitivity(cities::recipe(), data, cities::design(), how);
  for (std::size_t i = 0; i < 6; ++i) {
    const rb::sobol_indices &rank = found.of_units[2 * i].indices, &score = found.of_units[2 * i + 1].indices;
    const auto row = static_cast<Eigen::Index>(i);
    for (std::size_t f = 0; f < 3; ++f) {
      const auto column = static_cast<Eigen::Index>(f);
      EXPECT_EQ(found.scores.first(row, column), score.first.value[f]);
      EXPECT_EQ(found.scores.total_high(row, column), score.total.high[f]);
      if (std::isnan(rank.first.value[f]))
        EXPECT_TRUE(std::isnan(found.ranks.first(row, column))) << "a rank that never changes";
      else
        EXPECT_EQ(found.ranks.total(row, column), rank.total.value[f]);
    }
    EXPECT_EQ(found.scores.variance[i], score.variance);
  }
}

TEST(Sensitivity, does_not_depend_on_batches_and_threads) {
  const qx::table data = cities::table_of(20);
  rb::sensitivity_options how;
  how.base_rows = 100;
  how.units = {"u1"};
  const auto plain = rb::sensitivity(cities::recipe(), data, cities::design(), how);
  how.batch = 7;
  how.executor = qx::numeric::executor::threads(3);
  how.sobol.intervals.executor = how.executor;
  const auto other = rb::sensitivity(cities::recipe(), data, cities::design(), how);
  EXPECT_EQ(plain.shift.first.value, other.shift.first.value);
  EXPECT_EQ(plain.shift.total.low, other.shift.total.low);
  EXPECT_EQ(plain.of_units[1].indices.total.high, other.of_units[1].indices.total.high);
  EXPECT_EQ(plain.convergence.verdict, other.convergence.verdict);
}

/// The points of some base rows of a design, A first, then A with each group from B.
struct radial_points {
  std::vector<std::vector<double>> coordinates{};
  std::vector<rb::detail::source> sources{};  // each like the A of its row
};
radial_points radial(const rb::detail::evaluator& engine, const std::vector<std::vector<std::size_t>>& groups,
                     std::size_t rows) {
  const std::vector<std::size_t>& first = engine.first_coordinate();
  const std::size_t factors = first.size() - 1, each = groups.size() + 1;
  radial_points out;
  out.coordinates.resize(rows * each, std::vector<double>(engine.dimension()));
  out.sources.resize(rows * each);
  for (std::size_t k = 0; k < rows; ++k) {
    std::vector<double> b(engine.dimension());
    engine.coordinates({k, std::vector<std::uint8_t>(factors, 1), nullptr}, b);
    for (std::size_t s = 0; s < each; ++s) {
      const std::size_t place = k * each + s;
      std::vector<double>& u = out.coordinates[place];
      rb::detail::source& one = out.sources[place];
      one = {k, std::vector<std::uint8_t>(factors, 0), u.data()};
      if (s == 0) {
        engine.coordinates({k, one.from_b, nullptr}, u);
        continue;
      }
      u = out.coordinates[k * each];
      one.head = &out.sources[k * each];
      one.exchanged = &groups[s - 1];
      for (const std::size_t f : groups[s - 1]) {
        one.from_b[f] = 1;
        for (std::size_t c = first[f]; c < first[f + 1]; ++c) u[c] = b[c];
      }
    }
  }
  return out;
}

TEST(Sensitivity, replicates_like_another_are_those_drawn_alone) {
  const qx::table data = cities::table_of(12);
  rb::design d = cities::design();  // whose factors meet in the weights of both groups
  d.factors.push_back({"around", qx::vary::dirichlet{.group = "wealth", .concentration = 30}});
  d.factors.push_back({"a", qx::vary::weight{.node = "a"}});
  d.factors.push_back({"all", qx::vary::noise{.spread = 0.2}});
  d.factors.push_back({"b", qx::vary::weight{.node = "b", .draw = qx::draw::uniform{0.2, 0.6}, .relative = false}});
  d.factors.push_back({"left out", qx::vary::drop{.codes = {"a", "c"}, .probability = 0.5}});
  const std::vector<std::vector<std::size_t>> groups{{0}, {1}, {2, 4}, {3}, {5}, {6}, {7}, {1, 2}};
  rb::detail::evaluator engine(cities::recipe(), data, d, {}, 200);
  radial_points points = radial(engine, groups, 200);
  rb::detail::evaluation found, alone;
  engine.evaluate(points.sources, found);
  for (rb::detail::source& one : points.sources) one.head = nullptr;
  engine.evaluate(points.sources, alone);
  ASSERT_EQ(found.failures.size(), 0U);
  EXPECT_EQ(found.scores, alone.scores);
}

TEST(Sensitivity, groups_and_dependent_factors) {
  const qx::table data = cities::table_of(10);
  rb::sensitivity_options how;
  how.base_rows = 32;
  how.groups = {{"weights", {"top weights", "wealth weights"}}};
  rb::design d = cities::design();
  const auto found = rb::sensitivity(cities::recipe(), data, d, how);
  EXPECT_EQ(found.factors.codes(), (std::vector<std::string>{"aggregate", "weights"}));
  EXPECT_EQ(found.runs, 32U * 4);
  d.correlation = {{1, 0, 0}, {0, 1, 0.5}, {0, 0.5, 1}};
  EXPECT_EQ(rb::sensitivity(cities::recipe(), data, d, how).factors.size(), 2U) << "dependent within one group";
  how.groups.clear();
  EXPECT_EQ(
      refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, d, how); }),
      "sensitivity.groups: factors 'top weights' and 'wealth weights' are dependent, so that they have no indices "
      "of their own; put them into one group, or ask for Shapley effects or given-data indices");
  how.groups = {{"weights", {"top weight"}}};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, cities::design(), how); }),
            "sensitivity.groups.weights: there is no factor 'top weight'; did you mean 'top weights'?");
}

TEST(Sensitivity, stops_when_told_and_keeps_what_is_done) {
  const qx::table data = cities::table_of(10);
  rb::sensitivity_options how;
  how.base_rows = 50;
  how.batch = 10;
  std::size_t asked = 0;
  how.on_progress = [&](rb::progress p) {
    EXPECT_EQ(p.of, 250U);
    return ++asked < 2;
  };
  const auto stopped = rb::sensitivity(cities::recipe(), data, cities::design(), how);
  EXPECT_EQ(stopped.base_rows, 20U);
  EXPECT_EQ(stopped.notes.at(0).count, 30U);
  how.base_rows = 20;
  how.on_progress = nullptr;
  EXPECT_EQ(stopped.shift.total.value,
            rb::sensitivity(cities::recipe(), data, cities::design(), how).shift.total.value);
}

TEST(Sensitivity, a_failing_option_costs_base_rows_and_is_reported) {
  // Scores from 0: the geometric mean of a 0 is refused or 0, so take a z-score, whose negative values it refuses.
  qx::spec recipe = cities::recipe();
  recipe.normalise = qx::normalise::z_score{};
  const qx::table data = cities::table_of(10);
  rb::design d = cities::design();
  d.factors[0].what = qx::vary::options{
      .address = "aggregate", .values = {"arithmetic_mean", "geometric_mean"}, .probabilities = {0.99, 0.01}};
  rb::sensitivity_options how;
  how.base_rows = 200;
  how.largest_failure_share = 0.2;
  const auto found = rb::sensitivity(recipe, data, d, how);
  EXPECT_GT(found.dropped, 0U);
  EXPECT_LT(found.dropped, 30U) << "200 rows, two chances of 0.01 each: about 4";
  EXPECT_EQ(found.shift.base_rows, 200 - found.dropped);
  EXPECT_FALSE(std::isnan(found.shift.total.value[1]));
  EXPECT_FALSE(found.failures.empty());
  how.largest_failure_share = 0.0;
  EXPECT_NE(refused<qx::numeric_error>([&] { (void)rb::sensitivity(recipe, data, d, how); }), "");
}

TEST(Sensitivity, refuses_what_cannot_run) {
  const qx::table data = cities::table_of(5);
  rb::sensitivity_options how;
  how.units = {"u9"};
  EXPECT_NE(refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, cities::design(), how); }), "");
  how.units.clear();
  how.node = "nothing";
  EXPECT_NE(refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, cities::design(), how); }), "");
  how.node.clear();
  how.most_memory = 1000;
  EXPECT_EQ(
      refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, cities::design(), how); }),
      "sensitivity.most_memory: the outputs need 0 MB, allowed are 0 MB; take fewer base rows or not all units, or "
      "allow more");
  how = {};
  how.base_rows = 1;
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sensitivity(cities::recipe(), data, cities::design(), how); }),
            "sensitivity.base_rows: found 1; give 2 or more, such as 1024");
}

TEST(Screening, finds_the_factor_that_does_nothing) {
  const qx::table data = cities::table_of(15);
  rb::design d = cities::design();
  d.factors.push_back({"no noise", qx::vary::noise{.group = "wealth", .spread = 0}});
  const auto found = rb::screening(cities::recipe(), data, d, {.trajectories = 10});
  EXPECT_EQ(found.factors.size(), 4U);
  EXPECT_EQ(found.trajectories, 10U);
  EXPECT_EQ(found.mu_star.value[3], 0);
  EXPECT_GT(found.mu_star.value[1], 0);
}

}  // namespace
