"""Places: spans inside the plain text, positions in the author's file, and the way between offsets and lines."""

import re
from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from itertools import accumulate

from lint.records import dataclass

# Lines end at CRLF, CR and LF only; `str.splitlines` would split on form feeds and Unicode separators too.
_LINE_END = re.compile(r"\r\n|\r|\n")
# Bytes are counted from the start of a stretch: one line may be the whole file.
_STRETCH = 512


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of plain text: 0-based code-point offsets, `end` exclusive.

    Raises ValueError where the offsets are negative or the wrong way round.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies inside this one, ends included."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the author's file: line and column, both from 1, in code points; a byte-order mark has no column.

    `byte` is the column counted in UTF-8 bytes, 0 where nobody counted.
    """

    line: int
    column: int
    byte: int = field(default=0, compare=False, repr=False)


class LineIndex:
    """Turns offsets of a text into positions and back."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset; the end of the text has a position too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} lies outside the text of {len(self.text)} characters")
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        if offset - start < _STRETCH:
            return Position(line, offset - start + 1, _utf8(self.text[start:offset]) + 1)
        return Position(line, offset - start + 1, self._bytes(offset) - self._bytes(start) + 1)

    @cached_property
    def _stations(self) -> list[int]:
        """The bytes before each stretch of the text; empty where a character is a byte."""
        if self.text.isascii():
            return []
        stretches = range(0, len(self.text), _STRETCH)
        return [0, *accumulate(_utf8(self.text[start : start + _STRETCH]) for start in stretches)]

    def _bytes(self, offset: int) -> int:
        if not self._stations:
            return offset
        station = offset // _STRETCH
        return self._stations[station] + _utf8(self.text[station * _STRETCH : offset])

    def offset(self, position: Position) -> int:
        """The inverse of `position`; raises ValueError where the text has no such place."""
        if not 1 <= position.line <= len(self._starts):
            raise ValueError(f"the text has no line {position.line}")
        start = self._starts[position.line - 1]
        end = self._starts[position.line] if position.line < len(self._starts) else len(self.text)
        if not 1 <= position.column <= end - start + 1:
            raise ValueError(f"line {position.line} has no column {position.column}")
        return start + position.column - 1

    def line(self, number: int) -> Span:
        """The span of a line, counted from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
