"""quindex beside the formulations a skilled user of numpy and pandas would write, in one process, one thread.

    python benchmarks/peers/compare.py KERNELS [--markdown FILE]

KERNELS is the shared object that CMake builds from kernels.cpp. Times are thread CPU time, the minimum of many runs,
ours and theirs in turn; the reading and copying speed of memory is measured in the same run. Results are compared
before they are timed.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import ctypes
import math
import platform
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]
SIZES = ((51, 49), (1_000, 100), (100_000, 100), (1_000_000, 50))
SHARE_MISSING = 0.05
ROUNDS = 5


@dataclass
class Row:
    """One line of the table."""

    goal: str
    work: str
    size: str
    ours: float  # nanoseconds a cell
    limit: str  # share of the physical limit, with its goal
    peers: str  # ratios, with their goals
    reached: str


def best_of(*works: Callable[[], object], rounds: int = ROUNDS, seconds: float = 0.25) -> list[float]:
    """The least thread CPU time of each piece of work, in seconds, the pieces taking turns."""
    best = [math.inf] * len(works)
    began = time.perf_counter()
    done = 0
    while done < rounds or (time.perf_counter() - began < seconds * len(works) and done < 2_000):
        for i, work in enumerate(works):
            start = time.thread_time_ns()
            work()
            best[i] = min(best[i], (time.thread_time_ns() - start) / 1e9)
        done += 1
    return best


class Kernels:
    """The shared object, called on Fortran-ordered matrices."""

    def __init__(self, path: Path) -> None:
        self.shared_object = ctypes.CDLL(str(path))
        self.shared_object.isa.restype = ctypes.c_char_p

    @property
    def isa(self) -> str:
        return str(self.shared_object.isa().decode())

    def call(self, name: str, x: Array, out: Array) -> tuple[Callable[[], None], int]:
        """The work, and how often one call repeats it (so that the call itself costs nothing beside it)."""
        n, m = x.shape
        times = max(1, 400_000 // x.size)
        arguments = (
            ctypes.c_void_p(x.ctypes.data),
            ctypes.c_size_t(n),
            ctypes.c_size_t(m),
            ctypes.c_void_p(out.ctypes.data),
            ctypes.c_size_t(times),
        )
        function = getattr(self.shared_object, name)
        return lambda: function(*arguments), times

    def means(self, x: Array, starts: list[NDArray[np.uint64]], f: int, work: Array) -> tuple[Callable[[], None], int]:
        times = max(1, 400_000 // x.size)
        sizes = np.array([len(s) - 1 for s in starts], dtype=np.uint64)
        pointers = (ctypes.c_void_p * len(starts))(*[s.ctypes.data for s in starts])
        arguments = (
            ctypes.c_void_p(x.ctypes.data),
            ctypes.c_size_t(x.shape[0]),
            ctypes.c_void_p(sizes.ctypes.data),
            pointers,
            ctypes.c_int(f),
            ctypes.c_void_p(work.ctypes.data),
            ctypes.c_size_t(times),
        )
        self.kept = (sizes, pointers, starts)
        return lambda: self.shared_object.means(*arguments), times


def data(n: int, m: int) -> Array:
    """Positive values, one in twenty missing, the same in every run."""
    random = np.random.default_rng(20_190_101)
    x = np.asfortranarray(random.lognormal(3.0, 0.6, size=(n, m)))
    x[random.random((n, m)) < SHARE_MISSING] = np.nan
    return x


def verdict(checks: list[tuple[float, float]]) -> str:
    """Whether every measured figure reaches its goal."""
    return "yes" if all(found >= goal for found, goal in checks) else "no"


def size_text(n: int, m: int) -> str:
    return f"{n:,}×{m}"


# What a skilled user writes -------------------------------------------------------------------------------------------


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


# The comparisons ------------------------------------------------------------------------------------------------------


def same(name: str, ours: Array, theirs: Array, tolerance: float = 1e-10) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=1e-12, equal_nan=True, err_msg=name)


def affine_rows(kernels: Kernels, x: Array, bandwidth: dict[str, float]) -> list[Row]:
    n, m = x.shape
    frame = pd.DataFrame(x)
    out, theirs = np.empty_like(x), np.empty_like(x)
    rows = []
    big, large, middle = x.size >= 10_000_000, x.size >= 50_000_000, 50_000 < x.size < 10_000_000
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
        r_numpy, r_pandas = t[1] / ours, t[2] / ours
        goals = {
            "min_max": (0.60 if large else 0.75, 4.0 if big else 9.0, (1.4 if large else 2.2) if big else 9.0),
            "z_score": (0.55, 12.0 if big else 9.0, 7.0 if big else 9.0),
        }[name]
        checks = [(r_numpy, goals[1]), (r_pandas, goals[2])] + ([(share, goals[0])] if big else [])
        rows.append(
            Row(
                "P1",
                name,
                size_text(n, m),
                ours / x.size * 1e9,
                f"{share:.2f} of copying" + (f" (≥ {goals[0]})" if big else ""),
                f"numpy {r_numpy:.1f}× (≥ {goals[1]:g}), pandas {r_pandas:.1f}× (≥ {goals[2]:g})",
                verdict(checks) if big or middle else "–",
            )
        )
    if big:
        work, times = kernels.call("min_max_in_place", x, out)
        ours = best_of(work)[0] / times
        share = bandwidth["copy"] / ours
        rows.append(
            Row(
                "P1",
                "min_max in place",
                size_text(n, m),
                ours / x.size * 1e9,
                f"{share:.2f} of copying (≥ 1.2)",
                "",
                verdict([(share, 1.2)]),
            )
        )
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
        checks = [(ratio, least)] + ([(most, ours)] if n >= 200 else [])
        rows.append(
            Row(
                "P2",
                f"ranks, {kind}",
                size_text(n, m),
                ours,
                f"≤ {most:g} ns" if n >= 200 else "",
                f"pandas {ratio:.1f}× (≥ {least:g})",
                verdict(checks),
            )
        )
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
            checks = [(ratio, goal)]
            limit = f"{share:.2f} of reading"
            if name != "geometric" and big:
                checks.append((share, 0.40))
                limit += " (≥ 0.4)"
            rows.append(
                Row(
                    "P3",
                    f"3-level {name} mean",
                    size_text(n, m),
                    ours / x.size * 1e9,
                    limit,
                    f"numpy {ratio:.0f}× (≥ {goal:g})",
                    verdict(checks),
                )
            )
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
    rows = [
        Row(
            "P4",
            "skewness and kurtosis",
            size_text(n, m),
            ours / x.size * 1e9,
            f"{share:.2f} of reading" + (" (≥ 0.4)" if big else ""),
            f"pandas {ratio:.0f}× (≥ 20)",
            verdict([(ratio, 20.0)] + ([(share, 0.40)] if big else [])),
        )
    ]
    treated = np.empty_like(x)
    work, times = kernels.call("winsorise", x, treated)
    work()
    same("winsorise", treated, numpy_winsorise(x), 0.0)
    t = best_of(work, lambda: numpy_winsorise(x), rounds=2, seconds=0.1)
    ours = t[0] / times
    share, ratio = bandwidth["copy"] / ours, t[1] / ours
    rows.append(
        Row(
            "P4",
            "winsorise (≤ 5 points)",
            size_text(n, m),
            ours / x.size * 1e9,
            f"{share:.2f} of copying" + (" (≥ 0.35)" if big else ""),
            f"numpy loop {ratio:.0f}× (≥ 300)",
            verdict([(ratio, 300.0)] + ([(share, 0.35)] if big else [])),
        )
    )
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
    nanoseconds, r_pandas, r_numpy = ours / x.size * 1e9, t[1] / ours, t[2] / ours
    checks = [(r_pandas, 3.5), (r_numpy, 5.0), (3.0, nanoseconds if n >= 200 else 0.0)]
    return Row(
        "P5",
        "median",
        size_text(n, m),
        nanoseconds,
        "≤ 3 ns" if n >= 200 else "",
        f"pandas {r_pandas:.1f}× (≥ 3.5), numpy {r_numpy:.1f}× (≥ 5)",
        verdict(checks),
    )


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
    return [
        Row(
            "P10",
            "exact sum",
            size_text(n, m),
            e / x.size * 1e9,
            f"{e / p:.1f} × a plain loop (≤ 5)",
            f"math.fsum {t[3] / e:.0f}× (≥ 10), same bits",
            verdict([(5.0, e / p), (t[3] / e, 10.0)]),
        ),
        Row("P10", "order-fixed sum", size_text(n, m), f / x.size * 1e9, f"{f / p:.2f} × a plain loop", "", "–"),
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
    pipeline = t[0] * 1e6
    made = (t[2] - t[0]) * 1e6
    return [
        Row(
            "P16",
            "compute(spec, frame)",
            "51×49",
            pipeline * 1e3 / 2499,
            f"{pipeline:.0f} µs (≤ 100)",
            f"COINr Regen, 160 ms measured apart: {160_000 / pipeline:,.0f}× (≥ 1,500)",
            verdict([(100.0, pipeline), (160_000 / pipeline, 1_500.0)]),
        ),
        Row("P16", "fitted(frame)", "51×49", t[1] * 1e9 / 2499, f"{t[1] * 1e6:.0f} µs", "", "–"),
        Row(
            "P16",
            "scores as a DataFrame",
            "51×49",
            made * 1e3 / 2499,
            f"{made:.0f} µs (≤ 15)",
            "",
            verdict([(15.0, made)]),
        ),
        Row("P16", "compute and ranks as a DataFrame", "51×49", t[3] * 1e9 / 2499, f"{t[3] * 1e6:.0f} µs", "", "–"),
    ]


def bandwidths(kernels: Kernels, x: Array) -> dict[str, float]:
    """Seconds to copy and to read as much memory as the matrix has."""
    out = np.empty_like(x)
    out[:] = 0.0
    copy, copies = kernels.call("copy", x, out)
    read, reads = kernels.call("read_all", x, out)
    t = best_of(copy, read)
    return {"copy": t[0] / copies, "read": t[1] / reads}


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def markdown(rows: list[Row], kernels: Kernels) -> str:
    lines = [
        f"{processor()}, kernels {kernels.isa}; Python {platform.python_version()}, numpy {np.__version__}, "
        f"pandas {pd.__version__}.",
        "",
        "| goal | what | size | ns a cell | against the machine | against peers | reached |",
        "|---|---|---|---:|---|---|---|",
    ]
    lines += [f"| {r.goal} | {r.work} | {r.size} | {r.ours:.2f} | {r.limit} | {r.peers} | {r.reached} |" for r in rows]
    return "\n".join(lines) + "\n"


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
    rows.sort(key=lambda row: int(row.goal[1:]))
    text = markdown(rows, kernels)
    print(text)
    if options.markdown:
        options.markdown.write_text(text)


if __name__ == "__main__":
    main()
