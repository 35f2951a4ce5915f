/// What methods that may find negative loadings do about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What is done about a child that goes against the others.
enum class negative_loadings {
  refuse,    ///< It is an error that names the child.
  zero,      ///< It weighs 0.
  absolute,  ///< It weighs as much as with the other sign.
};

/// Relative weights of 0 or more for the children at the places `live`. Throws data_error naming the first child with a
/// negative one under `refuse`; `what` says what it has, such as "loading". Rounding errors of 0 count as 0.
[[nodiscard]] std::vector<double> settled(std::vector<double> loadings, negative_loadings rule, const group& g,
                                          const std::vector<std::size_t>& live, std::string_view what);

/// The children that differ from unit to unit, and a symmetric matrix of theirs.
struct live_matrix {
  std::vector<std::size_t> live;  ///< Positions of the children.
  matrix values;                  ///< Their correlations or covariances.
};

/// Correlations of the children that differ from unit to unit, high being better. Throws data_error where a pair has
/// too few units in common.
[[nodiscard]] live_matrix live_correlations(const columns& c, const group& g);

/// Values of the live children at their places among all, 0 elsewhere.
[[nodiscard]] std::vector<double> spread_out(const std::vector<double>& values, const std::vector<std::size_t>& live,
                                             std::size_t size);

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::negative_loadings> {
  static constexpr auto names = std::to_array<std::string_view>({"refuse", "zero", "absolute"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/loadings.ipp"
#endif
