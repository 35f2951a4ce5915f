"""Results of several periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quindex import _core
from quindex.columns import beside, label, stacked
from quindex.errors import DataError

if TYPE_CHECKING:
    from quindex.result import Result
    from quindex.spec import Spec


class PanelResult(Mapping[str, "Result"]):
    """One result per period, in order; they compare over time, being computed by one fitted index."""

    __slots__ = ("_native", "_results")

    def __init__(self, results: Sequence[Result]) -> None:
        self._results = {r.period: r for r in results}
        self._native = results[0]._native

    @property
    def spec(self) -> Spec:
        """The spec they were computed from."""
        return next(iter(self._results.values())).spec

    @property
    def periods(self) -> list[str]:
        """The periods, in order."""
        return list(self._results)

    def __getitem__(self, period: Any) -> Result:
        found = self._results.get(label(period))
        if found is None:
            hint = _core.did_you_mean(label(period), self.periods)
            raise DataError.about("periods", f"there is no period {label(period)!r}", hint, period)
        return found

    def __contains__(self, period: object) -> bool:
        return label(period) in self._results

    def __iter__(self) -> Iterator[str]:
        return iter(self._results)

    def __len__(self) -> int:
        return len(self._results)

    def _stacked(self, parts: Sequence[Mapping[str, Any]]) -> Any:
        names = list(parts[0])
        return self._native.plain({n: stacked([p[n] for p in parts]) for n in names})

    def to_long(self) -> Any:
        """A row per unit, period and node: unit, period, node, level, name, score, rank."""
        return self._stacked([r._long() for r in self._results.values()])

    def to_frame(self) -> Any:
        """A row per unit and period: labels, the score of every node, and the rank in the index."""
        return self._stacked([r._wide() for r in self._results.values()])

    @property
    def notes(self) -> Any:
        """What is worth knowing, by period."""
        rows = [(r._taken.period_given, *note) for r in self._results.values() for note in r._all_notes()]
        names = ("period", "where", "what", "count")
        return self._native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def growth(self, earlier: Any = None, later: Any = None) -> Any:
        """How scores moved between two periods, the first and the last without any; see `quindex.growth`."""
        first = self[self.periods[0] if earlier is None else earlier]
        return growth(first, self[self.periods[-1] if later is None else later])

    def __repr__(self) -> str:
        last = self._results[self.periods[-1]]
        return f"{len(self)} periods: {', '.join(self.periods)}\n{last!r}"

    def _repr_html_(self) -> str:
        return f"<p>{len(self)} periods: {', '.join(self.periods)}</p>" + self._results[self.periods[-1]]._repr_html_()


def growth(earlier: Result, later: Result) -> Any:
    """How scores moved between two results, a row per unit in both and node in both.

    Columns: labels of the units in the later result, node, difference (later minus earlier), ratio (later over earlier;
    missing where the earlier score is 0) and rank_change (places won).
    """
    from quindex.result import Result

    for name, given in (("earlier", earlier), ("later", later)):
        if not isinstance(given, Result):
            hint = "give a result; a panel has its own growth()"
            raise DataError.about(f"growth.{name}", f"found a {type(given).__name__}", hint, given)
    moved = _core.growth(earlier._handle, later._handle)
    units, nodes = moved["units"], moved["nodes"]
    rows = {unit: row for row, unit in enumerate(later.units)}
    labels = later._native.part([rows[unit] for unit in units]).unit_columns()
    columns = {
        "node": [node for node in nodes for _ in units],
        **{name: moved[name].ravel(order="F") for name in ("difference", "ratio", "rank_change")},
    }
    return later._native.plain(
        beside({name: stacked([column] * len(nodes)) for name, column in labels.items()}, columns)
    )
