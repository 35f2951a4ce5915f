// The compiled bodies of quindex/denominate.
#include "quindex/denominate/methods.hpp"
#include "quindex/describe/impl/method_list.ipp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<denominate::methods>::all();
QUINDEX_END
