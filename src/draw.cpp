// The compiled bodies of quindex/draw.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/draw/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<draw::methods>::all();
QUINDEX_END
