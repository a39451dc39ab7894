"""Counted people: the nouns with which articles count them, and lists such as “12 men, eight women and a child”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.span import Span
from lint.views.counts import NUMBER, Count, count_of
from lint.views.patterns import pattern

PEOPLE = (
    "adults|babies|boys|candidates|captives|children|civilians|clerics|crew|deputies|detainees|doctors|employees|"
    "defendants|delegates|engineers|farmers|fighters|firefighters|fishermen|foreigners|gendarmes|girls|guards|hostages|infants|inmates|"
    "journalists|judges|labourers|laborers|lawmakers|lawyers|members|men|migrants|militants|militiamen|miners|minors|"
    "nationals|nurses|officers|officials|passengers|patients|pensioners|people|persons|pilots|players|police|policemen|"
    "policewomen|prisoners|professors|protesters|pupils|refugees|rescuers|residents|sailors|senators|servicemen|soldiers|students|"
    "suspects|teachers|teenagers|teens|tourists|toddlers|troops|victims|villagers|volunteers|women|workers|youths"
)
ONE = (
    "adult|baby|boy|child|civilian|doctor|firefighter|girl|infant|journalist|judge|man|minor|nurse|officer|passenger|"
    "person|pilot|policeman|policewoman|pupil|soldier|student|teacher|teenager|toddler|tourist|woman|worker"
)
_ITEM = (
    rf"(?:(?P<count>{NUMBER})(?:\s(?!of\b|and\b)[a-z’'-]+){{0,2}}?\s(?:{PEOPLE}|{ONE})|(?P<single>an?\s(?:{ONE})))\b"
)
_FIRST = pattern(_ITEM, re.IGNORECASE)
_NEXT = pattern(rf"(?:\s?,\s(?:and\s|as\swell\sas\s)?|\sand\s|\sas\swell\sas\s|\splus\s){_ITEM}", re.IGNORECASE)
# “three men aged 20 and four women”: what is told of one item does not end the list.
_MOST_ITEMS = 12


class People(NamedTuple):
    """A list of counted people: its place, its counts, and their sum as an interval."""

    span: Span
    counts: tuple[Count, ...]

    @property
    def low(self) -> float:
        """The smallest sum."""
        return sum(count.low for count in self.counts)

    @property
    def high(self) -> float:
        """The largest sum."""
        return sum(count.high for count in self.counts)


def people_at(text: str, start: int, end: int) -> People | None:
    """The list of people that begins at `start` and goes on no further than `end`."""
    first = _FIRST.match(text, start, end)
    if first is None:
        return None
    items = [first, *_following(text, first.end(), end)]
    counts = tuple(count for item in items if (count := _count(text, item)) is not None)
    return People(Span(start, items[-1].end()), counts) if len(counts) == len(items) else None


def _following(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for _ in range(_MOST_ITEMS):
        item = _NEXT.match(text, start, end)
        if item is None:
            return
        yield item
        start = item.end()


def _count(text: str, item: re.Match[str]) -> Count | None:
    if item["single"]:
        return Count(Span(item.start("single"), item.end("single")), 1, 1)
    return count_of(text, Span(item.start("count"), item.end("count")))
