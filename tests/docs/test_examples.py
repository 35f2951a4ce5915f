"""Every example runs and prints what is shown; every code block of the docs is quoted from an example."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SOURCES = {"cpp": (".cpp",), "python": (".py",), "text": (".txt",), "json": (".json",)}
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("python/*.py")), ids=lambda p: p.stem)
def test_an_example_prints_what_is_shown(example: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(example)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    expected = example.with_suffix(".txt")
    if expected.exists():
        assert ran.stdout == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_code_blocks_are_quoted_from_examples(page: Path) -> None:
    for language, block in re.findall(
        r"^```(\w+)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S
    ):
        if language in SOURCES:
            files = [p for p in EXAMPLES.rglob("*") if p.suffix in SOURCES[language]]
            quoted = any(block in p.read_text(encoding="utf-8") for p in files)
            assert quoted, f"this {language} block is not in a file under docs/examples:\n{block}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []
