"""Ranking without a framework: what comes in as criteria, weights and types, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
import quindex as qx

MEAN = {"method": qx.aggregate.ArithmeticMean(), "normalise": qx.normalise.MinMax()}
CARS = pd.DataFrame(
    {"price": [10.0, 20.0, 15.0], "speed": [100.0, 200.0, 180.0], "safety": [3.0, 5.0, 4.0]},
    index=pd.Index(["a", "b", "c"], name="car"),
)
TYPES = ["low", "high", "high"]


def test_scores_ranks_and_weights_are_those_of_the_formula() -> None:
    r = qx.rank(CARS, [2, 1, 1], TYPES, **MEAN)
    assert r.weights == {"price": 0.5, "speed": 0.25, "safety": 0.25}
    # price turned: 100 0 50; speed: 0 100 80; safety: 0 100 50.
    assert r.scores["score"].tolist() == [50, 50, 57.5]
    assert r.ranks["rank"].tolist() == [2, 2, 1]
    assert r.scores["car"].tolist() == ["a", "b", "c"]
    assert r.notes.empty


@pytest.mark.parametrize(
    "types", [["min", "max", "max"], ["cost", "benefit", "benefit"], [-1, 1, 1], np.array([-1, 1, 1])]
)
def test_types_are_written_as_other_tools_write_them(types: Any) -> None:
    assert qx.rank(CARS, types=types, **MEAN).to_frame().equals(qx.rank(CARS, types=TYPES, **MEAN).to_frame())


def test_weights_and_types_may_be_given_by_name() -> None:
    weights = {"safety": 1, "price": 2, "speed": 1}
    types = {"speed": "high", "safety": "high", "price": "low"}
    assert qx.rank(CARS, weights, types, **MEAN).scores.equals(qx.rank(CARS, [2, 1, 1], TYPES, **MEAN).scores)


def test_weights_may_be_found_in_the_data() -> None:
    found = qx.weights(CARS, TYPES, method=qx.weigh.CoefficientOfVariation())
    assert sum(found.values()) == pytest.approx(1)
    by_method = qx.rank(CARS, qx.weigh.CoefficientOfVariation(), TYPES, **MEAN)
    assert by_method.weights == pytest.approx(found)
    assert by_method.scores.equals(qx.rank(CARS, found, TYPES, **MEAN).scores)


def test_some_criteria_are_asked_for() -> None:
    r = qx.rank(CARS, criteria=["safety", "speed"], **MEAN)
    assert list(r.weights) == ["safety", "speed"]
    assert r.ranks["rank"].tolist() == [3, 1, 2]


def test_an_array_has_numbered_criteria_and_units() -> None:
    r = qx.rank(CARS.to_numpy(), types=TYPES, **MEAN)
    assert list(r.weights) == ["1", "2", "3"]
    assert list(r.scores["unit"]) == ["1", "2", "3"]


def test_frames_come_back_in_their_library(frame: Callable[..., Any]) -> None:
    data = frame(["a", "b", "c"], {name: CARS[name].tolist() for name in CARS})
    r = qx.rank(data, types=TYPES, **MEAN)
    assert (
        list(r.to_frame()["country"]) == ["a", "b", "c"] if isinstance(data, dict) else type(r.to_frame()) is type(data)
    )
    assert list(r.weights) == ["price", "speed", "safety"]


def test_it_is_shown_best_first() -> None:
    r = qx.rank(CARS, [2, 1, 1], TYPES, **MEAN)
    assert repr(r).splitlines() == [
        "arithmetic_mean: 3 units, 3 criteria",
        "rank  unit  score",
        "   1  c     57.50",
        "   2  a     50.00",
        "   2  b     50.00",
    ]
    assert "<table>" in r._repr_html_()


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"types": ["low", "hihg", "high"]}, "rank.types.speed: found 'hihg'; expected 'high' or 'low'"),
        ({"types": [True, True, True]}, "rank.types.price: found True; expected 'high' or 'low'"),
        ({"types": ["low"]}, "rank.types: 1 given for 3 criteria; give one per criterion, or none"),
        ({"weights": [1, 2]}, "rank.weights: 2 given for 3 criteria; give one per criterion, or none"),
        ({"weights": {"price": 1, "sped": 2}}, "rank.weights: there is no criterion 'sped'; did you mean 'speed'?"),
        ({"types": {"price": "low"}}, "rank.types.speed: nothing is given; give one per criterion, or none"),
        ({"weights": [1, -1, 1]}, "weigh/rank/speed: the weight is -1; weights are 0 or more"),
        ({"method": "topsys"}, "rank.method: unknown method 'topsys'"),
        ({"method": qx.normalise.MinMax()}, "rank.method: MinMax() is a method to normalise"),
        ({"ties": "besst"}, "rank.ties: unknown choice 'besst'; did you mean 'best'?"),
    ],
)
def test_what_is_wrong_is_said(options: dict[str, Any], text: str) -> None:
    with pytest.raises(qx.SpecError) as refused:
        qx.rank(CARS, **{**MEAN, "types": TYPES, **options})
    assert str(refused.value).startswith(text)


def test_a_missing_cell_is_named() -> None:
    with pytest.raises(qx.DataError, match="rank/b/speed: the value is missing"):
        qx.rank(CARS.replace(200.0, np.nan), types=TYPES, **MEAN)


@pytest.mark.parametrize("method", ["mpi", "ampi", "harmonic_mean", "bonferroni_mean"])
def test_scores_below_0_are_refused_as_in_an_index(method: str) -> None:
    data = pd.DataFrame({"a": [1.0, -2, 3], "b": [-2.0, 4, 3]}, index=list("xyz"))
    with pytest.raises(qx.NumericError, match=f"rank/y: {method} needs scores of 0 or more, 'a' has -2"):
        qx.rank(data, method=method)


def test_scores_may_be_rounded_before_ranking() -> None:
    orders = np.array([[0.1, 0.2, 0.3], [0.3, 0.1, 0.2], [0.2, 0.3, 0.1]])
    assert qx.rank(orders, method="arithmetic_mean").ranks["rank"].tolist() == [1, 1, 3]
    assert qx.rank(orders, method="arithmetic_mean", rank_decimals=9).ranks["rank"].tolist() == [1, 1, 1]
    with pytest.raises(qx.SpecError, match=r"rank\.rank_decimals: found 16; give a whole number of at most 15"):
        qx.rank(orders, method="arithmetic_mean", rank_decimals=16)
