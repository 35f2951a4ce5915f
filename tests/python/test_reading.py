"""Tables from files: whatever is wrong with one is named with its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import quindex as qx
from conftest import says
from quindex.reading import read_csv, read_table

GOOD = "unit,x,y\nA,1,\nB,2.5,NA\n"


def write(path: Path, data: str | bytes) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def test_columns_of_texts(tmp_path: Path) -> None:
    table, remarks = read_csv(write(tmp_path / "a.csv", GOOD))
    assert table == {"unit": ["A", "B"], "x": ["1", "2.5"], "y": ["", "NA"]}
    assert remarks == []


def test_columns_of_numbers(tmp_path: Path) -> None:
    table, _ = read_table(write(tmp_path / "a.csv", GOOD), ["x", "y"])
    assert table == {"unit": ["A", "B"], "x": [1.0, 2.5], "y": [None, None]}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_parts_the_columns(tmp_path: Path, delimiter: str) -> None:
    table, _ = read_csv(write(tmp_path / "a.csv", GOOD.replace(",", delimiter)))
    assert table["x"] == ["1", "2.5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    name = write(tmp_path / "a.csv", "地区,产值\n浙江,1\n".encode(encoding))
    table, remarks = read_csv(name)
    assert table == {"地区": ["浙江"], "产值": ["1"]}
    assert remarks == ([(name, "read as GB18030", 0)] if encoding == "gb18030" else [])


HINT = "save the file as UTF-8, or give its encoding (--encoding cp1252)"


@pytest.mark.parametrize(
    ("text", "encoding", "byte"),
    [
        ("u,a\nCôte d'Ivoire,1\nPérou,2\n", "cp1252", 6),
        ("u,a\nMéxico,1\nEspaña,2\n", "cp1252", 6),
        ("u,a\nGraubünden,1\nZürich,2\n", "cp1252", 10),
        ("u,a\nМосква,1\nКазань,2\n", "cp1251", 5),
    ],
)
def test_other_encodings_are_not_taken_for_chinese(tmp_path: Path, text: str, encoding: str, byte: int) -> None:
    name = write(tmp_path / "a.csv", text.encode(encoding))
    what = f"byte {byte} is not UTF-8, and as GB18030 the text does not look Chinese"
    with says(qx.FileError, f"{name}: {what}; {HINT}"):
        read_csv(name)
    table, remarks = read_csv(name, encoding)
    assert (table["u"], remarks) == ([line.split(",")[0] for line in text.split("\n")[1:-1]], [])


@pytest.mark.parametrize("text", ["地区,值\n亳州,1\n濮阳,2\n漯河,3\n", "姓名,值\n朱镕基,1\n", "地区；值\n北京（市）\n"])
def test_chinese_with_rare_characters_is_read(tmp_path: Path, text: str) -> None:
    _, remarks = read_csv(write(tmp_path / "a.csv", text.encode("gb18030")))
    assert [what for _, what, _ in remarks] == ["read as GB18030"]


def test_an_encoding_that_is_none_or_another(tmp_path: Path) -> None:
    name = write(tmp_path / "a.csv", "u,a\nPérou,1\n".encode("cp1252"))
    hint = "write one such as utf-8, gb18030 or cp1252"
    for encoding in ("cp12522", "base64"):
        with says(qx.FileError, f"encoding: there is no {encoding!r}; {hint}"):
            read_csv(name, encoding)
    with says(qx.FileError, f"{name}: byte 6 is not utf-8; give its encoding"):
        read_csv(name, "utf-8")


def test_quotes_and_line_ends(tmp_path: Path) -> None:
    table, _ = read_csv(write(tmp_path / "a.csv", 'unit,x\r\n"A, ""b""\nc",1\r\n'))
    assert table == {"unit": ['A, "b"\nc'], "x": ["1"]}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "{}: the file is empty; expected a header and rows"),
        (b"\n\n", "{}: the file is empty; expected a header and rows"),
        ("unit,x\nA,1,2\n", "{}:2: the row has 3 fields, the header has 2; put fields that hold the delimiter in quotes"),
        ("unit,x\nA,1\nB\n", "{}:3: the row has 1 field, the header has 2; put fields that hold the delimiter in quotes"),
        ("unit,x,x\nA,1,2\n", "{}:1: the column 'x' stands twice, as column 2 and 3; give every column a name of its own"),
        ("unit,,x\nA,1,2\n", "{}:1: column 2 of 3 has no name; give every column a name, and remove empty columns"),
        ('unit,x\nA,"1\n', "{}:2:3: the quote that opens here is never closed; close it, or write a quote inside a field twice"),
        ('unit,x\nA,1"2\n', "{}:2:4: a quote stands inside a field that does not begin with one; put the whole field in quotes and write the quote twice"),
        ('unit,x\nA,"1"2\n', "{}:2:6: a quoted field goes on after its closing quote; write a quote inside a field twice"),
        (b"\xff\xfea\0", "{}: the file is UTF-16; save it as UTF-8"),
        (b"unit,x\n\xff\xff\xff,1\n", "{}: byte 8 is neither UTF-8 nor GB18030; save the file as UTF-8, or give its encoding (--encoding cp1252)"),
    ],
    ids=["empty", "blank", "long row", "short row", "twice", "nameless", "open quote", "inner quote", "after quote", "utf-16", "bytes"],
)  # fmt: skip
def test_malformed_files(tmp_path: Path, data: str | bytes, text: str) -> None:
    name = write(tmp_path / "a.csv", data)
    with says(qx.FileError, text.format(name)):
        read_csv(name)


def test_nul_bytes(tmp_path: Path) -> None:
    name = write(tmp_path / "a.csv", b"unit,x\nA,\x001\n")
    with pytest.raises(qx.FileError, match=r"a.csv:2:3: .*NUL"):
        read_csv(name)


def test_a_million_columns(tmp_path: Path) -> None:
    name = write(tmp_path / "a.csv", ",".join(map(str, range(1_000_000))) + "\n" + ",".join(["1"] * 1_000_000) + "\n")
    text = "there are 1000000 columns; at most 100000; are units and indicators the wrong way round?"
    with says(qx.FileError, f"{name}:1: {text}"):
        read_csv(name)


def test_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    pd.DataFrame({"unit": ["A", "B"], "x": [1.0, None], "n": [1, 2]}).to_excel(path, index=False)
    table, remarks = read_table(path, ["x"])
    assert table == {"unit": ["A", "B"], "x": [1.0, None], "n": [1.0, 2.0]}
    assert remarks == []


def test_numbers_as_names_of_columns_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    pd.DataFrame({"unit": ["A"], 2010: [1.5]}).to_excel(path, index=False)
    assert read_table(path)[0].columns == ["unit", "2010"]


@pytest.mark.parametrize(("row", "column"), [(1, 1), (4, 3)])
def test_errors_in_a_workbook_are_no_missing_values(tmp_path: Path, row: int, column: int) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.create_sheet("first", 0)
    cells = [["unit", "x", "note"], ["A", "#DIV/0!", "#REF!"], ["B", "#N/A", ""], ["C", 2, ""], ["D", 3, ""]]
    for i, line in enumerate(cells):
        for j, x in enumerate(line):
            book.worksheets[0].cell(row + i, column + j, x)
    book.save(path)
    table, remarks = read_table(path, ["x"])
    assert remarks == [(str(path), "read the sheet 'first', and not 1 more sheet", 0)]
    assert table["x"] == ["#DIV/0!", None, 2, 3]
    with says(qx.DataError, "indicators/x/A: '#DIV/0!' is not a number; give a number, or leave the cell missing"):
        qx.compute(qx.group("w", ["x"]), table)
    book.worksheets[0].cell(row + 1, column + 1, 1)
    book.save(path)
    assert qx.compute(qx.group("w", ["x"]), read_table(path, ["x"])[0]).values[[0, 3], 0].tolist() == [0, 100]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([["a"]], "the sheet is empty; expected a header and rows"),
        ([["a", "a"], [1, 2]], "the column 'a' stands twice; give every column a name of its own"),
        ([["a", ""], [1, 2]], "column 2 has no name; give every column a name, and remove empty columns"),
    ],
)
def test_malformed_workbooks(tmp_path: Path, rows: list[list[Any]], text: str) -> None:
    path = tmp_path / "a.xlsx"
    pd.DataFrame(rows).to_excel(path, index=False, header=False)
    with says(qx.FileError, f"{path}/Sheet1: {text}"):
        read_table(path)


def test_files_that_are_none(tmp_path: Path) -> None:
    for suffix in ("csv", "xlsx", "parquet"):
        name = str(tmp_path / f"none.{suffix}")
        with says(qx.FileError, f"{name}: no such file or directory"):
            read_table(name)
    name = write(tmp_path / "a.xlsx", "text")
    with pytest.raises(qx.FileError, match="it is no workbook"):
        read_table(name)
    for data in ("text", b"PAR1" + bytes(300) + b"PAR1"):
        name = write(tmp_path / "a.parquet", data)
        with pytest.raises(qx.FileError, match=f"^{name}: it is no Parquet file .*; save it again as .parquet$"):
            read_table(name)
    with says(qx.FileError, "a.cvs: unknown kind of table '.cvs'; did you mean '.csv'?"):
        read_table("a.cvs")


def test_an_extra_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with says(qx.FileError, "python-calamine: it is not installed; pip install 'quindex[excel]'"):
        read_table(write(tmp_path / "a.xlsx", ""))
    monkeypatch.setitem(sys.modules, "yaml", None)
    with says(qx.FileError, "PyYAML: it is not installed; pip install 'quindex[yaml]'"):
        qx.read_spec(write(tmp_path / "a.yaml", "a: 1"))
