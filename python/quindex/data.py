"""From the user's table to the core's: which column is what, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from itertools import pairwise
from numbers import Real
from typing import Any, NamedTuple

import numpy as np

from quindex import _core
from quindex.arrays import Native, Source
from quindex.columns import Floats, Texts, core_labels, is_missing, labels, number, numbers
from quindex.errors import DataError, refuse_half_characters
from quindex.frames import source

Note = tuple[str, str, int]
MOST_NAMED = 8


_ERRORS = "give the column of standard errors for each indicator: {'income': 'income_error'}"


class Roles(NamedTuple):
    """Which columns of a table are no indicators; each is a name of a column, or the values themselves."""

    unit: str | None = None
    group: str | Sequence[Any] | None = None
    size: str | Sequence[float] | None = None
    period: str | Sequence[Any] | None = None
    errors: Mapping[str, str] | None = None
    indicators: Sequence[str] | None = None
    units: Sequence[Any] | None = None

    def columns(self) -> list[str]:
        """The names of columns among them. Raises DataError where errors are no such names."""
        if not isinstance(self.errors or {}, Mapping) or not all(
            isinstance(name, str) for name in (self.errors or {}).values()
        ):
            raise DataError.about("errors", f"found {self.errors!r}", _ERRORS, self.errors)
        named = [x for x in (self.unit, self.group, self.size, self.period) if isinstance(x, str)]
        return [*named, *(self.errors or {}).values()]


class Taken(NamedTuple):
    """A table as the core has it, and how to give results back."""

    table: _core.Table
    native: Native
    notes: list[Note]
    period: str
    period_given: Any = ""  # the same in the kind that the user's column has


class _Parts(NamedTuple):
    codes: list[str]
    units: list[str]
    values: Floats
    groups: list[str]
    sizes: list[float]
    errors: Floats | None
    native: Native
    notes: list[Note]
    periods: list[str]
    periods_given: list[Any]


def take(data: Any, codes: list[str], roles: Roles, found: list[DataError] | None = None) -> Taken:
    """The table with the indicators' columns. Raises DataError, or adds what is wrong to `found`."""
    p = _parts(data, codes, roles, found)
    table = _core.Table(_labels_of(p.units), _labels_of(p.codes), p.values, p.groups, p.sizes, p.errors, "")
    return Taken(table, p.native, p.notes, "")


def refuse_array(data: Any) -> None:
    """For what finds its columns by name; raises DataError for an array."""
    if isinstance(data, np.ndarray):
        raise DataError.about("table", "an array has no names of columns", "give a frame, or a dict of columns")


def _labels_of(texts: list[str]) -> _core.Labels:
    return texts.core if isinstance(texts, Texts) else core_labels(texts)


def take_periods(data: Any, codes: list[str], roles: Roles, found: list[DataError] | None = None) -> list[Taken]:
    """One table per period, in the order of the periods: as numbers where both are, otherwise as text."""
    p = _parts(data, codes, roles, found)
    rows: dict[str, list[int]] = {}
    for i, period in enumerate(p.periods):
        rows.setdefault(period, []).append(i)
    out = []
    for period in _in_order(list(rows)):
        own = rows[period]
        groups = [p.groups[i] for i in own] if p.groups else []
        sizes = [p.sizes[i] for i in own] if p.sizes else []
        errors = None if p.errors is None else p.errors[own]
        units = [p.units[i] for i in own]
        try:
            table = _core.Table(
                core_labels(units),
                _labels_of(p.codes),
                np.asfortranarray(p.values[own]),
                groups,
                sizes,
                errors,
                period,
            )
        except DataError as e:
            raise DataError.about(f"periods/{period}/{e.where}", e.what, e.hint, e.value) from None
        out.append(Taken(table, p.native.part(own), p.notes, period, p.periods_given[own[0]]))
    return out


def _in_order(periods: list[str]) -> list[str]:
    """Periods as numbers where all are, otherwise as text."""
    found = [_core.number_in(period) for period in periods]
    numbers = [x for x in found if isinstance(x, float)]
    if 0 < len(numbers) < len(periods):
        one = next(p for p, x in zip(periods, found, strict=True) if not isinstance(x, float))
        hint = "write all periods alike, so that they have an order"
        raise DataError.about("periods", f"some are numbers and some are not: found {one!r}", hint, one)
    if not numbers:
        return sorted(periods)
    ordered = sorted(zip(numbers, periods, strict=True))
    for (x, one), (y, other) in pairwise(ordered):
        if x == y:
            hint = "write a period alike in all of its rows"
            raise DataError.about("periods", f"{one!r} and {other!r} are the same number", hint, other)
    return [p for _, p in ordered]


