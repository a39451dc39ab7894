"""Percentages that divide one whole by what the sentence says: “52% for and 51% against”, “the remaining 40%”."""

import re
from collections.abc import Iterator

from lint.span import Span
from lint.views.patterns import pattern
from lint.views.percentages import Percentage, Percentages

_LINK = r"(?:,\s(?:(?:and|with|while)\s)?|\s(?:and|with|while|to)\s)(?:the\s(?:remaining|other)\s)?"
_HEDGE = pattern(r"\s(?:about|around|almost|nearly|some|roughly|over|only|just)\s\Z")
# Nothing is left beside what remains.
_REMAINING = pattern(r"\b(?:the|a|its)\s(?:remaining|other|rest,|balance\sof|remainder,)\s?\Z", re.IGNORECASE)
# Votes: “52% for and 48% against”, “by 52% to 48%”. In a margin the larger share comes first, in a range the other one.
_FOR = r"(?:in\sfavou?r|for|yes|approv\w+|agree[sd]?|support(?:s|ed|ing)?|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?)\b"
_AGAINST = r"(?:against|no\b(?!\s\w)|disapprov\w+|disagree[sd]?|oppos\w+|reject\w*)"
_FOR_AGAINST = pattern(rf"\A,?[^;:%]{{0,60}}?\b{_FOR}[^;:%]{{0,40}}?\s\Z", re.IGNORECASE)
_AGAINST_NEXT = pattern(rf"\A,?(?:\s[\w’'-]+){{0,3}}?\s\(?{_AGAINST}", re.IGNORECASE)
_AGAINST_FOR = pattern(rf"\A[^;:%]{{0,60}}?\b{_AGAINST}[^;:%]{{0,40}}?\s\Z", re.IGNORECASE)
_FOR_NEXT = pattern(rf"\A,?(?:\s[\w’'-]+){{0,3}}?\s\(?{_FOR}", re.IGNORECASE)
_FOR_BEFORE = pattern(rf"\b{_FOR}(?:\s(?:by|at|of|with))?\s\Z", re.IGNORECASE)
_OF_VOTERS = pattern(r"\A(?:\sof\s[\w\s]{3,40}?)?(?:,|,?\s(?:and|with|while))\s(?:with\s)?\Z")
_MARGIN = pattern(r"\A\s?(?:to|-|–)\s?\Z")
_VOTE = pattern(r"\b(?:margin\sof|a\smargin|vote[sd]?|voting|ballots?|referendum)\b", re.IGNORECASE)
_DECIDED = pattern(r"\b(?:voters|electorate|rejected|approved|passed|defeated|elected|polled?|won)\b", re.IGNORECASE)
_FROM = pattern(r"\b(?:from|between)\s(?:\w+\s)?\Z", re.IGNORECASE)
# “70% in cash and 40% in shares”, “80% of the loan in goods and 30% in dollars”: one sum, paid in several ways.
_PAYING = pattern(
    r"\b(?:pay|pays|paid|paying|payable|payment|repay|repays|repaid|settle[sd]?|based|priced|pricing|financ\w+|fund|funds|"
    r"funded|funding|consideration)\b",
    re.IGNORECASE,
)
# “Returns of 55 percent in 2009 and 52 percent in 2010” are of two years.
_NO_MEANS = (
    r"(?!\d|(?:the\s)?(?:first|second|third|fourth|last|next|previous|same)\b|(?:early\s|late\s)?(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b)"
)
_MEANS = rf"(?:payable\s|paid\s)?(?:in|by|from|through|with|via|on)\s{_NO_MEANS}"
_IN_MEANS = pattern(
    rf"\A(?:\sof\s[^;:%,]{{1,80}}?)?\s(?:(?:will|would|to)\sbe\s|was\s|is\s)?{_MEANS}[^;:%]{{1,60}}?{_LINK}\Z",
    re.IGNORECASE,
)
_MEANS_NEXT = pattern(rf"\A\s{_MEANS}", re.IGNORECASE)
# What can be answered twice is no share; nor is what exceeds its whole on purpose.
_OTHERWISE = pattern(
    r"\b(?:more\sthan\sone|multiple|several\sanswers|respectively|compar\w+|versus|"
    r"(?<!more\s)(?<!less\s)(?<!rather\s)(?<!-)than|chances?|whose|"
    r"combined(?!\s(?:company|firm|group|entity|business|airline|bank|carrier))|"
    r"each|both|either|discount\w*|yield\w*|fully|voting\srights|capped|audience|reach(?:ed|es|ing)?)\b",
    re.IGNORECASE,
)
# What is held through others counts twice; rates are of different things.
_OVERLAPPING = pattern(r"\b(?:effective\w*|directly|indirect\w*|rates?)\b", re.IGNORECASE)
# Changes are none: “rose by about 60 percent”, “60 percent higher”.
_CHANGED = pattern(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|up|fell|fall\w*|drop\w*|declin\w+|decreas\w+|down|"
    r"gain\w*|los[et]|losing|add(?:s|ed|ing)|cut|cuts|slip\w*|surg\w+|soar\w*|shed|higher|lower|reduc\w+)"
    r"(?:\s(?:by|to|from|at|about|around|nearly|almost|an?|its|their|the|some|only|just|further|another|of|in|for)\b){0,3}\s?\Z",
    re.IGNORECASE,
)
_CHANGE_NEXT = pattern(
    r"\A\s?(?:up|down|higher|lower|rise|increase|growth|drop|decline|fall|cut|gain|loss|jump|reduction)\b",
    re.IGNORECASE,
)
_CHANGING = pattern(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|(?<!made\s)(?<!set\s)up|fell|fall\w*|drop\w*|"
    r"declin\w+|decreas\w+|(?<!voted\s)down|higher|lower|compared|against\s[\d.]+(?:\s?%|\sper\s?cent)\sfor)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = pattern(
    r"\b(?:up|down|rising|falling|unchanged|changed|higher|lower)\s(?:\w+\s)?(?:from|than)\b|\brevised\b|\bearlier\b|"
    r"\bin\swhich\b"
)
_RANGE = pattern(r"\d\s?(?:%|percent|per\scent)?\s?(?:to|-|–)\s?\Z")

