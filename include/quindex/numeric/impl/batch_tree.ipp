/// Trees of weighted means for several replicates at a time.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/means.ipp"

namespace quindex::kernel {

template <class Isa>
struct trees {
  using lanes = eight_lanes<Isa>;
  using many = typename lanes::many;
  static constexpr int width = lanes::width;
  static constexpr std::size_t lane_count = width;
  static constexpr int together = 4;                                   // replicates whose sums stay in registers
  static constexpr int most_packs = width == 2 || width == 4 ? 2 : 4;  // units likewise, as many as registers allow
  static constexpr std::size_t numbers = together * panel_units;

  /// What has been added to the groups that are open: for each replicate, for each unit of a block.
  struct open_groups {
    double numerators[most_open_groups][numbers];
    double denominators[most_open_groups][numbers];
  };

  /// The units and replicates at hand.
  struct place {
    const tree_walk& walk;
    const tree_panel& panel;
    const tree_tile& tile;
    const tree_scores& scores;
    std::size_t unit;       // first of the block within the panel
    std::size_t replicate;  // first of those at hand within the tile
  };

  [[gnu::always_inline]] static many weight_of(const place& at, std::size_t which, int r) {
    return many::all(at.tile.weights[tile_replicates * which + at.replicate + static_cast<std::size_t>(r)]);
  }
  [[gnu::always_inline]] static many whole_of(const place& at, std::size_t group, int r) {
    return many::all(at.tile.wholes[tile_replicates * group + at.replicate + static_cast<std::size_t>(r)]);
  }

  /// Adds w x where it counts.
  template <absence Missing, bool HasZero>
  [[gnu::always_inline]] static void add(many& numerator, many& denominator, many w, many x, many present) {
    many product = w * x;
    if constexpr (HasZero) product = select(w == many::all(0.0), many::all(0.0), product);
    if constexpr (Missing == absence::renormalise) {
      const auto is_there = x == x;
      numerator = numerator + keep(is_there, product);
      denominator = denominator + keep(is_there, w);
    } else {
      numerator = numerator + product;
      if constexpr (Missing == absence::zero) denominator = denominator + w * present;
    }
  }

  /// One step for a block of `Packs` packs of units.
  template <absence Missing, bool HasZero, int Packs>
  static void step(const place& at, const tree_step& s, open_groups& open) {
    constexpr bool has_denominator = Missing != absence::propagate;
    many sum[together][Packs], weight[together][Packs];
    double *sums = open.numerators[s.depth], *weights = open.denominators[s.depth];
    for (int r = 0; r < together; ++r)
      for (int p = 0; p < Packs; ++p) {
        const std::size_t here = static_cast<std::size_t>(r) * panel_units + static_cast<std::size_t>(p) * lane_count;
        sum[r][p] = s.opens ? many::all(0.0) : many::load(sums + here);
        if constexpr (has_denominator) weight[r][p] = s.opens ? many::all(0.0) : many::load(weights + here);
      }
    for (std::size_t j = s.leaf; j < s.leaf + s.leaves; ++j) {
      many x[Packs], present[Packs];
      for (int p = 0; p < Packs; ++p) {
        const std::size_t here = j * at.panel.stride + at.unit + static_cast<std::size_t>(p) * lane_count;
        x[p] = many::load(at.panel.leaves + here);
        if constexpr (Missing == absence::zero) present[p] = many::load(at.panel.present + here);
      }
      for (int r = 0; r < together; ++r) {
        const many w = weight_of(at, j, r);
        for (int p = 0; p < Packs; ++p) add<Missing, HasZero>(sum[r][p], weight[r][p], w, x[p], present[p]);
      }
    }
    const bool is_plain = s.closes && s.depth > 0 && s.stays && s.watched == nowhere;
    if (Missing == absence::propagate && is_plain) {  // straight into the parent
      double* parent = open.numerators[s.depth - 1];
      for (int r = 0; r < together; ++r) {
        const many w = weight_of(at, s.weight, r);
        for (int p = 0; p < Packs; ++p) {
          const std::size_t here = static_cast<std::size_t>(r) * panel_units + static_cast<std::size_t>(p) * lane_count;
          many all = s.parent_opens ? many::all(0.0) : many::load(parent + here);
          add<Missing, HasZero>(all, all, w, sum[r][p], sum[r][p]);
          all.save(parent + here);
        }
      }
      return;
    }
    for (int r = 0; r < together; ++r)
      for (int p = 0; p < Packs; ++p) {
        const std::size_t here = static_cast<std::size_t>(r) * panel_units + static_cast<std::size_t>(p) * lane_count;
        sum[r][p].save(sums + here);
        if constexpr (has_denominator) weight[r][p].save(weights + here);
      }
    if (s.closes) close<Missing, HasZero, Packs>(at, s, open);
  }

