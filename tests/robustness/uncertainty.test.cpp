// Summaries of replicates: by hand, against the replicates themselves, and simultaneous intervals by simulation.
#include "quindex/robustness/uncertainty.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/random.hpp"
#include "robustness/questions.hpp"

namespace {

using namespace asked;

/// Replicates × units of normal scores: mean −i/2, one part common to all units.
qx::matrix normal_scores(Eigen::Index draws, Eigen::Index units, std::uint64_t seed, double common = 0.5) {
  const qx::numeric::random_stream noise(seed, "uncertainty test");
  qx::matrix out(draws, units);
  for (Eigen::Index r = 0; r < draws; ++r) {
    const qx::numeric::random_stream own = noise.in_replicate(static_cast<std::uint32_t>(r));
    for (Eigen::Index i = 0; i < units; ++i)
      out(r, i) = -0.5 * static_cast<double>(i) + common * own.normal(0) +
                  std::sqrt(1 - common * common) * own.normal(static_cast<std::uint64_t>(i + 1));
  }
  return out;
}

TEST(Rank_summary, is_that_of_four_replicates_by_hand) {
  // u0 has the ranks 1, 1, 4, 2 over the replicates.
  const rb::outcomes o =
      outcomes_of((qx::matrix(4, 4) << 9, 8, 7, 6, 9, 7, 8, 6, 1, 7, 8, 6, 7, 9, 6, 5).finished(), false);
  const rb::unit_summary found = rb::rank_summary(o, "", 0.5);
  EXPECT_EQ(found.node, "index");
  EXPECT_EQ(found.nominal[0], 1);
  EXPECT_EQ(found.mean[0], 2);
  EXPECT_DOUBLE_EQ(found.sd[0], std::sqrt(6.0 / 3));  // 1 + 1 + 4 + 0 about the mean 2
  EXPECT_EQ(found.median[0], 1.5);
  EXPECT_EQ(found.low[0], 1);     // place 0.75 of 1, 1, 2, 4
  EXPECT_EQ(found.high[0], 2.5);  // place 2.25
  EXPECT_EQ(found.minimum[0], 1);
  EXPECT_EQ(found.maximum[0], 4);
  EXPECT_EQ(found.present[0], 1);
  EXPECT_EQ(rb::rank_quantiles(o, {0, 0.5, 1})(0, 2), 4);
}

TEST(Rank_summary, is_that_of_the_ranks_for_every_tie_rule_and_with_gaps) {
  qx::matrix scores = normal_scores(301, 7, 3).array().round();  // many ties
  scores(0, 6) = scores(17, 2) = scores(18, 2) = scores(200, 0) = gap;
  for (Eigen::Index r = 0; r < scores.rows(); ++r) scores(r, 5) = gap;
  for (const qx::ties rule : {qx::ties::best, qx::ties::worst, qx::ties::average, qx::ties::dense}) {
    const rb::outcomes o = outcomes_of(scores, true, rule);
    const rb::unit_summary found = rb::rank_summary(o);
    const std::vector<double> p{0, 0.013, 0.1, 0.25, 0.5, 0.7, 0.9, 1};
    const qx::matrix quantiles = rb::rank_quantiles(o, p);
    std::vector<std::vector<double>> ranks(7);
    for (Eigen::Index r = 0; r < scores.rows(); ++r) {
      std::vector<double> row(7), own(7);
      for (Eigen::Index i = 0; i < 7; ++i) row[static_cast<std::size_t>(i)] = scores(r, i);
      qx::numeric::ranks(row, rule, true, own);
      for (std::size_t i = 0; i < 7; ++i) ranks[i].push_back(own[i]);
    }
    for (std::size_t i = 0; i < 7; ++i) {
      const qx::numeric::moments m(ranks[i]);
      if (i == 5) {
        EXPECT_TRUE(std::isnan(found.mean[i]) && std::isnan(found.low[i]));
        EXPECT_EQ(found.present[i], 0);
        continue;
      }
      EXPECT_NEAR(found.mean[i], m.mean, 1e-12);
      EXPECT_NEAR(found.sd[i], m.sd(), 1e-12);
      EXPECT_EQ(found.present[i], static_cast<double>(m.n) / 301);
      const std::vector<double> q = qx::numeric::quantiles(ranks[i], p);
      for (std::size_t k = 0; k < p.size(); ++k)
        EXPECT_NEAR(quantiles(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)), q[k], 1e-12) << p[k];
    }
  }
}