def _parts(data: Any, codes: list[str], roles: Roles, found: list[DataError] | None) -> _Parts:
    others = roles.columns()
    src = source(data, codes, unit=roles.unit, roles=others, indicators=roles.indicators, units=roles.units)
    names = src.names
    exact = names == codes or (len(names) == len(codes) and set(names) == set(codes))
    wrong: list[DataError] = [] if found is None else found
    if exact:
        codes = names
    else:
        wrong += _missing_indicators(src, codes)
        have = set(names)
        codes = [code for code in codes if code in have]
    _check_roles(src, roles)
    if wrong and found is None:
        raise wrong[0]
    flags: list[str] = []
    values = src.block(codes, wrong, flags)
    units = src.units
    n = len(units)
    given = _values(src, roles.period, "periods", n) if roles.period is not None else []
    periods = _labels(given, "periods")
    _name_periods(wrong, periods)
    if wrong and found is None:
        raise wrong[0]
    known = () if exact else {*codes, *others, getattr(src, "unit", None)}
    notes = _notes(() if exact else names, known, flags)
    groups = _labels(_values(src, roles.group, "groups", n), "groups") if roles.group is not None else []
    sizes = _sizes(src, roles.size, units, wrong) if roles.size is not None else []
    errors = _errors(src, codes, roles.errors, units, wrong) if roles.errors else None
    _name_periods(wrong, periods)
    if wrong and found is None:
        raise wrong[0]
    return _Parts(codes, units, values, groups, sizes, errors, src.native, notes, periods, given)


def _name_periods(wrong: list[DataError], periods: list[str]) -> None:
    """Puts the period before the place of a cell, since a panel has each unit in many rows."""
    for k, e in enumerate(wrong if periods else []):
        if e.row is not None:
            wrong[k] = DataError.about(f"periods/{periods[e.row]}/{e.where}", e.what, e.hint, e.value)


def _missing_indicators(src: Source, codes: Sequence[str]) -> list[DataError]:
    have, what = set(src.names), "the framework asks for it, the table has no such column"
    return [
        DataError.about(
            f"indicators/{code}", what, _core.did_you_mean(code, src.names) or "give it one for each indicator", code
        )
        for code in codes
        if code not in have
    ]


def _check_roles(src: Source, roles: Roles) -> None:
    for role, name in zip(roles._fields, roles, strict=True):
        named = (
            list(name.values())
            if role == "errors" and isinstance(name, Mapping)
            else [name]
            if isinstance(name, str)
            else []
        )
        for column in named:
            if column not in src.names and not (role == "unit" and src.levels == [column]):
                in_index = f"it is in the index; make it a column: df.reset_index({column!r})"
                hint = in_index if column in src.levels else _core.did_you_mean(column, src.names)
                raise DataError.about(role, f"the table has no column {column!r}", hint, column)


def _notes(names: Sequence[str], known: Collection[str | None], flags: Sequence[str]) -> list[Note]:
    notes: list[Note] = [(f"indicators/{code}", "true and false count as 1 and 0", 0) for code in flags]
    extra = [name for name in names if name not in known]
    if extra:
        named = ", ".join(f"'{name}'" for name in extra[:MOST_NAMED])
        more = f" and {len(extra) - MOST_NAMED} more" if len(extra) > MOST_NAMED else ""
        notes.append(("table", f"columns that the framework does not use: {named}{more}", len(extra)))
    return notes


def _values(src: Source, role: str | Sequence[Any], what: str, n: int) -> list[Any]:
    if not isinstance(role, str) and (not isinstance(role, Iterable) or isinstance(role, Mapping | Set)):
        raise DataError.about(what, f"found {role!r}", "give the name of a column, or one value for each unit", role)
    src.refuse_other_rows(role, what)
    values = src.raw(role) if isinstance(role, str) else list(role)
    if len(values) != n:
        raise DataError.about(what, f"there are {len(values)}", f"expected {n}, one for each unit")
    return values


def _labels(values: Sequence[Any], what: str) -> list[str]:
    found = labels(values, what)
    refuse_half_characters(found, what, DataError)
    return found


def _sizes(src: Source, role: str | Sequence[float], units: Sequence[str], found: list[DataError]) -> list[float]:
    values = _values(src, role, "sizes", len(units))
    for i, x in enumerate(values):
        if not is_missing(x) and not isinstance(x, Real | Decimal):
            what = f"the value is the text {x!r}" if isinstance(x, str) else f"the value is a {type(x).__name__}"
            found.append(DataError.about(f"sizes/{units[i]}", what, "give a number", x))
            found[-1].row = i
            return []
    return [number(f"sizes/{unit}", x, found) for unit, x in zip(units, values, strict=True)]


def _errors(
    src: Source,
    codes: Sequence[str],
    columns: Mapping[str, str],
    units: Sequence[str],
    found: list[DataError],
) -> Floats:
    out = np.full((len(units), len(codes)), np.nan, order="F")
    for code, column in columns.items():
        if code not in codes:
            raise DataError.about(
                "errors", f"there is no indicator {code!r}", _core.did_you_mean(code, list(codes)), code
            )
        out[:, list(codes).index(code)] = numbers(code, src.raw(column), units, found, "standard_errors")
    return out
