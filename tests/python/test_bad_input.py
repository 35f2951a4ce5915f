"""Bad tables: each is an error that names the place, or a note; nothing is lost, nothing silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import quindex as qx
from conftest import DATA, UNITS, column, says

INF = float("inf")


def having(**changes: Any) -> dict[str, Any]:
    return {**DATA, **changes}


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        ({"income": [40.0, 25.0, INF, 33.0]}, "indicators/income/C: the value is inf; give a finite number, or leave the cell missing"),
        ({"income": [40.0, 25.0, -INF, 33.0]}, "indicators/income/C: the value is -inf; give a finite number, or leave the cell missing"),
        ({"income": [None] * 4}, "indicators/income: all values are missing"),
        ({"income": [5.0] * 4}, "indicators/income: min_max needs at least two distinct values, found one"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_scored(
    spec: qx.Spec, frame: Callable[..., Any], columns: dict[str, Any], text: str
) -> None:
    if columns["income"][0] is None and frame.__name__ == "as_arrow":
        pytest.skip("pyarrow has a type of its own for nothing but nulls")
    with pytest.raises(qx.DataError) as caught:
        qx.compute(spec, frame(UNITS, having(**columns)))
    assert str(caught.value).startswith(text)


def test_text_in_a_number_column_is_named_with_row_and_column(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    with says(qx.DataError, "indicators/income/B: 'n.a.' is not a number; give a number, or leave the cell missing"):
        qx.compute(spec, frame(UNITS, having(income=[None, "n.a.", None, None])))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12", "the value is the text '12'; turn the column into numbers"),
        ("1,200", "'1,200' has a thousands separator; write 1200"),
        ("", "'' is not a number; give a number, or leave the cell missing"),
        (date(2020, 1, 1), "the value is a date; give a number, or leave the cell missing"),
        ([1], "the value is a list; give a number, or leave the cell missing"),
        (b"1", "the value is a bytes; give a number, or leave the cell missing"),
        (10**400, "the number is too large; give a number below 1e308"),
    ],
)  # fmt: skip
def test_cells_that_are_no_numbers(spec: qx.Spec, value: Any, text: str) -> None:
    cells = pd.Series([40.0, value, 60.0, 33.0], dtype=object, index=UNITS)
    for data in (
        pd.DataFrame({**DATA, "income": cells.tolist()}, index=UNITS),
        {"c": UNITS, **DATA, "income": cells.tolist()},
    ):
        with says(qx.DataError, f"indicators/income/B: {text}"):
            qx.compute(spec, data)


def test_categories_are_read_when_they_are_numbers(spec: qx.Spec) -> None:
    data = pd.DataFrame(having(income=pd.Categorical([40, 25, 60, 33])), index=UNITS)
    assert column(qx.compute(spec, data).scores, "income") == column(
        qx.compute(spec, pd.DataFrame(DATA, index=UNITS)).scores, "income"
    )
    data = pd.DataFrame(having(income=pd.Categorical(["lo", "hi", "lo", "hi"])), index=UNITS)
    with says(qx.DataError, "indicators/income/A: 'lo' is not a number; give a number, or leave the cell missing"):
        qx.compute(spec, data)


def test_a_missing_column(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    columns = {("incme" if name == "income" else name): x for name, x in DATA.items()}
    with says(
        qx.DataError,
        "indicators/income: the framework asks for it, the table has no such column; did you mean 'incme'?",
    ):
        qx.compute(spec, frame(UNITS, columns))


@pytest.mark.parametrize(
    ("role", "given"),
    [("size", "nope"), ("group", "nope"), ("period", "nope"), ("errors", {"income": "nope"})],
)
def test_a_role_whose_column_is_missing_is_named(
    spec: qx.Spec, frame: Callable[..., Any], role: str, given: Any
) -> None:
    bare = pd.DataFrame(DATA)  # its columns are the indicators, and nothing else
    for data in (bare, bare[::-1].iloc[:, ::-1], frame(UNITS, DATA)):
        with pytest.raises(qx.DataError, match=f"^{role}: the table has no column 'nope'"):
            qx.compute(spec, data, **{role: given})
        with pytest.raises(qx.DataError, match=f"^{role}: the table has no column 'nope'"):
            qx.fit(spec, data, **{role: given})
        issues = qx.validate(spec, data, **{role: given})
        assert [issue.where for issue in issues] == [role]


@pytest.mark.parametrize(
    ("name", "given", "text"),
    [
        ("units", UNITS, "units: it is only for arrays, which have no labels of units; name the column that has them: unit='country'"),
        ("indicators", list(DATA), "indicators: it is only for arrays, which have no names of columns; leave it out: columns are found by the indicators' codes"),
    ],
)  # fmt: skip
def test_names_are_only_for_arrays(spec: qx.Spec, frame: Callable[..., Any], name: str, given: Any, text: str) -> None:
    for call in (qx.compute, qx.fit, qx.prepare):
        with says(qx.DataError, text):
            call(spec, frame(UNITS, DATA), **{name: given})


def test_no_unit_one_unit_and_a_unit_twice(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    with pytest.raises(qx.DataError, match=r"^units: the table has no unit; give it at least one row$"):
        qx.compute(spec, frame([], {name: np.array([], dtype=float) for name in DATA}))
    with pytest.raises(qx.DataError, match="min_max needs at least two distinct values, found one"):
        qx.compute(spec, frame(["A"], {name: x[:1] for name, x in DATA.items()}))
    with says(
        qx.DataError,
        "units/A: it stands twice, the second time at position 3; give every one a name of its own",
    ):
        qx.compute(spec, frame(["A", "B", "A", "D"], DATA))


def test_a_unit_without_a_label(spec: qx.Spec) -> None:
    with says(qx.DataError, "units: row 2 has none; give every row one"):
        qx.compute(spec, pd.DataFrame(DATA, index=["A", None, "C", "D"]))


@pytest.mark.parametrize("unit", ["", "  ", None, float("nan")])
def test_an_empty_label_is_none(unit: Any) -> None:
    spec = qx.Spec(qx.group("w", ["x"]))
    for data in (
        pd.DataFrame({"x": [1.0, 2.0]}, index=["A", unit]),
        {"town": ["A", unit], "x": [1.0, 2.0]},
    ):
        with says(qx.DataError, "units: row 2 has none; give every row one"):
            qx.compute(spec, data)
    for role, what in (("group", "groups"), ("period", "periods")):
        with says(qx.DataError, f"{what}: row 2 has none; give every row one"):
            qx.compute(spec, {"x": [1.0, 2.0], "own": ["A", unit]}, **{role: "own"})


def test_a_level_of_the_units_without_a_label() -> None:
    index = pd.MultiIndex.from_tuples([("x", "A"), ("x", None)])
    with says(qx.DataError, "units: row 2 has none; give every row one"):
        qx.compute(qx.group("w", ["x"]), pd.DataFrame({"x": [1.0, 2.0]}, index=index))


TABLES = "give a pandas, polars or pyarrow frame, a dict of columns, or an array with indicators=[…]"
COLUMN = "give a list or an array with one value per unit"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (pd.Series([1.0, 2.0]), f"table: found a Series; {TABLES}"),
        (pl.Series([1.0, 2.0]), f"table: found a Series; {TABLES}"),
        (pa.array([1.0, 2.0]), f"table: found a DoubleArray; {TABLES}"),
        ([1.0, 2.0], f"table: found a list; {TABLES}"),
        ({"x": 1, "y": 2}, f"columns/x: found 1; {COLUMN}"),
        ({"x": "12", "y": "12"}, f"columns/x: found '12'; {COLUMN}"),
        ({"x": None, "y": None}, f"columns/x: found None; {COLUMN}"),
        ({"x": {1: 2, 3: 4}, "y": [1, 2]}, f"columns/x: found {{1: 2, 3: 4}}; {COLUMN}"),
        ({"x": range(2), "y": iter([1, 2])}, f"columns/y: found a list_iterator; {COLUMN}"),
        ({"x": np.zeros((2, 2)), "y": [1, 2]}, f"columns/x: the array has 2 dimensions; {COLUMN}"),
        (pa.Table.from_arrays([pa.array([1, 2])] * 3, names=["x", "y", "x"]), "columns/x: it stands twice; give every column a name of its own"),
        ({"u": ["A", "\ud800"], "x": [1, 2], "y": [1, 2]}, "labels.1: '\\ud800' is no text; it has half a character; read its file in the right encoding"),
    ],
)  # fmt: skip
def test_what_is_no_table(data: Any, text: str) -> None:
    with says(qx.DataError, text):
        qx.compute(qx.group("w", ["x", "y"]), data)


NAME_OR_VALUES = "give the name of a column, or one value for each unit"
ERRORS = "give the column of standard errors for each indicator: {'income': 'income_error'}"


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"unit": 5}, "unit: found 5; give the name of a column"),
        ({"unit": pd.Series([1])}, "unit: found a Series; give the name of a column"),
        ({"group": 5}, f"groups: found 5; {NAME_OR_VALUES}"),
        ({"size": 5}, f"sizes: found 5; {NAME_OR_VALUES}"),
        ({"period": 5}, f"periods: found 5; {NAME_OR_VALUES}"),
        ({"size": pd.to_datetime(["2020-01-01"] * 4)}, "sizes/A: the value is a Timestamp; give a number"),
        ({"size": [10**400] * 4}, "sizes/A: the number is too large; give a number below 1e308"),
        ({"size": [date(2020, 1, 1)] * 4}, "sizes/A: the value is a date; give a number"),
        ({"errors": "income"}, f"errors: found 'income'; {ERRORS}"),
        ({"errors": {"income": [1.0]}}, f"errors: found {{'income': [1.0]}}; {ERRORS}"),
    ],
)
def test_roles_that_are_none(spec: qx.Spec, df: pd.DataFrame, options: dict[str, Any], text: str) -> None:
    with says(qx.DataError, text):
        qx.compute(spec, df, **options)


@pytest.mark.parametrize("method", ["geometric_mean", "harmonic_mean"])
def test_means_of_zero_or_less_name_unit_and_group(tree: qx.Node, df: Any, method: str) -> None:
    with pytest.raises(qx.NumericError) as caught:
        qx.compute(qx.Spec(tree, normalise="z_score", aggregate=method), df)
    assert "groups/life" in str(caught.value)


def test_the_logarithm_of_zero(tree: qx.Node, df: Any) -> None:
    spec = qx.Spec(tree, prepare=["box_cox"])
    data = df.assign(income=[0.0, 25.0, 60.0, 33.0])
    with pytest.raises(qx.QuindexError, match="income"):
        qx.compute(spec, data)


@pytest.mark.parametrize(
    ("weights", "text"),
    [
        ({"pollution": 1}, "schooling"),
        ({"pollution": 0, "schooling": 0}, "all weights are 0"),
    ],
)
def test_given_weights_that_do_not_match(tree: qx.Node, df: Any, weights: dict[str, float], text: str) -> None:
    spec = qx.Spec(tree, weigh={"life": qx.weigh.Given(weights=weights)})
    with pytest.raises(qx.SpecError, match=text):
        qx.compute(spec, df)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"normalise": {"incme": "z_score"}}, "normalise.except.incme: the framework has no node 'incme'; did you mean 'income'?"),
        ({"aggregate": {"income": "median"}}, "aggregate.except.income: 'income' is an indicator; name a group"),
        ({"aggregate": {"level:9": "median"}}, "aggregate.except.level:9: there is no such level; the framework has levels 2 to 3"),
        ({"prepare": [qx.step(qx.impute.Mean(), only="incme")]}, "prepare.0.only: the framework has no node 'incme'; did you mean 'income'?"),
    ],
)  # fmt: skip
def test_choices_for_nodes_that_are_not_there(tree: qx.Node, df: Any, options: dict[str, Any], text: str) -> None:
    with says(qx.SpecError, text):
        qx.compute(qx.Spec(tree, **options), df)


def test_sizes_and_groups(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS, having(region=["n", "n", "s", "s"], people=[1.0, 2.0, 3.0, 4.0]))
    assert column(qx.compute(spec, data, group="region", size="people").notes, "what") == []
    data = frame(UNITS, having(people=["1", "2", "3", "4"]))
    with says(qx.DataError, "sizes/A: the value is the text '1'; give a number"):
        qx.compute(spec, data, size="people")
    with pytest.raises(qx.DataError, match=r"^sizes/B: the size is -2"):
        qx.compute(spec, frame(UNITS, DATA), size=[1, -2, 3, 4])


def test_standard_errors(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    data = frame(UNITS, having(income_se=[1.0, 2.0, None, 1.0]))
    assert column(qx.compute(spec, data, errors={"income": "income_se"}).notes, "what") == []
    with pytest.raises(qx.DataError, match="the standard error is -1"):
        qx.compute(spec, frame(UNITS, having(income_se=[-1.0, 1.0, 1.0, 1.0])), errors={"income": "income_se"})
    with says(qx.DataError, "errors: there is no indicator 'incme'; did you mean 'income'?"):
        qx.compute(spec, data, errors={"incme": "income_se"})


def test_validate_lists_all_problems_at_once(tree: qx.Node, frame: Callable[..., Any]) -> None:
    spec = qx.Spec(tree, aggregate={"nowhere": "median", "income": "median"}, normalise={"x": "z_score"})
    issues = qx.validate(spec)
    assert [i.where for i in issues] == [
        "normalise.except.x",
        "aggregate.except.nowhere",
        "aggregate.except.income",
    ]
    data = frame(UNITS, having(income=[None, "a", None, "b"], pollution=[None, "c", None, None]))
    issues = qx.validate(qx.Spec(tree), data)
    assert [i.where for i in issues] == [
        "indicators/income/B",
        "indicators/income/D",
        "indicators/pollution/B",
    ]
    assert str(issues[0]) == "indicators/income/B: 'a' is not a number; give a number, or leave the cell missing"
    assert column(issues.to_frame(), "where") == [i.where for i in issues]
    assert "<table>" in issues._repr_html_()
    data = frame(UNITS, having(income=[1.0] * 4, schooling=[2.0] * 4))
    assert [i.where for i in qx.validate(qx.Spec(tree), data)] == [
        "indicators/income",
        "indicators/schooling",
    ]


def test_validate_finds_nothing_wrong(spec: qx.Spec, frame: Callable[..., Any]) -> None:
    assert qx.validate(spec, frame(UNITS, DATA)) == []
    assert str(qx.validate(spec)) == "nothing is wrong"
    assert [str(i) for i in qx.validate({"quindex": 1})] == [
        "framework: the key is missing; write the tree of groups and indicators"
    ]
