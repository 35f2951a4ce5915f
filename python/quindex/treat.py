"""What is done about outliers and skewed values before they are normalised: one class per method."""

from quindex.methods import classes as _classes

globals().update(_classes("treat"))
__all__ = sorted(_classes("treat"))


def __dir__() -> list[str]:
    return __all__
