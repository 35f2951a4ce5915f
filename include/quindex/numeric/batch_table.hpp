/// What the inner loops for many replicates at once are given: plain numbers and pointers.
#pragma once

#include <cstddef>
#include <cstdint>

// Outside the ABI namespace like kernel_table.hpp, for the same reason.
namespace quindex::kernel {

/// The f of a quasi-arithmetic mean f^-1(sum w f(x) / sum w).
enum class mean_of : int {
  values,       ///< f(x) = x: the arithmetic mean.
  logarithms,   ///< f(x) = ln x: the geometric mean.
  reciprocals,  ///< f(x) = 1/x: the harmonic mean.
  powers,       ///< f(x) = x^p: the power mean.
};

/// What a mean does with a missing child.
enum class absence : int {
  propagate,    ///< The mean is missing.
  renormalise,  ///< The mean of the others, if these hold a large enough share of the weight.
  zero,         ///< The child counts as the value 0.
};

/// Which numbers of a stream are asked for: those of its draws `first_draw` on, in replicates `first_replicate` on.
/// With `pairs` each draw gives two numbers, one after the other; `draws` counts numbers then.
struct uniform_job {
  std::uint32_t key[2];
  std::uint32_t purpose;
  std::uint32_t first_replicate;
  std::size_t replicates;
  std::uint64_t first_draw;
  std::size_t draws;
  bool pairs = false;
};

/// Columns of which sums are wanted, in pieces that are added without rounding: each number's difference from `centre`
/// in two pieces, its square in three. A piece is (x + cut) - cut of what the pieces before have left.
struct pieces_job {
  const double* x;
  std::size_t rows, stride, columns;
  const double* centre;  ///< One per column.
  double cuts[5];        ///< 1.5 times a power of two each.
};

/// Units of a panel, side by side for each leaf of a tree.
inline constexpr std::size_t panel_units = 32;
/// Replicates of a tile, side by side for each weight of a tree.
inline constexpr std::size_t tile_replicates = 8;
/// How many groups may be open at once in a walk through a tree.
inline constexpr std::size_t most_open_groups = 16;
/// How many numbers after the last key are read and written when keys are put in order.
inline constexpr std::size_t key_room = 17;
/// Less than 2^16 keys to be spread over buckets, of which there are at least 64, by their first bits.
struct key_job {
  const std::uint32_t* keys;  ///< `key_room` more can be read.
  std::size_t n;
  int bucket_bits;
  std::uint32_t* places;  ///< Room for as many numbers as can be read.
  std::uint16_t* counts;  ///< Room for as many as there are buckets.
};
/// No place.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A step of a walk through a tree of means, children in order: leaves are added to the group that is open, which may
/// then close and be added to its parent.
struct tree_step {
  std::size_t leaf = 0;         ///< The first leaf; leaves lie in a panel, and their weights in a tile, in this order.
  std::size_t leaves = 0;       ///< How many.
  std::size_t depth = 0;        ///< Of the open group: 0 for the root.
  bool opens = false;           ///< Nothing has been added to the group before.
  bool closes = false;          ///< Nothing is added after; the rest is about a group that closes.
  std::size_t group = 0;        ///< Its number.
  mean_of f = mean_of::values;  ///< Its mean; leaves are in its terms already.
  double power = 1.0;           ///< The p of `mean_of::powers`.
  std::size_t watched = nowhere;  ///< Where its scores go.
  std::size_t weight = 0;         ///< The place of its weight among the leaves' and groups'.
  bool stays = false;             ///< Its parent takes f of its score as it is: the same mean without a detour.
  bool is_turned = false;         ///< It enters its parent as `mirror` minus its score.
  double mirror = 0.0;
  const double* fill = nullptr;        ///< What its parent takes for a missing score, one per unit; for `zero`.
  mean_of parent_f = mean_of::values;  ///< The parent's mean.
  double parent_power = 1.0;
  bool parent_opens = false;  ///< It is the parent's first child.
};

/// A walk through a tree of means and what they do with missing children.
///
/// With `zero`, leaves are filled and `present` (1 or 0) says which were there; a group's score is missing where the
/// weight of the children that are there is 0 or falls short of `coverage`.
struct tree_walk {
  const tree_step* steps = nullptr;
  std::size_t count = 0;
  absence missing = absence::propagate;
  double coverage = 0.0;
};

/// Up to `panel_units` units of a tree; where there are fewer, as many numbers can be read nevertheless.
struct tree_panel {
  const double* leaves = nullptr;   ///< The numbers of these units of the first leaf.
  const double* present = nullptr;  ///< Likewise; only for `zero`.
  std::size_t stride = 0;           ///< From one leaf to the next.
  std::size_t first = 0;            ///< The first unit's number.
  std::size_t units = 0;            ///< How many there are.
};

/// The weights of some replicates: `tile_replicates` numbers for each leaf and then for each group.
struct tree_tile {
  const double* weights = nullptr;
  const double* wholes = nullptr;  ///< The sum of each group's weights; not for `propagate`.
  std::size_t replicates = 0;      ///< How many count.
  bool has_zero = false;           ///< Whether a weight is 0, so that products have to be kept out one by one.
};

/// Where scores go: that of unit i in replicate r is at `to[watched * from_node + r * from_replicate + i]`.
struct tree_scores {
  double* to = nullptr;
  std::size_t from_node = 0, from_replicate = 0;
};

/// The children of a group: their columns in a row of weights, and their places in a tile.
struct tree_children {
  const std::size_t* columns = nullptr;
  const std::size_t* places = nullptr;
  const double* own = nullptr;  ///< Weights that are used as they are when all are equal to these; may be null.
  std::size_t count = 0;
};

/// What became of the weights of a tile.
struct tile_state {
  std::uint32_t bad;  ///< A bit for each replicate in which some group's weights cannot be divided by their sum.
  bool has_zero;      ///< Whether a weight is 0.
};

}  // namespace quindex::kernel
