"""How the values of an indicator become scores that can be compared: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("normalise"))
__all__ = sorted(_classes("normalise"))


def __dir__() -> list[str]:
    return __all__
