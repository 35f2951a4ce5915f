// The compiled bodies of quindex/aggregate.
#include "quindex/aggregate/impl/benefit_of_the_doubt.ipp"
#include "quindex/aggregate/impl/cocoso.ipp"
#include "quindex/aggregate/impl/codas.ipp"
#include "quindex/aggregate/impl/comet.ipp"
#include "quindex/aggregate/impl/concept.ipp"
#include "quindex/aggregate/impl/consensus.ipp"
#include "quindex/aggregate/impl/credibility.ipp"
#include "quindex/aggregate/impl/dp2.ipp"
#include "quindex/aggregate/impl/electre.ipp"
#include "quindex/aggregate/impl/electre_1.ipp"
#include "quindex/aggregate/impl/electre_2.ipp"
#include "quindex/aggregate/impl/electre_3.ipp"
#include "quindex/aggregate/impl/electre_tri.ipp"
#include "quindex/aggregate/impl/fuzzy_grades.ipp"
#include "quindex/aggregate/impl/grey_relational.ipp"
#include "quindex/aggregate/impl/multimoora.ipp"
#include "quindex/aggregate/impl/outranking.ipp"
#include "quindex/aggregate/impl/promethee.ipp"
#include "quindex/aggregate/impl/rank_sum_ratio.ipp"
#include "quindex/aggregate/impl/schulze.ipp"
#include "quindex/aggregate/impl/spotis.ipp"
#include "quindex/aggregate/impl/vikor.ipp"
#include "quindex/aggregate/methods.hpp"
#include "quindex/describe/impl/method_list.ipp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<aggregate::methods>::all();
QUINDEX_END
