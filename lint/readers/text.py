"""Plain text: each line with something in it is a paragraph; lines join where the file wraps at a margin."""

import re
from itertools import pairwise

from lint.document import Block, Document, Piece
from lint.readers import Reader
from lint.readers.decoding import decode
from lint.settings import Settings

# A line without the space around it.
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
# Margins at which people and programs wrap text.
_NARROWEST, _WIDEST = 40, 100
# A file wraps if nearly all of its inner lines were broken just where the next word no longer fitted, and most of them
# in the middle of a sentence.
_WRAPPED_SHARE = 0.9
_RUNNING_SHARE = 0.5
_FEWEST_BREAKS = 4
_SENTENCE_END = '.!?…:;"”’»)'


def read(path: str, data: bytes, settings: Settings) -> Document:
    """The document of a plain text file. Raises UnreadableError (see `decode`)."""
    decoded = decode(data)
    text, pieces = with_line_feeds(decoded.text)
    blocks = _blocks(text)
    return Document(path, text, source=decoded.text, pieces=pieces, blocks=blocks, meta=decoded.meta, settings=settings)


def with_line_feeds(source: str) -> tuple[str, tuple[Piece, ...]]:
    """The text with every line end as one LF, and the pieces that lead back to the source."""
    text = source
    # To look for one character takes a fraction of the time that it takes to look for two.
    if "\r" in source:
        text = source.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) == len(source):
        return text, (Piece(0, len(text), 0, len(text)),) if text else ()
    pieces: list[Piece] = []
    start = offset = 0
    for line in source.split("\r\n"):
        end = start + len(line)
        if line:
            pieces.append(Piece(start, end, offset, offset + len(line)))
        if end < len(text):
            pieces.append(Piece(end, end + 1, offset + len(line), offset + len(line) + 2))
        start, offset = end + 1, offset + len(line) + 2
    return text, tuple(pieces)


def _blocks(text: str) -> tuple[Block, ...]:
    spans = [match.span() for match in _LINE.finditer(text)]
    margin = _margin(text, spans)
    blocks: list[tuple[int, int]] = []
    for start, end in spans:
        if margin and blocks and _broken_at(text, blocks[-1], (start, end), margin):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return tuple(Block(start, end) for start, end in blocks)


def _margin(text: str, lines: list[tuple[int, int]]) -> int:
    """The column at which the file wraps, or 0 where it does not."""
    # A long address stands on a line of its own, beyond any margin.
    widths = (end - start for start, end in lines if text.find(" ", start, end) >= 0)
    margin = 0
    for width in widths:
        if width > _WIDEST:
            return 0
        margin = max(margin, width)
    if margin < _NARROWEST:
        return 0
    inner = [(a, b) for a, b in pairwise(lines) if text.count("\n", a[1], b[0]) == 1]
    broken = [above for above, below in inner if _broken_at(text, above, below, margin)]
    running = sum(text[end - 1] not in _SENTENCE_END for _, end in broken)
    wraps = len(broken) >= max(_FEWEST_BREAKS, _WRAPPED_SHARE * len(inner)) and running >= _RUNNING_SHARE * len(broken)
    return margin if wraps else 0


def _broken_at(text: str, above: tuple[int, int], below: tuple[int, int], margin: int) -> bool:
    """Whether a line was broken because the next word no longer fitted, and not because a paragraph ended."""
    if text.count("\n", above[1], below[0]) != 1:
        return False
    line_start = text.rfind("\n", 0, above[1]) + 1
    word = text[below[0] : below[1]].split(maxsplit=1)[0]
    return above[1] - max(line_start, above[0]) + 1 + len(word) > margin


TEXT = Reader("text", (".txt", ".text"), read)
