// Aggregators in which the order of children, or their pairs, decide: OWA, weighted median, Bonferroni, Choquet.
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/aggregate/bonferroni_mean.hpp"
#include "quindex/aggregate/choquet.hpp"
#include "quindex/aggregate/exponential_mean.hpp"
#include "quindex/aggregate/owa.hpp"
#include "quindex/aggregate/weighted_median.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;

const std::vector<double> quarters(4, 0.25);

double score_of(const auto& method, const std::vector<double>& z, const std::vector<double>& w) {
  return method.score(z, w);
}

// Case owa: gives places their weights (Yager (1988), section II)
TEST(Owa, gives_places_their_weights) {
  // Yager (1988), section II: weights 0.4, 0.3, 0.2, 0.1 and the values 0.7, 1, 0.2, 0.6 give
  // 0.4 * 1 + 0.3 * 0.7 + 0.2 * 0.6 + 0.1 * 0.2 = 0.75.
  const owa method{.ordered_weights = {0.4, 0.3, 0.2, 0.1}};
  EXPECT_NEAR(score_of(method, {0.7, 1, 0.2, 0.6}, quarters), 0.75, 1e-15);
  EXPECT_NEAR(score_of(method, {0.2, 0.6, 0.7, 1}, quarters), 0.75, 1e-15);
  const owa fourfold{.ordered_weights = {4, 3, 2, 1}};
  EXPECT_NEAR(score_of(fourfold, {0.7, 1, 0.2, 0.6}, quarters), 0.75, 1e-15);
}

TEST(Owa, takes_a_quantifier_or_its_orness) {
  // Q(r) = r^2 on quarters: weights 1/16, 3/16, 5/16, 7/16 from the highest to the lowest.
  EXPECT_NEAR(score_of(owa{}, {40, 10, 30, 20}, quarters), (40 + 3 * 30 + 5 * 20 + 7 * 10) / 16.0, 1e-12);
  EXPECT_NEAR(score_of(owa{.orness = 1.0 / 3}, {40, 10, 30, 20}, quarters), 18.75, 1e-12);
  EXPECT_EQ(score_of(owa{.exponent = 1}, {40, 10, 30, 20}, quarters), 25);
  EXPECT_EQ(score_of(owa{.exponent = 0}, {40, 10, 30, 20}, quarters), 40);
  EXPECT_EQ(score_of(owa{.orness = 1}, {40, 10, 30, 20}, quarters), 40);
}

TEST(Owa, gives_heavy_children_more_room) {
  // Torra's W*: the highest child takes Q(0.5) = 0.25, the other 0.75; and a linear W* is the weighted mean.
  EXPECT_NEAR(score_of(owa{}, {10, 90}, {0.5, 0.5}), 0.25 * 90 + 0.75 * 10, 1e-12);
  EXPECT_NEAR(score_of(owa{}, {10, 90}, {0.25, 0.75}), 0.5625 * 90 + 0.4375 * 10, 1e-12);
  EXPECT_NEAR(score_of(owa{.ordered_weights = {1, 1}}, {10, 90}, {0.25, 0.75}), 70, 1e-12);
  // Steps 0.8 and 0.2: three quarters of all weight are worth 0.8 + 0.5 * 0.2.
  EXPECT_NEAR(score_of(owa{.ordered_weights = {0.8, 0.2}}, {10, 90}, {0.25, 0.75}), 0.9 * 90 + 0.1 * 10, 1e-12);
}

TEST(Owa, refuses_weights_that_do_not_fit) {
  const qx::path where("aggregate");
  EXPECT_EQ(refused<qx::spec_error>([] {
              owa{.ordered_weights = {1, 2}}.check_children(3, "groups/health");
            }),
            "groups/health: owa has 2 ordered weights for 3 children; give one for each");
  EXPECT_EQ(refused<qx::spec_error>([&] { (owa{.ordered_weights = {1}, .orness = 0.5}.check(where)); }),
            "aggregate.orness: is given together with ordered_weights; give one of them");
  EXPECT_EQ(refused<qx::spec_error>([&] {
              owa{.ordered_weights = {0, 0}}.check(where);
            }),
            "aggregate.ordered_weights: they sum to 0; at least one has to be above 0");
}

// Case weighted_median: is where half of the weight is reached
TEST(WeightedMedian, is_where_half_of_the_weight_is_reached) {
  EXPECT_EQ(score_of(weighted_median{}, {10, 20, 30}, {0.3, 0.3, 0.4}), 20);
  EXPECT_EQ(score_of(weighted_median{}, {10, 20, 30}, {0.6, 0.2, 0.2}), 10);
  EXPECT_EQ(score_of(weighted_median{}, {30, 10, 20}, {0.25, 0.25, 0.5}), 20);
  EXPECT_EQ(score_of(weighted_median{}, {10, 20, 30}, {0.5, 0.25, 0.25}), 15);
  EXPECT_EQ(score_of(weighted_median{}, {40, 10, 30, 20}, quarters), 25);
  EXPECT_EQ(score_of(weighted_median{}, {5}, {1}), 5);
  EXPECT_EQ(score_of(weighted_median{}, {5, 7, none}, {0.4, 0.6, 0}), 7);
}

