"""Markers planted in pages: each must be found in the text, and its place must be that in the file."""

import re
from itertools import count

from lint.document import OBJECT, Document
from lint.span import Span

SEEN = re.compile("Qs[0-9]+z")
HIDDEN = re.compile("Qh[0-9]+z")


class Planter:
    """Fills «s» (to be seen) and «h» (to stay hidden) in snippets with markers that are unique in a page."""

    def __init__(self) -> None:
        self._numbers = count(1000)

    def plant(self, snippet: str) -> str:
        return re.sub("«([sh])»", lambda m: f"Q{m[1]}{next(self._numbers)}z", snippet)


def check_markers(document: Document) -> None:
    """Every marker to be seen is in the text once, at its place; no hidden one is; and all places hold together."""
    for match in SEEN.finditer(document.source):
        marker = match[0]
        assert document.text.count(marker) == 1, f"{marker} is {document.text.count(marker)} times in the text"
        start = document.text.index(marker)
        assert document.source_span(Span(start, start + len(marker))) == Span(*match.span()), marker
        block = [b for b in document.blocks if b.start <= start and start + len(marker) <= b.end]
        assert len(block) == 1, f"{marker} stands in {len(block)} blocks"
    assert not HIDDEN.findall(document.text)
    check_pieces(document)


def check_pieces(document: Document) -> None:
    """Pieces and blocks are in order, within bounds, and verbatim pieces say what the source says."""
    at = 0
    for piece in document.pieces:
        assert at <= piece.start < piece.end <= len(document.text)
        assert 0 <= piece.source_start <= piece.source_end <= len(document.source)
        at = piece.end
        if piece.verbatim:
            shown = document.text[piece.start : piece.end]
            assert shown == OBJECT or shown == document.source[piece.source_start : piece.source_end].replace(
                "\r", "\n"
            )
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip(" \t\n\r\f") == document.text[block.start : block.end]
        at = block.end
    assert "\r" not in document.text
