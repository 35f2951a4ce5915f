"""Official indices as specs, with their sources."""

from __future__ import annotations

from typing import Any

from quindex import _core
from quindex.columns import Columns
from quindex.errors import SpecError, refuse_half_characters
from quindex.methods import described
from quindex.plain_numbers import number
from quindex.spec import Spec

__all__ = ["about", "load", "names", "qci_band", "table"]


def names() -> list[str]:
    """The names of the presets."""
    return [preset["name"] for preset in _core.presets()]


def load(name: str, /, **parameters: Any) -> Spec:
    """The spec of an official index. What its publisher keeps secret has to be given; see `about(name)`."""
    known = _known(name)
    refuse_half_characters(parameters, f"presets.{known}")
    return Spec._of_core(_core.load_preset(known, parameters), {})


def _known(name: str) -> str:
    """The name. Raises SpecError when it is the beginning of one preset alone, which is then the one that is meant."""
    if not isinstance(name, str):
        raise SpecError.about("presets", f"found {name!r}", "give the name of a preset", name)
    longer = [known for known in names() if known.startswith(name)] if name else []
    if len(longer) == 1 and longer[0] != name:
        raise SpecError.about("presets", f"there is no preset {name!r}", f"did you mean {longer[0]!r}?", name)
    return name


def about(name: str) -> str:
    """What a preset is: summary, parameters, formula, details, source."""
    load_known = {preset["name"]: preset for preset in _core.presets()}
    if name not in load_known:
        _core.load_preset(_known(name), {})  # raises the error that says what there is
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
