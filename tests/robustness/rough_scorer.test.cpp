/// Ranks from rough scores: those of scores, whatever is drawn.
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/robustness/batch_scorer.hpp"
#include "trees.hpp"

namespace {

using namespace trees;

/// Ranks by rough scores beside those by scores.
struct rough_comparison {
  std::size_t rough = 0, differing = 0;  // replicates with rough scores, ranks that are others
  double off = 0;                        // how far rough scores are from sums, as a share of what they may be
};
rough_comparison rough_and_exact(const qx::spec& recipe, const qx::table& data, std::size_t replicates, qx::ties rule,
                                 double scale = 1.0) {
  const auto of = variant_of(recipe, data);
  const std::size_t units = of->units.size();
  std::vector<double> weights = weights_of(*of, replicates);
  for (double& w : weights) w *= scale;
  const scoring::batch_scorer quick(of, {0}, true), slow(of, {0}, false);
  scoring::batch_scorer::memory own;
  std::vector<scoring::refusal> refused, also;
  std::vector<double> scores(replicates * units), rough(replicates * units), apart(replicates, 7.0);
  slow.score({replicates, weights.data(), scores.data()}, own, also);
  quick.score({replicates, weights.data(), rough.data(), apart.data()}, own, refused);
  rough_comparison out;
  const bool has_logarithms = recipe.aggregate.base.as<qx::aggregate::geometric_mean>() != nullptr;
  for (std::size_t r = 0; r < replicates; ++r) {
    out.rough += apart[r] >= 0 ? 1 : 0;
    for (std::size_t i = r * units; i < (r + 1) * units && apart[r] >= 0; ++i)
      out.off = std::max(out.off, std::abs(rough[i] - (has_logarithms ? std::log(scores[i]) : scores[i])) / apart[r]);
  }
  std::vector<std::uint32_t> found(replicates * units);
  refused.clear();
  quick.rank<std::uint32_t>({replicates, weights.data(), rough.data()}, rule, true, own, found, refused);
  EXPECT_EQ(refused.size(), also.size());
  for (std::size_t r = 0; r < replicates; ++r) {
    const std::vector<double> expected =
        qx::numeric::ranks(qx::column_view(scores).subspan(r * units, units), rule, true);
    for (std::size_t i = 0; i < units; ++i)
      out.differing += found[r * units + i] == qx::numeric::stored_rank(expected[i], rule) ? 0 : 1;
  }
  return out;
}

}  // namespace

TEST(RoughScorer, ranks_by_rough_scores_as_by_scores) {
  using namespace qx::aggregate;
  const std::pair<qx::framework, qx::choice<method>> cases[] = {{deep_tree(), arithmetic_mean{}},
                                                                {deep_tree(), geometric_mean{}},
                                                                {flat_tree(), arithmetic_mean{}},
                                                                {flat_tree(), geometric_mean{}}};
  for (const auto& [tree, mean] : cases)
    for (const Eigen::Index units : {5, 51, 70, 300})
      for (const qx::ties rule : {qx::ties::best, qx::ties::average, qx::ties::dense}) {
        const qx::spec recipe{
            .framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}, .aggregate = mean};
        const rough_comparison found = rough_and_exact(recipe, sample(tree, units, 0), 163, rule);
        EXPECT_GT(found.rough, 100u);
        EXPECT_EQ(found.differing, 0u);
        EXPECT_LT(found.off, 0.5);  // of two scores, so that both stay in order
      }
}

TEST(RoughScorer, ranks_under_weights_of_any_size) {
  const qx::framework tree = deep_tree();
  const qx::spec recipe{.framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}};
  for (const double scale : {1e-307, 1e-290, 1e290}) {
    const rough_comparison found = rough_and_exact(recipe, sample(tree, 51, 0), 163, qx::ties::best, scale);
    EXPECT_GT(found.rough, 100u) << scale;
    EXPECT_EQ(found.differing, 0u) << scale;
    EXPECT_LT(found.off, 0.5) << scale;
  }
}

TEST(RoughScorer, ranks_by_scores_where_rough_ones_are_too_near) {
  const qx::framework tree = deep_tree();
  for (const Eigen::Index units : {12, 60, 300}) {
    qx::matrix x = sample(tree, units, 0).values();
    for (const Eigen::Index to : {3, 4}) x.row(to) = x.row(1);
    x.row(3).array() += 1e-15;
    for (Eigen::Index j = 0; j < x.cols(); j += 2) x(4, j) += j % 4 == 0 ? 1e-13 : -1e-13;  // ahead under some weights
    const qx::table like = sample(tree, units, 0);
    const qx::table data(like.units(), like.indicators(), x);
    for (const qx::ties rule :
         {qx::ties::best, qx::ties::worst, qx::ties::average, qx::ties::dense, qx::ties::ordinal}) {
      const qx::spec recipe{.framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}};
      const rough_comparison found = rough_and_exact(recipe, data, 83, rule);
      EXPECT_GT(found.rough, 50u);
      EXPECT_EQ(found.differing, 0u);
    }
  }
}

TEST(RoughScorer, has_no_rough_scores_where_they_are_no_sums) {
  const qx::framework tree = deep_tree();
  const auto rough_ones = [](const qx::spec& recipe, const qx::table& data) {
    const rough_comparison found = rough_and_exact(recipe, data, 83, qx::ties::best);
    EXPECT_EQ(found.differing, 0u);
    return found.rough;
  };
  qx::spec recipe{.framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}};
  EXPECT_EQ(rough_ones(recipe, sample(tree, 40, 0.2)), 0u);  // gaps
  recipe.aggregate = qx::aggregate::harmonic_mean{};
  EXPECT_EQ(rough_ones(recipe, sample(tree, 40, 0)), 0u);
  recipe.aggregate = {qx::aggregate::arithmetic_mean{}, {{"index", qx::aggregate::geometric_mean{}}}};
  EXPECT_EQ(rough_ones(recipe, sample(tree, 40, 0)), 0u);
  recipe.aggregate = qx::aggregate::copeland{};
  EXPECT_EQ(rough_ones(recipe, sample(tree, 12, 0)), 0u);
  recipe.aggregate = {};
  qx::matrix x = sample(tree, 40, 0).values();
  x.row(3) = x.row(1);
  EXPECT_EQ(rough_ones(recipe, {sample(tree, 40, 0).units(), sample(tree, 40, 0).indicators(), x}), 0u);
  const qx::framework turned = deep_tree(qx::direction::worse_when_high);
  EXPECT_EQ(rough_ones({.framework = turned, .normalise = qx::normalise::min_max{}}, sample(turned, 40, 0)), 0u);
}
