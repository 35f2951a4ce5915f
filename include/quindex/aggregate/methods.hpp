/// The aggregators: the list that is added to.
#pragma once

#include "quindex/aggregate/ampi.hpp"
#include "quindex/aggregate/aras.hpp"
#include "quindex/aggregate/arithmetic_mean.hpp"
#include "quindex/aggregate/aroman.hpp"
#include "quindex/aggregate/benefit_of_the_doubt.hpp"
#include "quindex/aggregate/bonferroni_mean.hpp"
#include "quindex/aggregate/borda.hpp"
#include "quindex/aggregate/bottleneck_penalty.hpp"
#include "quindex/aggregate/choquet.hpp"
#include "quindex/aggregate/cocoso.hpp"
#include "quindex/aggregate/codas.hpp"
#include "quindex/aggregate/comet.hpp"
#include "quindex/aggregate/copeland.hpp"
#include "quindex/aggregate/copras.hpp"
#include "quindex/aggregate/cradis.hpp"
#include "quindex/aggregate/custom.hpp"
#include "quindex/aggregate/dp2.hpp"
#include "quindex/aggregate/edas.hpp"
#include "quindex/aggregate/electre_1.hpp"
#include "quindex/aggregate/electre_2.hpp"
#include "quindex/aggregate/electre_3.hpp"
#include "quindex/aggregate/electre_tri.hpp"
#include "quindex/aggregate/ervd.hpp"
#include "quindex/aggregate/exponential_mean.hpp"
#include "quindex/aggregate/fuzzy_evaluation.hpp"
#include "quindex/aggregate/fuzzy_main_factor.hpp"
#include "quindex/aggregate/geometric_mean.hpp"
#include "quindex/aggregate/grey_relational.hpp"
#include "quindex/aggregate/grey_series.hpp"
#include "quindex/aggregate/harmonic_mean.hpp"
#include "quindex/aggregate/kemeny.hpp"
#include "quindex/aggregate/lmaw.hpp"
#include "quindex/aggregate/mabac.hpp"
#include "quindex/aggregate/mairca.hpp"
#include "quindex/aggregate/marcos.hpp"
#include "quindex/aggregate/maximum.hpp"
#include "quindex/aggregate/mean_min.hpp"
#include "quindex/aggregate/median.hpp"
#include "quindex/aggregate/minimum.hpp"
#include "quindex/aggregate/modified_topsis.hpp"
#include "quindex/aggregate/moora.hpp"
#include "quindex/aggregate/moosra.hpp"
#include "quindex/aggregate/mpi.hpp"
#include "quindex/aggregate/multimoora.hpp"
#include "quindex/aggregate/munda_nardo.hpp"
#include "quindex/aggregate/ocra.hpp"
#include "quindex/aggregate/owa.hpp"
#include "quindex/aggregate/penalised_mean.hpp"
#include "quindex/aggregate/piv.hpp"
#include "quindex/aggregate/power_mean.hpp"
#include "quindex/aggregate/probid.hpp"
#include "quindex/aggregate/product.hpp"
#include "quindex/aggregate/promethee_1.hpp"
#include "quindex/aggregate/promethee_2.hpp"
#include "quindex/aggregate/rafsi.hpp"
#include "quindex/aggregate/ram.hpp"
#include "quindex/aggregate/rank_sum_ratio.hpp"
#include "quindex/aggregate/ratio.hpp"
#include "quindex/aggregate/rim.hpp"
#include "quindex/aggregate/rov.hpp"
#include "quindex/aggregate/schulze.hpp"
#include "quindex/aggregate/spotis.hpp"
#include "quindex/aggregate/sum.hpp"
#include "quindex/aggregate/todim.hpp"
#include "quindex/aggregate/topsis.hpp"
#include "quindex/aggregate/vikor.hpp"
#include "quindex/aggregate/waspas.hpp"
#include "quindex/aggregate/weighted_median.hpp"
#include "quindex/aggregate/wroclaw.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace aggregate {

using methods =
    method_list<arithmetic_mean, geometric_mean, harmonic_mean, power_mean, minimum, maximum, median, sum, product,
                ratio, ampi, aras, aroman, benefit_of_the_doubt, bonferroni_mean, borda, bottleneck_penalty, choquet,
                cocoso, codas, comet, copeland, copras, cradis, dp2, edas, electre_1, electre_2, electre_3, electre_tri,
                ervd, exponential_mean, fuzzy_evaluation, fuzzy_main_factor, grey_relational, grey_series, kemeny, lmaw,
                mabac, mairca, marcos, mean_min, modified_topsis, moora, moosra, mpi, multimoora, munda_nardo, ocra,
                owa, penalised_mean, piv, probid, promethee_1, promethee_2, rafsi, ram, rank_sum_ratio, rim, rov,
                schulze, spotis, todim, topsis, vikor, waspas, weighted_median, wroclaw, custom>;
static_assert(describe::all_are(methods{}, []<Aggregator M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the scores of a group's children become the score of the group.";

}  // namespace aggregate
QUINDEX_END
