// Weights from comparisons with the best and the worst, from networks, and from fuzzy comparisons.
#include "quindex/weigh/bwm.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <optional>

#include "judged.hpp"
#include "quindex/weigh/anp.hpp"
#include "quindex/weigh/fuzzy_ahp.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
namespace qx = quindex;
constexpr std::nullopt_t gap = std::nullopt;

const auto cars = judged::of({"quality", "price", "comfort", "safety", "style"});
const bwm car{.best = "price",
              .worst = "style",
              .best_to_others = {{"quality", 2}, {"price", 1}, {"comfort", 4}, {"safety", 2}, {"style", 8}},
              .others_to_worst = {{"quality", 4}, {"price", 8}, {"comfort", 2}, {"safety", 4}, {"style", 1}}};
// Rezaei (2015), Omega 53, 49-57: choosing a mode of transport.
const auto modes = judged::of({"load", "access", "cost"});
const bwm transport{.best = "cost",
                    .worst = "load",
                    .best_to_others = {{"load", 8}, {"access", 2}, {"cost", 1}},
                    .others_to_worst = {{"load", 1}, {"access", 5}, {"cost", 8}}};

bwm nonlinear(bwm m) {
  m.form = bwm_form::nonlinear;
  return m;
}

// Case bwm: Rezaei (2015, 2016), fully consistent car example.
TEST(Bwm, is_exact_where_judgements_are_consistent) {
  for (const bwm& m : {car, nonlinear(car)}) {
    expect_near(m.fit(cars), {0.2105263, 0.4210526, 0.1052632, 0.2105263, 0.0526316}, 1e-6);
    EXPECT_NEAR(m.solve(cars).deviation, 0, 1e-9);
    EXPECT_TRUE(m.remarks(cars).empty());
  }
}

// Case bwm: Rezaei (2015), Omega 53, 49-57, transport: weights, ksi 0.26 and ratio 0.058 of the nonlinear form.
TEST(Bwm, is_rezaeis_transport_example) {
  const bwm_solution found = nonlinear(transport).solve(modes);
  expect_near(found.weights, {0.0714, 0.3387, 0.5899}, 6e-5);
  EXPECT_NEAR(found.deviation, 4 - std::sqrt(14.0), 1e-12);  // (2 - k)(5 - k) = 8 + k
  EXPECT_NEAR(found.ratio, 0.26 / 4.47, 6e-4);
}

// Case bwm: linear form by hand: w2 = 5 w1 - k, w3 = 8 w1 + k, 2 w2 - w3 = k give (2, 9, 17)/28 and k = 1/28.
TEST(Bwm, solves_the_linear_form) {
  const bwm_solution found = transport.solve(modes);
  expect_near(found.weights, {2 / 28.0, 9 / 28.0, 17 / 28.0}, 1e-8);
  EXPECT_NEAR(found.deviation, 1 / 28.0, 1e-9);
}

TEST(Bwm, cannot_be_bettered_by_moving_a_weight) {
  const bwm odd{.best = "a",
                .worst = "d",
                .best_to_others = {{"b", 2}, {"c", 5}, {"d", 9}},
                .others_to_worst = {{"b", 4}, {"c", 3}}};
  const auto children = judged::letters(4);
  for (const bwm& m : {odd, nonlinear(odd)}) {
    const bwm_solution found = m.solve(children);
    const double from[] = {1, 2, 5, 9}, to[] = {9, 4, 3, 1};
    const auto worst = [&](const std::vector<double>& w) {
      double most = 0;
      for (std::size_t j = 0; j < 4; ++j)
        most = m.form == bwm_form::linear
                   ? std::max({most, std::abs(w[0] - from[j] * w[j]), std::abs(w[j] - to[j] * w[3])})
                   : std::max({most, std::abs(w[0] / w[j] - from[j]), std::abs(w[j] / w[3] - to[j])});
      return most;
    };
    EXPECT_NEAR(worst(found.weights), found.deviation, 1e-3 * found.deviation + 1e-8);
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = 0; j < 4; ++j) {
        std::vector<double> moved = found.weights;
        moved[i] += 1e-3;
        moved[j] -= 1e-3;
        EXPECT_GE(worst(moved), found.deviation - 1e-8);
      }
  }
}

