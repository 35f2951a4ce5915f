"""Columns of labels and of numbers: none is lost, whatever they are called and whatever is in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import quindex as qx
from conftest import DATA, UNITS, column, says
from quindex.columns import beside, is_missing, label, stacked


def test_labels_give_way_as_often_as_needed() -> None:
    assert beside({"a": [1], "a_": [2]}, {"a": [3]}) == {"a_": [1], "a__": [2], "a": [3]}
    assert list(beside({"unit": [1]}, {"x": [3]})) == ["unit", "x"]


def unit_columns(frame: Any, ours: list[str]) -> dict[str, list[Any]]:
    """The columns of a frame that are not ours: those with the units' labels and the periods."""
    names = frame.column_names if isinstance(frame, pa.Table) else list(frame.columns)
    return {name: column(frame, name) for name in names if name not in ours}


LONG = ["node", "level", "name", "score", "rank"]


@pytest.mark.parametrize("name", [*LONG, "wellbeing", "income", "wellbeing_rank"])
def test_labels_give_way_to_columns_of_the_same_name(spec: qx.Spec, name: str) -> None:
    for data in (
        pd.DataFrame(DATA, index=pd.Index(UNITS, name=name)),
        *([pl.DataFrame({name: UNITS, **DATA}), {name: UNITS, **DATA}] if name not in DATA else []),
    ):
        result = qx.compute(spec, data)
        own = f"{name}_" if name in LONG else name
        assert unit_columns(result.to_long(), LONG) == {own: UNITS * 5}
        wide = [*result.nodes, "wellbeing_rank"]
        own = f"{name}_" if name in wide else name
        assert unit_columns(result.to_frame(), wide) == {own: UNITS}


def test_levels_of_units_give_way_each_on_its_own(spec: qx.Spec) -> None:
    pairs = [("x", "A"), ("x", "B"), ("y", "A"), ("y", "B")]
    first, second = (list(parts) for parts in zip(*pairs, strict=True))
    for names, own in (
        (["name", "level"], {"name_": first * 5, "level_": second * 5}),
        (["name", "name_"], {"name_": first * 5, "name__": second * 5}),
        (["a", "a"], {"a": first * 5, "a_": second * 5}),
    ):
        frame = pd.DataFrame(DATA, index=pd.MultiIndex.from_tuples(pairs, names=names))
        assert unit_columns(qx.compute(spec, frame).to_long(), LONG) == own


def test_in_a_panel_units_give_way_to_periods_and_periods_to_nodes() -> None:
    data = {"year": [1, 1, 2, 2], "x": [1.0, 2.0, 3.0, 4.0]}
    given = pd.DataFrame(data, index=pd.Index(["A", "B", "A", "B"], name="period"))
    found = qx.compute(qx.Spec(qx.group("w", ["x"])), given, period="year")
    for shown in (found.to_long(), found.to_frame()):
        assert set(shown["period"]) == {1, 2}
        assert set(shown["period_"]) == {"A", "B"}
    clash = qx.compute(qx.Spec(qx.group("period", ["x"])), given, period="year").to_frame()
    assert clash.columns.tolist() == ["period__", "period_", "period", "x", "period_rank"]


def test_the_rank_of_the_index_gives_way_to_a_node_of_the_same_name() -> None:
    wide = qx.compute(qx.Spec(qx.group("w", ["w_rank"])), {"w_rank": [1.0, 3.0]}).to_frame()
    assert wide.columns == ["unit", "w", "w_rank", "w_rank_"]
    assert wide["w_rank"].tolist() == [0, 100]
    assert wide["w_rank_"].tolist() == [2, 1]


@pytest.mark.parametrize(
    "units", [["A", 2, 3.5, "D"], [("A", 1), ("B", 2), ("A", 3), ("D", 4)], ["A\0", "A", "B", "C"]]
)
def test_labels_of_any_type_come_back_as_they_were(spec: qx.Spec, units: list[Any]) -> None:
    data = {"unit": units, **DATA}
    assert qx.compute(spec, data, unit="unit").to_long()["unit"] == units * 5
    twice = {"year": [1] * 4 + [2] * 4, **{name: values * 2 for name, values in data.items()}}
    panel = qx.compute(spec, twice, unit="unit", period="year")
    assert panel.to_frame()["unit"] == units * 2
    assert panel.to_long()["unit"] == units * 10


def test_columns_below_one_another_keep_their_types() -> None:
    assert stacked([np.array([1, 2]), np.array([3])]).dtype == np.int64
    assert stacked([np.array([1]), ["A"]]) == [1, "A"]


@pytest.mark.parametrize(
    "x",
    [
        None,
        float("nan"),
        np.float32("nan"),
        np.datetime64("NaT"),
        pd.NaT,
        pd.NA,
        np.ma.masked,
        Decimal("NaN"),
        Decimal("sNaN"),
    ],
)
def test_what_is_missing(x: Any) -> None:
    assert is_missing(x)


@pytest.mark.parametrize(
    ("x", "text"), [(2.0, "2"), (np.float32(2), "2"), (2.5, "2.5"), (("A", 2.0), "A / 2"), (True, "True")]
)
def test_labels_as_texts(x: Any, text: str) -> None:
    assert label(x) == text
    assert not is_missing(x)


def test_a_text_is_one_column_and_no_list_of_letters(df: pd.DataFrame) -> None:
    assert qx.rank(df, method="topsis", criteria="income").to_frame()["rank"].tolist() == [2, 4, 1, 3]
    assert qx.diagnose.correlations(df, "income").r.columns.tolist() == ["income"]
    values = np.array([[1.0, 2.0], [3.0, 1.0]])
    with says(qx.DataError, "indicators: found 'xy'; give a list with a name for each"):
        qx.compute(qx.group("w", ["x", "y"]), values, indicators="xy")
    with says(qx.DataError, "units: found 'AB'; give a list with a name for each"):
        qx.compute(qx.group("w", ["x", "y"]), values, indicators=["x", "y"], units="AB")
