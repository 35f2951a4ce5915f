/// Indices whose weights are moved, and what brute force says of them.
#pragma once

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/stability.hpp"

namespace moved_weights {

namespace qx = quindex;
namespace rb = quindex::robustness;

/// Scores that are what the table says.
inline qx::spec as_they_are(qx::framework tree) {
  return {.framework = std::move(tree), .normalise = qx::normalise::identity{}};
}

inline qx::table random_table(std::size_t units, const std::vector<std::string>& names, std::uint64_t seed,
                              double gaps = 0) {
  const qx::numeric::random_stream noise(seed, "stability test");
  qx::matrix values(static_cast<Eigen::Index>(units), static_cast<Eigen::Index>(names.size()));
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < units; ++i) codes.push_back("u" + std::to_string(i));
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      const auto draw = static_cast<std::uint64_t>(j * values.rows() + i);
      values(i, j) = noise.uniform(2 * draw + 1) < gaps ? qx::missing_value : 1 + 99 * noise.uniform(2 * draw);
    }
  return {qx::labels(codes), qx::labels(names), values};
}

/// wellbeing = (a, b = (b1, b2, b3), c = (c1, c2)), given unequal weights.
inline qx::framework tree_of_three() {
  return qx::group("wellbeing",
                   {qx::indicator("a", {.weight = 2}),
                    qx::group("b", {qx::indicator("b1"), qx::indicator("b2", {.weight = 3}), qx::indicator("b3")}),
                    qx::group("c", {qx::indicator("c1", {.weight = 0.4}), qx::indicator("c2")}, {.weight = 1.5})});
}
inline const std::vector<std::string> indicators_of_three{"a", "b1", "b2", "b3", "c1", "c2"};

/// Whether a set of pairs keeps its order in these scores.
enum class about { leader, top, order };
inline bool is_kept(about what, const std::vector<double>& ranks, const std::vector<double>& now, std::size_t k) {
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (qx::is_missing(ranks[i]) != qx::is_missing(now[i])) return false;
    if (what == about::leader && (ranks[i] == 1) != (now[i] == 1)) return false;
    const auto top = static_cast<double>(k);
    if (what == about::top && (ranks[i] <= top) != (now[i] <= top)) return false;
    if (what == about::order && !qx::is_missing(ranks[i]) && ranks[i] != now[i]) return false;
  }
  return true;
}

/// Every interval of every weight against the ranks on a grid of 1,001 weights: ranks inside are kept, and at the
/// grid's first weight beyond an end they are not.
inline void expect_brute_force(const qx::result& r, const rb::stability& found, double slack) {
  std::vector<double> grid;
  for (int k = 1; k < 1000; ++k) grid.push_back(k / 1000.0);
  const bool low_is_better =
      r.framework().about(*r.nodes().find(found.node)).about.better.better == qx::direction::kind::low;
  const auto ranked = [&](qx::column_view scores) {
    return qx::numeric::ranks(qx::detail::rounded(scores, r.spec().rank_decimals), qx::ties::best, !low_is_better);
  };
  const std::vector<double> ranks = ranked(r.scores(found.node));
  for (const rb::stable_weight& w : found.weights) {
    const qx::matrix scores = rb::weight_sweep(r, w.node, grid, found.node);
    for (const auto& [what, range] :
         {std::pair(about::leader, w.leader), {about::top, w.top}, {about::order, w.order}}) {
      double above = 2, below = -1;
      for (std::size_t k = 0; k < grid.size(); ++k) {
        const std::vector<double> now = ranked(qx::column_of(scores, static_cast<Eigen::Index>(k)));
        const bool kept = is_kept(what, ranks, now, found.top);
        if (grid[k] > range.low + slack && grid[k] < range.high - slack) {
          EXPECT_TRUE(kept) << w.node << " at " << grid[k] << " in " << range.low << " to " << range.high;
        }
        if (kept) continue;
        if (grid[k] > w.weight) above = std::min(above, grid[k]);
        if (grid[k] < w.weight) below = std::max(below, grid[k]);
      }
      const double step = 1 / 1000.0;
      if (range.high < 1 - step) {
        EXPECT_NEAR(above, range.high + step / 2, step / 2 + slack) << w.node;
      }
      if (range.low > step) {
        EXPECT_NEAR(below, range.low - step / 2, step / 2 + slack) << w.node;
      }
      if (range.high == 1) {
        EXPECT_EQ(above, 2) << w.node;
      }
      if (range.low == 0) {
        EXPECT_EQ(below, -1) << w.node;
      }
    }
  }
}

}  // namespace moved_weights
