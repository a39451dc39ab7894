"""Totals that are divided behind a sign: “22 sailors (12 Swedes and ten Finns)”, “107 orders -- 76 for jets and …”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.calendar import month_names
from lint.views.counts import NUMBER, Count, count_of, number_behind
from lint.views.patterns import pattern, sought
from lint.views.people import PEOPLE
from lint.views.scanning import matches

_PREPOSITION = (
    r"(?:of(?!\s(?:them|whom|which|the|these|those|its|their)\b)|for|from|in|at|to|by|on|with|against|near|under|"
    r"above|below|over|inside|outside|into|across|through|throughout|as|after|before|during|behind|beside|around)"
)
_KIN = r"(?:girls?|boys?|women|woman|m[ae]n|females?|males?|(?:grand)?(?:sons?|daughters?)|brothers?|sisters?)"
# The signs that open such a list are rarer than the numbers before them. A comma opens one if its counts lack a noun
# (“three bonds, two issued by banks, …”: of those bonds), or if they are of nationals.
_OPENED = sought(
    rf"(?::\s|\s[-–—]{{1,2}}\s|—|\s\()(?={NUMBER}\s[“\"]?[\w’'-]+[”\"]?[\s,])|,\s(?={NUMBER}\s(?:(?:[a-z]+ed\s)?{_PREPOSITION}\s|{_KIN}\b|of\s(?:which|whom|them|those)\s|[a-z]+ing\s|[a-z]+ly\s(?:and\s|\d)|[\w’-]+(?:,?\sand|,)\s{NUMBER}\s|(?:of\s(?:them|whom)\s)?(?-i:[A-Z])[a-z]+,?\s))",
    re.IGNORECASE,
    needs=number_behind(r":\s|[-–—]\s|—|\(|,\s"),
)
_WORD = rf"\s(?!and\b|or\b|but\b)(?!{NUMBER}\s)[\w’'-]+"
_TOTAL = pattern(
    rf"(?<![\w$£€.,%/:–-])(?P<total>{NUMBER})(?:\s(?!(?:and|or|of|in|at|to|for|from|by|with|on)\b)[a-z’'-]+){{0,3}}?"
    r"\s(?P<noun>[a-z][a-z-]+s|people|men|women|children|dead)(?:\s(?:died|drowned|perished|survived|escaped|resigned|voted))?"
    rf"(?P<complement>(?:\s(?:of|for|from|in){_WORD}(?:{_WORD}){{0,2}}?)?"
    r"(?:\sin\s(?:total|all)|\saltogether|\stogether)?(?:\s(?:were|was|are|have\sbeen|had\sbeen)\s[a-z]+)?)"
    r"(?P<mark>:\s|\s[-–—]{1,2}\s|—|\s\(|,\s)\Z",
    re.IGNORECASE,
    needs=number_behind(r"(?<![\w$£€.,%/:–-])"),
)
# A total with any other noun: “nine moose (four bulls and five cows)”. Its parts have to make it but for a little.
_LOOSE = pattern(
    rf"(?<![\w$£€.,%/:–-])(?P<total>{NUMBER})(?:\sof\s(?:its|the|their|his|her|our|these|those))?"
    rf"(?:\s(?!(?:and|or|of|in|at|to|for|from|by|with|on)\b|{NUMBER}\s)[\w’'-]+){{0,3}}?"
    rf"\s(?P<noun>[a-z]{{3,}})(?P<complement>(?:\s(?:of|for|from|in|at|to|on){_WORD}(?:{_WORD}){{0,3}}?|(?:{_WORD}){{0,5}}?(?=:)|"
    rf"\s(?:were|was|are|ha(?:ve|s|d)\sbeen)\s[a-z]+)?)"
    r"(?P<mark>:\s|\s[-–—]{1,2}\s|—|\s\()\Z",
    re.IGNORECASE,
)
_GROUP_OF = pattern(
    r"\b(?P<noun>crew|board|jury|panel|committee|delegation|family|team|party|group|squad|cabinet|council|staff|commission)\sof\s"
    rf"(?:(?:more|about|some)\s)?(?P<total>{NUMBER})(?P<complement>)(?P<mark>:\s|\s[-–—]{{1,2}}\s|—|\s\(|,\s)\Z",
    re.IGNORECASE,
    needs=number_behind(r"\b(?:of|more|about|some)\s"),
)
_LONGEST_TOTAL = 80
_PART = pattern(
    rf"(?P<count>{NUMBER})(?P<words>(?:\s(?!and\s{NUMBER}\s|aged\b|critical\b|serious\b)[“\"]?[\w’'/-]+[”\"]?){{1,16}}?)"
    rf"(?P<behind>,\s(?:and\s)?(?={NUMBER}\s)|\sand\s(?={NUMBER}\s)|,\s|\)|\s[-–—]{{1,2}}(?=\s)|\s(?=\()|—|[.;:](?!\d)|\Z|\n)",
    re.IGNORECASE,
)
# What is told of the last part at length does not matter.
_LAST_PART = pattern(rf"(?P<count>{NUMBER})(?P<words>(?:\s(?!and\b|aged\b)[\w’'-]+){{1,6}})", re.IGNORECASE)
_MOST_PARTS = 10
_NEARLY, _SMALL = 0.1, 3
# One mistyped figure leaves the sum near the total; what is far from it divides something else, or counts nothing.
_FAR, _ROUND, _ROUNDISH = 1.5, 1000, 100
# Large numbers do not make up another one by chance.
_LARGE, _CLOSE = 200, 0.01
_IS = ("is", "are", "was", "were")
_PEOPLE, _STARTS_WITH = pattern(PEOPLE, re.IGNORECASE), pattern(_PREPOSITION, re.IGNORECASE)
_PLACED = frozenset(("in", "near", "at", "outside"))
_SEXES = frozenset(
    "man men woman women boy boys girl girls male males female females son sons daughter daughters brother brothers "
    "sister sisters grandson grandsons granddaughter granddaughters".split()
)
_GROWN = frozenset("man men woman women brother brothers sister sisters".split())
_RELATIVES = pattern(r"wives|husbands|sons|daughters|brothers|sisters|cousins|grandchildren|spouses", re.IGNORECASE)
# “Four days: two in town and three at sea” divide what a person did, and amounts of money what it is worth.
_MEASURED = pattern(
    r"seconds|minutes|hours|days|nights|weeks|months|years|times|points|innings|rounds|dollars|euros|pounds|percent|cents"
)

# “Two were named consuls, two retired and one died”, “two as guards”: told of others than those that follow.
_VERB = pattern(r"\s(?:were|was|are|is|ha[sd]|have|as)\s")


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
    closed: str


def divisions(document: Document) -> tuple[Division, ...]:
    """The totals of a document whose parts stand behind a colon, a dash, a bracket or a comma, in order."""
    return tuple(_found(document))


def _people_of_the_house(document: Document) -> frozenset[str]:
    measures = document.settings.data.get("measures", ())
    return frozenset(word.lower() for word, meaning in measures if meaning == "people")


def _found(document: Document) -> Iterator[Division]:
    text, house, months = document.text, _people_of_the_house(document), month_names()
    for opened in matches(document, _OPENED):
        start = max(0, opened.start() - _LONGEST_TOTAL)
        strict = _TOTAL.search(text, start, opened.end()) or _GROUP_OF.search(text, start, opened.end())
        total = strict or _LOOSE.search(text, start, opened.end())
        if total is None or _MEASURED.fullmatch(total["noun"]) or total["noun"].capitalize() in months:
            continue
        whole = count_of(text, Span(*total.span("total")))
        parts = _parts(text, total.end())
        if whole is None or not whole.exact or len(parts.counts) < 2 or not _closes(total["mark"], parts.closed):
            continue
        if not all(count.exact for count in parts.counts):
            continue
        made = sum(count.low for count in parts.counts)
        if not whole.low / _FAR <= made <= whole.low * _FAR or _is_rounded(whole.low, parts.counts):
            continue
        complete = (
            strict is not None
            and total["mark"].strip() != "," != parts.closed
            and not total["complement"]
            and _is_complete(total["noun"], parts, house)
        )
        if complete or _is_division(total, whole.low, parts, months, house):
            place = Span(total.end(), parts.end)
            yield Division(Span(total.start(), parts.end), whole, tuple(parts.counts), place, complete)


def _parts(text: str, start: int) -> _Parts:
    counts: list[Count] = []
    phrases: list[list[str]] = []
    at, last = start, False
    for _ in range(_MOST_PARTS):
        whole = _PART.match(text, at)
        part = whole or (_LAST_PART.match(text, at) if last else None)
        count = count_of(text, Span(*part.span("count"))) if part else None
        if part is None or count is None:
            break
        counts.append(count)
        phrases.append(_bare(part["words"].split()))
        if whole is None:
            return _Parts(counts, phrases, part.end(), ".")
        behind = part["behind"].strip()
        if last or behind not in (",", "and", ", and") or (part["behind"] == ", " and not _goes_on(text, part.end())):
            return _Parts(counts, phrases, part.start("behind"), behind or "." if last else "")
        at, last = part.end(), "and" in behind
    return _Parts(counts, phrases, at, "")


def _bare(words: list[str]) -> list[str]:
    """“Issued by banks” is “by banks”, and “of them Swedes” “Swedes”."""
    if len(words) > 2 and words[0] == "of" and words[1] in ("them", "whom"):
        return words[2:]
    return words[1:] if len(words) > 1 and words[0].endswith("ed") and _STARTS_WITH.fullmatch(words[1]) else words


def _goes_on(text: str, at: int) -> bool:
    return bool(_PART.match(text, at))


def _closes(mark: str, closed: str) -> bool:
    if "(" in mark or closed == ")":
        return "(" in mark and closed == ")"
    return bool(closed)


def _is_complete(noun: str, parts: _Parts, house: frozenset[str]) -> bool:
    firsts = [phrase[0] for phrase in parts.phrases]
    one_unit = all(first.lower() == noun.lower() for first in firsts)
    of_people = _counts_people(noun, house) and all(
        first.endswith(("s", "men", "children", "people")) for first in firsts
    )
    # “22 sailors (12 Swedish and 11 Finnish)”: kinds of one thing; “two shops: 7 Hill Road and 5 Mill Lane”: addresses.
    of_kinds = all(first[0].isupper() for first in firsts) and not any(
        len(phrase) > 1 and phrase[1][0].isupper() for phrase in parts.phrases
    )
    return one_unit or of_people or of_kinds


def _counts_people(noun: str, house: frozenset[str]) -> bool:
    """Whether a noun stands for people: “men”, or “crew” of “a crew of 14”."""
    named = (
        _PEOPLE.fullmatch(noun) or _RELATIVES.fullmatch(noun) or noun.endswith(("ioners", "ators", "ectors", "ists"))
    )
    return bool(named) or noun.lower() in house or not noun.endswith(("s", "men"))


def _is_division(
    total: re.Match[str], number: float, parts: _Parts, months: frozenset[str], house: frozenset[str]
) -> bool:
    firsts = [phrase[0].lower() for phrase in parts.phrases]
    # “By the town … by the county”, “six seriously and four slightly”: what is one cannot be the other.
    alike = len(set(firsts)) == 1 and bool(_STARTS_WITH.fullmatch(firsts[0]))
    alike = alike or set(firsts) <= _PLACED
    alike = alike or all(len(phrase) == 1 and phrase[0].endswith("ly") for phrase in parts.phrases)
    # “(1 Timothy and 2 Timothy)” are names; “47 with over 90 percent and 70 with over 80” count some twice.
    words = {word.lower() for phrase in parts.phrases for word in phrase}
    if parts.phrases[0] == parts.phrases[1] or words & {"over", "percent"}:
        return False
    if alike and any(word in months for phrase in parts.phrases for word in phrase[1:3]):
        return False
    more = sum(count.low for count in parts.counts) - number
    near = 0 < more <= max(1, _NEARLY * number)
    elliptic = near and _is_elliptic(parts)
    if total["mark"].strip() == ",":
        # “12 guards from Spain, two from Italy and 14 from France”: the first of equals.
        # “Two lists, nine on the first and two on the second”: nine of something else.
        where = total["complement"].split()[:1]
        elsewhere = where in (["of"], ["for"], ["from"], ["in"]) and "".join(where) in (*firsts, "of")
        close = number >= _LARGE and 0 < more <= _CLOSE * number
        if close:
            return True
        if (
            (elsewhere and not total["complement"].startswith((" in total", " in all")))
            or any(count.low > number for count in parts.counts)
            or _VERB.search(total.string, total.end("total"), total.start("noun"))
        ):
            return False
        # “100 Democrats, 83 Whigs and 51 Free Soilers” are equals.
        counted = _counts_people(total["noun"], house) and total["noun"].islower()
        nationals = counted and all(
            phrase[0][0].isupper() and (len(phrase) == 1 or _STARTS_WITH.fullmatch(phrase[1]))
            for phrase in parts.phrases
        )
        elliptic = elliptic and number >= _SMALL
        return alike or nationals or elliptic or _tells_sexes(total["noun"].lower(), firsts)
    # “71 wells - 36 oil wells, 13 gas wells and 22 dry holes”, “35 defendants – 16 members of A and 19 members of B”.
    kinds = parts.phrases[0][-1].lower() == total["noun"].lower()
    people = _counts_people(total["noun"], house) and all(
        any(_PEOPLE.fullmatch(word) or word.lower() in _SEXES for word in phrase) for phrase in parts.phrases
    )
    states = len(firsts) > 2 and all(first in _IS for first in firsts)
    # Others may be what the total holds (“two houses: three bedrooms and two baths”), but not if they nearly fit.
    # “1 m and 3 m” are measures.
    near = near and number >= _SMALL and all(len(first) > 1 for first in firsts)
    return alike or kinds or people or states or elliptic or near


def _tells_sexes(noun: str, firsts: list[str]) -> bool:
    """Whether people are told apart, and not the next ones named: “four pupils, three girls and one boy”."""
    if noun in _SEXES or not all(first in _SEXES for first in firsts):
        return False
    grown = any(first in _GROWN for first in firsts)
    return not (noun == "children" and grown) and not (noun == "adults" and not grown)


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


def _is_elliptic(parts: _Parts) -> bool:
    """Whether parts lack a noun, so that it is the total’s: “24 of which are old and two new”, “ten gold, six tin”."""
    several = [count.low > 1 for count in parts.counts]
    told = zip(parts.phrases, several, strict=True)
    # “Two rooms, one bed, one table and one chair” have nouns, though each is a single word.
    clear = any(several) or all(len(phrase) > 1 for phrase in parts.phrases)
    return clear and all(_lacks_noun(phrase, plural=plural) for phrase, plural in told)


def _lacks_noun(phrase: list[str], *, plural: bool) -> bool:
    """Whether a part says only what its things are like, where they are, or what was done to them."""
    first, last = phrase[0].lower(), phrase[-1].lower()
    if first == "of":
        return phrase[1:2] in (["which"], ["whom"], ["them"], ["those"])
    if first in (*_IS, "has", "have", "which", "who") or _STARTS_WITH.fullmatch(first):
        return True
    if first.endswith(("ed", "ing")) or last.endswith("ed"):
        return True
    return len(phrase) == 1 and not (plural and last.endswith(("s", "men", "people", "children")))