TEST(Score_summary, is_that_of_the_scores) {
  qx::matrix scores = normal_scores(400, 4, 5);
  scores(7, 1) = gap;
  const rb::unit_summary found = rb::score_summary(outcomes_of(scores), "index", 0.9);
  for (Eigen::Index i = 0; i < 4; ++i) {
    const auto unit = static_cast<std::size_t>(i);
    const qx::numeric::moments m(qx::column_of(scores, i));
    EXPECT_NEAR(found.mean[unit], m.mean, 1e-12);
    EXPECT_NEAR(found.sd[unit], m.sd(), 1e-12);
    EXPECT_EQ(found.minimum[unit], m.minimum);
    EXPECT_EQ(found.maximum[unit], m.maximum);
    EXPECT_EQ(found.nominal[unit], scores(0, i));
    EXPECT_EQ(found.low[unit], qx::numeric::quantile(qx::column_of(scores, i), 0.05));
    EXPECT_EQ(found.median[unit], qx::numeric::median(qx::column_of(scores, i)));
  }
  EXPECT_EQ(found.present[1], 399.0 / 400);
}

TEST(Score_summary, does_without_kept_scores_and_quantiles_do_not) {
  const rb::outcomes o = outcomes_of(normal_scores(50, 3, 5), false);
  const rb::unit_summary found = rb::score_summary(o);
  EXPECT_FALSE(std::isnan(found.sd[0]));
  EXPECT_TRUE(std::isnan(found.median[0]));
  EXPECT_EQ(
      message_of([&] { (void)rb::score_quantiles(o, {0.5}); }),
      "score_quantiles: the scores of the replicates were not kept; run the design with keep = true; ranks, means "
      "and standard deviations need no scores");
  EXPECT_EQ(message_of([&] { (void)rb::simultaneous_ranks(o); }).find("simultaneous_ranks: the scores"), 0U);
  EXPECT_EQ(message_of([&] { (void)rb::rank_summary(o, "", 1.5); }),
            "rank_summary.level: found 1.5; give a number above 0 and below 1");
  EXPECT_EQ(message_of([&] { (void)rb::rank_quantiles(o, {-0.5}); }),
            "rank_quantiles: -0.5 is no probability; give numbers from 0 to 1");
  EXPECT_EQ(message_of([&] { (void)rb::rank_summary(o, "indec"); }),
            "robustness: 'indec' was not watched; did you mean 'index'?");
}

TEST(Simultaneous_intervals, have_the_quantiles_of_independent_normal_scores) {
  // Five independent units are inside together with 0.95 when each is with 0.95^(1/5).
  const Eigen::Index draws = 10000;
  const rb::simultaneous_intervals found = rb::simultaneous_of(normal_scores(draws, 5, 21, 0));
  const double share = std::pow(0.95, 0.2), z = qx::numeric::normal_quantile((1 + share) / 2);
  // The standard error of a quantile, √(p (1 − p) / n) / φ(z), is 0.017 here; 5 of them. That of k is of a smaller
  // order.
  const double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979), p = (1 + share) / 2;
  const double error = 5 * std::sqrt(p * (1 - p) / static_cast<double>(draws)) / density;
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(found.low[i], -0.5 * static_cast<double>(i) - z, error);
    EXPECT_NEAR(found.high[i], -0.5 * static_cast<double>(i) + z, error);
  }
  EXPECT_GE(found.attained, 0.95);
  EXPECT_LT(found.attained, 0.95 + 0.001);
}

