"""The calendar, and dates as they are written."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numbers.ages import ages
from lint.checks.numbers.durations import durations
from lint.checks.numbers.impossible_dates import impossible_dates
from lint.checks.numbers.inferred_weekdays import inferred_weekdays
from lint.checks.numbers.reversed_ranges import reversed_ranges
from lint.checks.numbers.time_zones import time_zones
from lint.checks.numbers.weekday_mismatch import weekday_mismatch
from lint.testing import document, findings
from lint.views.calendar import longest_month, month_name, weekday_name, weekdays_of
from lint.views.clock import DAY, offsets
from lint.views.dates import dates


@given(st.dates(datetime.date(1924, 1, 1), datetime.date(2200, 1, 1)))
def test_weekdays_are_those_of_the_calendar(date: datetime.date) -> None:
    assert weekdays_of(date.year, date.month, date.day) == {date.weekday()}
    assert date.day <= longest_month(date.month, date.year)


@given(st.dates(datetime.date(1924, 1, 1), datetime.date(2200, 1, 1)))
def test_a_date_is_read_as_it_was_written(date: datetime.date) -> None:
    weekday, month = weekday_name(date.weekday()), month_name(date.month)
    for text in (
        f"It was signed on {weekday}, {month} {date.day}, {date.year}, at noon.",
        f"It was signed on {weekday} {date.day} {month} {date.year} at noon.",
    ):
        (written,) = dates(document(text, language="en"))
        assert (written.year, written.month, written.day, written.weekday) == (
            date.year,
            date.month,
            date.day,
            date.weekday(),
        )


def test_october_revolution_was_a_wednesday_in_either_calendar() -> None:
    assert datetime.date(1917, 11, 7).weekday() in weekdays_of(1917, 10, 25) == {2, 3}


@given(st.dates(datetime.date(1501, 1, 1), datetime.date(2100, 1, 1)), st.integers(1, 40_000))
def test_a_period_is_reversed_whichever_way_it_is_written(last: datetime.date, days: int) -> None:
    first = min(last + datetime.timedelta(days), datetime.date(2100, 12, 31))
    early, late = (f"{date.day} {month_name(date.month)} {date.year}" for date in (last, first))
    assert len(findings(reversed_ranges, f"The line was shut from {late} to {early}, for repairs.")) == 1
    assert not findings(reversed_ranges, f"The line was shut from {early} to {late}, for repairs.")


@given(st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_two_times_fit_where_a_zone_lies_between(local: int, greenwich: int) -> None:
    one, other = (f"{minutes // 60:02}{minutes % 60:02}" for minutes in (local, greenwich))
    found = findings(time_zones, f"The gates were closed at {one} hours local time ({other} GMT) on Sunday.")
    assert bool(found) == ((local - greenwich) % DAY not in offsets())


@given(st.integers(1, 11), st.integers(1, 11), st.integers(2, 12))
def test_hours_fit_from_start_to_end(start: int, lasts: int, told: int) -> None:
    end = start + lasts
    clock = f"{start} a.m. to {end} a.m." if end < 12 else f"{start} a.m. to {(end - 1) % 12 + 1} p.m."
    found = findings(durations, f"The bridge was closed from {clock}, {told} hours, for repairs.")
    assert bool(found) == (told != lasts)


@given(st.integers(1900, 2050), st.integers(1, 40), st.integers(2, 40))
def test_years_may_count_both_ends(start: int, lasts: int, told: int) -> None:
    found = findings(durations, f"She kept the archive from {start} to {start + lasts}, {told} years, with one clerk.")
    assert bool(found) == (abs(lasts - told) > 1)


@given(st.integers(1900, 1990), st.integers(2, 90), st.integers(2, 90))
def test_a_birthday_may_be_still_to_come(born: int, passed: int, age: int) -> None:
    found = findings(ages, f"Born in Lisbon in {born}, the painter was {age} in {born + passed}, and still at work.")
    assert bool(found) == (abs(passed - age) > 1)


CHECKS = (ages, durations, impossible_dates, inferred_weekdays, reversed_ranges, time_zones, weekday_mismatch)
HOSTILE = {
    "digits": "9" * 300_000 + " GMT, born from",
    "weekdays": "Monday " * 30_000,
    "months": "May 1 " * 30_000,
    "periods": "from 2014 to " * 20_000,
    "hours": "from 9 to 11 p.m., 3 " * 20_000,
    "brackets": "1 a.m. (2200 GMT" * 20_000,
    "births": "born a " * 40_000,
    "long figures": f"{'9' * 10_000}-12-30, May {'9' * 10_000}, 2025, born in {'1' * 10_000}, {'1' * 10_000} hours GMT",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_no_time(text: str) -> None:
    for check in CHECKS:
        start = time.perf_counter()
        findings(check, text)
        assert time.perf_counter() - start < 5
