"""Fitting, applying, freezing; panels and growth."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import quindex as qx
from conftest import DATA, UNITS, WELLBEING, column, says

LATER = {name: [x + 1 for x in values] for name, values in DATA.items()}


def panel(frame: Callable[..., Any]) -> Any:
    columns = {name: LATER[name] + DATA[name] for name in DATA}  # the later year first, which does not matter
    return frame(UNITS * 2, {**columns, "year": [2021] * 4 + [2020] * 4})


def test_fitting_and_applying_is_computing(spec: qx.Spec, df: pd.DataFrame) -> None:
    fitted = qx.fit(spec, df)
    assert fitted(df).scores.equals(qx.compute(spec, df).scores)
    assert fitted == qx.compute(spec, df).fitted
    assert fitted != qx.fit(spec, df + 1)
    assert fitted.spec == spec
    assert repr(fitted) == "<fitted wellbeing: 3 indicators, 2 groups>"


def test_a_fitted_index_keeps_its_scale(spec: qx.Spec, df: pd.DataFrame) -> None:
    one = qx.fit(spec, df)(df.iloc[:1])
    assert one.scores["wellbeing"].tolist() == pytest.approx(WELLBEING[:1])


def test_a_fitted_index_remembers_its_columns(spec: qx.Spec) -> None:
    data = pd.DataFrame({**DATA, "iso": UNITS})
    assert qx.fit(spec, data, unit="iso")(data).units == UNITS


def test_a_frozen_spec_gives_the_same_scores_for_any_table(spec: qx.Spec, df: pd.DataFrame) -> None:
    frozen = qx.fit(spec, df).freeze()
    assert qx.compute(frozen, df).scores.equals(qx.compute(spec, df).scores)
    assert qx.compute(frozen, df.iloc[:1]).scores["wellbeing"].tolist() == pytest.approx(WELLBEING[:1])
    assert qx.Spec.from_data(frozen.to_data()) == frozen
    assert eval(repr(frozen), {name: getattr(qx, name) for name in qx.__all__}) == frozen


def test_a_panel_gives_a_result_for_each_period(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    results = qx.compute(spec, panel(frame), period="year", base=2020)
    assert results.periods == ["2020", "2021"]
    assert list(results) == ["2020", "2021"]
    assert results[2020].scores is not None
    assert 2021 in results
    assert column(results["2020"].scores, "wellbeing") == pytest.approx(WELLBEING)
    assert results["2021"].period == "2021"
    assert results.spec == spec
    long = results.to_long()
    assert column(long, "period") == [2020] * 20 + [2021] * 20
    assert column(results.to_frame(), "wellbeing")[:4] == pytest.approx(WELLBEING)
    assert repr(results).startswith("2 periods: 2020, 2021\nWell-being, 2021: 4 units")
    assert "2020, 2021" in results._repr_html_()
    with says(qx.DataError, "periods: there is no period '2022'; did you mean '2020'?"):
        results["2022"]


def test_without_a_base_all_periods_are_fitted_together(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    results = qx.compute(spec, panel(frame), period="year")
    scores = column(results["2020"].scores, "income") + column(results["2021"].scores, "income")
    assert (min(scores), max(scores)) == (0.0, 100.0)
    fitted = qx.fit(spec, panel(frame), period="year")
    assert column(fitted(panel(frame), period="year")["2020"].scores, "income") == scores[:4]


def test_growth_between_two_periods(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    results = qx.compute(spec, panel(frame), period="year", base=2020)
    growth = results.growth()
    rows = zip(*(column(growth, name) for name in ("country", "node", "difference")), strict=True)
    moved = {(unit, node): d for unit, node, d in rows}
    assert moved["A", "income"] == pytest.approx(100 / 35)
    assert moved["A", "pollution"] == pytest.approx(-100 / 33)
    assert column(growth, "rank_change") == [0.0] * 20
    assert column(qx.growth(results[2020], results[2021]), "ratio") == column(growth, "ratio")


def test_growth_labels_the_units_as_the_later_result_does(spec: qx.Spec) -> None:
    before, after = pd.DataFrame(DATA, index=[3, 1, 2, 4]), pd.DataFrame(DATA, index=[5, 4, 3, 1])
    growth = qx.growth(qx.compute(spec, before), qx.compute(spec, after))
    assert growth["unit"].tolist() == [4, 3, 1] * 5
    assert growth["unit"].dtype == after.index.dtype


def test_results_without_a_unit_in_common(spec: qx.Spec, df: pd.DataFrame) -> None:
    other = df.set_axis(["W", "X", "Y", "Z"])
    with says(qx.DataError, "growth: the two results have no unit in common; compare results of the same units"):
        qx.growth(qx.compute(spec, df), qx.compute(spec, other))


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ([2020, 2020, 2020, None] * 2, "periods: row 4 has none; give every row one"),
        (
            [2020] * 8,
            "periods/2020/units/A: it stands twice, the second time at position 5; give every one a name of its own",
        ),
    ],
)
def test_periods_that_are_missing_or_repeated(
    spec: qx.Spec, frame: Callable[..., Any], years: list[Any], text: str
) -> None:
    data = frame(UNITS * 2, {**{name: DATA[name] * 2 for name in DATA}, "year": years})
    with says(qx.DataError, text):
        qx.compute(spec, data, period="year")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "periods/2016/indicators/income/B: '..' is not a number; give a number, or leave the cell missing"),
        ({"size": "people"}, "periods/2016/sizes/A: the value is the text 'many'; give a number"),
        ({"errors": {"income": "off"}}, "periods/2015/standard_errors/income/C: 'x' is not a number; give a number, or leave the cell missing"),
    ],
)  # fmt: skip
def test_a_cell_of_a_panel_is_named_with_its_period(spec: qx.Spec, options: dict[str, Any], text: str) -> None:
    columns: dict[str, Any] = {"town": UNITS * 2, **{name: DATA[name] * 2 for name in DATA}}
    columns |= {"year": [2015] * 4 + [2016] * 4, "people": [1] * 4 + ["many"] * 4, "off": [0.1, 0.1, "x", *[0.1] * 5]}
    if not options:
        columns["income"] = [*DATA["income"], 1.0, "..", 2.0, 3.0]
    with says(qx.DataError, text):
        qx.compute(spec, columns, unit="town", period="year", **options)
    assert [str(i) for i in qx.validate(spec, columns, unit="town", period="year", **options)] == [text]


def test_panels_and_explanations_take_no_further_attributes(spec: qx.Spec, df: pd.DataFrame) -> None:
    panel = qx.compute(spec, df.assign(year=1), period="year")
    for value in (panel, panel["1"].explain("A")):
        with pytest.raises(AttributeError):
            value.scores = None  # type: ignore[attr-defined]


def test_periods_that_are_written_in_two_ways(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS * 2, {**{name: DATA[name] * 2 for name in DATA}, "year": ["2015"] * 4 + ["2015.0"] * 4})
    with says(
        qx.DataError,
        "periods: '2015' and '2015.0' are the same number; write a period alike in all of its rows",
    ):
        qx.compute(spec, data, period="year")


def test_growth_of_what_is_no_result(spec: qx.Spec, df: pd.DataFrame) -> None:
    panel = qx.compute(spec, df.assign(year=1), period="year")
    with says(qx.DataError, "growth.later: found a PanelResult; give a result; a panel has its own growth()"):
        qx.growth(panel["1"], panel)  # type: ignore[arg-type]


def test_one_group_is_not_called_groups(df: pd.DataFrame) -> None:
    result = qx.compute(qx.group("wellbeing", ["income"]), df)
    assert repr(result).startswith("wellbeing: 4 units, 1 indicator, 1 group\n")
    assert repr(result.fitted) == "<fitted wellbeing: 1 indicator, 1 group>"


def test_an_unknown_base(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    with pytest.raises(qx.DataError, match="there is no period '2019'"):
        qx.compute(spec, panel(frame), period="year", base=2019)


def test_validate_a_panel(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    assert qx.validate(spec, panel(frame), period="year") == []


def test_copies_are_the_same_and_pickles_are_refused(spec: qx.Spec, df: pd.DataFrame) -> None:
    result = qx.compute(spec, df)
    for value, text in (
        (result, "a result cannot be pickled; pickle result.fitted.freeze(), a spec that gives the same scores, or write tables with to_file"),
        (result.fitted, "a fitted index cannot be pickled; pickle freeze(), a spec that gives the same scores"),
    ):  # fmt: skip
        assert copy.copy(value) is value
        assert copy.deepcopy(value) is value
        with says(TypeError, text):
            pickle.dumps(value)
    again = pickle.loads(pickle.dumps(result.fitted.freeze()))
    assert qx.compute(again, df).scores.equals(result.scores)


def test_a_panel_is_copied_with_the_same_results_and_not_pickled(spec: qx.Spec, df: pd.DataFrame) -> None:
    panel = qx.compute(spec, df.assign(year=1), period="year")
    assert copy.deepcopy(panel)["1"] is panel["1"]
    with pytest.raises(TypeError, match="a result cannot be pickled"):
        pickle.dumps(panel)
