"""Percentages that divide one whole by what the sentence says: owners, mixtures, ratios, “the rest of the world”."""

import re
from collections.abc import Iterator

from lint.span import Span
from lint.views.patterns import pattern
from lint.views.percentages import Percentage, Percentages

_ABOUT = r"(?:(?:about|around|approximately|roughly|almost|nearly|some|just|only|another|the\s(?:remaining|other))\s)?"
_AND = r"(?:,?\s(?:and|while|with|whereas)\s|,\s)"
_MODAL = r"(?:(?:will|would|could|to|may|might|initially|now|currently|already|also)\s){0,2}"
_OWN = r"(?:own|owns|owned|owning|hold|holds|held|holding|taking|control|controls|controlled|controlling)"
_OWNER = (
    r"(?:(?:the\s)?[A-Z]|(?:\w+\s){0,3}?(?:shareholders|stockholders|creditors|investors|holders|owners|employees|workers|"
    r"management|staff|government|state|family|public|banks|companies|partners)\b)"
)
_GETS = (
    r"(?:shareholders|stockholders|creditors|investors|bondholders)\s(?:will|would|are\sto|were\sto)\s"
    r"(?:have|get|receive)"
)
_OWNING = pattern(rf"\b(?:{_OWN}|{_GETS})\s{_ABOUT}(?:an?\s)?\Z")
_OWNS_TOO = pattern(
    rf"\A(?:\s(?:of|in)\s[^;:%]{{1,70}}?)?{_AND}{_OWNER}[^;:%,]{{0,60}}?(?:\s{_MODAL}{_OWN})?\s{_ABOUT}\Z"
)
_OWNS_EXPLICITLY = pattern(
    rf"\A(?:\s(?:of|in)\s[^;:%]{{1,90}}?)?{_AND}(?:{_OWNER}[^;:%]{{0,80}}?\s{_MODAL}{_OWN}|[^;:%,]{{0,60}}?\b{_GETS})\s{_ABOUT}\Z"
)
_SAME_FIRM = pattern(
    r"\A(?:[.,;)]|\s?\Z|\s(?:and|while|in|after|under|once|on)\b|\sof\s(?:it\b|the\s(?:(?:new|combined|merged|enlarged|joint|resulting)\s)?"
    r"(?:company|firm|group|venture|entity|airline|bank|business|shares|stock)\b))"
)
# “55 percent of the firm, which owns 40 percent of another”, “55 percent of the shares and 60 percent of the votes”.
_ANOTHER = pattern(r"\b(?:which|that|who|votes?|voting|whose)\b")
_MADE_OF = pattern(
    r"\b(?:consist(?:s|ed|ing)?|compos(?:ed|ition)|compris(?:es|ed|ing)|contain(?:s|ed|ing)?|made\sup|mix(?:ture)?|blend(?:ed)?|"
    r"ratio|split|alloy|allocation|portfolio|divided|broken\sdown|combination|weightings?)\b"
)
_AND_OF = pattern(r"\A\s[A-Za-z][^;:%,()]{1,40}?(?:,\s(?:and\s)?|\sand\s|\sto\s)(?:an?\s)?\Z")
# “The interns comprised lawyers (60%), students (30%) and …”
_IN_BRACKETS = pattern(r"\A\)(?:,\s(?:and\s)?|\sand\s)[^;:%()]{1,50}?\s\(\Z")
# “Farming employs 30 percent of the workforce, industry 28 percent, and services 42 percent”
_MAKES = pattern(rf"\b(?:employs?|accounts?\sfor|contributes?|provides?|generates?|makes?\sup|forms?)\s{_ABOUT}\Z")
_ANOTHER_MAKES = pattern(
    rf"\A\sof\s[^;:%,]{{1,40}}?(?:,\s(?:(?:and|while)\s)?|\sand\s)(?!(?:in|of|or|nearly|about|almost|some|only|just|another|around)\b)\w+(?:\s\w+)?\s{_ABOUT}\Z|"
    rf"\A(?:,\s(?:(?:and|while)\s)?|\sand\s)(?!(?:in|of|or|nearly|about|almost|some|only|just|another|around)\b)\w+(?:\s\w+)?\s{_ABOUT}\Z"
)
# “Allocations were 40 percent in stocks, 30 percent in bonds and …”
_AND_IN = pattern(r"\A[^;:%]{0,60}?\s(?P<where>in|from|to)\s(?!\d)[^;:%,]{1,60}?(?:,\s(?:and\s)?|\sand\s)\Z")
_NAMED_NEXT = pattern(
    r"\A\s(?!of\b|more\b|less\b|higher\b|lower\b|above\b|below\b|in\b|from\b|to\b|by\b|for\b|on\b)[A-Za-z]"
)
_RATIO = pattern(r"\A\s(?:split|ratio|margin|mix)\b")
_GIVES, _KEEPS = (
    pattern(r"\b(?:give|gives|pay|pays|get|gets)\s[^;:%,]{0,40}?\Z"),
    pattern(r"\A\sof\s[^;:%,]{1,50}?\sand\s(?:keep|keeps|keeping|retain|retains|retaining)\s\Z"),
)
# “Would go to lenders, 10 percent to workers and 5 percent to the state”: what one gets, no other has.
_GOES = pattern(
    r"\b(?:go|goes|going|went|used|spent|given|allocated|distributed|delivered|earmarked|devoted)\s(?:to|for|on)\s(?![$£€]?\d)"
)
_GOES_TOO = pattern(rf"\A[^;:%]{{0,80}}?\s(?:to|for|on)\s(?![$£€]?\d)[^;:%,]{{1,60}}?{_AND}{_ABOUT}\Z")
_TO_NEXT = pattern(r"\A\s(?:to|for|on)\s(?![$£€]?\d)")
_REST = pattern(
    r"\A\s(?:\w+\s){0,2}?(?:(?:in|from|to|for|by|at|of|on|with)\s)?(?:the\s)?(?:rest\b|elsewhere\b|others\b)"
)
_REMAINING = pattern(r"\b(?:the|a|its)\s(?:remaining|rest,|balance\sof|remainder,)\s?\Z", re.IGNORECASE)
_LISTED = pattern(rf"(?:,|;|\sand|\swhile|\swith)\s(?:and\s|while\s|with\s)?{_ABOUT}\Z", re.IGNORECASE)


