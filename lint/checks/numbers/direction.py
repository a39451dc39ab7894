"""Figures that go the other way than the verb."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.counts import sentences
from lint.views.patterns import pattern
from lint.views.quantities import QUANTITY, Quantity, quantity_of, same_unit

_UP = (
    "rose|rises|rise|risen|rising|increased|increases|increase|increasing|grew|grows|grow|grown|growing|climbed|climbs|"
    "climb|climbing|jumped|jumps|jump|soared|surged|raised|raises|raise|raising"
)
_DOWN = (
    "fell|falls|fall|fallen|falling|dropped|drops|drop|dropping|declined|declines|decline|declining|decreased|decreases|"
    "decrease|decreasing|shrank|shrunk|shrinking|slipped|plunged|plummeted|tumbled|lowered|lowers|lower|lowering|"
    "reduced|reduces|reduce|reducing"
)
_NOT_PAST = "falls fall falling drops drop dropping declines decline declining decreases decrease decreasing".split()
_NOT_PAST += "shrinking lowers lower lowering reduces reduce reducing".split()
_WORDS = r"(?:\s(?!from\b|to\b|and\b|but\b|or\b|while\b|with\b)[\w’'%.-]+){0,12}?[,:]?"
_AFTER = r"(?:\s(?!to\b|from\b|and\b|but\b|or\b)[\w’'-]+){0,5}?,?"
_FROM_TO = pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_WORDS}"
    rf"\s(?:from\s(?P<before>{QUANTITY}){_AFTER}\sto\s(?P<after>{QUANTITY})"
    rf"|to\s(?P<after2>{QUANTITY}){_AFTER}\sfrom\s(?P<before2>{QUANTITY}))",
    re.IGNORECASE,
)
# Where less is more, or where two figures are one range: rankings, losses, temperatures, exchange rates, odds, times.
_OTHERWISE = pattern(
    r"\b(?:rank\w*|seed\w*|place[sd]?|position\w*|spot|standings|loss\w*|deficit\w*|negative|minus|temperatures?|degrees?|"
    r"celsius|fahrenheit|odds|yen|won|rupees?|lira|rubles?|roubles?|pesos?|rupiah|krona|rand|naira|yuan|ranges?|ranging|"
    r"ranged|between|exchange|a\.m|p\.m|o’clock|o'clock|pages?|chapter|verses?|lap|handicap|ages?|aged|feet|floor|below|depth|deep)\b"
    r"|[-−–]\d|\d\sin\s\d|\d{4}\slevels",
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d[\d,.]*")
_YEAR = range(1500, 2101)
_LONGEST_SENTENCE = 1000
_VERB = pattern(rf"\b(?:{_UP}|{_DOWN})\b", re.IGNORECASE)


@check(severity="error", languages=("en",), literals=("from",))
def direction(document: Document) -> Iterator[Finding]:
    """A figure that goes the other way than its verb: “fell from 10% to 15%”.

    Either the verb or the order of the figures was changed when the sentence was translated or reworded.

    Left alone: rankings, losses and deficits, temperatures, exchange rates, odds and years, where a smaller figure can
    be a rise or two figures are one range; and figures with bounds that allow both.

    ```bad
    Unemployment ⟦fell from 7.5% to 9.1%⟧ over the winter.
    ```
    ```bad
    Net profit ⟦rose to $10m from $12m⟧ a year earlier.
    ```
    ```good
    Unemployment fell from 9.1% to 7.5% over the winter.
    ```
    ```good
    She climbed from 120 to 85 in the world rankings, and temperatures fell from 5 to 10 degrees.
    ```
    ```good
    The population grew from 1990 to 1985 levels, the report says, and the deficit rose from -2% to -5%.
    ```
    """
    text = document.text
    for block in document.blocks:
        if "from" not in text[block.start : block.end] or not _VERB.search(text, block.start, block.end):
            continue
        for sentence in sentences(text, block.span):
            if sentence.end - sentence.start <= _LONGEST_SENTENCE:
                yield from _in_sentence(text, sentence)


def _in_sentence(text: str, sentence: Span) -> Iterator[Finding]:
    for match in _FROM_TO.finditer(text, sentence.start, sentence.end):
        before, after = _quantity(text, match, "before"), _quantity(text, match, "after")
        if before is None or after is None or not same_unit(before, after) or _are_years(before, after):
            continue
        if (match["down"] or "").lower() in _NOT_PAST and _is_one_range(text, before, after):
            continue
        wrong = after.high < before.low if match["up"] else after.low > before.high
        if wrong and not _OTHERWISE.search(text, sentence.start, sentence.end):
            verb, way = match["up"] or match["down"], "less" if match["up"] else "more"
            old, new = before.span.of(text), after.span.of(text)
            message = f"“{verb}” does not fit: {new} is {way} than {old}; check the verb and both figures"
            yield Finding(Span(match.start(), match.end()), message, notes=(Note(before.span, f"before: {old}"),))


def _is_one_range(text: str, before: Quantity, after: Quantity) -> bool:
    """“Prices may drop from 3 to 5 per cent”: two figures that share their unit can be the ends of one range."""
    first, second = _FIGURE.findall(before.span.of(text)), _FIGURE.findall(after.span.of(text))
    bare = before.span.of(text) == "".join(first) and after.span.of(text) != "".join(second)
    return bare and float(first[0].replace(",", "")) < float(second[0].replace(",", ""))


def _quantity(text: str, match: re.Match[str], name: str) -> Quantity | None:
    name = name if match[name] else f"{name}2"
    return quantity_of(text, Span(match.start(name), match.end(name)))


def _are_years(before: Quantity, after: Quantity) -> bool:
    return not (before.unit or after.unit) and before.value in _YEAR and after.value in _YEAR
