"""Robustness runs in parts, stored and read back: the same whatever way they came about."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import DATA, UNITS, says
from test_robustness import VARY, frame_of


@pytest.fixture
def result(tree: qx.Node, df: pd.DataFrame) -> qx.Result:
    return qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(low=1)), df)


def test_nothing_depends_on_threads_or_parts(result: qx.Result) -> None:
    design = qx.robustness.Design(
        VARY, draws=999, seed=3, nodes=["wellbeing", "life"], pairs=True, central_weights=True
    )
    df = frame_of(DATA)
    whole = qx.robustness.run(result.spec, df, design)
    for threads in (2, 8):
        assert qx.robustness.run(result.spec, df, design, threads=threads).to_bytes() == whole.to_bytes()
    parts = [qx.robustness.run(result.spec, df, design, replicates=p) for p in ((500, 999), (0, 123), (123, 500))]
    assert not parts[0].is_complete
    merged = parts[0] + parts[1] + parts[2]
    assert merged == whole
    assert merged.to_bytes() == whole.to_bytes()
    assert merged.points.equals(whole.points)
    assert parts[1].points["replicate"].tolist() == list(range(123))


@pytest.mark.parametrize("part", [5, "ab", (1, 2, 3), (-3, 3), (0, 2.5), ("0", "5"), {0, 5}])
def test_a_part_is_two_whole_numbers(result: qx.Result, part: Any) -> None:
    with pytest.raises(qx.SpecError, match=r"^run.replicates: found .*; (write \(first, one past|give a whole number)"):
        result.robustness(VARY, draws=10, replicates=part)


def test_a_run_travels(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=100)
    again = pickle.loads(pickle.dumps(r))
    assert again == r
    assert again.ranks.equals(r.ranks)
    assert again.points.equals(r.points)  # the table has come along
    assert again.design == r.design
    read = qx.robustness.from_bytes(r.to_bytes(), result)
    assert read.ranks.equals(r.ranks)
    assert read.points.equals(r.points)
    with pytest.raises(qx.QuindexError):
        qx.robustness.from_bytes(r.to_bytes()[:-5], result)


def test_bytes_are_read_with_their_own_spec_table_and_design_alone(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=100, seed=1)
    data, hint = r.to_bytes(), "give the result of the spec and the table that were run, and its design"
    others = {
        "the units differ: number 1 was 'A', not 'D'": qx.compute(result.spec, frame_of(DATA).iloc[::-1]),
        "the units differ: there were 4, not 3": qx.compute(result.spec, frame_of(DATA).iloc[:3]),
        "the specs or the tables differ, though units and nodes are the same": qx.compute(
            result.spec, frame_of(DATA).replace(12.0, 12.5)
        ),
        "the frameworks differ: there were 5, not 3": qx.compute(
            qx.Spec(qx.group("index", ["income", "schooling"])), frame_of(DATA)
        ),
    }
    for why, other in others.items():
        with says(qx.SpecError, f"from_bytes: {why}; {hint}"):
            qx.robustness.from_bytes(data, other)
    ties = qx.compute(result.spec.replace(ties="average"), frame_of(DATA))
    with pytest.raises(qx.SpecError, match=r"^from_bytes: the specs or the tables differ"):
        qx.robustness.from_bytes(data, ties)
    with says(qx.SpecError, f"from_bytes: the designs differ: seed was 1, not 2; {hint}"):
        qx.robustness.from_bytes(data, result, design=r.design.replace(seed=2))
    with says(qx.SpecError, f"from_bytes: the designs differ: factors; draws was 100, not 50; {hint}"):
        qx.robustness.from_bytes(data, result.robustness({"weights": qx.vary.Noise()}, draws=50))
    assert qx.robustness.from_bytes(data, r) == qx.robustness.from_bytes(data, result, design=r.design) == r


def test_what_is_no_run_is_refused_by_name(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=20)
    assert qx.robustness.from_bytes(memoryview(r.to_bytes()), result) == r  # type: ignore[arg-type]
    with pytest.raises(qx.SpecError, match=r"^from_bytes.data: found a str; give what `to_bytes` has given"):
        qx.robustness.from_bytes("outcomes.bin", result)  # type: ignore[arg-type]
    with pytest.raises(qx.SpecError, match=r"^from_bytes.result: found a Spec; give the result of the spec and the"):
        qx.robustness.from_bytes(r.to_bytes(), result.spec)  # type: ignore[arg-type]


def test_parts_of_different_runs_do_not_add_up(result: qx.Result) -> None:
    first, other = (result.robustness(VARY, draws=100, seed=s, replicates=(0, 50)) for s in (1, 2))
    with pytest.raises(qx.SpecError):
        first + other
    with pytest.raises(qx.SpecError):
        first + first


def test_a_part_of_the_points_is_those_rows(result: qx.Result, monkeypatch: pytest.MonkeyPatch) -> None:
    vary = {**VARY, "normalise.low": (0, 5), "units": qx.vary.LeaveOutUnits()}
    design = qx.robustness.Design(vary, draws=60, largest_failure_share=1)
    r = qx.robustness.run(result.spec, frame_of(DATA), design)
    whole = r.points
    assert whole["normalise.low"].dtype == np.float64
    assert set(whole["units"]) == set(UNITS)
    assert r.points_of(10, 20).equals(whole.iloc[10:20].reset_index(drop=True))
    assert r.points_of(50, 60).equals(whole.iloc[50:].reset_index(drop=True))
    monkeypatch.setattr("quindex.robustness_points.PART", 7)  # found in parts, it is the same
    assert r.points.equals(whole)
    halves = [qx.robustness.run(result.spec, frame_of(DATA), design, replicates=p) for p in ((0, 10), (40, 60))]
    both = halves[0] + halves[1]
    assert both.points_of(5, 45)["replicate"].tolist() == [*range(5, 10), *range(40, 45)]
    with says(
        qx.SpecError,
        "points_of: no replicate from 10 to the one before 40 has been counted; there are 0 to 9, 40 to 59",
    ):
        both.points_of(10, 40)
