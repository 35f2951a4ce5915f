"""Designs of robustness runs as values and files."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import says


def test_designs_are_values() -> None:
    vary = {
        "aggregate.exponent": (-1, 1),
        "normalise": {qx.normalise.MinMax(): 0.75, qx.normalise.ZScore(): 0.25},
        "normalise.low": qx.draw.Triangular(low=0, mode=1, high=5),
        "prepare.0": [qx.step(qx.treat.Winsorise(), only="x"), None],
        "weights": qx.vary.Noise(spread=0.1),
    }
    design = qx.robustness.Design(vary, draws=10, seed=2, correlation={("aggregate.exponent", "normalise.low"): 0.5})
    again = qx.robustness.Design.from_data(json.loads(json.dumps(design.to_data())))
    assert again == design == pickle.loads(pickle.dumps(design))
    assert hash(again) == hash(design)
    assert design.factors["normalise"].probabilities == (0.75, 0.25)
    assert design.factors["prepare.0"].values[1] is None
    assert design.factors["aggregate.exponent"].draw == {"method": "uniform", "low": -1, "high": 1}
    assert design.correlation[0][2] == 0.5
    assert (design.draws, design.seed, design.replace(seed=4).seed) == (10, 2, 4)
    assert design.replace(draws=20) != design
    assert repr(design).startswith("Design({'aggregate.exponent': vary.Parameter(address='aggregate.exponent'")
    with pytest.raises(AttributeError, match="a design never changes"):
        design.draws = 3
    with pytest.raises(AttributeError, match="a design has no 'drwas'"):
        design.drwas  # noqa: B018


def test_a_list_of_factors() -> None:
    design = qx.robustness.Design([qx.vary.Noise(), ("mean", qx.vary.Options(address="aggregate", values=["sum"]))])
    assert list(design.factors) == ["noise", "mean"]


@pytest.mark.parametrize("what", [(1, 5, 9), (1,), (), ("min_max", "z_score")])
def test_a_tuple_is_a_range_alone(what: tuple[object, ...]) -> None:
    why = f"vary.x: found {what!r}; write (low, high) for any number between two, or a list of choices: {list(what)!r}"
    with says(qx.SpecError, why):
        qx.robustness.Design({"x": what})


def test_what_is_no_list_is_refused_by_name() -> None:
    for name in ("nodes", "bands"):
        with pytest.raises(qx.SpecError, match=rf"^design.{name}: "):
            qx.robustness.Design({"x": (0, 1)}, **{name: 5})


def test_a_result_is_varied_by_whatever_stands_for_a_design(spec: qx.Spec, df: pd.DataFrame, tmp_path: Path) -> None:
    result = qx.compute(spec, df)
    design = qx.robustness.Design({"weights": qx.vary.Noise(spread=0.5)}, draws=20, seed=4, pairs=True)
    (tmp_path / "design.json").write_text(json.dumps(design.to_data()), encoding="utf-8")
    plain = result.robustness({"weights": qx.vary.Noise(spread=0.5)}, draws=20, seed=4, pairs=True)
    for given in (design, tmp_path / "design.json", design.to_data()):
        assert result.robustness(given) == plain
        assert result.robustness(given, seed=5, draws=7).design == design.replace(seed=5, draws=7)
    listed = [("weights", qx.vary.Noise(spread=0.5))]
    assert result.robustness(listed, draws=20, seed=4, pairs=True) == plain
    assert qx.robustness.run(spec, df, listed).done == qx.robustness.Design(listed).draws


def test_what_varies_is_checked_as_it_is_written() -> None:
    with says(
        qx.SpecError,
        "vary.normalise: MinMax() is one method to normalise; write a list of what may stand there: [MinMax(), …]",
    ):
        qx.robustness.Design({"normalise": qx.normalise.MinMax()})
    with pytest.raises(qx.SpecError, match=r"^vary.x: found 3; write \(low, high\), a list of choices"):
        qx.robustness.Design({"x": 3})
    with pytest.raises(qx.SpecError, match=r"^correlation: there is no factor 'b'"):
        qx.robustness.Design({"a": (0, 1)}, correlation={("a", "b"): 0.1})
    with pytest.raises(qx.SpecError, match="sampler"):
        qx.robustness.Design({"a": (0, 1)}, sampler="sobl")
    assert qx.robustness.schema()["$schema"].startswith("https://json-schema.org")


def test_a_seed_is_any_whole_number_of_64_bits(spec: qx.Spec, df: pd.DataFrame) -> None:
    result = qx.compute(spec, df)
    for seed in (7, 2**53 + 1, 2**64 - 1):
        design = qx.robustness.Design({"weights": qx.vary.Noise()}, draws=20, seed=seed)
        assert design.seed == seed
        assert pickle.loads(pickle.dumps(design)) == design == qx.robustness.Design.from_data(design.to_data())
        assert design.replace(draws=21).seed == seed
        assert qx.robustness.morris(result, design, resamples=20).trajectories == 20
        assert qx.robustness.sensitivity(result, design, base_rows=16).base_rows == 16
        assert result.robustness(design).drivers().rows == 20


def test_ends_of_a_range_are_any_numbers() -> None:
    plain = qx.robustness.Design({"normalise.low": (1, 2.5)})
    assert qx.robustness.Design({"normalise.low": (np.int64(1), np.float64(2.5))}) == plain
    assert qx.robustness.Design({"normalise.low": (np.float32(1), np.float64(2.5))}) == plain


def test_two_factors_of_one_name_are_refused_and_not_made_one(spec: qx.Spec, df: pd.DataFrame) -> None:
    result = qx.compute(spec, df)
    twice = [qx.vary.Noise(), qx.vary.Noise(spread=0.5)]
    for more in ({}, {"draws": 20}):
        with pytest.raises(qx.SpecError, match="two factors are called 'noise'"):
            result.robustness(twice, **more)


def test_factors_called_as_other_columns_keep_theirs(spec: qx.Spec, df: pd.DataFrame) -> None:
    result = qx.compute(spec, df)
    names = ("replicate", "failed", "shift")
    nodes = [node for node, parent in zip(spec.nodes["code"], spec.nodes["parent"], strict=True) if parent][:3]
    r = result.robustness({name: qx.vary.Weight(node=node) for name, node in zip(names, nodes, strict=True)}, draws=20)
    assert list(r.points) == ["replicate", "replicate_", "failed_", "shift_", "failed"]
    assert list(r.points["replicate"]) == list(range(20))
    assert r.points["failed_"].between(0.75, 1.25).all()


def test_probabilities_are_numbers(spec: qx.Spec, df: pd.DataFrame) -> None:
    with pytest.raises(qx.SpecError, match=r"^quantiles.probabilities: found 'a'"):
        qx.compute(spec, df).robustness({"weights": qx.vary.Noise()}, draws=20).quantiles(["a"])
