/// The imputations: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/impute/constant.hpp"
#include "quindex/impute/group_mean.hpp"
#include "quindex/impute/group_median.hpp"
#include "quindex/impute/mean.hpp"
#include "quindex/impute/median.hpp"

QUINDEX_BEGIN
namespace impute {

using methods = method_list<mean, median, group_mean, group_median, constant>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "What takes the place of missing values before they are normalised.";

}  // namespace impute
QUINDEX_END
