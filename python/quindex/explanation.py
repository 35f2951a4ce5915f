"""One unit from its raw values to its score."""

from __future__ import annotations

from typing import Any

from quindex import _core
from quindex.arrays import Native
from quindex.show import html_table

NAMES = ("node", "raw", "prepared", "how", "score", "weight", "contribution", "rank")


class Explanation:
    """How the score of one unit came about; prints as indented text, a node a line."""

    __slots__ = ("_native", "_rows", "_text", "unit")

    def __init__(self, unit: str, result: _core.Result, native: Native) -> None:
        self.unit = unit
        self._rows = result.explain(unit)
        self._text = result.explanation(unit)
        self._native = native

    def __str__(self) -> str:
        return f"{self.unit}\n{self._text}".rstrip()

    __repr__ = __str__

    def to_frame(self) -> Any:
        """A row per node: raw and prepared value, how the score was made, the score, its weight and rank."""
        names = ("node", "depth", *NAMES[1:])
        return self._native.plain({name: [row[name] for row in self._rows] for name in names})

    def _repr_html_(self) -> str:
        columns: list[list[Any]] = [[row[name] for row in self._rows] for name in NAMES]
        columns[0] = [" " * 4 * row["depth"] + row["node"] for row in self._rows]
        return html_table(NAMES, columns, self.unit)
