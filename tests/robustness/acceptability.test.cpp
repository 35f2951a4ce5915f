// Shares of ranks against enumeration and closed forms; central weights and confidence by hand.
#include "quindex/robustness/acceptability.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "robustness/questions.hpp"

namespace {

using namespace asked;
using qx::describe::value;

/// Five units, three criteria; nobody dominates all others.
qx::table five_by_three() { return criteria_table({{9, 2, 4}, {3, 8, 5}, {5, 5, 6}, {7, 6, 1}, {2, 4, 9}}); }
/// The weights 0.6, 0.3, 0.1 in all six orders.
std::vector<std::vector<std::pair<std::string, double>>> all_orders() {
  std::vector<double> w{0.1, 0.3, 0.6};
  std::vector<std::vector<std::pair<std::string, double>>> out;
  do {
    out.push_back({{"c0", w[0]}, {"c1", w[1]}, {"c2", w[2]}});
  } while (std::next_permutation(w.begin(), w.end()));
  return out;
}
qx::spec weighted(const std::vector<std::pair<std::string, double>>& weights, const qx::aggregate::method& how) {
  std::vector<qx::node> children;
  for (const auto& [code, weight] : weights) children.push_back(qx::indicator(code, {.weight = weight}));
  return {.framework = qx::group("index", children), .normalise = qx::normalise::identity{}, .aggregate = how};
}

/// Everything that is counted, against what each of the specs gives on its own.
void expect_enumeration(const rb::outcomes& o, const std::vector<qx::spec>& all) {
  const double whole = static_cast<double>(all.size());
  qx::matrix shares = qx::matrix::Zero(5, 5), beats = qx::matrix::Zero(5, 5), tied = beats,
             band = qx::matrix::Zero(5, 3);
  std::vector<double> top(5, 0.0);
  double shift = 0;
  const std::vector<double>& nominal = o.at().nominal_ranks;
  for (const qx::spec& one : all) {
    const qx::result r = qx::compute(one, five_by_three());
    const std::vector<double> ranks = r.ranks("index");
    for (Eigen::Index a = 0; a < 5; ++a) {
      const auto i = static_cast<std::size_t>(a);
      shares(a, static_cast<Eigen::Index>(ranks[i]) - 1) += 1 / whole;
      top[i] += ranks[i] <= 2 ? 1 / whole : 0;
      shift += std::abs(ranks[i] - nominal[i]) / 5 / whole;
      band(a, r.scores("index")[i] < 4 ? 0 : r.scores("index")[i] < 6 ? 1 : 2) += 1 / whole;
      for (Eigen::Index b = 0; b < 5; ++b) {
        beats(a, b) += ranks[i] < ranks[static_cast<std::size_t>(b)] ? 1 / whole : 0;
        tied(a, b) += ranks[i] == ranks[static_cast<std::size_t>(b)] ? 1 / whole : 0;
      }
    }
  }
  const auto near = [](const qx::matrix& found, const qx::matrix& expected) {
    for (Eigen::Index j = 0; j < found.cols(); ++j)
      for (Eigen::Index i = 0; i < found.rows(); ++i) EXPECT_NEAR(found(i, j), expected(i, j), 1e-12) << i << "," << j;
  };
  near(rb::acceptability(o).shares, shares);
  near(rb::pairs(o).beats, beats);
  near(rb::pairs(o).tied, tied);
  near(rb::bands(o).shares, band);
  near(rb::bands(o, {4, 6}).shares, band);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(rb::top_shares(o, 2)[i], top[i], 1e-12);
  EXPECT_NEAR(o.at().shift.value() / static_cast<double>(o.successes()), shift, 1e-12);
}

TEST(Acceptability, is_that_of_all_weight_orders) {
  // A Latin hypercube of 600 points takes each of six equally likely options exactly 100 times.
  const rb::design d{.factors = {{"weights", qx::vary::stakeholders{.sets = all_orders()}}},
                     .draws = 600,
                     .sampler = rb::sampling::latin_hypercube,
                     .bands = {4, 6},
                     .pairs = true,
                     .keep = true};
  std::vector<qx::spec> all;
  for (const auto& weights : all_orders()) all.push_back(weighted(weights, qx::aggregate::arithmetic_mean{}));
  expect_enumeration(rb::run(flat_spec(3), five_by_three(), d), all);
}

TEST(Acceptability, is_that_of_all_combinations_of_two_choices) {
  // In the first 2^k points of a Sobol' sequence each of 4 × 2 boxes has the same number.
  auto sets = all_orders();
  sets.resize(4);
  for (const bool keep : {true, false}) {
    rb::design d{.factors = {{"weights", qx::vary::stakeholders{.sets = sets}},
                             {"mean", qx::vary::options{.address = "aggregate",
                                                        .values = {value("arithmetic_mean"), value("harmonic_mean")}}}},
                 .draws = 256,
                 .sampler = rb::sampling::sobol,
                 .bands = {4, 6},
                 .pairs = !keep,
                 .keep = true};
    std::vector<qx::spec> all;
    for (const auto& weights : sets)
      for (const qx::aggregate::method& how : {qx::aggregate::method(qx::aggregate::arithmetic_mean{}),
                                               qx::aggregate::method(qx::aggregate::harmonic_mean{})})
        all.push_back(weighted(weights, how));
    expect_enumeration(rb::run(flat_spec(3), five_by_three(), d), all);
  }
}

TEST(Acceptability, of_two_criteria_is_the_length_of_an_interval) {
  // w, 1 − w and 0.6 with w uniform: first for w above 0.6, below 0.4, between; mean weights 0.8, 0.2, 0.5.
  const rb::design d{.factors = {{"weights", qx::vary::dirichlet{.concentration = 2}}},
                     .draws = 10000,
                     .pairs = true,
                     .central_weights = true};
  const qx::table data = criteria_table({{1, 0}, {0, 1}, {0.6, 0.6}});
  const rb::outcomes o = rb::run(flat_spec(2), data, d);
  const rb::acceptability_table found = rb::acceptability(o);
  // Four standard errors √(p (1 − p) / 10000): 0.0196 for 0.4, 0.016 for 0.2; 0.02 for 0.5.
  EXPECT_NEAR(found.shares(0, 0), 0.4, 0.0196);
  EXPECT_NEAR(found.shares(1, 0), 0.4, 0.0196);
  EXPECT_NEAR(found.shares(2, 0), 0.2, 0.016);
  EXPECT_NEAR(found.shares(2, 1), 0.8, 0.016);  // it is never last: one of the others is below 0.6
  EXPECT_EQ(found.shares(2, 2), 0);
  EXPECT_NEAR(rb::pairs(o).beats(0, 1), 0.5, 0.02);
  const rb::central_weights_table central = rb::central_weights(o);
  // Within an interval of length 0.4 (0.2) the mean of 4000 (2000) weights has a standard error of 0.0018 (0.0013).
  EXPECT_NEAR(central.weights(0, 1), 0.8, 0.0074);
  EXPECT_NEAR(central.weights(1, 1), 0.2, 0.0074);
  EXPECT_NEAR(central.weights(2, 1), 0.5, 0.0053);
  EXPECT_EQ(central.nodes[1], "c0");
  EXPECT_NEAR(central.weights(0, 1) + central.weights(0, 2), 1, 1e-12);
  // With nothing but weights varied, central weights put a unit first for certain (Lahdelma and Salminen 2001).
  const rb::confidence_table sure = rb::confidence_factors(flat_spec(2), data, o);
  EXPECT_EQ(sure.factor, (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(sure.replicates, (std::vector<std::size_t>{1, 1, 1}));
}

TEST(Central_weights, of_three_pure_units_by_hand) {
  // Unit j is first where w_j is the largest: a third of the triangle. The largest of three uniform weights has the
  // mean (1 + 1/2 + 1/3) / 3 = 11/18, the others share the rest.
  const rb::design d{
      .factors = {{"weights", qx::vary::dirichlet{.concentration = 3}}}, .draws = 10000, .central_weights = true};
  const qx::table data = criteria_table({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.3, 0.3, 0.3}});
  const rb::outcomes o = rb::run(flat_spec(3), data, d);
  const rb::central_weights_table found = rb::central_weights(o);
  for (Eigen::Index i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.first_share[static_cast<std::size_t>(i)], 1.0 / 3, 0.0189);  // 4 · √(2/9 / 10000)
    for (Eigen::Index j = 0; j < 3; ++j)  // standard deviations below 0.15: 4 · 0.15 / √3300
      EXPECT_NEAR(found.weights(i, j + 1), i == j ? 11.0 / 18 : 7.0 / 36, 0.0105);
  }
  // The fourth has 0.3 always and never is first: the largest weight is 1/3 or more.
  EXPECT_EQ(found.first_share[3], 0);
  EXPECT_TRUE(std::isnan(found.weights(3, 1)));
  const rb::confidence_table sure = rb::confidence_factors(flat_spec(3), data, o);
  EXPECT_EQ(sure.factor[0], 1);
  EXPECT_TRUE(std::isnan(sure.factor[3]));
  EXPECT_EQ(sure.replicates[3], 0U);
}

TEST(Confidence_factors, are_normal_probabilities_for_uncertain_values) {
  qx::table sharp = criteria_table({{1, 0}, {0, 0.9}});
  qx::table_options more;
  more.standard_errors = qx::matrix::Constant(2, 2, 0.5);
  const qx::table data{sharp.units(), sharp.indicators(), qx::matrix(sharp.values()), more};
  for (const bool correlated : {false, true}) {
    rb::design d{.factors = {{"weights", qx::vary::dirichlet{.concentration = 2}}, {"errors", qx::vary::cell_errors{}}},
                 .draws = 2000,
                 .central_weights = true};
    if (correlated) d.correlation = {{1, 0}, {0, 1}};
    const rb::outcomes o = rb::run(flat_spec(2), data, d);
    const rb::central_weights_table central = rb::central_weights(o);
    const rb::confidence_table found = rb::confidence_factors(flat_spec(2), data, o);
    for (const Eigen::Index i : {0, 1}) {
      // The lead of unit 0, w − 0.9 (1 − w), has the variance 2 · 0.25 (w² + (1 − w)²).
      const double w = central.weights(i, 1);
      const double lead = (i == 0 ? 1 : -1) * (w - 0.9 * (1 - w));
      const double p = 0.5 * std::erfc(-lead / std::sqrt(0.5 * (w * w + (1 - w) * (1 - w))) / std::sqrt(2.0));
      EXPECT_NEAR(found.factor[static_cast<std::size_t>(i)], p, 4 * std::sqrt(p * (1 - p) / 2000));
      EXPECT_EQ(found.replicates[static_cast<std::size_t>(i)], 2000U);
      EXPECT_GT(p, 0.5);
      EXPECT_LT(p, 0.95);
    }
  }
}

TEST(Holistic_acceptability, weighs_ranks_by_hand) {
  // u0 has rank 1 in 3 of 4 replicates and 3 in one; centroid weights of three ranks are 1, 5/11, 2/11.
  const qx::matrix scores = (qx::matrix(4, 3) << 9, 5, 1, 9, 1, 5, 9, 5, 1, 1, 9, 5).finished();
  const rb::outcomes o = outcomes_of(scores);
  EXPECT_NEAR(rb::holistic_acceptability(o)[0], 0.75 + 0.25 * 2 / 11, 1e-15);
  EXPECT_NEAR(rb::holistic_acceptability(o)[1], 0.25 + 0.5 * 5 / 11 + 0.25 * 2 / 11, 1e-15);
  EXPECT_NEAR(rb::holistic_acceptability(o, rb::meta_weights::linear)[1], 0.25 + 0.5 / 2, 1e-15);
  EXPECT_NEAR(rb::holistic_acceptability(o, rb::meta_weights::inverse)[1], 0.25 + 0.5 / 2 + 0.25 / 3, 1e-15);
}

TEST(Units_at_risk, are_those_on_either_side_of_the_line) {
  qx::matrix scores(10, 4);
  for (Eigen::Index r = 0; r < 10; ++r) scores.row(r) << 9, r < 7 ? 6 : 2, r < 7 ? 4 : 7, 1;
  scores(9, 3) = gap;
  const rb::outcomes o = outcomes_of(scores);
  const std::vector<rb::unit_at_risk> found = rb::units_at_risk(o, 2, 0.9);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].unit, "u1");
  EXPECT_TRUE(found[0].is_in);
  EXPECT_EQ(found[0].probability, 0.7);
  EXPECT_FALSE(found[1].is_in);
  EXPECT_TRUE(rb::units_at_risk(o, 2, 0.65).empty());
  EXPECT_EQ(rb::acceptability(o).present[3], 0.9);
  EXPECT_EQ(rb::acceptability(o).shares(3, 3), 1);
  EXPECT_EQ(rb::pairs(o).together(3, 0), 9);
}

TEST(Questions, refuse_in_words) {
  const rb::outcomes o = outcomes_of((qx::matrix(2, 2) << 1, 2, 2, 1).finished(), false);
  EXPECT_EQ(message_of([&] { (void)rb::top_shares(o, 0); }), "top_shares.k: found 0; ask for the top 1 or more");
  EXPECT_EQ(message_of([&] { (void)rb::units_at_risk(o, 1, 0.5); }),
            "units_at_risk.level: found 0.5; give a number above 0.5 and below 1");
  EXPECT_EQ(message_of([&] { (void)rb::bands(o); }),
            "bands: the design has no bands; give its limits, or limits here when scores are kept");
  EXPECT_EQ(message_of([&] { (void)rb::bands(o, {2, 1}); }), "bands.limits.1: found 1; limits ascend");
  EXPECT_EQ(message_of([&] {
              (void)rb::bands(o, {1, 2});
            }).find("bands: the scores of the replicates were not kept"),
            0U);
  EXPECT_EQ(message_of([&] { (void)rb::central_weights(o); }),
            "central_weights: the design did not ask for them; run it with central_weights = true");
}

}  // namespace
