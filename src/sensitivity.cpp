// The compiled bodies of quindex/robustness that say what a result depends on.
#include "quindex/robustness/impl/morris.ipp"
#include "quindex/robustness/impl/resampling.ipp"
#include "quindex/robustness/impl/saltelli.ipp"
#include "quindex/robustness/impl/sobol_convergence.ipp"
#include "quindex/robustness/impl/sobol_indices.ipp"
#include "quindex/robustness/impl/sobol_sums.ipp"
