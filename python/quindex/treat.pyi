"""What is done about outliers and skewed values before they are normalised. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "BoxCox",
    "Clip",
    "Fixed",
    "LogShift",
    "Winsorise",
]


class Winsorise(Method):
    """Moves outliers to the nearest value that is none.

    Parameters
    ----------
    rule: How it is decided which values are outliers.
    skewness: Columns whose absolute skewness G1 is below this are left alone. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are left alone.
    max_points: How many values may be moved; nothing for no limit. (at least 1)
    all_or_nothing: Whether nothing is moved when max_points are not enough.
    low_quantile: The lower quantile, a share. (at least 0 and at most 1)
    high_quantile: The upper quantile, a share. (at least 0 and at most 1)
    quantile_type: The quantile formula, types 1 to 9 of Hyndman and Fan. (at least 1 and at most 9)

    Formula: y = \\min(\\max(x, x_{(a)}), x_{(b)})

    By moments: while |G1| >= skewness and G2 >= kurtosis (sample skewness and excess kurtosis, as in
    spreadsheets), all values equal to the largest become the next smaller one, or the smallest the next
    larger one where the skewness is negative, until max_points have been moved. Tied values move together and
    may exceed max_points. When that is not enough the limits reached are kept, or, with all_or_nothing,
    nothing is moved, so that a following log_shift or box_cox finds the column as it was: the practice of the
    Global Innovation Index. Direction plays no part.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.2; Becker et al.
    (2022), COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, rule: Literal['moments', 'quantiles'] = 'moments', skewness: float = 2.0, kurtosis: float = 3.5, max_points: int | None = 5, all_or_nothing: bool = False, low_quantile: float = 0.025, high_quantile: float = 0.975, quantile_type: int = 7) -> None: ...
    def replace(self, *, rule: Literal['moments', 'quantiles'] = ..., skewness: float = ..., kurtosis: float = ..., max_points: int | None = ..., all_or_nothing: bool = ..., low_quantile: float = ..., high_quantile: float = ..., quantile_type: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def rule(self) -> Literal['moments', 'quantiles']:
        """How it is decided which values are outliers."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are left alone."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are left alone."""
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


class LogShift(Method):
    """The natural logarithm of the shifted value: draws in a long upper tail.

    Parameters
    ----------
    shift: c, what is added first; nothing to take it from the data.
    when: Whether every column is transformed, or only skewed ones.
    skewness: Columns whose absolute skewness G1 is below this are not skewed. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are not skewed.

    Formula: y = \\ln(x + c), \\qquad c = 0.01\\,(\\max x - \\min x) - \\min x \\text{ unless given}

    Without a shift the smallest value becomes one hundredth of the range, so that no value is refused when
    fitting; a later, smaller value may be. A shift of 0 is the plain logarithm, 1 is usual for counts. With
    when = skewed only columns with |G1| >= skewness and G2 >= kurtosis are transformed. A long lower tail
    gets longer.

    Reference: Becker et al. (2022), COINr: An R package for developing composite indicators, Journal of Open
    Source Software 7(78); OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.1

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, shift: float | None = None, when: Literal['always', 'skewed'] = 'always', skewness: float = 2.0, kurtosis: float = 3.5) -> None: ...
    def replace(self, *, shift: float | None = ..., when: Literal['always', 'skewed'] = ..., skewness: float = ..., kurtosis: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def shift(self) -> float | None:
        """c, what is added first; nothing to take it from the data."""
    @property
    def when(self) -> Literal['always', 'skewed']:
        """Whether every column is transformed, or only skewed ones."""
    @property
    def skewness(self) -> float:
        """Columns whose absolute skewness G1 is below this are not skewed."""
    @property
    def kurtosis(self) -> float:
        """Columns whose excess kurtosis G2 is below this are not skewed."""


class BoxCox(Method):
    """The power, or the logarithm, that brings a column closest to a normal distribution.

    Parameters
    ----------
    lambda_: The power; nothing to estimate it. (at least -5 and at most 5)
    shift: c, what is added first.
    when: Whether every column is transformed, or only skewed ones.
    skewness: Columns whose absolute skewness G1 is below this are not skewed. (at least 0)
    kurtosis: Columns whose excess kurtosis G2 is below this are not skewed.

    Formula: y = \\frac{(x + c)^\\lambda - 1}{\\lambda}, \\qquad y = \\ln(x + c) \\text{ for } \\lambda = 0

    Without lambda it is the one of greatest likelihood between -5 and 5. Values plus shift have to be above
    0. With when = skewed only columns with |G1| >= skewness and G2 >= kurtosis are transformed. An estimated
    lambda changes with the data; frozen, it is a constant.

    Reference: Box and Cox (1964), An analysis of transformations, Journal of the Royal Statistical Society B
    26(2)

    Promises:
    - a better value never gets a lower score"""

    def __init__(self, *, lambda_: float | None = None, shift: float = 0.0, when: Literal['always', 'skewed'] = 'always', skewness: float = 2.0, kurtosis: float = 3.5) -> None: ...
    def replace(self, *, lambda_: float | None = ..., shift: float = ..., when: Literal['always', 'skewed'] = ..., skewness: float = ..., kurtosis: float = ...) -> Self: ...  # type: ignore[override]
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
