"""Which units take part. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Availability",
]


class Availability(Method):
    """Units take part that have values of enough indicators.

    Parameters
    ----------
    at_least: The share of all indicators that a unit must have. (at least 0 and at most 1)
    in_every_group: The share of each main group's indicators that it must have. (at least 0 and at most 1)
    non_zero: The share of its values that must not be zero. (at least 0 and at most 1)
    keep: Units that take part whatever they have.
    drop: Units that do not take part.

    Formula: \\frac{|\\{j : x_{ij} \\text{ observed}\\}|}{m} \\ge a, \\quad
    \\frac{|\\{j : x_{ij} \\ne 0\\}|}{|\\{j : x_{ij} \\text{ observed}\\}|} \\ge z

    Shares are those of the indicators of the framework, in the table as it comes in, before any preparation.
    in_every_group asks the same of each group right below the index, as the Global Innovation Index does of
    its sub-indices. non_zero is for indicators where 0 stands for nothing reported; a unit without any value
    has a non-zero share of 0. A share equal to the limit is enough. keep and drop name units that the rule is
    not asked about. The notes of a result name every unit that is left out, with its share.

    Reference: Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for
    developing composite indicators, Journal of Open Source Software 7(78); screening"""

    def __init__(self, *, at_least: float = 0.6666666666666666, in_every_group: float = 0.0, non_zero: float = 0.0, keep: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> None: ...
    def replace(self, *, at_least: float = ..., in_every_group: float = ..., non_zero: float = ..., keep: tuple[str, ...] = ..., drop: tuple[str, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def at_least(self) -> float:
        """The share of all indicators that a unit must have."""
    @property
    def in_every_group(self) -> float:
        """The share of each main group's indicators that it must have."""
    @property
    def non_zero(self) -> float:
        """The share of its values that must not be zero."""
    @property
    def keep(self) -> tuple[str, ...]:
        """Units that take part whatever they have."""
    @property
    def drop(self) -> tuple[str, ...]:
        """Units that do not take part."""
