"""British spelling and whole words, in code and in prose."""

from __future__ import annotations

import re

import tree

AMERICAN = {
    "normaliz": "normalis",
    "standardiz": "standardis",
    "winsoriz": "winsoris",
    "color": "colour",
    "behavior": "behaviour",
    "serializ": "serialis",
    "initializ": "initialis",
    "optimiz": "optimis",
    "minimiz": "minimis",
    "maximiz": "maximis",
    "recogniz": "recognis",
    "summariz": "summaris",
    "categoriz": "categoris",
    "penaliz": "penalis",
    "labeled": "labelled",
    "neighbor": "neighbour",
    "favorit": "favourit",
    "catalog\\b": "catalogue",
}
# Names that belong to others: of language features, parameters, addresses and works.
THEIRS = re.compile(
    r"DoNotOptimize|benchmark::Init|initializer_list|initializable|#include|https?://|NO_COLOR|\bcolors?=|[\w-]*-color|\.color|_color"
    r"|Organizational Behavior|Behavioral Research|scipy\.optimize"
)
# What users get wrong is written here as they write it.
MISTAKES = ("tests/bad_input/", "tests/io/spec_file")
VAGUE = r"\b(?:class|struct|def|namespace)\s+(?:\w*(?:Manager|Helper|[Uu]tils?)\b|get_|set_)"


def test_spelling_is_british() -> None:
    texts = tree.cpp("include", "src", "tests", "python", "benchmarks") + tree.python(
        "python", "tests/python", "benchmarks", "docs"
    )
    texts += tree.files("docs", ".md") + list(tree.ROOT.glob("*.md"))
    texts = [path for path in texts if not tree.name(path).startswith(MISTAKES)]
    found = [line for line in tree.lines(texts, "(?i)" + "|".join(AMERICAN)) if not THEIRS.search(line.text)]
    tree.none(found, "British spelling: " + ", ".join(AMERICAN.values()))


def test_names_of_tests_read_as_sentences() -> None:
    # Words between underscores; a capital is that of a name (Pareto) or of an abbreviation (TOPSIS).
    word = r"(?:[a-z0-9]+|[A-Z][a-z]*|[A-Z0-9]+)"
    found = tree.lines(tree.cpp("tests"), rf"TEST(?:_F|_P)?\(\w+, (?!{word}(?:_{word})*\))\w+\)")
    tree.none(found, "the name of a test is snake_case")
    found = tree.lines(tree.cpp("tests"), r"TEST(?:_F|_P)?\(\w+, [A-Z]")
    tree.none(found, "the name of a test goes on where that of its suite ends, in lower case")


def test_names_say_what_a_thing_is() -> None:
    found = tree.lines(tree.cpp("include", "src") + tree.python("python"), VAGUE, code_only=True)
    tree.none(found, "no get_, set_, Manager, Helper or utils")
