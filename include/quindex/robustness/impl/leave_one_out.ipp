/// Bodies of robustness/leave_one_out.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include "quindex/base/text.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/leave_one_out.hpp"
#include "quindex/robustness/plan.hpp"
#include "quindex/robustness/rank_shifts.hpp"
#include "quindex/vary/edits.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The nodes with these codes, or all indicators.
inline std::vector<std::size_t> nodes_left_out(const framework& tree, const std::vector<std::string>& codes) {
  if (codes.empty()) return tree.indicators();
  std::vector<std::size_t> out;
  for (const std::string& code : codes) {
    const auto found = tree.codes().find(code);
    if (!found)
      throw spec_error({"leave_one_out", "there is no node " + quoted(code), did_you_mean(code, tree.codes().codes())});
    if (*found == 0)
      throw spec_error({"leave_one_out", quoted(code) + " is the index itself", "name its indicators or groups"});
    out.push_back(*found);
  }
  return out;
}

/// The index with the node taken out of its framework.
inline result with_node_removed(const spec& recipe, const describe::value& written, const table& data, std::size_t node,
                                const quindex::run_options& how) {
  const std::array<std::size_t, 1> dropped{node};
  const describe::value rest = vary::without_nodes(written, recipe.framework, dropped);
  return compute(read_spec(rest, functions_of(recipe)), data, how);
}

/// The index with the node's weight at 0 and the rest as it was fitted.
inline result with_node_weightless(const result& nominal, std::size_t node, const quindex::run_options& how) {
  auto state = std::make_shared<fitted_state>(nominal.index().state());
  const framework& tree = state->recipe.framework;
  const std::size_t parent = tree.at(node).parent;
  const std::vector<std::size_t>& siblings = tree.at(parent).children;
  std::vector<double>& weights = state->groups[parent].weights;
  weights[static_cast<std::size_t>(std::find(siblings.begin(), siblings.end(), node) - siblings.begin())] = 0;
  const double left = numeric::sum(weights);
  if (!(left > 0))
    throw spec_error({tree.about(parent).code, quoted(tree.about(node).code) + " has all the weight of its group",
                      "leave the group out instead"});
  for (double& w : weights) w /= left;
  return fitted(std::move(state))(nominal.data(), how);
}

inline without_node empty_without(std::size_t nodes, std::size_t units) {
  without_node out;
  out.shift.assign(nodes, missing_value);
  out.largest = out.shift;
  out.unit.resize(nodes);
  out.failed.resize(nodes);
  out.ranks = matrix::Constant(static_cast<Eigen::Index>(nodes), static_cast<Eigen::Index>(units), missing_value);
  out.scores = out.ranks;
  return out;
}

/// Writes the ranks of one changed index, and how far the units that both rank are from the nominal ones.
inline void keep_without(const result& changed, const leave_one_out_result& nominal, std::size_t k, without_node& out) {
  const std::vector<double> found = changed.ranks(changed.nodes()[0]);
  std::vector<double> ranks(nominal.units.size(), missing_value), expected = nominal.nominal_ranks;
  for (std::size_t i = 0; i < nominal.units.size(); ++i) {
    const auto at = changed.units().find(nominal.units[i]);
    if (!at) continue;
    const auto row = static_cast<Eigen::Index>(k), column = static_cast<Eigen::Index>(i);
    out.ranks(row, column) = ranks[i] = found[*at];
    out.scores(row, column) = changed.scores()(static_cast<Eigen::Index>(*at), 0);
  }
  rank_shared(ranks, expected, changed.spec().ties);
  std::vector<double> shifts;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const double shift = std::abs(ranks[i] - expected[i]);
    if (is_missing(shift)) continue;
    shifts.push_back(shift);
    if (!(shift > out.largest[k] || is_missing(out.largest[k]))) continue;
    out.largest[k] = shift;
    out.unit[k] = nominal.units[i];
  }
  out.shift[k] = numeric::mean(shifts);
}

}  // namespace detail

QUINDEX_INLINE leave_one_out_result leave_one_out(const spec& recipe, const table& data,
                                                  const std::vector<std::string>& nodes,
                                                  const quindex::run_options& how) {
  const result nominal = compute(recipe, data, how);
  const framework& tree = nominal.framework();
  const std::vector<std::size_t> left_out = detail::nodes_left_out(tree, nodes);
  const std::vector<double> effective = nominal.effective_weights();
  leave_one_out_result out;
  std::vector<std::string> codes;
  for (const std::size_t node : left_out) {
    codes.push_back(tree.about(node).code);
    out.weight.push_back(effective[node]);
  }
  out.nodes = labels(codes);
  out.units = nominal.units();
  out.nominal_ranks = nominal.ranks(nominal.nodes()[0]);
  const column_view scores = column_of(nominal.scores(), 0);
  out.nominal_scores.assign(scores.begin(), scores.end());
  out.removed = out.zero_weight = detail::empty_without(left_out.size(), out.units.size());
  const describe::value written = write_spec(recipe);
  const quindex::run_options alone{};
  numeric::parallel_for(how.executor, left_out.size(), [&](std::size_t k) {
    const auto attempt = [&](without_node& into, const auto& changed) {
      try {
        detail::keep_without(changed(), out, k, into);
      } catch (const error& e) {
        into.failed[k] = e.about();
      }
    };
    attempt(out.removed, [&] { return detail::with_node_removed(recipe, written, data, left_out[k], alone); });
    attempt(out.zero_weight, [&] { return detail::with_node_weightless(nominal, left_out[k], alone); });
  });
  return out;
}

QUINDEX_INLINE std::vector<importance_row> importance_by_removal(const leave_one_out_result& found) {
  const double weights = numeric::sum(found.weight), shifts = numeric::total(found.removed.shift).sum;
  std::vector<importance_row> out;
  for (std::size_t k = 0; k < found.nodes.size(); ++k) {
    importance_row row{found.nodes[k], found.weight[k] / weights, missing_value, missing_value};
    if (shifts > 0) row.importance = found.removed.shift[k] / shifts;
    if (row.weight > 0) row.ratio = row.importance / row.weight;
    out.push_back(row);
  }
  return out;
}

}  // namespace robustness
QUINDEX_END
