"""Families of figures that can be made to contradict each other: what is changed in a sentence that holds one.

Each family says by conditions which sentences are of it. A condition has a reason in the language, written beside it,
and takes nothing from the checks, neither patterns nor word lists: what a check cannot read counts as missed.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
WORD = rf"(?:{'|'.join(WORDS)})"
INT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD})"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
UNIT = (
    r"(?:k?m|cm|mm|kg|lbs?|mi|ft|mph|kph|km/h|°?[CF]|(?:square )?(?:miles?|feet|foot|met(?:er|re)s?|"
    r"kilomet(?:er|re)s?)|acres?|hectares?|inch(?:es)?|pounds?|kilograms?|ounces?|grams?|lit(?:er|re)s?|gallons?|"
    r"yards?|degrees? (?:Celsius|Fahrenheit))"
)
# What is measured, paid or scored comes in amounts: nobody lists its pieces by name, and amounts hold parts of others.
MEASURED = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|times?|inch(?:es)?|feet|yards?|"
    r"miles?|met(?:er|re)s?|kilomet(?:er|re)s?|acres?|hectares?|pounds?|dollars?|euros?|cents?|francs|marks|yen|points?|"
    r"goals?|runs?|wins?|percent|pct|people aged|innings|rounds?|games?|matches|sets?)"
)
UP = r"(?:rose|risen|rises?|rising|increas\w+|grew|grow(?:n|s|ing)?|climb\w*|jump\w*|soar\w*|surg\w+|rais\w+|up)"
DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slip\w*|plung\w+|lower\w*|reduc\w+|cut|"
    r"slash\w*|down)"
)
VALUE = r"[$£€]?\d[\d,.]*\d|[$£€]?\d"
PERCENT = re.compile(r"(?P<percent>\d[\d.]*)(?:%| per ?cent)")


@dataclass(frozen=True)
class Family:
    """A kind of change: the checks that are to find it, where it can be made, and how. None: not in this sentence."""

    checks: tuple[str, ...]
    place: re.Pattern[str]
    change: Callable[[re.Match[str], random.Random], str | None]


def number(text: str) -> float:
    """The value of a figure or a number word."""
    if text.lower() in WORDS:
        return float(WORDS.index(text.lower()) + 1)
    # “3.3.7” is a version; nothing compares its parts.
    whole, _, places = re.sub(r"[^\d.]", "", text).partition(".")
    return float(f"{whole or 0}.{places.partition('.')[0] or 0}")


def like(model: str, value: int) -> str:
    """A number written as another one is: as a word, or with commas."""
    if model.lower() in WORDS and 0 < value <= len(WORDS):
        word = WORDS[value - 1]
        return word.capitalize() if model[0].isupper() else word
    return f"{value:,}" if "," in model else str(value)


def instead(match: re.Match[str], group: str, text: str) -> str:
    """The sentence with another text in place of a group."""
    return match.string[: match.start(group)] + text + match.string[match.end(group) :]


def swapped(match: re.Match[str], first: str, second: str) -> str:
    """The sentence with two groups in each other's place, the first before the second."""
    text = match.string
    between = text[match.end(first) : match.start(second)]
    return text[: match.start(first)] + match[second] + between + match[first] + text[match.end(second) :]


def weekday(match: re.Match[str], rng: random.Random) -> str | None:
    return instead(match, "day", rng.choice([day for day in DAYS if day != match["day"]]))


def impossible(match: re.Match[str], _: random.Random) -> str | None:
    return instead(match, "day", "32" if match["month"][:3] not in ("Feb",) else "30")


def larger_part(match: re.Match[str], rng: random.Random) -> str | None:
    part, whole = number(match["part"]), number(match["whole"])
    # “Six of the 1905 All Blacks”, “Game 3 of the 2008 Finals”: a year is not the size of a whole.
    if not 0 < part <= whole or whole > 10_000 or 1800 < whole < 2100 or match["whole"].lower() == "one":
        return None
    return instead(match, "part", like(match["part"], int(whole) + rng.randint(1, 9)))


