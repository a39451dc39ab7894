"""Times in two zones that do not fit."""

import re
from collections.abc import Iterator, Mapping

from lint import Document, Finding, Note, Span, check
from lint.views.clock import DAY, clock, minutes_of, offsets, zones
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_HOURS = r"(?P<{}_hours>\s?(?i:hours|hrs|h)\b)?"
_ZONE = r"(?:\s?(?P<{}_zone>[A-Z]{{2,4}})\b)?"
# “1 a.m. Moscow time on Sunday (2200 GMT Saturday)”: between the times stand a place and a day, but no other figure.
_TWO_TIMES = pattern(
    rf"(?<![\w.,:/$£€–-])(?i:{clock('first_')})(?![\w%]|[.:]\d){_HOURS.format('first')}{_ZONE.format('first')}"
    r"(?P<between>[^()\[\]\d\n;!?]{0,50}?)[(\[]\s?"
    rf"(?i:{clock('last_')})(?![\w%]|[.:]\d){_HOURS.format('last')}{_ZONE.format('last')}(?!\s?[-–+]\s?\d|[\w:])"
)
# “5 p.m. ET (2 p.m. PT)”, “1 p.m. Eastern Time / 10 a.m. Pacific Time”
_NAMED_ZONE = (
    r"(?P<{}_zone>[A-Z]{{2,4}}\b|(?:Eastern|Central|Mountain|Pacific)\b)(?:\s(?:Standard|Daylight))?(?:\s[Tt]ime\b)?"
)
_TWO_ZONES = pattern(
    rf"(?<![\w.,:/$£€–-])(?i:{clock('first_')})\s?(?:U\.?S\.?\s)?{_NAMED_ZONE.format('first')}"
    rf"(?:\s?\(|\s?/\s?|,\s|;\s|,?\sor\s|\s[–-]\s)(?i:{clock('last_')})\s?(?:U\.?S\.?\s)?{_NAMED_ZONE.format('last')}"
)
# North America changes its clocks in one night: these are always as far apart.
_TOGETHER = frozenset(("ET", "EST", "EDT", "Eastern", "CT", "CDT", "Central", "PT", "PST", "PDT", "Pacific"))
# What a scan looks for: without one of these, nothing is compared.
_IN_GREENWICH, _IN_THE_EAST = sought(r"\b(?:GMT|UTC)\b"), sought(r"[Mm]\.?\s(?:U\.?S\.?\s)?(?:ET|EST|EDT|Eastern)\b")
_Zones = Mapping[str, tuple[int, ...]]

