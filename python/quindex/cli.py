"""The command `quindex`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import warnings
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from quindex import cli_robustness, presets
from quindex._core import __version__
from quindex._core import schema as spec_schema
from quindex.cli_words import in_a_shell
from quindex.data import Note
from quindex.errors import QuindexError, of_system
from quindex.export import FORMATS, write_folder
from quindex.files import SUFFIXES, spec_of
from quindex.framework_table import framework_from_table
from quindex.reading import read_table
from quindex.result import Result
from quindex.run import compute, validate
from quindex.show import text_table
from quindex.spec import Spec
from quindex.starter import write_starter

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns 0 when all is well, 1 when something has to be mended, 2 for misuse."""
    if isinstance(sys.stdout, TextIOWrapper):  # characters that the terminal does not have are no reason to stop
        sys.stdout.reconfigure(errors="backslashreplace")
    args = parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            # Ours are never errors: what has been computed would be lost.
            warnings.filterwarnings("always", r"(robustness|plot): ")
            warnings.showwarning = _show
            code = int(args.run(args))
        sys.stdout.flush()
        return code
    except QuindexError as e:
        print(f"quindex: {in_a_shell(e.where, e.what, e.hint)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("quindex: interrupted", file=sys.stderr)
    except BrokenPipeError:  # the reader has seen enough
        _discard_output()
    except OSError as e:
        print(f"quindex: {of_system(str(e.filename or 'output'), e)}", file=sys.stderr)
        _discard_output()
    return 1


def _discard_output() -> None:
    """Lets what could not be printed be lost, or Python would try again at its end, and fail with a traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _show(message: Warning | str, *_: Any, **__: Any) -> None:
    """A warning as a plain line: where it stands in the sources helps nobody in a shell."""
    print(f"quindex: {message}", file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """What the command understands."""
    top = argparse.ArgumentParser(prog="quindex", description="Composite indices, from a table to a published index.")
    top.add_argument("--version", action="version", version=f"quindex {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="compute an index and write its tables into a folder")
    check = commands.add_parser("check", help="list everything that is wrong with a spec, and with a table for it")
    vary = cli_robustness.add(commands)
    for command in (run, check, vary):
        command.add_argument(
            "spec",
            metavar="SPEC",
            help="a spec (.json, .toml, .yaml), or a table of a framework (.csv, .xlsx)",
        )
        command.add_argument(
            "--data",
            metavar="FILE",
            required=command is not check,
            help="units × indicators (.csv, .xlsx, .parquet)",
        )
        command.add_argument("--encoding", metavar="NAME", help="of texts not in UTF-8 (cp1252, gb18030, …)")
        command.add_argument("--unit", metavar="COLUMN", help="the units' labels; the first column of texts without it")
        command.add_argument("--group", metavar="COLUMN", help="the units' groups")
        command.add_argument("--size", metavar="COLUMN", help="the units' sizes")
        if command is not vary:
            command.add_argument("--period", metavar="COLUMN", help="the periods of a panel")
    run.add_argument("--base", metavar="PERIOD", help="the period to fit to; all periods without it")
    run.add_argument("--out", metavar="DIR", required=True, help="the folder for the results")
    run.add_argument("--format", choices=FORMATS, default="csv", help="of the results (csv)")
    count = cli_robustness.whole_number
    run.add_argument("--threads", type=count, default=1, metavar="N", help="0: as many as the machine has (1)")
    run.set_defaults(run=_run, misused=run.error)
    check.set_defaults(run=_check)
    vary.set_defaults(run=_robustness)

    commands.add_parser("schema", help="print the JSON Schema of spec files").set_defaults(run=_schema)
    preset = commands.add_parser("presets", help="list the official indices, or print the spec of one")
    preset.add_argument("name", metavar="NAME", nargs="?")
    preset.add_argument("--about", action="store_true", help="what it is, its parameters and its source")
    pairs = preset.add_argument("--set", metavar="KEY=JSON", type=_pair, action="append", default=[])
    pairs.help = "a parameter of the preset"
    preset.set_defaults(run=_presets)
    new = commands.add_parser("new", help="write a starter spec, indicator table and data into a folder")
    new.add_argument("folder", metavar="DIR")
    new.set_defaults(run=_new)
    return top


def _spec(path: str, encoding: str | None) -> Spec:
    if Path(path).suffix.lower() in SUFFIXES:
        return spec_of(path)
    table, remarks = read_table(path, encoding=encoding)
    _say(remarks)
    return Spec(framework_from_table(table))


def _columns(args: argparse.Namespace) -> dict[str, Any]:
    roles = ("unit", "group", "size", "period")
    return {role: getattr(args, role) for role in roles if hasattr(args, role)}


def _say(remarks: Sequence[Note]) -> None:
    for where, what, _ in remarks:
        print(f"note: {where}: {what}", file=sys.stderr)


def _table(args: argparse.Namespace, spec: Spec, numbers: Sequence[str] = ()) -> tuple[Any, list[Note]]:
    own = [*spec.nodes["indicators"], *([args.size] if args.size else []), *numbers]
    table, remarks = read_table(args.data, own, args.encoding)
    _say(remarks)
    return table, remarks


def _run(args: argparse.Namespace) -> int:
    if args.base is not None and args.period is None:
        args.misused("argument --base: it is one of the periods, so it needs --period COLUMN")
    spec = _spec(args.spec, args.encoding)
    table, remarks = _table(args, spec)
    result = compute(spec, table, **_columns(args), base=args.base, threads=args.threads)
    for one in [result] if isinstance(result, Result) else result.values():
        one._notes[:0] = remarks
    names = write_folder(result, args.out, args.format)
    print(result)
    print(f"\n{args.out}: {', '.join(names)}")
    return 0


def _check(args: argparse.Namespace) -> int:
    spec = _spec(args.spec, args.encoding)
    table = _table(args, spec)[0] if args.data else None
    issues = validate(spec, table, **_columns(args))
    for issue in issues:
        print(in_a_shell(issue.where, issue.what, issue.hint))
    if not issues:
        print("nothing is wrong")
    return 1 if issues else 0


def _robustness(args: argparse.Namespace) -> int:
    cli_robustness.check(args)
    spec = _spec(args.spec, args.encoding)
    indicators = spec.nodes["indicators"]
    table, _ = _table(args, spec, cli_robustness.error_columns(args, indicators))
    errors = cli_robustness.errors_of(args, indicators, getattr(table, "column_names", None) or table.columns)
    return cli_robustness.robustness_of(args, spec, table, {**_columns(args), "errors": errors})


def _schema(args: argparse.Namespace) -> int:
    print(json.dumps(spec_schema(), indent=2, ensure_ascii=False))
    return 0


def _presets(args: argparse.Namespace) -> int:
    if args.name is None:
        table = presets.table()
        print(text_table(table.columns, list(table.values())))
    elif args.about:
        print(presets.about(args.name))
    else:
        spec = presets.load(args.name, **{key: _parameter(value) for key, value in args.set})
        print(json.dumps(spec.to_data(), indent=2, ensure_ascii=False))
    return 0


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not (key and sign):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=JSON")
    return key, value


def _parameter(text: str) -> Any:
    """A value on the command line: JSON, or a word."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _new(args: argparse.Namespace) -> int:
    folder = Path(args.folder)
    for name, what in write_starter(folder):
        print(f"{folder / name}: {what}")
    print(f"\ntry: quindex run {folder / 'spec.toml'} --data {folder / 'data.csv'} --out {folder / 'results'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
