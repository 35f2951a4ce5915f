"""A robustness run as a folder: first the state, so that no run is lost, then the tables and pictures there can be."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quindex.arrays import PlainNative
from quindex.columns import Columns
from quindex.errors import QuindexError, SpecError, of_system
from quindex.export import write_table, write_workbook
from quindex.files import extra, write_bytes, write_data
from quindex.plot_style import save_picture
from quindex.robustness_points import cells_of
from quindex.robustness_results import Robustness

PICTURES = ("ranks", "acceptability", "shift")
STATE = ("design.json", "outcomes.bin")
MOST_CELLS = 1_000_000  # of the table of points: some 20 MB of text


def make_folder(folder: str, kind: str, pictures: str | None) -> None:
    """Makes the folder, and looks for the packages that will be needed: before a long run rather than after it."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise of_system(folder, e) from None
    if kind == "xlsx":
        extra("xlsxwriter", "XlsxWriter", "excel")
    if kind == "parquet":
        extra("pyarrow", "pyarrow", "parquet")
    if pictures:
        extra("matplotlib.pyplot", "matplotlib", "plot")


def write_state(found: Robustness, folder: str) -> None:
    """Writes the design, and the state that is merged with that of other parts."""
    design, state = (Path(folder) / name for name in STATE)
    write_data(found.design.to_data(), design)
    write_bytes(str(state), found.to_bytes())


def write_tables(found: Robustness, folder: str, kind: str, pictures: str | None) -> list[str]:
    """Writes every table and picture that can be had; of the others the standard error says why they are left out.

    Returns the names of the files.
    """
    place = Path(folder)
    names = []
    sheets: dict[str, Columns] = {}
    for name, make in _tables(found).items():
        file = "robustness.xlsx" if kind == "xlsx" else f"{name}.{kind}"
        shown = f"{name} in {file}" if kind == "xlsx" else file
        columns = _tried(make, shown)
        if kind == "xlsx":
            sheets |= {} if columns is None else {name: columns}
        elif columns is None:
            (place / file).unlink(missing_ok=True)  # that of an earlier run would be taken for this one's
        else:
            write_table(str(place / file), columns, kind)
            names.append(file)
    if kind == "xlsx":
        write_workbook(str(place / "robustness.xlsx"), sheets)
        names.append("robustness.xlsx")
    return [*names, *STATE, *_pictures(found, place, pictures)]


def _pictures(found: Robustness, place: Path, kind: str | None) -> list[str]:
    names = []
    for name in PICTURES if kind else ():
        ax = _tried(getattr(found.plot, name), f"{name}.{kind}")
        if ax is None:
            (place / f"{name}.{kind}").unlink(missing_ok=True)
            continue
        save_picture(ax, place / f"{name}.{kind}")
        names.append(f"{name}.{kind}")
    return names


def _tried(make: Callable[[], Any], file: str) -> Any:
    """What is made, or nothing and a line on the standard error."""
    try:
        return make()
    except QuindexError as e:
        print(f"{file} is left out: {e.what}" + (f"; {e.hint}" if e.hint else ""), file=sys.stderr)
        return None


def _tables(found: Robustness) -> dict[str, Callable[[], Columns]]:
    """How to make the tables that a run consists of, by name."""
    run = found._run
    plain = run._replace(taken=run.taken._replace(native=PlainNative("unit", found.units)))
    own = Robustness(found._handle, plain, found.node)
    return {
        "summary": own.summary,
        "ranks": lambda: own.ranks,
        "scores": lambda: own.scores,
        "acceptability": lambda: own.acceptability,
        "points": lambda: _points(own),
        "failures": lambda: own.failures,
        "consensus": lambda: _consensus(own),  # the last one: with thousands of units it takes a minute
    }


def _consensus(own: Robustness) -> Columns:
    if not own._handle.is_kept and not own.design.pairs:
        what = "who is ahead of whom was not counted, and the scores of so many replicates are not kept"
        raise SpecError.about("consensus", what, "--pairs counts it")
    ranks: Columns = own.consensus().ranks
    return ranks


def _points(own: Robustness) -> Columns:
    cells = cells_of(own._run, own.done)
    if cells > MOST_CELLS:
        what = f"it would have {cells:,} cells, more than {MOST_CELLS:,}"
        raise SpecError.about("points", what, "points_of gives parts of it in Python, from the state in outcomes.bin")
    columns: Columns = own.points
    if own._handle.is_kept:
        columns = Columns({**columns, "shift": own._handle.shifts(own.node)})
    return columns
