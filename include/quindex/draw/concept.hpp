/// What a distribution of one number is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `double quantile(double u) const` | yes | the value below which a share u of the draws lies, u inside (0, 1) |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace draw {

/// A distribution that is drawn from by inversion: one coordinate inside (0, 1) gives one number, a larger coordinate
/// never a smaller number.
template <class M>
concept Distribution = describe::Described<M> && requires(const M& m, double u) {
  { m.quantile(u) } -> std::convertible_to<double>;
};

namespace detail {

/// Refuses ends that leave nothing between them.
inline void check_ends(const path& where, double low, double high) {
  if (!(low < high))
    throw spec_error(
        {where.text(), "low is " + number_text(low) + " and high is " + number_text(high), "low has to be below high"});
}

}  // namespace detail
}  // namespace draw
QUINDEX_END
