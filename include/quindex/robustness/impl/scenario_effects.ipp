/// Bodies of robustness/scenarios.hpp: who moves where, and which choice did it.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>

#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/impl/scenarios.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The mean of the values present; missing if none is.
[[nodiscard]] inline double mean_present(column_view x) {
  const numeric::tally all = numeric::total(x);
  return all.n == 0 ? missing_value : all.sum / static_cast<double>(all.n);
}

/// The share of the variance of y that the means by option have; missing values are skipped.
[[nodiscard]] inline double share_of_options(const std::vector<double>& y, const std::vector<std::size_t>& option) {
  const double centre = mean_present(y);
  std::map<std::size_t, std::vector<double>> by_option;
  std::vector<double> squares;
  for (std::size_t k = 0; k < y.size(); ++k) {
    if (is_missing(y[k])) continue;
    by_option[option[k]].push_back(y[k]);
    squares.push_back((y[k] - centre) * (y[k] - centre));
  }
  const double whole = numeric::sum(squares);
  if (!(whole > 0)) return missing_value;
  std::vector<double> parts;
  for (const auto& entry : by_option) {
    const double lead = mean_present(entry.second) - centre;
    parts.push_back(static_cast<double>(entry.second.size()) * lead * lead);
  }
  return numeric::sum(parts) / whole;
}

/// The options that the scenarios have of one choice.
[[nodiscard]] inline std::vector<std::size_t> options_of(const scenario_table& found, std::size_t choice) {
  std::vector<std::size_t> out;
  for (const scenario& one : found.scenarios) out.push_back(one.options[choice]);
  return out;
}

/// The mean shift over the pairs of scenarios that differ in one choice only.
[[nodiscard]] inline double shift_by_choice(const scenario_table& found, std::size_t choice) {
  std::map<std::vector<std::size_t>, std::vector<std::size_t>> alike;
  for (std::size_t k = 0; k < found.scenarios.size(); ++k) {
    if (found.scenarios[k].has_failed) continue;
    std::vector<std::size_t> others = found.scenarios[k].options;
    others[choice] = 0;
    alike[others].push_back(k);
  }
  std::vector<double> shifts;
  for (const auto& entry : alike)
    for (std::size_t a = 0; a < entry.second.size(); ++a)
      for (std::size_t b = 0; b < a; ++b) shifts.push_back(shift_between(found, entry.second[b], entry.second[a]));
  return mean_present(shifts);
}

/// What the main effects leave.
[[nodiscard]] inline double rest_of(const std::vector<double>& shares) {
  const double left = 1 - numeric::sum(shares);
  return std::abs(left) < 1e-12 ? 0 : left;
}

}  // namespace detail

QUINDEX_INLINE scenario_ranges ranges_of(const scenario_table& found) {
  const auto n = static_cast<std::size_t>(found.ranks.cols());
  const std::vector<double> none(n, missing_value);
  scenario_ranges out{none,
                      none,
                      none,
                      none,
                      std::vector<std::size_t>(n, 0),
                      std::vector<std::size_t>(n, 0),
                      std::vector<std::size_t>(n, 0)};
  for (std::size_t i = 0; i < n; ++i) {
    const column_view ranks = column_of(found.ranks, static_cast<Eigen::Index>(i));
    out.nominal[i] = ranks[0];
    out.mean[i] = detail::mean_present(ranks);
    out.present[i] = numeric::total(ranks).n;
    for (std::size_t k = 0; k < ranks.size(); ++k) {
      if (is_missing(ranks[k])) continue;
      if (!(out.best[i] <= ranks[k])) out.best[i] = ranks[k], out.best_in[i] = k;
      if (!(out.worst[i] >= ranks[k])) out.worst[i] = ranks[k], out.worst_in[i] = k;
    }
  }
  return out;
}

QUINDEX_INLINE choice_effects effects_of(const scenario_table& found) {
  const std::size_t choices = found.choices.size(), n = found.units.size();
  choice_effects out{found.choices,
                     {},
                     {},
                     matrix(static_cast<Eigen::Index>(choices), static_cast<Eigen::Index>(n)),
                     missing_value,
                     std::vector<double>(n, missing_value),
                     found.is_full};
  for (const scenario& one : found.scenarios) out.is_balanced = out.is_balanced && !one.has_failed;
  for (std::size_t c = 0; c < choices; ++c) {
    const std::vector<std::size_t> options = detail::options_of(found, c);
    out.mean_shift.push_back(detail::shift_by_choice(found, c));
    out.of_shift.push_back(found.is_full ? detail::share_of_options(found.shift, options) : missing_value);
    for (std::size_t i = 0; i < n; ++i) {
      const column_view ranks = column_of(found.ranks, static_cast<Eigen::Index>(i));
      out.of_rank(static_cast<Eigen::Index>(c), static_cast<Eigen::Index>(i)) =
          found.is_full ? detail::share_of_options({ranks.begin(), ranks.end()}, options) : missing_value;
    }
  }
  if (!out.is_balanced) return out;
  out.interactions_of_shift = detail::rest_of(out.of_shift);
  for (std::size_t i = 0; i < n; ++i) {
    const column_view shares = column_of(out.of_rank, static_cast<Eigen::Index>(i));
    const bool is_everywhere =
        numeric::total(column_of(found.ranks, static_cast<Eigen::Index>(i))).n == found.scenarios.size();
    if (is_everywhere) out.interactions_of_rank[i] = detail::rest_of({shares.begin(), shares.end()});
  }
  return out;
}

}  // namespace robustness
QUINDEX_END
