"""Diagnoses: frames and results go in, frames of the same library come out; the numbers are tested in C++."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import quindex as qx
from quindex import diagnose

DATA = {"x": [1.0, 2.0, 3.0, 4.0, 5.0], "y": [2.0, 1.0, 4.0, 3.0, 5.0], "z": [5.0, 3.0, 4.0, 1.0, 2.0]}
FRAME = pd.DataFrame(DATA, index=pd.Index(list("ABCDE"), name="town"))


def result_of(**changes: Any) -> qx.Result:
    tree = qx.group("index", [qx.indicator("x"), qx.group("g", [qx.indicator("y"), qx.indicator("z")])])
    return qx.compute(qx.Spec(tree).replace(**changes), FRAME)


def test_correlations_are_frames_with_the_columns_as_rows() -> None:
    found = diagnose.correlations(FRAME)
    assert found.r.columns.tolist() == found.r.index.tolist() == ["x", "y", "z"]
    assert found.r.loc["x", "y"] == pytest.approx(0.8)
    assert found.n.loc["x", "z"] == 5
    assert found.low.loc["x", "y"] < 0.8 < found.high.loc["x", "y"]
    assert math.isnan(found.p.loc["x", "x"])
    assert np.allclose(found.r, FRAME.corr())
    assert np.allclose(diagnose.correlations(FRAME, kind="spearman").r, FRAME.corr("spearman"))
    assert np.allclose(diagnose.correlations(FRAME, kind="kendall").r, FRAME.corr("kendall"))
    assert "r, n, p, low, high" in repr(found)


def test_other_libraries_get_their_own_frames() -> None:
    polars = pl.DataFrame({"town": list("ABCDE"), **DATA})
    found = diagnose.correlations(polars)
    assert found.r.columns == ["column", "x", "y", "z"]
    assert found.r["column"].to_list() == ["x", "y", "z"]
    assert diagnose.statistics(DATA)["mean"] == [3.0, 3.0, 3.0]
    assert diagnose.correlations(np.array(list(DATA.values())).T).r["1"].tolist()[0] == 1


def test_a_result_is_looked_at_by_its_scores() -> None:
    r = result_of()
    assert diagnose.correlations(r).r.index.tolist() == ["x", "y", "z"]
    assert diagnose.correlations(r, ["index", "g"]).r.shape == (2, 2)
    assert diagnose.levels(r).r.shape == (5, 2)
    assert diagnose.levels(r).nodes["node"].tolist() == ["x", "g", "y", "z"]
    found = diagnose.importance(r)
    assert found["part"].tolist() == ["x", "y", "z"]
    assert found["weight"].tolist() == [0.5, 0.25, 0.25]
    assert found["share"].sum() == pytest.approx(1)
    assert diagnose.importance(r, group="g", parts="children")["part"].tolist() == ["y", "z"]
    blocked = diagnose.obstacles(r)
    assert np.allclose(blocked.degree.sum(axis="columns"), 1)
    assert np.allclose(1 - blocked.sum["sum"].to_numpy(), r.scores["index"].to_numpy() / 100)


def test_a_comparison_adds_up_and_says_why() -> None:
    before, after = result_of(), result_of(aggregate=qx.aggregate.Minimum())
    found = diagnose.compare(before, after)
    assert np.allclose(found.change.sum(axis="columns"), after.scores["index"] - before.scores["index"])
    assert np.allclose(found.change, found.from_scores + found.from_weights)
    assert found.units["why"][0].startswith("A ")
    assert diagnose.compare(before, after, parts="indicators").change.columns.tolist() == ["x", "y", "z"]
    assert diagnose.compare_ranks(before.ranks["index"], before.ranks["index"]).ws == 1
    assert diagnose.compare_ranks(before.ranks["index"], before.ranks["index"]).notes == []
    scores = diagnose.compare_ranks([1, 2, 3], [9.3, 8.1, 2.2])
    assert scores.notes[0].startswith("second looks like scores: the smallest value is taken for the best place")


def test_reliability_components_and_factors_answer_in_one_object_each() -> None:
    alpha = diagnose.reliability(FRAME[["x", "y"]])
    assert alpha.alpha == pytest.approx(2 * 0.8 / 1.8)
    assert alpha.items["column"].tolist() == ["x", "y"]
    with pytest.raises(AttributeError, match="it has n, alpha"):
        _ = alpha.beta
    parts = diagnose.components(FRAME, replicates=20)
    assert parts.eigenvalues["eigenvalue"].sum() == pytest.approx(3)
    assert parts.loadings.shape == (3, 3)
    one = diagnose.factors(FRAME, factors=1)
    assert one.loadings.index.tolist() == ["x", "y", "z"]
    assert one.correlations.shape == (1, 1)
    assert diagnose.variance_inflation(FRAME)["variance_inflation"].min() >= 1
    assert 0 < diagnose.adequacy(FRAME).kmo < 1


def test_units_are_grouped() -> None:
    groups = diagnose.clusters(FRAME, 2, linkage="average")
    assert groups.groups["town"].tolist() == list("ABCDE")
    assert sorted(groups.order) == list("ABCDE")
    assert len(groups.joinings) == 4
    parts = diagnose.k_means(FRAME, 2)
    assert sum(parts.sizes) == 5
    assert parts.centres.shape == (2, 3)
    stars = diagnose.cluster_column([1, 1, 9, 10, math.nan], 2)
    assert (stars.groups, stars.cuts) == ([1, 1, 2, 2, 0], [9])


def test_coupling_has_grades_in_both_languages() -> None:
    found = diagnose.coupling({"unit": ["a", "b"], "u": [0.5, 0.2], "v": [0.5, math.nan]}, weights={"v": 1, "u": 1})
    assert found["coupling"][0] == 1
    assert found["name_zh"] == ["中级协调", None]
    assert diagnose.disparity([2, 4], [1, 2]) == 0


def test_links_match_units_by_label() -> None:
    outside = pd.DataFrame({"income": [9.0, 1.0, 4.0, 2.0]}, index=list("EABD"))
    found = diagnose.links(FRAME, outside)
    assert found["column"].tolist() == ["x", "y", "z"]
    assert found["n"].tolist() == [4, 4, 4]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: diagnose.correlations(FRAME, kind="pearsn"),
            "correlations.kind: found 'pearsn'; did you mean 'pearson'?",
        ),
        (lambda: diagnose.correlations(FRAME, rows="all"), "rows: found 'all'; there are 'pairwise', 'complete'"),
        (lambda: diagnose.obstacles(FRAME), "obstacles.weights: none are given; give one per column"),
        (
            lambda: diagnose.coupling({"u": [0.5], "v": [0.5]}, weights={"w": 1}),
            "coupling.weights: there is no 'w'; there are 'u', 'v'",
        ),
        (
            lambda: diagnose.importance(FRAME),
            "importance.score: none is given; give the score that the columns make up",
        ),
    ],
)
def test_wrong_words_are_named(call: Any, message: str) -> None:
    with pytest.raises(qx.SpecError) as e:
        call()
    assert str(e.value) == message
