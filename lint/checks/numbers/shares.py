"""Shares of one whole that make more than all of it."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.answers import exclusive_answers
from lint.views.lines import matches_near
from lint.views.patterns import pattern, sought
from lint.views.percentages import Percentage, Percentages, percentages
from lint.views.wholes import divide_one_whole, up_to_the_rest

# What the text between two percentages must look like for them to be shares of one whole.
_OWNED = (
    "owned|held|controlled|financed|funded|contributed|made|supplied|provided|shared|backed|underwritten|covered|"
    "accounted\\sfor"
)
_AND = r"(?:,\s(?:(?:and|with|while)\s)?|\s(?:and|with|while|to)\s)(?:the\s(?:remaining|other)\s)?"
_HEDGE = pattern(r"\s(?:about|around|almost|nearly|some|roughly|over|only|just)\s\Z")
_BY = pattern(rf"\A[^;:%,]{{0,80}}?(?:\s(?:{_OWNED}))?\sby\s[^;:%]{{1,80}}?{_AND}\Z")
_BY_NEXT = pattern(rf"\A(?:\s(?:{_OWNED}))?\sby\s(?!\d)")
_STAKE = pattern(
    r"\A\s(?:stake|interest|share|holding|equity)\b[^;:%]{0,60}?,?\s(?:and|while|with|to)\s(?:the\s)?[A-Z][^;:%]{0,40}?"
    r"(?:\s(?:has|have|had|having|will\shave|would\shave|holds?|held|holding|owns?|owned|owning|taking|takes?|"
    r"will\s(?:hold|own|take)))?(?:\s(?:a|an|the|its|the\s(?:remaining|other)))?\s\(?\Z"
)
_FOR = r"(?:in\sfavou?r|for|yes|approv\w+|agree[sd]?|support(?:s|ed|ing)?|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?)\b"
_AGAINST = r"(?:against|no\b(?!\s\w)|disapprov\w+|disagree[sd]?|oppos\w+|reject\w*)"
_FOR_AGAINST = pattern(rf"\A,?[^;:%]{{0,60}}?\b{_FOR}[^;:%]{{0,40}}?\s\Z", re.IGNORECASE)
_AGAINST_NEXT = pattern(rf"\A,?(?:\s[\w’'-]+){{0,3}}?\s\(?{_AGAINST}", re.IGNORECASE)
_AGAINST_FOR = pattern(rf"\A[^;:%]{{0,60}}?\b{_AGAINST}[^;:%]{{0,40}}?\s\Z", re.IGNORECASE)
_FOR_NEXT = pattern(rf"\A,?(?:\s[\w’'-]+){{0,3}}?\s\(?{_FOR}", re.IGNORECASE)
_MARGIN = pattern(r"\A\s?(?:to|-|–)\s?\Z")
_VOTE = pattern(r"\b(?:margin\sof|a\smargin|vote[sd]?|voting|ballots?|referendum)\b", re.IGNORECASE)
_REMAINING = pattern(r"\b(?:the|a|its)\s(?:remaining|other|rest,|balance\sof|remainder,)\s?\Z", re.IGNORECASE)
_PAID = r"(?:cash|stock|shares|notes?|bonds|debt|equity|loans?|securities|goods|currency|certificates|kind)"
_IN_CASH = pattern(
    rf"\A\s(?:(?:payable\s)?in\s|of\s)?(?:[\w-]+\s){{0,3}}?{_PAID}\b[^;:%]{{0,30}}?{_AND}\Z", re.IGNORECASE
)
_IN_NEXT = pattern(rf"\A\s(?:(?:payable\s)?in\s|of\s)?(?:[\w-]+\s){{0,3}}?{_PAID}\b", re.IGNORECASE)
# “A has a 46 percent interest in the block, B 29 percent and C 25”, “partners are A (46 percent), B (29 percent)”.
_NAMED = pattern(
    r"\A(?:\)|(?:(?:\s(?:working|equity|direct|controlling|minority|majority))?\s(?:stake|interest|share|support)\b)?(?:\s(?:of\sthe|of\sits|in)\s[^;:%,]{1,40}?)?)"
    r"(?:,|\s(?=and\b|while\b))\s?"
    r"(?:and\s|while\s)?(?:the\s)?[A-Z](?:[^;:%()]|\([^()%]{1,20}\)){1,70}?\s"
    r"(?:(?:with|for|has|had|have|owns|holds|(?:will|would)\s(?:own|hold|have))\s)?"
    r"(?:an?\s)?\(?\Z"
)
# “Rejected it 67% to 33%”: of a margin the larger share comes first, of a range the smaller one.
_DECIDED = pattern(r"\b(?:voters|electorate|rejected|approved|passed|defeated|elected|polled?|won)\b", re.IGNORECASE)
# “52 percent of the vote for Hill against 47 percent for Berg”.
_CANDIDATE = pattern(
    r"\A(?:\sof\sthe\s(?:votes?|ballots?|poll))?(?:\sfor\s(?:the\s)?[A-Z][^;:%,]{1,40})?,?\s(?:against|to|while|and|with)\s"
    r"(?:(?:the\s)?[A-Z][^;:%,]{1,40}?\s(?P<verb>won|got|took|had|received|polled|getting|winning)\s)?\Z"
)
_CANDIDATE_NEXT = pattern(r"\A\s(?:for|by)\s(?:the\s)?[A-Z]")
# “The seats are split 60 percent to the town and 40 percent to the county”.
_SPLIT = pattern(r"\b(?:split|divided|apportioned|shared|distributed\sas)\b[^;%]{0,60}?\Z", re.IGNORECASE)
_POSSESSED, _HELD = pattern(r"\b(?:its|his|her|their|[’']s?)\s\Z"), pattern(r"\A[\s-](?:owned|held|controlled)\b")
_SPLIT_AND = pattern(rf"\A\s[^;:%,]{{0,60}}?{_AND}\Z", re.IGNORECASE)
_FROM = pattern(r"\b(?:from|between)\s(?:\w+\s)?\Z", re.IGNORECASE)
_FOR_ITS_PART = pattern(rf"\A(?:\sof\s[^;:%,]{{1,60}}?)?{_AND}[^;:%,]{{2,50}}?\sfor\s\Z")
_ACCOUNTED = pattern(
    r"\b(?:account(?:s|ed|ing)?\sfor|ma(?:de|ke|kes)\sup)\s(?:(?:about|around|almost|nearly|some|roughly)\s)?\Z"
)
_RATED = pattern(r"\brated\b")
_RATING = pattern(r"\A\s[a-z]+,?\s(?:and\s)?\Z")
_WHOLE = pattern(
    r"\b(?:shareholders|stakeholders|owners?|own|owned|partners|stakes?|suppliers|venture|consortium|votes?|voters?|seats|"
    r"ownership|interests?|market\sshares?|shared\sby)\b",
    re.IGNORECASE,
)
_PERCENT_SIGN = pattern(r"%|[Pp](?<!\w[Pp])er\s?cent")
# Short positions, and what is owned through others, can be more than the whole; so can what nobody has.
_NO_WHOLE = pattern(r"\b(?:effective\w*|combined|total\w*|short\w*|synthetic|no|not|impossible)\b", re.IGNORECASE)
# What can be answered twice is no share; nor is what exceeds its whole on purpose.
_OTHERWISE = pattern(
    r"\b(?:more\sthan\sone|multiple|several\sanswers|respectively|compar\w+|versus|(?<!more\s)(?<!less\s)(?<!rather\s)(?<!-)than|"
    r"chances?|whose|combined(?!\s(?:company|firm|group|entity|business|airline|bank|carrier))|"
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
_CHANGING = pattern(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|up|fell|fall\w*|drop\w*|declin\w+|decreas\w+|down|"
    r"higher|lower|compared|against\s[\d.]+(?:\s?%|\sper\s?cent)\sfor)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = pattern(
    r"\b(?:up|down|rising|falling|unchanged|changed|higher|lower)\s(?:\w+\s)?(?:from|than)\b|\brevised\b|\bearlier\b"
)
_CHANGE_NEXT = pattern(
    r"\A\s?(?:up|down|higher|lower|rise|increase|growth|drop|decline|fall|cut|gain|loss|jump|reduction)\b",
    re.IGNORECASE,
)
_ALL, _ROUNDING = 100.0, 1.0
# Nobody holds more than all of a firm, and nobody wins more than all votes.
_SINGLE = sought(
    r"(?<![\w$£€.,/–-])(?P<figure>1\d\d(?:\.\d{1,2})?)(?:\s?%|[\s-]per\s?cent)\s(?:(?:equity|ownership|voting)\s)?"
    r"(?:stake|holding|owner|owned|shareholder|shareholding|ownership|of\s(?:the|all|its)\s(?:votes?|voters|seats|electorate|shares))\b",
    re.IGNORECASE,
    parts=True,
)
# “70% in cash and 40% in shares”, “80% of the loan in goods and 30% in dollars”: one sum, paid in several ways.
_PAYING = pattern(
    r"\b(?:pay|pays|paid|paying|payable|payment|repay|repays|repaid|settle[sd]?|based|priced|pricing|financ\w+|fund|funds|funded|funding|"
    r"consideration)\b",
    re.IGNORECASE,
)
# “Returns of 55 percent in 2009 and 52 percent in 2010” are of two years.
_NO_MEANS = (
    r"(?!\d|(?:the\s)?(?:first|second|third|fourth|last|next|previous|same)\b|(?:early\s|late\s)?(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b)"
)
_MEANS = rf"(?:payable\s|paid\s)?(?:in|by|from|through|with|via|on)\s{_NO_MEANS}"
_IN_MEANS = pattern(
    rf"\A(?:\sof\s[^;:%,]{{1,80}}?)?\s(?:(?:will|would|to)\sbe\s|was\s|is\s)?{_MEANS}[^;:%]{{1,60}}?{_AND}\Z",
    re.IGNORECASE,
)
_MEANS_NEXT = pattern(rf"\A\s{_MEANS}", re.IGNORECASE)
# “A accounts for 60% of sales, while B accounts for 50% of those sales”.
_ACCOUNTING = pattern(
    r"\A(?:\sof\s(?P<whole>[^;:%,]{1,60}?))?(?:,\s(?:(?:and|while|with)\s)?|\s(?:and|while)\s)[^;:%,]{2,50}?\s"
    r"(?:(?:should|will|would|to)\s)?(?:account(?:s|ed|ing)?\sfor|made?\sup|makes?\sup)\s\Z"
)
_SAME_WHOLE = pattern(r"\A(?:[.,;]|\s(?:and|while)\b|\s?\Z|\sof\s(?:those|these|the\ssame|the\stotal|it|that)\b)")


@check(severity="info", languages=("en",), literals=("%", "percent", "per cent"))
def shares(document: Document) -> Iterator[Finding]:
    """Shares of one whole that make more than all of it: “52% voted for and 51% against”.

    One of the percentages was mistyped, or stems from another count. Check them against the source.

    Only what is said to divide one whole is added up: owners and their stakes, votes for and against, answers that
    exclude each other (up, down, no change), what is paid in cash and in shares, what goes to several, what a mixture
    consists of, and lists that end with the rest. Left alone: answers of which more than one could be given, rates of
    different groups, and changes.

    Hidden by default: of 86 shares that were not looked at while the rule was written, each with another percentage put
    in, 50 are found; on 27,457 articles of a newswire, full of percentages, it spoke eleven times at first sight,
    hardly ever rightly. Those were mended, but each new text brings others.

    ```bad
    In the village ⟦62% voted for the bridge and 48% against⟧.
    ```
    ```bad
    The mill is ⟦70 percent owned by the town and 40 percent by its workers⟧.
    ```
    ```bad
    Some ⟦65% of the grain goes abroad and the remaining 45%⟧ is milled here.
    ```
    ```bad
    The town will take a ⟦104 percent stake⟧ in the mill, and ⟦120% of the votes⟧.
    ```
    ```bad
    The town will repay ⟦70% of the loan in timber and 45% in cash⟧.
    ```
    ```bad
    Voters rejected the bridge ⟦67% to 41%⟧; Hill won ⟦62 percent of the vote to 47 percent for⟧ Berg.
    ```
    ```bad
    The rent is split ⟦60 percent to the town and 50 percent⟧ to the county.
    ```
    ```bad
    Timber accounts for about ⟦60% of sales, while paper accounts for 55%⟧ of those sales.
    ```
    ```bad
    About ⟦72 percent of the growers saw sales fall, 42 percent saw them rise and 4 percent⟧ saw no change.
    ```
    ```bad
    Hill shareholders will own ⟦78 percent of the new firm, and Berg shareholders will own 40 percent⟧.
    ```
    ```bad
    It made ⟦63 percent of its sales in Turku, 31 percent in Oulu and 18 percent⟧ in the rest of the country.
    ```
    ```bad
    Its portfolio consists of ⟦77 percent bonds, 31 percent shares and 5 percent⟧ gold.
    ```
    ```bad
    Of the tax, ⟦81 percent will go to the town and 30 percent⟧ to the county.
    ```
    ```good
    Some 60 percent said prices rose and 55 percent said wages fell; of the men 60% saw them rise, and 52% of the women
    saw them fall.
    ```
    ```good
    Hill owns 60 percent of Crown and Berg 70 percent of Alba; sales rose 60 percent to a record, 50 percent in May.
    ```
    ```good
    Funded at 64% in equities, up from a revised 61%, the fund paid 55 percent in 2009 and 52 percent in 2010.
    ```
    ```good
    It makes 60 percent of its money abroad and nearly 70 percent from tea. Margins were 59 percent against 55 percent
    for last year; output is to rise 50 percent by 2030 and 80 percent by 2050.
    ```
    ```good
    Up to 60 percent of the tax will go to the town and up to 50 percent to the county.
    ```
    ```good
    Hill Ltd., which owns 85 percent of the mill, and Berg, its 75 percent owned subsidiary, bought a share of the firm.
    ```
    ```good
    Hill won 52 percent of the vote to 47 percent for Berg; the board approved 60% to 70% of all requests.
    ```
    ```good
    Timber accounts for 60% of sales, while paper accounts for 55% of exports; the loan was paid 70% in timber and 30%
    in cash, and demand is at 140 percent of capacity.
    ```
    ```good
    In the village 52% voted for the bridge and 48% against; the mill is 60 percent owned by the town and 40 percent by
    its workers.
    ```
    ```good
    Tea was drunk by 80% and coffee by 60%, and turnout was 62% in the north and 58% in the south.
    ```
    ```good
    Support rose from 48% to 62%, and some 65% of the grain goes abroad and the remaining 35% is milled here.
    ```
    """
    text = document.text
    for match in matches_near(document, _SINGLE, _PERCENT_SIGN):
        if float(match["figure"]) > _ALL and not _NO_WHOLE.search(text, max(0, match.start() - 30), match.start()):
            told = f"{match['figure']}% is more than the whole: check the figure, or say of what else it is a share"
            yield Finding(Span(*match.span()), told, notes=(Note(Span(*match.span("figure")), "more than 100%"),))
    for found in document.view(percentages):
        if _OTHERWISE.search(found.sentence.of(text)):
            continue
        rest = list(up_to_the_rest(text, found))
        if any(_is_change(text, item) for parts in rest for item in parts):
            rest = []
        for parts in rest or (*_divided(text, found), *exclusive_answers(text, found)):
            total = sum(part.value for part in parts)
            if sum(part.low for part in parts) > _ALL + _ROUNDING:
                yield _finding(text, parts, total)


def _finding(text: str, parts: list[Percentage], total: float) -> Finding:
    span = Span(parts[0].span.start, _end(text, parts[-1]))
    addends = " + ".join(f"{part.value:g}" for part in parts)
    note = Note(parts[-1].span, f"{addends} = {total:g}")
    told = f"the shares make {total:g}% ({addends}), more than the whole"
    message = f"{told}: correct one of them, or say of what else it is a share"
    return Finding(span, message, notes=(note,))


def _end(text: str, last: Percentage) -> int:
    """Where the last share ends, with the two or three words that make it one."""
    for following in (_BY_NEXT, _AGAINST_NEXT, _FOR_NEXT, _IN_NEXT):
        words = following.match(text[last.span.end : last.span.end + 60])
        if words:
            break
    else:
        return last.span.end
    if following is not _BY_NEXT:
        return last.span.end + words.end()
    name = _NAME.match(text, last.span.end + words.end())
    return name.end() if name else last.span.end


_NAME = pattern(r"(?:(?:the|its|a)\s)?[\w’'-]+(?:\s[A-Z][\w’'-]*)*")


def _divided(text: str, found: Percentages) -> Iterator[list[Percentage]]:
    """The runs of percentages that are shares of one whole."""
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
    if _is_change(text, first) or _is_change(text, second):
        return False
    if _OVERLAPPING.search(text, max(sentence.start, first.span.start - 60), min(sentence.end, second.span.end + 40)):
        return False
    # “A, in which Hill holds 70 percent, and B, in which it holds 49”
    if (
        _LOOKS_BACK.search(text, first.span.end, second.span.start)
        or "in which" in text[first.span.end : second.span.start]
    ):
        return False
    if divide_one_whole(text, sentence, first, second):
        return True
    if _CHANGING.search(text, sentence.start, sentence.end) or text.startswith(" market", second.span.end):
        return False
    between = _HEDGE.sub(" ", text[first.span.end : second.span.start])
    behind = text[second.span.end : min(sentence.end, second.span.end + 60)]
    # “Its 75 percent owned subsidiary” is held by the first holder, not beside it.
    if _POSSESSED.search(between) and _HELD.match(behind):
        return False
    before = text[max(sentence.start, first.span.start - 30) : first.span.start]
    if _ACCOUNTING.match(between) and _ACCOUNTED.search(before) and _SAME_WHOLE.match(behind):
        return True
    if behind.startswith((" of ", " more ", " less ")) and not _REMAINING.search(between):
        return False
    if _REMAINING.search(between) or (_BY.match(between) and _BY_NEXT.match(behind)):
        return True
    if _PAYING.search(text, sentence.start, second.span.end) and _IN_MEANS.match(between) and _MEANS_NEXT.match(behind):
        return True
    # “93 percent in cash, while the other offer is 38 percent in cash”: of two sums.
    if between.split(maxsplit=2)[:2] == [word.rstrip(".,;") for word in behind.split(maxsplit=2)[:2]]:
        return False
    if _STAKE.match(between) or (_IN_CASH.match(between) and _IN_NEXT.match(behind)):
        return True
    if (_FOR_AGAINST.match(between) and _AGAINST_NEXT.match(behind)) or (
        _AGAINST_FOR.match(between) and _FOR_NEXT.match(behind)
    ):
        return True
    if _FOR_ITS_PART.match(between) and _ACCOUNTED.search(before):
        return True
    whole = sentence.of(text)
    if _MARGIN.match(between):
        decided = bool(_DECIDED.search(whole)) and first.value > second.value
        return (decided or bool(_VOTE.search(whole))) and not _FROM.search(before)
    candidates = _CANDIDATE.match(between)
    if candidates and (candidates["verb"] or _CANDIDATE_NEXT.match(behind)):
        return bool(_VOTE.search(whole) or _DECIDED.search(whole))
    if _SPLIT.search(text[sentence.start : first.span.start]) and _SPLIT_AND.match(between):
        return True
    if _RATING.match(between):
        return bool(_RATED.search(whole))
    return bool(_NAMED.match(between) and _WHOLE.search(whole))
