"""Every method there is, as a table."""

from __future__ import annotations

from typing import Any

from quindex.columns import Columns
from quindex.errors import SpecError
from quindex.methods import CATALOGUE, class_name, in_python, ranged

COLUMNS = ("family", "method", "python", "title", "summary", "formula", "parameters", "claims", "reference", "details")


def catalogue(family: str | None = None) -> Columns:
    """A row per method: what it is called, what it does, its formula, parameters with their ranges, claims, source.

    family: one of treat, impute, normalise, weigh, aggregate, missing; all without any.
    """
    families = [f["name"] for f in CATALOGUE]
    if family is not None and family not in families:
        raise SpecError.about(
            "catalogue.family", f"there is no family {family!r}", f"there are {', '.join(families)}", family
        )
    rows = [_row(f["name"], about) for f in CATALOGUE if family in (None, f["name"]) for about in f["methods"]]
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
