/// Bodies of robustness/stability.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/robustness/impl/weight_ranges.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// What a share `to` means for the weight itself, the siblings' weights being kept.
[[nodiscard]] inline double relative_change(double weight, double to) {
  return weight > 0 ? to * (1 - weight) / ((1 - to) * weight) - 1 : missing_value;
}
/// The lesser of the two changes that end a range; missing where there is none.
[[nodiscard]] inline double least_change(double weight, const weight_range& range) {
  double out = missing_value;
  if (weight == 0) return out;
  if (range.low > 0) out = relative_change(weight, range.low);
  if (range.high < 1)
    if (const double up = relative_change(weight, range.high); is_missing(out) || up < std::abs(out)) out = up;
  return out;
}

inline void check_options(const stability_options& how) {
  const char* where = "weight_stability";
  if (how.top == 0) throw spec_error({std::string(where) + ".top", "found 0", "watch the top 1 or more"});
  if (how.steps == 0) throw spec_error({std::string(where) + ".steps", "found 0", "give 1 or more"});
  if (!(how.resolution > 0))
    throw spec_error(
        {std::string(where) + ".resolution", "found " + number_text(how.resolution), "give a number above 0"});
}

[[nodiscard]] inline double weight_of(const result& r, std::size_t child) {
  const std::size_t group = r.framework().at(child).parent;
  const auto& children = r.framework().at(group).children;
  const auto place = std::find(children.begin(), children.end(), child) - children.begin();
  return r.index().state().groups[group].weights[static_cast<std::size_t>(place)];
}

/// A reversal before it has names.
struct meeting {
  double size = 0;  ///< Of the relative change; of the change itself for a weight of 0.
  std::size_t first = 0, second = 0;
  double weight = 0;
  [[nodiscard]] bool operator<(const meeting& other) const { return size < other.size; }
};
/// The nearest reversals of one weight, and how many there are.
struct reversals_found {
  std::vector<rank_reversal> nearest{};
  std::size_t count = 0;
};
[[nodiscard]] inline double size_of(const rank_reversal& x) {
  return std::abs(is_missing(x.relative_change) ? x.change : x.relative_change);
}

/// One weight looked at in full.
class weight_study {
 public:
  weight_study(const result& r, std::size_t child, std::size_t top, const stability_options& how)
      : r_(r),
        how_(how),
        what_(moving_weight(r.framework(), child, top)),
        lines_(r, what_),
        weight_(weight_of(r, child)) {}
  /// Are the ranges found by crossings? Ranks of rounded scores change where no lines cross.
  [[nodiscard]] bool is_exact() const { return lines_.found() && !r_.spec().rank_decimals; }
  [[nodiscard]] double weight() const { return weight_; }
  [[nodiscard]] const std::string& code() const { return r_.nodes()[what_.child]; }
  [[nodiscard]] const std::string& group() const { return r_.nodes()[what_.groups.front()]; }
  [[nodiscard]] std::vector<weight_range> ranges(const std::vector<watched_pairs>& sets) const {
    if (!is_exact()) return trial(r_, what_, how_).ranges(sets);
    std::vector<weight_range> out;
    for (const watched_pairs& pairs : sets) out.push_back(exact_range(lines_, pairs, weight_));
    return out;
  }
  [[nodiscard]] reversals_found reversals(const std::vector<std::size_t>& order) const;

 private:
  const result& r_;
  const stability_options& how_;
  moving what_;
  score_lines lines_;
  double weight_;
};

inline reversals_found weight_study::reversals(const std::vector<std::size_t>& order) const {
  reversals_found out;
  if (how_.reversals == 0) return out;
  std::vector<meeting> nearest;  // a heap, the farthest on top
  const auto size_at = [&](double at) { return std::abs(weight_ > 0 ? relative_change(weight_, at) : at); };
  const auto wants = [&](double at) { return nearest.size() < how_.reversals || size_at(at) < nearest.front().size; };
  const auto pass = [&] { ++out.count; };
  const auto visit = [&](std::size_t a, std::size_t b, double at) {
    pass();
    const meeting found{size_at(at), a, b, at};
    if (nearest.size() == how_.reversals) {
      if (!(found < nearest.front())) return;
      std::pop_heap(nearest.begin(), nearest.end());
      nearest.pop_back();
    }
    nearest.push_back(found);
    std::push_heap(nearest.begin(), nearest.end());
  };
  if (!lines_.found()) {
    trial(r_, what_, how_).reversals(order, wants, visit, pass);
  } else {
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = i + 1; j < order.size(); ++j)
        for (const double t : crossing_of(lines_[order[i]], lines_[order[j]]).at)
          if (t > -weight_ && t < 1 - weight_) visit(order[i], order[j], weight_ + t);
  }
  std::sort_heap(nearest.begin(), nearest.end());
  for (const meeting& m : nearest)
    out.nearest.push_back({code(), r_.units()[m.first], r_.units()[m.second], m.weight, m.weight - weight_,
                           relative_change(weight_, m.weight)});
  return out;
}

/// The position of the weight with the least change, if any ends anything.
template <class Change>
[[nodiscard]] std::optional<std::size_t> most_critical(const std::vector<stable_weight>& weights, Change change) {
  std::optional<std::size_t> out;
  for (std::size_t k = 0; k < weights.size(); ++k)
    if (!is_missing(change(weights[k])) && (!out || std::abs(change(weights[k])) < std::abs(change(weights[*out]))))
      out = k;
  return out;
}

