"""Tables from files: CSV, Excel and Parquet."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from quindex import _core
from quindex.columns import Columns, label
from quindex.data import Note
from quindex.errors import FileError, of_system
from quindex.files import extra
from quindex.frames import read_parquet
from quindex.show import counted
from quindex.workbooks import error_cells

TEXTS = (".csv", ".tsv", ".txt")
BOOKS = (".xlsx", ".xls", ".xlsb", ".ods")
MOST_COLUMNS = 100_000


def read_table(
    path: str | PathLike[str], numbers: Iterable[str] = (), encoding: str | None = None
) -> tuple[Any, list[Note]]:
    """The table in a file, and what is worth knowing about it; `numbers` are numeric columns of a text."""
    name = fspath(path)
    suffix = Path(name).suffix.lower()
    if suffix in TEXTS:
        columns, remarks = read_csv(name, encoding)
        wanted = set(numbers)
        return Columns({n: _numbers(c) if n in wanted else c for n, c in columns.items()}), remarks
    if suffix in BOOKS:
        return _read_book(name)
    if suffix == ".parquet":
        extra("pyarrow", "pyarrow", "parquet")
        _bytes(name)
        return read_parquet(name), []
    hint = _core.did_you_mean(suffix, [*TEXTS, *BOOKS, ".parquet"])
    raise FileError.about(name, f"unknown kind of table {suffix!r}", hint, suffix)


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as e:
        raise of_system(name, e) from None


def read_csv(path: str | PathLike[str], encoding: str | None = None) -> tuple[Columns, list[Note]]:
    """Columns of texts; the first line tells what parts them: , ; or tab.

    Without an encoding a text is UTF-8, or GB18030 when it is not UTF-8 and looks Chinese: when most of its
    characters beyond ASCII are common Chinese ones. A note says so then. Anything else is an error.
    """
    name = fspath(path)
    raw = _bytes(name)
    text, remarks = _decoded(raw, name) if encoding is None else (_decoded_as(raw, name, encoding), [])
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    if first.count(delimiter) >= MOST_COLUMNS:
        what = f"there are {first.count(delimiter) + 1} columns"
        hint = f"at most {MOST_COLUMNS}; are units and indicators the wrong way round?"
        raise FileError.about(f"{name}:1", what, hint)
    return Columns(_core.parse_csv(text, name, delimiter)), remarks


def _decoded(raw: bytes, name: str) -> tuple[str, list[Note]]:
    """The text of a file that does not say how it is encoded, and a note where that was guessed."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FileError.about(name, "the file is UTF-16", "save it as UTF-8")
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as e:
        hint = "save the file as UTF-8, or give its encoding (--encoding cp1252)"
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            what = f"byte {e.start + 1} is neither UTF-8 nor GB18030"
            raise FileError.about(name, what, hint) from None
        if not _looks_chinese(text):
            what = f"byte {e.start + 1} is not UTF-8, and as GB18030 the text does not look Chinese"
            raise FileError.about(name, what, hint) from None
        return text, [(name, "read as GB18030", 0)]


def _decoded_as(raw: bytes, name: str, encoding: str) -> str:
    """The text of a file in the encoding that its user names."""
    try:
        return codecs.lookup(encoding).decode(raw)[0].removeprefix("\ufeff")
    except (LookupError, ValueError, TypeError) as e:
        if isinstance(e, UnicodeDecodeError):
            raise FileError.about(name, f"byte {e.start + 1} is not {encoding}", "give its encoding") from None
        hint = "write one such as utf-8, gb18030 or cp1252"
        raise FileError.about("encoding", f"there is no {encoding!r}", hint, encoding) from None


def _looks_chinese(text: str) -> bool:
    """Are most characters beyond ASCII in rows 1, 3 (signs) or 16 to 55 (common characters) of GB 2312?

    By chance few are in texts of other languages: letters with accents pair with letters without any.
    """
    beyond = [c for c in text if ord(c) > 127]
    rows = [(c.encode("gb2312", "ignore") or b"\0")[0] - 0xA0 for c in beyond]
    return 2 * sum(row in (1, 3) or 16 <= row <= 55 for row in rows) > len(rows)


def _numbers(column: list[str]) -> list[float | str | None]:
    """Numbers where there are such; what is none stays a text, to be named with its row and column."""
    missing = set(_core.MISSING_WORDS)
    out: list[float | str | None] = []
    for text in column:
        found = None if text.strip() in missing else _core.number_in(text)
        out.append(text if isinstance(found, tuple) else found)
    return out


def _put_errors(rows: list[list[Any]], name: str, sheet: Any) -> list[Note]:
    """Puts back errors such as #DIV/0!, which are no missing values; only #N/A means that there is none."""
    found = error_cells(name, sheet.name)
    if found is None:
        what = "cells with errors such as #DIV/0! cannot be told from empty ones; save it as .xlsx to be sure"
        return [(name, what, 0)]
    top, left = sheet.start or (0, 0)
    for i, j, text in found:
        if top <= i < top + len(rows) and left <= j < left + len(rows[0]):
            rows[i - top][j - left] = "" if text == "#N/A" else text
    return []


def _read_book(name: str) -> tuple[Columns, list[Note]]:
    """The first sheet of a workbook, whose first row has the names of the columns; a note where there are more."""
    calamine = extra("python_calamine", "python-calamine", "excel")
    _bytes(name)
    try:
        book = calamine.CalamineWorkbook.from_path(name)
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python()
        remarks = _put_errors(rows, name, sheet)
    except calamine.CalamineError as e:
        raise FileError.about(name, f"it is no workbook ({e})", "save it again as .xlsx") from None
    if len(rows) < 2:
        raise FileError.about(f"{name}/{sheet.name}", "the sheet is empty", "expected a header and rows")
    header = [label(cell).strip() for cell in rows[0]]
    for j, title in enumerate(header):
        if not title:
            hint = "give every column a name, and remove empty columns"
            raise FileError.about(f"{name}/{sheet.name}", f"column {j + 1} has no name", hint)
        if title in header[:j]:
            hint = "give every column a name of its own"
            raise FileError.about(f"{name}/{sheet.name}", f"the column {title!r} stands twice", hint)
    body = [row for row in rows[1:] if any(cell != "" for cell in row)]
    others = len(book.sheet_names) - 1
    if others:
        remarks.append((name, f"read the sheet {sheet.name!r}, and not {counted(others, 'more sheet')}", 0))
    return Columns({t: [None if row[j] == "" else row[j] for row in body] for j, t in enumerate(header)}), remarks
