/// The inner loops as plain function pointers, so that several builds of them can live in one program.
#pragma once

#include <cstddef>
#include <cstdint>

#include "quindex/numeric/batch_table.hpp"

// Outside the ABI namespace and without any other include on purpose: files compiled for different instruction sets
// share this header, and nothing in it may depend on the instruction set.
namespace quindex::kernel {

/// Everything a mean needs to know besides the numbers. A child of weight zero is never read.
///
/// The weights are divided by their sum before the first row, unless they sum to 1 up to rounding already. A row of
/// which `renormalise` finds some missing is divided by the weight that is there; one that has all of them is not, so
/// that all policies give the same bits where nothing is missing.
struct mean_job {
  mean_of f = mean_of::values;
  double power = 1.0;  ///< The p of `mean_of::powers`; not 0.
  absence missing = absence::propagate;
  double coverage = 0.0;     ///< Least share of weight present, for `renormalise`; 1e-12 below will do.
  bool gives_terms = false;  ///< Leave out the f^-1.
};

/// A linear map y = base + span * ((x - origin) / range), kept within [low, high].
struct affine_map {
  double origin = 0.0;
  double range = 1.0;
  double base = 0.0;
  double span = 1.0;
  double low = -__builtin_huge_val();  ///< Smallest y.
  double high = __builtin_huge_val();  ///< Largest y.
};

/// What a pass over a column finds; missing values are skipped.
struct column_extent {
  double low, high;  ///< NaN when nothing is there.
  std::size_t n;     ///< Values present.
};

/// A compensated sum and the number of values in it; missing values are skipped.
struct column_sum {
  double sum;
  std::size_t n;
};

/// Both in one pass.
struct column_summary {
  double low, high, sum;
  std::size_t n;
};

/// Sums of powers of the deviations from the mean; missing values are skipped.
struct column_moments {
  std::size_t n;
  double mean, m2, m3, m4;
  double low, high;
};

/// What becomes of differences in a distance.
enum class distance_of : int {
  squares,  ///< Their squares are added; the root is not taken.
  sizes,    ///< They are added.
  largest,  ///< The largest counts.
};

/// Differences `by` times |x - end| from both ends of a column.
struct end_distances {
  double best, worst, by;
  distance_of kind;
};

/// u = slope (x - origin) + base, 0 or more.
struct share_map {
  double origin, slope, base;
  double excess;  ///< How often u - 1 is taken from u ln u.
};

/// How many units are compared with another one at a time.
inline constexpr std::size_t units_tile = 64;

/// Words of memory that counting inversions needs for every 4,096 numbers.
inline constexpr std::size_t inversion_room = 81;

/// How many units one unit leads, and how many lead it.
struct pair_counts {
  std::size_t ahead, behind;
};

/// The inner loops. Every build of them gives the same bits.
struct kernels {
  const char* name;  ///< "portable", "v2", "v3" or "v4".
  column_extent (*extent)(const double* x, std::size_t n);
  column_sum (*sum)(const double* x, std::size_t n);
  column_moments (*moments)(const double* x, std::size_t n);
  /// The moments of the values strictly between two limits.
  column_moments (*moments_between)(const double* x, std::size_t n, double low, double high);
  /// `out` may be `x`.
  void (*affine)(const double* x, std::size_t n, const affine_map& map, double* out);
  /// The weighted mean of `k` columns, row by row. Numerator and denominator grow child by child, so a loop over the
  /// children gives the same bits. `out` must not overlap the columns.
  void (*mean)(const double* const* columns, const double* weights, std::size_t k, std::size_t n, const mean_job& job,
               double* out);
  void (*log)(const double* x, std::size_t n, double* out);
  void (*exp)(const double* x, std::size_t n, double* out);
  void (*pow)(const double* x, std::size_t n, double power, double* out);
  /// For each of `n` values without missing ones: how many are smaller.
  void (*count_below)(const double* x, std::size_t n, double* below);
  /// For each of `n` values without missing ones: how many are equal, itself included.
  void (*count_equal)(const double* x, std::size_t n, double* equal);
  /// Adds to `out` (`m` by `m`, at i + j m for i <= j; the rest is undefined) the sums of x_ri x_rj over `rows` rows.
  /// Columns come in panels of eight: x_rj is at `packed[(j / 8 * rows + r) * 8 + j % 8]`, zero beyond `m`.
  void (*products)(const double* packed, std::size_t rows, std::size_t m, double* out);
  /// Adds one row of such panels to `out` and its squares to `out + 8 panels`; `stride` from panel to panel.
  void (*lose)(const double* row, std::size_t stride, std::size_t panels, double* out);
  /// Uniform numbers of a stream, replicate after replicate; `stride` from one replicate's to the next's.
  void (*uniforms)(const uniform_job& job, double* out, std::size_t stride);
  /// Divides the weights of each group by their sum and lays them side by side for a tile: replicate r's weights are at
  /// `rows + r * stride`. `wholes` (may be null) gets each group's sum after that, child by child.
  tile_state (*shares)(const tree_children* groups, std::size_t count, const double* rows, std::size_t replicates,
                       std::size_t stride, double* weights, double* wholes);
  /// Which of up to 64 numbers are not the same in two rows: bit k for number k.
  std::uint64_t (*others)(const double* a, const double* b, std::size_t n);
  /// The scores of the watched groups of a tree, with the bits of `mean` group by group.
  void (*tree)(const tree_walk& walk, const tree_panel& panel, const tree_tile& tile, const tree_scores& scores);
  /// For each of `n` values, missing ones included, one more than the number of larger (or smaller) ones; 0 for a
  /// missing one. Row after row; n at most 65534.
  void (*places)(const double* x, std::size_t rows, std::size_t stride, std::size_t n, bool largest_first,
                 std::uint16_t* out, std::size_t out_stride);
  /// For each of `n` values, missing ones included, how many are equal to it, itself included; 0 for a missing one.
  void (*equals)(const double* x, std::size_t n, std::uint16_t* out);
  /// Sorting keys of `n` values without missing ones: |x - from| scale, rounded, in the bits above the value's number,
  /// which takes `bits` bits; |x - from| scale has to stay below 2^(32 - bits).
  void (*cuts)(const double* x, std::size_t n, double from, double scale, int bits, std::uint32_t* out);
  /// How many of `n` pairs have a < b.
  std::size_t (*count_less)(const std::uint16_t* a, const std::uint16_t* b, std::size_t n);
  /// The ends of each column, and a mark that is 0 unless a number of it is missing or infinite, which the ends leave
  /// out.
  void (*column_ends)(const double* x, std::size_t rows, std::size_t stride, std::size_t columns, double* low,
                      double* high, double* mark);
  /// The sums of the five pieces, each over all columns, and after them a mark that is 0 unless something was left.
  void (*column_pieces)(const pieces_job& job, double* sums);

