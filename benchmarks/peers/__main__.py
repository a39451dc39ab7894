"""copydesk beside every peer that can be had, in one run on one machine.

    python benchmarks/peers [--cache DIR] [--only NAME …] [--rounds 5] [--seconds 8] [--growth 100] [--write]

Installs the peers into the cache folder, makes the corpus there, runs all of them in turn, several times over, and
prints one table. Each tool lints one article of 5 KB, and as much of ten megabytes as it can in some seconds of
processor (all of it, if it can). Everything is measured from outside, as a whole process, start-up included.
`--growth MB` also lints texts and folders of up to so many megabytes. `--write` writes docs/benchmarks.md and its
pictures: the sections that were measured, and what each group of checks costs.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import growing
from corpus import Corpus, article, made
from measuring import Run, Runs, affordable, interleaved, part, timed
from results import Machine, Results, Row, budget, drawn, drawn_growth, growth, peers, save, table
from tools import COPYDESK, PEERS, NotToBeHadError, Tool, prove

DOCS = Path(__file__).parent.parent.parent / "docs"
COMPUTERS_MEMORY = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def installed(names: list[str], cache: Path) -> tuple[dict[str, tuple[Tool, list[str]]], dict[str, str]]:
    """The tools with their commands, copydesk first, and what kept the others from being installed."""
    commands, missing = {}, {}
    for tool in (COPYDESK, *PEERS):
        if names and tool.name not in (*names, COPYDESK.name):
            continue
        print(f"installing {tool.name} {tool.version}", file=sys.stderr, flush=True)
        try:
            command = tool.install(cache)
            prove(command, cache / "probe")
            commands[tool.name] = (tool, command)
        except (NotToBeHadError, OSError) as error:
            missing[tool.name] = str(error)
    return commands, missing


def bulk(command: list[str], share: list[str], folder: Path, into: list[Run]) -> None:
    """One run over a tool's share of the corpus."""
    into.append(timed([*command, *share], folder))


def measured(
    commands: dict[str, list[str]], corpus: Corpus, single: Path, rounds: int, seconds: float
) -> dict[str, Runs]:
    """All runs of all tools. The first start of each and the search for its share are not counted."""
    files = corpus.files()
    runs = {name: Runs() for name in commands}
    turns = []
    for name, command in commands.items():
        print(f"trying {name}", file=sys.stderr, flush=True)
        timed([*command, single.name], single.parent)
        if name == COPYDESK.name:
            # What it compiles in its first long run is kept, as bytecode is.
            timed([*command, corpus.folder.name], corpus.folder.parent)
        start = timed([*command, single.name], single.parent)
        # What a tool takes to load shall not be most of what it takes.
        count = affordable(command, corpus.folder, files, start, max(seconds, 6 * start.cpu))
        share = part(files, count)
        runs[name].files = count
        runs[name].megabytes = sum(path.stat().st_size for path in share) / 1e6
        names = [str(path.relative_to(corpus.folder)) for path in share]
        turns.append(partial(bulk, command, names, corpus.folder, runs[name].bulks))
    starts = [
        partial(bulk, command, [single.name], single.parent, runs[name].starts) for name, command in commands.items()
    ]
    print("measuring start-up", file=sys.stderr, flush=True)
    interleaved(starts, 3 * rounds)
    print("measuring throughput", file=sys.stderr, flush=True)
    interleaved(turns, rounds)
    return runs


def paired(first: list[float], second: list[float]) -> float:
    """How many times the second the first is, run by run, the median."""
    return statistics.median(a / b for a, b in zip(first, second, strict=True))


def row(tool: Tool, runs: Runs, own: Runs) -> Row:
    """A line of the table."""
    speeds, own_speeds = ([r.megabytes / run.cpu for run in r.bulks] for r in (runs, own))
    return Row(
        name=tool.name,
        version=tool.version,
        looks_for=tool.looks_for,
        command=tool.shown,
        start=runs.start,
        start_ratio=paired([run.wall for run in own.starts], [run.wall for run in runs.starts]),
        cpu_rate=runs.rate(lambda run: run.cpu),
        cpu_ratio=paired(own_speeds, speeds),
        wall_rate=runs.rate(lambda run: run.wall),
        memory=runs.memory,
        megabytes=runs.megabytes,
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"), "copydesk-benchmarks")
    parser.add_argument("--cache", type=Path, default=home, metavar="DIR", help=f"default: {home}")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="this peer alone; may be repeated")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8.0, help="of processor that a run may take (default: 8)")
    parser.add_argument(
        "--growth", type=float, metavar="MB", help="show growth up to so many megabytes (100: ten minutes)"
    )
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its pictures")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    cache = options.cache.resolve()
    tools, missing = installed(options.only, cache)
    corpus, single = made(cache, 10), article(cache)
    commands = {name: command for name, (_, command) in tools.items()}
    bare = {"python -c pass": [f"{cache}/copydesk/bin/python", "-c", "pass"]}
    if shutil.which("node"):
        bare["node -e 0"] = ["node", "-e", "0"]
    version = [str(cache / "copydesk" / "bin" / "copydesk"), "--version"]
    bare["copydesk --version"] = version
    runs = measured(commands, corpus, single, options.rounds, options.seconds)
    floor: dict[str, list[Run]] = {name: [] for name in bare}
    interleaved([partial(bulk, command, [], cache, floor[name]) for name, command in bare.items()], 3 * options.rounds)
    own = runs[COPYDESK.name]
    rows = [row(tool, runs[name], own) for name, (tool, _) in tools.items()]
    results = Results(
        rows=tuple(sorted(rows, key=lambda each: -each.cpu_rate)),
        missing=missing,
        bare={name: statistics.median(run.wall for run in times) for name, times in floor.items()},
        machine=Machine(os.cpu_count() or 1, round(COMPUTERS_MEMORY / 2**30), os.getloadavg()[1]),
        floor=max(run.memory for run in floor["python -c pass"]),
        rounds=options.rounds,
        source=corpus.source,
    )
    print(table(results), flush=True)
    sections, pictures = {"Beside its peers": peers(results)}, {"benchmarks.svg": drawn(results)}
    if options.growth:
        own_command = commands[COPYDESK.name]
        texts = growing.texts(cache, own_command, options.growth)
        files = growing.files(cache, own_command, options.growth)
        print(growing.table(texts), growing.table(files), sep="\n\n")
        sections["Growth"] = growth(texts, files, results.machine)
        pictures["growth.svg"] = drawn_growth(texts, files)
    if options.write:
        sections["By group of checks"] = budget(costs_by_group(cache, corpus), results.machine)
        save(DOCS, sections, pictures)


def costs_by_group(cache: Path, corpus: Corpus) -> dict[str, tuple[float, int | None]]:
    """Milliseconds for a million characters, as the installed copydesk takes them, and the budget."""
    script = Path(__file__).parent.parent / "linting.py"
    command = [f"{cache}/copydesk/bin/python", str(script), "--json", "--prose", str(corpus.folder)]
    # What is loaded once is not to be most of it.
    command += ["--characters", "3000000"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: tuple(pair) for name, pair in found.items()}


if __name__ == "__main__":
    main()
