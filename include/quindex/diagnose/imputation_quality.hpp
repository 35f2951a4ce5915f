/// How good an imputation is: known values are hidden, filled in again and compared.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quindex/compute/compute.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// Which known values are hidden, and how often.
struct masking {
  double share = 0.1;      ///< Of the known values of each indicator, in (0, 1); at least one is hidden.
  std::uint64_t seed = 1;  ///< Which random numbers choose them.
  int repeats = 20;        ///< How often values are hidden, 1 or more.
};

/// How far filled-in values (P) are from those that were hidden (O), for one indicator, over all repeats.
struct imputation_quality {
  std::string indicator{};           ///< Its code.
  std::size_t hidden = 0;            ///< How many values were hidden, all repeats together.
  std::size_t filled = 0;            ///< How many of them were filled in; the rest does not count below.
  double rmse = missing_value;       ///< √(mean (P − O)²).
  double mae = missing_value;        ///< mean |P − O|.
  double r_squared = missing_value;  ///< The squared correlation of P and O; missing where one is constant.
  double willmott_d = missing_value;  ///< 1 − Σ(P − O)² / Σ(|P − Ō| + |O − Ō|)², from 0 to 1; Willmott (1982).
};

/// The measures for predicted and observed values, as the OECD and JRC handbook (2008), section 4.5, has them.
[[nodiscard]] imputation_quality quality_of(column_view predicted, column_view observed);

/// Hides a share of the known values of every indicator that the step is for, fills them in by the step, and compares:
/// a line for each indicator. Which values are hidden depends on the seed, the repeat and the codes of unit and
/// indicator only.
[[nodiscard]] std::vector<imputation_quality> impute_quality(const prepare_step& step, const table& data,
                                                             const framework& tree, const masking& how = {});

/// The same for a table without a framework: the step is for all its columns, high being better.
[[nodiscard]] std::vector<imputation_quality> impute_quality(const prepare_step& step, const table& data,
                                                             const masking& how = {});

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/imputation_quality.ipp"
#endif
