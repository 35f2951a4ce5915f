/// Bodies of vary/drop.hpp.
#pragma once

#include <algorithm>

#include "quindex/vary/drop.hpp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// Calls `f` with each node that is dropped.
template <class F>
void for_each_dropped(const drop& d, const chance& c, F f) {
  const std::vector<std::size_t>& nodes = c.known.nodes;
  if (d.each) {
    for (std::size_t k = 0; k < nodes.size(); ++k)
      if (c.u[k] < d.probability) f(nodes[k]);
  } else if (c.u[0] < d.probability) {
    const double share = c.u[0] / d.probability * static_cast<double>(nodes.size());
    f(nodes[std::min(static_cast<std::size_t>(share), nodes.size() - 1)]);
  }
}

}  // namespace detail

QUINDEX_INLINE void drop::check_scene(const scene& s, const path& where) const {
  for (std::size_t k = 0; k < codes.size(); ++k) {
    const std::string number = std::to_string(k);
    if (detail::node_meant(s.tree, codes[k], where / "codes" / number) == 0)
      throw spec_error({(where / "codes").text(), quoted(codes[k]) + " is the index itself", "give nodes below it"});
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(k), codes[k]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(k))
      throw spec_error({(where / "codes").text(), quoted(codes[k]) + " stands twice", "keep one of them"});
  }
  const std::vector<std::size_t> nodes = prepare(s).nodes;
  const auto is_too_much = [&](std::span<const std::size_t> dropped) {
    return !detail::is_something_left(s.tree, dropped);
  };
  if (each && probability == 1 && is_too_much(nodes))
    throw spec_error({(where / "probability").text(), "everything is dropped, always", "choose one below 1"});
  for (const std::size_t node : nodes)
    if (!each && is_too_much({&node, 1}))
      throw spec_error({(where / "codes").text(), "nothing is left without " + quoted(s.tree.about(node).code),
                        "leave it out of `codes`"});
}

QUINDEX_INLINE constants drop::prepare(const scene& s) const {
  if (codes.empty()) return {s.tree.indicators(), {}, {}};
  constants out;
  for (const std::string& code : codes) out.nodes.push_back(*s.tree.codes().find(code));
  return out;
}

QUINDEX_INLINE void drop::change(const scene& /*unused*/, const chance& c, alternative& out) const {
  detail::for_each_dropped(*this, c, [&](std::size_t node) {
    const auto at = std::lower_bound(out.dropped.begin(), out.dropped.end(), node);
    if (at == out.dropped.end() || *at != node) out.dropped.insert(at, node);
  });
}

QUINDEX_INLINE std::string drop::level(const scene& s, const chance& c) const {
  std::string out;
  detail::for_each_dropped(*this, c,
                           [&](std::size_t node) { out += (out.empty() ? "" : ", ") + s.tree.about(node).code; });
  return out.empty() ? "none" : out;
}

}  // namespace vary
QUINDEX_END
