// The compiled bodies of quindex/vary.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/vary/impl/bounds.ipp"
#include "quindex/vary/impl/cells.ipp"
#include "quindex/vary/impl/check_edit.ipp"
#include "quindex/vary/impl/drop.ipp"
#include "quindex/vary/impl/edits.ipp"
#include "quindex/vary/impl/imputations.ipp"
#include "quindex/vary/impl/options.ipp"
#include "quindex/vary/impl/parameter.ipp"
#include "quindex/vary/impl/places.ipp"
#include "quindex/vary/impl/ready.ipp"
#include "quindex/vary/impl/stakeholders.ipp"
#include "quindex/vary/impl/units.ipp"
#include "quindex/vary/impl/weights.ipp"
#include "quindex/vary/impl/without_nodes.ipp"
#include "quindex/vary/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<vary::methods>::all();
QUINDEX_END
