/// The distributions: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/draw/beta.hpp"
#include "quindex/draw/empirical.hpp"
#include "quindex/draw/lognormal.hpp"
#include "quindex/draw/normal.hpp"
#include "quindex/draw/triangular.hpp"
#include "quindex/draw/uniform.hpp"

QUINDEX_BEGIN
namespace draw {

using methods = method_list<uniform, normal, triangular, beta, lognormal, empirical>;
static_assert(describe::all_are(methods{}, []<Distribution M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "How likely each value of a number that is not known is.";

/// The value below which a share u of the draws lies, u inside (0, 1).
[[nodiscard]] inline double quantile(const method& m, double u) {
  return m.visit([u]<Distribution M>(const M& own) { return own.quantile(u); });
}

}  // namespace draw
QUINDEX_END
