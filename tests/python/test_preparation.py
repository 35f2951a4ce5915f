"""Preparation: which units take part, denominators, gaps, and how well they are filled."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import quindex as qx

TREE = qx.group("index", [qx.indicator("a"), qx.indicator("b")])


def gapped() -> pd.DataFrame:
    """Twelve towns; b = 1 + 2 a but for two gaps, and one town that lacks both."""
    a = np.array([1.0, 4, 2, 8, 5, 7, 3, 6, 9, 10, 12, np.nan])
    b = 1 + 2 * a
    b[3] = b[6] = np.nan
    return pd.DataFrame({"a": a, "b": b}, index=pd.Index([f"t{i}" for i in range(12)], name="town"))


def test_a_joint_imputation_fills_from_the_other_indicators() -> None:
    spec = qx.Spec(TREE, screen=qx.screen.Availability(at_least=0.5), prepare=[qx.impute.Regression()])
    result = qx.compute(spec, gapped())
    assert result.prepared.loc["t3", "b"] == pytest.approx(17)
    assert result.prepared.loc["t6", "b"] == pytest.approx(7)
    assert list(result.prepared.index) == [f"t{i}" for i in range(11)]
    assert result.notes["where"].tolist() == ["units/t11", "indicators/b"]
    assert qx.prepare(spec, gapped()).equals(result.prepared)


def test_every_frame_of_a_screened_result_has_the_units_that_take_part() -> None:
    spec = qx.Spec(TREE, screen="availability", missing="renormalise")
    result = qx.compute(spec, gapped())
    assert result.units == ["t0", "t1", "t2", "t4", "t5", "t7", "t8", "t9", "t10"]
    for frame in (result.scores, result.ranks, result.prepared, result.contributions()):
        assert list(frame.index) == result.units
    assert len(result.to_long()) == 3 * len(result.units)


def test_a_spec_with_a_screen_and_denominators_is_a_value() -> None:
    spec = qx.Spec(
        TREE,
        screen=qx.screen.Availability(keep=["t3"]),
        prepare=[qx.step(qx.denominate.Ratio(by="people", factor=1000), only="a"), "mean"],
    )
    assert qx.Spec.from_data(spec.to_data()) == spec
    assert spec.screen == qx.screen.Availability(keep=["t3"])
    assert spec.prepare[0].method == qx.denominate.Ratio(by="people", factor=1000)
    assert spec.replace(screen=None).screen is None
    assert "screen: screen.Availability(keep=('t3',))" in str(spec)


def test_a_denominator_is_a_column_that_need_not_be_an_indicator() -> None:
    df = gapped().dropna().assign(people=1000.0)
    spec = qx.Spec(TREE, prepare=[qx.step(qx.denominate.Ratio(by="people", factor=10), only="a")])
    result = qx.compute(spec, df)
    assert result.prepared["a"].tolist() == pytest.approx((df["a"] / 100).tolist())
    assert qx.fit(spec, df)(df).scores.equals(result.scores)
    assert "table" not in result.notes["where"].tolist()
    with pytest.raises(qx.DataError, match="people"):
        qx.compute(spec, df.drop(columns="people"))


def test_a_frozen_joint_imputation_needs_no_other_units() -> None:
    spec = qx.Spec(TREE, prepare=[qx.impute.Regression()])
    fitted = qx.fit(spec, gapped())
    alone = pd.DataFrame({"a": [20.0], "b": [np.nan]}, index=["x"])
    frozen = qx.Spec.from_data(fitted.freeze().to_data())
    assert qx.compute(frozen, alone).prepared.loc["x", "b"] == pytest.approx(41)


def test_gaps_of_a_panel_are_filled_from_other_periods() -> None:
    df = pd.DataFrame(
        {
            "town": ["A", "B"] * 3,
            "year": [2010, 2010, 2012, 2012, 2015, 2015],
            "a": [1, 10, np.nan, np.nan, 6, 20],
            "b": [5.0, 6, 5, 7, 5, 9],
        }
    )
    panel = qx.compute(qx.Spec(TREE, prepare=[qx.impute.Linear()]), df, unit="town", period="year")
    assert panel["2012"].prepared["a"].tolist() == pytest.approx([3, 14])
    assert "linear filled missing values: 2" in panel["2012"].notes["what"].tolist()


def years() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "town": ["A", "B", "B", "A", "A", "C"],
            "year": [2020, 2020, 2021, 2021, 2022, 2022],
            "x": [10.0, 4, 5, 12, 9, 8],
            "y": [1.0, None, 2, 3, 3, 7],
        }
    )


def test_changes_since_the_period_before() -> None:
    found = qx.panel_changes(years(), indicators=["x", "y"], period="year", unit="town")
    assert found["unit"].tolist() == ["B", "A", "A", "C"]
    assert found["year"].tolist() == [2021, 2021, 2022, 2022]
    assert found["x"].tolist() == pytest.approx([1, 2, -3, float("nan")], nan_ok=True)
    ratios = qx.panel_changes(years(), indicators=["x"], period="year", unit="town", measure="ratio")
    assert ratios["x"].tolist() == pytest.approx([1.25, 1.2, 0.75, float("nan")], nan_ok=True)
    with pytest.raises(qx.SpecError, match="measure: there is no measure 'log'; write 'difference' or 'ratio'"):
        qx.panel_changes(years(), indicators=["x"], period="year", unit="town", measure="log")


@pytest.mark.parametrize("what", [qx.panel_changes, qx.panel_cycles])
def test_units_and_periods_of_a_panel_come_back_in_the_kind_they_were_given(what: Callable[..., Any]) -> None:
    months = pd.to_datetime(["2020-01-01", "2020-01-01", "2020-02-01", "2020-02-01"])
    df = pd.DataFrame({"unit": [1, 2, 2, 1], "year": [2020, 2020, 2021, 2021], "month": months, "x": [1.0, 4, 6, 2]})
    rows = len(df) if what is qx.panel_cycles else 2
    for period in ("year", "month"):
        found = what(df, indicators=["x"], period=period, unit="unit")
        assert found.dtypes[["unit", period]].tolist() == df.dtypes[["unit", period]].tolist()
        assert len(found.merge(df, on=["unit", period])) == rows
        frame = what(pl.DataFrame(df), indicators=["x"], period=period, unit="unit")
        assert frame.schema[period] == pl.DataFrame(df).schema[period]
        assert len(frame.join(pl.DataFrame(df), on=["unit", period])) == rows
    several = what(df.set_index([[1, 2, 2, 1], list("ABBA")]), indicators=["x"], period="year")
    assert several["unit"].tolist()[-2:] == ["2 / B", "1 / A"]


def test_cycles_around_each_units_own_mean() -> None:
    df = pd.DataFrame({"town": list("AAA"), "year": [1, 2, 3], "x": [1.0, 2, 6]})
    found = qx.panel_cycles(df, indicators=["x"], period="year", unit="town")
    assert found["x"].tolist() == pytest.approx([99, 99.5, 101.5])  # mean 3, mean absolute deviation 2


def test_availability_and_flags() -> None:
    df = gapped()
    found = qx.data_availability(TREE, df)
    assert found.loc["t3"].tolist() == [0.5, 1, 0]
    assert found.loc["t11", "index"] == 0
    flags = qx.flag_indicators(TREE, df.assign(b=7.0))
    assert flags["where"].tolist() == ["indicators/b"]
    assert flags["what"].tolist() == ["it is constant: all 12 values are 7"]


def test_the_quality_of_an_imputation() -> None:
    good = qx.impute_quality(TREE, gapped().dropna(), qx.impute.Regression(), share=0.05, repeats=5)
    poor = qx.impute_quality(TREE, gapped().dropna(), "mean", share=0.05, repeats=5)
    assert good["indicator"].tolist() == ["a", "b"]
    assert (good["rmse"] < poor["rmse"]).all()
    with pytest.raises(qx.SpecError, match="looks at other periods"):
        qx.impute_quality(TREE, gapped(), "latest")


def test_multiple_imputation_has_standard_errors() -> None:
    df = gapped().dropna(subset=["a"])
    df["b"] += [0.5, -0.5, 0.3, 0, -0.3, 0.2, 0, -0.2, 0.1, -0.1, 0]
    found = qx.impute_multiple(TREE, df, qx.impute.StochasticRegression(), tables=10, seed=3)
    assert len(found.completed) == 10
    assert found.standard_errors.loc["t0", "b"] == 0
    assert found.standard_errors.loc["t3", "b"] > 0
    assert found.values.loc["t3", "b"] == pytest.approx(17, abs=2)
    with pytest.raises(qx.SpecError, match="fills every table alike"):
        qx.impute_multiple(TREE, df, "mean")


ROLES = ("size", "errors", "units", "indicators", "extensions", "group", "unit")


@pytest.mark.parametrize(
    "call",
    [qx.prepare, qx.data_availability, qx.flag_indicators, qx.impute_quality, qx.impute_multiple],
    ids=lambda f: f.__name__,
)
def test_looking_at_data_takes_the_columns_that_compute_takes(call: Callable[..., Any]) -> None:
    of_compute = inspect.signature(qx.compute).parameters
    own = inspect.signature(call).parameters
    assert {name: str(own[name]) for name in ROLES} == {name: str(of_compute[name]) for name in ROLES}


def test_looking_at_an_array() -> None:
    df = gapped()
    values, names = df.to_numpy(), {"indicators": ["a", "b"], "units": list(df.index)}
    spec = qx.Spec(TREE, prepare=["mean"])
    assert list(qx.prepare(spec, values, **names)["unit"]) == list(df.index)
    assert list(qx.prepare(spec, values, **names)["b"]) == list(qx.prepare(spec, df)["b"])
    assert list(qx.data_availability(spec, values, **names)["b"]) == list(qx.data_availability(spec, df)["b"])
    assert "indicators/a" in qx.flag_indicators(spec, np.ones((3, 2)), indicators=["a", "b"])["where"]
    assert list(qx.impute_quality(spec, values, "mean", **names)["indicator"]) == ["a", "b"]
    assert len(qx.impute_multiple(spec, values, "stochastic_regression", tables=3, **names).completed) == 3


def test_columns_with_roles_are_no_indicators_that_are_left_out() -> None:
    df = gapped().assign(people=1.0, sure=0.1)
    roles = {"size": "people", "errors": {"a": "sure"}}
    assert qx.prepare(TREE, df, **roles).equals(qx.prepare(TREE, df))
    pooled = qx.impute_multiple(TREE, df.dropna(subset=["a"]), "stochastic_regression", tables=5, **roles)
    assert pooled.standard_errors.loc["t0", "a"] == pytest.approx(0.1)  # Rubin's rules add to the errors that are given


def test_a_file_with_a_custom_method_is_read_with_its_function(tmp_path: Path) -> None:
    def halved(values: np.ndarray) -> np.ndarray:
        return values / 2

    path, df = tmp_path / "spec.json", gapped()
    spec = qx.Spec(TREE, prepare=["mean"], normalise=qx.normalise.Custom(name="halved", function=halved))
    path.write_text(json.dumps(spec.to_data()), encoding="utf-8")
    assert qx.prepare(path, df, extensions={"halved": halved}, threads=2).equals(qx.prepare(spec, df))


@pytest.mark.parametrize("share", [7, -3, 0, 1.0000001])
def test_the_share_of_equal_values_is_above_0_and_at_most_1(share: float) -> None:
    with pytest.raises(qx.SpecError, match="give a share above 0 and at most 1") as caught:
        qx.flag_indicators(TREE, gapped(), most_common=share)
    assert (caught.value.where, caught.value.value) == ("flag_indicators.most_common", share)
    assert len(qx.flag_indicators(TREE, gapped().assign(b=7.0), most_common=1)) == 1
