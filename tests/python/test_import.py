"""The package as a whole: quick to import, nothing imported that is not needed, nothing missing from its stubs."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
import quindex as qx
from conftest import public
from quindex import _core, _stubs
from quindex.methods import FAMILIES

PACKAGE = Path(__file__).resolve().parents[2] / "python" / "quindex"
QUICK = 0.3  # seconds of this process, so that a busy machine does not matter


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout


def test_importing_is_quick() -> None:
    code = "import time; t = time.process_time(); import quindex; print(time.process_time() - t)"
    assert min(float(run(code)) for _ in range(3)) < QUICK


def test_importing_imports_no_frame_library() -> None:
    code = "import sys, quindex; print([m for m in ('pandas', 'polars', 'pyarrow', 'narwhals', 'yaml') if m in sys.modules])"
    assert run(code) == "[]\n"


def test_computing_with_pandas_imports_no_other_library() -> None:
    code = (
        "import sys, pandas as pd, quindex as qx\n"
        "qx.compute(qx.group('a', ['x']), pd.DataFrame({'x': [1.0, 2.0]})).scores\n"
        "print([m for m in ('polars', 'narwhals') if m in sys.modules])"
    )
    assert run(code) == "[]\n"


def test_dir_is_all() -> None:
    assert dir(qx) == sorted(qx.__all__)
    for family in FAMILIES:
        assert dir(getattr(qx, family)) == getattr(qx, family).__all__


def test_everything_public_has_a_docstring() -> None:
    names = dict(public(qx, "quindex"))
    assert {"quindex.robustness.morris", "quindex.Result.scores", "quindex.frontier.Doubt.shares"} <= names.keys()
    assert {"quindex.normalise.MinMax.high", "quindex.Robustness.at_risk"} <= names.keys()
    assert [name for name, thing in names.items() if not inspect.getdoc(thing)] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_stubs_are_up_to_date(family: str) -> None:
    stub = (PACKAGE / f"{family}.pyi").read_text(encoding="utf-8")
    assert stub == _stubs.stub(family), "run scripts/generate"


@pytest.mark.parametrize("family", FAMILIES)
def test_stubs_are_python(family: str) -> None:
    ast.parse(_stubs.stub(family))


def test_the_stub_of_the_core_names_all_there_is() -> None:
    tree = ast.parse((PACKAGE / "_core.pyi").read_text(encoding="utf-8"))
    functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    classes = {n.name: n for n in tree.body if isinstance(n, ast.ClassDef)}
    values = {n.target.id for n in tree.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)}
    real = {n for n in vars(_core) if not n.startswith("_")} | {"__version__"}
    assert functions | set(classes) | values == real
    for name, node in classes.items():
        members = {n.name for n in node.body if isinstance(n, ast.FunctionDef)} - {"__init__", "__eq__"}
        own = {n for n in vars(getattr(_core, name)) if not n.startswith("_") or n in ("__call__", "__len__")}
        assert members == own, name


def test_the_package_is_typed() -> None:
    assert (Path(qx.__file__).parent / "py.typed").exists()
