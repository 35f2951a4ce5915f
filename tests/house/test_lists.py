"""A method is one file and one line: every header that describes a method is in the list of its family."""

from __future__ import annotations

import re

import pytest
import tree

FAMILIES = ["screen", "denominate", "treat", "impute", "normalise", "weigh", "aggregate", "missing", "draw", "vary"]


def methods_in(folder: str) -> dict[str, str]:
    """The types with a `method_info info`, and the header each is in."""
    found = {}
    for header in tree.files(f"include/quindex/{folder}", ".hpp"):
        text = header.read_text(encoding="utf-8")
        for struct in re.finditer(r"^struct (\w+)[^;{]*\{(.*?)^\};", text, re.MULTILINE | re.DOTALL):
            if "static constexpr method_info info" in struct.group(2):
                found[struct.group(1)] = tree.name(header)
    return found


def test_every_family_has_a_list() -> None:
    assert [family for family in FAMILIES if not (tree.INCLUDE / family / "methods.hpp").exists()] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_method_is_listed(family: str) -> None:
    lists = [tree.INCLUDE / family / "methods.hpp", *(tree.INCLUDE / family).glob("single_methods.hpp")]
    text = "".join(p.read_text(encoding="utf-8") for p in lists)
    listed = set(re.findall(r"\w+", " ".join(re.findall(r"method_list<([^;]*)>", text, re.DOTALL))))
    assert {m: h for m, h in methods_in(family).items() if m not in listed} == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_method_is_in_the_file_of_its_name(family: str) -> None:
    assert {m: h for m, h in methods_in(family).items() if not h.endswith(f"/{m}.hpp")} == {}
