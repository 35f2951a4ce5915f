"""Frames in and frames out: the only file that knows pandas, polars and pyarrow, and imports them when used.

What may come in: a pandas frame; any other frame narwhals knows (polars, pyarrow, modin, …) and anything with
`__arrow_c_stream__`; a dict of columns; an array of two dimensions with `indicators=`. Missing is NaN, None,
null or masked; true and false count as 1 and 0, with a note; text, dates and anything else in a column of numbers
are errors.
"""

from __future__ import annotations

import io
import sys
import weakref
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from quindex.arrays import ArraySource, Native, PlainSource, Source, WithoutIndex, check_unit, doubles, refuse_twice
from quindex.columns import Floats, Texts, beside, free_name, has_truth_values, is_missing, label, labels, numbers
from quindex.errors import DataError, FileError


class PandasNative:
    """pandas frames with the user's index, and the name that the user's columns have."""

    def __init__(self, index: Any, name: Any) -> None:
        self.index, self.name = index, name

    def matrix(self, names: Sequence[str], values: Any) -> Any:
        import pandas as pd

        columns = _pandas_columns(tuple(names), self.name)
        return pd.DataFrame(np.array(values, order="F"), index=self.index, columns=columns, copy=False)

    def unit_columns(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for i, name in enumerate(self.index.names):
            own = name if name is not None else "unit" if self.index.nlevels == 1 else f"unit_{i}"
            out[free_name(str(own), out)] = self.index.get_level_values(i).to_numpy()
        return out

    def plain(self, columns: Mapping[str, Any]) -> Any:
        import pandas as pd

        return pd.DataFrame(dict(columns))

    def part(self, rows: Any) -> PandasNative:
        return PandasNative(self.index[rows], self.name)

    def labelled(self, what: str, labels: Sequence[str]) -> PandasNative:
        import pandas as pd

        return PandasNative(pd.Index(list(labels), name=what), self.name)


MOST_REMEMBERED = 16
_remembered: dict[tuple[int, str], tuple[weakref.ref[Any], Texts]] = {}


def _texts(index: Any, what: str) -> Texts:
    """The labels of a pandas index, which never changes; those of the last few are remembered, with the core's."""
    found = _remembered.get((id(index), what))
    if found is not None and found[0]() is index:
        return found[1]
    texts = labels(index.tolist(), what, may_be_empty=what == "columns")
    if len(_remembered) >= MOST_REMEMBERED:
        _remembered.clear()
    _remembered[id(index), what] = (weakref.ref(index), texts)
    return texts


@lru_cache(maxsize=64)
def _pandas_columns(names: tuple[str, ...], name: Any) -> Any:
    """The index of the columns; making one takes longer than anything else that pandas does for a small frame."""
    import pandas as pd

    return pd.Index(names, name=name)


class PandasSource:
    """A pandas frame."""

    def __init__(self, frame: Any, unit: str | None) -> None:
        if frame.columns.nlevels > 1:
            hint = "join them: df.columns = ['_'.join(c) for c in df.columns]"
            raise DataError.about("columns", f"they have {frame.columns.nlevels} levels", hint)
        self.frame, self._units = frame, unit
        self.names: list[str] = _texts(frame.columns, "columns")
        refuse_twice(self.names)
        self.index = frame.index
        self.levels = list(self.index.names)
        if unit is None or (isinstance(unit, str) and unit not in self.names and self.levels == [unit]):
            return
        check_unit(unit, self.names)
        self.index = frame.set_index(self._own(unit)).index

    def _own(self, name: str) -> Any:
        return self.frame.columns[self.names.index(name)]

    @property
    def units(self) -> list[str]:
        return _texts(self.index, "units")

    @property
    def native(self) -> Native:
        return PandasNative(self.index, self.frame.columns.name)

    def refuse_other_rows(self, values: Any, what: str) -> None:
        import pandas as pd

        rows = (self.frame.index, self.index, pd.RangeIndex(len(self.frame)))
        is_ours = not isinstance(values, pd.Series) or any(values.index.equals(r) for r in rows)
        if not is_ours and len(values) == len(self.frame):
            hint = f"put it in the order of the rows: {what[:-1]}=series.reindex(df.index)"
            raise DataError.about(what, "the index of the series is not that of the table", hint)

    def raw(self, name: str) -> list[Any]:
        out: list[Any] = self.frame[self._own(name)].tolist()
        return out

    def block(self, codes: Sequence[str], found: list[DataError], remarks: list[str]) -> Floats:
        frame = self.frame
        if codes != self.names:
            at = {name: j for j, name in enumerate(self.names)}
            frame = frame.iloc[:, [at[code] for code in codes]]
        if (values := frame.to_numpy()).dtype.kind in "iuf":
            return doubles(values)
        out = np.empty((len(frame), len(codes)), order="F")
        for j, code in enumerate(codes):
            column = frame.iloc[:, j]
            kind = getattr(column.dtype, "kind", "O")
            plain = kind in "iufb" and type(column.dtype).__name__ != "CategoricalDtype"
            cells = () if plain else column.tolist()
            if kind == "b" or has_truth_values(cells):
                remarks.append(code)
            if plain:
                out[:, j] = column.to_numpy(dtype="float64", na_value=np.nan)
            else:
                out[:, j] = numbers(code, cells, self.units, found)
        return out


class NarwhalsNative:
    """Frames of a library that has no index: the units are the first column."""

    def __init__(self, unit: str, values: Any, backend: Any) -> None:
        self.unit, self.values, self.backend = unit, values, backend

    def matrix(self, names: Sequence[str], values: Any) -> Any:
        return self.plain(beside(self.unit_columns(), {name: values[:, j] for j, name in enumerate(names)}))

    def unit_columns(self) -> dict[str, Any]:
        return {self.unit: self.values}

    def plain(self, columns: Mapping[str, Any]) -> Any:
        import narwhals.stable.v2 as nw

        frame = nw.from_dict(dict(columns), backend=self.backend)
        holes = [n for n, x in columns.items() if isinstance(x, np.ndarray) and x.dtype.kind == "f"]
        return frame.with_columns(nw.col(*holes).fill_nan(None)).to_native() if holes else frame.to_native()

    def part(self, rows: Any) -> NarwhalsNative:
        return NarwhalsNative(self.unit, [self.values[i] for i in rows], self.backend)

    def labelled(self, what: str, labels: Sequence[str]) -> NarwhalsNative:
        return NarwhalsNative(what, list(labels), self.backend)


class NarwhalsSource(WithoutIndex):
    """Any frame that narwhals knows, except pandas."""

    def __init__(self, frame: Any, unit: str | None, roles: Sequence[str], codes: Sequence[str]) -> None:
        import narwhals.stable.v2 as nw

        self.frame, self.names = frame, list(frame.columns)
        refuse_twice(self.names)
        check_unit(unit, self.names)
        used, schema = {*roles, *codes}, frame.schema
        texts = [n for n in self.names if n not in used and schema[n] in (nw.String, nw.Categorical, nw.Enum)]
        self.unit = unit or (texts[0] if texts else None)
        self._values = self.raw(self.unit) if self.unit else [str(i + 1) for i in range(len(frame))]

    @property
    def units(self) -> list[str]:
        return labels(self._values, "units")

    @property
    def native(self) -> Native:
        return NarwhalsNative(self.unit or "unit", self._values, self.frame.implementation)

    def raw(self, name: str) -> list[Any]:
        out: list[Any] = self.frame[name].to_list()
        return out

    def block(self, codes: Sequence[str], found: list[DataError], remarks: list[str]) -> Floats:
        import narwhals.stable.v2 as nw

        out = np.empty((len(self.frame), len(codes)), order="F")
        for j, code in enumerate(codes):
            column = self.frame[code]
            kind = column.dtype
            plain = kind.is_numeric() or kind == nw.Boolean
            cells = () if plain else column.to_list()
            if kind == nw.Boolean or has_truth_values(cells):
                remarks.append(code)
            if plain:
                out[:, j] = column.cast(nw.Float64).to_numpy()
            else:
                out[:, j] = numbers(code, cells, self.units, found)
        return out


def source(
    data: Any,
    codes: Sequence[str],
    *,
    unit: str | None = None,
    roles: Sequence[str] = (),
    indicators: Sequence[str] | None = None,
    units: Sequence[Any] | None = None,
) -> Source:
    """The table that the user gave; `roles` are columns that are neither units nor indicators."""
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(data, pandas.DataFrame):
        found: Source = PandasSource(data, unit)
    elif isinstance(data, np.ndarray):
        return ArraySource(data, indicators, units)
    elif isinstance(data, Mapping):
        found = PlainSource(data, unit, roles, codes)
    else:
        found = NarwhalsSource(_narwhals(data), unit, roles, codes)
    _refuse_names(indicators, units)
    return found


def _refuse_names(indicators: Sequence[str] | None, units: Sequence[Any] | None) -> None:
    """Raises DataError when a table that has names of its own is given others."""
    if units is not None:
        hint = "name the column that has them: unit='country'"
        raise DataError.about("units", "it is only for arrays, which have no labels of units", hint, units)
    if indicators is not None:
        hint = "leave it out: columns are found by the indicators' codes"
        raise DataError.about("indicators", "it is only for arrays, which have no names of columns", hint, indicators)


def _narwhals(data: Any) -> Any:
    import narwhals.stable.v2 as nw

    try:
        frame = nw.from_native(data)
    except nw.exceptions.DuplicateError:
        refuse_twice(list(data.column_names if hasattr(data, "column_names") else data.columns))
        raise
    except TypeError:
        frame = nw.from_native(_arrow(data))
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def _arrow(data: Any) -> Any:
    """What has an Arrow stream, as a pyarrow table. Raises DataError for anything else, a series among it."""
    if hasattr(data, "__arrow_c_stream__"):
        import pyarrow as pa

        try:
            return pa.table(data)
        except pa.ArrowException:  # a stream that is not one of rows
            pass
    hint = "give a pandas, polars or pyarrow frame, a dict of columns, or an array with indicators=[…]"
    raise DataError.about("table", f"found a {type(data).__name__}", hint, data)


def read_parquet(path: str) -> Any:
    """A Parquet file as a pyarrow table. Raises FileError when it is none."""
    import pyarrow as pa
    import pyarrow.parquet

    try:
        return pyarrow.parquet.read_table(path)
    except (pa.ArrowException, OSError) as e:
        first = str(e).split("\n", 1)[0]
        raise FileError.about(path, f"it is no Parquet file ({first})", "save it again as .parquet") from None


def parquet_bytes(columns: Mapping[str, Any], metadata: Mapping[str, str]) -> bytes:
    """Columns as a Parquet file, NaN as null; labels of several types, which Arrow does not have, as texts."""
    import pyarrow as pa
    import pyarrow.parquet

    def array(column: Any) -> Any:
        try:
            return pa.array(column, from_pandas=True)
        except pa.ArrowException:
            return pa.array([None if is_missing(x) else label(x) for x in column])

    table = pa.table({name: array(column) for name, column in columns.items()})
    file = io.BytesIO()
    pyarrow.parquet.write_table(table.replace_schema_metadata(dict(metadata)), file)
    return file.getvalue()
