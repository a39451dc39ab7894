"""How time and memory grow with one text, from 1 KB to 100 MB, and with the number of files, from 10 to 100,000."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import made
from measuring import Run, timed

SETTINGS = '[lint]\ninclude = ["*.txt"]\nmax_file_size = 1000\n'
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
COUNTS = (10, 100, 1_000, 10_000, 100_000)


@dataclass(frozen=True)
class Step:
    """One run: how much it was given, in megabytes and files, and what it took."""

    megabytes: float
    files: int
    run: Run


def texts(cache: Path, command: list[str], most: float) -> list[Step]:
    """One text of each size."""
    return [_step(command, name) for name in _written_texts(cache, most)]


def files(cache: Path, command: list[str], most: float) -> list[Step]:
    """Folders of so many files of one kilobyte."""
    return [_step(command, name) for name in _written_folders(cache, most)]


def _written_texts(cache: Path, most: float) -> Iterator[Path]:
    for size in SIZES:
        if size > most * 1e6:
            return
        folder = _emptied(cache / "growth" / f"text-{size}")
        # Piece by piece: of a process smaller than the one that started it, the system does not say how large it was.
        with (folder / "article.txt").open("w", encoding="utf-8") as article:
            left = size
            for path in made(cache, 100 if size > 10_000_000 else 10).files():
                article.write(path.read_text(encoding="utf-8")[:left] + "\n")
                left -= path.stat().st_size
                if left <= 0:
                    break
        yield folder


def _written_folders(cache: Path, most: float) -> Iterator[Path]:
    for count in COUNTS:
        if count > most * 1000:
            return
        folder = _emptied(cache / "growth" / f"files-{count}")
        number = 0
        for path in made(cache, 100 if count > 5_000 else 10).files():
            text, start = path.read_text(encoding="utf-8"), 0
            while start < len(text) and number < count:
                end = text.find(" ", start + 980)
                end = len(text) if end < 0 else end
                place = folder / f"{number // 1000:03}" / f"{number:06}.txt"
                place.parent.mkdir(exist_ok=True)
                place.write_text(text[start:end].strip() + "\n", encoding="utf-8")
                start, number = end, number + 1
            if number == count:
                break
        yield folder


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "copydesk.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def _step(command: list[str], folder: Path) -> Step:
    paths = list(folder.rglob("*.txt"))
    run = timed([*command, "."], folder, limit=3600)
    step = Step(sum(path.stat().st_size for path in paths) / 1e6, len(paths), run)
    print(
        f"{step.files:,} files, {step.megabytes:g} MB: {run.cpu:.2f} s, {run.memory:.0f} MB",
        file=sys.stderr,
        flush=True,
    )
    shutil.rmtree(folder)
    return step


def table(steps: Sequence[Step]) -> str:
    """The steps in Markdown."""
    lines = ["| files | MB | CPU-seconds | seconds | peak MB |", "|--:|--:|--:|--:|--:|"]
    for step in steps:
        taken = (f"{step.megabytes:,.4g}", f"{step.run.cpu:,.2f}", f"{step.run.wall:,.2f}", f"{step.run.memory:,.0f}")
        lines.append(f"| {step.files:,} | {' | '.join(taken)} |")
    return "\n".join(lines)


def slope(steps: Sequence[Step]) -> float:
    """How many times the time grows where the text grows tenfold, at the upper end: ten is linear."""
    last, before = steps[-1], steps[-2]
    return last.run.cpu / before.run.cpu
