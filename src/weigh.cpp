// The compiled bodies of quindex/weigh.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/weigh/impl/cilos.ipp"
#include "quindex/weigh/impl/columns.ipp"
#include "quindex/weigh/impl/critic.ipp"
#include "quindex/weigh/impl/entropy.ipp"
#include "quindex/weigh/impl/equalised_importance.ipp"
#include "quindex/weigh/impl/factor_nicoletti.ipp"
#include "quindex/weigh/impl/given.ipp"
#include "quindex/weigh/impl/loadings.ipp"
#include "quindex/weigh/impl/merec.ipp"
#include "quindex/weigh/impl/pca.ipp"
#include "quindex/weigh/impl/regression.ipp"
#include "quindex/weigh/impl/seca.ipp"
#include "quindex/weigh/impl/unobserved_components.ipp"
#include "quindex/weigh/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<weigh::methods>::all();
QUINDEX_END
