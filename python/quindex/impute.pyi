"""What takes the place of missing values before they are normalised. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Constant",
    "GroupMean",
    "GroupMedian",
    "Mean",
    "Median",
]


class Mean(Method):
    """Missing values take the mean of the indicator.

    Formula: x_i := \\frac{1}{n} \\sum_{k\\ \\mathrm{observed}} x_k \\text{ where missing}

    Understates variance and correlations; units whose value was filled move towards the middle.

    Reference: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Median(Method):
    """Missing values take the median of the indicator.

    Formula: x_i := \\mathrm{med}_{k\\ \\mathrm{observed}}\\, x_k \\text{ where missing}

    As mean, but a few extreme values do not move what is filled in.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class GroupMean(Method):
    """Missing values take the mean of the indicator over the units of the same group.

    Formula: x_i := \\frac{1}{|G_i|} \\sum_{k \\in G_i} x_k \\text{ where missing, } G_i \\text{ the units of
    } i\\text{'s group with a value}

    Groups are those of the table. A cell stays missing where its whole group has no value, and where the unit
    has no group (an empty label).

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class GroupMedian(Method):
    """Missing values take the median of the indicator over the units of the same group.

    Formula: x_i := \\mathrm{med}_{k \\in G_i}\\, x_k \\text{ where missing, } G_i \\text{ the units of }
    i\\text{'s group with a value}

    Groups are those of the table. A cell stays missing where its whole group has no value, and where the unit
    has no group (an empty label).

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Constant(Method):
    """Missing values take a given value, or one for each group of units.

    Parameters
    ----------
    value: The value for every unit whose group has none of its own.
    by_group: The value for each group of units, by the group's label.

    Formula: x_i := c \\text{ where missing}

    The group's value comes first, then the general one; without either a cell stays missing. For knowledge
    from outside the table, such as a worst case for what is not reported.

    Reference: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.1"""

    def __init__(self, *, value: float | None = None, by_group: dict[str, float] = {}) -> None: ...
    def replace(self, *, value: float | None = ..., by_group: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def value(self) -> float | None:
        """The value for every unit whose group has none of its own."""
    @property
    def by_group(self) -> dict[str, float]:
        """The value for each group of units, by the group's label."""
