"""The tree of an index: groups and indicators, as values."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from numbers import Real
from typing import Any, NoReturn, Self, TypeVar

from quindex import _core
from quindex.errors import FrameworkError, QuindexError, refuse_half_characters
from quindex.hashes import hashable

__all__ = ["Node", "group", "indicator"]

Better = str | float | tuple[float, float]
OPTIONS = ("better", "weight", "name", "names", "unit", "target", "goalposts")
DEFAULTS: dict[str, Any] = {
    "better": "high", "weight": 1.0, "name": "", "names": {}, "unit": "", "target": None, "goalposts": None,
}  # fmt: skip


class Node:
    """An indicator, or a group of indicators and groups; written with `indicator` and `group`."""

    __slots__ = ("_children", "_data")
    _data: dict[str, Any]
    _children: tuple[Node, ...] | None

    def __init__(self, data: Mapping[str, Any], children: Sequence[Node] | None) -> None:
        try:
            own = _core.read_node(dict(data), "framework")
        except QuindexError as e:
            raise _of_node(e, data) from None
        except RuntimeError:
            refuse_half_characters(data, "framework")
            raise
        object.__setattr__(self, "_data", own)
        object.__setattr__(self, "_children", None if children is None else tuple(children))

    @classmethod
    def from_data(cls, data: Any) -> Node:
        """The node that plain data describe. Raises FrameworkError or SpecError, naming the place."""
        return cls._checked(_core.read_node(data, "framework"))

    @classmethod
    def _checked(cls, data: Mapping[str, Any]) -> Node:
        node = object.__new__(cls)
        children = data.get("children")
        object.__setattr__(node, "_data", {k: v for k, v in data.items() if k != "children"})
        made = None if children is None else tuple(cls._checked(child) for child in children)
        object.__setattr__(node, "_children", made)
        return node

    def to_data(self) -> dict[str, Any]:
        """The node as plain data; defaults are left out."""
        own = {k: dict(v) if isinstance(v, dict) else v for k, v in self._data.items()}
        if self._children is not None:
            own["children"] = [child.to_data() for child in self._children]
        return own

    @property
    def code(self) -> str:
        """The name of its column, or of the group, in tables and specs."""
        return str(self._data["code"])

    @property
    def is_group(self) -> bool:
        """Does it have children, or is it an indicator?"""
        return self._children is not None

    @property
    def children(self) -> tuple[Node, ...]:
        """The children of a group; none for an indicator."""
        return self._children or ()

    @property
    def better(self) -> Better:
        """ "high", "low", an optimal point or an optimal interval; an optimum at 1 is (1, 1), as one writes it."""
        better = self._data.get("better", "high")
        if isinstance(better, list):
            return (float(better[0]), float(better[1]))
        if _is_sign(better):
            return (float(better), float(better))
        return better if isinstance(better, str) else float(better)

    @property
    def weight(self) -> float:
        """Relative to its siblings."""
        return float(self._data.get("weight", 1))

    @property
    def name(self) -> str:
        """Name in the language of the spec; may be empty."""
        return str(self._data.get("name", ""))

    @property
    def names(self) -> dict[str, str]:
        """Names by language."""
        return dict(self._data.get("names", {}))

    @property
    def unit(self) -> str:
        """Unit of measurement; may be empty."""
        return str(self._data.get("unit", ""))

    @property
    def target(self) -> float | None:
        """The value aimed at."""
        target = self._data.get("target")
        return None if target is None else float(target)

    @property
    def goalposts(self) -> tuple[float, float] | None:
        """The values that stand for the lowest and the highest score."""
        ends = self._data.get("goalposts")
        return None if ends is None else (float(ends[0]), float(ends[1]))

    def replace(self, **changes: Any) -> Self:
        """The node with other options (or `code`, or `children`)."""
        unknown = [key for key in changes if key not in (*OPTIONS, "code", "children")]
        if unknown:
            hint = _core.did_you_mean(unknown[0], ["code", *OPTIONS, "children"])
            raise FrameworkError.about(f"{self.code}.{unknown[0]}", "a node has no such option", hint)
        _refuse_sign(f"{self.code}.better", changes.get("better"))
        children = changes.pop("children", self._children)
        own = {**self._data, **changes}
        nodes = None if children is None else _nodes(children, self.code)
        return _sound(type(self)({k: v for k, v in own.items() if v is not None}, nodes))

    def walk(self) -> Iterator[tuple[Node, int]]:
        """Every node with its depth, a group before its children."""
        yield self, 0
        for child in self.children:
            yield from ((node, depth + 1) for node, depth in child.walk())

    @property
    def codes(self) -> list[str]:
        """The codes of the node and of all below it."""
        return [node.code for node, _ in self.walk()]

    @property
    def indicators(self) -> list[str]:
        """The codes of the indicators below it (or its own)."""
        return [node.code for node, _ in self.walk() if not node.is_group]

    def __getitem__(self, code: str) -> Node:
        """The node with a code, here or below."""
        for node, _ in self.walk():
            if node.code == code:
                return node
        hint = _core.did_you_mean(str(code), self.codes)
        raise FrameworkError.about(self.code, f"there is no node {code!r} below it", hint, code)

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    __iter__ = None  # or Python would ask for the nodes 0, 1, 2, …

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"a node never changes; use replace({name}=…)")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented  # Python then asks the other operand
        return self._data == other._data and self._children == other._children

    def __hash__(self) -> int:
        return hash((hashable(self._data), self._children))

    def __reduce__(self) -> tuple[Any, ...]:
        return Node.from_data, (self.to_data(),)

    def __repr__(self) -> str:
        options = [f"{o}={getattr(self, o)!r}" for o in OPTIONS if getattr(self, o) != DEFAULTS[o]]
        if self._children is None:
            return f"indicator({', '.join([repr(self.code), *options])})"
        children = ", ".join(map(repr, self._children))
        return f"group({', '.join([repr(self.code), f'[{children}]', *options])})"

    def _line(self) -> str:
        arrow = {"high": "", "low": " ↓"}.get(str(self.better), f" → {self.better}")
        weight = "" if self.weight == 1 else f" × {self.weight:g}"
        name = f"  {self.name}" if self.name else ""
        unit = f" ({self.unit})" if self.unit else ""
        return f"{self.code}{arrow}{weight}{name}{unit}"

    def __str__(self) -> str:
        """The tree, a node a line; ↓ marks where low is better, × a weight."""
        lines = [self._line()]
        for i, child in enumerate(self.children):
            last = i + 1 == len(self.children)
            first, *rest = str(child).split("\n")
            lines.append(("└─ " if last else "├─ ") + first)
            lines += [("   " if last else "│  ") + line for line in rest]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        inner = "".join(child._repr_html_() for child in self.children)
        item = f"<li>{html.escape(self._line())}</li>"
        return f"<ul>{item}{inner}</ul>" if inner else f"<ul>{item}</ul>"


Tree = TypeVar("Tree", bound=Node)


def _of_node(e: QuindexError, data: Mapping[str, Any]) -> QuindexError:
    """The error with the node's code in its place, and with the value that stands there."""
    code = f"{data.get('code')}."
    option = e.where.removeprefix("framework.").removeprefix(code)
    name = option.partition(".")[0]
    where = f"framework.{code}{option}" if name in OPTIONS else e.where
    return type(e).about(where, e.what, e.hint, data.get(name, e.value))


