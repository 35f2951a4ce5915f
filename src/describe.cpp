#include "quindex/describe/impl/method.ipp"
#include "quindex/describe/impl/schema.ipp"
#include "quindex/describe/impl/value.ipp"
