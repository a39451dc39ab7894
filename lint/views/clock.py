"""Times of the day as they are written, “9.30 p.m.”, “1430”, “noon”, and the offsets of time zones."""

import re
from functools import cache
from pathlib import Path

from lint.settings import Settings

_PACK = Path(__file__).parents[1] / "packs" / "calendar"
DAY = 24 * 60
_WHOLE_HOURS = range(-12 * 60, 14 * 60 + 1, 60)


def clock(name: str) -> str:
    """A pattern of a time whose groups begin with `name`; for `minutes_of`."""
    return (
        rf"(?P<{name}time>(?P<{name}hour>\d{{1,2}})(?:[:.](?P<{name}minute>\d\d)(?:[:.]\d\d)?)?"
        rf"(?:\s?(?P<{name}half>[ap])\.?\s?m\b\.?)?|(?P<{name}four>\d{{4}})|(?P<{name}word>noon|midday|midnight))"
    )


def minutes_of(match: re.Match[str], name: str) -> frozenset[int]:
    """The minutes of the day that a time can mean: two without a.m. or p.m., none if there is no such time."""
    word = match[f"{name}word"]
    if word:
        return frozenset((0 if word.lower() == "midnight" else 720,))
    if four := match[f"{name}four"]:
        hour, minute = int(four[:2]), int(four[2:])
    else:
        hour, minute = int(match[f"{name}hour"]), int(match[f"{name}minute"] or 0)
    if hour > 24 or minute > 59:
        return frozenset()
    half = (match[f"{name}half"] or "").lower()
    if half and hour <= 12:
        return frozenset(((hour % 12 + (12 if half == "p" else 0)) * 60 + minute,))
    plain = hour % 24 * 60 + minute
    ambiguous = not half and not match[f"{name}four"] and 1 <= hour <= 12
    return frozenset((plain, (plain + 720) % DAY)) if ambiguous else frozenset((plain,))


def zones(settings: Settings) -> dict[str, tuple[int, ...]]:
    """Abbreviations of zones, with those of the house, and the minutes by which they can be ahead of GMT."""
    return _zones() | {name: (minutes,) for name, minutes in settings.data.get("zones", ())}


@cache
def _zones() -> dict[str, tuple[int, ...]]:
    lines = (_PACK / "zones.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: tuple(int(minutes) for minutes in offsets.split(" ")) for name, offsets in rows}


@cache
def offsets() -> frozenset[int]:
    """All differences from GMT that a zone has, in minutes ahead, of one day."""
    lines = (_PACK / "offsets.txt").read_text(encoding="utf-8").splitlines()
    others = {int(word) for line in lines if not line.startswith("#") for word in line.split(" ")}
    return frozenset(minutes % DAY for minutes in (*others, *_WHOLE_HOURS))
