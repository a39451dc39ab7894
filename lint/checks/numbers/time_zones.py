"""Times in two zones that do not fit."""

import re
from collections.abc import Iterator, Mapping

from lint import Document, Finding, Note, Span, check
from lint.views.clock import DAY, clock, minutes_of, offsets, zones
from lint.views.patterns import pattern

_HOURS = r"(?P<{}_hours>\s?(?i:hours|hrs|h)\b)?"
_ZONE = r"(?:\s?(?P<{}_zone>[A-Z]{{2,4}})\b)?"
# “1 a.m. Moscow time on Sunday (2200 GMT Saturday)”: between the times stand a place and a day, but no other figure.
_TWO_TIMES = pattern(
    rf"(?<![\w.,:/$£€–-])(?i:{clock('first_')})(?![\w%]|[.:]\d){_HOURS.format('first')}{_ZONE.format('first')}"
    r"(?P<between>[^()\[\]\d\n;!?]{0,50}?)[(\[]\s?"
    rf"(?i:{clock('last_')})(?![\w%]|[.:]\d){_HOURS.format('last')}{_ZONE.format('last')}(?!\s?[-–+]\s?\d|[\w:])"
)
_Zones = Mapping[str, tuple[int, ...]]

_GREENWICH = ("GMT", "UTC")
_ROUGHLY = pattern(
    r"\b(?:about|around|roughly|approximately|shortly|just|before|after|nearly|almost|by|some|circa)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
# A full stop within the words between ends the sentence, unless it belongs to “a.m.”.
_SENTENCE_END = pattern(r"\w\w\.\s")


@check(severity="warning", languages=("en",), literals=("gmt", "utc"))
def time_zones(document: Document) -> Iterator[Finding]:
    """A local time and the time in Greenwich that no time zone sets apart: “6 p.m. local time (1323 GMT)”.

    Time zones differ from Greenwich by whole hours, some by half hours, three by quarters. What lies between was
    mistyped, or one of the times belongs to something else. Where the zone is named (“9 a.m. EST”), its own difference
    is expected, with or without daylight saving time.

    Zones that are missing are added in the table `zones` of the configuration.

    Left alone: times that are rounded (“around 6 p.m.”), spans of time, and the day of the week, which may well be
    another.

    ```bad
    Polls closed at ⟦6 p.m. local time (1323 GMT⟧).
    ```
    ```bad
    The rocket lifted off at ⟦9 a.m. EST (1800 GMT⟧) and was back at ⟦2205 GMT (1:40 a.m.⟧ in Lusaka).
    ```
    ```bad {zones = {NPT = "+05:45"}}
    The summit was reached at ⟦9:45 a.m. NPT (0345 GMT⟧), and left at 10:45 a.m. NPT (0500 GMT).
    ```
    ```bad
    Voting began at ⟦25:30 (2230 GMT⟧).
    ```
    ```good
    Polls closed at 6 p.m. local time (1230 GMT), and 1 a.m. Wednesday (2200 GMT Tuesday) in Moscow.
    ```
    ```good
    The rocket lifted off at 9 a.m. EST (1400 GMT), the quake struck at around 6 p.m. (1323 GMT), at 11:45 (0600 GMT).
    ```
    ```good
    The shop is open from 9 a.m. to 5 p.m. (0800-1600 GMT); 12 were hurt (1323 GMT).
    ```
    """
    text, known = document.text, zones(document.settings)
    for match in _TWO_TIMES.finditer(text):
        fault = _fault(match, known) if _is_pair(text, match, known) else ""
        if fault:
            note = Note(Span(*_place(match, "last")), f"the other time: {_shown(match, 'last')}")
            yield Finding(Span(match.start(), match.end()), f"{fault}: check both times", notes=(note,))


def _fault(match: re.Match[str], known: _Zones) -> str:
    first, last = minutes_of(match, "first_"), minutes_of(match, "last_")
    if not (first and last):
        return f"{_shown(match, 'last' if first else 'first')} is no time of the day"
    local, greenwich, zone = first, last, match["first_zone"]
    if zone in _GREENWICH:
        local, greenwich, zone = last, first, match["last_zone"]
    ahead = {(one - other) % DAY for one in local for other in greenwich}
    named = known.get(zone, ())
    if ahead & (frozenset(minutes % DAY for minutes in named) or offsets()):
        return ""
    apart = min(min(minutes, DAY - minutes) for minutes in ahead)
    told = f"{zone} is {_hours(named)} GMT" if named else "no time zone differs so from GMT"
    return (
        f"{_shown(match, 'first')} and {_shown(match, 'last')} lie {apart // 60} h {apart % 60} min apart, but {told}"
    )


def _is_pair(text: str, match: re.Match[str], known: _Zones) -> bool:
    greenwich = [name for name in ("first", "last") if match[f"{name}_zone"] in _GREENWICH]
    if len(greenwich) != 1 or _SENTENCE_END.search(match["between"]):
        return False
    if _ROUGHLY.search(text, max(0, match.start() - 20), match.start()):
        return False
    return all(_is_time(match, name, known) for name in ("first", "last"))


def _is_time(match: re.Match[str], name: str, known: _Zones) -> bool:
    """Whether it is a time and no other figure."""
    marked = match[f"{name}_half"] or match[f"{name}_minute"] or match[f"{name}_word"]
    return bool(marked or match[f"{name}_hours"] or match[f"{name}_zone"] in known)


def _hours(ahead: tuple[int, ...]) -> str:
    return " or ".join(f"{abs(minutes) / 60:g} hours {'behind' if minutes < 0 else 'ahead of'}" for minutes in ahead)


def _place(match: re.Match[str], name: str) -> tuple[int, int]:
    return match.start(f"{name}_time"), max(match.end(f"{name}_{group}") for group in ("time", "hours", "zone"))


def _shown(match: re.Match[str], name: str) -> str:
    start, end = _place(match, name)
    return match.string[start:end]
