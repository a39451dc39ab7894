"""What an article says of the dead of an event: “the blast near Oran killed 12 people”, “nine died in the fire”."""

import re
from collections.abc import Iterator

from lint.document import Document
from lint.records import dataclass
from lint.span import Span
from lint.views.attribution import source_of
from lint.views.counts import NUMBER, Count, count_of, number_behind, sentences
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_with

_EVENTS = (
    "accident|ambush|airstrike|air\\sstrike|attack|avalanche|blast|blaze|bombing|collapse|collision|crash|cyclone|derailment|"
    "earthquake|eruption|explosion|fire|flood|floods|hurricane|landslide|massacre|mudslide|outbreak|quake|raid|riot|shelling|"
    "shooting|shipwreck|stampede|storm|strike|temblor|tornado|tsunami|typhoon|wildfire|wreck"
)
_PEOPLE = r"(?:people|persons|passengers|civilians|soldiers|children|workers|students|men|women|lives|miners|others?)"
_EVENT = rf"(?P<article>the|a|an|this|that)\s(?:(?!of\b|in\b|on\b|and\b)[\w’'-]+\s){{0,3}}?(?P<event>{_EVENTS})"
_WHERE = r"(?:\s(?!and\b|but\b|or\b|which\b|who\b|when\b)[\w’'-]+){0,7}?"
_KILLED = sought(
    rf"\b{_EVENT}{_WHERE},?\s(?:that\s|which\s)?(?:has\s|had\s)?(?:killed|claimed|left)\s(?P<count>{NUMBER})"
    rf"(?:\s(?P<people>{_PEOPLE}))?(?:\sdead)?",
    re.IGNORECASE,
    parts=True,
    needs=number_behind(r"\b(?:killed|claimed|left)\s"),
)
_DIED = sought(
    rf"(?<![\w$£€.,%/:–-])(?P<count>{NUMBER})(?:\s(?P<people>{_PEOPLE}))?\s(?:were\s|have\sbeen\s|had\sbeen\s)?(?:killed|died|"
    rf"perished)\s(?:in|when|during)\s{_EVENT}\b",
    re.IGNORECASE,
    parts=True,
    needs=r"\s(?:killed|died|perished)\s(?:in|when|during)\s(?:the|an?|this|that)\s",
)
_GATE = pattern(r"\b(?:killed|died|perished|claimed|left)\b", re.IGNORECASE)
_SOURCE = pattern(
    r"\b(?P<said>said|says|according\sto|reported|reports|told|confirmed|claimed\sthat|put\sthe|estimated|quoted)\b",
    re.IGNORECASE,
)
_PLACE = pattern(r"(?<=\s)[A-Z][a-z]+(?=[\s,.;]|[’']s)")
_WHEN = pattern(
    r"\b(?:(?:19|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Casualties:
    """A count of the dead of one event: its place, the sentence, and what tells it from other events.

    `people` says who was counted, `definite` that the event is known already; `places` and `times` are those that the
    sentence names; `sourced` says that somebody is quoted for it, `source` who, if that can be told.
    """

    span: Span
    sentence: Span
    count: Count
    event: str
    people: str
    definite: bool
    sourced: bool
    source: str
    places: frozenset[str]
    times: frozenset[str]


def casualties(document: Document) -> tuple[Casualties, ...]:
    """The counts of the dead in a document, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Casualties]:
    text = document.text
    for block in blocks_with(document, _KILLED, _DIED):
        if not _GATE.search(text, block.start, block.end):
            continue
        for sentence in sentences(text, block.span):
            if sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            for form in (_KILLED, _DIED):
                match = form.search(text, sentence.start, sentence.end)
                told = _read(document, sentence, match) if match else None
                if told:
                    yield told
                    break


def _read(document: Document, sentence: Span, match: re.Match[str]) -> Casualties | None:
    text = document.text
    count = count_of(text, Span(*match.span("count")))
    if count is None:
        return None
    return Casualties(
        Span(match.start(), match.end()),
        sentence,
        count,
        re.sub(r"\s", "", match["event"].lower()).rstrip("s"),
        (match["people"] or "people").lower(),
        match["article"].lower() in ("the", "this", "that"),
        bool(_SOURCE.search(text, sentence.start, sentence.end)),
        source_of(document, sentence),
        frozenset(_PLACE.findall(text, sentence.start + 1, sentence.end)) - frozenset(_WHEN.findall(sentence.of(text))),
        frozenset(_WHEN.findall(text, sentence.start, sentence.end)),
    )
