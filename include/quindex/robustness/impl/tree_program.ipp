/// Bodies of robustness/tree_program.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/tree_program.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE std::optional<group_mean_of> mean_of_group(const spec& recipe, std::size_t group) {
  return quindex::detail::chosen(recipe.aggregate, recipe.framework, group, false)
      .visit([](const auto& m) -> std::optional<group_mean_of> {
        if constexpr (requires { m.as_mean(); }) {
          const std::optional<numeric::mean_job> mean = m.as_mean();
          if (!mean) return std::nullopt;
          group_mean_of out{*mean, false};
          if constexpr (requires { m.needs_non_negative(); }) out.needs_non_negative = m.needs_non_negative();
          return out;
        } else {
          return std::nullopt;
        }
      });
}

/// Compiles one variant; see `compile_tree`.
class tree_compiler {
 public:
  tree_compiler(const variant& of, const std::vector<std::size_t>& watched_place, tree_program& out)
      : of_(of), tree_(of.tree()), watched_place_(watched_place), out_(out) {}

  bool run() {
    out_.units = of_.units.size();
    out_.nodes = tree_.size();
    out_.leaves = tree_.indicators().size();
    if (tree_.at(0).children.empty() || !find_means() || !look_at_leaves()) return false;
    out_.groups = tree_.groups_inside_out();
    for (std::size_t g = 0; g < out_.groups.size(); ++g) number_[out_.groups[g]] = g;
    out_.closing.resize(out_.groups.size());
    out_.group_above.assign(tree_.size(), kernel::nowhere);
    for (std::size_t i = 1; i < tree_.size(); ++i) out_.group_above[i] = number_[tree_.at(i).parent];
    place_.resize(tree_.size());
    place_leaves();
    add_group(0, 0, false);
    add_children();
    for (const kernel::tree_step& step : out_.steps) out_.depth = std::max(out_.depth, step.depth + 1);
    out_.place_of = place_;
    out_.rounding = rounding_of_sums();
    return true;
  }

 private:
  bool find_means() {
    means_.resize(tree_.size());
    number_.resize(tree_.size());
    for (const std::size_t g : tree_.groups_inside_out()) {
      const std::optional<group_mean_of> found = mean_of_group(of_.state->recipe, g);
      if (!found || tree_.at(g).depth >= kernel::most_open_groups) return false;
      means_[g] = *found;
    }
    return true;
  }

  [[nodiscard]] bool is_turned(std::size_t node) const {
    const std::size_t parent = tree_.at(node).parent;
    const std::vector<std::size_t>& siblings = tree_.at(parent).children;
    const auto at = std::find(siblings.begin(), siblings.end(), node) - siblings.begin();
    return of_.state->groups[parent].mirror[static_cast<std::size_t>(at)].has_value();
  }
  [[nodiscard]] column_view scores_of(std::size_t node) const {
    return column_of(of_.scores, static_cast<Eigen::Index>(node));
  }

  /// What leaves lack, and whether means of them stay in the range of numbers and in the domain of the means above.
  bool look_at_leaves() {
    constexpr double largest = 1e30;  // its tenth power is a number
    bool lacks = false;
    for (const std::size_t leaf : tree_.indicators()) {
      double low = 0.0;
      for (const double score : scores_of(leaf)) {
        lacks = lacks || is_missing(score);
        if (std::abs(score) > largest) return false;
        low = score < low ? score : low;
      }
      for (std::size_t at = leaf; at != 0; at = tree_.at(at).parent) {
        if (is_turned(at)) low = -1.0;  // m − s may be a little below 0, by rounding
        if (low < 0.0 && means_[tree_.at(at).parent].needs_non_negative) return false;
      }
    }
    const missing::rule rule = of_.state->recipe.missing.visit([](const auto& m) { return m.rule(); });
    using kind = missing::rule::kind;
    if (!lacks || rule.what == kind::propagate) return true;
    if (rule.what == kind::group_mean) return false;
    out_.missing = rule.what == kind::zero ? numeric::absence::zero : numeric::absence::renormalise;
    out_.coverage = rule.floor;
    return true;
  }

  /// Panels of neighbouring leaves should not compete for the same places of a cache.
  [[nodiscard]] std::size_t stride() const {
    constexpr std::size_t line = 8, lines_of_panel = kernel::panel_units / line, sets = 64;
    std::size_t lines = (out_.units + kernel::panel_units - 1) / kernel::panel_units * lines_of_panel;
    constexpr std::size_t small = 512;  // lines: a half of the nearest cache
    while (lines * out_.leaves > small && lines % sets != lines_of_panel) lines += lines_of_panel;
    return lines * line;
  }

  void place_leaves() {
    out_.stride = stride();
    out_.terms.assign(out_.leaves * out_.stride, 1.0);
    if (out_.missing == numeric::absence::zero) out_.present.assign(out_.leaves * out_.stride, 1.0);
  }

  /// Writes a leaf's column, filled and in the terms of its group's mean.
  void add_leaf(std::size_t node, const numeric::mean_job& mean) {
    const column_view scores = scores_of(node);
    const std::span<double> to(out_.terms.data() + next_leaf_ * out_.stride, scores.size());
    std::copy(scores.begin(), scores.end(), to.begin());
    if (out_.missing == numeric::absence::zero)
      for (std::size_t i = 0; i < to.size(); ++i)
        if (is_missing(to[i])) to[i] = 0.0, out_.present[next_leaf_ * out_.stride + i] = 0.0;
    quindex::detail::to_terms(mean, to);
    place_[node] = next_leaf_++;
  }

