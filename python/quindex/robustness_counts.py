"""The counted replicates of a run, as a value: what they are of, merged, compared and stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Self

from quindex import _core
from quindex.arrays import Native
from quindex.data import Taken
from quindex.errors import SpecError
from quindex.robustness_design import Design

if TYPE_CHECKING:
    from quindex.spec import Spec


class Run(NamedTuple):
    """What a run was of."""

    spec: Spec
    taken: Taken
    design: Design


class Counted:
    """Replicates that have been counted, looked at from one node."""

    __slots__ = ("_handle", "_run", "node")
    _handle: _core.Outcomes
    _run: Run
    node: str

    def __init__(self, handle: _core.Outcomes, run: Run, node: str | None = None) -> None:
        for name, value in (("_handle", handle), ("_run", run), ("node", node or handle.watched[0])):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError("a robustness analysis never changes")

    @property
    def _native(self) -> Native:
        return self._run.taken.native

    @property
    def spec(self) -> Spec:
        """The spec as it stands, without any change."""
        return self._run.spec

    @property
    def design(self) -> Design:
        """What was varied, how often, and by which random numbers."""
        return self._run.design

    @property
    def units(self) -> list[str]:
        """The labels of the units."""
        return self._handle.units

    @property
    def nodes(self) -> list[str]:
        """The nodes that were watched."""
        return self._handle.watched

    def at(self, node: str) -> Self:
        """The same for another node that was watched."""
        if node not in self.nodes:
            hint = _core.did_you_mean(node, self.nodes) or f"watch it: nodes=[{node!r}]"
            raise SpecError.about("node", f"{node!r} was not watched", hint, node)
        return type(self)(self._handle, self._run, node)

    @property
    def done(self) -> int:
        """How many replicates have been counted, those that failed included."""
        return self._handle.done

    @property
    def is_complete(self) -> bool:
        """Have all replicates of the design been counted? Not in a part, nor after Ctrl-C."""
        return self._handle.is_complete

    def __add__(self, other: Self) -> Self:
        if not isinstance(other, type(self)):
            return NotImplemented  # Python then asks the other operand
        return type(self)(self._handle.merged(other._handle), self._run, self.node)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented  # Python then asks the other operand
        return self._handle == other._handle and self.node == other.node

    __hash__ = None  # type: ignore[assignment]

    def to_bytes(self) -> bytes:
        """The counted state: the same bytes on every machine. `qx.robustness.from_bytes` reads it."""
        return self._handle.to_bytes()

    def __reduce__(self) -> tuple[Any, ...]:
        from quindex.replicates import restored, table_parts

        run = self._run
        return restored, (self.to_bytes(), run.spec, table_parts(run.taken), run.design, self.node)


def checked_outcomes(handle: _core.Outcomes, what: Run) -> Run:
    """What counted replicates are of; raises SpecError, which says what differs, when it is something else."""
    spec, table = what.spec._handle, what.taken.table
    stored, given = handle.design.to_data(), what.design.to_data()
    differing = [key for key in given if stored.get(key) != given[key]]
    if differing:
        why = "the designs differ: " + "; ".join(_difference(key, stored.get(key), given[key]) for key in differing)
    elif handle.nodes != what.spec.nodes["code"]:
        why = "the frameworks differ: " + _first_difference(handle.nodes, what.spec.nodes["code"])
    elif handle.units != table.units:
        why = "the units differ: " + _first_difference(handle.units, table.units)
    elif handle.digest != _fingerprint(spec, table):
        why = "the specs or the tables differ, though units and nodes are the same"
    else:
        return what
    raise SpecError.about("from_bytes", why, "give the result of the spec and the table that were run, and its design")


def _difference(key: str, stored: Any, given: Any) -> str:
    if isinstance(given, list | dict) or isinstance(stored, list | dict):
        return key
    return f"{key} was {stored!r}, not {given!r}"


def _first_difference(stored: list[str], given: list[str]) -> str:
    """Where two lists of labels part."""
    if len(stored) != len(given):
        return f"there were {len(stored)}, not {len(given)}"
    i = next(k for k, (a, b) in enumerate(zip(stored, given, strict=True)) if a != b)
    return f"number {i + 1} was {stored[i]!r}, not {given[i]!r}"


def _fingerprint(spec: _core.Spec, table: _core.Table) -> str:
    """Of all that scores depend on beside the design: the core finds it where a run begins, here one of nothing."""
    nothing = _core.Design({"factors": [], "draws": 1})
    return _core.robustness_run(spec, table, nothing)[0].digest
