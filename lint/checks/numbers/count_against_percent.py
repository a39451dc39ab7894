"""Counts and the percentage that is said to be the same."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, count_of
from lint.views.lines import matches_near
from lint.views.patterns import pattern, sought

_SHARE = sought(
    rf"(?<![\w$£€.,%/:–-])(?P<part>{NUMBER})\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all)\s)?(?P<whole>{NUMBER})"
    r"(?:\s(?!and\b|or\b|but\b)[\w’'-]+){0,4}?"
    r"(?:\s\(|,\sor\s|\s–\s|\s—\s)(?P<percent>\d{1,3}(?:\.\d{1,2})?)(?:\s?%|\sper\s?cent\b)"
    # “A target for the index of 4,050, or 10% above today”: a change.
    r"\)?(?!\s?-|\s(?:above|below|more|less|higher|lower|up|down|better|worse|over|under)\b)",
    re.IGNORECASE,
    parts=True,
)
_PERCENT = pattern(r"%|[Pp](?<!\w[Pp])er\s?cent")
# Half a unit in the last place that is printed; and a little for those who cut instead of rounding.
_CUT = 0.5
_MOST = 100


@check(severity="error", languages=("en",), literals=("%", "percent", "per cent"))
def count_against_percent(document: Document) -> Iterator[Finding]:
    """A count and a percentage that do not say the same: “20 of 90 patients (33%)”.

    The percentage is computed anew from the two counts. It may be rounded or cut, but not more.

    Left alone: counts with a bound or a hedge, and percentages that speak of a change (“up 5%”).

    ```bad
    Of the sample, ⟦20 of 90 patients (33%)⟧ had a second attack.
    ```
    ```bad
    The union said ⟦45 of the 60 schools, or 85 percent⟧, had reopened.
    ```
    ```good
    Of the sample, 30 of 90 patients (33%) had a second attack; about 20 of 61 (a third) did not.
    ```
    ```good
    Two of the three parties (up 5%) gained, and 2 of 3 (66%) or 2 of 3 (67%) are both right.
    ```
    """
    text = document.text
    for match in matches_near(document, _SHARE, _PERCENT):
        part = count_of(text, Span(match.start("part"), match.end("part")))
        whole = count_of(text, Span(match.start("whole"), match.end("whole")))
        if not (part and whole and part.exact and whole.exact and 0 < part.low <= whole.low):
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
