/// The official indices there are: the list that is added to.
#pragma once

#include <span>
#include <string_view>

#include "quindex/describe/any_method.hpp"
#include "quindex/presets/gdi_2010.hpp"
#include "quindex/presets/hdi_2010.hpp"
#include "quindex/presets/ihdi_2010.hpp"
#include "quindex/presets/qci.hpp"
#include "quindex/presets/qci_bands.hpp"
#include "quindex/presets/qci_from_level_scores.hpp"
#include "quindex/presets/svi_2018.hpp"

QUINDEX_BEGIN
namespace presets {

using list = method_list<hdi_2010, ihdi_2010, gdi_2010, qci, qci_from_level_scores, svi_2018>;
static_assert(describe::all_are(list{}, []<Preset P>() { return true; }));
/// Any preset, chosen at run time.
using preset = any_method<list>;

/// Every preset: `info->name`, `info->title`, `info->summary`, `info->reference` (the source), and the parameters as
/// `fields`.
[[nodiscard]] std::span<const describe::method_view> all();
/// The spec of a preset, its parameters given as an object. Throws spec_error for an unknown name ("did you mean"), an
/// unknown or unfit parameter, and one that has to be given and is not.
[[nodiscard]] spec load(std::string_view name, const describe::value& parameters = {});

}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/presets.ipp"
#endif
