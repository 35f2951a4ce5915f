/// The range of a weight in which pairs of units keep their order: by crossings of lines, or by trying out.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/impl/score_lines.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Two units whose order is watched, the first not behind the second as things are.
struct watched_pair {
  std::size_t first = 0, second = 0;
};
/// What a range is about: all of these pairs keep their order.
using watched_pairs = std::vector<watched_pair>;

[[nodiscard]] inline std::size_t group_to_watch(const result& r, std::string_view code, const char* where) {
  if (code.empty()) return 0;
  const auto found = r.nodes().find(code);
  if (!found) throw spec_error({where, "there is no node " + quoted(code), did_you_mean(code, r.nodes().codes())});
  if (!r.framework().about(*found).is_group)
    throw spec_error(
        {where, quoted(code) + " is an indicator, no weight enters its score", "ask for one of the groups"});
  return *found;
}

/// Whether low scores of a node are better.
[[nodiscard]] inline bool is_low_better(const framework& tree, std::size_t node) {
  return tree.about(node).about.better.better == direction::kind::low;
}

/// The nodes below another that have siblings.
[[nodiscard]] inline std::vector<std::size_t> movable_below(const framework& tree, std::size_t top) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < tree.size(); ++i)
    if (i != top && tree.is_within(i, top) && tree.at(tree.at(i).parent).children.size() > 1) out.push_back(i);
  return out;
}

/// Differences up to which computed scores are equal.
[[nodiscard]] inline double nothing_of(column_view scores) {
  double largest = 0;
  for (const double s : scores)
    if (!is_missing(s)) largest = std::max(largest, std::abs(s));
  return 1e-12 * largest;
}

/// The units with a score, the best first.
[[nodiscard]] inline std::vector<std::size_t> merit_order(column_view scores, bool low_is_better) {
  std::vector<std::size_t> out = numeric::order(scores, !low_is_better);
  while (!out.empty() && is_missing(scores[out.back()])) out.pop_back();
  return out;
}

/// Everybody against the first.
[[nodiscard]] inline watched_pairs leader_pairs(const std::vector<std::size_t>& order) {
  watched_pairs out;
  for (std::size_t k = 1; k < order.size(); ++k) out.push_back({order[0], order[k]});
  return out;
}
/// Everybody among the top k against everybody else.
[[nodiscard]] inline watched_pairs top_pairs(const std::vector<std::size_t>& order, std::size_t k) {
  watched_pairs out;
  for (std::size_t i = 0; i < std::min(k, order.size()); ++i)
    for (std::size_t j = k; j < order.size(); ++j) out.push_back({order[i], order[j]});
  return out;
}
/// Neighbours: nobody passes anybody without meeting the one next to it.
[[nodiscard]] inline watched_pairs order_pairs(const std::vector<std::size_t>& order) {
  watched_pairs out;
  for (std::size_t k = 1; k < order.size(); ++k) out.push_back({order[k - 1], order[k]});
  return out;
}

/// The range of a weight `w` between crossings.
[[nodiscard]] inline weight_range exact_range(const score_lines& lines, const watched_pairs& pairs, double w) {
  weight_range out;
  for (const watched_pair& p : pairs) {
    const crossing meet = crossing_of(lines[p.first], lines[p.second]);
    if (meet.is_tied && !meet.is_same) return {w, w};
    for (const double t : meet.at) {
      if (t > 0) out.high = std::min(out.high, w + t);
      if (t < 0) out.low = std::max(out.low, w + t);
    }
  }
  return out;
}

/// A weight that is tried out.
class trial {
 public:
  trial(const result& r, const moving& what, const stability_options& how)
      : scores_(r, what),
        low_is_better_(is_low_better(r.framework(), what.groups.back())),
        weight_(r.index().state().groups[what.groups.front()].weights[what.place]),
        how_(how) {
    const column_view own = column_of(r.scores(), static_cast<Eigen::Index>(what.groups.back()));
    fitted_.assign(own.begin(), own.end());
    decimals_ = r.spec().rank_decimals;
    ranked_ = quindex::detail::rounded(own, decimals_);
  }
  /// The ranges of some sets of pairs.
  [[nodiscard]] std::vector<weight_range> ranges(const std::vector<watched_pairs>& sets) {
    std::vector<weight_range> out(sets.size());
    for (std::size_t s = 0; s < sets.size(); ++s) {
      out[s].high = end(sets[s], 1);
      out[s].low = end(sets[s], 0);
    }
    return out;
  }
  /// The weights at which pairs change places, one at most within a step. A step is looked into only if `wants` what
  /// may be found at its near end; elsewhere places are counted by `pass`.
  template <class Wants, class Visit, class Pass>
  void reversals(const std::vector<std::size_t>& order, Wants&& wants, Visit&& visit, Pass&& pass);

