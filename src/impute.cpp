// The compiled bodies of quindex/impute.
#include "quindex/impute/impl/concept.ipp"
