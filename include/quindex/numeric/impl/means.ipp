/// Weighted quasi-arithmetic means of columns, row by row.
#pragma once

#include "quindex/numeric/impl/eight_lanes.ipp"
#include "quindex/numeric/impl/elementary_lanes.ipp"
#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

template <class Isa>
struct means {
  using lanes = eight_lanes<Isa>;
  using many = typename lanes::many;
  using one = typename lanes::one;
  static constexpr int width = lanes::width;

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

  /// The weights of a mean, divided by their sum before any row is looked at unless they sum to 1 up to rounding. Those
  /// of very many children are divided when they are needed.
  struct shares {
    static constexpr std::size_t most = 128;
    const double* weights;
    double whole = 0.0;  ///< Their sum after that.
    double start = 0.0;  ///< Of the numerators: missing when there is nothing to add.
    double divisor = 1.0;
    double divided[most];

    shares(const double* from, std::size_t k) : weights(from) {
      double sum = 0.0;
      for (std::size_t j = 0; j < k; ++j) sum += from[j];
      if (sum == 0.0) start = __builtin_nan("");
      const double off = sum < 1.0 ? 1.0 - sum : sum - 1.0;
      if (!(off <= static_cast<double>(k) * 0x1p-52)) divisor = sum;
      if (divisor != 1.0 && k <= most) {
        for (std::size_t j = 0; j < k; ++j) divided[j] = from[j] / divisor;
        weights = divided;
        divisor = 1.0;
      }
      for (std::size_t j = 0; j < k; ++j) whole += (*this)[j];
    }
    [[gnu::always_inline]] double operator[](std::size_t j) const {
      return divisor == 1.0 ? weights[j] : weights[j] / divisor;
    }
  };

  /// `Rows` packs of rows, whose numerators and denominators stay in registers over all children.
  template <mean_of F, absence Missing, class Pack, int Rows>
  [[gnu::always_inline]] static void mean_rows(const double* const* columns, const shares& weights, std::size_t k,
                                               std::size_t row, const mean_job& job, double* out) {
    Pack numerator[Rows], denominator[Rows];
    for (int r = 0; r < Rows; ++r) numerator[r] = Pack::all(weights.start), denominator[r] = Pack::all(0.0);
    for (std::size_t j = 0; j < k; ++j) {
      const double weight = weights[j];
      if (weight == 0.0) continue;
      const Pack w = Pack::all(weight);
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
      Pack y = numerator[r];
      if constexpr (Missing == absence::renormalise) {
        const Pack whole = Pack::all(weights.whole);
        const auto is_enough = Pack::all(job.coverage - 1e-12) <= denominator[r] / whole;
        y = select(denominator[r] == whole, y, y / denominator[r]);  // 0/0 when nothing is there
        y = select(is_enough, y, Pack::all(__builtin_nan("")));
      }
      if (!job.gives_terms) y = backward<F>(y, job.power);
      y.save(out + row + static_cast<std::size_t>(r * Pack::width));
    }
  }

  template <mean_of F, absence Missing>
  static void mean_loop(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                        const mean_job& job, double* out) {
    constexpr int rows = F == mean_of::values || F == mean_of::reciprocals ? 4 : F == mean_of::logarithms ? 4 : 1;
    const shares each(weights, k);
    std::size_t i = 0;
    for (; i + rows * width <= n; i += rows * width) mean_rows<F, Missing, many, rows>(columns, each, k, i, job, out);
    for (; i + width <= n; i += width) mean_rows<F, Missing, many, 1>(columns, each, k, i, job, out);
    for (; i < n; ++i) mean_rows<F, Missing, one, 1>(columns, each, k, i, job, out);
  }

  template <mean_of F>
  static void mean_of_kind(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                           const mean_job& job, double* out) {
    switch (job.missing) {
      case absence::propagate:
        return mean_loop<F, absence::propagate>(columns, weights, k, n, job, out);
      case absence::renormalise:
        return mean_loop<F, absence::renormalise>(columns, weights, k, n, job, out);
      case absence::zero:
        return mean_loop<F, absence::zero>(columns, weights, k, n, job, out);
    }
  }

  static void mean(const double* const* columns, const double* weights, std::size_t k, std::size_t n,
                   const mean_job& job, double* out) {
    switch (job.f) {
      case mean_of::values:
        return mean_of_kind<mean_of::values>(columns, weights, k, n, job, out);
      case mean_of::logarithms:
        return mean_of_kind<mean_of::logarithms>(columns, weights, k, n, job, out);
      case mean_of::reciprocals:
        return mean_of_kind<mean_of::reciprocals>(columns, weights, k, n, job, out);
      case mean_of::powers:
        return mean_of_kind<mean_of::powers>(columns, weights, k, n, job, out);
    }
  }
};

}  // namespace quindex::kernel
