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


@pages
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target, anchor in re.findall(r"\]\((?!https?://|mailto:)([^)#\s]*)#?([^)\s]*)\)", text):
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"there is no {target}"
        assert not anchor or anchor in anchors(there), f"{target} has no heading #{anchor}"


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", ["README.md", "docs/README.zh.md"])
def test_both_languages_have_the_same_standing(page: str) -> None:
    shown = [language for language, _ in blocks(ROOT / page)]
    assert {"sh", "python", "cpp", "text"} <= set(shown)
    assert shown.count("text") >= 2