def _is_sign(better: Any) -> bool:
    return isinstance(better, Real) and not isinstance(better, bool) and better in (1, -1)


def _refuse_sign(where: str, better: Any) -> None:
    """Raises FrameworkError for 1 and -1, which elsewhere mean "high" and "low" and here would be an optimum."""
    if _is_sign(better):
        word, point = ("high", 1) if better == 1 else ("low", -1)
        hint = f"write {word!r}, or ({point}, {point}) for an optimum at {point}"
        raise FrameworkError.about(where, f"{float(better):g} may be a sign or an optimum", hint, better)


def _options(given: Mapping[str, Any]) -> dict[str, Any]:
    _refuse_sign(f"framework.{given['code']}.better", given["better"])
    return {key: given[key] for key in OPTIONS if given[key] is not None}


def indicator(
    code: str,
    *,
    better: Better | Sequence[float] = "high",
    weight: float = 1.0,
    name: str = "",
    names: Mapping[str, str] | None = None,
    unit: str = "",
    target: float | None = None,
    goalposts: Sequence[float] | None = None,
) -> Node:
    """A column of the table.

    better: "high", "low", an optimal point 7.0, or an optimal interval (6.5, 8.5); 1 and -1, which many write for
    high and low, are refused: an optimum there is (1, 1). weight: relative to its siblings, 0 or more. name,
    names: in the language of the spec, and by language ({"zh": "…"}). unit: of measurement. target: the value
    aimed at. goalposts: the values that stand for the lowest and the highest score, the smaller one first;
    around an optimum, the worst value on each side.
    """
    return Node({"code": code, **_options(locals())}, None)


def group(
    code: str,
    children: Sequence[Node | str],
    *,
    better: Better | Sequence[float] = "high",
    weight: float = 1.0,
    name: str = "",
    names: Mapping[str, str] | None = None,
    unit: str = "",
    target: float | None = None,
    goalposts: Sequence[float] | None = None,
) -> Node:
    """A group of indicators and groups; a text stands for an indicator. Options as for `indicator`."""
    options = _options(locals())
    nodes = _nodes(children, code)
    return _sound(Node({"code": code, **options}, nodes))


def _nodes(children: Any, code: str) -> list[Node]:
    """The children of a group; a text among them stands for an indicator."""
    if isinstance(children, str | Node | Mapping | Set) or not isinstance(children, Iterable):
        raise FrameworkError.about(f"framework.{code}.children", f"found {children!r}", "write a list of nodes")
    nodes = [indicator(child) if isinstance(child, str) else child for child in children]
    for child in nodes:
        if not isinstance(child, Node):
            hint = "write indicator(...), group(...) or the code of an indicator"
            raise FrameworkError.about(f"framework.{code}.children", f"found {child!r}", hint, child)
    return nodes


def _sound(node: Tree) -> Tree:
    """The node. Raises FrameworkError where a group is none that can be scored."""
    problems = _core.framework_problems(node.to_data()) if node.is_group else []
    if problems:
        raise FrameworkError.about(*problems[0])
    return node
