/// What may vary: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/vary/noise.hpp"
#include "quindex/vary/options.hpp"
#include "quindex/vary/parameter.hpp"

QUINDEX_BEGIN
namespace vary {

using methods = method_list<parameter, options, noise>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "What varies from replicate to replicate, and how.";

/// Does the factor change the spec, the units or the values?
[[nodiscard]] inline bool changes(const method& m) {
  return m.visit([]<class M>(const M&) { return Changing<M>; });
}
/// Does the factor change weights after they are fitted?
[[nodiscard]] inline bool reweighs(const method& m) {
  return m.visit([]<class M>(const M&) { return Reweighing<M>; });
}

}  // namespace vary
QUINDEX_END
