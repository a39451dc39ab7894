"""Percentages as they are written, in order, for checks that compare those of one sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.counts import sentences
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_with

_HEDGES = (
    "about|around|almost|nearly|some|approximately|roughly|over|under|more\\sthan|less\\sthan|at\\sleast|up\\sto|only|just|"
    "as\\smuch\\sas|close\\sto"
)
_PERCENT = pattern(
    rf"(?P<hedge>\b(?:{_HEDGES})\s)?(?<![\w$£€.,–/-])(?P<figure>\d{{1,3}}(?:\.\d{{1,3}})?)"
    r"(?:\s?%|[\s-]per\s?cent\b)(?!\s?(?:-|–)?points?\b)",
    re.IGNORECASE,
)
_MENTION = sought(r"%|[Pp][Ee][Rr]\s?[Cc][Ee][Nn][Tt]", parts=True)
# Who says “about” rounds to fives at most; “up to” allows any less, and “over” none.
_ABOUT = pattern(r"about|around|almost|nearly|some|approximately|roughly|close\sto", re.IGNORECASE)
_AT_MOST = pattern(r"under|less\sthan|up\sto|as\smuch\sas", re.IGNORECASE)
_VAGUE = 2.5
_LONGEST_SENTENCE = 1000


class Percentage(NamedTuple):
    """A percentage: its place, its value, and the smallest value that it can mean."""

    span: Span
    value: float
    low: float


class Percentages(NamedTuple):
    """The percentages of one sentence, in order."""

    sentence: Span
    items: tuple[Percentage, ...]


def percentages(document: Document) -> tuple[Percentages, ...]:
    """The sentences that hold two percentages or more."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Percentages]:
    text = document.text
    for block in blocks_with(document, _MENTION):
        for sentence in sentences(text, block.span) if _holds_two(text, block.span) else ():
            if sentence.end - sentence.start <= _LONGEST_SENTENCE and _holds_two(text, sentence):
                items = tuple(map(_read, _PERCENT.finditer(text, sentence.start, sentence.end)))
                if len(items) > 1:
                    yield Percentages(sentence, items)


def _holds_two(text: str, span: Span) -> bool:
    return len(_MENTION.findall(text, span.start, span.end)) > 1


def _read(match: re.Match[str]) -> Percentage:
    value = float(match["figure"])
    half = 0.5 * 10.0 ** -len(match["figure"].partition(".")[2])
    hedge = match["hedge"] or ""
    low = 0.0 if _AT_MOST.match(hedge) else value - (_VAGUE if _ABOUT.match(hedge) else half)
    return Percentage(Span(match.start("figure"), match.end()), value, low)