def divide_one_whole(text: str, sentence: Span, first: Percentage, second: Percentage) -> bool:
    """Whether two percentages that follow each other are what two owners have of one firm, or parts of a mixture."""
    between = text[first.span.end : second.span.start]
    before = text[max(sentence.start, first.span.start - 40) : first.span.start]
    behind = text[second.span.end : min(sentence.end, second.span.end + 60)]
    owns_too = _OWNS_TOO.match(between) or _OWNS_EXPLICITLY.match(between)
    if _OWNING.search(before) and owns_too and not _ANOTHER.search(between):
        # “Would hold 51 percent and Hill 49 percent of Crown”: what is said last holds for both.
        return bool(_SAME_FIRM.match(behind)) or (" of " not in between and bool(re.match(r"\sof\s[A-Z]", behind)))
    # “A 55 percent to 59 percent ratio” is a range.
    if between.strip() in ("to", "-", "–") and first.value > second.value and _RATIO.match(behind):
        return True
    if _GIVES.search(before) and _KEEPS.match(between):
        return True
    goes = _GOES.search(text, first.span.end, second.span.start) or _GOES.search(text, sentence.start, first.span.end)
    if goes and _GOES_TOO.match(between) and _TO_NEXT.match(behind):
        return True
    lead = text[max(sentence.start, first.span.start - 70) : first.span.start]
    made = text[sentence.start : first.span.start]
    if (
        _ANOTHER_MAKES.match(between)
        and not behind.startswith((" of ", " from ", " in ", " to "))
        and _MAKES.search(made)
    ):
        return True
    if _MADE_OF.search(lead) and _IN_BRACKETS.match(between):
        return True
    if _MADE_OF.search(lead) and _AND_OF.match(between) and _NAMED_NEXT.match(behind):
        return True
    within = _AND_IN.match(between)
    cue = within and _MADE_OF.search(text, sentence.start, second.span.start)
    return bool(cue and within and re.match(rf"\s{within['where']}\s(?!\d)", behind))


def up_to_the_rest(text: str, found: Percentages) -> Iterator[list[Percentage]]:
    """A list of percentages that ends with the rest: nothing is left out, and nothing counts twice."""
    items = found.items
    for last in range(2, len(items)):
        behind = text[items[last].span.end : found.sentence.end]
        if not (_REST.match(behind) or _REMAINING.search(text, found.sentence.start, items[last].span.start)):
            continue
        leads = (Span(items[number - 1].span.end, items[number].span.start) for number in range(1, last + 1))
        wholes = (text.startswith(" of ", item.span.end) for item in items[1:last])
        if not any(wholes) and all(_is_listed(text, lead) for lead in leads):
            yield list(items[: last + 1])
            return


def _is_listed(text: str, lead: Span) -> bool:
    words = lead.of(text)
    return bool(_LISTED.search(words) or _REMAINING.search(words)) and ";" not in words and ":" not in words
