/// Which units outrank which, and what is read from it: circuits, the kernel.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A relation between n things: memory and time grow with n squared.
class outranking {
 public:
  explicit outranking(std::size_t n) : n_(n), arcs_(n * n, 0) {}

  [[nodiscard]] std::size_t size() const { return n_; }
  /// Does `a` outrank `b`?
  [[nodiscard]] bool operator()(std::size_t a, std::size_t b) const { return arcs_[a * n_ + b] != 0; }
  /// From now on `a` outranks `b`.
  void add(std::size_t a, std::size_t b) { arcs_[a * n_ + b] = 1; }

 private:
  std::size_t n_;
  std::vector<unsigned char> arcs_;
};

/// Things that outrank one another in a circle, taken as one.
struct circuits {
  std::vector<std::size_t> of;  ///< The circuit each thing is in; every thing is in one, most often alone.
  std::size_t count = 0;
};

/// The circuits of a relation (strongly connected components; Kosaraju's algorithm).
[[nodiscard]] circuits circuits_of(const outranking& relation);
/// The relation between circuits: one outranks another if one of its members outranks one of the other's.
[[nodiscard]] outranking between(const outranking& relation, const circuits& groups);
/// The kernel of a relation without circuits: no member outranks another, and every other thing is outranked by a
/// member.
[[nodiscard]] std::vector<bool> kernel_of(const outranking& relation);

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/outranking.ipp"
#endif
