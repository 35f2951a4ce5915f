// The compiled bodies of quindex/presets.
#include "quindex/presets/impl/presets.ipp"

#include "quindex/describe/impl/method_list.ipp"
#include "quindex/presets/impl/gdi_2010.ipp"
#include "quindex/presets/impl/hdi_2010.ipp"
#include "quindex/presets/impl/ihdi_2010.ipp"
#include "quindex/presets/impl/qci.ipp"
#include "quindex/presets/impl/svi_2018.ipp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<presets::list>::all();
QUINDEX_END
