/// The policies for missing scores: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/missing/group_mean.hpp"
#include "quindex/missing/propagate.hpp"
#include "quindex/missing/renormalise.hpp"
#include "quindex/missing/zero.hpp"

QUINDEX_BEGIN
namespace missing {

using methods = method_list<propagate, renormalise, zero, group_mean>;
static_assert(describe::all_are(methods{}, []<Policy M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "What a group does with a unit some of whose children have no score.";

}  // namespace missing
QUINDEX_END
