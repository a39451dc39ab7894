"""Which patterns a text may hold: one scan for all of them, in runs that are long enough for it to pay.

A check runs its patterns over every text, and nearly all find nothing: together they would take a fourth of a run. A
scanner looks for something that each of them needs, for all in one pass. Where there is none (in a short run, without
the library, for a text with unusual characters), any pattern may occur.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lint.document import Document

if TYPE_CHECKING:
    from lint.views.scanner import Scanner

# Characters after which it pays to look for a kept scanner, and to make one: that takes as long as to lint a megabyte.
_LOADING, _MAKING = 200_000, 3_000_000


def matches(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the text."""
    return iter(()) if pattern in document.view(absent) else pattern.finditer(document.text)


def may_occur(document: Document, *patterns: re.Pattern[str]) -> bool:
    """Whether one of the patterns may match in the text; between any bounds, if it was made with `parts`."""
    return not document.view(absent).issuperset(patterns)


def absent(document: Document) -> frozenset[re.Pattern[str]]:
    """Patterns that certainly do not occur in the text."""
    return _SCANS.absent(document.text)


class Scans:
    """The scans of a process: they count what they see, and get a scanner when that has become much."""

    def __init__(self, loading: int = _LOADING, making: int = _MAKING) -> None:
        self._due = [loading, making]
        self._seen = 0
        self._scanner: Scanner | None = None
        self.place: Path | None = None

    def absent(self, text: str) -> frozenset[re.Pattern[str]]:
        """Patterns that certainly do not occur in the text."""
        self._seen += len(text)
        while self._due and self._seen > self._due[0]:
            del self._due[0]
            self._get()
        return self._scanner.absent(text) if self._scanner else frozenset()

    def _get(self) -> None:
        from lint.views.scanner import kept, made

        if self._scanner is None and self.place:
            self._scanner = kept(self.place)
        if not self._due and (self._scanner is None or self._scanner.outdated):
            self._scanner = made(self.place) or self._scanner


_SCANS = Scans()


def keep_at(place: Path) -> None:
    """From now on the scanner that is made is kept in this file, and what is kept there is used."""
    _SCANS.place = place
