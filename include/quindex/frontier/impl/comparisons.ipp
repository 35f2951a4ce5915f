/// Bodies of frontier/comparisons.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/frontier/comparisons.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

/// Scores of the units of `measured` against a technology.
inline std::vector<double> scores_against(technology& t, const activities& measured, orientation towards) {
  std::vector<double> out;
  for (std::size_t i = 0; i < measured.units.size(); ++i)
    out.push_back(radial_score(
        t.radial(technology::row_of(measured.inputs, i), technology::row_of(measured.outputs, i), towards, i),
        towards));
  return out;
}

/// A score that a ratio can be made of.
inline bool is_usable(double score) { return score > 0 && std::isfinite(score); }

/// Why a unit has no index: the first comparison without a usable score.
inline std::string no_index(const std::array<double, 4>& scores) {
  constexpr std::array<const char*, 4> which{"before, against the first frontier", "after, against the first frontier",
                                             "before, against the second frontier",
                                             "after, against the second frontier"};
  const auto first = std::find_if_not(scores.begin(), scores.end(), is_usable);
  return "no index: " + std::string(which[static_cast<std::size_t>(first - scores.begin())]) +
         (*first == 0 ? ", its score is 0, as it makes nothing"
                      : ", it has no score, as it makes what nobody makes there");
}

}  // namespace detail

QUINDEX_INLINE malmquist_index malmquist(const table& before, const table& after, const roles& names,
                                         orientation towards) {
  const activities first = activities::of(before, names);
  const activities second = activities::of(after, names);
  if (!(first.units == second.units))
    throw data_error({"units", "the two periods have different units", "give the same units in the same order"});
  technology early(first.inputs, first.outputs, returns::constant);
  technology late(second.inputs, second.outputs, returns::constant);
  const auto early_first = detail::scores_against(early, first, towards);
  const auto early_second = detail::scores_against(early, second, towards);
  const auto late_first = detail::scores_against(late, first, towards);
  const auto late_second = detail::scores_against(late, second, towards);
  malmquist_index out{first.units, {}, {}, {}, {}};
  for (std::size_t i = 0; i < first.units.size(); ++i) {
    const std::array<double, 4> scores{early_first[i], early_second[i], late_first[i], late_second[i]};
    const bool known = std::all_of(scores.begin(), scores.end(), detail::is_usable);
    if (!known) out.notes.push_back({"units/" + first.units[i], detail::no_index(scores), 0});
    out.efficiency.push_back(known ? late_second[i] / early_first[i] : missing_value);
    out.technical.push_back(known ? std::sqrt((early_second[i] / late_second[i]) * (early_first[i] / late_first[i]))
                                  : missing_value);
    out.index.push_back(out.efficiency[i] * out.technical[i]);
  }
  return out;
}

namespace detail {

/// The multipliers of unit `o`, with which its score is `score` and the others together look best or worst: the duals
/// of the program with columns for the sum of the others' inputs, which is the measure, and for the unit itself.
inline std::vector<double> multipliers_of(technology& t, std::size_t o, double score, attitude to_others,
                                          const std::string& unit) {
  const std::size_t m = t.input_count();
  const std::size_t s = t.output_count();
  std::vector<double> others(m + s, 0.0);
  for (std::size_t k = 0; k < t.size(); ++k) {
    if (k == o) continue;
    const std::vector<double> x = t.inputs_of(k);
    const std::vector<double> y = t.outputs_of(k);
    for (std::size_t j = 0; j < m + s; ++j) others[j] += j < m ? x[j] : y[j - m];
  }
  const std::vector<double> x = t.inputs_of(o);
  const std::vector<double> y = t.outputs_of(o);
  numeric::linear_program p = t.empty_program(2);
  constexpr double none = std::numeric_limits<double>::infinity();
  p.low = {-none, -none};
  p.high = {none, none};
  p.cost = {1, 0};
  const double sign = to_others == attitude::benevolent ? 1 : -1;
  for (std::size_t j = 0; j < m + s; ++j) {
    const auto row = static_cast<Eigen::Index>(j);
    if (j < m) {
      p.rows(row, 0) = -others[j];
      p.rows(row, 1) = score * x[j];
    } else {
      p.rows(row, 1) = y[j - m];
      p.right[j] = sign * others[j];
    }
  }
  std::vector<double> out = proven(t.solve(p, o), unit).duals;
  for (double& value : out) value = std::abs(value);
  return out;
}

}  // namespace detail

QUINDEX_INLINE cross_scores cross_efficiency(const table& data, const roles& names, attitude to_others) {
  const activities all = activities::of(data, names);
  technology t(all.inputs, all.outputs, returns::constant);
  const std::size_t n = t.size();
  const std::size_t m = t.input_count();
  const auto size = static_cast<Eigen::Index>(n);
  cross_scores out{all.units, matrix(size, size), {}};
  for (std::size_t o = 0; o < n; ++o) {
    const double score =
        radial_score(t.radial(t.inputs_of(o), t.outputs_of(o), orientation::input, o), orientation::input);
    if (n == 1) {
      out.scores(0, 0) = score;
      break;
    }
    const std::vector<double> w = detail::multipliers_of(t, o, score, to_others, all.units[o]);
    for (std::size_t k = 0; k < n; ++k) {
      const std::vector<double> x = t.inputs_of(k);
      const std::vector<double> y = t.outputs_of(k);
      double used = 0;
      double made = 0;
      for (std::size_t j = 0; j < m; ++j) used += w[j] * x[j];
      for (std::size_t j = 0; j < y.size(); ++j) made += w[m + j] * y[j];
      const double ratio = used > 0 ? made / used : missing_value;
      out.scores(static_cast<Eigen::Index>(o), static_cast<Eigen::Index>(k)) = std::abs(ratio - 1) <= 1e-9 ? 1 : ratio;
    }
  }
  for (Eigen::Index k = 0; k < size; ++k) out.mean.push_back(numeric::mean(column_of(out.scores, k)));
  return out;
}

}  // namespace frontier
QUINDEX_END
