"""A table without a frame library: named columns, and the numbers in them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from numbers import Number, Real
from typing import Any

import numpy as np
import numpy.typing as npt

from quindex import _core
from quindex.errors import DataError, refuse_half_characters
from quindex.show import html_table, text_table

Floats = npt.NDArray[np.float64]
LONGEST_REPR = 20


class Columns(dict[str, Any]):
    """Named columns of equal length: what comes out when a dict of lists, an array or a file went in."""

    def __len__(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.values()))) if self.keys() else 0

    def __bool__(self) -> bool:
        return bool(self.keys())

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self.keys())

    def rows(self) -> Iterable[tuple[Any, ...]]:
        """Row after row."""
        return zip(*(plain(column) for column in self.values()), strict=True)

    def _head(self) -> list[list[Any]]:
        return [plain(column)[:LONGEST_REPR] for column in self.values()]

    def __repr__(self) -> str:
        if not len(self):
            return f"Columns({self.columns}), no rows"
        more = len(self) - LONGEST_REPR
        rest = f"\n… {more} more rows" if more > 0 else ""
        return text_table(self.columns, self._head()) + rest

    def _repr_html_(self) -> str:
        more = len(self) - LONGEST_REPR
        return html_table(self.columns, self._head(), f"… {more} more rows" if more > 0 else "")


def plain(column: Any) -> list[Any]:
    """A column as a list of Python objects."""
    out: list[Any] = column.tolist() if hasattr(column, "tolist") else list(column)
    return out


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a "_" behind it as often as it takes to be none of those that are taken."""
    while name in taken:
        name += "_"
    return name


def beside(labels: Mapping[str, Any], columns: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of labels and then the others; labels give way to others of the same name (see `free_name`)."""
    out: dict[str, Any] = {}
    for name, column in labels.items():
        out[free_name(name, {*columns, *out})] = column
    return {**out, **columns}


def stacked(parts: Sequence[Any]) -> Any:
    """Columns below one another; lists stay lists, since an array would make texts of labels of several types."""
    if all(isinstance(part, np.ndarray) for part in parts):
        return np.concatenate(parts)
    return [x for part in parts for x in plain(part)]


def is_missing(x: Any) -> bool:
    """Is the cell absent: None, NaN, NaT, masked or a library's NA?"""
    if x is None or x is np.ma.masked or type(x).__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(x, Decimal):
        return x.is_nan()  # one that signals does not compare
    return isinstance(x, float | np.floating | np.datetime64 | np.timedelta64) and bool(x != x)


def found_text(x: Any) -> str:
    """What was found, in the words of a message."""
    return f"found {x!r}" if x is None or isinstance(x, str | Number | list | dict) else f"found a {type(x).__name__}"


def label(x: Any) -> str:
    """The text of a unit, group or period; the parts of a tuple are joined by " / "."""
    if isinstance(x, str):
        return str(x)
    if isinstance(x, tuple):
        return " / ".join(label(part) for part in x)
    if isinstance(x, float | np.floating) and x.is_integer():
        return str(int(x))
    return x.isoformat() if hasattr(x, "isoformat") else str(x)


class Texts(list[str]):
    """Texts that are labels; as the core has them, once that is asked for."""

    __slots__ = ("_core",)

    @property
    def core(self) -> _core.Labels:
        """The same for the core; not to be used when the list has changed since."""
        if not hasattr(self, "_core"):
            self._core = core_labels(self)
        return self._core


def core_labels(texts: list[str]) -> _core.Labels:
    """Labels as the core has them. Raises DataError for a text that has no form in UTF-8."""
    try:
        return _core.Labels(texts)
    except TypeError:
        refuse_half_characters(texts, "labels", DataError)
        raise


def labels(values: Sequence[Any], what: str, *, may_be_empty: bool = False) -> Texts:
    """The texts of a column of labels. Raises DataError for a missing or empty one, naming the row."""
    if all(type(x) is str for x in values) and (may_be_empty or all(map(str.strip, values))):
        return Texts(values)
    for i, x in enumerate(values):
        is_empty = isinstance(x, str) and not (may_be_empty or x.strip())
        if is_empty or any(map(is_missing, x if isinstance(x, tuple) else (x,))):
            raise DataError.about(what, f"row {i + 1} has none", "give every row one")
    return Texts(label(x) for x in values)


def unmasked(column: Any) -> Any:
    """The column, missing where an array has a mask; numpy itself passes over masks when it copies numbers."""
    if not isinstance(column, np.ma.MaskedArray):
        return column
    is_number = column.dtype.kind in "iuf"
    out = np.array(np.ma.getdata(column), dtype=np.float64 if is_number else object)
    out[np.ma.getmaskarray(column)] = np.nan if is_number else None
    return out


def has_truth_values(cells: Iterable[Any]) -> bool:
    """Is a cell True or False, which count as numbers?"""
    return any(isinstance(x, bool | np.bool_) for x in cells)


def numbers(
    code: str, values: Sequence[Any], units: Sequence[str], found: list[DataError], what: str = "indicators"
) -> Floats:
    """The numbers in a column of Python objects; what is none is added to `found`, naming row and column."""
    out = np.empty(len(values))
    for i, x in enumerate(values):
        before = len(found)
        out[i] = number(f"{what}/{code}/{units[i]}", x, found)
        if len(found) > before:
            found[-1].row = i
    return out


def text_problem(text: str) -> tuple[str, str]:
    """Why a text is no number of an indicator, and what would be right."""
    found = _core.number_in(text)
    if isinstance(found, float):
        return f"the value is the text {text!r}", "turn the column into numbers"
    return found[0], found[1] or "give a number, or leave the cell missing"


def number(where: str, x: Any, found: list[DataError]) -> float:
    """One cell as a number; true and false are 1 and 0."""
    if is_missing(x):
        return math.nan
    if isinstance(x, Real | Decimal | np.bool_):
        try:
            return float(x)
        except OverflowError:
            what, hint = "the number is too large", "give a number below 1e308"
    elif isinstance(x, str):
        what, hint = text_problem(x)
    else:
        what, hint = f"the value is a {type(x).__name__}", "give a number, or leave the cell missing"
    found.append(DataError.about(where, what, hint, x))
    return math.nan
