"""Word lists of the packs: one file a language, `= name` opens a section, below it stands a phrase a line."""

from functools import cache
from pathlib import Path

Lines = tuple[tuple[str, ...], ...]


@cache
def word_lists(path: Path) -> dict[str, Lines]:
    """The sections of a file, each as lines of words; lines that begin with `#` are notes."""
    sections: dict[str, list[tuple[str, ...]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            lines = sections.setdefault(line[2:], [])
        elif not line.startswith("#"):
            lines.append(tuple(line.split(" ")))
    return {name: tuple(lines) for name, lines in sections.items()}
