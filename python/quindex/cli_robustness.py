"""The command `quindex robustness`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quindex import robustness
from quindex.errors import DataError, QuindexError, of_system
from quindex.export import FORMATS
from quindex.methods import FAMILIES
from quindex.robustness_design import Design, design_of
from quindex.robustness_folder import make_folder, write_state, write_tables
from quindex.robustness_results import Robustness
from quindex.run import compute

OF_A_RUN = ("design", "draws", "seed", "sampler", "pairs", "replicates")  # what stored runs have already


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
    own.add_argument("--pairs", action="store_true", help="count who is ahead of whom, for consensus in large runs")
    own.add_argument(
        "--errors",
        metavar="COLUMNS",
        action="append",
        help="the indicators' standard errors: '*_error', where * is the indicator, or INDICATOR=COLUMN; repeatable",
    )
    own.add_argument("--replicates", type=_part, metavar="A:B", help="a part: replicates A to the one before B")
    own.add_argument("--merge", metavar="FILE", nargs="+", help="run nothing: add up the outcomes.bin of parts")
    own.add_argument("--out", metavar="DIR", help="the folder for the results")
    own.add_argument("--format", choices=FORMATS, help="of the results (csv)")
    own.add_argument("--pictures", choices=("svg", "png", "pdf"), help="write pictures, too; needs matplotlib")
    own.add_argument("--threads", type=whole_number, default=1, metavar="N", help="0: as many as the machine has (1)")
    own.add_argument("--progress", action="store_true", help="show a bar")
    own.set_defaults(misused=own.error)
    return own


def _part(text: str) -> tuple[int, int | None]:
    """Replicates A to the one before B, either of which may be left out."""
    first, colon, last = text.partition(":")
    if not colon or not all(part == "" or (part.isascii() and part.isdecimal()) for part in (first, last)):
        raise argparse.ArgumentTypeError(f"found {text!r}; write A:B, such as 0:5000 for replicates 0 to 4999")
    if last and int(last) <= int(first or 0):
        raise argparse.ArgumentTypeError(f"{text!r} are none; write A:B with A below B, such as 0:5000")
    return int(first or 0), int(last) if last else None


def check(args: argparse.Namespace) -> None:
    """Ends the command when options do not go together, rather than leaving some of them out."""
    for name in ("pictures", "format"):
        if getattr(args, name) and not args.out:
            args.misused(f"argument --{name}: it says how to write results, so it needs --out DIR")
    for name in OF_A_RUN if args.merge else ():
        if getattr(args, name):
            args.misused(f"argument --{name}: not with --merge, which runs nothing")


def design_for(args: argparse.Namespace) -> Design:
    """The design of the file, or weights alone, with what the command line says otherwise."""
    plain = {"weights": FAMILIES["vary"]["noise"]()}
    design = design_of(args.design) if args.design else Design(plain)
    given = {"draws": args.draws, "seed": args.seed, "sampler": args.sampler, "pairs": args.pairs or None}
    changes = {key: value for key, value in given.items() if value is not None}
    return design.replace(**changes) if changes else design


def error_columns(args: argparse.Namespace, indicators: Sequence[str]) -> list[str]:
    """The columns that may have standard errors, whether the table has them or not."""
    return [column for text in args.errors or () for column in _of_errors(text, indicators).values()]


def _of_errors(text: str, indicators: Sequence[str]) -> dict[str, str]:
    """Columns by indicator, of one --errors."""
    if "*" in text:
        return {code: text.replace("*", code) for code in indicators}
    code, equals, column = text.rpartition("=")
    if not equals:
        raise DataError.about("errors", f"found {text!r}", "write '*_error', or INDICATOR=COLUMN", text)
    return {code: column}


def errors_of(args: argparse.Namespace, indicators: Sequence[str], names: Sequence[str]) -> dict[str, str] | None:
    """The columns with standard errors by indicator: of a pattern those that the table has."""
    out: dict[str, str] = {}
    for text in args.errors or ():
        own = _of_errors(text, indicators)
        if "*" in text:
            own = {code: column for code, column in own.items() if column in names}
        if not own:
            hint = f"for {indicators[0]!r} it would be {text.replace('*', indicators[0])!r}"
            raise DataError.about("errors", f"no column of the table is called {text!r}", hint, text)
        out |= own
    return out or None


def robustness_of(args: argparse.Namespace, spec: Any, table: Any, columns: dict[str, Any]) -> int:
    """Runs the design or merges parts of it, prints the top and writes the folder."""
    kind = args.format or "csv"
    if args.out:
        make_folder(args.out, kind, args.pictures)
    if args.merge:
        found = merged(args.merge, compute(spec, table, **columns))
        of = found.design.draws
    else:
        design = design_for(args)
        first, last = args.replicates or (0, None)
        last = design.draws if last is None else min(last, design.draws)
        more = {"threads": args.threads, "progress": args.progress}
        if args.replicates:
            more["replicates"] = (first, last)
        found = robustness.run(spec, table, design, **columns, **more)
        of = last - first
        if found.done < of:
            rest = f"--replicates {first + found.done}:{last} runs the rest, and --merge adds both up"
            print(f"quindex: {rest if args.out else 'with --out, what is done can be gone on with'}", file=sys.stderr)
    if args.out:
        write_state(found, args.out)
    print(found, flush=True)
    if args.out:
        names = write_tables(found, args.out, kind, args.pictures)
        print(f"\n{args.out}: {', '.join(names)}")
    return 0 if found.done == of else 1


def merged(paths: Sequence[str], result: Any) -> Robustness:
    """Stored parts of a run, added up; raises what names the file that is no such part."""
    found: Robustness | None = None
    for path in paths:
        try:
            own = robustness.from_bytes(Path(path).read_bytes(), found or result)
            found = own if found is None else found + own
        except QuindexError as e:
            raise type(e).about(path, e.what, e.hint) from None
        except OSError as e:
            raise of_system(path, e) from None
    assert found is not None
    return found
