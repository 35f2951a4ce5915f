"""How indicators are put in relation to the size of their units. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Ratio",
]


class Ratio(Method):
    """Values are divided by another column of the table.

    Parameters
    ----------
    by: The code of the column that values are divided by.
    factor: How much of the denominator counts as one. (above 0)

    Formula: x_{ij} := x_{ij}\\, s / d_i

    Takes away what is only size: doctors per 1000 inhabitants are by population with a factor of 1000. The
    denominator is a column of the table, as it came in; it need not be an indicator of the index, and is
    asked for again wherever the index is applied. Missing where either is missing; a denominator of 0 or less
    is an error. Usually the first step, before outliers are treated and gaps are filled.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 2; Becker and
    others (2022), COINr: An R package for developing composite indicators, Journal of Open Source Software
    7(78)"""

    def __init__(self, *, by: str = '', factor: float = 1.0) -> None: ...
    def replace(self, *, by: str = ..., factor: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def by(self) -> str:
        """The code of the column that values are divided by."""
    @property
    def factor(self) -> float:
        """How much of the denominator counts as one."""
