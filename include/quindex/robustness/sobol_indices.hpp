/// Sobol' indices of first, total and second order from the runs of a Saltelli design, with intervals and a check of
/// convergence.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/model/note.hpp"
#include "quindex/robustness/resampling.hpp"

QUINDEX_BEGIN
namespace robustness {

// In the formulas: A and B are two independent samples, AB is A with this factor's column from B, BA is B with this
// column from A; V and m are the variance and the mean of y_A and y_B together, and outputs are centred by m.

/// What is estimated for the share of the variance that a factor explains alone.
enum class first_order {
  saltelli_2010,  ///< Σ y_B (y_AB − y_A) / n / V; Saltelli et al. (2010). Small errors for small indices.
  jansen_1999,    ///< 1 − Σ (y_B − y_AB)² / 2n / V; Jansen (1999). Small errors for large indices.
  janon_2014,     ///< The correlation of y_B and y_AB about their common mean; Janon et al. (2014), T_N.
  azzini_2021,  ///< 2 Σ (y_BA − y_B)(y_A − y_AB) / Σ ((y_A − y_B)² + (y_BA − y_AB)²); Azzini et al. (2021). Needs BA.
};
/// What is estimated for the share of the variance that a factor takes part in.
enum class total_order {
  jansen_1999,          ///< Σ (y_A − y_AB)² / 2n / V; Jansen (1999). The best known with these runs.
  homma_saltelli_1996,  ///< 1 − (Σ y_A y_AB / n) / V; Homma and Saltelli (1996), centred.
  sobol_2007,           ///< Σ y_A (y_A − y_AB) / n / V; Sobol' (2007), centred.
  janon_2014,           ///< 1 less the correlation of y_A and y_AB about their common mean; Janon et al. (2014).
  azzini_2021,  ///< Σ ((y_B − y_BA)² + (y_A − y_AB)²) / Σ ((y_A − y_B)² + (y_BA − y_AB)²); Azzini et al. (2021).
};

/// How Sobol' indices are estimated.
struct sobol_options {
  first_order first = first_order::saltelli_2010;  ///< The estimator of first-order indices.
  total_order total = total_order::jansen_1999;    ///< The estimator of total indices.
  bool second = false;           ///< Of pairs of factors, too; needs BA: 2d + 2 runs per base row instead of d + 2.
  interval_options intervals{};  ///< Of the bootstrap intervals.
};

/// Does the design need the runs BA?
[[nodiscard]] bool needs_ba(const sobol_options& how);

/// One output of a Saltelli design.
struct sobol_runs {
  std::vector<double> a{};  ///< One per base row.
  std::vector<double> b{};  ///< One per base row.
  matrix ab{};              ///< Base rows × factors (or groups of factors).
  matrix ba{};              ///< Base rows × factors; 0×0 where these were not run.
};

/// Sobol' indices of one output.
struct sobol_indices {
  labels factors{};           ///< Factors, or groups of them.
  std::size_t base_rows = 0;  ///< That count: all runs of the row have an output.
  std::size_t dropped = 0;    ///< Base rows left out because one of their runs has no output.
  std::size_t runs = 0;       ///< Outputs that were used.
  double mean = missing_value;
  double variance = missing_value;
  estimates first{};                             ///< One per factor; what it explains alone.
  estimates total{};                             ///< One per factor; what it takes part in.
  matrix second{}, second_low{}, second_high{};  ///< Factors × factors, diagonal missing; 0×0 unless asked for.
  double sum_of_first = missing_value;           ///< 1 where factors do not interact.
  std::vector<note> notes{};
};

/// Sobol' indices from the runs of a design whose base rows are independent of each other.
///
/// Second order: the mean of y_BAi y_ABj and y_BAj y_ABi less y_A y_B, divided by V, less both first orders; Saltelli
/// (2002). A base row with a missing output is left out for all factors and counted. Estimates below 0 or above 1 stay
/// what they are: that is their error, which the interval shows. A constant output (one that varies by less than 1e-12
/// of its size) has no indices: they are missing, and a note says so. With low-discrepancy base rows the intervals are
/// too wide, since they are those of independent rows. Throws data_error for sizes that do not fit and spec_error for
/// an estimator that needs BA without it.
[[nodiscard]] sobol_indices sobol_from_runs(const labels& factors, const sobol_runs& runs,
                                            const sobol_options& how = {});

/// Whether there were enough base rows.
struct convergence_check {
  labels factors{};
  std::vector<std::size_t> base_rows{};  ///< The sizes looked at, ascending: the first so many rows of the design.
  matrix first{}, total{};               ///< Sizes × factors.
  matrix first_width{}, total_width{};   ///< Sizes × factors: of the interval.
  double widest = missing_value;         ///< The widest interval with all rows.
  double limit = missing_value;          ///< What it may be.
  bool has_converged = false;            ///< Is it at most the limit?
  std::size_t base_rows_needed = 0;      ///< About so many, since widths fall with the square root; 0 if unknown.
  std::string verdict{};                 ///< The same in words.
};
/// Intervals of fewer resamples tell nothing about convergence.
inline constexpr std::size_t fewest_resamples = 20;
/// The indices at growing numbers of base rows. They have converged when no interval of a first or total order is wider
/// than `limit`; 0.05 is that of Sarrazin, Pianosi and Wagener (2016). Without `sizes` an eighth, a quarter, half and
/// all of the rows. Throws as `sobol_from_runs` does, and spec_error for sizes out of range and for fewer resamples
/// than `fewest_resamples`.
[[nodiscard]] convergence_check sobol_convergence(const labels& factors, const sobol_runs& runs,
                                                  const sobol_options& how = {}, double limit = 0.05,
                                                  std::vector<std::size_t> sizes = {});

namespace detail {

/// What base rows add up to for one output, and the indices made of it.
class sobol_sums {
 public:
  sobol_sums(std::size_t factors, const sobol_options& how);
  /// How many sums there are.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// How many numbers `write` writes: d first orders, d total orders, and d (d − 1) / 2 pairs where asked for.
  [[nodiscard]] std::size_t numbers() const { return numbers_; }
  /// What one base row adds; `ba` is empty where it was not run.
  void contribute(double a, double b, std::span<const double> ab, std::span<const double> ba,
                  std::span<double> out) const;
  /// The indices from the sums of n rows.
  void write(std::span<const double> sums, double n, std::span<double> out) const;
  /// Mean and variance of y_A and y_B together.
  struct spread {
    double mean, variance;
  };
  [[nodiscard]] static spread spread_of(std::span<const double> sums, double n);

 private:
  [[nodiscard]] double first_of(std::span<const double> s, double n, const spread& y) const;
  [[nodiscard]] double total_of(std::span<const double> s, double n, const spread& y) const;

  std::size_t factors_;
  first_order first_;
  total_order total_;
  bool second_;
  std::size_t first_width_, total_width_;  // sums per factor
  std::size_t size_, numbers_;
};

/// `sobol_convergence`, for which the indices of all rows are known already where `whole` is given.
[[nodiscard]] convergence_check convergence_of(const labels& factors, const sobol_runs& runs, const sobol_options& how,
                                               double limit, std::vector<std::size_t> sizes,
                                               const sobol_indices* whole);
/// Is the difference between the largest and the smallest value mere rounding?
[[nodiscard]] bool is_constant(double low, double high);

}  // namespace detail
}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/sobol_convergence.ipp"
#include "quindex/robustness/impl/sobol_indices.ipp"
#include "quindex/robustness/impl/sobol_sums.ipp"
#endif
