// Imputations from other units or from the unit's own level.
#include <algorithm>
#include <set>

#include "impute/support.hpp"
#include "quindex/impute/hot_deck.hpp"
#include "quindex/impute/nearest_neighbours.hpp"
#include "quindex/impute/row_mean.hpp"

namespace {

using namespace trial;
using namespace quindex::impute;
using gaps::frame;

// The last unit is at 0.4 of a; the others at 0, 1 and 5. Only a is common, so its scale does not matter.
const frame near({{0, 1, 5, 0.4}, {10, 20, 90, none}});

// Case nearest_neighbours: averages the nearest units
TEST(NearestNeighbours, averages_the_nearest_units) {
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 1}, near)[1][3], 10);
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 2}, near)[1][3], 15);
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 3}, near)[1][3], 40);
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 3, .median = true}, near)[1][3], 20);
}

TEST(NearestNeighbours, takes_those_there_are_where_they_are_few) {
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 10}, near)[1][3], 40);
}

// Standard deviations are 2 (of 0, 4, 4, 0) and 200 (of 0, 400, 400, 0): u4 is 3 of a and 0 of b away from u1 (1.5 and
// 0) but 1 of a and 400 of b from u0 (0.5 and 2), so that u1 is nearer once measured in standard deviations.
TEST(NearestNeighbours, measures_in_standard_deviations) {
  const frame data({{0, 4, 4, 0, 1, none}, {0, 400, 400, 0, 400, none}, {1, 2, 2, 1, none, 5}});
  const auto fill = nearest_neighbours{.neighbours = 1}.fit(data.seen());
  EXPECT_EQ(gaps::filled(fill, data)[2][4], 2);
}

TEST(NearestNeighbours, averages_over_the_indicators_that_both_have) {
  // From u3 at (1, 1): u0 shares a only and differs by 1; u1 shares both and differs by 0 and 1, on average less.
  const quindex::fills::donors fill{.scales = {{"a", 1}, {"b", 1}, {"c", 1}},
                                    .units = {"u0", "u1"},
                                    .values = {{2.0, std::nullopt, 7.0}, {1.0, 2.0, 9.0}},
                                    .nearest = 1};
  EXPECT_EQ(gaps::filled(fill, frame(gaps::columns{{1.0}, {1.0}, {none}}))[2][0], 9);
}

TEST(NearestNeighbours, takes_the_first_by_code_of_units_equally_near) {
  const frame data({{1, 1, 1}, {5, 6, none}}, {"z", "y", "x"});
  EXPECT_EQ(gaps::imputed(nearest_neighbours{.neighbours = 1}, data)[1][2], 6);
}

TEST(NearestNeighbours, leaves_a_cell_missing_where_no_unit_can_be_compared) {
  const frame data({{1, none, 2}, {none, 3, none}, {none, 4, none}});
  EXPECT_TRUE(std::isnan(gaps::imputed(nearest_neighbours{}, data)[2][0]));
}

// Ten units of two groups; what "n" units have is below 10, what "s" units have above.
const frame two_groups({{1, 2, 3, 4, none, 11, 12, 13, 14, none}, {5, 6, 7, 8, none, 15, 16, 17, 18, none}}, {},
                       {"n", "n", "n", "n", "n", "s", "s", "s", "s", "s"});

// Case hot_deck: takes all gaps of a unit from one donor
TEST(HotDeck, takes_all_gaps_of_a_unit_from_one_donor) {
  std::set<double> taken;
  for (int seed = 0; seed < 50; ++seed) {
    const gaps::columns found = gaps::imputed(hot_deck{.seed = seed}, two_groups);
    EXPECT_EQ(found[1][4], found[0][4] + 4) << "a and b of every donor differ by 4";
    taken.insert(found[0][4]);
  }
  EXPECT_EQ(taken, (std::set<double>{1, 2, 3, 4, 11, 12, 13, 14})) << "every donor has its turn";
}

TEST(HotDeck, stays_within_the_group) {
  for (int seed = 0; seed < 20; ++seed) {
    const gaps::columns found = gaps::imputed(hot_deck{.within_groups = true, .seed = seed}, two_groups);
    EXPECT_LT(found[0][4], 10);
    EXPECT_GT(found[0][9], 10);
  }
}

TEST(HotDeck, draws_every_donor_equally_often) {
  std::vector<int> times(5);
  constexpr int n = 4000;
  for (int seed = 0; seed < n; ++seed)
    ++times[static_cast<std::size_t>(gaps::imputed(hot_deck{.within_groups = true, .seed = seed}, two_groups)[0][4])];
  for (std::size_t k = 1; k <= 4; ++k) EXPECT_NEAR(times[k], n / 4, 5 * std::sqrt(n * 0.25 * 0.75));
}

