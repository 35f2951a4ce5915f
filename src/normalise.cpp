// The compiled bodies of quindex/normalise.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/normalise/impl/above_below_mean.ipp"
#include "quindex/normalise/impl/ampi_scale.ipp"
#include "quindex/normalise/impl/categorical_scale.ipp"
#include "quindex/normalise/impl/concept.ipp"
#include "quindex/normalise/impl/cyclical.ipp"
#include "quindex/normalise/impl/distance_to_target.ipp"
#include "quindex/normalise/impl/efficacy.ipp"
#include "quindex/normalise/impl/enhanced_accuracy.ipp"
#include "quindex/normalise/impl/goalposts.ipp"
#include "quindex/normalise/impl/linear.ipp"
#include "quindex/normalise/impl/logarithmic.ipp"
#include "quindex/normalise/impl/logistic.ipp"
#include "quindex/normalise/impl/nonlinear.ipp"
#include "quindex/normalise/impl/percentile_rank.ipp"
#include "quindex/normalise/impl/piecewise_linear.ipp"
#include "quindex/normalise/impl/ranked.ipp"
#include "quindex/normalise/impl/ratio.ipp"
#include "quindex/normalise/impl/reference_ideal.ipp"
#include "quindex/normalise/impl/robust_z.ipp"
#include "quindex/normalise/impl/share_of_best.ipp"
#include "quindex/normalise/impl/steps.ipp"
#include "quindex/normalise/impl/time_distance.ipp"
#include "quindex/normalise/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<normalise::methods>::all();
QUINDEX_END
