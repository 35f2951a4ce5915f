/// The inner loops, once for every instruction set: reductions always run in eight virtual lanes, so bits never differ.
#pragma once

#include "quindex/numeric/impl/elementary_lanes.ipp"
#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

template <class Isa>
struct kernel_set {
  static constexpr int width = Isa::width;
  static constexpr int parts = 8 / width;
  using many = pack<Isa, width>;
  using one = pack<Isa, 1>;

  /// Eight lanes, in as many packs as that takes.
  struct eight {
    many part[parts];

    [[gnu::always_inline]] static eight all(double x) {
      eight out;
      for (int i = 0; i < parts; ++i) out.part[i] = many::all(x);
      return out;
    }
    [[gnu::always_inline]] static eight load(const double* from) {
      eight out;
      for (int i = 0; i < parts; ++i) out.part[i] = many::load(from + i * width);
      return out;
    }
    [[gnu::always_inline]] void save(double* to) const {
      for (int i = 0; i < parts; ++i) part[i].save(to + i * width);
    }
    /// The sum of the lanes in a fixed order.
    [[nodiscard]] double total() const {
      double l[8];
      save(l);
      return ((l[0] + l[1]) + (l[2] + l[3])) + ((l[4] + l[5]) + (l[6] + l[7]));
    }
  };

  /// The last `count` < 8 values, filled up with missing ones.
  struct padded {
    double at[8];
    padded(const double* x, std::size_t count) {
      for (std::size_t i = 0; i < 8; ++i) at[i] = i < count ? x[i] : __builtin_nan("");
    }
  };

  static double lowest(eight low) {
    double l[8];
    low.save(l);
    double out = l[0];
    for (int i = 1; i < 8; ++i) out = l[i] < out ? l[i] : out;
    return out + 0.0;  // -0 and 0 are the same extreme, whichever lane it was in
  }
  static double highest(eight high) {
    double h[8];
    high.save(h);
    double out = h[0];
    for (int i = 1; i < 8; ++i) out = out < h[i] ? h[i] : out;
    return out + 0.0;
  }

  [[gnu::always_inline]] static void widen(eight& low, eight& high, eight& count, eight x) {
    for (int i = 0; i < parts; ++i) {
      const many v = x.part[i];
      low.part[i] = select(v < low.part[i], v, low.part[i]);
      high.part[i] = select(high.part[i] < v, v, high.part[i]);
      count.part[i] = count.part[i] + keep(v == v, many::all(1.0));
    }
  }

  static column_extent extent(const double* x, std::size_t n) {
    eight low = eight::all(infinite), high = eight::all(-infinite), count = eight::all(0.0);
    eight low2 = low, high2 = high, count2 = count;
    std::size_t i = 0;
    for (; i + 16 <= n; i += 16) {
      widen(low, high, count, eight::load(x + i));
      widen(low2, high2, count2, eight::load(x + i + 8));
    }
    for (; i < n; i += 8) widen(low, high, count, eight::load(padded(x + i, n - i < 8 ? n - i : 8).at));
    for (int p = 0; p < parts; ++p) {
      low.part[p] = select(low2.part[p] < low.part[p], low2.part[p], low.part[p]);
      high.part[p] = select(high.part[p] < high2.part[p], high2.part[p], high.part[p]);
      count.part[p] = count.part[p] + count2.part[p];
    }
    const auto present = static_cast<std::size_t>(count.total());
    if (present == 0) return {__builtin_nan(""), __builtin_nan(""), 0};
    return {lowest(low), highest(high), present};
  }

  [[gnu::always_inline]] static void add(eight& sum, eight& lost, eight& count, eight x) {
    for (int i = 0; i < parts; ++i) {
      const auto is_there = x.part[i] == x.part[i];
      const many v = keep(is_there, x.part[i]);
      const many s = sum.part[i] + v;
      lost.part[i] = lost.part[i] + sum_error(sum.part[i], v, s);
      sum.part[i] = s;
      count.part[i] = count.part[i] + keep(is_there, many::all(1.0));
    }
  }

