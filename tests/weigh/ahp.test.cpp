#include "quindex/weigh/ahp.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <optional>

#include "judged.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
namespace qx = quindex;
constexpr std::nullopt_t gap = std::nullopt;

const judged_matrix house{{1, 5, 3, 7, 6, 6, 1 / 3.0, 1 / 4.0},
                          {gap, 1, 1 / 3.0, 5, 3, 3, 1 / 5.0, 1 / 7.0},
                          {gap, gap, 1, 6, 3, 4, 6, 1 / 5.0},
                          {gap, gap, gap, 1, 1 / 3.0, 1 / 4.0, 1 / 7.0, 1 / 8.0},
                          {gap, gap, gap, gap, 1, 1 / 2.0, 1 / 5.0, 1 / 6.0},
                          {gap, gap, gap, gap, gap, 1, 1 / 5.0, 1 / 6.0},
                          {gap, gap, gap, gap, gap, gap, 1, 1 / 2.0},
                          {gap, gap, gap, gap, gap, gap, gap, 1}};
const judged_matrix drinks{{1, 9, 5, 2, 1, 1, 0.5},
                           {gap, 1, 1 / 3.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0},
                           {gap, gap, 1, 1 / 3.0, 1 / 4.0, 1 / 3.0, 1 / 9.0},
                           {gap, gap, gap, 1, 1 / 2.0, 1, 1 / 3.0},
                           {gap, gap, gap, gap, 1, 2, 1 / 2.0},
                           {gap, gap, gap, gap, gap, 1, 1 / 3.0},
                           {gap, gap, gap, gap, gap, gap, 1}};
// Bozóki, Fülöp and Rónyai (2010): the comparison of c and d is missing.
const judged_matrix incomplete{{1, 1, 5, 2}, {gap, 1, 3, 4}, {gap, gap, 1, gap}, {gap, gap, gap, 1}};
const judged_matrix style{{1, 1 / 4.0, 4, 1 / 6.0}, {4, 1, 4, 1 / 4.0}, {1 / 4.0, 1 / 4.0, 1, 1 / 5.0}, {6, 4, 5, 1}};

qx::matrix matrix_of(const judged_matrix& m) { return comparisons(m, qx::path("judged"), {}); }

// Case ahp: Saaty (1990), European Journal of Operational Research 48, 9-26: buying a house.
TEST(Ahp, buys_saatys_house) {
  expect_near(ahp{.comparisons = house}.fit(judged::letters(8)),
              {0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333}, 6e-4);
  const consistency_report report = consistency(matrix_of(house));
  EXPECT_NEAR(report.principal_value, 9.669, 6e-4);
  EXPECT_NEAR(report.index, 0.238, 6e-4);
  EXPECT_NEAR(report.ratio, 0.169, 6e-4);
}

// Case ahp: Saaty (2008), Int. J. Services Sciences 1(1), 83-98: drinks in the United States.
TEST(Ahp, knows_what_is_drunk) {
  expect_near(ahp{.comparisons = drinks}.fit(judged::letters(7)), {0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327},
              6e-4);
  EXPECT_NEAR(consistency(matrix_of(drinks), {random_index_table::saaty_2005, {}}).ratio, 0.022, 6e-4);
}

// Case ahp: Papathanasiou and Ploskas (2018), Multiple Criteria Decision Aid, Springer: criteria.
TEST(Ahp, weighs_four_criteria) {
  const judged_matrix four{{1, 1, 5, 3}, {1, 1, 5, 3}, {0.2, 0.2, 1, 1 / 3.0}, {1 / 3.0, 1 / 3.0, 3, 1}};
  expect_near(ahp{.comparisons = four}.fit(judged::letters(4)), {0.39, 0.39, 0.068, 0.152}, 6e-4);
}

