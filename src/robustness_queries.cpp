// Questions about robustness, of the compiled library: stability of weights, scenarios, summaries of replicates.
#include "quindex/robustness/impl/moved_weight.ipp"
#include "quindex/robustness/impl/score_lines.ipp"
#include "quindex/robustness/impl/stability.ipp"
#include "quindex/robustness/impl/weight_ranges.ipp"