  /// Calls `f` for each pack of the block with its replicate and where it lies.
  template <int Packs, class F>
  [[gnu::always_inline]] static void each(F f) {
    for (int r = 0; r < together; ++r)
      for (int p = 0; p < Packs; ++p)
        f(r, static_cast<std::size_t>(p) * lane_count,
          static_cast<std::size_t>(r) * panel_units + static_cast<std::size_t>(p) * lane_count);
  }
  template <mean_of F, int Packs>
  static void forward_all(double* y, double power) {
    each<Packs>([&](int, std::size_t, std::size_t here) __attribute__((always_inline)) {
      means<Isa>::template forward<F>(many::load(y + here), power).save(y + here);
    });
  }
  template <mean_of F, int Packs>
  static void backward_all(double* y, double power) {
    each<Packs>([&](int, std::size_t, std::size_t here) __attribute__((always_inline)) {
      means<Isa>::template backward<F>(many::load(y + here), power).save(y + here);
    });
  }
  template <int Packs>
  static void to_score(mean_of f, double power, double* y) {
    switch (f) {
      case mean_of::values:
        return;
      case mean_of::logarithms:
        return backward_all<mean_of::logarithms, Packs>(y, power);
      case mean_of::reciprocals:
        return backward_all<mean_of::reciprocals, Packs>(y, power);
      case mean_of::powers:
        return backward_all<mean_of::powers, Packs>(y, power);
    }
  }
  template <int Packs>
  static void to_terms(mean_of f, double power, double* y) {
    switch (f) {
      case mean_of::values:
        return;
      case mean_of::logarithms:
        return forward_all<mean_of::logarithms, Packs>(y, power);
      case mean_of::reciprocals:
        return forward_all<mean_of::reciprocals, Packs>(y, power);
      case mean_of::powers:
        return forward_all<mean_of::powers, Packs>(y, power);
    }
  }

  /// The mean of the group in its own terms, from what was added.
  template <absence Missing, int Packs>
  static void divide(const place& at, const tree_step& s, open_groups& open) {
    double *y = open.numerators[s.depth], *weights = open.denominators[s.depth];
    const many nothing = many::all(__builtin_nan("")), zero = many::all(0.0);
    each<Packs>([&](int r, std::size_t, std::size_t here) __attribute__((always_inline)) {
      const many top = many::load(y + here), bottom = many::load(weights + here);
      if constexpr (Missing == absence::renormalise) {
        const many whole = whole_of(at, s.group, r);
        const auto is_enough = many::all(at.walk.coverage - 1e-12) <= bottom / whole;
        select(is_enough, select(bottom == whole, top, top / bottom), nothing).save(y + here);
      } else {
        const many least = many::all(at.walk.coverage) * whole_of(at, s.group, r) - many::all(1e-12);
        select((zero < bottom) & (least <= bottom), top, nothing).save(y + here);
      }
    });
  }

