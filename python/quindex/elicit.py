"""Judgements before they become weights: are they consistent, what is missing, do the judges agree?

Comparisons are square: the cell of a row and a column says how many times as important the row is as the column. None
or NaN stands where nobody judged; a cell whose mirror was judged is filled in by itself. The same judgements become
the weights of an index in `quindex.weigh`: `Ahp`, `Bwm`, `Delphi` and others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from quindex import _core
from quindex.columns import is_missing, unmasked
from quindex.plain_numbers import floats, number
from quindex.recipe import method_data

__all__ = [
    "Agreement",
    "Consistency",
    "Elicited",
    "complete",
    "consistency",
    "join",
    "kendall_w",
    "priorities",
    "weights",
]

Matrix = npt.NDArray[np.float64]


class Consistency(NamedTuple):
    """How consistent comparisons are, and which of them fits the others least."""

    principal_value: float  #: The largest eigenvalue; the number of criteria where all is consistent.
    consistency_index: float  #: CI.
    ratio: float  #: CR, commonly wanted at 0.1 or below.
    geometric_index: float  #: GCI.
    koczkodaj: float  #: The worst triad, from 0 to 1.
    congruence: float  #: Mean distance of direct from indirect judgements.
    dissonance: float  #: Share of indirect judgements that contradict direct ones.
    worst: tuple[Any, Any]  #: The pair that fits least: codes, or positions from 0.
    given: float  #: How the pair was judged.
    proposed: float  #: What the other judgements say it should be.
    ratio_after: float  #: The CR with the proposal in its place.


class Agreement(NamedTuple):
    """How much judges agree."""

    w: float  #: Kendall's W with ties, from 0 to 1; NaN where it cannot be told.
    chi_square: float  #: Its test statistic, with objects - 1 degrees of freedom.
    judges: int
    objects: int


class Elicited(NamedTuple):
    """What the judgements in a weighing method come to."""

    weights: dict[str, float]  #: By code, summing to 1.
    measures: dict[str, Any]  #: What the method reports beside them: deviation and ratio of `Bwm`, probability …
    notes: list[str]  #: What is worth knowing, such as the worst pair of inconsistent comparisons.


def weights(method: Any, children: Sequence[str]) -> Elicited:
    """The weights that the judgements in a method of `quindex.weigh` give these children, without an index.

    `Bwm` reports the deviation that is left and its consistency ratio; `BayesianBwm` the probability that the row is
    more important than the column. Methods that find weights in data are refused: there is none.
    """
    names = list(children)
    found = _core.judged_weights(method_data("weigh", method, "elicit.method", {}), names)
    return Elicited(dict(zip(names, found["weights"], strict=True)), found["measures"], found["notes"])


def consistency(
    comparisons: Any,
    *,
    table: str = "saaty_1980",
    random_index: float | None = None,
    criteria: Sequence[str] = (),
) -> Consistency:
    """Consistency measures of one judge's comparisons, and the pair that should be looked at first.

    table: whose index of random comparisons the ratio divides by: saaty_1980, saaty_2005, donegan_dodd_1991 or
    alonso_lamata_2006; random_index: a number of your own instead. criteria: codes of the rows, for the answer.
    Comparisons that nobody made are completed to the least eigenvalue first.
    """
    names = list(criteria)
    random_index = None if random_index is None else number("consistency.random_index", random_index)
    found = _core.consistency(_judged(comparisons), table, random_index, names)
    row, column = found.pop("row"), found.pop("column")
    return Consistency(worst=(names[row], names[column]) if names else (row, column), **found)


def complete(comparisons: Any, *, completion: str = "optimal", criteria: Sequence[str] = ()) -> Matrix:
    """Comparisons with a value for every pair; completion: optimal, logarithmic or harker, as for `weigh.Ahp`."""
    return _core.complete(_judged(comparisons), completion, list(criteria))


def priorities(
    comparisons: Any,
    *,
    prioritisation: str = "eigenvector",
    completion: str = "optimal",
    criteria: Sequence[str] = (),
) -> Matrix:
    """The weights that comparisons stand for, summing to 1; prioritisation: as for `weigh.Ahp`."""
    return _core.priorities(_judged(comparisons), prioritisation, completion, list(criteria))


def join(judges: Sequence[Any], weights: Sequence[float] = ()) -> Matrix:
    """One matrix for several judges: geometric means, cell by cell, over those who judged the cell."""
    return _core.join_judgements([_judged(judge) for judge in judges], floats("judges.weights", weights))


def kendall_w(ratings: Any) -> Agreement:
    """Kendall's W of ratings or ranks, a row for each judge and a column for each object."""
    return Agreement(**_core.kendall_w(np.asarray(unmasked(ratings), dtype=np.float64)))


def _judged(comparisons: Any) -> list[list[Any]]:
    """Rows of numbers, None where nobody judged."""
    rows = comparisons.to_numpy() if hasattr(comparisons, "to_numpy") else comparisons
    return [[None if is_missing(x) else x for x in row] for row in rows]
