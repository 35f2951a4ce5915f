"""The command `quindex robustness`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quindex import robustness
from quindex.arrays import PlainNative
from quindex.columns import Columns
from quindex.errors import of_system
from quindex.export import FORMATS, write_table, write_workbook
from quindex.files import write_bytes, write_data
from quindex.methods import FAMILIES
from quindex.plot_style import save_picture
from quindex.robustness_design import Design, design_of
from quindex.robustness_results import Robustness

PICTURES = ("ranks", "acceptability", "shift")


def whole_number(text: str) -> int:
    """A whole number of at least 0 on the command line; anything else is misuse."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of at least 0")
    return int(text)


def add(commands: Any) -> argparse.ArgumentParser:
    """What the command understands beside the columns of the table."""
    own: argparse.ArgumentParser = commands.add_parser(
        "robustness", help="vary an index many times, and say how sure its ranks are"
    )
    own.add_argument(
        "--design", metavar="FILE", help="what varies (.json, .toml, .yaml); without it every weight, by a quarter"
    )
    own.add_argument("--draws", type=whole_number, metavar="N", help="replicates (those of the design, or 1000)")
    own.add_argument("--seed", type=whole_number, metavar="N", help="the same seed gives the same replicates")
    own.add_argument("--sampler", choices=("random", "sobol", "latin_hypercube"), help="where the points come from")
    own.add_argument("--out", metavar="DIR", help="the folder for the results")
    own.add_argument("--format", choices=FORMATS, default="csv", help="of the results (csv)")
    own.add_argument("--pictures", choices=("svg", "png", "pdf"), help="write pictures, too; needs matplotlib")
    own.add_argument("--threads", type=whole_number, default=1, metavar="N", help="0: as many as the machine has (1)")
    own.add_argument("--progress", action="store_true", help="show a bar")
    return own


def design_for(args: argparse.Namespace) -> Design:
    """The design of the file, or weights alone, with what the command line says otherwise."""
    plain = {"weights": FAMILIES["vary"]["noise"]()}
    design = design_of(args.design) if args.design else Design(plain)
    given = {"draws": args.draws, "seed": args.seed, "sampler": args.sampler}
    changes = {key: value for key, value in given.items() if value is not None}
    return design.replace(**changes) if changes else design


def robustness_of(args: argparse.Namespace, spec: Any, table: Any, columns: dict[str, Any]) -> int:
    """Runs the design, prints the top and writes the folder."""
    found = robustness.run(spec, table, design_for(args), **columns, threads=args.threads, progress=args.progress)
    print(found)
    if args.out:
        names = write_folder(found, args.out, args.format, args.pictures)
        print(f"\n{args.out}: {', '.join(names)}")
    return 0 if found.is_complete else 1


def tables(found: Robustness) -> dict[str, Columns]:
    """The tables that a robustness run consists of, by name."""
    run = found._run
    plain = found._run._replace(taken=run.taken._replace(native=PlainNative("unit", found.units)))
    own = Robustness(found._handle, plain, found.node)
    every: dict[str, Callable[[], Any]] = {
        "summary": own.summary,
        "ranks": lambda: own.ranks,
        "scores": lambda: own.scores,
        "acceptability": lambda: own.acceptability,
        "consensus": lambda: own.consensus().ranks,
        "points": lambda: own.points,
        "failures": lambda: own.failures,
    }
    out = {name: make() for name, make in every.items()}
    if own._handle.is_kept:
        out["points"] = Columns({**out["points"], "shift": own._handle.shifts(own.node)})
    return out


def write_folder(found: Robustness, folder: str, kind: str, pictures: str | None) -> list[str]:
    """Writes all tables, the design, the state to be merged with others, and pictures where asked for."""
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise of_system(str(place), e) from None
    if kind == "xlsx":
        write_workbook(str(place / "robustness.xlsx"), tables(found))
        names = ["robustness.xlsx"]
    else:
        every = tables(found)
        for name, columns in every.items():
            write_table(str(place / f"{name}.{kind}"), columns, kind)
        names = [f"{name}.{kind}" for name in every]
    write_data(found.design.to_data(), place / "design.json")
    write_bytes(str(place / "outcomes.bin"), found.to_bytes())
    names += ["design.json", "outcomes.bin"]
    for name in PICTURES if pictures else ():
        ax = getattr(found.plot, name)()
        save_picture(ax, place / f"{name}.{pictures}")
        names.append(f"{name}.{pictures}")
    return names
