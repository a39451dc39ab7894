"""Percentages that a sentence lists side by side: “62% Finns, 31% Swedes and 5% others”.

Whether what is listed divides one whole is seldom said. It shows in two things together: every item is built as the
others are, and they nearly make 100. Rates of several groups, and answers of which more than one could be given, may
make any sum; where one figure of a list that divides a whole is mistyped, the sum is a little off.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lint.span import Span
from lint.views.patterns import pattern
from lint.views.percentages import Percentage, Percentages

_ALL, _NEARLY, _ROUNDING = 100.0, 130.0, 1.0
# Two figures nearly make 100 by chance quite often; three that are built alike seldom do.
_FEW, _MANY = 2, 3
_HEDGE = (
    r"(?:(?:about|around|approximately|roughly|almost|nearly|some|just|only|another|a|an|the|last|further|remaining|other|"
    r"approx\.|up\sto)\s){0,3}"
)
_LINK = (
    r"(?:\s?[,;][”\"]?\s(?:(?:and|while|with|plus|whereas|followed\sby|but|or)\s)?|"
    r"\s(?:and|while|with|plus|to|or|followed\sby)\s)"
)
# “62% Finns, 31% Swedes”, “40 (62%) Finns, 20 (31%) Swedes”: who is counted stands behind the figure.
_BEHIND = pattern(rf"\)?\s?[^%]{{2,130}}?{_LINK}{_HEDGE}(?:\d[\d,.]*\s)?\(?\Z", re.IGNORECASE)
# “Finns 62%, Swedes 31%”, “Finns (62%), Swedes (31%)”, “Finns own 62% of it, Swedes 31%”: it stands before it.
_STAKE = (
    r"(?:(?:working|equity|direct|controlling|minority|majority|ownership)\s)?(?:stake|interest|share|holding|owner)"
)
_OF_WHOLE = rf"(?:\s{_STAKE})?(?:\s(?:of|in)\s[^%,;()]{{1,70}}?)?(?:\s\([^()%]{{1,40}}\))?"
_BEFORE = pattern(rf"\)?{_OF_WHOLE}{_LINK}[^%;]{{2,110}}?(?:\s|\s?\(|:\s?){_HEDGE}\Z", re.IGNORECASE)
# “Finns 62 percent Swedes 31 percent”, “finns: 62% swedes: 31%”: the lines of a table.
_TABLE = pattern(r"\s(?:[*•-]\s)?(?:[A-Z][^%,;.\d]{1,60}?|[a-z]+:)\s\Z")
_STYLES = (_BEHIND, _BEFORE, _TABLE)

_SEVERAL = pattern(r"\b(?:more\sthan\sone|multiple|several\sanswers|each|either)\b", re.IGNORECASE)
# Changes, rates and what is compared are no shares, nor are reasons, of which one may give several.
_CHANGED = pattern(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|fell|fall\w*|drop\w*|declin\w+|decreas\w+|"
    r"gain\w*|los[et]|losing|slip\w*|surg\w+|soar\w*|shed|higher|lower|reduc\w+|advanc\w+|plung\w+|slump\w*|tumbl\w+|"
    r"rall(?:y|ied))\b",
    re.IGNORECASE,
)
_RATE = pattern(
    r"\b(?:(?<!-)rates?|yields?|margins?|discounts?|taxed|tariffs?|inflation|turnout|unemployment|growth|returns?|"
    r"efficiency|accura\w+|efficacy|occupancy|premium|prevalence|defaults|reasons?|challenges?|concerns?|effects|symptoms|ranked)\b",
    re.IGNORECASE,
)
_COMPARED = pattern(
    r"\b(?:compar\w+|versus|respectively|(?<!more\s)(?<!less\s)(?<!other\s)(?<!older\s)than|both|also|too|even|at\sleast|capacity)\b",
    re.IGNORECASE,
)
# What people have does not keep them from being something else.
_HAVE = pattern(r"\b(?:ha(?:ve|d|s)|having)\s(?!no\b|not\b|an?\s(?:\d|stake|interest|share)|\d)")
_UP_OR_BETWEEN = pattern(
    rf"(?:\b(?:(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up|down|between|from)\s(?:by\s|to\s|from\s)?{_HEDGE}|\d\s?(?:-|–|to|and)\s?)\Z",
    re.IGNORECASE,
)
_BY = pattern(rf"\bby\s{_HEDGE}\Z", re.IGNORECASE)
# “Defaults were 32% in Ohio, 26% in Iowa”: of each place. Only what is divided by place is one whole.
_OF_EACH = pattern(
    rf"\s?\)?\s?(?:{_STAKE}\s)?(?P<where>of(?!\s(?:them|those|these|it)\b)|in(?!\sit\b)|for|among|at|on|by)\s"
)
_DIVIDED = pattern(
    r"\b(?:invest\w*|spen[dt]\w*|ma[dk]e\w*|earn\w*|employ\w*|work\w*|liv\w+|reside\w*|born|com(?:e|es|ing)|came|go|goes|"
    r"went|sold|sells?|ship\w*|export\w*|migrat\w+|locat\w+|distribut\w+|divi\w+|split|shar\w+|alloca\w+|portfolio|"
    r"revenues?|sales|turnover|voted|votes|orders|assets|production|population|land|use[ds]?|consum\w+|own\w*|"
    r"h[eo]ld\w*)\b|\b[Oo]f\s[^,%]{2,80},\s\Z",
    re.IGNORECASE,
)
_REST = pattern(
    r"\b(?:rest|others?|elsewhere|remaining|remainder|undecided|unsure|unspecified|none|neither)\b", re.IGNORECASE
)
# Of two, the sentence has to say that something is divided.
_SHARED = pattern(
    r"\b(?:own(?:s|ed|ing|ership)?|h[eo]lds?|holding|stakes?|shareholders|partners|votes?|voted|ballots|defeat\w*|"
    r"(?:re-?)?elected|split|divided|ratio|mix|consist\w*|compris\w+|made\sup|financed|funded|venture|alloy|mixture|"
    r"consortium|account(?:s|ed|ing)?\sfor|go(?:es)?\sto|went\sto|remaining|remainder|rest)\b",
    re.IGNORECASE,
)
# What is told of the first share alone, of its owner again, or of another time does not lead to the second one.
_ASIDE = pattern(
    r"\b(?:(?:which|that|who|whose|whom|said|says?|plan\w*|maybe|may|can|could|after|before|when|if|because|as|assuming|"
    r"but|or|counted|it|they|he|she|i|we|of\s(?:those|these|them|it)|by\s\w+ing)\b|"
    r"(?:its|their|his|her|additional|further|to)\s\Z)",
    re.IGNORECASE,
)
_RATIO = pattern(r"\b(?:ratio|mix|split|votes?)\b")
_OF_VOTES = pattern(r"\A\sof\s(?:\w+\s){0,3}votes?\b")
_LONGEST_LEAD, _LONGEST_TAIL, _BESIDE, _BEFORE_FIGURE = 120, 60, 70, 20


def listed(text: str, found: Percentages) -> Iterator[list[Percentage]]:
    """The lists of a sentence that divide one whole by all they show."""
    if _SEVERAL.search(text, found.sentence.start, found.sentence.end):
        return
    for style in _STYLES:
        for run in _runs(text, found, style):
            near = _ALL < sum(item.value for item in run) <= _NEARLY
            if len(run) >= _FEW and near and not _holds_whole(run) and _divides(text, found.sentence, run, style):
                yield run


def _runs(text: str, found: Percentages, style: re.Pattern[str]) -> Iterator[list[Percentage]]:
    run = [found.items[0]]
    for item in found.items[1:]:
        if style.match(text[run[-1].span.end : item.span.start]):
            run.append(item)
            continue
        yield run
        run = [item]
    yield run


def _holds_whole(run: list[Percentage]) -> bool:
    """Whether the later ones alone make 100: “of the 13% who left, 61% were girls and 39% boys”."""
    sums = (sum(item.value for item in run[at:]) for at in range(1, len(run) - 1))
    return any(abs(total - _ALL) <= _ROUNDING for total in sums)


def _divides(text: str, sentence: Span, run: list[Percentage], style: re.Pattern[str]) -> bool:
    lead = text[max(sentence.start, run[0].span.start - _LONGEST_LEAD) : run[0].span.start]
    tail = text[run[-1].span.end : min(sentence.end, run[-1].span.end + _LONGEST_TAIL)]
    labels = [text[one.span.end : two.span.start] for one, two in pairwise(run)]
    # What is told of the last item goes up to the end of its clause.
    labels.append(re.split(r"[,;.]\s", tail, maxsplit=1)[0])
    told = "0".join(labels)
    # “Half of them (30% Finns, 20% Swedes) and 50% Danes”: what stands in a bracket of its own divides a part.
    if any(not _is_even(label) or label.startswith(" of those ") for label in labels[:-1]):
        return False
    if (
        _CHANGED.search(lead[-_BESIDE:] + told)
        or _RATE.search(lead + told)
        or _COMPARED.search(told)
        or _HAVE.search(told)
        or any(_UP_OR_BETWEEN.search(text, max(0, one.span.start - _BEFORE_FIGURE), one.span.start) for one in run)
    ):
        return False
    wholes = [whole["where"] if (whole := _OF_EACH.match(label)) else "" for label in labels]
    if style is not _BEHIND:
        # “Feed by 38 percent and seed by 25” are changes.
        if all(_BY.search(label) for label in labels[:-1]):
            return False
        # “Hill will own 78 percent and Berg 22 percent of the new firm”: what is said last holds for all of them.
        if not any(wholes[:-1]):
            wholes[-1] = ""
    return "of" not in wholes[1:] and (
        _of_one_whole(lead, wholes, labels[-1]) if len(run) >= _MANY else _is_shared(lead, wholes, labels, run)
    )


def _is_even(label: str) -> bool:
    """Whether the brackets within a label match, those around the figures left aside."""
    inner = label.removeprefix(")").removesuffix("(")
    return inner.count("(") == inner.count(")")


def _of_one_whole(lead: str, wholes: list[str], last: str) -> bool:
    """Whether several items are no parts of as many wholes, such as rates of several places."""
    if not all(wholes) or wholes[0] == "of":
        return True
    return bool(_DIVIDED.search(lead) or _REST.search(last))


def _is_shared(lead: str, wholes: list[str], labels: list[str], run: list[Percentage]) -> bool:
    """Whether the sentence says that something is divided in two."""
    first, second = wholes
    words = lead + " ".join(labels)
    # “A ratio of 62 percent sand to 38 percent lime”; but “a stake of 38 percent, lifting it to 62 percent”.
    between = labels[0].removeprefix(" to")
    if _RATIO.search(lead + labels[0]):
        between = between.removesuffix(" to ")
    elsewhere = second not in ("", "by") and (second == "in" or first != second) and not _OF_VOTES.match(labels[0])
    everything = any(item.value == _ALL for item in run)
    return bool(not elsewhere and not everything and _SHARED.search(words) and not _ASIDE.search(between))
