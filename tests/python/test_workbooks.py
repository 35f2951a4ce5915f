"""Errors in cells of workbooks; .ods is written here, since its programs write them in different ways."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import quindex as qx
from conftest import says
from quindex.reading import read_table
from quindex.workbooks import error_cells

Cells = list[list[str | float | tuple[int, bool]]]  # texts, numbers, and codes of errors, by a formula or not
SHEET: Cells = [
    ["unit", "x", "y"],
    ["A", (0x07, False), 1],
    ["B", (0x17, True), 2],
    ["C", (0x2A, False), 3],
    ["D", (0x2A, True), 4],
    ["E", 5, (0x24, True)],
]


def write_ods(path: Path, error: str) -> None:
    """OpenDocument; `error` is what a cell with an error has besides what it shows, which differs by program."""
    shown = {0x07: "#DIV/0!", 0x17: "#REF!", 0x2A: "#N/A", 0x24: "Err:502"}
    rows = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    for line in SHEET:
        rows += '<table:table-row><table:table-cell table:number-columns-repeated="1"/>'
        for x in line:
            what, text = ('office:value-type="string"', x) if isinstance(x, str) else (error, "")
            if isinstance(x, tuple):
                text = shown[x[0]]
            elif not isinstance(x, str):
                what, text = f'office:value-type="float" office:value="{x}"', str(x)
            rows += f"<table:table-cell {what}><text:p>{text}</text:p></table:table-cell>"
        rows += "</table:table-row>"
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = "".join(f'xmlns:{n}="{oasis}:{n}:1.0" ' for n in ("office", "table", "text"))
    names += 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    table = f'<table:table table:name="S1">{rows}</table:table>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        text = f"<office:document-content {names}><office:body><office:spreadsheet>{table}"
        book.writestr("content.xml", f"{text}</office:spreadsheet></office:body></office:document-content>")
        book.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{oasis}:manifest:1.0"/>')


KINDS: dict[str, Callable[[Path], None]] = {
    "libreoffice.ods": lambda path: write_ods(
        path, 'office:value-type="string" office:string-value="" calcext:value-type="error" table:formula="of:=1/0"'
    ),
    "old.ods": lambda path: write_ods(path, 'office:value-type="float" office:value="0" table:formula="of:=1/0"'),
}


@pytest.mark.parametrize("kind", KINDS)
def test_errors_are_no_missing_values_and_no_zeros(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    KINDS[kind](path)
    table, remarks = read_table(path)
    assert table == {
        "unit": list("ABCDE"),
        "x": ["#DIV/0!", "#REF!", None, None, 5],
        "y": [1, 2, 3, 4, "Err:502"],
    }
    assert remarks == []
    with says(qx.DataError, "indicators/x/A: '#DIV/0!' is not a number; give a number, or leave the cell missing"):
        qx.compute(qx.group("w", ["x"]), table)


def test_where_errors_cannot_be_told_a_note_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ods"
    KINDS["old.ods"](path)
    monkeypatch.setattr("quindex.reading.error_cells", lambda name, sheet: None)
    what = "cells with errors such as #DIV/0! cannot be told from empty ones; save it as .xlsx to be sure"
    table, remarks = read_table(path)
    assert (table["x"][4], remarks) == (5, [(str(path), what, 0)])


def test_a_damaged_file_has_errors_that_cannot_be_told(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    KINDS["old.ods"](path)
    path.write_bytes(path.read_bytes().replace(b"</table:table-row>", b"</table:table_row>", 1))
    assert error_cells(str(path), "S1") is None


def test_errors_of_workbooks_that_are_no_text_cannot_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    with zipfile.ZipFile(tmp_path / "a.xlsb", "w") as book:
        book.writestr("xl/workbook.bin", b"")
    assert error_cells(str(tmp_path / "a.xls"), "S1") is None
    assert error_cells(str(tmp_path / "a.xlsb"), "S1") is None
