/// Bodies of diagnose/levels.hpp.
#pragma once

#include <cmath>
#include <string>

#include "quindex/diagnose/impl/importance.ipp"
#include "quindex/diagnose/levels.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// The columns of a square table that belong to some of its nodes.
inline correlation_table columns_at(const correlation_table& t, const std::vector<size_t>& columns) {
  std::vector<std::string> codes;
  for (const size_t j : columns) codes.push_back(t.columns[j]);
  const auto pick = [&columns](const matrix& all) {
    matrix out(all.rows(), at(columns.size()));
    for (size_t j = 0; j < columns.size(); ++j)
      for (Eigen::Index i = 0; i < all.rows(); ++i) out(i, at(j)) = all(i, at(columns[j]));
    return out;
  };
  return {t.rows, labels(codes), pick(t.r), pick(t.n), pick(t.p), pick(t.low), pick(t.high)};
}

inline node_fit fit_of(const framework& tree, const matrix& r, size_t node) {
  const size_t group = tree.at(node).parent;
  const auto of = [&](size_t other) { return r(at(node), at(other)); };
  node_fit out{.node = tree.about(node).code, .group = tree.about(group).code};
  out.with_group = of(group), out.with_index = of(0);
  double sum = 0, count = 0;
  for (const size_t sibling : tree.at(group).children)
    if (sibling != node && !is_missing(of(sibling))) sum += of(sibling), count += 1;
  if (count > 0) out.with_siblings = sum / count;
  if (group != 0)
    for (const size_t other : tree.at(tree.at(group).parent).children) {
      const bool counts = other != group && tree.about(other).is_group && !is_missing(of(other));
      if (!counts || of(other) <= out.with_nearest) continue;
      out.with_nearest = of(other), out.nearest = tree.about(other).code;
    }
  out.is_negative = out.with_group < 0;
  out.is_elsewhere = out.with_nearest > out.with_group;
  return out;
}

}  // namespace detail

QUINDEX_INLINE level_report levels(const result& r, correlation kind) {
  const framework& tree = r.framework();
  std::vector<std::size_t> nodes, groups;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    nodes.push_back(i);
    if (tree.about(i).is_group) groups.push_back(i);
  }
  const correlation_table square = correlations(detail::scores_of(r, nodes), {.kind = kind});
  level_report out{detail::columns_at(square, groups), {}};
  for (std::size_t i = 1; i < tree.size(); ++i) out.nodes.push_back(detail::fit_of(tree, square.r, i));
  return out;
}

}  // namespace diagnose
QUINDEX_END
