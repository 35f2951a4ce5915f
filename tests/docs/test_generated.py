"""What scripts/generate makes is committed as it makes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))

import reference  # noqa: E402
from quindex import _core, _stubs  # noqa: E402

STALE = "run scripts/generate, and commit what it made"


def test_the_method_pages_are_fresh() -> None:
    folder = ROOT / "docs" / "methods"
    committed = {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}
    made = reference.pages()
    assert committed.keys() == made.keys(), STALE
    assert [path for path, text in made.items() if committed[path] != text] == [], STALE


@pytest.mark.parametrize("family", sorted(_stubs.FAMILIES))
def test_the_stubs_are_fresh(family: str) -> None:
    committed = ROOT / "python" / "quindex" / f"{family}.pyi"
    assert committed.read_text(encoding="utf-8") == _stubs.stub(family), STALE


def test_every_method_is_checked_against_something() -> None:
    methods = {f"{f['name']}/{m['name']}" for f in _core.catalogue() for m in f["methods"] if m["name"] != "custom"}
    assert methods - set(reference.cases()) == set(), "write '// Case method: source' above the test of each"
    functions = {f"{f['name']}/{m['name']}" for f in _core.function_catalogue() for m in f["methods"]}
    unknown = set(reference.cases()) - methods - functions
    assert unknown == set(), "no such method"
