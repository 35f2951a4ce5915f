"""The Monte Carlo experiment three times: ours, and as numpy's and pandas' users write it."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]
NORMALISATIONS = 3
PHASES = ("numbers", "weights", "product", "rank", "count")


def pointer(a: NDArray[Any]) -> ctypes.c_void_p:
    return ctypes.c_void_p(a.ctypes.data)


class Experiment:
    """Ours: n units, m indicators, three levels of fives."""

    def __init__(self, kernels: ctypes.CDLL, x: Array) -> None:
        self.kernels = kernels
        self.n, self.m = x.shape
        new = kernels.experiment_new
        new.restype = ctypes.c_void_p
        self.handle = ctypes.c_void_p(new(pointer(x), ctypes.c_size_t(self.n), ctypes.c_size_t(self.m)))
        kernels.experiment_nodes.restype = ctypes.c_size_t
        kernels.experiment_run_in_two.restype = ctypes.c_double
        kernels.experiment_whole_sensitivity.restype = ctypes.c_size_t
        self.nodes = int(kernels.experiment_nodes(self.handle))
        self.parents = np.empty(self.nodes, dtype=np.uint64)
        kernels.experiment_parents(self.handle, pointer(self.parents))

    def points(self, first: int, count: int) -> Array:
        out = np.empty((count, self.nodes + 2))
        self.kernels.experiment_points(self.handle, ctypes.c_size_t(first), ctypes.c_size_t(count), pointer(out))
        return out

    def scores(self, normalisation: int) -> Array:
        out = np.empty((self.n, self.m), order="F")
        self.kernels.experiment_scores(self.handle, ctypes.c_size_t(normalisation), pointer(out))
        return out

    def run(self, first: int, count: int) -> Array:
        seconds = np.empty(len(PHASES))
        self.kernels.experiment_run(self.handle, ctypes.c_size_t(first), ctypes.c_size_t(count), pointer(seconds))
        return seconds

    def run_in_two(self, count: int) -> float:
        return float(self.kernels.experiment_run_in_two(self.handle, ctypes.c_size_t(0), ctypes.c_size_t(count)))

    def whole_run(self, draws: int, threads: int = 1, *, with_scores: bool = False) -> None:
        size = ctypes.c_size_t
        self.kernels.experiment_whole_run(self.handle, size(draws), size(threads), ctypes.c_bool(with_scores))

    def whole_sensitivity(self, base_rows: int) -> int:
        return int(self.kernels.experiment_whole_sensitivity(self.handle, ctypes.c_size_t(base_rows)))

    def counts(self) -> NDArray[np.uint32]:
        out = np.empty((self.n, self.n + 1), dtype=np.uint32)
        self.kernels.experiment_counts(self.handle, pointer(out))
        return out[:, 1:]

    def one_at_a_time(self, a: Array, b: Array) -> tuple[Array, Array]:
        out = np.empty((len(a), self.m + 2))
        seconds = np.empty(2)
        rows = ctypes.c_size_t(len(a))
        self.kernels.experiment_one_at_a_time(self.handle, rows, pointer(a), pointer(b), pointer(out), pointer(seconds))
        return out, seconds


class Skilled:
    """What a skilled user of numpy writes: one weight an indicator, one product for many replicates, argsort."""

    def __init__(self, of: Experiment) -> None:
        self.of = of
        scores = [of.scores(k) for k in range(NORMALISATIONS)]
        self.columns = [[np.asarray(f(s).T, order="C") for f in (np.asarray, np.log)] for s in scores]
        self.parents = of.parents.astype(int)
        has_child = np.zeros(of.nodes + 1, dtype=bool)
        has_child[self.parents] = True
        self.leaves = np.flatnonzero(~has_child[: of.nodes])
        children = np.bincount(self.parents, minlength=of.nodes + 1)
        self.nominal = 1.0 / children[self.parents]
        self.rows = np.arange(of.n)
        self.counts = np.zeros(of.n * of.n, dtype=np.int64)

    def effective(self, weights: Array) -> Array:
        """Replicates × indicators from replicates × nodes: shares among siblings, multiplied down the paths."""
        total = np.zeros((len(weights), self.of.nodes + 1))
        for node in range(1, self.of.nodes):
            total[:, self.parents[node]] += weights[:, node]
        out = np.ones_like(weights)
        for node in range(1, self.of.nodes):
            parent = self.parents[node]
            out[:, node] = out[:, parent] * weights[:, node] / total[:, parent]
        return out[:, self.leaves]

    def ranks(self, weights: Array, columns: Array) -> NDArray[np.int64]:
        order = np.argsort(-(self.effective(weights) @ columns), axis=1)
        out = np.empty_like(order)
        np.put_along_axis(out, order, np.arange(self.of.n)[None, :], axis=1)
        return out

    def run(self, u: Array) -> NDArray[np.int64]:
        n, nodes = self.of.n, self.of.nodes
        counts = self.counts  # counts on, as ours does
        weights = self.nominal * (1 + 0.25 * (2 * u[:, :nodes] - 1))
        normalisation, aggregation = (u[:, nodes] * 3).astype(int), (u[:, nodes + 1] * 2).astype(int)
        for k in range(NORMALISATIONS):
            for a in range(2):
                chosen = (normalisation == k) & (aggregation == a)
                ranks = self.ranks(weights[chosen], self.columns[k][a])
                if n <= 2_000:
                    counts += np.bincount((self.rows * n + ranks).ravel(), minlength=n * n)
                else:  # where passing over all counts would cost more than the ranks
                    np.add.at(counts, (self.rows * n + ranks).ravel(), 1)
        return counts.reshape(n, n)


class Frames:
    """What most people write: a loop over replicates, data frames, groups one by one."""

    def __init__(self, of: Experiment, skilled: Skilled) -> None:
        self.of, self.skilled = of, skilled
        self.frames = [pd.DataFrame(of.scores(k), columns=skilled.leaves) for k in range(NORMALISATIONS)]
        self.children = {
            int(g): [int(c) for c in np.flatnonzero(skilled.parents == g)] for g in np.unique(skilled.parents[1:])
        }

    def run(self, u: Array) -> Array:
        nodes, n = self.of.nodes, self.of.n
        counts = np.zeros((n, n))
        for row in u:
            weights = pd.Series(self.skilled.nominal * (1 + 0.25 * (2 * row[:nodes] - 1)))
            frame = self.frames[int(row[nodes] * 3)]
            columns = {node: frame[node] for node in frame.columns}
            for g in sorted(self.children, reverse=True):
                w = weights[self.children[g]]
                parts = pd.concat([columns[c] for c in self.children[g]], axis=1, keys=self.children[g])
                if row[nodes + 1] < 0.5:
                    columns[g] = parts.mul(w / w.sum(), axis=1).sum(axis=1)
                else:
                    columns[g] = np.exp(np.log(parts).mul(w / w.sum(), axis=1).sum(axis=1))
            rank = columns[0].rank(ascending=False, method="min").to_numpy().astype(int)
            counts[np.arange(n), rank - 1] += 1
        return counts
