"""Pictures of robustness: every method returns the axes it has drawn on, which have an `alt_text`.

ax = r.plot.ranks()
qx.robustness.save_picture(ax, "ranks.svg")
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from quindex import plot_bars, plot_units
from quindex.plot_style import save_picture
from quindex.robustness_results import LEVEL
from quindex.show import counted

if TYPE_CHECKING:
    from quindex.robustness_results import Robustness

__all__ = ["RobustnessPlots", "save_picture"]


class RobustnessPlots:
    """Pictures of a robustness run; `ax` draws on axes of yours, otherwise there is a new figure."""

    __slots__ = ("_all",)

    def __init__(self, all_of: Robustness) -> None:
        self._all = all_of

    def ranks(self, ax: Any = None, *, level: float = LEVEL) -> Any:
        """A line for each unit: its nominal and median rank, its interval, and all ranks that occurred."""
        return self._intervals(ax, "rank", level)

    def scores(self, ax: Any = None, *, level: float = LEVEL) -> Any:
        """The same for scores, in the order of nominal ranks."""
        return self._intervals(ax, "score", level)

    def _intervals(self, ax: Any, of: str, level: float) -> Any:
        own = self._all
        found = own._handle.spread(own.node, of, level)
        columns = {name: found[name] for name in ("nominal", "lowest", "low", "median", "high", "highest")}
        spread = plot_units.Spread(own.units, **columns, level=level)
        return plot_units.intervals(ax, spread, self._order(), of, self._title(f"{of}s"))

    def acceptability(self, ax: Any = None) -> Any:
        """Units by ranks: how often each had each, as shades."""
        own = self._all
        ranks, shares = own._handle.acceptability(own.node)
        return plot_units.acceptability(
            ax, own.units, self._nominal(), ranks, shares, self._title("rank acceptability")
        )

    def pairs(self, ax: Any = None) -> Any:
        """Units by units: how often the one of the row was ahead of that of the column."""
        own = self._all
        beats = own._handle.pairs(own.node)["ahead"]
        return plot_units.pairs(ax, own.units, self._nominal(), beats, self._title("who is ahead of whom"))

    def shift(self, ax: Any = None) -> Any:
        """How often units moved by how many places on average."""
        own = self._all
        return plot_bars.shift(ax, own._handle.shifts(own.node), self._title("average shift in rank"))

    def sensitivity(self, ax: Any = None, *, unit: Any = None) -> Any:
        """Which factors matter for the average shift in rank, or for a unit's rank: PAWN indices."""
        return self._all.drivers(unit).plot.sensitivity(ax)

    def _nominal(self) -> Any:
        return np.asarray(self._all._handle.nominal(self._all.node)["ranks"])

    def _order(self) -> list[int]:
        return plot_units.in_order(self._nominal())

    def _title(self, what: str) -> str:
        return f"{self._all.node}: {what} in {counted(self._all.done, 'replicate')}"

    def __dir__(self) -> list[str]:
        return ["acceptability", "pairs", "ranks", "scores", "sensitivity", "shift"]


class SensitivityPlots:
    """The picture of a sensitivity analysis."""

    __slots__ = ("_factors", "_line", "_series", "_title")

    def __init__(self, title: str, factors: Sequence[str], series: Mapping[str, plot_bars.Bars], line: Any) -> None:
        self._title, self._factors, self._series, self._line = title, factors, series, line

    def sensitivity(self, ax: Any = None) -> Any:
        """Bars for each factor with their intervals, the most important at the top."""
        return plot_bars.sensitivity(ax, self._factors, self._series, self._title, self._line)

    def __dir__(self) -> list[str]:
        return ["sensitivity"]
