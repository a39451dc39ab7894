"""Figures and dates that contradict each other."""

from lint import Check, hookimpl
from lint.checks.numbers.ages import ages
from lint.checks.numbers.breakdown import breakdown
from lint.checks.numbers.change_recomputed import change_recomputed
from lint.checks.numbers.count_against_percent import count_against_percent
from lint.checks.numbers.day_counters import day_counters
from lint.checks.numbers.direction import direction
from lint.checks.numbers.durations import durations
from lint.checks.numbers.enumerations import enumerations
from lint.checks.numbers.headline_against_body import headline_against_body
from lint.checks.numbers.impossible_dates import impossible_dates
from lint.checks.numbers.inferred_weekdays import inferred_weekdays
from lint.checks.numbers.list_length import list_length
from lint.checks.numbers.one_event import one_event
from lint.checks.numbers.ordinals import ordinals
from lint.checks.numbers.part_above_whole import part_above_whole
from lint.checks.numbers.reversed_ranges import reversed_ranges
from lint.checks.numbers.shares import shares
from lint.checks.numbers.time_zones import time_zones
from lint.checks.numbers.toll_update import toll_update
from lint.checks.numbers.unit_conversions import unit_conversions
from lint.checks.numbers.weekday_mismatch import weekday_mismatch


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [
        ages,
        breakdown,
        change_recomputed,
        count_against_percent,
        day_counters,
        direction,
        durations,
        enumerations,
        headline_against_body,
        impossible_dates,
        inferred_weekdays,
        list_length,
        one_event,
        ordinals,
        part_above_whole,
        reversed_ranges,
        shares,
        time_zones,
        toll_update,
        unit_conversions,
        weekday_mismatch,
    ]
