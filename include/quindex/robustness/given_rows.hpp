/// Inputs and outputs of any sample: what all estimates from given data begin with.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The rows of inputs and output where nothing is missing.
struct given_rows {
  matrix x{};               ///< Rows × factors.
  std::vector<double> y{};  ///< By row.
  std::size_t dropped = 0;
};
/// Leaves out rows with a gap. Throws data_error that begins with `where` for lengths that do not fit.
[[nodiscard]] given_rows complete_given_rows(const std::string& where, const labels& factors, const matrix& x,
                                             column_view y);
/// Does it vary by more than rounding?
[[nodiscard]] bool has_spread(column_view x);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/given_rows.ipp"
#endif
