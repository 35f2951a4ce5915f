"""Every example runs and prints what is shown; every code block of the docs is quoted from an example."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
GENERATED = ROOT / "docs" / "methods"
QUOTED = {
    "cpp": "*.cpp",
    "python": "*.py",
    "text": "*.txt",
    "json": "*.json",
    "sh": "*.sh",
    "cmake": "CMakeLists.txt",
    "csv": "*.csv",
}
ONLY_SHOWN = {"math"}
PAGES = sorted(p for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if not p.is_relative_to(GENERATED))
pages = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())


def printed(command: list[str], folder: Path) -> str:
    """What a command prints; warnings of Python are errors, and quindex is that of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONWARNINGS": "error"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Language and text of every fenced block."""
    yield from re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("python/*.py")), ids=lambda p: p.stem)
def test_a_python_example_prints_what_is_shown(example: Path) -> None:
    (ROOT / "build").mkdir(exist_ok=True)
    out = printed([sys.executable, str(example)], ROOT)
    expected = example.with_suffix(".txt")
    if expected.exists():
        assert out == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("shell/*.sh")), ids=lambda p: p.stem)
def test_a_shell_example_prints_what_is_shown(example: Path, tmp_path: Path) -> None:
    out = printed(["bash", "-e", str(example)], tmp_path)
    assert out == example.with_suffix(".txt").read_text(encoding="utf-8")


@pages
def test_code_blocks_are_quoted_from_examples(page: Path) -> None:
    for language, block in blocks(page):
        assert language in QUOTED.keys() | ONLY_SHOWN, f"what language is this block?\n{block}"
        if language in ONLY_SHOWN or (language == "sh" and is_our_commands(block)):
            continue
        quoted = any(block in p.read_text(encoding="utf-8") for p in EXAMPLES.rglob(QUOTED[language]))
        assert quoted, f"this {language} block is not in a file under docs/examples:\n{block}"


def is_our_commands(block: str) -> bool:
    """Is every line a script of the project, which the project's own set-up runs?"""
    return all(shutil.which(line.split()[0], path=str(ROOT)) for line in block.splitlines())


def prose(page: Path) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)


def own_links(text: str) -> list[tuple[str, str]]:
    """Path and anchor of every link inside the project."""
    return re.findall(r"\]\((?!https?://|mailto:)([^)#\s]*)#?([^)\s]*)\)", text)


@pages
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in own_links(prose(page)):
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"there is no {target}"
        assert not anchor or anchor in anchors(there), f"{target} has no heading #{anchor}"


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}


BOTH_LANGUAGES = ("README.md", "docs/README.zh.md")


@pytest.mark.parametrize("page", BOTH_LANGUAGES)
def test_both_languages_show_every_way_in(page: str) -> None:
    shown = [language for language, _ in blocks(ROOT / page)]
    assert {"sh", "python", "cpp", "text"} <= set(shown)
    assert shown.count("text") >= 2
    assert "`quindex run`" in (ROOT / page).read_text(encoding="utf-8")


def test_both_languages_have_the_same_standing() -> None:
    """As many sections, and links to the same pages; each also links to the other."""
    sections, links = [], []
    for page in BOTH_LANGUAGES:
        text = prose(ROOT / page)
        sections.append(len(re.findall(r"^## ", text, re.M)))
        targets = {(ROOT / page).parent.joinpath(target).resolve() for target, _ in own_links(text) if target}
        other = ROOT / next(p for p in BOTH_LANGUAGES if p != page)
        assert other in targets
        links.append(targets - {other})
    assert sections[0] == sections[1]
    assert links[0] == links[1]
