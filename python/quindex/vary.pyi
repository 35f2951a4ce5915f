"""What varies from replicate to replicate, and how. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "BootstrapUnits",
    "Bounds",
    "CellErrors",
    "Dirichlet",
    "Drop",
    "Imputations",
    "Intervals",
    "LeaveOutUnits",
    "Noise",
    "Options",
    "Order",
    "Parameter",
    "Stakeholders",
    "Weight",
]


class Parameter(Method):
    """A number of the spec is drawn from a distribution.

    Parameters
    ----------
    address: The place in the spec, such as "aggregate.exponent".
    draw: The distribution it is drawn from.

    Formula: \\theta := F^{-1}(u)

    The address names the place: "aggregate.exponent", "normalise.high", "prepare.0.treat.skewness",
    "normalise.except.gdp.low", "framework.gdp.weight". The ends of the distribution have to be values that
    the parameter may have: a normal distribution can be truncated, a lognormal one has no upper end. A number
    that has to be whole is rounded to the nearest. Every replicate is computed from the beginning, where
    `options` with a few values share the work.

    Reference: Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, chapter 1; OECD and JRC
    (2008), Handbook on Constructing Composite Indicators, step 7"""

    def __init__(self, *, address: str = '', draw: Any = {'method': 'uniform', 'low': 0, 'high': 1}) -> None: ...
    def replace(self, *, address: str = ..., draw: Any = ...) -> Self: ...  # type: ignore[override]
    @property
    def address(self) -> str:
        """The place in the spec, such as "aggregate.exponent"."""
    @property
    def draw(self) -> Any:
        """The distribution it is drawn from."""


class Options(Method):
    """At a place of the spec stands one of several things: methods, numbers, sets of parameters, nothing.

    Parameters
    ----------
    address: The place in the spec, such as "aggregate".
    values: What may stand there.
    probabilities: Of each value, summing to 1; empty for equal ones. (at least 0 and at most 1)

    Formula: \\theta := v_k,\\quad p_1 + \\dots + p_{k-1} \\le u < p_1 + \\dots + p_k

    The place may be a method ("aggregate", "normalise.except.gdp", "missing"), whose values are names or
    objects with parameters; a parameter; a preparation step ("prepare.0"), which nothing leaves out; a whole
    set of weights ("weigh": {"method": "given", ...}); a node's direction or target. A method for all keeps
    the exceptions it had, unless it comes with its own. Up to 32 ways to weigh are tried out once before
    anything runs. Coordinates are cut at the probabilities themselves, so that the same coordinate always
    means the same option.

    Reference: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as
    tools for the quality assessment of composite indicators, JRSS A 168(2)"""

    def __init__(self, *, address: str = '', values: tuple[Any, ...] = (), probabilities: tuple[float, ...] = ()) -> None: ...
    def replace(self, *, address: str = ..., values: tuple[Any, ...] = ..., probabilities: tuple[float, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def address(self) -> str:
        """The place in the spec, such as "aggregate"."""
    @property
    def values(self) -> tuple[Any, ...]:
        """What may stand there."""
    @property
    def probabilities(self) -> tuple[float, ...]:
        """Of each value, summing to 1; empty for equal ones."""


class Weight(Method):
    """The weight of one node is drawn, as a multiple of what it is or as a share of its group.

    Parameters
    ----------
    node: The code of the node.
    draw: The distribution of the multiple, or of the share.
    relative: Whether the number drawn multiplies the weight.

    Formula: w_j := w_j\\,F^{-1}(u) \\quad\\text{or}\\quad w_j := \\frac{q}{1 - q} \\sum_{k \\ne j} w_k,\\ q =
    F^{-1}(u)

    The others keep their proportions to one another. Relative, 1 leaves the weight as it is; otherwise the
    number drawn is the weight itself when the group's weights sum to 1, so it stays below 1. Of several
    shares in one group only the last is as drawn: each moves all its siblings, those drawn before included.
    Draw the weights of a whole group by bounds or dirichlet instead.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7; Saltelli et al.
    (2008), Global Sensitivity Analysis: The Primer, chapter 1"""

    def __init__(self, *, node: str = '', draw: Any = {'method': 'uniform', 'low': 0.75, 'high': 1.25}, relative: bool = True) -> None: ...
    def replace(self, *, node: str = ..., draw: Any = ..., relative: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def node(self) -> str:
        """The code of the node."""
    @property
    def draw(self) -> Any:
        """The distribution of the multiple, or of the share."""
    @property
    def relative(self) -> bool:
        """Whether the number drawn multiplies the weight."""


class Noise(Method):
    """Every weight is multiplied by a number around 1, each by one of its own.

    Parameters
    ----------
    group: Whose children's weights: a group's code, "level:N", or empty for all.
    spread: The largest relative change, or the standard deviation when normal. (at least 0 and at most 1)
    shape: How the relative change is spread: "uniform" or "normal".

    Formula: w_j := w_j (1 + s\\,(2 u_j - 1)) \\quad\\text{or}\\quad w_j := w_j \\max(0,\\, 1 +
    s\\,\\Phi^{-1}(u_j))

    The weights are those that the spec's method has found in the replicate, so that noise is put on entropy
    weights as on given ones; they are brought to a sum of 1 afterwards, group by group. Give several factors
    to have another spread for each level: `group` is empty for every group, the code of one, or "level:2" for
    the groups of a level, as in exceptions.

    Reference: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as
    tools for the quality assessment of composite indicators, JRSS A 168(2); Becker, Saisana, Paruolo and
    Vandecasteele (2017), Weights and importance in composite indicators, Ecological Indicators 80"""

    def __init__(self, *, group: str = '', spread: float = 0.25, shape: Literal['uniform', 'normal'] = 'uniform') -> None: ...
    def replace(self, *, group: str = ..., spread: float = ..., shape: Literal['uniform', 'normal'] = ...) -> Self: ...  # type: ignore[override]
    @property
    def group(self) -> str:
        """Whose children's weights: a group's code, "level:N", or empty for all."""
    @property
    def spread(self) -> float:
        """The largest relative change, or the standard deviation when normal."""
    @property
    def shape(self) -> Literal['uniform', 'normal']:
        """How the relative change is spread: "uniform" or "normal"."""


class Dirichlet(Method):
    """The weights of a group are drawn from a Dirichlet distribution whose mean they are.

    Parameters
    ----------
    group: Whose children's weights: a group's code, "level:N", or empty for all.
    concentration: How close the weights stay to their means. (at least 0.001 and at most 1e+07)

    Formula: (w_1, \\dots, w_m) \\sim \\mathrm{Dirichlet}(c\\,\\bar w_1, \\dots, c\\,\\bar w_m), \\quad
    w_j = \\frac{g_j}{\\sum_k g_k},\\ g_j = \\Gamma^{-1}(u_j;\\, c\\,\\bar w_j)

    The mean of a weight is the weight that the spec's method has found, with the variance w (1 - w) / (c +
    1): the higher the concentration c, the less they vary. Equal weights of m children with the concentration
    m are uniform on all weights there are, which stands for knowing nothing. A weight of 0 stays 0. The last
    bits may differ between machines.

    Reference: Johnson, Kotz and Balakrishnan (2000), Continuous Multivariate Distributions, volume 1, chapter
    49; Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, EJOR
    178(2)"""

    def __init__(self, *, group: str = '', concentration: float = 50.0) -> None: ...
    def replace(self, *, group: str = ..., concentration: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def group(self) -> str:
        """Whose children's weights: a group's code, "level:N", or empty for all."""
    @property
    def concentration(self) -> float:
        """How close the weights stay to their means."""


class Order(Method):
    """The weights of a group are any that keep an order of importance, all equally likely.

    Parameters
    ----------
    group: The group; empty when the index has no other.
    codes: The group's children, the most important first.

    Formula: w_{(k)} = \\frac{\\sum_{i=k}^{m} e_i / i}{\\sum_{i=1}^{m} e_i},\\quad e_i = -\\ln(1 - u_i)

    Uniform on all weights with w(1) >= w(2) >= ... >= 0 that sum to 1. Their means are the rank order
    centroid weights. The weights that the spec's method finds are not looked at. Every child of the group has
    its place in the order.

    Reference: Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science
    42(11); Lahdelma, Miettinen and Salminen (2003), Ordinal criteria in stochastic multicriteria
    acceptability analysis, EJOR 147(1)"""

    def __init__(self, *, group: str = '', codes: tuple[str, ...] = ()) -> None: ...
    def replace(self, *, group: str = ..., codes: tuple[str, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def group(self) -> str:
        """The group; empty when the index has no other."""
    @property
    def codes(self) -> tuple[str, ...]:
        """The group's children, the most important first."""