TEST(HotDeck, of_the_nearest_one_is_the_nearest_neighbour) {
  EXPECT_EQ(gaps::imputed(hot_deck{.nearest = 1}, near)[1][3], 10);
  for (int seed = 0; seed < 20; ++seed) EXPECT_LE(gaps::imputed(hot_deck{.nearest = 2, .seed = seed}, near)[1][3], 20);
}

TEST(HotDeck, needs_groups_to_stay_within) {
  EXPECT_EQ(
      refused<qx::spec_error>([] { (void)hot_deck{.within_groups = true}.fit(near.seen()); }),
      "prepare.0: hot_deck within groups needs groups of units, the table has none; give the table groups, or draw "
      "from all units");
}

TEST(HotDeck, leaves_a_cell_missing_where_the_group_has_no_donor) {
  const frame data({{1, none, 3}}, {}, {"n", "s", "n"});
  EXPECT_TRUE(std::isnan(gaps::imputed(hot_deck{.within_groups = true}, data)[0][1]));
}

TEST(Donors, are_checked_and_read_back) {
  const qx::joint_fill fill = hot_deck{}.fit(two_groups.seen());
  EXPECT_EQ(qx::joint_fill::read(fill.write(), qx::path("fill")), fill);
  EXPECT_EQ(refused<qx::spec_error>([] {
              qx::fills::donors{.scales = {{"a", 0}}}.check(qx::path("fill"));
            }),
            "fill.scales.a: the scale is 0; expected above 0");
  EXPECT_EQ(refused<qx::spec_error>([] {
              qx::fills::donors{.scales = {{"a", 1}}, .units = {"u"}, .values = {{}}}.check(qx::path("fill"));
            }),
            "fill.values.0: there are 0; expected 1, one for each indicator");
}

/// wellbeing = (a, b), (c, d); b is better when low.
qx::framework tree() {
  return qx::group("wellbeing",
                   {qx::group("first", {qx::indicator("a"), qx::indicator("b", qx::direction::worse_when_high)}),
                    qx::group("second", {qx::indicator("c"), qx::indicator("d")})});
}

// a runs from 0 to 10, b from 100 (best) to 200 (worst), c from 0 to 4, d from 10 to 20.
const frame four({{0, 10, 5, 2}, {200, 100, none, 120}, {0, 4, 1, none}, {10, 20, 18, 15}});

gaps::columns by_rows(const row_mean& method, const frame& data) {
  const qx::framework all = tree();
  qx::impute::indicators seen = data.seen();
  seen.tree = &all;
  return gaps::filled(method.fit(seen), data);
}

// Case row_mean: lies where the other indicators of the unit do
TEST(RowMean, lies_where_the_other_indicators_of_the_unit_do) {
  // u2: a 0.5, c 0.25, d 0.8, on average 1.55/3, so b = 200 − 100 · 1.55/3. u3: a 0.2, b 0.8, d 0.5, so c = 4 · 0.5.
  const gaps::columns found = by_rows({}, four);
  EXPECT_NEAR(found[1][2], 200 - 100 * 1.55 / 3, 1e-12);
  EXPECT_NEAR(found[2][3], 2, 1e-12);
}

TEST(RowMean, may_be_a_median) { EXPECT_NEAR(by_rows({.median = true}, four)[1][2], 150, 1e-12); }

TEST(RowMean, may_keep_to_the_group) {
  const gaps::columns found = by_rows({.level = 2}, four);
  EXPECT_NEAR(found[1][2], 150, 1e-12);  // a alone, 0.5
  EXPECT_NEAR(found[2][3], 2, 1e-12);    // d alone, 0.5
}

TEST(RowMean, leaves_a_unit_without_values_alone) {
  EXPECT_TRUE(std::isnan(gaps::imputed(row_mean{}, frame({{1, 2, none}, {3, 4, none}}))[0][2]));
}

TEST(RowMean, does_not_look_at_a_constant_but_fills_it) {
  const gaps::columns found = gaps::imputed(row_mean{}, frame({{0, 10, 4}, {7, 7, none}, {0, 2, none}}));
  EXPECT_EQ(found[1][2], 7);
  EXPECT_NEAR(found[2][2], 0.8, 1e-15);
  EXPECT_TRUE(std::isnan(gaps::imputed(row_mean{}, frame({{0, 10, none}, {7, 7, 7}}))[0][2]));
}

}  // namespace
