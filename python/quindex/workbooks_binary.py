"""Errors in cells of binary workbooks: .xls, as [MS-CFB] and [MS-XLS] have it, and .xlsb, as [MS-XLSB] has it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
NO_SECTOR = 0xFFFFFFFA  # and above: the end of a chain, or a sector that holds no data

BOUND_SHEET, BEGIN, END, CELL, FORMULAS = 0x0085, (0x0009, 0x0209, 0x0409, 0x0809), 0x000A, 0x0205, (6, 0x0206, 0x0406)
ROW_HEADER, CELL_ERROR, FORMULA_ERROR, BUNDLE_SHEET = 0, 3, 11, 156


def _text_of(code: int) -> str:
    return ERRORS.get(code, f"the error {code}")


def _chain(start: int, table: list[int]) -> Iterator[int]:
    """The sectors of a stream. Raises ValueError for a chain that goes in circles."""
    for _ in range(len(table) + 1):
        if start >= NO_SECTOR:
            return
        yield start
        start = table[start]
    raise ValueError("a chain of sectors has no end")


def _numbers(raw: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))


def workbook_stream(raw: bytes) -> bytes:
    """The stream of a compound file that holds the workbook. Raises KeyError where there is none."""
    size, small = 1 << struct.unpack_from("<H", raw, 30)[0], 1 << struct.unpack_from("<H", raw, 32)[0]
    directory, _, cutoff, few, _, more = struct.unpack_from("<6I", raw, 48)

    def sector(k: int) -> bytes:
        return raw[(k + 1) * size : (k + 2) * size]

    places = _numbers(raw[76:512])
    for _ in range(len(raw) // size):
        if more >= NO_SECTOR:
            break
        *own, more = _numbers(sector(more))
        places += own
    table = [n for k in places if k < NO_SECTOR for n in _numbers(sector(k))]

    def stream(start: int) -> bytes:
        return b"".join(map(sector, _chain(start, table)))

    entries = stream(directory)
    found = {}
    for at in range(0, len(entries), 128):
        name = entries[at : at + max(struct.unpack_from("<H", entries, at + 64)[0] - 2, 0)].decode("utf-16-le")
        found[name.lower()] = struct.unpack_from("<II", entries, at + 116)
    start, length = found.get("workbook") or found["book"]
    if length >= cutoff:
        return stream(start)[:length]
    short = stream(found["root entry"][0])
    return b"".join(short[k * small : (k + 1) * small] for k in _chain(start, _numbers(stream(few))))[:length]


def _records(raw: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(raw):
        kind, length = struct.unpack_from("<HH", raw, at)
        yield kind, raw[at + 4 : at + 4 + length]
        at += 4 + length


def xls_errors(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the errors in the first sheet. Charts, which stand inside it, have cells of their own."""
    starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(raw) if kind == BOUND_SHEET]
    depth = 0
    for kind, body in _records(raw, starts[0]):
        depth += (kind in BEGIN) - (kind == END)
        if depth == 0:
            return
        if depth == 1 and kind == CELL and body[7]:
            yield (*struct.unpack_from("<HH", body), _text_of(body[6]))
        elif depth == 1 and kind in FORMULAS and body[6] == 2 and body[12:14] == b"\xff\xff":
            yield (*struct.unpack_from("<HH", body), _text_of(body[8]))


def _parts(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Records of .xlsb: kind and length are written in groups of seven bits."""
    at = 0
    while at < len(raw):
        numbers = []
        for most in (2, 4):
            number = 0
            for k in range(most):
                byte, at = raw[at], at + 1
                number |= (byte & 0x7F) << 7 * k
                if byte < 0x80:
                    break
            numbers.append(number)
        kind, length = numbers
        yield kind, raw[at : at + length]
        at += length


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text that has its length before it, and where it ends."""
    end = at + 4 + 2 * struct.unpack_from("<I", body, at)[0]
    return body[at + 4 : end].decode("utf-16-le"), end


def xlsb_sheets(raw: bytes) -> dict[str, str]:
    """The link of each sheet, by its name."""
    out = {}
    for kind, body in _parts(raw):
        if kind == BUNDLE_SHEET:
            link, end = _text(body, 8)
            out[_text(body, end)[0]] = link
    return out


def xlsb_errors(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the errors in a sheet."""
    row = 0
    for kind, body in _parts(raw):
        if kind == ROW_HEADER:
            (row,) = struct.unpack_from("<I", body)
        elif kind in (CELL_ERROR, FORMULA_ERROR):
            yield row, struct.unpack_from("<I", body)[0], _text_of(body[8])
