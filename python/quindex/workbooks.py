"""Cells of workbooks that hold an error of the spreadsheet, which its reader gives as empty."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def error_cells(path: str, sheet: str) -> Iterator[tuple[int, int, str]]:
    """Row and column, counted from 0, and text of the cells of an .xlsx sheet such as #DIV/0!; none of other files."""
    try:
        with zipfile.ZipFile(path) as book:
            place = _place(book, sheet)
            if b't="e"' in book.read(place):
                with book.open(place) as file:
                    yield from _errors(file)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return


def _place(book: zipfile.ZipFile, sheet: str) -> str:
    """The part of the file that holds the sheet. Raises KeyError where there is none."""
    names = {
        s.get("name"): s.get(LINK) for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    }
    links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    target = {link.get("Id"): link.get("Target", "") for link in links}[names[sheet]]
    return str(PurePosixPath("xl") / target).removeprefix("/")


def _errors(file: IO[bytes]) -> Iterator[tuple[int, int, str]]:
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