  static column_sum sum(const double* x, std::size_t n) {
    eight sums = eight::all(0.0), lost = sums, count = sums;
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8) add(sums, lost, count, eight::load(x + i));
    if (i < n) add(sums, lost, count, eight::load(padded(x + i, n - i).at));
    double s[8];
    sums.save(s);
    double total = 0.0, error = lost.total();
    for (int l = 0; l < 8; ++l) {
      const one next = one{total} + one{s[l]};
      error += sum_error(one{total}, one{s[l]}, next).v;
      total = next.v;
    }
    const double corrected = total + error;
    // An infinite sum has no error to speak of: inf - inf is not a number.
    return {error - error == 0.0 ? corrected : total, static_cast<std::size_t>(count.total())};
  }

  /// Moments whose mean is `all.mean + beyond`: between close means the second part holds the digits that matter.
  struct fine_moments {
    column_moments all;
    double beyond;
  };

  /// Moments of at most 2,048 values, which stay in the nearest cache between the two passes.
  static fine_moments block_moments(const double* x, std::size_t n) {
    eight low = eight::all(infinite), high = eight::all(-infinite), count = eight::all(0.0), sums = count;
    const std::size_t whole = n - n % 8;
    const padded rest(x + whole, n - whole);
    const auto first_pass = [&](eight v) __attribute__((always_inline)) {
      widen(low, high, count, v);
      for (int p = 0; p < parts; ++p) sums.part[p] = sums.part[p] + keep(v.part[p] == v.part[p], v.part[p]);
    };
    for (std::size_t i = 0; i < whole; i += 8) first_pass(eight::load(x + i));
    if (whole < n) first_pass(eight::load(rest.at));
    const double present = count.total();
    fine_moments out{{static_cast<std::size_t>(present), 0, 0, 0, 0, lowest(low), highest(high)}, 0};
    if (present == 0) return out;
    const bool is_constant = out.all.low == out.all.high;
    out.all.mean = is_constant ? out.all.low : sums.total() / present;
    if (is_constant) return out;
    const many centre = many::all(out.all.mean);
    eight s1 = eight::all(0.0), s2 = s1, s3 = s1, s4 = s1;
    const auto second_pass = [&](eight v) __attribute__((always_inline)) {
      for (int p = 0; p < parts; ++p) {
        const many d = keep(v.part[p] == v.part[p], v.part[p] - centre);
        const many d2 = d * d;
        s1.part[p] = s1.part[p] + d;
        s2.part[p] = s2.part[p] + d2;
        s3.part[p] = s3.part[p] + d2 * d;
        s4.part[p] = s4.part[p] + d2 * d2;
      }
    };
    for (std::size_t i = 0; i < whole; i += 8) second_pass(eight::load(x + i));
    if (whole < n) second_pass(eight::load(rest.at));
    // What rounding left of the first power moves the centre to the mean.
    const double t2 = s2.total(), t3 = s3.total(), shift = s1.total() / present, shift2 = shift * shift;
    out.beyond = shift;
    out.all.m2 = t2 - present * shift2;
    out.all.m3 = t3 - 3 * shift * t2 + 2 * present * shift2 * shift;
    out.all.m4 = s4.total() - 4 * shift * t3 + 6 * shift2 * t2 - 3 * present * shift2 * shift2;
    return out;
  }

  static column_moments moments(const double* x, std::size_t n) {
    constexpr std::size_t block = 2048;
    fine_moments out = block_moments(x, n < block ? n : block);
    for (std::size_t i = block; i < n; i += block)
      out = merged(out, block_moments(x + i, n - i < block ? n - i : block));
    out.all.mean += out.beyond;
    if (out.all.n == 0) out.all.mean = out.all.low = out.all.high = __builtin_nan("");
    return out.all;
  }

  /// Chan, Golub and LeVeque (1979), Pebay (2008).
  static fine_moments merged(const fine_moments& left, const fine_moments& right) {
    const column_moments &a = left.all, &b = right.all;
    if (a.n == 0) return right;
    if (b.n == 0) return left;
    const double na = static_cast<double>(a.n), nb = static_cast<double>(b.n), n = na + nb;
    const double d = (b.mean - a.mean) + (right.beyond - left.beyond), d2 = d * d;
    fine_moments out{a, left.beyond + d * (nb / n)};
    out.all.n = a.n + b.n;
    out.all.m2 = a.m2 + b.m2 + d2 * (na * nb / n);
    out.all.m3 = a.m3 + b.m3 + d2 * d * (na * nb * (na - nb) / (n * n)) + 3 * d * (na * b.m2 - nb * a.m2) / n;
    out.all.m4 = a.m4 + b.m4 + d2 * d2 * (na * nb * (na * na - na * nb + nb * nb) / (n * n * n)) +
                 6 * d2 * (na * na * b.m2 + nb * nb * a.m2) / (n * n) + 4 * d * (na * b.m3 - nb * a.m3) / n;
    out.all.low = b.low < a.low ? b.low : a.low;
    out.all.high = a.high < b.high ? b.high : a.high;
    return out;
  }

  /// Applies `f` to each value; `f` is called with packs and, for the last few, with single values.
  template <class F>
  [[gnu::always_inline]] static void map(const double* x, std::size_t n, double* out, F f) {
    std::size_t i = 0;
    for (; i + 2 * width <= n; i += 2 * width) {
      const many a = f(many::load(x + i)), b = f(many::load(x + i + width));
      a.save(out + i);
      b.save(out + i + width);
    }
    for (; i < n; ++i) f(one::load(x + i)).save(out + i);
  }

  static void affine(const double* x, std::size_t n, const affine_map& by, double* out) {
    const affine_map m = by;
    map(x, n, out, [m](auto v) __attribute__((always_inline)) {
      using some = decltype(v);
      some y = some::all(m.base) + some::all(m.span) * ((v - some::all(m.origin)) / some::all(m.range));
      y = select(y < some::all(m.low), some::all(m.low), y);
      return select(some::all(m.high) < y, some::all(m.high), y);
    });
  }
  static void log(const double* x, std::size_t n, double* out) {
    map(x, n, out, [](auto v) __attribute__((always_inline)) { return log_lanes(v); });
  }
  static void exp(const double* x, std::size_t n, double* out) {
    map(x, n, out, [](auto v) __attribute__((always_inline)) { return exp_lanes(v); });
  }
  static void pow(const double* x, std::size_t n, double p, double* out) {
    map(x, n, out, [p](auto v) __attribute__((always_inline)) { return pow_lanes(v, p); });
  }

  template <mean_of F, class Pack>
  [[gnu::always_inline]] static Pack forward(Pack x, double p) {
    if constexpr (F == mean_of::logarithms) return log_lanes(x);
    if constexpr (F == mean_of::reciprocals) return Pack::all(1.0) / x;
    if constexpr (F == mean_of::powers) return pow_lanes(x, p);
    return x;
  }
  template <mean_of F, class Pack>
  [[gnu::always_inline]] static Pack backward(Pack y, double p) {
    if constexpr (F == mean_of::logarithms) return exp_lanes(y);
    if constexpr (F == mean_of::reciprocals) return Pack::all(1.0) / y;
    if constexpr (F == mean_of::powers) return pow_lanes(y, 1.0 / p);
    return y;
  }

  /// `Rows` packs of rows, whose numerators and denominators stay in registers over all children.
  template <mean_of F, absence Missing, class Pack, int Rows>
  [[gnu::always_inline]] static void mean_rows(const double* const* columns, const double* weights, std::size_t k,
                                               std::size_t row, double whole, const mean_job& job, double* out) {
    Pack numerator[Rows], denominator[Rows];
    for (int r = 0; r < Rows; ++r) numerator[r] = denominator[r] = Pack::all(0.0);
    for (std::size_t j = 0; j < k; ++j) {
      if (weights[j] == 0.0) continue;
      const Pack w = Pack::all(weights[j]);
      for (int r = 0; r < Rows; ++r) {
        const Pack x = Pack::load(columns[j] + row + static_cast<std::size_t>(r * Pack::width));
        const auto is_there = x == x;
        if constexpr (Missing == absence::renormalise) {
          numerator[r] = numerator[r] + keep(is_there, w * forward<F>(x, job.power));
          denominator[r] = denominator[r] + keep(is_there, w);
        } else {
          const Pack v = Missing == absence::zero ? keep(is_there, x) : x;
          numerator[r] = numerator[r] + w * forward<F>(v, job.power);
        }
      }
    }
    for (int r = 0; r < Rows; ++r) {
      Pack y = Pack::all(__builtin_nan(""));
      if constexpr (Missing == absence::renormalise) {
        const auto is_enough = Pack::all(job.coverage - 1e-12) <= denominator[r] / Pack::all(whole);
        y = select(is_enough, numerator[r] / denominator[r], y);  // 0/0 when nothing is there
      } else {
        y = numerator[r] / Pack::all(whole);
      }
      backward<F>(y, job.power).save(out + row + static_cast<std::size_t>(r * Pack::width));
    }
  }

  template <mean_of F, absence Missing>
  static void mean_loop(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                        const mean_job& job, double* out) {
    constexpr int rows = F == mean_of::values || F == mean_of::reciprocals ? 4 : F == mean_of::logarithms ? 2 : 1;
    double whole = 0.0;
    for (std::size_t j = 0; j < k; ++j)
      if (weights[j] != 0.0) whole += weights[j];
    std::size_t i = 0;
    for (; i + rows * width <= n; i += rows * width)
      mean_rows<F, Missing, many, rows>(columns, weights, k, i, whole, job, out);
    for (; i + width <= n; i += width) mean_rows<F, Missing, many, 1>(columns, weights, k, i, whole, job, out);
    for (; i < n; ++i) mean_rows<F, Missing, one, 1>(columns, weights, k, i, whole, job, out);
  }

  template <mean_of F>
  static void mean_of_kind(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                           const mean_job& job, double* out) {
    switch (job.missing) {
      case absence::propagate: return mean_loop<F, absence::propagate>(columns, weights, k, n, job, out);
      case absence::renormalise: return mean_loop<F, absence::renormalise>(columns, weights, k, n, job, out);
      case absence::zero: return mean_loop<F, absence::zero>(columns, weights, k, n, job, out);
    }
  }

  static void mean(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                   const mean_job& job, double* out) {
    switch (job.f) {
      case mean_of::values: return mean_of_kind<mean_of::values>(columns, weights, k, n, job, out);
      case mean_of::logarithms: return mean_of_kind<mean_of::logarithms>(columns, weights, k, n, job, out);
      case mean_of::reciprocals: return mean_of_kind<mean_of::reciprocals>(columns, weights, k, n, job, out);
      case mean_of::powers: return mean_of_kind<mean_of::powers>(columns, weights, k, n, job, out);
    }
  }

  template <class Compare>
  [[gnu::always_inline]] static void count(const double* x, std::size_t n, double* out, Compare compare) {
    for (std::size_t i = 0; i < n; i += 8) {
      const std::size_t here = n - i < 8 ? n - i : 8;
      const eight mine = here == 8 ? eight::load(x + i) : eight::load(padded(x + i, here).at);
      eight found = eight::all(0.0);
      for (std::size_t k = 0; k < n; ++k) {
        const many other = many::all(x[k]);
        for (int p = 0; p < parts; ++p)
          found.part[p] = found.part[p] + keep(compare(other, mine.part[p]), many::all(1.0));
      }
      double counts[8];
      found.save(counts);
      for (std::size_t l = 0; l < here; ++l) out[i + l] = counts[l];
    }
  }
  static void count_below(const double* x, std::size_t n, double* below) {
    count(x, n, below, [](many a, many b) __attribute__((always_inline)) { return a < b; });
  }
  static void count_equal(const double* x, std::size_t n, double* equal) {
    count(x, n, equal, [](many a, many b) __attribute__((always_inline)) { return a == b; });
  }

  /// Products of four columns of one panel with the eight of another; each product is summed row by row.
  [[gnu::always_inline]] static void product_tile(const double* left, const double* right, std::size_t rows,
                                                  double (&out)[4][8]) {
    constexpr int tall = width == 2 ? 2 : 4;  // as many accumulators as there are registers
    for (int from = 0; from < 4; from += tall) {
      eight sums[tall];
      for (int t = 0; t < tall; ++t) sums[t] = eight::all(0.0);
      for (std::size_t r = 0; r < rows; ++r) {
        const eight b = eight::load(right + 8 * r);
        for (int t = 0; t < tall; ++t) {
          const many a = many::all(left[8 * r + static_cast<std::size_t>(from + t)]);
          for (int p = 0; p < parts; ++p) sums[t].part[p] = sums[t].part[p] + a * b.part[p];
        }
      }
      for (int t = 0; t < tall; ++t) sums[t].save(out[from + t]);
    }
  }

  static void products(const double* packed, std::size_t rows, std::size_t m, double* out) {
    for (std::size_t j = 0; j < m; j += 8) {
      for (std::size_t i = 0; i < m && i < j + 8; i += 4) {
        double tile[4][8];
        product_tile(packed + i / 8 * rows * 8 + i % 8, packed + j * rows, rows, tile);
        for (std::size_t a = 0; a < 4 && i + a < m; ++a)
          for (std::size_t b = 0; b < 8 && j + b < m; ++b)
            if (i + a <= j + b) out[i + a + (j + b) * m] += tile[a][b];
      }
    }
  }

  static void lose(const double* row, std::size_t stride, std::size_t panels, double* out) {
    double* squares = out + 8 * panels;
    for (std::size_t p = 0; p < panels; ++p) {
      for (std::size_t c = 0; c < 8; c += width) {
        const many x = many::load(row + p * stride + c);
        (many::load(out + 8 * p + c) + x).save(out + 8 * p + c);
        (many::load(squares + 8 * p + c) + x * x).save(squares + 8 * p + c);
      }
    }
  }

  static const kernels& table() noexcept {
    static constexpr kernels all{Isa::name, extent, sum, moments,     affine,      mean,     log,
                                 exp,       pow,         count_below, count_equal, products, lose};
    return all;
  }
};

}  // namespace quindex::kernel
