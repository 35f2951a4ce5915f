/// Bodies of diagnose/importance.hpp.
#pragma once

#include <cmath>
#include <string>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/importance.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// The number of a group of a result, the index when none is named.
inline size_t group_of(const std::string& where, const result& r, std::string_view code) {
  const framework& tree = r.framework();
  if (code.empty()) return 0;
  const auto found = tree.codes().find(code);
  if (!found) throw spec_error({where, "there is no node " + quoted(code), did_you_mean(code, tree.codes().codes())});
  if (!tree.about(*found).is_group)
    throw spec_error({where, quoted(code) + " is an indicator", "ask for one of the groups"});
  return *found;
}

/// The children of a group, or the indicators below it.
inline std::vector<size_t> parts_below(const framework& tree, size_t group, parts_of what) {
  if (what == parts_of::children) return tree.at(group).children;
  std::vector<size_t> out;
  for (const size_t i : tree.indicators())
    if (tree.is_within(i, group)) out.push_back(i);
  return out;
}

/// The scores of some nodes as a table.
inline table scores_of(const result& r, const std::vector<size_t>& nodes) {
  std::vector<std::string> codes;
  matrix values(r.scores().rows(), at(nodes.size()));
  for (size_t k = 0; k < nodes.size(); ++k) {
    codes.push_back(r.nodes()[nodes[k]]);
    const column_view from = column_of(r.scores(), at(nodes[k]));
    std::copy(from.begin(), from.end(), column_of(values, at(k)).begin());
  }
  return {r.units(), labels(codes), std::move(values)};
}

}  // namespace detail

QUINDEX_INLINE std::vector<part_importance> importance(const table& parts, column_view score,
                                                       const std::vector<double>& weights,
                                                       const importance_limits& limits) {
  const std::size_t m = parts.indicators().size();
  if (score.size() != parts.units().size())
    throw data_error(
        {"importance.score",
         "it has " + std::to_string(score.size()) + " values for " + std::to_string(parts.units().size()) + " units",
         "give one per unit"});
  if (weights.size() != m)
    throw spec_error({"importance.weights",
                      "there are " + std::to_string(weights.size()) + " for " + std::to_string(m) + " columns",
                      "give one per column"});
  const double weight = numeric::sum(weights);
  if (!(weight > 0))
    throw spec_error(
        {"importance.weights", "they sum to " + number_text(weight), "give weights of 0 or more, not all 0"});
  const numeric::extent reach = numeric::range(score);
  if (reach.n < 3 || reach.low == reach.high)
    throw data_error({"importance.score", "it has no spread", "nothing explains a constant"});
  std::vector<part_importance> out(m);
  double all = 0;
  for (std::size_t j = 0; j < m; ++j) {
    part_importance& p = out[j];
    p.part = parts.indicators()[j];
    p.weight = weights[j] / weight;
    const double r = numeric::pearson(parts.column(j), score);
    p.linear = r * r;
    p.correlation_ratio = correlation_ratio(parts.column(j), score);
    p.rank_correlation = numeric::spearman(parts.column(j), score);
    if (!is_missing(p.correlation_ratio)) all += p.correlation_ratio;
  }
  for (part_importance& p : out) {
    if (all > 0) p.share = p.correlation_ratio / all;
    if (p.weight > 0) p.share_to_weight = p.share / p.weight;
    p.is_decisive = m > 1 && p.correlation_ratio >= limits.decisive;
    p.is_dominant = p.share_to_weight >= limits.dominant;
    p.is_silent = p.correlation_ratio < limits.silent || is_missing(p.correlation_ratio);
  }
  return out;
}

QUINDEX_INLINE std::vector<part_importance> importance(const result& r, std::string_view group, parts_of what,
                                                       const importance_limits& limits) {
  const std::size_t top = detail::group_of("importance", r, group);
  const std::vector<std::size_t> nodes = detail::parts_below(r.framework(), top, what);
  const std::vector<double> effective = r.effective_weights();
  std::vector<double> weights;
  for (const std::size_t node : nodes) weights.push_back(effective[node]);
  return importance(detail::scores_of(r, nodes), column_of(r.scores(), detail::at(top)), weights, limits);
}

}  // namespace diagnose
QUINDEX_END
