"""The command `quindex`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
import quindex as qx
from conftest import DATA, UNITS, WELLBEING
from quindex.cli import main


@pytest.fixture
def started(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["new", str(tmp_path)]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.mark.parametrize("spec", ["spec.toml", "indicators.csv"])
def test_what_new_writes_runs(started: Path, spec: str, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = str(started / "data.csv"), started / "out"
    assert main(["check", str(started / spec), "--data", data]) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    assert main(["run", str(started / spec), "--data", data, "--group", "region", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "rank  unit" in printed
    names = {p.name for p in out.iterdir()}
    assert names == {"scores.csv", "ranks.csv", "contributions.csv", "weights.csv", "lineage.csv", "notes.csv",
                     "spec.json", "frozen.json", "about.json"}  # fmt: skip
    scores = pd.read_csv(out / "scores.csv")
    assert scores["unit"].tolist() == UNITS
    if spec == "indicators.csv":
        return
    again = qx.compute(out / "spec.json", pd.read_csv(data, index_col="unit"))
    assert again.scores["wellbeing"].tolist() == scores["wellbeing"].tolist()
    assert qx.compute(out / "frozen.json", pd.read_csv(data, index_col="unit")).scores.equals(again.scores)
    assert json.loads((out / "about.json").read_text())["quindex"] == qx.__version__


def test_new_overwrites_nothing(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(started)]) == 1
    assert capsys.readouterr().err == f"quindex: {started}/spec.toml: it is there already; choose another folder\n"


@pytest.mark.parametrize("kind", ["xlsx", "parquet"])
def test_results_in_other_formats(started: Path, kind: str) -> None:
    out = started / "out"
    arguments = [
        "run",
        str(started / "spec.toml"),
        "--data",
        str(started / "data.csv"),
        "--out",
        str(out),
        "--format",
        kind,
    ]
    assert main(arguments) == 0
    if kind == "xlsx":
        sheets = pd.read_excel(out / "result.xlsx", sheet_name=None, engine="openpyxl")
        assert {"scores", "ranks", "contributions", "weights", "lineage", "notes"} == set(sheets)
        assert sheets["scores"]["unit"].tolist() == UNITS
    else:
        assert pl.read_parquet(out / "scores.parquet")["unit"].to_list() == UNITS


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_data_in_other_formats(started: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"unit": UNITS, **DATA})
    path = started / f"table.{suffix}"
    {"csv": frame.to_csv, "xlsx": frame.to_excel, "parquet": frame.to_parquet}[suffix](path, index=False)
    assert main(["run", str(started / "indicators.csv"), "--data", str(path), "--out", str(started / "out")]) == 0
    scores = pd.read_csv(started / "out" / "scores.csv")["income"].tolist()
    assert scores == pytest.approx([(x - 25) / 35 * 100 for x in DATA["income"]])


def test_a_panel(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"unit": u, "year": y, **{n: DATA[n][i] + y - 2020 for n in DATA}}
        for y in (2020, 2021)
        for i, u in enumerate(UNITS)
    ]
    pd.DataFrame(rows).to_csv(started / "panel.csv", index=False)
    spec = qx.Spec(qx.group("wellbeing", ["income"]))
    qx.write_spec(spec, started / "a.json")
    arguments = [
        "run",
        str(started / "a.json"),
        "--data",
        str(started / "panel.csv"),
        "--out",
        str(started / "out"),
    ]
    assert main([*arguments, "--period", "year", "--base", "2020"]) == 0
    assert capsys.readouterr().out.startswith("2 periods: 2020, 2021")
    scores = pd.read_csv(started / "out" / "scores.csv")
    assert scores["period"].tolist() == [2020] * 4 + [2021] * 4


def test_check_lists_all_problems(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (started / "bad.csv").write_text('unit,income,pollution,schooling\nA,"1,000",12,x\nB,25%,30,13\n')
    assert main(["check", str(started / "spec.toml"), "--data", str(started / "bad.csv")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "indicators/income/A: '1,000' has a thousands separator; write 1000",
        "indicators/income/B: '25%' has a percent sign; write 25",
        "indicators/schooling/A: 'x' is not a number; give a number, or leave the cell missing",
    ]


def test_run_says_what_is_wrong_and_returns_1(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--data", str(started / "data.csv"), "--out", str(started / "out")]
    assert main(["run", str(started / "none.json"), *arguments]) == 1
    assert capsys.readouterr().err == f"quindex: {started}/none.json: no such file or directory\n"
    assert main(["run", str(started / "spec.toml"), *arguments, "--unit", "name"]) == 1
    assert "the table has no column 'name'" in capsys.readouterr().err


def test_messages_say_what_to_type_in_a_shell(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(started / "data.csv")]
    with pytest.raises(SystemExit, match="2"):
        main(["run", str(started / "spec.toml"), *data, "--out", str(started / "out"), "--base", "2020"])
    text = "run: error: argument --base: it is one of the periods, so it needs --period COLUMN\n"
    assert capsys.readouterr().err.endswith(text)
    custom = '{"quindex": 1, "framework": {"code": "w", "children": [{"code": "x"}]}, "normalise": '
    (started / "custom.json").write_text(custom + '{"method": "custom", "name": "ours"}}')
    hint = "the command knows no functions of yours; in Python, pass it in `extensions`"
    message = f"normalise.method: 'ours' is custom; {hint}\n"
    for command in (["check"], ["run", "--out", str(started / "out")], ["robustness"]):
        assert main([*command, str(started / "custom.json"), *data]) == 1
        assert capsys.readouterr().err == f"quindex: {message}"


def test_a_parameter_of_a_preset_may_have_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets", "hdi_2010", "--set", "name=5"]) == 1
    text = "quindex: presets.hdi_2010.name: hdi_2010 has no such parameter; it has no parameters\n"
    assert capsys.readouterr().err == text


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == qx.schema()


def test_presets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets"]) == 0
    assert "hdi_2010" in capsys.readouterr().out
    assert main(["presets", "hdi_2010"]) == 0
    assert qx.Spec.from_data(json.loads(capsys.readouterr().out)) == qx.presets.load("hdi_2010")
    assert main(["presets", "hdi_2010", "--about"]) == 0
    assert capsys.readouterr().out.startswith("Human Development Index")
    assert main(["presets", "hdi"]) == 1
    assert capsys.readouterr().err.startswith("quindex: ")
    assert main(["presets", "hdi_2010", "--set", "year=2010"]) == 1
    assert "year" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["year", "=2010"])
def test_a_parameter_of_a_preset_without_key_or_value_is_misuse(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["presets", "hdi_2010", "--set", text])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"'{text}' is not KEY=JSON\n")


def test_the_command_is_installed_and_knows_its_version() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "quindex.cli", "--version"], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout == f"quindex {qx.__version__}\n"


def test_misuse_returns_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["run"])
    assert caught.value.code == 2


CP1252 = "unit,income,pollution,schooling\nCôte,40,12,11\nPérou,25,30,13\nC,60,45,9\n".encode("cp1252")


def test_texts_in_other_encodings(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = started / "other.csv", started / "out"
    data.write_bytes(CP1252)
    arguments = ["run", str(started / "spec.toml"), "--data", str(data), "--out", str(out)]
    assert main(arguments) == 1
    assert "or give its encoding (--encoding cp1252)" in capsys.readouterr().err
    assert main([*arguments, "--encoding", "cp1252"]) == 0
    assert pd.read_csv(out / "scores.csv")["unit"].tolist() == ["Côte", "Pérou", "C"]


@pytest.mark.parametrize("panel", [False, True])
def test_a_guessed_encoding_is_among_the_notes(started: Path, capsys: pytest.CaptureFixture[str], panel: bool) -> None:
    data, out = started / "other.csv", started / "out"
    text = "unit,year,income,pollution,schooling\n北京,1,40,12,11\n上海,1,25,30,13\n天津,1,60,45,9\n"
    data.write_bytes(text.encode("gb18030"))
    period = ["--period", "year"] if panel else []
    assert main(["run", str(started / "spec.toml"), "--data", str(data), "--out", str(out), *period]) == 0
    assert capsys.readouterr().err == f"note: {data}: read as GB18030\n"
    notes = pd.read_csv(out / "notes.csv")
    assert notes[["where", "what"]].iloc[0].tolist() == [str(data), "read as GB18030"]


@pytest.mark.parametrize(
    ("command", "option"), [("run", "--threads"), ("robustness", "--draws"), ("robustness", "--seed")]
)
@pytest.mark.parametrize("text", ["-1", "1.5", "1_0", "many"])
def test_numbers_that_are_no_counts_are_misuse(
    command: str, option: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "a.toml", "--data", "a.csv", "--out", "o", f"{option}={text}"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"argument {option}: '{text}' is no whole number of at least 0\n")


def run(arguments: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quindex.cli", *arguments]
    return subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", check=False, **options)


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has /dev/full, and no other write is sure to fail"
)
def test_output_that_cannot_be_written() -> None:
    with open("/dev/full", "w") as full:
        ran = run(["schema"], stdout=full)
    assert (ran.returncode, ran.stderr) == (1, "quindex: output: no space left on device\n")


def test_output_that_nobody_reads() -> None:
    read, write = os.pipe()
    os.close(read)
    ran = run(["schema"], stdout=write)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_characters_that_the_terminal_does_not_have(started: Path) -> None:
    qx.write_spec(qx.Spec(qx.group("w", ["income"], name="指数")), started / "a.toml")
    arguments = ["run", str(started / "a.toml"), "--data", str(started / "data.csv"), "--out", str(started / "o")]
    ran = run(arguments, stdout=subprocess.PIPE, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("\\u6307\\u6570: 4 units")


def test_the_scores_printed_are_those_of_the_library(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = qx.Spec(qx.group("w", ["income", qx.group("life", [qx.indicator("pollution", better="low"), "schooling"])]))
    qx.write_spec(spec, started / "a.yaml")
    assert main(["run", str(started / "a.yaml"), "--data", str(started / "data.csv"), "--out", str(started / "o")]) == 0
    scores = pd.read_csv(started / "o" / "scores.csv")["w"].tolist()
    assert scores == pytest.approx(WELLBEING)
