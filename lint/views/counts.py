"""Counts as they are written, in figures or words, as intervals: “89”, “at least a dozen”, “nearly 1,200”."""

import re
import sys
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from lint.span import Span
from lint.views.number_words import numbered, phrases
from lint.views.patterns import Holds, pattern

_UNITS = numbered("units", 0)
_TENS = {word: 10 * ten for word, ten in numbered("tens", 2).items()}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}
# Only the low or the high end is known; or neither, by so much.
_AT_LEAST, _AT_MOST, _ABOUT = phrases("at least"), phrases("at most"), phrases("about")
_VAGUE = 0.2

# Full stops that end an abbreviation, not a sentence.
_ABBREVIATION = pattern(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Mt|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|approx|est)|[ap]\.m)\.\Z"
)
_LONGEST_ABBREVIATION = 8
_SENTENCE_END = pattern(r"([.!?…][”\"’')\]]?)\s+(?=[“\"‘'(\[]?[A-Z0-9])")

_WORD = "|".join((*_TENS, *_UNITS))
_HEDGE = "|".join((*_AT_LEAST, *_AT_MOST, *_ABOUT))
# The longest number in figures has 15 digits: beyond that it counts nothing.
NUMBER = (
    rf"(?:(?:{_HEDGE})\s)?"
    r"(?:(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\s(?:thousand|million|billion|trillion)\b)?"
    rf"|(?:{_WORD})(?:[-\s](?:{_WORD})\b)?(?:\s(?:hundred|thousand|million|billion|trillion)\b)?"
    r"|a\s(?:hundred|thousand|million)\b)(?![\w%′″])"
)
_NUMBER = pattern(NUMBER, re.IGNORECASE)
_PARTS = pattern(rf"(?:(?P<hedge>{_HEDGE})\s)?(?P<figure>\d[\d,]*)?(?P<words>[a-z\s-]*)", re.IGNORECASE)


class Count(NamedTuple):
    """A count: its place, and the smallest and the largest number that it can mean."""

    span: Span
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether it names one number."""
        return self.low == self.high


def count_of(text: str, span: Span) -> Count | None:
    """The count that stands at a place where NUMBER matched; None for words that count nothing."""
    parts = _PARTS.match(text[span.start : span.end])
    if parts is None:
        return None
    if parts["figure"]:
        value: float | None = float(parts["figure"].replace(",", "")) * _SCALES.get(parts["words"].strip().lower(), 1)
    else:
        value = _spelt(parts["words"])
    if value is None:
        return None
    hedge = (parts["hedge"] or "").lower()
    if hedge in _AT_LEAST:
        return Count(span, value, inf)
    if hedge in _AT_MOST:
        return Count(span, 0, value)
    if hedge in _ABOUT:
        return Count(span, value * (1 - _VAGUE), value * (1 + _VAGUE))
    return Count(span, value, value)


def number_behind(before: str, then: str = "") -> Holds:
    """For the `needs` of a pattern: whether NUMBER stands behind something, and something else behind that.

    The patterns of two dozen checks hold a number, which makes them long; so this compiles it once for all of them.
    `then` begins with a space, or is the end.
    """
    opening, rest = pattern(before, re.IGNORECASE), pattern(then, re.IGNORECASE)

    def holds(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        for opened in opening.finditer(text, start, end):
            number = _NUMBER.match(text, opened.end(), end)
            # Of several words, a pattern may take fewer for the number.
            if number and (not then or len(number[0].split()) > 1 or rest.match(text, number.end(), end)):
                return True
        return False

    return holds


def _spelt(words: str) -> float | None:
    total, known = 0.0, False
    for word in re.split(r"[-\s]+", words.strip().lower()):
        if word in _UNITS or word in _TENS:
            total += _UNITS.get(word, _TENS.get(word, 0))
            known = True
        elif word in _SCALES:
            total = max(total, 1) * _SCALES[word]
            known = True
    return total if known else None


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, split at full stops that a capital or an opening quotation mark follows."""
    start = span.start
    for end in _SENTENCE_END.finditer(text, span.start, span.end):
        if _ABBREVIATION.search(text, max(start, end.end(1) - _LONGEST_ABBREVIATION), end.end(1)):
            continue
        yield Span(start, end.end(1))
        start = end.end()
    if start < span.end:
        yield Span(start, span.end)
