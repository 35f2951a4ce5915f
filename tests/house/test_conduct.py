"""The library prints nothing, asks nothing, aborts never, and keeps nothing between two calls."""

from __future__ import annotations

import tree

LIBRARY = tree.cpp("include", "src")
CONSTANT = r"(?!.*\b(?:const|constexpr|consteval|assert)\b)"
VARIABLE = r"[\w:<>, ]+ \w+\s*(?:=|;|\{)"


def refuse(pattern: str, rule: str) -> None:
    tree.none(tree.lines(LIBRARY, pattern, code_only=True), rule)


def test_nothing_is_printed() -> None:
    refuse(
        r"\bstd::c(?:out|err|log|in)\b|\b(?:f?printf|puts|putchar)\s*\(|#\s*include\s*<(?:iostream|cstdio)>",
        "the library neither prints nor asks",
    )


def test_nothing_aborts() -> None:
    refuse(
        r"\b(?:abort|terminate|exit|_Exit|quick_exit|assert)\s*\(|__builtin_trap",
        "the library throws, and never ends the program",
    )


def test_nothing_is_kept_between_calls() -> None:
    refuse(rf"^(?:inline |static |extern |thread_local )+{CONSTANT}{VARIABLE}", "no globals")
    refuse(rf"^\s+(?:static (?!inline){CONSTANT}|thread_local ){VARIABLE}", "no static locals that change")
    refuse(rf"\bmutable\s+{VARIABLE}", "const means thread-safe: no mutable members")


def test_no_names_are_brought_in_for_everybody() -> None:
    headers = [p for p in LIBRARY if p.suffix != ".cpp"]
    tree.none(tree.lines(headers, r"^using namespace\b", code_only=True), "headers bring in no namespace")


def test_floating_point_is_not_loosened() -> None:
    build = [tree.ROOT / n for n in ("CMakeLists.txt", "CMakePresets.json", "pyproject.toml")]
    pattern = r"-ffast-math|-Ofast|-funsafe-math|-ffinite-math|-march=native|-ffp-contract=(?!off)"
    tree.none(tree.lines(build, pattern), "the same bits on every machine need strict arithmetic")
