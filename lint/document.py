"""The document: plain text with its blocks, the way back to the author's file, and one memo for shared views."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import field
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple

from lint.records import dataclass
from lint.settings import Settings
from lint.span import LineIndex, Span

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

BLOCK_KINDS = ("title", "heading", "paragraph", "item", "cell", "quotation", "caption")

# Stands in the text where the source holds something that is no text, such as code within a sentence: one of the code
# points that Unicode keeps free for such inner use. (U+FFFC is met in articles, where a picture was lost.)
OBJECT = "\ufdd0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text and where it stands in the source.

    Pieces are in order and do not overlap. Where the two lengths differ (an entity, a CRLF), the piece is one whole:
    no place inside it can be told apart.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        """Whether text and source are alike, character by character."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item …: a span of plain text with its kind.

    The kinds are title, heading, paragraph, item, cell, quotation, caption (BLOCK_KINDS).
    `level` is that of a heading or the depth of an item; `language` is given where the markup says so.
    """

    start: int
    end: int
    kind: str = "paragraph"
    level: int = 0
    language: str = ""

    @property
    def span(self) -> Span:
        """The place of the block in the plain text."""
        return Span(self.start, self.end)


# Among the names of a suppression, before a word in the place of an order that is none: no check is called so.
NO_ACTION = "?"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A place where the author switched checks off; without names all checks.

    `span` is the text that is to be silent; `place` is where the source says so.
    """

    span: Span
    checks: frozenset[str] = frozenset()
    reason: str = ""
    place: Span | None = None

    def covers(self, span: Span, check: str, group: str) -> bool:
        """Whether a finding of that check at that place is to be silent."""
        if self.checks and check not in self.checks and group not in self.checks:
            return False
        return self.span.start <= span.start < max(self.span.end, self.span.start + 1)


@dataclass(frozen=True)
class Document:
    """What checks see of an article: `text` is plain, without markup; lines in it end with a single LF.

    `source` is the author's file, decoded and without its byte-order mark; `pieces` lead back to it. `meta` is what
    the reader knows besides (title, encoding …; `markup` is “html” where fixes have to write &amp; for &).
    """

    path: str
    text: str
    source: str = field(kw_only=True)
    pieces: tuple[Piece, ...] = field(kw_only=True)
    blocks: tuple[Block, ...] = field(kw_only=True, default=())
    suppressions: tuple[Suppression, ...] = field(kw_only=True, default=())
    meta: Mapping[str, str] = field(kw_only=True, default_factory=dict)
    settings: Settings = field(kw_only=True, default_factory=Settings)
    # What each view gave, by its function, or by the function and its arguments.
    _memo: dict[Any, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        # One check sees what the others see.
        object.__setattr__(self, "meta", MappingProxyType(dict(self.meta)))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_memo": {}, "meta": dict(self.meta)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, meta=MappingProxyType(state["meta"]))

    def view(self, function: Callable[["Document", *Ts], T], *arguments: *Ts) -> T:
        """`function(document, *arguments)`, computed once; the arguments are hashable, the result is never changed."""
        key = (function, *arguments) if arguments else function
        try:
            result: T = self._memo[key]
        except KeyError:
            result = self._memo[key] = function(self, *arguments)
        return result

    @property
    def lines(self) -> LineIndex:
        """The lines of the source."""
        return self.view(_source_lines)

    def source_span(self, span: Span) -> Span:
        """Where a span of the plain text stands in the source.

        A start binds to the piece on its right, an end to the piece on its left; so markup at the edges stays out.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} lies outside the text of {len(self.text)} characters")
        start = self._source_start(span.start)
        return Span(start, start if span.start == span.end else max(start, self._source_end(span.end)))

    def source_edit_span(self, span: Span) -> Span | None:
        """The source that an edit of `span` replaces, or None where the edit would touch markup.

        An edit may cover several pieces if nothing stands between them in the source, or if it covers whole blocks.
        Nothing but whole blocks may take an object along.
        """
        if span.start == span.end:
            place = self._source_start(span.start)
            return Span(place, place)
        touched = self.pieces[self._piece_at(span.start) : bisect_left(self.pieces, span.end, key=_start)]
        if not touched or touched[0].start > span.start or touched[-1].end < span.end:
            return None
        cut_first = not touched[0].verbatim and span.start != touched[0].start
        cut_last = not touched[-1].verbatim and span.end != touched[-1].end
        if cut_first or cut_last:
            return None
        gapless = all(left.source_end == right.source_start for left, right in pairwise(touched))
        plain = gapless and not any(self._is_object(piece) for piece in touched)
        return self.source_span(span) if plain or self._covers_blocks(span) else None

    def _is_object(self, piece: Piece) -> bool:
        return self.text[piece.start : piece.end] == OBJECT != self.source[piece.source_start : piece.source_end]

    def _covers_blocks(self, span: Span) -> bool:
        first = bisect_left(self.blocks, span.start, key=_start)
        last = bisect_left(self.blocks, span.end, key=_end)
        return (
            first < len(self.blocks)
            and last < len(self.blocks)
            and self.blocks[first].start == span.start
            and self.blocks[last].end == span.end
        )

    def _piece_at(self, offset: int) -> int:
        return max(0, bisect_right(self.pieces, offset, key=_start) - 1)

    def _source_start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        index = self._piece_at(offset)
        piece = self.pieces[index]
        if offset >= piece.end:
            # Between two pieces, or at the end of the text.
            return self.pieces[index + 1].source_start if index + 1 < len(self.pieces) else piece.source_end
        return piece.source_start + (offset - piece.start if piece.verbatim else 0)

    def _source_end(self, offset: int) -> int:
        index = bisect_left(self.pieces, offset, key=_start) - 1
        if index < 0:
            return self._source_start(offset)
        piece = self.pieces[index]
        if offset >= piece.end or not piece.verbatim:
            return piece.source_end
        return piece.source_start + offset - piece.start


def _start(part: Piece | Block) -> int:
    return part.start


def _end(part: Piece | Block) -> int:
    return part.end


def _source_lines(document: Document) -> LineIndex:
    return LineIndex(document.source)
