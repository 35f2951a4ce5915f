"""What a group does with a unit some of whose children have no score. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "GroupMean",
    "Propagate",
    "Renormalise",
    "Zero",
]


class Propagate(Method):
    """A unit that lacks a child has no score for the group.

    Formula: s_i = \\text{missing if any } z_{ij} \\text{ is}

    The strictest policy, and the default: nothing is assumed about what is not known. Children of weight 0
    are not asked for.

    Reference: UNDP (2024), Human Development Report 2023/24, Technical notes: no HDI without all four
    indicators"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Renormalise(Method):
    """The weights of the children that are there are rescaled to sum to one.

    Parameters
    ----------
    at_least: Least share of the group's weight that has to be there; below it the unit has no score. (at
    least 0 and at most 1)

    Formula: s_i = f(z_{ij}, w_j / \\sum_{k\\ \\mathrm{present}} w_k), \\quad j\\ \\mathrm{present}

    Same as giving the missing child the unit's own score for the group (shadow imputation). With at_least a
    unit has a score only when children of that share of the group's weight are there; hospital star ratings
    and many statistical offices ask for such a floor.

    Reference: CMS (2021), Overall Hospital Quality Star Rating, methodology: measure group weights are
    redistributed"""

    def __init__(self, *, at_least: float = 0.0) -> None: ...
    def replace(self, *, at_least: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def at_least(self) -> float:
        """Least share of the group's weight that has to be there; below it the unit has no score."""


class Zero(Method):
    """A missing child counts with the score 0.

    Parameters
    ----------
    at_least: Least share of the group's weight that has to be there; below it the unit has no score. (at
    least 0 and at most 1)

    Formula: z_{ij} := 0 \\text{ where missing}

    For scores that count what has been done, where silence means nothing was. The stringency index of nine
    indicators asks for eight of them: at_least = 8/9 with equal weights. Not for scores whose 0 is not the
    worst, such as z-scores.

    Reference: Hale et al. (2021), A global panel database of pandemic policies (Oxford COVID-19 Government
    Response Tracker), Nature Human Behaviour 5"""

    def __init__(self, *, at_least: float = 0.0) -> None: ...
    def replace(self, *, at_least: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def at_least(self) -> float:
        """Least share of the group's weight that has to be there; below it the unit has no score."""


class GroupMean(Method):
    """A missing child takes its mean over the units of the same group.

    Parameters
    ----------
    means: Means fitted before, by code of the child, or code/group; empty to take them from the table.

    Formula: z_{ij} := \\frac{1}{|G_i|} \\sum_{k \\in G_i} z_{kj} \\text{ where missing, } G_i \\text{ the
    units of } i\\text{'s group with a } z_{kj}

    Groups of units are those of the table; without groups the mean is over all units. Where a whole group
    lacks the child, the unit has no score. The means are part of what is fitted, so a later table is filled
    with those of the table the index was fitted to. A unit without any child has no score.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self, *, means: dict[str, float] = {}) -> None: ...
    def replace(self, *, means: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def means(self) -> dict[str, float]:
        """Means fitted before, by code of the child, or code/group; empty to take them from the table."""
