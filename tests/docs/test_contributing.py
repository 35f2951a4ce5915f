"""Where things are: the table of folders names every folder that there is."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/contributing.md").read_text(encoding="utf-8")
TABLE = TEXT.partition("## Where things are")[2].partition("\n## ")[0]


def folders(path: str) -> set[str]:
    """The folders that hold something that is kept."""
    inside = [p for p in (ROOT / path).iterdir() if p.is_dir() and not p.name.startswith((".", "_"))]
    return {p.name for p in inside if any(x.is_file() and x.suffix != ".pyc" for x in p.rglob("*"))}


def test_every_folder_of_the_library_is_named() -> None:
    first = "\n".join(line.split("|")[1] for line in TABLE.splitlines() if line.startswith("|"))
    named = {name.removeprefix("include/quindex/") for name in re.findall(r"`([\w/]+)`", first)}
    assert folders("include/quindex") <= named
    assert {name for name in named if not (ROOT / "include/quindex" / name).exists()} <= folders(".")


def test_every_folder_of_tests_is_named() -> None:
    (row,) = (line for line in TABLE.splitlines() if line.startswith("| `tests` |"))
    named = set(re.findall(r"`(\w+)`", row)) - {"tests"}
    assert folders("tests") - folders("include/quindex") == named
