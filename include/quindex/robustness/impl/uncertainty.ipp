/// Bodies of robustness/uncertainty.hpp: summaries from counts, exact sums and kept scores.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/impl/replicates.ipp"
#include "quindex/robustness/uncertainty.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The standard deviation from exact sums of deviations and of their squares.
[[nodiscard]] inline double sd_of_sums(double sum, double squares, double n) {
  return n < 2 ? missing_value : std::sqrt(std::max(0.0, (squares - sum / n * sum) / (n - 1)));
}

[[nodiscard]] inline unit_summary empty_summary(const outcomes& o, const node_counts& node, double level) {
  const std::vector<double> none(node.units.size(), missing_value);
  return {node.node, o.units(), level, none, none, none, none, none, none, none, none, none};
}

}  // namespace detail

QUINDEX_INLINE unit_summary rank_summary(const outcomes& o, std::string_view code, double level) {
  detail::check_level("rank_summary", level);
  const node_counts& node = o.at(code);
  unit_summary out = detail::empty_summary(o, node, level);
  out.nominal = node.nominal_ranks;
  const std::vector<double> p = detail::ends_and_middle(level);
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const detail::ranks_seen seen(o, node.units[i].ranks);
    out.present[i] = static_cast<double>(seen.count()) / static_cast<double>(o.successes());
    out.mean[i] = seen.expected(), out.sd[i] = seen.sd();
    out.minimum[i] = seen.best(), out.maximum[i] = seen.worst();
    out.median[i] = seen.quantile(0.5);
    out.low[i] = seen.quantile(p.front()), out.high[i] = seen.quantile(p.back());
  }
  return out;
}

QUINDEX_INLINE unit_summary score_summary(const outcomes& o, std::string_view code, double level) {
  detail::check_level("score_summary", level);
  detail::check_scores("score_summary", o);
  const node_counts& node = o.at(code);
  unit_summary out = detail::empty_summary(o, node, level);
  out.nominal = node.nominal_scores;
  const std::vector<double> p = detail::ends_and_middle(level);
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const unit_counts& unit = node.units[i];
    const double n = unit.present, sum = unit.sum.value();
    out.present[i] = n / static_cast<double>(o.successes());
    if (n > 0) out.mean[i] = (is_missing(node.nominal_scores[i]) ? 0 : node.nominal_scores[i]) + sum / n;
    out.sd[i] = detail::sd_of_sums(sum, unit.squares.value(), n);
    out.minimum[i] = unit.least, out.maximum[i] = unit.most;
    if (!o.is_kept()) continue;
    const std::vector<double> q = numeric::quantiles(detail::kept_scores(node, i), p);
    out.low[i] = q[0], out.median[i] = q[1], out.high[i] = q[2];
  }
  return out;
}

QUINDEX_INLINE matrix rank_quantiles(const outcomes& o, const std::vector<double>& probabilities,
                                     std::string_view code) {
  detail::check_probabilities("rank_quantiles", probabilities);
  const node_counts& node = o.at(code);
  matrix out(static_cast<Eigen::Index>(node.units.size()), static_cast<Eigen::Index>(probabilities.size()));
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const detail::ranks_seen seen(o, node.units[i].ranks);
    for (std::size_t k = 0; k < probabilities.size(); ++k)
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = seen.quantile(probabilities[k]);
  }
  return out;
}

QUINDEX_INLINE matrix score_quantiles(const outcomes& o, const std::vector<double>& probabilities,
                                      std::string_view code) {
  detail::check_probabilities("score_quantiles", probabilities);
  detail::check_kept("score_quantiles", o);
  const node_counts& node = o.at(code);
  matrix out(static_cast<Eigen::Index>(node.units.size()), static_cast<Eigen::Index>(probabilities.size()));
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const std::vector<double> q = numeric::quantiles(detail::kept_scores(node, i), probabilities);
    for (std::size_t k = 0; k < q.size(); ++k) out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = q[k];
  }
  return out;
}

QUINDEX_INLINE shift_summary rank_shift(const outcomes& o, std::string_view code, double level) {
  detail::check_level("rank_shift", level);
  const node_counts& node = o.at(code);
  shift_summary out{.node = node.node, .replicates = o.successes(), .level = level};
  const double n = static_cast<double>(out.replicates);
  if (out.replicates == 0) return out;
  out.mean = node.shift.value() / n;
  out.sd = detail::sd_of_sums(node.shift.value(), node.shift_squares.value(), n);
  std::size_t leader = node.units.size(), leaders = 0;
  for (std::size_t i = 0; i < node.units.size(); ++i)
    if (node.nominal_ranks[i] == 1) leader = i, ++leaders;
  if (leaders == 1) {
    const auto present = static_cast<double>(detail::ranks_seen(o, node.units[leader].ranks).count());
    if (present > 0) out.same_leader = node.units[leader].ranks.at(0) / present;
  }
  if (!o.is_kept()) return out;
  const std::vector<double> q = numeric::quantiles(node.shifts, detail::ends_and_middle(level));
  out.low = q[0], out.median = q[1], out.high = q[2];
  out.same_order = static_cast<double>(std::count(node.shifts.begin(), node.shifts.end(), 0.0)) / n;
  return out;
}

}  // namespace robustness
QUINDEX_END
