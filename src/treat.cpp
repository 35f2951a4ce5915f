// The compiled bodies of quindex/treat.
#include "quindex/treat/impl/box_cox.ipp"
#include "quindex/treat/impl/concept.ipp"
#include "quindex/treat/impl/log_shift.ipp"
#include "quindex/treat/impl/winsorise.ipp"
