"""Numbers that users give beside the data, checked before the core takes them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import index
from typing import Any

from quindex.errors import SpecError

LARGEST = 2**64 - 1  # what counts and seeds of the core can be
LARGEST_INT = 2**31 - 1  # for the few that are small whole numbers there


def whole_number(where: str, value: Any, least: int = 0, most: int = LARGEST) -> int:
    """The value, when it is a whole number from least to most; raises SpecError otherwise."""
    try:
        found = None if isinstance(value, bool) else index(value)
    except TypeError:
        found = None
    if found is not None and least <= found <= most:
        return found
    hint = f"of at least {least}" if found is None or found < least else f"of at most {most}"
    raise SpecError.about(where, f"found {value!r}", f"give a whole number {hint}", value)


def number(where: str, value: Any) -> float:
    """The value, when it is a number; raises SpecError otherwise, as for text."""
    try:
        if not isinstance(value, bool | str | bytes):
            return float(value)
    except (TypeError, ValueError, OverflowError):
        pass
    raise SpecError.about(where, f"found {value!r}", "give a number", value)


def floats(where: str, values: Iterable[Any]) -> list[float]:
    """The values, when all are numbers; raises SpecError otherwise."""
    return [number(where, x) for x in values]
