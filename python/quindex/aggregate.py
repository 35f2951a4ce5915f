"""How the scores of a group's children become the score of the group: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("aggregate"))
__all__ = sorted(_classes("aggregate"))


def __dir__() -> list[str]:
    return __all__