  // For whole tables.
  /// The range and the sum in one pass, with the bits of `extent` and `sum`.
  column_summary (*summary)(const double* x, std::size_t n);
  /// Writes a panel for `products`: `rows` rows of `count` <= 8 columns less their centres, missing values as 0.
  void (*centre)(const double* const* columns, const double* centres, std::size_t count, std::size_t rows,
                 double* panel);
  /// The range of a column and the sum of its squares.
  column_summary (*squares)(const double* x, std::size_t n);
  /// Adds one column to the distances of every unit from the best and from the worst that occurs.
  void (*distances)(const double* x, std::size_t n, const end_distances& job, double* to_best, double* to_worst);
  /// The sums of u ln u - excess (u - 1), 0 for u = 0 and for missing values, over each 256; how many that makes.
  std::size_t (*entropy_sums)(const double* x, std::size_t n, const share_map& job, double* sums);

  // Units in pairs: one against a tile of others, whose values of criterion j start at tile j.
  /// For each of the others: on how many criteria `own` is higher, less on how many it is lower.
  void (*leads)(const short* others, const short* own, std::size_t m, short* out);
  /// The others in places `from` to `to` - 1 of the tile that `own` leads and that lead it; adds the same to what each
  /// of them has won and lost.
  pair_counts (*majorities)(const short* others, const short* own, std::size_t m, std::size_t from, std::size_t to,
                            short* won, short* lost);
  /// For each of the others: the weight of the criteria on which `own` is more than `same` higher, less lower.
  void (*weighted_leads)(const double* others, const double* own, const double* weights, const double* same,
                         std::size_t m, double* out);
  /// How many pairs of the numbers 0 to n - 1, each of which is there once, stand the wrong way round. `room` has
  /// `inversion_room` words for every 4,096 of them, or part of that.
  std::uint64_t (*inversions)(const std::uint32_t* places, std::size_t n, std::uint64_t* room);
  /// Writes keys bucket after bucket. False where a bucket has 32 keys or more: then settling them would take long.
  bool (*spread)(const key_job& job, std::uint32_t* sorted);
  /// Puts `n` keys in order that are at most a few places from where they belong, in a time that grows with the
  /// farthest one; `key_room` numbers that are as large as any follow them. Lists the places of those that
  /// are the one before or up to `near` more, the last `bits` bits of both left out; returns how many these are.
  std::size_t (*settle)(std::uint32_t* keys, std::size_t n, int bits, std::uint32_t near, std::uint32_t* places);

  // Rough scores: only here may builds differ, in the last bits.
  /// Makes the shares of a tile those of leaves in the whole: multiplies them down the tree, whose last group is the
  /// root.
  void (*collapse)(const tree_children* groups, std::size_t count, std::size_t leaves, double* weights);
  /// The sums of leaves times such weights.
  void (*rough)(std::size_t leaves, const tree_panel& panel, const tree_tile& tile, const tree_scores& scores);
  /// `base` plus `k` columns, `by` times each.
  void (*moved)(const double* base, const double* const* columns, const double* by, std::size_t k, std::size_t n,
                double* out);
  /// How far apart the two nearest of up to 128 values are, each of which has a place of its own; 0 where two share
  /// one.
  double (*least_gap)(const double* x, const std::uint16_t* places, std::size_t n);
};

/// The builds for x86-64; only in the compiled library.
const kernels& table_v2() noexcept;
const kernels& table_v3() noexcept;
const kernels& table_v4() noexcept;

}  // namespace quindex::kernel
