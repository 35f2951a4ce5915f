"""A header includes its own folder and strictly lower layers; a library stays in the folder that wraps it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tree

LAYERS = [
    {"config.hpp", "version.hpp", "error.hpp", "base"},
    {"numeric", "describe"},
    {"model"},
    {"draw"},
    {"screen", "denominate", "treat", "impute", "normalise", "weigh", "aggregate", "missing", "vary"},
    {"compute", "frontier"},
    {"diagnose", "robustness"},
    {"presets", "io"},
    {"quindex.hpp"},
]
LAYER = {part: level for level, parts in enumerate(LAYERS) for part in parts}


def part_of(path: str) -> str:
    """The folder, or the file at the top, that an include or a header belongs to."""
    return path.split("/")[0]


def offences(header: Path) -> list[str]:
    here = part_of(header.relative_to(tree.INCLUDE).as_posix())
    found = []
    for line in tree.lines([header], r"^\s*#\s*include\s*[\"<]quindex/"):
        there = part_of(re.search(r"quindex/([^\">]+)", line.text).group(1))
        above = LAYER.get(there, len(LAYERS))
        if there != here and above >= LAYER[here] > 0:
            found.append(f"{line} <- {here} is on layer {LAYER[here]}, {there} on layer {above}")
    return found


def test_every_folder_is_on_a_layer() -> None:
    parts = {part_of(p.relative_to(tree.INCLUDE).as_posix()) for p in tree.cpp("include")}
    assert not parts - LAYER.keys(), f"say in {__file__} which layer these are on: {sorted(parts - LAYER.keys())}"


def test_every_part_on_a_layer_is_there() -> None:
    assert [part for part in LAYER if not (tree.INCLUDE / part).exists()] == []


def test_headers_include_only_lower_layers() -> None:
    found = [offence for header in tree.cpp("include") for offence in offences(header)]
    tree.none(found, "a header includes its own folder and strictly lower layers")


def test_project_includes_are_written_from_the_root() -> None:
    found = tree.lines(tree.cpp("include", "src"), r'#\s*include\s*"(?!quindex/)')
    tree.none(found, 'includes are written "quindex/folder/file.hpp"')


@pytest.mark.parametrize(
    ("library", "pattern", "homes"),
    [
        ("Boost", r"#\s*include\s*<boost/|\bboost::", ("include/quindex/numeric/", "src/numeric")),
        ("nlohmann/json", r"#\s*include\s*<nlohmann/|\bnlohmann::", ("include/quindex/io/", "src/io")),
        ("pybind11", r"#\s*include\s*<pybind11/|\bpybind11::", ("python/bindings/",)),
    ],
)
def test_a_library_stays_where_it_is_wrapped(library: str, pattern: str, homes: tuple[str, ...]) -> None:
    elsewhere = [p for p in tree.cpp("include", "src", "python") if not tree.name(p).startswith(homes)]
    tree.none(tree.lines(elsewhere, pattern, code_only=True), f"{library} stays in {', '.join(homes)}")


def test_frame_libraries_stay_in_frames() -> None:
    pattern = r"^\s*(?:import|from)\s+(?:pandas|polars|narwhals|pyarrow)\b"
    elsewhere = [p for p in tree.python("python/quindex") if p.name != "frames.py"]
    tree.none(tree.lines(elsewhere, pattern), "frame libraries stay in python/quindex/frames.py")