 private:
  /// The weight `step` steps from the fitted one towards an end; just short of the end, where a child drops out.
  [[nodiscard]] double at(std::size_t step, double towards) const {
    constexpr double short_of = 1e-9;
    const double last = towards == 0 ? std::min(short_of, weight_) : std::max(1 - short_of, weight_);
    return weight_ + (last - weight_) * static_cast<double>(step) / static_cast<double>(how_.steps);
  }
  [[nodiscard]] const std::vector<double>& scores_at(double w) {
    for (auto& [at, scores] : known_)
      if (at == w) return scores;
    known_.emplace_back(w, scores_.scores(w));
    return known_.back().second;
  }
  [[nodiscard]] bool holds(const watched_pairs& pairs, const std::vector<double>& now) const {
    for (std::size_t i = 0; i < now.size(); ++i)
      if (is_missing(now[i]) != is_missing(fitted_[i])) return false;
    if (decimals_) return holds(pairs, quindex::detail::rounded(now, decimals_), true);
    return holds(pairs, now, false);
  }
  /// The same for scores as they are ranked: rounded ones are equal over a range of weights, not at a point only.
  [[nodiscard]] bool holds(const watched_pairs& pairs, const std::vector<double>& now, bool is_rounded) const {
    const double before = nothing_of(ranked_), after = nothing_of(now);
    return std::all_of(pairs.begin(), pairs.end(), [&](const watched_pair& p) {
      const bool was_tied = std::abs(ranked_[p.first] - ranked_[p.second]) <= before;
      const double lead = (low_is_better_ ? -1 : 1) * (now[p.first] - now[p.second]);
      return was_tied ? std::abs(lead) <= after : is_rounded ? lead > after : lead >= -after;
    });
  }
  [[nodiscard]] double end(const watched_pairs& pairs, double towards) {
    double good = weight_;
    for (std::size_t step = 1; step <= how_.steps; ++step) {
      double bad = at(step, towards);
      if (bad == weight_ || holds(pairs, scores_at(bad))) {
        good = bad;
        continue;
      }
      while (std::abs(bad - good) > how_.resolution) {
        const double middle = 0.5 * (good + bad);
        (holds(pairs, scores_.scores(middle)) ? good : bad) = middle;
      }
      return good == weight_ ? weight_ : 0.5 * (good + bad);
    }
    return towards;
  }

  moved_weight scores_;
  bool low_is_better_;
  double weight_;
  const stability_options& how_;
  std::vector<double> fitted_, ranked_;  // the second rounded as for ranks
  std::optional<int> decimals_;
  std::vector<std::pair<double, std::vector<double>>> known_;  // at the steps
};

template <class Wants, class Visit, class Pass>
void trial::reversals(const std::vector<std::size_t>& order, Wants&& wants, Visit&& visit, Pass&& pass) {
  for (const double towards : {0.0, 1.0}) {
    double before_at = weight_;
    std::vector<double> before = fitted_;
    for (std::size_t step = 1; step <= how_.steps; ++step) {
      const double now_at = at(step, towards);
      const std::vector<double> now = scores_at(now_at);
      for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = i + 1; j < order.size(); ++j) {
          const double was = before[order[i]] - before[order[j]], is = now[order[i]] - now[order[j]];
          if (!(was * is < 0)) continue;
          if (!wants(before_at)) {
            pass();
            continue;
          }
          double low = before_at, high = now_at;
          while (std::abs(high - low) > how_.resolution) {
            const double middle = 0.5 * (low + high);
            const std::vector<double> there = scores_.scores(middle);
            ((there[order[i]] - there[order[j]]) * was > 0 ? low : high) = middle;
          }
          visit(order[i], order[j], 0.5 * (low + high));
        }
      before = now;
      before_at = now_at;
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