  // Copied pack by pack: how many there are is not known before, and a copy of any size goes number by number.
  template <int Packs>
  static void publish(const place& at, const tree_step& s, const double* y) {
    const std::size_t left = at.panel.units - at.unit, units = left < Packs * lane_count ? left : Packs * lane_count;
    double* to = at.scores.to + s.watched * at.scores.from_node + at.replicate * at.scores.from_replicate +
                 at.panel.first + at.unit;
    for (std::size_t r = 0; r < together && at.replicate + r < at.tile.replicates; ++r) {
      std::size_t i = 0;
      for (; i + lane_count <= units; i += lane_count) many::load(y + i).save(to + i);
      for (; i < units; ++i) to[i] = y[i];
      y += panel_units;
      to += at.scores.from_replicate;
    }
  }

  template <absence Missing, bool HasZero, int Packs>
  static void close(const place& at, const tree_step& s, open_groups& open) {
    double* y = open.numerators[s.depth];
    if constexpr (Missing != absence::propagate) divide<Missing, Packs>(at, s, open);
    double other[numbers];
    if (s.watched != nowhere || !s.stays) {
      double* score = y;
      if (s.stays) __builtin_memcpy(other, y, sizeof other), score = other;
      to_score<Packs>(s.f, s.power, score);
      if (s.watched != nowhere) publish<Packs>(at, s, score);
    }
    if (s.depth == 0) return;
    each<Packs>([&](int, std::size_t lane, std::size_t here) __attribute__((always_inline)) {
      many score = many::load(y + here);
      if (s.is_turned) score = many::all(s.mirror) - score;
      if constexpr (Missing == absence::zero) {
        const auto is_there = score == score;
        keep(is_there, many::all(1.0)).save(other + here);
        score = select(is_there, score, many::load(s.fill + at.panel.first + at.unit + lane));
      }
      score.save(y + here);
    });
    if (!s.stays) to_terms<Packs>(s.parent_f, s.parent_power, y);
    double *sums = open.numerators[s.depth - 1], *weights = open.denominators[s.depth - 1];
    each<Packs>([&](int r, std::size_t, std::size_t here) __attribute__((always_inline)) {
      many sum = s.parent_opens ? many::all(0.0) : many::load(sums + here);
      many weight = s.parent_opens ? many::all(0.0) : many::load(weights + here);
      add<Missing, HasZero>(sum, weight, weight_of(at, s.weight, r), many::load(y + here), many::load(other + here));
      sum.save(sums + here);
      if constexpr (Missing != absence::propagate) weight.save(weights + here);
    });
  }

  template <absence Missing, bool HasZero, int Packs>
  static void walk_block(const place& at, open_groups& open) {
    for (std::size_t k = 0; k < at.walk.count; ++k) step<Missing, HasZero, Packs>(at, at.walk.steps[k], open);
  }

  template <absence Missing, bool HasZero>
  static void walk_all(const tree_walk& walk, const tree_panel& panel, const tree_tile& tile,
                       const tree_scores& scores) {
    open_groups open;
    constexpr std::size_t large = most_packs * lane_count;
    for (std::size_t r = 0; r < tile.replicates; r += together) {
      for (std::size_t i = 0; i<panel.units; i += panel.units - i> lane_count ? large : lane_count)
        if (panel.units - i > lane_count)  // numbers beyond the last unit cost less than another walk
          walk_block<Missing, HasZero, most_packs>({walk, panel, tile, scores, i, r}, open);
        else
          walk_block<Missing, HasZero, 1>({walk, panel, tile, scores, i, r}, open);
    }
  }
  template <absence Missing>
  static void walk_of_kind(const tree_walk& walk, const tree_panel& panel, const tree_tile& tile,
                           const tree_scores& scores) {
    tile.has_zero ? walk_all<Missing, true>(walk, panel, tile, scores)
                  : walk_all<Missing, false>(walk, panel, tile, scores);
  }
  static void tree(const tree_walk& walk, const tree_panel& panel, const tree_tile& tile, const tree_scores& scores) {
    switch (walk.missing) {
      case absence::propagate:
        return walk_of_kind<absence::propagate>(walk, panel, tile, scores);
      case absence::renormalise:
        return walk_of_kind<absence::renormalise>(walk, panel, tile, scores);
      case absence::zero:
        return walk_of_kind<absence::zero>(walk, panel, tile, scores);
    }
  }
};

}  // namespace quindex::kernel