TEST(Simultaneous_intervals, cover_new_replicates_with_their_level) {
  const Eigen::Index draws = 10000, units = 6;
  for (const double common : {0.0, 0.6, 0.95}) {
    const rb::simultaneous_intervals found = rb::simultaneous_of(normal_scores(draws, units, 31, common), 0.9);
    const qx::matrix fresh = normal_scores(draws, units, 32, common);
    std::size_t inside = 0;
    for (Eigen::Index r = 0; r < draws; ++r) {
      bool all = true;
      for (Eigen::Index i = 0; i < units; ++i)
        all = all && fresh(r, i) >= found.low[static_cast<std::size_t>(i)] &&
              fresh(r, i) <= found.high[static_cast<std::size_t>(i)];
      inside += all ? 1 : 0;
    }
    // Binomial errors of the share here and of the one that fixed the intervals: 4 · √(2 · 0.9 · 0.1 / 10000) = 0.017.
    EXPECT_NEAR(static_cast<double>(inside) / static_cast<double>(draws), 0.9, 0.017) << common;
  }
}

TEST(Simultaneous_intervals, of_tied_values_are_the_narrowest_of_their_kind) {
  const qx::matrix draws = normal_scores(200, 4, 41).array().round();
  for (const double level : {0.5, 0.8, 0.95, 0.999}) {
    const rb::simultaneous_intervals found = rb::simultaneous_of(draws, level);
    // The definition, literally: the least k for which enough replicates are inside.
    std::vector<std::vector<double>> sorted(4);
    for (Eigen::Index i = 0; i < 4; ++i) {
      sorted[static_cast<std::size_t>(i)].assign(qx::column_of(draws, i).begin(), qx::column_of(draws, i).end());
      std::sort(sorted[static_cast<std::size_t>(i)].begin(), sorted[static_cast<std::size_t>(i)].end());
    }
    const auto share = [&](std::size_t k) {
      double inside = 0;
      for (Eigen::Index r = 0; r < 200; ++r) {
        bool all = true;
        for (std::size_t i = 0; i < 4; ++i) {
          const double x = draws(r, static_cast<Eigen::Index>(i));
          all = all && x >= sorted[i][200 - k] && x <= sorted[i][k - 1];
        }
        inside += all ? 1 : 0;
      }
      return inside / 200;
    };
    std::size_t k = 101;
    while (share(k) < level) ++k;
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(found.low[i], sorted[i][200 - k]) << level;
      EXPECT_EQ(found.high[i], sorted[i][k - 1]) << level;
    }
    EXPECT_EQ(found.attained, share(k));
  }
}

TEST(Simultaneous_intervals, of_ranks_hold_every_interval_of_a_single_unit) {
  qx::matrix scores = normal_scores(1000, 6, 51);
  for (Eigen::Index r = 0; r < 500; ++r) scores(2 * r, 3) = gap;
  const rb::outcomes o = outcomes_of(scores);
  const rb::simultaneous_intervals all = rb::simultaneous_ranks(o);
  const rb::unit_summary single = rb::rank_summary(o);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_LE(all.low[i], single.low[i]);
    EXPECT_GE(all.high[i], single.high[i]);
    EXPECT_GE(all.low[i], 1);
    EXPECT_LE(all.high[i], 6);
  }
  EXPECT_EQ(all.units, o.units());
}

TEST(Rank_shift, sums_up_the_replicates) {
  // Shifts by hand: the first row is nominal; then 0, (1 + 1) / 3 and (2 + 1 + 1) / 3.
  const rb::outcomes o = outcomes_of((qx::matrix(4, 3) << 9, 5, 1, 8, 6, 2, 5, 9, 1, 1, 9, 5).finished());
  const rb::shift_summary found = rb::rank_shift(o, "", 0.5);
  EXPECT_EQ(found.replicates, 4U);
  EXPECT_DOUBLE_EQ(found.mean, 0.5);
  EXPECT_DOUBLE_EQ(found.sd, qx::numeric::moments(std::vector<double>{0, 0, 2.0 / 3, 4.0 / 3}).sd());
  EXPECT_DOUBLE_EQ(found.median, 1.0 / 3);
  EXPECT_EQ(found.same_order, 0.5);
  EXPECT_EQ(found.same_leader, 0.5);
  EXPECT_TRUE(std::isnan(rb::rank_shift(outcomes_of(normal_scores(9, 3, 1), false)).same_order));
}

}  // namespace
