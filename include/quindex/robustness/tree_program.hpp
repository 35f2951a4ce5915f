/// A framework of means compiled to a walk over its leaves, for one variant and any number of sets of weights.
#pragma once

#include <cstddef>
#include <new>
#include <optional>
#include <span>
#include <vector>

#include "quindex/numeric/kernels.hpp"
#include "quindex/robustness/variant.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Memory that begins where a line of a cache does, so that no pack of numbers lies in two of them.
template <class T>
struct line_allocator {
  using value_type = T;
  static constexpr std::align_val_t line{64};

  line_allocator() = default;
  template <class Other>
  explicit line_allocator(const line_allocator<Other>&) noexcept {}

  [[nodiscard]] T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), line)); }
  void deallocate(T* from, std::size_t) noexcept { ::operator delete(from, line); }
  friend bool operator==(const line_allocator&, const line_allocator&) noexcept { return true; }
};
/// Numbers whose first one begins a line of a cache.
using line_numbers = std::vector<double, line_allocator<double>>;

/// A tree of means whose leaves are the columns of one variant.
///
/// Leaves are in the terms of the mean they enter (logarithms, reciprocals, powers), so that a walk adds and multiplies
/// only. The arithmetic is that of `quindex::detail::group_inputs`, group by group and child by child.
struct tree_program {
  std::size_t units = 0;
  std::size_t nodes = 0;              ///< Of the variant's tree: the length of a row of weights.
  std::size_t leaves = 0;             ///< Indicators, in the order of the walk.
  std::vector<std::size_t> groups{};  ///< Nodes that are groups, every group after the groups inside it.

  std::vector<kernel::tree_step> steps{};
  std::vector<std::size_t> group_above{};  ///< By node: the number of the group it is a child of; `kernel::nowhere`.
  std::vector<std::size_t> place_of{};     ///< By node: its place in a tile of weights.
  std::size_t depth = 0;                   ///< Of the tree: 1 for a group of indicators.
  std::vector<std::size_t> closing{};      ///< By group: the step with which it closes.
  numeric::absence missing = numeric::absence::propagate;  ///< What has to be done: `propagate` where nothing lacks.
  double coverage = 0.0;

  std::size_t stride = 0;                    ///< From one leaf's first number to the next's.
  line_numbers terms{};                      ///< Leaves × stride.
  line_numbers present{};                    ///< Leaves × stride, 1 or 0; only for `absence::zero`.
  std::vector<std::vector<double>> fills{};  ///< By group: what its parent takes for a missing score, one per unit.
  std::vector<std::size_t> columns{};        ///< Group after group: the children's nodes.
  std::vector<std::size_t> places{};         ///< Group after group: the children's places in a tile of weights.
  std::vector<double> own{};                 ///< Group after group: the variant's own weights of the children.
  std::vector<kernel::tree_children> children{};  ///< By group, pointing into the three before.

  /// The size of a rounding of a sum over all leaves, see `apart_of_sums`; below 0 where there are no rough scores.
  double rounding = -1.0;

  tree_program() = default;
  tree_program(const tree_program&) = delete;
  tree_program& operator=(const tree_program&) = delete;
  ~tree_program() = default;

  /// Numbers that a tile of weights takes, and the sums of weights that go with it.
  [[nodiscard]] std::size_t tile_size() const { return kernel::tile_replicates * (leaves + groups.size()); }
  [[nodiscard]] std::size_t wholes_size() const { return kernel::tile_replicates * groups.size(); }
  [[nodiscard]] kernel::tree_walk walk() const { return {steps.data(), steps.size(), missing, coverage}; }
};

/// What a group of a tree is, apart from its children.
struct group_mean_of {
  numeric::mean_job mean{};
  bool needs_non_negative = false;
};

/// The mean of a group; nothing where its method is none.
[[nodiscard]] std::optional<group_mean_of> mean_of_group(const spec& recipe, std::size_t group);

/// Compiles a variant; false where group by group is the only way: a method that is no mean, scores that are infinite
/// or so large that powers could be, scores below 0 under a mean that refuses them, means of groups as fills, or more
/// than `kernel::most_open_groups` levels. `watched_place` gives each watched group the place of its scores, else
/// `kernel::nowhere`.
[[nodiscard]] bool compile_tree(const variant& of, const std::vector<std::size_t>& watched_place, tree_program& out);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/tree_program.ipp"
#endif
