"""How far a long run is, on a terminal."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from lint.finding import Report

_QUIET = 1.0
_PAUSE = 0.1


def shown(reports: Iterable[Report], stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Iterator[Report]:
    """The reports, while their number stands on the last line of the terminal, once a second has passed.

    The line is gone whenever a report has something to say, and at the end.
    """
    drawn = False
    done = 0
    next_time = clock() + _QUIET

    def clear() -> None:
        nonlocal drawn
        if drawn:
            stream.write("\r\x1b[K")
            stream.flush()
            drawn = False

    try:
        for report in reports:
            done += 1
            now = clock()
            if report.diagnostics or report.failures or report.notices or report.skipped:
                clear()
            elif now >= next_time:
                stream.write(f"\r{done:,} articles checked")
                stream.flush()
                drawn, next_time = True, now + _PAUSE
            yield report
    finally:
        clear()
