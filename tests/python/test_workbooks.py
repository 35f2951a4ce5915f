"""Errors in cells of .xls, .xlsb and .ods, whose files are written here byte by byte."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import quindex as qx
from conftest import says
from quindex.reading import read_table
from quindex.workbooks import error_cells

Cells = list[list[str | float | tuple[int, bool]]]  # texts, numbers, and codes of errors, by a formula or not
TOP, LEFT = 2, 1  # where the table begins
SHEET: Cells = [
    ["unit", "x", "y"],
    ["A", (0x07, False), 1],
    ["B", (0x17, True), 2],
    ["C", (0x2A, False), 3],
    ["D", (0x2A, True), 4],
    ["E", 5, (0x24, True)],
]


def cells() -> list[tuple[int, int, str | float | tuple[int, bool]]]:
    return [(TOP + i, LEFT + j, x) for i, row in enumerate(SHEET) for j, x in enumerate(row)]


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def begin(what: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, what, 0, 0, 0, 0))


def biff() -> bytes:
    """The stream of an .xls workbook; a chart stands in its sheet, with an error of its own."""
    end = record(0x000A, b"")
    sheet = begin(0x0010)
    for i, j, x in cells():
        at = struct.pack("<HHH", i, j, 0)
        if isinstance(x, str):
            sheet += record(0x0204, at + struct.pack("<HB", len(x), 0) + x.encode())
        elif not isinstance(x, tuple):
            sheet += record(0x0203, at + struct.pack("<d", x))
        elif x[1]:
            sheet += record(
                0x0006, at + bytes([2, 0, x[0], 0, 0, 0, 255, 255]) + struct.pack("<HIH", 0, 0, 2) + b"\x1c\7"
            )
        else:
            sheet += record(0x0205, at + bytes([x[0], 1]))
    sheet += begin(0x0020) + record(0x0205, struct.pack("<HHHBB", TOP + 5, LEFT + 1, 0, 7, 1)) + end + end
    head = begin(0x0005)
    start = len(head) + 4 + 8 + 2 + len(end)
    return head + record(0x0085, struct.pack("<IBBBB", start, 0, 0, 2, 0) + b"S1") + end + sheet


def entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    tree = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", len(raw), kind, 1)
        + tree
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def write_xls(path: Path, *, is_small: bool = False) -> None:
    """A compound file: table of sectors, directory, and the stream in sectors of 512 bytes or, if small, of 64."""
    stream, last, none = biff(), 0xFFFFFFFE, 0xFFFFFFFF
    stream = stream if is_small else stream.ljust(4096, b"\0")
    body = stream + bytes(-len(stream) % 512)
    n = len(body) // 512
    table = [0xFFFFFFFD, last, *range(3, n + 2), last]
    few = [*range(1, -(-len(stream) // 64)), last]
    if is_small:
        table.append(last)
        body += struct.pack(f"<{len(few)}I", *few).ljust(512, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    minis = (n + 2, 1) if is_small else (last, 0)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, *minis, last, 0) + struct.pack("<109I", 0, *[none] * 108)
    root = entry("Root Entry", 5, 2 if is_small else last, n * 512 if is_small else 0, 1)
    directory = root + entry("Workbook", 2, 0 if is_small else 2, len(stream)) + bytes(256)
    path.write_bytes(header + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + directory + body)


def part(kind: int, body: bytes = b"") -> bytes:
    """A record of .xlsb."""
    out = b""
    for number in (kind, len(body)):
        while number >= 0x80:
            out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
        out += bytes([number])
    return out + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def write_xlsb(path: Path) -> None:
    size = struct.pack("<IIII", TOP, TOP + len(SHEET) - 1, LEFT, LEFT + 2)
    sheet, row = part(129) + part(148, size) + part(145), -1
    for i, j, x in cells():
        if i != row:
            row = i
            sheet += part(0, struct.pack("<IIHBBBI", i, 0, 300, 0, 0, 0, 0))
        at = struct.pack("<II", j, 0)
        if isinstance(x, str):
            sheet += part(6, at + wide(x))
        elif not isinstance(x, tuple):
            sheet += part(5, at + struct.pack("<d", x))
        elif x[1]:
            sheet += part(11, at + bytes([x[0]]) + struct.pack("<HI", 0, 2) + b"\x1c\7" + bytes(4))
        else:
            sheet += part(3, at + bytes([x[0]]))
    bundle = part(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("S1"))
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    rels = f'<Relationships xmlns="{links}"><Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.bin", part(131) + part(143) + bundle + part(144) + part(132))
        book.writestr("xl/_rels/workbook.bin.rels", rels + "</Relationships>")
        book.writestr("xl/worksheets/sheet1.bin", sheet + part(146) + part(130))


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
    "xls": write_xls,
    "small.xls": lambda path: write_xls(path, is_small=True),
    "xlsb": write_xlsb,
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
    last = "Err:502" if kind.endswith("ods") else "#NUM!"
    assert table == {
        "unit": list("ABCDE"),
        "x": ["#DIV/0!", "#REF!", None, None, 5],
        "y": [1, 2, 3, 4, last],
    }
    assert remarks == []
    with says(qx.DataError, "indicators/x/A: '#DIV/0!' is not a number; give a number, or leave the cell missing"):
        qx.compute(qx.group("w", ["x"]), table)


def test_where_errors_cannot_be_told_a_note_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsb"
    write_xlsb(path)
    monkeypatch.setattr("quindex.workbooks.binary.xlsb_sheets", lambda raw: {"another": "rId1"})
    what = "cells with errors such as #DIV/0! cannot be told from empty ones; save it as .xlsx to be sure"
    table, remarks = read_table(path)
    assert (table["x"], remarks) == ([None, None, None, None, 5], [(str(path), what, 0)])


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("xls", b"\x85\0\x0a\0", b"\x86\0\x0a\0"),  # no sheet
        ("small.xls", b"W\0o\0r\0k", b"V\0o\0r\0k"),  # no workbook
        ("xlsb", b"PK\1\2\x14\3\x14\0\0\0\0\0", b"PK\1\2\x14\3\x14\0\0\0\x63\0"),  # an unknown compression
        ("old.ods", b"</table:table-row>", b"</table:table_row>"),
    ],
)
def test_damaged_files_have_errors_that_cannot_be_told(tmp_path: Path, kind: str, old: bytes, new: bytes) -> None:
    path = tmp_path / f"a.{kind}"
    KINDS[kind](path)
    raw = path.read_bytes()
    assert old in raw
    path.write_bytes(raw.replace(old, new))
    assert error_cells(str(path), "S1") is None
