// Weights from square tables of influences and preferences.
#include <cmath>
#include <gtest/gtest.h>

#include "judged.hpp"
#include "quindex/weigh/dematel.hpp"
#include "quindex/weigh/rancom.hpp"
#include "quindex/weigh/sapevo.hpp"
#include "quindex/weigh/wings.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
namespace qx = quindex;

// Case dematel: by hand, D = (0 1; 1/2 0), T = (1 2; 1 1), r = (3, 2), c = (2, 3), and a third child apart.
TEST(Dematel, adds_up_chains_of_influence) {
  const square_table pair{{0, 2}, {1, 0}};
  expect_near(dematel{.influences = pair}.fit(judged::letters(2)), {0.5, 0.5}, 1e-14);
  // A child that only takes: D = (0 0 1; 0 0 0; 0 0 0) and nothing comes back, T = D: r = (1 0 0), c = (0 0 1).
  expect_near(dematel{.influences = {{0, 0, 3}, {0, 0, 0}, {0, 0, 0}}}.fit(judged::letters(3)), {0.5, 0, 0.5}, 1e-14);
  // D = (0 1/2 1/2; 0 0 1/2; 0 0 0): T adds 1/4 to the first of the third: r = (5/4 1/2 0), c = (0 1/2 5/4).
  const square_table chain{{0, 2, 2}, {0, 0, 2}, {0, 0, 0}};
  const double end = std::sqrt(2.0) * 1.25, total = 2 * end + 1;
  expect_near(dematel{.influences = chain}.fit(judged::letters(3)), {end / total, 1 / total, end / total}, 1e-14);
  expect_near(dematel{.influences = chain, .weight = influence_weight::prominence}.fit(judged::letters(3)),
              {1.25 / 3.5, 1 / 3.5, 1.25 / 3.5}, 1e-14);
}

TEST(Dematel, averages_judges) {
  const square_table all{{0, 4}, {2, 0}}, none{{0, 0}, {0, 0}};
  expect_near(dematel{.judges = {all, none}}.fit(judged::letters(2)),
              dematel{.influences = all}.fit(judged::letters(2)), 1e-14);
}

TEST(Dematel, refuses_influences_without_end) {
  EXPECT_EQ(judged::refused<qx::numeric_error>(dematel{.influences = {{0, 1}, {1, 0}}}, judged::letters(2)),
            "weigh/g: the influences add up without end, since all children give or take the same total; judge finer "
            "differences, or use equal weights");
  EXPECT_EQ(judged::refused<qx::spec_error>(dematel{.influences = {{0, 0}, {0, 0}}}, judged::letters(2)),
            "weigh/g: no child influences another; judge at least one pair above 0");
  EXPECT_EQ(judged::unchecked(dematel{.influences = {{0, 1}, {1, 3}}}),
            "weigh.influences.1.1: a criterion influences itself by 3; write 0, or use wings, where the diagonal is "
            "the strength");
  EXPECT_EQ(judged::unchecked(dematel{.influences = {{0, 1}, {1}}}),
            "weigh.influences.1: the row has 1 cells and the table 2 rows; give as many cells as rows");
}

// Case wings: by hand, D = (3 2; 1 0)/6, (I - D)^-1 = 9/4 (1 1/3; 1/6 1/2), r + c = (29/8, 11/8).
TEST(Wings, counts_strength_too) {
  expect_near(wings{.influences = {{3, 2}, {1, 0}}}.fit(judged::letters(2)), {29 / 40.0, 11 / 40.0}, 1e-14);
  expect_near(wings{.criteria = {"b", "a"}, .influences = {{3, 2}, {1, 0}}}.fit(judged::letters(2)),
              {11 / 40.0, 29 / 40.0}, 1e-14);
}

const square_table seven{{0.5, 0.5, 1, 1, 1, 1, 1}, {0.5, 0.5, 1, 1, 1, 1, 1}, {0, 0, 0.5, 1, 1, 1, 0},
                         {0, 0, 0, 0.5, 0, 0, 0},   {0, 0, 0, 1, 0.5, 0, 0},   {0, 0, 0, 1, 1, 0.5, 0},
                         {0, 0, 1, 1, 1, 1, 0.5}};

// Case rancom: Więckowski et al. (2023), Engineering Applications of Artificial Intelligence 122, 106114.
TEST(Rancom, counts_who_wins) {
  const std::vector<double> printed{0.2449, 0.2449, 0.1429, 0.0204, 0.0612, 0.102, 0.1837};
  expect_near(rancom{.comparisons = seven}.fit(judged::letters(7)), printed, 6e-5);
  const by_code ranks{{"a", 1}, {"b", 1}, {"c", 4}, {"d", 7}, {"e", 6}, {"f", 5}, {"g", 3}};
  expect_near(rancom{.ranks = ranks}.fit(judged::letters(7)), printed, 6e-5);
}

TEST(Rancom, refuses_comparisons_that_are_none) {
  EXPECT_EQ(judged::unchecked(rancom{.comparisons = {{0.5, 0.7}, {0.3, 0.5}}}),
            "weigh.comparisons.0.1: 0.7 is no comparison; write 1, 0.5 or 0");
  EXPECT_EQ(judged::unchecked(rancom{.comparisons = {{0.5, 1}, {1, 0.5}}}),
            "weigh.comparisons.0.1: 1 and 1 across the diagonal do not sum to 1; write 0 for 1");
  EXPECT_EQ(judged::refused<qx::spec_error>(rancom{}, judged::letters(1)),
            "weigh/g: there are no judgements; give `ranks`: a rank for each of 'a'");
}

const square_table nine{
    {0, 0, 3, 3, 1, 3, 2, 1, 2},       {0, 0, 3, 3, 1, 3, 2, 1, 2},     {-3, -3, 0, 0, -1, -2, -2, -1, -2},
    {-3, -3, 0, 0, -2, 2, -2, -2, -2}, {-1, -1, 1, 2, 0, 2, 0, -1, 1},  {-3, -3, 2, -2, -2, 0, -2, -1, -2},
    {-3, -2, 2, 2, 0, 2, 0, 3, 0},     {-1, -1, 1, 2, 1, 1, -3, 0, -1}, {-2, -2, 2, 2, -1, 2, 0, 1, 0}};

// Case sapevo: Vitorino et al. (2022), Economic Computation and Economic Cybernetics Studies and Research 56(4).
TEST(Sapevo, is_that_of_vitorino_et_al) {
  expect_near(sapevo{.judges = {nine}}.fit(judged::letters(9)),
              {0.232, 0.232, 0.0, 0.016, 0.136, 0.008, 0.144, 0.104, 0.128}, 1e-12);
  expect_near(sapevo{.judges = {nine, nine}}.fit(judged::letters(9)), sapevo{.judges = {nine}}.fit(judged::letters(9)),
              1e-12);
}

TEST(Sapevo, says_which_cells_are_not_opposite) {
  const std::vector<std::string> notes = sapevo{.judges = {nine}}.remarks(judged::letters(9));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], "judge 1 compares 'a' and 'g' as 2 one way and -3 the other, which is not opposite");
}

TEST(Sapevo, may_leave_the_least_important_something) {
  const square_table two{{0, 1}, {-1, 0}};
  expect_near(sapevo{.judges = {two}}.fit(judged::letters(2)), {1, 0}, 0);
  expect_near(sapevo{.judges = {two}, .least = 0.01}.fit(judged::letters(2)), {1 / 1.01, 0.01 / 1.01}, 1e-15);
  expect_near(sapevo{.judges = {{{0, 0}, {0, 0}}}}.fit(judged::letters(2)), {0.5, 0.5}, 0);
}

}  // namespace
