"""Changes in percent that do not follow from the two figures beside them."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.patterns import pattern
from lint.views.quantities import QUANTITY, Quantity, quantity_of, same_unit

_UP = "rose|risen|rises|rising|increased|increases|grew|grown|climbed|jumped|soared|surged|gained|up"
_DOWN = "fell|fallen|falls|falling|dropped|declined|decreased|shrank|shrunk|slipped|plunged|plummeted|tumbled|slid|down"
_CHANGE = pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\sby)?\s(?P<hedge>about\s|around\s|nearly\s|almost\s|some\s)?"
    r"(?P<percent>\d{1,4}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent)(?!\s?points?)"
    r"(?:\s(?!to\b|from\b|and\b|but\b)[\w’'-]+){0,4}?,?\s"
    rf"(?:to\s(?P<after>{QUANTITY})(?:\s(?!to\b|from\b|and\b)[\w’'-]+){{0,6}}?,?\sfrom\s(?P<before>{QUANTITY})"
    rf"|from\s(?P<before2>{QUANTITY})(?:\s(?!to\b|from\b|and\b)[\w’'-]+){{0,6}}?,?\sto\s(?P<after2>{QUANTITY}))",
    re.IGNORECASE,
)
# Figures that were adjusted, or are themselves percentages, follow other rules.
_ADJUSTED = pattern(
    r"like-for-like|adjusted|constant|organic|underlying|excluding|annuali[sz]ed|real\sterms|comparable|currency|"
    r"points?\b",
    re.IGNORECASE,
)
_AROUND = 120
# What held on real sentences: rounding of the percentage, a share of it, and more where the writer hedges.
_POINTS, _SHARE, _HEDGED = 0.55, 0.02, 0.1


@check(severity="warning", languages=("en",), literals=("%", "percent", "per cent"))
def change_recomputed(document: Document) -> Iterator[Finding]:
    """A change in percent that does not follow from its figures: “rose 50% to $25m from $20m”.

    The change is computed anew from the two figures, as widely as their rounding allows.

    Left alone: adjusted and like-for-like figures, changes in percentage points, and percentages of percentages.

    ```bad
    Revenue ⟦rose 50% to $25m from $20m⟧ in the spring.
    ```
    ```bad
    Profit ⟦fell by 10% from 120m euros to 80m euros⟧.
    ```
    ```good
    Sales rose 2% to $11.1bn from $10.9bn, and the rate rose 2 percent to 5 percent from 3 percent.
    ```
    ```good
    On a like-for-like basis sales rose 50% to $25m from $20m.
    ```
    """
    text = document.text
    for match in _CHANGE.finditer(text):
        before, after = _quantity(text, match, "before"), _quantity(text, match, "after")
        if before is None or after is None or not same_unit(before, after) or "%" in (before.unit, after.unit):
            continue
        if before.hedged or after.hedged or before.low <= 0:
            continue
        if _ADJUSTED.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND):
            continue
        stated = float(match["percent"])
        sign = 1 if match["up"] else -1
        low = min(sign * (after.low / before.high - 1), sign * (after.high / before.low - 1)) * 100
        high = max(sign * (after.low / before.high - 1), sign * (after.high / before.low - 1)) * 100
        tolerance = _POINTS + _SHARE * stated + (_HEDGED * stated if match["hedge"] else 0)
        if not low - tolerance <= stated <= high + tolerance:
            change = 100 * (after.value / before.value - 1)
            old, new = before.span.of(text), after.span.of(text)
            message = (
                f"from {old} to {new} is {change:+.1f}%, the text says {match['percent']}%: check the three figures"
            )
            note = Note(before.span, f"{new} ÷ {old} − 1 = {change:+.1f}%")
            yield Finding(Span(match.start(), match.end()), message, notes=(note,))


def _quantity(text: str, match: re.Match[str], name: str) -> Quantity | None:
    name = name if match[name] else f"{name}2"
    return quantity_of(text, Span(match.start(name), match.end(name)))