[[nodiscard]] inline std::vector<std::size_t> order_to_watch(const result& r, std::size_t top) {
  const column_view scores = column_of(r.scores(), static_cast<Eigen::Index>(top));
  std::vector<std::size_t> out = merit_order(scores, is_low_better(r.framework(), top));
  if (out.size() < 2)
    throw data_error({"groups/" + r.nodes()[top], "units with a score: " + std::to_string(out.size()),
                      "a ranking needs two or more"});
  return out;
}

}  // namespace detail

QUINDEX_INLINE stability weight_stability(const result& r, std::string_view node, const stability_options& how) {
  detail::check_options(how);
  const std::size_t top = detail::group_to_watch(r, node, "weight_stability");
  const std::vector<std::size_t> order = detail::order_to_watch(r, top);
  const std::vector<detail::watched_pairs> sets{detail::leader_pairs(order), detail::top_pairs(order, how.top),
                                                detail::order_pairs(order)};
  const std::vector<std::size_t> nodes = detail::movable_below(r.framework(), top);
  stability out{r.nodes()[top], how.top, std::vector<stable_weight>(nodes.size())};
  std::vector<detail::reversals_found> found(nodes.size());
  numeric::parallel_for(how.executor, nodes.size(), [&](std::size_t k) {
    const detail::weight_study study(r, nodes[k], top, how);
    const double w = study.weight();
    const std::vector<weight_range> ranges = study.ranges(sets);
    out.weights[k] = {study.code(),
                      study.group(),
                      w,
                      ranges[0],
                      ranges[1],
                      ranges[2],
                      detail::least_change(w, ranges[0]),
                      detail::least_change(w, ranges[1]),
                      detail::least_change(w, ranges[2]),
                      study.is_exact()};
    found[k] = study.reversals(order);
  });
  for (detail::reversals_found& one : found) {
    out.reversal_count += one.count;
    out.reversals.insert(out.reversals.end(), one.nearest.begin(), one.nearest.end());
  }
  std::stable_sort(out.reversals.begin(), out.reversals.end(), [](const rank_reversal& a, const rank_reversal& b) {
    return detail::size_of(a) < detail::size_of(b);
  });
  if (out.reversals.size() > how.reversals) out.reversals.resize(how.reversals);
  out.leader = detail::most_critical(out.weights, [](const stable_weight& w) { return w.leader_change; });
  out.top_set = detail::most_critical(out.weights, [](const stable_weight& w) { return w.top_change; });
  out.whole_order = detail::most_critical(out.weights, [](const stable_weight& w) { return w.order_change; });
  for (const stable_weight& w : out.weights) out.is_exact = out.is_exact && w.is_exact;
  return out;
}

QUINDEX_INLINE std::vector<pair_stability> pair_weights(const result& r, std::string_view first,
                                                        std::string_view second, std::string_view node,
                                                        const stability_options& how) {
  detail::check_options(how);
  const std::size_t top = detail::group_to_watch(r, node, "pair_weights");
  const column_view scores = column_of(r.scores(), static_cast<Eigen::Index>(top));
  const auto unit = [&](std::string_view code) {
    const auto at = r.units().find(code);
    if (!at)
      throw data_error({"pair_weights", "there is no unit " + quoted(code), did_you_mean(code, r.units().codes())});
    if (is_missing(scores[*at]))
      throw data_error({"pair_weights", quoted(code) + " has no score", "compare units that have"});
    return *at;
  };
  detail::watched_pair pair{unit(first), unit(second)};
  if ((scores[pair.first] < scores[pair.second]) != detail::is_low_better(r.framework(), top))
    std::swap(pair.first, pair.second);
  std::vector<pair_stability> out;
  for (const std::size_t child : detail::movable_below(r.framework(), top)) {
    const detail::weight_study study(r, child, top, how);
    const weight_range range = study.ranges({{pair}}).front();
    out.push_back({study.code(), study.group(), study.weight(), range, detail::least_change(study.weight(), range),
                   study.is_exact()});
  }
  return out;
}

QUINDEX_INLINE matrix weight_sweep(const result& r, std::string_view moved, const std::vector<double>& weights,
                                   std::string_view node) {
  const std::size_t top = detail::group_to_watch(r, node, "weight_sweep");
  const auto child = r.nodes().find(moved);
  if (!child)
    throw spec_error({"weight_sweep", "there is no node " + quoted(moved), did_you_mean(moved, r.nodes().codes())});
  const std::vector<std::size_t> nodes = detail::movable_below(r.framework(), top);
  if (std::find(nodes.begin(), nodes.end(), *child) == nodes.end())
    throw spec_error({"weight_sweep", quoted(moved) + " has no siblings below " + quoted(r.nodes()[top]),
                      "name a node whose weight can move"});
  detail::moved_weight scores(r, detail::moving_weight(r.framework(), *child, top));
  matrix out(static_cast<Eigen::Index>(r.units().size()), static_cast<Eigen::Index>(weights.size()));
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (!(weights[k] >= 0 && weights[k] <= 1))
      throw spec_error({"weight_sweep.weights", "found " + number_text(weights[k]), "shares are from 0 to 1"});
    const std::vector<double> now = scores.scores(weights[k]);
    std::copy(now.begin(), now.end(), column_of(out, static_cast<Eigen::Index>(k)).begin());
  }
  return out;
}

}  // namespace robustness
QUINDEX_END
