"""Units ranked on a few criteria by one method, without a framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quindex import _core
from quindex.arrays import Native
from quindex.columns import Floats, beside
from quindex.data import Note, Roles, Taken, take
from quindex.errors import SpecError
from quindex.frames import source
from quindex.methods import Functions, Method
from quindex.plain_numbers import floats, whole_number
from quindex.recipe import core_functions, method_data
from quindex.result import whole
from quindex.show import html_table, text_table

HIGH = ("high", "max", "benefit", "+", 1)
LOW = ("low", "min", "cost", "-", -1)
LONGEST_REPR = 10


class _Ranked(NamedTuple):
    units: list[str]
    criteria: list[str]
    native: Native
    ties: str
    method: str


class Ranking:
    """Scores and ranks of units by one method. Frames are of the library that the data came in."""

    __slots__ = ("_about", "_found", "_notes")

    def __init__(self, about: _Ranked, found: Mapping[str, Any], notes: list[Note]) -> None:
        self._about, self._found, self._notes = about, found, notes

    @property
    def scores(self) -> Any:
        """A row per unit: the score, high being better."""
        return self._frame({"score": self._found["scores"]})

    @property
    def ranks(self) -> Any:
        """A row per unit: the rank, 1 being best."""
        return self._frame({"rank": self._ranks})

    @property
    def measures(self) -> Any:
        """A row per unit: the numbers that the method's paper reports, a column each."""
        return self._frame(self._found["measures"])

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each criterion; they sum to 1."""
        return dict(zip(self._about.criteria, self._found["weights"], strict=True))

    @property
    def notes(self) -> Any:
        """What is worth knowing and no error: where, what, and how many cells or units it concerns."""
        rows = [*self._notes, *self._found["notes"]]
        names = ("where", "what", "count")
        return self._about.native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def to_frame(self) -> Any:
        """A row per unit: its label, score, rank and measures."""
        return self._frame({"score": self._found["scores"], "rank": self._ranks, **self._found["measures"]})

    @property
    def _ranks(self) -> Any:
        return whole(self._found["ranks"], self._about.ties)

    def _frame(self, columns: Mapping[str, Floats]) -> Any:
        return self._about.native.plain(beside(self._about.native.unit_columns(), columns))

    def _head(self) -> tuple[list[str], list[list[Any]], str]:
        ranks, scores = self._found["ranks"].tolist(), self._found["scores"].tolist()
        first = sorted(range(len(ranks)), key=lambda i: (ranks[i], i))[:LONGEST_REPR]
        columns = [[ranks[i] for i in first], [self._about.units[i] for i in first], [scores[i] for i in first]]
        title = f"{self._about.method}: {len(ranks)} units, {len(self._about.criteria)} criteria"
        return ["rank", "unit", "score"], columns, title

    def __repr__(self) -> str:
        names, columns, title = self._head()
        return f"{title}\n{text_table(names, columns)}"

    def _repr_html_(self) -> str:
        names, columns, title = self._head()
        return html_table(names, columns, title)


def rank(
    data: Any,
    weights: Any = None,
    types: Sequence[Any] | Mapping[str, Any] | None = None,
    *,
    method: Any,
    normalise: Any = None,
    criteria: Sequence[str] | None = None,
    unit: str | None = None,
    units: Sequence[Any] | None = None,
    ties: str = "best",
    rank_decimals: int | None = None,
) -> Ranking:
    """Scores and ranks the units of a table by one method, the paper's own version of it.

    data: a frame or a dict with one column per criterion, or an array (its criteria are then called 1, 2, …).
    weights: one per criterion in order, or by name, or a method of quindex.weigh that finds them in the data;
    equal without any. types: "high" or "low" per criterion (also max and min, benefit and cost, 1 and -1), in
    order or by name; all high without any. method: a method of quindex.aggregate. normalise: a method of
    quindex.normalise that turns criteria into scores first, which methods that score each unit by itself, such
    as weighted means, need unless the criteria are scores already. criteria: which columns, when not all of
    numbers. unit, units: the labels of the units, as for `compute`. ties: how equal scores share a rank.
    rank_decimals: round scores to so many decimals before ranking, because sums that are equal on paper may
    differ in their last bit.
    """
    names, taken = _taken(data, criteria, unit, units)
    high = _directions(types, names)
    functions: Functions = {}
    chosen = method_data("aggregate", method, "rank.method", functions)
    scaled = None if normalise is None else method_data("normalise", normalise, "rank.normalise", functions)
    if _is_method(weights):
        given = _found_weights(taken, weights, high)
    else:
        given = floats("rank.weights", _per_criterion(weights, names, "weights"))
    decimals = None if rank_decimals is None else whole_number("rank.rank_decimals", rank_decimals, most=15)
    found = _core.rank(taken.table, chosen, given, high, scaled, ties, core_functions(functions), decimals)
    named = chosen if isinstance(chosen, str) else str(chosen["method"])
    return Ranking(_Ranked(taken.table.units, names, taken.native, ties, named), found, taken.notes)


def weights(
    data: Any,
    types: Sequence[Any] | Mapping[str, Any] | None = None,
    *,
    method: Any,
    criteria: Sequence[str] | None = None,
    unit: str | None = None,
    units: Sequence[Any] | None = None,
) -> dict[str, float]:
    """The weights of the criteria of a table by a method of quindex.weigh, summing to 1.

    The method sees the values as they are, and which criteria are costs. Arguments as for `rank`.
    """
    names, taken = _taken(data, criteria, unit, units)
    return dict(zip(names, _found_weights(taken, method, _directions(types, names)), strict=True))


def _is_method(weights: Any) -> bool:
    return isinstance(weights, Method | str) or (isinstance(weights, type) and issubclass(weights, Method))


def _found_weights(taken: Taken, method: Any, high: list[bool]) -> list[float]:
    functions: Functions = {}
    chosen = method_data("weigh", method, "weights.method", functions)
    return _core.criteria_weights(taken.table, chosen, high, core_functions(functions))


def _taken(
    data: Any, criteria: Sequence[str] | None, unit: str | None, units: Sequence[Any] | None
) -> tuple[list[str], Taken]:
    names = _criteria(data, criteria, unit, units)
    indicators = names if hasattr(data, "ndim") and not hasattr(data, "columns") else None
    return names, take(data, names, Roles(unit=unit, indicators=indicators, units=units))


def _directions(types: Sequence[Any] | Mapping[str, Any] | None, names: list[str]) -> list[bool]:
    return [_is_high(t, name) for t, name in zip(_per_criterion(types, names, "types"), names, strict=False)]


def _criteria(data: Any, criteria: Sequence[str] | None, unit: str | None, units: Sequence[Any] | None) -> list[str]:
    """The names of the columns that are ranked by: those asked for, or all but the units' labels."""
    if criteria is not None:
        return [criteria] if isinstance(criteria, str) else list(criteria)
    if hasattr(data, "ndim") and not hasattr(data, "columns"):
        return [str(j + 1) for j in range(data.shape[1] if data.ndim == 2 else 0)]
    src = source(data, [], unit=unit, units=units)
    labels = {unit, getattr(src, "unit", None)}
    return [name for name in src.names if name not in labels]


def _per_criterion(given: Any, names: Sequence[str], what: str) -> list[Any]:
    """Values in the order of the criteria; none when none are given. Their number is checked by the core."""
    if given is None:
        return []
    if not isinstance(given, Mapping):
        values = list(given)
        if len(values) != len(names):
            found = f"{len(values)} given for {len(names)} criteria"
            raise SpecError.about(f"rank.{what}", found, "give one per criterion, or none", given)
        return values
    for name in given:
        if name not in names:
            raise SpecError.about(
                f"rank.{what}", f"there is no criterion {name!r}", _core.did_you_mean(str(name), list(names)), name
            )
    lacking = [name for name in names if name not in given]
    if lacking:
        raise SpecError.about(f"rank.{what}.{lacking[0]}", "nothing is given", "give one per criterion, or none", given)
    return [given[name] for name in names]


def _is_high(kind: Any, name: str) -> bool:
    """Is high better? Raises SpecError for a word that says neither."""
    for words, high in ((HIGH, True), (LOW, False)):
        if kind in words and not isinstance(kind, bool):
            return high
    raise SpecError.about(f"rank.types.{name}", f"found {kind!r}", "expected 'high' or 'low'", kind)
