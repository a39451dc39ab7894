"""Periods that end before they begin."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, check
from lint.views.calendar import era_words
from lint.views.patterns import pattern
from lint.views.periods import Moment, Period, periods

_AROUND = 80
# Figures that go down, and comparisons that look back, are no periods.
_BACKWARDS = pattern(
    r"\b(?:back\w*|revers\w*|countdown|differ\w*|compar\w*|contrast\w*|gap|fell|falls?|fallen|falling|drop\w*|declin\w*|"
    r"reduc\w*|cut|cuts|cutting|decreas\w*|down|lower\w*|shr[aiu]nk\w*|slash\w*|trim\w*|slip\w*|slid|slump\w*|"
    r"plung\w*|plummet\w*|discount\w*|marked|adjust\w*|revis\w*|shift\w*|mov(?:e|ed|ing)|chang\w*|convert\w*|"
    r"reschedul\w*|advanced|brought|renumber\w*|distance|travel\w*|costs?|prices?|priced|worth|sold)\b",
    re.IGNORECASE,
)
# Two years alone are years only if no noun follows that they could count.
_STOP = pattern(
    r"\s?(?:[,;:!?)\]–—”\"]|\.(?!\d)|\Z|\n)|\s(?:and|but|or|in|at|by|on|for|as|the|a|an|was|were|is|are|has|have|had|he|she|"
    r"it|they|we|when|while|with|which|who|that|to|under|after|before|I|you|there|his|her|its|their|this|these|those|due|"
    r"from|through|involving|without|inclusive|using|because|until|since|where|mainly|did|can|cannot|could|may|will|would)\b"
)
# “The gap between 2014 and 2005” has no direction; a fall “between 2014 and 2005” has.
_COMPARED = pattern(
    r"\b(?:differ\w*|gaps?|contrasts?|compar\w*|distances?|disparity|discrepancy|relation\w*|parallels?|links?|chang\w*|"
    r"shift\w*|mov(?:e|ed|ing)|margin|choose|choice|choosing|split|divided)\s(?:[\w’'-]+\s){0,5}\Z",
    re.IGNORECASE,
)
_NEXT_YEAR = pattern(r"\b(?:next|following|later|another|succeeding|annual\w*|every|each|yearly)\b", re.IGNORECASE)


@check(severity="warning", languages=("en",), literals=("from", "between", "-", "–", "—"), view=periods)
def reversed_ranges(document: Document) -> Iterator[Finding]:
    """A period that ends before it begins: “between 2014 and 2005”, “from 9 May to 3 May”.

    The two ends changed places, or one of them is wrong. Put the earlier first, or look both up.

    Left alone: years before the common era, hours (a shop may open from 8 p.m. to 2 a.m.), periods that may run over
    the turn of the year, figures that fall, and comparisons with an earlier year.

    ```bad
    The mine was worked ⟦between 2014 and 2005⟧, the survey says.
    ```
    ```bad
    The ferry will not run ⟦from 9 May to 3 May⟧; it ran ⟦from June 2019 to March 2018⟧.
    ```
    ```bad
    The fair (⟦January 17-10, 2016⟧) drew thousands.
    ```
    ```bad
    Sales fell ⟦between 2012 and 2009⟧ by a third.
    ```
    ```bad
    He was mayor ⟦from 2000 to 1997⟧, and ⟦from 2015 to 2010⟧ there were two.
    ```
    ```good
    The final was rescheduled from 22 March to 18 March.
    ```
    ```good
    The mine was worked between 2005 and 2014, and the wall was built between 1200 and 1100 BC.
    ```
    ```good
    The ferry will not run from 9 December to 3 January, and the bar is open from 8 p.m. to 2 a.m.
    ```
    ```good
    Staff fell from 2010 to 1995, and the difference between 2014 and 2005 is small; from 2014 to 2005 levels it is far.
    ```
    """
    for period in document.view(periods):
        if _is_reversed(period.first, period.last) and not _is_no_period(document.text, period):
            first, last = (moment.span.of(document.text) for moment in (period.first, period.last))
            told = f"{last} comes before {first}: put the earlier first, or check both"
            yield Finding(period.span, told, notes=(Note(period.last.span, "the end"),))


def _is_reversed(first: Moment, last: Moment) -> bool:
    if first.year and last.year and first.year != last.year:
        return last.year < first.year and bool(first.month) == bool(last.month)
    if first.year and not last.year:
        return False
    if first.month and last.month != first.month:
        # Without the year of the first, it may be that of the year before.
        return bool(first.year and last.year and last.month) and (last.month or 0) < first.month
    same_month = last.month is not None and (first.month or last.month) == last.month
    return same_month and first.day is not None and last.day is not None and last.day < first.day


def _is_no_period(text: str, period: Period) -> bool:
    start, end = period.span.start, period.span.end
    between = text[start : start + 1].lower() == "b"
    backwards = _COMPARED if between else _BACKWARDS
    if backwards.search(text, max(0, start - _AROUND), start) or era_words().search(text, start, end + _AROUND):
        return True
    if period.first.month or period.last.month:
        return not period.first.year and bool(_NEXT_YEAR.search(text, max(0, start - _AROUND), end + _AROUND))
    # “From 2000 to 1500”: figures that go down.
    rounded = not between and (period.first.year or 1) % 100 == 0 and (period.last.year or 0) % 10 == 0
    return rounded or not _STOP.match(text, end, end + 20)
