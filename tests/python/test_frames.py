"""Frames of any library in, frames of the same library out, with index and column names."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import quindex as qx
from conftest import DATA, INCOME, LIFE, POLLUTION, SCHOOLING, UNITS, WELLBEING, column, says

LIBRARY = {pd.DataFrame: "pandas", pl.DataFrame: "polars", pa.Table: "pyarrow", qx.Columns: "dict"}
SCORES = {
    "wellbeing": WELLBEING,
    "income": INCOME,
    "life": LIFE,
    "pollution": POLLUTION,
    "schooling": SCHOOLING,
}


def test_scores_come_back_in_the_same_library(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS, DATA)
    result = qx.compute(spec, data)
    expected = qx.Columns if isinstance(data, dict) else type(data)
    for out in (result.scores, result.ranks, result.contributions(), result.lineage, result.notes,
                result.summary(), result.to_long(), result.to_frame(), result.prepared, result.effective_weights,
                result.explain("A").to_frame(), result.fitted.weights):  # fmt: skip
        assert type(out) is expected
    for node, scores in SCORES.items():
        assert column(result.scores, node) == pytest.approx(scores, abs=1e-12)


def test_units_are_labelled_as_they_came(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS, DATA)
    scores = qx.compute(spec, data).scores
    if isinstance(data, pd.DataFrame):
        assert scores.index.equals(data.index)
        assert scores.index.name == "country"
    else:
        assert column(scores, "country") == UNITS
    assert qx.compute(spec, data).units == UNITS


def test_missing_comes_and_goes_as_the_library_has_it(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS, {**DATA, "income": [40.0, None, 60.0, 33.0]})
    result = qx.compute(spec, data)
    assert column(result.scores, "income")[1] is None
    assert column(result.scores, "wellbeing")[1] is None
    assert column(result.ranks, "wellbeing")[1] is None
    if isinstance(data, pl.DataFrame):
        assert result.scores["income"].null_count() == 1
    if isinstance(data, pa.Table):
        assert result.scores["income"].null_count == 1


def test_whole_numbers_and_any_order_of_columns_are_fine(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    turned = {name: [int(x) for x in DATA[name]] for name in reversed(DATA)}
    assert column(qx.compute(spec, frame(UNITS, turned)).scores, "wellbeing") == pytest.approx(WELLBEING)


def test_booleans_are_one_and_zero_with_a_note(frame: Callable[..., Any]) -> None:
    spec = qx.Spec(qx.group("a", ["law", "x"]), normalise="identity")
    result = qx.compute(spec, frame(UNITS, {"law": [True, False, True, True], "x": [1.0, 2.0, 3.0, 4.0]}))
    assert column(result.scores, "law") == [1.0, 0.0, 1.0, 1.0]
    assert "indicators/law" in column(result.notes, "where")
    assert "true and false count as 1 and 0" in column(result.notes, "what")


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([True, None, False], dtype=object),
        pd.Series([True, 2, False], dtype="category"),
        pd.Series([True, None, False], dtype="boolean"),
        pl.Series([True, False, True], dtype=pl.Object),
        [np.True_, 0.5, np.False_],
        np.array([True, 0, 3], dtype=object),
        np.ma.masked_array([True, True, False], mask=[False, True, False]),
    ],
    ids=lambda column: f"{type(column).__module__}-{getattr(column, 'dtype', '')}",
)
def test_booleans_in_any_column_are_noted(column: Any) -> None:
    make = pl.DataFrame if isinstance(column, pl.Series) else pd.DataFrame if isinstance(column, pd.Series) else dict
    found = qx.compute(qx.group("w", ["x"]), make({"x": column}))
    assert next(iter(found.notes["what"])) == "true and false count as 1 and 0"


def test_masked_cells_are_missing(spec: qx.Spec, df: pd.DataFrame) -> None:
    plain = np.array([[40, 12, 11], [25, 30, 13], [60, 45, 9], [33, 20, 12]])
    for dtype in (int, float, object):
        values = np.ma.masked_array(plain.astype(dtype), mask=plain == 60)
        found = qx.compute(spec, values, indicators=list(DATA))
        assert np.isnan(found.scores["income"][2])
        assert found.scores["income"].tolist()[:2] == [100, 0]
        columns = {name: values[:, j] for j, name in enumerate(DATA)}
        assert qx.compute(spec, columns).values.tolist()[:2] == found.values.tolist()[:2]
        assert np.isnan(qx.compute(spec, columns).values[2, 0])
    assert qx.compute(spec, df, size=np.ma.masked_array([1, 2, 3, 4], mask=[1, 0, 0, 0])).digest == (
        qx.compute(spec, df, size=[None, 2, 3, 4]).digest
    )


def test_extra_columns_are_noted(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    result = qx.compute(spec, frame(UNITS, {**DATA, "note": ["a", "b", "c", "d"], "code": [1, 2, 3, 4]}))
    assert column(result.notes, "what") == ["columns that the framework does not use: 'note', 'code'"]
    assert column(result.notes, "count") == [2]


def test_a_column_may_hold_the_units(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(["p", "q", "r", "s"], {**DATA, "iso": UNITS})
    result = qx.compute(spec, data, unit="iso")
    assert result.units == UNITS
    if isinstance(data, pd.DataFrame):
        assert result.scores.index.name == "iso"
    else:
        assert column(result.scores, "iso") == UNITS


def test_without_texts_rows_are_numbered(spec: qx.Spec) -> None:
    assert qx.compute(spec, pl.DataFrame(DATA)).units == ["1", "2", "3", "4"]
    assert qx.compute(spec, DATA).units == ["1", "2", "3", "4"]
    assert qx.compute(spec, pd.DataFrame(DATA)).units == ["0", "1", "2", "3"]


def test_arrays(spec: qx.Spec) -> None:
    for order in ("C", "F"):
        values = np.array(list(DATA.values()), order=order).T
        result = qx.compute(spec, values, indicators=list(DATA), units=UNITS)
        assert result.units == UNITS
        assert result.scores["wellbeing"].tolist() == pytest.approx(WELLBEING)
    assert qx.compute(spec, values.astype(int), indicators=list(DATA)).units == ["1", "2", "3", "4"]


def test_what_was_fitted_to_an_array_scores_frames_too(spec: qx.Spec) -> None:
    fitted = qx.fit(spec, np.array(list(DATA.values())).T, indicators=list(DATA))
    frame = pd.DataFrame(DATA, index=UNITS)
    assert np.array_equal(fitted(frame).values, qx.compute(spec, frame).values)
    assert np.array_equal(fitted(np.array(list(DATA.values())).T).values, fitted(frame).values)


def test_anything_with_an_arrow_stream(spec: qx.Spec) -> None:
    class Stream:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            return pa.table({"country": UNITS, **DATA}).__arrow_c_stream__(requested_schema)

    assert column(qx.compute(spec, Stream()).scores, "wellbeing") == pytest.approx(WELLBEING)


def test_lazy_polars_frames_are_collected(spec: qx.Spec) -> None:
    scores = qx.compute(spec, pl.DataFrame({"c": UNITS, **DATA}).lazy()).scores
    assert isinstance(scores, pl.DataFrame)


def test_pandas_nullable_arrow_and_object_columns(spec: qx.Spec) -> None:
    kinds = {
        "income": pd.array([40, 25, None, 33], dtype="Int64"),
        "pollution": pd.array([12.0, 30.0, 45.0, None], dtype=pd.ArrowDtype(pa.float64())),
        "schooling": pd.Series([11, 13.0, Decimal(9), None], dtype=object),
    }
    result = qx.compute(spec, pd.DataFrame(kinds))
    plain = {
        "income": [40, 25, np.nan, 33],
        "pollution": [12, 30, 45, np.nan],
        "schooling": [11, 13, 9, np.nan],
    }
    pd.testing.assert_frame_equal(result.scores, qx.compute(spec, pd.DataFrame(plain)).scores)


def test_a_multiindex_keeps_its_levels(spec: qx.Spec) -> None:
    index = pd.MultiIndex.from_product([["north", "south"], ["a", "b"]], names=["region", "town"])
    result = qx.compute(spec, pd.DataFrame(DATA, index=index))
    assert result.scores.index.equals(index)
    assert result.units == ["north / a", "north / b", "south / a", "south / b"]
    assert list(result.to_long().columns[:2]) == ["region", "town"]
    assert result.explain(("north", "a")).unit == "north / a"


def test_a_level_of_the_index_is_no_column_but_may_be_named_as_the_units(spec: qx.Spec, df: pd.DataFrame) -> None:
    df = df.rename_axis("town")
    assert qx.compute(spec, df, unit="town").scores.equals(qx.compute(spec, df).scores)
    hint = "it is in the index; make it a column: df.reset_index('town')"
    with says(qx.DataError, f"group: the table has no column 'town'; {hint}"):
        qx.compute(spec, df, group="town")
    with says(qx.DataError, f"period: the table has no column 'town'; {hint}"):
        qx.compute(spec, df.set_index("income", append=True, drop=False), period="town")


def test_a_series_has_to_have_the_index_of_the_frame(df: pd.DataFrame) -> None:
    spec = qx.Spec(qx.group("w", ["income"]), prepare=["group_mean"])
    df.loc["B", "income"] = None
    groups = pd.Series(["n", "n", "s", "s"], index=df.index)
    assert qx.compute(spec, df, group=groups).prepared.loc["B", "income"] == 40
    assert qx.compute(spec, df, group=groups.reset_index(drop=True)).prepared.loc["B", "income"] == 40
    towns = df.rename_axis("town").reset_index().set_index(pd.Index([3, 1, 4, 7]))
    assert qx.compute(spec, towns, unit="town", group=groups).prepared.loc["B", "income"] == 40
    assert qx.compute(spec, towns, unit="town", group=groups.set_axis(towns.index)).prepared.loc["B", "income"] == 40
    for name, what in (("group", "groups"), ("size", "sizes"), ("period", "periods")):
        with says(
            qx.DataError,
            f"{what}: the index of the series is not that of the table; "
            f"put it in the order of the rows: {name}=series.reindex(df.index)",
        ):
            qx.compute(spec, df, **{name: groups[::-1]})  # type: ignore[call-overload]


def test_columns_are_looked_up_and_not_searched_for() -> None:
    codes = [f"i{j}" for j in range(20_000)]
    df = pd.DataFrame(np.arange(40_000.0).reshape(2, -1), columns=codes).assign(extra=1)
    spec = qx.Spec(qx.group("w", codes))
    began = time.process_time()
    assert qx.compute(spec, df).values[:, 0].tolist() == pytest.approx([0, 100])
    assert time.process_time() - began < 5  # half a minute, when every column is searched for among all


def test_groups_have_an_order(spec: qx.Spec, df: pd.DataFrame) -> None:
    for given in ({"n"}, {"A": "n"}):
        with says(qx.DataError, f"groups: found {given!r}; give the name of a column, or one value for each unit"):
            qx.compute(spec, df, group=given)  # type: ignore[call-overload]


def test_the_name_of_the_columns_is_kept(spec: qx.Spec, df: pd.DataFrame) -> None:
    df.columns.name = "indicator"
    assert qx.compute(spec, df).scores.columns.name == "indicator"


def test_small_tables_are_snapshots_and_large_ones_are_looked_at() -> None:
    from quindex.arrays import doubles

    small, large = np.ones((10, 2), order="F"), np.ones((100_000, 2), order="F")
    assert not np.shares_memory(doubles(small), small)
    assert np.shares_memory(doubles(large), large)
    units, codes = qx._core.Labels([str(i) for i in range(100_000)]), qx._core.Labels(["a", "b"])
    table = qx._core.Table(units, codes, large)
    assert np.shares_memory(table.values, large)
    turned = np.ones((100_000, 2))
    assert not np.shares_memory(qx._core.Table(units, codes, turned).values, turned)


def test_scores_are_a_view_that_keeps_the_result_alive(spec: qx.Spec, df: pd.DataFrame) -> None:
    values = qx.compute(spec, df).values
    assert np.shares_memory(values, values)
    assert not values.flags.writeable
    assert values[:, 0].tolist() == pytest.approx(WELLBEING)
    with pytest.raises(ValueError, match="read-only"):
        values[0, 0] = 1


def test_changing_a_frame_that_came_out_changes_nothing(spec: qx.Spec, df: pd.DataFrame) -> None:
    result = qx.compute(spec, df)
    scores = result.scores
    scores.loc["A", "income"] = -1.0
    assert result.scores.loc["A", "income"] == pytest.approx(INCOME[0])


@pytest.mark.parametrize(
    ("data", "options", "text"),
    [
        (3, {}, "table: found a int; give a pandas, polars or pyarrow frame, a dict of columns, or an array with indicators=[…]"),
        (np.ones((2, 3)), {}, "table: an array has no names of columns; give them: indicators=['income', …]"),
        (np.ones(3), {"indicators": ["a"]}, "table: the array has 1 dimensions; give units × indicators"),
        (np.ones((2, 3)), {"indicators": ["income"]}, "indicators: there are 1 names; the array has 3 columns"),
        (np.ones((2, 2)), {"indicators": ["income", "income"]}, "columns/income: it stands twice; give every column a name of its own"),
        ({"income": [1.0], "pollution": [1.0, 2.0], "schooling": [1.0]}, {}, "table: the columns have different lengths: {'income': 1, 'pollution': 2, 'schooling': 1}; give every column one value per unit"),
        (pd.DataFrame([[1, 2, 3]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y"), ("b", "z")])), {}, "columns: they have 2 levels; join them: df.columns = ['_'.join(c) for c in df.columns]"),
        (pd.DataFrame([[1, 2]], columns=["x", "x"]), {}, "columns/x: it stands twice; give every column a name of its own"),
        ({}, {}, "indicators/income: the framework asks for it, the table has no such column; give it one for each indicator"),
        (DATA, {"unit": "contry"}, "unit: the table has no column 'contry'; there are 'income', 'pollution', 'schooling'"),
        (DATA, {"group": ["a"]}, "groups: there are 1; expected 4, one for each unit"),
        (DATA, {"base": 2020}, "base: there are no periods; name their column: period='year'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(spec: qx.Spec, data: Any, options: dict[str, Any], text: str) -> None:
    with says(qx.DataError, text):
        qx.compute(spec, data, **options)


@pytest.mark.parametrize(
    "call",
    [
        lambda x: qx.frontier.data_envelopment(x, ["a"], ["b"]),
        lambda x: qx.frontier.benefit_of_the_doubt(x, ["a", "b"]),
        lambda x: qx.panel_changes(x, indicators=["a"], period="b"),
        lambda x: qx.panel_cycles(x, indicators=["a"], period="b"),
        qx.framework_from_table,
    ],
)
def test_an_array_is_refused_where_columns_are_found_by_name(call: Callable[[Any], Any]) -> None:
    with says(qx.DataError, "table: an array has no names of columns; give a frame, or a dict of columns"):
        call(np.ones((3, 2)))
