/// The aggregators: the list that is added to.
#pragma once

#include "quindex/aggregate/aras.hpp"
#include "quindex/aggregate/arithmetic_mean.hpp"
#include "quindex/aggregate/cocoso.hpp"
#include "quindex/aggregate/codas.hpp"
#include "quindex/aggregate/copras.hpp"
#include "quindex/aggregate/custom.hpp"
#include "quindex/aggregate/edas.hpp"
#include "quindex/aggregate/electre_1.hpp"
#include "quindex/aggregate/electre_2.hpp"
#include "quindex/aggregate/electre_3.hpp"
#include "quindex/aggregate/electre_tri.hpp"
#include "quindex/aggregate/geometric_mean.hpp"
#include "quindex/aggregate/harmonic_mean.hpp"
#include "quindex/aggregate/mabac.hpp"
#include "quindex/aggregate/marcos.hpp"
#include "quindex/aggregate/maximum.hpp"
#include "quindex/aggregate/median.hpp"
#include "quindex/aggregate/minimum.hpp"
#include "quindex/aggregate/modified_topsis.hpp"
#include "quindex/aggregate/moora.hpp"
#include "quindex/aggregate/moosra.hpp"
#include "quindex/aggregate/multimoora.hpp"
#include "quindex/aggregate/power_mean.hpp"
#include "quindex/aggregate/product.hpp"
#include "quindex/aggregate/promethee_1.hpp"
#include "quindex/aggregate/promethee_2.hpp"
#include "quindex/aggregate/ratio.hpp"
#include "quindex/aggregate/spotis.hpp"
#include "quindex/aggregate/sum.hpp"
#include "quindex/aggregate/topsis.hpp"
#include "quindex/aggregate/vikor.hpp"
#include "quindex/aggregate/waspas.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace aggregate {

using methods = method_list<arithmetic_mean, geometric_mean, harmonic_mean, power_mean, minimum, maximum, median, sum,
                            product, ratio, custom, topsis, modified_topsis, vikor, spotis, promethee_1, promethee_2,
                            electre_1, electre_2, electre_3, electre_tri, copras, waspas, aras, marcos, moora, moosra,
                            multimoora, edas, mabac, codas, cocoso>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "How the scores of a group's children become the score of the group.";

}  // namespace aggregate
QUINDEX_END
