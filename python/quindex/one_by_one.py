"""One thing changed at a time: a factor, a part of the index, a weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from quindex import _core
from quindex._diagnosis import Diagnosis
from quindex.columns import free_name, label
from quindex.methods import Method
from quindex.plain_numbers import number, whole_number
from quindex.robustness_design import option_names
from quindex.robustness_results import Of
from quindex.sensitivity import _core_of, _rows, _run
from quindex.show import counted

if TYPE_CHECKING:
    from quindex.result import Result

WEIGHTS = ("node", "group", "weight", "leader_low", "leader_high", "top_low", "top_high", "order_low", "order_high",
           "leader_change", "top_change", "order_change", "is_exact")  # fmt: skip


def one_at_a_time(
    result: Result,
    design: Any,
    *,
    levels: int = 9,
    low: float = 0.05,
    high: float = 0.95,
    draws: int = 100,
    node: str = "",
    unit: Any = None,
    of: Of = "rank",
    threads: int = 1,
) -> Diagnosis:
    """Each factor alone from its low to its high quantile, everything else as it stands: curves and a tornado.

    `tornado` has a row per factor, the widest first: the average shift in rank (or a unit's rank or score) at
    the low and the high end, and the least and the most on the way. `curves` has a row per factor and level.
    A factor of many numbers, such as noise on all weights, is drawn `draws` times instead.
    """
    what = _run(result, design)
    named = "" if unit is None else label(unit)
    found = _core.robustness_one_at_a_time(
        *_core_of(what),
        whole_number("one_at_a_time.levels", levels),
        number("one_at_a_time.low", low),
        number("one_at_a_time.high", high),
        whole_number("one_at_a_time.draws", draws),
        node,
        named,
        of,
        whole_number("threads", threads),
    )
    native = what.taken.native
    ends = ("at_low", "at_high", "lowest", "highest")
    tornado = native.labelled("factor", found["factors"]).matrix(ends, np.column_stack([found[e] for e in ends]))
    rows: list[Any] = []
    for curve in found["curves"]:
        words = _levels(what.design.factors[curve["factor"]], curve)
        own = (words, curve["numbers"].tolist(), curve["shift"].tolist())
        rows += [(curve["factor"], *row) for row in zip(*own, strict=True)]
    frames = {"tornado": tornado, "curves": _rows(native, ("factor", "level", "number", "shift"), rows)}
    title = f"{found['node']}: {found['output']}, one factor at a time"
    return Diagnosis(title, {"nominal": found["nominal"]}, frames)


def _levels(method: Method, curve: dict[str, Any]) -> list[str]:
    """What was drawn at each level, in words."""
    if method.about["name"] != "options":
        return list(curve["levels"])
    names = option_names(method)
    return [names[int(k)] for k in curve["numbers"]]


def leave_one_out(result: Result, nodes: Sequence[str] = (), *, threads: int = 1) -> Diagnosis:
    """The index without each of its indicators (or of `nodes`), in both senses.

    removed: the node is not there at all, neither when gaps are filled nor when weights are found; zero_weight:
    everything stays but its weight is 0. `importance` sets what removal does beside the weight.
    """
    from quindex.robustness import checked_result

    taken = checked_result(result)
    found = _core.robustness_leave_one_out(
        result.spec._handle,
        taken.table,
        [nodes] if isinstance(nodes, str) else list(nodes),
        whole_number("threads", threads),
    )
    native, left = taken.native, found["nodes"]
    columns: dict[str, Any] = {"node": left, "weight": found["weight"]}
    for name in ("removed", "zero_weight"):
        own = found[name]
        columns |= {f"{name}_shift": own["shift"], f"{name}_largest": own["largest"], f"{name}_unit": own["unit"]}
    columns["failed"] = [
        a or b for a, b in zip(found["removed"]["failed"], found["zero_weight"]["failed"], strict=True)
    ]
    frames = {
        "nodes": native.plain(columns),
        "importance": _rows(native, ("node", "weight", "importance", "ratio"), found["importance"]),
        "removed_ranks": native.matrix(left, np.asarray(found["removed"]["ranks"]).T),
        "zero_weight_ranks": native.matrix(left, np.asarray(found["zero_weight"]["ranks"]).T),
    }
    return Diagnosis(f"{result.nodes[0]}: without one of {counted(len(left), 'node')}", {}, frames)


def stability(
    result: Result,
    node: str = "",
    *,
    top: int = 3,
    reversals: int = 100,
    steps: int = 200,
    resolution: float = 1e-6,
    threads: int = 1,
) -> Diagnosis:
    """How far each weight may move, alone, before the leader, the top or the order changes.

    `weights` has a row per node that has siblings: its share among them, and the shares between which the same
    units are first, among the first `top`, and all in the same order; `is_exact` where a closed form gives them.
    `reversals` are the nearest weights at which two units change places.
    """
    found = _core.weight_stability(
        result._handle,
        node,
        whole_number("stability.top", top),
        whole_number("stability.reversals", reversals),
        whole_number("stability.steps", steps),
        number("stability.resolution", resolution),
        whole_number("threads", threads),
    )
    native, rows = result._native, found["weights"]
    critical = {
        key: None if found[key] is None else rows[found[key]][0] for key in ("leader", "top_set", "whole_order")
    }
    frames = {
        "weights": _rows(native, WEIGHTS, rows),
        "reversals": _rows(
            native, ("node", "first", "second", "weight", "change", "relative_change"), found["reversals"]
        ),
    }
    numbers = {**critical, "reversal_count": found["reversal_count"], "is_exact": found["is_exact"]}
    return Diagnosis(f"{found['node']}: how far weights may move", numbers, frames)


def pair_stability(result: Result, first: Any, second: Any, node: str = "") -> Any:
    """A row per weight: the shares between which the same one of two units stays ahead, and the least change of it."""
    rows = _core.pair_weights(result._handle, label(first), label(second), node)
    return _rows(result._native, ("node", "group", "weight", "order_low", "order_high", "change", "is_exact"), rows)


def weight_sweep(result: Result, moved: str, weights: Sequence[float], node: str = "") -> Any:
    """Units × weights: scores as the weight of one node takes these shares among its siblings."""
    values = _core.weight_sweep(result._handle, moved, [float(w) for w in weights], node)
    return result._native.matrix(_names_of(weights), values)


def _names_of(weights: Sequence[float]) -> list[str]:
    """A name for each weight: short, or with all digits where short ones are alike; one that stands again gets "_"."""
    short = [f"{w:g}" for w in weights]
    names: list[str] = []
    for name in short if len(set(short)) == len(short) else (repr(float(w)) for w in weights):
        names.append(free_name(name, names))
    return names