_ANOTHER_WHOLE = (" market", " of ", " more ", " less ")


def divided(text: str, found: Percentages) -> Iterator[list[Percentage]]:
    """The runs of percentages that are said to be shares of one whole."""
    run = [found.items[0]]
    for item in found.items[1:]:
        if _are_shares(text, found.sentence, run[-1], item):
            run.append(item)
            continue
        if len(run) > 1:
            yield run
        run = [item]
    if len(run) > 1:
        yield run


def _is_change(text: str, item: Percentage) -> bool:
    start, end = item.span.start, item.span.end
    return bool(_CHANGED.search(text, max(0, start - 40), start) or _CHANGE_NEXT.match(text[end : end + 20]))


def _are_shares(text: str, sentence: Span, first: Percentage, second: Percentage) -> bool:
    before = text[max(sentence.start, first.span.start - 60) : first.span.start]
    between = _HEDGE.sub(" ", text[first.span.end : second.span.start])
    behind = text[second.span.end : min(sentence.end, second.span.end + 60)]
    whole = sentence.of(text)
    if (
        _is_change(text, first)
        or _is_change(text, second)
        or _LOOKS_BACK.search(between)
        or any(_OVERLAPPING.search(words) for words in (before, between, behind[:40]))
    ):
        return False
    if _REMAINING.search(between):
        return not _RANGE.search(before)
    if (
        _OTHERWISE.search(whole)
        or _CHANGING.search(whole)
        or behind.startswith((" market", " of ", " more ", " less "))
    ):
        return False
    if _IN_MEANS.match(between) and _MEANS_NEXT.match(behind):
        # “93 percent in cash, while the other offer is 38 percent in cash”: of two sums.
        one_sum = between.split(maxsplit=2)[:2] != [word.rstrip(".,;") for word in behind.split(maxsplit=2)[:2]]
        return one_sum and bool(_PAYING.search(whole))
    backed = _FOR_BEFORE.search(before) and _OF_VOTERS.match(between)
    if ((backed or _FOR_AGAINST.match(between)) and _AGAINST_NEXT.match(behind)) or (
        _AGAINST_FOR.match(between) and _FOR_NEXT.match(behind)
    ):
        return True
    margin = _MARGIN.match(between) and not _FROM.search(before)
    return bool(margin and (_VOTE.search(whole) or (_DECIDED.search(whole) and first.value > second.value)))
