"""How much each child of a group counts in the group's score. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Custom",
    "Equal",
    "Given",
]


class Given(Method):
    """Weights that somebody has decided: those of the framework, or those written here.

    Parameters
    ----------
    weights: Weights by code of the child; empty for those of the framework. (at least 0)

    Formula: w_j = v_j / \\sum_k v_k

    Weights count relative to one another inside a group and need not sum to 1. When weights are written here,
    every child of every group that has one of them must have one; groups with none of them keep the
    framework's.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1"""

    def __init__(self, *, weights: dict[str, float] = {}) -> None: ...
    def replace(self, *, weights: dict[str, float] = ...) -> Self: ...  # type: ignore[override]
    @property
    def weights(self) -> dict[str, float]:
        """Weights by code of the child; empty for those of the framework."""


class Equal(Method):
    """Every child of a group weighs the same.

    Formula: w_j = 1/m

    Equal inside every group; an indicator in a small group therefore counts more in the index than one in a
    large group. The framework's weights are not looked at.

    Reference: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1"""

    def __init__(self) -> None: ...
    def replace(self) -> Self: ...  # type: ignore[override]


class Custom(Method):
    """The weights that a function of yours gives a group's children.

    Parameters
    ----------
    name: The name it has in files; reading one asks for the function again.

    Formula: w = f(Z)

    The function gets the group with its children's codes, framework weights and scores, and returns one
    weight of 0 or more for each child; they need not sum to 1. It compares by name and identity, and a file
    holds only its name.

    Reference: the user's own"""

    def __init__(self, *, name: str = '', function: Callable[..., Any]) -> None: ...
    def replace(self, *, name: str = ..., function: Callable[..., Any] = ...) -> Self: ...  # type: ignore[override]
    @property
    def name(self) -> str:
        """The name it has in files; reading one asks for the function again."""
    @property
    def function(self) -> Callable[..., Any]:
        """The function."""
