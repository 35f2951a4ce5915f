// Every step of an explanation shows numbers from which the score can be computed again.
#include "quindex/compute/explain.hpp"

#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

std::string explained_line(const qx::spec& s, const qx::table& t, const std::string& unit, const std::string& node) {
  for (const qx::explained_node& line : qx::explain(qx::compute(s, t), unit))
    if (line.node == node) return qx::explanation_text({line});
  return {};
}

TEST(explain, shows_the_score_that_took_the_place_of_a_missing_one) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::min_max{.low = 0, .high = 100};
  const qx::table holed = example::data_with(0, 1, qx::missing_value);
  s.missing = qx::missing::group_mean{};
  EXPECT_EQ(explained_line(s, holed, "A", "pollution"),
            "    pollution: missing (rank missing, weight 0.5, adds 26.6667) = min_max: no value; enters as 53.3333 "
            "(missing = group_mean)\n");
  s.missing = qx::missing::zero{};
  EXPECT_EQ(explained_line(s, holed, "A", "pollution"),
            "    pollution: missing (rank missing, weight 0.5, adds 0) = min_max: no value; enters as 0 (missing = "
            "zero)\n");
}

TEST(explain, shows_the_weights_that_counted) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::min_max{.low = 0, .high = 100};
  s.missing = qx::missing::renormalise{};
  const qx::table holed = example::data_with(0, 1, qx::missing_value);
  EXPECT_EQ(explained_line(s, holed, "A", "schooling"),
            "    schooling: 50 (rank 3, weight 1, adds 50) = min_max: 0 + 100 × (11 − 9) / 4; weight 0.5 rescaled to 1 "
            "(missing = renormalise)\n");
  EXPECT_EQ(explained_line(s, holed, "A", "pollution"),
            "    pollution: missing (rank missing, weight 0, adds 0) = min_max: no value; its weight 0.5 goes to the "
            "others (missing = renormalise)\n");
  EXPECT_EQ(explained_line(s, holed, "B", "schooling"),
            "    schooling: 100 (rank 1, weight 0.5, adds 50) = min_max: 0 + 100 × (13 − 9) / 4\n");
}

TEST(explain, shows_how_a_group_is_turned) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::min_max{.low = 0, .high = 100};
  s.framework = qx::group(
      "wellbeing", {qx::indicator("schooling"),
                    qx::group("risk", {qx::indicator("pollution")}, {.better = qx::direction::worse_when_high})});
  EXPECT_EQ(
      explained_line(s, data(), "D", "risk"),
      "  risk: 24.2424 (rank 2, weight 0.5, adds 37.8788) = arithmetic_mean of 1 child; enters as 100 − 24.2424 = "
      "75.7576\n");
}

TEST(explain, shows_the_formula_of_every_kind_of_map) {
  qx::spec s{.framework = qx::group("index", {qx::indicator("income", {.goalposts = {{20, 60}}})})};
  const auto how = [&](qx::normalise::method method, double value) {
    s.normalise = std::move(method);
    const qx::result r = qx::fit(s, data())(example::data_with(0, 0, value));
    return qx::explain(r, "A")[1].how;
  };
  EXPECT_EQ(how(qx::normalise::rank{}, 40), "rank: 3 at 40, point 3 of 4");
  EXPECT_EQ(how(qx::normalise::rank{}, 35), "rank: 2 + 1 × (35 − 33) / 7");
  EXPECT_EQ(how(qx::normalise::rank{}, 70), "rank: 4 at its end 60, 70 is beyond");
  EXPECT_EQ(how(qx::normalise::percentile_rank{.high = 1}, 33), "percentile_rank: 0.333333 at 33, point 2 of 4");
  EXPECT_EQ(how(qx::normalise::efficacy{.form = qx::normalise::efficacy_form::exponential}, 40),
            "efficacy: 60 × exp(0.510826 × (40 − 20) / 40)");
  EXPECT_EQ(how(qx::normalise::goalposts{}, 40), "goalposts: 0 + 1 × (40 − 20) / 40, kept within its ends");
}

}  // namespace