KINDS = {
    "weight": r"k?g|kilograms?|grams?|lbs?|pounds?|ounces?",
    "volume": r"lit(?:er|re)s?|gallons?",
    "area": r"square.*|acres?|hectares?",
    "speed": r"mph|kph|km/h",
    "temperature": r"°?[CF]|degrees.*",
}


def kind_of(unit: str) -> str:
    """What a unit measures: a length unless it is named above."""
    return next((kind for kind, names in KINDS.items() if re.fullmatch(names, unit)), "length")


def other_measure(match: re.Match[str], rng: random.Random) -> str | None:
    value = number(match["second"])
    # “6.6 litres/65 km” is a rate.
    if match["unit"] == match["unit2"] or not value or kind_of(match["unit"]) != kind_of(match["unit2"]):
        return None
    factor = rng.choice((0.5, 0.65, 1.4, 1.7, 2))
    changed = value * factor
    written = f"{changed:.1f}" if changed < 10 else f"{changed:,.0f}"
    return instead(match, "second", written)


MOVES = re.compile(rf"\b(?:{UP}|{DOWN})\b")
# “Increases ranging from 6 to 2 percent”, “rising to number 3 from 5”: no fall, and a smaller number is a higher rank.
RANGES_AND_RANKS = re.compile(r"\b(?:rang\w+|rank\w*|number|no\.|place[sd]?|spot|seed\w*|chart|minus)\b", re.I)
UNIT_BEHIND = re.compile(
    r"\s?(%|per ?cent|pct|thousand|million|mln|billion|bln|trillion|cents?|basis points?|points?|)(?!\w)"
)
LOSSES = re.compile(r"\b(?:loss|losses|deficit|shortfall|yen|dollar|euro|pound|currency|temperatures?)\b", re.I)


def comparable(match: re.Match[str]) -> bool:
    """One figure stands behind “from” and one behind “to”, in one unit, and no second verb of change between them."""
    units = {unit[1] for group in ("first", "second") if (unit := UNIT_BEHIND.match(match.string, match.end(group)))}
    words = match[0].split(maxsplit=1)[-1]
    return match["link"] != match["link2"] and len(units) == 1 and not MOVES.search(words)


def other_way(match: re.Match[str], _: random.Random) -> str | None:
    first, second = number(match["first"]), number(match["second"])
    before, after = (first, second) if match["link"].strip().startswith("from") else (second, first)
    if before == after or 1900 <= first <= 2100 or (after > before) != bool(match["up"]) or not comparable(match):
        return None
    # A loss that widens, and a currency that gains, can be told with either figure first.
    if RANGES_AND_RANKS.search(match.string) or LOSSES.search(match.string):
        return None
    return swapped(match, "first", "second")


# “, 25,” behind a name is an age, “(Democrat)” a remark; what else follows a list may be one more item.
LIST_GOES_ON = re.compile(
    r",? (?:and|or|&|as well|plus|along|among|including)\b|, (?:[A-Z]|(?:the|a) [A-Z])|[-/(]| [A-Z&(]"
)
DEFINITE = re.compile(r"\b(?:the|its|their|his|her|our|these|those|’s|'s) (?:\w+ ){0,2}\Z", re.IGNORECASE)
CLAUSE_OPENED = re.compile(
    r"(?:\A|[,;:“\"(] ?|\b(?:after|in|for|over|within|during|at|on|until|before|by|than|with) (?:\w+ )?)\Z", re.I
)


def other_count(match: re.Match[str], rng: random.Random) -> str | None:
    """A list with as many names as the number says is announced by it, and nothing is left out."""
    value, text = int(number(match["count"])), match.string
    names = re.split(r", and |, | and ", match["list"].strip(" (—"))
    if value != len(names) or not 2 <= value <= 12 or LIST_GOES_ON.match(text, match.end()):
        return None
    before = text[: match.start()]
    mark = match["mark"].strip()
    # Without a mark the names stand in for the noun (“the five leads A, B and C”) only if it is definite.
    if not mark and not DEFINITE.search(before):
        return None
    # “After two wins, Hill and Berg left”: behind a comma, what follows a clause of its own may be the subject.
    if mark == "," and (CLAUSE_OPENED.search(before) or not re.match(r"\s?[,.;:)”\"–—-]|\Z", text[match.end() :])):
        return None
    return instead(match, "count", like(match["count"], value + rng.choice((1, 2) if value < 4 else (-2, -1, 1, 2))))


