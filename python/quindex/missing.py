"""What a group does with a unit some of whose children have no score: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("missing"))
__all__ = sorted(_classes("missing"))


def __dir__() -> list[str]:
    return __all__
