"""Pipelines that mix many methods have the bits that C++ has: the golden tests read the same files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import quindex as qx
from conftest import reference

ROOT = Path(__file__).resolve().parents[2]
MIXED = ROOT / "tests/golden/data/mixed"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "inputs"),
    [
        ("cms_2021", lambda: ROOT / "tests/golden/data/cms_2021/inputs.csv"),
        ("yangtze41_2024", lambda: reference("indices/yangtze41_2024/inputs.csv")),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
@pytest.mark.parametrize("threads", [1, 2])
def test_scores_of_groups_have_the_committed_bits(name: str, inputs: Callable[[], Path], threads: int) -> None:
    spec = qx.read_spec(MIXED / f"{name}.json")
    data, expected = rows(inputs()), rows(MIXED / f"{name}.csv")
    unit = next(iter(expected[0]))
    columns = {c: [float(r[c]) if r[c] else None for r in data] for c in spec.nodes["indicators"]}
    result = qx.compute(spec, {unit: [r[unit] for r in data], **columns}, unit=unit, threads=threads)
    assert result.units == [r[unit] for r in expected]
    for group in spec.nodes["groups"]:
        scores = result.values[:, result.nodes.index(group)]
        assert [float(s).hex() for s in scores] == [r[group] for r in expected]