// Case bonferroni_mean: is a mean over pairs (Ordered pairs of 1, 4, 7: (1*4 + 1*7 + 4*7) * 2 / 6 = 13)
TEST(BonferroniMean, is_a_mean_over_pairs) {
  // Ordered pairs of 1, 4, 7: (1*4 + 1*7 + 4*7) * 2 / 6 = 13.
  const std::vector<double> thirds(3, 1.0 / 3);
  EXPECT_NEAR(score_of(bonferroni_mean{}, {1, 4, 7}, thirds), std::sqrt(13), 1e-14);
  EXPECT_NEAR(score_of(bonferroni_mean{.q = 0}, {1, 4, 7}, thirds), 4, 1e-14);
  // Weights 1/2, 1/4, 1/4: 1/2 * 2 * (3 + 5)/2 + 1/4 * 3 * (4 + 5)/3 + 1/4 * 5 * (4 + 3)/3.
  EXPECT_NEAR(score_of(bonferroni_mean{}, {2, 3, 5}, {0.5, 0.25, 0.25}), std::sqrt(4 + 2.25 + 35.0 / 12), 1e-14);
  EXPECT_EQ(score_of(bonferroni_mean{}, {9}, {1}), 9);
  EXPECT_EQ(score_of(bonferroni_mean{}, {0, 7}, {0.5, 0.5}), 0);
  EXPECT_EQ(refused<qx::spec_error>([] { (bonferroni_mean{.p = 0, .q = 0}.check(qx::path("aggregate"))); }),
            "aggregate: p and q are both 0; one of them has to be above 0");
}

// Case exponential_mean: leans to one end (-ln((exp(-1) + exp(-3))/2) = 1 + ln 2 - ln(1 + exp(-2)), with 20 digits)
TEST(ExponentialMean, leans_to_one_end) {
  // -ln((exp(-1) + exp(-3))/2) = 1 + ln 2 - ln(1 + exp(-2)), with 20 digits.
  const std::vector<double> halves{0.5, 0.5};
  EXPECT_NEAR(score_of(exponential_mean{.rate = -1}, {1, 3}, halves), 1.5662191695169728, 1e-14);
  EXPECT_NEAR(score_of(exponential_mean{.rate = 1}, {1, 3}, halves), 4 - 1.5662191695169728, 1e-14);
  EXPECT_EQ(score_of(exponential_mean{.rate = 0}, {1, 3}, halves), 2);
  EXPECT_NEAR(score_of(exponential_mean{.rate = -1}, {-999, -997}, halves), -1000 + 1.5662191695169728, 1e-12);
  EXPECT_NEAR(score_of(exponential_mean{.rate = -1000}, {100, 5000}, halves), 100, 1e-3);
}

// Case choquet: integrates by the capacity (Grabisch, Marichal)
// Grabisch, Marichal: three subjects, importances 3/8, 3/8, 2/8; the first two overlap (I = -0.25), each supports the
// third (I = 0.25). Computed by hand from the capacity, not from the formula: v{1} = v{2} = 0.375, v{3} = 0,
// v{1,2} = 0.5, v{1,3} = v{2,3} = 0.625 and v{1,2,3} = 1.
TEST(Choquet, integrates_by_the_capacity) {
  const choquet method{.interactions = {-0.25, 0.25, 0.25}};
  const std::vector<double> w{0.375, 0.375, 0.25};
  EXPECT_NEAR(score_of(method, {18, 16, 10}, w), 10 * 1 + (16 - 10) * 0.5 + (18 - 16) * 0.375, 1e-12);
  EXPECT_NEAR(score_of(method, {10, 12, 18}, w), 10 * 1 + (12 - 10) * 0.625 + (18 - 12) * 0.0, 1e-12);
  EXPECT_NEAR(score_of(method, {14, 15, 15}, w), 14 + 1 * 0.625, 1e-12);
}

TEST(Choquet, shares_a_pair_equally) {
  const choquet method{.interactions = {-0.25, 0.25, 0.25}};
  const std::vector<double> z{18, 16, 10}, w{0.375, 0.375, 0.25};
  std::vector<double> parts(3);
  method.contributions(z, w, parts);
  // alone 0.125, 0.125 and 0; halves of 0.25 max(18, 16), 0.25 min(18, 10), 0.25 min(16, 10)
  expect_near(parts, {0.125 * 18 + 2.25 + 1.25, 0.125 * 16 + 2.25 + 1.25, 2.5}, 1e-12);
}

TEST(Choquet, is_the_mean_without_interactions_and_the_minimum_with_full_ones) {
  EXPECT_EQ(score_of(choquet{}, {10, 20}, {0.25, 0.75}), 17.5);
  EXPECT_EQ(score_of(choquet{.interactions = {1}}, {10, 20}, {0.5, 0.5}), 10);
  EXPECT_EQ(score_of(choquet{.interactions = {-1}}, {10, 20}, {0.5, 0.5}), 20);
}

TEST(Choquet, refuses_what_is_not_monotone) {
  EXPECT_EQ(refused<qx::spec_error>([] {
              score_of(choquet{.interactions = {0.5}}, {10, 20}, {0.125, 0.875});
            }),
            "aggregate.interactions: half the absolute interactions of child 1 exceed its weight by 0.125; make them "
            "smaller or its weight larger, else a better child could lower the score");
  EXPECT_EQ(refused<qx::spec_error>([] { choquet{.interactions = {0.1}}.check_children(3, "groups/health"); }),
            "groups/health: choquet has 1 interactions for 3 children; 3 children make 3 pairs");
  EXPECT_EQ(refused<qx::spec_error>([] {
              choquet{.interactions = {0.5, 0.5, 0.5}}.check_children(3, "groups/health");
            }),
            "groups/health: the absolute interactions sum to 1.5; no weights make this monotone unless they sum to 1 "
            "or less");
}

}  // namespace