class Bounds(Method):
    """The weights of a group are any between a lowest and a highest one each that sum to 1.

    Parameters
    ----------
    group: The group; empty when the index has no other.
    low: The lowest weight of a child, as a share of the group. (at least 0 and at most 1)
    high: The highest weight of a child, as a share of the group. (at least 0 and at most 1)
    limits: The lowest and the highest weight of single children, by code. (at least 0 and at most 1)

    Formula: w \\sim U\\{w : l_j \\le w_j \\le h_j,\\ \\textstyle\\sum_j w_j = 1\\},\\quad
    P(w_k \\le t \\mid w_1, \\dots, w_{k-1}) = \\frac{F_{k+1}(s - l_k) - F_{k+1}(s - t)}{F_{k+1}(s - l_k) -
    F_{k+1}(s - h_k)},\\
    s = 1 - w_1 - \\dots - w_{k-1},\\quad
    F_k(s) = P\\Big(\\textstyle\\sum_{j \\ge k} v_j \\le s\\Big),\\ v_j \\sim U(l_j, h_j)

    All weights within the bounds that sum to 1 are equally likely, whatever the order of the children. One
    child after the other, in the framework's order, is drawn given those before, and the last takes what is
    left: a group of m children takes m - 1 coordinates. Where no highest weight can bind, F is a power;
    otherwise it is tabulated in 4096 steps, which moves probabilities by less than 1e-6 for a dozen children.
    The weights that the spec's method finds are not looked at.

    Reference: Devroye (1986), Non-Uniform Random Variate Generation, sections V.2 (uniform on a simplex) and
    XI.1 (one variable after the other, each given those before); Tervonen and Lahdelma (2007), Implementing
    stochastic multicriteria acceptability analysis, EJOR 178(2)"""

    def __init__(self, *, group: str = '', low: float = 0.0, high: float = 1.0, limits: dict[str, tuple[float, float]] = {}) -> None: ...
    def replace(self, *, group: str = ..., low: float = ..., high: float = ..., limits: dict[str, tuple[float, float]] = ...) -> Self: ...  # type: ignore[override]
    @property
    def group(self) -> str:
        """The group; empty when the index has no other."""
    @property
    def low(self) -> float:
        """The lowest weight of a child, as a share of the group."""
    @property
    def high(self) -> float:
        """The highest weight of a child, as a share of the group."""
    @property
    def limits(self) -> dict[str, tuple[float, float]]:
        """The lowest and the highest weight of single children, by code."""


