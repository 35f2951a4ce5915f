/// Rough scores: trees of weighted means as sums over their leaves, of which the last bits do not count.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/eight_lanes.ipp"

namespace quindex::kernel {

template <class Isa>
struct rough_scores {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  static constexpr int width = lanes::width;
  static constexpr std::size_t lane_count = width;
  static constexpr int together = 4;                                   // replicates whose sums stay in registers
  static constexpr int most_packs = width == 2 || width == 4 ? 2 : 4;  // units likewise, as many as registers allow

  /// Multiplies the shares of a tile down the tree, the root being the last group.
  static void collapse(const tree_children* groups, std::size_t count, std::size_t leaves, double* weights) {
    for (std::size_t g = count - 1; g-- > 0;) {
      const eight whole = eight::load(weights + 8 * (leaves + g));
      for (std::size_t j = 0; j < groups[g].count; ++j) {
        double* own = weights + 8 * groups[g].places[j];
        eight w = eight::load(own);
        for (int p = 0; p < lanes::parts; ++p) w.part[p] = w.part[p] * whole.part[p];
        w.save(own);
      }
    }
  }

  template <int Packs>
  [[gnu::always_inline]] static void block(std::size_t leaves, const tree_panel& panel, std::size_t unit,
                                           const double* weights, std::size_t replicates, double* to,
                                           std::size_t stride) {
    many sum[together][Packs];
    for (int r = 0; r < together; ++r)
      for (int p = 0; p < Packs; ++p) sum[r][p] = many::all(0.0);
    const double* leaf = panel.leaves + unit;
    for (std::size_t j = 0; j < leaves; ++j, leaf += panel.stride, weights += tile_replicates) {
      many x[Packs];
      for (int p = 0; p < Packs; ++p) x[p] = many::load(leaf + static_cast<std::size_t>(p) * lane_count);
      for (int r = 0; r < together; ++r) {
        const many w = many::all(weights[r]);
        for (int p = 0; p < Packs; ++p) sum[r][p] = about(w, x[p], sum[r][p]);
      }
    }
    constexpr std::size_t units = Packs * lane_count;
    const std::size_t left = panel.units - unit;
    if (replicates >= together && left >= units) {
      for (int r = 0; r < together; ++r)
        for (int p = 0; p < Packs; ++p)
          sum[r][p].save(to + static_cast<std::size_t>(r) * stride + static_cast<std::size_t>(p) * lane_count);
      return;
    }
    double all[together * units];
    for (int r = 0; r < together; ++r)
      for (int p = 0; p < Packs; ++p)
        sum[r][p].save(all + static_cast<std::size_t>(r) * units + static_cast<std::size_t>(p) * lane_count);
    for (std::size_t r = 0; r < together && r < replicates; ++r) {
      std::size_t i = 0;
      for (; i + lane_count <= left && i < units; i += lane_count)
        many::load(all + r * units + i).save(to + r * stride + i);
      for (; i < left && i < units; ++i) to[r * stride + i] = all[r * units + i];
    }
  }

  static void sums(std::size_t leaves, const tree_panel& panel, const tree_tile& tile, const tree_scores& scores) {
    constexpr std::size_t large = most_packs * lane_count;
    for (std::size_t r = 0; r < tile.replicates; r += together) {
      double* to = scores.to + r * scores.from_replicate + panel.first;
      const double* weights = tile.weights + r;
      const std::size_t here = tile.replicates - r;
      for (std::size_t i = 0; i < panel.units;) {
        if (panel.units - i > lane_count) {  // numbers beyond the last unit cost less than another walk
          block<most_packs>(leaves, panel, i, weights, here, to + i, scores.from_replicate);
          i += large;
        } else {
          block<1>(leaves, panel, i, weights, here, to + i, scores.from_replicate);
          i += lane_count;
        }
      }
    }
  }

  /// `base` and some columns more.
  static void moved(const double* base, const double* const* columns, const double* by, std::size_t k, std::size_t n,
                    double* out) {
    std::size_t i = 0;
    for (; i + most_packs * lane_count <= n; i += most_packs * lane_count)
      moved_block<most_packs>(base, columns, by, k, i, out);
    for (; i + lane_count <= n; i += lane_count) moved_block<1>(base, columns, by, k, i, out);
    if (i == n) return;
    if (n >= lane_count) return moved_block<1>(base, columns, by, k, n - lane_count, out);
    for (; i < n; ++i) {
      double sum = base[i];
      for (std::size_t c = 0; c < k; ++c) sum = sum + by[c] * columns[c][i];
      out[i] = sum;
    }
  }

 private:
  template <int Packs>
  [[gnu::always_inline]] static void moved_block(const double* base, const double* const* columns, const double* by,
                                                 std::size_t k, std::size_t from, double* out) {
    many sum[Packs];
    for (int p = 0; p < Packs; ++p) sum[p] = many::load(base + from + static_cast<std::size_t>(p) * lane_count);
    for (std::size_t c = 0; c < k; ++c) {
      const many w = many::all(by[c]);
      const double* x = columns[c] + from;
      for (int p = 0; p < Packs; ++p)
        sum[p] = about(w, many::load(x + static_cast<std::size_t>(p) * lane_count), sum[p]);
    }
    for (int p = 0; p < Packs; ++p) sum[p].save(out + from + static_cast<std::size_t>(p) * lane_count);
  }
};

}  // namespace quindex::kernel
