/// What every robustness analysis says of itself, for catalogues and pages.
#pragma once

#include <array>

#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace robustness {

/// One entry per function, under the function's name in Python.
inline constexpr std::array<method_info, 8> methods{{
    {.name = "run",
     .title = "Uncertainty of scores and ranks",
     .summary = "The spec, the weights, the units and the values varied many times: how sure is a rank?",
     .formula =
         R"(b_i^r = P(\text{rank}_i = r), \quad p_{ij} = P(s_i > s_j), \quad \bar R_S = \frac1n \sum_i |\text{rank}_i - \text{rank}_i^0|)",
     .reference =
         "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for "
         "the quality assessment of composite indicators, Journal of the Royal Statistical Society A 168(2); "
         "Lahdelma and Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for group "
         "decision making, Operations Research 49(3); Besag, Green, Higdon and Mengersen (1995), Statistical "
         "Science 10(1) (simultaneous intervals)",
     .details =
         "Every replicate is counted: one that cannot be computed is kept with its spec. The same seed gives the "
         "same bits for any number of threads, any batch and any way of cutting the run into parts."},
    {.name = "sensitivity",
     .title = "Sobol' indices",
     .summary = "What drives the uncertainty: shares of variance by factor, alone, in pairs and in all.",
     .formula = R"(S_i = \frac{V(E[y \mid x_i])}{V(y)}, \quad S_{Ti} = 1 - \frac{V(E[y \mid x_{\sim i}])}{V(y)})",
     .reference =
         "Sobol' (1993), Sensitivity estimates for nonlinear mathematical models, Mathematical Modelling and "
         "Computational Experiment 1(4); Saltelli, Annoni, Azzini and others (2010), Computer Physics "
         "Communications 181(2); Jansen (1999), Computer Physics Communications 117; Janon, Klein, Lagnoux and "
         "others (2014), ESAIM: Probability and Statistics 18; Azzini, Mara and Rosati (2021)",
     .details =
         "Of the mean shift of ranks, of any unit's score or rank, and of all units at once; with bootstrap "
         "intervals over the base rows. Estimates are centred, and reported as they are where they fall below 0."},
    {.name = "morris",
     .title = "Elementary effects",
     .summary = "A cheap screening of many factors: which ones hardly matter, and which ones interact.",
     .formula = R"(\mu_i^* = \frac1r \sum_t |d_i^{(t)}|, \quad \sigma_i = \operatorname{sd}(d_i))",
     .reference = "Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics "
                  "33(2); Campolongo, Cariboni and Saltelli (2007), Environmental Modelling and Software 22(10)",
     .details = "Effects are of steps of the factor's coordinate, so that factors of any kind compare."},
    {.name = "shapley",
     .title = "Shapley effects",
     .summary = "Shares of variance that add up to 1 also when factors depend on each other.",
     .formula =
         R"(Sh_i = \frac1d \sum_{u \subseteq -\{i\}} \binom{d-1}{|u|}^{-1} \big( c(u \cup \{i\}) - c(u) \big), \quad c(u) = \frac{V(E[y \mid x_u])}{V(y)})",
     .reference = "Owen (2014), Sobol' indices and Shapley value, SIAM/ASA Journal on Uncertainty Quantification 2(1); "
                  "Song, Nelson and Staum (2016), Shapley effects for global sensitivity analysis, the same 4(1)",
     .details = "All permutations for few factors, random ones for many; dependence is that of the Gaussian copula."},
    {.name = "one_at_a_time",
     .title = "One factor at a time",
     .summary = "Each factor over its range while the others stand as in the spec: the bars of a tornado.",
     .formula = R"(y(x_i = q_p,\ x_{\sim i} = x^0_{\sim i}))",
     .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7",
     .details = "Says nothing of interactions; `sensitivity` does."},
    {.name = "leave_one_out",
     .title = "Leave one indicator out",
     .summary = "How ranks move when an indicator is removed, and when its weight is 0: two different questions.",
     .formula = R"(\bar R_S^{(-j)} = \frac1n \sum_i |\text{rank}_i^{(-j)} - \text{rank}_i^0|)",
     .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7",
     .details = "A removed indicator is no longer seen by screening, imputation and weighing; one of weight 0 is."},
    {.name = "stability",
     .title = "Stability intervals of weights",
     .summary = "How far each weight may move before the leader, the top k, the order or a pair changes.",
     .formula = R"(s_i(w) = w\,z_{ij} + (1-w)\,t_i, \quad w^* = \frac{t_b - t_a}{(z_{aj} - t_a) - (z_{bj} - t_b)})",
     .reference = "Triantaphyllou and Sánchez (1997), A sensitivity analysis approach for some deterministic "
                  "multi-criteria decision-making methods, Decision Sciences 28(1)",
     .details = "t is the score of the unit without child j. Exact for linear aggregation; elsewhere by bisection, "
                "and marked as numerical."},
    {.name = "scenarios",
     .title = "Scenarios (multiverse)",
     .summary = "A grid of specs: who moves where, and which choice did it.",
     .formula = R"(\text{rank}_{i,c_1 \dots c_m} = \mu_i + \sum_k \alpha_{i,k,c_k} + \dots)",
     .reference = "Steegen, Tuerlinckx, Gelman and Vanpaemel (2016), Increasing transparency through a multiverse "
                  "analysis, Perspectives on Psychological Science 11(5)",
     .details =
         "Every combination, or one change at a time; a scenario that cannot be computed is kept with its reason."},
}};

}  // namespace robustness
QUINDEX_END
