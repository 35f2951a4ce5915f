"""How much each child of a group counts in the group's score: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("weigh"))
__all__ = sorted(_classes("weigh"))


def __dir__() -> list[str]:
    return __all__
