"""Frontier methods from Python: frames in, frames out, and errors that name the place."""

from __future__ import annotations

import pandas as pd
import pytest
import quindex as qx

CLINICS = pd.DataFrame(
    {"staff": [4, 7, 8, 4, 2, 10], "beds": [3, 3, 1, 2, 4, 1], "patients": [1, 1, 1, 1, 1, 1]},
    index=pd.Index(list("ABCDEF"), name="clinic"),
)
TOWNS = pd.DataFrame({"income": [4, 3, 0, 1], "health": [0, 2, 3, 2]}, index=list("PQRS"))
ROLES = {"inputs": ["staff", "beds"], "outputs": ["patients"]}


def test_data_envelopment_keeps_index_and_names() -> None:
    found = qx.frontier.data_envelopment(CLINICS, **ROLES)
    assert found.scores.index.equals(CLINICS.index)
    assert found.scores["score"].tolist() == pytest.approx([6 / 7, 12 / 19, 1, 1, 1, 1])
    assert list(found.targets.columns) == ["staff", "beds", "patients"]
    assert found.slacks.loc["F", "staff"] == pytest.approx(2)
    assert found.outcomes == ["optimal"] * 6
    peers = found.peers
    assert peers[peers["unit"] == "A"]["peer"].tolist() == ["D", "E"]
    assert repr(found) == "<Efficiency of 6 units: staff, beds, patients>"


def test_polars_comes_back_as_polars() -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"town": list("PQRS"), "income": [4, 3, 0, 1], "health": [0, 2, 3, 2]})
    found = qx.frontier.benefit_of_the_doubt(frame, ["income", "health"])
    assert isinstance(found.scores, pl.DataFrame)
    assert found.scores["score"].to_list() == pytest.approx([1, 1, 1, 7 / 9])


def test_benefit_of_the_doubt_with_bounds() -> None:
    free = qx.frontier.benefit_of_the_doubt(TOWNS, ["income", "health"])
    assert free.shares.loc["S"].tolist() == pytest.approx([1 / 7, 6 / 7])
    bounded = qx.frontier.benefit_of_the_doubt(TOWNS, ["income", "health"], shares=[("health", 0.2, 0.5)])
    assert bounded.scores["score"].tolist() == pytest.approx([1, 1, 0.6, 0.6])


def test_the_other_forms() -> None:
    assert qx.frontier.directional_doubt(TOWNS, {"income": 1, "health": 0}).scores.loc["S", "score"] == pytest.approx(
        1 / 3
    )
    robust = qx.frontier.order_m_doubt(TOWNS + 1, ["income", "health"], order=200, replicates=5)
    full = qx.frontier.benefit_of_the_doubt(TOWNS + 1, ["income", "health"])
    assert robust["score"].tolist() == pytest.approx(full.scores["score"].tolist())
    common = qx.frontier.common_weights_doubt(TOWNS, ["income", "health"])
    assert common.weights.nunique().tolist() == [1, 1]


def test_scale_cross_malmquist_and_bootstrap() -> None:
    units = pd.DataFrame({"x": [1.0, 2, 4], "y": [1.0, 3, 4]}, index=list("abc"))
    scale = qx.frontier.scale_efficiency(units, ["x"], ["y"])
    assert scale.scores["scale"].tolist() == pytest.approx([2 / 3, 1, 2 / 3])
    assert scale.returns == ["increasing", "constant", "decreasing"]
    assert qx.frontier.cross_efficiency(units, ["x"], ["y"])["mean"].tolist() == pytest.approx([2 / 3, 1, 2 / 3])
    moved = qx.frontier.malmquist(units, units.assign(y=units["y"] * 2), ["x"], ["y"])
    assert moved["index"].tolist() == pytest.approx([2, 2, 2])
    assert moved["efficiency"].tolist() == pytest.approx([1, 1, 1])
    intervals = qx.frontier.bootstrap(units, ["x"], ["y"], returns="constant", replicates=50, seed=1)
    assert (intervals["corrected"] <= intervals["score"]).all()


def test_what_a_frame_has_no_place_for_is_a_warning() -> None:
    before = pd.DataFrame({"x": [1.0, 2], "y": [0.0, 2]}, index=list("ab"))
    with pytest.warns(
        RuntimeWarning, match="malmquist: units/a: no index: before, against the first frontier, its score"
    ):
        moved = qx.frontier.malmquist(before, before.assign(y=[1.0, 2]), ["x"], ["y"])
    assert moved["index"].isna().tolist() == [True, False]
    few = pd.DataFrame({"x": [1.0, 2, 4, 9, 12], "y": [1, 3, 4, 3, 3.5]}, index=list("abcde"))
    with pytest.warns(RuntimeWarning, match="bootstrap: .*lower ends below 0"):
        qx.frontier.bootstrap(few, ["x"], ["y"], replicates=200, seed=1)


def test_a_specification_can_use_it() -> None:
    tree = qx.group("index", [qx.indicator("income"), qx.indicator("health")])
    spec = qx.Spec(tree, normalise=qx.normalise.Identity(), aggregate=qx.aggregate.BenefitOfTheDoubt())
    assert qx.compute(spec, TOWNS).scores["index"].tolist() == pytest.approx([1, 1, 1, 7 / 9])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: qx.frontier.data_envelopment(CLINICS, ["staff"], ["patients"], returns="constnt"),  # type: ignore[arg-type]
            "returns: unknown 'constnt'; did you mean 'constant'?",
        ),
        (
            lambda: qx.frontier.data_envelopment(CLINICS, "staff", ["patients"]),
            "inputs: it is the text 'staff'; give a list: ['staff']",
        ),
        (
            lambda: qx.frontier.data_envelopment(CLINICS, ["staff"], ["patient"]),
            "indicators/patient: the framework asks for it, the table has no such column; did you mean 'patients'?",
        ),
        (
            lambda: qx.frontier.benefit_of_the_doubt(
                TOWNS, ["income", "health"], shares=[("income", 0.6, 1), ("health", 0.5, 1)]
            ),
            "shares: bounds on shares, which sum to 1, contradict each other: 'income' at least 0.6, "
            "'health' at least 0.5; widen one of them",
        ),
        (
            lambda: qx.frontier.order_m_doubt(TOWNS, ["income"], order=-1),
            "order_m_doubt.order: found -1; give a whole number of at least 0",
        ),
    ],
)
def test_errors_name_the_place(call: object, message: str) -> None:
    with pytest.raises(qx.QuindexError) as e:
        call()  # type: ignore[operator]
    assert str(e.value) == message


@pytest.mark.parametrize("distance", ["radial", "additive"])
def test_both_sides_are_for_slacks_based_distances(distance: str) -> None:
    with pytest.raises(qx.SpecError) as e:
        qx.frontier.data_envelopment(CLINICS, **ROLES, distance=distance, orientation="both")
    assert str(e.value) == (f"orientation: 'both' does not go with the distance '{distance}'; give 'input' or 'output'")
    both = qx.frontier.data_envelopment(CLINICS, **ROLES, distance="slacks_based", orientation="both")
    assert both.scores["score"].between(0, 1 + 1e-12).all()
