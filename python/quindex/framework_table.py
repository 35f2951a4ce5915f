"""A framework as a flat table, as people keep it in a spreadsheet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from numbers import Real
from typing import Any

from quindex import _core
from quindex.arrays import PlainNative
from quindex.columns import is_missing, label
from quindex.data import refuse_array
from quindex.errors import FrameworkError
from quindex.frames import source
from quindex.framework import Node

COLUMNS = ("code", "parent", "weight", "direction", "unit", "name", "goalpost_low", "goalpost_high", "target")


def framework_from_table(table: Any) -> Node:
    """The framework that a table describes, one node a row, in any order.

    Columns: code, parent (empty for the index), weight, direction (high, low, +, -, 1, -1, 正, 负, an optimal
    point 7, or an optimal interval [6.5, 8.5]; an optimum at 1 is [1, 1]), unit, name, name_en, name_zh (or any
    other language), goalpost_low, goalpost_high, target. All but code and parent may be left out, and cells may
    be empty.
    table: any frame, or a dict of columns.
    """
    refuse_array(table)
    src = source(table, (), unit=None)
    names = [name for name in src.names if name not in ("", "index")]
    for name in names:
        if name not in COLUMNS and (name == "name_" or not name.startswith("name_")):
            hint = _core.did_you_mean(name, [*COLUMNS, "name_en", "name_zh"])
            raise FrameworkError.about("framework", f"unknown column {name!r}", hint, name)
    for name in ("code", "parent"):
        if name not in names:
            hint = "a table of a framework has the columns code and parent"
            raise FrameworkError.about("framework", f"there is no column {name!r}", hint)
    columns = {name: src.raw(name) for name in names}
    rows = []
    for i in range(len(columns["code"])):
        row = {name: column[i] for name, column in columns.items() if not _is_empty(column[i])}
        if "code" not in row:
            raise FrameworkError.about("framework", f"row {i + 1} has no code", "give every row one")
        rows.append((label(row.get("parent", "")).strip(), _node_data(row)))
    return Node.from_data(_core.framework_from_rows(rows))


def _is_empty(x: Any) -> bool:
    return is_missing(x) or (isinstance(x, str) and not x.strip())


def _node_data(row: Mapping[str, Any]) -> dict[str, Any]:
    code = label(row["code"]).strip()
    out: dict[str, Any] = {"code": code}
    if "direction" in row:
        out["better"] = _direction(label(row["direction"]), f"{code}.direction")
    for name in ("weight", "target"):
        if name in row:
            out[name] = _number(row[name], f"{code}.{name}")
    for name in ("unit", "name"):
        if name in row:
            out[name] = label(row[name])
    names = {name.removeprefix("name_"): label(x) for name, x in row.items() if name.startswith("name_")}
    ends = [_number(row[name], f"{code}.{name}") for name in ("goalpost_low", "goalpost_high") if name in row]
    if len(ends) == 1:
        raise FrameworkError.about(f"{code}.goalposts", "one of the goalposts is missing", "give both, or neither")
    return {**out, **({"names": names} if names else {}), **({"goalposts": ends} if ends else {})}


def _direction(text: str, where: str) -> Any:
    """The direction in a cell; a number that is 1 or -1, however it is written, is a sign and no optimum."""
    found = _core.number_in(text.replace("−", "-"))
    if found in (1, -1):
        return "high" if found == 1 else "low"
    return _core.direction_in(text, where)


def _number(x: Any, where: str) -> float:
    found: Any = _core.number_in(x) if isinstance(x, str) else x
    if isinstance(found, Real | Decimal) and not isinstance(found, bool) and math.isfinite(found):
        return float(found)
    raise FrameworkError.about(where, f"found {x!r}", "expected a number", x)


def framework_to_table(framework: Node, like: Any = None) -> Any:
    """The table of a framework, the index first: the inverse of `framework_from_table`.

    like: a frame, whose library the table will be of; without one it is a dict of columns.
    """
    languages = sorted({language for node, _ in framework.walk() for language in node.names})
    columns: dict[str, list[Any]] = {n: [] for n in (*COLUMNS[:6], *(f"name_{x}" for x in languages), *COLUMNS[6:])}

    def add(node: Node, parent: str) -> None:
        ends = node.goalposts or (None, None)
        cells = {
            "code": node.code,
            "parent": parent,
            "weight": node.weight,
            "direction": _core.direction_text(node.better),
            "unit": node.unit,
            "name": node.name,
            "goalpost_low": ends[0],
            "goalpost_high": ends[1],
            "target": node.target,
        }
        for name, column in columns.items():
            column.append(cells[name] if name in cells else node.names.get(name.removeprefix("name_"), ""))
        for child in node.children:
            add(child, node.code)

    add(framework, "")
    native = PlainNative("unit", []) if like is None else source(like, ()).native
    return native.plain(columns)
