"""How the values of an indicator become scores that can be compared. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "AboveBelowMean",
    "AmpiScale",
    "AnnualDifference",
    "BalanceOfOpinions",
    "CategoricalScale",
    "Custom",
    "Cyclical",
    "DistanceToBest",
    "DistanceToTarget",
    "Efficacy",
    "EnhancedAccuracy",
    "ExponentialRank",
    "Fixed",
    "Goalposts",
    "Identity",
    "Linear",
    "Logarithmic",
    "Logistic",
    "Max",
    "MinMax",
    "MpiScale",
    "Nonlinear",
    "PercentileRank",
    "PiecewiseLinear",
    "Rank",
    "ReferenceIdeal",
    "RobustZ",
    "ShareOfBest",
    "Sum",
    "TimeDistance",
    "Vector",
    "ZScore",
    "ZavadskasTurskis",
]


class MinMax(Method):
    """Maps the observed range of each indicator onto [low, high].

    Parameters
    ----------
    low: Score of the worst observed value.
    high: Score of the best observed value.

    Formula: z = l + (h - l)\\frac{x - \\min x}{\\max x - \\min x}

    Where low values are better, minimum and maximum change places. For an indicator with an optimum, x is the
    deviation and the best value is a deviation of 0.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.3; Weitendorf
    (1976)

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, low: float = 0.0, high: float = 100.0) -> None: ...
    def replace(self, *, low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """Score of the worst observed value."""
    @property
    def high(self) -> float:
        """Score of the best observed value."""


class ZScore(Method):
    """How many standard deviations a value is better than the mean.

    Parameters
    ----------
    mean: The mean of the scores.
    sd: The standard deviation of the scores. (above 0)
    ddof: What is taken from n in the variance: 1 for a sample, 0 for all there are. (at least 0 and at most
    1)

    Formula: z = m \\pm s\\,\\frac{x - \\bar x}{\\hat\\sigma_x}, \\qquad \\hat\\sigma_x^2 = \\frac{\\sum (x -
    \\bar x)^2}{n - \\mathrm{ddof}}

    The sign is minus where low values are better. Scores may be below 0, so they do not go with geometric
    means; 50 and 10 (T-scores) or 100 and 10 are common for mean and sd. For an indicator with an optimum,
    the deviations are standardised.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.2

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, mean: float = 0.0, sd: float = 1.0, ddof: int = 1) -> None: ...
    def replace(self, *, mean: float = ..., sd: float = ..., ddof: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def mean(self) -> float:
        """The mean of the scores."""
    @property
    def sd(self) -> float:
        """The standard deviation of the scores."""
    @property
    def ddof(self) -> int:
        """What is taken from n in the variance: 1 for a sample, 0 for all there are."""


class RobustZ(Method):
    """How far a value is better than the median, in robust standard deviations.

    Parameters
    ----------
    spread: The spread that distances are measured by.
    as_normal: Whether the spread is scaled to that of a normal distribution.
    mean: m, the score of the median.
    sd: s, what one robust standard deviation is worth. (above 0)

    Formula: z = m \\pm s\\,\\frac{x - \\tilde x}{c\\,D}, \\qquad D = \\operatorname{med}|x - \\tilde x|,\\ c
    = \\frac{1}{\\Phi^{-1}(3/4)} \\approx 1.4826 \\quad\\text{or}\\quad D = Q_3 - Q_1,\\ c =
    \\frac{1/2}{\\Phi^{-1}(3/4)} \\approx 0.7413

    Up to half of the values (a quarter with the interquartile range) may be outliers without moving the
    scale. With as_normal the spread is that of a normal distribution with the same D, so that scores read
    like z-scores; without it they are in units of D. Where more than half of the values are equal the median
    deviation is 0, which is an error. Quartiles are of type 7. The sign is minus where low values are better.

    Reference: Hampel (1974), The influence curve and its role in robust estimation, Journal of the American
    Statistical Association 69(346); Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, spread: Literal['median_deviation', 'interquartile_range'] = 'median_deviation', as_normal: bool = True, mean: float = 0.0, sd: float = 1.0) -> None: ...
    def replace(self, *, spread: Literal['median_deviation', 'interquartile_range'] = ..., as_normal: bool = ..., mean: float = ..., sd: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def spread(self) -> Literal['median_deviation', 'interquartile_range']:
        """The spread that distances are measured by."""
    @property
    def as_normal(self) -> bool:
        """Whether the spread is scaled to that of a normal distribution."""
    @property
    def mean(self) -> float:
        """m, the score of the median."""
    @property
    def sd(self) -> float:
        """s, what one robust standard deviation is worth."""


class Goalposts(Method):
    """Maps the indicator's goalposts onto [low, high], whatever has been observed.

    Parameters
    ----------
    low: Score at the worse goalpost.
    high: Score at the better goalpost.
    clip: Whether values beyond a goalpost score as the goalpost does.
    transform: What is applied to values and goalposts first.
    exponent: The exponent when transform is a power. (above 0)

    Formula: z = l + (h - l)\\frac{f(x) - f(g_0)}{f(g_1) - f(g_0)}, \\qquad f(x) = x,\\ \\ln x \\text{ or }
    x^p

    Goalposts are part of the indicator (goalposts = [low, high]); where low values are better they change
    places. Scores compare over time and do not move when units come or go. With log, goalposts and values
    have to be above 0; with power, not below 0. For an indicator with an optimum they are values around it;
    what scores lowest is the deviation of the one further away, on both sides: with the optimum 7 and
    goalposts [4, 9], 4 scores low and so does 10.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical note 1; Mazziotta and Pareto (2016),
    On a generalized non-compensatory composite index, Social Indicators Research 127

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, low: float = 0.0, high: float = 1.0, clip: bool = True, transform: Literal['identity', 'log', 'power'] = 'identity', exponent: float = 1.0) -> None: ...
    def replace(self, *, low: float = ..., high: float = ..., clip: bool = ..., transform: Literal['identity', 'log', 'power'] = ..., exponent: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """Score at the worse goalpost."""
    @property
    def high(self) -> float:
        """Score at the better goalpost."""
    @property
    def clip(self) -> bool:
        """Whether values beyond a goalpost score as the goalpost does."""
    @property
    def transform(self) -> Literal['identity', 'log', 'power']:
        """What is applied to values and goalposts first."""
    @property
    def exponent(self) -> float:
        """The exponent when transform is a power."""


class Efficacy(Method):
    """Gives the unacceptable value a passing score and the satisfactory value full marks; no value is cut off.

    Parameters
    ----------
    form: The curve between the two values.
    base: c, the score of the unacceptable value.
    gain: d, what the satisfactory value scores more. (above 0)
    clip: Whether scores stay between base and base + gain.

    Formula: z = c + d\\,t \\quad\\text{or}\\quad z = c\\,\\Big(\\frac{c + d}{c}\\Big)^{t}, \\qquad t =
    \\frac{x - x_s}{x_h - x_s}

    x_s and x_h are the indicator's goalposts (the unacceptable and the satisfactory value), or the observed
    ends where it has none; where low values are better they change places. Values beyond them score below c
    or above c + d unless clip is set. With 60 and 40 the exponential form is 60 exp(-ln(0.6) t). Scores from
    observed ends are relative: a new unit may change all of them. For an indicator with an optimum, x_s is
    the deviation of the goalpost further away from it, and x_h is 0.

    Reference: Harrington (1965), The desirability function, Industrial Quality Control 21(10); Su Weihua
    (2000), Theory and Methods of Multi-indicator Comprehensive Evaluation (in Chinese), chapter 3

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, form: Literal['linear', 'exponential'] = 'linear', base: float = 60.0, gain: float = 40.0, clip: bool = False) -> None: ...
    def replace(self, *, form: Literal['linear', 'exponential'] = ..., base: float = ..., gain: float = ..., clip: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['linear', 'exponential']:
        """The curve between the two values."""
    @property
    def base(self) -> float:
        """c, the score of the unacceptable value."""
    @property
    def gain(self) -> float:
        """d, what the satisfactory value scores more."""
    @property
    def clip(self) -> bool:
        """Whether scores stay between base and base + gain."""


class Logistic(Method):
    """An S-shaped curve through the middle of the scale at the middle of the data.

    Parameters
    ----------
    centre: What the middle and the spread are taken to be.
    steepness: k: the larger, the steeper in the middle. (above 0)
    low: l, what the worst scores tend to.
    high: h, what the best scores tend to.

    Formula: z = l + \\frac{h - l}{1 + e^{-k u}}, \\qquad u = \\pm\\frac{x - \\bar x}{\\hat\\sigma_x}

    Nearly linear within one standard deviation of the middle; beyond, differences count less and less, and no
    outlier takes the scale for itself. With a steepness of 1.702 scores are within 1 point of 100 times the
    normal distribution function. The sign is minus where low values are better.

    Reference: Verhulst (1845), Recherches mathématiques sur la loi d'accroissement de la population; as a
    scaling of data: Pyle (1999), Data Preparation for Data Mining, chapter 7 (softmax scaling)

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, centre: Literal['mean', 'median'] = 'mean', steepness: float = 1.0, low: float = 0.0, high: float = 100.0) -> None: ...
    def replace(self, *, centre: Literal['mean', 'median'] = ..., steepness: float = ..., low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def centre(self) -> Literal['mean', 'median']:
        """What the middle and the spread are taken to be."""
    @property
    def steepness(self) -> float:
        """k: the larger, the steeper in the middle."""
    @property
    def low(self) -> float:
        """l, what the worst scores tend to."""
    @property
    def high(self) -> float:
        """h, what the best scores tend to."""


class MpiScale(Method):
    """Standardised values with a mean of 100 and a standard deviation of 10.

    Parameters
    ----------
    ddof: What is taken from n in the variance: 0 in the papers, 1 for a sample. (at least 0 and at most 1)

    Formula: z = 100 \\pm 10\\,\\frac{x - \\bar x}{\\hat\\sigma_x}, \\qquad \\hat\\sigma_x^2 = \\frac{\\sum (x
    - \\bar x)^2}{n - \\mathrm{ddof}}

    What the index mpi is made of; nearly all scores lie between 70 and 130. The papers divide by n (ddof =
    0), the R package Compind by n - 1. Relative to the mean of the data: for comparisons over time see
    ampi_scale.

    Reference: De Muro, Mazziotta and Pareto (2011), Composite indices of development and poverty: An
    application to MDGs, Social Indicators Research 104(1)

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, ddof: int = 0) -> None: ...
    def replace(self, *, ddof: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def ddof(self) -> int:
        """What is taken from n in the variance: 0 in the papers, 1 for a sample."""


class AmpiScale(Method):
    """100 at a reference value, and 60 points for the range between the goalposts.

    Parameters
    ----------
    reference: Ref, the value that scores the middle; nothing for the mean.
    low: l, the score of the worse goalpost.
    high: h, the score of the better goalpost.

    Formula: z = l + (h - l)\\,\\frac{x - g_0}{g_1 - g_0}, \\qquad g_{0,1} = \\mathrm{Ref} \\mp \\tfrac12
    (\\mathrm{Sup} - \\mathrm{Inf}), \\text{ turned where low is better}

    What the index ampi is made of. Sup and Inf are the ends over all units and periods: the indicator's
    goalposts, or what the scale is fitted to (fit a panel to all periods, or freeze). The reference scores
    100: a value of the base year such as the national average, one for each indicator through exceptions by
    code; without one it is the mean of the values fitted to. Scores mostly lie between 70 and 130 and compare
    over time. For an indicator with an optimum, x, Ref and the ends are deviations: 0 and that of the
    goalpost further away.

    Reference: Mazziotta and Pareto (2016), On a generalized non-compensatory composite index for measuring
    socio-economic phenomena, Social Indicators Research 127(3)

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, reference: float | None = None, low: float = 70.0, high: float = 130.0) -> None: ...
    def replace(self, *, reference: float | None = ..., low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def reference(self) -> float | None:
        """Ref, the value that scores the middle; nothing for the mean."""
    @property
    def low(self) -> float:
        """l, the score of the worse goalpost."""
    @property
    def high(self) -> float:
        """h, the score of the better goalpost."""


class Rank(Method):
    """The worst value scores 1, the best as many points as there are values.

    Parameters
    ----------
    ties: How tied values share a rank; not ordinal.
    reversal: How ranks are turned round where low values are better.

    Formula: z_i = n + 1 - \\mathrm{rank}_i, \\qquad \\mathrm{rank} = 1 \\text{ for the best value}

    Outliers have no influence, and neither have distances. Ties are those of the rank whose 1 is the best, as
    in results: under best, tied values share the higher score. Missing values are not counted; under dense, n
    is the number of distinct values and ranks are those among them. A value that was not there when the ranks
    were fitted scores between its neighbours, beyond the ends as the ends.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.1

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = 'average', reversal: Literal['rerank', 'complement'] = 'rerank') -> None: ...
    def replace(self, *, ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = ..., reversal: Literal['rerank', 'complement'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def ties(self) -> Literal['best', 'worst', 'average', 'dense', 'ordinal']:
        """How tied values share a rank; not ordinal."""
    @property
    def reversal(self) -> Literal['rerank', 'complement']:
        """How ranks are turned round where low values are better."""


class PercentileRank(Method):
    """The share of units that a unit leaves behind, from low to high.

    Parameters
    ----------
    formula: From positions to shares.
    ties: How tied values share a rank (1 being the best); not ordinal.
    reversal: How ranks are turned round where low values are better.
    low: Score at the share 0.
    high: Score at the share 1.
    decimals: Round scores to so many decimals, halves away from 0. (at least 0 and at most 15)

    Formula: z = l + (h - l)\\,\\frac{p - 1}{n - 1}, \\quad \\frac{p - 1/2}{n}, \\quad \\frac{p}{n + 1}
    \\quad\\text{or}\\quad \\frac{p}{n}

    p counts from the worst value (1) to the best (n). The defaults are spreadsheets' PERCENTRANK.INC and the
    Social Vulnerability Index: tied values share the lowest position. That index turns income per head by
    complement, 1 minus the percentile among ascending values, which is not the percentile among descending
    ones where values are tied. Published tables often round before they add up: see decimals.

    Reference: Flanagan et al. (2011), A social vulnerability index for disaster management, Journal of
    Homeland Security and Emergency Management 8(1); Hyndman and Fan (1996), Sample quantiles in statistical
    packages, The American Statistician 50(4)

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, formula: Literal['strict', 'hazen', 'weibull', 'share'] = 'strict', ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = 'worst', reversal: Literal['rerank', 'complement'] = 'rerank', low: float = 0.0, high: float = 100.0, decimals: int | None = None) -> None: ...
    def replace(self, *, formula: Literal['strict', 'hazen', 'weibull', 'share'] = ..., ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = ..., reversal: Literal['rerank', 'complement'] = ..., low: float = ..., high: float = ..., decimals: int | None = ...) -> Self: ...  # type: ignore[override]
    @property
    def formula(self) -> Literal['strict', 'hazen', 'weibull', 'share']:
        """From positions to shares."""
    @property
    def ties(self) -> Literal['best', 'worst', 'average', 'dense', 'ordinal']:
        """How tied values share a rank (1 being the best); not ordinal."""
    @property
    def reversal(self) -> Literal['rerank', 'complement']:
        """How ranks are turned round where low values are better."""
    @property
    def low(self) -> float:
        """Score at the share 0."""
    @property
    def high(self) -> float:
        """Score at the share 1."""
    @property
    def decimals(self) -> int | None:
        """Round scores to so many decimals, halves away from 0."""


class ExponentialRank(Method):
    """Ranks on an exponential curve from near 0 to 100 that spreads out the top.

    Parameters
    ----------
    k: The scale of the curve: the smaller, the more the top is spread out. (at least 1 and at most 1000)
    ties: How tied values share a rank (1 being the best); not ordinal.

    Formula: z = -k \\ln\\big(1 - R\\,(1 - e^{-100/k})\\big), \\qquad R = \\frac{n - \\mathrm{rank} + 1}{n}

    Rank 1 is the best in the indicator's direction and scores 100. In a deprivation measure high stands for
    deprived; an indicator that is a published rank with 1 for the most deprived is one where low is better.
    With k = 23 the top tenth of ranks takes the scores from 50 to 100, so that domains hardly cancel out.

    Reference: Noble et al. (2006), Measuring multiple deprivation at the small-area level, Environment and
    Planning A 38(1); NISRA (2017), Northern Ireland Multiple Deprivation Measures 2017

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, k: float = 23.0, ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = 'best') -> None: ...
    def replace(self, *, k: float = ..., ties: Literal['best', 'worst', 'average', 'dense', 'ordinal'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def k(self) -> float:
        """The scale of the curve: the smaller, the more the top is spread out."""
    @property
    def ties(self) -> Literal['best', 'worst', 'average', 'dense', 'ordinal']:
        """How tied values share a rank (1 being the best); not ordinal."""


class DistanceToTarget(Method):
    """How much of the way to the indicator's target has been covered.

    Parameters
    ----------
    form: What the target is measured by.
    high: Score at the target. (above 0)
    clip: Whether scores stay between 0 and that of the target.

    Formula: z = h\\,\\frac{x - x_0}{t - x_0} \\quad\\text{or}\\quad z = h\\,\\frac{x}{t} \\
    \\big(h\\,\\frac{t}{x} \\text{ where low is better}\\big)

    x_0 is the worse of the indicator's goalposts, or the worst observed value where it has none. A target
    that has been surpassed scores more than high unless clip is set. Ratios need a natural zero: targets, and
    values where low is better, have to be above 0. For an indicator with an optimum the target is the
    optimum, and only the range form makes sense.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4; Becker et al.
    (2022), COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, form: Literal['ratio', 'range'] = 'range', high: float = 100.0, clip: bool = False) -> None: ...
    def replace(self, *, form: Literal['ratio', 'range'] = ..., high: float = ..., clip: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['ratio', 'range']:
        """What the target is measured by."""
    @property
    def high(self) -> float:
        """Score at the target."""
    @property
    def clip(self) -> bool:
        """Whether scores stay between 0 and that of the target."""


class DistanceToBest(Method):
    """Full marks for the best observed value, less the further behind it.

    Parameters
    ----------
    form: What the distance is measured by.
    high: Score of the best value. (above 0)

    Formula: z = h\\,\\Big(1 - \\frac{|x^* - x|}{|x^* - x_0|}\\Big) \\quad\\text{or}\\quad z = h\\,\\Big(1 -
    \\frac{|x^* - x|}{|x^*|}\\Big)

    x* is the best, x_0 the worst observed value. The range form is min-max rescaling onto [0, high]. The
    relative form has no lower bound: twice the best value scores 0 where low is better, and more is below 0.
    It needs a natural zero and a best value other than 0; see share_of_best for min x / x.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4

    Promises:
    - a better value never gets a lower score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, form: Literal['range', 'relative'] = 'range', high: float = 100.0) -> None: ...
    def replace(self, *, form: Literal['range', 'relative'] = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['range', 'relative']:
        """What the distance is measured by."""
    @property
    def high(self) -> float:
        """Score of the best value."""


class ShareOfBest(Method):
    """A value as a share of the best observed value; the best as a share of the value where low is better.

    Parameters
    ----------
    high: Score of the best value. (above 0)

    Formula: z = h\\,\\frac{x}{\\max x} \\quad\\text{or}\\quad z = h\\,\\frac{\\min x}{x} \\text{ where low is
    better}

    Keeps proportions, so values need a natural zero: none below 0, and none at 0 where low is better. A unit
    with 0 scores 0. An indicator with an optimum has a best deviation of 0, of which nothing is a share.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4; Stopp (1975),
    Variantenvergleich durch Matrixspielverfahren

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, high: float = 100.0) -> None: ...
    def replace(self, *, high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def high(self) -> float:
        """Score of the best value."""


class ReferenceIdeal(Method):
    """Full marks inside an ideal interval, nothing at the ends of the range, straight lines between.

    Parameters
    ----------
    range: [A, B]; nothing for goalposts or the observed range.
    ideal: [C, D]; nothing for the better end of the range.
    high: h, the score of the ideal. (above 0)

    Formula: z = h \\text{ for } x \\in [C, D], \\qquad z = h\\Big(1 - \\frac{C - x}{C - A}\\Big) \\text{ for
    } A \\le x < C, \\qquad z = h\\Big(1 - \\frac{x - D}{B - D}\\Big) \\text{ for } D < x \\le B

    The two sides may be of different length, unlike those of an indicator with an optimum. Without a range it
    is the indicator's goalposts, or the observed range; without an ideal it is the better end of the range by
    the indicator's direction, which says nothing otherwise. Values beyond the range score as its end does. An
    indicator with an optimum brings its own ideal: its deviations score h at 0 and nothing at that of the
    goalpost further away, or at the largest deviation.

    Reference: Cables, Lamata and Verdegay (2016), RIM-reference ideal method in multicriteria decision
    making, Information Sciences 337-338

    Promises:
    - scores of the data it was fitted to stay within a known range"""

    def __init__(self, *, range: tuple[float, float] | None = None, ideal: tuple[float, float] | None = None, high: float = 1.0) -> None: ...
    def replace(self, *, range: tuple[float, float] | None = ..., ideal: tuple[float, float] | None = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def range(self) -> tuple[float, float] | None:
        """[A, B]; nothing for goalposts or the observed range."""
    @property
    def ideal(self) -> tuple[float, float] | None:
        """[C, D]; nothing for the better end of the range."""
    @property
    def high(self) -> float:
        """h, the score of the ideal."""


class Sum(Method):
    """A value as a share of the sum of all values.

    Parameters
    ----------
    cost: What becomes of the ratio where low values are better.
    high: h, what all shares add up to. (above 0)

    Formula: z = h\\,\\frac{x}{\\sum_i x_i}; \\qquad z = h\\,\\frac{1/x}{\\sum_i 1/x_i},\\ h\\Big(1 -
    \\frac{x}{\\sum_i x_i}\\Big) \\text{ or } -h\\,\\frac{x}{\\sum_i x_i} \\text{ where low is better}

    Shares add up to h, by reciprocals for costs as well; so do ARAS, COPRAS and the entropy weights begin.
    Values have to be 0 or more, and above 0 for reciprocals. A constant column of n values scores h / n
    throughout. Scores depend on how many units there are.

    Reference: Voogd (1983), Multicriteria Evaluation for Urban and Regional Planning

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = 'reciprocal', high: float = 1.0) -> None: ...
    def replace(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def cost(self) -> Literal['complement', 'reciprocal', 'negative']:
        """What becomes of the ratio where low values are better."""
    @property
    def high(self) -> float:
        """h, what all shares add up to."""


class Max(Method):
    """A value as a share of the largest one.

    Parameters
    ----------
    cost: What becomes of the ratio where low values are better.
    high: h, the score of the largest value. (above 0)

    Formula: z = h\\,\\frac{x}{\\max x}; \\qquad z = h\\Big(1 - \\frac{x}{\\max x}\\Big),\\ h\\,\\frac{\\min
    x}{x} \\text{ or } -h\\,\\frac{x}{\\max x} \\text{ where low is better}

    With high = 100 the percentage of the maximum. By 'complement' no cost scores 1 unless it is 0, so that
    costs are spread less than benefits; by 'reciprocal' the best of both kinds score 1 (see share_of_best).
    Values have to be 0 or more, and above 0 for reciprocals. A constant column scores alike: 1 for a benefit,
    0 for a cost by complement.

    Reference: Voogd (1983), Multicriteria Evaluation for Urban and Regional Planning; Van Delft and Nijkamp
    (1977), Multi-criteria Analysis and Regional Decision-making

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = 'complement', high: float = 1.0) -> None: ...
    def replace(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def cost(self) -> Literal['complement', 'reciprocal', 'negative']:
        """What becomes of the ratio where low values are better."""
    @property
    def high(self) -> float:
        """h, the score of the largest value."""


class Vector(Method):
    """A value over the square root of the sum of all squares.

    Parameters
    ----------
    cost: What becomes of the ratio where low values are better.
    high: h, what ratios are multiplied by. (above 0)

    Formula: z = h\\,\\frac{x}{\\lVert x \\rVert}, \\qquad \\lVert x \\rVert = \\sqrt{\\textstyle\\sum_i
    x_i^2}; \\qquad z = h\\Big(1 - \\frac{x}{\\lVert x \\rVert}\\Big),\\ h\\,\\frac{1/x}{\\lVert 1/x \\rVert}
    \\text{ or } -h\\,\\frac{x}{\\lVert x \\rVert} \\text{ where low is better}

    The scaling of TOPSIS and MOORA. Keeps proportions, so the zero of the measurement matters; values below 0
    are taken as they are, except by reciprocals. A cost by 'negative' stays a cost that is subtracted, as in
    the ratio system of MOORA; TOPSIS itself keeps costs as they are and swaps the ideal points, which the
    'complement' matches exactly. A constant column of n values scores 1 / sqrt(n) throughout. Scores depend
    on how many units there are.

    Reference: Hwang and Yoon (1981), Multiple Attribute Decision Making, section 2.2; Van Delft and Nijkamp
    (1977), Multi-criteria Analysis and Regional Decision-making

    Promises:
    - a better value never gets a lower score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = 'complement', high: float = 1.0) -> None: ...
    def replace(self, *, cost: Literal['complement', 'reciprocal', 'negative'] = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def cost(self) -> Literal['complement', 'reciprocal', 'negative']:
        """What becomes of the ratio where low values are better."""
    @property
    def high(self) -> float:
        """h, what ratios are multiplied by."""


class Linear(Method):
    """One of the linear scalings of decision analysis, by the name it goes by.

    Parameters
    ----------
    form: Whose scaling it is.
    high: h, what scores are multiplied by. (above 0)

    Formula: z = h\\,\\frac{x - \\min x}{\\max x - \\min x}, \\quad h\\,\\frac{x}{\\max x}
    \\quad\\text{or}\\quad h\\,\\frac{x}{\\max x - \\min x}

    Where low is better: weitendorf swaps minimum and maximum, voogd takes the complement 1 - x / max, stopp
    the reciprocal min / x, juttler_korth the relative distance 1 - (x - min) / min, lai_hwang the negative.
    The same as min_max, max, share_of_best and zavadskas_turskis with their parameters, for those who look
    for a name. All but weitendorf need a natural zero: values of 0 or more, above 0 for costs by stopp and
    juttler_korth; lai_hwang takes any values. Weitendorf and lai_hwang need two distinct values.

    Reference: Weitendorf (1976), Beitrag zur Optimierung der räumlichen Struktur eines Gebäudes, thesis,
    Weimar; Voogd (1983), Multicriteria Evaluation for Urban and Regional Planning; Stopp (1975),
    Variantenvergleich durch Matrixspielverfahren; Körth (1969), Mathematische Operationsforschung und
    Statistik 1(1); Lai and Hwang (1994), Fuzzy Multiple Objective Decision Making

    Promises:
    - a better value never gets a lower score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, form: Literal['weitendorf', 'voogd', 'stopp', 'juttler_korth', 'lai_hwang'] = 'weitendorf', high: float = 1.0) -> None: ...
    def replace(self, *, form: Literal['weitendorf', 'voogd', 'stopp', 'juttler_korth', 'lai_hwang'] = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['weitendorf', 'voogd', 'stopp', 'juttler_korth', 'lai_hwang']:
        """Whose scaling it is."""
    @property
    def high(self) -> float:
        """h, what scores are multiplied by."""


class Logarithmic(Method):
    """The logarithm of a value as a share of the sum of all logarithms.

    Parameters
    ----------
    high: h, what all scores add up to. (above 0)

    Formula: z = h\\,\\frac{\\ln x}{\\ln \\prod_i x_i}; \\qquad z = \\frac{h}{n - 1}\\Big(1 - \\frac{\\ln
    x}{\\ln \\prod_i x_i}\\Big) \\text{ where low is better}

    Scores add up to h in both directions. Made for values above 1: a value below 1 scores below 0, and where
    the product of all values is 1 or less the formula would turn the order round, which is refused. The unit
    of measurement matters. A constant column of n values scores h / n throughout.

    Reference: Zavadskas and Turskis (2008), Informatica 19(2), 303-314

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, high: float = 1.0) -> None: ...
    def replace(self, *, high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def high(self) -> float:
        """h, what all scores add up to."""


class Nonlinear(Method):
    """The share of the best value, raised to a power.

    Parameters
    ----------
    benefit_exponent: a, the power where high values are better. (above 0)
    cost_exponent: b, the power where low values are better. (above 0)
    high: h, the score of the best value. (above 0)

    Formula: z = h\\Big(\\frac{x}{\\max x}\\Big)^{a}; \\qquad z = h\\Big(\\frac{\\min x}{x}\\Big)^{b} \\text{
    where low is better}

    Peldschus squares benefits and cubes costs, so that units behind the best lose more than their distance.
    With both exponents 1 it is share_of_best. Values have to be 0 or more, above 0 for costs. A constant
    column scores h throughout.

    Reference: Peldschus, Vaigauskas and Zavadskas (1983), Technologische Entscheidungen bei der
    Berücksichtigung mehrerer Ziele, Bauplanung-Bautechnik 37(4)

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, benefit_exponent: float = 2.0, cost_exponent: float = 3.0, high: float = 1.0) -> None: ...
    def replace(self, *, benefit_exponent: float = ..., cost_exponent: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def benefit_exponent(self) -> float:
        """a, the power where high values are better."""
    @property
    def cost_exponent(self) -> float:
        """b, the power where low values are better."""
    @property
    def high(self) -> float:
        """h, the score of the best value."""


class EnhancedAccuracy(Method):
    """Full marks less the unit's share in all distances to the best value.

    Parameters
    ----------
    high: h, the score of the best value. (above 0)

    Formula: z = h\\Big(1 - \\frac{\\max x - x}{\\sum_i (\\max x - x_i)}\\Big); \\qquad z = h\\Big(1 -
    \\frac{x - \\min x}{\\sum_i (x_i - \\min x)}\\Big) \\text{ where low is better}

    Scores add up to h (n - 1), whatever the spread: with many units all come close to h. For an indicator
    with an optimum the best value is a deviation of 0.

    Reference: Zeng, Li and Yang (2013), VIKOR method with enhanced accuracy for multiple criteria decision
    making in healthcare management, Journal of Medical Systems 37(2)

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, high: float = 1.0) -> None: ...
    def replace(self, *, high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def high(self) -> float:
        """h, the score of the best value."""


class ZavadskasTurskis(Method):
    """Full marks for the best value, less the distance to it in relation to it.

    Parameters
    ----------
    high: h, the score of the best value. (above 0)

    Formula: z = h\\Big(1 - \\Big|\\frac{\\max x - x}{\\max x}\\Big|\\Big); \\qquad z = h\\Big(1 -
    \\Big|\\frac{\\min x - x}{\\min x}\\Big|\\Big) \\text{ where low is better}

    For benefits it is x / max x, the same as share_of_best. Costs are linear, unlike those of share_of_best:
    twice the best value scores 0, and more is below 0. Values have to be above 0 where low is better, 0 or
    more otherwise; for other data the relative form of distance_to_best takes any best value but 0. A
    constant column scores h throughout.

    Reference: Körth (1969), Mathematische Operationsforschung und Statistik 1(1); Zavadskas and Turskis
    (2008), Informatica 19(2), 303-314

    Promises:
    - a better value never gets a lower score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, high: float = 1.0) -> None: ...
    def replace(self, *, high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def high(self) -> float:
        """h, the score of the best value."""


class AboveBelowMean(Method):
    """high for values clearly better than the mean, -high for clearly worse ones, 0 for those in between.

    Parameters
    ----------
    threshold: p, half the width of the band in relation to the mean. (at least 0 and at most 1)
    reference: What values are compared with; nothing for their mean.
    high: h, the score above the band. (above 0)

    Formula: z = \\begin{cases} h & w > 1 + p \\\\ 0 & 1 - p \\le w \\le 1 + p \\\\ -h & w < 1 - p
    \\end{cases} \\qquad w = \\frac{x}{\\bar x}, \\text{ turned where low is better}

    Simple and deaf to outliers; the arbitrary p and the lost distances are its price. The reference may be
    the mean of an earlier year, so that moves across the band count. Since w is a ratio the zero of the
    measurement matters; the band around a mean below 0 is taken as mean ± p |mean|, a mean of 0 has none. A
    constant column scores 0 throughout.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.5 and table 15

    Promises:
    - a better value never gets a lower score
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, threshold: float = 0.2, reference: float | None = None, high: float = 1.0) -> None: ...
    def replace(self, *, threshold: float = ..., reference: float | None = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def threshold(self) -> float:
        """p, half the width of the band in relation to the mean."""
    @property
    def reference(self) -> float | None:
        """What values are compared with; nothing for their mean."""
    @property
    def high(self) -> float:
        """h, the score above the band."""


class Cyclical(Method):
    """100 plus the deviation from the mean over time, in mean absolute deviations.

    Parameters
    ----------
    mean: m, the mean of the scores; 100 gives the form of an index.

    Formula: z^t = m \\pm \\frac{x^t - E_t(x)}{E_t\\big|x - E_t(x)\\big|}

    For indices of leading indicators: the rows of the table are the periods of one unit, months or quarters,
    and every column is a series. It keeps irregular series from swaying the index. A panel of several units
    first goes through `cycles(panel)`, which takes each unit's own mean and deviations, and then through
    identity. The sign is minus where low values are better.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.6

    Promises:
    - a better value never gets a lower score
    - changing the unit of measurement (x to a + b x, b > 0) changes no score"""

    def __init__(self, *, mean: float = 100.0) -> None: ...
    def replace(self, *, mean: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def mean(self) -> float:
        """m, the mean of the scores; 100 gives the form of an index."""


class AnnualDifference(Method):
    """The change since the year before, in per cent of the year before.

    Parameters
    ----------
    form: How the change is measured.

    Formula: z = 100\\,\\frac{x^t - x^{t-1}}{x^{t-1}} = 100\\,(r - 1) \\quad\\text{or}\\quad z = 100 \\ln r,
    \\qquad r = \\frac{x^t}{x^{t-1}}, \\text{ turned where low is better}

    Values are ratios r of a year to the year before, such as published growth factors, or those of a panel:
    `changes(panel, change::ratio)`. Only with them in the column can each unit be scored on its own, and a
    frozen index score the years to come. Scores are dimensionless; a rise where low is better counts as a
    loss. Levels say nothing here: who is far ahead and stands still scores 0. Ratios have to be above 0 for
    logarithms.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.7

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, form: Literal['percentage', 'logarithm'] = 'percentage') -> None: ...
    def replace(self, *, form: Literal['percentage', 'logarithm'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def form(self) -> Literal['percentage', 'logarithm']:
        """How the change is measured."""


class BalanceOfOpinions(Method):
    """high for a change for the better, -high for one for the worse, 0 for none.

    Parameters
    ----------
    threshold: Changes of no more than this are none. (at least 0)
    high: h, the score of a change for the better. (above 0)

    Formula: z_e = h\\,\\operatorname{sgn}(x_e^t - x_e^{t-1}), \\qquad \\text{balance} = \\frac{1}{N}
    \\sum_{e=1}^{N} z_e

    Values are changes: an answer of 1 for better, 0 for the same and -1 for worse, or the difference from the
    period before (of a panel: `changes(panel)`). One column for each expert or question, in a group with
    arithmetic_mean: the group's score is the balance, the share of those who see an improvement less the
    share of those who do not, between -high and high. Answers in five steps go through categorical_scale with
    100, 50, 0, -50 and -100.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, part 1, table 3; OECD
    (2003), Business Tendency Surveys: A Handbook

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, threshold: float = 0.0, high: float = 100.0) -> None: ...
    def replace(self, *, threshold: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def threshold(self) -> float:
        """Changes of no more than this are none."""
    @property
    def high(self) -> float:
        """h, the score of a change for the better."""


class TimeDistance(Method):
    """How long after a reference, or before it, a unit reaches its level.

    Parameters
    ----------
    series: Pairs [time, level] of the reference, two or more, times ascending.
    at: t, the time of the table.
    extend: Whether the outer lines of the series go on.

    Formula: z = T_r(x) - t, \\qquad T_r(x): \\text{ when the reference reached the level } x

    The series of the reference (a leading country, a plan, the mean of all) is given as pairs [time, level],
    its levels going the way that is better; between them it is a straight line. t is the time of the table: a
    score of -10 says that the reference was there ten years earlier. With at = 0 the score is the time at
    which the reference reached the level, which compares over tables of different years as it is. Levels that
    the reference has not reached, or had left behind before its first time, score as its last or first time
    unless the outer lines are extended.

    Reference: Sicherl (1973), Time distance as a dynamic measure of disparities in social and economic
    development, Kyklos 26(3); OECD and JRC (2008), Handbook on Constructing Composite Indicators, box 8

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, series: tuple[tuple[float, float], ...] = (), at: float = 0.0, extend: bool = False) -> None: ...
    def replace(self, *, series: tuple[tuple[float, float], ...] = ..., at: float = ..., extend: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def series(self) -> tuple[tuple[float, float], ...]:
        """Pairs [time, level] of the reference, two or more, times ascending."""
    @property
    def at(self) -> float:
        """t, the time of the table."""
    @property
    def extend(self) -> bool:
        """Whether the outer lines of the series go on."""


class PiecewiseLinear(Method):
    """Straight lines between points (value, score) that somebody has drawn.

    Parameters
    ----------
    points: Pairs [value, score], two or more, values ascending.
    extend: Whether the outer lines go on beyond the outer points.

    Formula: z = y_k + (y_{k+1} - y_k) \\frac{x - x_k}{x_{k+1} - x_k}, \\qquad x_k \\le x \\le x_{k+1}

    Breakpoint tables of air quality indices are such curves. Scores are drawn so that high is better: a curve
    that only rises where low values are better, or only falls where high ones are, is refused. A curve may
    rise and fall again. Beyond the outer points it stays level unless extend is set. For an indicator with an
    optimum, points are deviations.

    Reference: Keeney and Raiffa (1976), Decisions with Multiple Objectives, chapter 3; US EPA (2018),
    Technical Assistance Document for the Reporting of Daily Air Quality, equation 1"""

    def __init__(self, *, points: tuple[tuple[float, float], ...] = (), extend: bool = False) -> None: ...
    def replace(self, *, points: tuple[tuple[float, float], ...] = ..., extend: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Pairs [value, score], two or more, values ascending."""
    @property
    def extend(self) -> bool:
        """Whether the outer lines go on beyond the outer points."""


class CategoricalScale(Method):
    """Gives each of a few values the score that somebody has decided.

    Parameters
    ----------
    scores: Pairs [value, score], one for each value that occurs.

    Formula: z = s(x), \\qquad x \\in \\{c_1, \\dots, c_k\\}

    For grades, stars and answers kept as codes. The scores say themselves what is better, so the indicator's
    direction is not looked at. A value without a score is an error that names it.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.5"""

    def __init__(self, *, scores: tuple[tuple[float, float], ...] = ()) -> None: ...
    def replace(self, *, scores: tuple[tuple[float, float], ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scores(self) -> tuple[tuple[float, float], ...]:
        """Pairs [value, score], one for each value that occurs."""


class Identity(Method):
    """Keeps values as they are.

    Formula: z = x

    For indicators that are scores on one scale already. High has to be better: for low, or for an optimum,
    nothing says what the value should be taken from.

    Reference: definition

    Promises:
    - a better value never gets a lower score"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Fixed(Method):
    """A scale fitted before: the same values get the same scores, whatever else is in the table.

    Parameters
    ----------
    scale: The optimal interval, if there is one, and the map from values to scores.
    turned_at: Groups in which low is better turn a score s into this minus s; nothing where that never
    happens.

    Formula: z = s(x)

    What freezing an index makes of every other normaliser. The scale holds the optimal interval of the
    indicator if it had one and already knows which values are better, so neither the indicator's direction
    nor its goalposts are looked at again.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.3: fixed
    benchmarks"""

    def __init__(self, *, scale: dict[str, Any] = {'optimum': None, 'map': {'method': 'affine', 'before': 'identity', 'exponent': 1, 'origin': 0, 'range': 1, 'base': 0, 'span': 1, 'clip': False}}, turned_at: float | None = None) -> None: ...
    def replace(self, *, scale: dict[str, Any] = ..., turned_at: float | None = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> dict[str, Any]:
        """The optimal interval, if there is one, and the map from values to scores."""
    @property
    def turned_at(self) -> float | None:
        """Groups in which low is better turn a score s into this minus s; nothing where that never happens."""


class Custom(Method):
    """The scores that a function of yours gives a whole column.

    Parameters
    ----------
    name: The name it has in files; reading one asks for the function again.

    Formula: z = f(x)

    The function gets the values over the units (missing ones as NaN) and the indicator, and returns one score
    for each, high being better; it has to look at the direction itself. For an indicator with an optimum the
    values are deviations. Missing values stay missing whatever it returns. It is called anew for every table,
    compares by name and identity, and a file holds only its name.

    Reference: the user's own"""

    def __init__(self, *, name: str = '', function: Callable[..., Any]) -> None: ...
    def replace(self, *, name: str = ..., function: Callable[..., Any] = ...) -> Self: ...  # type: ignore[override]
    @property
    def name(self) -> str:
        """The name it has in files; reading one asks for the function again."""
    @property
    def function(self) -> Callable[..., Any]:
        """The function."""
