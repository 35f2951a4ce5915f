"""Methods, choices and preparation steps on their way between Python values and plain data."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np

from quindex import _core
from quindex.errors import SpecError
from quindex.framework import Node
from quindex.methods import FAMILIES, Functions, Group, Method

Choice = Method | Mapping[str, Any] | str
STEPS = ("treat", "impute", "denominate")  # the families that prepare


class Step(NamedTuple):
    """A preparation step for some indicators; written with `step`."""

    method: Method
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


def step(method: Method, *, only: Sequence[str] | str = (), but: Sequence[str] | str = ()) -> Step:
    """A step of preparation for some indicators only: those with (or in groups with) these codes."""
    return Step(method, _codes("only", only), _codes("but", but))


def _codes(where: str, codes: Any) -> tuple[str, ...]:
    found = (codes,) if isinstance(codes, str) else tuple(codes) if isinstance(codes, Iterable) else (codes,)
    for code in found:
        if not isinstance(code, str):
            what = f"found {code.code!r} as a node" if isinstance(code, Node) else f"found {code!r}"
            raise SpecError.about(f"step.{where}", what, "give codes of indicators or groups", code)
    return found


def add_function(functions: Functions, family: str, name: str, function: Callable[..., Any]) -> None:
    """Remembers the function of a custom method. Raises SpecError when two functions have one name."""
    if functions.setdefault(name, (family, function)) != (family, function):
        hint = "give each a name of its own"
        raise SpecError.about(family, f"two custom functions are called {name!r}", hint, name)


def refuse_new_functions(functions: Functions, own: Functions, where: str) -> None:
    """Raises SpecError for a function that the spec does not have, or has another of the same name."""
    for name, found in functions.items():
        if own.get(name) != found:
            hint = "use it in the spec itself, and let the others be the choices"
            raise SpecError.about(where, f"the custom method {name!r} to {found[0]} is not the spec's own", hint, name)


def method_data(family: str, method: Any, where: str, functions: Functions) -> Any:
    """A method as plain data: a value of its class, the class itself, its name, or data already."""
    if isinstance(method, type) and issubclass(method, Method):
        method = method()
    if isinstance(method, Method):
        if method.family != family:
            hint = f"choose one of quindex.{family}"
            raise SpecError.about(where, f"{method!r} is a method to {method.family}", hint, method)
        if method.is_custom:
            add_function(functions, family, method.to_data()["name"], method._parameters()["function"])
        return method.to_data()
    if isinstance(method, str):
        return method
    if isinstance(method, Mapping):
        return dict(method)
    hint = f"expected a method of quindex.{family}, its name, or a dict with the key 'method'"
    raise SpecError.about(where, f"found {method!r}", hint, method)


def choice_data(family: str, choice: Any, where: str, functions: Functions) -> Any:
    """A choice as plain data: one method for all, or {"*": …} with exceptions by code or level."""
    if not isinstance(choice, Mapping) or ("method" in choice and "*" not in choice):
        data = method_data(family, choice, where, functions)
        if isinstance(data, dict) and isinstance(data.get("except"), Mapping):
            data["except"] = _exceptions(family, data["except"], where, functions)
        return data
    base = method_data(family, choice.get("*", next(iter(FAMILIES[family]))), where, functions)
    data = {"method": base} if isinstance(base, str) else base
    rest = {key: method for key, method in choice.items() if key != "*"}
    return {**data, "except": _exceptions(family, rest, where, functions)} if rest else data


def _exceptions(family: str, rest: Mapping[str, Any], where: str, functions: Functions) -> dict[str, Any]:
    return {key: method_data(family, m, f"{where}.except.{key}", functions) for key, m in rest.items()}


def steps_data(steps: Any, functions: Functions) -> list[dict[str, Any]]:
    """The steps of preparation, or one alone, as plain data."""
    if isinstance(steps, Method | Step | str | Mapping | type):
        steps = [steps]
    if not isinstance(steps, Iterable) or isinstance(steps, Set):
        hint = "write a list of treatments and imputations in their order; [] for none"
        raise SpecError.about("prepare", f"found {steps!r}", hint, steps)
    return [step_data(step, f"prepare.{i}", functions) for i, step in enumerate(steps)]


def step_data(step: Any, where: str, functions: Functions) -> dict[str, Any]:
    """A preparation step as plain data."""
    if isinstance(step, Mapping) and "method" not in step:
        out = dict(step)
        for family in STEPS:
            if family in out:
                out[family] = method_data(family, out[family], f"{where}.{family}", functions)
        return out
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    if isinstance(step, Step):
        step, only, but = step
    family = _family_of(step, where)
    out = {family: method_data(family, step, f"{where}.{family}", functions)}
    return {**out, **({"only": list(only)} if only else {}), **({"except": list(but)} if but else {})}


def _family_of(method: Any, where: str) -> str:
    """The family of a step: to treat, to impute, to denominate."""
    if isinstance(method, Method) or (isinstance(method, type) and issubclass(method, Method)):
        if method.family in STEPS:
            return method.family
        hint = "choose one of quindex.treat, quindex.impute or quindex.denominate"
        raise SpecError.about(where, f"{method!r} is a method to {method.family}", hint, method)
    name = method.get("method") if isinstance(method, Mapping) else method
    homes = [family for family in STEPS if name in FAMILIES[family]]
    if len(homes) == 1:
        return homes[0]
    if homes:
        what = f"{name!r} is a method to {' and one to '.join(homes)}"
        raise SpecError.about(where, what, f"write {{'{homes[0]}': …}}", name)
    names = [name for family in STEPS for name in FAMILIES[family]]
    hint = _core.did_you_mean(name, names) if isinstance(name, str) else "write a treatment or an imputation"
    raise SpecError.about(where, f"unknown method {name!r}", hint, name)


def method_of(family: str, data: Mapping[str, Any], functions: Functions) -> Method:
    """The method that complete data describe."""
    cls = FAMILIES[family][data["method"]]
    method = object.__new__(cls)
    object.__setattr__(method, "_data", {key: value for key, value in data.items() if key != "except"})
    function = functions.get(data["name"], (family, None))[1] if cls.is_custom else None
    object.__setattr__(method, "_function", function)
    return method


def choice_of(family: str, data: Mapping[str, Any], functions: Functions) -> Method | dict[str, Method]:
    """The choice that complete data describe."""
    base = method_of(family, data, functions)
    if "except" not in data:
        return base
    return {"*": base, **{key: method_of(family, m, functions) for key, m in data["except"].items()}}


def step_of(data: Mapping[str, Any], functions: Functions) -> Method | Step:
    """The preparation step that complete data describe."""
    family = next(family for family in STEPS if family in data)
    method = method_of(family, data[family], functions)
    only, but = tuple(data.get("only", ())), tuple(data.get("except", ()))
    return Step(method, only, but) if only or but else method


def customs(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Family and name of every custom method in plain data."""
    places = [(family, data.get(family)) for family in ("normalise", "weigh", "aggregate")]
    places.append(("normalise", data.get("publish")))
    steps = data.get("prepare")
    for step in steps if isinstance(steps, list | tuple) else []:
        if isinstance(step, Mapping):
            places += [(family, step.get(family)) for family in STEPS]
    for family, choice in places:
        if not isinstance(choice, Mapping):
            continue
        others = choice.get("except")
        for method in [choice, *(others.values() if isinstance(others, Mapping) else [])]:
            if isinstance(method, Mapping) and method.get("method") == "custom":
                yield family, str(method.get("name", ""))


