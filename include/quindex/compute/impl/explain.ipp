/// Bodies of compute/explain.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/explain.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/impl/formula.ipp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace detail {

/// What a unit's children enter a group with, in words where that is not their score and weight.
QUINDEX_INLINE std::string entry_text(const fitted_group& group, std::size_t c, const spec& recipe, double score,
                                      double counted, double weight, int digits) {
  const auto number = [digits](double value) { return short_number(value, digits); };
  const std::string policy = " (missing = " + std::string(recipe.missing.name()) + ")";
  std::string out;
  if (group.mirror[c] && !is_missing(score))
    out += "; enters as " + number(*group.mirror[c]) + " − " + number(score) + " = " + number(counted);
  if (is_missing(score) && !is_missing(counted)) out += "; enters as " + number(counted) + policy;
  if (weight == group.weights[c]) return out;
  if (is_missing(counted)) return out + "; its weight " + number(group.weights[c]) + " goes to the others" + policy;
  return out + "; weight " + number(group.weights[c]) + " rescaled to " + number(weight) + policy;
}

}  // namespace detail

QUINDEX_INLINE std::vector<explained_node> explain(const result& r, std::string_view unit) {
  const auto found = r.units().find(unit);
  if (!found) throw data_error({"explain", "there is no unit " + quoted(unit), did_you_mean(unit, r.units().codes())});
  const auto i = static_cast<Eigen::Index>(*found);
  const framework& tree = r.framework();
  const fitted index = r.index();
  const fitted_state& state = index.state();
  const matrix prepared = r.prepared();
  constexpr int digits = 6;
  std::vector<explained_node> out(tree.size());
  std::size_t k = 0;
  for (std::size_t at = 0; at < tree.size(); ++at) {
    explained_node& line = out[at];
    const node& about = tree.about(at);
    line.node = about.code;
    line.depth = tree.at(at).depth;
    line.is_group = about.is_group;
    line.score = r.scores()(i, static_cast<Eigen::Index>(at));
    line.rank = r.ranks(about.code)[*found];
    if (!about.is_group) {
      line.raw = r.data().column(*r.data().indicators().find(about.code))[*found];
      line.prepared = prepared(i, static_cast<Eigen::Index>(k));
      line.how = std::string(detail::chosen(r.spec().normalise, tree, at, true).name()) + ": " +
                 detail::formula_of(state.scales[k], line.prepared, digits) + line.how;
      ++k;
      continue;
    }
    const auto& children = tree.at(at).children;
    line.how = std::string(detail::chosen(r.spec().aggregate, tree, at, false).name()) + " of " +
               std::to_string(children.size()) + (children.size() == 1 ? " child" : " children") + line.how;
    const detail::group_inputs inputs = detail::inputs_of(r, at);
    std::vector<double> parts(children.size(), missing_value);
    if (!inputs.no_contributions()) inputs.contributions(*found, line.score, parts);
    std::vector<double> counted(children.size());
    std::vector<double> weights(children.size());
    inputs.entering(*found, !is_missing(line.score), counted, weights);
    for (std::size_t c = 0; c < children.size(); ++c) {
      const double score = r.scores()(i, static_cast<Eigen::Index>(children[c]));
      out[children[c]].weight = weights[c];
      out[children[c]].contribution = parts[c];
      out[children[c]].how = detail::entry_text(state.groups[at], c, r.spec(), score, counted[c], weights[c], digits);
    }
  }
  return out;
}

QUINDEX_INLINE std::string explanation_text(const std::vector<explained_node>& nodes, int digits) {
  const auto number = [digits](double x) { return detail::short_number(x, digits); };
  std::string out;
  for (const explained_node& line : nodes) {
    out.append(2 * line.depth, ' ');
    out += line.node + ": " + number(line.score) + " (rank " + number(line.rank);
    if (line.depth > 0) out += ", weight " + number(line.weight) + ", adds " + number(line.contribution);
    out += ") = " + line.how;
    if (!line.is_group && !(line.raw == line.prepared) && !(is_missing(line.raw) && is_missing(line.prepared)))
      out += "; raw value " + number(line.raw) + " became " + number(line.prepared);
    out += '\n';
  }
  return out;
}

QUINDEX_END
