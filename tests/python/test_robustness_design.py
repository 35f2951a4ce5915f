"""Designs of robustness runs as values and files."""

from __future__ import annotations

import json
import pickle

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
