/// Bodies of aggregate/outranking.hpp.
#pragma once

#include "quindex/aggregate/outranking.hpp"

QUINDEX_BEGIN
namespace aggregate {

namespace detail {

/// A depth-first walk over a relation without recursion; calls `leave(i)` when all that `i` leads to has been seen.
template <class Leads, class Leave>
void walk(std::size_t from, std::size_t n, std::vector<bool>& seen, Leads leads, Leave leave) {
  struct step {
    std::size_t at, next;
  };
  std::vector<step> stack{{from, 0}};
  seen[from] = true;
  while (!stack.empty()) {
    step& top = stack.back();
    while (top.next < n && (seen[top.next] || !leads(top.at, top.next))) ++top.next;
    if (top.next == n) {
      leave(top.at);
      stack.pop_back();
      continue;
    }
    const std::size_t next = top.next;
    seen[next] = true;
    stack.push_back({next, 0});
  }
}

}  // namespace detail

QUINDEX_INLINE circuits circuits_of(const outranking& relation) {
  const std::size_t n = relation.size();
  std::vector<std::size_t> left;
  left.reserve(n);
  std::vector<bool> seen(n, false);
  for (std::size_t i = 0; i < n; ++i)
    if (!seen[i])
      detail::walk(
          i, n, seen, [&](std::size_t a, std::size_t b) { return relation(a, b); },
          [&](std::size_t a) { left.push_back(a); });
  circuits out{std::vector<std::size_t>(n), 0};
  seen.assign(n, false);
  for (std::size_t k = n; k-- > 0;) {
    if (seen[left[k]]) continue;
    detail::walk(
        left[k], n, seen, [&](std::size_t a, std::size_t b) { return relation(b, a); },
        [&](std::size_t a) { out.of[a] = out.count; });
    ++out.count;
  }
  return out;
}

QUINDEX_INLINE outranking between(const outranking& relation, const circuits& groups) {
  outranking out(groups.count);
  for (std::size_t a = 0; a < relation.size(); ++a)
    for (std::size_t b = 0; b < relation.size(); ++b)
      if (groups.of[a] != groups.of[b] && relation(a, b)) out.add(groups.of[a], groups.of[b]);
  return out;
}

QUINDEX_INLINE std::vector<bool> kernel_of(const outranking& relation) {
  const std::size_t n = relation.size();
  std::vector<bool> kernel(n, false);
  std::vector<bool> decided(n, false);
  for (std::size_t done = 0; done < n;) {
    for (std::size_t i = 0; i < n; ++i) {
      if (decided[i]) continue;
      bool is_free = true;  // outranked by none that may still be in the kernel
      bool is_beaten = false;
      for (std::size_t a = 0; a < n; ++a) {
        if (a == i || !relation(a, i)) continue;
        if (!decided[a]) is_free = false;
        if (kernel[a]) is_beaten = true;
      }
      if (!is_beaten && !is_free) continue;
      decided[i] = true;
      kernel[i] = !is_beaten;
      ++done;
    }
  }
  return kernel;
}

}  // namespace aggregate
QUINDEX_END
