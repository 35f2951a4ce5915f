"""Writes the stubs of the method modules from the catalogue: `python -m quindex._stubs [FOLDER]`."""

from __future__ import annotations

import inspect
import sys
import textwrap
from pathlib import Path
from typing import Any

from quindex.methods import CATALOGUE, FAMILIES, Method

HEADER = '''\
"""{summary} Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = {names}
'''
CLASS = '''\
class {name}(Method):
    """{doc}"""

    def __init__(self{parameters}) -> None: ...
    def replace(self{changes}) -> Self: ...  # type: ignore[override]
{properties}'''
PROPERTY = '''\
    @property
    def {name}(self) -> {kind}:
        """{doc}"""
'''


def stub(family: str) -> str:
    """The stub of a family's module."""
    about = next(f for f in CATALOGUE if f["name"] == family)
    classes = FAMILIES[family].values()
    names = sorted(cls.__name__ for cls in classes)
    listed = "[\n" + "".join(f'    "{name}",\n' for name in names) + "]"
    head = HEADER.format(summary=about["summary"], names=listed)
    return "\n\n".join([head, *(_class(cls) for cls in classes)]).rstrip() + "\n"


def _class(cls: type[Method]) -> str:
    own = inspect.signature(cls).parameters.values()
    given = [f"{p.name}: {kind(p.annotation)}{_default(p)}" for p in own]
    changes = [f"{p.name}: {kind(p.annotation)} = ..." for p in own]
    properties = [_property(cls, p) for p in own]
    return CLASS.format(
        name=cls.__name__,
        doc=_doc(cls.__doc__ or "", 4),
        parameters=_listed(given),
        changes=_listed(changes),
        properties="".join(properties),
    )


def _listed(parameters: list[str]) -> str:
    return f", *, {', '.join(parameters)}" if parameters else ""


def _default(p: inspect.Parameter) -> str:
    return "" if p.default is inspect.Parameter.empty else f" = {p.default!r}"


def _property(cls: type[Method], p: inspect.Parameter) -> str:
    doc = getattr(cls, p.name).__doc__ or ""
    return PROPERTY.format(name=p.name, kind=kind(p.annotation), doc=_doc(doc, 8))


def _doc(text: str, indent: int) -> str:
    """A docstring on lines that are not too long."""
    out = []
    for line in text.replace("\\", "\\\\").replace('"""', "'''").split("\n"):
        out += textwrap.wrap(line, 110 - indent, break_long_words=False) or [""]
    return ("\n" + " " * indent).join(out).replace("\n" + " " * indent + "\n", "\n\n")


def kind(annotation: Any) -> str:
    """The text of a type."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation.__name__
    return str(annotation).replace("typing.", "").replace("collections.abc.", "")


def write(folder: Path) -> None:
    """Writes the stubs of all families."""
    for family in FAMILIES:
        (folder / f"{family}.pyi").write_text(stub(family), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
