/// What every frontier method says of itself, for catalogues and pages.
#pragma once

#include <array>

#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace frontier {

/// One entry per function, under the function's name in Python.
inline constexpr std::array<method_info, 9> methods{{
    {.name = "data_envelopment",
     .title = "Data envelopment analysis",
     .summary = "How far each unit is from what the others show to be possible.",
     .formula =
         R"(\min_{\theta, \lambda \ge 0} \{ \theta : X^T\lambda \le \theta x_o,\ Y^T\lambda \ge y_o \}; \quad \sum_k \lambda_k = 1 \text{ under variable returns}; \quad \rho = \min \frac{1 - \frac1m \sum_j s_j^- / x_{oj}}{1 + \frac1s \sum_r s_r^+ / y_{or}} \text{ slacks-based})",
     .reference =
         "Charnes, Cooper and Rhodes (1978), Measuring the efficiency of decision making units, European Journal of "
         "Operational Research 2(6) (CCR); Banker, Charnes and Cooper (1984), Management Science 30(9) (BCC); "
         "Charnes, Cooper, Golany, Seiford and Stutz (1985), Journal of Econometrics 30 (additive); Cooper, Park and "
         "Pastor (1999), Journal of Productivity Analysis 11(1) (range-adjusted); Tone (2001), European Journal of "
         "Operational Research 130(3) (slacks-based); Andersen and Petersen (1993), Management Science 39(10) "
         "(super-efficiency); Tone (2002), European Journal of Operational Research 143(1) (slacks-based "
         "super-efficiency)",
     .details =
         "Scores are high when good for both orientations: theta, or 1 / phi. A second stage finds the most slack "
         "that the radial factor leaves, each divided by the mean of its column. Super-efficiency under other than "
         "constant returns may have no answer; the unit's outcome then is infeasible and its score is missing. "
         "Slacks-based it is the mean growth of inputs over the mean of what is left of outputs, at the nearest point "
         "that the others can do better than; units that score below 1 keep their slacks-based score. Additive slacks "
         "are divided by the ranges of their columns under variable returns only, where none exceeds its range: under "
         "other returns give `slack_weights` 'one' and read the objectives."},
    {.name = "scale_efficiency",
     .title = "Scale efficiency",
     .summary = "What each unit loses by its size, and whether it is too small or too large.",
     .formula = R"(SE_o = \theta_o^{CRS} / \theta_o^{VRS})",
     .reference = "Fare, Grosskopf and Lovell (1985), The measurement of efficiency of production, Kluwer",
     .details = "Returns are decreasing where the score under non-increasing returns is that under variable returns."},
    {.name = "malmquist",
     .title = "Malmquist productivity index",
     .summary = "Productivity change between two periods, as catching up and movement of the frontier.",
     .formula =
         R"(M = \frac{D^{t+1}(t+1)}{D^t(t)} \Big( \frac{D^t(t+1)}{D^{t+1}(t+1)} \frac{D^t(t)}{D^{t+1}(t)} \Big)^{1/2})",
     .reference =
         "Fare, Grosskopf, Norris and Zhang (1994), Productivity growth, technical progress, and efficiency change in "
         "industrialized countries, American Economic Review 84(1)",
     .details =
         "Distances under constant returns; above 1 is progress. A unit that makes nothing in one of the periods, or "
         "what nobody makes in the other, has no index, and a note names it."},
    {.name = "cross_efficiency",
     .title = "Cross-efficiency",
     .summary = "The mean score of each unit with the weights of all units.",
     .formula = R"(E_k = \frac1n \sum_o \frac{u_o^T y_k}{v_o^T x_k})",
     .reference = "Sexton, Silkman and Hogan (1986), Data envelopment analysis: critique and extensions; Doyle and "
                  "Green (1994), Efficiency and cross-efficiency in DEA, Journal of the Operational Research Society "
                  "45(5)",
     .details = "Among the weights that give a unit its best score, those that let the others together look best "
                "(benevolent) or worst (aggressive)."},
    {.name = "bootstrap",
     .title = "Smoothed bootstrap of efficiency scores",
     .summary = "Radial scores with their bias and intervals.",
     .formula = R"(\tilde\theta_o = 2 \hat\theta_o - \frac1B \sum_b \hat\theta^*_{ob})",
     .reference =
         "Simar and Wilson (1998), Sensitivity analysis of efficiency scores: how to bootstrap in nonparametric "
         "frontier models, Management Science 44(1)",
     .details =
         "The bandwidth is that of the normal reference rule on the scores below 1 and their reflections, brought "
         "back to all units, unless given. The correction adds noise: trust it where bias is large beside the spread. "
         "Nothing keeps corrected scores and ends of intervals above 0: with few units, under variable returns above "
         "all, some can be below, and a note says how many."},
    {.name = "benefit_of_the_doubt",
     .title = "Benefit of the doubt with bounds",
     .summary = "The best weighted sum each unit can have with weights of its own, under which nobody exceeds 1.",
     .formula =
         R"(s_i = \max_{w \ge 0} \{ w^T y_i : w^T y_k \le 1 \ \forall k,\ l_g \sum_j w_j \le \sum_{j \in g} w_j \le u_g \sum_j w_j,\ a w_h \le w_j \le b w_h \})",
     .reference =
         "Melyn and Moesen (1991), Towards a synthetic indicator of macroeconomic performance, KU Leuven; Cherchye, "
         "Moesen, Rogge and Van Puyenbroeck (2007), An introduction to benefit of the doubt composite indicators, "
         "Social Indicators Research 82",
     .details = "Bounds are on shares in the sum of the weights, or on what indicators contribute to a unit's own "
                "score, of one indicator, of a group, or of one relative to another."},
    {.name = "directional_doubt",
     .title = "Directional benefit of the doubt",
     .summary = "How often a direction can be added to a unit's values inside the frontier.",
     .formula =
         R"(s_i = \frac{1}{1 + b_i}, \quad b_i = \max_{\lambda \ge 0} \{ b : Y^T\lambda \ge y_i + b g,\ \sum_k \lambda_k \le 1 \})",
     .reference =
         "Fusco (2015), Enhancing non-compensatory composite indicators: a directional proposal, European Journal of "
         "Operational Research 242(2)",
     .details = "With a unit's own values as direction it is the radial score."},
    {.name = "order_m_doubt",
     .title = "Robust benefit of the doubt of order m",
     .summary = "The mean score of each unit against samples of m units.",
     .formula = R"(s_i = E[\theta_i(Y_{k_1}, \dots, Y_{k_m})])",
     .reference = "Cazals, Florens and Simar (2002), Nonparametric frontier estimation: a robust approach, Journal of "
                  "Econometrics 106(1); Daraio and Simar (2005), Journal of Productivity Analysis 24(1)",
     .details = "The expectation is a mean over replicates, whose standard error is given. Scores may exceed 1."},
    {.name = "common_weights_doubt",
     .title = "Common weights",
     .summary = "One set of weights for all units, nearest to what each unit would choose.",
     .formula =
         R"(\min_{w \ge 0} \Big\{ t \frac1n \sum_i d_i + (1 - t) \max_i d_i : w^T y_i + d_i = s_i,\ d_i \ge 0 \Big\})",
     .reference =
         "Despotis (2005), A reassessment of the human development index via data envelopment analysis, Journal of "
         "the Operational Research Society 56(8); Hatefi and Torabi (2010), A common weight MCDA-DEA approach to "
         "construct composite indicators, Ecological Economics 70(1)",
     .details = "Shortfalls from each unit's own best score (Despotis) or from 1 (Hatefi and Torabi)."},
}};

}  // namespace frontier
QUINDEX_END
