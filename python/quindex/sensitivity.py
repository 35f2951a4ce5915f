"""What makes ranks unsure: shares of the variance, screening, one factor at a time, an index without one of its parts.

Every function takes a result and gives frames of its library back. `design` is a `qx.robustness.Design`, or what
varies as it is written there; its number of draws plays no part here.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from quindex import _core
from quindex._diagnosis import Diagnosis
from quindex.arrays import Native
from quindex.columns import label
from quindex.plain_numbers import number, whole_number
from quindex.plot_bars import Bars
from quindex.progress import Progress, callback
from quindex.robustness_design import design_of
from quindex.robustness_results import Of, Robustness, Run

if TYPE_CHECKING:
    from quindex.plots import SensitivityPlots
    from quindex.result import Result

Estimates = Mapping[str, Any]  # value, error, low, high


class Sensitivity(Diagnosis):
    """What was found: numbers and frames, each an attribute, and a picture of the most important ones."""

    __slots__ = ("_bars", "_factors", "_line")

    def __init__(
        self,
        title: str,
        numbers: Mapping[str, Any],
        frames: Mapping[str, Any],
        factors: Sequence[str],
        bars: Mapping[str, Bars],
        line: tuple[str, float] | None = None,
    ) -> None:
        super().__init__(title, numbers, frames)
        self._factors, self._bars, self._line = list(factors), dict(bars), line

    @property
    def plot(self) -> SensitivityPlots:
        """The picture, which needs matplotlib: `plot.sensitivity()`."""
        from quindex.plots import SensitivityPlots

        return SensitivityPlots(self._title, self._factors, self._bars, self._line)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), "plot"]


def sensitivity(
    result: Result,
    design: Any,
    *,
    base_rows: int = 1024,
    node: str = "",
    units: Sequence[Any] = (),
    all_units: bool = False,
    groups: Mapping[str, Sequence[str]] | None = None,
    first: str = "saltelli_2010",
    total: str = "jansen_1999",
    second: bool = False,
    resamples: int = 200,
    level: float = 0.95,
    threads: int = 1,
    progress: Progress = False,
) -> Sensitivity:
    """Sobol' indices: the share of the variance that each factor explains alone, and that it takes part in.

    Of the average shift in rank (`indices`), of the rank and score of some `units` (`of_units`), and of those of
    all units at once. base_rows: the index is computed base_rows × (factors + 2) times. groups: factors that get
    one index together. second: indices of pairs, too. first, total: the estimators. resamples: of the bootstrap
    that gives the intervals. Look at `has_converged` and `verdict`.
    """
    what = _run(result, design)
    base_rows, resamples, threads = _checked("sensitivity", threads, base_rows=base_rows, resamples=resamples)
    told = callback(progress)
    found, why = _core.robustness_sensitivity(
        *_core_of(what),
        base_rows,
        node,
        [label(unit) for unit in ([units] if isinstance(units, str) else units)],
        all_units,
        [(name, list(members)) for name, members in (groups or {}).items()],
        first,
        total,
        second,
        resamples,
        number("sensitivity.level", level),
        what.design.seed,
        threads,
        told,
    )
    if why:
        text = f"sensitivity: {why} after {found['base_rows']:,} of {base_rows:,} base rows"
        warnings.warn(text, RuntimeWarning, stacklevel=2)
    return _sobol(what.taken.native, found, second, all_units)


def _sobol(native: Native, found: dict[str, Any], second: bool, all_units: bool) -> Sensitivity:
    factors, shift, check = found["factors"], found["shift"], found["convergence"]
    by_factor = native.labelled("factor", factors)
    frames = {"indices": _estimates(by_factor, {"first": shift["first"], "total": shift["total"]})}
    if second:
        frames["second"] = by_factor.matrix(factors, shift["second"])
    if found["of_units"]:
        frames["of_units"] = native.plain(_of_units(found["of_units"], factors))
    for name in ("ranks", "scores") if all_units else ():
        frames |= {f"{name}_{kind}": native.matrix(factors, found[name][kind]) for kind in ("first", "total")}
    sizes = np.asarray(check["base_rows"])
    if len(sizes):
        widths = {"first_width": check["first_width"], "total_width": check["total_width"]}
        own = {key: np.asarray(x).ravel() for key, x in widths.items()}
        where = {"base_rows": np.repeat(sizes, len(factors)), "factor": factors * len(sizes)}
        frames["convergence"] = native.plain({**where, **own})
    frames["failures"] = _rows(native, ("base_row", "run", "what"), found["failures"])
    numbers = {
        **{key: found[key] for key in ("base_rows", "dropped", "runs")},
        "sum_of_first": shift["sum_of_first"],
        "has_converged": check["has_converged"],
        "verdict": check["verdict"],
    }
    bars = {"first": _bars(shift["first"]), "total": _bars(shift["total"])}
    return Sensitivity(f"{found['node']}: what shifts ranks", numbers, frames, factors, bars)


def _of_units(found: Sequence[tuple[str, str, dict[str, Any]]], factors: list[str]) -> dict[str, list[Any]]:
    names = ("unit", "output", "factor", "first", "first_low", "first_high", "total", "total_low", "total_high")
    rows = []
    for unit, output, own in found:
        for j, factor in enumerate(factors):
            values = [own[kind][end][j] for kind in ("first", "total") for end in ("value", "low", "high")]
            rows.append((unit, output, factor, *values))
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def morris(
    result: Result,
    design: Any,
    *,
    trajectories: int = 20,
    levels: int = 4,
    node: str = "",
    resamples: int = 200,
    level: float = 0.95,
    threads: int = 1,
) -> Sensitivity:
    """Screening: which of many factors matter at all for the average shift in rank, from few runs.

    mu_star is the mean size of a factor's effect, the one to sort by; sigma is large where the effect depends on
    other factors or is curved.
    """
    what = _run(result, design)
    seed, counts = what.design.seed, {"trajectories": trajectories, "levels": levels, "resamples": resamples}
    trajectories, levels, resamples, threads = _checked("morris", threads, **counts)
    level = number("morris.level", level)
    found = _core.robustness_screening(*_core_of(what), trajectories, levels, node, resamples, level, seed, threads)
    factors, native = found["factors"], what.taken.native
    kinds = {"mu": found["mu"], "mu_star": found["mu_star"], "sigma": found["sigma"]}
    numbers = {"trajectories": found["trajectories"], "dropped": found["dropped"]}
    frames = {"effects": _estimates(native.labelled("factor", factors), kinds)}
    bars = {"mu_star": _bars(found["mu_star"])}
    return Sensitivity(f"{node or result.nodes[0]}: elementary effects on ranks", numbers, frames, factors, bars)


def shapley(
    result: Result,
    design: Any,
    *,
    base_rows: int = 1024,
    node: str = "",
    unit: Any = None,
    of: Of = "rank",
    resamples: int = 200,
    level: float = 0.95,
    threads: int = 1,
) -> Sensitivity:
    """Shapley effects: shares of the variance that sum to 1, for factors that may depend on each other.

    Of the average shift in rank, or of a unit's rank or score.
    """
    what = _run(result, design)
    named, seed = "" if unit is None else label(unit), what.design.seed
    base_rows, resamples, threads = _checked("shapley", threads, base_rows=base_rows, resamples=resamples)
    level = number("shapley.level", level)
    found = _core.robustness_shapley(*_core_of(what), base_rows, node, named, of, resamples, level, seed, threads)
    factors, native = found["factors"], what.taken.native
    numbers = {key: found[key] for key in ("base_rows", "dropped", "runs", "mean", "variance")}
    frames = {"effects": _estimates(native.labelled("factor", factors), {"effect": found["effect"]})}
    title = f"{node or result.nodes[0]}: Shapley effects on {_output(named, of)}"
    return Sensitivity(title, numbers, frames, factors, {"effect": _bars(found["effect"])})


def of_replicates(all_of: Robustness, unit: Any, of: Of, slices: int, level: float) -> Sensitivity:
    """PAWN and regression indices from the replicates of a run."""
    what, named = all_of._run, "" if unit is None else label(unit)
    found = _core.robustness_given_data(
        what.spec._handle,
        what.taken.table,
        all_of._handle,
        all_of.node,
        named,
        of,
        whole_number("drivers.slices", slices),
        200,
        number("drivers.level", level),
        what.design.seed,
    )
    factors = found["factors"]
    kinds = ("pawn", "standardised", "partial", "ranks_standardised", "ranks_partial")
    frames = {"indices": _estimates(what.taken.native.labelled("factor", factors), {k: found[k] for k in kinds})}
    numbers = {key: found[key] for key in ("rows", "dropped", "dummy", "r_squared", "ranks_r_squared")}
    title = f"{all_of.node}: what drives the {_output(named, of)}"
    line = ("without influence", found["dummy"])
    return Sensitivity(title, numbers, frames, factors, {"pawn": _bars(found["pawn"])}, line)


def _checked(where: str, threads: int, **counts: int) -> list[int]:
    """The counts that a function takes, and its threads."""
    return [*(whole_number(f"{where}.{name}", x) for name, x in counts.items()), whole_number("threads", threads)]


def _output(unit: str, of: str) -> str:
    return f"{of} of {unit}" if unit else "average shift in rank"


def _run(result: Result, design: Any) -> Run:
    from quindex.robustness import checked

    return checked(result, design_of(design))


def _core_of(what: Run) -> tuple[_core.Spec, _core.Table, _core.Design]:
    return what.spec._handle, what.taken.table, what.design._handle


def _bars(found: Estimates) -> Bars:
    return Bars(found["value"], found["low"], found["high"])


def _estimates(native: Native, kinds: Mapping[str, Estimates]) -> Any:
    """A row per factor: each kind of number and the ends of its interval."""
    columns: dict[str, Any] = {}
    for name, found in kinds.items():
        columns |= {name: found["value"], f"{name}_low": found["low"], f"{name}_high": found["high"]}
    return native.matrix(list(columns), np.column_stack(list(columns.values())))


def _rows(native: Native, names: Sequence[str], rows: Sequence[Any]) -> Any:
    return native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})
