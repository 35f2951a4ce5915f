"""The command `quindex robustness`: what it writes, what it leaves out, parts, and what is misused."""

from __future__ import annotations

import json
import os
import re
import signal
import threading
from pathlib import Path

import pandas as pd
import pytest
import quindex as qx
from conftest import UNITS
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


def test_what_cannot_be_had_is_left_out_and_the_rest_is_written(
    started: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("matplotlib").use("Agg")
    monkeypatch.setattr("quindex.robustness_folder.MOST_CELLS", 300)
    (started / "design.toml").write_text("keep = false\n" + DESIGN, encoding="utf-8")
    out = started / "out"
    out.mkdir()
    (out / "consensus.csv").write_text("of an earlier run", encoding="utf-8")
    more = ["--design", str(started / "design.toml"), "--out", str(out), "--pictures", "svg"]
    assert main(command(started, *more)) == 0
    assert capsys.readouterr().err.splitlines() == [
        "points.csv is left out: it would have 448 cells, more than 300; points_of gives parts of it in Python, from "
        "the state in outcomes.bin",
        "consensus.csv is left out: who is ahead of whom was not counted, and the scores of so many replicates are not "
        "kept; --pairs counts it",
        "shift.svg is left out: the scores of the replicates were not kept; run the design with keep=True",
    ]
    tables = ("summary.csv", "ranks.csv", "scores.csv", "acceptability.csv", "failures.csv")
    assert {p.name for p in out.iterdir()} == {
        *tables,
        "design.json",
        "outcomes.bin",
        "ranks.svg",
        "acceptability.svg",
    }
    assert main(command(started, *more, "--pairs")) == 0
    assert "consensus.csv" not in capsys.readouterr().err
    assert pd.read_csv(out / "consensus.csv")["unit"].tolist() == UNITS
    book = started / "book"
    assert main(command(started, *more[:2], "--out", str(book), "--format", "xlsx")) == 0
    assert "consensus in robustness.xlsx is left out" in capsys.readouterr().err
    assert list(pd.read_excel(book / "robustness.xlsx", sheet_name=None, engine="calamine")) == [
        t.removesuffix(".csv") for t in tables
    ]


def test_the_state_is_written_first(
    started: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(qx.robustness.Robustness, "summary", pressed)
    assert main(command(started, "--draws", "50", "--out", str(started / "out"))) == 1
    assert capsys.readouterr().err == "quindex: interrupted\n"
    assert {p.name for p in (started / "out").iterdir()} == {"design.json", "outcomes.bin"}


def test_a_folder_that_cannot_be_made_is_said_before_the_run(
    started: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quindex.robustness.run", lambda *_, **__: pytest.fail("it has run"))
    assert main(command(started, "--out", str(started / "spec.toml"))) == 1
    assert capsys.readouterr().err == f"quindex: {started}/spec.toml: file exists\n"


def test_ctrl_c_writes_what_is_done_and_says_how_to_go_on(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, rest = started / "out", started / "rest"
    hand = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    hand.start()
    try:
        code = main(command(started, "--draws", "50000000", "--out", str(out)))
    finally:
        hand.join()
    assert code == 1
    said = capsys.readouterr()
    assert "not complete" in said.out
    found = re.fullmatch(
        r"quindex: robustness: interrupted after ([\d,]+) of 50,000,000 replicates\n"
        r"quindex: --replicates (\d+):50000000 runs the rest, and --merge adds both up\n"
        r"(?:points.csv is left out: .*\n)?"  # a slow machine has done few
        r"consensus.csv is left out: .*\n",
        said.err,
    )
    assert found
    done = int(found[2])
    assert done == int(found[1].replace(",", "")) > 0
    summary = pd.read_csv(out / "summary.csv")
    assert summary["replicates"].tolist() == [done]
    more = ["--draws", "50000000", "--replicates", f"{done}:{done + 100}", "--out", str(rest)]
    assert main(command(started, *more)) == 0
    parts = [str(folder / "outcomes.bin") for folder in (out, rest)]
    assert main(command(started, "--merge", *parts)) == 1  # it is not complete yet
    assert f"not complete: {done + 100:,} of 50,000,000 replicates" in capsys.readouterr().out


def test_parts_are_run_and_merged(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    design = ["--design", str(started / "design.toml")]
    for name, part in (("one", ":20"), ("two", "20:"), ("all", "0:64")):
        assert main(command(started, *design, "--replicates", part, "--out", str(started / name))) == 0
    files = [str(started / name / "outcomes.bin") for name in ("two", "one")]
    assert main(command(started, "--merge", *files, "--out", str(started / "both"))) == 0
    assert "64 replicates, 2 factors" in capsys.readouterr().out
    for table in ("ranks.csv", "points.csv", "outcomes.bin", "design.json"):
        assert (started / "both" / table).read_bytes() == (started / "all" / table).read_bytes()

    assert main(command(started, "--merge", files[0], files[0])) == 1
    assert capsys.readouterr().err.startswith(f"quindex: {files[0]}: replicate 20 is in both parts; add parts of one")
    assert main(command(started, "--merge", str(started / "spec.toml"))) == 1
    assert capsys.readouterr().err.startswith(f"quindex: {started}/spec.toml: ")
    assert main(command(started, "--merge", str(started / "none.bin"))) == 1
    assert capsys.readouterr().err == f"quindex: {started}/none.bin: no such file or directory\n"
    assert main(command(started, *design, "--seed", "8", "--replicates", "0:10", "--out", str(started / "other"))) == 0
    other = str(started / "other" / "outcomes.bin")
    capsys.readouterr()
    assert main(command(started, "--merge", *files, other)) == 1
    assert capsys.readouterr().err.startswith(f"quindex: {other}: the designs differ: seed was 8, not 3; ")
    data = pd.read_csv(started / "data.csv", index_col="unit")
    data.iloc[::-1].to_csv(started / "data.csv")
    assert main(command(started, "--merge", *files)) == 1
    assert f"{files[0]}: the units differ: number 1 was 'A', not 'D'" in capsys.readouterr().err


def test_standard_errors_of_cells(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = qx.read_spec(started / "spec.toml")
    codes = spec.nodes["indicators"]
    data = pd.read_csv(started / "data.csv", index_col="unit")
    data[f"{codes[0]}_error"], data["other"] = 5.0, 2.5
    for name in ("data.csv", "data.parquet"):
        data.to_csv(started / name) if name.endswith("csv") else data.reset_index().to_parquet(started / name)
    (started / "design.json").write_text(
        '{"factors": [{"name": "data", "what": {"method": "cell_errors"}}], "draws": 64}', encoding="utf-8"
    )
    errors = {codes[0]: f"{codes[0]}_error", codes[1]: "other"}
    expected = qx.robustness.run(spec, data, started / "design.json", errors=errors)
    assert expected.ranks["sd"].max() > 0
    for name in ("data.csv", "data.parquet"):
        asked = ["robustness", str(started / "spec.toml"), "--data", str(started / name)]
        asked += ["--design", str(started / "design.json"), "--out", str(started / "out")]
        assert main([*asked, "--errors", "*_error", "--errors", f"{codes[1]}=other"]) == 0
        assert (started / "out" / "outcomes.bin").read_bytes() == expected.to_bytes()
    capsys.readouterr()
    for wrong, why in {
        "*_eror": f"errors: no column of the table is called '*_eror'; for '{codes[0]}' it would be '{codes[0]}_eror'",
        "other": "errors: found 'other'; write '*_error', or INDICATOR=COLUMN",
        f"{codes[0]}=othr": "errors: the table has no column 'othr'; did you mean 'other'?",
        "incme=other": "errors: there is no indicator 'incme'; did you mean 'income'?",
    }.items():
        assert main([*asked, "--errors", wrong]) == 1
        assert capsys.readouterr().err == f"quindex: {why}\n"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--pictures", "svg"], "argument --pictures: it says how to write results, so it needs --out DIR"),
        (["--format", "xlsx"], "argument --format: it says how to write results, so it needs --out DIR"),
        (["--merge", "a.bin", "--seed", "3"], "argument --seed: not with --merge, which runs nothing"),
        (["--replicates", "5"], "found '5'; write A:B, such as 0:5000 for replicates 0 to 4999"),
        (["--replicates=-3:3"], "found '-3:3'; write A:B"),
        (["--replicates", "5:3"], "'5:3' are none; write A:B with A below B, such as 0:5000"),
    ],
)
def test_options_that_do_not_go_together(
    started: Path, options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command(started, *options))
    assert ended.value.code == 2
    assert why in capsys.readouterr().err


def test_what_is_wrong_is_said(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (started / "design.toml").write_text(DESIGN.replace("spread", "spraed"), encoding="utf-8")
    assert main(command(started, "--design", str(started / "design.toml"))) == 1
    assert "spraed" in capsys.readouterr().err
    assert main(command(started, "--draws", "0")) == 1
    assert "draws" in capsys.readouterr().err
    assert main(command(started, "--replicates", "2000:")) == 1
    assert capsys.readouterr().err.startswith("quindex: --replicates: replicates 2000 to 1000 are none; ")
    data = str(started / "data.csv")
    assert main(command(started, "--merge", data)) == 1
    why = "these are no outcomes; give the outcomes.bin that quindex robustness --out wrote"
    assert capsys.readouterr().err == f"quindex: {data}: {why}\n"
