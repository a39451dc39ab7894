"""Numbers with the marks of another language."""

import re
from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.conventions import conventions, is_in_address
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

# What is counted in whole numbers: of these, nobody has one and a fifth.
_COUNTED = (
    "people|persons|men|women|children|boys|girls|homes|houses|households|flats|families|residents|inhabitants|citizens"
    "|employees|workers|jobs|staff|soldiers|troops|fighters|police|officers|firefighters|volunteers|visitors|guests"
    "|passengers|tourists|travell?ers|spectators|fans|participants|demonstrators|protesters|students|pupils|teachers"
    "|patients|doctors|nurses|deaths|dead|injured|wounded|cases|victims|survivors|migrants|refugees|voters|votes|members"
    "|customers|clients|users|subscribers|vehicles|cars|buses|trucks|lorries|trains|flights|ships|boats|animals|cows"
    "|sheep|pigs|trees|copies|books|tickets|seats|beds|companies|firms|shops|schools|hospitals|villages|towns|buildings"
    "|apartments|euros|dollars|pounds|francs|zlotys|rubles|roubles|hryvnias|yuan|pesos|kilomet(?:er|re)s|tons|tonnes"
    "|hectares|inmates|prisoners|athletes|players|islands|objects|items|documents|complaints|requests|applications"
)
_MEASURED = (
    r"(?:million|billion|trillion|Mio|Mrd|mln|mlrd|percent|per cent|percentage points?|out of|seconds|degrees"
    r"|kilomet(?:er|re)s|met(?:er|re)s|cent[io]met(?:er|re)s|tons"
    r"|tonnes|hectares|euros|dollars|years|hours|points|times|lit(?:er|re)s|kilograms|kilos)\b|(?:km|kg|cm|mm|ha|bn)\b|%|°"
)
# The digit stands first, as a search for a digit skips most of the text at once.
_FOREIGN = sought(
    r"\d(?<![\d.,:/-]\d)(?:"
    rf"(?<!0)\d{{0,2}}\.\d{{3}}(?= (?:{_COUNTED})\b)(?! \w+ (?:per|a) )"
    r"|(?<!0)\d{0,2}\.\d{3}\.\d{3}(?P<long>)(?:\.\d{3})?(?![\d.]\d|[\w-])"
    r"|(?<!0)\d{0,2}(?:\.\d{3}){1,3},\d{1,2}(?![\d,.]\d|\w)"
    r"|(?<!0)\d{0,2}\.000(?P<round>)(?= \w)"
    rf"|\d{{0,2}},\d{{1,2}}(?=[ -]?(?:{_MEASURED})))",
    needs=r"\d(?:\.\d{3}|,\d\d?(?!\d))",
)
# “about 10.000 were hurt”
_ABOUT = pattern(
    r"\b(?:about|some|around|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|estimated|roughly"
    r"|approximately) \Z",
    2,
)
_VERSION = pattern(r"\b(?:version|release|build|v|IP|section|article|no|number|ISBN|chapters?|pages?)\.? ?\Z", 2)
# 1,200 and 3.5 million; a year, an amount with cents or a time tells nothing.
_ENGLISH = pattern(rf"(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+(?![\d,])|(?<![\d.,])\d{{1,3}}\.\d{{1,2}}(?= ?(?:{_MEASURED}))")
_NEAR = 12
_TO_ENGLISH = str.maketrans(".,", ",.")


@check(severity="warning", languages=("en",))
def foreign_number_formats(document: Document) -> Iterator[Finding]:
    """A number with the marks of another language: “1.200 homes”, “3,5 million”, “4.178.021”.

    Most of Europe writes a point for thousands and a comma for decimals. Left so, the number is wrong by a factor of a
    thousand for an English reader. Reported are decimals with a comma before a unit or a word such as “million”,
    thousands with a point before what is counted in whole numbers, and numbers with two points.

    An article that does so three times or more and never writes a number the English way is reported once, with a fix
    for all of it: that may be the way of the house.

    Left alone are versions, sections, addresses, lists such as “pages 3,5”, thousands before measures that have
    decimals (“1.200 seconds”, “1.899 euros per litre”).

    All seven reports in 400,000 words of clean prose were right (human translations), as were the thirteen on
    machine translations; in a million words of news and speeches there were none.

    ```bad
    The dam supplies ⟦1.200⟧ homes and cost ⟦3,5⟧ million euros, 1,000 more than planned.
    ```
    ```fixed
    The dam supplies 1,200 homes and cost 3.5 million euros, 1,000 more than planned.
    ```
    ```bad
    The town has ⟦14.200⟧ inhabitants. Of them, 3.100 people are over 65, and 2.050 people under 18.
    ```
    ```bad
    In all, ⟦4.178.021⟧ ballots were counted.
    ```
    ```good
    It took 1.200 seconds and 3.5 million tries in version 4.178.021; see pages 3,5 and 1,200 others. Petrol costs
    1.899 euros per litre.
    ```
    """
    text = document.text
    places = [
        (Span(match.start(), match.end()), match[0].translate(_TO_ENGLISH))
        for match in matches(document, _FOREIGN)
        if not _is_other(text, match)
    ]
    places = [place for place in places if not is_mentioned(document, place[0])]
    for found in conventions(places, mixed=bool(places and _ENGLISH.search(text))):
        fix = Fix("Write it the English way", tuple(Edit(span, new) for span, new in found.right))
        notes = tuple(Note(span, "here, too") for span in found.others)
        what = f"“{found.span.of(text)}” is written as in another language: English writes “{found.places[0][1]}”"
        message = found.message(what)
        yield Finding(found.span, message, fix=fix if fix.edits else None, notes=notes)


def _is_other(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    if is_in_address(text, start):
        return True
    if match["round"] is not None and not _ABOUT.search(text, max(0, start - _NEAR), start):
        return True
    return match["long"] is not None and bool(_VERSION.search(text, max(0, start - _NEAR), start))
