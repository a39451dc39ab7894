"""Sentences, labels and names that lost the space between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.lexicon import Lexicon, lexicon
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches
from lint.views.surroundings import stands_alone

# Searches that begin with a capital or a mark skip most of the text at once; what stands before is looked at then.
_INSIDE = sought(r"(?P<behind>[A-Z](?<=[a-z]{2}[A-Z])[a-z]{2,20})\b")
_WORD_BEFORE = pattern(r"\b[a-z]{2,20}\Z")
# A single capital letter after the stop is a mark of a footnote, unless a sentence goes on after “A” or “I”.
_SENTENCE = sought(r"[.!?](?P<behind>[A-Z][a-z]{1,20}(?=[ ,])|[AI](?= [a-z]))")
_LAST_WORD = pattern(r"\b(?:[a-z]{2,20}|\d{4})\Z")
_LONGEST = 21
_FUNCTION_WORDS = frozenset(
    "about after against and are as at because been before being between but by can could during for from has have he "
    "his if in into is it its nor not of on or our over she than that the their them then these they this those to "
    "under until upon was we were what when where which while who will with within without would you your".split()
)
_STARTERS = frozenset(
    "According After All Although An And As At Because Before But By Despite During For From He Her His However If In "
    "It Its Meanwhile More No Not On One Our Please She Since So Some That The Their There These They This Those To "
    "Under We What When Where While With You Your".split()
)
_ABBREVIATIONS = frozenset("al ca cf co corp dr eg etc fr ie inc jr ltd mr mrs ms no nr op sr st vs".split())
# Whoever writes of programs writes many such words, or one that begins as functions do.
_CODE = pattern(r"\b[a-z]+[A-Z][a-z]+[A-Z]?[a-z]*\b")
_CALL = pattern(r"(?:get|set|has|add|init|handle|parse|load|save|render|fetch|update|create|delete|remove)[A-Z]")
_MOST_CODE = 1
# No function word stands behind an article: “the onSubmit” is a name; so is what these nouns follow, or another name.
_NAMED_BEFORE = pattern(r"(?i:\b(?:the|an?|this|each|its|your|our|called|named))\s\Z")
_OF_PROGRAMS = pattern(
    r"\s(?:and\s|or\s)?(?:(?:arguments?|attributes?|callbacks?|class|events?|fields?|flags?|functions?|handlers?|hooks?|keys?"
    r"|keywords?|methods?|objects?|operators?|options?|parameters?|props?|propert(?:y|ies)|settings?|types?|values?|variables?)\b"
    r"|[a-z]+[A-Z][a-z]+)"
)


@check(severity="error", languages=("en",))
def glued_boundaries(document: Document) -> Iterator[Finding]:
    """A boundary that lost its space: “logged inPlease refresh”, “in the process.This is”.

    Where a scraper joins what stood in two elements of a page, and where machine translation swallows a space, a small
    letter runs into a capital one, or a full stop into the next sentence. Reported are a function word before a capital
    (“inPlease”, “andArizona”), a word before the beginning of a sentence (“reportedThe”), and two sentences without a
    space between them.

    Left alone: names that are written so (iPhone, eBay, the same word twice in an article), addresses, file names,
    abbreviations, and articles about programs, which are full of such words.

    Measured: .87 of 360 function words run into a name in 400,000 words of clean prose; the nine reports on that prose
    as it was, and the 28 on 1.6 million words of news, speeches and technical articles that were not looked at before,
    are all places where a space is missing. On WMT21 news it spoke 26 times on machine translations, once wrongly, and
    once on human ones.

    ```bad
    You will be logged ⟦inPlease⟧ refresh this page.
    ```
    ```bad
    They went through the whole ⟦process.This⟧ took a year.
    ```
    ```fixed
    They went through the whole process. This took a year.
    ```
    ```bad
    That is what the agency ⟦reportedThe⟧ minister was not there.
    ```
    ```good
    The iPhone, the macOS update, a MacBook and the eBay seller; theScore said so, and theScore was right.
    ```
    ```good
    The onClick handler calls getName.
    ```
    ```good
    Wherever the asList is used, the dates in notBefore and notAfter fields are read with byValue parameters.
    ```
    ```good
    The onClick handler calls getName, setName and toString, and see index.html at www.example.Com for more.
    ```
    """
    text = document.text
    known = document.view(lexicon)
    places: dict[str, list[_Joint]] = {}
    for joint in _joints(document, _INSIDE, _WORD_BEFORE):
        places.setdefault(joint.span.of(text), []).append(joint)
    glued = [joints[0] for joints in places.values() if len(joints) == 1 and _is_glued(text, joints[0], known)]
    if glued and not _is_about_programs(text, {joint.span.of(text) for joint in glued}):
        for joint in glued:
            apart = f"{joint.before} {joint.behind}"
            fix = Fix(f"Write “{apart}”", (Edit(Span(joint.place, joint.place), " "),))
            yield Finding(joint.span, f"a space is missing in “{joint.span.of(text)}”: “{apart}”", fix=fix)
    for joint in _joints(document, _SENTENCE, _LAST_WORD):
        if _ends_sentence(text, joint, known):
            fix = Fix(
                "Put a space between the sentences",
                (Edit(Span(joint.place, joint.place), " "),),
                safe=joint.behind in _STARTERS,
            )
            message = f"a space is missing between two sentences: “{joint.span.of(text)}”"
            yield Finding(joint.span, message, fix=fix)


class _Joint(NamedTuple):
    """Two words without a space: where they stand, where the space belongs, and the words."""

    span: Span
    place: int
    before: str
    behind: str


def _joints(document: Document, second: re.Pattern[str], first: re.Pattern[str]) -> Iterator[_Joint]:
    text = document.text
    for match in matches(document, second):
        before = first.search(text, max(0, match.start() - _LONGEST), match.start())
        if before is not None:
            place = match.start("behind")
            yield _Joint(Span(before.start(), match.end("behind")), place, before[0], match["behind"])


def _is_glued(text: str, joint: _Joint, known: Lexicon) -> bool:
    if not stands_alone(text, joint.span) or joint.span.of(text).lower() in known:
        return False
    before, behind = joint.before, joint.behind
    if _NAMED_BEFORE.search(text, max(0, joint.span.start - _LONGEST), joint.span.start) and before in _FUNCTION_WORDS:
        return False
    if _OF_PROGRAMS.match(text, joint.span.end):
        return False
    return before in _FUNCTION_WORDS or (behind in _STARTERS and len(before) > 2 and before in known)


def _is_about_programs(text: str, glued: set[str]) -> bool:
    others = {match[0] for match in _CODE.finditer(text)} - glued
    return len(others) > _MOST_CODE or any(map(_CALL.match, others))


def _ends_sentence(text: str, joint: _Joint, known: Lexicon) -> bool:
    mark = text[joint.span.start - 1] if joint.span.start else " "
    first, second = joint.before, joint.behind.lower()
    if mark in "@#/._:&%=-\\" or first in _ABBREVIATIONS or second not in known:
        return False
    return first.isdigit() or first in known
