"""Correlations, weights and rankings of quindex beside numpy, pandas and, where they are installed, pymcdm and others.

    python benchmarks/peers/compare_methods.py KERNELS [--markdown FILE] [--most-cells N]

As compare.py: thread CPU time, the minimum of many runs, ours and theirs in turn; results are compared first.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from compare import Array, Kernels, Row, best_of, processor, same, size_text, verdict

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


def timed(kernels: Kernels, name: str, x: Array, shape: Any, theirs: Callable[[], Any]) -> tuple[float, float, Array]:
    """Seconds of one run of ours and of theirs, and what ours gives."""
    out = np.empty(shape, order="F")
    work, times = kernels.call(name, x, out)
    work()
    t = best_of(work, theirs, rounds=2, seconds=0.15)
    return t[0] / times, t[1], out


def row(goal: str, work: str, x: Array, ours: float, limit: str, peers: list[tuple[str, float, float]]) -> Row:
    text = ", ".join(f"{name} {ratio:,.1f}× (≥ {least:g})" for name, ratio, least in peers)
    reached = verdict([(ratio, least) for _, ratio, least in peers])
    return Row(goal, work, size_text(*x.shape), ours / x.size * 1e9, limit, text, reached)


def correlation_rows(kernels: Kernels, x: Array) -> list[Row]:
    m = x.shape[1]
    out: list[Row] = []
    complete, theirs, found = timed(kernels, "correlations_complete", x, (m, m), lambda: np.corrcoef(x, rowvar=False))
    same("correlations", found, np.corrcoef(x, rowvar=False), 1e-9)
    flops = x.shape[0] * m * (m + 1) / complete / 1e9
    out.append(row("P6", "correlations", x, complete, f"{flops:.1f} GFLOP/s", [("numpy", theirs / complete, 1.3)]))
    y = holed(x)
    frame = pd.DataFrame(y)
    pairwise, theirs, found = timed(kernels, "correlations_pairwise", y, (m, m), frame.corr)
    same("pairwise correlations", found, frame.corr().to_numpy(), 1e-8)
    limit = f"{pairwise / complete:.1f} × complete (≤ 3.5)"
    out.append(row("P6", "correlations, 5 % missing", y, pairwise, limit, [("pandas", theirs / pairwise, 14)]))
    return out


def weight_rows(kernels: Kernels, x: Array) -> list[Row]:
    out: list[Row] = []
    logs, _, _ = timed(kernels, "logarithms", x, x.shape, lambda: None)
    big = x.shape[0] >= 100_000
    for name, function, least in (("entropy", entropy, 3 if big else 6), ("critic", critic, 1)):
        ours, theirs, found = timed(kernels, name, x, (x.shape[1],), lambda f=function: f(x))
        same(name, found, function(x), 1e-7)
        peers = [("numpy", theirs / ours, float(least))]
        peer = pymcdm(name)
        if peer is not None and x.size <= 1_000_000:
            peers.append(
                (
                    "pymcdm",
                    best_of(lambda p=peer: p(x), rounds=1, seconds=0.1)[0] / ours,
                    1000 if name == "critic" else 200,
                )
            )
        limit = f"{ours / logs:.1f} × logarithms (≤ 1.3)" if name == "entropy" else ""
        out.append(row("P7", f"{name} weights", x, ours, limit, peers))
    return out


def ranking_rows(kernels: Kernels, x: Array) -> list[Row]:
    n = x.shape[0]
    ours, theirs, found = timed(kernels, "topsis", x, (n,), lambda: topsis(x))
    same("topsis", found, topsis(x), 1e-9)
    peers = [("numpy", theirs / ours, 4.5 if n >= 100_000 else 18.0)]
    peer = pymcdm("topsis")
    if peer is not None and x.size <= 1_000_000:
        peers.append(("pymcdm", best_of(lambda: peer(x), rounds=1, seconds=0.1)[0] / ours, 200.0))
    out = [row("P7", "TOPSIS", x, ours, "", peers)]
    if n > 100_000:
        return out
    pairs = n * n <= MOST_PAIRS
    nothing: Callable[[], Any] = lambda: None  # noqa: E731
    ours, theirs, found = timed(kernels, "promethee", x, (n,), (lambda: promethee(x)) if pairs else nothing)
    if pairs:
        same("promethee", found, promethee(x), 1e-9)
    out.append(row("P8", "PROMETHEE II, v-shape", x, ours, "", [("numpy", theirs / ours, 100.0)] if pairs else []))
    if pairs:
        ours, theirs, found = timed(kernels, "copeland", x, (n,), lambda: copeland(x))
        limit = f"{ours / (n * n / 2 * x.shape[1]) * 1e9:.3f} ns a pair and criterion (≤ 0.05)"
        assert np.corrcoef(np.argsort(found), np.argsort(copeland(x)))[0, 1] > 0.999
        out.append(row("P9", "Copeland", x, ours, limit, [("numpy", theirs / ours, 100.0)]))
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
    rows.sort(key=lambda r: int(r.goal[1:]))
    lines = [
        f"{processor()}, kernels {kernels.isa}; numpy {np.__version__}, pandas {pd.__version__}.",
        "",
        "| goal | what | size | ns a cell | against the machine | against peers | reached |",
        "|---|---|---|---:|---|---|---|",
        *(f"| {r.goal} | {r.work} | {r.size} | {r.ours:.2f} | {r.limit} | {r.peers} | {r.reached} |" for r in rows),
    ]
    print("\n".join(lines))
    if options.markdown:
        options.markdown.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
