"""A file says what it is for in its first line, stays short, and its test sits where one looks for it."""

from __future__ import annotations

import re
from pathlib import Path

import tree

LONGEST = 300  # lines of a source file; 200 is the aim
OPENING = re.compile(r"\A/// \S.*\n(?:///.*\n)*#pragma once\n")
HEADERS = tree.files("include", ".hpp", ".ipp")
PYTHON = [p for folder in ("python/quindex", "tests", "benchmarks", "docs") for p in tree.files(folder, ".py")]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_files_are_short() -> None:
    sources = tree.cpp("include", "src", "python/bindings", "tests", "benchmarks")
    sources += PYTHON
    counts = {p: text(p).count("\n") for p in sources}
    tree.none([f"{tree.name(p)}: {n}" for p, n in counts.items() if n > LONGEST], f"at most {LONGEST} lines")


def test_lines_are_short() -> None:
    sources = tree.cpp("include", "src", "python/bindings", "tests", "benchmarks")
    long = [line for line in tree.lines(sources, r"^.{121}") if 'R"(' not in line.text]
    tree.none(long, "at most 120 columns: the formatter leaves the wrapping of strings to their authors")


def test_headers_open_with_a_sentence_and_a_guard() -> None:
    wrong = [tree.name(p) for p in HEADERS if not OPENING.match(text(p))]
    tree.none(wrong, "a header opens with a /// sentence that says what it is for, then #pragma once")


def test_python_files_open_with_a_docstring() -> None:
    examples = "docs/examples/"  # quoted whole by pages that say what they are for
    modules = [p for p in PYTHON if not tree.name(p).startswith(examples)]
    wrong = [tree.name(p) for p in modules if not text(p).startswith('"""')]
    tree.none(wrong, "a module opens with a docstring")


def test_compiled_sources_carry_every_body() -> None:
    sources = "\n".join(text(p) for p in tree.cpp("src") + tree.files("include", ".ipp"))
    bodies = [p.relative_to(tree.ROOT / "include").as_posix() for p in tree.files("include", ".ipp")]
    tree.none([b for b in bodies if f'"{b}"' not in sources], "src/<folder>.cpp includes every .ipp of its folder")


def test_tests_mirror_the_library() -> None:
    folders = sorted(p.name for p in tree.INCLUDE.iterdir() if p.is_dir())
    untested = [f for f in folders if not list((tree.ROOT / "tests" / f).glob("*.test.cpp"))]
    tree.none(untested, "each folder of include/quindex has tests/<folder>/*.test.cpp")


def test_the_version_is_written_once() -> None:
    version = re.search(r'QUINDEX_VERSION "(.*)"', text(tree.INCLUDE / "version.hpp")).group(1)
    searched = tree.cpp("include", "src", "python/bindings") + tree.python("python/quindex")
    searched += [tree.ROOT / n for n in ("CMakeLists.txt", "pyproject.toml")]
    elsewhere = [f for f in tree.lines(searched, re.escape(version)) if f.path != "include/quindex/version.hpp"]
    tree.none(elsewhere, "the version is written in version.hpp only")
