"""Every method there is, as a table."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

from quindex import _core
from quindex.columns import Columns
from quindex.errors import SpecError
from quindex.methods import CATALOGUE, class_name, in_python, ranged

COLUMNS = ("family", "method", "python", "title", "summary", "formula", "parameters", "claims", "reference", "details")


def catalogue(family: str | None = None) -> Columns:
    """A row per method: what it is called, what it does, its formula, parameters with their ranges, claims, source.

    family: a family of methods of a spec (screen, denominate, treat, impute, normalise, weigh, aggregate, missing
    and so on) or of functions (frontier, diagnose, robustness); all without any.
    """
    functions = _core.function_catalogue()
    families = [f["name"] for f in (*CATALOGUE, *functions)]
    if family is not None and family not in families:
        raise SpecError.about(
            "catalogue.family", f"there is no family {family!r}", f"there are {', '.join(families)}", family
        )
    rows = [_row(f["name"], about) for f in CATALOGUE if family in (None, f["name"]) for about in f["methods"]]
    rows += [_function(f["name"], about) for f in functions if family in (None, f["name"]) for about in f["methods"]]
    return Columns({name: [row[name] for row in rows] for name in COLUMNS})


def _row(family: str, about: dict[str, Any]) -> dict[str, str]:
    parameters = (f"{in_python(f['name'])}: {f['python']}{ranged(f)}" for f in about["fields"])
    return {
        "family": family,
        "method": about["name"],
        "python": f"quindex.{family}.{class_name(about['name'])}",
        "parameters": "; ".join(parameters),
        "claims": ", ".join(name for name, _ in about["claims"]),
        **{name: about[name] for name in ("title", "summary", "formula", "reference", "details")},
    }


def function_text(family: str, name: str) -> tuple[str, str]:
    """Where a function is, in its family's module or in the package, and what it takes."""
    for place in (f"quindex.{family}", "quindex"):
        if function := getattr(importlib.import_module(place), name, None):
            takes = str(inspect.signature(function)).split(" -> ")[0].strip("()").replace("'", "")
            return f"{place}.{name}", takes
    raise LookupError(f"quindex.{family} has no function {name!r}")


def _function(family: str, about: dict[str, Any]) -> dict[str, str]:
    python, parameters = function_text(family, about["name"])
    return {
        "family": family,
        "method": about["name"],
        "python": python,
        "parameters": parameters,
        "claims": "",
        **{name: about[name] for name in ("title", "summary", "formula", "reference", "details")},
    }
