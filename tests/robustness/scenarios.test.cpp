// Grids of specs: counted, computed as one would by hand, and taken apart by choice.
#include "quindex/robustness/scenarios.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/numeric/random.hpp"

namespace {

namespace qx = quindex;
namespace rb = quindex::robustness;
using qx::describe::value;

qx::table grid_data(std::size_t units = 12) {
  const qx::numeric::random_stream noise(11, "scenario test");
  qx::matrix values(static_cast<Eigen::Index>(units), 4);
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < units; ++i) codes.push_back("u" + std::to_string(i));
  for (Eigen::Index j = 0; j < 4; ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i)
      values(i, j) = std::exp(2 * noise.normal(static_cast<std::uint64_t>(j * values.rows() + i)));
  return {qx::labels(codes), {"a", "b", "c", "d"}, values};
}
qx::spec grid_recipe() {
  return {.framework = qx::group("index", {qx::group("x", {qx::indicator("a"), qx::indicator("b")}),
                                           qx::group("y", {qx::indicator("c"), qx::indicator("d")})}),
          .normalise = qx::normalise::min_max{.low = 1, .high = 100}};
}
rb::scenario_grid grid_of_three() {
  return {.choices = {rb::choice_at("aggregate", {value("geometric_mean"), value("harmonic_mean")}),
                      rb::choice_at("normalise",
                                    {value(value::object{{"method", "z_score"}}), value("percentile_rank")}, "scale"),
                      {"weights", {{"more of x", {{"framework.x.weight", value(3.0)}}}}}}};
}
template <class F>
std::string refusal(F&& f) {
  try {
    f();
  } catch (const qx::error& e) {
    return e.what();
  }
  return {};
}

TEST(Scenarios, are_every_combination_each_as_computed_alone) {
  const rb::scenario_table found = rb::scenarios(grid_recipe(), grid_data(), grid_of_three());
  ASSERT_EQ(found.scenarios.size(), 18U);
  EXPECT_EQ(found.scenarios[0].name, "as it is");
  EXPECT_EQ(found.scenarios[17].name, "aggregate harmonic_mean, scale percentile_rank, weights more of x");
  EXPECT_EQ(found.scenarios[17].options, (std::vector<std::size_t>{2, 2, 1}));
  for (const std::size_t k : {0U, 1U, 6U, 17U}) {
    const qx::spec alone = rb::scenario_spec(grid_recipe(), grid_data(), grid_of_three(), k);
    const qx::result r = qx::compute(alone, grid_data());
    for (Eigen::Index i = 0; i < 12; ++i) {
      EXPECT_EQ(found.scores(static_cast<Eigen::Index>(k), i), r.scores("index")[static_cast<std::size_t>(i)]);
      EXPECT_EQ(found.ranks(static_cast<Eigen::Index>(k), i), r.ranks("index")[static_cast<std::size_t>(i)]);
    }
  }
  EXPECT_EQ(rb::scenario_spec(grid_recipe(), grid_data(), grid_of_three(), 0), grid_recipe());
  EXPECT_EQ(found.shift[0], 0);
}

TEST(Scenarios, that_fail_are_kept_with_their_message) {
  // z-scores are below 0 for some, which a geometric and a harmonic mean refuse: 2 · 1 · 2 of the 18.
  const rb::scenario_table found = rb::scenarios(grid_recipe(), grid_data(), grid_of_three());
  std::size_t failed = 0;
  for (std::size_t k = 0; k < found.scenarios.size(); ++k) {
    const rb::scenario& one = found.scenarios[k];
    EXPECT_EQ(one.has_failed, one.options[0] != 0 && one.options[1] == 1) << one.name;
    EXPECT_EQ(one.has_failed, one.message.find("needs scores of 0 or more") != std::string::npos) << one.message;
    EXPECT_EQ(one.has_failed, qx::is_missing(found.ranks(static_cast<Eigen::Index>(k), 0)));
    failed += one.has_failed ? 1 : 0;
  }
  EXPECT_EQ(failed, 4U);
  EXPECT_FALSE(rb::effects_of(found).is_balanced);
  EXPECT_EQ(rb::ranges_of(found).present, (std::vector<std::size_t>(12, 14)));
}

TEST(Scenarios, one_at_a_time_change_one_choice) {
  rb::scenario_grid grid = grid_of_three();
  grid.one_at_a_time = true;
  const rb::scenario_table found = rb::scenarios(grid_recipe(), grid_data(), grid);
  ASSERT_EQ(found.scenarios.size(), 6U);
  EXPECT_EQ(found.scenarios[2].name, "aggregate harmonic_mean");
  EXPECT_EQ(found.scenarios[4].name, "scale percentile_rank");
  EXPECT_EQ(found.scenarios[5].options, (std::vector<std::size_t>{0, 0, 1}));
  // The scale's effect: three pairs of the scenarios as it is, z_score and percentile_rank.
  double sum = 0;
  for (const auto& [a, b] : {std::pair(0, 3), {0, 4}, {3, 4}})
    for (Eigen::Index i = 0; i < 12; ++i) sum += std::abs(found.ranks(a, i) - found.ranks(b, i)) / 12 / 3;
  EXPECT_NEAR(rb::effects_of(found).mean_shift[1], sum, 1e-14);
  EXPECT_FALSE(rb::effects_of(found).is_balanced);
  // Among those with the scale as it is are all that change something else, so that the scale has no share of its own.
  EXPECT_TRUE(qx::is_missing(rb::effects_of(found).of_shift[1]));
  EXPECT_TRUE(qx::is_missing(rb::effects_of(found).of_rank(1, 0)));
}

