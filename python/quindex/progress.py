"""A bar that says how far a run is: on a terminal it grows, elsewhere there is a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

from quindex.errors import SpecError

Progress = bool | Callable[[int, int], bool | None]
WIDTH = 30
QUIET = 0.1  # seconds between two pictures of the bar
LINES = 10  # of them for a run whose output is no terminal


class Bar:
    """Called with how many replicates are done, of how many."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._grows = self._stream.isatty()
        self._began = self._last = time.monotonic()
        self._tenths = 0
        self._longest = 0

    def __call__(self, done: int, of: int) -> bool:
        now = time.monotonic()
        is_last = done >= of
        tenths = LINES * done // max(of, 1)
        if self._grows:
            if is_last or now - self._last >= QUIET:
                self._draw(self._text(done, of, now), is_last)
                self._last = now
        elif tenths > self._tenths:
            self._stream.write(self._text(done, of, now) + "\n")
            self._stream.flush()
            self._tenths = tenths
        return True

    def _text(self, done: int, of: int, now: float) -> str:
        share = done / max(of, 1)
        spent = now - self._began
        left = spent * (1 - share) / share if share > 0 else 0.0
        bar = ("#" * round(WIDTH * share)).ljust(WIDTH, ".")
        time_text = f"{spent:.1f} s" if done >= of else f"{left:.0f} s left"
        return f"[{bar}] {done:,} of {of:,} replicates, {time_text}"

    def _draw(self, text: str, is_last: bool) -> None:
        self._longest = max(self._longest, len(text))
        self._stream.write("\r" + text.ljust(self._longest) + ("\n" if is_last else ""))
        self._stream.flush()

    def close(self, done: int, of: int) -> None:
        """Leaves the line when the run has been stopped half-way."""
        if self._grows and done < of:
            self._stream.write("\n")
            self._stream.flush()


def callback(progress: Progress) -> Callable[[int, int], bool | None] | None:
    """What is called between rounds: a bar for True, nothing for False, or the user's own function."""
    if progress is True:
        return Bar()
    if callable(progress):
        return progress
    if progress is False or progress is None:
        return None
    hint = "give True for a bar, or a function that is told (done, of)"
    raise SpecError.about("progress", f"found {progress!r}", hint, progress)
