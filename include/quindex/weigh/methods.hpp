/// The weighing methods: those that stand alone, those that combine them, and a function of the user's.
#pragma once

#include "quindex/weigh/custom.hpp"
#include "quindex/weigh/game_theoretic.hpp"
#include "quindex/weigh/linear.hpp"
#include "quindex/weigh/minimum_relative_entropy.hpp"
#include "quindex/weigh/multiplicative.hpp"
#include "quindex/weigh/single_methods.hpp"

QUINDEX_BEGIN
namespace weigh {

using methods = describe::joined<single_methods,
                                 method_list<game_theoretic, linear, minimum_relative_entropy, multiplicative, custom>>;
static_assert(describe::all_are(methods{}, []<Weigher M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "How much each child of a group counts in the group's score.";

}  // namespace weigh
QUINDEX_END
