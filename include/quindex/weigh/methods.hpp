/// The weighing methods: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/weigh/custom.hpp"
#include "quindex/weigh/equal.hpp"
#include "quindex/weigh/given.hpp"

QUINDEX_BEGIN
namespace weigh {

using methods = method_list<given, equal, custom>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How much each child of a group counts in the group's score.";

}  // namespace weigh
QUINDEX_END
