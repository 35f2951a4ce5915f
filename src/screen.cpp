// The compiled bodies of quindex/screen.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/screen/impl/availability.ipp"
#include "quindex/screen/impl/concept.ipp"
#include "quindex/screen/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<screen::methods>::all();
QUINDEX_END
