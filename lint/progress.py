"""How far a long run is, on a terminal."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from lint.finding import Report

_QUIET = 1.0
_PAUSE = 0.1
_WIDTH = 24


def shown(
    reports: Iterable[Report], total: Callable[[], int], stream: TextIO, clock: Callable[[], float] = time.monotonic
) -> Iterator[Report]:
    """The reports, while a bar stands on the last line of the terminal, once a second has passed.

    `total` is asked how many articles there are as soon as there is something to draw. The bar is gone whenever a
    report has something to say, and at the end.
    """
    drawn = False
    next_time = clock() + _QUIET

    def clear() -> None:
        nonlocal drawn
        if drawn:
            stream.write("\r\x1b[K")
            stream.flush()
            drawn = False

    try:
        for done, report in enumerate(reports, start=1):
            if report.diagnostics or report.failures or report.notices or report.skipped:
                clear()
            yield report
            now = clock()
            if now >= next_time:
                stream.write(f"\r{_bar(done, total())}")
                stream.flush()
                drawn, next_time = True, now + _PAUSE
    finally:
        clear()


def _bar(done: int, total: int) -> str:
    """Checks of the whole corpus add reports of their own: the bar stays full meanwhile."""
    done = min(done, total)
    filled = done * _WIDTH // total if total else 0
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {done:,} of {total:,} articles"
