"""Fractions in words and as percentages: “two thirds”, “one in five”, “60 percent”, “by a quarter”."""

import re
from typing import NamedTuple

from lint.views.patterns import pattern

_NUMERATORS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_VALUES = {word: number for number, word in enumerate(_SMALL.split("|"), 1)}
# “Half”, “two-thirds”, “one in five”, “60 percent”.
FRACTION = (
    rf"(?:(?:(?:{'|'.join(_NUMERATORS)})[\s-])?(?:{'|'.join(_DENOMINATORS)})s?"
    rf"|(?:{_SMALL})\s(?:in|out\sof)(?:\severy)?\s(?:{_SMALL})|\d{{1,3}}(?:\.\d{{1,2}})?(?:\s?%|\sper\s?cent))"
)
_IN_WORDS = pattern(
    rf"(?:(?P<top>{'|'.join(_NUMERATORS)})[\s-])?(?P<bottom>{'|'.join(_DENOMINATORS)})s?\Z", re.IGNORECASE
)
_ONE_IN = pattern(rf"(?P<top>{_SMALL})\s(?:in|out\sof)(?:\severy)?\s(?P<bottom>{_SMALL})\Z", re.IGNORECASE)


class Fraction(NamedTuple):
    """A share of one, and how far it may be off: half a unit of what is written, or a little for words."""

    value: float
    off: float


def fraction_of(written: str) -> Fraction | None:
    """The fraction that FRACTION matched."""
    if match := _IN_WORDS.match(written):
        return Fraction(_NUMERATORS[(match["top"] or "a").lower()] / _DENOMINATORS[match["bottom"].lower()], 0.02)
    if match := _ONE_IN.match(written):
        return Fraction(_VALUES[match["top"].lower()] / _VALUES[match["bottom"].lower()], 0.03)
    figure = re.match(r"\d+(?:\.\d+)?", written)
    if figure is None:
        return None
    return Fraction(float(figure[0]) / 100, 0.0051 * 10.0 ** -len(figure[0].partition(".")[2]))
