"""quindex beside the formulations a skilled user of numpy and pandas would write, in one process, one thread.

    python benchmarks/peers/compare.py KERNELS [--markdown FILE] [--most-cells N]

KERNELS is the shared object that CMake builds from kernels.cpp. Times are thread CPU time, the minimum of many runs,
ours and theirs in turn; the reading and copying speed of memory is measured in the same run. Results are compared
before they are timed.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import math
import platform
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from formulations import (
    level_weights,
    numpy_means,
    numpy_min_max,
    numpy_winsorise,
    numpy_z_score,
    pandas_min_max,
    pandas_z_score,
)
from goals import Figure, Row, processor, size_text, table, times_faster
from numpy.typing import NDArray
from timing import Array, Kernels, bandwidths, best_of, data, same

SIZES = ((51, 49), (1_000, 100), (100_000, 100), (1_000_000, 50))


def affine_rows(kernels: Kernels, x: Array, bandwidth: dict[str, float]) -> list[Row]:
    n, m = x.shape
    frame = pd.DataFrame(x)
    out, theirs = np.empty_like(x), np.empty_like(x)
    rows = []
    big, large = x.size >= 10_000_000, x.size >= 50_000_000
    for name, numpy_way, pandas_way in (
        ("min_max", numpy_min_max, pandas_min_max),
        ("z_score", numpy_z_score, pandas_z_score),
    ):
        work, times = kernels.call(name, x, out)
        work()
        numpy_way(x, theirs)
        same(name, out, theirs)
        t = best_of(work, lambda f=numpy_way: f(x, theirs), lambda f=pandas_way: f(frame))
        ours = t[0] / times
        share = bandwidth["copy"] / ours
        goals = {
            "min_max": (0.60 if large else 0.75, 4.0 if big else 9.0, (1.4 if large else 2.2) if big else 9.0),
            "z_score": (0.55, 12.0 if big else 9.0, 7.0 if big else 9.0),
        }[name]
        limits = [Figure(f"{share:.2f} of copying", share, least=goals[0] if big else None)]
        peers = [times_faster("numpy", t[1] / ours, goals[1]), times_faster("pandas", t[2] / ours, goals[2])]
        rows.append(Row("P1", name, size_text(n, m), ours / x.size * 1e9, limits, peers))
    if big:
        work, times = kernels.call("min_max_in_place", x, out)
        ours = best_of(work)[0] / times
        share = bandwidth["copy"] / ours
        limits = [Figure(f"{share:.2f} of copying", share, least=1.2)]
        rows.append(Row("P1", "min_max in place", size_text(n, m), ours / x.size * 1e9, limits))
    return rows


def rank_rows(kernels: Kernels, x: Array) -> list[Row]:
    n, m = x.shape
    kinds = {"lognormal": x}
    if 1_000 <= n <= 100_000:
        random = np.random.default_rng(7)
        outlier = np.asfortranarray(random.normal(size=(n, m)))
        outlier[0] = 1e12
        kinds |= {
            "normal": np.asfortranarray(random.normal(size=(n, m))),
            "one outlier": outlier,
            "Cauchy": np.asfortranarray(random.standard_cauchy(size=(n, m))),
            "ten values": np.asfortranarray(random.integers(0, 10, size=(n, m)).astype(float)),
        }
    rows = []
    for kind, values in kinds.items():
        frame = pd.DataFrame(values)
        out = np.empty_like(values)
        work, times = kernels.call("ranks", values, out)
        work()
        same("ranks", out, frame.rank().to_numpy(), 0.0)
        t = best_of(work, frame.rank, rounds=3)
        ours = t[0] / times / x.size * 1e9
        ratio = t[1] / (t[0] / times)
        most = 20.0 if n > 100_000 else 9.0
        least = 4.0 if n < 200 else 6.0 if n <= 1_000 else 10.0 if n <= 100_000 else 8.0
        limits = [Figure("", ours, most=most, rest=" ns")] if n >= 200 else []
        peers = [times_faster("pandas", ratio, least)]
        rows.append(Row("P2", f"ranks, {kind}", size_text(n, m), ours, limits, peers))
    return rows


def mean_rows(kernels: Kernels, x: Array, bandwidth: dict[str, float]) -> list[Row]:
    n, m = x.shape
    big = x.size >= 10_000_000

    def cut(total: int, width: int) -> NDArray[np.uint64]:
        return np.array([*range(0, total, width), total], dtype=np.uint64)

    starts = [cut(m, 7 if m < 100 else 10)]
    starts.append(cut(len(starts[0]) - 1, 3))
    starts.append(cut(len(starts[1]) - 1, len(starts[1]) - 1))
    weights = level_weights(starts)
    work_space = np.empty((n, sum(w.shape[1] for w in weights)), order="F")
    rows = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        for name, f, forward, backward in (
            ("arithmetic", 0, lambda z: z, lambda z: z),
            ("geometric", 1, np.log, np.exp),
            ("harmonic", 2, np.reciprocal, np.reciprocal),
        ):
            work, times = kernels.means(x, starts, f, work_space)
            work()
            theirs = np.hstack(numpy_means(x, weights, forward, backward))
            same(name, work_space, theirs, 1e-9)
            t = best_of(work, lambda a=forward, b=backward: numpy_means(x, weights, a, b), rounds=3)
            ours = t[0] / times
            ratio = t[1] / ours
            goal = {"arithmetic": (12.0, 25.0), "geometric": (5.0, 9.0), "harmonic": (12.0, 25.0)}[name][
                0 if big else 1
            ]
            share = bandwidth["read"] / ours
            least = 0.40 if name != "geometric" and big else None
            limits = [Figure(f"{share:.2f} of reading", share, least=least)]
            peers = [times_faster("numpy", ratio, goal, digits=0)]
            rows.append(Row("P3", f"3-level {name} mean", size_text(n, m), ours / x.size * 1e9, limits, peers))
    return rows


def shape_rows(kernels: Kernels, x: Array, bandwidth: dict[str, float]) -> list[Row]:
    n, m = x.shape
    frame = pd.DataFrame(x)
    big = x.size >= 10_000_000
    out = np.empty((2, m), order="F")
    work, times = kernels.call("skewness_and_kurtosis", x, out)
    work()
    same("skewness", out, np.vstack([frame.skew(), frame.kurt()]), 1e-8)
    t = best_of(work, lambda: (frame.skew(), frame.kurt()), rounds=3)
    ours = t[0] / times
    share, ratio = bandwidth["read"] / ours, t[1] / ours
    limits = [Figure(f"{share:.2f} of reading", share, least=0.40 if big else None)]
    peers = [times_faster("pandas", ratio, 20, digits=0)]
    rows = [Row("P4", "skewness and kurtosis", size_text(n, m), ours / x.size * 1e9, limits, peers)]
    treated = np.empty_like(x)
    work, times = kernels.call("winsorise", x, treated)
    work()
    same("winsorise", treated, numpy_winsorise(x), 0.0)
    t = best_of(work, lambda: numpy_winsorise(x), rounds=2, seconds=0.1)
    ours = t[0] / times
    share, ratio = bandwidth["copy"] / ours, t[1] / ours
    limits = [Figure(f"{share:.2f} of copying", share, least=0.35 if big else None)]
    peers = [times_faster("numpy loop", ratio, 300, digits=0)]
    rows.append(Row("P4", "winsorise (≤ 5 points)", size_text(n, m), ours / x.size * 1e9, limits, peers))
    return rows


def median_row(kernels: Kernels, x: Array) -> Row:
    n, m = x.shape
    frame = pd.DataFrame(x)
    out = np.empty(m)
    work, times = kernels.call("medians", x, out)
    work()
    same("median", out, frame.median().to_numpy(), 0.0)
    t = best_of(work, frame.median, lambda: np.nanmedian(x, axis=0), rounds=3)
    ours = t[0] / times
    nanoseconds = ours / x.size * 1e9
    limits = [Figure("", nanoseconds, most=3, rest=" ns")] if n >= 200 else []
    peers = [times_faster("pandas", t[1] / ours, 3.5), times_faster("numpy", t[2] / ours, 5)]
    return Row("P5", "median", size_text(n, m), nanoseconds, limits, peers)


def sum_rows(kernels: Kernels, x: Array) -> list[Row]:
    values = np.asfortranarray(np.nan_to_num(x))
    n, m = values.shape
    out = np.empty(m)
    plain, plain_times = kernels.call("plain_sums", values, out)
    fixed, fixed_times = kernels.call("sums", values, out)
    exact, exact_times = kernels.call("exact_sums", values, out)
    exact()
    columns = [values[:, j].tolist() for j in range(m)]
    if out.tolist() != [math.fsum(c) for c in columns]:
        raise AssertionError("the exact sums differ from math.fsum")
    t = best_of(plain, fixed, exact, lambda: [math.fsum(c) for c in columns], rounds=3)
    p, f, e = t[0] / plain_times, t[1] / fixed_times, t[2] / exact_times
    nanoseconds, size = 1e9 / x.size, size_text(n, m)
    limits = [Figure(f"{e / p:.1f} × a plain loop", e / p, most=5)]
    peers = [Figure(f"math.fsum {t[3] / e:.0f}×", t[3] / e, least=10, rest=", same bits")]
    fixed_limits = [Figure(f"{f / p:.2f} × a plain loop", f / p)]
    return [
        Row("P10", "exact sum", size, e * nanoseconds, limits, peers),
        Row("P10", "order-fixed sum", size, f * nanoseconds, fixed_limits),
    ]


def python_rows() -> list[Row]:
    """What a call from Python costs around the arithmetic."""
    import quindex as qx

    random = np.random.default_rng(1)
    codes = [f"x{j:02}" for j in range(49)]
    frame = pd.DataFrame(
        random.lognormal(3.0, 0.6, size=(51, 49)), columns=codes, index=[f"u{i:02}" for i in range(51)]
    )
    groups = [qx.group(f"g{g}", [qx.indicator(c) for c in codes[7 * g : 7 * g + 7]]) for g in range(7)]
    spec = qx.Spec(qx.group("index", groups))
    index = qx.fit(spec, frame)
    t = best_of(
        lambda: qx.compute(spec, frame),
        lambda: index(frame),
        lambda: qx.compute(spec, frame).scores,
        lambda: qx.compute(spec, frame).ranks,
        seconds=1.0,
    )
    coinr = 0.160 / t[0]
    peers = [Figure(f"COINr Regen, 160 ms measured apart: {coinr:,.0f}×", coinr, least=1_500)]
    return [
        python_row("compute(spec, frame)", t[0], 100, peers),
        python_row("fitted(frame)", t[1]),
        python_row("scores as a DataFrame", t[2] - t[0], 15),
        python_row("compute and ranks as a DataFrame", t[3]),
    ]


def python_row(work: str, seconds: float, most: float | None = None, peers: Sequence[Figure] = ()) -> Row:
    microseconds = seconds * 1e6
    limits = [Figure(f"{microseconds:.0f} µs", microseconds, most=most)]
    return Row("P16", work, size_text(51, 49), microseconds * 1e3 / (51 * 49), limits, list(peers))


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
        x = data(n, m)
        bandwidth = bandwidths(kernels, x)
        rows += affine_rows(kernels, x, bandwidth)
        rows += rank_rows(kernels, x)
        rows += mean_rows(kernels, x, bandwidth)
        rows += shape_rows(kernels, x, bandwidth)
        rows.append(median_row(kernels, x))
        if n <= 100_000:
            rows += sum_rows(kernels, x)
    rows += python_rows()
    versions = f"Python {platform.python_version()}, numpy {np.__version__}, pandas {pd.__version__}"
    text = f"{processor()}, kernels {kernels.isa}; {versions}.\n\n{table(rows)}\n"
    print(text)
    if options.markdown:
        options.markdown.write_text(text)


if __name__ == "__main__":
    main()
