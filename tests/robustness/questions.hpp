/// What the tests of the questions to outcomes share: outcomes made by hand from scores, small runs, messages.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/run.hpp"

namespace asked {

namespace qx = quindex;
namespace rb = quindex::robustness;

inline constexpr double gap = qx::missing_value;

inline qx::labels unit_names(std::size_t n) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back("u" + std::to_string(i));
  return {out};
}

/// Counts one unit's ranks, given by replicate.
inline rb::rank_counts counted(const rb::outcomes& o, const std::vector<double>& ranks) {
  std::vector<std::uint32_t> all(o.bins(), 0);
  for (const double rank : ranks)
    if (!qx::is_missing(rank)) ++all[o.bin_of_rank(rank)];
  const auto used = [](std::uint32_t c) { return c > 0; };
  const auto first = std::find_if(all.begin(), all.end(), used);
  const auto last = std::find_if(all.rbegin(), all.rend(), used).base();
  if (first == all.end()) return {};
  return {static_cast<std::uint32_t>(first - all.begin()), {first, last}};
}

/// Outcomes of one node in which the replicates have these scores (replicates × units), the first row being nominal,
/// too; high is better.
inline rb::outcomes outcomes_of(const qx::matrix& scores, bool keep = true, qx::ties rule = qx::ties::best) {
  const auto draws = static_cast<std::size_t>(scores.rows()), n = static_cast<std::size_t>(scores.cols());
  rb::outcomes::parts all;
  all.design.draws = draws;
  all.design.keep = keep;
  all.units = unit_names(n);
  all.nodes = {"index"};
  all.rule = rule;
  all.done = {{0, draws}};
  rb::node_counts node{.node = "index"};
  std::vector<std::vector<double>> ranks(n, std::vector<double>(draws));
  node.units.resize(n);
  node.nominal_scores.resize(n);
  for (std::size_t r = 0; r < draws; ++r) {
    std::vector<double> row(n), own(n);
    for (std::size_t i = 0; i < n; ++i) row[i] = scores(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(i));
    qx::numeric::ranks(row, rule, true, own);
    if (r == 0) node.nominal_scores = row, node.nominal_ranks = own;
    double shift = 0, both = 0;
    for (std::size_t i = 0; i < n; ++i) {
      ranks[i][r] = own[i];
      if (!qx::is_missing(own[i]) && !qx::is_missing(node.nominal_ranks[i]))
        shift += std::abs(own[i] - node.nominal_ranks[i]), both += 1;
      if (qx::is_missing(row[i])) continue;
      rb::unit_counts& unit = node.units[i];
      const double centre = qx::is_missing(node.nominal_scores[i]) ? 0 : node.nominal_scores[i];
      ++unit.present;
      unit.sum.add(row[i] - centre);
      unit.squares.add((row[i] - centre) * (row[i] - centre));
      if (!(unit.least <= row[i])) unit.least = row[i];
      if (!(unit.most >= row[i])) unit.most = row[i];
    }
    node.shift.add(shift / both);
    node.shift_squares.add(shift / both * (shift / both));
    if (!keep) continue;
    node.kept.insert(node.kept.end(), row.begin(), row.end());
    node.shifts.push_back(shift / both);
  }
  const rb::outcomes rules{all};
  for (std::size_t i = 0; i < n; ++i) node.units[i].ranks = counted(rules, ranks[i]);
  all.watched = {node};
  return rb::outcomes(all);
}

/// Units × criteria whose scores are the values themselves.
inline qx::table criteria_table(const std::vector<std::vector<double>>& rows) {
  qx::matrix values(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows[0].size()));
  std::vector<std::string> names;
  for (std::size_t j = 0; j < rows[0].size(); ++j) names.push_back("c" + std::to_string(j));
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[0].size(); ++j)
      values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
  return {unit_names(rows.size()), qx::labels(names), values};
}
inline qx::spec flat_spec(std::size_t criteria) {
  std::vector<qx::node> children;
  for (std::size_t j = 0; j < criteria; ++j) children.push_back(qx::indicator("c" + std::to_string(j)));
  return {.framework = qx::group("index", children), .normalise = qx::normalise::identity{}};
}

/// The text of the error that `f` throws; empty when it throws none.
template <class F>
std::string message_of(F&& f) {
  try {
    f();
  } catch (const qx::error& e) {
    return e.what();
  }
  return {};
}

}  // namespace asked
