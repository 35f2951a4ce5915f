/// Bodies of vary/stakeholders.hpp.
#pragma once

#include <algorithm>

#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/vary/stakeholders.hpp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

using weight_set = std::vector<std::pair<std::string, double>>;

QUINDEX_INLINE const double* weight_in(const weight_set& set, const std::string& code) {
  const auto at = std::find_if(set.begin(), set.end(), [&](const auto& entry) { return entry.first == code; });
  return at == set.end() ? nullptr : &at->second;
}

/// The groups that a set gives weights to the children of.
QUINDEX_INLINE std::vector<std::size_t> groups_of(const framework& tree, const weight_set& set, const path& where) {
  std::vector<std::size_t> out;
  for (const auto& [code, weight] : set) {
    const std::size_t node = node_meant(tree, code, where / code);
    if (node == 0)
      throw spec_error({(where / code).text(), "the index has no weight", "give weights to the nodes below it"});
    out.push_back(tree.at(node).parent);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Refuses a set in which a child of one of the groups has no weight, or all of them the weight 0.
QUINDEX_INLINE void check_set(const framework& tree, const weight_set& set, const std::vector<std::size_t>& groups,
                              const path& where) {
  for (const std::size_t g : groups) {
    double total = 0;
    for (const std::string& child : tree.children_of(g)) {
      const double* own = weight_in(set, child);
      if (own == nullptr)
        throw spec_error({where.text(), quoted(child) + " has no weight",
                          "give every child of " + quoted(tree.about(g).code) + " one, in every set"});
      total += *own;
    }
    if (!(total > 0))
      throw spec_error({where.text(), "the weights in " + quoted(tree.about(g).code) + " are all 0",
                        "give at least one child a weight above 0"});
  }
}

}  // namespace detail

QUINDEX_INLINE void stakeholders::check_scene(const scene& s, const path& where) const {
  if (sets.empty())
    throw spec_error(
        {(where / "sets").text(), "there are no weights to choose from", "give the weights of two or more"});
  std::vector<std::size_t> first;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    const std::string number = std::to_string(k);
    const path sets_at = where / "sets", at = sets_at / number;
    const std::vector<std::size_t> groups = detail::groups_of(s.tree, sets[k], at);
    if (groups.empty()) throw spec_error({at.text(), "there are no weights", "give the children of a group theirs"});
    if (k == 0) first = groups;
    if (groups != first)
      throw spec_error({at.text(), "the weights are for other groups than those of the first set",
                        "give weights for the same groups in every set"});
    detail::check_set(s.tree, sets[k], groups, at);
  }
}

QUINDEX_INLINE constants stakeholders::prepare(const scene& s) const {
  constants out;
  const auto groups = detail::groups_of(s.tree, sets[0], path("sets"));
  for (const std::size_t g : groups)
    out.nodes.insert(out.nodes.end(), s.tree.at(g).children.begin(), s.tree.at(g).children.end());
  for (const auto& set : sets)
    for (const std::size_t g : groups) {
      std::vector<double> own;
      for (const std::string& child : s.tree.children_of(g)) own.push_back(*detail::weight_in(set, child));
      const double total = numeric::sum(own);
      for (const double w : own) out.numbers.push_back(w / total);
    }
  return out;
}

QUINDEX_INLINE void stakeholders::reweigh(const chance& c, std::span<double> weights) const {
  const std::vector<std::size_t>& nodes = c.known.nodes;
  const double* sets_weights = c.known.numbers.data();
  if (!blend) {
    const double* own = sets_weights + detail::option_at(c.u[0], sets.size(), probabilities) * nodes.size();
    for (std::size_t k = 0; k < nodes.size(); ++k) weights[nodes[k]] = own[k];
    return;
  }
  for (const std::size_t node : nodes) weights[node] = 0;
  double total = 0;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    double part = -numeric::log(1 - c.u[s]);
    if (!probabilities.empty()) {
      const double shape = static_cast<double>(sets.size()) * probabilities[s];
      part = shape > 0 ? numeric::gamma_quantile(c.u[s], shape) : 0;
    }
    total += part;
    for (std::size_t k = 0; k < nodes.size(); ++k) weights[nodes[k]] += part * sets_weights[s * nodes.size() + k];
  }
  for (const std::size_t node : nodes) weights[node] /= total;
}

}  // namespace vary
QUINDEX_END
