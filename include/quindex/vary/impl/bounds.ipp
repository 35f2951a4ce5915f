/// Bodies of vary/bounds.hpp.
#pragma once

#include <algorithm>

#include "quindex/vary/bounds.hpp"
#include "quindex/vary/impl/capped_simplex.ipp"
#include "quindex/vary/impl/weights.ipp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// The lowest and the highest weight of each child of the group.
QUINDEX_INLINE std::vector<std::pair<double, double>> limits_of(const bounds& b, const framework& tree) {
  std::vector<std::pair<double, double>> out;
  for (const std::string& child : tree.children_of(one_group(tree, b.group))) {
    out.emplace_back(b.low, b.high);
    for (const auto& [code, ends] : b.limits)
      if (code == child) out.back() = ends;
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE void bounds::check(const path& where) const {
  const auto refuse = [](const path& at, double from, double to) {
    if (!(from <= to))
      throw spec_error({at.text(), "the lowest weight is " + number_text(from) + ", the highest " + number_text(to),
                        "the lowest comes first and is not above the highest"});
  };
  refuse(where, low, high);
  for (const auto& [code, ends] : limits) refuse(where / "limits" / code, ends.first, ends.second);
}

QUINDEX_INLINE std::size_t bounds::dimension(const scene& s) const {
  return std::max<std::size_t>(s.tree.at(detail::one_group(s.tree, group)).children.size(), 2) - 1;
}

QUINDEX_INLINE void bounds::check_scene(const scene& s, const path& where) const {
  detail::check_one_group(s.tree, group, where / "group");
  std::vector<std::string> codes;
  for (const auto& entry : limits) codes.push_back(entry.first);
  detail::check_children(s.tree, detail::one_group(s.tree, group), codes, where / "limits");
  double least = 0, most = 0;
  for (const auto& [from, to] : detail::limits_of(*this, s.tree)) least += from, most += to;
  constexpr double rounding = 1e-12;
  if (least > 1 + rounding)
    throw spec_error({where.text(), "the lowest weights sum to " + number_text(least), "they may sum to 1 at most"});
  if (most < 1 - rounding)
    throw spec_error(
        {where.text(), "the highest weights sum to " + number_text(most), "they have to sum to 1 or more"});
}

QUINDEX_INLINE constants bounds::prepare(const scene& s) const {
  return detail::capped_simplex(s.tree.at(detail::one_group(s.tree, group)).children, detail::limits_of(*this, s.tree));
}

QUINDEX_INLINE void bounds::reweigh(const chance& c, std::span<double> weights) const {
  detail::draw_capped(c.known, c.u, weights);
}

}  // namespace vary
QUINDEX_END
