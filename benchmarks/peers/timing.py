"""How the comparisons measure: thread CPU time, the minimum of many runs, ours and theirs in turn."""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SHARE_MISSING = 0.05
ROUNDS = 5


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


def bandwidths(kernels: Kernels, x: Array) -> dict[str, float]:
    """Seconds to copy and to read as much memory as the matrix has."""
    out = np.empty_like(x)
    out[:] = 0.0
    copy, copies = kernels.call("copy", x, out)
    read, reads = kernels.call("read_all", x, out)
    t = best_of(copy, read)
    return {"copy": t[0] / copies, "read": t[1] / reads}


def same(name: str, ours: Array, theirs: Array, tolerance: float = 1e-10) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=1e-12, equal_nan=True, err_msg=name)