def more_than_total(match: re.Match[str], rng: random.Random) -> str | None:
    total, part = number(match["total"]), number(match["part"])
    if not 1 < part <= total or 1900 < total < 2100:
        return None
    return instead(match, "part", like(match["part"], int(total) + rng.randint(1, 9)))


# “Three cups, six titles, three shields, two bowls and one plate”: a count behind a count and a comma is one of a list.
ITEM_BEFORE = re.compile(rf"\b{INT} [^,;:.()]{{3,60}}, (?:and )?\Z", re.I)
# Behind a comma, what has a noun of its own stands beside the first: “two marriages, one divorce and one funeral”.
# People are told apart so: “seven children, three sons and four daughters”.
OWN_NOUN = re.compile(
    r"\A (?!(?:of|for|from|in|at|to|by|on|with|against|near|under|were|was|are|is|had|have|has|who|which|aged?)\b)"
    r"(?:[\w’'-]+ ){0,4}?(?:[\w’'-]+s|men|women|people|children)(?:, and |, | and |\Z)",
    re.I,
)
PART_OPENED = re.compile(r"(?:\A|, |, and | and |\bthe )\Z")


def other_total(match: re.Match[str], _: random.Random) -> str | None:
    """Counts that make up the one before them are its parts: by chance they seldom do."""
    total, rest = number(match["total"]), match["parts"]
    counts = list(re.finditer(rf"(?<![\w.,$£€-]){INT}(?![\w%]|[.,-]\d| ?(?:per|percent|pct)\b)", rest, re.I))
    if total < 3 or not 2 <= len(counts) <= 8 or sum(number(count[0]) for count in counts) != total:
        return None
    # Each part opens an item of a list that “and” closes; amounts of time or money are told in parts of other things.
    if not all(PART_OPENED.search(rest[: count.start()]) for count in counts) or re.search(
        rf"\b{MEASURED}\Z", match["noun"]
    ):
        return None
    if not re.search(r"\band (?:the )?\Z", rest[: counts[-1].start()]):
        return None
    # At least 20, or some 20: the parts may make another number.
    if BOUND.search(match.string[: match.start()]):
        return None
    mark = match.string[match.end("noun")]
    if mark == ",":
        ends = [count.start() for count in counts[1:]] + [len(rest)]
        several = [(count, end) for count, end in zip(counts, ends, strict=True) if number(count[0]) > 1]
        told = [rest[count.end() : end] for count, end in several]
        apart = APART.search(rest) and not re.search(r"\b(?:men|women|boys|girls)\b", match["noun"])
        beside = all(OWN_NOUN.match(part) for part in told) and not apart
        if beside or ITEM_BEFORE.search(match.string[: match.start()]):
            return None
    # “Three counts of theft, two counts of fraud and one count of arson”: what seems the total is the first of equals.
    noun = {word.rstrip("s") for word in match["noun"].lower().split()}
    if mark == "," and noun & {word.rstrip("s") for word in rest.lower().split()}:
        return None
    return instead(match, "total", like(match["total"], int(total) - 1))


def other_percent(match: re.Match[str], rng: random.Random) -> str | None:
    """The percentage belongs to the two figures if it follows from them."""
    first, second, percent = (number(match[group]) for group in ("first", "second", "percent"))
    if not first or not second or 1900 <= first <= 2100 or match["link"] == match["link2"]:
        return None
    before, after = (first, second) if match["link"].strip().startswith("from") else (second, first)
    if abs(abs(100 * after / before - 100) - percent) > 0.6 + 0.03 * percent:
        return None
    changed = percent * rng.choice((1.5, 2, 3)) + 5
    return instead(match, "percent", f"{changed:.1f}" if "." in match["percent"] else f"{changed:.0f}")


