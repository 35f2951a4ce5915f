/// Scores of a node while the weight of one node below it takes other values, all else as fitted.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/stability.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// One weight that moves: a child, its group, and the groups from there up to the node that is watched.
struct moving {
  std::size_t child = 0;              ///< Number of the node whose weight moves.
  std::size_t place = 0;              ///< Its place among the children of its group.
  std::vector<std::size_t> groups{};  ///< Its group, that group's group, …, the node watched.
  std::vector<std::size_t> below{};   ///< For each: the place among its children of the one before it.
};

/// The way from a node's weight up to the node `top`, which has to be above it.
[[nodiscard]] inline moving moving_weight(const framework& tree, std::size_t child, std::size_t top) {
  moving out{child};
  for (std::size_t at = child; at != top; at = tree.at(at).parent) {
    const std::size_t group = tree.at(at).parent;
    const auto& siblings = tree.at(group).children;
    out.groups.push_back(group);
    out.below.push_back(static_cast<std::size_t>(std::find(siblings.begin(), siblings.end(), at) - siblings.begin()));
  }
  out.place = out.below.front();
  return out;
}

/// The weights of a group when one of them is `w` and the others make room in proportion, all alike if they are 0.
[[nodiscard]] inline std::vector<double> weights_at(const std::vector<double>& fitted, std::size_t place, double w) {
  std::vector<double> out = fitted;
  double others = 0;
  for (std::size_t c = 0; c < fitted.size(); ++c)
    if (c != place) others += fitted[c];
  for (std::size_t c = 0; c < fitted.size(); ++c)
    out[c] = c == place ? w : (1 - w) * (others > 0 ? fitted[c] / others : 1 / static_cast<double>(fitted.size() - 1));
  return out;
}

/// Scores by the library's own arithmetic.
class moved_weight {
 public:
  moved_weight(const result& r, moving what) : r_(r), what_(std::move(what)), state_(r.index().state()) {}
  /// The scores of the node watched when the weight is `w`, from 0 to 1.
  [[nodiscard]] std::vector<double> scores(double w) {
    const framework& tree = r_.framework();
    const fitted_state& fitted = r_.index().state();
    state_.groups[what_.groups.front()].weights =
        weights_at(fitted.groups[what_.groups.front()].weights, what_.place, w);
    std::vector<double> moved;
    for (std::size_t k = 0; k < what_.groups.size(); ++k) {
      const std::vector<double> below = std::move(moved);
      std::vector<column_view> children;
      for (const std::size_t c : tree.at(what_.groups[k]).children)
        children.push_back(column_of(r_.scores(), static_cast<Eigen::Index>(c)));
      if (k > 0) children[what_.below[k]] = below;
      moved.assign(r_.units().size(), missing_value);
      quindex::detail::group_inputs(state_, what_.groups[k], children, r_.data().groups())
          .score(moved, numeric::executor::serial(), r_.units());
    }
    return moved;
  }

 private:
  const result& r_;
  moving what_;
  fitted_state state_;
};

}  // namespace robustness::detail
QUINDEX_END
