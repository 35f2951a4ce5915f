/// The aggregators: the list that is added to.
#pragma once

#include "quindex/aggregate/arithmetic_mean.hpp"
#include "quindex/aggregate/benefit_of_the_doubt.hpp"
#include "quindex/aggregate/custom.hpp"
#include "quindex/aggregate/geometric_mean.hpp"
#include "quindex/aggregate/harmonic_mean.hpp"
#include "quindex/aggregate/maximum.hpp"
#include "quindex/aggregate/median.hpp"
#include "quindex/aggregate/minimum.hpp"
#include "quindex/aggregate/power_mean.hpp"
#include "quindex/aggregate/product.hpp"
#include "quindex/aggregate/ratio.hpp"
#include "quindex/aggregate/sum.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace aggregate {

using methods = method_list<arithmetic_mean, geometric_mean, harmonic_mean, power_mean, minimum, maximum, median, sum,
                            product, ratio, benefit_of_the_doubt, custom>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the scores of a group's children become the score of the group.";

}  // namespace aggregate
QUINDEX_END
