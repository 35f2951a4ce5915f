/// The check of convergence of robustness/sobol_indices.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/robustness/impl/sobol_indices.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

inline std::vector<std::size_t> check_sizes(std::vector<std::size_t> sizes, std::size_t rows) {
  if (sizes.empty())
    for (const std::size_t part : {8U, 4U, 2U, 1U})
      if (rows / part >= 2) sizes.push_back(rows / part);
  std::sort(sizes.begin(), sizes.end());
  sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
  for (const std::size_t n : sizes)
    if (n < 2 || n > rows)
      throw spec_error({"sensitivity.sizes", "found " + std::to_string(n),
                        "give numbers from 2 to the " + std::to_string(rows) + " base rows that have all outputs"});
  return sizes;
}

/// The verdict in words; the widest interval is known.
inline void conclude(convergence_check& out) {
  const std::size_t rows = out.base_rows.empty() ? 0 : out.base_rows.back();
  if (is_missing(out.widest)) {
    out.verdict = "there are no indices to converge";
    return;
  }
  const double factor = out.widest / out.limit;
  out.has_converged = factor <= 1;
  out.base_rows_needed =
      out.has_converged ? rows : static_cast<std::size_t>(std::ceil(static_cast<double>(rows) * factor * factor));
  out.verdict = "the widest interval is " + number_text(std::round(out.widest * 1e4) / 1e4) + " with " +
                std::to_string(rows) + " base rows, " + (out.has_converged ? "at most" : "above") + " the limit of " +
                number_text(out.limit) +
                (out.has_converged ? "" : ": about " + std::to_string(out.base_rows_needed) + " base rows are needed");
}

/// First, then total orders of the first so many complete rows; those of all rows may be known.
inline estimates indices_at(const sobol_runs& runs, const std::vector<Eigen::Index>& rows, std::size_t size,
                            const sobol_options& how, const sobol_indices* whole) {
  if (whole == nullptr || size != rows.size()) {
    bool is_flat = false;
    const std::vector<Eigen::Index> some(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(size));
    return estimate_indices(runs, some, how, is_flat);
  }
  const auto joined = [](std::vector<double> a, const std::vector<double>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  return {joined(whole->first.value, whole->total.value), joined(whole->first.error, whole->total.error),
          joined(whole->first.low, whole->total.low), joined(whole->first.high, whole->total.high)};
}

QUINDEX_INLINE convergence_check convergence_of(const labels& factors, const sobol_runs& runs, const sobol_options& how,
                                                double limit, std::vector<std::size_t> sizes,
                                                const sobol_indices* whole) {
  check_runs(factors, runs, how);
  if (how.intervals.resamples < fewest_resamples)
    throw spec_error({"sensitivity.resamples", "found " + std::to_string(how.intervals.resamples),
                      "convergence is seen from intervals: give 100 or more"});
  if (!(limit > 0)) throw spec_error({"sensitivity.limit", "found " + number_text(limit), "give a number above 0"});
  const std::vector<Eigen::Index> rows = complete_base_rows(runs, needs_ba(how));
  convergence_check out;
  out.factors = factors;
  out.limit = limit;
  out.base_rows = check_sizes(std::move(sizes), rows.size());
  const std::size_t d = factors.size(), steps = out.base_rows.size();
  out.first = matrix::Constant(static_cast<Eigen::Index>(steps), static_cast<Eigen::Index>(d), missing_value);
  out.total = out.first_width = out.total_width = out.first;
  sobol_options plain = how;
  plain.second = false;
  for (std::size_t s = 0; s < steps; ++s) {
    const estimates all = indices_at(runs, rows, out.base_rows[s], plain, whole);
    const auto row = static_cast<Eigen::Index>(s);
    out.widest = missing_value;
    for (std::size_t i = 0; i < d; ++i) {
      const auto j = static_cast<Eigen::Index>(i);
      out.first(row, j) = all.value[i];
      out.total(row, j) = all.value[d + i];
      out.first_width(row, j) = all.high[i] - all.low[i];
      out.total_width(row, j) = all.high[d + i] - all.low[d + i];
      out.widest = std::fmax(out.widest, std::fmax(out.first_width(row, j), out.total_width(row, j)));
    }
  }
  conclude(out);
  return out;
}

}  // namespace detail

QUINDEX_INLINE convergence_check sobol_convergence(const labels& factors, const sobol_runs& runs,
                                                   const sobol_options& how, double limit,
                                                   std::vector<std::size_t> sizes) {
  return detail::convergence_of(factors, runs, how, limit, std::move(sizes), nullptr);
}

}  // namespace robustness
QUINDEX_END
