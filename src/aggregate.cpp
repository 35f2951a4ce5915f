// The compiled bodies of quindex/aggregate.
#include "quindex/aggregate/impl/benefit_of_the_doubt.ipp"
#include "quindex/aggregate/impl/concept.ipp"
#include "quindex/aggregate/methods.hpp"
#include "quindex/describe/impl/method_list.ipp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<aggregate::methods>::all();
QUINDEX_END
