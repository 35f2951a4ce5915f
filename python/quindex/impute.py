"""What takes the place of missing values before they are normalised: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("impute"))
__all__ = sorted(_classes("impute"))


def __dir__() -> list[str]:
    return __all__
