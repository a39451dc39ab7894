"""Dates as they are written: “Tuesday, March 12, 2025”, “the 32nd of May”, “2025-03-12”."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.calendar import calendar_words
from lint.views.language import language
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches
from lint.views.word_lists import Lines

# Nothing of a date stands farther from its month.
_REACH = 48
_NUMERIC = sought(r"(\d(?<![\w.,/–-]\d)\d{3})-(\d\d)-(\d\d)(?![\w/–-]|[.,]\d)", needs=r"\d-\d\d-\d")


class WrittenDate(NamedTuple):
    """A date of the text; its day may be one that the month does not have.

    `plain` is the place without the weekday that may stand beside it. Months count from 1, weekdays from Monday, 0.
    `ordinal` tells “32nd”, `day_first` “32 May”, `in_figures` “2025-05-32”; a `ranged` date shares its month with
    another: “12–14 May”.
    """

    span: Span
    plain: Span
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    ordinal: bool = False
    day_first: bool = False
    in_figures: bool = False
    ranged: bool = False


class _Language(NamedTuple):
    months: dict[str, int]
    weekdays: dict[str, int]
    month: re.Pattern[str]
    dated: re.Pattern[str]
    day_before: re.Pattern[str]
    day_behind: re.Pattern[str]
    year: re.Pattern[str]
    no_year: re.Pattern[str]
    weekday_before: re.Pattern[str]
    weekday_behind: re.Pattern[str]
    range_before: re.Pattern[str]
    range_behind: re.Pattern[str]


def dates(document: Document) -> tuple[WrittenDate, ...]:
    """The dates of a document that name a month and a day, in order."""
    known = _language(document.view(language))
    text = document.text
    found = [_dated(text, known, plain) for plain in (*_in_words(document, known), *_in_figures(document))]
    return tuple(sorted(found, key=lambda written: written.span))


def _in_words(document: Document, known: _Language) -> Iterator[WrittenDate]:
    text = document.text
    for name in matches(document, known.month, known.dated):
        if text[name.start() - 1 : name.start()].isalpha():
            continue
        before = known.day_before.search(text, max(0, name.start() - _REACH), name.start())
        behind = known.day_behind.match(text, name.end(), name.end() + _REACH)
        day = before or behind
        if day is None:
            continue
        start = day.start(1) if before else name.start()
        end = name.end() if before else day.end()
        year = known.year.match(text, end, end + _REACH)
        if year and known.no_year.match(text, year.end(), year.end() + _REACH):
            year = None
        span = Span(start, year.end(1) if year else end)
        ranged = known.range_before.search(text, max(0, start - _REACH), start) if before else None
        ranged = ranged or (None if before else known.range_behind.match(text, end, end + _REACH))
        yield WrittenDate(
            span,
            span,
            day=int(day[1]),
            month=known.months[name[0]],
            year=int(year[1]) if year else None,
            ordinal=bool(day[2]),
            day_first=bool(before),
            ranged=bool(ranged),
        )


def _in_figures(document: Document) -> Iterator[WrittenDate]:
    for match in matches(document, _NUMERIC):
        year, month, day = (int(group) for group in match.groups())
        if 1 <= month <= 12 and year:
            span = Span(match.start(), match.end())
            yield WrittenDate(span, span, day=day, month=month, year=year, in_figures=True)


def _dated(text: str, known: _Language, written: WrittenDate) -> WrittenDate:
    """The date with the weekday that stands beside it."""
    start, end = written.span.start, written.span.end
    before = known.weekday_before.search(text, max(0, start - _REACH), start)
    behind = known.weekday_behind.match(text, end, end + _REACH)
    if before:
        return written._replace(span=Span(before.start(1), end), weekday=known.weekdays[before[1]])
    if behind:
        return written._replace(span=Span(start, behind.end(1)), weekday=known.weekdays[behind[1]])
    return written


def _numbered(lines: Lines) -> dict[str, int]:
    names = {name: number for number, line in enumerate(lines) for name in line}
    return names | {name.upper(): number for name, number in names.items()}


def _any(names: Iterator[str] | dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _language(code: str) -> _Language:
    known = calendar_words(code)
    phrases = {name: _any(" ".join(line) for line in lines) for name, lines in known.items()}
    months, weekdays = _numbered(known["months"]), _numbered(known["weekdays"])
    ordinal, of, the, also = phrases["ordinals"], phrases["of"], phrases["the"], phrases["and to"]
    weekday, part = rf"\b(?:{_any(weekdays)})\b", rf"(?:\s(?:{phrases['parts of the day']}))?"
    return _Language(
        months={name: number + 1 for name, number in months.items()},
        weekdays=weekdays,
        # A search that begins with a look behind is slower than one for a few capitals.
        month=pattern(rf"(?:{_any(months)})(?![^\W\d_])"),
        dated=sought(
            rf"\d(?:{ordinal})?(?:\s{of})?\s(?:{_any(months)})|(?:{_any(months)})\.?\s(?:{the}\s)?\d", parts=True
        ),
        day_before=pattern(rf"(?<![\w.,:/$£€#])(\d{{1,2}})({ordinal})?(?:\s{of})?\s\Z"),
        day_behind=pattern(rf"\.?\s(?:{the}\s)?(\d{{1,2}})({ordinal})?(?![\w%°$£€]|[.,:/]\d|-[a-z])"),
        year=pattern(r"(?:\.?,?\s|,)((?:1\d|2[0-2])\d\d)(?![\w%°]|[.,:]\d|[/–-]\d)"),
        no_year=pattern(rf"\s?(?:{phrases['no year']})\b", re.IGNORECASE),
        weekday_before=pattern(
            rf"({weekday})(?:(?<!day)\.)?{part},?\s\(?(?:{the}\s)?\Z", needs=_any({name[:2]: 0 for name in weekdays})
        ),
        weekday_behind=pattern(rf",?\s(?:\(|an?\s)({weekday})", needs=r",?\s(?:\(|an?\s)"),
        range_before=pattern(
            rf"(?:(?:\d(?:{ordinal})?|{weekday})(?:,?\s(?:{also})\s(?:{the}\s)?|\s?[-–—/&]\s?)|\d(?:{ordinal})?,\s?)\Z",
            needs=rf"(?:{also}|[-–—/&,])\s?(?:{the}\s)?\Z",
        ),
        range_behind=pattern(rf"\s?[-–—/&]\s?\d|,?\s(?:{also})\s(?:{the}\s)?\d"),
    )
