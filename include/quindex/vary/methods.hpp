/// What may vary: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/vary/bootstrap_units.hpp"
#include "quindex/vary/bounds.hpp"
#include "quindex/vary/cell_errors.hpp"
#include "quindex/vary/dirichlet.hpp"
#include "quindex/vary/drop.hpp"
#include "quindex/vary/imputations.hpp"
#include "quindex/vary/intervals.hpp"
#include "quindex/vary/leave_out_units.hpp"
#include "quindex/vary/noise.hpp"
#include "quindex/vary/options.hpp"
#include "quindex/vary/order.hpp"
#include "quindex/vary/parameter.hpp"
#include "quindex/vary/stakeholders.hpp"
#include "quindex/vary/weight.hpp"

QUINDEX_BEGIN
namespace vary {

using methods = method_list<parameter, options, weight, noise, dirichlet, order, bounds, stakeholders, drop,
                            leave_out_units, bootstrap_units, cell_errors, intervals, imputations>;
static_assert(describe::all_are(methods{}, []<Factor M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "What varies from replicate to replicate, and how.";

/// Does the factor change the spec, the units or the values?
[[nodiscard]] inline bool changes(const method& m) {
  return m.visit([]<class M>(const M&) { return Changing<M>; });
}
/// Does the factor choose among a few things, so that the number drawn tells what it changes?
[[nodiscard]] inline bool chooses(const method& m) {
  return m.visit([]<class M>(const M&) {
    return requires { requires M::chooses; };
  });
}
/// Does the factor replace weights whatever they were?
[[nodiscard]] inline bool replaces(const method& m) {
  return m.visit([]<class M>(const M&) {
    return requires { requires M::replaces; };
  });
}
/// Does the factor change weights after they are fitted?
[[nodiscard]] inline bool reweighs(const method& m) {
  return m.visit([]<class M>(const M&) { return Reweighing<M>; });
}

}  // namespace vary
QUINDEX_END
