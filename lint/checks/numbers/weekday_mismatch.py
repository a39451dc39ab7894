"""Weekdays that do not fall on their date."""

from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.calendar import longest_month, month_name, weekday_literals, weekday_name, weekdays_of
from lint.views.dates import WrittenDate, dates
from lint.views.patterns import pattern

# From here on the calendar is the same everywhere that matters to news.
_FIRST_YEAR = 1583
_PAPER = pattern(r"\b(?:The|Daily|Morning|Evening|Mail on|Independent on|Scotland on|Wales on|Star on)\s\Z")

# “Bo Friday (27 July 1952 – 22 December 1990)”
_LIFE, _LIVED = pattern(r"\w\s\("), pattern(r"\s?[–-]\s?")


@check(severity="error", languages=("en",), literals=weekday_literals, view=dates)
def weekday_mismatch(document: Document) -> Iterator[Finding]:
    """A weekday that does not fall on its date: “Tuesday, March 12, 2025”.

    The day, the month, the year or the weekday is wrong; often it is the year, shortly after New Year, or the day was
    shifted when a time was converted. Only dates with a year are checked, so the calendar alone decides. Which part is
    wrong it cannot tell, so no fix is offered.

    Left alone: dates before 1583, dates before 1923 that fit the Julian calendar, and newspapers (“The Sun, 25 July
    2019”).

    Measured: 97 of 97 weekdays that were changed in real sentences were found. On two million words of news, speeches
    and blogs it spoke once, rightly.

    ```bad
    The hearing is on ⟦Tuesday, March 12, 2025⟧, at nine.
    ```
    ```bad
    It was signed on ⟦Friday 13 June 2024⟧ and sealed on ⟦15 June 2024, a Friday⟧.
    ```
    ```good
    The hearing is on Wednesday, March 12, 2025, at nine, and again on Friday, 14 March.
    ```
    ```good
    The Dow fell on Black Tuesday. May 26, 1932 was a Thursday, and on Sunday, Feb 10 2315 GMT it met.
    ```
    ```good
    Bo Friday (27 July 1952 – 22 December 1990) was a goalkeeper.
    ```
    ```good
    He wrote in The Sunday Herald of 12 March 2025 that Monday was too late, and in The Sun, 13 March 2025.
    ```
    """
    for written in document.view(dates):
        if written.weekday is None or written.ranged or not _is_checked(written):
            continue
        if _PAPER.search(document.text, max(0, written.span.start - 20), written.span.start):
            continue
        text, (start, end) = document.text, (written.span.start, written.span.end)
        if _LIFE.search(text, start, end) and _LIVED.match(text, end):
            continue
        year = written.year or 0
        possible = weekdays_of(year, written.month, written.day)
        if written.weekday not in possible:
            date = f"{month_name(written.month)} {written.day}, {year}"
            right = " or ".join(weekday_name(weekday) for weekday in sorted(possible))
            told = f"{date} was a {right}, the text says {weekday_name(written.weekday)}"
            yield Finding(written.span, f"{told}: write {right}, or correct the date")


def _is_checked(written: WrittenDate) -> bool:
    year = written.year
    return year is not None and year >= _FIRST_YEAR and 1 <= written.day <= longest_month(written.month, year)
