"""Results as files: CSV, Excel and Parquet."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import numpy as np

from quindex import _core
from quindex.columns import Columns, beside, plain
from quindex.errors import FileError, SpecError, of_system
from quindex.files import extra, write_bytes, write_spec, write_text
from quindex.frames import parquet_bytes
from quindex.panel import PanelResult
from quindex.result import Result, whole

FORMATS = ("csv", "xlsx", "parquet")


def tables(result: Result | PanelResult) -> dict[str, Columns]:
    """The tables that a result consists of, by name; those of a panel have a column for the period."""
    if isinstance(result, Result):
        return {name: Columns(columns) for name, columns in _tables(result).items()}
    parts = [_tables(r) for r in result.values()]
    return {name: _stacked([part[name] for part in parts]) for name in parts[0]}


def _stacked(parts: Sequence[Mapping[str, Any]]) -> Columns:
    return Columns({name: [x for part in parts for x in plain(part[name])] for name in parts[0]})


def _tables(r: Result) -> dict[str, dict[str, Any]]:
    ranks = whole(r._handle.ranks(), r.spec.ties)
    out = {"scores": _by_unit(r, r.nodes, r.values), "ranks": _by_unit(r, r.nodes, ranks)}
    if r.spec.publish is not None:
        out["published"] = _by_unit(r, r.spec.nodes["groups"], r._handle.published)
    parts, remarks = _contributions(r)
    notes = [*r._all_notes(), *remarks]
    lineage = r._handle.lineage()
    out["contributions"] = parts
    out["weights"] = dict(_weights(r))
    out["lineage"] = {
        name: [row[i] if i < 5 else json.dumps(row[5], ensure_ascii=False) for row in _ordered(lineage)]
        for i, name in enumerate(("node", "step", "method", "present", "changed", "parameters"))
    }
    out["notes"] = {name: [row[i] for row in notes] for i, name in enumerate(("where", "what", "count"))}
    if not r.period:
        return out
    return {
        name: beside({"period": [r._taken.period_given] * len(Columns(columns))}, columns)
        for name, columns in out.items()
    }


def _ordered(lineage: list[Any]) -> list[Any]:
    return [(n, s, m, present, changed, p) for n, s, m, p, present, changed in lineage]


def _by_unit(r: Result, names: Sequence[str], values: Any) -> dict[str, Any]:
    return beside({"unit": r.units}, {name: values[:, j] for j, name in enumerate(names)})


def _weights(r: Result) -> Mapping[str, Any]:
    about, own = r.spec.nodes, r._handle.fitted.weights()
    among = [1.0 if p is None else own[p][c] for c, p in zip(about["code"], about["parent"], strict=True)]
    shares = r._handle.fitted.effective_weights()
    parents = [p or "" for p in about["parent"]]
    return {"node": about["code"], "parent": parents, "weight": among, "effective_weight": shares}


def _contributions(r: Result) -> tuple[dict[str, Any], list[tuple[str, str, int]]]:
    about = r.spec.nodes
    groups, units, children, parts = [], [], [], []
    remarks = []
    for group in about["groups"][::-1]:
        own = [c for c, p in zip(about["code"], about["parent"], strict=True) if p == group]
        try:
            values = r._handle.contributions(group)
        except SpecError as e:
            remarks.append((e.where, e.what, 0))
            continue
        for unit, row in zip(r.units, values.tolist(), strict=True):
            groups += [group] * len(own)
            units += [unit] * len(own)
            children += own
            parts += row
    return {"group": groups, "unit": units, "child": children, "contribution": parts}, remarks


def write_result(result: Result, path: str | PathLike[str]) -> None:
    """Writes one file: .csv and .parquet with a row per unit, .xlsx with a sheet for each table."""
    name = fspath(path)
    kind = Path(name).suffix.lower().removeprefix(".")
    if kind == "xlsx":
        write_workbook(name, tables(result))
    elif kind in ("csv", "parquet"):
        write_table(name, Columns(result._wide()), kind)
    else:
        hint = _core.did_you_mean(kind, list(FORMATS))
        raise FileError.about(name, f"unknown kind of file {kind!r}", hint, kind)


def write_folder(result: Result | PanelResult, folder: str | PathLike[str], kind: str = "csv") -> list[str]:
    """Writes all tables of a result, its spec and what identifies it; returns the names of the files."""
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise of_system(str(place), e) from None
    names = []
    if kind == "xlsx":
        write_workbook(str(place / "result.xlsx"), tables(result))
        names.append("result.xlsx")
    else:
        for name, columns in tables(result).items():
            write_table(str(place / f"{name}.{kind}"), columns, kind)
            names.append(f"{name}.{kind}")
    write_spec(result.spec, place / "spec.json")
    one = result if isinstance(result, Result) else result[result.periods[-1]]
    write_spec(one.fitted.freeze(), place / "frozen.json")
    digests = one.digest if isinstance(result, Result) else {p: r.digest for p, r in result.items()}
    about = {"quindex": _core.__version__, "data": digests}
    write_text(str(place / "about.json"), json.dumps(about, indent=2) + "\n")
    return [*names, "spec.json", "frozen.json", "about.json"]


def write_table(name: str, columns: Columns, kind: str) -> None:
    """Writes columns as .csv or .parquet; numbers are unrounded, missing ones empty."""
    if kind == "parquet":
        extra("pyarrow", "pyarrow", "parquet")
        write_bytes(name, parquet_bytes(columns, {"quindex": _core.__version__}))
        return
    lines = _Lines()
    writer = csv.writer(lines, lineterminator=_Lines.end)
    writer.writerow(columns.columns)
    writer.writerows([_cell(x) for x in row] for row in columns.rows())
    write_text(name, "".join(lines))


class _Lines(list[str]):
    """Lines of CSV. They end in "\\n" alone, and yet cells with a "\\r" are quoted, as any character of `end` is."""

    end = "\r\n"

    def write(self, line: str) -> None:
        self.append(line.removesuffix(self.end) + "\n")


def _cell(x: Any) -> Any:
    return "" if x is None or (isinstance(x, float) and math.isnan(x)) else repr(x) if isinstance(x, float) else x


MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT = 1_048_575, 16_384, 32_767  # of a sheet, below its header


def _refuse_large(name: str, sheets: Mapping[str, Columns]) -> None:
    """Raises FileError for what a workbook cannot hold, and would be left out of it."""
    hint = "write .csv or .parquet"
    for title, columns in sheets.items():
        for found, most, what in ((len(columns), MOST_ROWS, "rows"), (len(columns.columns), MOST_COLUMNS, "columns")):
            if found > most:
                raise FileError.about(f"{name}/{title}", f"there are {found} {what}, a sheet has at most {most}", hint)
        for column, values in columns.items():
            longest = max((len(x) for x in plain(values) if isinstance(x, str)), default=0)
            if longest > LONGEST_TEXT:
                what = f"a text of {longest} characters, a cell has at most {LONGEST_TEXT}"
                raise FileError.about(f"{name}/{title}/{column}", what, hint)


def write_workbook(name: str, sheets: Mapping[str, Columns]) -> None:
    """Writes an Excel workbook, a sheet for each table."""
    _refuse_large(name, sheets)
    data = io.BytesIO()
    book = extra("xlsxwriter", "XlsxWriter", "excel").Workbook(data, {"nan_inf_to_errors": False})
    bold = book.add_format({"bold": True, "bottom": 1})
    for title, columns in sheets.items():
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 1)
        for j, (column, values) in enumerate(columns.items()):
            sheet.write_string(0, j, column, bold)
            for i, x in enumerate(plain(np.asarray(values, dtype=object))):
                if _cell(x) != "":
                    sheet.write(i + 1, j, x) if not isinstance(x, str) else sheet.write_string(i + 1, j, x)
    book.close()
    write_bytes(name, data.getvalue())
