"""Diagnoses of units and scores: clusters, coupling, obstacles, importance, levels, comparisons."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from quindex import _core
from quindex._diagnosis import Diagnosis, columns_of, in_order
from quindex.columns import beside
from quindex.errors import SpecError
from quindex.plain_numbers import floats, number, whole_number
from quindex.result import Result


def clusters(
    data: Any,
    k: int,
    columns: Sequence[str] | None = None,
    *,
    linkage: str = "ward",
    distance: str = "euclidean",
    standardise: bool = True,
    unit: str | None = None,
) -> Diagnosis:
    """Hierarchical clusters of the units.

    linkage: "single", "complete", "average", "weighted" or "ward". distance: "euclidean", "manhattan" or
    "correlation" (of the rows). Frames: groups (of each unit, when there are k), joinings (the whole tree:
    units are 0 to n - 1, joining j makes group n + j); order has the units so that no branches cross.
    """
    own = columns_of(data, columns, unit)
    found = _core.diagnose_hierarchy(own.table, whole_number("clusters.k", k), linkage, distance, standardise)
    units = own.table.units
    frames = {
        "groups": own.native.plain(beside(own.native.unit_columns(), {"group": found["groups"]})),
        "joinings": own.native.plain(found["joinings"]),
    }
    numbers = {"order": [units[i] for i in found["order"]]}
    return Diagnosis(f"{k} {linkage} clusters of {len(units)} units", numbers, frames)


def k_means(
    data: Any,
    k: int,
    columns: Sequence[str] | None = None,
    *,
    standardise: bool = True,
    start: Sequence[Sequence[float]] = (),
    strict: float | None = None,
    unit: str | None = None,
) -> Diagnosis:
    """k groups of units around their means, the same every time; groups are numbered by the first column.

    The groups are a local optimum: others may have a smaller sum of squares. `cluster_column` is exact.
    start: the first centres, a row each. strict: in a second search units farther than this from every centre
    move none. Numbers: sizes, within (sum of squares), explained, rounds. Frames: groups, centres.
    """
    own = columns_of(data, columns, unit)
    first = [[float(x) for x in row] for row in start]
    strict = None if strict is None else number("k_means.strict", strict)
    found = _core.diagnose_k_means(own.table, whole_number("k_means.k", k), standardise, first, strict)
    centres = own.native.labelled("group", [str(g + 1) for g in range(k)]).matrix(own.columns, found["centres"])
    groups = own.native.plain(beside(own.native.unit_columns(), {"group": found["groups"]}))
    numbers = {name: found[name] for name in ("sizes", "within", "explained", "rounds")}
    return Diagnosis(f"{k} groups of {len(own.table.units)} units", numbers, {"groups": groups, "centres": centres})


def cluster_column(values: Sequence[float], k: int) -> Diagnosis:
    """The best k groups of one column, exactly: groups (of each value, from 1), cuts, centres, within, explained."""
    found = _core.diagnose_cluster_column([float(x) for x in values], whole_number("cluster_column.k", k))
    return Diagnosis(f"{k} groups of {len(found['groups'])} values", found, {})


def coupling(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    form: str = "ratio",
    exponent: float = 1,
    weights: Sequence[float] | Mapping[str, float] = (),
    ends: str = "lower",
    unit: str | None = None,
) -> Any:
    """Coupling coordination (耦合协调度) of systems in [0, 1], a row per unit: C, T, D and the grade of D.

    form: "ratio" (geometric over arithmetic mean), "product" (its n-th power) or "modified" (Wang and others
    2021). exponent: the k that C is raised to. weights: of the systems in T, in order or by name. ends: whether
    the "lower" or the "upper" end of an interval belongs to a grade.
    """
    own = columns_of(data, columns, unit)
    given = in_order(weights, own.columns, "coupling.weights")
    found = _core.diagnose_coupling(own.table, form, number("coupling.exponent", exponent), given, ends)
    return own.native.plain(beside(own.native.unit_columns(), found))


def obstacles(
    data: Any,
    weights: Sequence[float] | Mapping[str, float] | None = None,
    *,
    low: float = 0,
    high: float = 100,
    columns: Sequence[str] | None = None,
    unit: str | None = None,
) -> Diagnosis:
    """Obstacle degrees (障碍度): what keeps each unit from the goal.

    Of a result, whose indicator scores run from low to high; or of a frame of values in [0, 1] with weights.
    Frames: degree (rows sum to 1), gap (not divided by their sum), sum (of the gaps), and for a result blocks.
    """
    low, high = number("obstacles.low", low), number("obstacles.high", high)
    if isinstance(data, Result):
        found, native = _core.diagnose_obstacles_of(data._handle, low, high), data._native
    else:
        own = columns_of(data, columns, unit)
        if weights is None:
            raise SpecError.about("obstacles.weights", "none are given", "give one per column")
        given = in_order(weights, own.columns, "obstacles.weights")
        found, native = _core.diagnose_obstacles(own.table, given), own.native
    frames = {name: native.matrix(found["indicators"], found[name]) for name in ("degree", "gap")}
    frames["sum"] = native.plain(beside(native.unit_columns(), {"sum": found["sum"]}))
    if "blocks" in found:
        frames["blocks"] = native.matrix(found["groups"], found["blocks"])
    return Diagnosis(f"obstacles of {len(found['indicators'])} indicators", {}, frames)


def importance(
    data: Any,
    score: Sequence[float] | None = None,
    weights: Sequence[float] | Mapping[str, float] | None = None,
    *,
    group: str = "",
    parts: str = "indicators",
    decisive: float = 0.9,
    dominant: float = 2,
    silent: float = 0.09,
    columns: Sequence[str] | None = None,
    unit: str | None = None,
) -> Any:
    """A row per part: the weight it was given, and how much it counts (its share of the correlation ratios).

    Of a result: the indicators below a group (the index when none is named), or its children. Of a frame: its
    columns, with the score they make up and their weights (equal without any).
    """
    limits = (
        number("importance.decisive", decisive),
        number("importance.dominant", dominant),
        number("importance.silent", silent),
    )
    if isinstance(data, Result):
        return data._native.plain(_core.diagnose_importance_of(data._handle, group, parts, *limits))
    own = columns_of(data, columns, unit)
    if score is None:
        raise SpecError.about("importance.score", "none is given", "give the score that the columns make up")
    given = [1.0] * len(own.columns) if weights is None else in_order(weights, own.columns, "importance.weights")
    return own.native.plain(_core.diagnose_importance(own.table, floats("importance.score", score), given, *limits))


def levels(result: Result, *, kind: str = "pearson") -> Diagnosis:
    """Whether each node goes with its own group: r (every node with every group), nodes (a row each, with flags)."""
    found = _core.diagnose_levels(result._handle, kind)
    native = result._native.labelled("node", found["rows"])
    frames = {"r": native.matrix(found["columns"], found["r"]), "nodes": result._native.plain(found["nodes"])}
    return Diagnosis(f"{kind} correlations across levels", {}, frames)


def compare_ranks(reference: Sequence[float], second: Sequence[float]) -> Diagnosis:
    """How alike two rankings are: spearman, weighted_spearman, ws, kendall (tau-b), gamma; 1 for equal ones.

    The smallest value is the best place: for scores give their ranks. notes: what looks like scores.
    """
    found = _core.diagnose_compare_ranks(
        floats("compare_ranks.reference", reference), floats("compare_ranks.second", second)
    )
    return Diagnosis(f"similarity of the ranks of {found['n']} units", found, {})


def compare(earlier: Result, later: Result, *, group: str = "", parts: str = "children") -> Diagnosis:
    """Who moved between two results, and why.

    Frames: units (scores and ranks before and after, and the reasons in a sentence), change (what each part adds
    to the difference; rows add up to it), from_scores and from_weights (the same in two parts). parts:
    "children" of the group (the index when none is named) or the "indicators" below it.
    """
    found = _core.diagnose_compare(earlier._handle, later._handle, group, parts)
    native = later._native.labelled("unit", found["units"])
    frames = {name: native.matrix(found["parts"], found[name]) for name in ("change", "from_scores", "from_weights")}
    names = ("before", "after", "difference", "rank_before", "rank_after", "rank_change", "why")
    frames["units"] = later._native.plain({"unit": found["units"], **{name: found[name] for name in names}})
    moved = sum(1 for x in found["rank_change"] if x != 0 and not math.isnan(x))
    title = f"{found['node']}: {moved} of {len(found['units'])} units changed their rank"
    return Diagnosis(title, {}, frames)