// Case ahp: OECD and JRC (2008), Handbook, Table 20: eight TAI indicators; priorities worked out apart with numpy.
TEST(Ahp, weighs_the_technology_achievement_index) {
  const judged_matrix tai{{1, 2, 3, 2, 5, 5, 1, 3},
                          {gap, 1, 2, 1 / 2.0, 4, 4, 1 / 2.0, 3},
                          {gap, gap, 1, 1 / 4.0, 2, 2, 1 / 5.0, 1 / 2.0},
                          {gap, gap, gap, 1, 4, 4, 1 / 2.0, 3},
                          {gap, gap, gap, gap, 1, 1, 1 / 5.0, 1 / 2.0},
                          {gap, gap, gap, gap, gap, 1, 1 / 5.0, 1 / 2.0},
                          {gap, gap, gap, gap, gap, gap, 1, 4},
                          {gap, gap, gap, gap, gap, gap, gap, 1}};
  expect_near(ahp{.comparisons = tai}.fit(judged::letters(8)),
              {0.2291, 0.1346, 0.0594, 0.1761, 0.0385, 0.0385, 0.2522, 0.0715}, 6e-5);
  const consistency_report report = consistency(matrix_of(tai));
  EXPECT_NEAR(report.principal_value, 8.2111, 6e-5);
  EXPECT_NEAR(report.ratio, 0.0214, 6e-5);
}

// Case ahp: R package MCDA, car example: the weights of a hierarchy multiply out to its scores.
TEST(Ahp, multiplies_out_over_a_hierarchy) {
  const judged_matrix criteria{{1, 0.5, 3}, {2, 1, 4}, {1 / 3.0, 0.25, 1}};
  const judged_matrix reliability{{1, 2, 5, 1}, {0.5, 1, 3, 2}, {0.2, 1 / 3.0, 1, 0.25}, {1, 0.5, 4, 1}};
  const judged_matrix fuel{{1, 2, 4, 1}, {0.5, 1, 3, 2}, {0.25, 1 / 3.0, 1, 0.2}, {1, 0.5, 5, 1}};
  const std::vector<double> top = ahp{.comparisons = criteria}.fit(judged::letters(3));
  std::vector<double> scores(4, 0.0);
  for (std::size_t k = 0; k < 3; ++k) {
    const std::vector<double> w = ahp{.comparisons = k == 0   ? style
                                                     : k == 1 ? reliability
                                                              : fuel}
                                      .fit(judged::letters(4));
    for (std::size_t i = 0; i < 4; ++i) scores[i] += top[k] * w[i];
  }
  expect_near(scores, {0.2922, 0.2767, 0.0697, 0.3613}, 6e-5);
}

// Case ahp: Bozóki, Fülöp and Rónyai (2010), Mathematical and Computer Modelling 52, 318-333, one missing pair.
TEST(Ahp, completes_what_was_not_judged) {
  EXPECT_NEAR(completed(matrix_of(incomplete), completion::optimal, "here", {})(2, 3), 0.730297106886979, 1e-6);
  expect_near(ahp{.comparisons = incomplete}.fit(judged::letters(4)), {0.3738, 0.392, 0.0985, 0.1357}, 6e-5);
  EXPECT_NEAR(consistency(matrix_of(incomplete), {random_index_table::donegan_dodd_1991, {}}).ratio, 0.0372, 6e-5);
}

TEST(Ahp, completes_consistent_judgements_exactly_by_every_rule) {
  // w = (8, 4, 2, 1)/15, of which only the chain a-b, b-c, c-d was judged.
  const judged_matrix chain{{gap, 2, gap, gap}, {gap, gap, 2, gap}, {gap, gap, gap, 2}, {gap, gap, gap, gap}};
  for (const completion rule : {completion::optimal, completion::logarithmic, completion::harker})
    expect_near(ahp{.comparisons = chain, .completion = rule}.fit(judged::letters(4)),
                {8 / 15.0, 4 / 15.0, 2 / 15.0, 1 / 15.0}, 1e-9);
}

