"""Numbers beside the data: what is no whole number, or no number, is refused by name, and never by the compiled part."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import public, says
from quindex.plain_numbers import LARGEST, floats, number, whole_number

TREE = qx.group("index", [qx.indicator("a"), qx.indicator("b"), qx.indicator("c")])
SPEC = qx.Spec(TREE)
DF = pd.DataFrame(np.random.default_rng(7).uniform(1, 2, (12, 3)), columns=list("abc"))
DESIGN = {"weights": qx.vary.Noise(spread=0.2)}
IO = (["a"], ["b", "c"])
RESULT = qx.compute(SPEC, DF)
SCENARIOS = qx.robustness.scenarios(RESULT, {"aggregate": ["arithmetic_mean", "geometric_mean"]})
REPLICATES = RESULT.robustness(DESIGN, draws=4)
# Of `run`, of matplotlib, and where nothing is a value, too: below.
ELSEWHERE = {"robustness.replicates", "save_picture.dots_per_inch", "rank.rank_decimals"}
d, f, r = qx.diagnose, qx.frontier, qx.robustness

# Calls that take a number, by the function and its parameter; the error names the same place, and threads alone.
CALLS: dict[str, Callable[[Any], Any]] = {
    "compute.threads": lambda x: qx.compute(SPEC, DF, threads=x),
    "compute.threads (of periods)": lambda x: qx.compute(SPEC, DF.assign(year=1), period="year", threads=x),
    "fit.threads": lambda x: qx.fit(SPEC, DF, threads=x),
    "__call__.threads": lambda x: qx.fit(SPEC, DF)(DF, threads=x),
    "prepare.threads": lambda x: qx.prepare(SPEC, DF, threads=x),
    "impute_multiple.threads": lambda x: qx.impute_multiple(SPEC, DF, "regression", threads=x),
    "robustness.threads": lambda x: RESULT.robustness(DESIGN, draws=4, threads=x),
    "run.threads": lambda x: r.run(SPEC, DF, DESIGN, threads=x),
    "sensitivity.threads": lambda x: r.sensitivity(RESULT, DESIGN, threads=x),
    "morris.threads": lambda x: r.morris(RESULT, DESIGN, threads=x),
    "shapley.threads": lambda x: r.shapley(RESULT, DESIGN, threads=x),
    "one_at_a_time.threads": lambda x: r.one_at_a_time(RESULT, DESIGN, threads=x),
    "leave_one_out.threads": lambda x: r.leave_one_out(RESULT, threads=x),
    "stability.threads": lambda x: r.stability(RESULT, threads=x),
    "scenarios.threads": lambda x: r.scenarios(RESULT, {"aggregate": ["geometric_mean"]}, threads=x),
    "confidence.threads": lambda x: REPLICATES.confidence(threads=x),
    "impute_quality.seed": lambda x: qx.impute_quality(SPEC, DF, "mean", seed=x),
    "impute_quality.repeats": lambda x: qx.impute_quality(SPEC, DF, "mean", repeats=x),
    "impute_multiple.seed": lambda x: qx.impute_multiple(SPEC, DF, "regression", seed=x),
    "impute_multiple.tables": lambda x: qx.impute_multiple(SPEC, DF, "regression", tables=x),
    "clusters.k": lambda x: d.clusters(DF, x),
    "k_means.k": lambda x: d.k_means(DF, x),
    "cluster_column.k": lambda x: d.cluster_column(DF["a"], x),
    "components.replicates": lambda x: d.components(DF, replicates=x),
    "components.seed": lambda x: d.components(DF, seed=x),
    "factors.factors": lambda x: d.factors(DF, factors=x),
    "factors.seed": lambda x: d.factors(DF, seed=x),
    "reliability.omega_factors": lambda x: d.reliability(DF, omega_factors=x),
    "bootstrap.replicates": lambda x: f.bootstrap(DF, *IO, replicates=x),
    "bootstrap.seed": lambda x: f.bootstrap(DF, *IO, seed=x),
    "order_m_doubt.order": lambda x: f.order_m_doubt(DF, list("abc"), order=x),
    "order_m_doubt.replicates": lambda x: f.order_m_doubt(DF, list("abc"), replicates=x),
    "order_m_doubt.seed": lambda x: f.order_m_doubt(DF, list("abc"), seed=x),
    "sensitivity.base_rows": lambda x: r.sensitivity(RESULT, DESIGN, base_rows=x),
    "sensitivity.resamples": lambda x: r.sensitivity(RESULT, DESIGN, resamples=x),
    "morris.trajectories": lambda x: r.morris(RESULT, DESIGN, trajectories=x),
    "morris.levels": lambda x: r.morris(RESULT, DESIGN, levels=x),
    "morris.resamples": lambda x: r.morris(RESULT, DESIGN, resamples=x),
    "shapley.base_rows": lambda x: r.shapley(RESULT, DESIGN, base_rows=x),
    "shapley.resamples": lambda x: r.shapley(RESULT, DESIGN, resamples=x),
    "one_at_a_time.levels": lambda x: r.one_at_a_time(RESULT, DESIGN, levels=x),
    "one_at_a_time.draws": lambda x: r.one_at_a_time(RESULT, DESIGN, draws=x),
    "stability.top": lambda x: r.stability(RESULT, top=x),
    "stability.reversals": lambda x: r.stability(RESULT, reversals=x),
    "stability.steps": lambda x: r.stability(RESULT, steps=x),
    "scenarios.most": lambda x: r.scenarios(RESULT, {"aggregate": ["geometric_mean"]}, most=x),
    "result.number": lambda x: SCENARIOS.result(x),
    "run.replicates (first)": lambda x: r.run(SPEC, DF, DESIGN, replicates=(x, 2)),
    "run.replicates (last)": lambda x: r.run(SPEC, DF, DESIGN, replicates=(0, x)),
    "points_of.first": lambda x: REPLICATES.points_of(x, 4),
    "points_of.last": lambda x: REPLICATES.points_of(0, x),
    "replicate.number": lambda x: REPLICATES.replicate(x),
    "top.k": lambda x: REPLICATES.top(x),
    "at_risk.k": lambda x: REPLICATES.at_risk(x),
    "drivers.slices": lambda x: REPLICATES.drivers(slices=x),
}


@pytest.mark.parametrize("value", [-1, "2", 1.5, None, True, 2**64], ids=repr)
@pytest.mark.parametrize("what", CALLS)
def test_what_is_no_whole_number_is_refused_by_name(what: str, value: Any) -> None:
    with pytest.raises(qx.SpecError, match=r"give a whole number of at (least|most)") as caught:
        CALLS[what](value)
    place, _, _ = what.partition(" ")
    assert caught.value.where == ("threads" if place.endswith(".threads") else place)
    assert caught.value.value == value


def test_every_whole_number_that_a_function_takes_is_looked_at() -> None:
    taken = parameters(r"\bint\b")
    assert len(taken) > 40
    assert taken - {what.partition(" ")[0] for what in CALLS} == ELSEWHERE


def parameters(annotation: str) -> set[str]:
    """The parameters of all public functions whose annotation matches, as function.parameter."""
    found = set()
    for name, thing in public(qx, "quindex"):
        if inspect.isfunction(thing) or name == "quindex.Fitted":
            called = thing.__call__ if inspect.isclass(thing) else thing
            own = inspect.signature(called).parameters.values()
            found |= {f"{called.__name__}.{p.name}" for p in own if re.search(annotation, str(p.annotation))}
    return found


@pytest.mark.parametrize("value", [-1, 16, "2", 1.5, True])
def test_decimals_of_ranks_are_whole_or_none(value: Any) -> None:
    with pytest.raises(qx.SpecError, match=r"rank.rank_decimals: found .*give a whole number of at (least 0|most 15)"):
        qx.rank(DF, method="topsis", rank_decimals=value)


def test_whole_numbers_may_be_those_of_numpy() -> None:
    assert qx.compute(SPEC, DF, threads=np.int64(1)).scores.equals(RESULT.scores)
    assert type(whole_number("k", np.uint8(3))) is int
    assert whole_number("seed", LARGEST) == LARGEST


# The same for numbers that need not be whole.
NUMBERS: dict[str, Callable[[Any], Any]] = {
    "qci_band.score": lambda x: qx.presets.qci_band(x),
    "flag_indicators.most_common": lambda x: qx.flag_indicators(SPEC, DF, most_common=x),
    "impute_quality.share": lambda x: qx.impute_quality(SPEC, DF, "mean", share=x),
    "panel_cycles.mean": lambda x: qx.panel_cycles(DF.assign(y=1), indicators=["a"], period="y", mean=x),
    "consistency.random_index": lambda x: qx.elicit.consistency([[1, 2], [0.5, 1]], random_index=x),
    "intervals.level": lambda x: REPLICATES.intervals(x),
    "at_risk.level": lambda x: REPLICATES.at_risk(1, x),
    "drivers.level": lambda x: REPLICATES.drivers(level=x),
    "sensitivity.level": lambda x: r.sensitivity(RESULT, DESIGN, level=x),
    "morris.level": lambda x: r.morris(RESULT, DESIGN, level=x),
    "shapley.level": lambda x: r.shapley(RESULT, DESIGN, level=x),
    "one_at_a_time.low": lambda x: r.one_at_a_time(RESULT, DESIGN, low=x),
    "one_at_a_time.high": lambda x: r.one_at_a_time(RESULT, DESIGN, high=x),
    "stability.resolution": lambda x: r.stability(RESULT, resolution=x),
    "statistics.least_present": lambda x: d.statistics(DF, least_present=x),
    "statistics.least_non_zero": lambda x: d.statistics(DF, least_non_zero=x),
    "statistics.least_distinct": lambda x: d.statistics(DF, least_distinct=x),
    "statistics.most_skewness": lambda x: d.statistics(DF, most_skewness=x),
    "statistics.most_kurtosis": lambda x: d.statistics(DF, most_kurtosis=x),
    "correlations.level": lambda x: d.correlations(DF, level=x),
    "flagged_pairs.collinear": lambda x: d.flagged_pairs(DF, collinear=x),
    "flagged_pairs.negative": lambda x: d.flagged_pairs(DF, negative=x),
    "flagged_pairs.significance": lambda x: d.flagged_pairs(DF, significance=x),
    "links.level": lambda x: d.links(DF, DF, level=x),
    "reliability.level": lambda x: d.reliability(DF, level=x),
    "components.quantile": lambda x: d.components(DF, quantile=x),
    "factors.power": lambda x: d.factors(DF, power=x),
    "factors.gamma": lambda x: d.factors(DF, gamma=x),
    "k_means.strict": lambda x: d.k_means(DF, 2, strict=x),
    "coupling.exponent": lambda x: d.coupling(DF, exponent=x),
    "obstacles.low": lambda x: d.obstacles(RESULT, low=x),
    "obstacles.high": lambda x: d.obstacles(RESULT, high=x),
    "importance.decisive": lambda x: d.importance(RESULT, decisive=x),
    "importance.dominant": lambda x: d.importance(RESULT, dominant=x),
    "importance.silent": lambda x: d.importance(RESULT, silent=x),
    "bootstrap.confidence": lambda x: f.bootstrap(DF, *IO, confidence=x),
    "bootstrap.bandwidth": lambda x: f.bootstrap(DF, *IO, bandwidth=x),
    "common_weights_doubt.balance": lambda x: f.common_weights_doubt(DF, list("abc"), balance=x),
    "common_weights_doubt.lowest_share": lambda x: f.common_weights_doubt(DF, list("abc"), lowest_share=x),
}
OF_A_NODE = {f"{name}.{what}" for name in ("group", "indicator") for what in ("weight", "target")}  # read as in a file


@pytest.mark.parametrize("value", ["a", b"1", True, [1], 10**400], ids=lambda x: type(x).__name__)
@pytest.mark.parametrize("what", NUMBERS)
def test_what_is_no_number_is_refused_by_name(what: str, value: Any) -> None:
    with pytest.raises(qx.SpecError, match="give a number") as caught:
        NUMBERS[what](value)
    assert caught.value.where == what
    assert caught.value.value == value


def test_every_number_that_a_function_takes_is_looked_at() -> None:
    taken = parameters(r"^float( \| None)?$")
    assert len(taken) > 30
    assert taken - NUMBERS.keys() == OF_A_NODE
    for what in ("weight", "target"):
        with pytest.raises(qx.SpecError, match=f"a.{what}: found a text .much.; expected a number"):
            qx.indicator("a", **{what: "much"})


def test_numbers_may_be_those_of_numpy() -> None:
    assert number("score", np.float32(0.5)) == 0.5
    assert qx.presets.qci_band(np.float64(90)) == qx.presets.qci_band(90)


def test_lists_of_numbers() -> None:
    assert floats("weights", [1, np.float32(0.5), Decimal(2)]) == [1.0, 0.5, 2.0]
    for x in ("1", None, True):
        with says(qx.SpecError, f"rank.weights: found {x!r}; give a number"):
            qx.rank(DF, method="topsis", weights=[1, x, 2])
        with says(qx.SpecError, f"obstacles.weights: found {x!r}; give a number"):
            qx.diagnose.obstacles(DF, weights=[1, x, 2])
        with says(qx.SpecError, f"disparity.sizes: found {x!r}; give a number"):
            qx.diagnose.disparity([1, 2], [1, x])
        with says(qx.SpecError, f"judges.weights: found {x!r}; give a number"):
            qx.elicit.join([[[1]], [[1]]], [1, x])
