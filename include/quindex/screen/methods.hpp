/// The selections of units: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/screen/availability.hpp"

QUINDEX_BEGIN
namespace screen {

using methods = method_list<availability>;
static_assert(describe::all_are(methods{}, []<Screening M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "Which units take part.";

}  // namespace screen
QUINDEX_END
