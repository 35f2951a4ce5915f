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
#include "quindex/weigh/equalised_importance.hpp"
#include "quindex/weigh/factor_nicoletti.hpp"
#include "quindex/weigh/gini.hpp"
#include "quindex/weigh/given.hpp"
#include "quindex/weigh/idocriw.hpp"
#include "quindex/weigh/lopcow.hpp"
#include "quindex/weigh/lpi_pca.hpp"
#include "quindex/weigh/merec.hpp"
#include "quindex/weigh/pca.hpp"
#include "quindex/weigh/psi.hpp"
#include "quindex/weigh/regression.hpp"
#include "quindex/weigh/seca.hpp"
#include "quindex/weigh/standard_deviation.hpp"
#include "quindex/weigh/unobserved_components.hpp"

QUINDEX_BEGIN
namespace weigh {

using methods = method_list<given, equal, angular, cilos, coefficient_of_variation, critic, d_critic, entropy,
                            equalised_importance, factor_nicoletti, gini, idocriw, lopcow, lpi_pca, merec, pca, psi,
                            regression, seca, standard_deviation, unobserved_components, custom>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How much each child of a group counts in the group's score.";

}  // namespace weigh
QUINDEX_END
