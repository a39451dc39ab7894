"""What a run measured: as a table, as a page of the documentation, as pictures."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from growing import Step, slope
from growing import table as steps
from picture import bars
from picture import growth as lines_of


@dataclass(frozen=True)
class Machine:
    """What the run had: cores, gigabytes of memory, and how busy it was with other things besides."""

    cores: int
    memory: int
    load: float


@dataclass(frozen=True)
class Row:
    """One tool. The ratios say how many times as long copydesk takes to start, and how many times as fast it is."""

    name: str
    version: str
    looks_for: str
    command: str
    start: float
    start_ratio: float
    cpu_rate: float
    cpu_ratio: float
    wall_rate: float
    memory: float
    megabytes: float


@dataclass(frozen=True)
class Results:
    """All of one run."""

    rows: tuple[Row, ...]
    missing: Mapping[str, str]
    bare: Mapping[str, float]
    machine: Machine
    floor: float
    rounds: int
    source: str


def _figure(value: float) -> str:
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def table(results: Results) -> str:
    """The table, in Markdown."""
    lines = [
        "| tool | version | start-up, s | copydesk's ÷ its | MB per CPU-second | copydesk ÷ it | MB per second "
        "| peak MB | text, MB |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in results.rows:
        name = f"**{row.name}**" if row.name == "copydesk" else row.name
        figures = (row.cpu_rate, row.cpu_ratio, row.wall_rate)
        # Of a process smaller than the one that started it, the system does not say how large it was.
        memory = f"{row.memory:.0f}" if row.memory > results.floor + 1 else f"< {results.floor + 1:.0f}"
        cells = [name, row.version, f"{row.start:.3f}", f"{row.start_ratio:.2f}", *map(_figure, figures), memory]
        cells.append(_figure(row.megabytes))
        lines.append(f"| {' | '.join(cells)} |")
    bare = ", ".join(f"`{name}` {seconds:.3f} s" for name, seconds in results.bare.items())
    lines += ["", f"For comparison: {bare}."]
    lines += [f"Not to be had here: {name} ({why})." for name, why in results.missing.items()]
    return "\n".join(lines)


def peers(results: Results) -> str:
    """The section on the peers."""
    machine = results.machine
    commands = "\n".join(f"| {row.name} | {row.looks_for} | `{row.command} FILE …` |" for row in results.rows)
    return f"""{_when(machine)} The machine had other work besides (load {machine.load:.1f}), so the tools ran in \
turn, {results.rounds} rounds over the corpus and {3 * results.rounds} over one article; each figure is a median, \
each ratio the median of the ratios within a round. Seconds of processor suffer less from the others' \
work than seconds on the clock.

![Megabytes of text per second of processor, by tool](benchmarks.svg)

{table(results)}

- Each tool runs as its users run it, from outside, as a whole process, start-up included: one article of 5 KB, then \
as much of 10 MB ({results.source}; articles of 10 KB) as it can lint in some seconds of processor, in one process and \
one call. The last column says how much that was.
- copydesk is a wheel, installed not editable, with compiled bytecode and all of its default checks, without results \
of earlier runs; the patterns that it compiled are kept, as bytecode is.
- Tools differ in what they look for. A list of misspellings is less work than checks that read sentences.

| tool | looks for | command |
|---|---|---|
{commands}
"""


def budget(costs: Mapping[str, tuple[float, int | None]], machine: Machine) -> str:
    """The section on what each group of checks costs."""
    rows = "\n".join(f"| {name} | {cost:.0f} | {limit or ''} |" for name, (cost, limit) in costs.items())
    return f"""{_when(machine)} Milliseconds of processor for a million characters of the same prose, in which little \
is wrong: what a process that runs one group takes more than a process that runs no check. A view that two groups \
share counts for both.

| checks | ms | budget |
|---|--:|--:|
{rows}
"""


def growth(texts: Sequence[Step], files: Sequence[Step], machine: Machine) -> str:
    """The section on growth; ten times as much text should take ten times as long."""
    return f"""{_when(machine)} One text of more and more of the same prose, and more and more files of one kilobyte; \
one process, no cache. At the upper end, ten times as much takes {slope(texts):.1f} times as long for one text, and \
{slope(files):.1f} times for many files.

![Seconds of processor by megabytes of text](growth.svg)

One text, whose memory is {texts[-1].run.memory / texts[-1].megabytes:.0f} times its size at the upper end:

{steps(texts)}

Many files:

{steps(files)}
"""


def _when(machine: Machine) -> str:
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y}: {platform.system()}, {machine.cores} cores, {machine.memory} GB of "
        f"memory, Python {platform.python_version()}."
    )


PAGE = """# How fast copydesk is

Made by `python benchmarks/peers --write`, which installs the peers and makes the texts; with `--growth 100` it \
also makes the section on growth anew. What one run of your own costs, and which check or view it goes to: \
`copydesk check --profile`.
"""
_SECTIONS = ("Beside its peers", "By group of checks", "Growth")


def save(folder: Path, sections: Mapping[str, str], pictures: Mapping[str, str]) -> None:
    """Writes the sections that were made into the page; the others stay as they are."""
    path = folder / "benchmarks.md"
    old = path.read_text(encoding="utf-8").split("\n## ")[1:] if path.exists() else []
    kept = {title: body.strip() for title, _, body in (part.partition("\n") for part in old)} | sections
    parts = [PAGE, *(f"## {title}\n\n{kept[title].strip()}\n" for title in _SECTIONS if title in kept)]
    path.write_text("\n".join(parts), encoding="utf-8")
    for name, picture in pictures.items():
        (folder / name).write_text(picture, encoding="utf-8")


def drawn(results: Results) -> str:
    """The picture of the peers."""
    return bars([(row.name, row.cpu_rate) for row in results.rows])


def drawn_growth(texts: Sequence[Step], files: Sequence[Step]) -> str:
    """The picture of growth."""
    lines = (("one text", "#d5622b", texts), ("files of 1 KB", "#4a7fb5", files))
    return lines_of([(name, colour, [(s.megabytes, s.run.cpu) for s in each]) for name, colour, each in lines])
