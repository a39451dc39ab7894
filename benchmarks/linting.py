"""What `Linter.lint` costs: milliseconds of processor, and instructions, for a million characters, by group of checks.

    python benchmarks/linting.py [--prose DIR] [--rounds 5] [--instructions] [--json]

The text is made of the sample articles in seeds/, or read from a folder (that of benchmarks/peers holds real prose).
Each process uses a scanner that an earlier one has made, as runs of the command do. What a group costs is what a run of
it alone takes more than a run of no check at all, so a view that two groups share is counted for both. Seconds differ
from run to run; instructions, counted by `perf` or `valgrind` where one is there and works, hardly do: they show
a regression through the noise. Nothing here fails when it is slow.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from lint.cache_folder import scanner_file
from lint.config import Profile
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.testing import document
from lint.views.scanning import keep_at

SEEDS = Path(__file__).parent.parent / "seeds"
BUDGET = {"boilerplate": 30, "numbers": 70, "translation and characters": 70, "the rest": 20}
SELECTIONS = {
    "the rest": (),
    "boilerplate": ("boilerplate",),
    "numbers": ("numbers",),
    "translation": ("translation",),
    "characters": ("characters",),
    "translation and characters": ("translation", "characters"),
    "all checks": ("all",),
}
COUNTED = 100_000
# As many as `lint.examining` takes together.
TOGETHER = 32


def texts(prose: Path | None, characters: int) -> list[str]:
    """Articles of five to ten thousand characters, so many characters in all."""
    if prose is not None:
        paths = sorted(prose.rglob("*.txt"))
        chosen = [paths[number * len(paths) // 400] for number in range(min(400, len(paths)))]
        read = [path.read_text(encoding="utf-8") for path in dict.fromkeys(chosen)]
    else:
        seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
        paragraphs = [line for text in seeds for line in text.split("\n") if len(line) > 80]
        chance = random.Random(0)
        read = ["\n\n".join(chance.sample(paragraphs, 20)) for _ in range(characters // 3000)]
    kept, total = [], 0
    for text in read:
        kept.append(text)
        total += len(text)
        if total >= characters:
            break
    return kept


def linter(select: tuple[str, ...]) -> Linter:
    """A linter of these groups."""
    return Linter(Profile(select=select), load_built_in())


def spent(engine: Linter, articles: list[str]) -> float:
    """Seconds of processor for linting all articles, as many together as runs of the command do, reading included."""
    started = time.process_time()
    for first in range(0, len(articles), TOGETHER):
        engine.lint_all(map(document, articles[first : first + TOGETHER]), briefly=True)
    return time.process_time() - started


def once(name: str, articles: list[str]) -> float:
    """Milliseconds for a million characters, by an engine that has seen a few other articles before."""
    engine = linter(SELECTIONS[name])
    seen = len(articles) // 10 + 1
    spent(engine, articles[:seen])
    return spent(engine, articles[seen:]) * 1000 / sum(map(len, articles[seen:])) * 1e6


def prepare(articles: list[str]) -> None:
    """Makes the scanner that all processes use, for the patterns of all checks."""
    from lint.views.scanner import made

    spent(linter(SELECTIONS["all checks"]), articles[: len(articles) // 10 + 1])
    made(scanner_file())


def asked(name: str, characters: int, prose: Path | None) -> list[str]:
    """The command of a process that measures one selection: what one run keeps in memory is not to help another."""
    own = [sys.executable, __file__, "--only", name, "--characters", str(characters)]
    return [*own, "--prose", str(prose)] if prose else own


def costs(characters: int, prose: Path | None, rounds: int) -> dict[str, float]:
    """Milliseconds for a million characters: the median of some rounds, all selections in turn."""
    taken: dict[str, list[float]] = {name: [] for name in SELECTIONS}
    for _ in range(rounds):
        for name, each in taken.items():
            done = subprocess.run(asked(name, characters, prose), capture_output=True, text=True, check=True)
            each.append(float(done.stdout))
    middle = {name: statistics.median(each) for name, each in taken.items()}
    own = ("the rest", "all checks")
    return {name: each if name in own else each - middle["the rest"] for name, each in middle.items()}


def counter() -> list[str] | None:
    """The command that counts the instructions of another one, if there is one that works."""
    if shutil.which("perf"):
        tried = subprocess.run(
            ["perf", "stat", "-x", ",", "-e", "instructions:u", "true"], check=False, capture_output=True, text=True
        )
        if tried.returncode == 0 and "not supported" not in tried.stderr and "not counted" not in tried.stderr:
            return ["perf", "stat", "-x", ",", "-e", "instructions:u"]
    if shutil.which("valgrind"):
        return ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    return None


def counted(command: list[str], name: str, characters: int, prose: Path | None) -> int:
    """The instructions of a process that lints so many characters."""
    done = subprocess.run(
        [*command, *asked(name, characters, prose)],
        env=os.environ | {"PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    if command[0] == "perf":
        return int(done.stderr.strip().splitlines()[-1].split(",")[0])
    line = next(line for line in done.stderr.splitlines() if "I refs:" in line or "I   refs:" in line)
    return int(line.rpartition(":")[2].replace(",", ""))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prose", type=Path, metavar="DIR", help="read articles from this folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--instructions", action="store_true", help="count instructions too; this takes minutes")
    parser.add_argument("--json", action="store_true", help="print the milliseconds as an object")
    parser.add_argument("--only", choices=SELECTIONS, help="measure this selection in this process")
    options = parser.parse_args()
    articles = texts(options.prose, options.characters)
    with TemporaryDirectory() as folder:
        os.environ.setdefault("COPYDESK_CACHE_DIR", folder)
        measure(options, articles)


def measure(options: argparse.Namespace, articles: list[str]) -> None:
    """What is asked of the command."""
    keep_at(scanner_file())
    if options.only:
        print(once(options.only, articles))
        return
    prepare(articles)
    found = costs(options.characters, options.prose, options.rounds)
    if options.json:
        print(json.dumps({name: (milliseconds, BUDGET.get(name)) for name, milliseconds in found.items()}))
        return
    print(f"{len(articles)} articles, {sum(map(len, articles)):,} characters; medians of {options.rounds} rounds")
    command = counter() if options.instructions else None
    for name, milliseconds in found.items():
        budget = f"  budget {BUDGET[name]}" if name in BUDGET else ""
        instructions = ""
        if command is not None:
            # Twice as much text less once as much: what loading takes is in both.
            sizes = (2 * COUNTED, COUNTED)
            twice, single = (counted(command, name, size, options.prose) for size in sizes)
            instructions = f"{(twice - single) / COUNTED:8,.0f} instructions a character"
        print(f"{milliseconds:8.1f} ms for a million characters {instructions}  {name}{budget}", flush=True)
    if options.instructions and command is None:
        print("instructions: neither perf nor valgrind counts here")


if __name__ == "__main__":
    main()
