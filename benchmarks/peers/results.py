"""What a run measured: as a table, as a page of the documentation, as a picture."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from picture import bars

PICTURE = "benchmarks.svg"


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


def page(results: Results, folder: Path) -> None:
    """Writes the part of the page on the peers, and the picture."""
    machine = results.machine
    commands = "\n".join(f"| {row.name} | {row.looks_for} | `{row.command} FILE …` |" for row in results.rows)
    text = f"""# How fast copydesk is

Beside its peers, {datetime.now(UTC):%d %B %Y}: one {platform.system()} machine with {machine.cores} cores and \
{machine.memory} GB of memory, Python {platform.python_version()}. The machine had other work besides (load \
{machine.load:.1f}), so the tools ran in turn, {results.rounds} rounds over the corpus and {4 * results.rounds} over \
one article; each figure is a median, each ratio the median of the ratios within a round. Seconds of processor suffer \
less from the others' work than seconds on the clock.

![Megabytes of text per second of processor, by tool](benchmarks.svg)

{table(results)}

- Each tool runs as its users run it, from outside, as a whole process, start-up included: one article of 5 KB, then \
as much of 10 MB ({results.source}; articles of 10 KB) as it can lint in some seconds of processor, in one process and \
one call. The last column says how much that was.
- copydesk is a wheel, installed not editable, with compiled bytecode and all of its default checks, without its cache.
- Tools differ in what they look for. A list of misspellings is less work than checks that read sentences, and \
copydesk is meant to be as fast as those lists.

| tool | looks for | command |
|---|---|---|
{commands}

All of this, made anew by one command: `python benchmarks/peers --write`.
"""
    (folder / "benchmarks.md").write_text(text, encoding="utf-8")
    (folder / PICTURE).write_text(bars([(row.name, row.cpu_rate) for row in results.rows]), encoding="utf-8")
