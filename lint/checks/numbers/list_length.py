"""Lists that are longer or shorter than announced."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint import Document, Finding, Note, Span, check
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
# Places and people whose names hold no “and” but those below; of companies and works too many do.
_PLACES = (
    "cities|towns|villages|provinces|regions|districts|countries|nations|states|islands|counties|capitals|republics|"
    "democracies|ports|airports|boroughs|cantons|continents|economies|powers|prefectures|municipalities|suburbs"
)
_PLACE_NOUNS = frozenset(_PLACES.split("|"))
_PEOPLE = (
    "men|women|brothers|sisters|sons|daughters|players|ministers|members|senators|candidates|judges|officers|actors|"
    "suspects|defendants|astronauts|journalists|students|teachers|survivors|investors|witnesses|scientists|researchers|"
    "children|people|friends|roommates|bankers|executives|founders|victims|accomplices|cousins|lawyers|directors"
)
# What is counted in time or money is seldom listed behind a colon.
_NOT_LISTED = (
    "times|years|months|weeks|days|hours|minutes|seconds|dollars|euros|pounds|points|percent|miles|metres|meters|goals|"
    "marriages"
)
# “Baltic” and “Nordic” are adjectives, too.
_ADJECTIVE = r"(?!(?:of|and|or|to|in|at|for|from|with|on|by|the|later|ago)\b)(?:[a-z-]+|[A-Z][a-z]+(?:ic|an|ish|ese))"
# “Four ministers resigned: Hill, …”
_DID = r"(?:\s(?:[a-z]+ed|were\s[a-z]+ed|won|left|died))?"
_ANNOUNCED = sought(
    rf"\b(?P<number>(?i:{'|'.join(_NUMBERS)}))\s(?P<adjectives>(?:{_ADJECTIVE}\s){{0,4}}?)"
    rf"(?:(?P<exact>{_PLACES}|{_PEOPLE})(?P<mark>\sof\s|{_DID}:\s|\s[-–—]{{1,2}}\s|—|–|\s\(|,\s|\sas\s|\s)"
    rf"|(?!(?:{_NOT_LISTED})\b)[a-z]{{2,}}s(?P<mark2>,\s|(?:\s(?:in|of|for|from|at)\s[\w’'-]+(?:\s[\w’'-]+){{0,2}}?)?"
    rf"(?::\s|\s[-–—]{{1,2}}\s|—|–|\s\())"
    rf"|(?:[a-z]+\s)??(?P<named>(?:were|are|have\sbeen)\s(?:named|identified)\sas\s))(?=(?:the\s)?[A-Z])",
    needs=rf"[A-Za-z]+\s(?:{_ADJECTIVE}\s){{0,4}}?(?:[a-z]+(?:(?<=s|n)|(?<=people))(?:{_DID}:\s|(?:,|\sof|\sas)?\s"
    r"|(?:\s(?:in|of|for|from|at)(?:\s[\w’'-]+){1,3}?)?(?::\s|\s[-–—]{1,2}\s|—|–|\s\())"
    r"|(?:[a-z]+\s){0,3}?(?:named|identified)\sas\s)(?:the\s)?[A-Z]",
)
_PARTICLES = r"(?:of|the|da|de|del|la|le|al|el|do|dos|du|van|von|bin|der|den)"
_NAME = (
    rf"(?:St\.\s)?[A-Z][\w’'-]*(?:(?:\s{_PARTICLES}){{1,2}}(?=\s[A-Z]))?"
    rf"(?:\s[A-Z][\w’'-]*(?:(?:\s{_PARTICLES}){{1,2}}(?=\s[A-Z]))?){{0,6}}"
)
_NAME = rf"{_NAME}(?:\s(?:of|de|du|do|da)\s(?:the\s|la\s)?{_NAME}){{0,2}}"
# “Crown Ltd.”, and “First Harbour (FHB)”: the stop and the brackets belong to the name.
_FORM = r"(?:(?<=\s(?:Inc|Ltd|LLC|PLC|Plc))|(?<=\s(?:Co|Jr|Sr))|(?<=\sCorp)|(?<=[a-z]\s[A-Z]))\.(?=,|\s(?:and|&)\s)"
_BRACKETS = r"\s\([^()\n]{1,40}\)(?=,|\s(?:and|&)\s|[.;:!?)]|\s[-–—])"
_ITEM = pattern(rf"(?:the\s)?(?:(?:[A-Z]\.){{2,4}}(?=,|\s|\)|\Z)|{_NAME}(?:{_FORM})?)(?:{_BRACKETS})?")
_INITIAL = pattern(r"(?:\A|\s)[A-Z]\Z")
_SEPARATOR = pattern(r",\s(?:and\s)?|\sand\s|\s&\s")
# “Two of the four banks, A and B,”: not all are named.
_PART = pattern(
    rf"\b(?:{'|'.join(_NUMBERS)}|one|some|most|many|several|half|part|any|either|neither|none|few|\d+)\s(?:out\s)?of\s"
    r"(?:(?:the|its|their|his|her|our|these|those|all)\s)?(?:[\w’'-]+\s){0,6}\Z|\bGroup\sof\s\Z|\bBig\s\Z",
    re.IGNORECASE,
)
_OWN = pattern(r"(?:\b(?:the|its|their|his|her|our|these|other)|[’']s?)\s(?:\w+\s)?\Z", re.IGNORECASE)
# “After two games, Smith and Jones …”: what follows is the subject.
_ADVERBIAL = pattern(
    r"(?:(?:\b(?:in|after|for|over|during|within|at|before|on|until|about|around|nearly|than|past|last|next|first|"
    r"every|only)|[.!?:;”\"])\s(?:\w+\s)?|\A)\Z",
    re.IGNORECASE,
)
_BEFORE = 70
_OTHERS = pattern(r"\b(?:other|more)\s")
# “Only four friends, Ann and Bob, were hurt”: the verb behind the comma has the number for its subject.
_SUBJECT = pattern(r",\s(?:have|has|had|are|is|were|was|will|would|said|say)\b")
# “Kramatorsk, Donetsk” can be a town and its region; a list that ends with “and” is a list.
_GOES_ON = pattern(
    r"\s?,(?!\s(?!the\s[A-Z])[a-z])|\s?\(|,\s(?:and|or)\s(?:(?:the\s)?[A-Z]|(?:one|two|three|an?)\s)|,?\s(?:as\swell|among|including|included|plus|or)\b|\sto\b|[-–—/]|\s[-–—]"
)
_ONE_MORE = pattern(r",\s(?:(?:and|or)\s(?:the\s)?|the\s)[A-Z]")
# “It names Hill, which has four mines, Berg and Ek”: the list is of firms.
_WHICH = pattern(r"\bwhich\s\w+\s\Z")
# “Philip, Count of Burgundy and Mary”
_TITLE = pattern(
    r"(?:Count|Duke|Earl|King|Queen|Prince|Princess|Baron|Bishop|Archbishop|Lord|Lady|Marquess|Viscount|Margrave|Elector|"
    r"Countess|Duchess)\sof\s"
)
_YOUNGER = pattern(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_AND_OTHERS = pattern(rf"\b(?:one|{'|'.join(_NUMBERS)}|\d+)\s(?:[a-z-]+\s)?[a-z]+,?\sand\s\Z", re.IGNORECASE)
# “Three units: A and B, led by Hill; C, led by Berg; and D”
_LATER = pattern(r",[^.;\n]{0,120};")
# “The five defendants Hill, Berg and Ek were there”, “identified the five as Hill, Berg and Ek”.
_DEFINITE = pattern(r"(?:\b(?:the|its|their|his|her|our|these)|[’']s)\s\Z", re.IGNORECASE)
_IDENTIFIED = pattern(r"\b(?:named|identified|listed|gave|identifies|names)\sthe\s(?:\w+\s)?\Z", re.IGNORECASE)
_VERB = pattern(r"\s(?:are|is|were|was|have|has|had|will|would|could|may|can|agreed|said|say)\b")
_QUARTERS = frozenset("Central North South East West Northern Southern Eastern Western".split())
_PAIRS = pattern(r"\b(?:couples|pairs|twins|duos|teams|tandems|marriages)\b")
# “Three clubs: A and B play in Turku, while C is in Oulu”
_OTHER_CLAUSE = pattern(r"[^.;\n]{0,120}(?:,\s(?:while|whereas|and|but)\b|;)")
# “A and B, both 78, his son, and C”, “A and B, where it fell, and C”: the list is taken up again.
_TAKEN_UP = pattern(
    r",\s(?:both|all|each|aged|born|built|founded|led|discovered|where|who|which|whose)\b[^;.\n]{0,120}?,\s(?:and\s)?[A-Z]"
)
_ENDS = pattern(r"\s?(?:[.;:!?)]|\Z|\n|,\s[a-z]|\s[-–—]{1,2}\s|—)")
_WITH_AND = pattern(
    r"Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Saint Vincent and the Grenadines|"
    r"St\.? Vincent and the Grenadines|(?:Saint|St\.?) Kitts and Nevis|S[aã]o Tom[eé] and Pr[ií]ncipe|"
    r"Turks and Caicos|Serbia and Montenegro|Tyne and Wear|Dumfries and Galloway|Perth and Kinross|Brighton and Hove|"
    r"Newfoundland and Labrador|Jammu and Kashmir|Wallis and Futuna|Svalbard and Jan Mayen|Heard and McDonald"
)
# “Marks and Sons”, “Coffee, Sugar and Cocoa Exchange”: firms and offices are called so.
_FIRM = pattern(
    r"\b(?:Inc|Co|Corp|Ltd|LLC|PLC|Plc|LP|AG|SA|Company|Sons|Bros|Brothers|Partners|Associates|Group|Holdings|Bank|Trust|"
    r"Exchange|Railway|Railroad|Insurance|Ministry|Department|Office|Committee|Commission|Council|Association|Union|"
    r"Institute|Federation|Society|Agency|Service|Services|Affairs|Fund|Board|Centre|Center|Act|Technology|Research)\b"
)
_NEW_SENTENCE = pattern(r"\s*\Z|\n|\s[A-Z]")
_LONGEST = 400
_MOST_ITEMS = 15


class _Names(NamedTuple):
    """A list of names: where it ends, the names, and how few they are if an “and” belongs to a name.

    `comma` tells that there are two, with a comma before their “and”.
    """

    end: int
    items: tuple[str, ...]
    fewest: int
    comma: bool


@check(severity="warning", languages=("en",), literals=tuple(_NUMBERS))
def list_length(document: Document) -> Iterator[Finding]:
    """A list of names that is longer or shorter than announced: “the three cities of” and four names.

    A name was lost, or the number was changed, when the text was translated or reworded.

    The names of places and people are counted exactly. Those of firms and works often hold an “and” of their own, so
    their lists are reported only if the number fits in no way. Left alone: lists that are not complete (“including”,
    “two of the four”), and those that go on in another way.

    Measured: of 150 lists that were not looked at while the rule was written, each with another number put in, 116 are
    found. On 27,457 articles of a newswire it spoke four times at first sight, of firms and of names with commas, which
    were mended since.

    ```bad
    Sirens were heard in the ⟦three cities of Turku, Vaasa, Pori and Oulu⟧.
    ```
    ```bad
    It was signed by ⟦four countries: France, Germany and Spain⟧.
    ```
    ```bad
    The ⟦four wounded were named as Ann Hill, Bo Larsen and Cy de la Cruz⟧, all of Lindale.
    ```
    ```bad
    Only ⟦four lenders, Crown Ltd., Harbour (in part) and Lindale⟧, were open, and ⟦three others: Alba and Birch⟧.
    ```
    ```bad
    Its ⟦four lenders, Crown Savings, First Harbour and the Bank of Lindale⟧, will meet in May.
    ```
    ```bad
    He lived with ⟦three friends, Ann L. and Bo S.⟧, and ⟦five states: Alba, Birch and Crown⟧ are in debt.
    ```
    ```bad
    The court named the ⟦four men as Ann Hill, Bo Ek and Cy Moe⟧; the ⟦five members Hill, Ek and Moe⟧ were absent.
    ```
    ```bad
    The ⟦three Baltic states, Estonia, Latvia, Lithuania and Elm⟧, agreed. ⟦Four ministers resigned: Hill, Ek and Moe⟧.
    ```
    ```good
    Sirens were heard in the three cities of Turku, Vaasa and Oulu.
    ```
    ```good
    Three members of the Oak and Elm Group, and leaders of three states, Alba, Birch, Crown, Dale and Elm, met.
    ```
    ```good
    The three men Hill and Moe hired were seen; it grew from three states, Alba and Birch to Crown, Dale and Elm.
    ```
    ```good
    It hired three lawyers: Ann Hill of Hill, Berg, Larsen & Holm, Bo Ek and Cy Moe.
    ```
    ```good
    It runs two regions, Alba & Birch and Crown; the count had two children: Philip, Count of Alba and Mary.
    ```
    ```good
    It runs four divisions – Northern, Central and Southern Alba, and Crown – and three units: Oak & Elm, focused on
    wood, Hill, and Berg.
    ```
    ```good
    The two oldest ports of Alba, Birch and Crown, are shut; four guests have won two cups – Ann Hill, Bo Ek, Cy Moe and
    Di Berg – each; it has three clubs: Oak and Elm are in Turku, while Ash is in Oulu.
    ```
    ```good
    Nine guests in eight towns: Alba, Birch, Crown, Dale, Elm, Fir, Gorse, Hazel and Ivy; two couples (Ann, Bo, Cy and
    Di); a cross with two clasps, the Alba Medal, the Birch Medal and the Crown Badge.
    ```
    ```good
    It has four sees, Alba and Birch; Crown; and Dale; six states of Central and North Alba met; three lines – the Alba
    and Birch Railway, the Crown and the Dale – were dug; she had one son and two daughters: Ann, Bo and Di.
    ```
    ```good
    They had three sons – Al and Bo, born in May, and Cy; three men, the Finns Ek and Moe, and one Swede, met.
    ```
    ```good
    Its rivals are Hill, which has four mines, Berg and Ek.
    ```
    ```good
    It was signed by two nations: Bosnia and Herzegovina and Trinidad and Tobago.
    ```
    ```good
    Two of its four lenders, Crown Savings and First Harbour, will meet; after four games, Smith and Jones, both hurt,
    had left.
    ```
    ```good
    They played in five cities including Lyon, Paris and Nice, and in two other cities of Spain.
    ```
    """
    text = document.text
    for match in matches(document, _ANNOUNCED):
        names = _names(text, match.end())
        mark = match["mark"] or match["mark2"] or match["named"]
        if names is None or not _is_whole(text, mark, names.end):
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        adverbial = _ADVERBIAL.search(before) and not _OWN.search(before) and not _SUBJECT.match(text, names.end)
        if _PART.search(before) or ("," in mark and (adverbial or _WHICH.search(before))):
            continue
        if _OTHERS.search(match["adjectives"]) and mark.strip(" (") not in ("", ":", "-", "--", "–", "—"):
            continue
        # “The three men Hill and Berg hired”: two names without a mark can be the subject of a clause.
        if not mark.strip() and not (_DEFINITE.search(before) and len(names.items) > 2):
            continue
        if mark.strip() == "as" and not _IDENTIFIED.search(before):
            continue
        # “Four men, Hill, and the driver”: two names take no comma, so the commas enclose something else.
        if "," in mark and names.comma:
            continue
        noun = match[0].lower()[len(match["number"]) :]
        # “Two gates at five airports: …”, “three sons and two daughters: …”
        if any(f" {number} " in noun for number in _NUMBERS) or _AND_OTHERS.search(before):
            continue
        # “The council, the bank, two firms, Hill and Berg”
        if "," in mark and before.endswith((", ", " including ")):
            continue
        announced, counted = _NUMBERS[match["number"].lower()], len(names.items)
        firm = "&" in text[match.end() : names.end]
        # “Castile and León and Galicia”
        plain = not firm and text[match.end() : names.end].count(" and ") < 2
        fewest = counted if (match["exact"] or match["named"]) and plain else names.fewest
        # “Six states of Central and North Alba”; “four sees, Alba and Birch; Crown; and Dale”
        if names.items[0] in _QUARTERS or ("," in mark and text.startswith("; ", names.end)):
            continue
        # “Three members of Hill and Berg” belong to them.
        if mark.strip() == "of" and match["exact"] not in _PLACE_NOUNS:
            continue
        # “Six states of the West, Utah, Idaho, …”
        if mark.strip() == "of" and counted > announced and names.items[0].startswith("the "):
            continue
        # “The two oldest ports of Alba, Birch and Crown”: the first may be where the others are.
        if mark.strip() == "of" and counted == announced + 1 and match["adjectives"]:
            continue
        # “Six others have won three cups – …”, “nine cities in eight states: …”: as many names as another number says.
        subject = re.split(r"[.;:]\s" if mark.strip() in ("-", "--", "–", "—") else r"[.;:,]\s", before)[-1]
        if any(_NUMBERS[word] == counted for word in _NUMBERS.keys() & set(subject.lower().split())):
            continue
        # “Two couples (Ann, Bo, Cy and Di)” are four people.
        if _PAIRS.search(noun) and counted == 2 * announced:
            continue
        # “A cross with two clasps, the Alba Medal, the Birch Medal and the Crown Badge”
        if "," in mark and counted > announced and names.items[0].startswith("the "):
            continue
        # “Leaders of three states, Alba, Birch, Crown, Dale and Elm”: behind a comma it may be a series of equals.
        if "," in mark and counted > announced + 1:
            continue
        if not fewest <= announced <= counted:
            span = Span(match.start(), names.end)
            noun = text[match.end("number") : match.end() - len(mark)].strip()
            told = f"the text announces {match['number']} {noun} and names {counted}: {', '.join(names.items)}"
            note = Note(Span(match.end(), names.end), f"{counted} names")
            yield Finding(span, f"{told}; write {counted}, or mend the list", notes=(note,))


def _is_whole(text: str, mark: str, end: int) -> bool:
    """Whether the list ends where its last name does."""
    if "(" in mark:
        return text.startswith(")", end)
    # “Three units: A and B; C; and D”
    if _TAKEN_UP.match(text, end) or (mark.endswith(": ") and (text.startswith("; ", end) or _LATER.match(text, end))):
        return False
    if mark.strip() == "of":
        return not _GOES_ON.match(text, end)
    if mark.rstrip().endswith(("-", "–", "—")) and _ENDS.match(text, end) and not _ONE_MORE.match(text, end):
        return True
    # “Five powers: A, B and C are aimed at”, “the EC and the U.S.”
    if (not mark.strip() or mark.endswith(": ")) and _VERB.match(text, end):
        return not _OTHER_CLAUSE.match(text, end)
    if text[end - 1] == "." and _NEW_SENTENCE.match(text, end):
        return True
    return bool(_ENDS.match(text, end)) and not _GOES_ON.match(text, end)


def _names(text: str, start: int) -> _Names | None:
    """The names of a list; None where “and” does not close it."""
    items: list[str] = []
    at, ands, closed, comma, firm = start, 0, False, False, False
    for _ in range(_MOST_ITEMS):
        item = _WITH_AND.match(text, at) or _ITEM.match(text, at, start + _LONGEST)
        # “C. M. Hill”: what ends with an initial goes on.
        if item is None or (_INITIAL.search(item[0]) and text.startswith(".", item.end())):
            return None
        if items and (_TITLE.match(item[0]) or _YOUNGER.fullmatch(item[0])):
            items[-1] += f", {item[0]}"
        else:
            items.append(item[0])
        at = item.end()
        separator = _SEPARATOR.match(text, at, start + _LONGEST)
        if separator is None:
            break
        # “A, B and C, and then”: behind the closed list something else begins.
        if closed and (", " in separator[0] or not _ITEM.match(text, separator.end())):
            break
        comma = len(items) == 1 and separator[0].startswith(", and")
        closed = "and" in separator[0]
        firm |= "&" in separator[0]
        ands += closed
        at = separator.end()
    return (
        _Names(at, tuple(items), max(1, 1 if firm else len(items) - _in_names(items, ands)), comma)
        if closed and len(items) > 1
        else None
    )


def _in_names(items: list[str], ands: int) -> int:
    """How many of the “and” may belong to names: all but the one that closes the list, or that one, too, in a firm."""
    return ands if _FIRM.search(items[-1]) or items[-1].split()[-1] == items[-2].split()[-1] else ands - 1
