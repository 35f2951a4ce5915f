"""How indicators are put in relation to the size of their units: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("denominate"))
__all__ = sorted(_classes("denominate"))


def __dir__() -> list[str]:
    return __all__
