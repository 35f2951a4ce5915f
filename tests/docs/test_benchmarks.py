"""The published tables of benchmarks: every printed goal is judged, and every goal is said in words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/benchmarks.md").read_text(encoding="utf-8")
sys.path.insert(0, str(ROOT / "benchmarks/peers"))

from goals import Figure, Row, table, verdict  # noqa: E402

NUMBER = r"[\d,]+(?:\.\d+)?"


def judged_lines() -> Iterator[dict[str, str]]:
    """The lines of all tables with a column "reached", by name of column."""
    names: list[str] = []
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]
        if not line.startswith("|"):
            names = []
        elif not names:
            names = cells
        elif "reached" in names and not set(line) <= set("|-:"):
            yield dict(zip(names, cells, strict=True))


def number(text: str) -> float:
    return float(text.replace(",", ""))


def printed(line: dict[str, str]) -> Iterator[tuple[float, str, float]]:
    """Every printed figure that has a goal: the figure, ≥ or ≤, and the goal."""
    for name, cell in line.items():
        if name == "what":
            continue
        for found, sign, goal in re.findall(rf"({NUMBER})[^|,(\d]*\(([≥≤]) ({NUMBER})\)", cell):
            yield number(found), sign, number(goal)
        for sign, goal in re.findall(rf"^([≥≤]) ({NUMBER}) ns$", cell):
            yield number(line["ns a cell"]), sign, number(goal)


def test_every_printed_goal_is_judged() -> None:
    lines = list(judged_lines())
    assert len(lines) > 80
    for line in lines:
        goals = list(printed(line))
        assert len(goals) == sum(cell.count("≥") + cell.count("≤") for name, cell in line.items() if name != "what")
        apart = [x - goal if sign == "≥" else goal - x for x, sign, goal in goals]
        if not goals:
            allowed = {"–"}
        elif min(apart) < 0:
            allowed = {"no"}
        else:  # a figure that is rounded to its goal may be on either side of it
            allowed = {"yes", "no"} if 0 in apart else {"yes"}
        assert line["reached"] in allowed, line


def test_every_goal_is_said_in_words() -> None:
    used = set(re.findall(r"\bP\d+\b", PAGE))
    section = PAGE.partition("## The goals")[2].partition("\n## ")[0]
    assert used == set(re.findall(r"^\| (P\d+) \| \w", section, re.M))
    assert used == set(re.findall(r"\bP\d+\b", PAGE.replace(section, "")))


@pytest.mark.parametrize(
    ("figures", "reached"),
    [
        ([], "–"),
        ([Figure("0.3 of copying", 0.3)], "–"),
        ([Figure("numpy 9.4×", 9.4, least=9)], "yes"),
        ([Figure("numpy 9.4×", 9.4, least=9), Figure("0.3 of copying", 0.3)], "yes"),
        ([Figure("numpy 9.4×", 9.4, least=9), Figure("3.6 × complete", 3.6, most=3.5)], "no"),
        ([Figure("numpy 9.0×", 8.96, least=9)], "no"),
    ],
)
def test_a_line_reaches_its_goals_when_all_figures_do(figures: list[Figure], reached: str) -> None:
    assert verdict(figures) == reached


def test_a_line_prints_every_goal_beside_its_figure() -> None:
    ranks = Row("P2", "ranks", "51×49", 9.5, [Figure("", 9.5, most=9, rest=" ns")], [Figure("pandas 6×", 6, least=4)])
    sums = Row("P10", "sum", "51×49", 1.0, [Figure("math.fsum 1,600×", 1600, least=1500, rest=", same bits")])
    assert table([sums, ranks]).splitlines()[2:] == [
        "| P2 | ranks | 51×49 | 9.50 | ≤ 9 ns | pandas 6× (≥ 4) | no |",
        "| P10 | sum | 51×49 | 1.00 | math.fsum 1,600× (≥ 1,500), same bits |  | yes |",
    ]
