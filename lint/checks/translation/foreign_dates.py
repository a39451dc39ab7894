"""Dates in the order or with the marks of another language."""

import re
from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.conventions import conventions, is_in_address
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_DATE = pattern(
    r"(?<![\w.,:/-])(?:"
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?![\w./-]*\d)"
    rf"|(?P<first_year>(?:19|20)\d\d),? (?P<named>{_MONTH}) (?P<last_day>[1-9]|[12]\d|3[01])(?!\d|,? \d{{4}})"
    r"(?=[.,;)]|\Z|\n| [a-z])"
    rf"|(?P<dotted_day>[1-9]|[12]\d|3[01])\. (?P<dotted_month>{_MONTH})(?: (?P<dotted_year>(?:19|20)\d\d))?\b)"
)
# Most dates are English ones; this search skips from digit to digit.
_SHORT = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HINT = sought(rf"\d(?:\.\d{{1,2}}\.\d{{4}}|\. {_SHORT}|\d{{3}},? {_SHORT})")
_ENGLISH = pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b")
# “He was number 5. May came”: a sentence may end in a number.
_DATED = pattern(
    r"\b(?:on|of|by|from|to|until|since|the|before|after|between|and|born|died) \Z|day,? \Z|[(*†–-] ?\Z", 2
)
_NEAR = 10


@check(severity="info", languages=("en",), literals=(*(f".{c}" for c in "12"), *(f". {m}" for m in _MONTHS), *_MONTHS))
def foreign_dates(document: Document) -> Iterator[Finding]:
    """A date as another language writes it: “14.05.2023”, “on 3. March”, “2023 May 14”.

    German, Polish, Russian and others write a point behind the day; Chinese, Japanese and Hungarian begin with the
    year. Some houses write dates with points on purpose, so the finding is hidden by default. An article that does so
    three times or more and never writes a date the English way is reported once.

    Where day and month may have changed places (“05.11.2012”), nothing is offered.

    Left alone are versions, addresses, sentences that end in a number, and dates such as 14/05/2023 and 2023-05-14.

    ```bad
    The museum closed on ⟦14.05.2023⟧ and reopens on March 3.
    ```
    ```fixed
    The museum closed on 14 May 2023 and reopens on March 3.
    ```
    ```bad
    It was founded on ⟦3. March 1950⟧, he died on ⟦1951 June 2⟧.
    ```
    ```good
    On 14 May 2023 version 3.10.2023.1 came. He was seen at no. 5. May followed, in 2023. June 2 was dry.
    ```
    """
    text = document.text
    places = []
    for match in matches(document, _DATE, _HINT):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if not is_in_address(text, match.start()) and (match["day"] or _DATED.search(before)):
            places.append((Span(match.start(), match.end()), _in_english(match)))
    places = [place for place in places if not is_mentioned(document, place[0])]
    for found in conventions(places, mixed=bool(places and _ENGLISH.search(text))):
        fix = Fix("Write it the English way", tuple(Edit(span, new) for span, new in found.right))
        notes = tuple(Note(span, "here, too") for span in found.others)
        what = (
            f"“{found.span.of(text)}” is written as in another language: write the month as a word, as in “14 May 2023”"
        )
        message = found.message(what)
        yield Finding(found.span, message, fix=fix if fix.edits else None, notes=notes)


def _in_english(match: re.Match[str]) -> str:
    """The date in words; nothing where day and month may have changed places."""
    if match["day"]:
        day, month = int(match["day"]), int(match["month"])
        return f"{day} {_MONTHS[month - 1]} {match['year']}" if day > len(_MONTHS) else ""
    if match["named"]:
        return f"{match['last_day']} {match['named']} {match['first_year']}"
    return " ".join(filter(None, match.group("dotted_day", "dotted_month", "dotted_year")))
