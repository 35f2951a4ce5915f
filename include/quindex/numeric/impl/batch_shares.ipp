/// The weights of several replicates divided by their sums, replicates side by side.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/eight_lanes.ipp"

namespace quindex::kernel {

template <class Isa>
struct weight_shares {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  static constexpr int parts = lanes::parts;

  [[gnu::always_inline]] static eight plus(eight a, eight b) {
    for (int p = 0; p < parts; ++p) a.part[p] = a.part[p] + b.part[p];
    return a;
  }
  /// Adds `x` to `sum` and the error of that to `lost`.
  [[gnu::always_inline]] static void add(eight& sum, eight& lost, eight x) {
    for (int p = 0; p < parts; ++p) {
      const many s = sum.part[p] + x.part[p];
      lost.part[p] = lost.part[p] + sum_error(sum.part[p], x.part[p], s);
      sum.part[p] = s;
    }
  }

  /// Which of up to 64 numbers are not the same in two rows, a bit each.
  static std::uint64_t others(const double* a, const double* b, std::size_t n) {
    using marks = typename many::marks;
    using mark_type = typename many::mark_type;
    constexpr std::size_t lane_count = many::width;
    constexpr std::int64_t bits[] = {1, 2, 4, 8, 16, 32, 64, 128};
    marks first, found{};
    __builtin_memcpy(&first, bits, sizeof first);
    const auto at = [&](std::size_t i) __attribute__((always_inline)) {
      return ~(many::load(a + i) == many::load(b + i)).m & (first << i);
    };
    std::size_t i = 0;
    for (; i + lane_count <= n; i += lane_count) found |= at(i);
    if (i < n && n >= lane_count) found |= at(n - lane_count), i = n;
    auto all = static_cast<std::uint64_t>(mark_type{found}.joined());
    for (; i < n; ++i) all |= std::uint64_t{a[i] == b[i] ? 0U : 1U} << i;
    return all;
  }

  /// The sum of a group's `k` weights in every lane, with the bits of `reductions::sum` of each lane's weights.
  static eight sum_of(const double* weights, const std::size_t* places, std::size_t k) {
    eight total = eight::all(0.0), error = total;
    if (k <= 8) {
      for (std::size_t j = 0; j < k; ++j) add(total, error, eight::load(weights + 8 * places[j]));
    } else {
      eight sums[8], lost[8];
      for (int l = 0; l < 8; ++l) sums[l] = lost[l] = eight::all(0.0);
      for (std::size_t j = 0; j < k; ++j) add(sums[j % 8], lost[j % 8], eight::load(weights + 8 * places[j]));
      error = plus(plus(plus(lost[0], lost[1]), plus(lost[2], lost[3])),
                   plus(plus(lost[4], lost[5]), plus(lost[6], lost[7])));
      for (int l = 0; l < 8; ++l) add(total, error, sums[l]);
    }
    for (int p = 0; p < parts; ++p) {
      const auto is_finite = error.part[p] - error.part[p] == many::all(0.0);
      total.part[p] = select(is_finite, total.part[p] + error.part[p], total.part[p]);
    }
    return total;
  }

  /// What a group's weights are divided by: 1 where they are the ones that need no division.
  static eight total_of(const tree_children& group, const double* weights) {
    eight total = sum_of(weights, group.places, group.count);
    if (group.own == nullptr) return total;
    typename many::marks is_own[parts];
    for (int p = 0; p < parts; ++p) is_own[p] = ~typename many::marks{};
    for (std::size_t j = 0; j < group.count; ++j) {
      const eight w = eight::load(weights + 8 * group.places[j]);
      for (int p = 0; p < parts; ++p) is_own[p] &= (w.part[p] == many::all(group.own[j])).m;
    }
    for (int p = 0; p < parts; ++p)
      total.part[p] = select(typename many::mark_type{is_own[p]}, many::all(1.0), total.part[p]);
    return total;
  }

  static tile_state shares(const tree_children* groups, std::size_t count, const double* rows, std::size_t replicates,
                           std::size_t stride, double* weights, double* wholes) {
    using marks = typename many::marks;
    const many zero = many::all(0.0), infinity = many::all(__builtin_huge_val());
    const double* row[8];
    for (std::size_t r = 0; r < 8; ++r) row[r] = rows + (r < replicates ? r : 0) * stride;
    marks good[parts], is_zero[parts];
    for (int p = 0; p < parts; ++p) good[p] = ~marks{}, is_zero[p] = marks{};
    for (std::size_t g = 0; g < count; ++g)  // all at once: numbers just written are slow to be read side by side
      for (std::size_t j = 0; j < groups[g].count; ++j)
        for (std::size_t r = 0; r < 8; ++r) weights[8 * groups[g].places[j] + r] = row[r][groups[g].columns[j]];
    for (std::size_t g = 0; g < count; ++g) {
      const std::size_t k = groups[g].count;
      const std::size_t* places = groups[g].places;
      const eight total = total_of(groups[g], weights);
      eight whole = eight::all(0.0);
      for (int p = 0; p < parts; ++p) good[p] &= ((zero < total.part[p]) & (total.part[p] < infinity)).m;
      for (std::size_t j = 0; j < k; ++j) {
        eight w = eight::load(weights + 8 * places[j]);
        for (int p = 0; p < parts; ++p) {
          good[p] &= ((zero <= w.part[p]) & (w.part[p] < infinity)).m;
          is_zero[p] |= (w.part[p] == zero).m;
          w.part[p] = w.part[p] / total.part[p];
          whole.part[p] = whole.part[p] + w.part[p];
        }
        w.save(weights + 8 * places[j]);
      }
      if (wholes != nullptr) whole.save(wholes + 8 * g);
    }
    return state_of(good, is_zero, replicates);
  }

 private:
  static tile_state state_of(const typename many::marks* good, const typename many::marks* is_zero,
                             std::size_t replicates) {
    std::int64_t is_good[8], has_zero[8];
    __builtin_memcpy(is_good, good, sizeof is_good);
    __builtin_memcpy(has_zero, is_zero, sizeof has_zero);
    tile_state out{0, false};
    for (std::size_t r = 0; r < replicates; ++r) {
      if (is_good[r] == 0) out.bad |= 1U << r;
      out.has_zero = out.has_zero || has_zero[r] != 0;
    }
    return out;
  }
};

}  // namespace quindex::kernel