class Stakeholders(Method):
    """The weights are those of one of several people, or a blend of all of them.

    Parameters
    ----------
    sets: The weights by code, one object for each of the people. (at least 0)
    probabilities: Of each set, summing to 1; empty for equal ones. (at least 0 and at most 1)
    blend: Whether the sets are blended, rather than one of them taken.

    Formula: w_j = w_j^{(s)} \\text{ with probability } p_s \\quad\\text{or}\\quad
    w_j = \\sum_s b_s w_j^{(s)},\\ (b_1, \\dots, b_S) \\sim \\mathrm{Dirichlet}(S p_1, \\dots, S p_S)

    Each set gives weights by code, relative to one another inside a group; it covers the same groups as the
    others, and all children of each. Groups that no set speaks of keep their weights. A set is brought to a
    sum of 1 in every group before sets are blended. With equal probabilities all blends are equally likely.

    Reference: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as
    tools for the quality assessment of composite indicators, JRSS A 168(2) (weights of experts, drawn one set
    at a time)"""

    def __init__(self, *, sets: tuple[dict[str, float], ...] = (), probabilities: tuple[float, ...] = (), blend: bool = False) -> None: ...
    def replace(self, *, sets: tuple[dict[str, float], ...] = ..., probabilities: tuple[float, ...] = ..., blend: bool = ...) -> Self: ...  # type: ignore[override]
    @property
    def sets(self) -> tuple[dict[str, float], ...]:
        """The weights by code, one object for each of the people."""
    @property
    def probabilities(self) -> tuple[float, ...]:
        """Of each set, summing to 1; empty for equal ones."""
    @property
    def blend(self) -> bool:
        """Whether the sets are blended, rather than one of them taken."""


