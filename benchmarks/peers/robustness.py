"""Monte Carlo runs and Sobol' designs beside numpy, pandas and SALib, in one process.

    python benchmarks/peers/robustness.py KERNELS [--sizes 51x49 1000x100 10000x100] [--markdown FILE]

KERNELS is the shared object that CMake builds from this folder. Times are thread CPU time, the least of many runs, ours
and theirs in turn. Both sides get the same random numbers, and their counts of ranks are compared before they are
timed: numpy multiplies the weights of a path into one, so that units that are equal but for rounding may change places.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import ctypes
import math
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from experiment import PHASES, Array, Experiment, Frames, Skilled, pointer


def least(*works: Callable[[], float | None], seconds: float = 2.0, rounds: int = 3) -> list[float]:
    """The least thread CPU time of each piece of work, or what it returns, the pieces taking turns."""
    best = [math.inf] * len(works)
    began = time.perf_counter()
    done = 0
    while done < rounds or (time.perf_counter() - began < seconds * len(works) and done < 200):
        for i, work in enumerate(works):
            start = time.thread_time_ns()
            own = work()
            spent = (time.thread_time_ns() - start) / 1e9
            best[i] = min(best[i], spent if own is None else own)
        done += 1
    return best


def done(_: object) -> None:
    """Work whose result is not looked at."""


def check(of: Experiment, skilled: Skilled, frames: Frames) -> float:
    """The share of ranks that differ from numpy's; asserts that it is small."""
    count = max(200, 200_000 // of.n)
    before = of.counts().astype(np.int64)
    of.run(0, count)
    ours = of.counts().astype(np.int64) - before
    theirs = skilled.run(of.points(0, count)).copy()
    share = float(np.abs(ours - theirs).sum() / 2 / theirs.sum())
    assert share < 1e-3, f"{share:.2g} of the ranks differ"
    few = min(count, 20)
    before = of.counts().astype(np.int64)
    of.run(0, few)
    assert np.abs(of.counts().astype(np.int64) - before - frames.run(of.points(0, few))).sum() <= 0.01 * few * of.n
    return share


def monte_carlo(of: Experiment, machine: Array, goals: tuple[float, float]) -> list[str]:
    skilled = Skilled(of)
    frames = Frames(of, skilled)
    differing = check(of, skilled, frames)
    count = max(256, 4_000_000 // of.n)
    phases = np.full(len(PHASES), math.inf)

    def own() -> float:
        nonlocal phases
        seconds = of.run(0, count) / count
        phases = seconds if seconds.sum() < phases.sum() else phases
        return float(seconds.sum())

    fewer = max(64, 400_000 // of.n)
    u = of.points(0, fewer)
    rng = np.random.default_rng(1)

    def numpy_run() -> None:
        rng.random((fewer, of.nodes + 2))  # its own random numbers are part of its work
        skilled.run(u)

    draws = max(1_000, 20_000_000 // of.n)

    def clock(threads: int) -> float:
        start = time.perf_counter()
        of.whole_run(draws, threads)
        return time.perf_counter() - start

    best, peer, two = least(own, numpy_run, lambda: of.run_in_two(count) / count, seconds=4.0)
    whole, scored, clock_one, clock_two = least(
        lambda: of.whole_run(draws),
        lambda: of.whole_run(draws, with_scores=True),
        lambda: clock(1),
        lambda: clock(2),
    )
    peer /= fewer
    whole /= draws
    scored /= draws
    loop = least(lambda: done(frames.run(u[:3])), seconds=0.5)[0] / 3
    fused = 2e-9 * of.n * of.m / machine[0] if machine[0] > 0 else math.nan
    separate = 2e-9 * of.n * of.nodes / machine[1] if machine[1] > 0 else math.nan
    floor = fused + 4e-9 * of.n + phases[0] + phases[4]
    parts = " / ".join(f"{1e6 * p:.2f}" for p in phases)
    product = f"{1e6 * fused:.2f} / {1e6 * separate:.2f}"
    goal = f"numpy {peer / best:.1f}× (≥ {goals[1]:g}), pandas loop {loop / best:,.0f}×"
    return [
        f"| P11 | Monte Carlo | {of.n:,}×{of.m} | {1e6 * best:.2f} | {parts} | {product} "
        f"| {best / floor:.2f} (≤ 2) | {goal} | {best / two:.2f}× (≥ 1.7) | {differing:.1g} |",
        f"| P11 | run() of ranks, {draws:,} draws | {of.n:,}×{of.m} | {1e6 * whole:.2f} | | | {whole / floor:.2f} "
        f"| numpy {peer / whole:.1f}×, pandas loop {loop / whole:,.0f}× | clock {clock_one / clock_two:.2f}× | |",
        f"| P11 | run() of ranks and scores | {of.n:,}×{of.m} | {1e6 * scored:.2f} | | | {scored / floor:.2f} "
        f"| numpy {peer / scored:.1f}×, pandas loop {loop / scored:,.0f}× | | |",
    ]


def sobol(of: Experiment, goal: float) -> list[str]:
    rows = max(8, 100_000 // (of.n * 4))
    rng = np.random.default_rng(2)
    a, b = rng.random((rows, of.m)), rng.random((rows, of.m))
    skilled = Skilled(of)
    size = of.m + 2
    nominal = skilled.ranks(skilled.nominal[None, :], skilled.columns[0][0])

    def theirs(points: Array) -> Array:
        weights = np.repeat(skilled.nominal[None, :], len(points), axis=0)
        weights[:, skilled.leaves] *= 1 + 0.25 * (2 * points - 1)
        return np.abs(skilled.ranks(weights, skilled.columns[0][0]) - nominal).mean(axis=1)

    design = np.repeat(a[:, None, :], size, axis=1)
    for j in range(of.m):
        design[:, j + 1, j] = b[:, j]
    design[:, -1] = b
    flat = design.reshape(-1, of.m)
    found, _ = of.one_at_a_time(a, b)
    worst = np.abs(found.ravel() - theirs(flat)).max()
    assert worst < 5.0 / of.n, f"outputs differ by {worst}"
    score = rank = math.inf

    def own() -> float:
        nonlocal score, rank
        seconds = of.one_at_a_time(a, b)[1] / len(flat)
        score, rank = (seconds[0], seconds[1]) if seconds.sum() < score + rank else (score, rank)
        return float(seconds.sum())

    some = flat[: max(64, len(flat) // 8)]
    best, peer = least(own, lambda: done(theirs(some)))
    peer /= len(some)
    return [
        f"| P12 | Sobol' evaluation | {of.n:,}×{of.m} | {1e6 * best:.2f} | {1e6 * score:.2f} / {1e6 * rank:.2f} "
        f"| {best / rank:.2f} rankings (≤ 1.5) | batched numpy {peer / best:.1f}× (≥ {goal:g}) |",
        *salib(of, theirs, best, peer),
    ]


def salib(of: Experiment, model: Callable[[Array], Array], own: float, peer: float) -> list[str]:
    """The workflow of SALib: sampling, a model for all points, analysis with resampling."""
    try:
        from SALib.analyze import sobol as analysis
        from SALib.sample import sobol as sampling
    except ImportError:
        return []
    problem = {"num_vars": of.m, "names": [str(j) for j in range(of.m)], "bounds": [[0.0, 1.0]] * of.m}
    rows = 1024 if of.n < 500 else 128
    total = rows * (of.m + 2)
    kept: dict[str, Array] = {}

    def sample() -> None:
        kept["points"] = sampling.sample(problem, rows, calc_second_order=False)

    def analyse() -> None:
        analysis.analyze(problem, kept["outputs"], calc_second_order=False, num_resamples=100, seed=1)

    sample()
    kept["outputs"] = model(kept["points"])
    sampled, analysed = least(sample, analyse, seconds=1.0)
    whole = sampled + analysed + peer * total
    analysis_of_ours = least(lambda: done(of.whole_sensitivity(rows)), seconds=1.0)[0]
    goal = " (≥ 30)" if of.n < 500 else ""  # of more units the model's own time, 12 times ours by goal, leaves no room
    return [
        f"| P12 | SALib: sample {1e6 * sampled / total:.1f}, analyse {1e3 * analysed:.0f} ms | {of.n:,}×{of.m} | "
        f"{1e6 * own:.2f} | | "
        f"| sampling, batched numpy and analysis {whole / (own * total):.0f}×{goal} our evaluations |",
        f"| P12 | sensitivity() | {of.n:,}×{of.m} | {1e6 * analysis_of_ours / total:.2f} | | "
        f"| sampling, batched numpy and analysis {whole / analysis_of_ours:.0f}×{goal} |",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", type=Path, metavar="KERNELS")
    parser.add_argument("--sizes", nargs="*", default=["51x49", "1000x100", "10000x100"])
    parser.add_argument("--markdown", type=Path)
    chosen = parser.parse_args()
    kernels = ctypes.CDLL(str(chosen.kernels))
    goals = {51: (3, 5), 1_000: (7, 9), 10_000: (6, 8)}
    machine = np.empty(4)
    kernels.machine(pointer(machine))
    lines = [
        "Fused {:.0f}, separate {:.0f} thousand million operations a second; copying {:.0f} and {:.0f} GB/s.".format(
            *machine
        ),
        "",
        "| goal | what | size | µs | numbers / weights / product / rank / count | product fused / separate at best "
        "| of the floor | peers | two threads | ranks that differ |",
        "|---|---|---|---:|---|---|---|---|---|---|",
    ]
    sensitivity = [
        "| goal | what | size | µs an evaluation | scoring / ranking | against ranking | peers |",
        "|---|---|---|---:|---|---|---|",
    ]
    for size in chosen.sizes:
        n, m = (int(part) for part in size.split("x"))
        x = np.asfortranarray(np.random.default_rng(20_190_101).lognormal(3.0, 0.6, size=(n, m)))
        of = Experiment(kernels, x)
        lines += monte_carlo(of, machine, goals.get(n, (1, 1)))
        if n <= 1_000:
            sensitivity += sobol(of, 4.5 if n < 500 else 12)
    text = "\n".join([*lines, "", *sensitivity])
    print(text)
    if chosen.markdown:
        chosen.markdown.write_text(text + "\n")


if __name__ == "__main__":
    main()
