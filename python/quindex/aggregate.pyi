"""How the scores of a group's children become the score of the group. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "ArithmeticMean",
    "Custom",
    "GeometricMean",
    "HarmonicMean",
    "Maximum",
    "Median",
    "Minimum",
    "PowerMean",
    "Product",
    "Ratio",
    "Sum",
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
