"""Tables as people read them: aligned text and HTML."""

from __future__ import annotations

import html
import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any


def width(text: str) -> int:
    """How many places of a fixed-width font a text takes; Chinese characters take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def counted(n: int, what: str) -> str:
    """So many of something: 1 unit, 2,000 units."""
    return f"{n:,} {what}{'' if n == 1 else 's'}"


def decimals(numbers: Iterable[Any]) -> int:
    """Decimals that show about four digits of the largest number, and none when all are whole."""
    shown = [abs(x) for x in numbers if isinstance(x, int | float) and math.isfinite(x)]
    if all(x == int(x) for x in shown):
        return 0
    largest = max(shown)
    return 1 if largest >= 100 else 2 if largest >= 10 else 3 if largest >= 1 else 4


def text_of(x: Any, places: int | None = None) -> str:
    """One cell: missing is a dot."""
    if x is None or (isinstance(x, float) and math.isnan(x)):
        return "."
    if isinstance(x, float) and places is not None:
        return f"{x:.{places}f}"
    return str(x)


def cells_of(columns: Sequence[Sequence[Any]]) -> list[list[str]]:
    """The texts of every column, the decimals of a column being the same."""
    out = []
    for column in columns:
        places = decimals(column)
        out.append([text_of(x, places) for x in column])
    return out


def is_text(column: Sequence[Any]) -> bool:
    """Is it a column of texts, which are aligned to the left?"""
    return any(isinstance(x, str) for x in column)


def text_table(names: Sequence[str], columns: Sequence[Sequence[Any]]) -> str:
    """Aligned columns under their names."""
    lines: list[list[str]] = []
    for name, column, cells in zip(names, columns, cells_of(columns), strict=True):
        every = [name, *cells]
        space = max(width(c) for c in every)
        left = is_text(column)
        padded = [(c, " " * (space - width(c))) for c in every]
        lines.append([c + pad if left else pad + c for c, pad in padded])
    return "\n".join("  ".join(row).rstrip() for row in zip(*lines, strict=True))


def html_table(names: Sequence[str], columns: Sequence[Sequence[Any]], caption: str = "") -> str:
    """The same as an HTML table."""
    sides = ["left" if is_text(column) else "right" for column in columns]

    def row(cells: Iterable[str], tag: str) -> str:
        parts = (
            f'<{tag} style="text-align:{side}">{html.escape(c)}</{tag}>' for c, side in zip(cells, sides, strict=True)
        )
        return f"<tr>{''.join(parts)}</tr>"

    body = "".join(row(cells, "td") for cells in zip(*cells_of(columns), strict=True))
    title = f"<caption>{html.escape(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead>{row(names, 'th')}</thead><tbody>{body}</tbody></table>"


def spec_html(framework: str, choices: Sequence[tuple[str, str]]) -> str:
    """A framework and the choices of a spec."""
    rows = "".join(f"<tr><th>{slot}</th><td><code>{html.escape(text)}</code></td></tr>" for slot, text in choices)
    return f"{framework}<table>{rows}</table>"
