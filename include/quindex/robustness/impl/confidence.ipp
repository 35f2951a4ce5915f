/// Bodies of robustness/acceptability.hpp: confidence factors.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "quindex/compute/result.hpp"
#include "quindex/robustness/acceptability.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

using weight_set = std::vector<std::pair<std::string, double>>;

/// A unit's central weights by code, of the groups below the node in which they are not all 0.
[[nodiscard]] inline weight_set central_set(const framework& tree, std::size_t top, const central_weights_table& found,
                                            Eigen::Index unit) {
  weight_set out;
  for (const std::size_t g : tree.groups_inside_out()) {
    if (!tree.is_within(g, top)) continue;
    weight_set own;
    bool is_zero = true;
    for (const std::size_t child : tree.at(g).children) {
      const double w = found.weights(unit, static_cast<Eigen::Index>(child));
      own.emplace_back(tree.about(child).code, w);
      is_zero = is_zero && w == 0;
    }
    if (!is_zero) out.insert(out.end(), own.begin(), own.end());
  }
  return out;
}

/// The design with one factor in the place of those that draw weights: it sets them.
[[nodiscard]] inline design with_weights(const design& of, weight_set weights, const std::string& node) {
  design out = of;
  std::vector<std::size_t> kept;
  for (std::size_t f = 0; f < of.factors.size(); ++f)
    if (vary::changes(of.factors[f].what)) kept.push_back(f);
  out.factors.clear();
  out.correlation.clear();
  for (const std::size_t f : kept) {
    out.factors.push_back(of.factors[f]);
    if (of.correlation.empty()) continue;
    std::vector<double>& row = out.correlation.emplace_back();
    for (const std::size_t g : kept) row.push_back(of.correlation[f][g]);
    row.push_back(0);
  }
  std::string name = "central weights";
  while (std::any_of(kept.begin(), kept.end(), [&](std::size_t f) { return of.factors[f].name == name; })) name += "'";
  out.factors.push_back({std::move(name), vary::stakeholders{.sets = {std::move(weights)}}});
  if (!of.correlation.empty()) out.correlation.emplace_back(out.factors.size(), 0.0).back() = 1;
  out.nodes = {node};
  out.bands.clear();
  out.pairs = out.central_weights = false;
  out.scores = false;
  out.keep = false;
  return out;
}

}  // namespace detail

QUINDEX_INLINE confidence_table confidence_factors(const spec& recipe, const table& data, const outcomes& o,
                                                   std::string_view code, const run_options& how) {
  const central_weights_table found = central_weights(o, code);
  run_options once = how;
  const auto& factors = o.design().factors;
  if (std::none_of(factors.begin(), factors.end(), [](const factor& f) { return vary::changes(f.what); }))
    once.last = once.first + 1;
  const std::size_t top = *recipe.framework.codes().find(found.node);
  confidence_table out{found.node, found.units, std::vector<double>(found.units.size(), missing_value),
                       std::vector<std::size_t>(found.units.size(), 0)};
  for (std::size_t i = 0; i < found.units.size(); ++i) {
    if (!(found.first_share[i] > 0)) continue;
    const detail::weight_set weights = detail::central_set(recipe.framework, top, found, static_cast<Eigen::Index>(i));
    const outcomes again = run(recipe, data, detail::with_weights(o.design(), weights, found.node), once);
    out.replicates[i] = again.successes();
    const std::uint32_t first = again.at().units[i].ranks.at(0);
    if (again.successes() > 0) out.factor[i] = first / static_cast<double>(again.successes());
  }
  return out;
}

}  // namespace robustness
QUINDEX_END
