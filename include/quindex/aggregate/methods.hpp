/// The aggregators: the list that is added to.
#pragma once

#include "quindex/aggregate/arithmetic_mean.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace aggregate {

using methods = method_list<arithmetic_mean>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the scores of a group's children become the score of the group.";

}  // namespace aggregate
QUINDEX_END
