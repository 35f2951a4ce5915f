/// A factor in its scene: checked, and with what it needs looked up.
#pragma once

#include <utility>

#include "quindex/vary/methods.hpp"

QUINDEX_BEGIN
namespace vary {

/// A factor in its scene, which is what replicates are drawn from. Everything the scene refers to outlives it.
class ready {
 public:
  /// Checks the factor and looks up what it needs. Throws spec_error or data_error, below `where`, when it cannot run.
  ready(method what, const scene& in, const path& where);

  /// How many coordinates of a design's point it takes.
  [[nodiscard]] std::size_t dimension() const { return dimension_; }
  /// Does it change the spec, the units or the values?
  [[nodiscard]] bool changes() const { return changes_; }
  /// Does it choose among a few things, whose position `number` is?
  [[nodiscard]] bool chooses() const { return chooses_; }
  /// Does it change weights after they are fitted?
  [[nodiscard]] bool reweighs() const { return reweighs_; }
  [[nodiscard]] const method& what() const { return what_; }
  /// The nodes whose weights `reweigh` looks at or changes.
  [[nodiscard]] const std::vector<std::size_t>& nodes() const { return known_.nodes; }

  /// Adds to `out` what differs in the replicate with these coordinates (dimension() many) and random numbers.
  void change(std::span<const double> u, const numeric::random_stream& stream, alternative& out) const;
  /// Changes the weights of all nodes, each relative to its siblings. Allocates nothing.
  void reweigh(std::span<const double> u, const numeric::random_stream& stream, std::span<double> weights) const;
  /// What was drawn in a few letters, for the table of the design; empty where there is no short word for it.
  [[nodiscard]] std::string level(std::span<const double> u, const numeric::random_stream& stream) const;
  /// The number that was drawn (the position of an option); missing where it is no single number.
  [[nodiscard]] double number(std::span<const double> u, const numeric::random_stream& stream) const;

 private:
  method what_;
  scene scene_;
  constants known_{};
  std::size_t dimension_ = 1;
  bool changes_ = false, chooses_ = false, reweighs_ = false;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/ready.ipp"
#endif
