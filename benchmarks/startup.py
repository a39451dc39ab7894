"""Times one article from a cold start, beside other commands, in turn: wall seconds, minimum and median.

    python benchmarks/startup.py seeds/spun-wire.txt "copydesk check" "proselint check" "codespell"

Each command gets the article as its last argument. The first run of each is not counted.
"""

import shlex
import statistics
import subprocess
import sys
import time

RUNS = 15


def once(command: str, article: str) -> float:
    """The wall time of one run; what it prints and its exit code do not matter."""
    started = time.perf_counter()
    subprocess.run([*shlex.split(command), article], capture_output=True, check=False)
    return time.perf_counter() - started


def main() -> None:
    """Runs the commands in turn, so that a noisy machine is noisy for all of them, and prints a line for each."""
    article, *commands = sys.argv[1:]
    taken: dict[str, list[float]] = {command: [] for command in commands}
    for run in range(RUNS + 1):
        for command in commands:
            seconds = once(command, article)
            if run:
                taken[command].append(seconds)
    first = statistics.median(taken[commands[0]])
    print("  min  median  ratio  command")
    for command, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{min(seconds):5.3f}   {median:5.3f}  {median / first:5.2f}  {command}")


if __name__ == "__main__":
    main()
