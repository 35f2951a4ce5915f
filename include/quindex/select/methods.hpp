/// The selections of units: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/select/availability.hpp"

QUINDEX_BEGIN
namespace select {

using methods = method_list<availability>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "Which units take part.";

}  // namespace select
QUINDEX_END
