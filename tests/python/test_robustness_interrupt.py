"""Ctrl-C stops a run at once and keeps what is done."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Any

import numpy as np
import pytest
import quindex as qx

QUICK = 0.1  # seconds of the run after Ctrl-C
SLACK = 0.2  # what a busy machine may add: the test runs beside others


@pytest.fixture
def large() -> tuple[qx.Spec, dict[str, Any]]:
    random = np.random.default_rng(1)
    codes = [f"x{j}" for j in range(20)]
    tree = qx.group("index", [qx.group(f"g{k}", codes[4 * k : 4 * k + 4]) for k in range(5)])
    data = {"unit": [f"u{i}" for i in range(300)], **{c: random.normal(size=300) for c in codes}}
    return qx.Spec(tree), data


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("vary", ["weights", "data"])
def test_ctrl_c_keeps_what_is_done(large: tuple[qx.Spec, dict[str, Any]], threads: int, vary: str) -> None:
    spec, data = large
    what = {"weights": qx.vary.Noise(), "data": qx.vary.BootstrapUnits()}[vary]
    design = qx.robustness.Design({vary: what}, draws=10_000_000, seed=5, keep=False)
    pressed: list[float] = []

    def press() -> None:
        time.sleep(0.3)
        pressed.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    hand = threading.Thread(target=press)
    hand.start()
    with pytest.warns(RuntimeWarning, match=r"^robustness: interrupted after [\d,]+ of 10,000,000 replicates$"):
        part = qx.robustness.run(spec, data, design, threads=threads)
    ended = time.perf_counter()
    hand.join()
    assert ended - pressed[0] < QUICK + SLACK
    assert not part.is_complete
    assert 0 < part.done < design.draws
    # What is done is what a run of so many replicates gives, and the work can be gone on with.
    assert qx.robustness.run(spec, data, design, replicates=(0, part.done)) == part
    more = qx.robustness.run(spec, data, design, replicates=(part.done, part.done + 50))
    assert (part + more).done == part.done + 50


@pytest.mark.parametrize("ask", ["shapley", "scenarios"])
def test_ctrl_c_ends_what_has_no_parts(large: tuple[qx.Spec, dict[str, Any]], ask: str) -> None:
    spec, data = large
    result = qx.compute(spec, data)
    vary = {"weights": qx.vary.Noise(), "low": qx.vary.Parameter(address="normalise.low", draw=qx.draw.Uniform())}
    grid = {"normalise.low": [k / 100 for k in range(90)], "normalise.high": [50 + k for k in range(100)]}
    work = {
        "shapley": lambda: qx.robustness.shapley(result, vary, base_rows=50_000, resamples=0),
        "scenarios": lambda: qx.robustness.scenarios(result, grid),
    }[ask]
    pressed: list[float] = []

    def press() -> None:
        time.sleep(0.1)
        pressed.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    hand = threading.Thread(target=press)
    hand.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            work()
        ended = time.perf_counter()
    finally:
        hand.join()
    assert ended - pressed[0] < QUICK + SLACK
