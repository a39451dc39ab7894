"""Where in a text it pays to look: the lines that hold something which a search cannot do without."""

import re
from collections.abc import Iterable, Iterator

from lint.document import Document
from lint.views.scanning import blocks_with

# So many characters are little beside what a process takes anyway.
_STRETCH = 100_000
_GAP = re.compile(r"[ \n]")


def lines_with(text: str, anchors: Iterable[re.Match[str]], *, before: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds an anchor, in order; so are the anchors.

    Of a line, no more than so many characters `before` its first anchor, where that is said.

    A search that begins with an optional word tries it at every letter. An anchor that begins with a rare sign is found
    ten times as fast, and few lines hold one.
    """
    end = -1
    for found in anchors:
        if found.start() < end:
            continue
        least = 0 if before is None else max(0, found.start() - before)
        start = max(least, text.rfind("\n", least, found.start()) + 1)
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield start, end


def lines_at(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where each line begins and where the next one does, of those in which one of the places lies; these in order."""
    end = -1
    for place in places:
        if place >= end:
            end = text.find("\n", place) + 1 or len(text)
            yield text.rfind("\n", 0, place) + 1, end


def matches_near(document: Document, pattern: re.Pattern[str], anchor: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, none of which may reach beyond a line, in the lines that hold an anchor."""
    text = document.text
    for block in blocks_with(document, pattern):
        for start, end in lines_with(text, anchor.finditer(text, block.start, block.end)):
            yield from pattern.finditer(text, start, end)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of stretches that make up the text, parted where it has a space or the end of a line.

    All words of a book in one list take ten times its memory.
    """
    start = 0
    while start < len(text):
        gap = _GAP.search(text, start + _STRETCH)
        end = gap.end() if gap else len(text)
        yield start, end
        start = end
