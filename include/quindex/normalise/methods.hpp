/// The normalisers: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/normalise/above_below_mean.hpp"
#include "quindex/normalise/ampi_scale.hpp"
#include "quindex/normalise/annual_difference.hpp"
#include "quindex/normalise/balance_of_opinions.hpp"
#include "quindex/normalise/categorical_scale.hpp"
#include "quindex/normalise/custom.hpp"
#include "quindex/normalise/cyclical.hpp"
#include "quindex/normalise/distance_to_best.hpp"
#include "quindex/normalise/distance_to_target.hpp"
#include "quindex/normalise/efficacy.hpp"
#include "quindex/normalise/enhanced_accuracy.hpp"
#include "quindex/normalise/exponential_rank.hpp"
#include "quindex/normalise/fixed.hpp"
#include "quindex/normalise/goalposts.hpp"
#include "quindex/normalise/identity.hpp"
#include "quindex/normalise/linear.hpp"
#include "quindex/normalise/logarithmic.hpp"
#include "quindex/normalise/logistic.hpp"
#include "quindex/normalise/max.hpp"
#include "quindex/normalise/min_max.hpp"
#include "quindex/normalise/mpi_scale.hpp"
#include "quindex/normalise/nonlinear.hpp"
#include "quindex/normalise/percentile_rank.hpp"
#include "quindex/normalise/piecewise_linear.hpp"
#include "quindex/normalise/rank.hpp"
#include "quindex/normalise/reference_ideal.hpp"
#include "quindex/normalise/robust_z.hpp"
#include "quindex/normalise/share_of_best.hpp"
#include "quindex/normalise/sum.hpp"
#include "quindex/normalise/time_distance.hpp"
#include "quindex/normalise/vector.hpp"
#include "quindex/normalise/z_score.hpp"
#include "quindex/normalise/zavadskas_turskis.hpp"

QUINDEX_BEGIN
namespace normalise {

using methods = method_list<min_max, z_score, robust_z, goalposts, efficacy, logistic, mpi_scale, ampi_scale, rank,
                            percentile_rank, exponential_rank, distance_to_target, distance_to_best, share_of_best,
                            reference_ideal, sum, max, vector, linear, logarithmic, nonlinear, enhanced_accuracy,
                            zavadskas_turskis, above_below_mean, cyclical, annual_difference, balance_of_opinions,
                            time_distance, piecewise_linear, categorical_scale, identity, fixed, custom>;
static_assert(describe::all_are(methods{}, []<Normaliser M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the values of an indicator become scores that can be compared.";

}  // namespace normalise
QUINDEX_END
