// The compiled bodies of quindex/weigh.
#include "quindex/weigh/impl/given.ipp"
