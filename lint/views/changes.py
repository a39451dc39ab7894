"""Changes as they are told: “rose 12% to $25m from $20m”, “was cut from 40 to 31”, “5.4%, up from 5.1%”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.counts import sentences
from lint.views.patterns import any_of, pattern, sought
from lint.views.quantities import NEEDED_QUANTITY, QUANTITY, Quantity, quantity_of, same_unit
from lint.views.scanning import blocks_with

_UP = (
    "rose|rises|rise|risen|rising|increased|increases|increase|increasing|grew|grows|grow|grown|growing|climbed|climbs|"
    "climb|climbing|jumped|jumps|jump|jumping|soared|soars|soar|soaring|surged|surges|surge|surging|raised|raises|raise|"
    "raising|hiked|boosted|doubled|doubling|tripled|tripling|swelled|quickened|accelerated|widened|"
    "lifted|lifts|lift|lifting"
)
_DOWN = (
    "fell|falls|fall|fallen|falling|dropped|drops|drop|dropping|declined|declines|decline|declining|decreased|decreases|"
    "decrease|decreasing|shrank|shrunk|shrinking|slipped|plunged|plunge|plunging|plummeted|tumbled|lowered|lowers|lower|"
    "lowering|slipping|slips|slip|eased|reduced|reduces|reduce|reducing|reduction|cut|cuts|cutting|slashed|slashing|halved|trimmed|slowed|slowing|slid|sank|dipped|cooled|narrowed"
)
_MOVED = (
    "is|was|were|are|be|been|came|comes|come|coming|went|goes|go|going|gone|moved|edged|inched|ticked|revised|brought|"
    "marked|pushed|driven"
)
_BY = r"(?=\s(?:by\s)?(?:(?!from\b|to\b)\w+\s)?\d[\d.]{0,6}\s?(?:%|per\s?cent))"
_VERB = pattern(
    rf"\b(?=[a-z])(?<!-)(?:(?P<up>{any_of(_UP)}|(?:{any_of(_MOVED)})\sup|(?<!make\s)(?<!made\s)(?<!makes\s)up{_BY})"
    rf"|(?P<down>{any_of(_DOWN)}|(?:{any_of(_MOVED)})\sdown|down{_BY}))\b",
    re.IGNORECASE,
)
# Before the verb can do more than say what moved.
_LINK = pattern(
    rf"\b(?P<link>from|to)\s(?P<value>{QUANTITY})", re.IGNORECASE, needs=rf"\b(?:from|to)\s{NEEDED_QUANTITY}"
)
# What a figure came from is told in each form of a change.
_FROM = sought(rf"\bfrom\s{QUANTITY}", re.IGNORECASE, parts=True, needs=rf"\bfrom\s{NEEDED_QUANTITY}")
_SINCE = pattern(
    rf"(?P<after>(?<![\w$£€.,/–-])(?<!from\s){QUANTITY})(?:\s(?!to\b|and\b|but\b|or\b|than\b|while\b|whereas\b|it\b|they\b)[\w’'-]+){{0,6}}?,?"
    rf"\s\(?(?:(?P<up>up)|(?P<down>down))(?:\s\w+ly)?(?P<by>\s(?:by\s)?(?:[a-z]+\s){{0,2}}?\d[\d.]{{0,6}}(?:\s?%|\s?per\s?cent))?"
    rf"\sfrom\s(?P<before>{QUANTITY})",
    re.IGNORECASE,
    needs=r"\b(?:up|down)\s[\w\s.%]*?\bfrom\s",
)
# Behind these the sentence speaks of something else.
_BREAK = pattern(
    r"[;:“”\"]|\b(?:but|while|whereas|or|which|who|that|after|when|before|as|(?<!more\s)(?<!less\s)than|compared|against|"
    r"was|were|will|would|likely|expected|changed|revised|has|have|had|having|accelerates?|dragging|dragged|pulling|pushing|driving|sending|sent|anywhere|helped|each|varied|varies|vary|ranged|ranging|ranges|range|"
    r"moderated|moderating|easing|worsen\w*|deepen\w*|between|took|takes|taking|brought|bringing|left|leaving|put|putting|despite|because|if|so|vs|versus)\b",
    re.IGNORECASE,
)
# “Costs fell by 40% and yields improved from 90% to 95%”: the second verb says what moved.
_OTHER_VERB = pattern(
    r"\band\b[^,;]{0,100}?\b\w{3,}ed\s\Z|\band\s(?:boost|raise|increase|lift|improve|expand|cut|reduce|lower)\s|\sat\s[$£€]?\d"
)
_AND = pattern(r"\band\b")
_RELATIVE = pattern(r",\s(?:which|who)\s(?:\w+\s){0,2}\Z")
_DAY_OF = pattern(r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
# “Rose to $8m, or 31 cents a share, from $6m, or 25 cents a share”: the same figure, counted in another way.
_PER_SHARE = pattern(
    r",?\sor\s[$£€]?\d[\d.,]{0,12}(?:\s[a-z]+)?(?:\s(?:a|per)\s(?:diluted\s|common\s)?(?:share|unit|ADS|ADR)\b|(?<=cents)),?(?=\s)",
    re.IGNORECASE,
)
_TO = (" to", "\nto", "up", "down")
_UP_FROM = pattern(r",?\s?\b(?:(?P<up>up)|(?P<down>down))(?:\s\w+ly)?\s\Z", re.IGNORECASE)
_WAY = pattern(r"\b(?:(?P<up>up)|(?P<down>down))\b", re.IGNORECASE)
# “Reduces the raise to 3 percent from 5”: the verb before says which way it went.
_GOVERNED = 60
_CLAUSE = pattern(r"[,;:]|\b(?:and|but|while|as|after|when|that|which|who|to)\b", re.IGNORECASE)
_CENTS = pattern(r"\s(?:[A-Z][\w.]*\s)?(?:cents?|cts|pence)\b")
_GOES_ON = pattern(r",?\s?(?:(?:down\s|up\s|back\s)?to|-|–|/)\s?[$£€]?\d|/\d|\sand\sa\s(?:half|quarter|third)")
_PERCENT = pattern(
    r"(?P<hedge>(?:about|around|nearly|almost|some|over|more\sthan|approximately|roughly)\s)?"
    r"(?<![\d./-])(?P<figure>\d{1,4}(?:\.\d{1,2})?)(?:\s?%|\s?per\s?cent\b)(?!\s?(?:points?|of)\b|-|/\d)",
    re.IGNORECASE,
)
# “Down from 1.5 and 2.0 percent”: two figures each.
_TWO_EACH = pattern(r"\sand\s[$£€]?\d")
_POINTS = pattern(r"\s(?:basis\s)?points?\b|\sbps?\b")
# “From $143 in the second quarter and $137 a year before”: two figures to compare with.
_AND_ANOTHER = pattern(r"(?:\s(?!and\b)[\w’-]+){0,6}?\sand\s(?:from\s)?[$£€]?\d")
_TIME = pattern(r"[\s-](?P<unit>year|month|week|day|hour|minute|second)s?\b")
_NOUN = pattern(r"\s(?P<noun>[a-z]{3,}s)\b")
_FARTHEST, _BETWEEN = 110, 70
_TWO, _RANGE = 2, 40
_LONGEST_SENTENCE = 1000
_SCALED_FIGURE = pattern(r"[$£€]?(?P<figure>\d[\d,]{0,9}(?:\.\d{1,3})?)\s(?:thousand|million|billion|trillion)")
_ALIKE = 3
_YEARS = range(1500, 2101)
_SCALED, _TIMES = 1000, 50
# A percentage stands right behind its verb: “rose by a provisional 12 percent”.
_NEAR = 45
_MULTIPLE, _OTHERS, _FAR = 2.5, 10, 5000


class Change(NamedTuple):
    """A change with the figures before and after, the word that says which way it went, and the percentage, if any.

    `one_range` tells that the two figures may be the two ends of one: “may drop from 3 to 5 per cent”.
    """

    span: Span
    sentence: Span
    verb: Span
    up: bool
    before: Quantity
    after: Quantity
    percent: Span | None = None
    percent_hedged: bool = False
    one_range: bool = False


def changes(document: Document) -> tuple[Change, ...]:
    """The changes that name both figures, in order."""
    text, verb = document.text, _verb(document.settings.data.get("measures", ()))
    found: list[Change] = []
    for block in blocks_with(document, _FROM):
        for sentence in sentences(text, block.span):
            words = sentence.of(text)
            # “From” leads to a figure before, and one of these to the figure behind.
            if len(words) <= _LONGEST_SENTENCE and "from" in words and any(map(words.__contains__, _TO)):
                found += _in_sentence(text, sentence, verb)
    return tuple(found)


@lru_cache(maxsize=4)
def _verb(measures: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """The verbs of change, with those of the house."""
    own = {way: [re.escape(word) for word, meaning in measures if meaning == way] for way in ("rise", "fall")}
    if not (own["rise"] or own["fall"]):
        return _VERB
    up, down = "|".join((*own["rise"], _UP)), "|".join((*own["fall"], _DOWN))
    return pattern(rf"(?<!-)\b(?:(?P<up>{up})|(?P<down>{down}))\b", re.IGNORECASE)


def _in_sentence(text: str, sentence: Span, verb_of: re.Pattern[str]) -> Iterator[Change]:
    links = list(_LINK.finditer(text, sentence.start, sentence.end))
    verbs = list(verb_of.finditer(text, sentence.start, sentence.end)) if len(links) > 1 else []
    ends = [verb.start() for verb in verbs[1:]] + [sentence.end]
    told = False
    for verb, end in zip(verbs, ends, strict=False):
        behind = [link for link in links if verb.end() <= link.start() and link.end() <= end]
        change = _told(text, sentence, verb, behind[:3]) if len(behind) > 1 else None
        if change:
            told = True
            yield change
    if not told and _WAY.search(text, sentence.start, sentence.end):
        for match in _SINCE.finditer(text, sentence.start, sentence.end):
            before, after = (quantity_of(text, Span(*match.span(name))) for name in ("before", "after"))
            if not (before and after and before.unit == after.unit != ""):
                continue
            # “To insure $10 million of debt, down from $725,000”: of something else.
            if _TWO_EACH.match(text, match.end()) or after.value > _OTHERS * before.value > 0:
                continue
            if _comparable(text, before, after) and not _GOES_ON.match(text, match.end()):
                way = "up" if match["up"] else "down"
                percent = _PERCENT.search(text, *match.span("by")) if match["by"] else None
                yield Change(
                    Span(match.start(), match.end()),
                    sentence,
                    Span(*match.span(way)),
                    way == "up",
                    before,
                    after,
                    percent and Span(*percent.span("figure")),
                    percent is not None and bool(percent["hedge"]),
                )


def _told(text: str, sentence: Span, verb: re.Match[str], links: list[re.Match[str]]) -> Change | None:
    first, second = links[:2]
    if first["link"].lower() == second["link"].lower() or (len(links) > 2 and links[2].start() == second.end()):
        return None
    between = _PER_SHARE.sub("", text[first.end() : second.start()], count=1)
    if first.start() - verb.end() > _FARTHEST or len(between) > _BETWEEN or _AND.search(between):
        return None
    turned = _WAY.search(text, verb.end(), first.start())
    if (turned and bool(turned["up"]) != bool(verb["up"])) or _is_governed(text, sentence, verb):
        return None
    gap = _UP_FROM.search(between)
    if gap and bool(gap["up"]) != bool(verb["up"]):
        return None
    if _OTHER_VERB.search(text, verb.end(), first.start()):
        return None
    if _BREAK.search(text, verb.end(), first.start()) or _BREAK.search(between):
        return None
    if _GOES_ON.match(text, second.end()) or _AND_ANOTHER.match(text, second.end()):
        return None
    # “Narrowed from $25 to $30 in May to about $5”: from one range to another figure.
    if len(links) > _TWO and links[_TWO]["link"].lower() == "to" and links[_TWO].start() - second.end() < _RANGE:
        return None
    # “Rose, after declining for three weeks, to 78.6 percent”
    if text[max(0, verb.start() - len("despite ")) : verb.start()].endswith(("after ", "despite ")):
        return None
    # “Cut its forecast for countries, which last year grew slowly, to 5 percent from 6”
    reach = text[verb.end() : first.start()]
    relative = _RELATIVE.search(text, max(0, verb.start() - _RANGE), verb.start())
    if relative and reach.endswith(", ") and not any(letter.isdigit() for letter in reach):
        return None
    # “The lower shale”, “Lower order batsmen”
    if verb[0] == "Lower" or (verb[0] == "lower" and text[verb.start() - 4 : verb.start()].lower() == "the "):
        return None
    # “The reduced rate”, “the increased duty”
    if verb[0].endswith("ed") and text[max(0, verb.start() - 4) : verb.start()].lower() == "the ":
        return None
    quantities = {link["link"].lower(): quantity_of(text, Span(*link.span("value"))) for link in (first, second)}
    before, after = quantities["from"], quantities["to"]
    if before is None or after is None:
        return None
    before = _in_scale_of(text, before, after)
    if not _comparable(text, before, after):
        return None
    percent = _PERCENT.search(text, verb.end(), min(first.start(), verb.end() + _NEAR))
    # “Raised the price of 99.5 percent pure tin”: no change, unless it stands beside its verb.
    if percent and re.search(r"\S\s\S.*\sof\s\Z", text[verb.end() - 1 : percent.start()]):
        percent = None
    if percent and "," in text[verb.end() : percent.start()]:
        percent = None
    in_one_range = _is_one_range(text, before, after)
    # “Have cut their staff in the last year, from 3 to 15 percent”: by so much.
    if in_one_range and not verb["up"] and not percent and text[first.start() - 2 : first.start()] == ", ":
        return None
    return Change(
        Span(verb.start(), second.end()),
        sentence,
        Span(verb.start(), verb.end()),
        bool(verb["up"]),
        before,
        after,
        percent=Span(*percent.span("figure")) if percent else None,
        percent_hedged=bool(percent and percent["hedge"]),
        one_range=in_one_range,
    )


def _comparable(text: str, before: Quantity, after: Quantity) -> bool:
    if not same_unit(before, after) or _is_year(text, before) or _is_year(text, after):
        return False
    # “Drops to 35% from 16 November”
    if any(_DAY_OF.match(text, quantity.span.end) for quantity in (before, after)):
        return False
    in_cents = [
        bool(_CENTS.match(text, quantity.span.end) or quantity.unit in ("¢", "p")) for quantity in (before, after)
    ]
    if in_cents[0] != in_cents[1] and "$" in (before.unit, after.unit):
        return False
    sizes = sorted((abs(before.value), abs(after.value)))
    if sizes[0] * _FAR < sizes[1]:
        return False
    points = [bool(_POINTS.match(text, quantity.span.end)) for quantity in (before, after)]
    if points[0] != points[1]:
        return False
    times = [_TIME.match(text, quantity.span.end) for quantity in (before, after)]
    if times[0] and times[1] and times[0]["unit"] != times[1]["unit"]:
        return False
    nouns = [_NOUN.match(text, quantity.span.end) for quantity in (before, after)]
    first, second = (noun["noun"] if noun else "" for noun in nouns)
    if first and second:
        # What has its noun beside it is complete.
        return first == second
    return not (_lacks_scale(before, after) or _lacks_scale(after, before))


def _is_governed(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    before = text[max(sentence.start, verb.start() - _GOVERNED) : verb.start()]
    others = [other for other in _VERB.finditer(before) if not _CLAUSE.search(before, other.end())]
    return any(bool(other["up"]) != bool(verb["up"]) for other in others)


def _is_year(text: str, quantity: Quantity) -> bool:
    written = quantity.span.of(text)
    return len(written) == 4 and written.isdigit() and int(written) in _YEARS


def _lacks_scale(small: Quantity, large: Quantity) -> bool:
    """“From 591 to 536 million”: the first is in millions too, or in a unit of its own."""
    bare = small.value < _SCALED or "." in str(small.value).removesuffix(".0")
    return bare and large.value > _TIMES * small.value


def _in_scale_of(text: str, before: Quantity, after: Quantity) -> Quantity:
    """“From 61 to 58 million”: the first figure is in millions too, if it is of the size of the second one."""
    scaled = _SCALED_FIGURE.fullmatch(after.span.of(text))
    bare = before.span.of(text).replace(".", "").isdigit()
    if not scaled or not bare or text[before.span.end : after.span.start] != " to " or before.value <= 0:
        return before
    figure = float(scaled["figure"].replace(",", ""))
    if not 1 / _ALIKE <= figure / before.value <= _ALIKE:
        return before
    scale = after.value / figure
    return before._replace(value=before.value * scale, low=before.low * scale, high=before.high * scale)


def _is_one_range(text: str, before: Quantity, after: Quantity) -> bool:
    """Two figures side by side, the smaller first, that share their unit, or are percentages far apart.

    What falls seldom rises to a multiple, but “cuts from 5 percent to 15 percent” are told so.
    """
    if before.span.end + 4 != after.span.start or before.value >= after.value:
        return False
    bare = [quantity.span.of(text).replace(",", "").replace(".", "").isdigit() for quantity in (before, after)]
    return (bare[0] and not bare[1]) or (before.unit == after.unit == "%" and after.value >= _MULTIPLE * before.value)
