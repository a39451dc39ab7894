"""Totals that are divided by place: “two plants, one in Osaka and one in London”, “22 crew: 12 from Lima and …”."""

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
    rf"(?<![\w$£€.,%/:–-])(?P<total>{NUMBER})(?:\s(?!(?:and|or|of|in|at|to|from|for|by|with)\b)[a-z’'-]+){{0,3}}?"
    r"\s(?-i:[a-z]{3,})s"
    r"(?:,\s|:\s|\s[-–—]{1,2}\s|—|\s\()(?=\S)",
    re.IGNORECASE,
)
_PART = pattern(
    rf"(?P<count>{NUMBER})\s(?:(?:(?:people|men|women|of\sthem)\s)?(?:are|were|is|was|come|came|go|goes|went|belongs?)\s(?:[a-z]+ly\s)?)?"
    rf"{_WHERE}\s(?:the\s|an?\s)?(?P<name>[A-Z][\w’'-]+)[^,;:.()%\d]{{0,50}}?(?=,?\sand\s|,\s)"
)
_BETWEEN = pattern(r",\s(?:and\s)?|\sand\s")
_MOST_PARTS = 8
# What is far from the total counts something else, or is a year: “two fairs, 2009 in Lima and 2011 in Oslo”.
_FAR = 1.5


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
        # The nearest total whose parts lead up to the last one.
        for total in reversed(list(_TOTAL.finditer(text, start, last.start()))):
            parts = _parts(text, total.end(), last, months)
            whole = count_of(text, Span(*total.span("total")))
            if parts and whole and count.low + sum(part.low for part in parts) <= _FAR * whole.high:
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
