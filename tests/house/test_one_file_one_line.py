"""A method is one file and one line: a toy is added to a copy of the project, and is then found everywhere.

The copy gets tests/house/toy/toy.hpp, its include and its name in the list, and nothing else. Each test asks a reader.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COPIED = [
    "include",
    "python",
    "scripts",
    "docs/reference.py",
    "docs/methods",
    "tests/laws",
    "tests/impute/support.hpp",
    "tests/vary/scenes.hpp",
    "tests/methods.hpp",
    "benchmarks",
]
LIST = "include/quindex/normalise/methods.hpp"
TOY = "include/quindex/normalise/toy.hpp"
TABLE = "{'income': [40, 25, 60], 'schooling': [11, 13, 9], 'unit': ['A', 'B', 'C']}"
TREE = "qx.group('life', [qx.indicator('income'), qx.indicator('schooling')])"

pytestmark = pytest.mark.slow


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def added(text: str) -> str:
    """The list with the toy: one more include, one more name."""
    text = text.replace("#include", '#include "quindex/normalise/toy.hpp"\n#include', 1)
    return re.sub(r"(using methods\s*=\s*method_list<[^;]*)>;", r"\1, toy>;", text)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the toy in it."""
    folder = tmp_path_factory.mktemp("copy")
    ignore = shutil.ignore_patterns("__pycache__", "*.so")
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target, ignore=ignore) if source.is_dir() else shutil.copy(source, target)
    before = contents(folder)
    shutil.copy(ROOT / "tests/house/toy/toy.hpp", folder / TOY)
    (folder / LIST).write_text(added((folder / LIST).read_text(encoding="utf-8")), encoding="utf-8")
    touched = {name for name, text in contents(folder).items() if before.get(name) != text}
    assert touched == {TOY, LIST}
    return folder


def run(folder: Path, *command: str, **variables: str) -> str:
    """What a command prints, run in the copy; fails with what it complains of."""
    environment = {**os.environ, "CCACHE_BASEDIR": str(folder), "CCACHE_NOHASHDIR": "1", **variables}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, f"{' '.join(command)}\n{ran.stdout}\n{ran.stderr[-4000:]}"
    return ran.stdout


def build(folder: Path, source: str, output: str, *more: str) -> None:
    """Compiles one translation unit, header-only and without optimising, which is the cheapest way to all of it."""
    ccache = [shutil.which("ccache")] if shutil.which("ccache") else []
    flags = ["-std=c++20", "-O0", "-ffp-contract=off", "-pthread", "-Iinclude", "-isystem", "/usr/include/eigen3"]
    obj = f"{output}.o"
    run(folder, *ccache, "g++", *flags, *more, "-fPIC", "-c", source, "-o", obj)
    libraries = (
        ["-lgtest", "-lgtest_main"]
        if "laws" in output
        else ["-lbenchmark_main", "-lbenchmark"]
        if "bench" in output
        else ["-shared"]
    )
    run(folder, "g++", obj, *libraries, "-pthread", "-o", output)


@pytest.fixture(scope="module")
def python(copy: Path) -> Callable[[str], str]:
    """Runs Python code against the package of the copy."""
    import pybind11

    bindings = sorted((copy / "python/bindings").glob("*.cpp"))
    (copy / "all.cpp").write_text("".join(f'#include "{p.relative_to(copy)}"\n' for p in bindings))
    includes = (pybind11.get_include(), sysconfig.get_path("include"))
    build(copy, "all.cpp", "python/quindex/_core.so", *(f"-isystem{i}" for i in includes))
    prelude = "import quindex as qx\nfrom quindex import *\n"
    return lambda code: run(copy, sys.executable, "-c", prelude + code, PYTHONPATH=str(copy / "python")).strip()


