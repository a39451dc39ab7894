"""HTML that stands in another format, line by line: it is read as HTML, and every place led back to the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lint.document import Piece
from lint.readers.building import Builder
from lint.readers.elements import Context
from lint.readers.markup import walk


class Embedded:
    """Collects a stretch of HTML whose lines need not follow one another, such as within a quotation."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        # Where each part that hangs together begins, here and in the file.
        self._here: list[int] = []
        self._there: list[int] = []

    def add(self, markup: str, start: int) -> None:
        """A line, or a part of one, and its offset in the file."""
        if not self._here or self._there[-1] + self._length - self._here[-1] != start:
            self._here.append(self._length)
            self._there.append(start)
        self._parts.append(markup)
        self._length += len(markup)

    def tell(self, builder: Builder, context: Context) -> None:
        """Adds what the HTML shows; the context decides what its plain blocks are."""
        if not self._here:
            return
        since = len(builder.pieces)
        walk("".join(self._parts), builder, context, self._start)
        builder.end()
        builder.pieces[since:] = [moved for piece in builder.pieces[since:] for moved in self._moved(piece)]

    def _moved(self, piece: Piece) -> Iterator[Piece]:
        start, end = piece.source_start, piece.source_end
        if not piece.verbatim:
            yield Piece(piece.start, piece.end, self._start(start), self._end(end))
            return
        cuts = [start, *self._here[bisect_right(self._here, start) : bisect_left(self._here, end)], end]
        for left, right in pairwise(cuts):
            ahead = piece.start - start
            yield Piece(left + ahead, right + ahead, self._start(left), self._end(right))

    def _start(self, offset: int) -> int:
        index = max(0, bisect_right(self._here, offset) - 1)
        return self._there[index] + offset - self._here[index]

    def _end(self, offset: int) -> int:
        index = max(0, bisect_left(self._here, offset) - 1)
        return self._there[index] + offset - self._here[index]
