"""The files of the project, as the house checks look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include" / "quindex"


class Line(NamedTuple):
    """One line of a file; prints as path:number: text."""

    path: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.text.strip()}"


def files(folder: str, *suffixes: str) -> list[Path]:
    """The files under a folder of the project that end in one of the suffixes."""
    return sorted(p for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix in suffixes)


def cpp(*folders: str) -> list[Path]:
    """The C++ files under the folders."""
    return [p for folder in folders for p in files(folder, ".hpp", ".ipp", ".cpp")]


def python(*folders: str) -> list[Path]:
    """The Python files under the folders."""
    return [p for folder in folders for p in files(folder, ".py", ".pyi")]


def name(path: Path) -> str:
    """The path as people write it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def lines(paths: list[Path], pattern: str, *, code_only: bool = False) -> Iterator[Line]:
    """Every line matching the pattern; with code_only, comments and the text of strings are not looked at."""
    for path in paths:
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if re.search(pattern, code(text) if code_only else text):
                yield Line(name(path), number, text)


def code(text: str) -> str:
    """A line of C++ without its comment and without the text of its strings."""
    return re.sub(r"//.*", "", re.sub(r'"(?:[^"\\]|\\.)*"', '""', text))


def none(found: Iterable[object], rule: str) -> None:
    """Fails with every finding on a line of its own, under the rule that it breaks."""
    listed = [str(finding) for finding in found]
    if listed:
        pytest.fail(f"{rule}:\n" + "\n".join(listed), pytrace=False)
