"""Figures as data: what a sentence counts or measures, as an interval, with its unit, noun, role and source.

Made for plugins: `document.view(figures, "casualt")` reads the figures of those sentences only that hold the word.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from lint.document import Document
from lint.records import dataclass
from lint.span import Span
from lint.views.attribution import hedge_before, source_of
from lint.views.counts import NUMBER, count_of, sentences
from lint.views.occurrences import occurrences
from lint.views.patterns import pattern
from lint.views.quantities import QUANTITY, quantity_of
from lint.views.units import units

_IGNORED_CASE = re.IGNORECASE
_QUANTITY = pattern(rf"(?<![\w$£€.,/–-]){QUANTITY}", _IGNORED_CASE)
_COUNT = pattern(rf"(?<![\w$£€.,%/:–-]){NUMBER}", _IGNORED_CASE)
_MEASURE = pattern(r"[\s-]?(?P<unit>[a-z°²³/]{1,12}(?:[\s-][a-z]{1,12})?)\b", _IGNORED_CASE)
# The noun that is counted stands behind two words at most: “12 wounded Greek sailors”.
_NOUN = pattern(
    r"(?:\s(?!and\b|or\b|of\b|to\b|in\b|at\b|on\b)[\w’'-]+){0,2}?\s(?P<noun>[a-z]{2,}s|people|men|women|children)\b"
)
_PRIOR = pattern(r"\b(?:from|than|compared\swith|previous(?:ly)?|earlier|was)\s\Z", _IGNORED_CASE)
_PART = pattern(r"\b(?:including|among\sthem|of\sthem|of\swhom)\s\Z", _IGNORED_CASE)
_PART_BEHIND = pattern(r"\s(?:out\s)?of\s(?:the|them|its|their|those|these)\b", _IGNORED_CASE)
_INCREMENT = pattern(r"\b(?:another|further|additional|extra|by)\s\Z", _IGNORED_CASE)
_INCREMENT_BEHIND = pattern(r"\s(?:more|others?)\b(?!\sthan)", _IGNORED_CASE)
_VAGUE = 0.1
_MONEY = frozenset("$€£¢p")
_LONGEST_SENTENCE = 1000
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text.

    - `span`, `sentence`: its place, with the words that bound it (“at least 30”), and that of its sentence.
    - `low`, `high`: the smallest and the largest number that it can mean; `high` may be infinite.
    - `kind`: “count”, “percent”, “money” or “measure”; `unit` is “%”, a sign of a currency, the name of a unit, or "".
    - `noun`: what is counted, in small letters, or "".
    - `role`: “total”, “part” (“including 12”), “increment” (“another 12”) or “prior” (“from 63”).
    - `source`: who is named for it in the sentence, or "".
    - `quoted`: whether it stands between quotation marks.
    """

    span: Span
    sentence: Span
    low: float
    high: float
    kind: str = "count"
    unit: str = ""
    noun: str = ""
    role: str = "total"
    source: str = ""
    quoted: bool = False

    def contradicts(self, other: "Figure") -> bool:
        """Whether no number is meant by both. Whether they speak of the same thing, the caller has to know."""
        return self.unit == other.unit and (self.high < other.low or other.high < self.low)


def figures(document: Document, *literals: str) -> tuple[Figure, ...]:
    """The figures of a document, in order; with literals, those of the sentences that hold one of them, in any case."""
    return tuple(figure for sentence in _chosen(document, literals) for figure in _read(document, sentence))


def _chosen(document: Document, literals: tuple[str, ...]) -> Iterator[Span]:
    text = document.text
    wanted = iter(document.view(occurrences, *literals)) if literals else None
    place = next(wanted, -1) if wanted else 0
    for block in document.blocks:
        if wanted and not -1 < place < block.end:
            continue
        for sentence in sentences(text, block.span):
            while wanted and -1 < place < sentence.start:
                place = next(wanted, -1)
            held = wanted is None or sentence.start <= place < sentence.end
            if held and sentence.end - sentence.start <= _LONGEST_SENTENCE:
                yield sentence


def _read(document: Document, sentence: Span) -> Iterator[Figure]:
    text = document.text
    source = source_of(document, sentence)
    places = {
        match.end(): Span(*match.span())
        for form in (_COUNT, _QUANTITY)
        for match in form.finditer(text, sentence.start, sentence.end)
    }
    end = sentence.start
    for place in sorted(places.values(), key=lambda span: (span.start, -span.end)):
        figure = _figure(text, sentence, place, source) if place.start >= end else None
        if figure:
            yield _bounded(figure, hedge_before(document, place))
            end = place.end


def _bounded(figure: Figure, hedge: str) -> Figure:
    if hedge == "at least":
        return replace(figure, high=inf)
    if hedge == "at most":
        return replace(figure, low=0.0)
    return replace(figure, low=figure.low * (1 - _VAGUE), high=figure.high * (1 + _VAGUE)) if hedge else figure


def _figure(text: str, sentence: Span, place: Span, source: str) -> Figure | None:
    low, high, unit = _value(text, place)
    if low is None:
        return None
    kind = "percent" if unit == "%" else "money" if unit in _MONEY else "count"
    behind = _MEASURE.match(text, place.end, sentence.end) if not unit else None
    for name in (behind["unit"].lower(), behind["unit"].lower().split()[0]) if behind else ():
        # “12 in”, “30 m” alone are too short to tell; names of units are three letters or more.
        if len(name) > _SHORT and name in units():
            kind, unit = "measure", name
            break
    noun = _NOUN.match(text, place.end, sentence.end) if kind == "count" else None
    return Figure(
        place,
        sentence,
        low,
        high,
        kind=kind,
        unit=unit,
        noun=noun["noun"].lower() if noun else "",
        role=_role(text, sentence, place),
        source=source,
        quoted=_is_quoted(text, sentence, place),
    )


_SHORT = 2


def _value(text: str, place: Span) -> tuple[float | None, float, str]:
    measured = quantity_of(text, place)
    # What was rounded means more than it says: “3 million”, “1,200”.
    if measured and (measured.unit or "." in place.of(text) or (measured.rounded and not measured.bounded)):
        return measured.low, measured.high, measured.unit
    count = count_of(text, place)
    if count:
        return count.low, count.high, ""
    return (measured.low, measured.high, "") if measured else (None, 0.0, "")


def _role(text: str, sentence: Span, place: Span) -> str:
    start = max(sentence.start, place.start - _BEFORE)
    for role, before, behind in (
        ("part", _PART, _PART_BEHIND),
        ("increment", _INCREMENT, _INCREMENT_BEHIND),
        ("prior", _PRIOR, None),
    ):
        if before.search(text, start, place.start) or (behind and behind.match(text, place.end, sentence.end)):
            return role
    return "total"


def _is_quoted(text: str, sentence: Span, place: Span) -> bool:
    before = text[sentence.start : place.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
