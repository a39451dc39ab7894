"""Parts that are larger than their whole."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.attribution import is_hedged
from lint.views.counts import NUMBER, Count, count_of, number_behind
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_with

_DETERMINER = r"the|its|their|his|her|our|my|your|these|those"
_WHOLE = pattern(
    rf"\s(?P<out>out\s)?of\s(?P<the>(?:{_DETERMINER})\s)?(?P<whole>{NUMBER})(?=(?P<noun>\s[a-z][a-z’'-]+)?)",
    re.IGNORECASE,
)
_PART = pattern(rf"(?<![\w$£€.,%/:–-])(?P<part>{NUMBER})\Z", re.IGNORECASE)
_BOTH = sought(rf"(?<![\w$£€.,%/:–-]){NUMBER}{_WHOLE.pattern}", re.IGNORECASE, parts=True)
# No text holds both that does not hold this: before “of” the end of a number, in words too, and a number behind.
_ENDINGS = (r"\d", "ro|ne|wo|ee|ur|ve|ix|en|ht|ty", "red|and", "llion", r"\sout")
_ENDS = "|".join(rf"(?<=(?:{ending})\sof\s)" for ending in _ENDINGS)
_HOLDS_BOTH = number_behind(rf"\sof\s(?:{_ENDS})(?:(?:{_DETERMINER})\s)?")
# A number in front of “of” is no longer than this.
_LONGEST_PART = 40
_MONTH = pattern(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December|a\.m|p\.m|o’clock)\b"
)
# “12 of the 4-man crews” counts crews, “three of the two-litre bottles” bottles; “10+” has no upper end.
_GOES_ON = pattern(
    r"[-–—+/:%’']|[.,]\d|\sor\s|\splus\b|\s(?:hundred|thousand|million|billion|dozen)\b|\sand\sa\shalf|\sSeries\b"
)
# Of a model or a kind there can be any number.
_KINDS = pattern(
    r"\s(?:[a-z-]+\s)?(?:models|types|kinds|brands|versions|varieties|species|classes|denominations|products|titles|sizes|"
    r"variants|editions|generations|configurations)\b"
)
_BRAND = pattern(r"\s(?:[A-Z]|model\b|(?:to|and|through)\s(?:19|20)\d\d\b)")
_YEAR = range(1900, 2101)
_NAMES, _AIRCRAFT = 100, frozenset(("planes", "jets", "aircraft", "airliners", "jetliners"))
_IN_A_YEAR = pattern(
    r"\b(?:in|since|by|of|from|until|till|and|to|January|February|March|April|May|June|July|August|September|October|November|December)\s\Z",
    re.IGNORECASE,
)


@check(severity="error", languages=("en",), literals=("of",))
def part_above_whole(document: Document) -> Iterator[Finding]:
    """A part that is larger than its whole: “nine of the four players”.

    Figures change places when a sentence is translated or reworded. Check both in the source.

    Left alone: figures with a bound that makes both possible (“12 of at least 10”), dates (“24 of the 7 October
    victims”), what is counted in units of its own (“ten of the 12-man crew”), and marks out of ten.

    Measured: of 72 sentences that were not looked at while the rule was written, with a larger part put in, 67 are
    found. On 28,200 texts of news and blogs it spoke once, of the year of a model, since mended.

    ```bad
    The coastguard reached ⟦seven of the five boats⟧ before dark.
    ```
    ```bad
    The wings of ⟦16 of the 14 planes⟧ were torn.
    ```
    ```bad
    He scored in ⟦12 out of 10 matches⟧ that spring.
    ```
    ```good
    The coastguard reached five of the seven boats before dark.
    ```
    ```good
    The firm called back 145,099 of its 2006 Dodge pickups, 33,256 of its 2010 model year cars, 45,500 of its 7 Series
    cars and 373,000 of its 2000 to 2004 vans, and has sold 548 of the three variants.
    ```
    ```good
    Some 24 of the 7 October victims were named; four of the two-litre bottles broke; she gave it 11 out of 10.
    ```
    """
    text = document.text
    for match in _wholes(document):
        before = _PART.search(text, max(0, match.start() - _LONGEST_PART), match.start())
        if before is None:
            continue
        part = count_of(text, Span(before.start("part"), before.end("part")))
        whole = count_of(text, Span(match.start("whole"), match.end("whole")))
        if part and whole and part.low > whole.high and _is_a_part(text, match, part):
            if is_hedged(document, part.span, whole.span):
                continue
            few, many = whole.span.of(text), part.span.of(text)
            message = f"{many} cannot be a part of {few}: check both figures, or whether they changed places"
            yield Finding(
                Span(part.span.start, max(match.end(), match.end("noun"))),
                message,
                notes=(Note(whole.span, f"the whole is {few}"),),
            )


def _wholes(document: Document) -> Iterator[re.Match[str]]:
    for block in blocks_with(document, _BOTH):
        if _HOLDS_BOTH(document.text, block.start, block.end):
            yield from _WHOLE.finditer(document.text, block.start, block.end)


def _is_a_part(text: str, match: re.Match[str], part: Count) -> bool:
    if _GOES_ON.match(text, match.end("whole")) or _MONTH.match(text, match.end("whole")):
        return False
    if _KINDS.match(text, match.end("whole")):
        return False
    # “More than 900 of the 767, which flew in 1982”: a number without a noun that names a model.
    named = not match["noun"] or match["noun"].strip() in _AIRCRAFT
    if match["the"] and named and match["whole"].isdigit() and int(match["whole"]) >= _NAMES:
        return False
    # “15,000 of the 1916 were sold”: of a year’s coins.
    if match["whole"].isdigit() and int(match["whole"]) in _YEAR and part.low > _YEAR.stop:
        return False
    # “145,099 of its 2006 Dodge pickups”: the year of a model.
    if match["whole"].isdigit() and int(match["whole"]) in _YEAR and _BRAND.match(text, match.end("whole")):
        return False
    start = part.span.start
    if part.exact and part.low in _YEAR and _IN_A_YEAR.search(text, max(0, start - 12), start):
        return False
    return bool(match["the"]) or (match["out"] is not None and match["noun"] is not None)
