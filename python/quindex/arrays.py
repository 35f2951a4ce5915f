"""Tables of users without frames: dicts of columns and arrays; and what every kind of table has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, ClassVar, Protocol

import numpy as np

from quindex import _core
from quindex.columns import Columns, Floats, beside, found_text, has_truth_values, labels, numbers, plain, unmasked
from quindex.errors import DataError

SNAPSHOT = 1 << 20  # bytes; smaller tables are copied, so that changing the frame later changes nothing


class Native(Protocol):
    """A frame library's frames for the units of one table."""

    def matrix(self, names: Sequence[str], values: Any) -> Any:
        """A frame with one row per unit, of an array of units × names."""

    def unit_columns(self) -> dict[str, Any]:
        """The labels of the units as columns; with others they go through `columns.beside`."""

    def plain(self, columns: Mapping[str, Any]) -> Any:
        """Any other frame."""

    def part(self, rows: Any) -> Native:
        """The same for some of the units."""

    def labelled(self, what: str, labels: Sequence[str]) -> Native:
        """The same for other rows: `what` they are, and their labels."""


class Source(Protocol):
    """A table of the user's."""

    @property
    def names(self) -> list[str]:
        """The names of the columns."""

    @property
    def units(self) -> list[str]:
        """The labels of the units."""

    @property
    def native(self) -> Native:
        """How to give frames back."""

    @property
    def levels(self) -> list[Any]:
        """The names of the index that a frame has beside its columns."""

    def refuse_other_rows(self, values: Any, what: str) -> None:
        """Raises DataError for values that are labelled, and not as the rows are."""

    def raw(self, name: str) -> list[Any]:
        """A column as Python objects."""

    def block(self, codes: Sequence[str], found: list[DataError], remarks: list[str]) -> Floats:
        """Columns as numbers, units × codes.

        What is no number is added to `found`, and columns of truth values to `remarks`.
        """


class PlainNative:
    """Tables for users without frames."""

    def __init__(self, unit: str, values: Any) -> None:
        self.unit, self.values = unit, values

    def matrix(self, names: Sequence[str], values: Any) -> Columns:
        return Columns(beside(self.unit_columns(), {name: values[:, j].copy() for j, name in enumerate(names)}))

    def unit_columns(self) -> dict[str, Any]:
        return {self.unit: self.values}

    def plain(self, columns: Mapping[str, Any]) -> Columns:
        return Columns(columns)

    def part(self, rows: Any) -> PlainNative:
        return PlainNative(self.unit, [self.values[i] for i in rows])

    def labelled(self, what: str, labels: Sequence[str]) -> PlainNative:
        return PlainNative(what, list(labels))


class WithoutIndex:
    """What tables have in common whose rows have no labels of their own."""

    levels: ClassVar[list[Any]] = []

    def refuse_other_rows(self, values: Any, what: str) -> None:
        """All values stand in the order of the rows."""


class PlainSource(WithoutIndex):
    """A dict of columns."""

    def __init__(self, data: Mapping[str, Any], unit: str | None, roles: Sequence[str], codes: Sequence[str]) -> None:
        self.data, self.names = data, labels(list(data), "columns", may_be_empty=True)
        check_unit(unit, self.names)
        sizes = {name: _length(name, column) for name, column in data.items()}
        if len(set(sizes.values())) > 1:
            raise DataError.about(
                "table",
                f"the columns have different lengths: {sizes}",
                "give every column one value per unit",
            )
        used = {*roles, *codes}
        free = [n for n in self.names if n not in used]
        self.unit = unit or next((n for n in free if len(data[n]) and isinstance(data[n][0], str)), None)
        size = next(iter(sizes.values()), 0)
        self._values = self.raw(self.unit) if self.unit else [str(i + 1) for i in range(size)]

    @property
    def units(self) -> list[str]:
        return labels(self._values, "units")

    @property
    def native(self) -> Native:
        return PlainNative(self.unit or "unit", self._values)

    def raw(self, name: str) -> list[Any]:
        return plain(self.data[name])

    def block(self, codes: Sequence[str], found: list[DataError], remarks: list[str]) -> Floats:
        out = np.empty((len(self._values), len(codes)), order="F")
        for j, code in enumerate(codes):
            column = unmasked(self.data[code])
            kind = column.dtype.kind if isinstance(column, np.ndarray) else "O"
            cells = column if kind in "iufb" else plain(column)
            if kind == "b" or (kind == "O" and has_truth_values(cells)):
                remarks.append(code)
            out[:, j] = column if kind in "iufb" else numbers(code, cells, self.units, found)
        return out


class ArraySource(PlainSource):
    """An array of two dimensions."""

    def __init__(self, values: Any, indicators: Sequence[str] | None, units: Sequence[Any] | None) -> None:
        if values.ndim != 2:
            raise DataError.about("table", f"the array has {values.ndim} dimensions", "give units × indicators")
        if indicators is None:
            raise DataError.about("table", "an array has no names of columns", "give them: indicators=['income', …]")
        for what, given in (("indicators", indicators), ("units", units)):
            if isinstance(given, str):
                raise DataError.about(what, found_text(given), "give a list with a name for each", given)
        values = unmasked(values)
        self.values, self.names, self.unit = values, labels(list(indicators), "indicators"), None
        refuse_twice(self.names)
        if len(self.names) != values.shape[1]:
            what = f"there are {len(self.names)} names"
            raise DataError.about("indicators", what, f"the array has {values.shape[1]} columns")
        self._values = list(units) if units is not None else [str(i + 1) for i in range(values.shape[0])]
        self.data = {name: values[:, j] for j, name in enumerate(self.names)}

    def block(self, codes: Sequence[str], found: list[DataError], remarks: list[str]) -> Floats:
        if self.values.dtype.kind not in "iuf":
            return super().block(codes, found, remarks)
        if codes == self.names:
            return doubles(self.values)
        at = {name: j for j, name in enumerate(self.names)}
        return doubles(self.values[:, [at[code] for code in codes]])


def doubles(values: Any) -> Floats:
    """Doubles in Fortran order: a copy of small arrays, and of those that are something else."""
    copy = True if values.nbytes <= SNAPSHOT else None
    return np.array(values, dtype=np.float64, order="F", copy=copy)


def _length(name: Any, column: Any) -> int:
    """How many values a column of a dict has. Raises DataError for what is no column."""
    is_one = isinstance(column, str | bytes | Mapping | Set) or not hasattr(column, "__len__")
    if is_one or getattr(column, "ndim", 1) != 1:
        dimensions = getattr(column, "ndim", 1)
        what = found_text(column) if dimensions == 1 else f"the array has {dimensions} dimensions"
        raise DataError.about(f"columns/{name}", what, "give a list or an array with one value per unit", column)
    return len(column)


def check_unit(unit: str | None, names: list[str]) -> None:
    """Raises DataError when the column of the units' labels is not there."""
    if unit is not None and not isinstance(unit, str):
        raise DataError.about("unit", found_text(unit), "give the name of a column", unit)
    if unit is not None and unit not in names:
        hint = _core.did_you_mean(unit, names)
        raise DataError.about("unit", f"the table has no column {unit!r}", hint, unit)


def refuse_twice(names: list[str]) -> None:
    if len(set(names)) == len(names):
        return
    twice = next(name for i, name in enumerate(names) if name in names[:i])
    raise DataError.about(f"columns/{twice}", "it stands twice", "give every column a name of its own")
