"""Results: scores, ranks, contributions, lineage, notes, explanations, and how they are shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import DATA, INCOME, LIFE, UNITS, WELLBEING, column, says


@pytest.fixture
def result(spec: qx.Spec, df: pd.DataFrame) -> qx.Result:
    return qx.compute(spec, df)


def test_ranks_are_whole_numbers_from_the_best(result: qx.Result) -> None:
    order = sorted(WELLBEING, reverse=True)
    assert result.ranks["wellbeing"].tolist() == [order.index(x) + 1 for x in WELLBEING]
    assert result.ranks.dtypes.unique().tolist() == [np.dtype("int64")]


def test_ranks_with_ties(tree: qx.Node) -> None:
    spec = qx.Spec(qx.group("a", ["x"]), normalise="identity", ties="average")
    ranks = qx.compute(spec, {"x": [3.0, 2.0, 2.0, 1.0]}).ranks["x"]
    assert ranks.tolist() == [1.0, 2.5, 2.5, 4.0]
    assert qx.compute(spec.replace(ties="worst"), {"x": [3.0, 2.0, 2.0, 1.0]}).ranks["x"].tolist() == [
        1,
        3,
        3,
        4,
    ]


def test_ranks_after_rounding() -> None:
    spec = qx.Spec(qx.group("a", ["x"]), normalise="identity", rank_decimals=1)
    assert qx.compute(spec, {"x": [3.04, 3.02, 1.0]}).ranks["a"].tolist() == [1, 1, 3]


def test_contributions_add_up_to_the_score(result: qx.Result) -> None:
    for group in ("wellbeing", "life"):
        parts = result.contributions(group)
        assert parts.sum(axis=1).tolist() == pytest.approx(result.scores[group].tolist())
    assert result.contributions().equals(result.contributions("wellbeing"))
    assert result.contributions().columns.tolist() == ["income", "life"]
    assert result.contributions()["income"].tolist() == pytest.approx([x / 2 for x in INCOME])


def test_contributions_of_what_is_no_group(result: qx.Result) -> None:
    with says(qx.SpecError, "contributions: there is no node 'lief'; did you mean 'life'?"):
        result.contributions("lief")
    with says(
        qx.SpecError,
        "contributions: there is no node '5'; there are 'wellbeing', 'income', 'life', 'pollution', 'schooling'",
    ):
        result.contributions(5)  # type: ignore[arg-type]
    with says(qx.SpecError, "contributions: 'income' is an indicator; ask for one of its groups"):
        result.contributions("income")


def test_effective_weights(result: qx.Result) -> None:
    weights = result.effective_weights
    assert weights["node"].tolist() == result.nodes
    assert weights["parent"].tolist() == ["", "wellbeing", "wellbeing", "life", "life"]
    assert weights["weight"].tolist() == [1.0, 0.5, 0.5, 0.5, 0.5]
    assert weights["effective_weight"].tolist() == [1.0, 0.5, 0.5, 0.25, 0.25]


def test_lineage_says_what_was_done(tree: qx.Node, df: pd.DataFrame) -> None:
    df.loc["A", "income"] = np.nan
    lineage = qx.compute(qx.Spec(tree, prepare=[qx.impute.Median()]), df).lineage
    first = lineage.iloc[0].to_dict()
    assert {k: first[k] for k in ("node", "step", "method", "present", "changed")} == {
        "node": "income", "step": "prepare.0", "method": "median", "present": 4, "changed": 1,
    }  # fmt: skip
    assert json.loads(first["parameters"])["value"] == 33.0
    assert set(lineage["step"]) == {"prepare.0", "normalise", "weigh", "aggregate"}


def test_changes_name_every_cell_with_its_value_before_and_after(tree: qx.Node, df: pd.DataFrame) -> None:
    df.loc["A", "income"] = np.nan
    steps = [qx.impute.Median(), qx.step(qx.treat.Clip(high=50), only=["income"])]
    changes = qx.compute(qx.Spec(tree, prepare=steps), df).changes
    assert changes.columns.tolist() == ["step", "method", "indicator", "unit", "before", "after"]
    assert changes.drop(columns="before").values.tolist() == [
        ["prepare.0", "median", "income", "A", 33.0],
        ["prepare.1", "clip", "income", "C", 50.0],
    ]
    assert np.isnan(changes["before"][0])
    assert changes["before"][1] == 60.0
    assert qx.compute(qx.Spec(tree), df.fillna(1)).changes.empty


def test_notes_say_what_is_worth_knowing(tree: qx.Node, df: pd.DataFrame) -> None:
    df.loc["A", "income"] = np.nan
    notes = qx.compute(qx.Spec(tree, prepare=[qx.impute.Median()]), df).notes
    assert notes.values.tolist() == [["indicators/income", "median filled missing values: 1", 1]]


def test_published_scores(spec: qx.Spec, df: pd.DataFrame, result: qx.Result) -> None:
    assert result.published is None
    published = qx.compute(spec.replace(publish=qx.normalise.MinMax(low=0, high=1)), df).published
    low, high = min(LIFE), max(LIFE)
    assert published["life"].tolist() == pytest.approx([(x - low) / (high - low) for x in LIFE])


def test_summary(result: qx.Result) -> None:
    row = result.summary().set_index("node").loc["life"]
    assert row["present"] == 4
    assert row["missing"] == 0
    assert row["mean"] == pytest.approx(np.mean(LIFE))
    assert row["median"] == pytest.approx(np.median(LIFE))
    assert (row["lowest"], row["highest"]) == pytest.approx((min(LIFE), max(LIFE)))
    assert row["sd"] == pytest.approx(np.std(LIFE, ddof=1))


def test_long_and_wide_frames(result: qx.Result) -> None:
    long = result.to_long()
    assert long.columns.tolist() == ["country", "node", "level", "name", "score", "rank"]
    assert len(long) == 4 * 5
    life = long[long["node"] == "life"]
    assert life["country"].tolist() == UNITS
    assert life["score"].tolist() == pytest.approx(LIFE)
    assert set(long["level"]) == {1, 2, 3}
    assert "Well-being" in set(long["name"])
    wide = result.to_frame()
    assert wide.columns.tolist() == ["country", *result.nodes, "wellbeing_rank"]
    assert wide["wellbeing"].tolist() == pytest.approx(WELLBEING)


def test_a_result_knows_where_it_comes_from(result: qx.Result, spec: qx.Spec, df: pd.DataFrame) -> None:
    assert result.spec == spec
    assert result.version == qx.__version__
    assert result.digest == qx.compute(spec, df.copy()).digest
    assert result.digest != qx.compute(spec, df + 1).digest
    assert len(result.digest) == 16
    with pytest.raises(AttributeError, match="never changes"):
        result.period = "x"


def test_explain_one_unit(result: qx.Result) -> None:
    explanation = result.explain("B")
    text = str(explanation)
    assert text.startswith("B\nwellbeing: ")
    assert "income: 0 (rank 4" in text
    frame = explanation.to_frame().set_index("node")
    assert frame.loc["pollution", "raw"] == 30.0
    assert frame.loc["income", "contribution"] + frame.loc["life", "contribution"] == pytest.approx(WELLBEING[1])
    assert "<table>" in explanation._repr_html_()
    with says(qx.DataError, "explain: there is no unit 'X'; there are 'A', 'B', 'C', 'D'"):
        result.explain("X")


def test_units_of_other_types_are_explained(spec: qx.Spec) -> None:
    assert qx.compute(spec, pd.DataFrame(DATA)).explain(2).unit == "2"


def test_repr_is_a_ranked_table(result: qx.Result) -> None:
    assert repr(result) == (
        "Well-being: 4 units, 3 indicators, 2 groups\n"
        "rank  unit  wellbeing  income   life\n"
        "   1  A         58.93    42.9  75.00\n"
        "   2  C         50.00   100.0   0.00\n"
        "   3  D         49.12    22.9  75.38\n"
        "   4  B         36.36     0.0  72.73"
    )


def test_repr_of_many_units_shows_the_first_and_counts_the_rest(spec: qx.Spec) -> None:
    data = {name: [float(i * k % 97) for i in range(40)] for k, name in enumerate(DATA, start=3)}
    lines = repr(qx.compute(spec, {**data, "other": [0] * 40})).splitlines()
    assert lines[-2:] == ["… 30 more units", "1 note: see .notes"]
    assert len(lines) == 1 + 1 + 10 + 2


def test_repr_shows_missing_scores_last(spec: qx.Spec, df: pd.DataFrame) -> None:
    df.loc["A", "income"] = np.nan
    assert repr(qx.compute(spec, df)).splitlines()[-2].split() == [".", "A", ".", ".", "75.00"]


def test_html_has_the_same_table(result: qx.Result) -> None:
    html = result._repr_html_()
    assert html.startswith("<table><caption>Well-being: 4 units")
    assert html.count("<tr>") == 5


def test_threads_change_nothing(spec: qx.Spec) -> None:
    rng = np.random.default_rng(1)
    values = rng.normal(size=(50_000, 3))
    one, four, all_ = (qx.compute(spec, values, indicators=list(DATA), threads=n) for n in (1, 4, 0))
    assert one.values.tobytes() == four.values.tobytes() == all_.values.tobytes()


def test_results_computed_side_by_side_are_the_same(spec: qx.Spec) -> None:
    values = np.random.default_rng(2).normal(size=(2_000, 3))

    def scores(_: int) -> bytes:
        return qx.compute(spec, values, indicators=list(DATA)).values.tobytes()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(scores, range(16)))) == 1


def test_custom_functions_are_called(tree: qx.Node, df: pd.DataFrame) -> None:
    seen: list[Any] = []

    def tenth(values: Any, indicator: qx.Node) -> Any:
        seen.append(indicator.code)
        return values / 10

    def weights(group: Any) -> list[float]:
        assert group.scores.shape == (4, 2)
        return [3.0, 1.0] if group.code == "life" else [1.0, 1.0]

    def best(scores: Any) -> float:
        return float(max(scores))

    spec = qx.Spec(
        tree,
        normalise={"*": qx.normalise.MinMax(), "income": qx.normalise.Custom(name="tenth", function=tenth)},
        weigh=qx.weigh.Custom(name="ours", function=weights),
        aggregate={"*": "arithmetic_mean", "life": qx.aggregate.Custom(name="best", function=best)},
    )
    result = qx.compute(spec, df, threads=4)
    assert result.scores["income"].tolist() == [4.0, 2.5, 6.0, 3.3]
    assert seen == ["income"]
    assert result.effective_weights["weight"].tolist()[-2:] == [0.75, 0.25]
    assert (
        "computed by one thread, because of custom functions: 'tenth', 'ours', 'best'" in result.notes["what"].tolist()
    )
    assert qx.compute(spec, df).scores.equals(result.scores)


@pytest.mark.parametrize(
    ("function", "text"),
    [
        (
            lambda x: "no",
            "indicators/income: the custom function 'ours' returned a str; return one number for each value",
        ),
        (
            lambda x: None,
            "indicators/income: the custom function 'ours' returned a NoneType; return one number for each value",
        ),
        (
            lambda x: [[1.0]],
            "indicators/income: the custom function 'ours' returned a list; return one number for each value",
        ),
    ],
)
def test_custom_functions_that_return_something_else(df: pd.DataFrame, function: Callable[..., Any], text: str) -> None:
    spec = qx.Spec(qx.group("a", ["income"]), normalise=qx.normalise.Custom(name="ours", function=function))
    with says(qx.SpecError, text):
        qx.compute(spec, df)


@pytest.mark.parametrize("function", [np.median, np.mean, np.min, np.max])
def test_functions_of_numpy_get_the_scores_alone(df: pd.DataFrame, function: Callable[..., Any]) -> None:
    tree = qx.group("w", ["income", "pollution", "schooling"])
    result = qx.compute(qx.Spec(tree, aggregate=qx.aggregate.Custom(function=function)), df)
    assert result.values[:, 0].tolist() == function(result.values[:, 1:], axis=1).tolist()


def test_a_universal_function_may_normalise(df: pd.DataFrame) -> None:
    spec = qx.Spec(qx.group("w", ["income"]), normalise=qx.normalise.Custom(name="log", function=np.log))
    assert qx.compute(spec, df).values[:, 1].tolist() == np.log(df["income"]).tolist()


def test_a_custom_function_that_fails_is_named_with_its_node(tree: qx.Node, df: pd.DataFrame) -> None:
    def mine(values: Any, indicator: qx.Node) -> Any:
        return [1 / 0]

    spec = qx.Spec(tree, normalise={"*": "min_max", "schooling": qx.normalise.Custom(name="mine", function=mine)})
    text = "indicators/schooling: the custom function 'mine' failed: ZeroDivisionError: division by zero"
    with pytest.raises(qx.SpecError) as caught:
        qx.compute(spec, df)
    assert str(caught.value).startswith(text)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert str(qx.validate(spec, df)[0]).startswith(text)


def test_an_interruption_within_a_custom_function_stays_one(df: pd.DataFrame) -> None:
    def stop(values: Any) -> Any:
        raise KeyboardInterrupt

    spec = qx.Spec(qx.group("a", ["income"]), normalise=qx.normalise.Custom(name="stop", function=stop))
    with pytest.raises(KeyboardInterrupt):
        qx.compute(spec, df)


def test_notes_are_empty_without_any(result: qx.Result) -> None:
    assert column(result.notes, "what") == []
