// The compiled bodies of quindex/select.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/select/impl/availability.ipp"
#include "quindex/select/impl/concept.ipp"
#include "quindex/select/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<select::methods>::all();
QUINDEX_END
