"""Days that their month does not have."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.calendar import longest_month, month_literals, month_name
from lint.views.dates import WrittenDate, dates
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

# Without a year, a weekday or an ordinal, what stands around has to say that the figure is a day.
_ON = pattern(r"\b(?:on|from|until|till|to|before|after|by|dated|between|through|and|since)\s\Z", re.IGNORECASE)
_STOP = pattern(r"\s?(?:[.,;:!?)–—\n]|\Z)|\s(?:at|in|and|to|until|when|for|as|is|was|will)\b")
# March, April, May, June and August are also words or people.
_WORDS_TOO = (3, 4, 5, 6, 8)
_FARTHEST = 39
# Whoever says that there is no such day knows it.
_KNOWN = pattern(
    r"\b(?:exists?|existed|existent|calendars?|leap|no such|imaginary|fictional|joke[ds]?|typo|misprint)\b",
    re.IGNORECASE,
)
_AROUND = 120
# “The 31st of February” is a way to say never, and a name of bands; who slips dates something.
_NEVER = pattern(r"(?<!\bon )(?<!\buntil )the 31st of February\b", re.IGNORECASE)
# Sweden's February of 1712 had thirty days.
_SWEDISH = (1712, 2, 30)
_IN_FIGURES = sought(r"(\d(?<![\w./-]\d)\d?)([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-]|\.\d)")


def _literals(*_: object) -> tuple[str, ...]:
    return (*month_literals(), *(f"{mark}{digits}" for mark in "-./" for digits in ("0", "1", "20")))


@check(severity="error", languages=("en",), literals=_literals)
def impossible_dates(document: Document) -> Iterator[Finding]:
    """A day that its month does not have: February 30, the 31st of April, 29 February 2023.

    A digit was mistyped, or the date belongs to another month or year. Look it up; which part is wrong the text cannot
    tell, so no fix is offered.

    Left alone: 29 February where no year is given; leap days of the Julian calendar; figures behind a month that count
    something else (“in May 35 people”); and sentences that say themselves that there is no such day. Dates in figures
    are reported only if they are wrong both as day and month and as month and day.

    ```bad
    The hearing was put off until ⟦February 30⟧, the clerk said.
    ```
    ```bad
    They met on the ⟦31st of April⟧ and again on ⟦29 February 2023⟧.
    ```
    ```bad
    The form was signed on ⟦2021-09-31⟧ and stamped on ⟦31.04.2021⟧.
    ```
    ```good
    The hearing was put off until February 29, then until 29 February 2024.
    ```
    ```good
    In May 35 people moved in; in February 30 left. By November 31 percent had paid, and 04/31/21 is a part number.
    ```
    ```good
    In December the 39th Battalion marched. She sang with the 31st of February.
    ```
    ```good
    On Monday, the September 45 call options rose. There is no such day as February 30, and the form of 12/31/2021
    says so.
    ```
    """
    text = document.text
    for written in document.view(dates):
        longest = longest_month(written.month, written.year)
        if (written.day > longest or not written.day) and _is_a_date(text, written):
            yield Finding(written.plain, _message(written.month, written.year, longest))
    for match in matches(document, _IN_FIGURES):
        month = _impossible_month(int(match[1]), int(match[3]), int(match[4]))
        if month and not _is_known(text, match.start(), match.end()):
            longest = longest_month(month, int(match[4]))
            yield Finding(Span(match.start(), match.end()), _message(month, int(match[4]), longest))


def _message(month: int, year: int | None, longest: int) -> str:
    of_year = f" {year}" if year and month == 2 else ""
    return f"there is no such day: {month_name(month)}{of_year} has {longest} days; look the date up"


def _is_a_date(text: str, written: WrittenDate) -> bool:
    start, end = written.span.start, written.span.end
    if (written.year, written.month, written.day) == _SWEDISH or _is_known(text, start, end):
        return False
    # “Half the 60 of June 2006”, “the September 45 options”: no slip of the pen makes such a day.
    if written.day > _FARTHEST and (" of " in text[start:end] or not written.year):
        return False
    # “In December the 39th Battalion marched”
    if written.day > 31 and written.ordinal and text[end : end + 2].strip().istitle():
        return False
    if written.ordinal or written.in_figures or written.year or written.weekday is not None:
        return True
    if written.day > 31 and written.month in _WORDS_TOO:
        return False
    return bool(_ON.search(text, max(0, start - 10), start) and _STOP.match(text, end, end + 10))


def _is_known(text: str, start: int, end: int) -> bool:
    if _NEVER.search(text, max(0, start - 4), end):
        return True
    return bool(_KNOWN.search(text, max(0, start - _AROUND), end + _AROUND))


def _impossible_month(first: int, second: int, year: int) -> int | None:
    """The month that lacks the day, if a date in figures is wrong whichever of the two is the month."""
    readings = [(day, month) for day, month in ((first, second), (second, first)) if 1 <= month <= 12 and day <= 31]
    if not readings or any(1 <= day <= longest_month(month, year) for day, month in readings):
        return None
    return readings[0][1]