# A percentage that something rose or fell by is a change; one that has a bound need not fit.
CHANGE_OR_BOUND = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|soar\w*|surg\w+|up|gain\w*|add\w*|advanc\w+|"
    r"fell|fall\w*|drop\w*|declin\w+|decreas\w+|slip\w*|plung\w+|los[et]\w*|shed|down|tacked|ahead|behind|"
    r"(?:more|less|fewer|greater|lower|higher) than|at (?:least|most)|up to|over|under|above|below|exceed\w*)"
    r"(?: (?:on|by|to|from|about|around|nearly|almost|only|just|some|an?|as|much|roughly))*\s\Z",
    re.I,
)
CHANGED_BEHIND = re.compile(
    r"\s?(?:more|less|higher|lower|above|below|growth|increase|decrease|rise|drop|decline|gain|fall)\b"
)
TWO_TIMES = re.compile(r"\b(?:compared?|comparison|versus|vs|from a|year earlier|previous\w*|or an?)\b", re.I)
WHOLE = re.compile(
    r"\s(?:(?:stake|interest|share|holding) )?(?:of|in(?= [A-Z]| the | an? | its | their ))\s"
    r"((?:the |its |their |an? )*\S+)"
)
THE_REST = re.compile(r"\b(?:remain\w*|other|balance|rest)\b", re.I)


# “+5%”, “-8.3%” are changes, “19-22 percent” is a range; margins are of each sale.
SIGNED = re.compile(r"[+–-] ?\Z")
MARGINS = re.compile(r"\bmargins\b", re.I)
DIVIDED = re.compile(
    r"\b(?:own(?:s|ed|ers?|ing)?|h[eo]lds?|holding|remaining|remainder|rest|balance|vot\w+|split|divided|accounts?|accounted|"
    r"accounting|made up|mix|ratio|paid|partners|shareholders|favou?r\w*|against|oppos\w+|respondents|others?)\b",
    re.I,
)
RANGE_OR_CHANGE = re.compile(
    r"\b(?:between|from)\s(?:\w+\s)?\d[\d.]*(?:%| per ?cent)?\s(?:and|to)\s|\bto \d[\d.]*(?:%| per ?cent) from\b|"
    r"\bthresholds?\b",
    re.I,
)


def other_share(match: re.Match[str], rng: random.Random) -> str | None:
    """Percentages of a sentence that make 100 are shares of one whole, unless they are of two."""
    text = match.string
    found = list(PERCENT.finditer(text))
    shares = [number(one["percent"]) for one in found]
    # Two figures make 100 by chance quite often: the sentence has to say that something is divided.
    if len(shares) == 2 and (not DIVIDED.search(text) or RANGE_OR_CHANGE.search(text)):
        return None
    slack = 0.11 if len(shares) == 2 else 1
    if not 2 <= len(shares) <= 8 or max(shares) >= 100 or abs(sum(shares) - 100) > slack or TWO_TIMES.search(text):
        return None
    if MARGINS.search(text) or any(SIGNED.search(text[: one.start()]) for one in found):
        return None
    if any(CHANGE_OR_BOUND.search(text[: one.start()]) or CHANGED_BEHIND.match(text, one.end()) for one in found):
        return None
    wholes = {whole[1].lower() for one in found if (whole := WHOLE.match(text, one.end()))}
    if len(wholes) > 1 and not THE_REST.search(text):
        return None
    return instead(match, "percent", f"{number(match['percent']) + rng.randint(8, 25):g}")


def other_share_of_count(match: re.Match[str], rng: random.Random) -> str | None:
    part, whole, percent = number(match["part"]), number(match["whole"]), number(match["percent"])
    if not 0 < part <= whole or abs(100 * part / whole - percent) > 1:
        return None
    return instead(match, "percent", f"{(percent + rng.randint(5, 30)) % 100:.0f}")


DEATHS = re.compile(
    r"\b(?:kill\w*|dead|deaths?|die[ds]?|toll|victims?|casualt\w+|injur\w+|wound\w*|cases|infect\w+)\b", re.I
)


def smaller_toll(match: re.Match[str], _: random.Random) -> str | None:
    deaths, toll = number(match["deaths"]), number(match["toll"])
    if not 1 < deaths < toll or not DEATHS.search(match.string):
        return None
    return instead(match, "toll", like(match["toll"], int(deaths) - 1))


