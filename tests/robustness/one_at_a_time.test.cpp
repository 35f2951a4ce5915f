// Each factor alone, given data and Shapley effects, on an index.
#include "quindex/robustness/one_at_a_time.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "quindex/robustness/index_shapley.hpp"
#include "robustness/cities.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

/// `cities::design` with the goalpost of the normalisation, a factor with one number.
rb::design with_low() {
  rb::design d = cities::design();
  qx::vary::parameter low;
  low.address = "normalise.low";
  low.draw = qx::draw::uniform{.low = 1, .high = 60};
  d.factors.push_back({"low", low});
  return d;
}

TEST(One_at_a_time, levels_are_the_index_with_that_one_thing_changed) {
  const qx::table data = cities::table_of(12);
  const auto found = rb::one_at_a_time(cities::recipe(), data, with_low(), {.levels = 3, .low = 0.1, .high = 0.9});
  ASSERT_EQ(found.factors.size(), 4U);
  const rb::factor_curve& options = found.factors[0];
  EXPECT_TRUE(options.has_levels);
  EXPECT_EQ(options.levels.size(), 2U) << "one level per option";
  EXPECT_EQ(options.numbers, (std::vector<double>{0, 1}));
  EXPECT_EQ(options.shift[0], 0) << "the arithmetic mean is what the spec says";
  qx::spec geometric = cities::recipe();
  geometric.aggregate = qx::aggregate::geometric_mean{};
  const qx::result expected = qx::compute(geometric, data);
  const std::vector<double> ranks = expected.ranks("index");
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_EQ(options.scores(1, static_cast<Eigen::Index>(i)), expected.scores()(static_cast<Eigen::Index>(i), 0));
    EXPECT_EQ(options.ranks(1, static_cast<Eigen::Index>(i)), ranks[i]);
  }
  EXPECT_FALSE(found.factors[1].has_levels);
  EXPECT_EQ(found.factors[1].shift.size(), 100U);
  const rb::factor_curve& low = found.factors[3];
  ASSERT_EQ(low.numbers.size(), 3U);
  EXPECT_NEAR(low.numbers[0], 1 + 0.1 * 59, 1e-12);
  EXPECT_NEAR(low.numbers[2], 1 + 0.9 * 59, 1e-12);
  qx::spec shifted = cities::recipe();
  shifted.normalise = qx::normalise::min_max{.low = low.numbers[1], .high = 100};
  EXPECT_EQ(low.scores(1, 4), qx::compute(shifted, data).scores()(4, 0));
}

TEST(Tornado, has_the_widest_bar_first_and_the_ends_of_quantiles) {
  const qx::table data = cities::table_of(12);
  const auto found = rb::one_at_a_time(cities::recipe(), data, with_low(), {.levels = 5});
  const auto bars = rb::tornado_of(found, "u3", rb::unit_output::score);
  EXPECT_EQ(bars.output, "score of u3");
  EXPECT_EQ(bars.nominal, found.nominal_scores[2]);
  EXPECT_EQ(bars.factors[0], "low") << "it moves all scores by up to 60 of 100";
  for (std::size_t f = 1; f < 4; ++f)
    EXPECT_LE(bars.highest[f] - bars.lowest[f], bars.highest[f - 1] - bars.lowest[f - 1]);
  EXPECT_EQ(bars.at_low[0], found.factors[3].scores(0, 2));
  EXPECT_EQ(bars.at_high[0], found.factors[3].scores(4, 2));
  const auto at = *bars.factors.find("top weights");
  EXPECT_TRUE(std::isnan(bars.at_low[at])) << "several weights have no one low quantile";
  const auto shift = rb::tornado_of(found);
  EXPECT_EQ(shift.output, "rank shift");
  EXPECT_EQ(shift.nominal, 0);
  const auto same = *shift.factors.find("aggregate");
  EXPECT_EQ(shift.at_low[same], 0);
  EXPECT_NE(refused<qx::spec_error>([&] { (void)rb::tornado_of(found, "u99"); }), "");
  EXPECT_EQ(refused<qx::spec_error>(
                [&] { (void)rb::one_at_a_time(cities::recipe(), data, with_low(), {.low = 0.9, .high = 0.1}); }),
            "one_at_a_time: the quantiles are 0.9 and 0.1; give two numbers inside (0, 1), the low one first");
}