  /// Adds the steps of a group and of all groups inside it.
  void add_group(std::size_t node, std::size_t depth, bool parent_opens) {
    bool is_open = false;
    kernel::tree_step step;
    step.leaf = next_leaf_;
    step.depth = depth;
    step.opens = true;
    for (const std::size_t child : tree_.at(node).children) {
      if (!tree_.about(child).is_group) {
        add_leaf(child, means_[node].mean);
        ++step.leaves;
        continue;
      }
      if (step.leaves > 0) {
        out_.steps.push_back(step);
        is_open = true;
      }
      add_group(child, depth + 1, !is_open);
      is_open = true;
      step.opens = false;
      step.leaf = next_leaf_;
      step.leaves = 0;
    }
    close(node, parent_opens, step);
  }

  void close(std::size_t node, bool parent_opens, kernel::tree_step step) {
    step.closes = true;
    step.group = number_[node];
    step.f = means_[node].mean.f;
    step.power = means_[node].mean.power;
    step.watched = watched_place_[node];
    step.weight = place_[node] = out_.leaves + step.group;
    step.parent_opens = parent_opens;
    if (node != 0) {
      const numeric::mean_job& above = means_[tree_.at(node).parent].mean;
      step.parent_f = above.f;
      step.parent_power = above.power;
      step.is_turned = is_turned(node);
      if (step.is_turned) step.mirror = mirror_of(node);
      step.stays = quindex::detail::hands_on(*of_.state, node) ||
                   (step.f == numeric::mean_of::values && above.f == step.f && !step.is_turned);
      if (out_.missing == numeric::absence::zero) step.fill = fill_of(step);
    }
    out_.closing[step.group] = out_.steps.size();
    out_.steps.push_back(step);
  }
  /// What the parent takes for a missing score: 0, or the term of 0 where it takes terms.
  const double* fill_of(const kernel::tree_step& step) {
    double zero = 0.0;
    if (step.stays) quindex::detail::to_terms({step.parent_f, step.parent_power}, {&zero, 1});
    return out_.fills.emplace_back(out_.stride, zero).data();
  }
  [[nodiscard]] double mirror_of(std::size_t node) const {
    const std::size_t parent = tree_.at(node).parent;
    const std::vector<std::size_t>& siblings = tree_.at(parent).children;
    const auto at = std::find(siblings.begin(), siblings.end(), node) - siblings.begin();
    return *of_.state->groups[parent].mirror[static_cast<std::size_t>(at)];
  }

  /// Are scores of the index, and no others, wanted, and one sum over all leaves but for the last step?
  [[nodiscard]] bool is_one_sum() const {
    const kernel::tree_step& root = out_.steps.back();
    bool found = out_.missing == numeric::absence::propagate && root.watched != kernel::nowhere &&
                 (root.f == numeric::mean_of::values || root.f == numeric::mean_of::logarithms);
    for (const kernel::tree_step& step : out_.steps)
      found = found && (!step.closes || step.depth == 0 || (step.stays && step.watched == kernel::nowhere));
    return found;
  }
  /// Do two units have the same score? Then they are likely to have the same indicators, and with them the same score
  /// under all weights.
  [[nodiscard]] bool has_ties() const {
    const column_view scores = scores_of(0);
    std::vector<double> sorted(scores.begin(), scores.end());
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  }
  /// 2^-53 times the largest term; below 0 where rough scores would not do: sums of logarithms whose exponentials leave
  /// the range of numbers, terms that are none, and scores that no rough one can tell from each other.
  [[nodiscard]] double rounding_of_sums() const {
    constexpr double largest_logarithm = 600.0;
    if (!is_one_sum()) return -1.0;
    double largest = 0.0;
    for (std::size_t j = 0; j < out_.leaves; ++j)
      for (std::size_t i = 0; i < out_.units; ++i) {
        const double term = out_.terms[j * out_.stride + i];
        if (!std::isfinite(term)) return -1.0;
        largest = std::max(largest, std::abs(term));
      }
    if (has_ties()) return -1.0;
    if (out_.steps.back().f != numeric::mean_of::logarithms) return 0x1p-53 * largest;
    // An exponential is right to a rounding or two of its own, which is that of a sum of 1.
    return largest > largest_logarithm ? -1.0 : 0x1p-53 * std::max(largest, 1.0);
  }

  void add_children() {
    for (const std::size_t g : out_.groups)
      for (const std::size_t child : tree_.at(g).children) {
        out_.columns.push_back(child);
        out_.places.push_back(place_[child]);
        out_.own.push_back(of_.weights[child]);
      }
    std::size_t first = 0;
    for (const std::size_t g : out_.groups) {
      const std::size_t count = tree_.at(g).children.size();
      out_.children.push_back(
          {out_.columns.data() + first, out_.places.data() + first, out_.own.data() + first, count});
      first += count;
    }
  }

  const variant& of_;
  const framework& tree_;
  const std::vector<std::size_t>& watched_place_;
  tree_program& out_;
  std::vector<group_mean_of> means_{};  // by node
  std::vector<std::size_t> number_{};   // by node: of the group
  std::vector<std::size_t> place_{};    // by node: in a tile of weights
  std::size_t next_leaf_ = 0;
};

QUINDEX_INLINE bool compile_tree(const variant& of, const std::vector<std::size_t>& watched_place, tree_program& out) {
  return tree_compiler(of, watched_place, out).run();
}

}  // namespace robustness::detail
QUINDEX_END
