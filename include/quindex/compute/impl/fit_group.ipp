/// Bodies of compute/pipeline.hpp: fitting a group, its weights, how it is turned and what fills its gaps.
#pragma once

#include <cmath>
#include <set>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

/// m, where a score s of this group enters its parent as m − s; nothing for a group in which high is better.
QUINDEX_INLINE std::optional<double> mirror_of(const spec& recipe, std::size_t i) {
  const framework& tree = recipe.framework;
  if (!tree.about(i).is_group || tree.about(i).about.better.better != direction::kind::low) return std::nullopt;
  const std::string where = "framework." + tree.about(i).code + ".better";
  std::optional<double> mirror;
  for (const std::size_t k : tree.indicators()) {
    if (!tree.is_within(k, i)) continue;
    const auto& method = chosen(recipe.normalise, tree, k, true);
    const std::optional<double> own = mirror_of(method);
    if (!own || (mirror && *mirror != *own))
      throw spec_error({where,
                        "the group's scores cannot be turned: " + std::string(method.name()) +
                            (own ? " has other ends than its siblings" : " has no known ends"),
                        "normalise its indicators by min_max, goalposts, z_score or percentile_rank, or turn the "
                        "indicators instead"});
    mirror = own;
  }
  for (const std::size_t g : tree.groups_inside_out()) {
    const auto& aggregator = chosen(recipe.aggregate, tree, g, false);
    if (tree.is_within(g, i) && !aggregator.view().claims.has(claim::idempotent))
      throw spec_error({where,
                        "the group's scores cannot be turned: " + std::string(aggregator.name()) +
                            " leaves the range of its children",
                        "aggregate it by a mean, or turn the indicators instead"});
  }
  return mirror;
}

/// Non-negative weights that sum to 1.
QUINDEX_INLINE std::vector<double> normalised_weights(std::vector<double> weights, const weigh::group& group,
                                                      std::string_view method) {
  if (weights.size() != group.children.size())
    throw spec_error({group.where(), std::string(method) + " gave " + std::to_string(weights.size()) + " weights",
                      "the group has " + std::to_string(group.children.size()) + " children"});
  for (std::size_t c = 0; c < weights.size(); ++c)
    if (!std::isfinite(weights[c]) || weights[c] < 0)
      throw spec_error({group.where() + "/" + group.children[c], "the weight is " + number_text(weights[c]),
                        "weights are 0 or more"});
  const double total = numeric::sum(weights);
  if (!std::isfinite(total))
    throw spec_error({group.where(), "the weights are too large to be added",
                      "weights are relative: divide them all by the same number"});
  if (!(total > 0)) throw spec_error({group.where(), "all weights are 0", "give at least one child a positive weight"});
  for (double& w : weights) w /= total;
  return weights;
}

QUINDEX_INLINE fill group_means(column_view x, const std::vector<std::string>& unit_groups) {
  fill out;
  if (const numeric::tally all = numeric::total(x); all.n > 0 && unit_groups.empty())
    out.value = all.sum / static_cast<double>(all.n);
  const std::set<std::string> names(unit_groups.begin(), unit_groups.end());
  for (const std::string& name : names) {
    std::vector<double> members;
    for (std::size_t i = 0; i < x.size(); ++i)
      if (unit_groups[i] == name) members.push_back(x[i]);
    if (const numeric::tally own = numeric::total(members); own.n > 0)
      out.by_group.emplace_back(name, own.sum / static_cast<double>(own.n));
  }
  return out;
}

/// The means fitted before for one child: "code" is for all units, "code/group" for those of a group.
QUINDEX_INLINE fill given_means(const std::vector<std::pair<std::string, double>>& means, const std::string& code) {
  fill out;
  for (const auto& [key, mean] : means) {
    if (key == code) out.value = mean;
    if (key.rfind(code + "/", 0) == 0) out.by_group.emplace_back(key.substr(code.size() + 1), mean);
  }
  return out;
}

QUINDEX_INLINE weigh::group weighing_group(const framework& tree, std::size_t g,
                                           const std::vector<column_view>& children) {
  weigh::group group{tree.about(g).code, tree.children_of(g), {}, children};
  for (const std::size_t child : tree.at(g).children) group.given.push_back(tree.about(child).about.weight);
  return group;
}

QUINDEX_INLINE void pipeline::fit_group(std::size_t g, const std::vector<column_view>& children) {
  const spec& recipe = state_.recipe;
  fitted_group& fitted = state_.groups[g];
  for (const std::size_t child : tree_.at(g).children) fitted.mirror.push_back(mirror_of(recipe, child));
  std::vector<std::vector<double>> turned(children.size());
  std::vector<column_view> scores = children;
  for (std::size_t c = 0; c < children.size(); ++c) {
    if (!fitted.mirror[c]) continue;
    turned[c].assign(children[c].begin(), children[c].end());
    for (double& value : turned[c]) value = *fitted.mirror[c] - value;
    scores[c] = turned[c];
  }
  const auto& method = chosen(recipe.weigh, tree_, g, false);
  const weigh::group group = weighing_group(tree_, g, scores);
  fitted.weights = normalised_weights(method.visit([&](const auto& m) { return m.fit(group); }), group, method.name());
  method.visit([&](const auto& m) {
    if constexpr (requires { m.remarks(group); })
      for (std::string& text : m.remarks(group)) remark(group.where(), std::move(text));
  });
  if (recipe.missing.visit([](const auto& m) { return m.rule(); }).what != missing::rule::kind::group_mean) return;
  const auto* given = recipe.missing.as<missing::group_mean>();
  for (std::size_t c = 0; c < children.size(); ++c) {
    const bool is_given = given != nullptr && !given->means.empty();
    fitted.fills.push_back(is_given ? given_means(given->means, group.children[c])
                                    : group_means(scores[c], data_.groups()));
  }
}

}  // namespace detail
QUINDEX_END
