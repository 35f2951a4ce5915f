"""What is varied, how often, and by which random numbers: the design of a robustness run, as a value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Real
from os import PathLike
from typing import Any, NoReturn, Self

from quindex import _core
from quindex.errors import SpecError
from quindex.hashes import hashable
from quindex.methods import FAMILIES, Functions, Method
from quindex.recipe import STEPS, add_function, choice_data, core_functions, method_data, method_of, step_data

Vary = Mapping[str, Any] | Sequence[Any]
Correlation = Sequence[Sequence[float]] | Mapping[tuple[str, str], float]
DRAWS = 1000
LARGEST_EXACT = 2**53  # of the whole numbers that plain data hold as numbers; larger ones are texts of digits


class Design:
    """What is varied, how often, and by which random numbers: a value that compares, pickles and never changes.

    vary: what varies, by name. An address of the spec with what may stand there: (low, high) for any number
    between two, a list of choices, a dict of choices with their probabilities, or a `quindex.draw` method; or
    any name with a `quindex.vary` method. draws: how many replicates. seed: the same seed gives the same
    replicates, bit for bit. sampler: "random", "sobol" (take a power of two of draws) or "latin_hypercube".
    correlation: of dependent factors, as a table or as {(name, name): r}; a factor that takes several numbers,
    such as noise on all weights, depends by the first of them alone. nodes: whose scores and ranks are
    watched; the index without any. bands: limits between bands of scores. pairs: count how often each unit is
    ahead of each other one. central_weights: the mean weights with which each unit comes first. scores: whether
    scores are counted, too; ranks alone take two thirds of the time. keep: whether every replicate's scores are
    kept; without it when they are not too many. largest_failure_share: the share of replicates that may fail.
    """

    __slots__ = ("_data", "_functions", "_handle")
    _data: dict[str, Any]
    _functions: Functions
    _handle: _core.Design

    def __init__(
        self,
        vary: Vary,
        *,
        draws: int = DRAWS,
        seed: int = 1,
        sampler: str = "random",
        correlation: Correlation | None = None,
        nodes: Sequence[str] | str = (),
        bands: Sequence[float] = (),
        pairs: bool = False,
        central_weights: bool = False,
        scores: bool = True,
        keep: bool | None = None,
        largest_failure_share: float = 0.05,
    ) -> None:
        functions: Functions = {}
        factors = factors_of(vary, functions)
        names = [factor["name"] for factor in factors]
        data = {
            "factors": factors,
            "draws": draws,
            "seed": str(seed) if isinstance(seed, int) and seed > LARGEST_EXACT else seed,
            "sampler": sampler,
            "correlation": [] if correlation is None else _matrix(correlation, names),
            "nodes": [nodes] if isinstance(nodes, str) else _listed(nodes),
            "bands": _listed(bands),
            "pairs": pairs,
            "central_weights": central_weights,
            "scores": scores,
            "keep": keep,
            "largest_failure_share": largest_failure_share,
        }
        self._read(data, functions)

    def _read(self, data: Any, functions: Functions) -> None:
        handle = _core.Design(data, core_functions(functions))
        for name, value in (("_handle", handle), ("_data", handle.to_data()), ("_functions", functions)):
            object.__setattr__(self, name, value)

    @classmethod
    def from_data(cls, data: Any, extensions: Mapping[str, Callable[..., Any]] | None = None) -> Self:
        """The design that plain data describe; `extensions` holds the functions of custom methods in it."""
        functions: Functions = {}
        for family, name in _customs(data):
            if name in (extensions or {}):
                add_function(functions, family, name, (extensions or {})[name])
        design = object.__new__(cls)
        design._read(data, functions)
        return design

    def to_data(self) -> dict[str, Any]:
        """The design as plain data, complete and in the order of files."""
        return dict(self._handle.to_data())

    def replace(self, **changes: Any) -> Self:
        """The design with other choices: `vary` replaces all factors."""
        own = {key: value for key, value in self._data.items() if key not in ("factors", "quindex", "version")}
        return type(self)(**{"vary": self._factors(), **own, **changes})

    def _factors(self) -> list[tuple[str, Method]]:
        """What varies, in order: two of one name are told apart, until the core refuses them."""
        return [(f["name"], method_of("vary", f[_WHAT], self._functions)) for f in self._data["factors"]]

    @property
    def factors(self) -> dict[str, Method]:
        """What varies, by name."""
        return dict(self._factors())

    def __getattr__(self, name: str) -> Any:
        if name == "seed":
            return int(self._data["seed"])  # a text of digits where it is large
        if not name.startswith("_") and name in self._data:
            return self._data[name]
        raise AttributeError(f"a design has no {name!r}; it has {', '.join(self.__dir__())}")

    def __dir__(self) -> list[str]:
        return [*self._data, "from_data", "replace", "to_data"]

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"a design never changes; use replace({name}=…)")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Design):
            return NotImplemented  # Python then asks the other operand
        return self._data == other._data and self._functions == other._functions

    def __hash__(self) -> int:
        return hash(hashable(self._data))

    def __reduce__(self) -> tuple[Any, ...]:
        return Design.from_data, (self._data, {name: f for name, (_, f) in self._functions.items()})

    def __repr__(self) -> str:
        shown = ", ".join(f"{name!r}: vary.{method!r}" for name, method in self.factors.items())
        rest = "".join(f", {key}={self._data[key]!r}" for key in ("draws", "seed", "sampler") if key in self._data)
        return f"Design({{{shown}}}{rest})"


_WHAT = "what"  # the key of a factor's method


def factors_of(vary: Vary, functions: Functions) -> list[dict[str, Any]]:
    """Factors as plain data: of a mapping by name, or of a list of methods, pairs and data."""
    if isinstance(vary, Mapping):
        return [_factor(str(name), what, functions) for name, what in vary.items()]
    if isinstance(vary, str) or not isinstance(vary, Sequence):
        hint = "write {'aggregate.exponent': (-1, 1), 'weights': qx.vary.Noise(), …}"
        raise SpecError.about("vary", f"found {vary!r}", hint, vary)
    out = []
    for i, item in enumerate(vary):
        if isinstance(item, Mapping):
            out.append(dict(item))
        elif isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str):
            out.append(_factor(item[0], item[1], functions))
        elif isinstance(item, Method):
            out.append(_factor(_named(item), item, functions))
        else:
            hint = "write a method of quindex.vary, or (name, what varies)"
            raise SpecError.about(f"vary.{i}", f"found {item!r}", hint, item)
    return out


def _named(method: Method) -> str:
    """What a factor is called that has no name: the place it varies, or its method."""
    data = method.to_data()
    return str(data.get("address") or data["method"])


def _factor(name: str, what: Any, functions: Functions) -> dict[str, Any]:
    return {"name": name, _WHAT: _what(name, what, functions)}


def _what(name: str, what: Any, functions: Functions) -> Any:
    """What varies, from how it is written in Python."""
    if isinstance(what, type) and issubclass(what, Method):
        what = what()
    if isinstance(what, Method):
        if what.family == "vary":
            return what.to_data()
        if what.family == "draw":
            return {"method": "parameter", "address": name, "draw": what.to_data()}
        hint = f"write a list of what may stand there: [{what!r}, …]"
        raise SpecError.about(f"vary.{name}", f"{what!r} is one method to {what.family}", hint, what)
    if isinstance(what, tuple):
        if len(what) != 2 or not all(isinstance(x, Real) for x in what):
            hint = f"write (low, high) for any number between two, or a list of choices: {list(what)!r}"
            raise SpecError.about(f"vary.{name}", f"found {what!r}", hint, what)
        draw = {"method": "uniform", "low": what[0], "high": what[1]}
        return {"method": "parameter", "address": name, "draw": draw}
    if isinstance(what, list):
        return {"method": "options", "address": name, "values": [choice(name, x, functions) for x in what]}
    if isinstance(what, Mapping) and "method" in what:
        family = "vary" if what["method"] in FAMILIES["vary"] else "draw"
        return dict(what) if family == "vary" else {"method": "parameter", "address": name, "draw": dict(what)}
    if isinstance(what, Mapping):
        values, shares = [choice(name, x, functions) for x in what], list(what.values())
        return {"method": "options", "address": name, "values": values, "probabilities": shares}
    hint = "write (low, high), a list of choices, or a method of quindex.draw or quindex.vary"
    raise SpecError.about(f"vary.{name}", f"found {what!r}", hint, what)


def choice(address: str, what: Any, functions: Functions) -> Any:
    """What may stand at a place of the spec as plain data; the functions of custom methods are remembered."""
    slot, *rest = address.split(".")
    where = f"vary.{address}"
    if what is None:
        return None
    if slot == "prepare" and len(rest) == 1:
        return step_data(what, where, functions)
    family = "normalise" if slot == "publish" else slot
    if family in FAMILIES and not rest:
        return choice_data(family, what, where, functions)
    if isinstance(what, Method) or (isinstance(what, type) and issubclass(what, Method)):
        return method_data(what.family, what, where, functions)
    return what


def option_names(method: Method) -> list[str]:
    """What the choices of an `Options` are called in tables."""
    return names_of(method.to_data()["values"])


def names_of(choices: Sequence[Any]) -> list[str]:
    """What choices are called: by their methods, with parameters where two are alike."""
    names = [_called(value) for value in choices]
    return [_called(v, full=True) if names.count(name) > 1 else name for v, name in zip(choices, names, strict=True)]


def _called(value: Any, *, full: bool = False) -> str:
    if isinstance(value, Mapping):
        inner = next((value[step] for step in STEPS if step in value), None)
        if inner is not None:
            return _called(inner, full=full)
        if "method" in value:
            rest = ", ".join(f"{key}={_called(x)}" for key, x in value.items() if key != "method")
            return f"{value['method']}({rest})" if full and rest else str(value["method"])
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "none" if value is None else str(value)


def _customs(data: Any) -> list[tuple[str, str]]:
    """Family and name of every custom method among the choices of plain data."""
    out = []
    factors = data.get("factors", ()) if isinstance(data, Mapping) else ()
    for factor in factors if isinstance(factors, list | tuple) else ():
        what = factor.get(_WHAT) if isinstance(factor, Mapping) else None
        if not isinstance(what, Mapping) or not isinstance(what.get("values"), list | tuple):
            continue
        family = str(what.get("address", "")).split(".")[0]
        for value in what["values"]:
            if isinstance(value, Mapping) and value.get("method") == "custom":
                out.append(("normalise" if family == "publish" else family, str(value.get("name", ""))))
    return out


def _listed(values: Any) -> Any:
    """A list of what can be one; the core says what is wrong with anything else."""
    return list(values) if isinstance(values, Iterable) else values


def _matrix(correlation: Correlation, names: Sequence[str]) -> list[list[float]]:
    """Correlations of all factors: of pairs by name, with 0 for the others."""
    if not isinstance(correlation, Mapping):
        return [list(row) for row in correlation]
    out = [[float(i == j) for j in range(len(names))] for i in range(len(names))]
    for pair, r in correlation.items():
        for name in pair:
            if name not in names:
                hint = _core.did_you_mean(name, list(names))
                raise SpecError.about("correlation", f"there is no factor {name!r}", hint, name)
        i, j = (names.index(name) for name in pair)
        out[i][j] = out[j][i] = float(r)
    return out


def design_of(design: Any) -> Design:
    """A design out of what stands for one: a Design, plain data, or the path of a file."""
    from quindex.files import read_data

    if isinstance(design, Design):
        return design
    if isinstance(design, Mapping):
        return Design.from_data(design) if "factors" in design else Design(design)
    if isinstance(design, str | PathLike):
        return Design.from_data(read_data(design))
    if isinstance(design, list):
        return Design(design)
    hint = "give a Design, {'aggregate.exponent': (-1, 1), …}, or the path of a file"
    raise SpecError.about("design", f"found a {type(design).__name__}", hint, design)
