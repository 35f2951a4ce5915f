"""What varies in a robustness analysis, and how: one class per kind of factor."""

from quindex.methods import classes as _classes

globals().update(_classes("vary"))
__all__ = sorted(_classes("vary"))


def __dir__() -> list[str]:
    return __all__
