"""How the values of an indicator become scores that can be compared. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "CategoricalScale",
    "Custom",
    "DistanceToBest",
    "DistanceToTarget",
    "Efficacy",
    "ExponentialRank",
    "Fixed",
    "Goalposts",
    "Identity",
    "MinMax",
    "PercentileRank",
    "PiecewiseLinear",
    "Rank",
    "ShareOfBest",
    "ZScore",
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

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.3

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
    have to be above 0; with power, not below 0. For an indicator with an optimum, goalposts are deviations:
    [0, the deviation that scores lowest].

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
    observed ends are relative: a new unit may change all of them.

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


class Rank(Method):
    """The worst value scores 1, the best as many points as there are values.

    Parameters
    ----------
    ties: How tied values share a rank; not ordinal.
    reversal: How ranks are turned round where low values are better.

    Formula: z_i = n + 1 - \\mathrm{rank}_i, \\qquad \\mathrm{rank} = 1 \\text{ for the best value}

    Outliers have no influence, and neither have distances. Ties are those of the rank whose 1 is the best, as
    in results: under best, tied values share the higher score. Missing values are not counted. A value that
    was not there when the ranks were fitted scores between its neighbours, beyond the ends as the ends.

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

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4; Weitendorf
    (1976), cited there for linear scales

    Promises:
    - a better value never gets a lower score
    - scores of the data it was fitted to stay within a known range
    - multiplying the data by b > 0 changes no score"""

    def __init__(self, *, high: float = 100.0) -> None: ...
    def replace(self, *, high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def high(self) -> float:
        """Score of the best value."""


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
