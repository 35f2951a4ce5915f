"""Methods as Python classes, made from what the core says of them: a new method in C++ needs nothing here."""

from __future__ import annotations

import copy
import inspect
import keyword
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, NamedTuple, NoReturn, Self

import numpy as np
import numpy.typing as npt

from quindex import _core
from quindex.errors import SpecError
from quindex.hashes import hashable

Functions = dict[str, tuple[str, Callable[..., Any]]]


class Group(NamedTuple):
    """What a custom weighing function gets."""

    code: str  #: The group.
    children: tuple[str, ...]  #: Codes of its children.
    given: npt.NDArray[np.float64]  #: The children's weights in the framework.
    scores: npt.NDArray[np.float64]  #: Units × children, high being better.


class Method:
    """A method and its parameters: a value that compares, hashes, pickles and never changes."""

    __slots__ = ("_data", "_function")
    family: ClassVar[str]
    about: ClassVar[Mapping[str, Any]]  # what the core says of the method
    is_custom: ClassVar[bool]
    _data: dict[str, Any]
    _function: Callable[..., Any] | None

    def __init__(self, **parameters: Any) -> None:
        cls, function = type(self), None
        if cls.is_custom:
            function = parameters.pop("function", None)
            if not callable(function):
                hint = "write Custom(name='ours', function=ours)"
                raise SpecError.about("Custom.function", f"found {function!r}", hint, function)
            parameters.setdefault("name", getattr(function, "__name__", ""))
            if parameters["name"] in ("", "<lambda>"):
                raise SpecError.about("Custom.name", "the function has no name", "give it one: name='ours'", function)
        functions: Functions = {}
        if function is not None:
            functions[str(parameters["name"])] = (cls.family, function)
        try:
            if "method" in parameters:  # the one word that a file keeps for itself
                self._refuse("method")
            data = {"method": cls.about["name"], **{in_files(p): x for p, x in parameters.items()}}
            read = _core.read_method(cls.family, data, functions, cls.__name__)
        except SpecError as e:
            raise with_value(e, {cls.__name__: parameters}) from None
        object.__setattr__(self, "_data", read)
        object.__setattr__(self, "_function", function)

    @classmethod
    def _refuse(cls, parameter: str) -> NoReturn:
        what = f"{cls.about['name']} has no such parameter"
        raise SpecError.about(f"{cls.__name__}.{parameter}", what, "")

    def to_data(self) -> dict[str, Any]:
        """The method as plain data: its name and every parameter."""
        return copy.deepcopy(self._data)

    def replace(self, **changes: Any) -> Self:
        """The method with other parameters."""
        return type(self)(**{**self._parameters(), **changes})

    def _parameters(self) -> dict[str, Any]:
        own = {in_python(f["name"]): getattr(self, in_python(f["name"])) for f in self.about["fields"]}
        return {**own, "function": self._function} if self.is_custom else own

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes; use replace({name}=…)")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented  # Python then asks the other operand
        return self._data == other._data and self._function is other._function

    def __hash__(self) -> int:
        return hash((self.family, hashable(self._data), self._function))

    def __repr__(self) -> str:
        defaults = {in_python(f["name"]): typed(f["default"], f["schema"]) for f in self.about["fields"]}
        shown = [f"{n}={v!r}" for n, v in self._parameters().items() if n in defaults and v != defaults[n]]
        if self.is_custom:
            shown.append(f"function={getattr(self._function, '__name__', repr(self._function))}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._parameters())


def _restored(cls: type[Method], parameters: dict[str, Any]) -> Method:
    return cls(**parameters)


def with_value(error: SpecError, data: Any) -> SpecError:
    """The error with the value that stands at its place in the data, where there is one."""
    for step in error.where.split("."):
        if isinstance(data, Mapping) and step in data:
            data = data[step]
        elif isinstance(data, list | tuple) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return error
    error.value = data
    return error


def typed(value: Any, schema: Mapping[str, Any]) -> Any:
    """Plain data as the Python type that its schema stands for: float, tuple, dict, …"""
    if value is None:
        return None
    if "anyOf" in schema:
        fits = [s for s in schema["anyOf"] if s.get("type") == kind_of(value)]
        return typed(value, fits[0]) if fits else value
    kind = schema.get("type")
    if kind == "number":
        return float(value)
    if kind == "array":
        return tuple(typed(item, schema.get("items", {})) for item in value)
    if kind == "object":
        inner = schema.get("additionalProperties")
        inner = inner if isinstance(inner, Mapping) else {}
        return {key: typed(item, inner) for key, item in value.items()}
    return copy.deepcopy(value)


def kind_of(value: Any) -> str:
    """The name that JSON Schema has for the type of a value."""
    kinds = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), "null")


