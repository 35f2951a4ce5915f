"""Results as files."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet
import pytest
import quindex as qx
from conftest import DATA, UNITS, says
from quindex.export import tables, write_workbook
from quindex.reading import read_table


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_file_reads_back_to_the_same_scores(spec: qx.Spec, frame: Any, tmp_path: Path, kind: str) -> None:
    result = qx.compute(spec, frame(UNITS, {**DATA, "income": [40.0, None, 60.0, 33.0]}))
    path = tmp_path / f"a.{kind}"
    result.to_file(path)
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "xlsx": partial(pd.read_excel, engine="openpyxl")}
    again = read[kind](path)
    assert again["wellbeing"].tolist()[0] == pytest.approx(result.values[0, 0], rel=0 if kind != "xlsx" else 1e-15)
    assert math.isnan(again["wellbeing"].tolist()[1])
    if kind == "parquet":
        assert pyarrow.parquet.read_schema(path).metadata[b"quindex"] == qx.__version__.encode()


def test_an_unknown_kind_of_file(spec: qx.Spec, df: pd.DataFrame) -> None:
    with says(qx.FileError, "a.cvs: unknown kind of file 'cvs'; did you mean 'csv'?"):
        qx.compute(spec, df).to_file("a.cvs")


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_place_where_no_file_can_be(spec: qx.Spec, df: pd.DataFrame, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "none" / f"a.{kind}"
    with says(qx.FileError, f"{path}: no such file or directory"):
        qx.compute(spec, df).to_file(path)
    (tmp_path / f"b.{kind}").mkdir()
    with says(qx.FileError, f"{tmp_path}/b.{kind}: is a directory"):
        qx.compute(spec, df).to_file(tmp_path / f"b.{kind}")


@pytest.mark.parametrize("label", ["a\rb", "a\r\nb", "a\nb", 'a "b"', "a, b", " a "])
def test_any_label_survives_a_file(spec: qx.Spec, tmp_path: Path, label: str) -> None:
    path = tmp_path / "a.csv"
    qx.compute(spec, pd.DataFrame(DATA, index=[label, *UNITS[1:]])).to_file(path)
    assert read_table(path)[0]["unit"] == [label, *UNITS[1:]]
    assert path.read_bytes().endswith(b",3\n")


def test_labels_of_several_types_are_texts_in_parquet(spec: qx.Spec, tmp_path: Path) -> None:
    index = pd.Index(["A", 2, 3.5, True], dtype=object, name="unit")
    qx.compute(spec, pd.DataFrame(DATA, index=index)).to_file(tmp_path / "a.parquet")
    assert pd.read_parquet(tmp_path / "a.parquet")["unit"].tolist() == ["A", "2", "3.5", "True"]


def test_what_a_workbook_cannot_hold_is_refused(tmp_path: Path) -> None:
    name, hint = str(tmp_path / "a.xlsx"), "write .csv or .parquet"
    for column, text in (
        (range(1_048_576), "a: there are 1048576 rows, a sheet has at most 1048575"),
        (["x" * 32_768], "a/x: a text of 32768 characters, a cell has at most 32767"),
    ):
        with says(qx.FileError, f"{name}/{text}; {hint}"):
            write_workbook(name, {"a": qx.Columns({"x": column})})
    with says(qx.FileError, f"{name}/a: there are 16385 columns, a sheet has at most 16384; {hint}"):
        write_workbook(name, {"a": qx.Columns({f"x{j}": [1] for j in range(16_385)})})


def test_tables_of_a_result(spec: qx.Spec, df: pd.DataFrame) -> None:
    found = tables(qx.compute(spec.replace(publish="min_max"), df))
    assert list(found) == ["scores", "ranks", "published", "contributions", "weights", "lineage", "notes"]
    parts = found["contributions"]
    assert set(parts["group"]) == {"wellbeing", "life"}
    assert len(parts) == 2 * 4 * 2


def test_tables_keep_the_units_beside_nodes_called_like_their_columns() -> None:
    tree = qx.group("w", ["unit", "period"])
    data = {"country": ["A", "B"], "year": [1, 1], "unit": [1.0, 2.0], "period": [3.0, 4.0]}
    found = tables(qx.compute(tree, data))["scores"]
    assert (found["unit_"], found["unit"].tolist()) == (["A", "B"], [0, 100])
    found = tables(qx.compute(tree, data, period="year"))["scores"]
    assert found.columns == ["period_", "unit_", "w", "unit", "period"]
    assert found["period_"] == [1, 1]


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_file_keeps_units_called_like_a_column(spec: qx.Spec, df: pd.DataFrame, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    qx.compute(spec, df.rename_axis("wellbeing")).to_file(path)
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "xlsx": partial(pd.read_excel, engine="openpyxl")}
    column = "unit" if kind == "xlsx" else "wellbeing_"
    assert read[kind](path)[column].tolist() == UNITS


def test_contributions_that_cannot_be_had_are_noted() -> None:
    tree = qx.group("a", [f"x{i}" for i in range(20)])
    data = {f"x{i}": [1.0, 2.0, float(i)] for i in range(20)}
    found = tables(qx.compute(qx.Spec(tree, aggregate="weighted_median"), data))
    assert any("no closed form" in what for what in found["notes"]["what"])
