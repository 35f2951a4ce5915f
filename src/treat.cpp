// The compiled bodies of quindex/treat.
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/treat/impl/box_cox.ipp"
#include "quindex/treat/impl/concept.ipp"
#include "quindex/treat/impl/log_shift.ipp"
#include "quindex/treat/impl/logit.ipp"
#include "quindex/treat/impl/winsorise.ipp"
#include "quindex/treat/impl/yeo_johnson.ipp"
#include "quindex/treat/methods.hpp"

QUINDEX_BEGIN
template std::span<const describe::method_view> describe::any_method<treat::methods>::all();
QUINDEX_END
