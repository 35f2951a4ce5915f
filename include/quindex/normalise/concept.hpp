/// What a normaliser is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `any_map fit(const column&) const` | yes | the method itself |
/// | `void check(const path&) const` | no | rules across parameters |
/// | `std::optional<double> mirror() const` | no | groups in which low is better: a score s becomes mirror - s |
/// | `claims` | no | the laws it is tested against |
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/maps.hpp"
#include "quindex/model/node.hpp"

QUINDEX_BEGIN
namespace normalise {

/// One indicator as a normaliser sees it. An indicator with an optimum arrives as its deviation: low is better, best is
/// 0.
struct column {
  column_view x;                 ///< Values over the units, missing ones as NaN.
  bool better_when_high = true;  ///< Whether high values are better.
  std::optional<double> best{};  ///< The best possible value where it is known: 0 for a deviation.
  const node* about = nullptr;   ///< Code, goalposts, target, names.

  /// "indicators/gdp", for messages.
  [[nodiscard]] std::string where() const { return (about->is_group ? "publish/" : "indicators/") + about->code; }
};

/// A method that fits a map to a column.
template <class M>
concept Normaliser = describe::Described<M> && requires(const M& m, const column& x) {
  { m.fit(x) } -> std::convertible_to<any_map>;
};

/// The worst and best value of a column.
struct ends {
  double worst;
  double best;
  [[nodiscard]] double range() const { return best - worst; }
};
/// The observed ends, the best one replaced by the known optimum. Throws data_error when all values are missing or when
/// no two values differ by more than rounding.
[[nodiscard]] ends observed_ends(const column& x, std::string_view method);
/// The indicator's goalposts, turned so that worst comes first; nothing when it has none. Those around an optimum
/// become deviations from it: that of the goalpost further away, and 0.
[[nodiscard]] std::optional<ends> goalpost_ends(const column& x);

/// Throws the data_error that all values are missing.
[[noreturn]] void refuse_empty(const column& x);
/// Throws data_error when all values are missing or when no two values differ by more than rounding.
void refuse_constant(const column& x, std::string_view method);

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/concept.ipp"
#endif
