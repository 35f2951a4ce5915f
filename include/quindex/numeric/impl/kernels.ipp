/// The inner loops, once for every instruction set: reductions always run in eight virtual lanes, so bits never differ.
#pragma once

#include "quindex/numeric/impl/batch_buckets.ipp"
#include "quindex/numeric/impl/batch_columns.ipp"
#include "quindex/numeric/impl/batch_places.ipp"
#include "quindex/numeric/impl/batch_rough.ipp"
#include "quindex/numeric/impl/batch_shares.ipp"
#include "quindex/numeric/impl/batch_tree.ipp"
#include "quindex/numeric/impl/batch_uniforms.ipp"
#include "quindex/numeric/impl/comparisons.ipp"
#include "quindex/numeric/impl/criteria.ipp"
#include "quindex/numeric/impl/cross_products.ipp"
#include "quindex/numeric/impl/inversions.ipp"
#include "quindex/numeric/impl/means.ipp"
#include "quindex/numeric/impl/reductions.ipp"

namespace quindex::kernel {

template <class Isa>
struct kernel_set {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  using one = typename lanes::one;
  static constexpr int parts = lanes::parts;
  static constexpr int width = lanes::width;

  /// Applies `f` to each value; `out` may be `x`. `f` is called with packs, with single values only if these are few.
  template <class F>
  [[gnu::always_inline]] static void map(const double* x, std::size_t n, double* out, F f) {
    std::size_t i = 0;
    if (n < width) {
      for (; i < n; ++i) f(one::load(x + i)).save(out + i);
      return;
    }
    // The last pack may overlap the one before, so it is read before anything is written.
    const many last = many::load(x + n - width);
    for (; i + 2 * width <= n; i += 2 * width) {
      const many a = f(many::load(x + i)), b = f(many::load(x + i + width));
      a.save(out + i);
      b.save(out + i + width);
    }
    if (i + width <= n) f(many::load(x + i)).save(out + i), i += width;
    if (i < n) f(last).save(out + n - width);
  }

  static void affine(const double* x, std::size_t n, const affine_map& by, double* out) {
    const affine_map m = by;
    map(
        x, n, out, [m](auto v) __attribute__((always_inline)) {
          using some = decltype(v);
          some y = some::all(m.base) + some::all(m.span) * ((v - some::all(m.origin)) / some::all(m.range));
          y = select(y < some::all(m.low), some::all(m.low), y);
          return select(some::all(m.high) < y, some::all(m.high), y);
        });
  }
  static void log(const double* x, std::size_t n, double* out) {
    map(
        x, n, out, [](auto v) __attribute__((always_inline)) { return log_lanes(v); });
  }
  static void exp(const double* x, std::size_t n, double* out) {
    map(
        x, n, out, [](auto v) __attribute__((always_inline)) { return exp_lanes(v); });
  }
  static void pow(const double* x, std::size_t n, double p, double* out) {
    map(
        x, n, out, [p](auto v) __attribute__((always_inline)) { return pow_lanes(v, p); });
  }

  /// How many values compare to each; as many of these at once as fit into registers.
  template <class Compare>
  [[gnu::always_inline]] static void count(const double* x, std::size_t n, double* out, Compare compare) {
    constexpr std::size_t packs = width == 1 ? 4 : 16 / width < 4 ? 2 : 4;
    constexpr std::size_t lanes_at_once = packs * width;
    for (std::size_t i = 0; i < n; i += lanes_at_once) {
      const std::size_t here = n - i < lanes_at_once ? n - i : lanes_at_once;
      double mine[lanes_at_once], counts[lanes_at_once];
      for (std::size_t l = 0; l < lanes_at_once; ++l) mine[l] = l < here ? x[i + l] : 0.0;
      many self[packs];
      typename many::marks found[packs];
      for (std::size_t p = 0; p < packs; ++p) self[p] = many::load(mine + p * width), found[p] = typename many::marks{};
      for (std::size_t k = 0; k < n; ++k) {
        const many other = many::all(x[k]);
        for (std::size_t p = 0; p < packs; ++p) found[p] -= compare(other, self[p]).m;  // a true lane is -1
      }
      for (std::size_t p = 0; p < packs; ++p) many::of_count(found[p]).save(counts + p * width);
      for (std::size_t l = 0; l < here; ++l) out[i + l] = counts[l];
    }
  }
  static void count_below(const double* x, std::size_t n, double* below) {
    count(
        x, n, below, [](many a, many b) __attribute__((always_inline)) { return a < b; });
  }
  static void count_equal(const double* x, std::size_t n, double* equal) {
    count(
        x, n, equal, [](many a, many b) __attribute__((always_inline)) { return a == b; });
  }

  static const kernels& table() noexcept {
    static constexpr kernels all{Isa::name,
                                 reductions<Isa>::extent,
                                 reductions<Isa>::sum,
                                 reductions<Isa>::moments,
                                 reductions<Isa>::moments_between,
                                 affine,
                                 means<Isa>::mean,
                                 log,
                                 exp,
                                 pow,
                                 count_below,
                                 count_equal,
                                 cross_products<Isa>::products,
                                 cross_products<Isa>::lose,
                                 uniform_numbers<Isa>::uniforms,
                                 weight_shares<Isa>::shares,
                                 weight_shares<Isa>::others,
                                 trees<Isa>::tree,
                                 places_of<Isa>::places,
                                 places_of<Isa>::equals,
                                 places_of<Isa>::cuts,
                                 places_of<Isa>::count_less,
                                 columns_at_once<Isa>::ends,
                                 columns_at_once<Isa>::pieces,
                                 reductions<Isa>::summary,
                                 cross_products<Isa>::centre,
                                 criteria<Isa>::squares,
                                 criteria<Isa>::distances,
                                 criteria<Isa>::entropy_sums,
                                 comparisons<Isa>::leads,
                                 comparisons<Isa>::majorities,
                                 comparisons<Isa>::weighted_leads,
                                 inversion_counter<Isa>::count,
                                 key_buckets<Isa>::spread,
                                 key_buckets<Isa>::settle,
                                 rough_scores<Isa>::collapse,
                                 rough_scores<Isa>::sums,
                                 rough_scores<Isa>::moved,
                                 places_of<Isa>::least_gap};
    return all;
  }
};

}  // namespace quindex::kernel
