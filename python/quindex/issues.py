"""All that is wrong, at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from quindex.arrays import Native
from quindex.show import html_table


class Issue(NamedTuple):
    """One thing that is wrong: where, what, and what would be right."""

    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        return (f"{self.where}: " if self.where else "") + self.what + (f"; {self.hint}" if self.hint else "")


class Issues(list[Issue]):
    """A list of what is wrong; empty when nothing is."""

    def __init__(self, issues: Iterable[Issue], native: Native) -> None:
        super().__init__(issues)
        self._native = native

    def to_frame(self) -> Any:
        """A row per issue: where, what, hint."""
        return self._native.plain({name: [getattr(i, name) for i in self] for name in Issue._fields})

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "nothing is wrong"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(Issue._fields, [[i[k] for i in self] for k in range(3)]) if self else str(self)