# “The rate rose from 2019 to 2018” can look back; so can the gap and the difference between two years.
LOOKS_BACK = re.compile(
    rf"\b(?:{UP}|{DOWN}|compar\w+|differ\w*|gap|contrast|chang\w+|revis\w+|higher|less|more|growth|mov\w+|push\w+|delay\w+)\b",
    re.I,
)


def backwards(match: re.Match[str], _: random.Random) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    if first >= second or (match["from"] and LOOKS_BACK.search(match.string)):
        return None
    return swapped(match, "first", "second")


ROUGHLY = re.compile(
    r"\b(?:about|around|approximately|roughly|shortly|just|before|after|nearly|almost|by|some)\s(?:the )?\Z", re.I
)


def other_hour(match: re.Match[str], rng: random.Random) -> str | None:
    """No two zones differ by such minutes; a time that is told roughly need not fit."""
    if ROUGHLY.search(match.string[: match.start()]):
        return None
    minutes = (int(match["minutes"]) + rng.choice((7, 13, 22, 37, 41))) % 60
    return instead(match, "minutes", f"{minutes:02d}")


CLOCK = r"\d{1,2}(?:[:.]\d\d)?"
ZONE = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CEST|CET|IST|JST|HKT|AE[SD]T|"
    r"(?:US )?(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: Time)?)"
)


def other_zone_hour(match: re.Match[str], rng: random.Random) -> str | None:
    """Two named zones differ by what they always differ by."""
    if match["zone"] == match["zone2"] or ROUGHLY.search(match.string[: match.start()]):
        return None
    hour = (int(match["hour"]) + rng.choice((1, 2, 4, 5)) - 1) % 12 + 1
    return instead(match, "hour", str(hour))


NAME = r"(?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*| of| the| de| la| van| von| bin| al){0,6}"
PEOPLE = (
    r"(?:people|persons|men|women|boys|girls|children|soldiers|troops|civilians|officers|police|dead|deaths|killed|wounded|"
    r"injured|passengers|students|members|workers|employees|players|victims|residents|patients|defendants|suspects|"
    r"prisoners|migrants|refugees|protesters|fighters|militants|journalists|teachers|doctors|nurses|adults|teenagers)"
)

BOUND = re.compile(
    r"\b(?:at (?:least|most)|over|more than|less than|fewer than|approximately|about|around|nearly|almost|some|roughly|"
    r"up to|estimated(?: at)?)\s\Z",
    re.I,
)
APART = re.compile(
    rf"\b(?:{PEOPLE}|sons?|daughters?|brothers?|sisters?|males?|females?|man|woman|boy|girl|child|adults?|grand\w+)\b",
    re.I,
)

