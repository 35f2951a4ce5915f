"""What the diagnoses share: tables from frames and results, and answers that consist of several frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quindex import _core
from quindex.arrays import Native
from quindex.data import Roles, take
from quindex.errors import SpecError
from quindex.plain_numbers import floats
from quindex.ranking import _criteria
from quindex.result import Result


class Diagnosis:
    """What a diagnosis found: numbers and frames, each an attribute. Frames are of the library the data came in."""

    __slots__ = ("_frames", "_numbers", "_title")

    def __init__(self, title: str, numbers: Mapping[str, Any], frames: Mapping[str, Any]) -> None:
        self._title, self._numbers, self._frames = title, dict(numbers), dict(frames)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_"):
            for found in (self._numbers, self._frames):
                if name in found:
                    return found[name]
        raise AttributeError(f"a diagnosis of {self._title} has no {name!r}; it has {', '.join(self.__dir__())}")

    def __dir__(self) -> list[str]:
        return [*self._numbers, *self._frames]

    def __repr__(self) -> str:
        told = {name: value for name, value in self._numbers.items() if not isinstance(value, list) or value}
        lines = [f"  {name}: {_short(value)}" for name, value in told.items()]
        frames = f"  frames: {', '.join(self._frames)}"
        return "\n".join([self._title, *lines, *([frames] if self._frames else [])])


def _short(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_short(x) for x in value)
    return str(value)


class Input(NamedTuple):
    """Columns of numbers over units, as the core has them, and how to give frames back."""

    table: _core.Table
    native: Native
    columns: list[str]

    def by_column(self, what: str = "column") -> Native:
        """Frames with a row per column."""
        return self.native.labelled(what, self.columns)


def columns_of(data: Any, columns: Sequence[str] | None, unit: str | None = None) -> Input:
    """The columns of a frame (all but the units' labels), or the scores of nodes of a result (its indicators)."""
    columns = [columns] if isinstance(columns, str) else columns
    if isinstance(data, Result):
        chosen = list(data.spec.nodes["indicators"]) if columns is None else list(columns)
        return Input(_core.scores_table(data._handle, chosen), data._native, chosen)
    chosen = _criteria(data, columns, unit, None)
    indicators = chosen if hasattr(data, "ndim") and not hasattr(data, "columns") else None
    taken = take(data, chosen, Roles(unit=unit, indicators=indicators))
    return Input(taken.table, taken.native, chosen)


def in_order(given: Sequence[float] | Mapping[str, float], names: Sequence[str], where: str) -> list[float]:
    """One number per name, given in order or by name. How many there are is checked by the core."""
    if not isinstance(given, Mapping):
        return floats(where, given)
    for name in given:
        if name not in names:
            raise SpecError.about(where, f"there is no {name!r}", _core.did_you_mean(str(name), list(names)), name)
    lacking = [name for name in names if name not in given]
    if lacking:
        raise SpecError.about(f"{where}.{lacking[0]}", "nothing is given", "give one per column", given)
    return floats(where, [given[name] for name in names])
