"""What a robustness run found, as frames of the library that the data came in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from quindex._diagnosis import Diagnosis
from quindex.plain_numbers import number, whole_number
from quindex.robustness_counts import Counted, Run
from quindex.robustness_points import columns_of, part_of
from quindex.show import counted, html_table, text_table

if TYPE_CHECKING:
    from quindex.plots import RobustnessPlots
    from quindex.result import Result
    from quindex.sensitivity import Sensitivity

__all__ = ["LEVEL", "Of", "Robustness", "Run"]

LEVEL = 0.95
LONGEST_REPR = 10
Of = Literal["rank", "score"]
SPREAD = ("nominal", "mean", "sd", "lowest", "low", "median", "high", "highest")


class Robustness(Counted):
    """How sure scores and ranks are, at one node: the index, unless `at` has chosen another.

    Frames are of the library that the data came in. Two halves of a run add up: `first + second`. Shares are of
    the replicates that could be computed; those that failed count in `done` alone.
    """

    __slots__ = ()

    @property
    def ranks(self) -> Any:
        """Units × nominal rank, mean, sd, lowest, the ends of the 95% interval and the median, highest."""
        return self._spread("rank", LEVEL)

    @property
    def scores(self) -> Any:
        """The same for scores."""
        return self._spread("score", LEVEL)

    def _spread(self, of: str, level: float) -> Any:
        found = self._handle.spread(self.node, of, level)
        return self._native.matrix(SPREAD, np.column_stack([found[name] for name in SPREAD]))

    def intervals(self, level: float = LEVEL, *, of: Of = "rank", simultaneous: bool = False) -> Any:
        """Units × low, high: between them a unit's rank (or score) is in a share `level` of the replicates.

        simultaneous: in that share of replicates every unit is inside its interval (Besag et al. 1995); for
        this, as for scores, the replicates' scores must have been kept.
        """
        ask = self._handle.simultaneous if simultaneous else self._handle.spread
        found = ask(self.node, of, number("intervals.level", level))
        return self._native.matrix(("low", "high"), np.column_stack([found["low"], found["high"]]))

    def quantiles(self, probabilities: Sequence[float], *, of: Of = "rank") -> Any:
        """Units × probabilities: the rank (or score) below which such a share of the replicates lies."""
        own = [number("quantiles.probabilities", p) for p in probabilities]
        values = self._handle.quantiles(self.node, of, own)
        return self._native.matrix([f"{p:g}" for p in own], values)

    @property
    def acceptability(self) -> Any:
        """Units × ranks: the share of replicates in which the unit has the rank."""
        ranks, shares = self._handle.acceptability(self.node)
        return self._native.matrix([f"{rank:g}" for rank in ranks], shares)

    @property
    def beats(self) -> Any:
        """Units × units: the share of replicates in which the unit of the row is ahead of that of the column."""
        return self._native.matrix(self.units, self._handle.pairs(self.node)["ahead"])

    def top(self, k: int) -> Any:
        """Units × one column: the share of replicates in which the unit is among the first k."""
        return self._native.matrix([f"top {k}"], self._handle.top(self.node, whole_number("top.k", k)).reshape(-1, 1))

    def at_risk(self, k: int, level: float = LEVEL) -> Any:
        """The units of which it is not sure whether they are among the first k, the least sure first."""
        rows = self._handle.at_risk(self.node, whole_number("at_risk.k", k), number("at_risk.level", level))
        return self._table(("unit", "nominal", "is_in", "probability"), rows)

    def bands(self, limits: Sequence[float] = ()) -> Any:
        """Units × bands of scores, from the lowest: how often the score is in it; by the design's limits, or others."""
        ends, shares = self._handle.bands(self.node, list(limits))
        texts = [f"{x:g}" for x in ends]
        names = [f"below {texts[0]}", *(f"{a} to {b}" for a, b in pairwise(texts)), f"from {texts[-1]}"]
        return self._native.matrix(names, shares)

    def consensus(self) -> Diagnosis:
        """The order that all replicates together support: by expected rank, Borda's and Kemeny's."""
        found = self._handle.consensus(self.node)
        orders = ("expected_rank", "borda", "kemeny")
        ranks = np.column_stack([found["nominal"], *(found[name]["ranks"] for name in orders)])
        numbers = {"nominal_disagreement": found["disagreement"]}
        numbers |= {f"{name}_disagreement": found[name]["disagreement"] for name in orders}
        numbers |= {"is_proved": found["kemeny"]["is_proved"], "kemeny_orders": found["kemeny_orders"]}
        frames = {"ranks": self._native.matrix(("nominal", *orders), ranks)}
        return Diagnosis(f"{self.node}: the most robust orders", numbers, frames)

    @property
    def shift(self) -> Any:
        """A row per replicate: by how many places units moved on average, against their nominal ranks (R_S).

        In a replicate that leaves units out, both are ranks among the units that are left.
        """
        values = self._handle.shifts(self.node)
        return self._native.plain({"replicate": np.asarray(self._handle.replicates()), "shift": values})

    @property
    def central_weights(self) -> Any:
        """Units × how often (of all replicates) the unit is first, and the mean weights with which it is.

        Asked for in the design.

        Weights are effective ones: the share that a group or an indicator has in the watched node.
        """
        found = self._handle.central_weights(self.node)
        return self._native.matrix(["first", *found["nodes"]], np.column_stack([found["first"], found["weights"]]))

    def confidence(self, *, threads: int = 1) -> Any:
        """Units × how probably each is first with its own central weights; runs the design again for each."""
        run = self._run
        found = self._handle.confidence(run.spec._handle, run.taken.table, self.node, whole_number("threads", threads))
        return self._native.matrix(("confidence",), found["factor"].reshape(-1, 1))

    def drivers(self, unit: Any = None, *, of: Of = "rank", slices: int = 10, level: float = LEVEL) -> Sensitivity:
        """Which factors matter, from the replicates that there are: PAWN and regression, without any further run.

        For the average shift in rank, or for a unit's rank or score. PAWN's intervals are of resampled rows, and
        resampling makes its distances larger: where a factor has little influence, they lie above the index and
        often do not contain it. They say how much it varies; that a factor matters, an index above `dummy` says,
        which a factor without influence stays below. Three options or more enter the regression as dummy variables:
        they count in R², and their own coefficients are missing.
        """
        from quindex.sensitivity import of_replicates

        return of_replicates(self, unit, of, slices, level)

    @property
    def points(self) -> Any:
        """The design: a row per replicate with what each factor was, a number or a word.

        A factor of many numbers, such as noise on all weights, has a column for each of its coordinates in (0, 1).
        """
        return self._native.plain(self._points())

    def points_of(self, first: int, last: int) -> Any:
        """The rows of `points` for replicates `first` to the one before `last`: a part, where all take too much room.

        Raises SpecError when none of these replicates has been counted.
        """
        part = whole_number("points_of.first", first), whole_number("points_of.last", last)
        return self._native.plain(self._points(*part))

    def _points(self, first: int = 0, last: int | None = None) -> dict[str, Any]:
        ranges = part_of(self._handle.ranges, first, self.design.draws if last is None else last)
        return columns_of(self._run, ranges, [number for number, _, _ in self._handle.failures()])

    @property
    def failures(self) -> Any:
        """A row per replicate that could not be computed: its number, what was wrong, and its spec as JSON."""
        rows = [(n, what, json.dumps(spec, ensure_ascii=False)) for n, what, spec in self._handle.failures()]
        return self._table(("replicate", "what", "spec"), rows)

    def _table(self, names: Sequence[str], rows: Sequence[Any]) -> Any:
        return self._native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def replicate(self, number: int) -> Result:
        """One replicate on its own, as a result to look into: its spec, its table, its scores."""
        from quindex.replicates import result_of

        return result_of(self._run, number)

    def summary(self) -> Any:
        """A row per watched node: replicates, failures, the average shift in rank, how often order and leader stay.

        Where replicates leave units out, shift and order are those of the units that are left, and the leader stays
        a share of those with it. There is no `same_leader` when several units share the first place.

        `replicates` are all that have been counted, `failures` those of them that could not be computed. Means,
        quantiles and shares are of the others.
        """
        rows = [{**self._handle.shift(node, LEVEL), "replicates": self.done} for node in self.nodes]
        return self._native.plain({name: [row[name] for row in rows] for name in rows[0]})

    @property
    def plot(self) -> RobustnessPlots:
        """Pictures, which need matplotlib: `plot.ranks()`, `.scores()`, `.acceptability()`, `.pairs()`, `.shift()`."""
        from quindex.plots import RobustnessPlots

        return RobustnessPlots(self)

    def _head(self) -> tuple[str, list[list[Any]], list[str]]:
        found = self._handle.spread(self.node, "rank", LEVEL)
        order = np.argsort(found["nominal"], kind="stable").tolist()
        first, names = order[:LONGEST_REPR], ("nominal", "lowest", "median", "highest")
        columns: list[list[Any]] = [[self.units[i] for i in first]]
        columns += [[float(found[name][i]) for i in first] for name in names]
        n, failed = len(self.units), len(self._handle.failures())
        numbers = {"unit": n, "replicate": self.done, "factor": len(self.design.factors)}
        title = f"{self.node}: {', '.join(counted(own, what) for what, own in numbers.items())}"
        below = [f"… {n - len(first):,} more unit{'' if n == len(first) + 1 else 's'}"] if n > len(first) else []
        below += [] if self.is_complete else [f"not complete: {self.done:,} of {self.design.draws:,} replicates"]
        below += [f"{counted(failed, 'replicate')} failed: see .failures"] if failed else []
        return title, columns, below

    def __repr__(self) -> str:
        title, columns, below = self._head()
        return "\n".join([title, text_table(["unit", "nominal", "lowest", "median", "highest"], columns), *below])

    def _repr_html_(self) -> str:
        title, columns, below = self._head()
        table = html_table(["unit", "nominal", "lowest", "median", "highest"], columns, title)
        return table + "".join(f"<p>{line}</p>" for line in below)
