"""Which units take part: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("screen"))
__all__ = sorted(_classes("screen"))


def __dir__() -> list[str]:
    return __all__