TEST(Ahp, completes_to_the_least_eigenvalue) {
  const qx::matrix best = completed(matrix_of(incomplete), completion::optimal, "here", {});
  const double least = principal_value(best, priorities(best));
  for (const double factor : {0.99, 1.01}) {
    qx::matrix other = best;
    other(2, 3) *= factor;
    other(3, 2) = 1 / other(2, 3);
    EXPECT_GT(principal_value(other, priorities(other)), least);
  }
}

TEST(Ahp, agrees_with_itself_on_consistent_comparisons_however_weights_are_found) {
  const judged_matrix consistent{{1, 2, 6}, {0.5, 1, 3}, {1 / 6.0, 1 / 3.0, 1}};
  for (const prioritisation rule :
       {prioritisation::eigenvector, prioritisation::geometric_mean, prioritisation::weighted_least_squares})
    expect_near(ahp{.comparisons = consistent, .prioritisation = rule}.fit(judged::letters(3)), {0.6, 0.3, 0.1}, 1e-12);
  const consistency_report report = consistency(matrix_of(consistent));
  EXPECT_NEAR(report.ratio, 0, 1e-12);
  EXPECT_NEAR(report.koczkodaj, 0, 1e-12);
  EXPECT_NEAR(report.geometric_index, 0, 1e-12);
}

// Case ahp: geometric means of three criteria by hand: rows (1 2 8), (1/2 1 2), (1/8 1/2 1).
TEST(Ahp, takes_geometric_means) {
  const judged_matrix three{{1, 2, 8}, {gap, 1, 2}, {gap, gap, 1}};
  const double a = std::cbrt(16.0), b = 1, c = std::cbrt(1 / 16.0), total = a + b + c;
  const std::vector<double> by_hand{a / total, b / total, c / total};
  expect_near(ahp{.comparisons = three, .prioritisation = prioritisation::geometric_mean}.fit(judged::letters(3)),
              by_hand, 1e-14);
  expect_near(ahp{.comparisons = three}.fit(judged::letters(3)), by_hand, 1e-12);  // the same for three criteria
}

// Case ahp: two criteria of weighted least squares by hand: min (2 w2 - w1)^2 + (w1/2 - w2)^2 is 0 at w1 = 2 w2.
TEST(Ahp, minimises_weighted_squares) {
  const judged_matrix three{{1, 2, 8}, {gap, 1, 2}, {gap, gap, 1}};
  const qx::matrix a = matrix_of(three);
  const auto loss = [&](double x, double y) {
    const double w[] = {x, y, 1 - x - y};
    double out = 0;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j) out += (a(i, j) * w[j] - w[i]) * (a(i, j) * w[j] - w[i]);
    return out;
  };
  const std::vector<double> w = priorities(a, prioritisation::weighted_least_squares);
  for (const double d : {-1e-4, 1e-4}) {
    EXPECT_GT(loss(w[0] + d, w[1]), loss(w[0], w[1]));
    EXPECT_GT(loss(w[0], w[1] + d), loss(w[0], w[1]));
  }
}

// Case ahp: R package MCDA, pairwise consistency measures of its style matrix.
TEST(Consistency, has_every_measure) {
  const consistency_report report = consistency(matrix_of(style), {random_index_table::saaty_1980, 0.8832});
  EXPECT_NEAR(report.ratio, 0.164, 6e-4);
  EXPECT_NEAR(report.congruence, 1.275, 6e-4);
  EXPECT_NEAR(report.dissonance, 0.083, 6e-4);
  EXPECT_NEAR(report.koczkodaj, 0.792, 6e-4);
  EXPECT_NEAR(consistency(matrix_of(style)).ratio, 0.161, 6e-4);
}

