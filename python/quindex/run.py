"""From a spec and a table to a result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from typing import Any, overload

from quindex import _core
from quindex.arrays import PlainNative
from quindex.columns import label
from quindex.data import Roles, take, take_periods
from quindex.errors import DataError, QuindexError
from quindex.files import spec_of
from quindex.fitted import Fitted, one_thread
from quindex.framework import Node
from quindex.issues import Issue, Issues
from quindex.panel import PanelResult
from quindex.result import Result
from quindex.spec import Spec

SpecLike = Spec | Node | Mapping[str, Any] | str | PathLike[str]
Column = str | Sequence[Any] | None
Extensions = Mapping[str, Callable[..., Any]] | None


# fmt: off
@overload
def compute(
    spec: SpecLike, data: Any, *, unit: str | None = ..., group: Column = ..., size: Column = ..., period: None = ...,
    errors: Mapping[str, str] | None = ..., indicators: Sequence[str] | None = ..., units: Sequence[Any] | None = ...,
    extensions: Extensions = ..., threads: int = ...,
) -> Result: ...
@overload
def compute(
    spec: SpecLike, data: Any, *, unit: str | None = ..., group: Column = ..., size: Column = ...,
    period: str | Sequence[Any], base: Any = ..., errors: Mapping[str, str] | None = ...,
    indicators: Sequence[str] | None = ..., units: Sequence[Any] | None = ..., extensions: Extensions = ...,
    threads: int = ...,
) -> PanelResult: ...
# fmt: on
def compute(
    spec: SpecLike,
    data: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    period: Column = None,
    base: Any = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    threads: int = 1,
) -> Result | PanelResult:
    """Scores of a table: a Result, or with `period` a PanelResult fitted to all periods or to `base`.

    spec: a Spec, a framework, plain data, or the path of a file. data: a frame, a dict of columns, or an
    array with `indicators` (and `units`). unit, group, size, period: the columns with the units' labels,
    groups, sizes and periods; a pandas frame has the labels in its index, another frame in its first column
    of texts. errors: the columns with standard errors, by indicator. threads: 0 means as many as the machine
    has; the result is the same.
    """
    recipe = spec if isinstance(spec, Spec) else spec_of(spec, extensions)
    roles = Roles(unit, group, size, period, errors, indicators, units)
    if period is not None:
        return _fit(recipe, data, roles, base, threads)(data, period=period, units=units, threads=threads)
    if base is not None:
        raise DataError.about("base", "there are no periods", "name their column: period='year'")
    threads, notes = one_thread(recipe, threads)
    taken = take(data, recipe._columns, roles)
    return Result(_core.compute(recipe._handle, taken.table, threads), recipe, taken, notes)


def fit(
    spec: SpecLike,
    data: Any,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    period: Column = None,
    base: Any = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
    threads: int = 1,
) -> Fitted:
    """Estimates the spec's parameters from a table: of all periods, or of `base`. As `compute`."""
    recipe = spec if isinstance(spec, Spec) else spec_of(spec, extensions)
    return _fit(recipe, data, Roles(unit, group, size, period, errors, indicators, units), base, threads)


def _fit(recipe: Spec, data: Any, roles: Roles, base: Any, threads: int) -> Fitted:
    threads, _ = one_thread(recipe, threads)
    codes = recipe._columns
    if roles.period is None:
        taken = take(data, codes, roles)
        return Fitted(_core.fit(recipe._handle, taken.table, threads), recipe, taken.native, roles)
    tables = take_periods(data, codes, roles)
    named = None if base is None else label(base)
    handle = _core.fit_panel(recipe._handle, [t.table for t in tables], named, threads)
    return Fitted(handle, recipe, tables[0].native, roles)


def validate(
    spec: SpecLike,
    data: Any = None,
    *,
    unit: str | None = None,
    group: Column = None,
    size: Column = None,
    period: Column = None,
    errors: Mapping[str, str] | None = None,
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
    extensions: Extensions = None,
) -> Issues:
    """All that is wrong with a spec, and with a table for it; empty when it can be computed."""
    native: Any = PlainNative("unit", [])
    found: list[DataError] = []
    last: list[QuindexError] = []  # which ended the search
    issues: list[Issue] = []
    try:
        recipe = spec if isinstance(spec, Spec) else spec_of(spec, extensions)
        issues += [Issue(*issue) for issue in _core.validate(recipe._handle)]
        if data is not None:
            roles = Roles(unit, group, size, period, errors, indicators, units)
            read = take_periods if period is not None else lambda *a: [take(*a)]
            tables = read(data, recipe._columns, roles, found)
            native = tables[0].native
            for taken in tables if not found else []:
                issues += [Issue(*issue) for issue in _core.validate(recipe._handle, taken.table)]
    except QuindexError as e:
        last.append(e)
    issues += [Issue(e.where, e.what, e.hint) for e in [*found, *last]]
    return Issues(list(dict.fromkeys(issues)), native)


__all__ = ["PanelResult", "compute", "fit", "validate"]
