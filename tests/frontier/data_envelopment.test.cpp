// Data envelopment analysis: published cases, the plain linear program on random data, and laws.
#include "quindex/frontier/data_envelopment.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace data_envelopment_test {

using namespace quindex;
using namespace quindex::frontier;
using sample::named;
using sample::random_activities;
using sample::two_by_two;

TEST(data_envelopment, gives_a_published_case_with_two_inputs) {
  // Yildirim and Onder (2015), chapter on data envelopment analysis: nine units, two inputs, one output.
  const matrix data = (matrix(3, 9) << 96, 84, 90, 81, 102, 83, 108, 99, 95, 300, 282, 273, 270, 309, 285, 294, 288,
                       306, 166, 150, 140, 136, 171, 144, 172, 170, 165)
                          .finished()
                          .transpose();
  const std::vector<double> expected{0.9879815986, 1, 0.8959653733, 0.9421686747, 0.9659435121, 0.9715662651,
                                     0.9911164466, 1, 0.984104879};
  const efficiency found = data_envelopment(named(data, {"x1", "x2", "y"}), {{"x1", "x2"}, {"y"}});
  for (std::size_t i = 0; i < 9; ++i) EXPECT_NEAR(found.scores[i], expected[i], 1e-9) << i;
}

TEST(data_envelopment, gives_the_textbook_stores) {
  // Cooper, Seiford and Tone (2007), Data Envelopment Analysis, Table 1.1: employees and sales of eight stores; with
  // one input and one output the score is the ratio over the best one.
  const matrix data = (matrix(2, 8) << 2, 3, 3, 4, 5, 5, 6, 8, 1, 3, 2, 3, 4, 2, 3, 5).finished().transpose();
  const efficiency found = data_envelopment(named(data, {"employees", "sales"}), {{"employees"}, {"sales"}});
  const std::vector<double> expected{0.5, 1, 2.0 / 3, 0.75, 0.8, 0.4, 0.5, 0.625};
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_NEAR(found.scores[i], expected[i], 1e-12);
    ASSERT_EQ(found.peers[i].size(), 1U);
    EXPECT_EQ(found.peers[i][0].point, 1U);  // all are compared with B
  }
}

TEST(data_envelopment, gives_factors_slacks_peers_and_targets_of_a_drawn_frontier) {
  // Inputs of A to F for one output of 1: (4,3) (7,3) (8,1) (4,2) (2,4) (10,1); Cooper, Seiford and Tone (2007),
  // Example 2.2. The frontier goes E, D, C. A meets the segment DE at 6/7, B the segment CD at 12/19; F is at
  // the height of C with 2 too much of the first input.
  const efficiency found = data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}});
  const std::vector<double> expected{6.0 / 7, 12.0 / 19, 1, 1, 1, 1};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(found.scores[i], expected[i], 1e-12);
  EXPECT_NEAR(found.slacks(5, 0), 2, 1e-9);
  EXPECT_NEAR(found.targets(5, 0), 8, 1e-9);
  EXPECT_NEAR(found.targets(0, 0), 4 * 6.0 / 7, 1e-9);
  ASSERT_EQ(found.peers[0].size(), 2U);
  EXPECT_EQ(found.peers[0][0].point, 3U);
  EXPECT_NEAR(found.peers[0][0].share, 5.0 / 7, 1e-9);
  EXPECT_NEAR(found.weights(0, 0) * 4 + found.weights(0, 1) * 3, 1, 1e-9);  // the multipliers of A
  EXPECT_NEAR(found.weights(0, 2), 6.0 / 7, 1e-9);
}

TEST(data_envelopment, measures_units_against_the_others_only) {
  // Without itself E (2, 4) is measured against D: its first input would have to double. C (8, 1) meets the segment
  // from D (4, 2) to F (10, 1) at 8 theta = 4 + 6 t, theta = 2 - t: t = 6/7, theta = 8/7.
  const efficiency found = data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}}, {.super_efficiency = true});
  EXPECT_NEAR(found.scores[4], 2, 1e-9);
  EXPECT_NEAR(found.scores[2], 8.0 / 7, 1e-9);
  EXPECT_NEAR(found.scores[0], 6.0 / 7, 1e-9);
}

TEST(data_envelopment, says_where_super_efficiency_has_no_answer) {
  // Of (1, 1), (2, 3), (4, 4) nobody makes 4 or more but the last: it cannot be met by shrinking its input.
  const matrix data = (matrix(3, 2) << 1, 1, 2, 3, 4, 4).finished();
  const efficiency found =
      data_envelopment(named(data, {"x", "y"}), {{"x"}, {"y"}}, {.scale = returns::variable, .super_efficiency = true});
  EXPECT_EQ(found.outcomes[2], outcome::infeasible);
  EXPECT_TRUE(is_missing(found.scores[2]));
  EXPECT_NEAR(found.scores[0], 2, 1e-9);
  EXPECT_EQ(found.outcomes[0], outcome::optimal);
}