TEST(Scenarios, name_the_spec_as_it_stands_when_it_is_listed) {
  const rb::scenario_grid grid{
      .choices = {
          rb::choice_at("aggregate", {value("arithmetic_mean"), value("geometric_mean")}),
          rb::choice_at("normalise", {value(value::object{{"method", "min_max"}, {"low", 1}, {"high", 100}}),
                                      value(value::object{{"method", "min_max"}, {"low", 10}, {"high", 20}})})}};
  const rb::scenario_table found = rb::scenarios(grid_recipe(), grid_data(), grid);
  EXPECT_EQ(found.scenarios.size(), 4U);
  EXPECT_EQ(found.options[0], (std::vector<std::string>{"arithmetic_mean", "geometric_mean"}));
  EXPECT_EQ(found.options[1], (std::vector<std::string>{"min_max (low 1, high 100)", "min_max (low 10, high 20)"}));
  // Ends of the scale do not change an order by arithmetic means.
  EXPECT_EQ(found.shift[1], 0);
}

TEST(Effects, add_up_to_one_in_a_full_grid) {
  rb::scenario_grid grid = grid_of_three();
  grid.choices[1].options.erase(grid.choices[1].options.begin());
  const rb::scenario_table found = rb::scenarios(grid_recipe(), grid_data(), grid);
  const rb::choice_effects effects = rb::effects_of(found);
  ASSERT_TRUE(effects.is_balanced);
  double sum = effects.interactions_of_shift;
  for (const double share : effects.of_shift) sum += share;
  EXPECT_NEAR(sum, 1, 1e-12);
  // The total of main effects and interactions by another way: residuals of the additive fit ȳ + Σ (ȳ_l − ȳ).
  const auto residual_share = [&](const auto& y) {
    double mean = 0, whole = 0, left = 0;
    const std::size_t n = found.scenarios.size();
    for (std::size_t k = 0; k < n; ++k) mean += y(k) / static_cast<double>(n);
    for (std::size_t k = 0; k < n; ++k) {
      double fit = mean;
      for (std::size_t c = 0; c < 3; ++c) {
        double level = 0, size = 0;
        for (std::size_t l = 0; l < n; ++l)
          if (found.scenarios[l].options[c] == found.scenarios[k].options[c]) level += y(l), size += 1;
        fit += level / size - mean;
      }
      left += (y(k) - fit) * (y(k) - fit);
      whole += (y(k) - mean) * (y(k) - mean);
    }
    return left / whole;
  };
  EXPECT_NEAR(effects.interactions_of_shift, residual_share([&](std::size_t k) { return found.shift[k]; }), 1e-12);
  std::size_t compared = 0;
  for (std::size_t i = 0; i < 12; ++i) {
    const auto column = static_cast<Eigen::Index>(i);
    if (qx::is_missing(effects.of_rank(0, column))) continue;
    ++compared;
    EXPECT_NEAR(effects.interactions_of_rank[i],
                residual_share([&](std::size_t k) { return found.ranks(static_cast<Eigen::Index>(k), column); }),
                1e-12);
  }
  EXPECT_GT(compared, 6U);
}

