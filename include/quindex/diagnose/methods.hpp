/// What every diagnosis says of itself, for catalogues and pages.
#pragma once

#include <array>

#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// One entry per function, under the function's name in Python.
inline constexpr std::array<method_info, 20> methods{{
    {.name = "statistics",
     .title = "Descriptive statistics",
     .summary = "Counts, range, quantiles, mean, spread and shape of each column, with flags where a limit is passed.",
     .formula =
         R"(g_1 = \frac{\sqrt{n(n-1)}}{n-2} \frac{m_3}{m_2^{3/2}}, \quad g_2 = \frac{n-1}{(n-2)(n-3)} \Big( (n+1) \frac{m_4}{m_2^2} - 3(n-1) \Big))",
     .reference = "Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4); "
                  "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47(1)",
     .details = "Quantiles are of type 7, skewness and excess kurtosis of type 2, as in Excel. Nothing is refused: a "
                "column without values has its counts."},
    {.name = "disparity",
     .title = "Weighted coefficient of variation per head (差异系数)",
     .summary = "How unequally amounts are spread over units of different sizes.",
     .formula = R"(V = \frac{1}{A/P} \sqrt{\sum_i \frac{p_i}{P} \Big( \frac{a_i}{p_i} - \frac{A}{P} \Big)^2})",
     .reference = "Ministry of Education of China (2012), Interim measures for the supervision and evaluation of "
                  "balanced compulsory education in counties",
     .details = "0 when every unit has the same per head. Counties were refused above 0.65 (primary) and 0.55 (junior) "
                "in 2012; since 2017 the limits are 0.5 and 0.45 for each indicator."},
    {.name = "correlations",
     .title = "Correlations",
     .summary = "Pearson's, Spearman's or Kendall's correlations, with the rows they rest on, p and interval.",
     .formula =
         R"(t = r \sqrt{\frac{n-2}{1-r^2}}, \quad \tanh\Big(\operatorname{artanh} r \pm z \sqrt{\tfrac{c}{n-k}}\Big))",
     .reference = "Fisher (1921), On the probable error of a coefficient of correlation, Metron 1; Bonett and Wright "
                  "(2000), Sample size requirements for estimating Pearson, Kendall and Spearman correlations, "
                  "Psychometrika 65(1); Kendall (1970), Rank correlation methods",
     .details = "c and k are 1 and 3 for Pearson, 1 + r²/2 and 3 for Spearman, 0.437 and 4 for Kendall. Missing "
                "values pair by pair, or complete rows only."},
    {.name = "flagged_pairs",
     .title = "Collinear and negative pairs",
     .summary = "Pairs of columns that say nearly the same, and pairs that pull against each other.",
     .formula = R"(r \ge 0.92 \quad \text{or} \quad r < 0,\ p \le 0.05)",
     .reference = "Becker, Caperna, Del Sorbo and others (2022), COINr: an R package for developing composite "
                  "indicators, Journal of Open Source Software 7(78); OECD and JRC (2008), Handbook on Constructing "
                  "Composite Indicators, section 4",
     .details = "The limits are parameters."},
    {.name = "links",
     .title = "Links to outside variables",
     .summary = "Correlations of columns or scores with variables that are no part of the index, matched by unit.",
     .formula = R"(r = \operatorname{cor}(x, v))",
     .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 9",
     .details = "With intervals, over the units that both tables have."},
    {.name = "reliability",
     .title = "Reliability: alpha, lambdas, omega",
     .summary = "Whether columns measure one thing: Cronbach's alpha with its interval, item statistics, Guttman's "
                "lambdas, McDonald's omega.",
     .formula =
         R"(\alpha = \frac{m}{m-1} \Big( 1 - \frac{\sum_j s_j^2}{s^2} \Big), \quad 1 - (1 - \alpha) F_{n-1,(n-1)(m-1)})",
     .reference = "Cronbach (1951), Psychometrika 16(3); Feldt (1965), Psychometrika 30(3) (interval); Guttman (1945), "
                  "Psychometrika 10(4); McDonald (1999), Test theory; Schmid and Leiman (1957), Psychometrika 22(1)",
     .details = "Alpha of columns in different units of measurement means little: give scores, or read the "
                "standardised one."},
    {.name = "adequacy",
     .title = "Fitness for factor analysis: KMO and Bartlett",
     .summary = "Whether columns share enough for factor analysis.",
     .formula =
         R"(KMO = \frac{\sum_{i \ne j} r_{ij}^2}{\sum_{i \ne j} r_{ij}^2 + \sum_{i \ne j} q_{ij}^2}, \quad \chi^2 = -\Big( n - 1 - \frac{2m+5}{6} \Big) \ln |R|)",
     .reference = "Kaiser and Rice (1974), Little Jiffy, Mark IV, Educational and Psychological Measurement 34(1); "
                  "Bartlett (1951), Biometrika 38",
     .details = "q are the partial correlations. Below 0.5 unacceptable, from 0.8 meritorious."},
    {.name = "variance_inflation",
     .title = "Variance inflation factors",
     .summary = "How much of each column the others already say.",
     .formula = R"(VIF_j = \frac{1}{1 - R_j^2})",
     .reference = "Marquardt (1970), Generalized inverses, ridge regression, biased linear estimation, and nonlinear "
                  "estimation, Technometrics 12(3)",
     .details = "Above 5 or 10 a column hardly says anything that the others do not."},
    {.name = "components",
     .title = "Principal components with parallel analysis",
     .summary = "How many things columns measure, and how many of them are more than chance.",
     .formula = R"(R = V \Lambda V^T, \quad \text{retain while } \lambda_k > q_{0.95}(\lambda_k^{random}))",
     .reference =
         "Horn (1965), A rationale and test for the number of factors in factor analysis, Psychometrika 30(2); "
         "Glorfeld (1995), Educational and Psychological Measurement 55(3)",
     .details = "The random tables are looked up by the seed: the answer is the same on every machine."},
    {.name = "factors",
     .title = "Factor analysis",
     .summary = "Common factors by maximum likelihood or minimum residuals; varimax, promax, oblimin.",
     .formula = R"(R \approx \Lambda \Phi \Lambda^T + \Psi)",
     .reference = "Lawley and Maxwell (1971), Factor analysis as a statistical method; Harman (1976), Modern factor "
                  "analysis; Kaiser (1958), Psychometrika 23(3); Hendrickson and White (1964), British Journal of "
                  "Statistical Psychology 17(1); Jennrich and Sampson (1966), Psychometrika 31(3)",
     .details = "The test that no more factors are needed is given for maximum likelihood alone."},
    {.name = "clusters",
     .title = "Hierarchical clusters",
     .summary = "Which units are alike, as a tree of joinings.",
     .formula = R"(d_{k,ij} = \alpha_i d_{ki} + \alpha_j d_{kj} + \beta d_{ij} + \gamma |d_{ki} - d_{kj}|)",
     .reference = "Lance and Williams (1967), A general theory of classificatory sorting strategies, Computer Journal "
                  "9(4); Ward (1963), Journal of the American Statistical Association 58",
     .details = "Of equally near groups those with the earliest units are joined: the answer never depends on chance."},
    {.name = "k_means",
     .title = "k-means",
     .summary = "k groups of units around their means, the same every time.",
     .formula = R"(\min \sum_{g} \sum_{i \in g} \lVert x_i - c_g \rVert^2)",
     .reference = "Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2)",
     .details = "Lloyd's search ends in a local optimum, so that other groups may have a smaller sum of squares; it "
                "is started several times, always from the same places, and the best end is kept. For one column "
                "cluster_column finds the best groups exactly. With one column, five groups and strict = 1 this is how "
                "the hospital stars of the Centers for "
                "Medicare and Medicaid Services are made."},
    {.name = "cluster_column",
     .title = "The best groups of one column",
     .summary = "Groups of one column with the least sum of squares, found exactly.",
     .formula = R"(D_{k}(i) = \min_{j} \{ D_{k-1}(j-1) + S(j, i) \})",
     .reference = "Fisher (1958), On grouping for maximum homogeneity, Journal of the American Statistical Association "
                  "53; Wang and Song (2011), Ckmeans.1d.dp, The R Journal 3(2)",
     .details = "Equal values are never parted."},
    {.name = "coupling",
     .title = "Coupling coordination (耦合协调度)",
     .summary = "Whether systems develop at one level, and whether that level is high.",
     .formula =
         R"(C = \Big( \frac{(\prod U_i)^{1/n}}{\frac1n \sum U_i} \Big)^{k}, \quad T = \sum_i w_i U_i, \quad D = \sqrt{C\,T})",
     .reference = "Liao Chongbin (1999), Tropical Geography 19(2); Wang Shujia, Kong Wei, Ren Liang and others (2021), "
                  "Research on misuses and modification of coupling coordination degree model in China, Journal of "
                  "Natural Resources 36(3), doi 10.31497/zrzyxb.20210319",
     .details =
         "Forms of C: ratio, product (its n-th power) and the modified one of 2021. C is near 1 for most inputs: "
         "read D beside it, and name the form."},
    {.name = "obstacles",
     .title = "Obstacle degree (障碍度)",
     .summary = "Which indicators keep a unit from the goal, and how far it is away.",
     .formula = R"(O_{ij} = \frac{w_j (1 - z_{ij})}{\sum_k w_k (1 - z_{ik})})",
     .reference = "The customary obstacle degree model of the Chinese literature; formulas as in the guide",
     .details = "Degrees always sum to 1, also for a unit close to every goal: read the gap beside them."},
    {.name = "importance",
     .title = "Nominal and effective importance",
     .summary = "How much each part really counts in a score, beside the weight it was given.",
     .formula = R"(S_j = \frac{\operatorname{var}(E[y \mid x_j])}{\operatorname{var}(y)})",
     .reference =
         "Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?, Journal of the Royal "
         "Statistical Society A 176(3); Wood (2006), Generalized additive models (splines)",
     .details = "Flags parts that decide alone, that dominate, and that are silent."},
    {.name = "levels",
     .title = "Correlations across levels",
     .summary = "Whether each node goes with its own group, and with that more than with any other.",
     .formula = R"(\operatorname{cor}(s_{node}, s_{group}))",
     .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4",
     .details = "Also without the node itself: the mean of the correlations with its siblings."},
    {.name = "compare_ranks",
     .title = "Rank similarity",
     .summary = "How alike two rankings are: Spearman, weighted Spearman, WS, Kendall, gamma.",
     .formula = R"(WS = 1 - \sum_i 2^{-a_i} \frac{|a_i - b_i|}{\max(a_i - 1, n - a_i)})",
     .reference =
         "Pinto da Costa and Soares (2005), Australian and New Zealand Journal of Statistics 47(4); Sałabun and "
         "Urbaniak (2020), A new coefficient of rankings similarity in decision-making problems, ICCS 2020; "
         "Goodman and Kruskal (1954), Journal of the American Statistical Association 49",
     .details = "WS is not symmetric: the first ranking decides what the top is. Ranks are taken anew, and 1, the "
                "smallest value, is the top: for scores, of which the highest is the top, give their ranks. A note "
                "says so where the values look like scores."},
    {.name = "compare",
     .title = "Who moved, and why",
     .summary = "The difference between two results of the same units, taken apart by parts, scores and weights.",
     .formula = R"(\Delta (c\,s) = \frac{c_1 + c_2}{2} (s_2 - s_1) + \frac{s_1 + s_2}{2} (c_2 - c_1))",
     .reference = "Bennet (1920), The theory of measurement of changes in cost of living, Journal of the Royal "
                  "Statistical Society 83(3)",
     .details = "Rows add up to the difference of the scores exactly."},
    {.name = "impute_quality",
     .title = "How good an imputation is",
     .summary = "Known values are hidden, filled in again and compared.",
     .formula = R"(d = 1 - \frac{\sum (P - O)^2}{\sum (|P - \bar O| + |O - \bar O|)^2})",
     .reference = "Willmott (1982), Some comments on the evaluation of model performance, Bulletin of the American "
                  "Meteorological Society 63(11); OECD and JRC (2008), section 4.5",
     .details = "In Python quindex.impute_quality. Which values are hidden depends on the seed, the repeat and the "
                "codes of unit and indicator only."},
}};

}  // namespace diagnose
QUINDEX_END