TEST(data_envelopment, slacks_based_counts_all_slack) {
  // F of the drawn case: its mean input slack share is (2/10 + 0/1) / 2 = 0.1.
  const efficiency found = data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}}, {.by = distance::slacks_based});
  EXPECT_NEAR(found.scores[5], 0.9, 1e-9);
  EXPECT_NEAR(found.slacks(5, 0), 2, 1e-9);
  EXPECT_EQ(found.scores[3], 1);
}

TEST(data_envelopment, additive_sums_slack) {
  // B (7, 3): the most slack on the frontier is at D (4, 2), 3 + 1; ranges are 8 and 3 (the output has none).
  const efficiency plain =
      data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}},
                       {.by = distance::additive, .scale = returns::variable, .slacks = slack_weights::one});
  EXPECT_NEAR(plain.objectives[1], 4, 1e-9);
  EXPECT_EQ(plain.objectives[3], 0);
  const efficiency ranged =
      data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}}, {.by = distance::additive, .scale = returns::variable});
  EXPECT_NEAR(ranged.scores[1], 1 - (3.0 / 8 + 1.0 / 3) / 3, 1e-9);
}

/// The radial score from one program with a column for every unit.
double plain_radial(const matrix& x, const matrix& y, Eigen::Index o, returns scale, orientation towards) {
  using enum numeric::row_relation;
  const Eigen::Index m = x.cols();
  const Eigen::Index s = y.cols();
  numeric::linear_program p{{}, matrix::Zero(m + s + 1, x.rows() + 1), {}, {}};
  p.cost.assign(static_cast<std::size_t>(x.rows()) + 1, 0.0);
  const bool shrinks = towards == orientation::input;
  p.cost[0] = shrinks ? 1 : -1;
  for (Eigen::Index j = 0; j < m; ++j) {
    p.relations.push_back(at_most);
    p.right.push_back(shrinks ? 0 : x(o, j));
    p.rows(j, 0) = shrinks ? -x(o, j) : 0;
    p.rows.row(j).tail(x.rows()) = x.col(j).transpose();
  }
  for (Eigen::Index j = 0; j < s; ++j) {
    p.relations.push_back(at_least);
    p.right.push_back(shrinks ? y(o, j) : 0);
    p.rows(m + j, 0) = shrinks ? 0 : -y(o, j);
    p.rows.row(m + j).tail(x.rows()) = y.col(j).transpose();
  }
  p.relations.push_back(scale == returns::variable || scale == returns::constant ? equal
                        : scale == returns::non_decreasing                       ? at_least
                                                                                 : at_most);
  p.right.push_back(scale == returns::constant ? 0 : 1);
  p.rows.row(m + s).tail(x.rows()).setConstant(scale == returns::constant ? 0 : 1);
  const double value = numeric::solve(p).value;
  return shrinks ? value : -1 / value;
}

TEST(data_envelopment, agrees_with_the_plain_program) {
  std::uint64_t seed = 0;
  for (const std::size_t levels : {0U, 3U})
    for (const returns scale : {returns::constant, returns::variable, returns::non_increasing, returns::non_decreasing})
      for (const orientation towards : {orientation::input, orientation::output}) {
        const table data = random_activities(25, levels, ++seed);
        const activities a = activities::of(data, sample::roles_of_random);
        const efficiency found = data_envelopment(data, sample::roles_of_random, {.scale = scale, .towards = towards});
        for (Eigen::Index i = 0; i < 25; ++i)
          EXPECT_NEAR(found.scores[static_cast<std::size_t>(i)], plain_radial(a.inputs, a.outputs, i, scale, towards),
                      1e-8)
              << "seed " << seed << ", unit " << i;
      }
}

TEST(data_envelopment, keeps_its_laws) {
  const table data = random_activities(40, 0, 77);
  const auto score = [&](envelopment_options o) { return data_envelopment(data, sample::roles_of_random, o).scores; };
  const auto constant = score({});
  const auto output = score({.towards = orientation::output});
  const auto variable = score({.scale = returns::variable});
  const auto decreasing = score({.scale = returns::non_increasing});
  const auto slacks = score({.by = distance::slacks_based});
  const auto super = score({.super_efficiency = true});
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_NEAR(constant[i], output[i], 1e-9);  // under constant returns both sides agree
    EXPECT_LE(constant[i], decreasing[i] + 1e-9);
    EXPECT_LE(decreasing[i], variable[i] + 1e-9);
    EXPECT_LE(variable[i], 1);
    EXPECT_LE(slacks[i], constant[i] + 1e-9);  // Tone (2001), theorem 5
    EXPECT_NEAR(std::min(super[i], 1.0), constant[i], 1e-9);
  }
}

TEST(data_envelopment, targets_of_every_model_are_efficient) {
  const table data = random_activities(30, 0, 5);
  for (const distance by : {distance::radial, distance::additive, distance::slacks_based}) {
    const envelopment_options options{.by = by, .scale = returns::variable};
    const efficiency found = data_envelopment(data, sample::roles_of_random, options);
    matrix both(60, 4);
    both << data.values(), found.targets;
    const efficiency again = data_envelopment(named(both, {"a", "b", "c", "d"}), sample::roles_of_random, options);
    for (std::size_t i = 0; i < 30; ++i) {
      EXPECT_NEAR(again.scores[i], found.scores[i], 1e-8);
      EXPECT_NEAR(again.scores[30 + i], 1, 1e-8);
    }
  }
}

