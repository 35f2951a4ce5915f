"""Correlations, weights and rankings of quindex beside numpy, pandas and, where they are installed, pymcdm and others.

    python benchmarks/peers/compare_methods.py KERNELS [--markdown FILE] [--most-cells N]

As compare.py: thread CPU time, the minimum of many runs, ours and theirs in turn; results are compared first.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from formulations_of_methods import copeland, critic, entropy, promethee, pymcdm, topsis
from goals import Figure, Row, processor, size_text, table, times_faster
from timing import Array, Kernels, best_of, same

SIZES = ((51, 49), (1_000, 100), (100_000, 100), (1_000_000, 50))
MOST_PAIRS = 2_000_000  # units squared that a peer with a matrix of all pairs may be given


def positive(n: int, m: int) -> Array:
    """Complete scores between 1 and 100, moderately correlated."""
    random = np.random.default_rng(7)
    common = random.normal(size=(n, 1))
    x = 50 + 12 * (0.7 * common + 0.7 * random.normal(size=(n, m)))
    return np.asfortranarray(np.clip(x, 1, 100))


def holed(x: Array) -> Array:
    """The same with 5 % missing."""
    y = x.copy(order="F")
    y[np.random.default_rng(8).random(x.shape) < 0.05] = np.nan
    return y


def timed(kernels: Kernels, name: str, x: Array, shape: Any, theirs: Callable[[], Any]) -> tuple[float, float, Array]:
    """Seconds of one run of ours and of theirs, and what ours gives."""
    out = np.empty(shape, order="F")
    work, times = kernels.call(name, x, out)
    work()
    t = best_of(work, theirs, rounds=2, seconds=0.15)
    return t[0] / times, t[1], out


def row(goal: str, work: str, x: Array, seconds: float, limits: list[Figure], peers: list[Figure]) -> Row:
    return Row(goal, work, size_text(*x.shape), seconds / x.size * 1e9, limits, peers)


def correlation_rows(kernels: Kernels, x: Array) -> list[Row]:
    m = x.shape[1]
    out: list[Row] = []
    complete, theirs, found = timed(kernels, "correlations_complete", x, (m, m), lambda: np.corrcoef(x, rowvar=False))
    same("correlations", found, np.corrcoef(x, rowvar=False), 1e-9)
    flops = x.shape[0] * m * (m + 1) / complete / 1e9
    speed = [Figure(f"{flops:.1f} GFLOP/s", flops)]
    out.append(row("P6", "correlations", x, complete, speed, [times_faster("numpy", theirs / complete, 1.3)]))
    y = holed(x)
    frame = pd.DataFrame(y)
    pairwise, theirs, found = timed(kernels, "correlations_pairwise", y, (m, m), frame.corr)
    same("pairwise correlations", found, frame.corr().to_numpy(), 1e-8)
    limits = [Figure(f"{pairwise / complete:.1f} × complete", pairwise / complete, most=3.5)]
    peers = [times_faster("pandas", theirs / pairwise, 14)]
    out.append(row("P6", "correlations, 5 % missing", y, pairwise, limits, peers))
    return out


def weight_rows(kernels: Kernels, x: Array) -> list[Row]:
    out: list[Row] = []
    logs, _, _ = timed(kernels, "logarithms", x, x.shape, lambda: None)
    big = x.shape[0] >= 100_000
    for name, function, least in (("entropy", entropy, 3 if big else 6), ("critic", critic, 1)):
        ours, theirs, found = timed(kernels, name, x, (x.shape[1],), lambda f=function: f(x))
        same(name, found, function(x), 1e-7)
        peers = [times_faster("numpy", theirs / ours, least)]
        peer = pymcdm(name)
        if peer is not None and x.size <= 1_000_000:
            ratio = best_of(lambda p=peer: p(x), rounds=1, seconds=0.1)[0] / ours
            peers.append(times_faster("pymcdm", ratio, 1000 if name == "critic" else 200))
        limits = [Figure(f"{ours / logs:.1f} × logarithms", ours / logs, most=1.3)] if name == "entropy" else []
        out.append(row("P7", f"{name} weights", x, ours, limits, peers))
    return out


def ranking_rows(kernels: Kernels, x: Array) -> list[Row]:
    n = x.shape[0]
    ours, theirs, found = timed(kernels, "topsis", x, (n,), lambda: topsis(x))
    same("topsis", found, topsis(x), 1e-9)
    peers = [times_faster("numpy", theirs / ours, 4.5 if n >= 100_000 else 18)]
    peer = pymcdm("topsis")
    if peer is not None and x.size <= 1_000_000:
        peers.append(times_faster("pymcdm", best_of(lambda: peer(x), rounds=1, seconds=0.1)[0] / ours, 200))
    out = [row("P7", "TOPSIS", x, ours, [], peers)]
    if n > 100_000:
        return out
    pairs = n * n <= MOST_PAIRS
    nothing: Callable[[], Any] = lambda: None  # noqa: E731
    ours, theirs, found = timed(kernels, "promethee", x, (n,), (lambda: promethee(x)) if pairs else nothing)
    if pairs:
        same("promethee", found, promethee(x), 1e-9)
    peers = [times_faster("numpy", theirs / ours, 100)] if pairs else []
    out.append(row("P8", "PROMETHEE II, v-shape", x, ours, [], peers))
    if pairs:
        ours, theirs, found = timed(kernels, "copeland", x, (n,), lambda: copeland(x))
        assert np.corrcoef(np.argsort(found), np.argsort(copeland(x)))[0, 1] > 0.999
        comparison = ours / (n * n / 2 * x.shape[1]) * 1e9
        limits = [Figure(f"{comparison:.3f} ns a pair and criterion", comparison, most=0.05)]
        out.append(row("P9", "Copeland", x, ours, limits, [times_faster("numpy", theirs / ours, 100)]))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", type=Path, metavar="KERNELS")
    parser.add_argument("--markdown", type=Path, help="write the table to this file, too")
    parser.add_argument("--most-cells", type=int, default=50_000_000, help="leave out larger tables")
    options = parser.parse_args()
    kernels = Kernels(options.kernels)
    rows: list[Row] = []
    for n, m in SIZES:
        if n * m > options.most_cells:
            continue
        x = positive(n, m)
        rows += correlation_rows(kernels, x) + weight_rows(kernels, x) + ranking_rows(kernels, x)
    versions = f"numpy {np.__version__}, pandas {pd.__version__}"
    text = f"{processor()}, kernels {kernels.isa}; {versions}.\n\n{table(rows)}\n"
    print(text)
    if options.markdown:
        options.markdown.write_text(text)


if __name__ == "__main__":
    main()
