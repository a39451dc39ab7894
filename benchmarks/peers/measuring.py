"""Runs of commands as whole processes, interleaved, with what the operating system says each of them took."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """Seconds of wall and of processor, and the most memory in megabytes that one process held."""

    wall: float
    cpu: float
    memory: float


@dataclass
class Runs:
    """The runs of one tool: on one article, and on a part of the corpus of so many megabytes."""

    megabytes: float = 0.0
    files: int = 0
    starts: list[Run] = field(default_factory=list)
    bulks: list[Run] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Seconds for one article, the median."""
        return statistics.median(run.wall for run in self.starts)

    def rate(self, seconds: Callable[[Run], float]) -> float:
        """Megabytes a second, the median."""
        return statistics.median(self.megabytes / seconds(run) for run in self.bulks)

    @property
    def memory(self) -> float:
        """The most that any run held, in megabytes."""
        return max(run.memory for run in (*self.starts, *self.bulks))


def timed(command: Sequence[str], folder: Path, limit: float = 900.0) -> Run:
    """One run; what it prints and its exit code do not matter, unless it could not run at all."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode < 0 or process.returncode in (126, 127) or wall > limit:
        raise RuntimeError(f"{command[0]} ended with {process.returncode} after {wall:.0f} s")
    memory = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, memory)


def part(files: list[Path], count: int) -> list[Path]:
    """So many files, evenly spread over all."""
    step = len(files) / count
    return [files[int(number * step)] for number in range(count)]


def affordable(command: Sequence[str], folder: Path, files: list[Path], start: Run, seconds: float) -> int:
    """How many files a tool can lint in about so many seconds of processor, at least ten, found by trying."""
    count = 10
    while True:
        count = min(count, len(files))
        names = [str(path.relative_to(folder)) for path in part(files, count)]
        spent = timed([*command, *names], folder).cpu
        if spent >= seconds / 4 or count == len(files):
            each = max((spent - start.cpu) / count, 1e-6)
            return max(10, min(len(files), int(seconds / each)))
        count *= 4


def interleaved(turns: Sequence[Callable[[], None]], rounds: int) -> None:
    """All turns in order, again and again: what disturbs the machine disturbs them all."""
    for _ in range(rounds):
        for turn in turns:
            turn()
