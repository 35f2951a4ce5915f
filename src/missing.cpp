// The compiled bodies of quindex/missing.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/missing/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<missing::methods>::all();
QUINDEX_END
