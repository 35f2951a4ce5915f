"""What each replicate of a run was, as columns: found in parts, since a million replicates need much room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from quindex import _core
from quindex.columns import free_name
from quindex.errors import SpecError
from quindex.robustness_counts import Run
from quindex.robustness_design import option_names

Ranges = Sequence[tuple[int, int]]
OTHERS = ("replicate", "failed", "shift")  # columns beside those of factors
PART = 50_000  # replicates that the core is asked for at once


def part_of(ranges: Ranges, first: int, end: int) -> Ranges:
    """The ranges of replicates from `first` to the one before `end`; raises SpecError when none has been counted."""
    own = [(max(a, first), min(b, end)) for a, b in ranges if max(a, first) < min(b, end)]
    if own:
        return own
    counted = ", ".join(f"{a:,} to {b - 1:,}" for a, b in ranges)
    what = f"no replicate from {first:,} to the one before {end:,} has been counted"
    raise SpecError.about("points_of", what, f"there are {counted}")


def columns_of(run: Run, ranges: Ranges, failed: Sequence[int]) -> dict[str, Any]:
    """A column for each factor, a number or a word, or one for each of its coordinates in (0, 1).

    A factor that is called as one of the other columns gets a "_".
    """
    replicates = np.concatenate([np.arange(a, b) for a, b in ranges])
    factors = run.design.factors
    texts = {name: option_names(m) if m.about["name"] == "options" else None for name, m in factors.items()}
    parts: dict[str, list[Any]] = {}
    out: dict[str, Any] = {}
    at = 0
    for found in _parts(run, ranges):
        rows = len(found["numbers"])
        ends = [*found["first_coordinate"], found["coordinates"].shape[1]]
        for j, factor in enumerate(factors):
            name = free_name(factor, OTHERS)
            words = _words(found, j, texts[factor])
            if words is not None:
                parts.setdefault(name, []).append(words)
                out.setdefault(name, None)  # its place among the columns
                continue
            own = found["coordinates"][:, ends[j] : ends[j + 1]]
            for k, column in enumerate(own.T):
                key = name if own.shape[1] == 1 else f"{name}.{k + 1}"
                out.setdefault(key, np.empty(len(replicates)))[at : at + rows] = column
        at += rows
    out |= {name: _joined(own) for name, own in parts.items()}
    return {"replicate": replicates, **out, "failed": np.isin(replicates, np.asarray(failed, dtype=np.int64))}


def cells_of(run: Run, done: int) -> int:
    """How many cells the table of so many replicates has."""
    return done * len(columns_of(run, [(0, 1)], []))


def _parts(run: Run, ranges: Ranges) -> Iterator[dict[str, Any]]:
    recipe = (run.spec._handle, run.taken.table, run.design._handle)
    for first, last in ranges:
        for begin in range(first, last, PART):
            yield _core.robustness_points(*recipe, begin, min(begin + PART, last))


def _words(found: dict[str, Any], j: int, options: list[str] | None) -> Any:
    """What a factor was, where it is one thing: the names of options, numbers, or other words."""
    if options is not None:
        return np.asarray(options, dtype=object)[found["numbers"][:, j].astype(np.int64)]
    words = [row[j] for row in found["levels"]]
    return words if any(words) else None


def _joined(parts: list[Any]) -> Any:
    """All words, as numbers where all are numbers."""
    words = np.concatenate([np.asarray(part, dtype=object) for part in parts])
    if isinstance(_core.number_in(words[0]), float):
        try:
            return words.astype(np.float64)
        except ValueError:
            pass
    return words
