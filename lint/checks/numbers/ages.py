"""Ages that do not fit the year of birth."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, count_of, sentences
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_with

_YEAR = r"(?:1[6-9]|20)\d\d(?![\w%]|[.,:]\d|[–/-]\d)"
_BORN = sought(rf"\bborn\b(?:\s(?!and\b|who\b|but\b)[\w’'.]+,?){{0,8}}?\s(?P<born>{_YEAR})", re.IGNORECASE, parts=True)
# “was 48 in 2025”, “at the age of 48 in 2025”, “…, 48 in 2025”; “died in 2025 at the age of 48”.
_AGE_IN_YEAR = pattern(
    rf"(?:\b(?:was|is|turn(?:s|ed)|aged|at(?:\sage)?|(?:the\s)?age\sof|be)\s|,\s)(?P<age>{NUMBER})(?:\syears\sold)?,?\s"
    rf"(?:(?:when|as)\s(?:he|she)\s(?:(?!and\b|but\b)[\w’'-]+\s){{1,6}}?)?(?:by|in)\s(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_DIED = pattern(
    rf"\bdied\b(?:\s(?!born\b|and\b|but\b|who\b)[\w’'.]+,?){{0,6}}?\s(?P<year>{_YEAR}),?\s"
    rf"(?:aged|at\s(?:the\s)?age(?:\sof)?|at)\s(?P<age>{NUMBER})",
    re.IGNORECASE,
)
_OTHERS = pattern(
    r"\b(?:mother|father|parents?|sons?|daughters?|brothers?|sisters?|wife|husband|child(?:ren)?|whose|twins?|couple|"
    r"respectively|reborn|would)\b",
    re.IGNORECASE,
)
# The birthday may still be to come, and reports may be of another year than events.
_SLACK = 1
_OLDEST = 122
_LONGEST_SENTENCE = 1000


@check(severity="warning", languages=("en",), literals=("born",))
def ages(document: Document) -> Iterator[Finding]:
    """An age that does not fit the year of birth: “born in 1971, he was 48 in 2025”.

    Age, year or year of birth is wrong; look them up. One year more or less is right, as the birthday may be still to
    come.

    Measured: on some two million words of news, speeches and blogs it never spoke; the three figures seldom stand in
    one sentence.

    Left alone: sentences that tell of a relative, too, and figures with a bound that makes them possible.

    ```bad
    Born in Lisbon in 1971, she ⟦was 48 in 2025⟧.
    ```
    ```bad
    Born in 1971, he ⟦was 48 when he won the title in 2025⟧.
    ```
    ```bad
    The champion, born in 1971, ⟦48 in 2025⟧, still rides.
    ```
    ```bad
    The painter was born in 1902 and ⟦died in 1974 at the age of 62⟧.
    ```
    ```good
    Born in Lisbon in 1971, she was 53 in 2025; the painter, born in 1902, died in 1974, aged 71.
    ```
    ```good
    He was born in 1971 to a mother who was 19 in 1970, and she was more than 40 in 2015. The
    striker, born in 1991, scored 30 goals, 12 in 2014.
    ```
    """
    text = document.text
    for block in blocks_with(document, _BORN):
        for sentence in sentences(text, block.span):
            if sentence.end - sentence.start <= _LONGEST_SENTENCE:
                yield from _in_sentence(text, sentence)


def _in_sentence(text: str, sentence: Span) -> Iterator[Finding]:
    births = list(_BORN.finditer(text, sentence.start, sentence.end))
    if len(births) != 1 or _OTHERS.search(text, sentence.start, sentence.end):
        return
    born = births[0]
    for pattern_of_age in (_AGE_IN_YEAR, _DIED):
        for match in pattern_of_age.finditer(text, sentence.start, sentence.end):
            count = count_of(text, Span(*match.span("age")))
            passed = int(match["year"]) - int(born["born"])
            # After a comma alone, the figure may count something else, unless the birth stands just before.
            if match[0][0] == "," and match.start() != born.end():
                continue
            if count is None or match["age"].lower() == "one" or not _SLACK < passed <= _OLDEST:
                continue
            if not count.low - _SLACK <= passed <= count.high + _SLACK:
                told = f"{born['born']} to {match['year']} are {passed} years, the text says {match['age']}"
                span = Span(match.start() + len(match[0]) - len(match[0].lstrip(", ")), match.end())
                note = Note(Span(*born.span("born")), f"the year of birth: {born['born']}")
                yield Finding(span, f"{told}: check the age and both years", notes=(note,))
