"""The guide to robustness: pictures and their alternative texts, and examples on data that stay elsewhere."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from test_examples import EXAMPLES, ROOT, printed

GUIDE = ROOT / "docs/guide/robustness.md"
REFERENCE = Path(os.environ.get("QUINDEX_REFERENCE", "no folder is named"))


def test_pictures_have_the_alternative_text_of_what_is_drawn() -> None:
    pytest.importorskip("matplotlib")
    drawn = (EXAMPLES / "python/robustness_pictures.txt").read_text(encoding="utf-8").splitlines()
    shown = re.findall(r"^!\[(.*?)\]\((.*?)\)$", GUIDE.read_text(encoding="utf-8"), re.M)
    assert [words for words, _ in shown] == drawn
    for words, file in shown:
        text = (GUIDE.parent / file).read_text(encoding="utf-8")
        assert f'aria-label="{words}"' in text, "run the example, and copy its pictures from build/ to docs/guide"


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("reference/*.py")), ids=lambda p: p.stem)
def test_an_example_on_reference_data_prints_what_is_shown(example: Path) -> None:
    if not (REFERENCE / "indices/yangtze41_2024/inputs.csv").exists():
        pytest.skip("the reference data are not here: QUINDEX_REFERENCE names no folder that has them")
    assert printed([sys.executable, str(example)], ROOT) == example.with_suffix(".txt").read_text(encoding="utf-8")