TEST(Bwm, says_who_fits_least) {
  bwm m = nonlinear(transport);
  m.threshold = 0.05;
  ASSERT_EQ(m.remarks(modes).size(), 1U);
  EXPECT_EQ(
      m.remarks(modes)[0],
      "the consistency ratio is 0.05781, above 0.05; 'access' fits least: the best is 2 times as important and it "
      "5 times as important as the worst, whose product should be 8");
}

TEST(Bwm, refuses_judgements_that_do_not_fit) {
  EXPECT_EQ(
      judged::refused<qx::spec_error>(bwm{}, judged::letters(2)),
      "weigh/g: there are no judgements; give `best`, `worst`, and by code `best_to_others` and `others_to_worst` "
      "for 'a', 'b'");
  bwm m = transport;
  m.best = "cots";
  EXPECT_EQ(judged::refused<qx::spec_error>(m, modes),
            "weigh/g: best names 'cots', which is no child of the group; did you mean 'cost'?");
  m = transport;
  m.worst = "cost";
  EXPECT_EQ(judged::refused<qx::spec_error>(m, modes),
            "weigh/g: the best and the worst child are both 'cost'; name two, or use equal weights where all count the "
            "same");
  m = transport;
  m.others_to_worst[2].second = 7;
  EXPECT_EQ(judged::refused<qx::spec_error>(m, modes),
            "weigh/g: the best over the worst is 8 in best_to_others and 7 in others_to_worst; write the same in both");
  m = transport;
  m.best_to_others[2].second = 2;
  EXPECT_EQ(judged::refused<qx::spec_error>(m, modes), "weigh/g: the best over itself is 2; write 1, or leave it out");
  m = transport;
  m.best_to_others.erase(m.best_to_others.begin() + 1);
  EXPECT_EQ(judged::refused<qx::spec_error>(m, modes),
            "weigh/g: best_to_others says nothing of 'access'; give a comparison for each child of the group");
}

// Case anp: by hand, the stationary shares of (1/2 1/4; 1/2 3/4) are 1/3 and 2/3, of a swap 1/2 and 1/2.
TEST(Anp, finds_the_limit_or_the_mean_of_a_cycle) {
  expect_near(anp{.supermatrix = {{0.5, 0.25}, {0.5, 0.75}}}.fit(judged::letters(2)), {1 / 3.0, 2 / 3.0}, 1e-13);
  expect_near(anp{.supermatrix = {{0, 1}, {1, 0}}}.fit(judged::letters(2)), {0.5, 0.5}, 1e-13);
  // a leads to b and c in turn, both back to a: half of the time at a.
  expect_near(anp{.supermatrix = {{0, 1, 1}, {0.3, 0, 0}, {0.7, 0, 0}}}.fit(judged::letters(3)), {0.5, 0.15, 0.35},
              1e-13);
}

// Case anp: Saaty (1996): a hierarchy is a network; goal 0.6/0.4, below it 0.9/0.1 and 0.2/0.8, gives 0.62 and 0.38.
TEST(Anp, is_a_hierarchy_where_nothing_feeds_back) {
  const anp m{
      .elements = {"goal", "x", "y", "a", "b"},
      .supermatrix = {{0, 0, 0, 0, 0}, {0.6, 0, 0, 0, 0}, {0.4, 0, 0, 0, 0}, {0, 0.9, 0.2, 1, 0}, {0, 0.1, 0.8, 0, 1}},
      .goal = "goal"};
  expect_near(m.fit(judged::letters(2)), {0.62, 0.38}, 1e-13);
}

TEST(Anp, weighs_clusters) {
  // Two clusters of one element: the columns are (0.8 0.3; 0.2 0.7) after weighting, stationary (3/5, 2/5).
  const anp m{.supermatrix = {{1, 1}, {1, 1}}, .clusters = {"one", "two"}, .cluster_weights = {{0.8, 0.3}, {0.2, 0.7}}};
  expect_near(m.fit(judged::letters(2)), {0.6, 0.4}, 1e-13);
}

