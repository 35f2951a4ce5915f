/// What the methods that divide a column by its size (sum, norm, maximum) have in common.
#pragma once

#include <array>
#include <string_view>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// What becomes of a ratio where low values are better; T is the size of the column, T' that of its reciprocals.
enum class cost_form {
  complement,  ///< 1 - x / T.
  reciprocal,  ///< (1 / x) / T'.
  negative,    ///< -x / T.
};

/// The size of a column of numbers; missing ones are skipped.
using column_size = double (*)(column_view);

/// Values over the column's size, times `high`, by `cost` where low ones are better.
///
/// Throws data_error when all values are missing, numeric_error when the size is not above 0 (or a value not above 0
/// for reciprocals), spec_error for reciprocals of an indicator with an optimum.
[[nodiscard]] any_map ratio_to(const column& x, std::string_view method, column_size size, cost_form cost, double high);
/// Throws numeric_error for a value below 0.
void refuse_negative(const column& x, std::string_view method);
/// Throws numeric_error for a value that is not above 0, spec_error for an indicator with an optimum.
void refuse_nonpositive(const column& x, std::string_view method);

/// The sum of the values present.
[[nodiscard]] double sum_of(column_view x);
/// The square root of the sum of squares of the values present.
[[nodiscard]] double norm_of(column_view x);
/// The largest value present.
[[nodiscard]] double maximum_of(column_view x);

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::cost_form> {
  static constexpr auto names = std::to_array<std::string_view>({"complement", "reciprocal", "negative"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/ratio.ipp"
#endif
