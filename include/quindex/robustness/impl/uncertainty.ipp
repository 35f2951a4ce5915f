/// Bodies of robustness/uncertainty.hpp: summaries from counts, exact sums and kept scores.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/uncertainty.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

inline void check_level(const char* where, double level) {
  if (!(level > 0 && level < 1))
    throw spec_error(
        {std::string(where) + ".level", "found " + number_text(level), "give a number above 0 and below 1"});
}
inline void check_kept(const char* where, const outcomes& o) {
  if (o.is_kept()) return;
  throw spec_error({where, "the scores of the replicates were not kept",
                    "run the design with keep = true; ranks, means and standard deviations need no scores"});
}
/// The probabilities of the ends of an interval and the middle one; 1 − 0.9 is not quite 0.1, nor meant to be less.
[[nodiscard]] inline std::vector<double> ends_and_middle(double level) {
  const double low = std::round((1 - level) / 2 * 1e15) / 1e15;
  return {low, 0.5, 1 - low};
}
inline void check_probabilities(const char* where, const std::vector<double>& all) {
  for (const double p : all)
    if (!(p >= 0 && p <= 1))
      throw spec_error({where, number_text(p) + " is no probability", "give numbers from 0 to 1"});
}

/// A column of what was kept: a unit's scores by replicate done.
[[nodiscard]] inline std::vector<double> kept_scores(const node_counts& node, std::size_t unit) {
  const std::size_t n = node.units.size();
  std::vector<double> out(node.kept.size() / n);
  for (std::size_t r = 0; r < out.size(); ++r) out[r] = node.kept[r * n + unit];
  return out;
}

/// The rank counts of one unit, asked.
class ranks_seen {
 public:
  ranks_seen(const outcomes& o, const rank_counts& counted) : o_(o), counted_(counted) {
    for (const std::uint32_t c : counted.counts) n_ += c;
  }
  [[nodiscard]] std::uint64_t count() const { return n_; }
  [[nodiscard]] double best() const { return n_ == 0 ? missing_value : rank(0); }
  [[nodiscard]] double worst() const { return n_ == 0 ? missing_value : rank(counted_.counts.size() - 1); }
  [[nodiscard]] double expected() const {
    double sum = 0;  // of whole numbers and halves: exact
    for (std::size_t k = 0; k < counted_.counts.size(); ++k) sum += rank(k) * counted_.counts[k];
    return n_ == 0 ? missing_value : sum / static_cast<double>(n_);
  }
  [[nodiscard]] double sd() const {
    if (n_ < 2) return missing_value;
    const double centre = expected();
    double squares = 0;
    for (std::size_t k = 0; k < counted_.counts.size(); ++k)
      squares += (rank(k) - centre) * (rank(k) - centre) * counted_.counts[k];
    return std::sqrt(squares / static_cast<double>(n_ - 1));
  }
  /// Type 7: between the two ranks on either side of place (n − 1) p, counted from 0.
  [[nodiscard]] double quantile(double p) const {
    if (n_ == 0) return missing_value;
    // 0.1 * 30 is not 3: places that miss a whole number by rounding are meant to be whole.
    constexpr double rounding = 4 * 2.220446049250313e-16;
    const double place = static_cast<double>(n_ - 1) * p, slack = rounding * std::max(1.0, place);
    const double below = std::floor(place + slack);
    const double share = std::abs(place - below) <= slack ? 0 : place - below;
    const double low = at(static_cast<std::uint64_t>(below));
    if (share == 0) return low;
    const double high = at(static_cast<std::uint64_t>(below) + 1);
    return low == high ? low : (1 - share) * low + share * high;
  }

 private:
  [[nodiscard]] double rank(std::size_t k) const { return o_.rank_of_bin(counted_.first + k); }
  [[nodiscard]] double at(std::uint64_t place) const {
    std::uint64_t so_far = 0;
    std::size_t k = 0;
    while (k + 1 < counted_.counts.size() && (so_far += counted_.counts[k]) <= place) ++k;
    return rank(k);
  }

  const outcomes& o_;
  const rank_counts& counted_;
  std::uint64_t n_ = 0;
};

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
  if (leaders == 1) out.same_leader = node.units[leader].ranks.at(0) / n;
  if (!o.is_kept()) return out;
  const std::vector<double> q = numeric::quantiles(node.shifts, detail::ends_and_middle(level));
  out.low = q[0], out.median = q[1], out.high = q[2];
  out.same_order = static_cast<double>(std::count(node.shifts.begin(), node.shifts.end(), 0.0)) / n;
  return out;
}

}  // namespace robustness
QUINDEX_END