TEST(Effects, of_a_hand_made_grid) {
  // Two choices of two options, three units; the rank of u0 is 1 or 2 by the first choice alone, and so on.
  rb::scenario_table found{.node = "index", .units = {"u0", "u1", "u2"}, .choices = {"p", "q"}};
  found.ranks = (qx::matrix(4, 3) << 1, 2, 3, 1, 3, 2, 2, 1, 3, 2, 3, 1).finished();
  found.scenarios = {{"as it is", {0, 0}}, {"q", {0, 1}}, {"p", {1, 0}}, {"p, q", {1, 1}}};
  found.shift = {0, 2.0 / 3, 2.0 / 3, 4.0 / 3};
  const rb::choice_effects effects = rb::effects_of(found);
  EXPECT_NEAR(effects.of_rank(0, 0), 1, 1e-15);
  EXPECT_NEAR(effects.of_rank(1, 0), 0, 1e-15);
  // u1: 2, 3, 1, 3 about 2.25, squares 2.75; means of p 2.5, 2 give 4 / 16 = 0.25, of q 1.5, 3 give 4 · 0.5625 = 2.25.
  EXPECT_NEAR(effects.of_rank(0, 1), 0.25 / 2.75, 1e-14);
  EXPECT_NEAR(effects.of_rank(1, 1), 2.25 / 2.75, 1e-14);
  EXPECT_NEAR(effects.interactions_of_rank[1], 0.25 / 2.75, 1e-14);
  EXPECT_NEAR(effects.of_shift[0], 0.5, 1e-14);
  EXPECT_NEAR(effects.of_shift[1], 0.5, 1e-14);
  // p: pairs (0, 2) and (1, 3), differences 1 1 0 and 1 0 1; q: (0, 1) 0 1 1 and (2, 3) 0 2 2.
  EXPECT_NEAR(effects.mean_shift[0], 2.0 / 3, 1e-14);
  EXPECT_NEAR(effects.mean_shift[1], (2.0 + 4.0) / 6, 1e-14);
  const rb::scenario_ranges ranges = rb::ranges_of(found);
  EXPECT_EQ(ranges.best, (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(ranges.worst, (std::vector<double>{2, 3, 3}));
  EXPECT_EQ(ranges.best_in, (std::vector<std::size_t>{0, 2, 3}));
  EXPECT_EQ(ranges.worst_in, (std::vector<std::size_t>{2, 1, 0}));
  EXPECT_EQ(ranges.mean, (std::vector<double>{1.5, 2.25, 2.25}));
}

TEST(Scenarios, are_the_same_for_any_number_of_threads) {
  const rb::scenario_table one = rb::scenarios(grid_recipe(), grid_data(), grid_of_three(), "x");
  const rb::scenario_table two =
      rb::scenarios(grid_recipe(), grid_data(), grid_of_three(), "x", {.executor = qx::numeric::executor::threads(2)});
  for (Eigen::Index k = 0; k < 18; ++k)
    for (Eigen::Index i = 0; i < 12; ++i)
      EXPECT_TRUE(one.scores(k, i) == two.scores(k, i) ||
                  (std::isnan(one.scores(k, i)) && std::isnan(two.scores(k, i))));
}

TEST(Scenarios, whoever_moves_up_because_a_unit_is_screened_out_has_not_moved) {
  qx::spec recipe = grid_recipe();
  recipe.normalise = qx::normalise::identity{};  // so that no score hangs on another unit
  const qx::table data = grid_data();
  const std::vector<double> ranks = qx::compute(recipe, data).ranks("index");
  const auto leader = static_cast<std::size_t>(std::find(ranks.begin(), ranks.end(), 1.0) - ranks.begin());
  const value without_leader =
      value::object{{"method", "availability"}, {"drop", value::list{value(data.units()[leader])}}};
  const rb::scenario_table found =
      rb::scenarios(recipe, data, {.choices = {rb::choice_at("screen", {without_leader})}});
  ASSERT_EQ(found.scenarios.size(), 2U);
  EXPECT_TRUE(std::isnan(found.ranks(1, static_cast<Eigen::Index>(leader))));
  EXPECT_EQ(found.shift[1], 0);
  EXPECT_EQ(rb::effects_of(found).mean_shift[0], 0);
}

TEST(Scenarios, refuse_before_they_start) {
  rb::scenario_grid grid = grid_of_three();
  grid.most = 17;
  EXPECT_EQ(
      refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid); }),
      "scenarios.choices: they make 18 scenarios, more than 17; leave out options, change one choice at a time, or "
      "raise `most`");
  EXPECT_EQ(refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), {}); }),
            "scenarios.choices: there is nothing to choose; give one choice or more");
  grid = {.choices = {rb::choice_at("aggregate", {})}};
  EXPECT_EQ(refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid); }),
            "scenarios.choices.0: there is nothing to choose from for 'aggregate'; give one option or more");
  grid = {.choices = {rb::choice_at("agregate", {value("geometric_mean")})}};
  EXPECT_EQ(
      refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid); }).find("scenarios.choices.0.options.0"),
      0U);
  grid = {.choices = {rb::choice_at("aggregate", {value("geometric")})}};
  EXPECT_EQ(
      refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid); }).find("scenarios.choices.0.options.0"),
      0U);
  grid = {.choices = {rb::choice_at("aggregate", {value("median")}), rb::choice_at("aggregate", {value("minimum")})}};
  EXPECT_EQ(refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid); }),
            "scenarios.choices.1: there are two choices called 'aggregate'; give each a name of its own");
  EXPECT_EQ(refusal([&] { (void)rb::scenarios(grid_recipe(), grid_data(), grid_of_three(), "z"); }),
            "scenarios.node: there is no node 'z'; there are 'index', 'x', 'a', 'b', 'y', 'c', 'd'");
  EXPECT_EQ(refusal([&] { (void)rb::scenario_spec(grid_recipe(), grid_data(), grid_of_three(), 18); }),
            "scenarios: there is no scenario 18; they are numbered from 0 to 17");
}

}  // namespace
