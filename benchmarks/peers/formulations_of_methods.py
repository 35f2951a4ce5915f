"""Weights and rankings as a skilled user of numpy writes them; those of pymcdm, where it is installed."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def entropy(x: Array) -> Array:
    p = x / x.sum(axis=0)
    d = 1 + (p * np.log(p)).sum(axis=0) / np.log(len(x))
    return d / d.sum()


def critic(x: Array) -> Array:
    z = (x - x.min(axis=0)) / np.ptp(x, axis=0)
    c = z.std(axis=0, ddof=1) * (1 - np.corrcoef(z, rowvar=False)).sum(axis=0)
    return c / c.sum()


def topsis(x: Array) -> Array:
    v = x / np.sqrt((x * x).sum(axis=0)) / x.shape[1]
    best = np.sqrt(((v - v.max(axis=0)) ** 2).sum(axis=1))
    worst = np.sqrt(((v - v.min(axis=0)) ** 2).sum(axis=1))
    return worst / (best + worst)


def promethee(x: Array) -> Array:
    n, m = x.shape
    flow = np.zeros(n)
    for j in range(m):
        d = x[:, j, None] - x[None, :, j]
        p = np.clip(d / 30, 0, 1)
        flow += (p - p.T).sum(axis=1) / m
    return flow / (n - 1)


def copeland(x: Array) -> Array:
    n, m = x.shape
    wins = np.zeros((n, n))
    for j in range(m):
        wins += np.sign(x[:, j, None] - x[None, :, j])
    return np.sign(wins).sum(axis=1)


def pymcdm(name: str) -> Callable[[Array], Any] | None:
    """A function of pymcdm's, where it is installed."""
    try:
        weights = importlib.import_module("pymcdm.weights")
        methods = importlib.import_module("pymcdm.methods")
    except ImportError:
        return None
    if name == "topsis":
        ones = lambda x: (np.full(x.shape[1], 1 / x.shape[1]), np.ones(x.shape[1]))  # noqa: E731
        return lambda x: methods.TOPSIS()(x, *ones(x), validation=False)
    return lambda x: getattr(weights, f"{name}_weights")(x)