FAMILIES = {
    "weekdays": Family(
        ("weekday-mismatch",),
        re.compile(
            rf"\b(?P<day>{'|'.join(DAYS)}),? (?:the )?(?:{MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
            r",? (?:19|20)\d\d\b"
        ),
        weekday,
    ),
    "impossible dates": Family(
        ("impossible-dates",),
        re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}),? (?:19|20)\d\d\b"),
        impossible,
    ),
    "part above whole": Family(
        ("part-above-whole",),
        re.compile(
            rf"(?<![\w-])(?P<part>{INT}) (?:out )?of (?:the|its|their|his|her|our|those|these) (?P<whole>{INT})"
            r" [a-z]{3,}",
            re.I,
        ),
        larger_part,
    ),
    "units": Family(
        ("unit-conversions",),
        re.compile(
            rf"\b(?P<first>\d[\d,.]*)[ -]?(?P<unit>{UNIT})(?: ?\(|,? or |/)(?:about |around |nearly |some )?"
            rf"(?P<second>\d[\d,.]*)[ -]?(?P<unit2>{UNIT})(?!\w)"
        ),
        other_measure,
    ),
    "direction": Family(
        ("direction",),
        re.compile(
            rf"\b(?:(?P<up>{UP})|{DOWN})\b[^.;]{{0,70}}?(?P<link> from | to )(?P<first>{VALUE})[^.;]{{0,40}}?"
            rf"(?P<link2> from | to )(?P<second>{VALUE})"
        ),
        other_way,
    ),
    "list length": Family(
        ("list-length",),
        re.compile(
            rf"\b(?P<count>{WORD}) (?!of |or |and |to )(?:[a-z-]+ ){{0,4}}?"
            rf"(?!{MEASURED}\b)(?:[a-z]+s|men|women|children|people)"
            rf"(?P<mark> of|:|,| [-–—]{{1,2}}| \(|—|)(?P<list>(?<=[(—])(?:{NAME}, )*{NAME},? and {NAME}"
            rf"|(?<![(—]) (?:{NAME}, )*{NAME},? and {NAME})"
        ),
        other_count,
    ),
    "including": Family(
        ("breakdown",),
        re.compile(
            rf"\b(?P<total>{INT}) (?:[a-z]+ ){{0,3}}?{PEOPLE}\b[^.;\d]{{0,60}}?(?:including|among them) "
            rf"(?P<part>{INT}) (?:[a-z]+ )?{PEOPLE}\b",
            re.I,
        ),
        more_than_total,
    ),
    "breakdown": Family(
        ("breakdown",),
        re.compile(
            rf"(?<![\w.,$£€-])(?P<total>{INT}) (?P<noun>(?:[\w’'-]+ ){{0,4}}?[\w’'-]+)(?::|,| ?[-–—]{{1,2}}| ?\() ?"
            rf"(?P<parts>(?:the )?{INT} [^.;:()]{{3,160}})",
            re.I,
        ),
        other_total,
    ),
    "change recomputed": Family(
        ("change-recomputed",),
        re.compile(
            rf"\b(?:{UP}|{DOWN})\b[^.;]{{0,20}}? (?P<percent>\d[\d.]*)(?:%| per ?cent)[^.;]{{0,50}}?"
            rf"(?P<link> from | to )(?P<first>{VALUE})[^;%]{{0,60}}?"
            rf"(?P<link2> from | to )(?P<second>{VALUE})(?!\d|%| per)"
        ),
        other_percent,
    ),
    "shares": Family(("shares",), PERCENT, other_share),
    "count against percent": Family(
        ("count-against-percent",),
        re.compile(
            rf"\b(?P<part>{INT})(?: out)? of (?:the |its |their )?(?P<whole>{INT})\b[^.;%]{{0,40}}?"
            r"(?P<percent>\d[\d.]*)(?:%| per ?cent)",
            re.I,
        ),
        other_share_of_count,
    ),
    "toll": Family(
        ("toll-update",),
        re.compile(
            rf"\b(?:kill(?:ed|ing) )?(?P<deaths>{INT})\b[^.;]{{0,60}}?\b(?:bringing|raising|taking|pushing)\b"
            rf"[^.;]{{0,20}}?(?:toll|total|number)[^.;]{{0,40}}? to (?P<toll>{INT})",
            re.I,
        ),
        smaller_toll,
    ),
    "ranges": Family(
        ("reversed-ranges",),
        re.compile(
            r"\b(?:(?P<from>[Ff]rom)|[Bb]etween) (?P<first>(?:19|20)\d\d) (?(from)(?:to|until)|and) "
            r"(?P<second>(?:19|20)\d\d)\b"
        ),
        backwards,
    ),
    "Greenwich": Family(
        ("time-zones",),
        re.compile(
            r"\b\d{1,2}[:.]?\d\d(?: ?[ap]\.?m\.?)?[^.;\d]{0,30}\((?P<hours>\d\d):?(?P<minutes>\d\d) (?:GMT|UTC)\b"
        ),
        other_hour,
    ),
    "two zones": Family(
        ("time-zones",),
        re.compile(
            rf"(?<![\d:.]){CLOCK} ?[ap]\.?m\.?,? (?P<zone>{ZONE})(?: ?\(| ?/ ?|, | or |; )"
            rf"(?P<hour>\d{{1,2}})(?:[:.]\d\d)? ?[ap]\.?m\.?,? (?P<zone2>{ZONE})\b"
        ),
        other_zone_hour,
    ),
}
