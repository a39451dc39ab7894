"""Answers that exclude each other: “60 percent saw sales rise, 30 percent saw them fall and 10 saw no change”."""

import re
from collections.abc import Iterator

from lint.span import Span
from lint.views.patterns import pattern
from lint.views.percentages import Percentage, Percentages

# One answerer gives one of these: up, down or neither; for, against or neither; too much, too little or enough.
_KINDS = (
    r"(?P<same>(?:no|little)\s(?:\w+\s)?change[sd]?|unchanged|the\ssame|similar|stable|steady|met\b|meet\b|match(?:ed|ing)?|in\sline|at\sdesired|undecided|"
    r"unsure|neutral|don[’']t\sknow|did\snot\sknow|no\sopinion|abstain\w*|about\sright|adequate)"
    r"|(?P<more>increas\w+|rise\b|rising|rose|higher|above|better|improv\w+|expan\w+|grow(?:n|s|ing|th)?\b|grew|gain(?:s|ed)?\b|more|too\shigh|"
    r"too[-\s]high|higher-than-\w+|surplus|exceed\w*|beat|beating|topped|strong\w*|in\sfavou?r|approv\w+|support\w*|agree\w*|favou?r\w*|optimis\w+|positive\w*|yes)"
    r"|(?P<less>decreas\w+|declin\w+|fall\b|falling|fell|lower|below|worse\w*|contract\w*|shr[aiu]nk\w*|drop\w*|less|fewer|"
    r"too\slow|too[-\s]low|lower-than-\w+|miss(?:ed|ing)?|short|weak\w*|against|disapprov\w+|oppos\w+|disagree\w*|reject\w*|pessimis\w+|negative\w*)"
)
_ANSWER = pattern(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
# Who answers: told once, before or behind the first percentage.
_ANSWERED = pattern(
    r"\b(?:said|say|says|saying|report(?:ed|s|ing)?|expect(?:ed|s|ing)?|saw|see|seeing|not(?:ed|e|ing)|indicated|thought|think|"
    r"believe[sd]?|anticipat\w+|predict\w*|plan(?:ned)?|rated|answered|responded|voted|experienced|were|was|beat|missed|matched|exceeded|topped)\b",
    re.IGNORECASE,
)
# The second answer has no whole of its own, and nobody answers for another time or place.
_NEXT = pattern(
    r"(?:[,;]|\s(?:and|while|but))\s(?:(?:and|while|but|with|another|the|remaining|other|only|just|about|a|some)\s){0,3}\Z",
    re.IGNORECASE,
)
_OTHER_WHOLE = pattern(r"\s(?:of|in)\s|\s(?:points?|more|less|higher|lower|above|below)\b", re.IGNORECASE)
_COMPARED = pattern(
    r"\b(?:compar\w+|versus|from|previous\w*|last\s(?:week|month|quarter|survey)|respectively|either|both|"
    r"multiple|more\sthan\sone|several\sanswers|among\s(?:men|women|those))\b",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z]{3,}")
_FUNCTION = frozenset(
    "the and that they their them was were are had has have been will would with while but for this these those who "
    "stay stayed remain remained get see what over than about said according last year years month months quarter "
    "survey".split()
)
_LONGEST = 140


def exclusive_answers(text: str, found: Percentages) -> Iterator[list[Percentage]]:
    """The percentages of a sentence that count answers of which one person gives one."""
    if not 2 <= len(found.items) <= 4 or _COMPARED.search(text, found.sentence.start, found.sentence.end):
        return
    ends = [item.span.start for item in found.items[1:]] + [found.sentence.end]
    kinds = []
    for number, (item, end) in enumerate(zip(found.items, ends, strict=True)):
        # What stands behind the comma that ends an answer is told about it: “26 percent missed, Hill’s data show”.
        comma = text.find(",", item.span.end, end)
        answered = comma > 0 and bool(_ANSWER.search(text, item.span.end, comma))
        stretch = Span(item.span.end, comma if answered else end)
        if number and not _goes_on(text, Span(found.items[0].span.end, ends[0]), item, stretch):
            return
        kind = _kind(text, stretch, counted=number > 0)
        if not kind or stretch.end - stretch.start > _LONGEST or kind in kinds:
            return
        kinds.append(kind)
    # Two answers exclude each other; whether they are all there is nobody can know, so only more than all is wrong.
    if {"more", "less"} <= set(kinds):
        yield list(found.items)


def _goes_on(text: str, first: Span, item: Percentage, stretch: Span) -> bool:
    """Whether a percentage counts further answers of the same people to the same question."""
    if not _NEXT.search(text, first.start, item.span.start):
        return False
    if _OTHER_WHOLE.match(text, stretch.start):
        return False
    # “60 percent said prices rose and 50 percent said wages fell”: two questions.
    words = _words(text, stretch)
    return not words or bool(words & _words(text, first))


def _words(text: str, stretch: Span) -> set[str]:
    """The words that say what was asked about."""
    plain = _ANSWERED.sub(" ", _ANSWER.sub(" ", stretch.of(text)))
    return {word for word in _WORD.findall(plain.lower()) if word not in _FUNCTION}


def _kind(text: str, stretch: Span, *, counted: bool) -> str:
    """Which answer it is; none where two are named, or nobody answers."""
    kinds = {match.lastgroup or "" for match in _ANSWER.finditer(text, stretch.start, stretch.end)}
    if not counted and not _ANSWERED.search(text, stretch.start, stretch.end):
        return ""
    if "same" in kinds:
        return "same"
    return kinds.pop() if len(kinds) == 1 else ""
