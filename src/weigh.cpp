// The compiled bodies of quindex/weigh.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/weigh/impl/ahp.ipp"
#include "quindex/weigh/impl/anp.ipp"
#include "quindex/weigh/impl/bayesian_bwm.ipp"
#include "quindex/weigh/impl/bwm.ipp"
#include "quindex/weigh/impl/cilos.ipp"
#include "quindex/weigh/impl/columns.ipp"
#include "quindex/weigh/impl/completion.ipp"
#include "quindex/weigh/impl/critic.ipp"
#include "quindex/weigh/impl/delphi.ipp"
#include "quindex/weigh/impl/entropy.ipp"
#include "quindex/weigh/impl/equalised_importance.ipp"
#include "quindex/weigh/impl/factor_nicoletti.ipp"
#include "quindex/weigh/impl/fuzzy_ahp.ipp"
#include "quindex/weigh/impl/given.ipp"
#include "quindex/weigh/impl/judgements.ipp"
#include "quindex/weigh/impl/keyed.ipp"
#include "quindex/weigh/impl/loadings.ipp"
#include "quindex/weigh/impl/merec.ipp"
#include "quindex/weigh/impl/pairwise.ipp"
#include "quindex/weigh/impl/pca.ipp"
#include "quindex/weigh/impl/regression.ipp"
#include "quindex/weigh/impl/sapevo.ipp"
#include "quindex/weigh/impl/seca.ipp"
#include "quindex/weigh/impl/unobserved_components.ipp"
#include "quindex/weigh/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<weigh::methods>::all();
template std::span<const describe::method_view> describe::any_method<weigh::single_methods>::all();
QUINDEX_END
