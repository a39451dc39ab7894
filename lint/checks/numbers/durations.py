"""Durations that do not fit their beginning and end."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from lint import Block, Document, Finding, Note, Span, check
from lint.views.clock import DAY, clock, minutes_of
from lint.views.counts import NUMBER, Count, count_of
from lint.views.patterns import pattern, sought
from lint.views.periods import Moment, Period, periods
from lint.views.scanning import blocks_with

_UNITS = {"minute": 1, "hour": 60, "day": DAY, "week": 7 * DAY, "month": 30.4375 * DAY, "year": 365.25 * DAY}
_LENGTH = rf"(?P<length>(?P<number>{NUMBER})[\s-](?P<unit>{'|'.join(_UNITS)})s?\b)"
_CLOCKS = pattern(
    rf"(?<![\w.,:/$£€–-])(?:from\s)?{clock('first_')}(?![\w%])(?:\s(?:to|until|till)\s|\s?[-–—]\s?)"
    rf"{clock('last_')}(?![\w%])",
    re.IGNORECASE,
    needs=r"(?:\d|noon|midday|midnight|m\.?)(?:\s(?:to|until|till)\s|\s?[-–—]\s?)(?:\d|noon|mid)",
)
# What a scan looks for: hours without that could be anything.
_CLOCK = sought(
    r"\d\s?[ap]\.?\s?m\b|\b(?:noon|midday|midnight)\b|\d[:.]\d\d(?:\s(?:to|until|till)\b|\s?[-–—])",
    re.IGNORECASE,
    parts=True,
)
# “9 p.m. to 2 a.m., three hours”: nothing follows that would make it another length (“three hours after …”).
_BEHIND = pattern(
    rf",?\s(?:\(|or\s|(?:for\s)?a\stotal\sof\s|lasting\s|a\sspan\sof\s|a\speriod\sof\s)?{_LENGTH}"
    r"(?=\s?[,;:!?)—–]|\.(?!\d)|\s?\Z|\n|\s(?:in\sall|in\stotal|altogether|long)\b)",
    re.IGNORECASE,
)
_SPELLS = "period|term|reign|tenure|stint|spell|stretch|span|shift|drought|siege|blackout|curfew|closure|strike|rule"
_BEFORE = pattern(
    rf"(?:\b(?:for|lasted|lasting|reigned|ruled|spent|took)\s{_LENGTH}"
    rf"|(?<![\w.,])(?P<length2>(?P<number2>{NUMBER})-(?P<unit2>{'|'.join(_UNITS)})(?:-long)?)\s(?:{_SPELLS})),?\s\(?\Z",
    re.IGNORECASE,
)
_HOUR = pattern(r"[\dnmNM](?:(?<=\d)|oon|idnight)")
_REACH = 60
# Rounding: half an hour and half its unit; years and days may or may not count both ends.
_SLACK = {"minute": 5.0, "hour": 45.0, "day": DAY * 1.0, "week": 4.0 * DAY, "month": 35.0 * DAY, "year": 366.0 * DAY}


class _Stretch(NamedTuple):
    """A stretch of time: its place, the minutes that it can have lasted, and the unit in which its ends are given."""

    span: Span
    minutes: frozenset[float]
    precision: str
    opened: bool


@check(severity="warning", languages=("en",), literals=tuple(_UNITS))
def durations(document: Document) -> Iterator[Finding]:
    """A duration that does not fit its beginning and end: “from 9 p.m. to 2 a.m., three hours”.

    One of the three figures is wrong; compute which. Rounding is allowed for: three quarters of an hour for hours, one
    more or less for days, months and years, which some count with both ends.

    Measured: on some two million words of news, speeches and blogs it never spoke; a beginning, an end and a duration
    seldom stand side by side.

    Left alone: durations of something else (“from 2005 to 2014, three years after …”), parts of a period (“for three
    years between 2005 and 2014”), and averages.

    ```bad
    The curfew ran ⟦from 9 p.m. to 2 a.m., three hours⟧, the mayor said.
    ```
    ```bad
    She was mayor ⟦for six years from 2005 to 2014⟧.
    ```
    ```bad
    The line was closed ⟦from 9 May to 30 May, five days⟧.
    ```
    ```good
    The curfew ran from 9 p.m. to 2 a.m., five hours, and from 9:10 to noon, almost three hours.
    ```
    ```good
    She was mayor for nine years from 2005 to 2014, and for three years between 1985 and 1999 a judge.
    ```
    ```good
    He taught from 2005 to 2014, three years of it abroad, and from 1999 to 2004, two years before she came.
    ```
    ```good
    They struck for 124 hours from 4 July to 23 July.
    ```
    ```good
    The five-year average from 1990 to 2010 rose; the line was closed from 9 May to 12 May, four days.
    ```
    """
    text = document.text
    for stretch in (*_clocks(document), *_dates(document.view(periods))):
        start, end = stretch.span.start, stretch.span.end
        behind = _BEHIND.match(text, end, end + _REACH)
        before = None if behind or not stretch.opened else _BEFORE.search(text, max(0, start - _REACH), start)
        match = behind or before
        if match is None:
            continue
        suffix = "" if match["number"] else "2"
        count = count_of(text, Span(*match.span(f"number{suffix}")))
        unit = match[f"unit{suffix}"].lower()
        # “Strikes of 124 hours from 4 July to 23 July”: nobody tells a stretch of days by the hour.
        if unit in ("hour", "minute") and stretch.precision != "minute":
            continue
        if count and not any(_fits(minutes, stretch.precision, count, unit) for minutes in stretch.minutes):
            length = Span(*match.span(f"length{suffix}"))
            place = Span(min(start, match.start()), max(end, length.end))
            told = _told(min(stretch.minutes), unit)
            said = f"{stretch.span.of(text)} is {told}, the text says {length.of(text)}"
            message = f"{said}: write {told}, or correct the beginning or the end"
            yield Finding(place, message, notes=(Note(length, "the duration"),))


def _fits(minutes: float, precision: str, count: Count, unit: str) -> bool:
    slack = max(_SLACK[unit], _SLACK[precision])
    return count.low * _UNITS[unit] - slack <= minutes <= count.high * _UNITS[unit] + slack


def _told(minutes: float, unit: str) -> str:
    if unit == "hour" and minutes % 60:
        return f"{minutes // 60:.0f} h {minutes % 60:.0f} min"
    number = f"{minutes / _UNITS[unit]:,.1f}".removesuffix(".0")
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _names_both(text: str, block: Block) -> bool:
    """Whether a block holds an hour and a unit of time."""
    if not _HOUR.search(text, block.start, block.end):
        return False
    small = text[block.start : block.end].lower()
    return any(unit in small for unit in _UNITS)


def _clocks(document: Document) -> Iterator[_Stretch]:
    text = document.text
    blocks = (block for block in blocks_with(document, _CLOCK) if _names_both(text, block))
    for match in (match for block in blocks for match in _CLOCKS.finditer(text, block.start, block.end)):
        first, last = minutes_of(match, "first_"), minutes_of(match, "last_")
        marked = any(match[f"{name}_{group}"] for name in ("first", "last") for group in ("half", "word"))
        colons = all(match[f"{name}_minute"] for name in ("first", "last"))
        if first and last and (marked or colons):
            lasted = frozenset(float((end - start) % DAY or DAY) for start in first for end in last)
            yield _Stretch(Span(match.start(), match.end()), lasted, "minute", match[0][:4].lower() == "from")


def _dates(found: tuple[Period, ...]) -> Iterator[_Stretch]:
    for period in found:
        days = _days(period.first, period.last)
        if days and period.opened == "from":
            precision = "day" if period.last.day else "month" if period.last.month else "year"
            yield _Stretch(period.span, frozenset((float(days * DAY),)), precision, opened=True)


def _days(first: Moment, last: Moment) -> int:
    """The days between two moments that are equally exact, 0 where that is open; the year of one serves for both."""
    year = first.year or last.year or 2001
    if (first.day is None) != (last.day is None) or (first.month is None and first.day is None) != (last.month is None):
        return 0
    try:
        begin = datetime.date(first.year or year, first.month or last.month or 1, first.day or 1)
        end = datetime.date(last.year or year, last.month or 1, last.day or 1)
    except ValueError:
        return 0
    return max(0, (end - begin).days)
