/// Bodies of vary/bounds.hpp.
#pragma once

#include <algorithm>

#include "quindex/numeric/elementary.hpp"
#include "quindex/vary/bounds.hpp"
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

/// For each child: the lowest weight, the room above it, and the room of all children after it.
QUINDEX_INLINE constants bounds::prepare(const scene& s) const {
  constants out{s.tree.at(detail::one_group(s.tree, group)).children, {}, {}};
  const auto ends = detail::limits_of(*this, s.tree);
  out.numbers.resize(3 * ends.size());
  double after = 0;
  for (std::size_t j = ends.size(); j-- > 0;) {
    out.numbers[3 * j] = ends[j].first;
    out.numbers[3 * j + 1] = ends[j].second - ends[j].first;
    out.numbers[3 * j + 2] = after;
    after += ends[j].second - ends[j].first;
  }
  return out;
}

QUINDEX_INLINE void bounds::reweigh(const chance& c, std::span<double> weights) const {
  const std::vector<std::size_t>& nodes = c.known.nodes;
  const double* known = c.known.numbers.data();
  const std::size_t m = nodes.size();
  double left = 1;
  for (std::size_t j = 0; j < m; ++j) left -= known[3 * j];
  left = std::max(left, 0.0);
  for (std::size_t j = 0; j + 1 < m; ++j) {
    const double from = std::max(0.0, left - known[3 * j + 2]), to = std::min(known[3 * j + 1], left);
    double x = from;
    if (to > from) {
      const auto others = static_cast<double>(m - j - 1);
      const double above_from = numeric::pow(1 - from / left, others), above_to = numeric::pow(1 - to / left, others);
      const double above = above_from - c.u[j] * (above_from - above_to);
      x = std::clamp(left * (1 - numeric::pow(above, 1 / others)), from, to);
    }
    weights[nodes[j]] = known[3 * j] + x;
    left = std::max(left - x, 0.0);
  }
  weights[nodes[m - 1]] = known[3 * (m - 1)] + left;
}

}  // namespace vary
QUINDEX_END
