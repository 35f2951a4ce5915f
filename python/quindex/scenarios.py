"""A grid of specs, the "multiverse": what every combination of choices gives, and which choice did it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from quindex import _core
from quindex._diagnosis import Diagnosis
from quindex.columns import free_name, label
from quindex.errors import SpecError
from quindex.methods import Functions
from quindex.plain_numbers import whole_number
from quindex.recipe import refuse_new_functions
from quindex.robustness_design import choice, names_of
from quindex.show import counted
from quindex.spec import Spec

if TYPE_CHECKING:
    from quindex.result import Result

Grid = Mapping[str, Any]
Choices = list[tuple[str, list[tuple[str, list[tuple[str, Any]]]]]]
MOST = 10_000


class _Asked(NamedTuple):
    choices: Choices
    one_at_a_time: bool
    most: int


class Scenarios(Diagnosis):
    """All scenarios of a grid; the spec as it stands is number 0."""

    __slots__ = ("_asked", "_functions", "_result")

    def __init__(self, title: str, found: tuple[dict[str, Any], dict[str, Any]], result: Result, asked: _Asked,
                 functions: Functions) -> None:  # fmt: skip
        super().__init__(title, *found)
        self._result, self._asked, self._functions = result, asked, functions

    def result(self, number: int) -> Result:
        """One scenario as a result; two of them are compared by `qx.diagnose.compare`."""
        from quindex.result import Result

        base, taken = self._result.spec, self._result._taken
        core = _core.scenario_spec(base._handle, taken.table, *self._asked, whole_number("result.number", number))
        spec = Spec._of_core(core, {**base._functions, **self._functions})
        return Result(_core.compute(spec._handle, taken.table, 1), spec, taken, [])


def scenarios(
    result: Result,
    grid: Grid,
    *,
    node: str = "",
    one_at_a_time: bool = False,
    most: int = MOST,
    threads: int = 1,
) -> Scenarios:
    """Computes every combination of choices, beside the spec as it stands.

    grid: by address, a list of what may stand there, or {name: what}, but no range such as (1, 5). An option may
    also change several places, under a name that is no address:
    `{"view": {"pessimist": qx.robustness.together({"aggregate": …, "missing": …})}}`.
    one_at_a_time: each choice alone, rather than all combinations.
    `table` has a row per scenario with its options and its average shift in rank; `ranks` and `scores` are units
    × scenarios; `ranges` says where each unit stands at best and at worst; `effects` which choice did it.
    """
    from quindex.robustness import checked_result

    taken = checked_result(result)
    if not isinstance(grid, Mapping):
        hint = "write {'aggregate': [qx.aggregate.GeometricMean(), …], …}"
        raise SpecError.about("grid", f"found a {type(grid).__name__}", hint, grid)
    functions: Functions = {}
    most, threads = whole_number("scenarios.most", most), whole_number("threads", threads)
    asked = _Asked([_choice(name, options, functions) for name, options in grid.items()], one_at_a_time, most)
    refuse_new_functions(functions, result.spec._functions, "grid")
    found = _core.scenarios(result.spec._handle, taken.table, *asked, node, threads)
    names = [name for name, _, _, _ in found["scenarios"]]
    n = len(names)
    chosen: dict[str, list[str]] = {}
    for k, choice_name in enumerate(found["choices"]):
        own = free_name(choice_name, ("scenario", "shift", "failed"))
        chosen[own] = [found["options"][k][row[1][k]] for row in found["scenarios"]]
    native, effects, ranges = taken.native, found["effects"], found["ranges"]
    failed = [row[3] if row[2] else "" for row in found["scenarios"]]
    table = {"scenario": list(range(n)), **chosen, "shift": found["shift"], "failed": failed}
    ends = ("nominal", "best", "worst", "mean")
    numbers_as_text = [str(k) for k in range(n)]
    frames = {
        "table": native.plain(table),
        "ranks": native.matrix(numbers_as_text, np.asarray(found["ranks"]).T),
        "scores": native.matrix(numbers_as_text, np.asarray(found["scores"]).T),
        "ranges": native.matrix(ends, np.column_stack([ranges[e] for e in ends])),
        "effects": native.plain(
            {"choice": effects["choices"], "mean_shift": effects["mean_shift"], "share": effects["of_shift"]}
        ),
        "effects_by_unit": native.matrix(effects["choices"], np.asarray(effects["of_rank"]).T),
    }
    numbers = {
        "scenarios": n,
        "failed": sum(bool(text) for text in failed),
        "interactions": effects["interactions_of_shift"],
        "is_balanced": effects["is_balanced"],
    }
    return Scenarios(f"{found['node']}: {counted(n, 'scenario')}", (numbers, frames), result, asked, functions)


def _choice(name: str, options: Any, functions: Functions) -> tuple[str, list[tuple[str, list[tuple[str, Any]]]]]:
    """A choice with its options, each a name and edits of the spec."""
    if isinstance(options, Mapping):
        named = [(label(key), what) for key, what in options.items()]
    elif isinstance(options, list):
        if any(isinstance(option, Together) for option in options):
            hint = f"give each a name: {{{name!r}: {{'pessimist': together(…), …}}}}"
            raise SpecError.about(f"grid.{name}", "what changes together has no name", hint)
        names = names_of([choice(name, option, functions) for option in options])
        named = list(zip(names, options, strict=True))
    else:
        hint = "write a list of what may stand there, or {name: what}"
        if isinstance(options, Together):
            hint = f"give it a name: {{{name!r}: {{'pessimist': together(…), …}}}}"
        elif isinstance(options, tuple):  # any number between two, where things vary
            hint = f"a grid has no ranges: write a list of what may stand there, such as {list(options)!r}"
        raise SpecError.about(f"grid.{name}", f"found {options!r}", hint, options)
    if not named:
        raise SpecError.about(f"grid.{name}", "there is nothing to choose from", "write a list of what may stand there")
    return name, [(text, _edits(name, what, functions)) for text, what in named]


def _edits(address: str, what: Any, functions: Functions) -> list[tuple[str, Any]]:
    if isinstance(what, Together):
        return [(place, choice(place, own, functions)) for place, own in what.edits.items()]
    return [(address, choice(address, what, functions))]


class Together(NamedTuple):
    """Several places of the spec that change together."""

    edits: Mapping[str, Any]


def together(edits: Mapping[str, Any]) -> Together:
    """Several places of the spec that change together, as one option of a scenario: {address: what}."""
    if not isinstance(edits, Mapping):
        raise SpecError.about("together", f"found {edits!r}", "write {'aggregate': …, 'missing': …}", edits)
    return Together(edits)
