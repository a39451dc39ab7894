"""Ordinals beyond their total."""

import re
from collections.abc import Iterator
from functools import cache

from lint import Document, Finding, Note, Settings, Span, check
from lint.views.counts import NUMBER, count_of, number_behind
from lint.views.number_words import numbered, phrases
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_THE = r"(?:the|its|his|her|their|this|that|our|my|your)"
# Nothing of it stands farther before or behind its “of”.
_BEFORE, _BEHIND = 40, 60
# Behind these a number is not the total: a scale, a range, a date, another figure.
_MORE = pattern(
    r"[-–—+/:%’'.,]\w|\s(?:or|to|plus|dozen|score|hundred|thousand|million|billion|January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\b",
)
_YEARS = range(1000, 2101)


@cache
def _ordinals() -> dict[str, int]:
    return {**numbered("ordinals", 1), **numbered("adverbs of order", 1)}


_OF = pattern(r"\sof\s")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Both sides of “of”, then what stands before it, an ordinal or a day counted from one, and the total behind it."""
    ordinal = rf"(?P<ordinal>{'|'.join(numbered('ordinals', 1))}|\d{{1,3}}(?:st|nd|rd|th))"
    turn = "|".join(phrases("turns"))
    before = (
        rf"(?:\b(?:the|its|his|her|their|our|my|your)\s{ordinal}(?:\s(?P<turn>{turn}))?"
        rf"|\b(?P<turn2>{turn})\s(?P<number>{NUMBER}))"
    )
    total = rf"\sof\s(?:(?:{_THE}|an?)\s(?:[a-z]+\s)?)?(?P<total>{NUMBER})"
    behind = rf"{total}(?:-(?P<span>{turn})\b|(?P<noun>\s[a-z’'-]+)?)"
    both = sought(f"{before}{total}", re.IGNORECASE, parts=True)
    in_order = pattern(rf"\s{ordinal}(?:\s(?:{turn}))?\Z", re.IGNORECASE)
    in_turn = number_behind(rf"\b(?:{turn})\s", then=r"\Z")
    return (
        both,
        pattern(rf"{before}\Z", re.IGNORECASE, needs=lambda *text: in_order.search(*text) or in_turn(*text)),
        pattern(behind, re.IGNORECASE, needs=number_behind(r"\b")),
    )


def _literals(_: Settings) -> tuple[str, ...]:
    return tuple(f"{word} " for word in (*numbered("ordinals", 1), "1st", "2nd", "3rd", "th")) + tuple(
        f"{turn} " for turn in phrases("turns")
    )


@check(severity="warning", languages=("en",), literals=_literals)
def ordinals(document: Document) -> Iterator[Finding]:
    """An ordinal beyond its total: “the fourth of three reports”, “the third day of a two-day visit”.

    There is no fourth of three. Either of the two was not brought up to date, or mistyped: check both.

    Measured: no alarm on 28,200 texts of news and blogs; how much it finds is not known, as no labelled set has such
    errors.

    Left alone: dates (“the fourth of July”), fractions (“a third of two cups”), totals with a bound (“the fourth of at
    least three”), and totals in units of their own (“the third of two-hour sessions”).

    ```bad
    It was ⟦the fourth of three reports⟧ on the bridge.
    ```
    ```bad
    On ⟦the third day of a two-day⟧ visit she opened the mill; the tour ended on ⟦day 12 of their 10-day⟧ trip.
    ```
    ```good
    It was the third of four reports; the first of two came on the fourth of July, the fifth of 12 in the spring.
    ```
    ```good
    On the second day of a two-day visit she drank a third of two cups, and the third of the two-hour sessions began.
    ```
    ```good
    It was the fourth of at least three letters, the 20th of two dozen, and the second of one-day matches.
    ```
    """
    text = document.text
    both, before_of, behind_of = _patterns()
    for of in matches(document, _OF, both):
        offset = of.start()
        before = before_of.search(text, max(0, offset - _BEFORE), offset)
        behind = behind_of.match(text, offset, offset + _BEHIND) if before else None
        if not (before and behind):
            continue
        total = count_of(text, Span(*behind.span("total")))
        value = _value(text, before)
        if total is None or value is None or not _is_total(text, before, behind):
            continue
        if 1 < total.high < value and not (behind["total"].isdigit() and int(behind["total"]) in _YEARS):
            span = Span(before.start(), behind.end())
            said = before["ordinal"] or before["number"]
            note = Note(total.span, f"the total is {behind['total']}")
            message = f"there is no {said} of {behind['total']}: write the {_ordinal(total.high)}, or a larger total"
            yield Finding(span, message, notes=(note,))


def _value(text: str, before: re.Match[str]) -> float | None:
    word = before["ordinal"]
    if word:
        return float(_ordinals().get(word.lower()) or int(word[:-2]))
    count = count_of(text, Span(*before.span("number")))
    return count.low if count and count.exact else None


def _is_total(text: str, before: re.Match[str], behind: re.Match[str]) -> bool:
    turn = (before["turn"] or before["turn2"] or "").lower()
    unit = (behind["span"] or "").lower()
    if unit or turn:
        # A day of so many days; a day of two weeks is another matter.
        noun = (behind["noun"] or "").strip().lower()
        return turn == unit or (bool(noun) and noun in (turn, f"{turn}s", f"{turn}es"))
    end = behind.end("total")
    return not _MORE.match(text, end)


def _ordinal(value: float) -> str:
    words = {number: word for word, number in numbered("ordinals", 1).items()}
    return words.get(int(value), f"last of {value:,.0f}")
