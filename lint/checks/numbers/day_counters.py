"""Days that are counted from a beginning, against dates."""

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint import Document, Finding, Note, Settings, Span, check
from lint.views.counts import sentences
from lint.views.dates import WrittenDate, dates
from lint.views.occurrences import occurrences
from lint.views.patterns import pattern

_COUNTED = pattern(r"\b[Dd]ay (?P<number>\d{1,6})(?: of|:|,)? \Z|\b(?P<ordinal>\d{1,6})(?:st|nd|rd|th) day of \Z")
_REACH = 24
# No text holds this sign: without an epoch there is nothing to look for.
_NOTHING = "\ufdd1"
# Some call the first day the first, some count the days that have passed; and news travels over midnight.
_SLACK = 1
# What stands farther from the date, or in another clause, is another day.
_FARTHEST = 40
_BREAK = pattern(r"[;:—]|\b(?:and|but)\b")


def _names(settings: Settings) -> tuple[str, ...]:
    return tuple(name for name, _ in settings.data.get("epochs", ())) or (_NOTHING,)


@check(severity="warning", languages=("en",), literals=_names)
def day_counters(document: Document) -> Iterator[Finding]:
    """A day that is counted from a beginning and does not fit the date beside it: “24 March, day 60 of the siege”.

    What is counted, and which day was the first, the configuration says in the table `epochs`. The number is compared
    with the date in the same sentence; one day more or less is allowed for. Check both: the number is often kept when a
    text is brought up to date.

    Without an epoch the check is silent. It is not measured: the labelled sets count no days.

    Left alone: sentences with two dates, or with none that names its year.

    ```bad {epochs = {"the siege" = "2022-02-24"}}
    On 24 March 2022, ⟦day 60 of the siege⟧, the first buses left.
    ```
    ```bad {epochs = {"the strike" = "2023-05-02"}}
    It was the ⟦100th day of the strike⟧ when talks began on 20 July 2023.
    ```
    ```good {epochs = {"the siege" = "2022-02-24"}}
    On 24 March 2022, day 29 of the siege, the first buses left. By day 60 of the siege the wells were dry.
    ```
    ```good
    On 24 March 2022, day 60 of the siege, the first buses left.
    ```
    """
    text = document.text
    written = document.view(dates)
    for name, first in document.settings.data.get("epochs", ()):
        for offset in document.view(occurrences, name):
            counted = _COUNTED.search(text, max(0, offset - _REACH), offset)
            end = offset + len(name)
            if counted is None or text[end : end + 1].isalnum():
                continue
            date = _date_beside(document, written, Span(counted.start(), end))
            if date is None:
                continue
            said = int(counted["number"] or counted["ordinal"])
            right = (_day(date) - datetime.date.fromisoformat(first)).days + 1
            if abs(said - right) > _SLACK:
                span = Span(counted.start(), end)
                message = f"{date.plain.of(text)} is day {right:,} of {name}, the text says {said:,}: check both"
                yield Finding(span, message, notes=(Note(date.plain, f"the date; day 1 was {first}"),))


def _date_beside(document: Document, written: Sequence[WrittenDate], counted: Span) -> WrittenDate | None:
    """The one date that stands near a counted day in its sentence, if it names its year."""
    text = document.text
    line = document.blocks[bisect_right(document.blocks, counted.start, key=lambda block: block.start) - 1].span
    sentence = next((s for s in sentences(text, line) if s.start <= counted.start < s.end), line)
    beside = [date for date in written if sentence.start <= date.span.start < sentence.end]
    if len(beside) != 1 or not _is_day(beside[0]):
        return None
    date = beside[0].span
    between = text[date.end : counted.start] if date.end <= counted.start else text[counted.end : date.start]
    return None if len(between) > _FARTHEST or _BREAK.search(between) else beside[0]


def _is_day(date: WrittenDate) -> bool:
    try:
        return date.year is not None and bool(_day(date))
    except ValueError:
        return False


def _day(date: WrittenDate) -> datetime.date:
    return datetime.date(date.year or 0, date.month, date.day)
