// The compiled bodies of quindex/describe.
#include "quindex/describe/impl/any_method.ipp"
#include "quindex/describe/impl/method.ipp"
#include "quindex/describe/impl/share_families.ipp"
#include "quindex/describe/impl/value.ipp"
