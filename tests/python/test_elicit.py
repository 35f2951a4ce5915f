"""Judgements: consistency, completion, agreement, and the weights of an index that they become."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import says

# Bozóki, Fülöp and Rónyai (2010): the comparison of c and d is missing.
INCOMPLETE = [[1, 1, 5, 2], [None, 1, 3, 4], [None, None, 1, None], [None, None, None, 1]]
SLIP = [[1, 2, 4, 1 / 8], [None, 1, 2, 4], [None, None, 1, 2], [None, None, None, 1]]


def test_the_worst_pair_and_its_cure_are_named() -> None:
    found = qx.elicit.consistency(SLIP, criteria=["a", "b", "c", "d"])
    assert set(found.worst) == {"a", "d"}
    assert max(found.proposed, 1 / found.proposed) == pytest.approx(8)
    assert found.ratio > 0.1
    assert found.ratio_after == pytest.approx(0, abs=1e-9)


def test_missing_comparisons_are_completed() -> None:
    assert qx.elicit.complete(INCOMPLETE)[2, 3] == pytest.approx(0.730297106886979, abs=1e-6)
    with_nan = np.array([[np.nan if x is None else x for x in row] for row in INCOMPLETE])
    for given in (with_nan, pd.DataFrame(with_nan)):
        assert qx.elicit.priorities(given) == pytest.approx([0.3738, 0.392, 0.0985, 0.1357], abs=6e-5)
    ratio = qx.elicit.consistency(INCOMPLETE, table="donegan_dodd_1991").ratio
    assert ratio == pytest.approx(0.0372, abs=6e-5)


def test_masked_judgements_are_missing() -> None:
    masked = np.ma.masked_equal([[1, 1, 5, 2], [9, 1, 3, 4], [9, 9, 1, 9], [9, 9, 9, 1]], 9)
    assert np.array_equal(qx.elicit.complete(masked), qx.elicit.complete(INCOMPLETE))
    text = "kendall_w: judge 2 has no rating of object 2; give every rating, or leave the judge out"
    with says(qx.SpecError, text):
        qx.elicit.kendall_w(np.ma.masked_equal([[1, 2, 3], [1, 9, 2]], 9))


def test_judges_are_joined_and_their_agreement_told() -> None:
    assert qx.elicit.join([[[1, 4], [0.25, 1]], [[1, 1], [1, 1]]]) == pytest.approx(np.array([[1, 2], [0.5, 1]]))
    assert qx.elicit.kendall_w([[1, 2, 3], [1, 2, 3]]) == (1, 4, 2, 3)
    assert qx.elicit.kendall_w([[1, 2, 3], [3, 2, 1]]).w == 0


@pytest.mark.parametrize(
    ("comparisons", "message"),
    [
        (
            [[1, 3], [0.5, 1]],
            "elicit.comparisons.0.1: the comparison of 1 and 2 is 3 one way and 0.5 the other, which is no "
            "reciprocal; write 1/3 for 0.5, or null and it is filled in",
        ),
        ([[1, "x"], [None, 1]], "elicit.comparisons.0.1: found a text 'x'; expected a number"),
    ],
)
def test_what_is_no_comparison_is_refused(comparisons: list[list[object]], message: str) -> None:
    with pytest.raises(qx.SpecError) as caught:
        qx.elicit.consistency(comparisons)
    assert message in str(caught.value)


def test_judgements_become_the_weights_of_an_index() -> None:
    tree = qx.group("g", [qx.indicator("a"), qx.indicator("b"), qx.indicator("c")])
    data = {"unit": ["x", "y", "z"], "a": [1, 2, 3], "b": [3, 1, 2], "c": [2, 3, 1]}
    ahp = qx.weigh.Ahp(comparisons=[[1, 2, 6], [None, 1, 3], [None, None, 1]])
    rank = qx.weigh.RankReciprocal(ranks={"a": 1, "b": 2, "c": 3})
    both = qx.weigh.Linear(methods=[ahp, rank], shares=[1, 0])
    scores = [
        qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(), weigh=w), data, unit="unit").values[:, 0]
        for w in (ahp, both, qx.weigh.Given(weights={"a": 6, "b": 3, "c": 1}))
    ]
    assert scores[0] == pytest.approx(scores[2])
    assert scores[1] == pytest.approx(scores[2])
    assert eval(repr(both), vars(qx.weigh)) == both


def test_judgements_are_looked_at_without_an_index() -> None:
    # Rezaei (2015), Omega 53, 49-57: ksi = 4 - sqrt(14).
    transport = qx.weigh.Bwm(
        best="cost",
        worst="load",
        best_to_others={"load": 8, "access": 2},
        others_to_worst={"access": 5},
        form="nonlinear",
    )
    found = qx.elicit.weights(transport, ["load", "access", "cost"])
    assert list(found.weights) == ["load", "access", "cost"]
    assert found.weights["cost"] == pytest.approx(0.5899, abs=6e-5)
    assert found.measures["deviation"] == pytest.approx(4 - 14**0.5)
    assert found.notes == []
    assert len(qx.elicit.weights(qx.weigh.Ahp(comparisons=SLIP), list("abcd")).notes) == 1
    with pytest.raises(qx.SpecError, match="did you mean 'cost'"):
        qx.elicit.weights(transport.replace(best="cots"), ["load", "access", "cost"])


def test_an_inconsistent_judge_is_noted() -> None:
    tree = qx.group("g", [qx.indicator(code) for code in "abcd"])
    data = {"unit": ["x", "y"], "a": [1, 2], "b": [3, 1], "c": [2, 3], "d": [5, 2]}
    ahp = qx.weigh.Ahp(comparisons=SLIP)
    result = qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(), weigh=ahp), data, unit="unit")
    assert any("the consistency ratio of the comparisons is" in text for text in result.notes["what"])
