"""Official indices as specs, with their sources."""

from __future__ import annotations

from typing import Any

from quindex import _core
from quindex.columns import Columns
from quindex.methods import described
from quindex.plain_numbers import number
from quindex.spec import Spec

__all__ = ["about", "load", "names", "qci_band", "table"]


def names() -> list[str]:
    """The names of the presets."""
    return [preset["name"] for preset in _core.presets()]


def load(name: str, **parameters: Any) -> Spec:
    """The spec of an official index. What its publisher keeps secret has to be given; see `about(name)`."""
    return Spec._of_core(_core.load_preset(name, parameters), {})


def about(name: str) -> str:
    """What a preset is: summary, parameters, formula, details, source."""
    load_known = {preset["name"]: preset for preset in _core.presets()}
    if name not in load_known:
        _core.load_preset(name, {})  # raises the error that says what there is
    return f"{load_known[name]['title']}\n\n{described(load_known[name])}"


def qci_band(score: float, *, scheme: str = "aqsiq_2011") -> dict[str, Any] | None:
    """The published word for a score of the quality competitiveness index: low, high, name, name_zh; or None.

    Sources disagree, so each is a scheme: aqsiq_2011, anhui_2009, press_2008.
    """
    return _core.qci_band(number("qci_band.score", score), scheme)


def table() -> Columns:
    """A row per preset: name, title, source."""
    all_presets = _core.presets()
    return Columns({key: [p[key] for p in all_presets] for key in ("name", "title", "reference")})
