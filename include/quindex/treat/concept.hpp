/// What a treatment of outliers and skewness is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `any_map fit(const column&) const` | yes | the method itself; `maps::affine{}` where nothing has to be done |
/// | `std::vector<std::string> remarks(const any_map&) const` | no | notes on what was fitted |
/// | `void check(const path&) const` | no | rules across parameters |
/// | `claims` | no | the laws it is tested against |
#pragma once

#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/maps.hpp"

QUINDEX_BEGIN
namespace treat {

/// One indicator as a treatment sees it.
struct column {
  column_view x;            ///< Values over the units, missing ones as NaN.
  const std::string* code;  ///< The indicator.
  [[nodiscard]] std::string where() const { return "indicators/" + *code; }
};

/// Whether a transformation is for every column or only for those that need it.
enum class when {
  always,  ///< For every column.
  skewed,  ///< For columns that fail the test of skewness and kurtosis.
};

/// When a column passes the test of its shape.
enum class pass_rule {
  either,  ///< When its skewness or its kurtosis is below its limit ("or").
  both,    ///< Only when both are ("and").
};

/// Does a column fail the test: do |skewness G1| and excess kurtosis G2 both (or, under `pass_rule::both`, does one of
/// them) reach their limits? Columns without a shape (fewer than four values, or all equal) are not skewed.
[[nodiscard]] bool is_skewed(column_view x, double skewness, double kurtosis, pass_rule accept = pass_rule::either);
/// Throws data_error when all values are missing or when no two values differ by more than rounding.
void refuse_constant(const column& x, std::string_view method);

namespace detail {
/// How far powers are searched on either side of 0.
inline constexpr double widest_power = 5;
/// Are all powers of values with logarithms from `low` to `high` so small that the constant 1 takes their digits?
[[nodiscard]] bool hides_powers(double power, double low, double high);
/// A remark where an estimated power is at the end of the search.
[[nodiscard]] std::vector<std::string> remarks_on_power(std::string_view method, double power);
}  // namespace detail

/// A method that fits a map from values to treated values.
template <class M>
concept Treatment = describe::Described<M> && requires(const M& m, const column& x) {
  { m.fit(x) } -> std::convertible_to<any_map>;
};

}  // namespace treat

namespace describe {
template <>
struct enum_names<treat::when> {
  static constexpr auto names = std::to_array<std::string_view>({"always", "skewed"});
};
template <>
struct enum_names<treat::pass_rule> {
  static constexpr auto names = std::to_array<std::string_view>({"either", "both"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/concept.ipp"
#endif
