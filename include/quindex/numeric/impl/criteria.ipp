/// Inner loops of methods that compare units or weigh criteria.
#pragma once

#include "quindex/numeric/impl/reductions.ipp"

namespace quindex::kernel {

template <class Isa>
struct criteria {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  using one = typename lanes::one;
  static constexpr int parts = lanes::parts;
  static constexpr int width = lanes::width;

  static column_summary squares(const double* x, std::size_t n) {
    return reductions<Isa>::summary_of(
        x, n, [](many v) __attribute__((always_inline)) { return v * v; });
  }

  template <class Pack>
  [[gnu::always_inline]] static Pack size_of(Pack x) {
    return Pack::of_bits(x.bits() & std::uint64_t{0x7FFFFFFFFFFFFFFF});
  }

  /// One step of a distance.
  template <class Pack>
  [[gnu::always_inline]] static Pack grown(Pack so_far, Pack d, distance_of kind) {
    if (kind == distance_of::largest) return select(so_far < d, d, so_far);
    return so_far + (kind == distance_of::squares ? d * d : d);
  }

  template <class Pack>
  [[gnu::always_inline]] static void add_distance(const double* x, const end_distances& job, double* to_best,
                                                  double* to_worst) {
    const Pack v = Pack::load(x), by = Pack::all(job.by);
    const Pack best = by * size_of(v - Pack::all(job.best)), worst = by * size_of(v - Pack::all(job.worst));
    grown(Pack::load(to_best), best, job.kind).save(to_best);
    grown(Pack::load(to_worst), worst, job.kind).save(to_worst);
  }
  template <distance_of Kind>
  static void add_distances(const double* x, std::size_t n, const end_distances& job, double* to_best,
                            double* to_worst) {
    const end_distances fixed{job.best, job.worst, job.by, Kind};
    std::size_t i = 0;
    for (; i + width <= n; i += width) add_distance<many>(x + i, fixed, to_best + i, to_worst + i);
    for (; i < n; ++i) add_distance<one>(x + i, fixed, to_best + i, to_worst + i);
  }
  static void distances(const double* x, std::size_t n, const end_distances& job, double* to_best, double* to_worst) {
    switch (job.kind) {
      case distance_of::squares:
        return add_distances<distance_of::squares>(x, n, job, to_best, to_worst);
      case distance_of::sizes:
        return add_distances<distance_of::sizes>(x, n, job, to_best, to_worst);
      case distance_of::largest:
        return add_distances<distance_of::largest>(x, n, job, to_best, to_worst);
    }
  }

  /// Adds u ln u - excess (u - 1) of eight values u. Those of lanes without a value are 1, which adds nothing.
  [[gnu::always_inline]] static void add_shares(eight& sums, eight x, const share_map& job, bool is_plain) {
    const many one = many::all(1.0);
    for (int p = 0; p < parts; ++p) {
      const many v = x.part[p];
      many u = many::all(job.slope) * (is_plain ? v : v - many::all(job.origin));
      if (!is_plain) u = u + many::all(job.base);
      u = select(v == v, u, one);
      const many more = u - one;
      const many term = u * keep(many::all(0.0) < u, log_lanes(u)) - (is_plain ? more : many::all(job.excess) * more);
      sums.part[p] = sums.part[p] + term;
    }
  }
  template <bool IsPlain>
  static std::size_t share_sums(const double* x, std::size_t n, const share_map& job, double* sums) {
    constexpr std::size_t block = 256;
    const share_map fixed = job;
    std::size_t blocks = 0;
    for (std::size_t from = 0; from < n; from += block) {
      const std::size_t to = n - from < block ? n : from + block;
      eight all = eight::all(0.0);
      std::size_t i = from;
      for (; i + 8 <= to; i += 8) add_shares(all, eight::load(x + i), fixed, IsPlain);
      if (i < to) add_shares(all, lanes::rest(x + i, to - i), fixed, IsPlain);
      double s[8];
      all.save(s);
      sums[blocks++] = ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]));
    }
    return blocks;
  }
  static std::size_t entropy_sums(const double* x, std::size_t n, const share_map& job, double* sums) {
    const bool is_plain = job.origin == 0 && job.base == 0 && job.excess == 1;  // the steps left out change nothing
    return is_plain ? share_sums<true>(x, n, job, sums) : share_sums<false>(x, n, job, sums);
  }
};

}  // namespace quindex::kernel
