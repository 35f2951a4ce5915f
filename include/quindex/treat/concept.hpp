/// What a treatment of outliers and skewness is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `any_map fit(const column&) const` | yes | the method itself; the identity `maps::affine{}` where nothing has to be done |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>
#include <string>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/maps.hpp"

QUINDEX_BEGIN
namespace treat {

/// One indicator as a treatment sees it.
struct column {
  column_view x;             ///< Values over the units, missing ones as NaN.
  const std::string* code;   ///< The indicator.
  [[nodiscard]] std::string where() const { return "indicators/" + *code; }
};

/// A method that fits a map from values to treated values.
template <class M>
concept Treatment = describe::Described<M> && requires(const M& m, const column& x) {
  { m.fit(x) } -> std::convertible_to<any_map>;
};

}  // namespace treat
QUINDEX_END
