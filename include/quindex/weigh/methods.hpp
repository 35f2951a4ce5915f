/// The weighing methods: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/weigh/angular.hpp"
#include "quindex/weigh/cilos.hpp"
#include "quindex/weigh/coefficient_of_variation.hpp"
#include "quindex/weigh/critic.hpp"
#include "quindex/weigh/custom.hpp"
#include "quindex/weigh/d_critic.hpp"
#include "quindex/weigh/entropy.hpp"
#include "quindex/weigh/equal.hpp"
#include "quindex/weigh/gini.hpp"
#include "quindex/weigh/given.hpp"
#include "quindex/weigh/idocriw.hpp"
#include "quindex/weigh/lopcow.hpp"
#include "quindex/weigh/merec.hpp"
#include "quindex/weigh/psi.hpp"
#include "quindex/weigh/standard_deviation.hpp"

QUINDEX_BEGIN
namespace weigh {

using methods = method_list<given, equal, angular, cilos, coefficient_of_variation, critic, d_critic, entropy, gini, idocriw, lopcow,
                            merec, psi, standard_deviation, custom>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How much each child of a group counts in the group's score.";

}  // namespace weigh
QUINDEX_END
