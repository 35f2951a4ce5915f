"""How much each child of a group counts in the group's score. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Ahp",
    "Angular",
    "Anp",
    "BayesianBwm",
    "BudgetAllocation",
    "Bwm",
    "Cilos",
    "CoefficientOfVariation",
    "Critic",
    "Custom",
    "DCritic",
    "Delphi",
    "Dematel",
    "Entropy",
    "Equal",
    "EqualisedImportance",
    "FactorNicoletti",
    "Fucom",
    "FuzzyAhp",
    "GameTheoretic",
    "Gini",
    "Given",
    "Idocriw",
    "Lbwa",
    "Linear",
    "Lopcow",
    "LpiPca",
    "Merec",
    "MinimumRelativeEntropy",
    "Multiplicative",
    "Pca",
    "Psi",
    "Rancom",
    "RankOrderCentroid",
    "RankReciprocal",
    "RankSumWeights",
    "Regression",
    "Sapevo",
    "Seca",
    "Smart",
    "StandardDeviation",
    "Swara",
    "Swing",
    "UnobservedComponents",
    "Wings",
]


class Given(Method):
    """Weights that somebody has decided: those of the framework, or those written here.

    Parameters
    ----------
    weights: Weights by code of the child; empty for those of the framework. (at least 0)

    Formula: w_j = v_j / \\sum_k v_k

    Weights count relative to one another inside a group and need not sum to 1. When weights are written here,
    every child of every group that has one of them must have one; groups with none of them keep the
    framework's.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1"""

    def __init__(self, *, weights: dict[str, float] = {}) -> None: ...
    def replace(self, *, weights: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def weights(self) -> dict[str, float]:
        """Weights by code of the child; empty for those of the framework."""


class Equal(Method):
    """Every child of a group weighs the same.

    Formula: w_j = 1/m

    Equal inside every group; an indicator in a small group therefore counts more in the index than one in a
    large group. The framework's weights are not looked at.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Ahp(Method):
    """Weights from comparing the children in pairs.

    Parameters
    ----------
    criteria: Codes of the rows and columns; the order of the children without any.
    comparisons: One judge's matrix, row by row; null where nobody judged. (above 0)
    judges: Several judges' matrices, instead of one. (above 0)
    judge_weights: How much each judge counts; the same without any. (at least 0)
    aggregation: How several judges become one.
    prioritisation: How weights are found in a matrix.
    completion: What stands for comparisons that nobody made.
    table: Whose random index the consistency ratio divides by.
    random_index: A random index of your own, instead of the table's. (above 0)
    threshold: Consistency ratio above which there is a note. (at least 0)

    Formula: A w = \\lambda_{\\max} w, \\quad CI = \\frac{\\lambda_{\\max} - m}{m - 1}, \\quad CR =
    \\frac{CI}{RI_m}

    层次分析法. Each cell says how many times as important the row is as the column, on Saaty's scale 1 to 9 or any
    other; the half under the diagonal may be null and is then filled with reciprocals. A pair that is null on
    both sides was not judged and is completed, as long as the pairs link all children. With several judges,
    `judgements` averages their cells (geometrically; cells of those who did not judge are passed over) and
    `priorities` their weights. A consistency ratio above the threshold is a note that names the judgement
    that fits the others least and what they would make of it; it is never an error. Tables of the random
    index differ: Saaty's of 1980 has 0.58, 0.90, 1.12, ..., his of 2005 0.52, 0.89, 1.11, ...; Donegan and
    Dodd (1991) and Alonso and Lamata (2006) drew more matrices. The eigenvector is Saaty's choice, the
    geometric mean (Crawford and Williams 1985) does not change when rows and columns swap roles; both agree
    for three children and for consistent comparisons.

    Reference: Saaty (1977), A scaling method for priorities in hierarchical structures, Journal of
    Mathematical Psychology 15(3), 234-281; Bozóki, Fülöp and Rónyai (2010), Mathematical and Computer
    Modelling 52, 318-333"""

    def __init__(self, *, criteria: tuple[str, ...] = (), comparisons: tuple[tuple[float | None, ...], ...] = (), judges: tuple[tuple[tuple[float | None, ...], ...], ...] = (), judge_weights: tuple[float, ...] = (), aggregation: Literal['judgements', 'priorities'] = 'judgements', prioritisation: Literal['eigenvector', 'geometric_mean', 'weighted_least_squares'] = 'eigenvector', completion: Literal['optimal', 'logarithmic', 'harker'] = 'optimal', table: Literal['saaty_1980', 'saaty_2005', 'donegan_dodd_1991', 'alonso_lamata_2006'] = 'saaty_1980', random_index: float | None = None, threshold: float = 0.1) -> None: ...
    def replace(self, *, criteria: tuple[str, ...] = ..., comparisons: tuple[tuple[float | None, ...], ...] = ..., judges: tuple[tuple[tuple[float | None, ...], ...], ...] = ..., judge_weights: tuple[float, ...] = ..., aggregation: Literal['judgements', 'priorities'] = ..., prioritisation: Literal['eigenvector', 'geometric_mean', 'weighted_least_squares'] = ..., completion: Literal['optimal', 'logarithmic', 'harker'] = ..., table: Literal['saaty_1980', 'saaty_2005', 'donegan_dodd_1991', 'alonso_lamata_2006'] = ..., random_index: float | None = ..., threshold: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def comparisons(self) -> tuple[tuple[float | None, ...], ...]:
        """One judge's matrix, row by row; null where nobody judged."""
    @property
    def judges(self) -> tuple[tuple[tuple[float | None, ...], ...], ...]:
        """Several judges' matrices, instead of one."""
    @property
    def judge_weights(self) -> tuple[float, ...]:
        """How much each judge counts; the same without any."""
    @property
    def aggregation(self) -> Literal['judgements', 'priorities']:
        """How several judges become one."""
    @property
    def prioritisation(self) -> Literal['eigenvector', 'geometric_mean', 'weighted_least_squares']:
        """How weights are found in a matrix."""
    @property
    def completion(self) -> Literal['optimal', 'logarithmic', 'harker']:
        """What stands for comparisons that nobody made."""
    @property
    def table(self) -> Literal['saaty_1980', 'saaty_2005', 'donegan_dodd_1991', 'alonso_lamata_2006']:
        """Whose random index the consistency ratio divides by."""
    @property
    def random_index(self) -> float | None:
        """A random index of your own, instead of the table's."""
    @property
    def threshold(self) -> float:
        """Consistency ratio above which there is a note."""


class Angular(Method):
    """A child weighs as much as the angle between its scores and scores that are the same for every unit.

    Parameters
    ----------
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{u_j}{\\sum_k u_k}, \\qquad u_j = \\arccos\\frac{\\sum_i z_{ij}}{\\sqrt{n \\sum_i
    z_{ij}^2}}

    角度法. The angle is the arctangent of the coefficient of variation (with n below), so the weights are close
    to those of coefficient_of_variation, with less for the children that vary most. The sign of the mean does
    not matter. A child that is the same for every unit weighs 0.

    Reference: Shuai, Zongzhun, Yongji and Lei (2012), A new angular method to determine the objective
    weights, 24th Chinese Control and Decision Conference, 3889-3892

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Anp(Method):
    """Weights from a network of elements that depend on one another.

    Parameters
    ----------
    elements: Codes of the elements; the order of the children without any.
    supermatrix: Priorities, row by row: of the row for the column. (at least 0)
    clusters: Cluster of each element; none for a supermatrix that is weighted already.
    cluster_weights: Weights of the row's cluster for the column's, clusters in the order in which they first
    stand. (at least 0)
    goal: Element whose column is read; all of them without.

    Formula: w = \\lim_{t \\to \\infty} \\frac{1}{t} \\sum_{s=1}^{t} W^s w_0

    网络分析法. Column j of the supermatrix holds the priorities of all elements with respect to element j,
    commonly from pairwise comparisons cluster by cluster. With `clusters`, each block is multiplied by the
    weight of the row's cluster for the column's; then every column is divided by its sum. The mean of all
    powers is taken, which is the limit where there is one and the average over the cycle where there is none.
    It is read in the column of `goal`, or over all columns; in a hierarchy name the goal, and give the lowest
    elements a 1 on the diagonal. The children of the group have to be among the elements, and share their
    sum.

    Reference: Saaty (1996), Decision Making with Dependence and Feedback: The Analytic Network Process, RWS
    Publications"""

    def __init__(self, *, elements: tuple[str, ...] = (), supermatrix: tuple[tuple[float, ...], ...] = (), clusters: tuple[str, ...] = (), cluster_weights: tuple[tuple[float, ...], ...] = (), goal: str = '') -> None: ...
    def replace(self, *, elements: tuple[str, ...] = ..., supermatrix: tuple[tuple[float, ...], ...] = ..., clusters: tuple[str, ...] = ..., cluster_weights: tuple[tuple[float, ...], ...] = ..., goal: str = ...) -> Self: ...  # type: ignore[override]
    @property
    def elements(self) -> tuple[str, ...]:
        """Codes of the elements; the order of the children without any."""
    @property
    def supermatrix(self) -> tuple[tuple[float, ...], ...]:
        """Priorities, row by row: of the row for the column."""
    @property
    def clusters(self) -> tuple[str, ...]:
        """Cluster of each element; none for a supermatrix that is weighted already."""
    @property
    def cluster_weights(self) -> tuple[tuple[float, ...], ...]:
        """Weights of the row's cluster for the column's, clusters in the order in which they first stand."""
    @property
    def goal(self) -> str:
        """Element whose column is read; all of them without."""


class BayesianBwm(Method):
    """Weights of a group of judges by the best-worst method, as the mean of a probability distribution.

    Parameters
    ----------
    best: For each judge, the code of the most important child.
    worst: For each judge, the code of the least important child.
    best_to_others: For each judge, by code, how many times as important the best is. (at least 1)
    others_to_worst: For each judge, by code, how many times as important as the worst. (at least 1)
    draws: Sweeps that count. (at least 100 and at most 1e+07)
    burn_in: Sweeps before them, in which step lengths are found. (at least 100 and at most 1e+07)
    seed: Of the random numbers. (at least 0)

    Formula: A_W^k \\sim \\mathrm{multinomial}(w^k), \\quad A_B^k \\sim \\mathrm{multinomial}(1/w^k), \\quad
    w^k \\sim \\mathrm{Dir}(\\gamma w^*), \\quad \\gamma \\sim \\mathrm{gamma}(0.01, 0.01), \\quad w^* \\sim
    \\mathrm{Dir}(1)

    Every judge has a place in each of the four lists. The means are over `draws` sweeps of a Metropolis
    sampler after `burn_in` others, and are exact to about two digits with the defaults; more draws, more
    digits. The same seed gives the same weights on every machine, and the order of the children changes
    nothing. Judgements are proportional counts to this model: 9 says more, and says it more firmly, than 3.

    Reference: Mohammadi and Rezaei (2020), Bayesian best-worst method: a probabilistic group decision making
    model, Omega 96, 102075"""

    def __init__(self, *, best: tuple[str, ...] = (), worst: tuple[str, ...] = (), best_to_others: tuple[dict[str, float], ...] = (), others_to_worst: tuple[dict[str, float], ...] = (), draws: int = 10000, burn_in: int = 1000, seed: int = 0) -> None: ...
    def replace(self, *, best: tuple[str, ...] = ..., worst: tuple[str, ...] = ..., best_to_others: tuple[dict[str, float], ...] = ..., others_to_worst: tuple[dict[str, float], ...] = ..., draws: int = ..., burn_in: int = ..., seed: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def best(self) -> tuple[str, ...]:
        """For each judge, the code of the most important child."""
    @property
    def worst(self) -> tuple[str, ...]:
        """For each judge, the code of the least important child."""
    @property
    def best_to_others(self) -> tuple[dict[str, float], ...]:
        """For each judge, by code, how many times as important the best is."""
    @property
    def others_to_worst(self) -> tuple[dict[str, float], ...]:
        """For each judge, by code, how many times as important as the worst."""
    @property
    def draws(self) -> int:
        """Sweeps that count."""
    @property
    def burn_in(self) -> int:
        """Sweeps before them, in which step lengths are found."""
    @property
    def seed(self) -> int:
        """Of the random numbers."""


class BudgetAllocation(Method):
    """Weights from points that judges share out.

    Parameters
    ----------
    judges: For each judge, points by code of the child. (at least 0)
    budget: Points that every judge has to spend; any number without. (above 0)
    joint: What stands for the shares of all judges.

    Formula: w_j = \\frac{1}{K} \\sum_{k=1}^{K} \\frac{p_{kj}}{\\sum_l p_{kl}}

    Each judge has a budget, commonly 100 points, and gives most to what matters most. Judges count the same
    whatever the size of their budget; a child that a judge does not name gets none of it. With `budget`
    everybody has to spend exactly that. The handbook advises at most 10 to 12 children. The median is less
    moved by a single judge.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.2"""

    def __init__(self, *, judges: tuple[dict[str, float], ...] = (), budget: float | None = None, joint: Literal['mean', 'median'] = 'mean') -> None: ...
    def replace(self, *, judges: tuple[dict[str, float], ...] = ..., budget: float | None = ..., joint: Literal['mean', 'median'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def judges(self) -> tuple[dict[str, float], ...]:
        """For each judge, points by code of the child."""
    @property
    def budget(self) -> float | None:
        """Points that every judge has to spend; any number without."""
    @property
    def joint(self) -> Literal['mean', 'median']:
        """What stands for the shares of all judges."""


class Bwm(Method):
    """Weights from comparing everything with the best and the worst child only.

    Parameters
    ----------
    best: Code of the most important child.
    worst: Code of the least important child.
    best_to_others: By code, how many times as important the best is. (at least 1)
    others_to_worst: By code, how many times as important as the worst. (at least 1)
    form: Which deviation is made small.
    threshold: Consistency ratio above which there is a note. (at least 0)

    Formula: \\min \\xi: \\quad |w_B - a_{Bj} w_j| \\le \\xi, \\ |w_j - a_{jW} w_W| \\le \\xi \\quad
    \\text{or} \\quad \\Big|\\frac{w_B}{w_j} - a_{Bj}\\Big| \\le \\xi, \\ \\Big|\\frac{w_j}{w_W} -
    a_{jW}\\Big| \\le \\xi

    `best_to_others` says how many times as important the best child is as each, `others_to_worst` how many
    times each is as the worst, commonly from 1 to 9; the best over the best and the worst over the worst are
    1 and may be left out, and so may the worst in the first where the best stands in the second. Where
    several weights are equally good, as is usual in the nonlinear form, each is the middle of its interval,
    made to sum to 1 (Rezaei 2016). The nonlinear consistency ratio divides ksi by the largest it could be,
    the root of k^2 - (1 + 2a) k + a^2 - a = 0 for a = a_BW, which is the paper's table (0.44, 1, 1.63, 2.3,
    3, 3.73, 4.47, 5.23). A ratio above the threshold is a note with the least fitting child.

    Reference: Rezaei (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57; Rezaei
    (2016), Best-worst multi-criteria decision-making method: some properties and a linear model, Omega 64,
    126-130"""

    def __init__(self, *, best: str = '', worst: str = '', best_to_others: dict[str, float] = {}, others_to_worst: dict[str, float] = {}, form: Literal['linear', 'nonlinear'] = 'linear', threshold: float = 0.1) -> None: ...
    def replace(self, *, best: str = ..., worst: str = ..., best_to_others: dict[str, float] = ..., others_to_worst: dict[str, float] = ..., form: Literal['linear', 'nonlinear'] = ..., threshold: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def best(self) -> str:
        """Code of the most important child."""
    @property
    def worst(self) -> str:
        """Code of the least important child."""
    @property
    def best_to_others(self) -> dict[str, float]:
        """By code, how many times as important the best is."""
    @property
    def others_to_worst(self) -> dict[str, float]:
        """By code, how many times as important as the worst."""
    @property
    def form(self) -> Literal['linear', 'nonlinear']:
        """Which deviation is made small."""
    @property
    def threshold(self) -> float:
        """Consistency ratio above which there is a note."""


class Cilos(Method):
    """A child weighs the more, the less it loses where another child is at its best.

    Formula: F w = 0, \\quad f_{ij} = p_{ij} = \\frac{a_{jj} - a_{ij}}{a_{jj}}, \\quad f_{jj} = -\\sum_{i \\ne
    j} p_{ij}, \\quad \\sum_j w_j = 1

    Criterion impact loss. a_ij is the value of child j for the unit that is best on child i, as a share of
    the column's sum, after turning children of which low is better into lowest value over value. Where
    several units are best on a child, the losses for them are averaged, so that the order of units does not
    matter. Scores have to be above 0. Units with a missing score are left out. A child that is the same for
    every unit never loses and would take all the weight by the formula: it weighs 0 instead. An error when
    the losses leave the weights open, as when one unit is best on every child.

    Reference: Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM,
    International Journal of Information Technology and Decision Making 15(2); after Mirkin (1974)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class CoefficientOfVariation(Method):
    """A child weighs as much as its scores spread relative to their mean.

    Parameters
    ----------
    ddof: What is taken from the number of units: 0 or 1. (at least 0 and at most 1)
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{v_j}{\\sum_k v_k}, \\qquad v_j = \\frac{s_j}{|\\bar z_j|}

    变异系数法, usual in Chinese index studies. It needs scores with a natural zero: adding a constant to a child
    changes its weight, and a mean of 0 is refused. A child that is the same for every unit weighs 0. ddof
    cancels unless children miss scores of different units.

    Reference: Shuai, Zongzhun, Yongji and Lei (2012), A new angular method to determine the objective
    weights, 24th Chinese Control and Decision Conference, 3889-3892

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, ddof: int = 1, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, ddof: int = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ddof(self) -> int:
        """What is taken from the number of units: 0 or 1."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Critic(Method):
    """A child weighs as much as its scores spread and as little as they go together with those of the others.

    Parameters
    ----------
    scale: What is done to the columns before their spread is taken.
    correlation: The correlation that says how children go together.
    absolute: Whether correlations count without their sign.
    ddof: What is taken from the number of units: 0 or 1. (at least 0 and at most 1)
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{C_j}{\\sum_k C_k}, \\qquad C_j = s_j \\sum_k (1 - r_{jk})

    CRITIC 法. s is the standard deviation after scaling to [0, 1], r the correlation with high being better in
    all children: a child whose low values are better has to be turned round first, which some programs leave
    out. The paper uses Pearson's correlation; Spearman's is a common variant, and so is 1 - |r|, for which
    directions do not matter. A child that is the same for every unit weighs 0 and counts in no sum. When all
    children go together perfectly nothing is left to weigh by, which is an error.

    Reference: Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple
    criteria problems: the CRITIC method, Computers and Operations Research 22(7)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, scale: Literal['none', 'min_max'] = 'min_max', correlation: Literal['pearson', 'spearman', 'kendall'] = 'pearson', absolute: bool = False, ddof: int = 1, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, scale: Literal['none', 'min_max'] = ..., correlation: Literal['pearson', 'spearman', 'kendall'] = ..., absolute: bool = ..., ddof: int = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['none', 'min_max']:
        """What is done to the columns before their spread is taken."""
    @property
    def correlation(self) -> Literal['pearson', 'spearman', 'kendall']:
        """The correlation that says how children go together."""
    @property
    def absolute(self) -> bool:
        """Whether correlations count without their sign."""
    @property
    def ddof(self) -> int:
        """What is taken from the number of units: 0 or 1."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class DCritic(Method):
    """CRITIC with distance correlations: a child weighs less when it depends on the others in any way.

    Parameters
    ----------
    scale: What is done to the columns before their spread is taken.
    ddof: What is taken from the number of units: 0 or 1. (at least 0 and at most 1)
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{C_j}{\\sum_k C_k}, \\qquad C_j = s_j \\sum_k \\big(1 - \\mathrm{dCor}(z_j,
    z_k)\\big)

    The distance correlation lies between 0 and 1 and is 0 only without any dependence, so directions do not
    matter, and nonlinear dependence counts. Computed in O(n log n) steps per pair. A child that is the same
    for every unit weighs 0 and counts in no sum.

    Reference: Krishnan, Kasim, Hamid and Ghazali (2021), A modified CRITIC method to estimate the objective
    weights of decision criteria, Symmetry 13(6), 973; Szekely, Rizzo and Bakirov (2007), Measuring and
    testing dependence by correlation of distances, Annals of Statistics 35(6)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, scale: Literal['none', 'min_max'] = 'min_max', ddof: int = 1, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, scale: Literal['none', 'min_max'] = ..., ddof: int = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['none', 'min_max']:
        """What is done to the columns before their spread is taken."""
    @property
    def ddof(self) -> int:
        """What is taken from the number of units: 0 or 1."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Delphi(Method):
    """Weights from rounds of ratings by experts who see what the others said.

    Parameters
    ----------
    rounds: For each round, for each expert, ratings by code of the child. (at least 0)
    joint: What stands for the ratings of all experts.
    agreement: Kendall's W at which the rounds end. (at least 0 and at most 1)
    stability: Change of Kendall's W at which the rounds end. (at least 0 and at most 1)

    Formula: w_j = \\frac{\\bar r_j}{\\sum_k \\bar r_k}, \\quad W = \\frac{12 \\sum_j (R_j - \\bar R)^2}{K^2
    (m^3 - m) - K \\sum_k T_k}

    德尔菲法. The weights are those of the last round: each child's mean or median rating, higher being more
    important. Kendall's W, with ties, says how much the experts agree. A note gives it for each round and
    whether to stop: when W reaches the agreement wanted (Schmidt calls 0.7 strong), or when it changed by no
    more than `stability` from the round before, so that another round would hardly help.

    Reference: Dalkey and Helmer (1963), An experimental application of the Delphi method to the use of
    experts, Management Science 9(3), 458-467; Schmidt (1997), Managing Delphi surveys using nonparametric
    statistical techniques, Decision Sciences 28(3), 763-774"""

    def __init__(self, *, rounds: tuple[tuple[dict[str, float], ...], ...] = (), joint: Literal['mean', 'median'] = 'mean', agreement: float = 0.7, stability: float = 0.05) -> None: ...
    def replace(self, *, rounds: tuple[tuple[dict[str, float], ...], ...] = ..., joint: Literal['mean', 'median'] = ..., agreement: float = ..., stability: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def rounds(self) -> tuple[tuple[dict[str, float], ...], ...]:
        """For each round, for each expert, ratings by code of the child."""
    @property
    def joint(self) -> Literal['mean', 'median']:
        """What stands for the ratings of all experts."""
    @property
    def agreement(self) -> float:
        """Kendall's W at which the rounds end."""
    @property
    def stability(self) -> float:
        """Change of Kendall's W at which the rounds end."""


class Dematel(Method):
    """Weights from how much the children influence one another.

    Parameters
    ----------
    criteria: Codes of the rows and columns; the order of the children without any.
    influences: One judge's table, row by row. (at least 0)
    judges: Several judges' tables, instead of one. (at least 0)
    weight: What weights are made of.

    Formula: w_j \\propto \\sqrt{(r_j + c_j)^2 + (r_j - c_j)^2}, \\quad T = D (I - D)^{-1}, \\quad D = X /
    \\max(\\max_i \\textstyle\\sum_j x_{ij}, \\max_j \\sum_i x_{ij})

    Decision making trial and evaluation laboratory. Each cell says how much the row influences the column,
    commonly from 0 for not at all to 4 for very much; the diagonal is 0. r and c are the row and column sums
    of the total influences T. Several judges' tables are averaged. When every child gives (or takes) the same
    total the chains of influence do not fade, T does not exist and this is an error.

    Reference: Gabus and Fontela (1972), World problems, an invitation to further thought within the framework
    of DEMATEL, Battelle Geneva Research Centre; weights: Baykasoğlu, Kaplanoğlu, Durmuşoğlu and Şahin (2013),
    Expert Systems with Applications 40(3), 899-907"""

    def __init__(self, *, criteria: tuple[str, ...] = (), influences: tuple[tuple[float, ...], ...] = (), judges: tuple[tuple[tuple[float, ...], ...], ...] = (), weight: Literal['length', 'prominence'] = 'length') -> None: ...
    def replace(self, *, criteria: tuple[str, ...] = ..., influences: tuple[tuple[float, ...], ...] = ..., judges: tuple[tuple[tuple[float, ...], ...], ...] = ..., weight: Literal['length', 'prominence'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def influences(self) -> tuple[tuple[float, ...], ...]:
        """One judge's table, row by row."""
    @property
    def judges(self) -> tuple[tuple[tuple[float, ...], ...], ...]:
        """Several judges' tables, instead of one."""
    @property
    def weight(self) -> Literal['length', 'prominence']:
        """What weights are made of."""


class Entropy(Method):
    """A child weighs as much as the shares of the units in it are uneven.

    Parameters
    ----------
    scale: What is done to the columns first.
    zeros: What is done about the logarithm of zero.
    amount: What `shift` adds, and how far from 0 and 1 `rescale` stays. (above 0)
    shares: Whether the scores are shares already and are not divided by their sum.
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{1 - e_j}{\\sum_k (1 - e_k)}, \\quad e_j = -\\frac{1}{\\ln n} \\sum_i p_{ij} \\ln
    p_{ij}, \\quad p_{ij} = \\frac{z_{ij}}{\\sum_l z_{lj}}

    熵值法, 熵权法. Three conventions for zeros are in use and give different weights: 0 ln 0 = 0 (the default),
    adding an amount such as 0.001 to every score (平移法), and rescaling to [amount, 1 - amount], often [0.002,
    0.998] with the amount 0.002. Raw columns may be divided by their sums as they are (the usual way in
    decision making) or be scaled to [0, 1] in their own direction first (the usual way in Chinese index
    studies). For a panel, scores of all years stand in one column: shares are of the sum over all years, and
    n counts every unit in every year. n is the number of units that count for the child. Scores have to be 0
    or more; a child that is the same for every unit weighs 0. With `shares` the scores are taken for the p as
    they are, for tables printed as shares.

    Reference: Shannon (1948), A mathematical theory of communication, Bell System Technical Journal 27;
    Zeleny (1982), Multiple Criteria Decision Making, McGraw-Hill

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, scale: Literal['none', 'min_max'] = 'none', zeros: Literal['defined', 'shift', 'rescale'] = 'defined', amount: float = 0.001, shares: bool = False, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, scale: Literal['none', 'min_max'] = ..., zeros: Literal['defined', 'shift', 'rescale'] = ..., amount: float = ..., shares: bool = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['none', 'min_max']:
        """What is done to the columns first."""
    @property
    def zeros(self) -> Literal['defined', 'shift', 'rescale']:
        """What is done about the logarithm of zero."""
    @property
    def amount(self) -> float:
        """What `shift` adds, and how far from 0 and 1 `rescale` stays."""
    @property
    def shares(self) -> bool:
        """Whether the scores are shares already and are not divided by their sum."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class EqualisedImportance(Method):
    """The weights with which children have equal importance in the group's score, or that of the targets.

    Parameters
    ----------
    measure: What a child's importance is.
    targets: Importance by code of the child; empty for equal importance. (at least 0)
    rows: Which units count when scores are missing.

    Formula: \\frac{I_j(w)}{\\sum_k I_k(w)} = t_j, \\quad I_j = r(z_j, s),\\ r(z_j, s)^2\\ \\text{or}\\
    \\frac{w_j \\operatorname{cov}(z_j, s)}{\\operatorname{var}(s)}, \\quad s = \\sum_j w_j z_j

    Weights are not importance: a child that goes with the others counts for more than its weight. For
    correlations the weights follow from linear equations, and there is at most one answer (the smallest where
    children repeat one another); it may ask for a weight below 0, which is an error that lists all weights.
    For variance shares there is always one answer unless children cancel, found by Newton's method. Either
    way the importance is computed anew from the weights and compared with the targets. The score is the
    weighted arithmetic mean. Targets go by code and count relative to one another; in a group that has none
    of the codes all are equal. A child that is the same for every unit weighs 0.

    Reference: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?, Journal of the
    Royal Statistical Society A 176(3); Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and
    importance in composite indicators: closing the gap, Ecological Indicators 80"""

    def __init__(self, *, measure: Literal['correlation', 'squared_correlation', 'variance_share'] = 'correlation', targets: dict[str, float] = {}, rows: Literal['available', 'complete'] = 'complete') -> None: ...
    def replace(self, *, measure: Literal['correlation', 'squared_correlation', 'variance_share'] = ..., targets: dict[str, float] = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def measure(self) -> Literal['correlation', 'squared_correlation', 'variance_share']:
        """What a child's importance is."""
    @property
    def targets(self) -> dict[str, float]:
        """Importance by code of the child; empty for equal importance."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class FactorNicoletti(Method):
    """A child weighs as much as the factor it belongs to explains of it.

    Parameters
    ----------
    factors: How many factors are retained; unset for the rules below. (at least 1)
    least_eigenvalue: The least eigenvalue of a factor. (at least 0)
    least_share: The least share of the variance that a factor explains. (at least 0 and at most 1)
    least_cumulative: The least share of the variance that all factors explain together. (at least 0 and at
    most 1)
    normalise: Whether the rotation gives every child the same say (Kaiser's normalisation).
    negative: What is done about a child that goes against its factor.
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{\\max_k l_{jk}^2}{\\sum_i \\max_k l_{ik}^2} = \\frac{1}{c} \\cdot
    \\frac{l_{jk}^2}{v_k} \\cdot \\frac{v_k}{\\sum_h v_h}, \\qquad v_k = \\sum_j l_{jk}^2

    因子分析法. Principal components of the correlation matrix, rotated by varimax to the loadings l. Each child
    belongs to the factor on which its loading is largest; within the factor it weighs by its squared loading
    over the variance v the factor explains, and factors weigh by the variance they explain. The factors
    retained have an eigenvalue of at least least_eigenvalue and at least least_share of the variance, and
    more are taken until they explain least_cumulative of it together; `factors` sets their number instead.
    The handbook takes four for the Technology Achievement Index, whose fourth eigenvalue is 0.89. Loadings
    enter as squares, so a child that goes against its factor (below 0 there while the factor's loadings sum
    to more) counts like any other unless `negative` says otherwise. A child that is the same for every unit
    weighs 0.

    Reference: Nicoletti, Scarpetta and Boylaud (2000), Summary indicators of product market regulation with
    an extension to employment protection legislation, OECD Economics Department Working Papers 226; OECD and
    JRC (2008), Handbook on Constructing Composite Indicators, section 6.1

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, factors: int | None = None, least_eigenvalue: float = 1.0, least_share: float = 0.1, least_cumulative: float = 0.6, normalise: bool = True, negative: Literal['refuse', 'zero', 'absolute'] = 'absolute', rows: Literal['available', 'complete'] = 'complete') -> None: ...
    def replace(self, *, factors: int | None = ..., least_eigenvalue: float = ..., least_share: float = ..., least_cumulative: float = ..., normalise: bool = ..., negative: Literal['refuse', 'zero', 'absolute'] = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def factors(self) -> int | None:
        """How many factors are retained; unset for the rules below."""
    @property
    def least_eigenvalue(self) -> float:
        """The least eigenvalue of a factor."""
    @property
    def least_share(self) -> float:
        """The least share of the variance that a factor explains."""
    @property
    def least_cumulative(self) -> float:
        """The least share of the variance that all factors explain together."""
    @property
    def normalise(self) -> bool:
        """Whether the rotation gives every child the same say (Kaiser's normalisation)."""
    @property
    def negative(self) -> Literal['refuse', 'zero', 'absolute']:
        """What is done about a child that goes against its factor."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Fucom(Method):
    """Weights from how many times more important the first child is than each other one.

    Parameters
    ----------
    significance: Significance by code of the child: 1 for the most important, more for others. (at least 1)

    Formula: \\frac{w_k}{w_{k+1}} = \\varphi_k = \\frac{\\varpi_{k+1}}{\\varpi_k} \\ \\Rightarrow\\ w_j =
    \\frac{1/\\varpi_j}{\\sum_k 1/\\varpi_k}

    FUCOM. The significance is 1 for the most important child and higher for the others. Comparative
    priorities made from such significances are transitive by construction, so that the paper's programme has
    deviation 0 at the weights above: there is nothing to optimise, and no deviation to report.

    Reference: Pamučar, Stević and Sremac (2018), A new model for determining weight coefficients of criteria
    in MCDM models: full consistency method (FUCOM), Symmetry 10(9), 393"""

    def __init__(self, *, significance: dict[str, float] = {}) -> None: ...
    def replace(self, *, significance: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def significance(self) -> dict[str, float]:
        """Significance by code of the child: 1 for the most important, more for others."""


class FuzzyAhp(Method):
    """Weights from pairwise comparisons that are triangular fuzzy numbers.

    Parameters
    ----------
    criteria: Codes of the rows and columns; the order of the children without any.
    comparisons: [lowest, most likely, highest] of each pair, row by row. (above 0)
    form: How weights are found in them.

    Formula: \\tilde w_i = \\tilde r_i \\otimes (\\tilde r_1 \\oplus \\dots \\oplus \\tilde r_m)^{-1}, \\quad
    \\tilde r_i = \\Big(\\prod_j \\tilde a_{ij}\\Big)^{1/m}, \\quad w_i \\propto \\frac{l_i + m_i + u_i}{3}

    模糊层次分析法. A comparison is [lowest, most likely, highest]; that of the mirror is [1/highest, 1/most likely,
    1/lowest] and may be null. `buckley` takes the centre of the fuzzy weights. `chang_extent` is widely used
    and known to be unsound: its degrees of possibility are no measure of importance, and it gives a weight of
    0 to children that plainly count (Wang, Luo and Hua 2008, European Journal of Operational Research 186(2),
    735-747). It is here to reproduce results; use `buckley`.

    Reference: Buckley (1985), Fuzzy hierarchical analysis, Fuzzy Sets and Systems 17(3), 233-247; Chang
    (1996), Applications of the extent analysis method on fuzzy AHP, European Journal of Operational Research
    95(3), 649-655"""

    def __init__(self, *, criteria: tuple[str, ...] = (), comparisons: tuple[tuple[tuple[float, ...] | None, ...], ...] = (), form: Literal['buckley', 'chang_extent'] = 'buckley') -> None: ...
    def replace(self, *, criteria: tuple[str, ...] = ..., comparisons: tuple[tuple[tuple[float, ...] | None, ...], ...] = ..., form: Literal['buckley', 'chang_extent'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def comparisons(self) -> tuple[tuple[tuple[float, ...] | None, ...], ...]:
        """[lowest, most likely, highest] of each pair, row by row."""
    @property
    def form(self) -> Literal['buckley', 'chang_extent']:
        """How weights are found in them."""


class Gini(Method):
    """A child weighs as much as units are unequal on it.

    Parameters
    ----------
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{G_j}{\\sum_k G_k}, \\qquad G_j = \\frac{\\sum_i \\sum_l |z_{ij} - z_{lj}|}{2 n^2
    \\bar z_j}

    基尼系数法. Scores have to be 0 or more. A child that is the same for every unit weighs 0. One sort per child
    instead of all pairs of units.

    Reference: Li and Chi (2009), A new determining objective weights method: Gini coefficient weight, First
    International Conference on Information Science and Engineering, 3726-3729

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Idocriw(Method):
    """Entropy weights times the weights by impact loss.

    Formula: w_j = \\frac{q_j v_j}{\\sum_k q_k v_k}

    v are the entropy weights of the columns divided by their sums, q those of cilos: a child that tells units
    apart gains, one that loses much where others are best loses. Everything said of cilos holds.

    Reference: Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM,
    International Journal of Information Technology and Decision Making 15(2)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Lbwa(Method):
    """Weights from levels of significance and places inside them.

    Parameters
    ----------
    levels: Level l by code of the child, 1 holding the best. (at least 1)
    values: Value I by code of the child, 0 for the best. (at least 0)
    elasticity: Coefficient of elasticity r_0. (above 0)

    Formula: w_j = \\frac{f_j}{\\sum_k f_k}, \\quad f_j = \\frac{r_0}{l_j r_0 + I_j}

    LBWA. Level 1 holds the children that are as important as the best or up to twice less, level 2 those two
    to three times, and so on. Inside a level the value says how far down a child is, from 0 for the best
    child of all. The coefficient of elasticity r_0 has to be above the size of the largest level, and is one
    more without any.

    Reference: Žižović and Pamučar (2019), New model for determining criteria weights: level based weight
    assessment (LBWA) model, Decision Making: Applications in Management and Engineering 2(2), 126-137"""

    def __init__(self, *, levels: dict[str, float] = {}, values: dict[str, float] = {}, elasticity: float | None = None) -> None: ...
    def replace(self, *, levels: dict[str, float] = ..., values: dict[str, float] = ..., elasticity: float | None = ...) -> Self: ...  # type: ignore[override]
    @property
    def levels(self) -> dict[str, float]:
        """Level l by code of the child, 1 holding the best."""
    @property
    def values(self) -> dict[str, float]:
        """Value I by code of the child, 0 for the best."""
    @property
    def elasticity(self) -> float | None:
        """Coefficient of elasticity r_0."""


class Lopcow(Method):
    """A child weighs as much as the logarithm of the size of its scores relative to their spread.

    Parameters
    ----------
    ddof: What is taken from the number of units: 0 or 1. (at least 0 and at most 1)
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{V_j}{\\sum_k V_k}, \\quad V_j = 100\\,\\left|\\ln \\frac{\\sqrt{\\frac{1}{n} \\sum_i
    r_{ij}^2}}{s_j}\\right|, \\quad r_{ij} = \\frac{z_{ij} - \\min_j}{\\max_j - \\min_j}

    Logarithmic percentage change-driven objective weighting. r is turned round where low is better, so the
    direction matters. Made against extreme weights: a child that varies little about a high level gains,
    which is the reverse of dispersion weights. A child that is the same for every unit has no r and weighs 0.

    Reference: Ecer and Pamucar (2022), A novel LOPCOW-DOBI multi-criteria sustainability performance
    assessment methodology, Omega 112, 102690

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, ddof: int = 1, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, ddof: int = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ddof(self) -> int:
        """What is taken from the number of units: 0 or 1."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class LpiPca(Method):
    """The first principal component's loadings, divided by the children's standard deviations.

    Parameters
    ----------
    negative: What is done about a child that goes against the others.
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{u_j / s_j}{\\sum_k u_k / s_k}, \\qquad R\\,u = \\lambda_1 u

    The first component of the correlation matrix is a sum of standardised children; divided by the standard
    deviations, its loadings apply to the scores on their own scale and give the same order of units. This is
    how the World Bank's Logistics Performance Index of 2010 and 2012 is composed of six components on a scale
    from 1 to 5. A child that is the same for every unit weighs 0.

    Reference: Arvis, Mustra, Ojala, Shepherd and Saslavsky (2010), Connecting to Compete: the Logistics
    Performance Index and its indicators, World Bank, technical appendix"""

    def __init__(self, *, negative: Literal['refuse', 'zero', 'absolute'] = 'refuse', rows: Literal['available', 'complete'] = 'complete') -> None: ...
    def replace(self, *, negative: Literal['refuse', 'zero', 'absolute'] = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def negative(self) -> Literal['refuse', 'zero', 'absolute']:
        """What is done about a child that goes against the others."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Merec(Method):
    """A child weighs as much as the units' performance changes when it is taken away.

    Formula: w_j = \\frac{E_j}{\\sum_k E_k}, \\quad E_j = \\sum_i |S_{ij}' - S_i|, \\quad S_i = \\ln\\Big(1 +
    \\frac{1}{m} \\sum_j |\\ln x_{ij}|\\Big), \\quad S_{ij}' = \\ln\\Big(1 + \\frac{1}{m} \\sum_{k \\ne j}
    |\\ln x_{ik}|\\Big)

    x is the lowest value over z where high is better, z over the highest value where low is better. Made for
    raw columns above 0; inside an index it sees scores, which have to be above 0 too: let the worst unit have
    1, not 0. Units with a missing score are left out. A child that is the same for every unit weighs 0.

    Reference: Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene (2021), Determination of
    objective weights using a new method based on the removal effects of criteria (MEREC), Symmetry 13(4), 525

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Pca(Method):
    """A child weighs as much as it counts in the principal components of the group.

    Parameters
    ----------
    form: What becomes of the components.
    of: What the components are taken of.
    least_eigenvalue: The least eigenvalue of the components that explained_variance retains. (at least 0)
    negative: What is done about a child that goes against the others.
    rows: Which units count when scores are missing.

    Formula: w_j \\propto u_{j1}, \\quad u_{j1}^2, \\quad\\text{or}\\quad \\sum_{k \\le K} u_{jk}
    \\frac{\\lambda_k}{\\sum_{l \\le K} \\lambda_l}, \\qquad R\\,u_k = \\lambda_k u_k

    主成分分析法. The first component's loadings are what COINr gives; a vector has no sign, so the one with which
    most of it is positive is taken. With squared loadings a child that goes against the others gains as much
    as one that goes with them, unless it is refused as by default. explained_variance is the usual form of
    Chinese studies: components with an eigenvalue of at least least_eigenvalue (the first one in any case),
    each with its share of what they explain together; for covariances eigenvalues count relative to the mean
    variance. A child that is the same for every unit weighs 0. With covariances the children's units of
    measurement matter. The weights apply to standardised children when correlations are used: see lpi_pca for
    those that apply to the scores themselves.

    Reference: Hotelling (1933), Analysis of a complex of statistical variables into principal components,
    Journal of Educational Psychology 24; OECD and JRC (2008), Handbook on Constructing Composite Indicators,
    section 6.1

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, form: Literal['loadings', 'squared_loadings', 'explained_variance'] = 'loadings', of: Literal['correlation', 'covariance'] = 'correlation', least_eigenvalue: float = 1.0, negative: Literal['refuse', 'zero', 'absolute'] = 'refuse', rows: Literal['available', 'complete'] = 'complete') -> None: ...
    def replace(self, *, form: Literal['loadings', 'squared_loadings', 'explained_variance'] = ..., of: Literal['correlation', 'covariance'] = ..., least_eigenvalue: float = ..., negative: Literal['refuse', 'zero', 'absolute'] = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['loadings', 'squared_loadings', 'explained_variance']:
        """What becomes of the components."""
    @property
    def of(self) -> Literal['correlation', 'covariance']:
        """What the components are taken of."""
    @property
    def least_eigenvalue(self) -> float:
        """The least eigenvalue of the components that explained_variance retains."""
    @property
    def negative(self) -> Literal['refuse', 'zero', 'absolute']:
        """What is done about a child that goes against the others."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Psi(Method):
    """A child weighs as much as its scores do not vary, or as much as they do in the modified form.

    Parameters
    ----------
    modified: Whether variation itself is the weight, as in MPSI.
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{\\Phi_j}{\\sum_k \\Phi_k}, \\quad \\Phi_j = 1 - V_j \\ (\\text{modified: } \\Phi_j =
    V_j), \\quad V_j = \\sum_i (x_{ij} - \\bar x_j)^2

    Preference selection index; the modified form is MPSI. x is z over the highest value, or the lowest value
    over z where low is better; scores have to be above 0. The paper gives the most weight to the child that
    tells units apart least, so a constant child weighs most, and V grows with the number of units: a V above
    1 has no weight and is an error. The modified form has neither trait; a constant child weighs 0 in it.

    Reference: Maniya and Bhatt (2010), A selection of material using a novel type decision-making method:
    preference selection index method, Materials and Design 31(4); Gligoric, Gligoric, Lutovac, Negovanovic
    and Langovic (2022), Novel hybrid MPSI-MARA decision-making model for support system selection in an
    underground mine, Systems 10(6), 248

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, modified: bool = False, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, modified: bool = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def modified(self) -> bool:
        """Whether variation itself is the weight, as in MPSI."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Rancom(Method):
    """Weights from saying of each pair which is more important.

    Parameters
    ----------
    ranks: Rank by code of the child, 1 for the most important. (at least 1)
    criteria: Codes of the rows and columns; the order of the children without any.
    comparisons: The cells, row by row, instead of ranks. (at least 0 and at most 1)

    Formula: w_j = \\frac{\\sum_k a_{jk}}{\\sum_i \\sum_k a_{ik}}, \\quad a_{jk} \\in \\{0, \\tfrac12, 1\\}

    A cell is 1 where the row is more important than the column, 0 where it is less, 0.5 for a tie and on the
    diagonal. Either the ranks are given, from which the cells follow, or the cells themselves, which may then
    contradict one another (a over b, b over c, c over a).

    Reference: Więckowski, Kizielewicz, Shekhovtsov and Sałabun (2023), RANCOM: a novel approach to
    identifying criteria relevance based on inaccuracy expert judgments, Engineering Applications of
    Artificial Intelligence 122, 106114"""

    def __init__(self, *, ranks: dict[str, float] = {}, criteria: tuple[str, ...] = (), comparisons: tuple[tuple[float, ...], ...] = ()) -> None: ...
    def replace(self, *, ranks: dict[str, float] = ..., criteria: tuple[str, ...] = ..., comparisons: tuple[tuple[float, ...], ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ranks(self) -> dict[str, float]:
        """Rank by code of the child, 1 for the most important."""
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def comparisons(self) -> tuple[tuple[float, ...], ...]:
        """The cells, row by row, instead of ranks."""


class RankOrderCentroid(Method):
    """The mean of all weights that keep to an order of importance.

    Parameters
    ----------
    ranks: Rank by code of the child, 1 for the most important. (at least 1)

    Formula: w_{(r)} = \\frac{1}{m} \\sum_{k=r}^{m} \\frac{1}{k}

    The centre of the region of weights that the ranking leaves. Steeper than the other two weights from
    ranks, and in simulations closest to what people would have stated. Children that share a rank share the
    mean weight of their places; only the order of the ranks counts, not their distances.

    Reference: Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science
    42(11), 1515-1523"""

    def __init__(self, *, ranks: dict[str, float] = {}) -> None: ...
    def replace(self, *, ranks: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ranks(self) -> dict[str, float]:
        """Rank by code of the child, 1 for the most important."""


class RankReciprocal(Method):
    """Weights in proportion to one over the rank.

    Parameters
    ----------
    ranks: Rank by code of the child, 1 for the most important. (at least 1)

    Formula: w_{(r)} = \\frac{1/r}{\\sum_k 1/k}

    Falls fast at the top and slowly at the bottom. Children that share a rank share the mean weight of their
    places.

    Reference: Stillwell, Seaver and Edwards (1981), A comparison of weight approximation techniques in
    multiattribute utility decision making, Organizational Behavior and Human Performance 28(1), 62-77"""

    def __init__(self, *, ranks: dict[str, float] = {}) -> None: ...
    def replace(self, *, ranks: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ranks(self) -> dict[str, float]:
        """Rank by code of the child, 1 for the most important."""


class RankSumWeights(Method):
    """Weights that fall in equal steps from rank to rank.

    Parameters
    ----------
    ranks: Rank by code of the child, 1 for the most important. (at least 1)
    exponent: Steepness p of the fall. (at least 0 and at most 20)

    Formula: w_{(r)} = \\frac{(m + 1 - r)^p}{\\sum_k k^p}

    An exponent of 1 is the rank sum, 0 gives equal weights, 2 is a rank exponent that is steeper. Children
    that share a rank share the mean weight of their places.

    Reference: Stillwell, Seaver and Edwards (1981), A comparison of weight approximation techniques in
    multiattribute utility decision making, Organizational Behavior and Human Performance 28(1), 62-77"""

    def __init__(self, *, ranks: dict[str, float] = {}, exponent: float = 1.0) -> None: ...
    def replace(self, *, ranks: dict[str, float] = ..., exponent: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def ranks(self) -> dict[str, float]:
        """Rank by code of the child, 1 for the most important."""
    @property
    def exponent(self) -> float:
        """Steepness p of the fall."""


class Regression(Method):
    """A child weighs as much as it counts in a linear regression of an outcome on all children.

    Parameters
    ----------
    child: The code of the child that is the outcome.
    outcome: The outcome's numbers, one for each unit.
    standardised: Whether coefficients count per standard deviation of the child.
    non_negative: Whether coefficients are kept at 0 or more.

    Formula: w_j \\propto b_j \\ (\\text{or } b_j s_j), \\qquad b = \\arg\\min_b \\sum_i \\Big(y_i - a -
    \\sum_j b_j z_{ij}\\Big)^2

    回归法. The outcome is a child of the group, which then weighs 0 itself (other groups are weighed equally),
    or numbers given here, one for each unit in the table's order. Units with a missing score are left out. A
    negative coefficient is an error that names the child, unless non_negative asks for the best coefficients
    of 0 or more. Collinear children are an error: their coefficients are open. A child that is the same for
    every unit weighs 0. Standardised coefficients say how much a child counts within the spread it has; the
    others are those to weigh scores with.

    Reference: Greco, Ishizaka, Tasiou and Torrisi (2019), On the methodological framework of composite
    indices, Social Indicators Research 141(1); Lawson and Hanson (1974), Solving Least Squares Problems,
    chapter 23"""

    def __init__(self, *, child: str = '', outcome: tuple[float, ...] = (), standardised: bool = False, non_negative: bool = False) -> None: ...
    def replace(self, *, child: str = ..., outcome: tuple[float, ...] = ..., standardised: bool = ..., non_negative: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def child(self) -> str:
        """The code of the child that is the outcome."""
    @property
    def outcome(self) -> tuple[float, ...]:
        """The outcome's numbers, one for each unit."""
    @property
    def standardised(self) -> bool:
        """Whether coefficients count per standard deviation of the child."""
    @property
    def non_negative(self) -> bool:
        """Whether coefficients are kept at 0 or more."""


class Sapevo(Method):
    """Weights from saying of each pair how much more important one is, in seven words.

    Parameters
    ----------
    criteria: Codes of the rows and columns; the order of the children without any.
    judges: Each judge's table, row by row. (at least -3 and at most 3)
    least: Share of the smallest other weight that a weight of 0 becomes. (at least 0 and at most 1)

    Formula: w_j \\propto \\sum_k \\frac{s_{kj} - \\min_l s_{kl}}{\\max_l s_{kl} - \\min_l s_{kl}}, \\quad
    s_{kj} = \\sum_i a_{kji}

    A cell says how the row compares with the column: -3 far less, -2 much less, -1 a little less important, 0
    the same, and 1, 2, 3 the other way. A judge's least important child gets 0, which takes it out of the
    index if all judges agree; `least` above 0 gives it that share of the smallest other weight instead, 0.01
    in the paper. A judge to whom all children are the same adds the same for all. Cells that are not opposite
    across the diagonal are used as they are, with a note.

    Reference: Gomes, dos Santos, Teixeira, Sanseverino and Barcelos (2020), SAPEVO-M: a group multicriteria
    ordinal ranking method, Pesquisa Operacional 40, e226524"""

    def __init__(self, *, criteria: tuple[str, ...] = (), judges: tuple[tuple[tuple[float, ...], ...], ...] = (), least: float = 0.0) -> None: ...
    def replace(self, *, criteria: tuple[str, ...] = ..., judges: tuple[tuple[tuple[float, ...], ...], ...] = ..., least: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def judges(self) -> tuple[tuple[tuple[float, ...], ...], ...]:
        """Each judge's table, row by row."""
    @property
    def least(self) -> float:
        """Share of the smallest other weight that a weight of 0 becomes."""


class Seca(Method):
    """The weights with the best worst unit that stay close to the children's spread and conflict.

    Parameters
    ----------
    closeness: How much closeness counts against performance. (above 0)
    least_weight: The least weight of a child. (at least 0 and at most 1)

    Formula: \\max_w\\ \\min_i \\sum_j w_j x_{ij} - \\beta \\Big(\\sum_j (w_j - \\sigma_j)^2 + \\sum_j (w_j -
    \\pi_j)^2\\Big), \\quad \\sum_j w_j = 1,\\ w_j \\ge \\varepsilon

    x is z over the highest value, or the lowest value over z where low is better; sigma the standard
    deviations of x and pi the sums of 1 - r, each divided by its total. closeness is the paper's beta: the
    higher, the closer to the mean of sigma and pi; the paper finds results stable from 3 on. least_weight is
    its epsilon. The model is a concave quadratic programme with one optimum; it is solved exactly by an
    active set, and the conditions of optimality are verified, or numeric_error is thrown. Scores have to be
    above 0. Units with a missing score are left out. A child that is the same for every unit has sigma = pi =
    0.

    Reference: Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene (2018), Simultaneous
    evaluation of criteria and alternatives (SECA) for multi-criteria decision-making, Informatica 29(2)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, closeness: float = 3.0, least_weight: float = 0.001) -> None: ...
    def replace(self, *, closeness: float = ..., least_weight: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def closeness(self) -> float:
        """How much closeness counts against performance."""
    @property
    def least_weight(self) -> float:
        """The least weight of a child."""


class Smart(Method):
    """Weights from ratios of importance to the least important child.

    Parameters
    ----------
    points: Points by code of the child, 10 for the least important. (at least 10)

    Formula: w_j = p_j / \\sum_k p_k

    The least important child gets 10 points, the others as many as they are more important: 20 for twice as
    important. Importance is judged without looking at the range of the values; swing weights look at it.

    Reference: Edwards (1977), How to use multiattribute utility measurement for social decisionmaking, IEEE
    Transactions on Systems, Man and Cybernetics 7(5), 326-340"""

    def __init__(self, *, points: dict[str, float] = {}) -> None: ...
    def replace(self, *, points: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def points(self) -> dict[str, float]:
        """Points by code of the child, 10 for the least important."""


class StandardDeviation(Method):
    """A child weighs as much as its scores spread.

    Parameters
    ----------
    scale: What is done to the columns first.
    ddof: What is taken from the number of units: 0 or 1. (at least 0 and at most 1)
    rows: Which units count when scores are missing.

    Formula: w_j = \\frac{s_j}{\\sum_k s_k}

    标准差法, 标准离差法. A child that is the same for every unit weighs 0. Spreads compare only on a common scale:
    inside an index the scores have one; for raw columns set scale to min_max, as Diakoulaki et al. do. On
    z-scores all weights are equal. ddof cancels unless children miss scores of different units.

    Reference: Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple
    criteria problems: the CRITIC method, Computers and Operations Research 22(7)"""

    def __init__(self, *, scale: Literal['none', 'min_max'] = 'none', ddof: int = 1, rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, scale: Literal['none', 'min_max'] = ..., ddof: int = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['none', 'min_max']:
        """What is done to the columns first."""
    @property
    def ddof(self) -> int:
        """What is taken from the number of units: 0 or 1."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Swara(Method):
    """Weights from how much each child is less important than the one before it.

    Parameters
    ----------
    steps: Step by code of the child, the most important first; the first is 0. (at least 0)

    Formula: w_j = \\frac{q_j}{\\sum_k q_k}, \\quad q_1 = 1, \\quad q_j = \\frac{q_{j-1}}{1 + s_j}

    Write the children from the most to the least important; the order of writing is the order of importance.
    The step of each says by which share the one before it is more important: 0.35 for 35 %, 0 for equally
    important. The first has nothing before it, and its step is 0.

    Reference: Keršulienė, Zavadskas and Turskis (2010), Selection of rational dispute resolution method by
    applying new step-wise weight assessment ratio analysis (SWARA), Journal of Business Economics and
    Management 11(2), 243-258"""

    def __init__(self, *, steps: dict[str, float] = {}) -> None: ...
    def replace(self, *, steps: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def steps(self) -> dict[str, float]:
        """Step by code of the child, the most important first; the first is 0."""


class Swing(Method):
    """Weights from what it is worth to go from the worst to the best of each child.

    Parameters
    ----------
    points: Points by code of the child, 100 for the swing wanted most. (at least 0 and at most 100)

    Formula: w_j = p_j / \\sum_k p_k

    Imagine a unit that is worst in everything. The child whose swing from worst to best is wanted most gets
    100 points, the others less in proportion. Made for scores by the range of the values (min_max,
    goalposts), since that range is the swing that is judged.

    Reference: von Winterfeldt and Edwards (1986), Decision Analysis and Behavioral Research, Cambridge
    University Press"""

    def __init__(self, *, points: dict[str, float] = {}) -> None: ...
    def replace(self, *, points: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def points(self) -> dict[str, float]:
        """Points by code of the child, 100 for the swing wanted most."""


class UnobservedComponents(Method):
    """A child weighs as much as it measures precisely what the children have in common.

    Parameters
    ----------
    applied_to: What the weights are multiplied with.
    rows: Which units count when scores are missing.

    Formula: w_j \\propto \\sigma_j^{-2} \\ \\text{or}\\ \\frac{\\sigma_j^{-2}}{\\beta_j}, \\qquad z_{ij} =
    \\alpha_j + \\beta_j (f_i + \\varepsilon_{ij}), \\quad f_i \\sim N(0, 1),\\ \\varepsilon_{ij} \\sim N(0,
    \\sigma_j^2)

    The model of the Worldwide Governance Indicators. alpha, beta and sigma are found by maximum likelihood
    over every score there is; with gaps each unit counts with the children it has. The paper's weights,
    sigma^-2 / (1 + sum of sigma^-2), apply to rescaled children and sum to less than 1, which in an index
    with weights that sum to 1 is only a matter of scale. To have a weighted mean of the scores themselves
    order the units by the estimate of f, set applied_to to 'scores'. Three children are needed; a child that
    is the same for every unit weighs 0. Solved by parameter-expanded expectation maximisation (Liu, Rubin and
    Wu 1998) from equal loadings; an error when a child would be free of error (a Heywood case), when it goes
    against the others, or without convergence.

    Reference: Kaufmann, Kraay and Zoido-Lobaton (1999), Aggregating governance indicators, World Bank Policy
    Research Working Paper 2195; OECD and JRC (2008), Handbook on Constructing Composite Indicators, section
    6.4

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, applied_to: Literal['rescaled', 'scores'] = 'rescaled', rows: Literal['available', 'complete'] = 'available') -> None: ...
    def replace(self, *, applied_to: Literal['rescaled', 'scores'] = ..., rows: Literal['available', 'complete'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def applied_to(self) -> Literal['rescaled', 'scores']:
        """What the weights are multiplied with."""
    @property
    def rows(self) -> Literal['available', 'complete']:
        """Which units count when scores are missing."""


class Wings(Method):
    """Weights from the children's own strength and their influence on one another.

    Parameters
    ----------
    criteria: Codes of the rows and columns; the order of the children without any.
    influences: The table, row by row: strengths on the diagonal. (at least 0)

    Formula: w_j = \\frac{r_j + c_j}{\\sum_k (r_k + c_k)}, \\quad T = D (I - D)^{-1}, \\quad D = X /
    \\textstyle\\sum_{ij} x_{ij}

    DEMATEL with strengths: the diagonal says how strong a child is in itself, the other cells how much the
    row influences the column, all on one scale such as 0 to 4. r + c of the total influences is the child's
    engagement.

    Reference: Michnik (2013), Weighted influence non-linear gauge system (WINGS) - an analysis method for the
    systems of interrelated components, European Journal of Operational Research 228(3), 536-544"""

    def __init__(self, *, criteria: tuple[str, ...] = (), influences: tuple[tuple[float, ...], ...] = ()) -> None: ...
    def replace(self, *, criteria: tuple[str, ...] = ..., influences: tuple[tuple[float, ...], ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def criteria(self) -> tuple[str, ...]:
        """Codes of the rows and columns; the order of the children without any."""
    @property
    def influences(self) -> tuple[tuple[float, ...], ...]:
        """The table, row by row: strengths on the diagonal."""


class GameTheoretic(Method):
    """The linear combination of several methods' weights that is closest to all of them.

    Parameters
    ----------
    methods: The weighing methods that are combined.

    Formula: w = \\sum_k \\frac{a_k}{\\sum_l a_l} w_k, \\quad \\sum_l a_l \\, w_k^{\\mathsf{T}} w_l =
    w_k^{\\mathsf{T}} w_k

    博弈论组合赋权. The coefficients a solve the conditions under which no method gains by moving the compromise: the
    sum of squared distances to each method's weights is least. They are equal where methods agree so closely
    that there is no unique solution. Negative ones, which the equations allow, are taken as 0, with a note.
    Next to a single other method, equal weights always get the coefficient 0.

    Reference: Chen Jialiang (2003), 基于博弈论的组合赋权评价方法研究, 福建电脑 9, 15-16"""

    def __init__(self, *, methods: tuple[Any, ...] = ()) -> None: ...
    def replace(self, *, methods: tuple[Any, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def methods(self) -> tuple[Any, ...]:
        """The weighing methods that are combined."""


class Linear(Method):
    """A weighted mean of the weights of several methods.

    Parameters
    ----------
    methods: The weighing methods that are combined.
    shares: How much each method counts; the same without any. (at least 0)

    Formula: w_j = \\sum_k a_k w_{kj}, \\quad \\sum_k a_k = 1

    线性加权组合. Half an elicited and half a data-driven method is the usual choice. The shares of the methods need
    not sum to 1.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6"""

    def __init__(self, *, methods: tuple[Any, ...] = (), shares: tuple[float, ...] = ()) -> None: ...
    def replace(self, *, methods: tuple[Any, ...] = ..., shares: tuple[float, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def methods(self) -> tuple[Any, ...]:
        """The weighing methods that are combined."""
    @property
    def shares(self) -> tuple[float, ...]:
        """How much each method counts; the same without any."""


class MinimumRelativeEntropy(Method):
    """The weights that are closest in relative entropy to those of several methods.

    Parameters
    ----------
    methods: The weighing methods that are combined.

    Formula: w_j = \\frac{\\big(\\prod_k w_{kj}\\big)^{1/K}}{\\sum_l \\big(\\prod_k w_{kl}\\big)^{1/K}},
    \\quad \\min \\sum_k \\sum_j w_j \\ln \\frac{w_j}{w_{kj}}

    最小相对信息熵组合赋权. The geometric mean of the weights, made to sum to 1, which is the exact minimum. A weight of
    0 in one method stays 0.

    Reference: Kullback and Leibler (1951), On information and sufficiency, Annals of Mathematical Statistics
    22(1), 79-86"""

    def __init__(self, *, methods: tuple[Any, ...] = ()) -> None: ...
    def replace(self, *, methods: tuple[Any, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def methods(self) -> tuple[Any, ...]:
        """The weighing methods that are combined."""


class Multiplicative(Method):
    """The products of the weights of several methods, made to sum to 1.

    Parameters
    ----------
    methods: The weighing methods that are combined.

    Formula: w_j = \\frac{\\prod_k w_{kj}}{\\sum_l \\prod_k w_{kl}}

    乘法合成. What one method calls unimportant the others cannot raise, and a weight of 0 stays 0. Common for one
    elicited and one data-driven method. Makes the weights more unequal than any of the methods does when they
    agree.

    Reference: Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM,
    International Journal of Information Technology and Decision Making 15(2), 267-283"""

    def __init__(self, *, methods: tuple[Any, ...] = ()) -> None: ...
    def replace(self, *, methods: tuple[Any, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def methods(self) -> tuple[Any, ...]:
        """The weighing methods that are combined."""


class Custom(Method):
    """The weights that a function of yours gives a group's children.

    Parameters
    ----------
    name: The name it has in files; reading one asks for the function again.

    Formula: w = f(Z)

    The function gets the group with its children's codes, framework weights and scores, and returns one
    weight of 0 or more for each child; they need not sum to 1. It compares by name and identity, and a file
    holds only its name.

    Reference: the user's own"""

    def __init__(self, *, name: str = '', function: Callable[..., Any]) -> None: ...
    def replace(self, *, name: str = ..., function: Callable[..., Any] = ...) -> Self: ...  # type: ignore[override]
    @property
    def name(self) -> str:
        """The name it has in files; reading one asks for the function again."""
    @property
    def function(self) -> Callable[..., Any]:
        """The function."""
