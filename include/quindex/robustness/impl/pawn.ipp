/// Bodies of robustness/pawn.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/given_rows.hpp"
#include "quindex/robustness/pawn.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The slice of each row: equally many rows in each, equal values together; or one slice per different value.
inline std::vector<std::size_t> slices_of(column_view x, std::size_t slices) {
  const std::vector<std::size_t> order = numeric::order(x);
  std::size_t different = order.empty() ? 0 : 1;
  for (std::size_t k = 1; k < order.size(); ++k) different += x[order[k]] != x[order[k - 1]] ? 1 : 0;
  std::vector<std::size_t> out(x.size());
  std::size_t value = 0, start = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k > 0 && x[order[k]] != x[order[k - 1]]) {
      ++value;
      start = k;
    }
    out[order[k]] = different <= slices ? value : start * slices / order.size();
  }
  return out;
}

/// The distances of slices from the whole, for outputs that have been sorted once.
class slice_distances {
 public:
  explicit slice_distances(column_view y) : order_(numeric::order(y)), ends_run_(y.size()) {
    for (std::size_t k = 0; k < order_.size(); ++k)
      ends_run_[k] = k + 1 == order_.size() || y[order_[k + 1]] != y[order_[k]];
  }
  /// One distance per slice, missing for an empty one; `counts` says how often each row counts, empty for once.
  void find(const std::vector<std::size_t>& slice, std::span<const std::uint32_t> counts, std::span<double> out) const {
    const auto count = [&](std::size_t row) { return counts.empty() ? 1.0 : static_cast<double>(counts[row]); };
    std::vector<double> size(out.size(), 0.0), below(out.size(), 0.0), widest(out.size(), 0.0);
    double all = 0, all_below = 0;
    for (std::size_t row = 0; row < slice.size(); ++row) {
      size[slice[row]] += count(row);
      all += count(row);
    }
    std::vector<std::size_t> touched;
    const auto look = [&](std::size_t s) {
      widest[s] = std::max(widest[s], std::abs(below[s] / size[s] - all_below / all));
    };
    // Between two rows of a slice only the whole rises: the extremes are right before and right after a row of it.
    for (std::size_t start = 0; start < order_.size();) {
      std::size_t end = start;
      while (!ends_run_[end]) ++end;
      touched.clear();
      for (std::size_t k = start; k <= end; ++k)
        if (count(order_[k]) > 0) touched.push_back(slice[order_[k]]);
      for (const std::size_t s : touched) look(s);
      for (std::size_t k = start; k <= end; ++k) {
        below[slice[order_[k]]] += count(order_[k]);
        all_below += count(order_[k]);
      }
      for (const std::size_t s : touched) look(s);
      start = end + 1;
    }
    for (std::size_t s = 0; s < out.size(); ++s) out[s] = size[s] > 0 ? widest[s] : missing_value;
  }

 private:
  std::vector<std::size_t> order_;
  std::vector<bool> ends_run_;  // by place in the order: is the next output another one?
};

inline double summary_of(std::span<const double> distances, pawn_summary kind) {
  switch (kind) {
    case pawn_summary::median:
      return numeric::median(distances);
    case pawn_summary::maximum:
      return numeric::range(distances).high;
    case pawn_summary::mean: {
      const numeric::tally all = numeric::total(distances);
      return all.n == 0 ? missing_value : all.sum / static_cast<double>(all.n);
    }
  }
  return missing_value;
}

/// The level below which so many factors without influence stay.
inline double dummy_threshold(const slice_distances& of, std::size_t rows, const pawn_options& how) {
  if (how.dummies == 0) return missing_value;
  std::vector<double> found(how.dummies);
  numeric::parallel_for(how.intervals.executor, how.dummies, [&](std::size_t d) {
    const numeric::random_stream stream(how.intervals.seed, "robustness.pawn", static_cast<std::uint32_t>(d));
    std::vector<double> x(rows), distances(how.slices);
    for (std::size_t k = 0; k < rows; ++k) x[k] = stream.uniform(k);
    of.find(slices_of(x, how.slices), {}, distances);
    found[d] = summary_of(distances, how.summary);
  });
  return numeric::quantile(found, how.intervals.level);
}

/// The indices of all factors with their intervals.
inline void fill_pawn(const given_rows& data, const pawn_options& how, pawn_indices& out) {
  const std::size_t d = out.factors.size(), n = data.y.size();
  const slice_distances of(data.y);
  std::vector<std::vector<std::size_t>> slices(d);
  numeric::parallel_for(how.intervals.executor, d, [&](std::size_t i) {
    const column_view x = column_of(data.x, static_cast<Eigen::Index>(i));
    if (!has_spread(x)) return;
    std::vector<double> distances(how.slices);
    slices[i] = slices_of(x, how.slices);
    of.find(slices[i], {}, distances);
    for (std::size_t s = 0; s < how.slices; ++s)
      out.distances(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(s)) = distances[s];
    out.index.value[i] = summary_of(distances, how.summary);
  });
  out.dummy = dummy_threshold(of, n, how);
  if (how.intervals.resamples == 0) return;
  matrix samples(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(how.intervals.resamples));
  numeric::parallel_for(how.intervals.executor, how.intervals.resamples, [&](std::size_t r) {
    std::vector<std::uint32_t> counts(n);
    std::vector<double> distances(how.slices);
    resample_counts(how.intervals.seed, r, counts);
    for (std::size_t i = 0; i < d; ++i) {
      double& sample = samples(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(r));
      sample = missing_value;
      if (slices[i].empty()) continue;
      of.find(slices[i], counts, distances);
      sample = summary_of(distances, how.summary);
    }
  });
  fill_intervals(samples, how.intervals.level, out.index);
}

}  // namespace detail

QUINDEX_INLINE pawn_indices pawn(const labels& factors, const matrix& x, column_view y, const pawn_options& how) {
  detail::check_level(how.intervals);
  if (how.slices < 2)
    throw spec_error({"pawn.slices", "found " + std::to_string(how.slices), "give 2 or more, such as 10"});
  const detail::given_rows data = detail::complete_given_rows("pawn", factors, x, y);
  const std::size_t d = factors.size();
  pawn_indices out;
  out.factors = factors;
  out.rows = data.y.size();
  out.dropped = data.dropped;
  out.index.value.assign(d, missing_value);
  out.index.error = out.index.low = out.index.high = out.index.value;
  out.distances = matrix::Constant(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(how.slices), missing_value);
  if (data.dropped > 0)
    out.notes.push_back({"pawn", "rows left out because a value or the output is missing", data.dropped});
  if (detail::has_spread(data.y))
    detail::fill_pawn(data, how, out);
  else
    out.notes.push_back({"pawn", "the output is constant: nothing explains it, no indices", 0});
  for (const double index : out.index.value) out.is_above_dummy.push_back(index > out.dummy);
  return out;
}

}  // namespace robustness
QUINDEX_END