TEST(Anp, refuses_what_is_no_network) {
  EXPECT_EQ(judged::refused<qx::spec_error>(anp{.supermatrix = {{1, 0}, {1, 0}}}, judged::letters(2)),
            "weigh/g: the column of 'b' is all 0; say what it depends on, or put 1 on the diagonal for an element that "
            "depends on nothing");
  EXPECT_EQ(judged::refused<qx::spec_error>(anp{}, judged::letters(1)),
            "weigh/g: there are no judgements; give `supermatrix`: a row and a column for each of 'a'");
  EXPECT_EQ(judged::unchecked(anp{.supermatrix = {{1, 0}, {0, 1}}, .clusters = {"one"}}),
            "weigh.clusters: there are 1 for 2 elements; give one for each element");
}

const fuzzy_matrix pair{{gap, std::vector<double>{1, 2, 3}}, {gap, gap}};

// Case fuzzy_ahp: by hand, two children compared as [1, 2, 3]: geometric means [1, 2^1/2, 3^1/2] and their inverses.
TEST(FuzzyAhp, is_buckleys) {
  const double two = std::sqrt(2.0), three = std::sqrt(3.0);
  const double a = 1 / (three + 1) + two / (two + 1 / two) + three / (1 + 1 / three);
  const double b = 1 / three / (three + 1) + 1 / two / (two + 1 / two) + 1 / (1 + 1 / three);
  expect_near(fuzzy_ahp{.comparisons = pair}.fit(judged::letters(2)), {a / (a + b), b / (a + b)}, 1e-14);
}

// Case fuzzy_ahp: by hand, the same extents (1/3 2/3 6/5) and (2/9 1/3 3/5), possibility 4/9.
TEST(FuzzyAhp, is_changs_where_asked) {
  expect_near(fuzzy_ahp{.comparisons = pair, .form = fuzzy_ahp_form::chang_extent}.fit(judged::letters(2)),
              {9 / 13.0, 4 / 13.0}, 1e-14);
}

TEST(FuzzyAhp, is_ahp_when_nothing_is_fuzzy) {
  const auto sure = [](double x) { return std::vector<double>{x, x, x}; };
  const fuzzy_matrix crisp{{gap, sure(2), sure(6)}, {gap, gap, sure(3)}, {gap, gap, gap}};
  expect_near(fuzzy_ahp{.comparisons = crisp}.fit(judged::letters(3)), {0.6, 0.3, 0.1}, 1e-14);
  const std::vector<std::string> notes =
      fuzzy_ahp{.comparisons = crisp, .form = fuzzy_ahp_form::chang_extent}.remarks(judged::letters(3));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0],
            "extent analysis gives 'b', 'c' the weight 0, a known fault of the method; the form buckley does not");
}

TEST(FuzzyAhp, refuses_numbers_that_are_no_triangle) {
  const auto check = [](std::vector<double> over) {
    return judged::unchecked(fuzzy_ahp{.comparisons = {{gap, std::move(over)}, {gap, gap}}});
  };
  EXPECT_EQ(check({1, 2}), "weigh.comparisons.0.1: the comparison has 2 numbers; write [lowest, most likely, highest]");
  EXPECT_EQ(check({3, 2, 1}),
            "weigh.comparisons.0.1: [3, 2, 1] is no triangular number above 0; write [lowest, most likely, highest] in "
            "rising order");
  EXPECT_EQ(judged::unchecked(fuzzy_ahp{.comparisons = {{gap, gap}, {gap, gap}}}),
            "weigh.comparisons.0.1: nobody judged the pair; fuzzy comparisons have to be complete");
  EXPECT_EQ(judged::unchecked(fuzzy_ahp{
                .comparisons = {{gap, std::vector<double>{2, 4, 5}}, {std::vector<double>{0.2, 0.25, 0.4}, gap}}}),
            "weigh.comparisons.1.0: [0.2, 0.25, 0.4] is not the inverse of [2, 4, 5]; write [0.2, 0.25, 0.5], or null "
            "and it is filled in");
}

}  // namespace
