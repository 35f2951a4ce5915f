/// The denominations: the list that is added to.
#pragma once

#include "quindex/denominate/ratio.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace denominate {

using methods = method_list<ratio>;
static_assert(describe::all_are(methods{}, []<Denomination M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "How indicators are put in relation to the size of their units.";

}  // namespace denominate
QUINDEX_END
