/// Bodies of diagnose/comparison.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <string>

#include "quindex/diagnose/comparison.hpp"
#include "quindex/diagnose/impl/importance.ipp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Contributions to a group's score: units × all nodes, 0 where a node is absent; and what a point of each counts.
struct node_contributions {
  matrix part, counts;
};

/// Goes down from a group: a child's contribution is shared out among its children as they share its score.
inline void spread(const result& r, size_t group, bool is_deep, node_contributions& out) {
  const framework& tree = r.framework();
  const matrix own = r.contributions(tree.about(group).code);
  const std::vector<double>& weights = r.index().state().groups[group].weights;
  const std::vector<size_t>& children = tree.at(group).children;
  for (size_t c = 0; c < children.size(); ++c) {
    for (Eigen::Index i = 0; i < own.rows(); ++i) {
      const double counts = out.counts(i, at(group)), score = r.scores()(i, at(children[c]));
      const double part = is_missing(own(i, at(c))) ? 0 : counts * own(i, at(c));
      out.part(i, at(children[c])) = part;
      // A score of 0 does not say what a point of it counts; its weight does.
      out.counts(i, at(children[c])) = is_missing(score) ? 0 : score != 0 ? part / score : counts * weights[c];
    }
    if (is_deep && tree.about(children[c]).is_group) spread(r, children[c], true, out);
  }
}

inline node_contributions contributions_below(const result& r, size_t group, bool is_deep) {
  node_contributions out{matrix::Zero(r.scores().rows(), r.scores().cols()),
                         matrix::Zero(r.scores().rows(), r.scores().cols())};
  for (double& v : column_of(out.counts, at(group))) v = 1;
  spread(r, group, is_deep, out);
  return out;
}

inline double sum_in_order_of(std::span<const double> parts) {
  double sum = 0;
  for (const double part : parts) sum += part;
  return sum;
}

/// Moves what rounding left over to a part, a large one if possible, so that adding in order gives the total.
inline void add_up(std::vector<double>& parts, double total) {
  std::vector<size_t> by_size(parts.size());
  for (size_t c = 0; c < parts.size(); ++c) by_size[c] = c;
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](size_t a, size_t b) { return std::abs(parts[a]) > std::abs(parts[b]); });
  for (int round = 0; round < 8; ++round) {
    const double left = total - sum_in_order_of(parts);
    if (left == 0) return;
    for (const size_t c : by_size) {
      const double before = parts[c];
      for (const double share : {1.0, 0.5, 0.25}) {
        parts[c] = before + share * left;
        if (sum_in_order_of(parts) == total) return;
      }
      parts[c] = before;
    }
    parts[by_size.front()] += left;
  }
}

/// One part of one unit in one result; not there when it is no node of the result or has no score.
struct part_state {
  bool is_there = false;
  double score = 0, part = 0, counts = 0;
};
inline part_state state_of(const result& r, const node_contributions& c, const std::string& code, size_t unit) {
  const auto node = r.nodes().find(code);
  if (!node || is_missing(r.scores()(at(unit), at(*node)))) return {};
  return {true, r.scores()(at(unit), at(*node)), c.part(at(unit), at(*node)), c.counts(at(unit), at(*node))};
}

/// What the parts of two results are called, those of the later one first.
inline std::vector<std::string> part_codes(const result& earlier, size_t old_group, const result& later, size_t group,
                                           parts_of what) {
  std::vector<std::string> out;
  for (const size_t node : parts_below(later.framework(), group, what)) out.push_back(later.nodes()[node]);
  for (const size_t node : parts_below(earlier.framework(), old_group, what))
    if (std::find(out.begin(), out.end(), earlier.nodes()[node]) == out.end()) out.push_back(earlier.nodes()[node]);
  return out;
}

inline comparison empty_comparison(const result& earlier, const result& later, const std::string& node,
                                   std::vector<std::string> parts) {
  std::vector<std::string> units;
  for (const std::string& unit : later.units())
    if (earlier.units().has(unit)) units.push_back(unit);
  if (units.empty())
    throw data_error({"compare", "the two results have no unit in common", "compare results of the same units"});
  const std::vector<double> nothing(units.size(), missing_value);
  const matrix none = matrix::Constant(at(units.size()), at(parts.size()), missing_value);
  return {node, labels(units), labels(std::move(parts)), nothing, nothing, nothing, nothing, nothing, nothing, none,
          none, none};
}

}  // namespace detail

