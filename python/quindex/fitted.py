"""A spec whose parameters have been estimated: applied to other tables, compared, frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self, overload

import numpy as np

from quindex import _core
from quindex.arrays import Native
from quindex.data import Note, Roles, take, take_periods
from quindex.panel import PanelResult
from quindex.plain_numbers import whole_number
from quindex.result import Result
from quindex.show import counted
from quindex.spec import Spec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Fitted:
    """A fitted index: immutable, applied to any table that has its indicators."""

    __slots__ = ("_handle", "_native", "_roles", "spec")

    def __init__(self, handle: _core.Fitted, spec: Spec, native: Native, roles: Roles | None = None) -> None:
        self._handle, self._native, self._roles, self.spec = handle, native, roles or Roles(), spec

    def __copy__(self) -> Self:
        return self  # it never changes

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a fitted index cannot be pickled; pickle freeze(), a spec that gives the same scores")

    # fmt: off
    @overload
    def __call__(
        self, data: Any, *, unit: str | None = ..., group: str | Sequence[Any] | None = ...,
        size: str | Sequence[float] | None = ..., period: None = ..., errors: Mapping[str, str] | None = ...,
        indicators: Sequence[str] | None = ..., units: Sequence[Any] | None = ..., threads: int = ...,
    ) -> Result: ...
    @overload
    def __call__(
        self, data: Any, *, unit: str | None = ..., group: str | Sequence[Any] | None = ...,
        size: str | Sequence[float] | None = ..., period: str | Sequence[Any],
        errors: Mapping[str, str] | None = ..., indicators: Sequence[str] | None = ...,
        units: Sequence[Any] | None = ..., threads: int = ...,
    ) -> PanelResult: ...
    # fmt: on
    def __call__(
        self,
        data: Any,
        *,
        unit: str | None = None,
        group: str | Sequence[Any] | None = None,
        size: str | Sequence[float] | None = None,
        period: str | Sequence[Any] | None = None,
        errors: Mapping[str, str] | None = None,
        indicators: Sequence[str] | None = None,
        units: Sequence[Any] | None = None,
        threads: int = 1,
    ) -> Result | PanelResult:
        """Scores of a table: a Result, or with `period` a PanelResult. Columns as in `fit`."""
        roles = Roles(unit, group, size, period, errors, indicators, units)
        before = self._roles._asdict()
        if not isinstance(data, np.ndarray):
            before["indicators"] = None  # the names of an array it was fitted to
        given = {key: x for key, x in roles._asdict().items() if x is not None}
        roles = Roles(**{**before, **given, "period": period, "units": units})
        threads, notes = one_thread(self.spec, threads)
        codes = self.spec._columns
        if period is None:
            taken = take(data, codes, roles)
            return Result(self._handle(taken.table, threads), self.spec, taken, notes)
        tables = take_periods(data, codes, roles)
        found = self._handle.panel([t.table for t in tables], threads)
        return PanelResult([Result(r, self.spec, t, notes) for r, t in zip(found, tables, strict=True)])

    def freeze(self) -> Spec:
        """A spec whose estimated parameters are constants: publishable, and comparable over years."""
        return Spec._of_core(self._handle.freeze(), self.spec._functions)

    @property
    def weights(self) -> Any:
        """A row per node: its parent, its weight among its siblings, and its share in the index."""
        about = self.spec.nodes
        own = self._handle.weights()
        among = [1.0 if p is None else own[p][c] for c, p in zip(about["code"], about["parent"], strict=True)]
        return self._native.plain(
            {
                "node": about["code"],
                "parent": [p or "" for p in about["parent"]],
                "weight": among,
                "effective_weight": self._handle.effective_weights(),
            }
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fitted):
            return NotImplemented  # Python then asks the other operand
        return bool(self._handle == other._handle)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        about = self.spec.nodes
        size = f"{counted(len(about['indicators']), 'indicator')}, {counted(len(about['groups']), 'group')}"
        return f"<fitted {about['code'][0]}: {size}>"


def one_thread(spec: Spec, threads: int) -> tuple[int, list[Note]]:
    """The number of threads, which is one for functions in Python, and the note that says so."""
    threads = whole_number("threads", threads)
    if threads == 1 or not spec._functions:
        return threads, []
    names = ", ".join(f"'{name}'" for name in spec._functions)
    return 1, [("spec", f"computed by one thread, because of custom functions: {names}", 0)]
