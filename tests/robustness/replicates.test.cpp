/// Replicates: each kind of factor gives what the replicate's own spec gives.
#include <gtest/gtest.h>

#include "boards.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/rank_shifts.hpp"
#include "quindex/robustness/uncertainty.hpp"

namespace {

using namespace boards;

/// Every replicate that is kept is what computing its own spec on its own table gives.
void expect_replicates(const qx::spec& recipe, const qx::table& data, const rb::design& d) {
  const rb::outcomes all = rb::run(recipe, data, d);
  ASSERT_TRUE(all.is_kept());
  ASSERT_TRUE(all.failures().empty()) << all.failures().front().message;
  for (std::size_t r = 0; r < d.draws; ++r) {
    const rb::replicate one = rb::replicate_of(recipe, data, d, r);
    const qx::result r_own = qx::compute(one.recipe, one.data);
    for (const rb::node_counts& node : all.watched()) {
      if (!one.recipe.framework.codes().has(node.node)) {
        for (const double score : kept_row(node, r)) EXPECT_TRUE(qx::is_missing(score));
        continue;
      }
      expect_same(kept_row(node, r), expanded(r_own, node.node, data.units()),
                  node.node + " in replicate " + std::to_string(r));
    }
  }
}

}  // namespace

TEST(robustness_replicates, a_spec_with_a_selection_ranks_those_that_take_part) {
  qx::spec recipe = middle_spec();
  recipe.screen = qx::screen::availability{.at_least = 0.9};
  const qx::result r = qx::compute(recipe, middle_data());
  ASSERT_LT(r.units().size(), middle_data().units().size());
  const rb::design d = of({{"weights", qx::vary::noise{.spread = 0.5}}});
  const rb::outcomes all = rb::run(recipe, middle_data(), d);
  expect_same(all.at().nominal_scores, expanded(r, "all", all.units()), "nominal");
  for (std::size_t i = 0; i < all.units().size(); ++i)
    EXPECT_EQ(all.at().units[i].present, r.units().has(all.units()[i]) ? d.draws : 0);
  expect_replicates(recipe, middle_data(), d);
  recipe.missing = qx::missing::group_mean{};
  expect_replicates(recipe, middle_data(), d);
}

TEST(robustness_replicates, a_replicate_is_what_computing_its_spec_gives) {
  using qx::vary::options;
  const std::vector<std::vector<rb::factor>> designs{
      {{"noise", qx::vary::noise{.spread = 0.9}}},
      {{"noise", qx::vary::noise{.group = "c", .spread = 0.9}}},
      {{"one", qx::vary::weight{.node = "d"}}},
      {{"dirichlet", qx::vary::dirichlet{.concentration = 10}}},
      {{"order", qx::vary::order{.group = "a", .codes = {"i2", "i0", "i1"}}}},
      {{"low", qx::vary::parameter{.address = "normalise.low", .draw = qx::draw::uniform{.low = 1, .high = 5}}}},
      {{"aggregate", options{.address = "aggregate", .values = {"geometric_mean", "median", "topsis"}}},
       {"noise", qx::vary::noise{}}},
      {{"normalise", options{.address = "normalise", .values = {"z_score", "percentile_rank"}}}},
      {{"weigh", options{.address = "weigh", .values = {"entropy", "equal", "standard_deviation"}}},
       {"noise", qx::vary::noise{.group = "d"}}},
      {{"missing", options{.address = "missing", .values = {"propagate", "zero", "group_mean", "renormalise"}}},
       {"noise", qx::vary::noise{}}},
      {{"drop", qx::vary::drop{.codes = {"i2", "b", "d"}, .each = true, .probability = 0.5}},
       {"noise", qx::vary::noise{}}},
      {{"errors", qx::vary::cell_errors{}}},
      {{"errors", qx::vary::cell_errors{}}, {"noise", qx::vary::noise{}}}};
  for (const auto& factors : designs) {
    rb::design d = of(factors, 12);
    d.nodes = {"all", "c", "d", "i1"};
    SCOPED_TRACE(factors.front().name);
    expect_replicates(middle_spec(), middle_data(), d);
  }
}

TEST(robustness_replicates, units_left_out_have_no_score) {
  const rb::design d = of({{"jackknife", qx::vary::leave_out_units{.count = 2}}}, 15);
  expect_replicates(middle_spec(), middle_data(), d);
  const rb::outcomes all = rb::run(middle_spec(), middle_data(), d);
  std::size_t present = 0;
  for (const rb::unit_counts& unit : all.at().units) present += unit.present;
  EXPECT_EQ(present, d.draws * 21);
}

