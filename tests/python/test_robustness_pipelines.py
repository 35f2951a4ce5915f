"""Whole pipelines varied on real data have the bits that C++ has: the golden tests read the same files."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

import pytest
import quindex as qx
from conftest import reference

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests/golden/data/robustness"
COLUMNS = ("nominal", "mean_rank", "lowest", "highest", "mean_score", "sd_score", "first")
HIDDEN = 29  # every so manyth cell of the cities, row by row


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def human_development() -> dict[str, Any]:
    data = rows(ROOT / "tests/golden/data/hdi/inputs.csv")
    own = [r for r in data if r["year"] == "2022" and not r["iso3"].startswith("ZZ")]
    columns = {c: [float(r[c]) if r[c] else None for r in own] for c in own[0] if c not in ("iso3", "year")}
    errors = {"le_error": [0.5] * len(own), "mys_error": [0.2] * len(own)}
    return {
        "data": {"iso3": [r["iso3"] for r in own], **columns, **errors},
        "errors": {"le": "le_error", "mys": "mys_error"},
    }


def cities() -> dict[str, Any]:
    path = reference("indices/yangtze41_2024/inputs.csv")
    data = rows(path)
    codes = [c for c in data[0] if "|" in c]
    n = len(codes)
    cells = {
        code: [None if (i * n + j) % HIDDEN == HIDDEN - 1 else float(r[code]) for i, r in enumerate(data)]
        for j, code in enumerate(codes)
    }
    rounding = [0.005 / math.sqrt(3.0)] * len(data)  # of two decimals
    errors = {f"{code} error": rounding for code in codes}
    return {
        "data": {"city": [r["city"] for r in data], **cells, **errors},
        "errors": {code: f"{code} error" for code in codes},
    }


def counted(r: qx.Robustness) -> list[dict[str, str]]:
    """What is compared, as it is committed."""
    ranks, scores = (r._handle.spread("", of, 0.95) for of in ("rank", "score"))
    found = {
        "nominal": ranks["nominal"],
        "mean_rank": ranks["mean"],
        "lowest": ranks["lowest"],
        "highest": ranks["highest"],
        "mean_score": scores["mean"],
        "sd_score": scores["sd"],
        "first": r._handle.acceptability("")[1][:, 0],
    }
    return [{"unit": u, **{c: text(found[c][i]) for c in COLUMNS}} for i, u in enumerate(r.units)]


def text(x: float) -> str:
    return "" if math.isnan(x) else str(int(x)) if x == int(x) else float(x).hex()


@pytest.mark.parametrize(("name", "table"), [("hdi_2022", human_development), ("yangtze41_2024", cities)])
def test_counts_have_the_committed_bits(name: str, table: Any) -> None:
    spec, given = qx.read_spec(CASES / f"{name}_spec.json"), table()
    r = qx.robustness.run(spec, given["data"], CASES / f"{name}_design.json", errors=given["errors"], threads=2)
    assert counted(r) == rows(CASES / f"{name}.csv")
    # Every replicate is accounted for.
    assert r.is_complete
    assert len(r.points) == r.done == r.design.draws
    assert sum(r.points["failed"]) == len(r.failures)
    for one in (0, r.design.draws - 1):
        scores = r.replicate(one).values[:, 0]
        here = r._handle.kept("")[one]
        assert scores[~_isnan(scores)].tolist() == here[~_isnan(here)].tolist()


def _isnan(x: Any) -> Any:
    return x != x


if __name__ == "__main__":  # writes the committed files: only after looking why they changed
    for name, table in (("hdi_2022", human_development), ("yangtze41_2024", cities)):
        given = table()
        found = qx.robustness.run(
            qx.read_spec(CASES / f"{name}_spec.json"),
            given["data"],
            CASES / f"{name}_design.json",
            errors=given["errors"],
        )
        with (CASES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ("unit", *COLUMNS), lineterminator="\n")
            writer.writeheader()
            writer.writerows(counted(found))