TEST(data_envelopment, units_of_measurement_change_nothing) {
  const table data = random_activities(30, 0, 6);
  matrix other = data.values();
  other.col(0) *= 1e5;
  other.col(3) *= 3e-4;
  for (const distance by : {distance::radial, distance::additive, distance::slacks_based}) {
    const envelopment_options options{.by = by, .scale = returns::variable};
    const efficiency a = data_envelopment(data, sample::roles_of_random, options);
    const efficiency b = data_envelopment(named(other, {"a", "b", "c", "d"}), sample::roles_of_random, options);
    for (std::size_t i = 0; i < 30; ++i) {
      EXPECT_NEAR(a.scores[i], b.scores[i], 1e-8);
      EXPECT_NEAR(a.targets(static_cast<Eigen::Index>(i), 1), b.targets(static_cast<Eigen::Index>(i), 1), 1e-6);
    }
  }
}

TEST(scale_efficiency, tells_the_too_small_from_the_too_large) {
  // (1, 1) (2, 3) (4, 4): the middle one has the best ratio; the first is too small, the last too large.
  const matrix data = (matrix(3, 2) << 1, 1, 2, 3, 4, 4).finished();
  const scale_analysis found = scale_efficiency(named(data, {"x", "y"}), {{"x"}, {"y"}});
  EXPECT_NEAR(found.scale[0], 2.0 / 3, 1e-9);
  EXPECT_EQ(found.scale[1], 1);
  EXPECT_NEAR(found.scale[2], 2.0 / 3, 1e-9);
  EXPECT_EQ(found.local[0], returns::non_decreasing);
  EXPECT_EQ(found.local[1], returns::constant);
  EXPECT_EQ(found.local[2], returns::non_increasing);
}

TEST(data_envelopment, has_defined_answers_for_odd_units) {
  // One unit; a unit without outputs; a column of zeros; twins.
  EXPECT_EQ(data_envelopment(named(matrix::Ones(1, 2), {"x", "y"}), {{"x"}, {"y"}}).scores[0], 1);
  const matrix data = (matrix(4, 3) << 1, 0, 2, 1, 0, 2, 2, 0, 1, 1, 0, 0).finished();
  for (const orientation towards : {orientation::input, orientation::output}) {
    const efficiency found =
        data_envelopment(named(data, {"x", "zero", "y"}), {{"x", "zero"}, {"y"}}, {.towards = towards});
    EXPECT_EQ(found.scores[0], 1);
    EXPECT_EQ(found.scores[1], 1);
    EXPECT_NEAR(found.scores[2], 0.25, 1e-12);
    EXPECT_EQ(found.scores[3], 0);
  }
}

TEST(data_envelopment, refuses_ranges_where_slacks_can_exceed_them) {
  for (const returns scale : {returns::constant, returns::non_increasing, returns::non_decreasing}) {
    std::string message;
    try {
      (void)data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}}, {.by = distance::additive, .scale = scale});
    } catch (const spec_error& e) {
      message = e.what();
    }
    EXPECT_EQ(message,
              "returns: range-adjusted slacks are defined under variable returns, where none exceeds its range; use "
              "returns 'variable', or slack_weights 'one'");
    EXPECT_NO_THROW((void)data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}},
                                           {.by = distance::additive, .scale = scale, .slacks = slack_weights::one}));
  }
}

TEST(data_envelopment, refuses_what_it_cannot_measure) {
  const auto message = [](const matrix& data, const roles& names) -> std::string {
    try {
      (void)data_envelopment(named(data, {"x", "y"}), names);
    } catch (const error& e) {
      return e.what();
    }
    return "nothing was thrown";
  };
  const matrix good = matrix::Ones(2, 2);
  EXPECT_EQ(message(good, {{"x"}, {"staff"}}), "indicators/staff: the table has no such column; there are 'x', 'y'");
  EXPECT_EQ(message(good, {{"x"}, {}}), "outputs: there are none; name at least one indicator");
  EXPECT_EQ(message(good, {{"x"}, {"x"}}), "inputs/x: it is an output too; let it be one of the two");
  EXPECT_EQ(message((matrix(2, 2) << 1, 1, 0, 1).finished(), {{"x"}, {"y"}}),
            "units/u1: all its inputs are 0; give every unit at least one input above 0");
  EXPECT_EQ(message((matrix(2, 2) << 1, 1, 1, missing_value).finished(), {{"x"}, {"y"}}),
            "units/u1/y: the value is missing; frontier methods need every value, and none below 0");
  EXPECT_EQ(message((matrix(2, 2) << 1, 1, 1, -2).finished(), {{"x"}, {"y"}}),
            "units/u1/y: the value is -2; frontier methods need every value, and none below 0");
}

}  // namespace data_envelopment_test
