"""Periods as they are written: “from 9 May to 3 June 2015”, “between 1985 and 1999”, “January 10–17, 2016”."""

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

# Nothing of a period stands farther behind its first word.
_REACH = 80
_YEARS = range(1000, 2101)
_DAYS = sought(r"(\d(?<![\w.,:/$£€–-]\d)\d?)\s?[-–—]\s?(\d{1,2})(?![\w.:/%–-])", needs=r"\d\s?[-–—]\s?\d")


class Moment(NamedTuple):
    """An end of a period: its place, and what the text says of year, month (from 1) and day."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None


class Period(NamedTuple):
    """A period with both its ends; `opened` tells that a word such as “from” stands before it."""

    span: Span
    first: Moment
    last: Moment
    opened: str = ""


class _Language(NamedTuple):
    months: dict[str, int]
    opening: re.Pattern[str]
    moment: re.Pattern[str]
    opened: re.Pattern[str]
    up_to: re.Pattern[str]
    month_before: re.Pattern[str]
    month_and_year: re.Pattern[str]
    year: re.Pattern[str]


def periods(document: Document) -> tuple[Period, ...]:
    """The periods of a document whose ends are years, months or days, in order."""
    known = _language(document.view(language))
    found = [*_opened(document, known), *_days(document, known)]
    return tuple(sorted(found, key=lambda period: period.span))


def _opened(document: Document, known: _Language) -> Iterator[Period]:
    text = document.text
    for opening in matches(document, known.opening, known.opened):
        if text[opening.start() - 1 : opening.start()].isalnum():
            continue
        reach = opening.end() + _REACH
        first = _moment(known, known.moment.match(text, opening.end(), reach))
        up_to = first and known.up_to.match(text, first.span.end, reach)
        last = _moment(known, known.moment.match(text, up_to.end(), reach)) if up_to else None
        if first and last and (first.year or first.month or last.month):
            yield Period(Span(opening.start(), last.span.end), first, last, opening[1].lower())


def _moment(known: _Language, match: re.Match[str] | None) -> Moment | None:
    if match is None:
        return None
    day, year = match["day"] or match["day2"] or match["bare"], match["year"] or match["only"]
    if year and int(year) not in _YEARS:
        return None
    return Moment(
        Span(match.start(), match.end()),
        year=int(year) if year else None,
        month=known.months[match["month"]] if match["month"] else None,
        day=int(day) if day else None,
    )


def _days(document: Document, known: _Language) -> Iterator[Period]:
    """Days of one month with a dash between them, and a year behind."""
    text = document.text
    for match in matches(document, _DAYS):
        month = known.month_before.search(text, max(0, match.start() - _REACH // 4), match.start())
        behind = (known.year if month else known.month_and_year).match(text, match.end(), match.end() + _REACH)
        if behind is None:
            continue
        name = (month or behind)["month"]
        first, last = (
            Moment(Span(*match.span(group)), int(behind["year"]), known.months[name], int(match[group]))
            for group in (1, 2)
        )
        yield Period(Span(month.start() if month else match.start(), behind.end()), first, last)


@cache
def _language(code: str) -> _Language:
    known = calendar_words(code)
    months = {name: number for number, names in enumerate(known["months"], 1) for name in names}
    month, ordinal = _any(months), _any(line[0] for line in known["ordinals"])
    of, the = _any(" ".join(line) for line in known["of"]), _any(" ".join(line) for line in known["the"])
    opening = [line[0] for line in known["from"]]
    day = rf"\d{{1,2}}(?:{ordinal})?(?![\w.,:/]?\d|[\w%])"
    opens = rf"({_any([*opening, *(word.capitalize() for word in opening)])})\s"
    moment = (
        rf"(?:{the}\s)?(?:(?:(?P<day>\d{{1,2}})(?:{ordinal})?\s(?:{of}\s)?)?(?P<month>{month})\b(?:\.(?=,?\s[\da-z]))?"
        rf"(?:\s(?P<day2>\d{{1,2}})(?:{ordinal})?(?![\w.,:/]?\d|[\w%]))?(?:,?\s(?P<year>\d{{4}})(?![\w%]|[.,:/–-]\d))?"
        rf"|(?P<only>\d{{4}})(?![\w%]|[.,:/–-]\d)|(?={day})(?P<bare>\d{{1,2}})(?:{ordinal})?)"
    )
    up_to = rf",?\s(?:{_any(' '.join(line) for line in known['up to'])})\s"
    year = r",?\s(?P<year>\d{4})(?![\w%]|[.,:/–-]\d)"
    return _Language(
        months=months,
        opening=pattern(opens),
        moment=pattern(moment, needs=rf"(?:{the}\s)?(?:\d|{_any({name[:3]: 0 for name in months})})"),
        opened=sought(f"{opens}{moment}{up_to}", parts=True),
        up_to=pattern(up_to),
        month_before=pattern(rf"\b(?P<month>{month})\.?,?\s\Z"),
        month_and_year=pattern(rf"\s(?P<month>{month})\b\.?{year}"),
        year=pattern(year),
    )


def _any(names: Iterator[str] | list[str] | dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
