"""Tolls that rise to less than what raised them."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, Count, count_of, number_behind, sentences
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_with

_RISING = (
    "raising|bringing|pushing|taking|lifting|increasing|driving|(?:which|that)\\s(?:brings|brought|raises|takes|took)"
)
_ROSE = "raised|brought|pushed|took|lifted|increased|rose|rises|risen|climbed|climbs|jumped|grew|grown"
_TOLL = (
    r"(?:the|its|their|a)\s(?:(?!toll\b)[\w’'-]+\s){0,3}?"
    r"(?:toll|total|tally|number\sof\s(?:dead|deaths|fatalities|victims|people\skilled))(?:\sof\s(?:dead|deaths))?"
)
_WHOLE = r"(?![.,]\d|\s?%|\sper\s?cent|\s(?:million|billion|trillion|in\s(?:\d|two|three|four|five|ten)))"
_PLACE = r"(?:\s(?:(?!to\b|from\b)[\w’'-]+)){0,5}?"
_NEEDED = number_behind(r"\bto\s")
# “killed 89 soldiers, raising the death toll to 63”: whoever is counted first is counted again in the toll.
_RAISED = sought(
    rf"\b(?:{_RISING})\s{_TOLL}{_PLACE}\sto\s(?P<toll>{NUMBER}){_WHOLE}",
    re.IGNORECASE,
    parts=True,
    needs=_NEEDED,
)
# “five more members were admitted, bringing the total to 4”: whatever is counted, the new ones are part of the total.
_RAISED_TOTAL = sought(
    rf"\b(?:{_RISING})\s(?:the|its|their|his|her|a)\s(?:(?:overall|current|combined|grand|running|season)\s)?"
    rf"(?:total|tally|number\sof\s(?P<noun>[a-z]{{4,}}))(?:\s(?!to\b|from\b|of\b|and\b)[\w’'-]+){{0,5}}?"
    rf"\sto\s(?P<toll>{NUMBER}){_WHOLE}",
    re.IGNORECASE,
    parts=True,
    needs=_NEEDED,
)
_MORE = pattern(
    rf"(?<![\w$£€.,%/:–-])(?:(?:another|a\sfurther|an\s(?:additional|extra))\s(?P<another>{NUMBER}){_WHOLE}"
    rf"|(?P<more>{NUMBER})\s(?:more|additional|further|extra|new|other)\b(?!\sthan\b))",
    re.IGNORECASE,
)
# “raised the death toll from 89 to 63”, “the death toll rose from 89 to 63”.
_FROM_TO = sought(
    rf"\b(?:(?:{_RISING}|{_ROSE})\s{_TOLL}{_PLACE}|{_TOLL}{_PLACE}\s(?:has\s|had\s)?(?:{_ROSE})(?:\s\w+ly)?)"
    rf"\sfrom\s(?P<before>{NUMBER})(?:\s\w+)?\sto\s(?P<toll>{NUMBER})(?!\.\d)",
    re.IGNORECASE,
    parts=True,
    needs=_NEEDED,
)
_DIED = "dead|deaths|died|die|killed|perished|drowned|were killed|have died|have been killed|bodies"
_KILLED = pattern(
    rf"\b(?:kill(?:s|ed|ing)\s(?P<object>{NUMBER})(?:\s(?!and\b|wound|injur)[\w’'-]+){{0,2}}"
    rf"|(?<!of\s)(?<!of\sthe\s)(?P<subject>{NUMBER})\s(?:(?!wounded\b|injured\b|missing\b)[\w’'-]+\s){{0,5}}?(?:{_DIED})\b"
    rf"|claim(?:s|ed|ing)\s(?P<lives>{NUMBER})\s(?:more\s)?lives)",
    re.IGNORECASE,
)
# Between the deaths and the toll stand a place or a time, but no other clause.
_FARTHEST = 90
_CLAUSE = pattern(
    r"[;:“”\"]|\b(?:while|but|although|though|whereas|wound\w*|injur\w*|arrest\w*|detain\w*)\b", re.IGNORECASE
)
# A toll for each of two places: the deaths need not belong to the first.
_SECOND_TOLL = pattern(r"[\w\s,’'-]{0,60}?\band\b[\w\s’'-]{0,60}?\bto\s\d")
# A second figure between may be what the total counts.
_ANOTHER = pattern(r"[$£€\d]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b")
_LONGEST_SENTENCE = 1000
_MENTION = pattern(r"\b(?:toll|total|tally|number)\b", re.IGNORECASE)


@check(severity="error", languages=("en",), literals=("toll", "total", "tally", "number of"))
def toll_update(document: Document) -> Iterator[Finding]:
    """A toll that rises to a smaller number.

    “A mudslide killed 41 people, raising the death toll to 35” cannot be: the 41 are part of the toll. Nor can a toll
    rise from 52 to 48; and “five more” make a total of at least five, whatever is counted. One of the figures was
    garbled, or stems from another day or another source. Which one is right only a person can find out, so no fix is
    offered.

    Left alone: tolls that are lowered by a correction, figures that are rounded or hedged so that both can be true,
    dead against wounded, and what two sides say of one event.

    Errors of this kind are rare: on 2 million words of news, speeches, blogs and translations it never spoke.

    ```bad
    A mudslide above the village killed 41 people, ⟦raising the death toll to 35⟧.
    ```
    ```bad
    Eleven more patients died overnight, ⟦taking the total to 7⟧, the hospital said.
    ```
    ```bad
    Two members left and five more joined, ⟦bringing the total to 4⟧.
    ```
    ```bad
    ⟦The death toll rose from 52 to 48⟧ on Sunday.
    ```
    ```good
    A mudslide above the village killed 12 people, raising the death toll to 35.
    ```
    ```good
    The ministry lowered the death toll from 52 to 48 after two lists were compared.
    ```
    ```good
    The storm injured 40 people, bringing the number of dead to 30.
    ```
    ```good
    The army said the raid killed 40 fighters, while the rebels put the toll at 12.
    ```
    ```good
    The fire killed 41, bringing the death toll to more than 35.
    ```
    """
    text = document.text
    for block in blocks_with(document, _FROM_TO, _RAISED, _RAISED_TOTAL):
        if not _MENTION.search(text, block.start, block.end):
            continue
        for sentence in sentences(text, block.span):
            if sentence.end - sentence.start <= _LONGEST_SENTENCE:
                yield from _in_sentence(text, sentence)


def _in_sentence(text: str, sentence: Span) -> Iterator[Finding]:
    for match in _FROM_TO.finditer(text, sentence.start, sentence.end):
        before, toll = _count(text, match, "before"), _count(text, match, "toll")
        if before and toll and toll.high < before.low:
            told = f"a toll that rises cannot go from {_shown(text, before)} to {_shown(text, toll)}, which is less"
            yield Finding(_span(match), f"{told}: check both figures")
    for match in _RAISED.finditer(text, sentence.start, sentence.end):
        yield from _compared(text, sentence, match, _deaths_before(text, sentence, match.start()))
    for match in _RAISED_TOTAL.finditer(text, sentence.start, sentence.end):
        if not _RAISED.match(text, match.start(), sentence.end) or not _KILLED.search(
            text, sentence.start, match.start()
        ):
            yield from _compared(text, sentence, match, _more_before(text, sentence, match))


def _compared(text: str, sentence: Span, match: re.Match[str], added: tuple[Span, Count] | None) -> Iterator[Finding]:
    toll = _count(text, match, "toll")
    if not (toll and added) or _SECOND_TOLL.match(text, match.end(), sentence.end):
        return
    place, count = added
    if toll.high < count.low:
        less = f"{count.low - toll.high:,.0f} less"
        died = _KILLED.match(text, place.start, place.end)
        what, sum_ = ("deaths", "toll") if died else ("more", "total")
        told = f"{_shown(text, count)} {what} cannot raise the {sum_} to {_shown(text, toll)}, which is {less}"
        note = Note(place, f"“{place.of(text)}” stands here")
        yield Finding(_span(match), f"{told}: check both figures", notes=(note,))


def _more_before(text: str, sentence: Span, match: re.Match[str]) -> tuple[Span, Count] | None:
    """What the sentence adds before it tells the total, if it is of the same kind."""
    added = list(_MORE.finditer(text, sentence.start, match.start()))
    if not added or match.start() - added[-1].end() > _FARTHEST:
        return None
    last = added[-1]
    between = text[last.start() : match.start()]
    if _CLAUSE.search(between) or _ANOTHER.search(between, last.end() - last.start()):
        return None
    if match["noun"] and match["noun"].lower()[:-1] not in between.lower():
        return None
    count = _count(text, last, "another" if last["another"] else "more")
    return (_span(last), count) if count else None


def _deaths_before(text: str, sentence: Span, end: int) -> tuple[Span, Count] | None:
    """The last deaths that the sentence counts before a place, if nothing else is told between."""
    counted = list(_KILLED.finditer(text, sentence.start, end))
    if not counted:
        return None
    last = counted[-1]
    if end - last.end() > _FARTHEST or _CLAUSE.search(text, last.start(), end):
        return None
    group = next(name for name in ("object", "subject", "lives") if last[name])
    count = _count(text, last, group)
    return (_span(last), count) if count else None


def _count(text: str, match: re.Match[str], group: str) -> Count | None:
    return count_of(text, Span(match.start(group), match.end(group)))


def _shown(text: str, count: Count) -> str:
    return count.span.of(text)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
