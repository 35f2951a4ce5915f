"""What the pages of the methods show under "Use" is run: Python as it is, JSON by the reader, C++ by the compiler."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import quindex as qx
from quindex import _core

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(p for p in (ROOT / "docs/methods").rglob("*/*.md"))
TREE = qx.group("index", [qx.indicator("a", target=1, goalposts=(1, 2)), qx.indicator("b", target=1, goalposts=(1, 2))])


def use(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)\n```$", page.read_text(encoding="utf-8"), re.M | re.S)


def ids(page: Path) -> str:
    return f"{page.parent.name}/{page.stem}"


def ours(*values: object) -> list[float]:
    return [0.0]


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_python_and_json_say_the_same(page: Path) -> None:
    for code, text in zip(use(page, "python"), use(page, "json"), strict=False):
        method = eval(code, {"qx": qx, "ours": ours})
        family, name = page.parent.name, page.stem
        assert (method.family, method.about["name"]) == (family, name)
        if family in ("draw", "vary"):  # of designs, not of specs
            assert method.to_data().items() >= json.loads(text).items()
            continue
        spec = qx.Spec.from_data({"quindex": 1, "framework": TREE.to_data(), **json.loads(text)}, {"ours": ours})
        found = spec.prepare[0] if family in ("treat", "impute", "denominate") else getattr(spec, family)
        assert found == method


def test_every_method_shows_its_use() -> None:
    names = {f"{f['name']}/{m['name']}" for f in _core.catalogue() for m in f["methods"]}
    shown = {ids(p) for p in PAGES if use(p, "python") and use(p, "json") and use(p, "cpp")}
    assert names - shown == set()


def test_the_cpp_lines_compile(tmp_path: Path) -> None:
    lines = [line for page in PAGES for line in use(page, "cpp")]
    source = tmp_path / "use.cpp"
    body = "".join(f"  (void){line};\n" for line in lines)
    includes = '#include "quindex/quindex.hpp"\n#include "quindex/presets/presets.hpp"\n'
    source.write_text(f"{includes}int main() {{\n{body}}}\n", encoding="utf-8")
    flags = [
        "-std=c++20",
        "-fsyntax-only",
        "-DQUINDEX_COMPILED",
        f"-I{ROOT / 'include'}",
        "-isystem/usr/include/eigen3",
    ]
    ran = subprocess.run(["g++", *flags, str(source)], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