def annotation(schema: Mapping[str, Any]) -> Any:
    """The Python type that a schema stands for."""
    if "anyOf" in schema:
        first, *others = (annotation(s) for s in schema["anyOf"])
        for other in others:
            first = first | other
        return first
    if "enum" in schema or "const" in schema:
        return Literal[tuple(schema.get("enum") or [schema["const"]])]
    kind = schema.get("type")
    inner = schema.get("items") or schema.get("additionalProperties")
    item = annotation(inner) if isinstance(inner, Mapping) else Any
    if kind == "array":
        pair = schema.get("minItems") == schema.get("maxItems") == 2
        return tuple[item, item] if pair else tuple[item, ...]  # type: ignore[valid-type]
    if kind == "object":
        return dict[str, item]  # type: ignore[valid-type]
    plain: dict[Any, Any] = {"number": float, "integer": int, "boolean": bool, "string": str, "null": None}
    return plain.get(kind, Any)


def class_name(method: str) -> str:
    """The class of a method: min_max is MinMax."""
    return "".join(word.capitalize() for word in method.split("_"))


def in_python(parameter: str) -> str:
    """The Python name of a parameter: lambda_ for lambda."""
    return f"{parameter}_" if keyword.iskeyword(parameter) else parameter


def in_files(parameter: str) -> str:
    """The name of a parameter in files: lambda for lambda_."""
    return parameter[:-1] if parameter.endswith("_") and keyword.iskeyword(parameter[:-1]) else parameter


def described(about: Mapping[str, Any]) -> str:
    """The docstring of a method."""
    parts = [about["summary"]]
    if about["fields"]:
        lines = [f"{in_python(f['name'])}: {f['summary']}{ranged(f)}" for f in about["fields"]]
        parts.append("Parameters\n----------\n" + "\n".join(lines))
    parts.append(f"Formula: {about['formula']}")
    parts += [about["details"]] if about["details"] else []
    parts.append(f"Reference: {about['reference']}")
    if about["claims"]:
        parts.append("Promises:\n" + "\n".join(f"- {meaning}" for _, meaning in about["claims"]))
    return "\n\n".join(parts)


def ranged(field: Mapping[str, Any]) -> str:
    """The range of a parameter in words; nothing when every number is allowed."""
    low, high = field["low"], field["high"]
    if low == -float("inf") and high == float("inf"):
        return ""
    below = ("above" if field["low_open"] else "at least") + f" {low:g}"
    above = ("below" if field["high_open"] else "at most") + f" {high:g}"
    ends = [*([below] if low > -1e300 else []), *([above] if high < 1e300 else [])]
    return f" ({' and '.join(ends)})" if ends else ""


def signature(about: Mapping[str, Any], is_custom: bool) -> inspect.Signature:
    """The keyword-only parameters with their types and defaults."""

    def parameter(name: str, kind: Any, default: Any) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)

    own = []
    for f in about["fields"]:
        default, kind = typed(f["default"], f["schema"]), annotation(f["schema"])
        if default is None and "anyOf" not in f["schema"]:
            kind = kind | None
        own.append(parameter(in_python(f["name"]), kind, default))
    if is_custom:
        own.append(parameter("function", Callable[..., Any], inspect.Parameter.empty))
    return inspect.Signature(own)


def _property(field: Mapping[str, Any]) -> property:
    name, schema = field["name"], field["schema"]
    return property(lambda self: typed(self._data[name], schema), doc=field["summary"])


def _made(family: str, about: Mapping[str, Any]) -> type[Method]:
    name = class_name(about["name"])
    is_custom = about["name"] == "custom"
    members = {in_python(f["name"]): _property(f) for f in about["fields"]}
    if is_custom:
        members["function"] = property(lambda self: self._function, doc="The function.")
    return type(
        name,
        (Method,),
        {
            **members,
            "__slots__": (),
            "__doc__": described(about),
            "__module__": f"quindex.{family}",
            "__signature__": signature(about, is_custom),
            "family": family,
            "about": about,
            "is_custom": is_custom,
        },
    )


CATALOGUE: list[dict[str, Any]] = _core.catalogue()
FAMILIES: dict[str, dict[str, type[Method]]] = {
    family["name"]: {about["name"]: _made(family["name"], about) for about in family["methods"]} for family in CATALOGUE
}


def classes(family: str) -> dict[str, type[Method]]:
    """The classes of a family by their names, as its module holds them."""
    return {cls.__name__: cls for cls in FAMILIES[family].values()}
