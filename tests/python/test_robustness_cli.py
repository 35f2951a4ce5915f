"""The command `quindex robustness`, and designs as values and files."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pandas as pd
import pytest
import quindex as qx
from conftest import UNITS, says
from quindex.cli import main

DESIGN = """
draws = 64
seed = 3
sampler = "sobol"
[[factors]]
name = "mean"
what = { method = "options", address = "aggregate", values = ["arithmetic_mean", "geometric_mean"] }
[[factors]]
name = "weights"
what = { method = "noise", spread = 0.4 }
"""


@pytest.fixture
def started(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["new", str(tmp_path)]) == 0
    (tmp_path / "design.toml").write_text(DESIGN, encoding="utf-8")
    capsys.readouterr()
    return tmp_path


def command(folder: Path, *more: str) -> list[str]:
    return ["robustness", str(folder / "spec.toml"), "--data", str(folder / "data.csv"), *more]


def test_without_a_design_weights_vary(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command(started, "--draws", "50")) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("wellbeing: 4 units, 50 replicates, 1 factor\nunit  nominal  lowest  median  highest\n")


def test_a_folder_of_results(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = started / "out"
    assert main(command(started, "--design", str(started / "design.toml"), "--out", str(out), "--progress")) == 0
    printed = capsys.readouterr()
    assert "64 replicates, 2 factors" in printed.out
    assert "64 of 64 replicates" in printed.err
    tables = ["summary", "ranks", "scores", "acceptability", "consensus", "points", "failures"]
    assert {p.name for p in out.iterdir()} == {*(f"{t}.csv" for t in tables), "design.json", "outcomes.bin"}
    ranks, points = pd.read_csv(out / "ranks.csv"), pd.read_csv(out / "points.csv")
    assert ranks["unit"].tolist() == UNITS
    assert list(points.columns[:3]) == ["replicate", "mean", "weights.1"]
    assert len(points) == 64
    assert "shift" in points
    r = qx.robustness.run(
        started / "spec.toml", pd.read_csv(started / "data.csv", index_col="unit"), out / "design.json"
    )
    assert r.to_bytes() == (out / "outcomes.bin").read_bytes()
    assert r.ranks["mean"].tolist() == ranks["mean"].tolist()


def test_options_of_the_command_win(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = started / "out"
    more = ["--draws", "32", "--seed", "9", "--sampler", "latin_hypercube", "--format", "parquet"]
    assert main(command(started, "--design", str(started / "design.toml"), "--out", str(out), *more)) == 0
    design = json.loads((out / "design.json").read_text(encoding="utf-8"))
    assert (design["draws"], design["seed"], design["sampler"]) == (32, 9, "latin_hypercube")
    assert pd.read_parquet(out / "ranks.parquet")["unit"].tolist() == UNITS


def test_pictures(started: Path) -> None:
    pytest.importorskip("matplotlib").use("Agg")
    out = started / "out"
    assert main(command(started, "--draws", "50", "--out", str(out), "--pictures", "svg")) == 0
    for name in ("ranks", "acceptability", "shift"):
        assert 'role="img" aria-label="wellbeing: ' in (out / f"{name}.svg").read_text(encoding="utf-8")


def test_what_is_wrong_is_said(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (started / "design.toml").write_text(DESIGN.replace("spread", "spraed"), encoding="utf-8")
    assert main(command(started, "--design", str(started / "design.toml"))) == 1
    assert "spraed" in capsys.readouterr().err
    assert main(command(started, "--draws", "0")) == 1
    assert "draws" in capsys.readouterr().err


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
