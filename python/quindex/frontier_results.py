"""What frontier methods found, as frames of the library that the data came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from quindex.arrays import Native
from quindex.data import Taken


class _Found:
    """What was found, as frames."""

    __slots__ = ("_columns", "_found", "_native", "_units")

    def __init__(self, found: dict[str, Any], taken: Taken, columns: Sequence[str]) -> None:
        self._found: dict[str, Any] = found
        self._native: Native = taken.native
        self._units: list[str] = taken.table.units
        self._columns: list[str] = list(columns)

    @property
    def units(self) -> list[str]:
        """The labels of the units."""
        return self._units

    @property
    def scores(self) -> Any:
        """The score of each unit: high is better, 1 is on the frontier."""
        return self._native.matrix(["score"], _column(self._found["scores"]))

    @property
    def weights(self) -> Any:
        """The weights that suit each unit best; where several do, one of them."""
        return self._native.matrix(self._columns, self._found["weights"])

    @property
    def peers(self) -> Any:
        """Whom each unit is compared with: one row per unit and peer, with the peer's share."""
        rows = self._found["peers"]
        return self._native.plain(
            {
                "unit": [self._units[i] for i, _, _ in rows],
                "peer": [self._units[k] for _, k, _ in rows],
                "share": [share for _, _, share in rows],
            }
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self._units)} units: {', '.join(self._columns)}>"


class Efficiency(_Found):
    """What data envelopment analysis found; columns are the inputs and then the outputs."""

    __slots__ = ()

    @property
    def objectives(self) -> Any:
        """The program's own values: theta, phi, the sum of slacks, rho."""
        return self._native.matrix(["objective"], _column(self._found["objectives"]))

    @property
    def outcomes(self) -> list[str]:
        """For each unit "optimal", or why it has no score: "infeasible"; or why it is 0: "unbounded"."""
        return list(self._found["outcomes"])

    @property
    def slacks(self) -> Any:
        """What each unit could gain beyond its factor: less of an input, more of an output."""
        return self._native.matrix(self._columns, self._found["slacks"])

    @property
    def targets(self) -> Any:
        """What its peers together use and make."""
        return self._native.matrix(self._columns, self._found["targets"])


class Doubt(_Found):
    """What benefit of the doubt found; columns are the indicators."""

    __slots__ = ()

    @property
    def shares(self) -> Any:
        """What each indicator contributes to a unit's score, as a share of it."""
        return self._native.matrix(self._columns, self._found["shares"])


class Scale(NamedTuple):
    """Scores under constant and variable returns, their ratio, and whether a unit is too small or too large."""

    scores: Any
    returns: list[str]


def _column(values: Any) -> Any:
    return np.asarray(values).reshape(-1, 1)
