"""Totals and the parts that they are divided into: “22 sailors (12 Swedes and ten Finns)”, “of 46 halls, 13 are …”.

A list of counts that “and” closes stands behind a total and a sign. One mistyped figure leaves the sum of parts near
their total; other counts fall anywhere. So behind a colon, a dash or a bracket, counts that nearly make the total are
its parts. Behind a comma they may as well stand beside it (“six wins, five losses and two draws”): there its parts are
told by what they lack, a noun of their own.
"""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.calendar import month_names
from lint.views.counts import NUMBER, Count, count_of, number_behind
from lint.views.patterns import pattern, sought
from lint.views.people import ONE, PEOPLE
from lint.views.scanning import blocks_with

_NUMBER = rf"(?<![\w$£€.,%/:‑–-])(?i:{NUMBER})(?![.,:/]\d|[-‑–/]\w)"
_COUNT = rf"(?:{_NUMBER}|an?(?=\s(?:{ONE})\b))"
_ONE_MORE, _NUMBER_MORE = pattern(rf"\sand\san?\s(?:{ONE})\b", re.IGNORECASE), number_behind(r"\sand\s(?:the\s)?")


def _may_end(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    return bool(_NUMBER_MORE(text, start, end) or _ONE_MORE.search(text, start, end))


# Any list of counts ends with this, and few places do.
_LAST = pattern(rf"\sand\s(?:(?:the\s)?(?={NUMBER}(?:\s|\Z))|(?=an?\s(?:{ONE})\b))", re.IGNORECASE, needs=_may_end)
# What a scan looks for: a sign and a count, and a count behind “and”.
_COUNTED = rf"(?:the\s)?(?:{NUMBER}|an?\s(?:{ONE})\b)"
_LIST = sought(rf"(?::|[-–—]|\(|,\s)\s?{_COUNTED}[\s\S]*\sand\s{_COUNTED}", re.IGNORECASE, parts=True, needs=_may_end)
_REACH, _LONGEST_TOTAL = 320, 130
_OPENED = pattern(rf"(?P<mark>:[^\S\n]?|\s?[-–—]{{1,2}}[^\S\n]?|\s?\(\s?|,\s(?!the\s))(?=(?:the\s)?{_COUNT}\s)")
_PART = pattern(
    rf"(?:the\s)?(?P<count>{_COUNT})\s(?P<words>(?:[^;:.()—\n]|\n(?=[a-z])|\.(?=\S)|\([^()\n]{{0,60}}\)){{1,150}}?)"
    rf"(?P<behind>,?\sand\s(?=(?:the\s)?{_COUNT}\s)|,\s(?=(?:the\s)?{_COUNT}\s)|\s?(?=[;:()—]|\n(?![a-z])|\.(?!\S)|\s[-–]{{1,2}}\s)|\Z)"
)
_MOST_PARTS = 10
_FIGURE, _TWO_COUNTS = (
    pattern(_NUMBER),
    pattern(r"(?!\w+ty\s)[a-z]+\s(?!hundred|thousand|[mbtr]+illion)[a-z]+", re.IGNORECASE),
)
# The clause that a total stands in goes back to here; behind a comma, no farther than to another one.
_CLAUSE = pattern(r"[;:!?(]|\n(?![a-z])|\.\s(?=[A-Z“\"(])")
_YEAR, _YEARS, _DIGIT = pattern(r"1[5-9]\d\d|20\d\d"), 2200, pattern(r"\d")

# Of the total, the sum is off by so much at most; what is farther off divides something else, or counts nothing.
_NEARLY, _NEARLY_BEHIND_COMMA, _FAR = 0.1, 0.05, 1.5
# Large numbers do not make up another one by chance.
_LARGE, _CLOSE = 200, 0.01
_SMALLEST, _ROUND, _ROUNDISH = 2, 1000, 100

_PREPOSITIONS = frozenset(
    "of for from in at to by on with without against near under above below over inside outside into across through "
    "throughout as after before during behind beside around within between among via".split()
)
_IS = frozenset("is are was were".split())
_VERBS = _IS | frozenset("has have had went go came come would will can could may might did do does".split())
_DONE = frozenset("made built held sold bought given taken led run born sent known won lost left".split())
_ARTICLES = frozenset("the a an its their his her up out and".split())
_THEM = frozenset("which whom them those these".split())
_MEASURED = pattern(
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|points|innings|rounds|dollars|euros|pounds|cents",
    re.IGNORECASE,
)
# What is told of some again, or of a bound, does not make up the total.
_OTHERWISE = pattern(
    r"\b(?:both|also|either|again|another|later|respectively|over|percent|per\scent|per|cent|pct)\b|%|\bof\s\d",
    re.IGNORECASE,
)
_PREPOSED = pattern(
    r"(?:\A[“\"]?|,\s|\bthat\s)(?:out\s)?(?:of|among)\s(?:(?!which\b|whom\b)[\w’'-]+\s){0,4}\Z", re.IGNORECASE
)
_PEOPLE = pattern(PEOPLE, re.IGNORECASE)
_KIN = frozenset(
    "man men woman women boy boys girl girls male males female females son sons daughter daughters brother brothers "
    "sister sisters grandson grandsons granddaughter granddaughters".split()
)
_GROWN = frozenset("man men woman women brother brothers sister sisters".split())
_RELATIVES = pattern(r"wives|husbands|sons|daughters|brothers|sisters|cousins|grandchildren|spouses", re.IGNORECASE)
_CASUALTIES = frozenset("dead killed wounded injured hurt".split())
_PLURAL = ("s", "men", "people", "children")


class Division(NamedTuple):
    """A total and its parts. `complete` tells that nothing can be missing: fewer are as wrong as more."""

    span: Span
    total: Count
    parts: tuple[Count, ...]
    parts_span: Span
    complete: bool


class _Parts(NamedTuple):
    counts: list[Count]
    phrases: list[list[str]]
    end: int
    closed: int

    @property
    def sum(self) -> float:
        return sum(count.low for count in self.counts)

    @property
    def firsts(self) -> list[str]:
        return [phrase[0].lower() for phrase in self.phrases]


class _Total(NamedTuple):
    number: Count
    before: str
    words: list[str]


def divisions(document: Document) -> tuple[Division, ...]:
    """The totals of a document whose parts follow them and nearly make them, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Division]:
    text, house = document.text, _people_of_the_house(document)
    for block in blocks_with(document, _LIST):
        for last in _LAST.finditer(text, block.start, block.end):
            for opened in _OPENED.finditer(text, max(block.start, last.start() - _REACH), last.start()):
                parts = _parts(text, opened.end(), last.end())
                found = _divided(text, opened, parts, house) if parts else None
                if found:
                    yield found
                    break


def _people_of_the_house(document: Document) -> frozenset[str]:
    measures = document.settings.data.get("measures", ())
    return frozenset(word.lower() for word, meaning in measures if meaning == "people")


def _parts(text: str, start: int, last: int) -> _Parts | None:
    """The parts from a place on, if they are exact and the one at `last` is the last of them."""
    counts: list[Count] = []
    phrases: list[list[str]] = []
    at = start
    for _ in range(_MOST_PARTS):
        part = _PART.match(text, at)
        count = _count(text, Span(*part.span("count"))) if part else None
        if part is None or count is None or not count.exact:
            return None
        counts.append(count)
        words = part["words"].split(", ")[0]
        phrases.append(_bare(words.replace(",", "").split()))
        if part.start("count") >= last:
            # Where the list goes on, nothing is known of its sum.
            goes_on = len(counts) < 2 or "," in part["behind"] or "and" in part["behind"]
            told = part.start("words") + len(words)
            return None if goes_on or not all(phrases) else _Parts(counts, phrases, told, part.end("words"))
        at = part.end()
        if not part["behind"].strip() or at > last:
            return None
    return None


def _count(text: str, span: Span) -> Count | None:
    # “Two one-room flats”, written apart, are no three.
    if _TWO_COUNTS.fullmatch(span.of(text)):
        return None
    return Count(span, 1, 1) if span.of(text) in ("a", "an") else count_of(text, span)


def _bare(words: list[str]) -> list[str]:
    """“Issued by banks” is “by banks”, and “of them Swedes” “Swedes”."""
    if len(words) > 2 and words[0] == "of" and words[1] in _THEM:
        return ["which", *words[2:]]
    return words[1:] if len(words) > 1 and words[0].endswith("ed") and words[1] in _PREPOSITIONS else words


def _divided(text: str, opened: re.Match[str], parts: _Parts, house: frozenset[str]) -> Division | None:
    comma = opened["mark"].strip() == ","
    bracket = "(" in opened["mark"]
    if bracket and not text.startswith((")", " )"), parts.closed):
        return None
    told = text[opened.end() : parts.end]
    total = _total(text, opened.start(), comma=comma)
    if total is None or _OTHERWISE.search(told) or _names_month(told) or any(map(_is_of_each, parts.phrases)):
        return None
    # “Twelve halls: two in the west, one of which is old, and ten in the east”
    if parts.phrases[0][0] != "which" and any(phrase[0] == "which" for phrase in parts.phrases[:-1]):
        return None
    number, more = total.number.low, parts.sum - total.number.low
    if number < _SMALLEST or not number / _FAR <= parts.sum <= number * _FAR or _is_rounded(number, parts.counts):
        return None
    if parts.phrases[0] == parts.phrases[1] or not _same_measure(total, parts) or _are_years(text, total.number, parts):
        return None
    complete = not comma and _is_complete(total, parts, house)
    more_people = comma and more > 0 and _tells_sexes(total, parts)
    off = max(1, number * (_NEARLY_BEHIND_COMMA if comma else _NEARLY))
    nearly = 0 < more <= off and (_stand_behind(total, parts, house) if comma else _are_opened(total, parts))
    if complete or more_people or nearly:
        span = Span(total.number.span.start, parts.end)
        return Division(span, total.number, tuple(parts.counts), Span(opened.end(), parts.end), complete)
    return None


def _is_of_each(phrase: list[str]) -> bool:
    """“Three each in Lima and Oslo”."""
    return "each" in phrase


def _names_month(text: str) -> bool:
    return any(word.strip(",") in month_names() for word in text.split())


def _total(text: str, end: int, *, comma: bool) -> _Total | None:
    """The nearest count before a sign, in its clause, if it is exact."""
    start = max(0, end - _LONGEST_TOTAL)
    for clause in _CLAUSE.finditer(text, start, end):
        start = clause.end()
    figures = [figure for figure in _FIGURE.finditer(text, start, end) if not _YEAR.fullmatch(figure[0])]
    if not figures:
        return None
    nearest = figures[-1]
    count, before = count_of(text, Span(*nearest.span())), text[start : nearest.start()]
    between = text[nearest.end() : end]
    # “Three cups, six titles, two bowls and one plate”: it is one of the list.
    item = comma and ("," in between or (before.endswith(", ") and (len(figures) > 1 or _DIGIT.search(before))))
    if count is None or not count.exact or item or ")" in between or ", " in between or _names_month(between):
        return None
    return _Total(count, before, [word for word in between.split() if word[-1].isalnum()])


def _are_years(text: str, total: Count, parts: _Parts) -> bool:
    """Years are not far from each other, so they seem to make one with any small count."""
    return total.low < _YEARS and any(_YEAR.fullmatch(count.span.of(text)) for count in parts.counts)


def _same_measure(total: _Total, parts: _Parts) -> bool:
    """“Four days: two in town and three at sea” divide what a person did; days in parts of days are divided."""
    measures = [word.lower().strip(",").rstrip("s") for word in total.words[:3] if _MEASURED.fullmatch(word.strip(","))]
    units = [first.rstrip("s") for first in parts.firsts if _MEASURED.fullmatch(first)]
    return (not measures and not units) or (len(units) == len(parts.firsts) and set(units) <= set(measures))


def _are_opened(total: _Total, parts: _Parts) -> bool:
    """Whether counts behind a colon, a dash or a bracket are parts, and not numbers of something."""
    counts = [count.low for count in parts.counts]
    # “1 m and 3 m” are measures; “two things: one is price and two is size”.
    numbered = counts == [*range(1, len(counts) + 1)] and parts.firsts[0] in _VERBS
    return (
        not numbered
        and all(len(first) > 1 for first in parts.firsts)
        and (bool(total.words) or max(counts) < total.number.low)
    )


def _is_complete(total: _Total, parts: _Parts, house: frozenset[str]) -> bool:
    if not 1 <= len(total.words) <= 4 or any(word in _PREPOSITIONS or "," in word for word in total.words):
        return False
    noun = total.words[-1]
    firsts = [phrase[0] for phrase in parts.phrases]
    one_unit = all(first.lower() == noun.lower() and not _MEASURED.fullmatch(first) for first in firsts)
    of_people = _counts_people(noun, house) and all(
        first.endswith(_PLURAL) or count.low == 1 for first, count in zip(firsts, parts.counts, strict=True)
    )
    # “22 sailors (12 Swedish and 11 Finnish)”: kinds of one thing; “two shops: 7 Hill Road and 5 Mill Lane”: addresses.
    of_kinds = noun.endswith(_PLURAL) and all(
        first[0].isupper() and not (len(phrase) > 1 and phrase[1][0].isupper())
        for first, phrase in zip(firsts, parts.phrases, strict=True)
    )
    return one_unit or of_people or of_kinds


def _counts_people(noun: str, house: frozenset[str]) -> bool:
    named = (
        noun in _CASUALTIES
        or _PEOPLE.fullmatch(noun)
        or _RELATIVES.fullmatch(noun)
        or noun.endswith(("ioners", "ators", "ectors", "ists"))
    )
    return bool(named) or noun.lower() in house


def _stand_behind(total: _Total, parts: _Parts, house: frozenset[str]) -> bool:
    """Whether counts behind a comma are parts of the total before it, and do not stand beside it."""
    number, firsts = total.number.low, parts.firsts
    if any(count.low > number for count in parts.counts):
        return False
    told = [phrase for phrase in parts.phrases if phrase[0] == "which"]
    if told and parts.phrases[0][0] == "which":
        # “Six of whom sing, and two of whom died”; “nine of which are red and three red chairs”.
        verbs = {phrase[1] if phrase[1] not in _IS else "is" for phrase in told if len(phrase) > 1}
        return len(verbs) < 2 and not any(_is_noun(phrase[-1]) for phrase in parts.phrases if phrase not in told)
    lacks = all(
        _lacks_noun(phrase, plural=count.low > 1) for phrase, count in zip(parts.phrases, parts.counts, strict=True)
    )
    if _PREPOSED.search(total.before) and not any(map(_is_noun, firsts)):
        return True
    # “Two gold, two silver and one bronze”: a part as large as the total would leave nothing for the others.
    alike = len(set(firsts)) == 1 and firsts[0] in _PREPOSITIONS
    if any(count.low == number for count in parts.counts) and not alike and not set(firsts) <= _KIN:
        return False
    # The first of equals: “nine in Lima, three in Oslo and seven in Bonn”, “two are red, one is blue and two green”.
    words = [word.lower() for word in total.words]
    if not words or words[0] in _PREPOSITIONS | _VERBS or words[0] in firsts:
        return False
    # “Two remained ill, one had died and two recovered”.
    if words[0].endswith("ed") and any(first in _VERBS or first.endswith("ed") for first in firsts):
        return False
    if set(words) & set(firsts) and words[-2:] not in (["in", "all"], ["in", "total"]):
        return False
    if number >= _LARGE and parts.sum - number <= _CLOSE * number:
        return True
    # “28 Labour men, 26 Tory and three Whig”: equals again.
    if parts.phrases[0][0][0].isupper() and any(word[0].isupper() for word in total.words):
        return False
    if len(words) == 1 and not words[0].endswith(_PLURAL) and not _counts_people(words[0], house):
        return False
    # “14 sailors, eight Greeks and six Turks”
    nationals = _counts_people(words[-1], house) and all(phrase[0][0].isupper() for phrase in parts.phrases)
    return lacks or nationals or _tells_sexes(total, parts) or _tells_people(words, parts)


def _tells_sexes(total: _Total, parts: _Parts) -> bool:
    """Whether people are told apart, and not the next ones named: “four pupils, three girls and one boy”."""
    words, firsts = [word.lower() for word in total.words], parts.firsts
    if not words or set(words) & _KIN or words[-1].endswith("men") or not all(first in _KIN for first in firsts):
        return False
    grown = any(first in _GROWN for first in firsts)
    return not ("children" in words and grown) and not ("adults" in words and not grown)


def _tells_people(words: list[str], parts: _Parts) -> bool:
    """“Four people, three guards and one cook”."""
    return words[0] in ("people", "persons") and all(
        not {"people", "persons"} & set(phrase) and any(map(_PEOPLE.fullmatch, phrase)) for phrase in parts.phrases
    )


def _is_noun(word: str) -> bool:
    return word.endswith(_PLURAL) and word not in _VERBS | {"goes", "comes", "belongs", "lives", "says", "as"}


def _lacks_noun(phrase: list[str], *, plural: bool) -> bool:
    """Whether a part says only what its things are like, where they are, or what was done to them."""
    first, last = phrase[0].lower(), phrase[-1].lower()
    if first in _PREPOSITIONS | _VERBS or first in ("which", "who", "that"):
        return True
    # “Built by banks” and “targeting the trade”; but “isolated towns” and “night-fighting planes”.
    following = phrase[1].lower() if len(phrase) > 1 else ""
    done = first.endswith(("ed", "ing", "ly")) or first in _DONE
    if done and (not following or following in _PREPOSITIONS | _ARTICLES or following.endswith("ed")):
        return True
    if following in _PREPOSITIONS and phrase[0][0].isupper():
        return True
    return len(phrase) == 1 and not (plural and last.endswith(_PLURAL))


def _is_rounded(total: float, parts: list[Count]) -> bool:
    """Whether a total such as 12,000, or all figures, are told in round numbers that need not make it exactly."""
    off = abs(sum(count.low for count in parts) - total)
    unit = min(_unit(total), *(_unit(count.low) for count in parts))
    alone, together = _unit(total) / 2, unit * (len(parts) + 1) / 2
    return off > 0 and ((_unit(total) >= _ROUND and off <= alone) or (unit >= _ROUNDISH and off <= together))


def _unit(value: float) -> float:
    unit = 1.0
    while value and value % (10 * unit) == 0:
        unit *= 10
    return unit
