"""How likely each value of a number that is not known is: one class per distribution."""

from quindex.methods import classes as _classes

globals().update(_classes("draw"))
__all__ = sorted(_classes("draw"))


def __dir__() -> list[str]:
    return __all__
