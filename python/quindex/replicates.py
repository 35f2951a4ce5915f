"""One replicate as a result, and runs that travel: what is needed to pickle them."""

from __future__ import annotations

from typing import Any

from quindex import _core
from quindex.data import Taken
from quindex.plain_numbers import whole_number
from quindex.result import Result
from quindex.robustness_design import Design
from quindex.robustness_results import Robustness, Run
from quindex.spec import Spec


def result_of(run: Run, number: int) -> Result:
    """A replicate computed on its own. Its units are called as in the table it is computed from."""
    number = whole_number("replicate.number", number)
    spec, table = _core.robustness_replicate(run.spec._handle, run.taken.table, run.design._handle, number)
    functions = {**run.spec._functions, **run.design._functions}
    own = Spec._of_core(spec, functions)
    native = run.taken.native
    if table.units != run.taken.table.units:
        native = native.labelled("unit", table.units)
    return Result(
        _core.compute(own._handle, table, 1), own, Taken(table, native, run.taken.notes, run.taken.period), []
    )


def table_parts(taken: Taken) -> tuple[Any, ...]:
    """What was taken of the user's table, with the core's table in parts that can be pickled."""
    return _core.table_parts(taken.table), taken.native, taken.notes, taken.period


def taken_of(parts: tuple[Any, ...]) -> Taken:
    """What consists of these parts."""
    (units, indicators, *rest), native, notes, period = parts
    return Taken(_core.Table(_core.Labels(units), _core.Labels(indicators), *rest), native, notes, period)


def restored(data: bytes, spec: Spec, parts: tuple[Any, ...], design: Design, node: str) -> Robustness:
    """What was pickled."""
    from quindex.recipe import core_functions

    handle = _core.Outcomes.from_bytes(data, core_functions(design._functions))
    return Robustness(handle, Run(spec, taken_of(parts), design), node)
