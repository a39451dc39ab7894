"""Counts and the percentage that is said to be the same."""

import re
from collections.abc import Iterator
from itertools import chain

from lint import Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, count_of, number_behind
from lint.views.fractions import FRACTION, fraction_of
from lint.views.lines import matches_near
from lint.views.patterns import pattern, sought

# A percentage as these patterns end with one: few texts tell of one so.
_NEEDED = r"(?:\(|,\sor\s|–\s|—\s)\d{1,3}(?:\.\d{1,2})?(?:\s?%|\sper\s?cent\b)"
_SHARE = sought(
    rf"(?<![\w$£€.,%/:–-])(?P<part>{NUMBER})\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all)\s)?(?P<whole>{NUMBER})"
    r"(?:\s(?!and\b|or\b|but\b)[\w’'-]+){0,4}?"
    r"(?:\s\(|,\sor\s|\s–\s|\s—\s)(?P<percent>\d{1,3}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent\b)"
    # “A target for the index of 4,050, or 10% above today”: a change.
    r"\)?(?!\s?-|\s(?:above|below|more|less|higher|lower|up|down|better|worse|over|under)\b)",
    re.IGNORECASE,
    parts=True,
    needs=_NEEDED,
)
_OF_WHOLE = sought(
    rf"\b(?:of|out\sof)\s(?:the|its|their|his|her|our|all)\s(?P<whole>{NUMBER})(?:\s(?!and\b|or\b|but\b)[\w’'-]+){{1,4}}?,\s"
    rf"(?:only\s)?(?P<part>{NUMBER})(?:\s(?!and\b|or\b|but\b)[\w’'-]+){{0,3}}?(?:\s\(|,\sor\s)"
    r"(?P<percent>\d{1,3}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent\b)(?:\)|(?=,\s|\.\s))",
    re.IGNORECASE,
    parts=True,
    needs=_NEEDED,
)
# “Two thirds of the 90 workers, or 60”, “60 percent of its 200 firms (120)”.
_FRACTION = sought(
    rf"(?<![\w.,/–-])(?P<fraction>{FRACTION})\sof\s(?:the|its|their|his|her|our|all)\s(?P<whole>{NUMBER})"
    rf"(?:\s(?!and\b|or\b|but\b)[\w’'-]+){{0,3}}?(?:,?\sor\s|\s\()(?P<part>{NUMBER})(?!\s?%|\s?per\s?cent|[.,/–-]\d)"
    r"(?=\)|,|\.|\s(?:people|of\sthem|in\sall|men|women|persons)\b)",
    re.IGNORECASE,
    parts=True,
    needs=number_behind(r"\bor\s|\("),
)
_CUE = pattern(
    r"(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|tenths?|\sin\s(?:three|four|five|ten)|%|per\s?cent)\sof\s"
    r"(?:the|its|their|his|her|our|all)\s",
    re.IGNORECASE,
)
_HEDGED = pattern(
    r"\b(?:about|around|nearly|almost|more\sthan|over|less\sthan|roughly|some|approximately)\s(?:a\s)?\Z", re.I
)
_YEAR = pattern(r"\bin\s(?:1[5-9]|20)\d\d\Z", re.IGNORECASE)
_PERCENT = pattern(r"%|[Pp](?<!\w[Pp])er\s?cent")
# Half a unit in the last place that is printed; and a little for those who cut instead of rounding.
_CUT = 0.5
_MOST = 100


_FRACTIONS = (
    *("half of", "third of", "thirds of", "quarter of", "quarters of", "fourth of", "fourths of", "fifth of"),
    *("fifths of", "tenth of", "tenths of", "in three of", "in four of", "in five of", "in ten of"),
)


@check(severity="error", languages=("en",), literals=("%", "percent", "per cent", *_FRACTIONS))
def count_against_percent(document: Document) -> Iterator[Finding]:
    """A count and its percentage or fraction that do not say the same: “20 of 90 patients (33%)”.

    The percentage is computed anew from the two counts. It may be rounded or cut, but not more; “two thirds” may be off
    by two points.

    Left alone: counts with a bound or a hedge, and percentages that speak of a change (“up 5%”).

    ```bad
    Of the sample, ⟦20 of 90 patients (33%)⟧ had a second attack.
    ```
    ```bad
    The union said ⟦45 of the 60 schools, or 85 percent⟧, had reopened.
    ```
    ```bad
    ⟦Of the 80 houses, 20 (40%)⟧ burnt; ⟦two thirds of the 90 workers, or 45⟧, left.
    ```
    ```bad
    Within a year ⟦three in four of its 200 firms, or 120⟧, closed.
    ```
    ```good
    Of the 80 houses, 20 (25%) burnt; half of the 301 guests, or 150 people, left, and more than half of the 90, or 60.
    ```
    ```good
    Of the sample, 30 of 90 patients (33%) had a second attack; about 20 of 61 (a third) did not.
    ```
    ```good
    A count in 1961 of 15,644 trees found 12 of them (0.08%) dead.
    ```
    ```good
    Two of the three parties (up 5%) gained, and 2 of 3 (66%) or 2 of 3 (67%) are both right.
    ```
    """
    text = document.text
    for match in matches_near(document, _FRACTION, _CUE):
        yield from _fraction(text, match)
    for match in chain(matches_near(document, _SHARE, _PERCENT), matches_near(document, _OF_WHOLE, _PERCENT)):
        part = count_of(text, Span(match.start("part"), match.end("part")))
        whole = count_of(text, Span(match.start("whole"), match.end("whole")))
        if not (part and whole and part.exact and whole.exact and 0 < part.low <= whole.low):
            continue
        # “A study in 1961 of 15,644 people”
        if _YEAR.search(text, max(0, match.start() - 3), match.end("part")):
            continue
        printed = float(match["percent"])
        place = 10.0 ** -len(match["percent"].partition(".")[2])
        share = 100 * part.low / whole.low
        if printed <= _MOST and abs(share - printed) > place * (0.5 + _CUT):
            few, many = part.span.of(text), whole.span.of(text)
            digits = len(match["percent"].partition(".")[2])
            told = f"{few} of {many} are {share:.{max(1, digits)}f}%, the text says {match['percent']}%"
            percent = Span(match.start("percent"), match.end("percent"))
            note = Note(percent, f"{few} ÷ {many} = {share:.1f}%")
            yield Finding(
                Span(match.start(), match.end()), f"{told}: correct the percentage or one of the counts", notes=(note,)
            )


def _fraction(text: str, match: re.Match[str]) -> Iterator[Finding]:
    part, whole = (count_of(text, Span(*match.span(group))) for group in ("part", "whole"))
    fraction = fraction_of(match["fraction"])
    if not (part and whole and fraction and part.exact and whole.exact and 0 < part.low <= whole.low):
        return
    if _HEDGED.search(text, max(0, match.start() - 20), match.start()):
        return
    share = part.low / whole.low
    if abs(share - fraction.value) > fraction.off + 0.5 / whole.low:
        few, many, written = part.span.of(text), whole.span.of(text), match["fraction"]
        told = f"{few} of {many} are {100 * share:.1f}%, the text says {written}"
        note = Note(Span(*match.span("fraction")), f"{written} of {many} would be {fraction.value * whole.low:,.0f}")
        yield Finding(Span(*match.span()), f"{told}: correct the fraction or one of the counts", notes=(note,))
