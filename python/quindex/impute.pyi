"""What takes the place of missing values before they are normalised. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Constant",
    "ExpectationMaximisation",
    "Fixed",
    "GroupMean",
    "GroupMedian",
    "HotDeck",
    "Iterative",
    "Latest",
    "Linear",
    "Mean",
    "Median",
    "NearestNeighbours",
    "Regression",
    "RowMean",
    "Spline",
    "StochasticRegression",
]


class Mean(Method):
    """Missing values take the mean of the indicator.

    Formula: x_i := \\frac{1}{n} \\sum_{k\\ \\mathrm{observed}} x_k \\text{ where missing}

    Understates variance and correlations; units whose value was filled move towards the middle.

    Reference: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Median(Method):
    """Missing values take the median of the indicator.

    Formula: x_i := \\mathrm{med}_{k\\ \\mathrm{observed}}\\, x_k \\text{ where missing}

    As mean, but a few extreme values do not move what is filled in.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class GroupMean(Method):
    """Missing values take the mean of the indicator over the units of the same group.

    Formula: x_i := \\frac{1}{|G_i|} \\sum_{k \\in G_i} x_k \\text{ where missing, } G_i \\text{ the units of
    } i\\text{'s group with a value}

    Groups are those of the table. A cell stays missing where its whole group has no value, and where the unit
    has no group (an empty label).

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class GroupMedian(Method):
    """Missing values take the median of the indicator over the units of the same group.

    Formula: x_i := \\mathrm{med}_{k \\in G_i}\\, x_k \\text{ where missing, } G_i \\text{ the units of }
    i\\text{'s group with a value}

    Groups are those of the table. A cell stays missing where its whole group has no value, and where the unit
    has no group (an empty label).

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class RowMean(Method):
    """Missing values lie as far between worst and best as the unit's other indicators do on average.

    Parameters
    ----------
    median: Whether the median is taken instead of the mean.
    level: The level whose groups bound the mean; 0 for all indicators. (at least 0)

    Formula: x_{ij} := w_j + (b_j - w_j)\\, \\frac{1}{|O_i|} \\sum_{k \\in O_i} \\frac{x_{ik} - w_k}{b_k -
    w_k}

    Worst and best are the lowest and the highest value of the indicator, or the reverse where low is better;
    an indicator with an optimum counts as better when high. The mean is taken over the indicators of the
    step, or with level over those in the same group of that level of the framework (2 are the groups of
    indicators). What a unit without any value there misses stays missing. The same as giving the unit the
    mean of its other min-max scores, as leaving the indicator out does.

    Reference: Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for
    developing composite indicators, Journal of Open Source Software 7(78); imputation by rows"""

    def __init__(self, *, median: bool = False, level: int = 0) -> None: ...
    def replace(self, *, median: bool = ..., level: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def median(self) -> bool:
        """Whether the median is taken instead of the mean."""
    @property
    def level(self) -> int:
        """The level whose groups bound the mean; 0 for all indicators."""


class Regression(Method):
    """Missing values are predicted by the regression, among the complete units, on the indicators that the unit
    has.

    Formula: x_j := \\bar x_j + \\sum_{k \\in o(i)} \\hat b_{jk} (x_k - \\bar x_k)

    Means and regressions come from the units that have all indicators of the step; there must be at least two
    more of them than indicators. Every pattern of missing cells has its own regression. Give it few
    indicators that go together, a step for each group. Values lie on the regression surface, which overstates
    correlations: see stochastic_regression.

    Reference: Buck (1960), A method of estimation of missing values in multivariate data suitable for use
    with an electronic computer, JRSS B 22(2); OECD and JRC (2008), Handbook on Constructing Composite
    Indicators, section 4.3"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class StochasticRegression(Method):
    """Missing values are predicted by the regression on the indicators that the unit has, plus a random
    deviation.

    Parameters
    ----------
    seed: Where the random numbers come from. (at least 0)

    Formula: x_j := \\bar x_j + \\sum_{k \\in o(i)} \\hat b_{jk} (x_k - \\bar x_k) + e_{ij},\\quad
    e_i \\sim N(0, \\hat\\Sigma_{mm \\cdot o})

    As regression, with deviations that have the covariance of the residuals, so that spread and correlations
    are kept. A deviation depends on the seed, the unit and the indicator only: not on the order of units, nor
    on who else is in the table.

    Reference: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.3; OECD and JRC
    (2008), Handbook on Constructing Composite Indicators, section 4.3"""

    def __init__(self, *, seed: int = 1) -> None: ...
    def replace(self, *, seed: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def seed(self) -> int:
        """Where the random numbers come from."""


class ExpectationMaximisation(Method):
    """Missing values are what the unit's other indicators let expect, under the normal distribution that fits
    best.

    Parameters
    ----------
    tolerance: The largest change at which it ends, in standard deviations. (above 0)
    rounds: After how many rounds it gives up. (at least 1)
    ridge: How many units a prior without correlations counts for. (at least 0)
    draw: Whether values are drawn around what is expected.
    seed: Where the random numbers come from. (at least 0)

    Formula: x_m := \\hat\\mu_m + \\hat\\Sigma_{mo} \\hat\\Sigma_{oo}^{-1} (x_o - \\hat\\mu_o), \\quad
    (\\hat\\mu, \\hat\\Sigma) = \\arg\\max \\sum_i \\ln f(x_{i,o(i)};\\, \\mu_o, \\Sigma_{oo})

    The covariance has divisor n, the maximum-likelihood one. All units count, complete or not; one without
    any value gets the means. It ends when no mean and no covariance of the standardised indicators moves by
    more than the tolerance, and is an error, with the last change, when that is not so after all rounds. With
    about as many indicators as units, impute them in several steps, or give a ridge: the prior of so many
    units without correlations, as in Amelia. With draw, a random deviation of the conditional distribution is
    added, always the same for the same seed, unit and indicator; what is expected understates the spread
    otherwise. Recommended by the OECD and JRC handbook (2008), section 4.4.

    Reference: Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm,
    JRSS B 39(1); Little and Rubin (2002), Statistical Analysis with Missing Data, section 11.2"""

    def __init__(self, *, tolerance: float = 1e-08, rounds: int = 1000, ridge: float = 0.0, draw: bool = False, seed: int = 1) -> None: ...
    def replace(self, *, tolerance: float = ..., rounds: int = ..., ridge: float = ..., draw: bool = ..., seed: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def tolerance(self) -> float:
        """The largest change at which it ends, in standard deviations."""
    @property
    def rounds(self) -> int:
        """After how many rounds it gives up."""
    @property
    def ridge(self) -> float:
        """How many units a prior without correlations counts for."""
    @property
    def draw(self) -> bool:
        """Whether values are drawn around what is expected."""
    @property
    def seed(self) -> int:
        """Where the random numbers come from."""


class Iterative(Method):
    """Missing values are predicted by regressions on all other indicators, their gaps being filled in turn.

    Parameters
    ----------
    tolerance: The largest move at which it ends, in standard deviations. (above 0)
    rounds: After how many rounds it gives up. (at least 1)
    ridge: The share of each predictor's sum of squares that is added to it. (at least 0)

    Formula: x_j := \\hat a_j + \\sum_{k \\ne j} \\hat b_{jk} x_k, \\quad j = 1, \\ldots, m, 1, \\ldots
    \\text{ until nothing moves}

    Gaps start at the means. Each indicator is regressed on all others, in the order of the framework, over
    the units that have it, with the others' gaps filled as they are so far; a small ridge (a share of each
    standardised predictor's sum of squares, as in mice) keeps the equations soluble where indicators nearly
    determine others. An indicator with gaps needs a value in at least two more units than there are
    indicators: with fewer, the regression fits anything and predicts anything. It ends when no filled value
    moves by more than the tolerance, in standard deviations of its indicator, and is an error when one still
    does after all rounds. Predictions are not drawn; see multiple imputation for how certain they are.

    Reference: van Buuren and Groothuis-Oudshoorn (2011), mice: Multivariate imputation by chained equations
    in R, Journal of Statistical Software 45(3)"""

    def __init__(self, *, tolerance: float = 1e-06, rounds: int = 1000, ridge: float = 1e-05) -> None: ...
    def replace(self, *, tolerance: float = ..., rounds: int = ..., ridge: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def tolerance(self) -> float:
        """The largest move at which it ends, in standard deviations."""
    @property
    def rounds(self) -> int:
        """After how many rounds it gives up."""
    @property
    def ridge(self) -> float:
        """The share of each predictor's sum of squares that is added to it."""


class NearestNeighbours(Method):
    """Missing values take the mean (or median) of the nearest units that have the indicator.

    Parameters
    ----------
    neighbours: How many units give their values. (at least 1)
    median: Whether their median is taken instead of the mean.

    Formula: x_{ij} := \\frac{1}{k} \\sum_{l \\in N_k(i, j)} x_{lj}, \\quad
    d_{il}^2 = \\frac{1}{|C_{il}|} \\sum_{c \\in C_{il}} \\left(\\frac{x_{ic} - x_{lc}}{s_c}\\right)^2

    The distance is taken over the indicators that both units have, each divided by its standard deviation
    (divisor n; a constant one adds no distance), and averaged, so that few common indicators do not make
    units alike. Of units at the same distance the first by code counts. Fewer than k give where fewer have
    the indicator. A cell stays missing where no unit with the indicator shares another one.

    Reference: Troyanskaya and others (2001), Missing value estimation methods for DNA microarrays,
    Bioinformatics 17(6)"""

    def __init__(self, *, neighbours: int = 5, median: bool = False) -> None: ...
    def replace(self, *, neighbours: int = ..., median: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def neighbours(self) -> int:
        """How many units give their values."""
    @property
    def median(self) -> bool:
        """Whether their median is taken instead of the mean."""


class HotDeck(Method):
    """Missing values take those of another unit, drawn from its group or from the units that are most alike.

    Parameters
    ----------
    within_groups: Whether donors serve units of their own group only.
    nearest: From how many of the nearest units is drawn; 0 for all. (at least 0)
    seed: Where the random numbers come from. (at least 0)

    Formula: x_{ij} := x_{d(i)j}, \\quad d(i) \\text{ drawn from the donors of } i

    Donors are all units, those of the same group with within_groups, or the nearest so many with nearest
    (distances as in nearest_neighbours; 1 is the nearest-donor hot deck, without any lot but among equals).
    All missing cells of a unit come from one donor as far as it has them, so that its values go together. The
    draw depends on the seed and the two units only: not on the order of units. A cell stays missing where no
    donor has the indicator.

    Reference: Andridge and Little (2010), A review of hot deck imputation for survey non-response,
    International Statistical Review 78(1); OECD and JRC (2008), Handbook on Constructing Composite
    Indicators, section 4.2"""

    def __init__(self, *, within_groups: bool = False, nearest: int = 0, seed: int = 1) -> None: ...
    def replace(self, *, within_groups: bool = ..., nearest: int = ..., seed: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def within_groups(self) -> bool:
        """Whether donors serve units of their own group only."""
    @property
    def nearest(self) -> int:
        """From how many of the nearest units is drawn; 0 for all."""
    @property
    def seed(self) -> int:
        """Where the random numbers come from."""


class Latest(Method):
    """Missing values of a panel take the unit's latest earlier value.

    Parameters
    ----------
    limit: For how many periods a value is carried on; 0 for any. (at least 0)
    backwards: Whether the first value also serves the periods before it.

    Formula: x_{it} := x_{is}, \\quad s = \\max\\{r < t : x_{ir} \\text{ observed}\\}

    Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on
    its own. Only observed values are carried, up to limit periods of the panel. With backwards, what comes
    before the first observation takes that one, up to limit periods back (COINr's constant). What then is
    missing stays so, and a note says it.

    Reference: Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for
    developing composite indicators, Journal of Open Source Software 7(78); panel imputation"""

    def __init__(self, *, limit: int = 0, backwards: bool = False) -> None: ...
    def replace(self, *, limit: int = ..., backwards: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def limit(self) -> int:
        """For how many periods a value is carried on; 0 for any."""
    @property
    def backwards(self) -> bool:
        """Whether the first value also serves the periods before it."""


class Linear(Method):
    """Missing values of a panel lie on straight lines between the unit's values of earlier and later periods.

    Parameters
    ----------
    extend: Whether the first and last value serve the periods beyond them.

    Formula: x_{it} := x_{ir} + \\frac{t - r}{s - r} (x_{is} - x_{ir}), \\quad r < t < s

    Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on
    its own. Time is the number that a period is (2015, 2018), or its position where periods are no numbers.
    With extend, periods before the first and after the last value take these, and one value serves all
    (COINr's linear-constant). What then is missing stays so, and a note says it.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self, *, extend: bool = True) -> None: ...
    def replace(self, *, extend: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def extend(self) -> bool:
        """Whether the first and last value serve the periods beyond them."""


class Spline(Method):
    """Missing values of a panel lie on a natural cubic spline through the unit's values of other periods.

    Parameters
    ----------
    extend: Whether the first and last value serve the periods beyond them.

    Formula: x(t) = \\frac{M_k (s-t)^3 + M_{k+1} (t-r)^3}{6h} + \\left(\\frac{x_r}{h} - \\frac{M_k
    h}{6}\\right)(s-t)
    + \\left(\\frac{x_s}{h} - \\frac{M_{k+1} h}{6}\\right)(t-r), \\quad h = s - r

    Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on
    its own. The curve has no curvature at its ends; with two values it is a straight line. It may leave the
    range of the values. Time, extend and what stays missing as in linear.

    Reference: Ahlberg, Nilson and Walsh (1967), The Theory of Splines and Their Applications, chapter 2"""

    def __init__(self, *, extend: bool = True) -> None: ...
    def replace(self, *, extend: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def extend(self) -> bool:
        """Whether the first and last value serve the periods beyond them."""


class Constant(Method):
    """Missing values take a given value, or one for each group of units.

    Parameters
    ----------
    value: The value for every unit whose group has none of its own.
    by_group: The value for each group of units, by the group's label.

    Formula: x_i := c \\text{ where missing}

    The group's value comes first, then the general one; without either a cell stays missing. For knowledge
    from outside the table, such as a worst case for what is not reported.

    Reference: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.1"""

    def __init__(self, *, value: float | None = None, by_group: dict[str, float] = {}) -> None: ...
    def replace(self, *, value: float | None = ..., by_group: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def value(self) -> float | None:
        """The value for every unit whose group has none of its own."""
    @property
    def by_group(self) -> dict[str, float]:
        """The value for each group of units, by the group's label."""


class Fixed(Method):
    """An imputation fitted before: the same cells are filled in the same way, whatever else is in the table.

    Parameters
    ----------
    fill: What fitting has left behind.

    Formula: x_i := \\hat f(x_i) \\text{ where missing}

    What freezing makes of the imputations that look at several indicators. Those that look at one indicator
    become constant.

    Reference: definition"""

    def __init__(self, *, fill: Any = {'method': 'normal', 'means': {}, 'covariance': [], 'draw': False, 'seed': 1}) -> None: ...
    def replace(self, *, fill: Any = ...) -> Self: ...  # type: ignore[override]
    @property
    def fill(self) -> Any:
        """What fitting has left behind."""
