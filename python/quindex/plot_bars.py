"""Pictures with bars: how far ranks shifted, and which factor did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from quindex.columns import Floats
from quindex.plot_style import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SKY,
    VERMILION,
    axes,
    family,
    finish,
    height_for,
    label_rows,
)
from quindex.show import counted

MOST_BINS = 60
SERIES = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILION)
MEANS = {
    "first": "share of the variance",
    "effect": "share of the variance",
    "pawn": "PAWN index (intervals by resampling lie high)",
    "mu_star": "mean size of the effect on the average shift in rank",
}
NOTES = {  # what the words say of the intervals of a kind
    "pawn": "Intervals are of resampled distances, which are larger: where there is little influence, they often lie "
    "above the index.",
}
HATCHES = ("", "//", "..", "xx", "\\\\", "++")  # told apart without colours, too


class Bars(NamedTuple):
    """The bars of one kind: a number for each factor, with an interval where there is one."""

    values: Floats
    low: Floats | None = None
    high: Floats | None = None


def shift(ax: Any, shifts: Floats, title: str) -> Any:
    """How often the average shift in rank was how large."""
    ax = axes(ax, 6.0, 3.4)
    known = np.asarray(shifts, dtype=float)
    known = known[~np.isnan(known)]
    fonts = family([title])
    words = f"{title}. No replicate has a shift."
    if known.size:
        _shares(ax, known)
        median, high = (float(x) for x in np.quantile(known, (0.5, 0.95)))
        ax.axvline(median, color=BLUE, linewidth=1.6, label=f"median {median:.3g}")
        ax.axvline(high, color=VERMILION, linewidth=1.6, linestyle="--", label=f"95% are below {high:.3g}")
        ax.legend(fontsize=8, frameon=False)
        words = (
            f"{title}. How often the ranks of all units together moved by how much: "
            f"by {median:.3g} places in the median, and in 95% of replicates by less than {high:.3g}."
        )
    ax.set_xlabel("average shift in rank")
    ax.set_ylabel("share of replicates")
    return finish(ax, title, words, fonts)


def _shares(ax: Any, known: Floats) -> None:
    """A bar for each value where there are few, as of a few units; otherwise for each of equal parts."""
    values, counts = np.unique(np.round(known, 9), return_counts=True)
    if len(values) <= MOST_BINS:
        width = 0.9 * float(np.diff(values).min()) if len(values) > 1 else 0.1
        ax.bar(values, counts / known.size, width, color=SKY)
        return
    edges = np.histogram_bin_edges(known, bins=min(MOST_BINS, len(np.histogram_bin_edges(known, bins="auto")) - 1))
    weights = np.full(known.size, 1.0 / known.size)
    ax.hist(known, bins=edges, weights=weights, color=SKY, ec="white", linewidth=0.5)


def sensitivity(
    ax: Any,
    factors: Sequence[str],
    series: Mapping[str, Bars],
    title: str,
    line: tuple[str, float] | None = None,
) -> Any:
    """Bars for each factor, the most important at the top: one for each kind of index, with its interval.

    `line` names a level, such as the one that a factor without influence stays below.
    """
    first = next(iter(series.values()))
    leading = series[list(series)[-1]].values  # total, where there is one
    order = [int(i) for i in np.argsort(-np.nan_to_num(np.asarray(leading, dtype=float), nan=-np.inf), kind="stable")]
    n, kinds = len(order), len(series)
    ax = axes(ax, 6.5, height_for(n, 0.16 + 0.16 * kinds))
    thick = 0.8 / kinds
    names = [factors[i] for i in order]
    for k, (name, bars) in enumerate(series.items()):
        rows = np.arange(n) + (k - (kinds - 1) / 2) * thick
        values = np.asarray(bars.values, dtype=float)[order]
        colour, hatch = SERIES[k % len(SERIES)], HATCHES[k % len(HATCHES)]
        ax.barh(rows, values, thick, color=colour, ec="white", linewidth=0.5, hatch=hatch, label=name)
        if bars.low is not None and bars.high is not None:
            low, high = (np.asarray(x, dtype=float)[order] for x in (bars.low, bars.high))
            ax.hlines(rows, low, high, color="black", linewidth=1.0)
    fonts = family([*names, title])
    label_rows(ax, names, fonts)
    ax.axvline(0.0, color="black", linewidth=0.6)
    if line is not None and not np.isnan(line[1]):
        ax.axvline(line[1], color=VERMILION, linewidth=1.2, linestyle="--", label=line[0])
    kind = next(iter(series))
    ax.set_xlabel(MEANS.get(kind, kind))
    if kinds > 1 or line is not None:
        ax.legend(fontsize=8, frameon=False, loc="lower right")
    words = f"{title}. Bars for {counted(n, 'factor')}."
    if n and not np.isnan(leading[order[0]]):
        parts = [f"{name} {bars.values[order[0]]:.2g}" for name, bars in series.items()]
        words += f" The most important is {names[0]}: {', '.join(parts)}."
    words += f" {NOTES[kind]}" if kind in NOTES and first.low is not None else ""
    assert len(first.values) == n
    return finish(ax, title, words, fonts)
