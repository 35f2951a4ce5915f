"""What drives the uncertainty: faces of the analyses whose numbers are tested in C++."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import quindex as qx
from conftest import DATA, UNITS, says

VARY = {
    "normalise.low": (0, 20),
    "aggregate": ["arithmetic_mean", "geometric_mean"],
    "weights": qx.vary.Noise(spread=0.5),
}
FACTORS = list(VARY)


@pytest.fixture
def result(tree: qx.Node, df: pd.DataFrame) -> qx.Result:
    return qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(low=1)), df)


def test_sobol_indices(result: qx.Result) -> None:
    found = qx.robustness.sensitivity(
        result, VARY, base_rows=256, units=["A"], all_units=True, second=True, resamples=50
    )
    assert found.indices.index.tolist() == FACTORS
    names = [f"{kind}{end}" for kind in ("first", "total") for end in ("", "_low", "_high")]
    assert list(found.indices.columns) == names
    assert (found.indices["total_low"] <= found.indices["total_high"]).all()
    assert found.runs == 256 * (2 * 3 + 2)
    assert (found.base_rows, found.dropped, found.failures.empty) == (256, 0, True)
    assert found.second.shape == (3, 3)
    assert found.of_units["unit"].unique().tolist() == ["A"]
    assert set(found.of_units["output"]) == {"rank", "score"}
    assert found.ranks_total.shape == found.scores_first.shape == (4, 3)
    assert found.scores_first.index.tolist() == UNITS
    mine = found.of_units.query("output == 'score'").set_index("factor")
    assert mine["total"].tolist() == found.scores_total.loc["A"].tolist()
    assert isinstance(found.verdict, str)
    assert set(found.convergence["factor"]) == set(FACTORS)
    again = qx.robustness.sensitivity(result, VARY, base_rows=256, units=["A"], all_units=True, second=True,
                                      resamples=50, threads=2)  # fmt: skip
    assert again.indices.equals(found.indices)
    assert again.ranks_total.equals(found.ranks_total)


def test_groups_of_factors(result: qx.Result) -> None:
    found = qx.robustness.sensitivity(result, VARY, base_rows=64, groups={"methods": FACTORS[:2]}, resamples=0)
    assert set(found.indices.index) == {"methods", "weights"}
    assert found.indices["first_low"].isna().all()  # without resamples
    with pytest.raises(qx.SpecError, match="weigths"):
        qx.robustness.sensitivity(result, VARY, base_rows=64, groups={"both": ["weigths"]})
    with says(
        qx.SpecError,
        "first: there is no estimator saltelli; there are saltelli_2010, jansen_1999, janon_2014, azzini_2021",
    ):
        qx.robustness.sensitivity(result, VARY, base_rows=64, first="saltelli")


def test_a_stopped_analysis_keeps_the_rows_done(result: qx.Result) -> None:
    with pytest.warns(RuntimeWarning, match=r"^sensitivity: stopped after [\d,]+ of 1,000,000 base rows$"):
        found = qx.robustness.sensitivity(
            result, VARY, base_rows=1_000_000, resamples=10, progress=lambda done, of: done < 10_000
        )
    assert 0 < found.base_rows < 1_000_000


def test_screening_and_shapley(result: qx.Result) -> None:
    found = qx.robustness.morris(result, VARY, trajectories=30)
    assert found.effects.index.tolist() == FACTORS
    assert (found.effects["mu_star"] >= found.effects["mu"].abs() - 1e-12).all()
    shares = qx.robustness.shapley(result, VARY, base_rows=200, unit="A", of="score")
    assert shares.effects["effect"].sum() == pytest.approx(1)
    assert repr(shares).startswith("wellbeing: Shapley effects on score of A\n  base_rows: 200")


def test_given_data(result: qx.Result) -> None:
    r = result.robustness(VARY, draws=600)
    found = r.drivers()
    assert set(found.indices.index) > {"normalise.low", "aggregate"}
    assert found.rows == 600
    assert found.indices["pawn"].between(0, 1).all()
    of_a = r.drivers("A", of="score")
    assert of_a.indices.loc["aggregate", "pawn"] > of_a.dummy
    assert "score of A" in repr(of_a)


def test_one_factor_at_a_time(result: qx.Result) -> None:
    found = qx.robustness.one_at_a_time(result, VARY, levels=5, unit="C", of="score")
    assert found.nominal == result.scores.loc["C", "wellbeing"]
    tornado, curves = found.tornado, found.curves
    assert set(tornado.index) == set(FACTORS)
    assert (tornado["lowest"] <= tornado["highest"]).all()
    levels = curves[curves["factor"] == "normalise.low"]
    assert levels["number"].tolist() == pytest.approx([1, 5.5, 10, 14.5, 19])
    assert set(curves[curves["factor"] == "aggregate"]["level"]) == {"arithmetic_mean", "geometric_mean"}


def test_without_one_node(result: qx.Result) -> None:
    found = qx.robustness.leave_one_out(result)
    assert found.nodes["node"].tolist() == ["income", "pollution", "schooling"]
    alone = qx.compute(qx.group("wellbeing", [qx.group("life", [qx.indicator("pollution", better="low"), "schooling"])]),
                       pd.DataFrame(DATA, index=UNITS))  # fmt: skip
    assert found.removed_ranks["income"].tolist() == alone.ranks["wellbeing"].tolist()
    assert list(found.importance.columns) == ["node", "weight", "importance", "ratio"]
    assert found.nodes["weight"].tolist() == [0.5, 0.25, 0.25]
    groups = qx.robustness.leave_one_out(result, ["life"])
    assert groups.zero_weight_ranks["life"].tolist() == result.ranks["income"].tolist()


def test_stable_weights(result: qx.Result) -> None:
    """A leads C while its share of income is below the one at which both scores are equal."""
    found = qx.robustness.stability(result, top=1)
    scores = result.scores
    (income, life), (its_income, its_life) = (scores.loc[u, ["income", "life"]] for u in ("A", "C"))
    critical = (life - its_life) / ((life - its_life) + (its_income - income))
    row = found.weights.set_index("node").loc["income"]
    assert row["leader_high"] == pytest.approx(critical, rel=1e-12)
    assert row["is_exact"]
    assert found.reversal_count >= len(found.reversals)
    pair = qx.robustness.pair_stability(result, "A", "C").set_index("node").loc["income"]
    assert pair["order_high"] == pytest.approx(critical, rel=1e-12)
    sweep = qx.robustness.weight_sweep(result, "income", [0.5, critical])
    assert sweep["0.5"].to_numpy() == pytest.approx(scores["wellbeing"].to_numpy())
    at_critical = sweep.iloc[:, 1]
    assert at_critical["A"] == pytest.approx(at_critical["C"])


def test_a_sweep_has_a_column_for_each_weight(spec: qx.Spec) -> None:
    weights = [0.1234567, 0.1234568, 0.5, 0.5]
    names = ["0.1234567", "0.1234568", "0.5", "0.5_"]
    for data in (pd.DataFrame(DATA), {"unit": UNITS, **DATA}):
        sweep = qx.robustness.weight_sweep(qx.compute(spec, data), "income", weights)
        assert [name for name in sweep.columns if name != "unit"] == names


def test_a_choice_may_be_called_like_a_column_of_the_table(result: qx.Result) -> None:
    options = {text: qx.robustness.together({"normalise": text}) for text in ("z_score", "rank")}
    for name in ("scenario", "shift", "failed"):
        table = qx.robustness.scenarios(result, {name: options}).table
        assert set(table[f"{name}_"]) >= {"z_score", "rank"}
        assert table["scenario"].tolist() == list(range(len(table)))


def test_scenarios_refuse_another_function_of_the_same_name(spec: qx.Spec, df: pd.DataFrame) -> None:
    one, two = (qx.normalise.Custom(name="ours", function=function) for function in (lambda x: x, lambda x: -x))
    found = qx.compute(spec.replace(normalise=one), df)
    assert qx.robustness.scenarios(found, {"normalise": [one, "rank"]}).scenarios == 2
    text = "grid: the custom method 'ours' to normalise is not the spec's own; use it in the spec itself, and let the others be the choices"
    with says(qx.SpecError, text):
        qx.robustness.scenarios(found, {"normalise": {"other": two}})


def test_scenarios(result: qx.Result) -> None:
    grid = {
        "aggregate": ["arithmetic_mean", qx.aggregate.GeometricMean()],
        "normalise": {"wide": qx.normalise.MinMax(low=20), "z": qx.normalise.ZScore(mean=50, sd=10)},
    }
    found = qx.robustness.scenarios(result, grid)
    assert found.scenarios == len(found.table) == 6
    assert found.table.loc[0, "shift"] == 0
    assert found.ranks["0"].tolist() == result.ranks["wellbeing"].tolist()
    last = found.result(5)
    assert last.scores["wellbeing"].tolist() == found.scores["5"].tolist()
    assert last.spec.aggregate == qx.aggregate.GeometricMean()
    assert (found.ranges["best"] <= found.ranges["worst"]).all()
    assert found.effects["choice"].tolist() == ["aggregate", "normalise"]
    assert found.effects["share"].sum() + found.interactions == pytest.approx(1)
    assert set(qx.diagnose.compare(result, last).units["unit"]) == set(UNITS)
    one = qx.robustness.scenarios(result, grid, one_at_a_time=True)
    assert one.scenarios == 4
    both = qx.robustness.together({"aggregate": "geometric_mean", "normalise.low": 5})
    assert qx.robustness.scenarios(result, {"view": {"cautious": both}}).scenarios == 2
    with pytest.raises(qx.SpecError, match="most"):
        qx.robustness.scenarios(result, grid, most=3)


def test_one_label_stands_for_a_list_of_it(result: qx.Result) -> None:
    assert qx.robustness.leave_one_out(result, "life").nodes["node"].tolist() == ["life"]
    found = qx.robustness.sensitivity(result, VARY, base_rows=16, units="A")
    assert set(found.of_units["unit"]) == {"A"}


def test_a_grid_has_lists(result: qx.Result) -> None:
    both = qx.robustness.together({"aggregate": "geometric_mean", "normalise.low": 5})
    wrong = {
        "grid.normalise.low: found (1, 5); a grid has no ranges: write a list of what may stand there, such as [1, 5]": {
            "normalise.low": (1, 5)
        },
        "grid.normalise.low: there is nothing to choose from; write a list of what may stand there": {
            "normalise.low": []
        },
        "grid.view: what changes together has no name; give each a name: {'view': {'pessimist': together(…), …}}": {
            "view": [both, both]
        },
    }
    for why, grid in wrong.items():
        with says(qx.SpecError, why):
            qx.robustness.scenarios(result, grid)
    with pytest.raises(qx.SpecError, match=r"^grid.view: found Together.*; give it a name: \{'view': "):
        qx.robustness.scenarios(result, {"view": both})
    with pytest.raises(qx.SpecError, match=r"^grid: found a Design; write "):
        qx.robustness.scenarios(result, qx.robustness.Design(VARY))  # type: ignore[arg-type]
    with says(qx.SpecError, "together: found ['aggregate']; write {'aggregate': …, 'missing': …}"):
        qx.robustness.together(["aggregate"])  # type: ignore[arg-type]


def test_weights_of_an_index_that_cannot_be_varied_are_still_stable(result: qx.Result) -> None:
    elsewhere = result.fitted(pd.DataFrame({name: [x / 2 for x in xs] for name, xs in DATA.items()}, index=UNITS))
    assert len(qx.robustness.stability(elsewhere).weights) == 4
    with pytest.raises(qx.SpecError, match="was fitted to other data"):
        qx.robustness.leave_one_out(elsewhere)


def test_pictures_of_analyses(result: qx.Result) -> None:
    pytest.importorskip("matplotlib").use("Agg")
    r = result.robustness(VARY, draws=200, pairs=True)
    for name in dir(r.plot):
        ax = getattr(r.plot, name)()
        assert ax.alt_text.startswith("wellbeing: ")
        assert ax.get_title(loc="left") == ax.alt_text.split(". ")[0]
    found = qx.robustness.sensitivity(result, VARY, base_rows=64)
    ax = found.plot.sensitivity()
    assert len(ax.patches) == 6
    assert np.isclose(max(p.get_width() for p in ax.patches), found.indices[["first", "total"]].max().max())
    import matplotlib.pyplot as plt

    plt.close("all")
