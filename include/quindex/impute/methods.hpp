/// The imputations: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/impute/mean.hpp"

QUINDEX_BEGIN
namespace impute {

using methods = method_list<mean>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "What takes the place of missing values before they are normalised.";

}  // namespace impute
QUINDEX_END
