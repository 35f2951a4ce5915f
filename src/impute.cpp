// The compiled bodies of quindex/impute.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/impute/impl/concept.ipp"
#include "quindex/impute/impl/iterative.ipp"
#include "quindex/impute/impl/multiple.ipp"
#include "quindex/impute/impl/normal_model.ipp"
#include "quindex/impute/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<impute::methods>::all();
QUINDEX_END
