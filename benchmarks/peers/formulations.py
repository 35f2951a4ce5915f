"""What a skilled user of numpy and pandas writes instead."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]


def numpy_min_max(x: Array, out: Array) -> None:
    low = np.fmin.reduce(x, axis=0)
    high = np.fmax.reduce(x, axis=0)
    np.subtract(x, low, out=out)
    np.multiply(out, 100.0 / (high - low), out=out)


def pandas_min_max(frame: pd.DataFrame) -> pd.DataFrame:
    low = frame.min()
    return (frame - low) * (100.0 / (frame.max() - low))


def numpy_z_score(x: Array, out: Array) -> None:
    np.subtract(x, np.nanmean(x, axis=0), out=out)
    np.multiply(out, 1.0 / np.nanstd(x, axis=0, ddof=1), out=out)


def pandas_z_score(frame: pd.DataFrame) -> pd.DataFrame:
    return (frame - frame.mean()) / frame.std()


def level_weights(starts: list[NDArray[np.uint64]]) -> list[Array]:
    out = []
    for s in starts:
        w = np.zeros((int(s[-1]), len(s) - 1))
        for g in range(len(s) - 1):
            w[int(s[g]) : int(s[g + 1]), g] = 1.0 / float(s[g + 1] - s[g])
        out.append(w)
    return out


def numpy_means(
    x: Array, weights: list[Array], f: Callable[[Array], Array], inverse: Callable[[Array], Array]
) -> list[Array]:
    """Level after level as two matrix products, staying in f-space."""
    out = []
    z = f(x)
    for w in weights:
        there = ~np.isnan(z)
        z = (np.where(there, z, 0.0) @ w) / (there @ w)
        out.append(inverse(z))
    return out


def numpy_winsorise(x: Array, most: int = 5) -> Array:
    """COINr's rule column by column: move the farthest points until |skewness| < 2 or kurtosis < 3.5."""
    out = x.copy(order="F")
    for j in range(x.shape[1]):
        column = out[:, j]
        there = column[~np.isnan(column)]
        moved = {"low": 0, "high": 0}
        while sum(moved.values()) < most:
            n = len(there)
            d = there - there.mean()
            m2, m3, m4 = (d**2).mean(), (d**3).mean(), (d**4).mean()
            skewness = math.sqrt(n * (n - 1)) / (n - 2) * m3 / m2**1.5
            kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2**2 - 3) + 6)
            if abs(skewness) < 2 or kurtosis < 3.5:
                break
            is_high = skewness >= 0
            extreme = there == (there.max() if is_high else there.min())
            moved["high" if is_high else "low"] = int(extreme.sum())
            there[extreme] = there[~extreme].max() if is_high else there[~extreme].min()
        column[~np.isnan(column)] = there
    return out
