"""Measures and their conversions that are not the same."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from math import pow

from lint import Document, Finding, Note, Span, check
from lint.views.lines import lines_with
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches
from lint.views.units import Added, Unit, added_units, units

_FIGURE = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,3})?|\d{1,9}(?:\.\d{1,3})?"
_SCALE = r"(?:\s(?:million|billion)\b)?"
_SCALES = {"million": 1e6, "billion": 1e9}
_HEDGE = (
    r"(?:about\s|around\s|approximately\s|approx\.?\s|roughly\s|some\s|nearly\s|almost\s|just\s(?:over|under)\s|over\s|"
    r"more\sthan\s|less\sthan\s|under\s|at\sleast\s|up\sto\s|~\s?|c\.\s?)?"
)
# What may stand behind a conversion; “(20 km of them unpaved)” is none.
_NO_MORE = "or|and|in|at|on|to|from|away|long|wide|high|deep|tall|thick|north|south|east|west|off|inland|offshore|"
_NO_MORE += "northeast|northwest|southeast|southwest|upstream|downstream|above|below"
# Neither rounding nor a hedge explains more.
_TOLERANCE, _HEDGED = 0.03, 0.1
_DEGREES = 1.0
_KM = ("length", 1000.0)
_ROUND = pattern(r"[1-9][05]|[1-9]00")
# Differences of temperature are converted without the zero.
_DIFFERENCE = pattern(
    r"\b(?:warmer|cooler|colder|hotter|rise[ns]?|rose|fell|fall|drop\w*|increase[ds]?|decrease[ds]?|above|below|by|"
    r"warming|differences?|swings?|variations?|vary|varies)\b",
    re.IGNORECASE,
)
_AROUND = 60
# A measure with all that belongs to it, in characters.
_LONGEST_MEASURE = 160
# “6 ft 4 in”, “11 stone, 4 pounds”: one measure in two units.
_SMALLER = "inches|inch|in|ounces|ounce|oz|pounds|pound|lbs|lb"
_LARGER = pattern(
    r"(?<![\w.,$£€–-])(?P<figure>\d{1,3})[\s-]?(?P<unit>feet|foot|ft|pounds?|lbs?|stone)(?:\.?,?\s(?:and\s)?|-)\Z", re.I
)
# “5 furlongs and 188 yards”: of units that are not computed.
_LONGER = pattern(
    r"(?:\d\s?|\b(?:the|a)\s)(?:miles?|furlongs?|chains?|leagues?|st)(?:,|\sand|,\sand)?\s(?:\d{1,2}\slbs?\s)?\Z",
    re.IGNORECASE,
)
_RANGE = pattern(r"\s?[-–—]\s?\d")
# “Between 41°F and 46°F (5°C to 8°C)”: the first figure converts another one.
_SEVERAL = pattern(r"\s(?:to|and)\s\d|,\s\d")
_BELOW_ZERO = pattern(r"\b(?:minus|negative)\s\Z", re.IGNORECASE)
_BEFORE = 20
# Nobody offers a choice of 210,000 gallons or 800,000 litres.
_MANY = 1000
# What stands between a measure and its conversion, and the figure behind.
_CONVERTED = sought(rf"(?:[\[(/=]\s?|[rR](?<=\s[oO][rR])\s){_HEDGE}\d", re.IGNORECASE)


@cache
def _conversion(added: Added) -> re.Pattern[str]:
    names = sorted(units(added), key=len, reverse=True)
    unit = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names)
    return pattern(
        rf"(?:(?<![\w$£€.,/⁄–−’'′-])|(?<=foot-)|(?<=feet-))(?P<hedge>{_HEDGE})(?P<figure>{_FIGURE})(?P<scale>{_SCALE})[\s-]?(?P<unit>{unit})\b\.?"
        r"(?:,?\s?[(\[]|,?\sor\s|\s?/\s?|\s?=\s?)"
        rf"(?P<hedge2>{_HEDGE})(?P<figure2>{_FIGURE})(?P<scale2>{_SCALE})[\s-]?(?P<unit2>{unit})(?![\w²³/])"
        rf"(?:\.?,?\s(?:and\s)?(?P<more>\d{{1,2}}(?:\.\d)?)\s?(?P<unit3>{_SMALLER})\b)?"
        rf"(?=\.?\s?(?:[)\],;:!?/—–]|\.\s|\Z)|\.?\n|\s(?:{_NO_MORE})\b)",
        re.IGNORECASE,
        needs=rf"\d[^\d\n]*?(?:[(\[/=]|\sor)\s?{_HEDGE}\d[\d,.]*{_SCALE}[\s-]?[^\s\d,.;:!?()\[\]]",
    )


@check(severity="warning", languages=("en",), literals=("(", "[", "/", "=", " or "))
def unit_conversions(document: Document) -> Iterator[Finding]:
    """A measure and its conversion that are not the same: “50 miles (120 km)”.

    The conversion is computed anew; rounding of both figures is allowed for, and three percent more.

    Measured: of 45 conversions that were changed in real sentences, 27 of them not looked at while the rule was
    written, all are found. On 28,200 texts of news and blogs it spoke twice, of figures rounded to tens and fives,
    since mended.

    Left alone: one measure in two units (“5 feet, 3 inches”), two round figures to choose from (“a 5 km or 10 mile
    walk”), differences of temperature, hedged figures that come near, and names of several units (miles of land and
    sea, tons, gallons), of which any may be meant.

    ```bad
    The lake lies ⟦50 miles (120 km⟧) north of the border.
    ```
    ```bad
    He left ⟦40 acres, or 60 hectares⟧, to the village.
    ```
    ```bad
    It was ⟦20 °C (90 °F⟧) in the shade.
    ```
    ```bad
    She is ⟦5 ft 4 in (1.93 m⟧) tall, her brother ⟦1.93 metres (5 feet, 4 inches⟧), and it was ⟦minus 8 °C (46 °F⟧).
    ```
    ```bad {units = {verst = "1.0668 km"}}
    The station lay ⟦30 verst (20 km⟧) from the town and 10 verst (10.7 km) from the river.
    ```
    ```good
    The wreck lies 60 km (40 miles) off the coast.
    ```
    ```good
    They ran 26 miles 385 yards (42.195 km) at 1.5 °C - 4.5 °C (35 °F – 40 °F); the variation may be 40 °F (20 °C).
    ```
    ```good
    The crew weighed 11 st 6 lb 2 oz (72.5 kg) and 12 st 3.75 lb (77.9 kg); they ran a mile and 70 yards (1,673 m).
    ```
    ```good
    The lake lies 50 miles (80 km) north of the border, and about 12 miles (20km) from the sea.
    ```
    ```good
    He is 5 feet, 3 inches tall and weighs 11 stone, 4 pounds; it was 2C (4F) warmer than usual, and 68F (20C) at noon.
    ```
    ```good
    She is 6 ft 4 in (1.93 m) tall, her brother 1.93 metres (6 feet, 4 inches), and it was minus 8 °C (17.6 °F).
    ```
    ```good
    The mine gave 590 kg (18,969 ounces) of gold and keeps to 1.5 degrees Celsius (2.7 degrees Fahrenheit) of warming.
    ```
    ```good
    It froze between 28°F and 23°F (-2°C to -5°C), and thawed at 41°F and 46°F (5°C and 8°C).
    ```
    ```good
    The 5 km or 10 mile walk leads along 40 miles (12 km of them unpaved) of coast, in a zone of 200 miles (370 km).
    ```
    """
    added = added_units(document.settings)
    text, known = document.text, units(added)
    for match in _conversions(document, added):
        first, second = _unit(match, "unit", known), _unit(match, "unit2", known)
        if first.dimension != second.dimension or first.factor == second.factor:
            continue
        # “35m (56km)”: of miles.
        if match["unit"] == "m" and (second.dimension, second.factor) == _KM:
            continue
        if _is_on_offer(match) or _is_difference(text, match, first) or _SEVERAL.match(text, match.end()):
            continue
        start = match.start("figure")
        if _LONGER.search(text, max(0, start - _BEFORE), start) or _RANGE.match(text, match.end()):
            continue
        if not _agree(match, first, second, known):
            whole, conversion = _place(match, "", known), _place(match, "2", known)
            converted = conversion.of(text)
            told = f"{whole.of(text)} is {_converted(match, first, second, known)}, the text says {converted}"
            note = Note(conversion, f"the conversion: {converted}")
            yield Finding(Span(whole.start, conversion.end), f"{told}: check both figures", notes=(note,))


def _conversions(document: Document, added: Added) -> Iterator[re.Match[str]]:
    # The pattern of all units takes longer to compile than an article to check, and few articles convert anything.
    for start, end in lines_with(document.text, matches(document, _CONVERTED), before=_LONGEST_MEASURE):
        yield from _conversion(added).finditer(document.text, start, end)


def _unit(match: re.Match[str], group: str, known: Mapping[str, Unit]) -> Unit:
    return known[re.sub(r"[\s-]", " ", match[group].lower())]


def _larger(match: re.Match[str], known: Mapping[str, Unit]) -> re.Match[str] | None:
    """The feet before the inches of the first measure."""
    start = match.start("figure")
    before = _LARGER.search(match.string, max(0, start - _BEFORE), start)
    smaller = before and _unit(match, "unit", known)
    return before if before and smaller and _beside(known[before["unit"].lower()], smaller) else None


def _beside(larger: Unit, smaller: Unit) -> bool:
    return larger.dimension == smaller.dimension and larger.factor > smaller.factor


def _value(match: re.Match[str], number: str, known: Mapping[str, Unit]) -> float:
    """The value in its unit, with the feet before its inches, or the inches behind its feet."""
    value = float(match[f"figure{number}"].replace(",", "")) * _SCALES.get(match[f"scale{number}"].strip().lower(), 1.0)
    unit = _unit(match, f"unit{number}", known)
    if not number:
        start = match.start("figure")
        if unit.dimension == "temperature" and _BELOW_ZERO.search(match.string, max(0, start - _BEFORE), start):
            return -value
        larger = _larger(match, known)
        return value + float(larger["figure"]) * known[larger["unit"].lower()].factor / unit.factor if larger else value
    if match["more"] and _beside(unit, known[match["unit3"].lower()]):
        return value + float(match["more"]) * known[match["unit3"].lower()].factor / unit.factor
    return value


def _half(match: re.Match[str], number: str) -> float:
    """Half a unit in the last place that says something."""
    figure = match[f"figure{number}"].replace(",", "")
    scale = _SCALES.get(match[f"scale{number}"].strip().lower(), 1.0)
    if "." in figure:
        return 0.5 * scale * pow(10, -len(figure.partition(".")[2]))
    zeros = len(figure) - len(figure.rstrip("0"))
    # Two digits are meant, however many zeros follow: 100 is no guess at anything from 50 to 150.
    return 0.5 * scale * pow(10, min(zeros, max(0, len(figure) - 2)))


def _agree(match: re.Match[str], first: Unit, second: Unit, known: Mapping[str, Unit]) -> bool:
    # “60 km (40 miles)”: who converts tens or fives into tens or fives has rounded to them.
    round_ = first.dimension != "temperature" and all(
        _ROUND.fullmatch(match[f"figure{number}"]) for number in ("", "2")
    )
    # “A limit of 1.5 degrees Celsius, or 2.7 degrees Fahrenheit”: of warming.
    apart = [_value(match, number, known) * unit.factor for number, unit in (("", first), ("2", second))]
    if first.dimension == "temperature" and abs(apart[0] - apart[1]) <= _DEGREES / 2:
        return True
    pairs = product(_intervals(match, "", first, known), _intervals(match, "2", second, known, round_=round_))
    return any(low <= high2 and low2 <= high for (low, high), (low2, high2) in pairs)


def _intervals(
    match: re.Match[str], number: str, unit: Unit, known: Mapping[str, Unit], *, round_: bool = False
) -> Iterator[tuple[float, float]]:
    """What a measure can mean in the base unit, once for each meaning of its unit."""
    value, half = _value(match, number, known), _half(match, number)
    if number and match["more"]:
        half *= known[match["unit3"].lower()].factor / unit.factor
    if round_:
        figure = match[f"figure{number}"]
        half = max(half, 50.0 if len(figure) > 2 else 5.0 if figure.endswith("0") else 2.5)
    spread = (_HEDGED if match[f"hedge{number}"] else _TOLERANCE) / 2
    for factor in unit.factors:
        low, high = unit.in_base(value - half, factor), unit.in_base(value + half, factor)
        if unit.dimension == "temperature":
            yield low - _DEGREES / 2, high + _DEGREES / 2
        else:
            yield low * (1 - spread), high * (1 + spread)


def _is_on_offer(match: re.Match[str]) -> bool:
    """“a 5 km or 10 mile walk”: two round figures with nothing but “or” between are a choice."""
    between = match.string[match.end("unit") : match.start("hedge2")].strip(" .")
    figures = tuple(match[f"figure{number}"].replace(",", "") for number in ("", "2"))
    return between in ("or", "/") and all(float(figure) % 5 == 0 and float(figure) < _MANY for figure in figures)


def _is_difference(text: str, match: re.Match[str], unit: Unit) -> bool:
    if unit.dimension != "temperature":
        return False
    return bool(_DIFFERENCE.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND))


def _converted(match: re.Match[str], first: Unit, second: Unit, known: Mapping[str, Unit]) -> str:
    base = first.in_base(_value(match, "", known))
    value = (base - second.in_base(0)) / second.factor
    return f"{value:,.0f} {match['unit2']}" if abs(value) >= 10 else f"{value:,.1f} {match['unit2']}"


def _place(match: re.Match[str], number: str, known: Mapping[str, Unit]) -> Span:
    start = match.start(f"figure{number}")
    if not number:
        before = _larger(match, known) or _BELOW_ZERO.search(match.string, max(0, start - _BEFORE), start)
        start = before.start() if before else start
    return Span(start, match.end("unit3" if number and match["more"] else f"unit{number}"))
