// The compiled bodies of quindex/aggregate.
#include "quindex/aggregate/impl/concept.ipp"