_YEARS = range(1800, 2060)
_GREENWICH = ("GMT", "UTC")
_ROUGHLY = pattern(
    r"\b(?:about|around|roughly|approximately|shortly|just|before|after|nearly|almost|by|some|circa)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
# A full stop within the words between ends the sentence, unless it belongs to “a.m.”.
_SENTENCE_END = pattern(r"\w\w\.\s")


_EASTERN = ("m. et", "m. est", "m. edt", "m. eastern", "m et", "m est", "m edt", "m eastern")


@check(severity="warning", languages=("en",), literals=("gmt", "utc", *_EASTERN))
def time_zones(document: Document) -> Iterator[Finding]:
    """A local time and the time in Greenwich that no time zone sets apart: “6 p.m. local time (1323 GMT)”.

    Time zones differ from Greenwich by whole hours, some by half hours, three by quarters. What lies between was
    mistyped, or one of the times belongs to something else. Where the zone is named (“9 a.m. EST”), its own difference
    is expected, with or without daylight saving time; so is that of two named zones of which one is Eastern Time.

    Zones that are missing are added in the table `zones` of the configuration.

    Left alone: times that are rounded (“around 6 p.m.”), spans of time, and the day of the week, which may well be
    another.

    ```bad
    Polls closed at ⟦6 p.m. local time (1323 GMT⟧).
    ```
    ```bad
    The rocket lifted off at ⟦9 a.m. EST (1800 GMT⟧) and was back at ⟦2205 GMT (1:40 a.m.⟧ in Lusaka).
    ```
    ```bad
    The results come at ⟦5 p.m. ET (3 p.m. PT⟧), the call at ⟦1 p.m. Eastern Time / 11 a.m. Pacific Time⟧.
    ```
    ```bad {zones = {NPT = "+05:45"}}
    The summit was reached at ⟦9:45 a.m. NPT (0345 GMT⟧), and left at 10:45 a.m. NPT (0500 GMT).
    ```
    ```bad
    Voting began at ⟦25:30 (2230 GMT⟧), and ended at ⟦0930 (0007 GMT⟧).
    ```
    ```good
    Polls closed at 6 p.m. local time (1230 GMT), and 1 a.m. Wednesday (2200 GMT Tuesday) in Moscow.
    ```
    ```good
    The rocket lifted off at 9 a.m. EST (1400 GMT), the quake struck at around 6 p.m. (1323 GMT), at 11:45 (0600 GMT).
    ```
    ```good
    The results come at 5 p.m. ET (2 p.m. PT), the call at 11 p.m. Eastern Time, 8 p.m. Pacific Time, 4 a.m. GMT.
    ```
    ```good
    The shop is open from 9 a.m. to 5 p.m. (0800-1600 GMT); 12 were hurt (1323 GMT).
    ```
    """
    text, known = document.text, zones(document.settings)
    for match in matches(document, _TWO_TIMES, _IN_GREENWICH):
        fault = _fault(match, known) if _is_pair(text, match, known) else ""
        if fault:
            note = Note(Span(*_place(match, "last")), f"the other time: {_shown(match, 'last')}")
            yield Finding(Span(match.start(), match.end()), f"{fault}: check both times", notes=(note,))
    for match in matches(document, _TWO_ZONES, _IN_THE_EAST):
        fault = _apart(match, known)
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


def _apart(match: re.Match[str], known: _Zones) -> str:
    """What is wrong with the times of two named zones."""
    zones_named = match["first_zone"], match["last_zone"]
    first, last = (known.get(zone, ()) for zone in zones_named)
    # With Greenwich the pattern above deals; without a.m. or p.m. a figure may be none of the clock.
    if not (first and last) or first == last or set(zones_named) & set(_GREENWICH):
        return ""
    if not (match["first_half"] and match["last_half"]) or _ROUGHLY.search(
        match.string, max(0, match.start() - 20), match.start()
    ):
        return ""
    if _TOGETHER.issuperset(zones_named):
        apart = {first[0] - last[0]}
    else:
        apart = {one - other for one in first for other in last}
    told = {one - other for one in minutes_of(match, "first_") for other in minutes_of(match, "last_")}
    if not told or {minutes % DAY for minutes in told} & {minutes % DAY for minutes in apart}:
        return ""
    hours = " or ".join(f"{abs(minutes) / 60:g} hours {'behind' if minutes < 0 else 'ahead'}" for minutes in apart)
    lie = min(min(minutes % DAY, -minutes % DAY) for minutes in told)
    between = f"{_shown(match, 'first')} and {_shown(match, 'last')} lie {lie // 60} h {lie % 60} min apart"
    return f"{between}, but {zones_named[0]} is {hours} of {zones_named[1]}"


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
    return bool(marked or match[f"{name}_hours"] or match[f"{name}_zone"] in known or _is_four(match, name))


def _is_four(match: re.Match[str], name: str) -> bool:
    """“0900 (0107 GMT)”, “2030 local time (1007 GMT)”: four figures that are no year."""
    four = match[f"{name}_four"]
    return bool(four) and (int(four) not in _YEARS or "local" in match["between"])


def _hours(ahead: tuple[int, ...]) -> str:
    return " or ".join(f"{abs(minutes) / 60:g} hours {'behind' if minutes < 0 else 'ahead of'}" for minutes in ahead)


def _place(match: re.Match[str], name: str) -> tuple[int, int]:
    return match.start(f"{name}_time"), max(
        match.end(f"{name}_{group}") for group in ("time", "hours", "zone") if f"{name}_{group}" in match.re.groupindex
    )


def _shown(match: re.Match[str], name: str) -> str:
    start, end = _place(match, name)
    return match.string[start:end]
