// The folder diagnose/ of the compiled library.
#include "quindex/diagnose/impl/correlations.ipp"
#include "quindex/diagnose/impl/coupling.ipp"
#include "quindex/diagnose/impl/obstacles.ipp"
#include "quindex/diagnose/impl/rank_similarity.ipp"
#include "quindex/diagnose/impl/statistics.ipp"
