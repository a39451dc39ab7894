"""The calendar: its words in a language, from lint/packs/calendar, and which days there are."""

import datetime
import re
from functools import cache
from pathlib import Path

from lint.views.patterns import pattern
from lint.views.word_lists import Lines, word_lists

_PACK = Path(__file__).parents[1] / "packs" / "calendar"
_DEFAULT = "en"
# Until then some countries still counted by the Julian calendar; the last was Greece.
_JULIAN_UNTIL = 1923
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def calendar_words(code: str) -> dict[str, Lines]:
    """The sections of a language's file, each as lines of words; English where there is no such file."""
    path = _PACK / f"{code}.txt"
    return word_lists(path if path.exists() else _PACK / f"{_DEFAULT}.txt")


@cache
def month_names(code: str = _DEFAULT) -> frozenset[str]:
    """The names of the months, short ones too."""
    return frozenset(name for names in calendar_words(code)["months"] for name in names)


def month_literals(*_: object) -> tuple[str, ...]:
    """Three letters of each month, one of which a date in words must hold."""
    return tuple(names[0][:3].lower() for names in calendar_words(_DEFAULT)["months"])


def weekday_literals(*_: object) -> tuple[str, ...]:
    """Three letters of each weekday."""
    return tuple(names[0][:3].lower() for names in calendar_words(_DEFAULT)["weekdays"])


def month_name(month: int, code: str = _DEFAULT) -> str:
    """The name of a month, counted from 1."""
    return calendar_words(code)["months"][month - 1][0]


def weekday_name(weekday: int, code: str = _DEFAULT) -> str:
    """The name of a weekday, Monday being 0."""
    return calendar_words(code)["weekdays"][weekday][0]


@cache
def era_words(code: str = _DEFAULT) -> re.Pattern[str]:
    """Finds the words behind years that count backwards."""
    names = "|".join(re.escape(" ".join(line)) for line in calendar_words(code)["years before the common era"])
    return pattern(rf"\b(?:{names})\b")


def longest_month(month: int, year: int | None) -> int:
    """How many days a month, counted from 1, can have had in that year, by either calendar."""
    if month != 2:
        return _DAYS[month - 1]
    leap = year is None or _is_leap(year) or (year <= _JULIAN_UNTIL and year % 4 == 0)
    return 29 if leap else 28


def _is_leap(year: int) -> bool:
    # The module of the library that knows this imports all that it needs to print calendars in every language.
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekdays_of(year: int, month: int, day: int) -> frozenset[int]:
    """Which weekdays, Monday being 0, a date can have been; two where both calendars were in use. None: no such day."""
    possible = set()
    if day <= _DAYS[month - 1] + (month == 2 and _is_leap(year)):
        possible.add(datetime.date(year, month, day).weekday())
    if year <= _JULIAN_UNTIL:
        possible.add(_julian_weekday(year, month, day))
    return frozenset(possible)


def _julian_weekday(year: int, month: int, day: int) -> int:
    """Zeller's congruence for the Julian calendar; January and February count as months of the year before."""
    if month < 3:
        year, month = year - 1, month + 12
    saturday_first = (day + 13 * (month + 1) // 5 + year + year // 4 + 5) % 7
    return (saturday_first + 5) % 7
