"""What an index is, as a value: a framework and the methods that make scores of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, Self

from quindex import _core
from quindex.errors import FrameworkError, SpecError, refuse_half_characters
from quindex.framework import Node
from quindex.hashes import hashable
from quindex.methods import FAMILIES, Functions, Method, with_value
from quindex.recipe import (
    Choice,
    Step,
    add_function,
    checked_extensions,
    choice_data,
    choice_of,
    core_functions,
    customs,
    method_data,
    method_of,
    step_of,
    steps_data,
)
from quindex.show import spec_html

__all__ = ["Spec"]

SLOTS = ("screen", "prepare", "normalise", "weigh", "aggregate", "missing", "ties", "rank_decimals", "publish")
DEFAULTED = ("normalise", "weigh", "aggregate", "missing")
FIRST: dict[str, Method] = {family: next(iter(FAMILIES[family].values()))() for family in DEFAULTED}


class Spec:
    """A composite index as a value: compares, copies, and is written to and read from files.

    framework: the tree of groups and indicators. screen: which units take part; all without it. prepare:
    denominators, treatments and imputations, in this order; a step may be limited with
    `step(method, only=[…], but=[…])`. normalise: from values to comparable scores. weigh:
    weights of each group's children. aggregate: from children's scores to the group's. missing: what a group
    does when children are missing. ties: how equal scores share a rank ("best", "worst", "average", "dense",
    "ordinal"). rank_decimals: round scores to so many decimals before ranking. publish: a last rescaling of
    the groups' scores.

    A method is written as its value, its name, or plain data. normalise, weigh, aggregate and publish may
    differ by node: {"*": MinMax(), "life": ZScore(), "level:2": …}; the nearest exception wins.
    """

    __slots__ = ("_data", "_functions", "_handle", "_nodes")
    _handle: _core.Spec
    _data: dict[str, Any]
    _functions: Functions
    _nodes: dict[str, Any] | None

    def __init__(
        self,
        framework: Node | Mapping[str, Any],
        *,
        screen: Method | Mapping[str, Any] | str | None = None,
        prepare: Sequence[Step | Method | Mapping[str, Any] | str] = (),
        normalise: Choice = FIRST["normalise"],
        weigh: Choice = FIRST["weigh"],
        aggregate: Choice = FIRST["aggregate"],
        missing: Method | Mapping[str, Any] | str = FIRST["missing"],
        ties: str = "best",
        rank_decimals: int | None = None,
        publish: Choice | None = None,
    ) -> None:
        if not isinstance(framework, Node | Mapping):
            hint = "write qx.group(...), or qx.framework_from_table(...) of a table"
            raise SpecError.about("framework", f"found a {type(framework).__name__}", hint, framework)
        functions: Functions = {}
        tree = framework.to_data() if isinstance(framework, Node) else framework
        data = {
            "quindex": 1,
            "framework": tree,
            "screen": None if screen is None else method_data("screen", screen, "screen", functions),
            "prepare": steps_data(prepare, functions),
            "normalise": choice_data("normalise", normalise, "normalise", functions),
            "weigh": choice_data("weigh", weigh, "weigh", functions),
            "aggregate": choice_data("aggregate", aggregate, "aggregate", functions),
            "missing": method_data("missing", _one_policy(missing), "missing", functions),
            "ties": ties,
            "rank_decimals": rank_decimals,
            "publish": None if publish is None else choice_data("normalise", publish, "publish", functions),
        }
        self._read(data, functions)

    @classmethod
    def from_data(cls, data: Any, extensions: Mapping[str, Callable[..., Any]] | None = None) -> Self:
        """The spec that plain data describe; `extensions` holds the functions of its custom methods."""
        functions: Functions = {}
        known = checked_extensions(extensions)
        if isinstance(data, Mapping):
            for family, name in customs(data):
                if name in known:
                    add_function(functions, family, name, known[name])
        spec = object.__new__(cls)
        spec._read(data, functions)
        return spec

    @classmethod
    def _of_core(cls, core: _core.Spec, functions: Functions) -> Self:
        spec = object.__new__(cls)
        spec._keep(core, functions)
        return spec

    def _read(self, data: Any, functions: Functions) -> None:
        try:
            core = _core.Spec(data, core_functions(functions))
        except (SpecError, FrameworkError) as e:
            if isinstance(e, SpecError):
                raise with_value(e, data) from None
            raise
        except RuntimeError:
            refuse_half_characters(data, "")
            raise
        self._keep(core, functions)

    def _keep(self, core: _core.Spec, functions: Functions) -> None:
        data = core.to_data()
        data.pop("version")
        for name, value in (("_handle", core), ("_data", data), ("_functions", functions), ("_nodes", None)):
            object.__setattr__(self, name, value)

    def to_data(self) -> dict[str, Any]:
        """The spec as plain data, complete and in the order of files."""
        return dict(self._handle.to_data())

    def replace(self, **changes: Any) -> Self:
        """The spec with other choices."""
        unknown = [key for key in changes if key not in ("framework", *SLOTS)]
        if unknown:
            hint = _core.did_you_mean(unknown[0], ["framework", *SLOTS])
            raise SpecError.about(f"Spec.{unknown[0]}", "a spec has no such key", hint)
        return type(self)(**{"framework": self.framework, **{s: getattr(self, s) for s in SLOTS}, **changes})

    @property
    def framework(self) -> Node:
        """The tree of groups and indicators."""
        return Node._checked(self._data["framework"])

    @property
    def screen(self) -> Method | None:
        """Which units take part; None for all."""
        found = self._data["screen"]
        return None if found is None else method_of("screen", found, self._functions)

    @property
    def prepare(self) -> tuple[Method | Step, ...]:
        """Denominators, treatments and imputations, in this order."""
        return tuple(step_of(data, self._functions) for data in self._data["prepare"])

    @property
    def normalise(self) -> Method | dict[str, Method]:
        """From values to comparable scores; {"*": …} where there are exceptions."""
        return choice_of("normalise", self._data["normalise"], self._functions)

    @property
    def weigh(self) -> Method | dict[str, Method]:
        """Weights of each group's children."""
        return choice_of("weigh", self._data["weigh"], self._functions)

    @property
    def aggregate(self) -> Method | dict[str, Method]:
        """From children's scores to the group's."""
        return choice_of("aggregate", self._data["aggregate"], self._functions)

    @property
    def missing(self) -> Method:
        """What a group does when children are missing."""
        found = choice_of("missing", self._data["missing"], self._functions)
        assert isinstance(found, Method)
        return found

    @property
    def ties(self) -> str:
        """How equal scores share a rank."""
        return str(self._data["ties"])

    @property
    def rank_decimals(self) -> int | None:
        """Decimals that scores are rounded to before they are ranked."""
        found = self._data["rank_decimals"]
        return None if found is None else int(found)

    @property
    def publish(self) -> Method | dict[str, Method] | None:
        """A last rescaling of the groups' scores."""
        found = self._data["publish"]
        return None if found is None else choice_of("normalise", found, self._functions)

    @property
    def nodes(self) -> dict[str, Any]:
        """Code, parent, level and name of the nodes; codes of indicators, and of groups inside out."""
        if self._nodes is None:
            object.__setattr__(self, "_nodes", self._handle.nodes())
        return self._nodes or {}

    @property
    def _columns(self) -> list[str]:
        """The columns that a table must have: the indicators, and what they are divided by."""
        known = self.nodes["indicators"]
        return [*known, *(code for code in self.nodes["denominators"] if code not in known)]

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"a spec never changes; use replace({name}=…)")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Spec):
            return NotImplemented  # Python then asks the other operand
        return self._data == other._data and self._functions == other._functions

    def __hash__(self) -> int:
        return hash(hashable(self._data))

    def __reduce__(self) -> tuple[Any, ...]:
        return Spec.from_data, (self._data, {name: f for name, (_, f) in self._functions.items()})

    def _shown(self) -> list[tuple[str, str]]:
        plain = {
            **{family: shown(method) for family, method in FIRST.items()},
            "screen": "None",
            "prepare": "()",
            "ties": "'best'",
            "rank_decimals": "None",
            "publish": "None",
        }
        out = []
        for slot in SLOTS:
            text = shown(getattr(self, slot))
            if text != plain[slot]:
                out.append((slot, text))
        return out

    def __repr__(self) -> str:
        options = [f"{slot}={text}" for slot, text in self._shown()]
        return f"Spec({', '.join([repr(self.framework), *options])})"

    def __str__(self) -> str:
        lines = [f"{slot}: {text}" for slot, text in self._shown()]
        return "\n".join([str(self.framework), *lines])

    def _repr_html_(self) -> str:
        return spec_html(self.framework._repr_html_(), [(slot, shown(getattr(self, slot))) for slot in SLOTS])


def _one_policy(missing: Any) -> Any:
    """The policy. Raises SpecError for a choice by node, which there is of other methods."""
    if isinstance(missing, Mapping) and "method" not in missing:
        hint = "give one policy for the whole index, such as missing.Renormalise(at_least=0.5)"
        raise SpecError.about("missing", f"found {dict(missing)!r}", hint, missing)
    return missing


def shown(x: Any) -> str:
    """The text of a choice that evaluates back after `from quindex import *`."""
    if isinstance(x, Method):
        return f"{x.family}.{x!r}"
    if isinstance(x, dict):
        return "{" + ", ".join(f"{key!r}: {shown(value)}" for key, value in x.items()) + "}"
    if isinstance(x, Step):
        options = [f"{key}={list(value)!r}" for key, value in (("only", x.only), ("but", x.but)) if value]
        return f"step({', '.join([shown(x.method), *options])})"
    if isinstance(x, tuple):
        return "(" + ", ".join(map(shown, x)) + ("," if len(x) == 1 else "") + ")"
    return repr(x)
