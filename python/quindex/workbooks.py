"""Cells of workbooks that hold an error of the spreadsheet, which its reader gives as empty or as 0."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO
from xml.etree import ElementTree

Cell = tuple[int, int, str]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError),
    *(LookupError, ValueError, OSError, EOFError, RuntimeError),  # what reading a damaged zip raises, too
)
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
SHOWN = re.compile(r"#(NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)|Err:[0-9]+")
SOME = re.compile(rf'"error"|>({SHOWN.pattern})<'.encode())  # looking for cells takes long, and few files have any


def error_cells(path: str, sheet: str) -> list[Cell] | None:
    """Row and column, counted from 0, and text of the cells of the first sheet such as #DIV/0!.

    None for a file in which they are not to be found, which is not to say that there are none: a damaged one, and .xls
    and .xlsb, which are no text.
    """
    try:
        with zipfile.ZipFile(path) as book:
            if "content.xml" in book.namelist():
                return list(_ods_errors(book, sheet))
            return list(_xlsx_errors(book, sheet))
    except DAMAGED:
        return None


def _place(book: zipfile.ZipFile, link: str | None) -> str:
    """The part of the file that a link of the workbook leads to. Raises KeyError where there is none."""
    links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    target = {each.get("Id"): each.get("Target", "") for each in links}[link]
    return str(PurePosixPath("xl") / target).removeprefix("/")


def _xlsx_errors(book: zipfile.ZipFile, sheet: str) -> Iterator[Cell]:
    names = {
        s.get("name"): s.get(LINK) for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    }
    place = _place(book, names[sheet])
    if b't="e"' in book.read(place):
        with book.open(place) as file:
            yield from _errors(file)


def _errors(file: IO[bytes]) -> Iterator[Cell]:
    for _, cell in ElementTree.iterparse(file):
        if cell.tag == f"{MAIN}c" and cell.get("t") == "e":
            yield (*_position(cell.get("r", "")), cell.findtext(f"{MAIN}v", ""))
        elif cell.tag == f"{MAIN}row":
            cell.clear()


def _position(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B2, counted from 0. Raises KeyError for anything else."""
    found = re.fullmatch(r"([A-Z]+)([0-9]+)", reference)
    if found is None:
        raise KeyError(reference)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _ods_errors(book: zipfile.ZipFile, sheet: str) -> Iterator[Cell]:
    """Errors of a sheet of OpenDocument, which has no cell of that type: what is shown tells, or LibreOffice's mark."""
    inside, i = False, 0
    if not SOME.search(book.read("content.xml")):
        return
    with book.open("content.xml") as file:
        for event, x in ElementTree.iterparse(file, ("start", "end")):
            if x.tag == f"{TABLE}table":
                inside = event == "start" and x.get(f"{TABLE}name") == sheet
            elif event == "end" and x.tag == f"{TABLE}table-row":
                times = int(x.get(f"{TABLE}number-rows-repeated", "1"))
                for j, text in _shown_errors(x) if inside else ():
                    yield from ((i + k, j, text) for k in range(times))
                i += times if inside else 0
                x.clear()


def _shown_errors(row: ElementTree.Element) -> Iterator[tuple[int, str]]:
    """Column and text of the cells of a row that show an error."""
    j = 0
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        text = "".join("".join(p.itertext()) for p in cell.findall(PARAGRAPH))
        if cell.get(KIND) == "error" or SHOWN.fullmatch(text):
            yield from ((j + k, text or "an error") for k in range(times))
        j += times
