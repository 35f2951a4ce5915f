"""Data envelopment analysis and benefit of the doubt: units measured against the best of their kind.

    found = qx.frontier.data_envelopment(df, inputs=["staff", "beds"], outputs=["patients"])
    found.scores, found.peers, found.targets, found.slacks, found.weights

    found = qx.frontier.benefit_of_the_doubt(df, ["income", "health"], shares=[(["health"], 0.2, 0.5)])
    found.scores, found.shares

Frames come back in the library that the data came in, one row per unit.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np

from quindex import _core
from quindex.data import Roles, Taken, refuse_array, take
from quindex.errors import DataError, SpecError
from quindex.frontier_results import Doubt, Efficiency, Scale
from quindex.plain_numbers import number, whole_number

__all__ = [
    "Doubt",
    "Efficiency",
    "Scale",
    "benefit_of_the_doubt",
    "bootstrap",
    "common_weights_doubt",
    "cross_efficiency",
    "data_envelopment",
    "directional_doubt",
    "malmquist",
    "order_m_doubt",
    "scale_efficiency",
]

Returns = Literal["constant", "variable", "non_increasing", "non_decreasing"]
Orientation = Literal["input", "output"]
ShareRule = tuple[str | Sequence[str], float, float]
RatioRule = tuple[str, str, float, float]


def data_envelopment(
    data: Any,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    distance: Literal["radial", "additive", "slacks_based"] = "radial",
    returns: Returns = "constant",
    orientation: Literal["input", "output", "both"] = "input",
    super_efficiency: bool = False,
    slack_weights: Literal["range", "one"] = "range",
    unit: str | None = None,
) -> Efficiency:
    """How far each unit is from what the others show to be possible.

    distance: by one factor for all inputs or outputs, with the slack that then remains ("radial"); by the
    sum of slacks ("additive", under variable returns unless `slack_weights` is "one"); by mean shares of
    slack ("slacks_based", where `orientation` may be "both"). returns: "constant" (CCR), "variable" (BCC), or
    in between. super_efficiency: units are not measured against themselves ("radial" and "slacks_based");
    under other than constant returns some then have no score, and are "infeasible".
    """
    if orientation == "both" and distance in ("radial", "additive"):
        raise SpecError.about(
            "orientation", f"'both' does not go with the distance '{distance}'", "give 'input' or 'output'", orientation
        )
    taken, roles, columns = _activities(data, inputs, outputs, unit)
    found = _core.data_envelopment(taken.table, roles, distance, returns, orientation, super_efficiency, slack_weights)
    return Efficiency(found, taken, columns)


def scale_efficiency(
    data: Any,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    orientation: Orientation = "input",
    unit: str | None = None,
) -> Scale:
    """What each unit loses by its size: its score under constant over that under variable returns."""
    taken, roles, _ = _activities(data, inputs, outputs, unit)
    found = _core.scale_efficiency(taken.table, roles, orientation)
    return Scale(_frame(taken, found, ("constant", "variable", "scale")), list(found["returns"]))


def malmquist(
    before: Any,
    after: Any,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    orientation: Orientation = "output",
    unit: str | None = None,
) -> Any:
    """Productivity change between two periods, above 1 being progress, and its two parts.

    efficiency: catching up with the frontier; technical: the frontier's own movement. Both tables have the
    same units in the same order. A unit that has no score in one of the comparisons has no index, and a
    RuntimeWarning names it.
    """
    taken, roles, _ = _activities(before, inputs, outputs, unit)
    later, _, _ = _activities(after, inputs, outputs, unit)
    found = _core.malmquist(taken.table, later.table, roles, orientation)
    _warn("malmquist", found["notes"])
    return _frame(taken, found, ("index", "efficiency", "technical"))


def cross_efficiency(
    data: Any,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    attitude: Literal["benevolent", "aggressive"] = "benevolent",
    unit: str | None = None,
) -> Any:
    """The mean score of each unit with the weights of all units.

    attitude: among the weights that give a unit its best score, those that let the others look best or worst.
    """
    taken, roles, _ = _activities(data, inputs, outputs, unit)
    return _frame(taken, _core.cross_efficiency(taken.table, roles, attitude), ("mean",))


def bootstrap(
    data: Any,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    returns: Returns = "variable",
    orientation: Orientation = "input",
    replicates: int = 2000,
    seed: int = 0,
    confidence: float = 0.95,
    bandwidth: float = 0,
    unit: str | None = None,
) -> Any:
    """Radial scores, their bias, and intervals, by the smoothed bootstrap of Simar and Wilson (1998).

    bandwidth: how much scores are smoothed; 0 lets the normal reference rule choose. A RuntimeWarning says
    how many corrected scores and ends of intervals are below 0, as can be in small tables.
    """
    taken, roles, _ = _activities(data, inputs, outputs, unit)
    found = _core.frontier_bootstrap(
        taken.table,
        roles,
        returns,
        orientation,
        whole_number("bootstrap.replicates", replicates),
        whole_number("bootstrap.seed", seed),
        number("bootstrap.confidence", confidence),
        number("bootstrap.bandwidth", bandwidth),
    )
    _warn("bootstrap", found["notes"])
    return _frame(taken, found, ("score", "bias", "corrected", "low", "high"))


def benefit_of_the_doubt(
    data: Any,
    indicators: Sequence[str],
    *,
    shares: Sequence[ShareRule] = (),
    ratios: Sequence[RatioRule] = (),
    of: Literal["weights", "contributions"] = "weights",
    unit: str | None = None,
) -> Doubt:
    """The best weighted sum each unit can have with weights of its own, under which nobody exceeds 1.

    shares: (indicator or indicators, low, high), the share they have together. ratios: (one, other, low,
    high), how many times the share of the other the share of the one is. of: shares in the sum of the
    weights, or in what the indicators contribute to a unit's own score.
    """
    taken = _take(data, indicators, unit)
    rules = [([names] if isinstance(names, str) else list(names), low, high) for names, low, high in shares]
    return Doubt(_core.benefit_of_the_doubt(taken.table, rules, list(ratios), of), taken, indicators)


def directional_doubt(data: Any, direction: Mapping[str, float], *, unit: str | None = None) -> Doubt:
    """1 / (1 + b), b being how often the direction can be added to a unit's values inside the frontier.

    direction: the step in each indicator, which also says which indicators there are.
    """
    taken = _take(data, list(direction), unit)
    codes = taken.table.indicators
    found = _core.directional_doubt(taken.table, [direction[code] for code in codes])
    return Doubt(found, taken, codes)


def order_m_doubt(
    data: Any,
    indicators: Sequence[str],
    *,
    order: int = 30,
    replicates: int = 200,
    seed: int = 0,
    unit: str | None = None,
) -> Any:
    """The mean score of each unit against samples of `order` units, and the standard error of that mean.

    A few outstanding units weigh less than in `benefit_of_the_doubt`; scores may exceed 1.
    """
    taken = _take(data, indicators, unit)
    found = _core.order_m_doubt(
        taken.table,
        whole_number("order_m_doubt.order", order),
        whole_number("order_m_doubt.replicates", replicates),
        whole_number("order_m_doubt.seed", seed),
    )
    return _frame(taken, found, ("score", "error"))


def common_weights_doubt(
    data: Any,
    indicators: Sequence[str],
    *,
    balance: float = 1.0,
    against_own: bool = True,
    lowest_share: float = 0.0,
    unit: str | None = None,
) -> Doubt:
    """One set of weights for all, nearest to what each unit would choose.

    balance: 1 for the smallest sum of shortfalls, 0 for the smallest largest one. against_own: shortfalls
    from each unit's own best score (Despotis 2005), or from 1 (Hatefi and Torabi 2010).
    """
    taken = _take(data, indicators, unit)
    balance = number("common_weights_doubt.balance", balance)
    lowest_share = number("common_weights_doubt.lowest_share", lowest_share)
    found = _core.common_weights_doubt(taken.table, balance, against_own, lowest_share)
    return Doubt(found, taken, taken.table.indicators)


def _activities(
    data: Any, inputs: Sequence[str], outputs: Sequence[str], unit: str | None
) -> tuple[Taken, _core.FrontierRoles, list[str]]:
    for where, names in (("inputs", inputs), ("outputs", outputs)):
        if isinstance(names, str):
            raise SpecError.about(where, f"it is the text {names!r}", f"give a list: [{names!r}]", names)
    columns = [*inputs, *outputs]
    return _take(data, columns, unit), _core.FrontierRoles(list(inputs), list(outputs)), columns


def _take(data: Any, codes: Sequence[str], unit: str | None) -> Taken:
    if isinstance(codes, str):
        raise SpecError.about("indicators", f"it is the text {codes!r}", f"give a list: [{codes!r}]", codes)
    refuse_array(data)
    twice = next((code for i, code in enumerate(codes) if code in codes[:i]), None)
    if twice is not None:
        raise DataError.about(f"indicators/{twice}", "it is named twice", "name every indicator once", twice)
    return take(data, list(codes), Roles(unit=unit))


def _warn(where: str, notes: Sequence[tuple[str, str, int]]) -> None:
    """One warning for what is worth knowing about a frame, which has no place for it."""
    if notes:
        text = "; ".join(f"{at}: {what}" for at, what, _ in notes)
        warnings.warn(f"{where}: {text}", RuntimeWarning, stacklevel=3)


def _frame(taken: Taken, found: dict[str, Any], names: Sequence[str]) -> Any:
    return taken.native.matrix(list(names), np.column_stack([found[name] for name in names]))
