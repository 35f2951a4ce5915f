// The compiled bodies of quindex/normalise.
#include "quindex/normalise/impl/concept.ipp"
