"""Looking at the data before an index is computed, and filling their gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from quindex import _core
from quindex.columns import beside, stacked
from quindex.data import Roles, Taken, refuse_array, take, take_periods
from quindex.errors import SpecError
from quindex.files import spec_of
from quindex.methods import Method
from quindex.plain_numbers import LARGEST_INT, number, whole_number
from quindex.recipe import Step, method_data
from quindex.run import Column, Extensions, SpecLike
from quindex.spec import Spec

AnyStep = Step | Method | Mapping[str, Any] | str


class MultipleImputation(NamedTuple):
    """A table completed several times."""

    completed: list[Any]  #: Units × indicators, a frame for each time; they differ in the filled cells.
    values: Any  #: Their means.
    standard_errors: Any  #: Of every cell, by Rubin's rules; 0 for an observed one.


def _taken(spec: SpecLike, data: Any, roles: Roles, extensions: Extensions) -> tuple[Spec, Taken]:
    recipe = spec if isinstance(spec, Spec) else spec_of(spec, extensions)
    return recipe, take(data, recipe._columns, roles)


def prepare(
    spec: SpecLike,
    data: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    threads: int = 1,
) -> Any:
    """Units × indicators after the spec's selection and preparation, without computing the index. As `compute`."""
    recipe, taken = _taken(spec, data, Roles(unit, group, size, None, errors, indicators, units), extensions)
    found = _core.prepare(recipe._handle, taken.table, whole_number("threads", threads))
    rows = _core.select_rows(recipe._handle, taken.table)
    native = taken.native.part(rows) if rows else taken.native
    return native.matrix(found.indicators, found.values)


def data_availability(
    spec: SpecLike,
    data: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
) -> Any:
    """Units × nodes: the share of the indicators below each node that the unit has. Columns as in `compute`."""
    recipe, taken = _taken(spec, data, Roles(unit, group, size, None, errors, indicators, units), extensions)
    return taken.native.matrix(list(recipe.nodes["code"]), _core.data_availability(recipe._handle, taken.table))


def flag_indicators(
    spec: SpecLike,
    data: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    most_common: float = 0.95,
) -> Any:
    """The indicators that tell nothing, or nothing of their own: where, what, and how many values they have.

    Those without a value, constant and nearly constant ones (from a share `most_common` of equal values), and
    those with the values of an earlier indicator, or a straight line of them. Columns as in `compute`.
    """
    share = number("flag_indicators.most_common", most_common)
    if not 0 < share <= 1:
        hint = "give a share above 0 and at most 1"
        raise SpecError.about("flag_indicators.most_common", f"found {most_common!r}", hint, most_common)
    recipe, taken = _taken(spec, data, Roles(unit, group, size, None, errors, indicators, units), extensions)
    rows = _core.flag_indicators(recipe._handle, taken.table, share)
    return taken.native.plain({name: [row[i] for row in rows] for i, name in enumerate(("where", "what", "count"))})


def impute_quality(
    spec: SpecLike,
    data: Any,
    step: AnyStep,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    share: float = 0.1,
    seed: int = 1,
    repeats: int = 20,
) -> Any:
    """How good an imputation is: a share of the known values is hidden, filled in by the step, and compared.

    A row per indicator: how many values were hidden and filled, root mean squared and mean absolute error, the
    squared correlation, and Willmott's index of agreement d. Columns as in `compute`.
    """
    share = number("impute_quality.share", share)
    seed = whole_number("impute_quality.seed", seed)
    repeats = whole_number("impute_quality.repeats", repeats, 1, LARGEST_INT)
    recipe, taken = _taken(spec, data, Roles(unit, group, size, None, errors, indicators, units), extensions)
    alone = Spec(recipe.framework, prepare=[step])
    rows = _core.impute_quality(alone._handle, taken.table, share, seed, repeats)
    names = ("indicator", "hidden", "filled", "rmse", "mae", "r_squared", "willmott_d")
    return taken.native.plain({name: [row[i] for row in rows] for i, name in enumerate(names)})


def impute_multiple(
    spec: SpecLike,
    data: Any,
    method: Method | Mapping[str, Any] | str,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    tables: int = 20,
    seed: int = 1,
    threads: int = 1,
) -> MultipleImputation:
    """Completes a table several times with a method that draws, and pools the tables by Rubin's rules.

    Each time the method is fitted to a sample of the units with replacement. The methods that draw are
    regression, stochastic_regression, expectation_maximisation, nearest_neighbours and hot_deck. Columns as in
    `compute`.
    """
    tables = whole_number("impute_multiple.tables", tables, 2, LARGEST_INT)
    seed, threads = whole_number("impute_multiple.seed", seed), whole_number("threads", threads)
    _, taken = _taken(spec, data, Roles(unit, group, size, None, errors, indicators, units), extensions)
    chosen = method_data("impute", method, "method", {})
    completed, values, spread = _core.impute_multiple(chosen, taken.table, tables, seed, threads)
    names = taken.table.indicators
    frames = [taken.native.matrix(names, x) for x in completed]
    return MultipleImputation(frames, taken.native.matrix(names, values), taken.native.matrix(names, spread))


def _periods(data: Any, indicators: Sequence[str], period: str, unit: str | None) -> list[Taken]:
    refuse_array(data)
    return take_periods(data, list(indicators), Roles(unit, period=period))


def _units(taken: Taken) -> Any:
    """The units in the kind that they were given in; as texts where each has several labels."""
    own = list(taken.native.unit_columns().values())
    return own[0] if len(own) == 1 else taken.table.units


def _below_one_another(tables: Sequence[_core.Table], given: Sequence[Taken], period: str) -> Any:
    """Tables of the periods that were given, in one frame that can be merged with the user's."""
    units = stacked([_units(taken) for taken in given])
    periods = [taken.period_given for taken in given for _ in taken.table.units]
    values = np.concatenate([t.values for t in tables])
    columns = {code: values[:, j] for j, code in enumerate(tables[0].indicators)}
    return given[0].native.plain(beside({"unit": units}, beside({period: periods}, columns)))


def panel_changes(
    data: Any, *, indicators: Sequence[str], period: str, unit: str | None = None, measure: str = "difference"
) -> Any:
    """What has happened to each unit since the period before: a row per unit and period but the first.

    measure: "difference" for the later value minus the earlier one, as `normalise.BalanceOfOpinions` takes
    them; "ratio" for the later over the earlier one, as `normalise.AnnualDifference` does. A value is missing where
    the unit was not there before, or one of the two values is missing. Units and periods are of the kind that they
    were given in.
    """
    given = _periods(data, indicators, period, unit)
    return _below_one_another(_core.panel_changes([t.table for t in given], measure), given[1:], period)


def panel_cycles(
    data: Any, *, indicators: Sequence[str], period: str, unit: str | None = None, mean: float = 100
) -> Any:
    """Each unit's deviation from its own mean over time, in its mean absolute deviations over time, plus `mean`.

    A row per unit and period, which are of the kind that they were given in. Source: OECD and JRC (2008), section 5.6.
    """
    given = _periods(data, indicators, period, unit)
    tables = _core.panel_cycles([t.table for t in given], number("panel_cycles.mean", mean))
    return _below_one_another(tables, given, period)


__all__ = [
    "MultipleImputation",
    "data_availability",
    "flag_indicators",
    "impute_multiple",
    "impute_quality",
    "panel_changes",
    "panel_cycles",
    "prepare",
]
