/// The weighing methods that stand alone, which combined ones may be made of: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/weigh/ahp.hpp"
#include "quindex/weigh/angular.hpp"
#include "quindex/weigh/anp.hpp"
#include "quindex/weigh/bayesian_bwm.hpp"
#include "quindex/weigh/budget_allocation.hpp"
#include "quindex/weigh/bwm.hpp"
#include "quindex/weigh/cilos.hpp"
#include "quindex/weigh/coefficient_of_variation.hpp"
#include "quindex/weigh/critic.hpp"
#include "quindex/weigh/d_critic.hpp"
#include "quindex/weigh/delphi.hpp"
#include "quindex/weigh/dematel.hpp"
#include "quindex/weigh/entropy.hpp"
#include "quindex/weigh/equal.hpp"
#include "quindex/weigh/equalised_importance.hpp"
#include "quindex/weigh/factor_nicoletti.hpp"
#include "quindex/weigh/fucom.hpp"
#include "quindex/weigh/fuzzy_ahp.hpp"
#include "quindex/weigh/gini.hpp"
#include "quindex/weigh/given.hpp"
#include "quindex/weigh/idocriw.hpp"
#include "quindex/weigh/lbwa.hpp"
#include "quindex/weigh/lopcow.hpp"
#include "quindex/weigh/lpi_pca.hpp"
#include "quindex/weigh/merec.hpp"
#include "quindex/weigh/pca.hpp"
#include "quindex/weigh/psi.hpp"
#include "quindex/weigh/rancom.hpp"
#include "quindex/weigh/rank_order_centroid.hpp"
#include "quindex/weigh/rank_reciprocal.hpp"
#include "quindex/weigh/rank_sum_weights.hpp"
#include "quindex/weigh/regression.hpp"
#include "quindex/weigh/sapevo.hpp"
#include "quindex/weigh/seca.hpp"
#include "quindex/weigh/smart.hpp"
#include "quindex/weigh/standard_deviation.hpp"
#include "quindex/weigh/swara.hpp"
#include "quindex/weigh/swing.hpp"
#include "quindex/weigh/unobserved_components.hpp"
#include "quindex/weigh/wings.hpp"

QUINDEX_BEGIN
namespace weigh {

using single_methods =
    method_list<given, equal, ahp, angular, anp, bayesian_bwm, budget_allocation, bwm, cilos, coefficient_of_variation,
                critic, d_critic, delphi, dematel, entropy, equalised_importance, factor_nicoletti, fucom, fuzzy_ahp,
                gini, idocriw, lbwa, lopcow, lpi_pca, merec, pca, psi, rancom, rank_order_centroid, rank_reciprocal,
                rank_sum_weights, regression, sapevo, seca, smart, standard_deviation, swara, swing,
                unobserved_components, wings>;
using single_method = any_method<single_methods>;

}  // namespace weigh
QUINDEX_END
