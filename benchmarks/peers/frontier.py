"""Benefit of the doubt beside scipy's HiGHS, one linear program a unit, in one process and one thread.

    python benchmarks/peers/frontier.py KERNELS

KERNELS is the shared object that CMake builds from this folder. Times are thread CPU time, the least of several runs;
where n programs would take too long, the first few are timed and multiplied. Scores are compared before they are timed.
"""

from __future__ import annotations

import argparse
import ctypes
import time
from collections.abc import Callable
from pathlib import Path
from statistics import NormalDist

import numpy as np
from goals import Figure, verdict
from scipy.optimize import linprog

CRITERIA = 10
SIZES = ((100, 0.5), (1_000, 0.5), (1_000, 0.0), (10_000, 0.5), (10_000, 0.0))
GOALS = {(10_000, 0.5): (50, 3_000), (10_000, 0.0): (2_000, 150)}  # milliseconds, times faster
RATIO = 150  # from 1,000 units on


def table(n: int, correlation: float, seed: int = 1) -> np.ndarray:
    """Units × criteria, each uniform on (0, 1), the normal scores equally correlated; column after column."""
    draw = np.random.default_rng(seed)
    shared = draw.standard_normal((n, 1))
    own = draw.standard_normal((n, CRITERIA))
    z = np.sqrt(correlation) * shared + np.sqrt(1 - correlation) * own
    return np.asfortranarray(np.vectorize(NormalDist().cdf)(z))


def ours(kernels: ctypes.CDLL, y: np.ndarray, scores: np.ndarray) -> int:
    return int(kernels.benefit_of_the_doubt(pointer(y), *y.shape, pointer(scores)))


def pointer(a: np.ndarray) -> ctypes.c_void_p:
    return a.ctypes.data_as(ctypes.c_void_p)


def theirs(y: np.ndarray, units: range) -> np.ndarray:
    ones = np.ones(len(y))
    return np.array([-linprog(-y[i], A_ub=y, b_ub=ones, method="highs").fun for i in units])


def seconds(work: Callable[[], object]) -> float:
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1e9


def row(kernels: ctypes.CDLL, n: int, correlation: float) -> str:
    y = table(n, correlation)
    scores = np.empty(n)
    some = range(min(n, max(3, 20_000 // n)))
    on_frontier = ours(kernels, y, scores)
    worst = float(np.max(np.abs(scores[: len(some)] - theirs(y, some))))
    assert worst < 1e-9, f"scores differ by {worst}"
    own = min(seconds(lambda: ours(kernels, y, scores)) for _ in range(5 if correlation else 2))
    peer = min(seconds(lambda: theirs(y, some)) for _ in range(2)) * n / len(some)
    limit, ratio = GOALS.get((n, correlation), (None, RATIO if n >= 1_000 else None))
    took = Figure(f"{own * 1e3:.2f} ms", own * 1e3, most=limit)
    faster = Figure(f"{peer / own:,.0f}", peer / own, least=ratio)
    reached = verdict([took, faster])
    return f"| {n} | {correlation} | {on_frontier} | {took} | {peer:.3g} s | {faster} | {reached} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", type=Path, metavar="KERNELS")
    kernels = ctypes.CDLL(str(parser.parse_args().kernels))
    kernels.benefit_of_the_doubt.restype = ctypes.c_size_t
    kernels.benefit_of_the_doubt.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_void_p]
    print("| units | correlation | on the frontier | ours | HiGHS | times | reached |")
    print("|---|---|---|---|---|---|---|")
    for n, correlation in SIZES:
        print(row(kernels, n, correlation))


if __name__ == "__main__":
    main()
