"""Figures that go the other way than the verb."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, check
from lint.views.attribution import is_hedged
from lint.views.changes import Change, changes
from lint.views.patterns import pattern
from lint.views.quantities import Quantity

# Where less is more, or where two figures are one range: rankings, temperatures, odds, ages, depths.
_OTHERWISE = pattern(
    r"\b(?:rank\w*|richest|seed(?:s|ed|ing)?|place[sd]?|position\w*|spot|standings|charts?|negative|minus|temperatures?|degrees?|"
    r"celsius|fahrenheit|odds|ranges?|ranging|ranged|a\.m|p\.m|(?<=\d\s)[ap]m|billboard|altitudes?|o’clock|o'clock|pages?|chapter|verses?|lap|handicap|"
    r"floor|below|depth|deep|number\s\d+|(?<!retirement\s)(?<!average\s)(?<!minimum\s)(?<!median\s)age|ages|aged|years\sago|BCE?)\b|°",
    re.IGNORECASE,
)
# “The yen rose to 153 from 154”: the more a currency is worth, the fewer are paid.
_CURRENCIES = (
    "yen|won|rupees?|lira|lire|rubles?|roubles?|pesos?|rupiah|krona|kronor|krone|rand|naira|yuan|renminbi|currency|francs?|"
    "marks?|dollar|pound|sterling|euro|hryvnia|real|ringgit|baht|forint|zloty"
)
_EXCHANGE = pattern(
    rf"\b(?:(?:{_CURRENCIES})/(?:{_CURRENCIES})|(?:{_CURRENCIES})\srates?|per\s(?:{_CURRENCIES})|exchange\srates?|parity|fixing|against\sthe"
    rf"|(?:to|per|on)\sthe\s(?:U\.S\.\s)?(?:{_CURRENCIES})|(?:the|its|a)\s(?:[\w.]+\s)?(?:{_CURRENCIES})\s"
    rf"(?:\w+\s)?\Z)",
    re.IGNORECASE,
)
_MINUS = pattern(r"[\s(][-−–]\s?[$£€]?\d|\d\sin\s(?!(?:19|20)\d\d\b)\d|\b(?:loss|deficit|shortfall)\sof\b")
_PAST = pattern(
    r"(?:ed|fell|rose|grew|shrank|fallen|risen|grown|shrunk)\Z|\A(?:was|were|been|went|gone)\b", re.IGNORECASE
)
_BEFORE_VERB = 60
# What moved stands before the verb, where it was measured behind the figures: “climbed from 120 to 85 in the rankings”.
_SUBJECT, _COMPLEMENT = 90, 50


@check(severity="error", languages=("en",), literals=("from",), view=changes)
def direction(document: Document) -> Iterator[Finding]:
    """A figure that goes the other way than its verb: “fell from 10% to 15%”.

    Either the verb or the order of the figures was changed when the sentence was translated or reworded.

    Verbs of the house are added in the table `measures` of the configuration.

    Left alone: rankings, losses and deficits, temperatures, exchange rates, odds and years, where a smaller figure can
    be a rise or two figures are one range; and figures with bounds that allow both.

    Measured: of 200 sentences that were not looked at while the rule was written, with the two figures in each other's
    place, 175 are found. On 28,200 texts of news and blogs it spoke four times: three contradictions, and one figure
    of another verb, since mended.

    ```bad
    Unemployment ⟦fell from 7.5% to 9.1%⟧ over the winter.
    ```
    ```bad
    Net profit ⟦rose to $10m from $12m⟧ a year earlier.
    ```
    ```bad
    The number of cars ⟦increased from 61 to 58 million⟧ that year.
    ```
    ```bad {measures = {cratered = "fall"}}
    Orders ⟦cratered from 40 to 60⟧ in May.
    ```
    ```good
    Unemployment fell from 9.1% to 7.5% over the winter.
    ```
    ```good
    Costs decreased by 40% and yields improved from 90% to 95%.
    ```
    ```good
    Stocks fell anywhere from 11 percent to 23 percent; in addition to rate cuts, the bank has brought its stock to $9m
    from $4m, and the reduced rate to 10 percent from 8 percent.
    ```
    ```good
    Oil was down 30 cents, having traded from $103.74 to $104.56; it cut pay to $12.2m, or $367 a head from $430 a head.
    ```
    ```good
    The sea rose (from 15,000 to 5000 years ago) and filled the valley. Rain fell from 11 am to 8 pm.
    ```
    ```good
    The fare was cut to 80 cts from 1.10 dollars.
    ```
    ```good
    She climbed from 120 to 85 in the world rankings, and temperatures fell from 5 to 10 degrees.
    ```
    ```good
    The population grew from 1990 to 1985 levels, the report says, and the deficit rose from -2% to -5%.
    ```
    """
    text = document.text
    for change in document.view(changes):
        before, after = change.before, change.after
        wrong = _high(after) < _low(before) if change.up else _low(after) > _high(before)
        if wrong and is_hedged(document, before.span, after.span):
            continue
        if wrong and not _may_be_a_range(text, change) and not _is_otherwise(text, change):
            verb, way = change.verb.of(text), "less" if change.up else "more"
            old, new = _in_full(text, before, after), after.span.of(text)
            message = (
                f"“{verb}” does not fit: {new} is {way} than {old}; turn the verb, or let the figures change places"
            )
            yield Finding(change.span, message, notes=(Note(before.span, f"before: {old}"),))


def _low(quantity: Quantity) -> float:
    """Nobody says that a figure rose from 10.4 to 10 because 10 was rounded: only hedges count."""
    return quantity.low if quantity.bounded else quantity.value


def _high(quantity: Quantity) -> float:
    return quantity.high if quantity.bounded else quantity.value


def _in_full(text: str, before: Quantity, after: Quantity) -> str:
    """The first figure with the scale that only the second one names: “61 million” of “from 61 to 58 million”."""
    written = before.span.of(text)
    scale = after.span.of(text).rpartition(" ")[2]
    shared = written.replace(".", "").isdigit() and before.value > float(written) and scale.isalpha()
    return f"{written} {scale}" if shared else written


def _may_be_a_range(text: str, change: Change) -> bool:
    """“Prices may drop from 3 to 5 per cent”: what is told as past has two ends of its own."""
    return change.one_range and not _PAST.search(change.verb.of(text))


def _is_otherwise(text: str, change: Change) -> bool:
    sentence, start = change.sentence, change.span.start
    subject = max(sentence.start, start - _BEFORE_VERB)
    first = max(sentence.start, start - _SUBJECT)
    return bool(
        _OTHERWISE.search(text, first, min(sentence.end, change.span.end + _COMPLEMENT))
        or _EXCHANGE.search(text, subject, start)
        or _EXCHANGE.search(text, start, sentence.end)
        or _MINUS.search(text, start, change.span.end)
    )
