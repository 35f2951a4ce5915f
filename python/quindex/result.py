"""What comes out: scores, ranks, contributions, what was done to each column, and what is worth knowing."""

from __future__ import annotations

import json
from os import PathLike
from typing import TYPE_CHECKING, Any, NoReturn, Self

import numpy as np

from quindex import _core
from quindex.arrays import Native
from quindex.columns import Floats, beside, free_name, label, stacked
from quindex.data import Note, Taken
from quindex.explanation import Explanation
from quindex.show import counted, html_table, text_table

if TYPE_CHECKING:
    from quindex.fitted import Fitted
    from quindex.progress import Progress
    from quindex.robustness_design import Design, Vary
    from quindex.robustness_results import Robustness
    from quindex.spec import Spec

LONGEST_REPR = 10


def whole(ranks: Floats, ties: str) -> Any:
    """Ranks as whole numbers where the tie rule gives such and no unit is without one."""
    return ranks.astype(np.int64) if ties != "average" and not np.isnan(ranks).any() else ranks


class Result:
    """The scores of a table. Frames are of the library that the data came in, one row per unit."""

    __slots__ = ("_handle", "_native", "_notes", "_spec", "_taken", "period")
    _handle: _core.Result
    _native: Native
    _notes: list[Note]
    _spec: Spec
    _taken: Taken
    period: str

    def __init__(self, handle: _core.Result, spec: Spec, taken: Taken, notes: list[Note]) -> None:
        rows = handle.rows  # where the units stood, when some of the table's take no part
        for name, value in (
            ("_handle", handle),
            ("_spec", spec),
            ("_native", taken.native.part(rows) if rows else taken.native),
            ("_notes", taken.notes + notes),
            ("_taken", taken),
            ("period", taken.period),
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError("a result never changes")

    def __copy__(self) -> Self:
        return self  # it never changes

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        hint = "pickle result.fitted.freeze(), a spec that gives the same scores, or write tables with to_file"
        raise TypeError(f"a result cannot be pickled; {hint}")

    @property
    def spec(self) -> Spec:
        """The spec it was computed from."""
        return self._spec

    @property
    def fitted(self) -> Fitted:
        """The fitted index, to be applied to other tables."""
        from quindex.fitted import Fitted

        return Fitted(self._handle.fitted, self._spec, self._native)

    @property
    def units(self) -> list[str]:
        """The labels of the units."""
        return self._handle.units

    @property
    def nodes(self) -> list[str]:
        """The codes of all nodes, the index first: the columns of scores and ranks."""
        return list(self._spec.nodes["code"])

    @property
    def values(self) -> Floats:
        """Units × nodes as an array that looks at the result, without copying it; not to be written."""
        return self._handle.scores

    @property
    def scores(self) -> Any:
        """Units × every node, unrounded. An indicator's score is its normalised value, high being better."""
        return self._native.matrix(self.nodes, self._handle.scores)

    @property
    def ranks(self) -> Any:
        """Units × every node, 1 being best, from unrounded scores by the spec's tie rule."""
        return self._native.matrix(self.nodes, whole(self._handle.ranks(), self._spec.ties))

    @property
    def published(self) -> Any:
        """Units × groups after the spec's last rescaling; None without one."""
        if self._spec.publish is None:
            return None
        return self._native.matrix(self._spec.nodes["groups"], self._handle.published)

    @property
    def prepared(self) -> Any:
        """Units × indicators after preparation, in the units of measurement."""
        return self._native.matrix(self._spec.nodes["indicators"], self._handle.prepared())

    def contributions(self, node: str | None = None) -> Any:
        """Units × children of a group (by default the index): what each adds to the score."""
        node = self.nodes[0] if node is None else node
        values = self._handle.contributions(str(node))
        parents = self._spec.nodes["parent"]
        children = [c for c, parent in zip(self.nodes, parents, strict=True) if parent == node]
        return self._native.matrix(children, values)

    @property
    def effective_weights(self) -> Any:
        """A row per node: its parent, its weight among its siblings, and its share in the index."""
        return self.fitted.weights

    @property
    def lineage(self) -> Any:
        """What was done to each column: node, step, method, parameters (as JSON), present, changed."""
        rows = [(n, s, m, json.dumps(p, ensure_ascii=False), a, b) for n, s, m, p, a, b in self._handle.lineage()]
        return self._table(("node", "step", "method", "parameters", "present", "changed"), rows)

    @property
    def changes(self) -> Any:
        """A row per cell that preparation has treated, filled or taken away: its value before and after."""
        return self._table(("step", "method", "indicator", "unit", "before", "after"), self._handle.changes())

    @property
    def notes(self) -> Any:
        """What is worth knowing and no error: where, what, and how many cells or units it concerns."""
        return self._table(("where", "what", "count"), self._all_notes())

    def _all_notes(self) -> list[Note]:
        return [*self._notes, *self._handle.notes()]

    def summary(self) -> Any:
        """A row per node: values present and missing, lowest, median, mean, highest, standard deviation."""
        names = ("node", "present", "missing", "lowest", "median", "mean", "highest", "sd")
        return self._table(names, self._handle.summary())

    def _table(self, names: tuple[str, ...], rows: list[Any]) -> Any:
        return self._native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def _long(self) -> dict[str, Any]:
        about, n = self._spec.nodes, len(self.units)
        scores, ranks = self._handle.scores, whole(self._handle.ranks(), self._spec.ties)
        k = scores.shape[1]
        units = {name: stacked([column] * k) for name, column in self._native.unit_columns().items()}
        period = (
            {"period": np.repeat(np.asarray([self._taken.period_given], dtype=object), n * k)} if self.period else {}
        )
        columns = {
            "node": np.repeat(np.asarray(about["code"], dtype=object), n),
            "level": np.repeat(np.asarray(about["level"]), n),
            "name": np.repeat(np.asarray(about["name"], dtype=object), n),
            "score": scores.ravel(order="F"),
            "rank": ranks.ravel(order="F"),
        }
        return beside(units, {**period, **columns})

    def to_long(self) -> Any:
        """A row per unit and node: unit, period (of a panel), node, level, name, score, rank.

        A column of the units' labels with the name of another column gets a "_" behind its name.
        """
        return self._native.plain(self._long())

    def _wide(self) -> dict[str, Any]:
        scores, nodes = self._handle.scores, self.nodes
        ranks = whole(self._handle.ranks()[:, 0], self._spec.ties)
        columns = {node: scores[:, j] for j, node in enumerate(nodes)}
        columns[free_name(f"{nodes[0]}_rank", nodes)] = ranks
        period = {"period": [self._taken.period_given] * len(ranks)} if self.period else {}
        return beside(self._native.unit_columns(), beside(period, columns))

    def to_frame(self) -> Any:
        """A row per unit: its label, period (of a panel), the score of every node, and the rank in the index.

        A column of labels, of periods or of ranks with the name of a node gets a "_" behind its name.
        """
        return self._native.plain(self._wide())

    def to_file(self, path: str | PathLike[str]) -> None:
        """Writes .csv and .parquet (as `to_frame`), or .xlsx with a sheet for each kind of result."""
        from quindex.export import write_result

        write_result(self, path)

    @property
    def digest(self) -> str:
        """Fingerprint of units, indicators and values that went in."""
        return self._handle.digest()

    @property
    def version(self) -> str:
        """The version of quindex it was computed by."""
        return _core.__version__

    def explain(self, unit: Any) -> Explanation:
        """One unit from its raw values to its score, step by step."""
        return Explanation(label(unit), self._handle, self._native)

    def robustness(
        self,
        vary: Vary | Design | str | PathLike[str],
        *,
        threads: int = 1,
        progress: Progress = False,
        replicates: tuple[int, int] | None = None,
        **design: Any,
    ) -> Robustness:
        """How sure the ranks are: the spec, the weights, the data varied many times.

        vary and the other arguments (draws, seed, sampler, correlation, nodes, bands, pairs, central_weights,
        scores, keep, largest_failure_share) are those of `qx.robustness.Design`; threads, progress and replicates those
        of `qx.robustness.run`. vary may also be a Design or the path of a design's file, in which the other
        arguments replace what is there.
        """
        from quindex.robustness import checked, run_taken
        from quindex.robustness_design import design_of

        what = design_of(vary)
        return run_taken(checked(self, what.replace(**design) if design else what), threads, progress, replicates)

    def _head(self) -> tuple[list[str], list[list[Any]], str]:
        scores, about = self._handle.scores, self._spec.nodes
        ranks = whole(self._handle.ranks()[:, 0], self._spec.ties).tolist()
        top = [j for j, parent in enumerate(about["parent"]) if parent is None or parent == about["code"][0]][:6]
        first = sorted(range(len(ranks)), key=lambda i: (ranks[i] != ranks[i], ranks[i], i))[:LONGEST_REPR]
        columns: list[list[Any]] = [[_rank(ranks[i]) for i in first], [self.units[i] for i in first]]
        columns += [[float(scores[i, j]) for i in first] for j in top]
        rest = len(ranks) - len(first)
        kinds = f"{counted(len(about['indicators']), 'indicator')}, {counted(len(about['groups']), 'group')}"
        notes = len(self._all_notes())
        below = [f"… {rest} more units"] if rest > 0 else []
        below += [f"{notes} note{'s' if notes > 1 else ''}: see .notes"] if notes else []
        period = f", {self.period}" if self.period else ""
        title = f"{about['name'][0]}{period}: {counted(len(ranks), 'unit')}, {kinds}"
        return [title, *below], columns, "rank unit " + " ".join(about["code"][j] for j in top)

    def __repr__(self) -> str:
        (title, *below), columns, names = self._head()
        return "\n".join([title, text_table(names.split(" "), columns), *below])

    def _repr_html_(self) -> str:
        (title, *below), columns, names = self._head()
        return html_table(names.split(" "), columns, title) + "".join(f"<p>{line}</p>" for line in below)


def _rank(x: float) -> Any:
    return None if x != x else int(x) if x == int(x) else x
