"""Totals that are divided by place: “two plants, one in Osaka and one in London”, “of 22, 12 are from Lima and …”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.calendar import month_names
from lint.views.counts import NUMBER, Count, count_of, number_behind
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_WHERE = r"(?P<where>in|from|at|near|to|for|by)"
# The last part is the rarest thing in it; the total stands no farther before.
_LAST = sought(
    rf",?\sand\s(?P<count>{NUMBER})\s{_WHERE}\s(?:the\s|an?\s)?(?P<name>[A-Z][\w’'-]+)",
    re.IGNORECASE,
    needs=number_behind(r"\band\s", then=rf"\s{_WHERE}\s"),
)
_REACH = 220
_TOTAL = pattern(
    rf"(?<![\w$£€.,%/:–-])(?P<total>{NUMBER})(?:\s(?!and\b|or\b|of\b|in\b|at\b|to\b)[a-z’'-]+){{0,3}}?\s[a-z]{{3,}}s"
    r"(?:,\s|:\s|\s[-–—]{1,2}\s|—|\s\()(?=\S)",
    re.IGNORECASE,
)
_OF_TOTAL = pattern(
    rf"(?:(?<=\n)|(?<=[.!?”\"]\s)|(?<=,\s)|\A)(?:Out\sof|Of|of|out\sof)\s(?:the\s|its\s|their\s|those\s|these\s)?(?:last\s|first\s|next\s|past\s|other\s)?(?P<total>{NUMBER})"
    r"(?:\s[\w’'-]+){0,5}?,\s(?=\S)"
)
_PART = pattern(
    rf"(?P<count>{NUMBER})\s(?:(?:(?:people|men|women|of\sthem)\s)?(?:are|were|is|was|come|came|go|goes|went|belongs?)\s(?:[a-z]+ly\s)?)?"
    rf"{_WHERE}\s(?:the\s|an?\s)?(?P<name>[A-Z][\w’'-]+)[^,;:.()%\d]{{0,50}}?(?=,?\sand\s|,\s)"
)
_BETWEEN = pattern(r",\s(?:and\s)?|\sand\s")
_MOST_PARTS = 8


class Partition(NamedTuple):
    """A total and its parts, each in a place of its own."""

    span: Span
    total: Count
    parts: tuple[Count, ...]
    parts_span: Span


def partitions(document: Document) -> tuple[Partition, ...]:
    """The totals of a document that are divided by place, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Partition]:
    text = document.text
    months = month_names()
    for last in matches(document, _LAST):
        count = count_of(text, Span(*last.span("count")))
        if count is None or last["name"] in months or not last["name"][0].isupper():
            continue
        start = max(text.rfind("\n", 0, last.start()) + 1, last.start() - _REACH)
        for opening in (_TOTAL, _OF_TOTAL):
            # The nearest total whose parts lead up to the last one.
            for total in reversed(list(opening.finditer(text, start, last.start()))):
                parts = _parts(text, total.end(), last, months)
                whole = count_of(text, Span(*total.span("total")))
                if parts and whole:
                    place = Span(total.end(), last.end())
                    yield Partition(Span(total.start("total"), last.end()), whole, (*parts, count), place)
                    break


def _parts(text: str, start: int, last: re.Match[str], months: frozenset[str]) -> list[Count]:
    """The parts from a place up to the last one; none where something else stands between."""
    counts: list[Count] = []
    at = start
    for _ in range(_MOST_PARTS):
        part = _PART.match(text, at, last.end())
        count = count_of(text, Span(*part.span("count"))) if part else None
        if part is None or count is None or part["where"] != last["where"] or part["name"] in months:
            return []
        counts.append(count)
        if part.end() == last.start():
            return counts
        between = _BETWEEN.match(text, part.end())
        at = between.end() if between else part.end()
    return []
