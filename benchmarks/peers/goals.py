"""Lines of the published tables: what was measured, the goals, and whether all of them are reached."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

HEAD = (
    "| goal | what | size | ns a cell | against the machine | against peers | reached |",
    "|---|---|---|---:|---|---|---|",
)


@dataclass(frozen=True)
class Figure:
    """A number that was measured, as it is written, and the goal that is written behind it, where there is one.

    Without a text the goal stands alone: the number is in another column.
    """

    text: str
    value: float
    least: float | None = None
    most: float | None = None
    rest: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached, before any rounding; None without a goal."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        goals = [f"{sign} {x:,g}" for sign, x in (("≥", self.least), ("≤", self.most)) if x is not None]
        words = [self.text] if self.text else []
        words += [f"({goal})" if self.text else goal for goal in goals]
        return " ".join(words) + self.rest


def times_faster(peer: str, ratio: float, least: float | None = None, *, digits: int = 1) -> Figure:
    """How many times as long a peer takes."""
    return Figure(f"{peer} {ratio:,.{digits}f}×", ratio, least=least)


def verdict(figures: Sequence[Figure]) -> str:
    """Whether every figure that has a goal reaches it; a dash where none has one."""
    judged = [f.reached for f in figures if f.reached is not None]
    return "–" if not judged else "yes" if all(judged) else "no"


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    goal: str
    work: str
    size: str
    ours: float  # nanoseconds a cell
    limits: list[Figure] = field(default_factory=list)  # against the machine
    peers: list[Figure] = field(default_factory=list)

    def __str__(self) -> str:
        limits, peers = (", ".join(str(f) for f in figures) for figures in (self.limits, self.peers))
        reached = verdict([*self.limits, *self.peers])
        return f"| {self.goal} | {self.work} | {self.size} | {self.ours:.2f} | {limits} | {peers} | {reached} |"


def table(rows: Sequence[Row]) -> str:
    """The table in Markdown, by goal."""
    return "\n".join([*HEAD, *(str(row) for row in sorted(rows, key=lambda row: int(row.goal[1:])))])


def size_text(n: int, m: int) -> str:
    return f"{n:,}×{m}"


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()