def core_functions(functions: Functions) -> Functions:
    """The functions as the core calls them."""
    return {name: (family, _adapted(family, function)) for name, (family, function) in functions.items()}


def _adapted(family: str, function: Callable[..., Any]) -> Callable[..., Any]:
    one = _takes_one(function)
    if family == "weigh":
        return lambda about: function(Group(**about))
    if family == "aggregate":
        return (lambda scores, weights: function(scores)) if one else function
    if one:
        return lambda values, about: function(values)
    return lambda values, about: function(values, Node._checked(about))


def checked_extensions(extensions: Any) -> Mapping[str, Callable[..., Any]]:
    """The functions by name. Raises SpecError for anything else."""
    if extensions is not None and not isinstance(extensions, Mapping):
        what, hint = f"found a {type(extensions).__name__}", "give functions by their names: {'ours': ours}"
        raise SpecError.about("extensions", what, hint, extensions)
    for name, function in (extensions or {}).items():
        if not callable(function):
            raise SpecError.about(f"extensions.{name}", f"found {function!r}", "give a function", function)
    return extensions or {}


def _takes_one(function: Callable[..., Any]) -> bool:
    """Does it take the values alone, without weights or the indicator?"""
    package = (getattr(function, "__module__", None) or "").partition(".")[0]
    if package in ("numpy", "scipy") or isinstance(function, np.ufunc):
        return True  # what comes second there is an axis, or a place for the result
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return True  # a function in C, such as one of numpy's
    kinds = [p.kind for p in parameters]
    if inspect.Parameter.VAR_POSITIONAL in kinds:
        return False
    required = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return sum(kind in required for kind in kinds) == 1
