"""What the tests of the Python package share: a small index, and its table in every kind of frame."""

from __future__ import annotations

import inspect
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import quindex as qx

UNITS = ["A", "B", "C", "D"]
DATA = {
    "income": [40.0, 25.0, 60.0, 33.0],
    "pollution": [12.0, 30.0, 45.0, 20.0],
    "schooling": [11.0, 13.0, 9.0, 12.0],
}
# By hand, min-max to [0, 100]: (x - min) / (max - min) * 100, turned for pollution.
INCOME = [(x - 25) / 35 * 100 for x in DATA["income"]]
POLLUTION = [(45 - x) / 33 * 100 for x in DATA["pollution"]]
SCHOOLING = [(x - 9) / 4 * 100 for x in DATA["schooling"]]
LIFE = [(p + s) / 2 for p, s in zip(POLLUTION, SCHOOLING, strict=True)]
WELLBEING = [(i + x) / 2 for i, x in zip(INCOME, LIFE, strict=True)]


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Ctrl-C is heard also where the tests were started in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def tree() -> qx.Node:
    life = qx.group("life", [qx.indicator("pollution", better="low"), qx.indicator("schooling")])
    return qx.group("wellbeing", [qx.indicator("income"), life], name="Well-being", names={"zh": "福祉"})


@pytest.fixture
def spec(tree: qx.Node) -> qx.Spec:
    return qx.Spec(tree)


@pytest.fixture
def df() -> pd.DataFrame:
    return pd.DataFrame(DATA, index=pd.Index(UNITS, name="country"))


def as_pandas(units: list[str], data: dict[str, Any]) -> Any:
    return pd.DataFrame(data, index=pd.Index(units, name="country"))


def as_polars(units: list[str], data: dict[str, Any]) -> Any:
    return pl.DataFrame({"country": units, **data})


def as_arrow(units: list[str], data: dict[str, Any]) -> Any:
    return pa.table({"country": units, **data})


def as_dict(units: list[str], data: dict[str, Any]) -> Any:
    return {"country": units, **data}


FRAMES: dict[str, Callable[[list[str], dict[str, Any]], Any]] = {
    "pandas": as_pandas,
    "polars": as_polars,
    "pyarrow": as_arrow,
    "dict": as_dict,
}


@pytest.fixture(params=FRAMES.values(), ids=FRAMES.keys())
def frame(request: pytest.FixtureRequest) -> Callable[[list[str], dict[str, Any]], Any]:
    """Makes a frame of one library out of units and columns."""
    made: Callable[[list[str], dict[str, Any]], Any] = request.param
    return made


def reference(name: str) -> Path:
    """A file of the reference data, which cannot be passed on; a test is skipped where they are not."""
    path = Path(os.environ.get("QUINDEX_REFERENCE", "no folder is named")) / name
    if not path.exists():
        pytest.skip("the reference data are not here: QUINDEX_REFERENCE names no folder that has them")
    return path


def column(frame: Any, name: str) -> list[Any]:
    """A column of any frame as a list, missing as None."""
    values = frame[name]
    values = values.to_pylist() if isinstance(frame, pa.Table) else list(values)
    return [None if x is None or (isinstance(x, float) and np.isnan(x)) else x for x in values]


def public(thing: object, name: str) -> Iterator[tuple[str, object]]:
    """What a user can name, from a module or a class on: names, and what stands behind them."""
    yield name, thing
    if inspect.ismodule(thing):
        for own in getattr(thing, "__all__", ()):
            if not own.startswith("_"):
                yield from public(getattr(thing, own), f"{name}.{own}")
    elif inspect.isclass(thing):
        for cls in thing.__mro__:
            if cls.__module__.startswith("quindex"):
                yield from ((f"{name}.{own}", x) for own, x in vars(cls).items() if is_documented(own, x))


def is_documented(name: str, thing: object) -> bool:
    """Is it a method or a property of a class, which can have a docstring, for users?"""
    kinds = (property, classmethod, staticmethod)
    return not name.startswith("_") and (inspect.isfunction(thing) or isinstance(thing, kinds))


def says(error: type[Exception], text: str) -> Any:
    """Expects an error with exactly this text."""
    import re

    return pytest.raises(error, match=f"^{re.escape(text)}$")
