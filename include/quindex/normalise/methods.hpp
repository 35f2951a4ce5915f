/// The normalisers: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/normalise/fixed.hpp"
#include "quindex/normalise/min_max.hpp"

QUINDEX_BEGIN
namespace normalise {

using methods = method_list<min_max, fixed>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the values of an indicator become scores that can be compared.";

}  // namespace normalise
QUINDEX_END
