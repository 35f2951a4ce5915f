/// What is counted of replicates: scores, or ranks alone.
#include "quindex/robustness/counting.hpp"

#include <gtest/gtest.h>

#include "boards.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/uncertainty.hpp"

namespace {

using namespace boards;

}  // namespace

// Without scores ranks may come from rough ones; nobody can tell.
TEST(robustness_counting, counts_the_same_ranks_without_scores) {
  const qx::describe::value::list means{"arithmetic_mean", "geometric_mean", "harmonic_mean"};
  for (const bool has_decimals : {false, true})
    for (const qx::ties rule : {qx::ties::best, qx::ties::average, qx::ties::dense}) {
      qx::spec recipe = middle_spec();
      recipe.ties = rule;
      if (has_decimals) recipe.rank_decimals = 1;
      rb::design d =
          of({{"mean", qx::vary::options{"aggregate", means, {}}}, {"noise", qx::vary::noise{.spread = 0.9}}}, 300);
      d.pairs = d.central_weights = true;
      const rb::outcomes whole = rb::run(recipe, middle_data(), d);
      d.scores = false;
      rb::run_options how;
      const rb::outcomes ranked = rb::run(recipe, middle_data(), d);
      how.fast = false;
      EXPECT_EQ(rb::run(recipe, middle_data(), d, how), ranked);
      const rb::node_counts &a = whole.at(), &b = ranked.at();
      for (std::size_t i = 0; i < a.units.size(); ++i) {
        EXPECT_EQ(a.units[i].ranks, b.units[i].ranks);
        EXPECT_EQ(a.units[i].present, b.units[i].present);
        EXPECT_EQ(a.units[i].first, b.units[i].first);
        EXPECT_EQ(b.units[i].sum.value(), 0);
        EXPECT_TRUE(qx::is_missing(b.units[i].least));
      }
      EXPECT_EQ(a.beats, b.beats);
      EXPECT_EQ(a.tied, b.tied);
      EXPECT_EQ(a.shift, b.shift);
      EXPECT_FALSE(ranked.is_kept());
      EXPECT_EQ(rb::outcomes::from_bytes(ranked.to_bytes()), ranked);
    }
}

TEST(robustness_counting, tells_that_scores_were_not_counted) {
  rb::design d = of({{"noise", qx::vary::noise{.spread = 0.9}}}, 20);
  d.scores = false;
  const rb::outcomes all = rb::run(middle_spec(), middle_data(), d);
  EXPECT_EQ(message_of([&] { (void)rb::score_summary(all); }),
            "score_summary: the scores of the replicates were not counted; run the design with scores = true");
  d.bands = {20, 50};
  d.keep = true;
  const std::vector<qx::issue> found = rb::validate(middle_spec(), middle_data(), d);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text(), "design.bands: scores are not counted; count scores, or ask for no bands");
  EXPECT_EQ(found[1].text(), "design.keep: scores are not counted; count scores, or keep none");
}
