"""The guide to methods: every method of a spec is named where one chooses, under its own family."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import quindex as qx
from quindex.methods import FAMILIES

TEXT = (Path(__file__).resolve().parents[2] / "docs/guide/methods.md").read_text(encoding="utf-8")
OF_A_DESIGN = ("draw", "vary")
FOR_ALL = {"custom", "fixed"}  # said once, under "Your own"
HEADING = {"denominate": "Prepare", "treat": "Prepare", "impute": "Prepare"}


def named(text: str) -> set[str]:
    return set(re.findall(r"`([a-z0-9_]+)`", text))


@pytest.mark.parametrize("family", [f for f in FAMILIES if f not in OF_A_DESIGN])
def test_every_method_is_named_where_one_chooses(family: str) -> None:
    parts = re.split(r"^\*\*\[?(\w+)\]?", TEXT.partition("## Which one?")[2].partition("\n## ")[0], flags=re.M)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    own = sections[HEADING.get(family, family.capitalize())]
    assert set(FAMILIES[family]) - named(own) - FOR_ALL == set()


def test_what_is_for_all_families_is_said_once() -> None:
    assert named(TEXT.partition("## Your own")[2]) >= FOR_ALL
    takes_functions = {family for family, methods in FAMILIES.items() if "custom" in methods}
    assert takes_functions == {"normalise", "weigh", "aggregate"}


def test_the_catalogue_lists_what_the_guide_says() -> None:
    assert set(qx.catalogue()["family"]) == {*FAMILIES, "diagnose", "frontier", "robustness"}
