"""How the scores of a group's children become the score of the group. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Ampi",
    "Aras",
    "ArithmeticMean",
    "Aroman",
    "BenefitOfTheDoubt",
    "BonferroniMean",
    "Borda",
    "BottleneckPenalty",
    "Choquet",
    "Cocoso",
    "Codas",
    "Comet",
    "Copeland",
    "Copras",
    "Cradis",
    "Custom",
    "Dp2",
    "Edas",
    "Electre1",
    "Electre2",
    "Electre3",
    "ElectreTri",
    "Ervd",
    "ExponentialMean",
    "FuzzyEvaluation",
    "FuzzyMainFactor",
    "GeometricMean",
    "GreyRelational",
    "GreySeries",
    "HarmonicMean",
    "Kemeny",
    "Lmaw",
    "Mabac",
    "Mairca",
    "Marcos",
    "Maximum",
    "MeanMin",
    "Median",
    "Minimum",
    "ModifiedTopsis",
    "Moora",
    "Moosra",
    "Mpi",
    "Multimoora",
    "MundaNardo",
    "Ocra",
    "Owa",
    "PenalisedMean",
    "Piv",
    "PowerMean",
    "Probid",
    "Product",
    "Promethee1",
    "Promethee2",
    "Rafsi",
    "Ram",
    "RankSumRatio",
    "Ratio",
    "Rim",
    "Rov",
    "Schulze",
    "Spotis",
    "Sum",
    "Todim",
    "Topsis",
    "Vikor",
    "Waspas",
    "WeightedMedian",
    "Wroclaw",
]


class ArithmeticMean(Method):
    """The weighted arithmetic mean: a low child is made up for by a high one.

    Formula: s = \\sum_j w_j z_j

    Fully compensatory: weights are rates at which children are exchanged for one another.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.2

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class GeometricMean(Method):
    """The weighted geometric mean: the lower a child, the more it would take of another to make up for it.

    Formula: s = \\prod_j z_j^{w_j}

    A child of 0 (with a weight above 0) makes the score 0; scores below 0 are refused. Children should
    therefore be normalised to a scale above 0, such as 1 to 100, or between goalposts.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical note 1; OECD and JRC (2008), section
    6.2

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class HarmonicMean(Method):
    """The weighted harmonic mean: stricter with low children than the geometric mean.

    Formula: s = \\Big(\\sum_j w_j / z_j\\Big)^{-1}

    A child of 0 (with a weight above 0) makes the score 0, its limit; scores below 0 are refused.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical note 4: indices of women and men; OECD
    and JRC (2008), section 6.2

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class PowerMean(Method):
    """The weighted power mean: the exponent says how far children make up for one another.

    Parameters
    ----------
    exponent: The power; lower values let children make up less for one another. (at least -10 and at most 10)

    Formula: s = \\Big(\\sum_j w_j z_j^p\\Big)^{1/p}, \\qquad s = \\prod_j z_j^{w_j} \\text{ for } p = 0

    1 is the arithmetic mean, 0 (and anything within 1e-8 of it) the geometric, -1 the harmonic, 2 the
    quadratic; the lower the exponent, the closer to the lowest child. A child of 0 makes the score 0 for
    exponents of 0 and below. Scores below 0 are refused unless the exponent is 1.

    Reference: Hardy, Littlewood and Polya (1934), Inequalities, chapter 2; Decancq and Lugo (2013), Weights
    in multidimensional indices of wellbeing, Econometric Reviews 32(1)

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, exponent: float = 1.0) -> None: ...
    def replace(self, *, exponent: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def exponent(self) -> float:
        """The power; lower values let children make up less for one another."""


class Minimum(Method):
    """The lowest child: nothing makes up for it.

    Formula: s = \\min_j z_j

    The limit of the power mean for ever lower exponents. Weights only say which children count: those of
    weight 0 do not.

    Reference: Casadio Tarabusi and Guarini (2013), An unbalance adjustment method for development indicators,
    Social Indicators Research 112

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Maximum(Method):
    """The highest child: the best side of a unit is what counts.

    Formula: s = \\max_j z_j

    The limit of the power mean for ever higher exponents. Weights only say which children count: those of
    weight 0 do not.

    Reference: Hardy, Littlewood and Polya (1934), Inequalities, chapter 2

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Median(Method):
    """The middle child, or the mean of the two in the middle: a single extreme child has no say.

    Formula: s = \\mathrm{med}_j\\, z_j

    Plain, not weighted: weights only say which children count, those of weight 0 do not.

    Reference: Munda (2008), Social Multi-Criteria Evaluation for a Sustainable Economy, chapter 4

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Sum(Method):
    """The children added up, each once or each times its weight.

    Parameters
    ----------
    weighted: Whether each child is multiplied by its weight (weights sum to 1).

    Formula: s = \\sum_j z_j \\quad\\text{or}\\quad s = \\sum_j w_j z_j

    Not weighted unless asked for: weights then only say which children count, those of weight 0 do not. The
    scale grows with the number of children, so under renormalise the score of a unit that lacks one is a
    smaller sum. Weights that sum to 1 make the weighted sum the arithmetic mean.

    Reference: Flanagan et al. (2011), A social vulnerability index for disaster management, Journal of
    Homeland Security and Emergency Management 8(1)

    Promises:
    - a higher child score never lowers the group's score
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, weighted: bool = False) -> None: ...
    def replace(self, *, weighted: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def weighted(self) -> bool:
        """Whether each child is multiplied by its weight (weights sum to 1)."""


class Product(Method):
    """The children multiplied, each once or each to the power of its weight.

    Parameters
    ----------
    weighted: Whether each child's weight is its exponent (weights sum to 1).

    Formula: s = \\prod_j z_j \\quad\\text{or}\\quad s = \\prod_j z_j^{w_j}

    Not weighted unless asked for: weights then only say which children count, those of weight 0 do not. For
    shares that apply one after another, such as the parts of a rate. Scores below 0 are refused. Weights that
    sum to 1 make the weighted product the geometric mean.

    Reference: Bridgman (1922), Dimensional Analysis: the weighted product; Triantaphyllou (2000), Multi-
    Criteria Decision Making Methods, section 2.2

    Promises:
    - a higher child score never lowers the group's score"""

    def __init__(self, *, weighted: bool = False) -> None: ...
    def replace(self, *, weighted: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def weighted(self) -> bool:
        """Whether each child's weight is its exponent (weights sum to 1)."""


class Ratio(Method):
    """The first child divided by the second.

    Formula: s = z_1 / z_2

    For gaps and parities, such as an index of women over that of men. Exactly two children; weights are not
    looked at. A higher second child lowers the score. A second child of 0 gives no score.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical note 3: the Gender Development Index"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Ampi(Method):
    """The mean of children between 70 and 130, less (or plus) what their imbalance costs; comparable between
    years.

    Parameters
    ----------
    imbalance: Whether imbalance is subtracted (high is good) or added (high is bad).

    Formula: s = M \\mp S \\cdot \\frac{S}{M}, \\qquad M = \\sum_j w_j z_j, \\quad S^2 = \\sum_j w_j (z_j -
    M)^2

    The other half of the method is the scale: 70 + 60 (x - low)/(high - low) with goalposts that lie
    symmetrically around a reference value, which therefore scores 100, and are kept for all years (normalise
    with `goalposts`, low = 70, high = 130). As the scores do not depend on the mean and spread of one year,
    levels can be compared over time, which those of the MPI cannot. Always divided by the number of children.
    Used by Istat for its measures of equitable and sustainable well-being (BES). A higher child can lower the
    score where it makes the unit less balanced, so that a unit can score below another that is nowhere
    better: there is no promise to be `monotone`, and a note of the result says so. Scores below 0 are
    refused.

    Reference: Mazziotta and Pareto (2016), On a generalized non-compensatory composite index for measuring
    socio-economic phenomena, Social Indicators Research 127(3)

    Promises:
    - equal children give that same score
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, imbalance: Literal['subtract', 'add'] = 'subtract') -> None: ...
    def replace(self, *, imbalance: Literal['subtract', 'add'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def imbalance(self) -> Literal['subtract', 'add']:
        """Whether imbalance is subtracted (high is good) or added (high is bad)."""


class Aras(Method):
    """The weighted sum of a unit's shares, relative to that of an optimal unit.

    Parameters
    ----------
    optimal: Optimal values other than the best that occurs, by code. (at least 0)

    Formula: s_i = \\frac{S_i}{S_0}, \\qquad S_i = \\sum_j w_j \\frac{y_{ij}}{\\sum_{k=0}^n y_{kj}}, \\quad
    y_{ij} = x_{ij} \\text{ or } 1/x_{ij}

    Unit 0 has the best value of every criterion, or the one given as optimal; it enters the sums too. Low-is-
    better criteria are taken as reciprocals and need values above 0, the others 0 or more. The measure `S` is
    the optimality function. Scores are at most 1 unless a unit is better than the optimum given. With optimal
    values given, changing the unit of measurement means changing these too.

    Reference: Zavadskas and Turskis (2010), A new additive ratio assessment (ARAS) method in multicriteria
    decision-making, Technological and Economic Development of Economy 16(2)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, optimal: dict[str, float] = {}) -> None: ...
    def replace(self, *, optimal: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def optimal(self) -> dict[str, float]:
        """Optimal values other than the best that occurs, by code."""


class Aroman(Method):
    """A sum of powers of benefits and of costs, each averaged over two normalisations.

    Parameters
    ----------
    beta: The share of the min-max normalisation; the rest is by length. (at least 0 and at most 1)
    lambda_: The exponent of the costs; one minus it that of the benefits. (at least 0 and at most 1)

    Formula: s_i = L_i^{\\lambda} + A_i^{1 - \\lambda}, \\quad L_i = \\sum_{j \\in \\text{cost}} w_j t_{ij},
    \\quad A_i = \\sum_{j \\in \\text{benefit}} w_j t_{ij}, \\quad t_{ij} = \\tfrac12 \\Big( \\beta
    \\frac{x_{ij} - \\min}{\\max - \\min} + (1 - \\beta) \\frac{x_{ij}}{\\sqrt{\\sum_k x_{kj}^2}} \\Big)

    As published, the costs are added: of two units that differ only in a cost, the dearer one scores higher.
    It therefore breaks dominance where there are cost criteria and is here for comparison. In an index all
    scores are better when high, so there are no costs and the score grows with every criterion. Values have
    to be 0 or more. A criterion that is the same for all units counts as 1 in the first normalisation.

    Reference: Boskovic, Svadlenka, Jovcic, Dobrodolac, Simic and Bacanin (2023), An alternative ranking order
    method (AROMAN), a case study of the electric vehicle selection problem, IEEE Access 11

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, beta: float = 0.5, lambda_: float = 0.5) -> None: ...
    def replace(self, *, beta: float = ..., lambda_: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def beta(self) -> float:
        """The share of the min-max normalisation; the rest is by length."""
    @property
    def lambda_(self) -> float:
        """The exponent of the costs; one minus it that of the benefits."""


class BenefitOfTheDoubt(Method):
    """The best weighted sum a unit can have with weights of its own, under which no unit exceeds 1.

    Parameters
    ----------
    lowest_share: Every child has at least this share. (at least 0 and at most 1)
    highest_share: Every child has at most this share. (at least 0 and at most 1)
    deviation: How far the share of a child may be from its given weight, relative to it; none for any
    distance. (at least 0 and at most 1)
    of: What is shared out: the sum of the weights, or what the children contribute to a unit's own score.

    Formula: s_i = \\max_{w \\ge 0} \\Big\\{ \\sum_j w_j z_{ij} : \\sum_j w_j z_{kj} \\le 1 \\ \\forall k,\\ l
    \\sum_h w_h \\le w_j \\le u \\sum_h w_h \\Big\\}

    Data envelopment analysis with one input of 1. Scores lie between 0 and 1 and say how near a unit comes to
    the best of its kind. Without bounds a unit may put all its weight on one child, and many units score 1.
    The bounds are shares: of the sum of the weights (the Handbook's Table 19, where the children should be on
    one scale), or of what each child contributes to the unit's own score (the pie shares of Cherchye and
    others 2007). With `deviation` d the share of a child lies between (1 - d) and (1 + d) times its given
    weight; the given weights have no other part. A unit with a 0 in a child that has to contribute scores 0.
    The scores are unique, the weights of a unit may not be: `measures` shows one best choice. Values have to
    be at least 0; a criterion that is better when low enters as 1/x. Every optimum is proven by its dual.

    Reference: Melyn and Moesen (1991), Towards a synthetic indicator of macroeconomic performance, KU Leuven
    Public Economics Research Paper 17; Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), An introduction to
    benefit of the doubt composite indicators, Social Indicators Research 82

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, lowest_share: float = 0.0, highest_share: float = 1.0, deviation: float | None = None, of: Literal['weights', 'contributions'] = 'weights') -> None: ...
    def replace(self, *, lowest_share: float = ..., highest_share: float = ..., deviation: float | None = ..., of: Literal['weights', 'contributions'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def lowest_share(self) -> float:
        """Every child has at least this share."""
    @property
    def highest_share(self) -> float:
        """Every child has at most this share."""
    @property
    def deviation(self) -> float | None:
        """How far the share of a child may be from its given weight, relative to it; none for any distance."""
    @property
    def of(self) -> Literal['weights', 'contributions']:
        """What is shared out: the sum of the weights, or what the children contribute to a unit's own score."""


class BonferroniMean(Method):
    """A mean over pairs of children, so that each counts as far as the others support it.

    Parameters
    ----------
    p: The power of the first child of a pair. (at least 0 and at most 10)
    q: The power of the second child of a pair. (at least 0 and at most 10)

    Formula: s = \\Big( \\sum_i w_i z_i^p \\sum_{j \\ne i} \\frac{w_j}{1 - w_i} z_j^q \\Big)^{1/(p+q)}

    With equal weights the sum over ordered pairs of different children divided by m (m - 1), which is
    Bonferroni's. p = q = 1 lets a child of 0 take what the others would earn with it; q = 0 is the power mean
    of exponent p. A single child is its own mean. Scores below 0 are refused.

    Reference: Bonferroni (1950), Sulle medie multiple di potenze, Bollettino dell'Unione Matematica Italiana
    5; Yager (2009), On generalized Bonferroni mean operators for multi-criteria aggregation, International
    Journal of Approximate Reasoning 50(8); Zhou and He (2012), Applied Soft Computing 12(9): the weighted
    form

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, p: float = 1.0, q: float = 1.0) -> None: ...
    def replace(self, *, p: float = ..., q: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def p(self) -> float:
        """The power of the first child of a pair."""
    @property
    def q(self) -> float:
        """The power of the second child of a pair."""


class Borda(Method):
    """How many units a unit is ahead of, averaged over criteria.

    Formula: s_i = \\sum_j w_j (n - R_{ij})

    R is the rank, 1 being best; tied units share the mean of their ranks. Only the order of values counts.
    Adding or dropping a unit can change the order of others.

    Reference: Borda (1784), Memoire sur les elections au scrutin, Histoire de l'Academie Royale des Sciences
    for 1781; OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.3

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class BottleneckPenalty(Method):
    """The mean after every child has been held back by the weakest one.

    Parameters
    ----------
    unit: The width of the scores' scale: 100 for 0 to 100. (above 0)
    most: The most that can be added to the weakest child, in units: a. (at least 0 and at most 10)
    slope: How fast a stronger child adds: b. (at least 0 and at most 10)

    Formula: s = \\sum_j w_j h_j, \\qquad h_j = z_{\\min} + a\\,u \\big(1 - e^{-b (z_j - z_{\\min})/u}\\big)

    Used by the Global Entrepreneurship Index, with scores in [0, 1] (unit 1) and a = b = 1. `unit` u is the
    width of the scores' scale. The smaller the slope b, the less is added above the weakest child; a is the
    most that can be added, in units. a times b is at most 1, beyond which better children could score more
    than they are.

    Reference: Acs, Autio and Szerb (2014), National systems of entrepreneurship: measurement issues and
    policy implications, Research Policy 43(3); Acs, Szerb and Lloyd (2018), The Global Entrepreneurship
    Index: methodology

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child"""

    def __init__(self, *, unit: float = 100.0, most: float = 1.0, slope: float = 1.0) -> None: ...
    def replace(self, *, unit: float = ..., most: float = ..., slope: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def unit(self) -> float:
        """The width of the scores' scale: 100 for 0 to 100."""
    @property
    def most(self) -> float:
        """The most that can be added to the weakest child, in units: a."""
    @property
    def slope(self) -> float:
        """How fast a stronger child adds: b."""


class Choquet(Method):
    """A mean in which pairs of children support one another or stand in for one another.

    Parameters
    ----------
    interactions: Interaction indices of the pairs (1,2), (1,3), ..., (2,3), ...; none for no interaction. (at
    least -1 and at most 1)

    Formula: s = \\sum_{I_{ij} > 0} I_{ij} \\min(z_i, z_j) + \\sum_{I_{ij} < 0} |I_{ij}| \\max(z_i, z_j) +
    \\sum_i z_i \\Big( w_i - \\tfrac12 \\sum_{j \\ne i} |I_{ij}| \\Big)

    The children's weights are their importances (Shapley values). `interactions` are the indices I of pairs
    in the order (1,2), (1,3), ..., (1,m), (2,3), ...: above 0 both children have to be good, below 0 one good
    child is enough; none of them gives the arithmetic mean. The capacity is monotone as long as half the sum
    of a child's absolute interactions does not exceed its weight; otherwise there is an error that names the
    child. Contributions share what a pair earns equally. All children are needed.

    Reference: Choquet (1954), Theory of capacities, Annales de l'Institut Fourier 5; Grabisch (1997), k-order
    additive discrete fuzzy measures and their representation, Fuzzy Sets and Systems 92(2); Marichal (2000),
    An axiomatic approach of the discrete Choquet integral, IEEE Transactions on Fuzzy Systems 8(6)

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, interactions: tuple[float, ...] = ()) -> None: ...
    def replace(self, *, interactions: tuple[float, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def interactions(self) -> tuple[float, ...]:
        """Interaction indices of the pairs (1,2), (1,3), ..., (2,3), ...; none for no interaction."""


class Cocoso(Method):
    """A compromise of three strategies that combine a weighted sum and a sum of powers.

    Parameters
    ----------
    lambda_: The part of the sum in the third strategy; the rest is the powers. (at least 0 and at most 1)

    Formula: s_i = \\sqrt[3]{a_i b_i c_i} + \\frac{a_i + b_i + c_i}{3}, \\quad a_i = \\frac{P_i + S_i}{\\sum_k
    (P_k + S_k)},\\ b_i = \\frac{S_i}{\\min_k S_k} + \\frac{P_i}{\\min_k P_k},\\ c_i = \\frac{\\lambda S_i +
    (1 - \\lambda) P_i}{\\lambda \\max_k S_k + (1 - \\lambda)\\max_k P_k}; \\quad S_i = \\sum_j w_j r_{ij},\\
    P_i = \\sum_j r_{ij}^{w_j}

    r are min-max scores of the criteria. The measures are S, P, a, b and c. b divides by the lowest S: where
    a unit is the worst on every criterion that is 0, and an error names the unit. A criterion that is the
    same for all units counts as at its best.

    Reference: Yazdani, Zarate, Zavadskas and Turskis (2019), A combined compromise solution (CoCoSo) method
    for multi-criteria decision-making problems, Management Decision 57(9)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, lambda_: float = 0.5) -> None: ...
    def replace(self, *, lambda_: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def lambda_(self) -> float:
        """The part of the sum in the third strategy; the rest is the powers."""


class Codas(Method):
    """Distance from the worst that occurs against all other units, Euclidean first, taxicab where it differs
    enough.

    Parameters
    ----------
    threshold: The difference in Euclidean distance, tau, from which on taxicab distances count; 0.01 to 0.05
    is usual. (at least 0)

    Formula: s_i = \\sum_k \\big((E_i - E_k) + \\psi(E_i - E_k)(T_i - T_k)\\big), \\quad \\psi(d) = [\\,|d|
    \\ge \\tau\\,], \\quad E_i = \\sqrt{\\textstyle\\sum_j (r_{ij} - r_j^-)^2},\\ T_i = \\sum_j |r_{ij} -
    r_j^-|

    r are weighted ratios to the best: x / max, or min / x where low is better. The measures are E and T.
    Taxicab distances count against units whose Euclidean distance differs by the threshold or more, as the
    formula in the paper has it. Since a unit that gets slightly better may fall out of, or into, such a
    comparison, a unit can score below another that it beats everywhere. Needs values of 0 or more, and above
    0 where low is better.

    Reference: Keshavarz Ghorabaee, Zavadskas, Turskis and Antucheviciene (2016), A new combinative distance-
    based assessment (CODAS) method for multi-criteria decision-making, Economic Computation and Economic
    Cybernetics Studies and Research 50(3)

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, threshold: float = 0.02) -> None: ...
    def replace(self, *, threshold: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def threshold(self) -> float:
        """The difference in Euclidean distance, tau, from which on taxicab distances count; 0.01 to 0.05 is
        usual."""


class Comet(Method):
    """A score read off a grid of characteristic objects that have been compared with one another.

    Parameters
    ----------
    characteristic_values: Per criterion the values of the grid, rising, by code; otherwise lowest, mean,
    highest.
    judgements: Comparisons of all characteristic objects: 1, 0.5 or 0; otherwise by the weighted sum. (at
    least 0 and at most 1)

    Formula: s_i = \\sum_{o} P_o \\prod_j \\mu_{oj}(x_{ij}), \\qquad P_o = \\frac{\\mathrm{rank}(\\sum_q
    \\alpha_{oq}) - 1}{k - 1}, \\qquad \\alpha_{oq} \\in \\{0, \\tfrac12, 1\\}

    Characteristic objects method. The `characteristic_values` of a criterion, by code and rising, are the
    corners of triangular memberships; without them they are the lowest, the mean and the highest value of the
    units. Every combination of them is a characteristic object, the values of the last criterion changing
    fastest. `judgements` is the expert's matrix of comparisons: 1 where the row's object is better, 0.5 where
    both are alike, 0 where the column's is. Without one the expert is the weighted sum of the places of
    values between their criterion's ends, and a unit that dominates another never scores lower; a given
    matrix is not checked for that. The k different sums of judgements are spread evenly over [0, 1]. With
    given values no unit's score depends on the others, so there is no rank reversal. A value outside them is
    an error. There may be up to 1,048,576 objects.

    Reference: Salabun (2015), The characteristic objects method: a new distance-based approach to
    multicriteria decision-making problems, Journal of Multi-Criteria Decision Analysis 22(1-2)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, characteristic_values: dict[str, tuple[float, ...]] = {}, judgements: tuple[tuple[float, ...], ...] = ()) -> None: ...
    def replace(self, *, characteristic_values: dict[str, tuple[float, ...]] = ..., judgements: tuple[tuple[float, ...], ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def characteristic_values(self) -> dict[str, tuple[float, ...]]:
        """Per criterion the values of the grid, rising, by code; otherwise lowest, mean, highest."""
    @property
    def judgements(self) -> tuple[tuple[float, ...], ...]:
        """Comparisons of all characteristic objects: 1, 0.5 or 0; otherwise by the weighted sum."""


class Copeland(Method):
    """How many units a unit beats, less how many beat it; the majority of weight decides.

    Formula: s_i = \\sum_{k \\ne i} \\mathrm{sign}\\Big( \\sum_j w_j\\, \\mathrm{sign}(x_{ij} - x_{kj}) \\Big)

    Criteria on which two units are equal speak for neither. Weights for both sides that differ by less than
    1e-9 are a draw, so that rounding decides nothing. Only the order of values counts; one criterion in which
    a unit is much worse cannot be made up for, nor can it do more harm than its weight. Takes n² m steps in
    blocks and keeps nothing of the size of n².

    Reference: Copeland (1951), A reasonable social welfare function, University of Michigan; Munda (2008),
    Social Multi-Criteria Evaluation for a Sustainable Economy; Becker (2022), COINr: Composite indicator
    construction and analysis, Journal of Open Source Software 7(78)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Copras(Method):
    """The share of benefits a unit has, plus one that falls with its share of costs, relative to the best unit.

    Formula: s_i = \\frac{Q_i}{\\max_k Q_k}, \\qquad Q_i = S_i^+ + \\frac{\\sum_k S_k^-}{S_i^- \\sum_k
    1/S_k^-}, \\quad S_i^\\pm = \\sum_{j \\in \\pm} w_j \\frac{x_{ij}}{\\sum_k x_{kj}}

    The score is the paper's utility degree N as a share of 1. Measures: S+ (benefits), S- (costs) and Q.
    Needs values of 0 or more, and above 0 where low is better, since it divides by these. Without costs Q is
    S+. Some programs return S+ + S-, which rewards costs; this one does not.

    Reference: Zavadskas, Kaklauskas and Sarka (1994), The new method of multicriteria complex proportional
    assessment of projects, Technological and Economic Development of Economy 1(3)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Cradis(Method):
    """The mean of two utilities: nearness to the ideal and distance from the anti-ideal, each against the best
    possible unit.

    Formula: s_i = \\tfrac12 \\Big( \\frac{S_0^+}{S_i^+} + \\frac{S_i^-}{S_0^-} \\Big), \\quad S_i^+ = \\sum_j
    (\\max v - v_{ij}), \\quad S_i^- = \\sum_j (v_{ij} - \\min v), \\quad v_{ij} = w_j \\frac{x_{ij}}{\\max_k
    x_{kj}} \\text{ or } w_j \\frac{\\min_k x_{kj}}{x_{ij}}

    Compromise ranking of alternatives from distance to ideal solution. The ideal is the largest weighted
    value of the whole table, the anti-ideal the smallest; unit 0 has the best of every criterion. Benefit
    criteria are x/max, cost criteria min/x. Values have to be above 0. A utility of 0/0 is 1: the unit is the
    best possible one.

    Reference: Puska, Stevic and Pamucar (2022), Evaluation and selection of healthcare waste incinerators
    using extended sustainability criteria and multi-criteria analysis methods, Environment, Development and
    Sustainability 24

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Dp2(Method):
    """The distance from a unit that is worst everywhere, each criterion counting with what those before it do
    not explain.

    Formula: s_i = \\sum_j m w_j \\frac{|x_{ij} - x_j^-|}{\\sigma_j} \\big(1 - R^2_{j \\cdot j-1, \\dots,
    1}\\big)

    The order of criteria is found by rounds: first all count fully (Frechet's distance), then they are
    ordered by their absolute correlation with the distance of the round before, the highest first, until the
    order stays. On one table in about a hundred it goes in a circle instead; then that order of the circle is
    taken whose first criterion correlates most with its own distance, and the measure `settled` is 0 rather
    than 1. Equal weights give the paper's form, where a criterion counts 1 in its own standard deviations
    (divided by n); weights multiply that. A criterion that those before it explain fully (to 1e-12), or that
    is the same for all units, adds nothing. The measure `frechet` is the distance of the first round, which
    no unit exceeds.

    Reference: Pena Trapero (1977), Problemas de la medicion del bienestar y conceptos afines, Instituto
    Nacional de Estadistica, Madrid; Zarzosa Espina and Somarriba Arechavala (2013), An assessment of social
    welfare in Spain: territorial analysis using a synthetic welfare indicator, Social Indicators Research
    111(1)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Edas(Method):
    """How far a unit is above the average, and how little below it, over all criteria.

    Formula: s_i = \\frac12\\Big(\\frac{S_i^P}{\\max_k S_k^P} + 1 - \\frac{S_i^N}{\\max_k S_k^N}\\Big),
    \\qquad S_i^P = \\sum_j w_j \\frac{\\max(0, \\pm(x_{ij} - \\bar x_j))}{\\bar x_j}, \\quad S_i^N = \\sum_j
    w_j \\frac{\\max(0, \\mp(x_{ij} - \\bar x_j))}{\\bar x_j}

    The measures are S^P and S^N. Needs values of 0 or more: it divides by means. A criterion that is the same
    for all units adds nothing; units that are all the same score 0.5: no one is above the average, no one
    below.

    Reference: Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis (2015), Multi-criteria inventory
    classification using a new method of evaluation based on distance from average solution (EDAS),
    Informatica 26(3)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Electre1(Method):
    """Which units remain when all that another outranks have been set aside: 1 for the kernel, 0 for the others.

    Parameters
    ----------
    concordance: The weight that has to speak for outranking. (at least 0 and at most 1)
    discordance: The largest lead of the other that does not forbid it. (at least 0 and at most 1)
    scale: How differences of criteria are made comparable.

    Formula: a\\,S\\,b \\iff \\sum_{j:\\,a_j \\ge b_j} w_j \\ge \\hat c \\ \\text{ and } \\ \\max_j (b_j -
    a_j) / \\delta \\le \\hat d

    A method of choice, not of ranking. The measures `outranks` and `outranked_by` count, and
    `net_concordance` is the mean concordance of a unit with the others less theirs with it, as in the ranking
    of van Delft and Nijkamp (1976). delta is the largest range: of each criterion its own (range), of all
    after dividing by the column's sum (sum; Cebrian and Porcar 2009), or of all as they are (as_given; Roy,
    whose criteria are on one scale). Units that outrank one another in a circle are taken as one, so that
    there is exactly one kernel. Time and memory grow with the square of the number of units.

    Reference: Roy (1968), Classement et choix en presence de points de vue multiples (la methode ELECTRE),
    Revue francaise d'informatique et de recherche operationnelle 2(8)

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, concordance: float = 0.65, discordance: float = 0.35, scale: Literal['range', 'sum', 'as_given'] = 'range') -> None: ...
    def replace(self, *, concordance: float = ..., discordance: float = ..., scale: Literal['range', 'sum', 'as_given'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def concordance(self) -> float:
        """The weight that has to speak for outranking."""
    @property
    def discordance(self) -> float:
        """The largest lead of the other that does not forbid it."""
    @property
    def scale(self) -> Literal['range', 'sum', 'as_given']:
        """How differences of criteria are made comparable."""


class Electre2(Method):
    """A ranking from strong and weak outranking: the mean of one from the best down and one from the worst up.

    Parameters
    ----------
    concordance_high: The weight for strong outranking. (at least 0 and at most 1)
    concordance_middle: The weight for strong outranking where discordance is low. (at least 0 and at most 1)
    concordance_low: The weight for weak outranking. (at least 0 and at most 1)
    discordance_high: The lead of the other that strong (with high concordance) and weak outranking bear. (at
    least 0 and at most 1)
    discordance_low: The lead of the other that strong outranking bears with middle concordance. (at least 0
    and at most 1)
    strict_lead: Whether outranking needs W+ above W-, not just as high.
    scale: How differences of criteria are made comparable.

    Formula: \\begin{aligned} a\\,S^F b &\\iff W^+ \\ge W^- \\text{ and } \\big((c \\ge c_1, d \\le d_1)
    \\text{ or } (c \\ge c_2, d \\le d_2)\\big) \\\\ a\\,S^f b &\\iff W^+ \\ge W^-,\\ c \\ge c_3,\\ d \\le d_1
    \\end{aligned} \\qquad s_i = \\frac{n - (r_i^{\\downarrow} + r_i^{\\uparrow})/2}{n - 1}

    c1 to c3 are the high, middle and low concordance, d1 and d2 the high and low discordance; W+ and W- are
    the weights of the criteria where a is better and where b is; Gomes et al. (2004), and programs after
    them, ask for W+ > W- (strict_lead). From those that remain, the forward ranking takes the ones not
    strongly outranked, weak outranking deciding among them; the reverse ranking does so with all arcs turned.
    Measures: `forward_rank`, `reverse_rank` (counted from the best) and `mean_rank`, the paper's result.
    Units that outrank one another in a circle share a rank. The score is 1 for rank 1, and 1 for a single
    unit. Time and memory grow with the square of the number of units.

    Reference: Roy and Bertier (1973), La methode ELECTRE II: une application au media-planning, in
    Operational Research '72, North-Holland

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, concordance_high: float = 0.65, concordance_middle: float = 0.5, concordance_low: float = 0.35, discordance_high: float = 0.65, discordance_low: float = 0.35, strict_lead: bool = False, scale: Literal['range', 'sum', 'as_given'] = 'range') -> None: ...
    def replace(self, *, concordance_high: float = ..., concordance_middle: float = ..., concordance_low: float = ..., discordance_high: float = ..., discordance_low: float = ..., strict_lead: bool = ..., scale: Literal['range', 'sum', 'as_given'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def concordance_high(self) -> float:
        """The weight for strong outranking."""
    @property
    def concordance_middle(self) -> float:
        """The weight for strong outranking where discordance is low."""
    @property
    def concordance_low(self) -> float:
        """The weight for weak outranking."""
    @property
    def discordance_high(self) -> float:
        """The lead of the other that strong (with high concordance) and weak outranking bear."""
    @property
    def discordance_low(self) -> float:
        """The lead of the other that strong outranking bears with middle concordance."""
    @property
    def strict_lead(self) -> bool:
        """Whether outranking needs W+ above W-, not just as high."""
    @property
    def scale(self) -> Literal['range', 'sum', 'as_given']:
        """How differences of criteria are made comparable."""


class Electre3(Method):
    """A ranking from how credible outranking is: the mean of two distillations, best first and worst first.

    Parameters
    ----------
    indifference: The threshold q: leads up to it do not count. (at least 0)
    preference: The threshold p: leads from it on count in full. (at least 0)
    veto: The threshold v: leads from it on forbid outranking; none if not given. (at least 0)
    indifferences: Other thresholds q for some criteria, by code. (at least 0)
    preferences: Other thresholds p for some criteria, by code. (at least 0)
    vetoes: Other thresholds v for some criteria, by code. (at least 0)
    discrimination: The discrimination threshold at credibility 0. (at least 0 and at most 1)
    discrimination_slope: How it changes up to credibility 1. (at least -1 and at most 0)

    Formula: \\sigma(a,b) = C(a,b)\\prod_{j:\\,d_j > C}\\frac{1 - d_j(a,b)}{1 - C(a,b)}, \\quad C = \\sum_j
    w_j c_j(a,b); \\qquad s_i = \\frac{n - (r_i^{\\downarrow} + r_i^{\\uparrow})/2}{n - 1}

    c falls from 1 to 0 between the thresholds q and p of the other's lead, d rises from 0 to 1 between p and
    v; thresholds are in each criterion's unit, for all or by code; no veto means v is endless. A unit's
    qualification is how many it outranks less how many outrank it, at a cut-off that is lowered by s(l) = 0.3
    - 0.15 l. Measures: `descending_rank` and `ascending_rank` (both counted from the best), and `mean_rank`;
    the intersection of the two rankings is the paper's partial order: what one puts above and the other below
    is incomparable. `credibility` gives the matrix in C++. The score is 1 for rank 1, and 1 for a single
    unit. Time and memory grow with the square of the number of units or more.

    Reference: Roy (1978), ELECTRE III: un algorithme de classements fonde sur une representation floue des
    preferences en presence de criteres multiples, Cahiers du CERO 20(1)

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, indifference: float = 0.0, preference: float = 0.0, veto: float | None = None, indifferences: dict[str, float] = {}, preferences: dict[str, float] = {}, vetoes: dict[str, float] = {}, discrimination: float = 0.3, discrimination_slope: float = -0.15) -> None: ...
    def replace(self, *, indifference: float = ..., preference: float = ..., veto: float | None = ..., indifferences: dict[str, float] = ..., preferences: dict[str, float] = ..., vetoes: dict[str, float] = ..., discrimination: float = ..., discrimination_slope: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def indifference(self) -> float:
        """The threshold q: leads up to it do not count."""
    @property
    def preference(self) -> float:
        """The threshold p: leads from it on count in full."""
    @property
    def veto(self) -> float | None:
        """The threshold v: leads from it on forbid outranking; none if not given."""
    @property
    def indifferences(self) -> dict[str, float]:
        """Other thresholds q for some criteria, by code."""
    @property
    def preferences(self) -> dict[str, float]:
        """Other thresholds p for some criteria, by code."""
    @property
    def vetoes(self) -> dict[str, float]:
        """Other thresholds v for some criteria, by code."""
    @property
    def discrimination(self) -> float:
        """The discrimination threshold at credibility 0."""
    @property
    def discrimination_slope(self) -> float:
        """How it changes up to credibility 1."""


class ElectreTri(Method):
    """The class of a unit, from 1 for the worst, by outranking the profiles between classes.

    Parameters
    ----------
    profile: The values between the classes, worst first, of all criteria.
    profiles: Other values for some criteria, by code.
    cut: The credibility from which on outranking holds. (at least 0.5 and at most 1)
    assignment: Which of the two rules the score is.
    indifference: The threshold q: leads up to it do not count. (at least 0)
    preference: The threshold p: leads from it on count in full. (at least 0)
    veto: The threshold v: leads from it on forbid outranking; none if not given. (at least 0)
    indifferences: Other thresholds q for some criteria, by code. (at least 0)
    preferences: Other thresholds p for some criteria, by code. (at least 0)
    vetoes: Other thresholds v for some criteria, by code. (at least 0)

    Formula: a\\,S\\,b_h \\iff \\sigma(a, b_h) \\ge \\lambda; \\qquad s_i = 1 + \\max\\{h : a_i\\,S\\,b_h\\}
    \\text{ or } \\min\\{h : b_h\\,S\\,a_i,\\ \\text{not } a_i\\,S\\,b_h\\}

    k profiles make k + 1 classes. A profile has one value per criterion, from the worse classes to the
    better: rising where high values are better, falling where low ones are. `profile` holds for all criteria,
    as in an index of scores between 0 and 100; `profiles` for some, by code. The credibility sigma is that of
    ELECTRE III. Without any profile that is preferred, the optimistic class is the highest. The measures are
    both classes; where they differ, the unit is incomparable to the profiles between. A unit's class does not
    depend on the other units.

    Reference: Yu (1992), ELECTRE TRI: aspects methodologiques et manuel d'utilisation, Document du LAMSADE
    74, Universite Paris-Dauphine

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, profile: tuple[float, ...] = (), profiles: dict[str, tuple[float, ...]] = {}, cut: float = 0.75, assignment: Literal['pessimistic', 'optimistic'] = 'pessimistic', indifference: float = 0.0, preference: float = 0.0, veto: float | None = None, indifferences: dict[str, float] = {}, preferences: dict[str, float] = {}, vetoes: dict[str, float] = {}) -> None: ...
    def replace(self, *, profile: tuple[float, ...] = ..., profiles: dict[str, tuple[float, ...]] = ..., cut: float = ..., assignment: Literal['pessimistic', 'optimistic'] = ..., indifference: float = ..., preference: float = ..., veto: float | None = ..., indifferences: dict[str, float] = ..., preferences: dict[str, float] = ..., vetoes: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def profile(self) -> tuple[float, ...]:
        """The values between the classes, worst first, of all criteria."""
    @property
    def profiles(self) -> dict[str, tuple[float, ...]]:
        """Other values for some criteria, by code."""
    @property
    def cut(self) -> float:
        """The credibility from which on outranking holds."""
    @property
    def assignment(self) -> Literal['pessimistic', 'optimistic']:
        """Which of the two rules the score is."""
    @property
    def indifference(self) -> float:
        """The threshold q: leads up to it do not count."""
    @property
    def preference(self) -> float:
        """The threshold p: leads from it on count in full."""
    @property
    def veto(self) -> float | None:
        """The threshold v: leads from it on forbid outranking; none if not given."""
    @property
    def indifferences(self) -> dict[str, float]:
        """Other thresholds q for some criteria, by code."""
    @property
    def preferences(self) -> dict[str, float]:
        """Other thresholds p for some criteria, by code."""
    @property
    def vetoes(self) -> dict[str, float]:
        """Other thresholds v for some criteria, by code."""


class Ervd(Method):
    """Nearness to the ideal in the values that gains and losses against a reference point have for a person.

    Parameters
    ----------
    references: Per criterion the value from which gains and losses are counted.
    alpha: The exponent of gains and losses. (at least 0.01 and at most 1)
    lambda_: How much heavier a loss weighs than a gain. (at least 1 and at most 100)

    Formula: s_i = \\frac{S_i^-}{S_i^+ + S_i^-}, \\quad S_i^{\\pm} = \\sum_j w_j |v_{ij} - v_j^{\\pm}|, \\quad
    v = (r - \\varphi)^{\\alpha} \\text{ for a gain}, \\; -\\lambda (\\varphi - r)^{\\alpha} \\text{ for a
    loss}, \\quad r_{ij} = \\frac{x_{ij}}{\\sum_k x_{kj}}

    `references` are given per criterion, by code, in the criterion's own units; a criterion without one has
    the mean of the units. Values have to be 0 or more. A loss weighs `lambda` times a gain of the same size.
    Where all units are the same they score 1.

    Reference: Shyur, Yin, Shih and Cheng (2015), A multiple criteria decision making method based on relative
    value distances, Foundations of Computing and Decision Sciences 40(4); Tversky and Kahneman (1992),
    Advances in prospect theory, Journal of Risk and Uncertainty 5(4): 0.88 and 2.25

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, references: dict[str, float] = {}, alpha: float = 0.88, lambda_: float = 2.25) -> None: ...
    def replace(self, *, references: dict[str, float] = ..., alpha: float = ..., lambda_: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def references(self) -> dict[str, float]:
        """Per criterion the value from which gains and losses are counted."""
    @property
    def alpha(self) -> float:
        """The exponent of gains and losses."""
    @property
    def lambda_(self) -> float:
        """How much heavier a loss weighs than a gain."""


class ExponentialMean(Method):
    """A mean that leans to the lowest children, or to the highest, by an exponential; values below 0 are
    allowed.

    Parameters
    ----------
    rate: The rate; below 0 the lowest children decide, above 0 the highest. (at least -1000 and at most 1000)

    Formula: s = \\frac{1}{\\lambda} \\ln \\sum_j w_j e^{\\lambda z_j}, \\qquad s = \\sum_j w_j z_j \\text{
    for } \\lambda = 0

    The rate is per point of the scores: -0.05 on a scale of 0 to 100 is strong. Below 0 low children decide,
    above 0 high ones; towards the ends it becomes the minimum and the maximum. Moving all children by the
    same amount moves the score by it, so unlike the power mean it does not depend on where the scale's zero
    is, but on its unit. Rates within 1e-9 of 0 give the arithmetic mean.

    Reference: Kolmogorov (1930), Sur la notion de la moyenne, Atti della Accademia Nazionale dei Lincei 12;
    Nagumo (1930), Ueber eine Klasse der Mittelwerte, Japanese Journal of Mathematics 7

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child"""

    def __init__(self, *, rate: float = -0.05) -> None: ...
    def replace(self, *, rate: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def rate(self) -> float:
        """The rate; below 0 the lowest children decide, above 0 the highest."""


class FuzzyEvaluation(Method):
    """A unit's mean grade after its memberships in all grades have been averaged over criteria.

    Parameters
    ----------
    grades: The value of every grade, the worst first.
    thresholds: Per criterion, by code, where each grade holds fully, the worst grade first.

    Formula: s_i = \\sum_l b_{il}\\, g_l, \\qquad b_{il} = \\sum_j w_j\\, \\mu_l(x_{ij})

    模糊综合评价 with the operators M(·,⊕) (加权平均型), which keep all information; fuzzy_main_factor has the others.
    `grades` are the values of the grades, the worst first. A criterion's `thresholds`, by code and from the
    worst grade to the best (falling where low is good), are where each grade holds fully; in between
    memberships are shared linearly between the two neighbours, beyond the ends they are 1. Without thresholds
    the grades are spread evenly from the worst to the best unit. Measures: `grade_1` ... are the memberships,
    `grade` the one with the largest (the lower of equal ones).

    Reference: Zadeh (1965), Fuzzy sets, Information and Control 8(3); Wang (1983), The Theory of Fuzzy Sets
    and its Applications (模糊集合论及其应用), Shanghai Scientific and Technical Publishers

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, grades: tuple[float, ...] = (0.0, 25.0, 50.0, 75.0, 100.0), thresholds: dict[str, tuple[float, ...]] = {}) -> None: ...
    def replace(self, *, grades: tuple[float, ...] = ..., thresholds: dict[str, tuple[float, ...]] = ...) -> Self: ...  # type: ignore[override]
    @property
    def grades(self) -> tuple[float, ...]:
        """The value of every grade, the worst first."""
    @property
    def thresholds(self) -> dict[str, tuple[float, ...]]:
        """Per criterion, by code, where each grade holds fully, the worst grade first."""


class FuzzyMainFactor(Method):
    """A unit's mean grade where its membership in a grade is decided by few heavy criteria.

    Parameters
    ----------
    grades: The value of every grade, the worst first.
    thresholds: Per criterion, by code, where each grade holds fully, the worst grade first.
    compose_by: The operators: minimum_maximum, product_maximum or minimum_sum.

    Formula: s_i = \\frac{\\sum_l b_{il}\\, g_l}{\\sum_l b_{il}}, \\qquad b_{il} = \\max_j \\min(w_j,
    \\mu_l(x_{ij})), \\; \\max_j w_j \\mu_l(x_{ij}) \\;\\text{or}\\; \\min\\big(1, \\textstyle\\sum_j
    \\min(w_j, \\mu_l(x_{ij}))\\big)

    模糊综合评价 with the operators M(∧,∨) (主因素决定型), M(·,∨) or M(∧,⊕) (主因素突出型). They lose information, and a unit
    that dominates another can score lower; fuzzy_evaluation averages instead. `grades` are the values of the
    grades, the worst first. A criterion's `thresholds`, by code and from the worst grade to the best (falling
    where low is good), are where each grade holds fully; in between memberships are shared linearly between
    the two neighbours, beyond the ends they are 1. Without thresholds the grades are spread evenly from the
    worst to the best unit. Measures: `grade_1` ... are the composed memberships divided by their sum, `grade`
    the one with the largest (the lower of equal ones).

    Reference: Zadeh (1965), Fuzzy sets, Information and Control 8(3); Wang (1983), The Theory of Fuzzy Sets
    and its Applications (模糊集合论及其应用), Shanghai Scientific and Technical Publishers"""

    def __init__(self, *, grades: tuple[float, ...] = (0.0, 25.0, 50.0, 75.0, 100.0), thresholds: dict[str, tuple[float, ...]] = {}, compose_by: Literal['minimum_maximum', 'product_maximum', 'minimum_sum'] = 'minimum_maximum') -> None: ...
    def replace(self, *, grades: tuple[float, ...] = ..., thresholds: dict[str, tuple[float, ...]] = ..., compose_by: Literal['minimum_maximum', 'product_maximum', 'minimum_sum'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def grades(self) -> tuple[float, ...]:
        """The value of every grade, the worst first."""
    @property
    def thresholds(self) -> dict[str, tuple[float, ...]]:
        """Per criterion, by code, where each grade holds fully, the worst grade first."""
    @property
    def compose_by(self) -> Literal['minimum_maximum', 'product_maximum', 'minimum_sum']:
        """The operators: minimum_maximum, product_maximum or minimum_sum."""


class GreyRelational(Method):
    """The mean of coefficients that are the nearer to 1 the less a unit's value is away from the reference.

    Parameters
    ----------
    resolution: The distinguishing coefficient rho. (at least 1e-06 and at most 1)
    scaling: What makes values comparable: min_max or none.
    reference: The value of every criterion to compare with, by code; otherwise the best.

    Formula: s_i = \\sum_j w_j \\frac{\\Delta_{\\min} + \\rho \\Delta_{\\max}}{\\Delta_{ij} + \\rho
    \\Delta_{\\max}}, \\qquad \\Delta_{ij} = |r_j - z_{ij}|

    灰色关联分析. The smallest and the largest difference are those of the whole table. Without a `reference` it is
    the best of every criterion, and the grade of a unit that is best everywhere is 1; where one is given,
    what is better is to be nearer to it. `none` compares values as they are, such as scores on one scale.
    Resolution (分辨系数) 0.5 is usual; it changes grades and can change ranks. Where nothing differs all grades
    are 1. To compare the courses of series over time there is grey_series.

    Reference: Deng (1982), Control problems of grey systems, Systems and Control Letters 1(5); Deng (1989),
    Introduction to grey system theory, The Journal of Grey System 1(1)

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, resolution: float = 0.5, scaling: Literal['min_max', 'none'] = 'min_max', reference: dict[str, float] = {}) -> None: ...
    def replace(self, *, resolution: float = ..., scaling: Literal['min_max', 'none'] = ..., reference: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def resolution(self) -> float:
        """The distinguishing coefficient rho."""
    @property
    def scaling(self) -> Literal['min_max', 'none']:
        """What makes values comparable: min_max or none."""
    @property
    def reference(self) -> dict[str, float]:
        """The value of every criterion to compare with, by code; otherwise the best."""


class GreySeries(Method):
    """How nearly the course of a unit over the criteria, such as years, is that of a reference.

    Parameters
    ----------
    resolution: The distinguishing coefficient rho. (at least 1e-06 and at most 1)
    base: The criterion, by code, whose value series are divided by; empty for their mean.
    reference: The series to compare with, a value for every criterion, by code.

    Formula: s_i = \\sum_j w_j \\frac{\\Delta_{\\min} + \\rho \\Delta_{\\max}}{\\Delta_{ij} + \\rho
    \\Delta_{\\max}}, \\qquad \\Delta_{ij} = \\Big| \\frac{r_j}{\\bar r} - \\frac{x_{ij}}{\\bar x_i} \\Big|

    灰色关联分析 in its older use: units are series (factors, sectors), criteria their points in time, and the
    `reference` is the series to be explained, with a value for every criterion, by code; without it the best
    of every criterion. Series are divided by their mean (均值化) or their first value (初值化), which may not be 0.
    It is the course that is compared, not the level, so that a unit which dominates another can score lower.
    Resolution (分辨系数) 0.5 is usual, smaller ones spread grades.

    Reference: Deng (1982), Control problems of grey systems, Systems and Control Letters 1(5); Deng (1989),
    Introduction to grey system theory, The Journal of Grey System 1(1)"""

    def __init__(self, *, resolution: float = 0.5, base: str = '', reference: dict[str, float] = {}) -> None: ...
    def replace(self, *, resolution: float = ..., base: str = ..., reference: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def resolution(self) -> float:
        """The distinguishing coefficient rho."""
    @property
    def base(self) -> str:
        """The criterion, by code, whose value series are divided by; empty for their mean."""
    @property
    def reference(self) -> dict[str, float]:
        """The series to compare with, a value for every criterion, by code."""


class Kemeny(Method):
    """How many units come after a unit in the ranking that agrees best with those by single criteria; proved
    best.

    Formula: s_i = n - r_i, \\qquad r = \\arg\\max_r \\sum_{r_i < r_k} \\Big( \\sum_{j:\\, x_{ij} > x_{kj}}
    w_j + \\tfrac12 \\sum_{j:\\, x_{ij} = x_{kj}} w_j \\Big)

    Every criterion is a voter with its weight as number of votes. Where several rankings agree equally well,
    a unit's position is its mean over all of them, and the measures `earliest` and `latest` say how far it
    moves; `agreement` is the highest sum that a ranking can reach and `rankings` how many reach it. Equal
    units share a position. Exact: groups that beat one another in circles are ordered by going through all
    possibilities, for up to 20 units in a circle; more are an error.

    Reference: Kemeny (1959), Mathematics without numbers, Daedalus 88(4); Young and Levenglick (1978), A
    consistent extension of Condorcet's election principle, SIAM Journal on Applied Mathematics 35(2)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Lmaw(Method):
    """Logarithmic shares of every criterion, bent by its weight and added.

    Formula: s_i = \\sum_j \\frac{2 \\varphi_{ij}^{w_j}}{(2 - \\varphi_{ij})^{w_j} + \\varphi_{ij}^{w_j}},
    \\quad \\varphi_{ij} = \\frac{\\ln \\vartheta_{ij}}{\\sum_k \\ln \\vartheta_{kj}}, \\quad \\vartheta_{ij}
    = \\frac{x_{ij} + \\max_k x_{kj}}{\\max_k x_{kj}} \\text{ or } \\frac{x_{ij} + \\min_k x_{kj}}{x_{ij}}

    The ranking part of the method; its weighting part starts from experts' judgements. Values have to be
    above 0.

    Reference: Pamucar, Zizovic, Biswas and Bozanic (2021), A new logarithm methodology of additive weights
    (LMAW) for multi-criteria decision-making: application in logistics, Facta Universitatis, Series:
    Mechanical Engineering 19(3)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Mabac(Method):
    """The sum of a unit's distances above, less those below, the geometric mean of the units on every criterion.

    Formula: s_i = \\sum_j (v_{ij} - g_j), \\qquad v_{ij} = w_j\\Big(\\frac{x_{ij} - x_j^-}{x_j^+ - x_j^-} +
    1\\Big), \\quad g_j = \\Big(\\prod_i v_{ij}\\Big)^{1/n}

    Multi-attributive border approximation area comparison. A score above 0 is in the upper approximation
    area. The order is that of weighted min-max scores: the border takes the same from every unit. A criterion
    that is the same for all units adds 0.

    Reference: Pamucar and Cirovic (2015), The selection of transport and handling resources in logistics
    centers using multi-attributive border approximation area comparison (MABAC), Expert Systems with
    Applications 42(6)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Mairca(Method):
    """What a unit earns of its theoretical share of every criterion.

    Formula: s_i = \\frac1n - Q_i, \\qquad Q_i = \\sum_j \\frac{w_j}{n} \\Big(1 - \\frac{x_{ij} - x_j^-}{x_j^+
    - x_j^-}\\Big)

    Multi-attributive ideal-real comparative analysis. Every unit is thought equally likely to be chosen, so
    its theoretical share of a criterion is w/n. The measure `gap` is the paper's Q, low being good; the score
    is 1/n - Q, what is earned. A criterion that is the same for all units counts as at its best.

    Reference: Pamucar, Vasin and Lukovac (2014), Selection of railway level crossings for investing in
    security equipment using hybrid DEMATEL-MARICA model, XVI International Scientific-expert Conference on
    Railways, Nis

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Marcos(Method):
    """The compromise between a unit's utility relative to the worst and to the best that occurs.

    Formula: s_i = \\frac{K_i^+ + K_i^-}{1 + \\frac{1 - f(K_i^+)}{f(K_i^+)} + \\frac{1 - f(K_i^-)}{f(K_i^-)}},
    \\quad K_i^\\pm = \\frac{S_i}{S^\\pm},\\ f(K_i^\\pm) = \\frac{K_i^\\mp}{K_i^+ + K_i^-},\\ S_i = \\sum_j
    w_j r_{ij},\\ r_{ij} = \\frac{x_{ij}}{x_j^+} \\text{ or } \\frac{x_j^+}{x_{ij}}

    S+ and S- are the sums of an ideal unit, best everywhere, and of an anti-ideal one, worst everywhere. The
    measures are K- and K+. Needs values above 0. For one table the score is a multiple of S, so that the
    order is that of the weighted ratios to the best.

    Reference: Stevic, Pamucar, Puska and Chatterjee (2020), Sustainable supplier selection in healthcare
    industries using a new MCDM method: measurement of alternatives and ranking according to compromise
    solution (MARCOS), Computers and Industrial Engineering 140

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class MeanMin(Method):
    """The mean, pulled towards the lowest child the further that lies below.

    Parameters
    ----------
    alpha: How much imbalance is punished: 0 not at all, 1 fully. (at least 0 and at most 1)
    beta: How far children may make up for small imbalances; 0 not at all. (at least 0)

    Formula: s = M - \\alpha \\Big( \\sqrt{(M - \\min_j z_j)^2 + \\beta^2} - \\beta \\Big), \\qquad M =
    \\sum_j w_j z_j

    alpha 0 is the arithmetic mean; alpha 1 with beta 0 is the minimum; a large beta spares small imbalances.
    beta is in units of the scores. R's Compind to 3.4 subtracts the means of columns instead, by mistake.

    Reference: Casadio Tarabusi and Guarini (2013), An unbalance adjustment method for development indicators,
    Social Indicators Research 112(1)

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child"""

    def __init__(self, *, alpha: float = 0.5, beta: float = 0.0) -> None: ...
    def replace(self, *, alpha: float = ..., beta: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def alpha(self) -> float:
        """How much imbalance is punished: 0 not at all, 1 fully."""
    @property
    def beta(self) -> float:
        """How far children may make up for small imbalances; 0 not at all."""


class ModifiedTopsis(Method):
    """How much nearer a unit is to the best than to the worst that occurs, by weighted distances between
    ratings.

    Parameters
    ----------
    scale: How raw criteria are made comparable.

    Formula: s_i = \\frac{D_i^-}{D_i^+ + D_i^-}, \\qquad D_i^\\pm = \\Big(\\sum_j w_j (r_{ij} -
    r_j^\\pm)^2\\Big)^{1/2}, \\quad r_{ij} = \\frac{x_{ij}}{\\sqrt{\\sum_k x_{kj}^2}}

    TOPSIS squares each weight together with the difference; here a weight counts once, so that it means the
    same as in other weighted distances. With equal weights both give the same scores. The measures are D+ and
    D-. A unit as far from the best as from the worst scores 0.5, and so do units that are all the same.

    Reference: Deng, Yeh and Willis (2000), Inter-company comparison using modified TOPSIS with objective
    weights, Computers and Operations Research 27(10)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, scale: Literal['vector', 'linear', 'min_max', 'sum'] = 'vector') -> None: ...
    def replace(self, *, scale: Literal['vector', 'linear', 'min_max', 'sum'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['vector', 'linear', 'min_max', 'sum']:
        """How raw criteria are made comparable."""


class Moora(Method):
    """Weighted benefits less weighted costs, each criterion divided by its length; or the distance from the
    best.

    Parameters
    ----------
    form: Which half of the method the score is.

    Formula: s_i = \\sum_{j \\in \\text{benefit}} w_j r_{ij} - \\sum_{j \\in \\text{cost}} w_j r_{ij}
    \\quad\\text{or}\\quad s_i = 1 - \\max_j w_j |r_j^+ - r_{ij}|, \\qquad r_{ij} =
    \\frac{x_{ij}}{\\sqrt{\\sum_k x_{kj}^2}}

    The measures are the ratio system and the reference point's distance, low being good there. The paper has
    no weights; its sums are those for equal weights times their number. multimoora adds the multiplicative
    form.

    Reference: Brauers and Zavadskas (2006), The MOORA method and its application to privatization in a
    transition economy, Control and Cybernetics 35(2)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, form: Literal['ratio_system', 'reference_point'] = 'ratio_system') -> None: ...
    def replace(self, *, form: Literal['ratio_system', 'reference_point'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['ratio_system', 'reference_point']:
        """Which half of the method the score is."""


class Moosra(Method):
    """Weighted benefits divided by weighted costs, each criterion divided by its length.

    Formula: s_i = \\frac{\\sum_{j \\in \\text{benefit}} w_j r_{ij}}{\\sum_{j \\in \\text{cost}} w_j r_{ij}},
    \\qquad r_{ij} = \\frac{x_{ij}}{\\sqrt{\\sum_k x_{kj}^2}}

    Needs a criterion that is better when low, with values above 0; the others have to be 0 or more. In an
    index all scores are better when high, so that moora is the one to use there.

    Reference: Das, Sarkar and Ray (2012), Towards utilization of Indian technical education: a decision
    making framework for measuring performance of technical institutions, Socio-Economic Planning Sciences
    46(3)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Mpi(Method):
    """The mean of the children, less (or plus) what their imbalance costs: their standard deviation times their
    coefficient of variation.

    Parameters
    ----------
    imbalance: Whether imbalance is subtracted (high is good) or added (high is bad).
    ddof: What is subtracted from the number of children: 0, or 1 as in Compind. (at least 0 and at most 1)

    Formula: s = M \\mp S \\cdot \\frac{S}{M}, \\qquad M = \\sum_j w_j z_j, \\quad S^2 = \\sum_j w_j (z_j -
    M)^2 \\cdot \\frac{m}{m - \\mathrm{ddof}}

    Meant for scores of 100 + 10 z (z_score with mean 100 and sd 10). The papers divide by m (`ddof` 0) and
    weigh children equally; R's Compind divides by m - 1. Weights are taken as probabilities. A higher child
    can lower the score where it makes the unit less balanced, and a very unbalanced unit can score below its
    lowest child, or below another unit that is nowhere better: there is no promise to be `monotone`, and a
    note of the result says so. Scores below 0 are refused; children that are all 0 score 0.

    Reference: De Muro, Mazziotta and Pareto (2011), Composite indices of development and poverty: an
    application to MDGs, Social Indicators Research 104(1); Mazziotta and Pareto (2016), On a generalized non-
    compensatory composite index for measuring socio-economic phenomena, Social Indicators Research 127(3)

    Promises:
    - equal children give that same score
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, imbalance: Literal['subtract', 'add'] = 'subtract', ddof: int = 0) -> None: ...
    def replace(self, *, imbalance: Literal['subtract', 'add'] = ..., ddof: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def imbalance(self) -> Literal['subtract', 'add']:
        """Whether imbalance is subtracted (high is good) or added (high is bad)."""
    @property
    def ddof(self) -> int:
        """What is subtracted from the number of children: 0, or 1 as in Compind."""


class Multimoora(Method):
    """The share of other units that a unit beats in at least two of three rankings: ratio, reference point,
    product.

    Formula: s_i = \\frac{1}{n - 1}\\Big(\\#\\{k : i \\succ k\\} + \\tfrac12 \\#\\{k : i \\sim k\\}\\Big),
    \\qquad U_i = \\prod_j x_{ij}^{\\pm w_j}

    The measures are the three parts: the ratio system y, the distance from the reference point z (low is
    good), and the full multiplicative form U, benefits over costs, each to the power of its weight (the paper
    has none: with equal weights the order is the same). The paper joins the rankings by dominance theory: a
    unit comes before another when it does so in most of them (general dominance), and in all three (absolute
    dominance) all the more. That can go in a circle, so here each unit counts whom it comes before, and draws
    for half. Needs values above 0. A single unit scores 1.

    Reference: Brauers and Zavadskas (2010), Project management by MULTIMOORA as an instrument for transition
    economies, Technological and Economic Development of Economy 16(1)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class MundaNardo(Method):
    """How many units come after a unit in the ranking of maximum likelihood, small differences counting as none.

    Parameters
    ----------
    indifference: Per criterion the difference up to which two units count as equal, by code. (at least 0)

    Formula: s_i = n - r_i, \\qquad r = \\arg\\max_r \\sum_{r_i < r_k} e_{ik}, \\qquad e_{ik} = \\sum_j
    w_j(P_{ik}) + \\tfrac12 \\sum_j w_j(I_{ik})

    Condorcet, Kemeny, Young and Levenglick (C-K-Y-L) with weights as importances: what one criterion lacks is
    never made up for by another. `indifference` gives per criterion, by code, the difference up to which two
    units count as equal; without it the ranking is Kemeny's. Where several rankings are equally likely a
    unit's position is its mean over them; `earliest`, `latest`, `agreement` and `rankings` as in kemeny.
    Exact, for up to 20 units in a circle.

    Reference: Munda and Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries: a
    defensible setting, Applied Economics 41(12); OECD and JRC (2008), Handbook on Constructing Composite
    Indicators, section 6.4

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, indifference: dict[str, float] = {}) -> None: ...
    def replace(self, *, indifference: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def indifference(self) -> dict[str, float]:
        """Per criterion the difference up to which two units count as equal, by code."""


class Ocra(Method):
    """How much better a unit is than the worst, criterion by criterion, in multiples of the lowest value.

    Formula: s_i = t_i - \\min_k t_k, \\qquad t_i = \\sum_{j \\in \\text{benefit}} w_j \\frac{x_{ij} - \\min_k
    x_{kj}}{\\min_k x_{kj}} + \\sum_{j \\in \\text{cost}} w_j \\frac{\\max_k x_{kj} - x_{ij}}{\\min_k x_{kj}}

    Operational competitiveness rating. The worst unit scores 0. Values have to be above 0. A criterion with a
    small lowest value counts much.

    Reference: Parkan (1994), Operational competitiveness ratings of production units, Managerial and Decision
    Economics 15(3); Parkan and Wu (2000), Comparison of three modern multicriteria decision-making tools,
    International Journal of Systems Science 31(4)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Owa(Method):
    """A mean whose weights belong to places: so much for the highest child, so much for the second highest, and
    so on.

    Parameters
    ----------
    ordered_weights: Weights of the places, the highest child first; empty for the quantifier r^a. (at least
    0)
    orness: How near to the highest child, in (0, 1]; sets the exponent to 1/orness - 1. (at least 0.001 and
    at most 1)
    exponent: The power a of the quantifier; higher is nearer to the lowest child. (at least 0 and at most
    1000)

    Formula: s = \\sum_k \\big(Q(S_k) - Q(S_{k-1})\\big) z_{(k)}, \\quad S_k = \\sum_{h \\le k} w_{(h)},
    \\quad z_{(1)} \\ge z_{(2)} \\ge \\dots

    Three ways to say what places are worth. `ordered_weights`: one per child, the highest child first; they
    are divided by their sum. `orness` from just above 0 (the lowest child decides) over 0.5 (the mean) to 1
    (the highest decides): Q(r) = r^a with a = 1/orness - 1. Otherwise `exponent` is that a: 2 reads 'most', 1
    is the arithmetic mean, 0 the maximum. The children's own weights are kept: Torra's WOWA lets a child take
    as much room in Q as it has weight; equal weights give Yager's OWA.

    Reference: Yager (1988), On ordered weighted averaging aggregation operators in multicriteria
    decisionmaking, IEEE Transactions on Systems, Man and Cybernetics 18(1); Yager (1996), Quantifier guided
    aggregation, International Journal of Intelligent Systems 11(1); Torra (1997), The weighted OWA operator,
    International Journal of Intelligent Systems 12(2)

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, ordered_weights: tuple[float, ...] = (), orness: float | None = None, exponent: float = 2.0) -> None: ...
    def replace(self, *, ordered_weights: tuple[float, ...] = ..., orness: float | None = ..., exponent: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def ordered_weights(self) -> tuple[float, ...]:
        """Weights of the places, the highest child first; empty for the quantifier r^a."""
    @property
    def orness(self) -> float | None:
        """How near to the highest child, in (0, 1]; sets the exponent to 1/orness - 1."""
    @property
    def exponent(self) -> float:
        """The power a of the quantifier; higher is nearer to the lowest child."""


class PenalisedMean(Method):
    """The mean of the children, less a share of how far they are apart.

    Parameters
    ----------
    by: How spread is measured: gini, mean_deviation or standard_deviation.
    strength: The share k of the spread that is subtracted. (at least 0 and at most 10)

    Formula: s = M - k D, \\qquad D = \\tfrac12 \\sum_{i,j} w_i w_j |z_i - z_j|, \\quad \\sum_j w_j |z_j - M|
    \\quad\\text{or}\\quad \\sqrt{\\textstyle\\sum_j w_j (z_j - M)^2}

    The form with a penalty proportional to a spread; those of Mazziotta and Pareto (mpi, ampi), of Casadio
    Tarabusi and Guarini (mean_min) and of the bottleneck (bottleneck_penalty) have their own methods. With
    `gini` and strength up to 1, or `mean_deviation` and strength up to 1/2, a better child never lowers the
    score; otherwise it can, so that a unit can score below another that is nowhere better: there is no
    promise to be `monotone`, and a note of the result says so.

    Reference: Sen (1976), Real national income, Review of Economic Studies 43(1): M (1 - G); Hicks (1997),
    The inequality-adjusted human development index, World Development 25(8); Yager and Rybalov (1997),
    Understanding the median as a fusion operator, International Journal of General Systems 26(3): penalties

    Promises:
    - equal children give that same score
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self, *, by: Literal['gini', 'mean_deviation', 'standard_deviation'] = 'gini', strength: float = 1.0) -> None: ...
    def replace(self, *, by: Literal['gini', 'mean_deviation', 'standard_deviation'] = ..., strength: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def by(self) -> Literal['gini', 'mean_deviation', 'standard_deviation']:
        """How spread is measured: gini, mean_deviation or standard_deviation."""
    @property
    def strength(self) -> float:
        """The share k of the spread that is subtracted."""


class Piv(Method):
    """One less the weighted distances from the best of every criterion, after dividing each by its length.

    Formula: s_i = 1 - d_i, \\qquad d_i = \\sum_j w_j \\frac{|x_j^+ - x_{ij}|}{\\sqrt{\\sum_k x_{kj}^2}}

    The measure `proximity` is the paper's overall proximity value d, low being good. A unit that is best
    everywhere scores 1.

    Reference: Mufazzal and Muzakkir (2018), Computers and Industrial Engineering 119: a method based on the
    proximity indexed value

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Probid(Method):
    """Distances from a row of ideals, the best values first, then the second best, and so on, and from the mean.

    Parameters
    ----------
    simple: Whether only the quarters at both ends count (sPROBID).

    Formula: s_i = \\frac{1}{1 + (S_i^+ / S_i^-)^2} + \\bar S_i, \\quad S_i^+ = \\sum_{k \\le (n+1)/2}
    \\frac{S_{ik}}{k}, \\quad S_i^- = \\sum_{k > n/2} \\frac{S_{ik}}{n - k + 1}, \\quad S_{ik} = \\Big\\| w_j
    \\Big( \\frac{x_{ij}}{\\lVert x_j \\rVert} - A_{kj} \\Big) \\Big\\|

    The k-th ideal has the k-th best value of every criterion. A unit far from the mean scores higher, also
    where it is far on the bad side: PROBID can rank a unit below one that it dominates. `simple` is the
    paper's sPROBID: only the first and the last quarter of ideals (at least one) and no mean; its performance
    is S-/S+, a measure, and the score S-/(S+ + S-), which ranks alike and exists for a unit at the ideal,
    too. Takes n² m steps.

    Reference: Wang, Rangaiah and Wang (2021), Preference ranking on the basis of ideal-average distance
    method for multi-criteria decision-making, Industrial and Engineering Chemistry Research 60(30)

    Promises:
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, simple: bool = False) -> None: ...
    def replace(self, *, simple: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def simple(self) -> bool:
        """Whether only the quarters at both ends count (sPROBID)."""


class Promethee1(Method):
    """What a unit gains over the others and what the others gain over it, kept apart: a partial order.

    Parameters
    ----------
    function: How a difference becomes a preference.
    indifference: The threshold q: differences up to it do not count in u_shape, level and linear. (at least
    0)
    preference: The threshold p: differences beyond it count in full in v_shape, level and linear. (at least
    0)
    spread: The difference s at the turning point of gaussian. (above 0)
    functions: Other functions for some criteria, by code.
    indifferences: Other thresholds q for some criteria, by code. (at least 0)
    preferences: Other thresholds p for some criteria, by code. (at least 0)
    spreads: Other values of s for some criteria, by code. (above 0)

    Formula: \\phi_i^+ = \\frac{1}{n-1}\\sum_k \\sum_j w_j P_j(x_{ij} - x_{kj}), \\quad \\phi_i^- =
    \\frac{1}{n-1}\\sum_k \\sum_j w_j P_j(x_{kj} - x_{ij}), \\qquad s_i = \\phi_i^+ - \\phi_i^-

    The measures are the positive flow (what a unit gains, high is good) and the negative (what others gain
    over it, low is good). A unit outranks another if it is at least as good in both flows and better in one;
    units with each one flow better are incomparable, which the score, the net flow of PROMETHEE II, does not
    show. Thresholds are in each criterion's unit, after the table's own treatment, and may be given by code.
    With one unit the flows are 0.

    Reference: Brans, Vincke and Mareschal (1986), How to select and how to rank projects: the PROMETHEE
    method, European Journal of Operational Research 24(2)

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, function: Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian'] = 'usual', indifference: float = 0.0, preference: float = 0.0, spread: float = 1.0, functions: dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']] = {}, indifferences: dict[str, float] = {}, preferences: dict[str, float] = {}, spreads: dict[str, float] = {}) -> None: ...
    def replace(self, *, function: Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian'] = ..., indifference: float = ..., preference: float = ..., spread: float = ..., functions: dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']] = ..., indifferences: dict[str, float] = ..., preferences: dict[str, float] = ..., spreads: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def function(self) -> Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']:
        """How a difference becomes a preference."""
    @property
    def indifference(self) -> float:
        """The threshold q: differences up to it do not count in u_shape, level and linear."""
    @property
    def preference(self) -> float:
        """The threshold p: differences beyond it count in full in v_shape, level and linear."""
    @property
    def spread(self) -> float:
        """The difference s at the turning point of gaussian."""
    @property
    def functions(self) -> dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']]:
        """Other functions for some criteria, by code."""
    @property
    def indifferences(self) -> dict[str, float]:
        """Other thresholds q for some criteria, by code."""
    @property
    def preferences(self) -> dict[str, float]:
        """Other thresholds p for some criteria, by code."""
    @property
    def spreads(self) -> dict[str, float]:
        """Other values of s for some criteria, by code."""


class Promethee2(Method):
    """What a unit gains over the others in pairwise comparisons, less what the others gain over it.

    Parameters
    ----------
    function: How a difference becomes a preference.
    indifference: The threshold q: differences up to it do not count in u_shape, level and linear. (at least
    0)
    preference: The threshold p: differences beyond it count in full in v_shape, level and linear. (at least
    0)
    spread: The difference s at the turning point of gaussian. (above 0)
    functions: Other functions for some criteria, by code.
    indifferences: Other thresholds q for some criteria, by code. (at least 0)
    preferences: Other thresholds p for some criteria, by code. (at least 0)
    spreads: Other values of s for some criteria, by code. (above 0)

    Formula: s_i = \\frac{1}{n-1}\\sum_k \\sum_j w_j \\big(P_j(x_{ij} - x_{kj}) - P_j(x_{kj} - x_{ij})\\big)

    The score is the net flow, from -1 to 1; the measures are its two parts. Usual preferences need no
    thresholds and make it a weighted Borda count; the other five functions have thresholds in each
    criterion's unit, for all criteria or by code. All but gaussian take O(m n log n) by sorting. A difference
    of exactly q does not count, one of exactly p counts in full only in the ramps, as in the paper. With one
    unit the score is 0.

    Reference: Brans, Vincke and Mareschal (1986), How to select and how to rank projects: the PROMETHEE
    method, European Journal of Operational Research 24(2)

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, function: Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian'] = 'usual', indifference: float = 0.0, preference: float = 0.0, spread: float = 1.0, functions: dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']] = {}, indifferences: dict[str, float] = {}, preferences: dict[str, float] = {}, spreads: dict[str, float] = {}) -> None: ...
    def replace(self, *, function: Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian'] = ..., indifference: float = ..., preference: float = ..., spread: float = ..., functions: dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']] = ..., indifferences: dict[str, float] = ..., preferences: dict[str, float] = ..., spreads: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def function(self) -> Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']:
        """How a difference becomes a preference."""
    @property
    def indifference(self) -> float:
        """The threshold q: differences up to it do not count in u_shape, level and linear."""
    @property
    def preference(self) -> float:
        """The threshold p: differences beyond it count in full in v_shape, level and linear."""
    @property
    def spread(self) -> float:
        """The difference s at the turning point of gaussian."""
    @property
    def functions(self) -> dict[str, Literal['usual', 'u_shape', 'v_shape', 'level', 'linear', 'gaussian']]:
        """Other functions for some criteria, by code."""
    @property
    def indifferences(self) -> dict[str, float]:
        """Other thresholds q for some criteria, by code."""
    @property
    def preferences(self) -> dict[str, float]:
        """Other thresholds p for some criteria, by code."""
    @property
    def spreads(self) -> dict[str, float]:
        """Other values of s for some criteria, by code."""


class Rafsi(Method):
    """Weighted criteria after each has been mapped onto one interval between an anti-ideal and an ideal value.

    Parameters
    ----------
    ideals: Per criterion the ideal value; otherwise the best of the units.
    anti_ideals: Per criterion the worst value; otherwise the worst of the units.
    low: The lower end of the interval. (above 0)
    high: The upper end of the interval. (above 0)

    Formula: s_i = \\sum_j w_j \\hat s_{ij}, \\quad \\hat s = \\frac{f}{2A} \\text{ (benefit)}, \\;
    \\frac{H}{2f} \\text{ (cost)}, \\quad f = n_1 + (n_{2k} - n_1) \\frac{x - \\min(a_N, a_I)}{|a_I - a_N|},
    \\quad A = \\frac{n_1 + n_{2k}}{2}, \\; H = \\frac{2}{1/n_1 + 1/n_{2k}}

    Ranking of alternatives through functional mapping of criterion sub-intervals into a single interval.
    `ideals` and `anti_ideals` are given per criterion, by code, as the paper wants it, and then no unit's
    score depends on the others; a criterion without them has the best and the worst of the units. `low` and
    `high` are n_1 and n_2k: the ideal is at least six times as good as the anti-ideal. A criterion that is
    the same for all units counts as at its best.

    Reference: Zizovic, Pamucar, Albijanic, Chatterjee and Pribicevic (2020), Eliminating rank reversal
    problem using a new multi-attribute model: the RAFSI method, Mathematics 8(6)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, ideals: dict[str, float] = {}, anti_ideals: dict[str, float] = {}, low: float = 1.0, high: float = 6.0) -> None: ...
    def replace(self, *, ideals: dict[str, float] = ..., anti_ideals: dict[str, float] = ..., low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def ideals(self) -> dict[str, float]:
        """Per criterion the ideal value; otherwise the best of the units."""
    @property
    def anti_ideals(self) -> dict[str, float]:
        """Per criterion the worst value; otherwise the worst of the units."""
    @property
    def low(self) -> float:
        """The lower end of the interval."""
    @property
    def high(self) -> float:
        """The upper end of the interval."""


class Ram(Method):
    """A root of the benefits, its order growing with the costs: benefits make up for costs only in part.

    Formula: s_i = \\sqrt[2 + S_i^-]{2 + S_i^+}, \\qquad S_i^{\\pm} = \\sum_{j \\in \\text{benefit / cost}}
    w_j \\frac{x_{ij}}{\\sum_k x_{kj}}

    Values have to be 0 or more; a criterion of zeros adds nothing. In an index, where all scores are better
    when high, it is the square root of 2 plus the weighted shares.

    Reference: Sotoudeh-Anvari (2023), Root assessment method (RAM): a novel multi-criteria decision making
    method and its applications in sustainability challenges, Journal of Cleaner Production 423

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class RankSumRatio(Method):
    """The mean rank of a unit as a share of the number of units; with bands from a regression on normal
    quantiles.

    Parameters
    ----------
    form: How values become ranks: integer or non_integer.
    bands: How many bands units fall into. (at least 3 and at most 5)
    fitted: Whether the fitted value is the score, where there is one.

    Formula: s_i = \\frac1n \\sum_j w_j R_{ij}, \\qquad \\hat s = a + b\\,(5 + \\Phi^{-1}(p))

    秩和比法. The higher the rank the better; criteria that are worse when high are ranked the other way round.
    The distinct ratios, in order, get the cumulative share p of their mean rank among all units, the last 1 -
    1/(4n), and its probit 5 + z; the ratios are then regressed on the probits (once for every distinct ratio)
    and the fitted values cut at fixed probits: at 4 and 6 for three bands, 3.5, 5 and 6.5 for four, 3.2, 4.4,
    5.6 and 6.8 for five. Measures: `ratio`, `share`, `probit`, `fitted` and `band` (1 is the best); fitted
    and band are missing where there is a single distinct ratio. `fitted` scores by the regression; the order
    is the same. Integer ranks only look at order; the non-integer form keeps distances.

    Reference: Tian (1988), Rank-sum ratio method and its applications (秩和比法及其应用), Chinese Physician 23(2);
    Tian (1993), The Rank-Sum Ratio Method (秩和比法), China Statistics Press

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, form: Literal['integer', 'non_integer'] = 'integer', bands: int = 3, fitted: bool = False) -> None: ...
    def replace(self, *, form: Literal['integer', 'non_integer'] = ..., bands: int = ..., fitted: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['integer', 'non_integer']:
        """How values become ranks: integer or non_integer."""
    @property
    def bands(self) -> int:
        """How many bands units fall into."""
    @property
    def fitted(self) -> bool:
        """Whether the fitted value is the score, where there is one."""


class Rim(Method):
    """Nearness to an ideal that may be an interval anywhere in a criterion's range.

    Parameters
    ----------
    ranges: Per criterion [lowest, highest] value there can be; otherwise of the units.
    ideals: Per criterion the interval [from, to] that is ideal; otherwise the best end.

    Formula: s_i = \\frac{I_i^-}{I_i^+ + I_i^-}, \\quad I_i^+ = \\sqrt{\\sum_j w_j^2 (1 - y_{ij})^2}, \\quad
    I_i^- = \\sqrt{\\sum_j w_j^2 y_{ij}^2}, \\quad y = 1 \\text{ in } [C, D], \\; 1 - \\frac{C - x}{C - A}
    \\text{ below}, \\; 1 - \\frac{x - D}{B - D} \\text{ above}

    `ranges` [A, B] and `ideals` [C, D] are given per criterion, by code; a criterion without a range has that
    of the units, without an ideal its best end. With fixed ranges no unit's score depends on the others, so
    there is no rank reversal. Where an ideal is given, what is better is to be nearer to it. A value outside
    its range is an error.

    Reference: Cables, Lamata and Verdegay (2016), RIM: reference ideal method in multicriteria decision
    making, Information Sciences 337

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, ranges: dict[str, tuple[float, float]] = {}, ideals: dict[str, tuple[float, float]] = {}) -> None: ...
    def replace(self, *, ranges: dict[str, tuple[float, float]] = ..., ideals: dict[str, tuple[float, float]] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """Per criterion [lowest, highest] value there can be; otherwise of the units."""
    @property
    def ideals(self) -> dict[str, tuple[float, float]]:
        """Per criterion the interval [from, to] that is ideal; otherwise the best end."""


class Rov(Method):
    """The middle between the best and the worst utility of a unit.

    Formula: s_i = \\tfrac12 (u_i^+ + u_i^-), \\qquad u_i^+ = \\sum_{j \\in \\text{benefit}} w_j \\frac{x_{ij}
    - \\min_k x_{kj}}{\\max_k x_{kj} - \\min_k x_{kj}}, \\quad u_i^- = \\sum_{j \\in \\text{cost}} w_j
    \\frac{\\max_k x_{kj} - x_{ij}}{\\max_k x_{kj} - \\min_k x_{kj}}

    The measures are the two utilities. Where all criteria are better when high, it is half the weighted mean
    of min-max scores. A criterion that is the same for all units counts as at its best.

    Reference: Yakowitz, Lane and Szidarovszky (1993), Multi-attribute decision making: dominance with respect
    to an importance order of the attributes, Applied Mathematics and Computation 54(2-3)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Schulze(Method):
    """How many units a unit beats by the strongest chain of majorities, less how many beat it so.

    Parameters
    ----------
    strength: What makes a majority strong: its margin or its weight.

    Formula: s_i = \\sum_{k \\ne i} \\mathrm{sign}(p_{ik} - p_{ki}), \\qquad p_{ik} = \\max_{\\text{paths } i
    \\to k} \\min_{\\text{steps}} d

    A chain is as strong as its weakest majority d; only majorities (margins above 1e-9) make chains. Ranks
    completely where majorities go in circles, without Kemeny's search. Takes n³ steps and keeps n² numbers.

    Reference: Schulze (2011), A new monotonic, clone-independent, reversal symmetric, and Condorcet-
    consistent single-winner election method, Social Choice and Welfare 36(2)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, strength: Literal['margin', 'winning'] = 'margin') -> None: ...
    def replace(self, *, strength: Literal['margin', 'winning'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def strength(self) -> Literal['margin', 'winning']:
        """What makes a majority strong: its margin or its weight."""


class Spotis(Method):
    """One less the weighted distance from an ideal within fixed bounds: units that come or go change no score.

    Parameters
    ----------
    low: The lower bound of all criteria.
    high: The upper bound of all criteria.
    bounds: Other bounds for some criteria, by code: [low, high].
    expected: Values that are ideal instead of a bound, by code.

    Formula: s_i = 1 - d_i, \\qquad d_i = \\sum_j w_j \\frac{|x_{ij} - x_j^*|}{b_j^{\\max} - b_j^{\\min}}

    The ideal is the better bound of each criterion, or the expected solution point where one is given: then
    nearness to it counts, and more may be worse. `low` and `high` bound all criteria, as scores of an index
    are, `bounds` some, by code. A value outside its bounds is an error that names it. The measure `distance`
    is the paper's number, low being good.

    Reference: Dezert, Tchamova, Han and Tacnet (2020), The SPOTIS rank reversal free method for multi-
    criteria decision-making support, 23rd International Conference on Information Fusion

    Promises:
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, low: float = 0.0, high: float = 100.0, bounds: dict[str, tuple[float, float]] = {}, expected: dict[str, float] = {}) -> None: ...
    def replace(self, *, low: float = ..., high: float = ..., bounds: dict[str, tuple[float, float]] = ..., expected: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """The lower bound of all criteria."""
    @property
    def high(self) -> float:
        """The upper bound of all criteria."""
    @property
    def bounds(self) -> dict[str, tuple[float, float]]:
        """Other bounds for some criteria, by code: [low, high]."""
    @property
    def expected(self) -> dict[str, float]:
        """Values that are ideal instead of a bound, by code."""


class Todim(Method):
    """The sum of a unit's gains and losses against all others, a loss being felt more; from 0 for the least to
    1.

    Parameters
    ----------
    attenuation: Theta: below 1, losses are felt more. (above 0)

    Formula: s_i = \\frac{\\delta_i - \\min \\delta}{\\max \\delta - \\min \\delta}, \\quad \\delta_i =
    \\sum_k \\sum_j \\varphi_j(i, k), \\quad \\varphi_j = \\sqrt{w_j (p_{ij} - p_{kj})} \\text{ for a gain},
    \\; -\\frac1\\theta \\sqrt{(p_{kj} - p_{ij}) / w_j} \\text{ for a loss}

    Interactive and multicriteria decision making after prospect theory. p is x divided by its sum, or 1/x
    divided by the sum of 1/x for costs. Weights relative to a reference criterion cancel. With an
    `attenuation` theta below 1 losses are felt more, above 1 less; the paper takes 1, Gomes and Rangel 1 to
    15. Values have to be above 0. Takes n² m steps. Where all units are the same they score 1.

    Reference: Gomes and Lima (1992), TODIM: basics and application to multicriteria ranking of projects with
    environmental impacts, Foundations of Computing and Decision Sciences 16(4); Gomes and Rangel (2009), An
    application of the TODIM method to the multicriteria rental evaluation of residential properties, European
    Journal of Operational Research 193(1)

    Promises:
    - refuses values at or below zero
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, attenuation: float = 1.0) -> None: ...
    def replace(self, *, attenuation: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def attenuation(self) -> float:
        """Theta: below 1, losses are felt more."""


class Topsis(Method):
    """How much nearer a unit is to the best than to the worst that occurs, between weighted ratings.

    Parameters
    ----------
    scale: How raw criteria are made comparable.
    distance: How differences become one distance.

    Formula: s_i = \\frac{D_i^-}{D_i^+ + D_i^-}, \\qquad D_i^\\pm = \\Big(\\sum_j (w_j r_{ij} - w_j
    r_j^\\pm)^2\\Big)^{1/2}, \\quad r_{ij} = \\frac{x_{ij}}{\\sqrt{\\sum_k x_{kj}^2}}

    Hwang and Yoon scale by vector length and measure Euclidean distance. min_max is used by Opricovic and
    Tzeng (2004) in their comparison with VIKOR; linear is the linear scale transformation in Hwang and Yoon,
    and needs values above 0; sum is common with entropy weights (熵权TOPSIS also uses vector). The measures are
    D+ and D-. A unit as far from the best as from the worst scores 0.5, and so do units that are all the
    same. Scores depend on which units are there: one that joins or leaves may turn the order of others.

    Reference: Hwang and Yoon (1981), Multiple attribute decision making: methods and applications, Springer

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, scale: Literal['vector', 'linear', 'min_max', 'sum'] = 'vector', distance: Literal['euclidean', 'manhattan', 'chebyshev'] = 'euclidean') -> None: ...
    def replace(self, *, scale: Literal['vector', 'linear', 'min_max', 'sum'] = ..., distance: Literal['euclidean', 'manhattan', 'chebyshev'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> Literal['vector', 'linear', 'min_max', 'sum']:
        """How raw criteria are made comparable."""
    @property
    def distance(self) -> Literal['euclidean', 'manhattan', 'chebyshev']:
        """How differences become one distance."""


class Vikor(Method):
    """A compromise between the weighted mean of shortfalls and the largest of them.

    Parameters
    ----------
    strategy: The weight v of the group's utility against the individual regret; 0.5 is consensus. (at least 0
    and at most 1)

    Formula: s_i = 1 - Q_i, \\qquad Q_i = v\\frac{S_i - S^*}{S^- - S^*} + (1 - v)\\frac{R_i - R^*}{R^- - R^*},
    \\quad S_i = \\sum_j d_{ij},\\ R_i = \\max_j d_{ij},\\ d_{ij} = w_j\\frac{x_j^+ - x_{ij}}{x_j^+ - x_j^-}

    The measures are S (group utility), R (individual regret) and Q, all low when good, and `compromise`: 1
    for the units of the compromise solution. That is the unit with the lowest Q alone if it leads by at least
    1/(n - 1) (acceptable advantage, C1) and is also first by S or by R (acceptable stability, C2); the first
    two if only C2 fails; otherwise all whose Q is less than 1/(n - 1) behind. A criterion that is the same
    for all units adds nothing; where all S, or all R, are the same, that half of Q is 0.

    Reference: Opricovic and Tzeng (2004), Compromise solution by MCDM methods: a comparative analysis of
    VIKOR and TOPSIS, European Journal of Operational Research 156(2)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, strategy: float = 0.5) -> None: ...
    def replace(self, *, strategy: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def strategy(self) -> float:
        """The weight v of the group's utility against the individual regret; 0.5 is consensus."""


class Waspas(Method):
    """A mixture of the weighted sum and the weighted product of ratios to the best unit.

    Parameters
    ----------
    lambda_: The part of the sum; the rest is the product. (at least 0 and at most 1)

    Formula: s_i = \\lambda \\sum_j w_j r_{ij} + (1 - \\lambda) \\prod_j r_{ij}^{w_j}, \\qquad r_{ij} =
    \\frac{x_{ij}}{\\max_k x_{kj}} \\text{ or } \\frac{\\min_k x_{kj}}{x_{ij}}

    The measures are the sum (WSM) and the product (WPM), the results for lambda = 1 and 0. Needs values of 0
    or more, and above 0 where low is better. A criterion that is the same for all units counts 1.

    Reference: Zavadskas, Turskis, Antucheviciene and Zakarevicius (2012), Optimisation of weighted aggregated
    sum product assessment, Elektronika ir Elektrotechnika 122(6)

    Promises:
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, lambda_: float = 0.5) -> None: ...
    def replace(self, *, lambda_: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def lambda_(self) -> float:
        """The part of the sum; the rest is the product."""


class WeightedMedian(Method):
    """The child at which half of all weight is reached: a single extreme child has no say, a heavy one has more.

    Formula: s = z_{(k)}, \\quad \\sum_{h<k} w_{(h)} < \\tfrac12 < \\sum_{h \\le k} w_{(h)}, \\qquad s =
    \\tfrac12 (z_{(k)} + z_{(k+1)}) \\text{ where the sum is } \\tfrac12

    Where the children up to one have half of all weight (to 1e-12), the mean of it and of the next. With
    equal weights it is the median.

    Reference: Edgeworth (1888), On a new method of reducing observations relating to several quantities,
    Philosophical Magazine 25; Beliakov, Bustince and Calvo (2016), A Practical Guide to Averaging Functions,
    section 2.8

    Promises:
    - a higher child score never lowers the group's score
    - equal children give that same score
    - the score lies between the lowest and the highest child
    - multiplying every child by a > 0 multiplies the score by a"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Wroclaw(Method):
    """One less the distance from a unit that is best everywhere, measured by the mean and spread of all such
    distances.

    Parameters
    ----------
    ddof: What standard deviations subtract from the number of units: 0 or 1. (at least 0 and at most 1)

    Formula: s_i = 1 - \\frac{d_i}{\\bar d + 2 S_d}, \\qquad d_i = \\sqrt{\\sum_j w_j \\Big( \\frac{x_j^+ -
    x_{ij}}{S_j} \\Big)^2}

    The measure `distance` is d / (mean + 2 sd), low being good, which R's Compind reports; the score is 1
    less that, Hellwig's measure of development, usually within [0, 1] and below 0 for a unit unusually far
    away. Hellwig divides by n (`ddof` 0). Equal weights give his unweighted form. A criterion that is the
    same for all units adds nothing; where all units are the same they score 1.

    Reference: Florek, Lukaszewicz, Perkal, Steinhaus and Zubrzycki (1952), Taksonomia wroclawska, Przeglad
    Antropologiczny 17; Hellwig (1968), Zastosowanie metody taksonomicznej do typologicznego podzialu krajow,
    Przeglad Statystyczny 15(4)

    Promises:
    - changing the unit of measurement (x to a + b x, b > 0) changes no score
    - multiplying the data by b > 0 changes no score
    - a unit at least as good on every criterion never scores lower"""

    def __init__(self, *, ddof: int = 0) -> None: ...
    def replace(self, *, ddof: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def ddof(self) -> int:
        """What standard deviations subtract from the number of units: 0 or 1."""


class Custom(Method):
    """The score that a function of yours gives a unit's children.

    Parameters
    ----------
    name: The name it has in files; reading one asks for the function again.

    Formula: s = f(z, w)

    The function gets the scores of one unit's children (none missing, high being better) and their weights,
    which sum to 1, and returns the score; NaN for none. It compares by name and identity, and a file holds
    only its name.

    Reference: the user's own"""

    def __init__(self, *, name: str = '', function: Callable[..., Any]) -> None: ...
    def replace(self, *, name: str = ..., function: Callable[..., Any] = ...) -> Self: ...  # type: ignore[override]
    @property
    def name(self) -> str:
        """The name it has in files; reading one asks for the function again."""
    @property
    def function(self) -> Callable[..., Any]:
        """The function."""