TEST(Given_data, has_what_was_drawn_beside_what_came_out) {
  const qx::table data = cities::table_of(12);
  rb::design d = with_low();
  d.draws = 400;
  d.keep = true;
  const rb::outcomes run = rb::run(cities::recipe(), data, d);
  const auto sample = rb::given_data(cities::recipe(), data, run, {}, "u3", rb::unit_output::score);
  EXPECT_EQ(sample.factors.codes(), (std::vector<std::string>{"aggregate", "top weights.1", "top weights.2",
                                                              "wealth weights.1", "wealth weights.2", "low"}));
  EXPECT_EQ(sample.of, (std::vector<std::size_t>{0, 1, 1, 2, 2, 3}));
  ASSERT_EQ(sample.y.size(), 400U);
  for (const std::size_t r : {0U, 17U, 399U}) {
    const rb::replicate one = rb::replicate_of(cities::recipe(), data, d, r);
    EXPECT_EQ(qx::compute(one.recipe, one.data).scores()(2, 0), sample.y[r]);
  }
  const auto found = rb::given_data_sensitivity(sample);
  EXPECT_GT(found.regression.r_squared, 0.9) << "a score is nearly linear in its goalpost";
  EXPECT_GT(found.regression.standardised.value[5], 0.9);
  EXPECT_TRUE(found.pawn.is_above_dummy[5]);
  const auto shift = rb::given_data(cities::recipe(), data, run);
  EXPECT_EQ(shift.output, "rank shift");
  EXPECT_EQ(shift.y, run.at().shifts);
  qx::spec another = cities::recipe();
  another.normalise = qx::normalise::min_max{.low = 2, .high = 100};
  EXPECT_EQ(refused<qx::spec_error>([&] {
              (void)rb::given_data(another, data, run);
            }).find("given_data: the run is of another spec or table: the score of 'u1' was "),
            0U);
  d.keep = false;
  const rb::outcomes unkept = rb::run(cities::recipe(), data, d);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::given_data(cities::recipe(), data, unkept); }),
            "given_data: the run has not kept its replicates; run the design with keep = true");
}

TEST(Index_shapley, shares_sum_to_one_and_agree_with_sobol_where_nothing_interacts) {
  const qx::table data = cities::table_of(12);
  const auto found =
      rb::shapley(cities::recipe(), data, with_low(), {.base_rows = 512}, {}, "u3", rb::unit_output::score);
  double all = 0;
  for (const double e : found.effect.value) all += e;
  EXPECT_NEAR(all, 1, 1e-12);
  rb::sensitivity_options how;
  how.base_rows = 512;
  how.units = {"u3"};
  const auto sobol = rb::sensitivity(cities::recipe(), data, with_low(), how).of_units[1].indices;
  for (std::size_t f = 0; f < 4; ++f) {
    // Between first and total order, each with four standard errors of its own.
    EXPECT_GE(found.effect.value[f], sobol.first.value[f] - 4 * (found.effect.error[f] + sobol.first.error[f]));
    EXPECT_LE(found.effect.value[f], sobol.total.value[f] + 4 * (found.effect.error[f] + sobol.total.error[f]));
  }
  rb::design d = with_low();
  d.correlation = {{1, 0, 0, 0.8}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0.8, 0, 0, 1}};
  const auto joined = rb::shapley(cities::recipe(), data, d, {.base_rows = 512}, {}, "u3", rb::unit_output::score);
  EXPECT_GT(joined.effect.value[0], found.effect.value[0] + 4 * joined.effect.error[0])
      << "the option now goes with the goalpost and shares its variance";
}

}  // namespace
