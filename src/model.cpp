// The compiled bodies of quindex/model.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/model/fills.hpp"
#include "quindex/model/impl/choice.ipp"
#include "quindex/model/impl/curves.ipp"
#include "quindex/model/impl/fills.ipp"
#include "quindex/model/impl/fills_donors.ipp"
#include "quindex/model/impl/fills_normal.ipp"
#include "quindex/model/impl/framework.ipp"
#include "quindex/model/impl/maps.ipp"
#include "quindex/model/impl/node.ipp"
#include "quindex/model/impl/panel.ipp"
#include "quindex/model/impl/panel_change.ipp"
#include "quindex/model/impl/scale.ipp"
#include "quindex/model/impl/table.ipp"
#include "quindex/model/maps.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<maps::methods>::all();
template std::span<const describe::method_view> describe::any_method<fills::methods>::all();
QUINDEX_END
