#include "quindex/robustness/fast_scorer.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "quindex/robustness/batch_scorer.hpp"
#include "trees.hpp"

namespace {

using namespace trees;

/// How many numbers differ between the paths, and whether the fast one had its part.
struct comparison {
  bool is_fast = false;
  std::size_t differing = 0, refused_fast = 0, refused_general = 0, present = 0;
};
comparison compared(const qx::spec& recipe, const qx::table& data, std::size_t replicates) {
  const auto of = variant_of(recipe, data);
  std::vector<std::size_t> watched{0, qx::framework::none, 3};
  for (std::size_t i = 1; i < of->tree().size(); ++i)
    if (of->tree().about(i).is_group) watched.push_back(i);
  const std::vector<double> weights = weights_of(*of, replicates);
  const std::size_t numbers = watched.size() * replicates * of->units.size();
  std::vector<double> fast(numbers, -7.0), general(numbers, -7.0);
  const scoring::batch_scorer quick(of, watched, true), slow(of, watched, false);
  scoring::batch_scorer::memory own;
  std::vector<scoring::refusal> refused, also;
  quick.score({replicates, weights.data(), fast.data()}, own, refused);
  slow.score({replicates, weights.data(), general.data()}, own, also);
  comparison out{quick.is_fast(), 0, refused.size(), also.size(), 0};
  for (std::size_t k = 0; k < numbers; ++k) {
    const bool is_same = qx::is_missing(fast[k]) ? qx::is_missing(general[k]) : fast[k] == general[k];
    out.differing += is_same ? 0 : 1;
    out.present += qx::is_missing(general[k]) ? 0 : 1;
  }
  return out;
}

void expect_the_same(const qx::spec& recipe, const qx::table& data, bool is_fast, const std::string& what,
                     std::size_t replicates = 83) {
  const comparison found = compared(recipe, data, replicates);
  EXPECT_EQ(found.is_fast, is_fast) << what;
  EXPECT_EQ(found.differing, 0u) << what;
  EXPECT_EQ(found.refused_fast, found.refused_general) << what;
  EXPECT_GT(found.refused_general, 0u) << what;
  EXPECT_GT(found.present, 0u) << what;
}

const std::vector<std::pair<std::string, qx::choice<qx::aggregate::method>>>& means() {
  using namespace qx::aggregate;
  static const std::vector<std::pair<std::string, qx::choice<method>>> all{
      {"arithmetic", arithmetic_mean{}},
      {"geometric", geometric_mean{}},
      {"harmonic", harmonic_mean{}},
      {"power 2.5", power_mean{2.5}},
      {"power -0.5", power_mean{-0.5}},
      {"power 1", power_mean{1}},
      {"arithmetic within, geometric across", {arithmetic_mean{}, {{"index", geometric_mean{}}}}},
      {"geometric within, arithmetic across", {geometric_mean{}, {{"index", arithmetic_mean{}}}}},
      {"all kinds",
       {arithmetic_mean{},
        {{"one", power_mean{3}}, {"three", harmonic_mean{}}, {"two", geometric_mean{}}, {"six", power_mean{-2}}}}}};
  return all;
}

}  // namespace

TEST(FastScorer, has_the_bits_of_the_general_path) {
  const std::vector<std::pair<std::string, qx::missing::method>> policies{
      {"propagate", qx::missing::propagate{}},
      {"renormalise", qx::missing::renormalise{}},
      {"renormalise 0.6", qx::missing::renormalise{0.6}},
      {"zero", qx::missing::zero{}},
      {"zero 0.5", qx::missing::zero{0.5}}};
  for (const auto& [mean, aggregate] : means())
    for (const auto& [policy, missing] : policies)
      for (const double gaps : {0.0, 0.2})
        for (const Eigen::Index units : {5, 51, 70}) {
          if (mean == "arithmetic" && units == 5) continue;
          const qx::framework tree = deep_tree();
          const qx::spec recipe{.framework = tree,
                                .normalise = qx::normalise::min_max{.low = 1, .high = 100},
                                .aggregate = aggregate,
                                .missing = missing};
          expect_the_same(recipe, sample(tree, units, gaps), true,
                          mean + ", " + policy + ", gaps " + std::to_string(gaps) + ", " + std::to_string(units),
                          units == 51 ? 83 : 21);
        }
}