TEST(robustness_replicates, who_moves_up_because_somebody_is_left_out_has_not_moved) {
  // No score hangs on another unit here, so that nobody overtakes anybody.
  for (const rb::factor& one : {rb::factor{"jackknife", qx::vary::leave_out_units{.count = 2}},
                                rb::factor{"bootstrap", qx::vary::bootstrap_units{}}})
    for (const qx::ties rule : {qx::ties::best, qx::ties::average}) {
      qx::spec recipe = small_spec();
      recipe.ties = rule;
      const rb::outcomes all = rb::run(recipe, small_data(), of({one}, 40));
      const rb::shift_summary found = rb::rank_shift(all);
      EXPECT_EQ(found.mean, 0) << one.name;
      EXPECT_EQ(found.same_order, 1) << one.name;
      EXPECT_EQ(found.same_leader, 1) << one.name;
    }
}

TEST(robustness_replicates, the_shift_of_those_that_two_rankings_share) {
  // By hand: of A to E, B has no rank on the left and E none on the right. A, C, D are 1, 2, 3 and 3, 1, 1.
  const double gap = qx::missing_value;
  const std::vector<double> left{1, gap, 3, 4, 2}, right{5, 4, 1, 1, gap};
  EXPECT_DOUBLE_EQ(rb::detail::shift_of_shared(left, right, qx::ties::best), (2 + 1 + 2) / 3.0);
  EXPECT_DOUBLE_EQ(rb::detail::shift_of_shared(left, {5, 4, 1.5, 1.5, gap}, qx::ties::average), (2 + 0.5 + 1.5) / 3);
  EXPECT_TRUE(qx::is_missing(rb::detail::shift_of_shared({1, gap}, {gap, 1}, qx::ties::best)));
}

TEST(robustness_replicates, resampled_units_count_in_the_fit_as_often_as_they_are_drawn_and_are_scored_once) {
  const qx::table data = middle_data();
  const rb::design d = of({{"bootstrap", qx::vary::bootstrap_units{}}}, 15);
  const rb::outcomes all = rb::run(middle_spec(), data, d);
  for (std::size_t r = 0; r < d.draws; ++r) {
    const rb::replicate own = rb::replicate_of(middle_spec(), data, d, r);
    ASSERT_EQ(own.data.units().size(), 23U);
    const qx::result scored = qx::fit(own.recipe, own.data)(data);
    std::vector<double> expected(scored.scores("all").begin(), scored.scores("all").end());
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!own.data.units().has(data.units()[i])) expected[i] = qx::missing_value;
    expect_same(kept_row(all.at(), r), expected, "bootstrap");
  }
  EXPECT_GT(all.at().shift.value(), 0);
}

TEST(robustness_replicates, a_unit_out_of_range_of_the_others_fails_nothing_where_it_is_left_out) {
  qx::spec recipe = middle_spec();
  recipe.normalise = qx::normalise::min_max{.low = 1, .high = 100};
  recipe.aggregate = qx::aggregate::geometric_mean{};
  for (const rb::factor& one :
       {rb::factor{"jackknife", qx::vary::leave_out_units{}}, rb::factor{"bootstrap", qx::vary::bootstrap_units{}}})
    EXPECT_TRUE(rb::run(recipe, middle_data(), of({one}, 40)).failures().empty()) << one.name;
}

TEST(robustness_replicates, sources_mix_two_matrices) {
  const rb::design d =
      of({{"low", qx::vary::parameter{.address = "normalise.low", .draw = qx::draw::uniform{.low = 1, .high = 5}}},
          {"errors", qx::vary::cell_errors{}},
          {"noise", qx::vary::noise{}}});
  rb::detail::evaluator engine(middle_spec(), middle_data(), d);
  const std::vector<rb::detail::source> sources{
      {3, {}}, {3, {0, 0, 0}}, {3, {1, 0, 0}}, {3, {0, 1, 0}}, {3, {1, 1, 1}}};
  rb::detail::evaluation out;
  engine.evaluate(sources, out);
  EXPECT_TRUE(out.failures.empty());
  expect_same(out.at(0, 0), out.at(0, 1), "no factor from B");
  for (std::size_t a = 1; a < 5; ++a)
    for (std::size_t b = a + 1; b < 5; ++b) EXPECT_NE(out.at(0, a)[0], out.at(0, b)[0]);
  std::vector<double> in_a(engine.dimension()), in_b(engine.dimension()), mixed(engine.dimension());
  engine.coordinates(sources[0], in_a), engine.coordinates(sources[4], in_b), engine.coordinates(sources[3], mixed);
  const std::vector<std::size_t>& first = engine.first_coordinate();
  for (std::size_t k = 0; k < mixed.size(); ++k) EXPECT_EQ(mixed[k], k >= first[1] && k < first[2] ? in_b[k] : in_a[k]);
  const rb::detail::source given{3, {}, in_a.data()};
  engine.evaluate({&given, 1}, out);
  const rb::outcomes run = rb::run(middle_spec(), middle_data(), d);
  expect_same(out.at(0, 0), kept_row(run.at(), 3), "coordinates given");
}
