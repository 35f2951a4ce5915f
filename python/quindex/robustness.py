"""How sure is a rank? The spec, the weights and the data varied many times, and what comes out each time.

    r = result.robustness({"aggregate.exponent": (-1, 1), "weights": qx.vary.Noise(spread=0.25)}, draws=10_000)
    r.ranks, r.acceptability, r.top(10), r.plot.ranks()

A run depends on its design and its seed alone: not on threads, and not on how it was cut into parts.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from quindex import _core
from quindex.data import Roles, Taken, take
from quindex.errors import SpecError
from quindex.files import spec_of
from quindex.fitted import one_thread
from quindex.issues import Issue, Issues
from quindex.one_by_one import leave_one_out, one_at_a_time, pair_stability, stability, weight_sweep
from quindex.plain_numbers import whole_number
from quindex.plot_style import save_picture
from quindex.progress import Bar, Progress, callback
from quindex.recipe import core_functions, refuse_new_functions
from quindex.result import Result
from quindex.robustness_counts import checked_outcomes
from quindex.robustness_design import Design, design_of
from quindex.robustness_results import Robustness, Run
from quindex.run import Column, Extensions, SpecLike
from quindex.scenarios import Scenarios, scenarios, together
from quindex.sensitivity import Sensitivity, morris, sensitivity, shapley
from quindex.spec import Spec

__all__ = [
    "Design",
    "Robustness",
    "Scenarios",
    "Sensitivity",
    "from_bytes",
    "leave_one_out",
    "morris",
    "one_at_a_time",
    "pair_stability",
    "run",
    "save_picture",
    "scenarios",
    "schema",
    "sensitivity",
    "shapley",
    "stability",
    "together",
    "validate",
    "weight_sweep",
]


def run(
    spec: SpecLike,
    data: Any,
    design: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    threads: int = 1,
    progress: Progress = False,
    replicates: tuple[int, int] | None = None,
) -> Robustness:
    """Computes every replicate of a design and counts what came out.

    design: a Design, what varies (see there), or the path of a design's file. threads: 0 means as many as the
    machine has; the result is the same. progress: True for a bar on the standard error, or a function that is
    told (done, of) now and then and may return False to stop. replicates: (first, one past the last), for a
    part of the design; parts add up with +. Ctrl-C stops the run: what is done is returned, with a warning,
    and `is_complete` is false. The other arguments are those of `compute`.
    """
    recipe = spec if isinstance(spec, Spec) else spec_of(spec, extensions)
    taken = take(data, recipe._columns, Roles(unit, group, size, None, errors, indicators, units))
    return run_taken(Run(recipe, taken, design_of(design)), threads, progress, replicates)


def run_taken(
    what: Run, threads: int = 1, progress: Progress = False, replicates: tuple[int, int] | None = None
) -> Robustness:
    """A run of a table that the core has already."""
    refuse_new_functions(what.design._functions, what.spec._functions, "vary")
    threads, _ = one_thread(what.spec, threads)
    first, last = (0, None) if replicates is None else _part(replicates)
    told = callback(progress)
    handle, why = _core.robustness_run(
        what.spec._handle, what.taken.table, what.design._handle, threads, first, last, callback=told
    )
    if why:
        of = min(what.design.draws, what.design.draws if last is None else last) - first
        if isinstance(told, Bar):
            told.close(handle.done, of)
        warnings.warn(f"robustness: {why} after {handle.done:,} of {of:,} replicates", RuntimeWarning, stacklevel=3)
    return Robustness(handle, what)


def _part(replicates: Any) -> tuple[int, int]:
    """The first replicate and the one past the last."""
    if not isinstance(replicates, tuple | list) or len(replicates) != 2:
        hint = "write (first, one past the last), such as (0, 5000)"
        raise SpecError.about("run.replicates", f"found {replicates!r}", hint, replicates)
    first, last = (whole_number("run.replicates", x) for x in replicates)
    return first, last


def checked_result(result: Result) -> Taken:
    """The table of a result that its own spec gives when it is fitted to that table; no other can be varied."""
    taken = result._taken
    again = _core.compute(result.spec._handle, taken.table, 1)
    if again.scores.tobytes() != result.values.tobytes():
        what = "the index of this result was fitted to other data"
        hint = "vary its frozen spec: compute(result.fitted.freeze(), data).robustness(…)"
        raise SpecError.about("robustness", what, hint)
    return taken


def checked(result: Result, design: Design) -> Run:
    """What is run when a result is varied."""
    return Run(result.spec, checked_result(result), design)


def validate(spec: SpecLike, data: Any, design: Any, **columns: Any) -> Issues:
    """All that keeps a design from being run on a spec and a table; empty when nothing does."""
    recipe = spec if isinstance(spec, Spec) else spec_of(spec, columns.pop("extensions", None))
    taken = take(data, recipe._columns, Roles(**columns))
    found = _core.robustness_validate(recipe._handle, taken.table, design_of(design)._handle)
    return Issues([Issue(*issue) for issue in found], taken.native)


def from_bytes(data: bytes, result: Result | Robustness, *, design: Design | None = None) -> Robustness:
    """Reads `Robustness.to_bytes`; `result` is that of the same spec and table, or another part of the run.

    Raises SpecError when the run was of another spec or table, or of another design than that of the part or than
    `design`; FileError when the bytes are none of a run, cut off or damaged.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        hint = "give what `to_bytes` has given, or what has been read from a file: path.read_bytes()"
        raise SpecError.about("from_bytes.data", f"found a {type(data).__name__}", hint, data)
    if not isinstance(result, Result | Robustness):
        hint = "give the result of the spec and the table that were run, or another part of the run"
        raise SpecError.about("from_bytes.result", f"found a {type(result).__name__}", hint, result)
    taken = result._run.taken if isinstance(result, Robustness) else result._taken
    known = design or (result.design if isinstance(result, Robustness) else None)
    handle = _core.Outcomes.from_bytes(bytes(data), core_functions(known._functions) if known else {})
    own = Design.from_data(handle.design.to_data()) if known is None else known
    return Robustness(handle, checked_outcomes(handle, Run(result.spec, taken, own)))


def schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of design files."""
    return _core.design_schema()


def __dir__() -> list[str]:
    return __all__