class Drop(Method):
    """Indicators, or whole groups, are left out of the index.

    Parameters
    ----------
    codes: What may be dropped: indicators or groups; empty for every indicator.
    each: Whether each is dropped on its own, rather than one of them.
    probability: Of dropping one, or each. (at least 0 and at most 1)

    Formula: D = \\{d_k\\} \\text{ for } (k - 1)/n \\le u/p < k/n,\\ \\emptyset \\text{ for } u \\ge p
    \\quad\\text{or}\\quad D = \\{d_k : u_k < p\\}

    What is dropped is gone before anything is fitted, unlike an indicator of weight 0, which still takes part
    in imputation and screening. Either one of the candidates is dropped (with the probability; otherwise
    none), or each on its own. A group whose children are all dropped goes with them. A replicate in which
    nothing is left fails, and is counted so.

    Reference: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as
    tools for the quality assessment of composite indicators, JRSS A 168(2)"""

    def __init__(self, *, codes: tuple[str, ...] = (), each: bool = False, probability: float = 1.0) -> None: ...
    def replace(self, *, codes: tuple[str, ...] = ..., each: bool = ..., probability: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def codes(self) -> tuple[str, ...]:
        """What may be dropped: indicators or groups; empty for every indicator."""
    @property
    def each(self) -> bool:
        """Whether each is dropped on its own, rather than one of them."""
    @property
    def probability(self) -> float:
        """Of dropping one, or each."""


class LeaveOutUnits(Method):
    """Some units, drawn anew each time, are left out.

    Parameters
    ----------
    count: How many are left out at a time. (at least 1)
    units: Which may be left out; empty for all.

    Formula: i \\notin \\{i_1, \\dots, i_k\\},\\quad \\text{every set of } k \\text{ candidates equally
    likely}

    Shows how much the scores of the others hang on one of them: on the unit that is the maximum of min-max
    scaling, for instance. A unit has no score and no rank in a replicate that leaves it out, and the ranks of
    the others are among those that are left, so that they are often better than their nominal ones. The mean
    shift of ranks compares with nominal ranks among the same units: it is 0 where nobody overtakes anybody.

    Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11; selection sampling:
    Knuth (1997), The Art of Computer Programming, volume 2, section 3.4.2, algorithm S"""

    def __init__(self, *, count: int = 1, units: tuple[str, ...] = ()) -> None: ...
    def replace(self, *, count: int = ..., units: tuple[str, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def count(self) -> int:
        """How many are left out at a time."""
    @property
    def units(self) -> tuple[str, ...]:
        """Which may be left out; empty for all."""


class BootstrapUnits(Method):
    """The index is computed on as many units, drawn from the units with replacement.

    Formula: i_k = 1 + \\lfloor n\\,u_k \\rfloor,\\quad k = 1, \\dots, n

    For units that are a sample of many. A unit that is not drawn, which happens in 37 % of the replicates,
    has no score and no rank there; one that is drawn several times counts several times in whatever is
    fitted, and has one rank. Ranks are among the units that are drawn, so that they are often better than the
    nominal ones; the mean shift of ranks compares with nominal ranks among the same units. Of an index of all
    countries there are, the units are no sample: leave_out_units asks a better question.

    Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class CellErrors(Method):
    """Every value that has a standard error is drawn anew from a normal distribution around itself.

    Parameters
    ----------
    scale: What the standard errors are multiplied by. (at least 0)
    only: The indicators it is for; empty for all that have errors.
    correlation: Correlations of the errors of the indicators of `only`; empty for independent ones. (at least
    -1 and at most 1)

    Formula: x_{ij} := x_{ij} + s\\,\\sigma_{ij}\\,z_{ij},\\quad z_i \\sim N(0, R)

    The standard errors are those of the table, per cell. Errors of different units are independent; those of
    a unit's indicators are correlated as the matrix says, whose rows and columns are the indicators of
    `only`, in that order; errors may be the same (1) or opposite (-1). Missing values stay missing. An error
    depends on the seed, the replicate, the unit and the indicator only: not on the order of units, nor on who
    else is in the table. Values that have bounds may leave them: clip them in the preparation.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7; Saisana, Saltelli
    and Tarantola (2005), JRSS A 168(2) (one trigger for many numbers)"""

    def __init__(self, *, scale: float = 1.0, only: tuple[str, ...] = (), correlation: tuple[tuple[float, ...], ...] = ()) -> None: ...
    def replace(self, *, scale: float = ..., only: tuple[str, ...] = ..., correlation: tuple[tuple[float, ...], ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def scale(self) -> float:
        """What the standard errors are multiplied by."""
    @property
    def only(self) -> tuple[str, ...]:
        """The indicators it is for; empty for all that have errors."""
    @property
    def correlation(self) -> tuple[tuple[float, ...], ...]:
        """Correlations of the errors of the indicators of `only`; empty for independent ones."""


class Intervals(Method):
    """Every value is drawn anew within an interval around itself.

    Parameters
    ----------
    half_widths: Half the width of the interval by indicator; empty for the table's standard errors. (at least
    0)
    relative: Whether half widths are shares of the value.
    draw: The distribution on [-1, 1], times half the width.

    Formula: x_{ij} := x_{ij} + h_{ij}\\,F^{-1}(u_{ij})

    Half the width of the interval is given by indicator, in its own unit or as a share of the value; without
    any, the table's standard errors are taken for half widths, cell by cell. Within the interval values are
    as likely as the distribution on [-1, 1] says: uniform unless said. All cells are independent, missing
    values stay missing, and a number depends on the seed, the replicate, the unit and the indicator only.

    Reference: Lahdelma and Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for group
    decision making, Operations Research 49(3) (criteria with intervals)"""

    def __init__(self, *, half_widths: dict[str, float] = {}, relative: bool = False, draw: Any = {'method': 'uniform', 'low': -1, 'high': 1}) -> None: ...
    def replace(self, *, half_widths: dict[str, float] = ..., relative: bool = ..., draw: Any = ...) -> Self: ...  # type: ignore[override]
    @property
    def half_widths(self) -> dict[str, float]:
        """Half the width of the interval by indicator; empty for the table's standard errors."""
    @property
    def relative(self) -> bool:
        """Whether half widths are shares of the value."""
    @property
    def draw(self) -> Any:
        """The distribution on [-1, 1], times half the width."""


class Imputations(Method):
    """Missing values are drawn anew by the imputations of the spec that draw.

    Parameters
    ----------
    steps: Positions of the preparation steps, from 0; empty for all that draw. (at least 0)
    count: How many completed tables; 0 for a new one in every replicate. (at least 0 and at most 1e+06)

    Formula: \\text{seed} := \\text{seed} + d,\\quad d = \\lfloor u\\,m \\rfloor

    Each of so many completed tables has a seed of its own, the first that of the spec, so that what is fitted
    to a completed table is fitted once. The parameters of the imputation are those of the data every time;
    add bootstrap_units where their uncertainty is to count as well. Imputations that draw:
    stochastic_regression, hot_deck, and expectation_maximisation with draw.

    Reference: Rubin (1987), Multiple Imputation for Nonresponse in Surveys, chapter 3; Little and Rubin
    (2002), Statistical Analysis with Missing Data, section 5.4"""

    def __init__(self, *, steps: tuple[int, ...] = (), count: int = 20) -> None: ...
    def replace(self, *, steps: tuple[int, ...] = ..., count: int = ...) -> Self: ...  # type: ignore[override]
    @property
    def steps(self) -> tuple[int, ...]:
        """Positions of the preparation steps, from 0; empty for all that draw."""
    @property
    def count(self) -> int:
        """How many completed tables; 0 for a new one in every replicate."""
