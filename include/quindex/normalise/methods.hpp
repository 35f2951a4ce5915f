/// The normalisers: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/normalise/categorical_scale.hpp"
#include "quindex/normalise/custom.hpp"
#include "quindex/normalise/distance_to_best.hpp"
#include "quindex/normalise/distance_to_target.hpp"
#include "quindex/normalise/efficacy.hpp"
#include "quindex/normalise/exponential_rank.hpp"
#include "quindex/normalise/fixed.hpp"
#include "quindex/normalise/goalposts.hpp"
#include "quindex/normalise/identity.hpp"
#include "quindex/normalise/min_max.hpp"
#include "quindex/normalise/percentile_rank.hpp"
#include "quindex/normalise/piecewise_linear.hpp"
#include "quindex/normalise/rank.hpp"
#include "quindex/normalise/share_of_best.hpp"
#include "quindex/normalise/z_score.hpp"

QUINDEX_BEGIN
namespace normalise {

using methods =
    method_list<min_max, z_score, goalposts, efficacy, rank, percentile_rank, exponential_rank, distance_to_target,
                distance_to_best, share_of_best, piecewise_linear, categorical_scale, identity, fixed, custom>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the values of an indicator become scores that can be compared.";

}  // namespace normalise
QUINDEX_END
