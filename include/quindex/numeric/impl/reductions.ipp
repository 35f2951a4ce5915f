/// Range, sum and moments of a column.
#pragma once

#include "quindex/numeric/impl/eight_lanes.ipp"
#include "quindex/numeric/impl/elementary_lanes.ipp"
#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

template <class Isa>
struct reductions {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  using one = typename lanes::one;
  static constexpr int parts = lanes::parts;

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
    if (i + 8 <= n) widen(low, high, count, eight::load(x + i)), i += 8;
    if (i < n) widen(low, high, count, lanes::rest(x + i, n - i));
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

  static column_sum collected(eight sums, eight lost, eight count) {
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

  static column_sum sum(const double* x, std::size_t n) {
    eight sums = eight::all(0.0), lost = sums, count = sums;
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8) add(sums, lost, count, eight::load(x + i));
    if (i < n) add(sums, lost, count, lanes::rest(x + i, n - i));
    return collected(sums, lost, count);
  }

  /// The range of the values and the sum of what `f` makes of them.
  template <class F>
  [[gnu::always_inline]] static column_summary summary_of(const double* x, std::size_t n, F f) {
    eight low = eight::all(infinite), high = eight::all(-infinite), sums = eight::all(0.0), lost = sums, count = sums;
    const auto take = [&](eight v) __attribute__((always_inline)) {
      eight of = v;
      for (int p = 0; p < parts; ++p) of.part[p] = f(v.part[p]);
      add(sums, lost, count, of);
      for (int p = 0; p < parts; ++p) {
        low.part[p] = select(v.part[p] < low.part[p], v.part[p], low.part[p]);
        high.part[p] = select(high.part[p] < v.part[p], v.part[p], high.part[p]);
      }
    };
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8) take(eight::load(x + i));
    if (i < n) take(lanes::rest(x + i, n - i));
    const column_sum found = collected(sums, lost, count);
    const double nothing = __builtin_nan("");
    return {found.n == 0 ? nothing : lowest(low), found.n == 0 ? nothing : highest(high), found.sum, found.n};
  }
  static column_summary summary(const double* x, std::size_t n) {
    return summary_of(
        x, n, [](many v) __attribute__((always_inline)) { return v; });
  }

  /// Moments whose mean is `all.mean + beyond`: between close means the second part holds the digits that matter.
  struct fine_moments {
    column_moments all;
    double beyond;
  };

  /// Moments of at most 2,048 values, which stay in the nearest cache between the two passes.
  /// `limit` turns the values that do not count into missing ones.
  template <class Limit>
  static fine_moments block_moments(const double* x, std::size_t n, Limit limit) {
    eight low = eight::all(infinite), high = eight::all(-infinite), count = eight::all(0.0), sums = count;
    const std::size_t whole = n - n % 8;
    const eight rest = lanes::rest(x + whole, n - whole);
    const auto first_pass = [&](eight v) __attribute__((always_inline)) {
      widen(low, high, count, v);
      for (int p = 0; p < parts; ++p) sums.part[p] = sums.part[p] + keep(v.part[p] == v.part[p], v.part[p]);
    };
    for (std::size_t i = 0; i < whole; i += 8) first_pass(limit(eight::load(x + i)));
    if (whole < n) first_pass(limit(rest));
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
    for (std::size_t i = 0; i < whole; i += 8) second_pass(limit(eight::load(x + i)));
    if (whole < n) second_pass(limit(rest));
    // What rounding left of the first power moves the centre to the mean.
    const double t2 = s2.total(), t3 = s3.total(), shift = s1.total() / present, shift2 = shift * shift;
    out.beyond = shift;
    out.all.m2 = t2 - present * shift2;
    out.all.m3 = t3 - 3 * shift * t2 + 2 * present * shift2 * shift;
    out.all.m4 = s4.total() - 4 * shift * t3 + 6 * shift2 * t2 - 3 * present * shift2 * shift2;
    return out;
  }

  template <class Limit>
  static column_moments all_moments(const double* x, std::size_t n, Limit limit) {
    constexpr std::size_t block = 2048;
    fine_moments out = block_moments(x, n < block ? n : block, limit);
    for (std::size_t i = block; i < n; i += block)
      out = merged(out, block_moments(x + i, n - i < block ? n - i : block, limit));
    out.all.mean += out.beyond;
    if (out.all.n == 0) out.all.mean = out.all.low = out.all.high = __builtin_nan("");
    return out.all;
  }
  static column_moments moments(const double* x, std::size_t n) {
    return all_moments(
        x, n, [](eight v) __attribute__((always_inline)) { return v; });
  }
  static column_moments moments_between(const double* x, std::size_t n, double low, double high) {
    const many from = many::all(low), to = many::all(high), nothing = many::all(__builtin_nan(""));
    return all_moments(
        x, n, [=](eight v) __attribute__((always_inline)) {
          for (int p = 0; p < parts; ++p) v.part[p] = select((from < v.part[p]) & (v.part[p] < to), v.part[p], nothing);
          return v;
        });
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
};

}  // namespace quindex::kernel
