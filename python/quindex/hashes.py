"""Hashes of plain data: equal data have equal hashes, whatever they look like as text (-0.0 and 0)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any


def hashable(data: Any) -> Hashable:
    """Plain data as a value that hashes; the order of keys does not count."""
    if isinstance(data, dict):
        return frozenset((key, hashable(value)) for key, value in data.items())
    if isinstance(data, (list, tuple)):
        return tuple(map(hashable, data))
    return data  # type: ignore[no-any-return]
