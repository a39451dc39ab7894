"""Totals that are named first and then told apart: “Of the 46 halls, 13 are red and 33 are green”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.calendar import month_names
from lint.views.counts import NUMBER, Count, count_of
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_TOTAL = sought(
    rf"(?:(?<=\n)|(?<=[.!?”\"(]\s)|(?<=,\s)|(?<=\bthat\s)|\A)(?:Of|of|Out\sof|out\sof|Among|among)\s"
    rf"(?:the\s\w+\sof\s)?(?:(?:the|its|their|those|these|all|a\stotal\sof|the\stotal\sof|last|first|next|past|other|[\w’-]+[’']s?)\s){{0,2}}(?P<total>(?i:{NUMBER}))"
    rf"[^,;:.()\n]{{0,70}},\s(?=(?i:{NUMBER})\s)"
)
# Each portion lacks a noun: that of the total is meant. What is told of one goes up to the next one.
_PORTION = pattern(
    rf"(?P<count>{NUMBER})\s(?P<first>[\w’'-]+)[^;:.()\d\n]{{0,90}}?"
    rf"(?:(?P<last>,?\sand\s)(?={NUMBER}\s)|,\s(?={NUMBER}\s)|(?=[.;:()\n]|,\s[a-z]|\Z))",
    re.IGNORECASE,
)
_NOUN = pattern(
    r"(?!(?:was|is|has|says|goes|comes|belongs|lives|its|his|as)\Z)\w+s|people|men|women|children|of|or|more|other|million|"
    r"billion|percent|per",
    re.IGNORECASE,
)
# What is told of another time, or of some of them again, does not make up the total.
_AGAIN = pattern(
    r"\b(?:also|both|another|others?|either|again|then|later|earlier|last|next|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_MOST = 8
_NEARLY = 0.05


class Portions(NamedTuple):
    """A total that is told apart: its place, its count, and its portions."""

    span: Span
    total: Count
    counts: tuple[Count, ...]
    counts_span: Span


def portions(document: Document) -> tuple[Portions, ...]:
    """The totals of a document of which the portions nearly make the total, but more than it, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Portions]:
    text = document.text
    for opened in matches(document, _TOTAL):
        total = count_of(text, Span(*opened.span("total")))
        counts, end = _counts(text, opened.end())
        if total is None or len(counts) < 2 or not all(count.exact for count in (total, *counts)):
            continue
        told = text[opened.end() : end]
        if _AGAIN.search(told) or any(month in told for month in month_names()):
            continue
        more = sum(count.low for count in counts) - total.low
        if 0 < more <= max(1, _NEARLY * total.low):
            yield Portions(Span(opened.start(), end), total, tuple(counts), Span(opened.end(), end))


def _counts(text: str, at: int) -> tuple[list[Count], int]:
    """The counts of the portions from a place on, and where the last one ends; none if no “and” leads to the last."""
    counts: list[Count] = []
    last = False
    for _ in range(_MOST):
        portion = _PORTION.match(text, at)
        count = count_of(text, Span(*portion.span("count"))) if portion else None
        if portion is None or count is None or _NOUN.fullmatch(portion["first"]):
            break
        counts.append(count)
        at = portion.end()
        if last:
            return counts, at
        last = bool(portion["last"])
    return [], at
