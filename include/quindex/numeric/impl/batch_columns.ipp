/// Many columns at once, row by row: their ends, and exact sums of their numbers and squares.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/eight_lanes.ipp"

namespace quindex::kernel {

template <class Isa>
struct columns_at_once {
  using many = typename eight_lanes<Isa>::many;
  using one = typename eight_lanes<Isa>::one;

  template <class Pack>
  [[gnu::always_inline]] static void ends_of(const double* x, std::size_t rows, std::size_t stride, double* low,
                                             double* high, double* mark) {
    Pack least = Pack::all(__builtin_inf()), most = Pack::all(-__builtin_inf()), odd = Pack::all(0.0);
    for (std::size_t r = 0; r < rows; ++r) {
      const Pack v = Pack::load(x + r * stride);
      least = select(v < least, v, least);
      most = select(most < v, v, most);
      odd = odd + (v - v);
    }
    least.save(low), most.save(high), odd.save(mark);
  }
  static void ends(const double* x, std::size_t rows, std::size_t stride, std::size_t columns, double* low,
                   double* high, double* mark) {
    std::size_t i = 0;
    for (; i + many::width <= columns; i += many::width)
      ends_of<many>(x + i, rows, stride, low + i, high + i, mark + i);
    for (; i < columns; ++i) ends_of<one>(x + i, rows, stride, low + i, high + i, mark + i);
  }

  /// Adds to `sum` the multiple of the cut's unit next to `x`; what is left of it.
  template <class Pack>
  [[gnu::always_inline]] static Pack cut_off(Pack x, Pack cut, Pack& sum) {
    const Pack piece = (x + cut) - cut;
    sum = sum + piece;
    return x - piece;
  }
  template <class Pack>
  [[gnu::always_inline]] static void pieces_of(const pieces_job& job, std::size_t i, double* sums) {
    Pack cuts[5], sum[5], left = Pack::all(0.0);
    for (int k = 0; k < 5; ++k) cuts[k] = Pack::all(job.cuts[k]), sum[k] = Pack::all(0.0);
    const Pack zero = Pack::all(0.0), something = Pack::all(1.0), centre = Pack::load(job.centre + i);
    for (std::size_t r = 0; r < job.rows; ++r) {
      const Pack d = Pack::load(job.x + r * job.stride + i) - centre;
      const Pack rest = cut_off(cut_off(d, cuts[0], sum[0]), cuts[1], sum[1]);
      const Pack tail = cut_off(cut_off(cut_off(d * d, cuts[2], sum[2]), cuts[3], sum[3]), cuts[4], sum[4]);
      left = select((rest == zero) & (tail == zero), left, something);
    }
    for (std::size_t k = 0; k < 5; ++k) sum[k].save(sums + k * job.columns + i);
    left.save(sums + 5 * job.columns + i);
  }
  static void pieces(const pieces_job& job, double* sums) {
    std::size_t i = 0;
    for (; i + many::width <= job.columns; i += many::width) pieces_of<many>(job, i, sums);
    for (; i < job.columns; ++i) pieces_of<one>(job, i, sums);
  }
};

}  // namespace quindex::kernel
