"""Measured values as they are written, as intervals with a unit: “10%”, “$12m”, “nearly 3.2 million”.

An interval holds what the writer may mean: “$12m” was rounded to a million, “more than 10%” has no upper end.
"""

import re
from math import inf
from typing import NamedTuple

from lint.span import Span
from lint.views.number_words import phrases
from lint.views.patterns import pattern

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
_AT_LEAST, _AT_MOST, _ABOUT = phrases("at least"), phrases("at most"), phrases("about")
_VAGUE = 0.1

_HEDGE = "|".join((*_AT_LEAST, *_AT_MOST, *_ABOUT))
# No figure that says anything has more digits.
_FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?"
QUANTITY = (
    rf"(?:(?:{_HEDGE})\s)?(?:US|A|C)?[$£€]?{_FIGURE}"
    r"(?:\s?(?:thousand|million|billion|trillion|bn|mn|m|k)\b)?"
    r"(?:\s?%|\s(?:percent|per\scent)\b|\s(?:euros?|dollars?|pounds?|cents?|pence)\b|[cp]\b)?"
    r"(?![\w.,:/–-]*\d|\w)"
)
# What begins as each QUANTITY does, for what patterns need that hold one.
NEEDED_QUANTITY = r"(?:[a-z]+\s){0,3}?[a-z]{0,2}[$£€]?\d"
_PARTS = pattern(
    rf"(?:(?P<hedge>{_HEDGE})\s)?(?P<currency>(?:US|A|C)?[$£€])?(?P<figure>{_FIGURE})"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|bn|mn|m|k)\b)?\s?(?P<unit>%|percent|per\scent|[a-z]+)?",
    re.IGNORECASE,
)
_UNITS = {
    "%": "%",
    "percent": "%",
    "euro": "€",
    "euros": "€",
    "dollar": "$",
    "dollars": "$",
    "pound": "£",
    "pounds": "£",
    "cent": "¢",
    "cents": "¢",
    "c": "¢",
    "pence": "p",
    "p": "p",
}


class Quantity(NamedTuple):
    """A value: its place, the smallest and the largest number that it can mean, and its unit (“%”, “$” …, or none).

    `bounded` tells that a word such as “about” or “more than” stands before it.
    """

    span: Span
    low: float
    high: float
    unit: str
    value: float
    bounded: bool = False

    @property
    def hedged(self) -> bool:
        """Whether the writer says that the figure is not exact."""
        return self.high == inf or self.low == 0 or self.high - self.low > _VAGUE * self.value

    @property
    def rounded(self) -> bool:
        """Whether it means more than one whole number."""
        return self.high - self.low > 1


def quantity_of(text: str, span: Span) -> Quantity | None:
    """The quantity that stands at a place where QUANTITY matched."""
    parts = _PARTS.match(text[span.start : span.end])
    if parts is None:
        return None
    figure = parts["figure"].replace(",", "")
    scale = _SCALES.get((parts["scale"] or "").lower(), 1.0)
    value = float(figure) * scale
    half = _last_place(figure, rounded=scale > 1) * scale / 2
    unit = parts["currency"] or _UNITS.get(re.sub(r"\s", "", (parts["unit"] or "").lower()), "")
    unit = "$" if unit.endswith("$") else unit
    hedge = (parts["hedge"] or "").lower()
    if hedge in _AT_LEAST:
        return Quantity(span, value - half, inf, unit, value, bounded=True)
    if hedge in _AT_MOST:
        return Quantity(span, 0, value + half, unit, value, bounded=True)
    if hedge in _ABOUT:
        return Quantity(span, value * (1 - _VAGUE), value * (1 + _VAGUE), unit, value, bounded=True)
    return Quantity(span, value - half, value + half, unit, value)


def _last_place(figure: str, *, rounded: bool) -> float:
    """The weight of the last digit that says something: .01 for 3.14, 100 for 1,200, 1 for 1,203."""
    if "." in figure:
        return 10.0 ** -len(figure.partition(".")[2])
    zeros = len(figure) - len(figure.rstrip("0"))
    if rounded or len(figure) < 3 or zeros < 2:
        return 1.0
    # 1,200 and 45,000 were rounded to their zeros; of 200 that is less likely.
    return 10.0 ** (zeros if len(figure) > 3 else zeros - 1)


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities can be compared: “from 10 to 15%” names the unit once."""
    return first.unit == second.unit or not (first.unit and second.unit)