TEST(FastScorer, takes_groups_of_many_children_and_zeros) {
  const qx::framework tree = flat_tree();
  for (const auto& [mean, aggregate] : means()) {
    if (mean == "all kinds") continue;  // names groups that this tree has not
    for (const double low : {0.0, 1.0}) {
      const qx::spec recipe{
          .framework = tree, .normalise = qx::normalise::min_max{.low = low, .high = 100}, .aggregate = aggregate};
      expect_the_same(recipe, sample(tree, 40, 0), true, mean);
    }
  }
}

TEST(FastScorer, turns_groups) {
  const qx::framework tree = deep_tree(qx::direction::worse_when_high);
  for (const double gaps : {0.0, 0.2})
    for (const qx::missing::method& missing :
         {qx::missing::method(qx::missing::propagate{}), qx::missing::method(qx::missing::renormalise{}),
          qx::missing::method(qx::missing::zero{})}) {
      const qx::spec recipe{.framework = tree, .normalise = qx::normalise::min_max{}, .missing = missing};
      expect_the_same(recipe, sample(tree, 45, gaps), true, "turned");
    }
  // A mean that refuses scores below 0 may meet one by rounding, so that each group has to be asked.
  const qx::spec geometric{.framework = tree,
                           .normalise = qx::normalise::min_max{.low = 1, .high = 100},
                           .aggregate = qx::aggregate::geometric_mean{}};
  expect_the_same(geometric, sample(tree, 45, 0), false, "turned under a geometric mean", 23);
}

TEST(FastScorer, leaves_to_the_general_path_what_is_no_mean) {
  const qx::framework tree = deep_tree();
  qx::spec recipe{.framework = tree, .aggregate = qx::aggregate::minimum{}};
  expect_the_same(recipe, sample(tree, 20, 0), false, "minimum", 23);
  recipe.aggregate = {qx::aggregate::arithmetic_mean{}, {{"two", qx::aggregate::copeland{}}}};
  expect_the_same(recipe, sample(tree, 20, 0), false, "copeland", 23);
  recipe.aggregate = {};
  recipe.missing = qx::missing::group_mean{};
  expect_the_same(recipe, sample(tree, 20, 0.2), false, "means of groups", 23);
  expect_the_same(recipe, sample(tree, 20, 0), true, "means of groups, nothing missing", 23);
}

TEST(FastScorer, takes_scores_below_zero_where_the_mean_does) {
  const qx::framework tree = deep_tree();
  qx::spec recipe{.framework = tree, .normalise = qx::normalise::z_score{}};
  expect_the_same(recipe, sample(tree, 33, 0.1), true, "z-scores");
}

TEST(FastScorer, gives_the_same_for_any_batch) {
  const qx::framework tree = deep_tree();
  const qx::spec recipe{.framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}};
  const auto of = variant_of(recipe, sample(tree, 37, 0));
  const std::size_t replicates = 700, nodes = tree.size();
  const std::vector<double> weights = weights_of(*of, replicates);
  const scoring::batch_scorer scorer(of, {0}, true);
  scoring::batch_scorer::memory own;
  std::vector<scoring::refusal> refused;
  std::vector<double> whole(replicates * 37), parts(replicates * 37);
  scorer.score({replicates, weights.data(), whole.data()}, own, refused);
  for (std::size_t from = 0, size = 1; from < replicates; from += size, ++size) {
    size = std::min(size, replicates - from);
    scorer.score({size, weights.data() + from * nodes, parts.data() + from * 37}, own, refused);
  }
  for (std::size_t k = 0; k < whole.size(); ++k)
    ASSERT_TRUE(whole[k] == parts[k] || (qx::is_missing(whole[k]) && qx::is_missing(parts[k]))) << k;
}