TEST(Consistency, finds_the_wrong_judgement_and_what_it_should_be) {
  // w = (8, 4, 2, 1)/15 but for a against d, which should be 8.
  const judged_matrix slip{{1, 2, 4, 1 / 8.0}, {gap, 1, 2, 4}, {gap, gap, 1, 2}, {gap, gap, gap, 1}};
  const consistency_report report = consistency(matrix_of(slip));
  EXPECT_EQ(std::min(report.row, report.column), 0U);
  EXPECT_EQ(std::max(report.row, report.column), 3U);
  EXPECT_NEAR(report.row == 0 ? report.proposed : 1 / report.proposed, 8, 1e-9);
  EXPECT_NEAR(report.ratio_after, 0, 1e-9);
  EXPECT_EQ(ahp{.comparisons = slip}.remarks(judged::letters(4)).size(), 1U);
}

TEST(Consistency, is_told_with_the_worst_pair) {
  const std::vector<std::string> notes = ahp{.comparisons = house}.remarks(judged::letters(8));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0],
            "the consistency ratio of the comparisons is 0.1691, above 0.1; the comparison of 'c' and 'g' fits the "
            "others least: it is 6, they say 0.4587, which would give 0.08219");
  EXPECT_TRUE((ahp{.comparisons = house, .threshold = 0.2}.remarks(judged::letters(8)).empty()));
}

TEST(RandomIndex, is_that_of_its_table) {
  EXPECT_EQ(random_index(2, random_index_table::saaty_1980), 0);
  EXPECT_EQ(random_index(8, random_index_table::saaty_1980), 1.41);
  EXPECT_EQ(random_index(7, random_index_table::saaty_2005), 1.35);
  EXPECT_EQ(random_index(4, random_index_table::donegan_dodd_1991), 0.8286);
  EXPECT_NEAR(random_index(22, random_index_table::donegan_dodd_1991), 1.5371 + 0.4 * (1.5619 - 1.5371), 1e-12);
  EXPECT_EQ(random_index(30, random_index_table::saaty_1980), 1.59);
}

// Case ahp: two judges who contradict each other exactly cancel out, by either aggregation.
TEST(Ahp, joins_judges) {
  const judged_matrix one{{1, 2, 6}, {gap, 1, 3}, {gap, gap, 1}},
      opposite{{1, 0.5, 1 / 6.0}, {gap, 1, 1 / 3.0}, {gap, gap, 1}};
  for (const judge_aggregation how : {judge_aggregation::judgements, judge_aggregation::priorities}) {
    expect_near(ahp{.judges = {one, opposite}, .aggregation = how}.fit(judged::letters(3)), {1 / 3.0, 1 / 3.0, 1 / 3.0},
                1e-12);
    expect_near(ahp{.judges = {one, opposite}, .judge_weights = {1, 0}, .aggregation = how}.fit(judged::letters(3)),
                {0.6, 0.3, 0.1}, 1e-12);
  }
}

TEST(Ahp, keeps_to_codes_where_there_are_any) {
  const ahp by_code{.criteria = {"c", "a", "b"}, .comparisons = {{1, 2, 6}, {gap, 1, 3}, {gap, gap, 1}}};
  expect_near(by_code.fit(judged::letters(3)), {0.3, 0.1, 0.6}, 1e-12);
}

TEST(Ahp, gives_an_only_child_everything) {
  expect_near(ahp{.comparisons = {{1}}}.fit(judged::letters(1)), {1}, 0);
  EXPECT_TRUE((ahp{.comparisons = {{1}}}.remarks(judged::letters(1)).empty()));
}

