"""What is done about outliers and skewed values before they are normalised. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "BoxCox",
    "Clip",
    "Fixed",
    "LogShift",
    "Logit",
    "Winsorise",
    "YeoJohnson",
]


class Winsorise(Method):
    """Moves outliers to the nearest value that is none.

    Parameters
    ----------
    rule: How it is decided which values are outliers.
    skewness: Columns whose absolute skewness G1 is below this are left alone. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are left alone.
    accept: Whether one of the two limits kept is enough, or both have to be.
    max_points: How many values may be moved; nothing for no limit. (at least 1)
    all_or_nothing: Whether nothing is moved when max_points are not enough.
    low_quantile: The lower quantile, a share. (at least 0 and at most 1)
    high_quantile: The upper quantile, a share. (at least 0 and at most 1)
    quantile_type: The quantile formula, types 1 to 9 of Hyndman and Fan. (at least 1 and at most 9)
    multiple: How many spreads outside is an outlier; nothing for 1.5 (fences) or 3 (median_deviation). (above
    0)
    action: What becomes of outliers.

    Formula: y = \\min(\\max(x, x_{(a)}), x_{(b)})

    By moments: while |G1| >= skewness and G2 >= kurtosis (sample skewness and excess kurtosis, as in
    spreadsheets; one of them is enough where accept is 'both'), all values equal to the largest become the
    next smaller one, or the smallest the next larger one where the skewness is negative, until max_points
    have been moved. Tied values move together and may exceed max_points. When that is not enough the limits
    reached are kept, or, with all_or_nothing, nothing is moved, so that a following log_shift or box_cox
    finds the column as it was: the practice of the Global Innovation Index. Skewness 0 and kurtosis -10 move
    max_points in any case. By fences the limits lie 1.5 interquartile ranges outside the quartiles, by
    median_deviation 3 times 1.4826 median deviations from the median, unless multiple says otherwise; a
    column whose spread is 0 by that measure is left alone. By these rules and by quantiles outliers become
    the limit itself, which need not be a value of the column. With action = remove outliers become missing
    (trimming). Direction plays no part.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.2; Becker et al.
    (2022), COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78);
    Tukey (1977), Exploratory Data Analysis; Leys et al. (2013), Detecting outliers, Journal of Experimental
    Social Psychology 49(4)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, rule: Literal['moments', 'quantiles', 'fences', 'median_deviation'] = 'moments', skewness: float = 2.0, kurtosis: float = 3.5, accept: Literal['either', 'both'] = 'either', max_points: int | None = 5, all_or_nothing: bool = False, low_quantile: float = 0.025, high_quantile: float = 0.975, quantile_type: int = 7, multiple: float | None = None, action: Literal['limit', 'remove'] = 'limit') -> None: ...
    def replace(self, *, rule: Literal['moments', 'quantiles', 'fences', 'median_deviation'] = ..., skewness: float = ..., kurtosis: float = ..., accept: Literal['either', 'both'] = ..., max_points: int | None = ..., all_or_nothing: bool = ..., low_quantile: float = ..., high_quantile: float = ..., quantile_type: int = ..., multiple: float | None = ..., action: Literal['limit', 'remove'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def rule(self) -> Literal['moments', 'quantiles', 'fences', 'median_deviation']:
        """How it is decided which values are outliers."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are left alone."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are left alone."""
    @property
    def accept(self) -> Literal['either', 'both']:
        """Whether one of the two limits kept is enough, or both have to be."""
    @property
    def max_points(self) -> int | None:
        """How many values may be moved; nothing for no limit."""
    @property
    def all_or_nothing(self) -> bool:
        """Whether nothing is moved when max_points are not enough."""
    @property
    def low_quantile(self) -> float:
        """The lower quantile, a share."""
    @property
    def high_quantile(self) -> float:
        """The upper quantile, a share."""
    @property
    def quantile_type(self) -> int:
        """The quantile formula, types 1 to 9 of Hyndman and Fan."""
    @property
    def multiple(self) -> float | None:
        """How many spreads outside is an outlier; nothing for 1.5 (fences) or 3 (median_deviation)."""
    @property
    def action(self) -> Literal['limit', 'remove']:
        """What becomes of outliers."""


class LogShift(Method):
    """The natural logarithm of the shifted value: draws in a long upper tail.

    Parameters
    ----------
    shift: c, what is added first; nothing to take it from the data.
    form: What the shift is made of when none is given.
    when: Whether every column is transformed, or only skewed ones.
    skewness: Columns whose absolute skewness G1 is below this are not skewed. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are not skewed.
    accept: Whether one of the two limits kept is enough, or both have to be.

    Formula: y = \\ln(x + c), \\qquad c = 0.01\\,(\\max x - \\min x) - \\min x \\text{ unless given}

    Without a shift the smallest value becomes one hundredth of the range, so that no value is refused when
    fitting; a later, smaller value may be. A shift of 0 is the plain logarithm, 1 is usual for counts. Of the
    forms of COINr, log_ct is this one; log_ct_orig shifts the smallest value to 1, so that the unit of
    measurement matters; log_ct_plus also draws in a long lower tail, which the others make longer; log_gii is
    the Global Innovation Index's, for values whose maximum is above 1. With when = skewed only columns that
    fail the test are transformed: |G1| >= skewness and G2 >= kurtosis (one of them is enough where accept is
    'both'). After winsorise(all_or_nothing = true) that is COINr's order: winsorise, keep what passes,
    transform the rest from the original values.

    Reference: Becker et al. (2022), COINr: An R package for developing composite indicators, Journal of Open
    Source Software 7(78); OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.1

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, shift: float | None = None, form: Literal['log_ct', 'log_ct_orig', 'log_ct_plus', 'log_gii'] = 'log_ct', when: Literal['always', 'skewed'] = 'always', skewness: float = 2.0, kurtosis: float = 3.5, accept: Literal['either', 'both'] = 'either') -> None: ...
    def replace(self, *, shift: float | None = ..., form: Literal['log_ct', 'log_ct_orig', 'log_ct_plus', 'log_gii'] = ..., when: Literal['always', 'skewed'] = ..., skewness: float = ..., kurtosis: float = ..., accept: Literal['either', 'both'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def shift(self) -> float | None:
        """c, what is added first; nothing to take it from the data."""
    @property
    def form(self) -> Literal['log_ct', 'log_ct_orig', 'log_ct_plus', 'log_gii']:
        """What the shift is made of when none is given."""
    @property
    def when(self) -> Literal['always', 'skewed']:
        """Whether every column is transformed, or only skewed ones."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are not skewed."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are not skewed."""
    @property
    def accept(self) -> Literal['either', 'both']:
        """Whether one of the two limits kept is enough, or both have to be."""


class BoxCox(Method):
    """The power, or the logarithm, that brings a column closest to a normal distribution.

    Parameters
    ----------
    lambda_: The power; nothing to estimate it. (at least -5 and at most 5)
    shift: c, what is added first.
    when: Whether every column is transformed, or only skewed ones.
    skewness: Columns whose absolute skewness G1 is below this are not skewed. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are not skewed.
    accept: Whether one of the two limits kept is enough, or both have to be.

    Formula: y = \\frac{(x + c)^\\lambda - 1}{\\lambda}, \\qquad y = \\ln(x + c) \\text{ for } \\lambda = 0

    Without lambda it is the one of greatest likelihood between -5 and 5. Values plus shift have to be above
    0. With when = skewed only columns that fail the test are transformed: |G1| >= skewness and G2 >= kurtosis
    (one of them is enough where accept is 'both'). An estimated lambda changes with the data; frozen, it is a
    constant. A lambda at the end of the search is noted. Where x to the power lambda is so small that the
    constant 1 would hide its digits (below 2^-20 for all values, as for incomes and a lambda of -2), the
    fitted map takes away r^lambda instead of 1, r being the geometric mean of x + c: that moves all values by
    a constant and keeps their differences.

    Reference: Box and Cox (1964), An analysis of transformations, Journal of the Royal Statistical Society B
    26(2)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, lambda_: float | None = None, shift: float = 0.0, when: Literal['always', 'skewed'] = 'always', skewness: float = 2.0, kurtosis: float = 3.5, accept: Literal['either', 'both'] = 'either') -> None: ...
    def replace(self, *, lambda_: float | None = ..., shift: float = ..., when: Literal['always', 'skewed'] = ..., skewness: float = ..., kurtosis: float = ..., accept: Literal['either', 'both'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def lambda_(self) -> float | None:
        """The power; nothing to estimate it."""
    @property
    def shift(self) -> float:
        """c, what is added first."""
    @property
    def when(self) -> Literal['always', 'skewed']:
        """Whether every column is transformed, or only skewed ones."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are not skewed."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are not skewed."""
    @property
    def accept(self) -> Literal['either', 'both']:
        """Whether one of the two limits kept is enough, or both have to be."""


class YeoJohnson(Method):
    """The power, for values of any sign, that brings a column closest to a normal distribution.

    Parameters
    ----------
    lambda_: The power; nothing to estimate it. (at least -5 and at most 5)
    when: Whether every column is transformed, or only skewed ones.
    skewness: Columns whose absolute skewness G1 is below this are not skewed. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are not skewed.
    accept: Whether one of the two limits kept is enough, or both have to be.

    Formula: y = \\frac{(x + 1)^\\lambda - 1}{\\lambda} \\text{ for } x \\ge 0, \\qquad y = -\\frac{(1 - x)^{2
    - \\lambda} - 1}{2 - \\lambda} \\text{ for } x < 0

    Without lambda it is the one of greatest likelihood between -5 and 5. The powers 0 of x + 1 and 2 of 1 - x
    are logarithms; 1 changes nothing. Needs no shift, but the unit of measurement matters: values much
    smaller than 1 are hardly bent. With when = skewed only columns that fail the test are transformed: |G1|
    >= skewness and G2 >= kurtosis (one of them is enough where accept is 'both'). An estimated lambda changes
    with the data; frozen, it is a constant. A lambda at the end of the search is noted. Where all values are
    above 0, or all below, and their powers are so small that the constant 1 would hide their digits (below
    2^-20), the fitted map is less its value at a reference, the one with the mean logarithm of 1 + |x|: that
    moves all values by a constant and keeps their differences.

    Reference: Yeo and Johnson (2000), A new family of power transformations to improve normality or symmetry,
    Biometrika 87(4)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, lambda_: float | None = None, when: Literal['always', 'skewed'] = 'always', skewness: float = 2.0, kurtosis: float = 3.5, accept: Literal['either', 'both'] = 'either') -> None: ...
    def replace(self, *, lambda_: float | None = ..., when: Literal['always', 'skewed'] = ..., skewness: float = ..., kurtosis: float = ..., accept: Literal['either', 'both'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def lambda_(self) -> float | None:
        """The power; nothing to estimate it."""
    @property
    def when(self) -> Literal['always', 'skewed']:
        """Whether every column is transformed, or only skewed ones."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are not skewed."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are not skewed."""
    @property
    def accept(self) -> Literal['either', 'both']:
        """Whether one of the two limits kept is enough, or both have to be."""


class Logit(Method):
    """The logarithm of the odds: spreads out shares near nothing and near all.

    Parameters
    ----------
    low: l, the lower bound: the share of nothing.
    high: h, the upper bound: the share of all.
    edges: What becomes of values on a bound.
    margin: How near to a bound values may be, as a share of their distance. (at least 0 and at most 0.499)

    Formula: y = \\ln \\frac{x - l}{h - x}, \\qquad x \\leftarrow \\frac{x\\,(n - 1) + (l + h)/2}{n} \\text{
    when squeezed}

    For shares (bounds 0 and 1), percentages (0 and 100) and other values between two bounds. Where a value
    sits on a bound, squeezing draws all n values in as Smithson and Verkuilen do, so that a share of 1 among
    50 becomes 0.99; columns without such a value are not squeezed. With 'margin' only values nearer to a
    bound than the margin move. Values beyond a bound are an error in any case.

    Reference: Berkson (1944), Application of the logistic function to bio-assay, Journal of the American
    Statistical Association 39(227); Smithson and Verkuilen (2006), A better lemon squeezer?, Psychological
    Methods 11(1)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, low: float = 0.0, high: float = 1.0, edges: Literal['squeeze', 'margin', 'refuse'] = 'squeeze', margin: float = 0.001) -> None: ...
    def replace(self, *, low: float = ..., high: float = ..., edges: Literal['squeeze', 'margin', 'refuse'] = ..., margin: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """l, the lower bound: the share of nothing."""
    @property
    def high(self) -> float:
        """h, the upper bound: the share of all."""
    @property
    def edges(self) -> Literal['squeeze', 'margin', 'refuse']:
        """What becomes of values on a bound."""
    @property
    def margin(self) -> float:
        """How near to a bound values may be, as a share of their distance."""


class Clip(Method):
    """Moves values outside [low, high] onto the nearer end.

    Parameters
    ----------
    low: The lower limit.
    high: The upper limit.

    Formula: y = \\min(\\max(x, l), h)

    Limits come from knowledge of the subject, not from the data; for limits found in the data see winsorise.
    The defaults limit nothing.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical note 1: caps on schooling and income

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, low: float = -1e+308, high: float = 1e+308) -> None: ...
    def replace(self, *, low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """The lower limit."""
    @property
    def high(self) -> float:
        """The upper limit."""


class Fixed(Method):
    """A treatment fitted before: the same values are changed in the same way, whatever else is in the table.

    Parameters
    ----------
    map: The map from values to treated values.

    Formula: y = t(x)

    What freezing an index makes of every other treatment.

    Reference: definition"""

    def __init__(self, *, map: Any = {'method': 'affine', 'before': 'identity', 'exponent': 1, 'origin': 0, 'range': 1, 'base': 0, 'span': 1, 'clip': False}) -> None: ...
    def replace(self, *, map: Any = ...) -> Self: ...  # type: ignore[override]
    @property
    def map(self) -> Any:
        """The map from values to treated values."""