QUINDEX_INLINE comparison compare(const result& earlier, const result& later, std::string_view group, parts_of what) {
  const std::size_t top = detail::group_of("compare", later, group);
  const std::string code = later.nodes()[top];
  const std::size_t old_top = group.empty() ? 0 : detail::group_of("compare.earlier", earlier, group);
  const bool is_deep = what == parts_of::indicators;
  const auto before = detail::contributions_below(earlier, old_top, is_deep);
  const auto after = detail::contributions_below(later, top, is_deep);
  comparison out =
      detail::empty_comparison(earlier, later, code, detail::part_codes(earlier, old_top, later, top, what));
  const std::vector<double> old_ranks = earlier.ranks(earlier.nodes()[old_top]), ranks = later.ranks(code);
  std::vector<double> change(out.parts.size());
  for (std::size_t i = 0; i < out.units.size(); ++i) {
    const std::size_t a = *earlier.units().find(out.units[i]), b = *later.units().find(out.units[i]);
    out.before[i] = earlier.scores()(detail::at(a), detail::at(old_top));
    out.after[i] = later.scores()(detail::at(b), detail::at(top));
    out.difference[i] = out.after[i] - out.before[i];
    out.rank_before[i] = old_ranks[a], out.rank_after[i] = ranks[b];
    out.rank_change[i] = old_ranks[a] - ranks[b];
    if (is_missing(out.difference[i])) continue;
    std::vector<double> by_score(out.parts.size(), 0.0);
    for (std::size_t j = 0; j < out.parts.size(); ++j) {
      const auto was = detail::state_of(earlier, before, out.parts[j], a);
      const auto is = detail::state_of(later, after, out.parts[j], b);
      change[j] = is.part - was.part;
      if (was.is_there && is.is_there) by_score[j] = (was.counts + is.counts) / 2 * (is.score - was.score);
    }
    detail::add_up(change, out.difference[i]);
    for (std::size_t j = 0; j < out.parts.size(); ++j) {
      out.change(detail::at(i), detail::at(j)) = change[j];
      // The two parts meet the whole only up to rounding: below that, nothing is the weights' doing.
      double by_weight = change[j] - by_score[j];
      if (std::abs(by_weight) <= 1e-12 * (std::abs(by_score[j]) + std::abs(out.after[i]))) by_weight = 0;
      out.from_weights(detail::at(i), detail::at(j)) = by_weight;
      out.from_scores(detail::at(i), detail::at(j)) = change[j] - by_weight;
    }
  }
  return out;
}

namespace detail {

/// A number to three significant digits, with its sign if it is a change.
inline std::string short_text(double x, bool is_change) {
  std::array<char, 32> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::general, is_change ? 3 : 4);
  return (is_change && x >= 0 ? "+" : "") + std::string(buffer.data(), end.ptr);
}

}  // namespace detail

QUINDEX_INLINE std::string movement_text(const comparison& found, std::string_view unit, std::size_t most) {
  const auto at = found.units.find(unit);
  if (!at)
    throw data_error({"movement_text", "there is no unit " + quoted(unit), did_you_mean(unit, found.units.codes())});
  const double difference = found.difference[*at];
  if (is_missing(difference)) return std::string(unit) + " has no score in one of the results";
  std::string out(unit);
  out += difference > 0 ? " rose by " : difference < 0 ? " fell by " : " stayed at ";
  if (difference != 0) {
    const std::string size = detail::short_text(std::abs(difference), true);
    out += size.substr(1) + " to ";
  }
  out += detail::short_text(found.after[*at], false) + " (rank " + number_text(found.rank_before[*at]) + " to " +
         number_text(found.rank_after[*at]) + ")";
  std::vector<double> sizes;
  for (std::size_t j = 0; j < found.parts.size(); ++j)
    sizes.push_back(std::abs(found.change(detail::at(*at), detail::at(j))));
  std::size_t told = 0;
  for (const std::size_t j : numeric::order(sizes, true)) {
    if (told == most || sizes[j] == 0) break;
    out += (told++ == 0 ? ": " : ", ") + found.parts[j] + " " +
           detail::short_text(found.change(detail::at(*at), detail::at(j)), true);
  }
  return out;
}

}  // namespace diagnose
QUINDEX_END