TEST(Ahp, refuses_judgements_that_are_none) {
  const auto check = [](judged_matrix m) { return judged::unchecked(ahp{.comparisons = std::move(m)}); };
  EXPECT_EQ(check({{1, 2}, {gap}}),
            "weigh.comparisons.1: the row has 1 cells and the table 2 rows; give as many cells as rows; null where "
            "nobody judged");
  EXPECT_EQ(check({{1, 3}, {0.5, 1}}),
            "weigh.comparisons.0.1: the comparison of 1 and 2 is 3 one way and 0.5 the other, which is no reciprocal; "
            "write 1/3 for 0.5, or null and it is filled in");
  EXPECT_EQ(check({{1, -2}, {gap, 1}}),
            "weigh.comparisons.0.1: -2 is not above 0; a comparison says how many times as important the row is as the "
            "column");
  EXPECT_EQ(check({{1, 2}, {gap, 3}}), "weigh.comparisons.1.1: a criterion is compared with itself as 3; write 1");
  EXPECT_EQ(judged::unchecked(ahp{.criteria = {"a", "a"}, .comparisons = {{1, 2}, {gap, 1}}}),
            "weigh.criteria.a: the code stands twice; keep one of them");
  EXPECT_EQ(
      judged::unchecked(ahp{.criteria = {"a"}, .comparisons = {{1, 2}, {gap, 1}}}),
      "weigh: there are judgements of 1 and of 2 criteria; every matrix has a row and a column for each criterion");
}

TEST(Ahp, accepts_reciprocals_that_were_rounded) {
  expect_near(ahp{.comparisons = {{1, 3}, {0.33, 1}}}.fit(judged::letters(2)), {0.75, 0.25}, 1e-15);
  expect_near(ahp{.comparisons = {{1, 0.33}, {3, 1}}}.fit(judged::letters(2)), {0.25, 0.75}, 1e-15);
}

TEST(Ahp, refuses_groups_it_does_not_speak_of) {
  EXPECT_EQ(judged::refused<qx::spec_error>(ahp{}, judged::letters(2)),
            "weigh/g: there are no judgements; give `comparisons`: a row and a column for each of 'a', 'b'");
  EXPECT_EQ(judged::refused<qx::spec_error>(ahp{.comparisons = {{1, 2}, {gap, 1}}}, judged::letters(3)),
            "weigh/g: comparisons judges 2 criteria, the group has 3 children; give a row and a column for each of "
            "'a', 'b', 'c'");
  EXPECT_EQ(judged::refused<qx::spec_error>(ahp{.criteria = {"gdp", "healht"}, .comparisons = {{1, 2}, {gap, 1}}},
                                            judged::of({"gdp", "health"})),
            "weigh/g: criteria names 'healht', which is no child of the group; did you mean 'health'?");
  const judged_matrix apart{{1, 2, gap, gap}, {gap, 1, gap, gap}, {gap, gap, 1, 2}, {gap, gap, gap, 1}};
  EXPECT_EQ(judged::refused<qx::numeric_error>(ahp{.comparisons = apart}, judged::letters(4)),
            "weigh/g: nothing compares 'c', 'd' with 'a', 'b'; judge at least one such pair");
}

// Case ahp: Kendall's W of three judges who agree is 1, of two opposite ones 0; with ties by hand
TEST(KendallW, tells_agreement) {
  EXPECT_NEAR(kendall_w(judged::table({{1, 2, 3}, {10, 20, 30}, {5, 6, 7}})).w, 1, 1e-15);
  EXPECT_NEAR(kendall_w(judged::table({{1, 2, 3}, {3, 2, 1}})).w, 0, 1e-15);
  // Ranks (1.5 1.5 3) and (1 2 3): sums 2.5 3.5 6, squares about 4: 2.25 + 0.25 + 4 = 6.5; ties 2^3 - 2 = 6.
  EXPECT_NEAR(kendall_w(judged::table({{1, 1, 3}, {1, 2, 3}})).w, 12 * 6.5 / (4 * 24 - 2 * 6), 1e-15);
  EXPECT_NEAR(kendall_w(judged::table({{1, 1, 3}, {1, 2, 3}})).chi_square, 2 * 2 * 78 / 84.0, 1e-13);
  EXPECT_TRUE(qx::is_missing(kendall_w(judged::table({{1, 2, 3}})).w));
  EXPECT_TRUE(qx::is_missing(kendall_w(judged::table({{2, 2}, {3, 3}})).w));
}

}  // namespace
