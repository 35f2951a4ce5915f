"""Writes docs/methods from what the methods say of themselves; nothing in there is written by hand.

Run by scripts/generate. `pages()` gives path -> text, which is what the tests compare with the committed files.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from quindex import _core
from quindex.methods import in_python

MADE = "<!-- Made by scripts/generate from the description in the C++ source; do not edit. -->\n"
STEPS = {"treat", "impute", "denominate"}  # families that a spec holds as steps of `prepare`
FACTORS = {"draw", "vary"}  # families that a design holds, not a spec
PLACES = {"address": "normalise.high", "node": "gdp"}  # of those that can only be given for a certain spec
TESTS = Path(__file__).resolve().parents[1] / "tests"
CASE = re.compile(r"^ *// Case ([a-z0-9_/, ]+): (.+)$", re.M)
Data = dict[str, Any]


def pages() -> dict[str, str]:
    """Every page of docs/methods, by its path in there."""
    families = _core.catalogue()
    out = {"README.md": index(families)}
    for family in families:
        for method in family["methods"]:
            out[f"{family['name']}/{method['name']}.md"] = method_page(family["name"], method)
    for preset in _core.presets():
        out[f"presets/{preset['name']}.md"] = preset_page(preset)
    return out


def class_name(method: str) -> str:
    """MinMax for min_max."""
    return "".join(word.capitalize() for word in method.split("_"))


def index(families: list[Data]) -> str:
    """The list of everything."""
    out = [MADE, "# Methods\n", "Every method, by family, in the order in which an index is computed.\n"]
    for family in families:
        out += [f"## {family['name']}\n", family["summary"] + "\n", listing(family["name"], family["methods"])]
    out += ["## presets\n", "Official indices as specs, with their sources.\n", listing("presets", _core.presets())]
    out += ["## What methods promise\n", "The laws in `tests/laws` test each promise on each method that makes it.\n"]
    promises = {n: m for f in families for method in f["methods"] for n, m in method["claims"]}
    out += [table(["promise", "means"], [[f"`{n}`", m] for n, m in sorted(promises.items())])]
    return "\n".join(out)


def listing(folder: str, methods: list[Data]) -> str:
    rows = [[f"[`{m['name']}`]({folder}/{m['name']}.md)", m["title"], m["summary"]] for m in methods]
    return table(["name", "title", "what it does"], rows)


def table(head: list[str], rows: list[list[str]]) -> str:
    cells = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join("| " + " | ".join(row) + " |\n" for row in cells)


def opening(family: str, method: Data) -> list[str]:
    out = [MADE, f"# {method['title']}\n", f"`{family}` / `{method['name']}`\n", method["summary"] + "\n"]
    out += [f"```math\n{method['formula']}\n```\n"]
    return out + ([method["details"] + "\n"] if method["details"] else [])


def cases() -> dict[str, list[str]]:
    """What each method ("family/method") is checked against: the lines "// Case method: source" in the tests of C++.

    A method without its family belongs to the family that the test's folder is named after.
    """
    out: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("*.test.cpp")):
        for methods, source in CASE.findall(path.read_text(encoding="utf-8")):
            for method in methods.split(","):
                name = method.strip() if "/" in method else f"{path.parent.name}/{method.strip()}"
                out.setdefault(name, []).append(source)
    return out


def checked(family: str, method: Data) -> list[str]:
    sources = cases().get(f"{family}/{method['name']}", [])
    return ["## Checked against\n", "".join(f"- {source}\n" for source in sources)] if sources else []


def closing(method: Data) -> list[str]:
    return ["## Source\n", method["reference"].removesuffix(".") + ".\n"]


def method_page(family: str, method: Data) -> str:
    """The page of one method."""
    out = opening(family, method) + parameters(method)
    if method["claims"]:
        out += ["## What it promises\n", "".join(f"- `{name}`: {means}.\n" for name, means in method["claims"])]
    given = sample(family, method)
    entry = {"method": method["name"], **given}
    spec = {"prepare": [{family: entry}]} if family in STEPS else entry if family in FACTORS else {family: entry}
    function = ["function=ours"] if method["name"] == "custom" else []
    arguments = ", ".join([f"{in_python(k)}={v!r}" for k, v in given.items()] + function)
    use = {
        "cpp": cpp_text(family, method, given),
        "python": f"qx.{family}.{class_name(method['name'])}({arguments})",
        "json": json.dumps(spec, ensure_ascii=False),
    }
    return "\n".join([*out, "## Use\n", *blocks(use), *checked(family, method), *closing(method)])


def preset_page(preset: Data) -> str:
    """The page of one official index."""
    required = [f["name"] for f in preset["fields"]]
    arguments = "".join(f", {name}=…" for name in required)
    use = {"cpp": f"quindex::presets::{preset['name']}{{}}.make()"} if not required else {}
    use["python"] = f'qx.presets.load("{preset["name"]}"{arguments})'
    if required:
        use = {"text": use["python"]}
    out = opening("presets", preset) + parameters(preset)
    return "\n".join([*out, "## Use\n", *blocks(use), *closing(preset)])


def blocks(use: dict[str, str]) -> list[str]:
    return [f"```{language}\n{text}\n```\n" for language, text in use.items()]


def parameters(method: Data) -> list[str]:
    if not method["fields"]:
        return ["## Parameters\n", "None.\n"]
    head = ["name", "type", "default", "values", "meaning"]
    rows = [[f"`{f['name']}`", type_text(f), default_text(f), values_text(f), f["summary"]] for f in method["fields"]]
    return ["## Parameters\n", table(head, rows)]


def is_optional(field: Data) -> bool:
    return {"type": "null"} in field["schema"].get("anyOf", [])


def type_text(field: Data) -> str:
    """The type as Python has it."""
    return field["python"] + (", optional" if is_optional(field) else "")


def default_text(field: Data) -> str:
    """The default as a file has it; a long one by its kind."""
    text = json.dumps(field["default"], ensure_ascii=False)
    return "none" if text == "null" else f"`{text}`"


def values_text(field: Data) -> str:
    """The choices there are, or the range."""
    for schema in (field["schema"], *field["schema"].get("anyOf", [])):
        if "enum" in schema:
            return ", ".join(f"`{choice}`" for choice in schema["enum"])
    low, high = field["low"], field["high"]
    if low == float("-inf") and high == float("inf"):
        return "any"
    if high == float("inf"):
        return f"{'above' if field['low_open'] else 'at least'} {low:g}"
    if low == float("-inf"):
        return f"{'below' if field['high_open'] else 'at most'} {high:g}"
    return f"{'(' if field['low_open'] else '['}{low:g}, {high:g}{')' if field['high_open'] else ']'}"


def sample(family: str, method: Data) -> Data:
    """Parameters to show: the defaults that say something, or, where those are refused, a small example of each."""
    fields = method["fields"]
    given = {f["name"]: f["default"] for f in fields if f["default"] not in (None, [], {}, "")}
    if family in FACTORS:
        given = {f["name"]: PLACES[f["name"]] for f in fields if f["name"] in PLACES} | given
    for attempt in (given, {f["name"]: given.get(f["name"], small(f)) for f in fields}):
        if is_accepted(family, {"method": method["name"], **attempt}):
            return attempt
    return attempt


def is_accepted(family: str, data: Data) -> bool:
    try:
        _core.read_method(family, data)
    except Exception:  # whatever is wrong with it, it is no example
        return False
    return True


def small(field: Data) -> Any:
    """A small value that fits the type of a field."""
    schema = field["schema"]
    schema = next((s for s in schema.get("anyOf", []) if s != {"type": "null"}), schema)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "array":
        pairs = schema.get("items", {}).get("type") == "array"
        return [[0, 0], [1, 100]] if pairs else [0, 1]
    if schema.get("type") == "object":
        return {"a": 2, "b": 1}
    return {"string": "ours", "boolean": True}.get(schema.get("type", ""), 1)


def cpp_text(family: str, method: Data, given: Data) -> str:
    """The method as C++ writes it, with those parameters whose type has a literal."""
    literal = {k: cpp_literal(v) for k, v in given.items()}
    enums = {f["name"] for f in method["fields"] if values_text(f).startswith("`")}
    members = ", ".join(
        f".{k if k != method['name'] else k + '_'} = {v}" for k, v in literal.items() if v and k not in enums
    )
    return f"quindex::{family}::{method['name']}{{{members}}}"


def cpp_literal(value: Any) -> str:
    """Empty where C++ needs to name a type."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "{" + ", ".join(cpp_literal(item) for item in value) + "}"
    if isinstance(value, dict) and all(isinstance(item, int | float) for item in value.values()):
        return "{" + ", ".join(f"{{{json.dumps(k)}, {cpp_literal(v)}}}" for k, v in value.items()) + "}"
    return ""


def write(folder: Path) -> None:
    """Makes the folder hold these pages and no others."""
    made = pages()
    for old in folder.rglob("*.md"):
        if old.relative_to(folder).as_posix() not in made:
            old.unlink()
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "methods")
