"""Pictures with a row for each unit: intervals of ranks or scores, acceptabilities, who beats whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from quindex.columns import Floats
from quindex.files import extra
from quindex.plot_style import (
    BLACK,
    BLUE,
    GREY,
    SHADES,
    VERMILION,
    axes,
    family,
    finish,
    height_for,
    label_columns,
    label_ranks,
    label_rows,
    room_for,
)
from quindex.show import counted

MOST_WRITTEN = 12  # units up to which shares are written into the cells


class Spread(NamedTuple):
    """Where each unit's rank or score lies."""

    units: Sequence[str]
    nominal: Floats
    lowest: Floats
    low: Floats
    median: Floats
    high: Floats
    highest: Floats
    level: float  #: Of the interval from low to high.


def in_order(nominal: Floats) -> list[int]:
    """The units by their nominal rank; those without one last."""
    return [int(i) for i in np.argsort(nominal, kind="stable")]  # NaN is sorted last


def intervals(ax: Any, all_of: Spread, order: Sequence[int], what: str, title: str) -> Any:
    """A line for each unit: all that occurred (thin), the interval (thick), median and nominal value."""
    n, rows = len(order), np.arange(len(order))
    ax = axes(ax, 7.0, height_for(n))
    units = [all_of.units[i] for i in order]
    own = [np.asarray(x, dtype=float)[list(order)] for x in all_of[1:7]]
    nominal, lowest, low, median, high, highest = own
    thick = 5.0 if n <= 60 else 3.0
    share = f"{100 * all_of.level:g}% interval"
    ax.hlines(rows, lowest, highest, color=GREY, linewidth=1.2, label="lowest to highest", zorder=1)
    ax.hlines(rows, low, high, color=BLUE, linewidth=thick, label=share, zorder=2)
    ax.scatter(median, rows, s=3.6 * thick, c="white", marker="o", ec=BLUE, linewidths=0.8, label="median", zorder=3)
    ax.scatter(nominal, rows, s=4.0 * thick, c=VERMILION, marker="D", label="nominal", zorder=4)
    fonts = family([*units, title])
    label_rows(ax, units, fonts)
    ax.set_xlabel(what)
    ax.xaxis.grid(True, linewidth=0.4, alpha=0.5)
    ax.set_axisbelow(True)
    if what == "rank":
        label_ranks(ax, n)
    ax.legend(loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=4, frameon=False, fontsize=8, borderaxespad=0.2)
    return finish(ax, title, _spread_in_words(all_of, order, what, title), fonts, above=20.0)


def _spread_in_words(all_of: Spread, order: Sequence[int], what: str, title: str) -> str:
    """What the picture of intervals shows."""
    wide = np.asarray(all_of.high, dtype=float) - np.asarray(all_of.low, dtype=float)
    known = [i for i in order if not np.isnan(wide[i])]
    parts = [f"{title}. A line for each of {counted(len(order), 'unit')}, the best at the top, with its {what}."]
    if known:
        most, least = max(known, key=lambda i: wide[i]), min(known, key=lambda i: wide[i])
        for word, i in (("Widest", most), ("narrowest", least)):
            parts.append(f"{word} {100 * all_of.level:g}% interval: {all_of.units[i]}, {_between(all_of, i)}")
        parts[-2:] = [f"{parts[-2]}; {parts[-1]}."]
    return " ".join(parts)


def _between(all_of: Spread, i: int) -> str:
    return f"{all_of.low[i]:.4g} to {all_of.high[i]:.4g} (nominal {all_of.nominal[i]:.4g})"


def acceptability(ax: Any, units: Sequence[str], nominal: Floats, ranks: Floats, shares: Floats, title: str) -> Any:
    """Units × ranks: how often each unit had each rank, as shades; white is never."""
    order = in_order(nominal)
    names = [units[i] for i in order]
    n, bins = shares.shape
    ax = axes(ax, min(max(5.0, 1.8 + 0.22 * bins), 12.0) + room_for(names, 20), height_for(n))
    own = shares[order]
    fonts = family([*names, title])
    scale = extra("matplotlib.colors", "matplotlib", "plot").PowerNorm(0.5, 0.0, max(float(own.max()), 1e-9))
    _shades(ax, np.ma.masked_less_equal(own, 0.0), SHADES + "_r", norm=scale)
    _write(ax, own)
    label_rows(ax, names, fonts)
    label_ranks(ax, int(ranks[-1]), first=0, apart=(bins - 1) / max(int(ranks[-1]) - 1, 1))
    ax.set_xlabel("rank")
    firsts = [float(shares[i, 0]) for i in order]
    top = max(range(n), key=lambda k: firsts[k])
    words = (
        f"{title}. Units by rank: the darker, the more often. "
        f"Most often first: {names[top]}, in {100 * firsts[top]:.3g}% of replicates."
    )
    return finish(ax, title, words, fonts)


def pairs(ax: Any, units: Sequence[str], nominal: Floats, beats: Floats, title: str) -> Any:
    """Units × units: how often the one of the row was ahead of the one of the column."""
    order = in_order(nominal)
    names = [units[i] for i in order]
    n = len(order)
    side = min(max(3.5, 1.6 + 0.2 * n), 14.0)
    more = room_for(names, 10)
    ax = axes(ax, side + 1.0 + more, side + more)
    own = np.array(beats[np.ix_(order, order)], dtype=float)
    np.fill_diagonal(own, np.nan)
    fonts = family([*names, title])
    _shades(ax, np.ma.masked_invalid(own), SHADES, vmin=0.0, vmax=1.0)
    _write(ax, own)
    label_rows(ax, names, fonts)
    label_columns(ax, names, fonts)
    ax.set_xlabel("is behind")
    ax.set_ylabel("is ahead of")
    close = [(abs(own[k, k + 1] - 0.5), k) for k in range(n - 1) if not np.isnan(own[k, k + 1])]
    of_row = "how often the one of the row was ahead of that of the column."
    words = f"{title}. A cell for each pair of {counted(n, 'unit')}: {of_row}"
    if close:
        _, k = min(close)
        words += f" Closest neighbours: {names[k]} was ahead of {names[k + 1]} in {100 * own[k, k + 1]:.3g}%."
    return finish(ax, title, words, fonts)


def _shades(ax: Any, cells: Any, shades: str, **scale: Any) -> None:
    """A cell for each share, and the scale beside."""
    image = ax.imshow(cells, aspect="auto", cmap=shades, interpolation="nearest", **scale)
    ax.figure.colorbar(image, ax=ax, label="share of replicates", shrink=0.6, aspect=30)


def _write(ax: Any, cells: Floats) -> None:
    """Writes the numbers as percentages where there are few: dark on light and light on dark."""
    if max(cells.shape) > MOST_WRITTEN:
        return
    image = ax.images[0]
    for (i, j), x in np.ndenumerate(cells):
        if np.isnan(x) or x <= 0.0:
            continue
        red, green, blue, _ = image.cmap(image.norm(x))
        is_dark = 0.3 * red + 0.6 * green + 0.1 * blue < 0.5
        text = "<1" if x < 0.005 else f"{100 * x:.0f}"
        ax.text(j, i, text, ha="center", va="center", fontsize=7, color="white" if is_dark else BLACK)
