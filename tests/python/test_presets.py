"""Official indices, loaded by name."""

from __future__ import annotations

import pytest
import quindex as qx
from conftest import says
from quindex import presets

NEEDS = {"qci"}  # what its publisher keeps secret has to be given


def test_there_are_presets_with_names_and_sources() -> None:
    assert {"hdi_2010", "qci", "svi_2018"} <= set(presets.names())
    assert all(presets.table()["reference"])
    for name in presets.names():
        assert "Reference: " in presets.about(name)


@pytest.mark.parametrize("name", [n for n in presets.names() if n not in NEEDS])
def test_a_preset_is_a_spec_that_is_in_order(name: str) -> None:
    try:
        spec = presets.load(name)
    except qx.SpecError as e:
        pytest.skip(f"needs parameters: {e}")
    assert qx.validate(spec) == []
    assert qx.Spec.from_data(spec.to_data()) == spec
    assert eval(repr(spec), {name: getattr(qx, name) for name in qx.__all__}) == spec


def test_hdi_of_a_country() -> None:
    """Norway 2022 in the Human Development Report 2023/24: 0.966."""
    data = {
        "country": ["NOR"],
        "le": [83.393],
        "eys": [18.64806938],
        "mys": [13.05922985],
        "gnipc": [69189.76165],
    }
    scores = qx.compute(presets.load("hdi_2010"), data).values
    assert scores[0, 0] == pytest.approx(0.966, abs=0.0005)


def test_unknown_presets_and_parameters() -> None:
    with pytest.raises(qx.SpecError, match="hdi_2011"):
        presets.load("hdi_2011")
    with pytest.raises(qx.SpecError, match="hdi_2011"):
        presets.about("hdi_2011")
    with pytest.raises(qx.SpecError, match="year"):
        presets.load("hdi_2010", year=2010)
    with pytest.raises(qx.SpecError):
        presets.load("qci")


def test_bands_of_the_quality_competitiveness_index() -> None:
    assert presets.qci_band(80.99) == {"low": 80.0, "high": 85.0, "name": "initial", "name_zh": "具备初步(初等)竞争力"}
    assert presets.qci_band(82.0, scheme="press_2008") is None
    assert presets.qci_band(float("nan")) is None
    with pytest.raises(qx.SpecError, match=r"^qci_band.scheme: unknown scheme .aqsiq.; "):
        presets.qci_band(80, scheme="aqsiq")


def test_the_beginning_of_one_name_means_that_one() -> None:
    with says(qx.SpecError, "presets: found 5; give the name of a preset"):
        qx.presets.load(5)  # type: ignore[arg-type]
    for load in (qx.presets.load, qx.presets.about):
        with says(qx.SpecError, "presets: there is no preset 'hdi'; did you mean 'hdi_2010'?"):
            load("hdi")
        for several_or_none in ("", "xyz"):
            with pytest.raises(qx.SpecError, match=f"^presets: there is no preset '{several_or_none}'"):
                load(several_or_none)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (5, "presets.qci.thresholds: found a number 5; expected an object"),
        (
            {"a": [float("nan"), 1]},
            "presets.qci.thresholds.a.0: the number is nan; write a finite number, or leave it out",
        ),
        ({1: 2}, "presets.qci.thresholds: a key is a int; keys are texts"),
        (
            {"a": "\ud800"},
            "presets.qci.thresholds.a: '\\ud800' is no text; it has half a character; read its file in the right encoding",
        ),
    ],
)
def test_what_is_wrong_with_a_parameter_has_one_place(given: object, text: str) -> None:
    with says(qx.SpecError, text):
        presets.load("qci", thresholds=given)
