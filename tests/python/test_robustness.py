"""Robustness from Python: what varies, what comes out, in which frames, and that nothing depends on how it was run."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import DATA, UNITS, column, says

VARY = {"weights": qx.vary.Noise(spread=0.5), "aggregate": ["arithmetic_mean", "geometric_mean"]}


@pytest.fixture
def result(tree: qx.Node, df: pd.DataFrame) -> qx.Result:
    return qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(low=1)), df)


def test_ranks_and_scores_have_a_row_per_unit(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=200, seed=7)
    assert r.ranks.index.equals(result.ranks.index)
    names = ["nominal", "mean", "sd", "lowest", "low", "median", "high", "highest"]
    assert list(r.ranks.columns) == list(r.scores.columns) == names
    assert r.ranks["nominal"].tolist() == result.ranks["wellbeing"].tolist()
    assert r.scores["nominal"].tolist() == result.scores["wellbeing"].tolist()
    for frame in (r.ranks, r.scores):
        for low, high in pairwise(names[3:]):
            assert (frame[low] <= frame[high]).all()
    assert (r.done, r.is_complete, r.node, r.nodes, r.units) == (200, True, "wellbeing", ["wellbeing"], UNITS)


def test_counts_are_those_of_every_replicate_on_its_own(result: qx.Result) -> None:
    """The whole against one computation after the other, by the table of the design."""
    design = {
        "normalise.low": [0.0, 1.0, 10.0],
        "aggregate": {qx.aggregate.ArithmeticMean(): 0.25, qx.aggregate.HarmonicMean(): 0.75},
    }
    r = qx.robustness.run(result.spec.replace(ties="average"), frame_of(DATA), design)
    points = r.points
    assert list(points.columns) == ["replicate", "normalise.low", "aggregate", "failed"]
    assert set(points["normalise.low"]) == {0.0, 1.0, 10.0}
    ranks = []
    for low, method in zip(points["normalise.low"], points["aggregate"], strict=True):
        spec = r.spec.replace(normalise=qx.normalise.MinMax(low=low), aggregate=method)
        ranks.append(qx.compute(spec, frame_of(DATA)).ranks["wellbeing"].to_numpy())
    each = np.array(ranks)
    bins = [float(name) for name in r.acceptability.columns]
    assert bins == [1, 1.5, 2, 2.5, 3, 3.5, 4]
    assert (r.acceptability.to_numpy() == np.array([(each == b).mean(axis=0) for b in bins]).T).all()
    assert r.ranks["mean"].to_numpy() == pytest.approx(each.mean(axis=0), rel=1e-15)
    assert r.ranks["sd"].to_numpy() == pytest.approx(each.std(axis=0, ddof=1), rel=1e-12)
    low, high = np.quantile(each, [0.025, 0.975], axis=0)
    assert r.intervals().to_numpy() == pytest.approx(np.column_stack([low, high]))
    assert r.quantiles([0.1, 0.5]).to_numpy() == pytest.approx(np.quantile(each, [0.1, 0.5], axis=0).T)
    assert r.top(2)["top 2"].to_numpy() == pytest.approx((each <= 2).mean(axis=0))
    ahead = (each[:, :, None] < each[:, None, :]).mean(axis=0)
    assert r.beats.to_numpy() == pytest.approx(ahead)
    nominal = r.ranks["nominal"].to_numpy()
    assert r.shift["shift"].to_numpy() == pytest.approx(np.abs(each - nominal).mean(axis=1))
    assert r.summary()["mean_shift"].iloc[0] == pytest.approx(np.abs(each - nominal).mean())
    assert abs((points["aggregate"] == "harmonic_mean").mean() - 0.75) < 5 * np.sqrt(0.75 * 0.25 / 1000)


def frame_of(data: dict[str, list[float]]) -> pd.DataFrame:
    return pd.DataFrame(data, index=pd.Index(UNITS, name="country"))


def test_frames_are_of_the_library_that_came_in(
    result: qx.Result, frame: Callable[[list[str], dict[str, Any]], Any]
) -> None:
    r = qx.robustness.run(result.spec, frame(UNITS, DATA), qx.robustness.Design(VARY, draws=50, pairs=True))
    kind = type(qx.compute(result.spec, frame(UNITS, DATA)).scores)
    for found in (r.ranks, r.scores, r.acceptability, r.beats, r.top(1), r.points, r.shift, r.failures, r.summary()):
        assert type(found) is kind
    if kind is not pd.DataFrame:
        assert column(r.ranks, "country") == UNITS
    assert sum(column(r.acceptability, "1")) == pytest.approx(1)
    assert len(column(r.points, "replicate")) == 50


def test_several_nodes(result: qx.Result) -> None:
    r = result.robustness({"weights": qx.vary.Noise()}, draws=50, nodes=["wellbeing", "life"])
    assert r.nodes == ["wellbeing", "life"]
    assert r.at("life").ranks["nominal"].tolist() == result.ranks["life"].tolist()
    assert r.summary()["node"].tolist() == ["wellbeing", "life"]
    with says(qx.SpecError, "node: 'lif' was not watched; did you mean 'life'?"):
        r.at("lif")


def test_progress_is_told_and_may_stop(result: qx.Result) -> None:
    told: list[tuple[int, int]] = []
    r = result.robustness(VARY, draws=500, progress=lambda done, of: told.append((done, of)))
    assert r.is_complete
    assert told[-1] == (500, 500)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    with pytest.warns(RuntimeWarning, match=r"^robustness: stopped after [\d,]+ of 1,000,000 replicates$"):
        part = result.robustness(VARY, draws=1_000_000, keep=False, progress=lambda done, of: False)
    assert 0 < part.done < 1_000_000
    assert not part.is_complete
    assert "not complete" in repr(part)


def test_an_exception_of_the_callback_passes_through(result: qx.Result) -> None:
    def broken(done: int, of: int) -> None:
        raise ZeroDivisionError("ours")

    with pytest.raises(ZeroDivisionError, match="ours"):
        result.robustness(VARY, draws=10, progress=broken)


def test_what_cannot_run_is_refused_with_the_reason(result: qx.Result) -> None:
    with pytest.raises(qx.SpecError, match="aggregate"):
        result.robustness({"agregate.exponent": (0, 1)}, draws=10)
    with pytest.raises(qx.SpecError, match="the framework has no group 'lief'; did you mean 'life'"):
        result.robustness({"weights": qx.vary.Noise(group="lief")}, draws=10)
    issues = qx.robustness.validate(result.spec, frame_of(DATA), {"aggregate.exponent": (0, 1), "normalise.lo": (0, 1)})
    assert len(issues) == 2
    assert qx.robustness.validate(result.spec, frame_of(DATA), VARY) == []


def test_failures_are_counted_and_kept(tree: qx.Node) -> None:
    """A standardised score below 0 has no logarithm: half of the replicates cannot be computed."""
    spec = qx.Spec(tree, normalise=qx.normalise.MinMax(low=1), aggregate=qx.aggregate.GeometricMean())
    vary = {"normalise": [qx.normalise.MinMax(low=1), qx.normalise.ZScore()], "weights": qx.vary.Noise()}
    with pytest.raises(qx.NumericError, match="replicates"):
        qx.robustness.run(spec, frame_of(DATA), vary)
    r = qx.robustness.run(spec, frame_of(DATA), qx.robustness.Design(vary, draws=100, largest_failure_share=1))
    failed = r.failures
    assert 0 < len(failed) < 100
    assert r.points.loc[r.points["failed"], "replicate"].tolist() == failed["replicate"].tolist()
    assert set(r.points.loc[r.points["failed"], "normalise"]) == {"z_score"}
    assert json.loads(failed["spec"].iloc[0])["normalise"]["method"] == "z_score"
    assert len(r.shift) == r.done == 100
    assert r.shift["shift"].isna().sum() == len(failed)
    assert f"{len(failed)} replicates failed: see .failures" in repr(r)
    summary = r.summary().iloc[0]
    assert (summary["replicates"], summary["failures"]) == (100, len(failed))
    kept = r.shift["shift"].dropna()  # means and shares are of those that could be computed
    assert summary["mean_shift"] == pytest.approx(kept.mean())
    assert summary["same_order"] == pytest.approx((kept == 0).mean())
    assert r.acceptability.sum(axis=1).to_numpy() == pytest.approx(np.ones(4))


def test_a_replicate_is_a_result(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=20)
    kept = r._handle.kept("wellbeing")
    for number in (0, 19):
        one = r.replicate(number)
        assert one.scores["wellbeing"].tolist() == kept[number].tolist()
    assert not kept.flags.writeable


def test_a_function_of_ones_own_may_be_an_option(result: qx.Result) -> None:
    def best(scores: Any, weights: Any) -> float:
        return float(max(scores))

    ours = qx.aggregate.Custom(name="best", function=best)
    vary = {"aggregate": [ours, "arithmetic_mean"]}
    with says(
        qx.SpecError,
        "vary: the custom method 'best' to aggregate is not the spec's own; use it in the spec itself, and let the "
        "others be the choices",
    ):
        result.robustness(vary)
    own = qx.compute(result.spec.replace(aggregate=ours), frame_of(DATA))
    r = own.robustness(vary, draws=40, threads=4)
    assert set(r.points["aggregate"]) == {"custom", "arithmetic_mean"}
    assert r.scores["highest"].max() == 100


def test_an_index_that_was_fitted_elsewhere_is_not_varied(result: qx.Result) -> None:
    elsewhere = result.fitted(frame_of({name: [x / 2 for x in xs] for name, xs in DATA.items()}))
    with says(
        qx.SpecError,
        "robustness: the index of this result was fitted to other data; vary its frozen spec: "
        "compute(result.fitted.freeze(), data).robustness(…)",
    ):
        elsewhere.robustness(VARY)


def test_units_left_out_by_the_selection_have_no_rank() -> None:
    tree = qx.group("index", ["x", "y", "z"])
    spec = qx.Spec(tree, screen=qx.screen.Availability(at_least=0.9))
    df = pd.DataFrame({"x": [1, 2, 3, 4.0], "y": [4, 3, np.nan, 1], "z": [1, 5, 2, 2.0]}, index=list("ABCD"))
    result = qx.compute(spec, df)
    assert result.units == ["A", "B", "D"]
    r = result.robustness({"weights": qx.vary.Noise()}, draws=50)
    assert r.units == list("ABCD")
    assert r.ranks["nominal"].isna().tolist() == [False, False, True, False]
    assert r.ranks["mean"].isna().tolist() == [False, False, True, False]


def test_a_run_prints_its_ranks(result: qx.Result) -> None:
    r = result.robustness({"aggregate": qx.vary.Options(address="aggregate", values=["arithmetic_mean"])}, draws=10)
    assert repr(r) == (
        "wellbeing: 4 units, 10 replicates, 1 factor\n"
        "unit  nominal  lowest  median  highest\n"
        "A           1       1       1        1\n"
        "C           2       2       2        2\n"
        "D           3       3       3        3\n"
        "B           4       4       4        4"
    )
    assert r._repr_html_().startswith("<table><caption>wellbeing: 4 units, 10 replicates, 1 factor</caption>")
    with pytest.raises(AttributeError):
        r.node = "life"  # type: ignore[misc]


def test_acceptability_measures_of_smaa(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=400, central_weights=True, bands=[30, 60])
    central = r.central_weights
    assert list(central.columns) == ["first", *result.nodes]
    assert central["first"].to_numpy() == pytest.approx(r.acceptability["1"].to_numpy())
    mine = central.loc["A"]
    assert mine["income"] + mine["pollution"] + mine["schooling"] == pytest.approx(1)
    confidence = r.confidence()["confidence"]
    assert confidence.isna().equals(central["first"] == 0) or (confidence.isna() == (central["first"] == 0)).all()
    assert list(r.bands().columns) == ["below 30", "30 to 60", "from 60"]
    assert r.bands().sum(axis=1).to_numpy() == pytest.approx(np.ones(4))
    assert r.bands([50]).shape == (4, 2)
    orders = r.consensus()
    assert list(orders.ranks.columns) == ["nominal", "expected_rank", "borda", "kemeny"]
    assert orders.kemeny_disagreement <= orders.nominal_disagreement
    assert set(r.at_risk(1)["unit"]) <= set(UNITS)


def test_ranks_alone_are_the_same_ranks(result: qx.Result) -> None:
    whole, alone = (result.robustness(VARY, draws=400, pairs=True, scores=scores) for scores in (True, False))
    assert alone.ranks.equals(whole.ranks)
    assert alone.acceptability.equals(whole.acceptability)
    assert alone.beats.equals(whole.beats)
    assert alone.summary()["mean_shift"].equals(whole.summary()["mean_shift"])
    assert not alone.design.scores
    told = "score_summary: the scores of the replicates were not counted; run the design with scores = true"
    with says(qx.SpecError, told):
        _ = alone.scores


def test_simultaneous_intervals_are_wider(result: qx.Result) -> None:
    r = result.robustness({"weights": qx.vary.Noise(spread=0.9)}, draws=500)
    alone, together = r.intervals(0.8, of="score"), r.intervals(0.8, of="score", simultaneous=True)
    assert (together["low"] <= alone["low"]).all()
    assert (together["high"] >= alone["high"]).all()
    with pytest.raises(qx.SpecError, match="kept"):
        result.robustness(VARY, draws=50, keep=False).intervals(simultaneous=True)
