"""Every public name of a header says what it is, and tables in comments are tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import tree

HEADERS = [p for p in tree.files("include", ".hpp") if p.parent != tree.INCLUDE]
NAMED = re.compile(r"^(?:\[\[nodiscard\]\]|(?:struct|class|enum class) \w+(?: final)?(?: :[^:].*)? ?\{|concept \w+)")
NO_FIELD = r"using |static |friend |return |public:|private:|enum |struct |explicit "
FIELD = re.compile(rf"^  (?!{NO_FIELD})[\w:][^()]*[\w>}}] *(?:;|= .*;|\{{.*\}};)")
# Structs whose fields users write, or read by themselves: what each may be has to be said.
OPTIONS = re.compile(r"^struct (?:\w+_(?:options|limits|format|columns|view|info)|options|masking) \{")
# What is not a declaration of its own, and stands between it and its comment.
BETWEEN = re.compile(r"^(?:template <.*>|requires\b.*|QUINDEX_\w+.*)$")
HIDDEN = re.compile(r"^namespace (?:\w+::)*detail \{")


def is_documented(lines: list[str], at: int) -> bool:
    """Does a /// comment end above line `at`, or stand behind what begins there?"""
    above = at - 1
    while above >= 0 and BETWEEN.match(lines[above].strip()):
        above -= 1
    if lines[above].lstrip().startswith("///") or "///<" in lines[at]:
        return True
    below = at
    while below + 1 < len(lines) and ";" not in lines[below]:
        below += 1
    return "///<" in lines[below]


def public_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines at namespace level and those of options, with "" or "field" for what may stand there."""
    hidden = False
    inside = ""
    for number, line in enumerate(lines):
        if HIDDEN.match(line):
            hidden = True
        elif re.match(r"^\}  // namespace (?:\w+::)*detail", line):
            hidden = False
        if hidden:
            continue
        if OPTIONS.match(line):
            inside = line
        elif line.startswith("}"):
            inside = ""
        yield number, "field" if inside and line.startswith("  ") else ""


def undocumented(header: Path) -> Iterator[tree.Line]:
    lines = header.read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines)
    # The parameters of a method are described by its fields().
    described = {
        m.start() for m in re.finditer(r"^struct \w+.*?^\};", text, re.MULTILINE | re.DOTALL) if "fields()" in m.group()
    }
    starts = {text.count("\n", 0, at) for at in described}
    method = False
    for number, kind in public_lines(lines):
        line = lines[number]
        if number in starts:
            method = True
        elif line.startswith("}"):
            method = False
        wanted = FIELD.match(line) and not method if kind == "field" else NAMED.match(line) and "operator" not in line
        if wanted and not is_documented(lines, number):
            yield tree.Line(tree.name(header), number + 1, line)


def test_public_names_say_what_they_are() -> None:
    tree.none([f for header in HEADERS for f in undocumented(header)], "a public name has a /// comment")


def test_rows_of_tables_in_comments_are_lines() -> None:
    found = tree.lines(tree.cpp("include", "src"), r"^\s*/// \|.*[^|]$")
    tree.none(found, "a row of a table in a comment begins and ends with | on one line")