@pytest.fixture(scope="module")
def generated(copy: Path, python: Callable[[str], str]) -> Path:
    """The copy after scripts/generate."""
    run(copy, sys.executable, "scripts/generate", PYTHONPATH=str(copy / "python"))
    return copy


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("print(normalise.Toy())", "Toy()"),
        ("print(normalise.Toy(low=2))", "Toy(low=2.0)"),
        ("import inspect; print(inspect.signature(normalise.Toy))", "(*, low: float = 1.0, high: float = 7.0)"),
        ("print(normalise.Toy(low=2) == normalise.Toy(low=2) != normalise.Toy())", "True"),
        ("print(len({normalise.Toy(low=2), normalise.Toy(low=2.0)}))", "1"),
        ("t = normalise.Toy(low=2); print(eval(repr(t), vars(normalise)) == t)", "True"),
        ("import pickle; t = normalise.Toy(low=2); print(pickle.loads(pickle.dumps(t)) == t)", "True"),
        ("print(normalise.Toy(low=2).replace(high=9))", "Toy(low=2.0, high=9.0)"),
        (
            "print(normalise.Toy.__doc__.splitlines()[0])",
            "Maps the observed range onto [low, high], to show how little a method takes.",
        ),
        ("print('Score of the worst value.' in normalise.Toy.__doc__)", "True"),
        ("print(normalise.Toy.low.__doc__)", "Score of the worst value."),
    ],
)
def test_python_has_a_class(python: Callable[[str], str], code: str, expected: str) -> None:
    assert python(code) == expected


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ("lwo=2", "Toy.lwo: toy has no such parameter; did you mean 'low'?"),
        ("low=11", "Toy.low: 11 is outside [-10, 10]"),
        ("low=8", "Toy: low (8) must be below high (7)"),
    ],
)
def test_its_parameters_are_checked(python: Callable[[str], str], parameters: str, message: str) -> None:
    assert python(f"try: normalise.Toy({parameters})\nexcept qx.SpecError as e: print(e)") == message


def test_spec_files_hold_it(python: Callable[[str], str]) -> None:
    code = f"""
spec = qx.Spec({TREE}, normalise={{"*": "toy", "income": normalise.Toy(low=2)}})
qx.write_spec(spec, "toy.json")
assert qx.read_spec("toy.json") == spec
try: qx.Spec({TREE}, normalise="tyo")
except qx.SpecError as e: print(e)
"""
    assert python(code) == "normalise.method: unknown method 'tyo'; did you mean 'toy'?"


def test_it_computes_scores(python: Callable[[str], str]) -> None:
    code = f"""
spec = qx.Spec({TREE}, normalise={{"*": normalise.MinMax(), "income": normalise.Toy()}})
result = qx.compute(spec, {TABLE}, unit="unit")
print(result.values[:, 1].round(3).tolist(), result.fitted.freeze() is not None)
"""
    assert python(code) == "[3.571, 1.0, 7.0] True"


def test_the_schema_has_it(python: Callable[[str], str]) -> None:
    pytest.importorskip("jsonschema")
    code = f"""
import jsonschema
data = qx.Spec({TREE}, normalise=normalise.Toy(low=2)).to_data()
jsonschema.validate(data, qx.schema())
data["normalise"]["low"] = 11
print(jsonschema.Draft202012Validator(qx.schema()).is_valid(data))
"""
    assert python(code) == "False"


def test_the_page_is_made(generated: Path) -> None:
    page = (generated / "docs/methods/normalise/toy.md").read_text(encoding="utf-8")
    for part in ("# Toy rescaling", "nobody (2022)", "It exists in a test only.", "[-10, 10]", "order_preserving"):
        assert part in page
    index = (generated / "docs/methods/README.md").read_text(encoding="utf-8")
    assert "[`toy`](normalise/toy.md)" in index


def test_the_stub_has_it(generated: Path) -> None:
    stubs = "\n".join(p.read_text(encoding="utf-8") for p in (generated / "python/quindex").glob("*.pyi"))
    assert re.search(r"class Toy\b", stubs)


def test_the_laws_cover_it(copy: Path) -> None:
    """C++ has the type and the alternative; the laws of its family run on it."""
    build(copy, "tests/laws/normalise.test.cpp", "laws", "-Itests")
    report = run(copy, "./laws", "--gtest_output=json:laws.json")
    assert "toy" in json.dumps(json.loads((copy / "laws.json").read_text())), report


def test_a_benchmark_registers_itself(copy: Path) -> None:
    if not Path("/usr/include/benchmark/benchmark.h").exists():
        pytest.skip("libbenchmark-dev is installed by scripts/test --full only")
    over_the_list = [p for p in (copy / "benchmarks").rglob("*.cpp") if "normalise::methods" in p.read_text()]
    assert over_the_list, "no benchmark goes through the list of normalisers"
    build(copy, over_the_list[0].relative_to(copy).as_posix(), "bench", "-Ibenchmarks")
    assert "normalise/toy" in run(copy, "./bench", "--benchmark_list_tests=true")
