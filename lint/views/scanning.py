"""Where in a text a pattern may match: one scan of each block for all patterns, in runs long enough for it to pay.

A check runs its patterns over every text, and nearly all find nothing: together they would take most of a run. A
scanner looks for something that each of them needs, for all in one pass over a block, and most blocks hold nothing of
it. Where there is none (in a short run, without the library, for a block with unusual characters), any pattern may
occur. No pattern is asked to match beyond its block.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

from lint.document import Block, Document
from lint.views.candidates import Candidates, Found

if TYPE_CHECKING:
    from lint.views.scanner import Scanner

# Characters after which it pays to look for a kept scanner, and to make one: that takes as long as to lint so many
# without one.
_LOADING, _MAKING = 20_000, 1_500_000


def matches(document: Document, pattern: re.Pattern[str], *needed: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the blocks of the text, in order; in those alone that may hold one of the needed."""
    for block in document.view(candidates).blocks(needed or (pattern,)):
        yield from pattern.finditer(document.text, block.start, block.end)


def blocks_with(document: Document, *patterns: re.Pattern[str]) -> Sequence[Block]:
    """The blocks in which one of the patterns may match, in order; between any bounds, if it was made with `parts`."""
    return document.view(candidates).blocks(patterns)


def may_occur(document: Document, *patterns: re.Pattern[str]) -> bool:
    """Whether one of the patterns may match in a block of the text."""
    return bool(blocks_with(document, *patterns))


def blocks_by_pattern(
    document: Document, patterns: Set[re.Pattern[str]]
) -> Mapping[re.Pattern[str], Sequence[Block]] | None:
    """Of many patterns those that may match, each with its blocks; None where nothing is known of some of them.

    That takes no longer where there are many patterns, if few of them may match.
    """
    return document.view(candidates).by_pattern(patterns)


def candidates(document: Document) -> Candidates:
    """Where the patterns of `sought` may match."""
    blocks = document.blocks or (Block(0, len(document.text)),)
    return Candidates(blocks, _SCANS.found(document.text, blocks))


class Scans:
    """The scans of a process: they count what they see, and get a scanner when that has become much."""

    def __init__(self, loading: int = _LOADING, making: int = _MAKING) -> None:
        self._due = [loading, making]
        self._seen = 0
        self._scanner: Scanner | None = None
        self.place: Path | None = None

    def found(self, text: str, blocks: Sequence[Block]) -> Found:
        """What a scan of the blocks tells; nothing, as long as there is no scanner."""
        self._seen += len(text)
        while self._due and self._seen > self._due[0]:
            del self._due[0]
            self._get()
        return self._scanner.found(text, blocks) if self._scanner else Found()

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
