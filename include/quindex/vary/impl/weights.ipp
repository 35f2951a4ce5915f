/// Bodies of the factors that draw weights: dirichlet, order, weight.
#pragma once

#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/vary/dirichlet.hpp"
#include "quindex/vary/order.hpp"
#include "quindex/vary/weight.hpp"

QUINDEX_BEGIN
namespace vary {

QUINDEX_INLINE constants dirichlet::prepare(const scene& s) const {
  constants out;
  for (const std::size_t g : detail::groups_meant(s.tree, group)) {
    const auto& children = s.tree.at(g).children;
    out.nodes.insert(out.nodes.end(), children.begin(), children.end());
    out.numbers.push_back(static_cast<double>(children.size()));
  }
  return out;
}

namespace detail {

/// Draws the weights of one group's children around what they are.
QUINDEX_INLINE void draw_dirichlet(std::span<const std::size_t> nodes, const double* u, double concentration,
                                   std::span<double> weights) {
  double total = 0, sum = 0;
  for (const std::size_t node : nodes) total += weights[node];
  if (!(total > 0)) return;
  std::size_t largest = nodes[0];
  double best = -std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    double& w = weights[nodes[k]];
    if (!(w > 0)) continue;
    const double shape = concentration * (w / total);
    // Below the smallest double a gamma variable of a small shape is about u^(1/shape): the largest is found by that.
    if (const double log_size = numeric::log(u[k]) / shape; log_size > best) best = log_size, largest = nodes[k];
    w = numeric::gamma_quantile(u[k], shape);
    sum += w;
  }
  if (sum > 0)
    for (const std::size_t node : nodes) weights[node] /= sum;
  else
    weights[largest] = 1;
}

/// The group that is meant, or the index when none is named.
QUINDEX_INLINE std::size_t one_group(const framework& tree, const std::string& code) {
  return code.empty() ? 0 : groups_meant(tree, code).front();
}

/// Refuses what is not the code of one group; without a code the index has to be the only group.
QUINDEX_INLINE void check_one_group(const framework& tree, const std::string& code, const path& where) {
  check_groups(tree, code, where);
  const std::size_t n = groups_meant(tree, code).size();
  if (n != 1)
    throw spec_error({where.text(),
                      code.empty() ? "no group is named, and there are " + std::to_string(n)
                                   : quoted(code) + " are " + std::to_string(n) + " groups",
                      "give the code of one group"});
}

/// Refuses a code that is no child of the group, and one that stands twice.
QUINDEX_INLINE void check_children(const framework& tree, std::size_t group, const std::vector<std::string>& codes,
                                   const path& where) {
  const std::vector<std::string> children = tree.children_of(group);
  for (std::size_t k = 0; k < codes.size(); ++k) {
    if (std::find(children.begin(), children.end(), codes[k]) == children.end())
      throw spec_error({where.text(), quoted(codes[k]) + " is no child of " + quoted(tree.about(group).code),
                        did_you_mean(codes[k], children)});
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(k), codes[k]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(k))
      throw spec_error({where.text(), quoted(codes[k]) + " stands twice", "keep one of them"});
  }
}

}  // namespace detail

QUINDEX_INLINE void dirichlet::reweigh(const chance& c, std::span<double> weights) const {
  const std::span<const std::size_t> nodes = c.known.nodes;
  std::size_t at = 0;
  for (const double children : c.known.numbers) {
    const auto m = static_cast<std::size_t>(children);
    detail::draw_dirichlet(nodes.subspan(at, m), c.u.data() + at, concentration, weights);
    at += m;
  }
}

QUINDEX_INLINE void order::check_scene(const scene& s, const path& where) const {
  detail::check_one_group(s.tree, group, where / "group");
  const std::size_t g = detail::one_group(s.tree, group);
  detail::check_children(s.tree, g, codes, where / "codes");
  std::vector<std::string> without;
  for (const std::string& child : s.tree.children_of(g))
    if (std::find(codes.begin(), codes.end(), child) == codes.end()) without.push_back(child);
  if (!without.empty())
    throw spec_error({(where / "codes").text(), "there is no place in the order for " + listed(without),
                      "give every child of " + quoted(s.tree.about(g).code) + " one"});
}

QUINDEX_INLINE constants order::prepare(const scene& s) const {
  constants out;
  for (const std::string& code : codes) out.nodes.push_back(*s.tree.codes().find(code));
  return out;
}

QUINDEX_INLINE void order::reweigh(const chance& c, std::span<double> weights) const {
  const std::vector<std::size_t>& nodes = c.known.nodes;
  double total = 0, share = 0;
  for (std::size_t k = nodes.size(); k-- > 0;) {
    const double e = -numeric::log(1 - c.u[k]);
    total += e;
    share += e / static_cast<double>(k + 1);
    weights[nodes[k]] = share;
  }
  for (const std::size_t node : nodes) weights[node] /= total;
}

QUINDEX_INLINE void weight::check_scene(const scene& s, const path& where) const {
  if (detail::node_meant(s.tree, node, where / "node") == 0)
    throw spec_error(
        {(where / "node").text(), quoted(node) + " is the index, which has no weight", "give a node below it"});
  const double lowest = quindex::draw::quantile(draw, 0x1p-53), highest = quindex::draw::quantile(draw, 1 - 0x1p-53);
  if (lowest < 0 || (!relative && highest >= 1))
    throw spec_error(
        {(where / "draw").text(),
         std::string(relative ? "the multiple" : "the share") + " can be " + number_text(lowest < 0 ? lowest : highest),
         relative ? "multiples are 0 or more" : "shares are 0 or more and below 1"});
}

QUINDEX_INLINE constants weight::prepare(const scene& s) const {
  const std::size_t own = *s.tree.codes().find(node);
  constants out{{own}, {}, {}};
  if (relative) return out;
  for (const std::size_t sibling : s.tree.at(s.tree.at(own).parent).children)
    if (sibling != own) out.nodes.push_back(sibling);
  return out;
}

}  // namespace vary
QUINDEX_END
