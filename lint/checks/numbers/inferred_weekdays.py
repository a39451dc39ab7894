"""Weekdays of dates without a year that do not fit the date of the article, or each other."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from lint import Document, Finding, Note, check
from lint.views.calendar import longest_month, month_name, weekday_literals, weekday_name
from lint.views.dates import WrittenDate, dates
from lint.views.patterns import pattern

# A dateline stands among the first lines and is short.
_FIRST_BLOCKS = 4
_DATELINE = 120
# So near to the article's date, the year is the nearest; farther off it may be another.
_NEAR = 45
# A full cycle of the calendar.
_YEARS = range(2000, 2028)
_ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)")


@check(severity="info", languages=("en",), literals=weekday_literals, view=dates)
def inferred_weekdays(document: Document) -> Iterator[Finding]:
    """A weekday that does not fall on its date in the year of the article: “Tuesday, March 12”.

    Where a date has no year, that of the dateline (or of the front matter) is taken, if the date lies within six weeks
    of it. Where the article has no date, one such date is compared with the next, if they lie within six weeks:
    “Tuesday, March 12” and “Thursday, March 15” cannot stand in one year.

    Measured: of 23 such dates in some two million words of news, speeches and blogs one was reported; its figure had
    been cut off. It is only a hint, as an article may look back to another year.

    ```bad
    LAGOS, 14 March 2025

    The bridge will be opened on ⟦Tuesday, March 19⟧, the governor said.
    ```
    ```bad
    Hearings are planned for Tuesday, March 12, and for ⟦Thursday, March 15⟧.
    ```
    ```good
    LAGOS, 14 March 2025

    The bridge will be opened on Wednesday, March 19; the old one fell on Monday, 4 June, seven years ago.
    ```
    ```good
    Hearings are planned for Tuesday, March 12, and for Friday, March 15.
    ```
    """
    told = [w for w in document.view(dates) if w.weekday is not None and not (w.year or w.ranged) and _exists(w)]
    if not told:
        return
    article = _date_of(document)
    if article is None:
        yield from _compared(told)
        return
    for written in told:
        right = _right_weekday(written, article)
        if right is not None:
            fell = f"{_shown(written)}, {right.year} was a {weekday_name(right.weekday())}"
            message = f"{fell}, the text says {_weekday(written)}: check both, or add the year"
            yield Finding(written.span, message)


def _date_of(document: Document) -> datetime.date | None:
    """The date of the article: from the front matter, or a full one in a short line at the top."""
    stated = _ISO.match(document.meta.get("date", ""))
    if stated:
        return _date(int(stated[1]), int(stated[2]), int(stated[3]))
    short = [block for block in document.blocks[:_FIRST_BLOCKS] if block.end - block.start <= _DATELINE]
    for written in document.view(dates):
        if written.year and any(block.start <= written.span.start < block.end for block in short):
            return _date(written.year, written.month, written.day)
    return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _right_weekday(written: WrittenDate, article: datetime.date) -> datetime.date | None:
    """The date that the text must mean, if the weekday beside it is another."""
    years = (article.year - 1, article.year, article.year + 1)
    possible = [date for year in years if (date := _date(year, written.month, written.day))]
    nearest = min(possible, key=lambda date: abs(date - article), default=None)
    if nearest is None or nearest.weekday() == written.weekday:
        return None
    return nearest if abs(nearest - article).days <= _NEAR else None


def _compared(told: list[WrittenDate]) -> Iterator[Finding]:
    for first, last in pairwise(told):
        wanted = _in_the_year_of(first, last)
        if wanted and last.weekday not in wanted:
            would = " or ".join(weekday_name(weekday) for weekday in sorted(wanted))
            other = f"{_weekday(first)}, {_shown(first)}"
            message = f"if {other} is right, {_shown(last)} is a {would}, the text says {_weekday(last)}: check both"
            yield Finding(last.span, message, notes=(Note(first.span, f"the other date: {other}"),))


def _in_the_year_of(first: WrittenDate, last: WrittenDate) -> frozenset[int]:
    """The weekdays of the last date in the years in which the first is right; none if they lie far from each other."""
    wanted = set()
    for year in _YEARS:
        one = _date(year, first.month, first.day)
        if one is None or one.weekday() != first.weekday:
            continue
        others = (_date(other, last.month, last.day) for other in (year - 1, year, year + 1))
        wanted |= {other.weekday() for other in others if other and abs((other - one).days) <= _NEAR}
    return frozenset(wanted)


def _exists(written: WrittenDate) -> bool:
    return 1 <= written.day <= longest_month(written.month, None)


def _shown(written: WrittenDate) -> str:
    return f"{month_name(written.month)} {written.day}"


def _weekday(written: WrittenDate) -> str:
    return weekday_name(written.weekday or 0)
