"""Breakdowns that do not make up their total."""

import re
from collections.abc import Iterator

from lint import Block, Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, count_of, number_behind, sentences
from lint.views.divisions import divisions
from lint.views.patterns import pattern, sought
from lint.views.people import ONE, PEOPLE, People, people_at
from lint.views.scanning import blocks_with

_STATE = "dead|killed|wounded|injured|hurt|missing|arrested|detained|hospitalized|hospitalised"
_TOTAL = (
    rf"(?<![\w$£€.,%/:–-])(?<!(?-i:[A-Z]{{2}})\s)(?P<total>{NUMBER})(?:\s(?!and\b|or\b|of\b|in\b|at\b)[a-z’'-]+){{0,3}}?"
    rf"\s(?:{PEOPLE}|{_STATE})\b(?:\s(?:were|was|have\sbeen|had\sbeen|are)\s(?:{_STATE}))?"
)
_HOLDS_NUMBER = number_behind(r"(?<![\w$£€.,%/:–-])")
_COUNTED = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty".split()
_INCLUDING = pattern(
    rf"{_TOTAL}(?:\s(?!and\b|but\b|while\b|\d)[\w’'-]+){{0,8}}?,?\s(?:including|among\sthem)\s(?=\S)",
    re.IGNORECASE,
    needs=_HOLDS_NUMBER,
)
# “450 cars, including 520 to Chile”, “90 cases (including 120 severe cases)”: the part is of what was counted.
_OF_ANYTHING = pattern(
    rf"(?<![\w$£€.,%/:–-])(?P<total>{NUMBER})(?:\s(?!and\b|or\b|of\b|in\b|at\b|to\b)[a-z’'-]+){{0,3}}?\s(?P<noun>(?!years|months|weeks|days|hours)[a-z]{{3,}}s)"
    rf"(?:\s(?!and\b|but\b|while\b|or\b|one\b|two\b|three\b|by\b)[^\W\d][\w’'-]*){{0,8}}?(?:,\s|\s\(|\s)including\s"
    rf"(?P<part>{NUMBER})(?:\s(?:to|in|from|at|for)\s(?!{NUMBER})|(?:\s[a-z’'-]+){{0,2}}?\s(?P=noun)\b)",
    re.IGNORECASE,
    needs=number_behind(r"\bincluding\s"),
)
# “The 11-member board consists of seven women and five men”
_MEMBERS = pattern(
    rf"(?<![\w$£€.,%/:–-])(?P<total>\d{{1,4}}|(?:{'|'.join(_COUNTED)}))-(?:member|person|man|strong|seat|judge)\s(?:[a-z’'-]+\s){{1,4}}?"
    r"(?:consists\sof|consisted\sof|is\smade\sup\sof|was\smade\sup\sof|is\scomposed\sof|comprises|comprised|has|had)\s"
    r"(?=\S)",
    re.IGNORECASE,
    needs=r"-(?:member|person|man|strong|seat|judge)\s",
)
_SEXES = pattern(r"\b(?:men|women|boys|girls|adults|children|teenagers|minors)\b", re.IGNORECASE)
_CUE = pattern(r"\bincluding\b|\bamong them\b|\b(?:men|women|boys|girls|adults|children|teenagers|minors)\b")
_PARTS = sought(rf"\b(?:including|among\sthem)\s(?:{NUMBER}|an?\s(?:{ONE})\b)", re.IGNORECASE, parts=True)
_BODY = sought(r"-(?:member|person|man|strong|seat|judge)\s", re.IGNORECASE, parts=True)
# “306 complaints, 175 to one and 156 to the other. Some complained to both.”
_BOTH = pattern(r"\b(?:both|overlap\w*|twice|more\sthan\sone)\b")
_AROUND = 120
_WITHIN = pattern(
    r"\b(?:in|over|during|within|after)\s(?:the\s|its\s|their\s)?(?:previous\s|last\s|past\s|first\s|next\s)?\Z"
)
_LONGEST_SENTENCE = 1000
_MANY = 100


@check(
    severity="warning",
    languages=("en",),
    literals=("including", "among them", "men", "women", "children", " and ", ": ", " -", " –", "—", " ("),
)
def breakdown(document: Document) -> Iterator[Finding]:
    """Parts that do not make up their total: “19 dead: 12 men and 8 women”.

    The parts of a breakdown add up to the total; those behind “including” are not more than the total. Parts are the
    counts of a list that “and” closes, behind a total and a colon, a dash or a bracket, if they nearly make it: of
    other things one may hold many of another (“three hospitals, including 500 beds”). Behind a comma they may stand
    beside it (“six wins, five losses and two draws”), so there they lack a noun of their own (“ten are old and six
    new”) or tell people apart. Fewer than the total are reported only of people and of parts in its unit.

    Measured: of 524 breakdowns of encyclopedias that were not looked at while the rule was written, with another total
    put in, it found 474. On the 113,992 articles it spoke 22 times at first sight, five times rightly: there counts
    overlapped, or stood side by side; most of that was mended since. A warning and no error, for that.

    Left alone: totals with a bound (“at least 12”), round figures, years, measures of time, shares, what is told of
    “each” or “both”, and lists that are not complete or go on.

    ```bad
    The explosion left ⟦19 dead: 12 men and 8 women⟧.
    ```
    ```bad
    The crash injured ⟦ten people, including six women and five children⟧.
    ```
    ```bad
    The new board has ⟦11 members, seven women and five men⟧.
    ```
    ```bad
    Of the ⟦46 halls, 13 are red and 34 are green⟧; there are ⟦30 clubs, 24 of which are old and seven new⟧.
    ```
    ```bad
    She won ⟦22 medals, ten gold, seven silver and six bronze⟧; they have ⟦seven children, three sons and five
    daughters⟧.
    ```
    ```bad
    ⟦Nine moose (four bulls and six cows⟧) came; ⟦nine schools made the list: four public and six private⟧.
    ```
    ```bad
    The harvest came to ⟦700 tonnes -- 150 tonnes of wheat and 560 tonnes of maize⟧ -- before the rain.
    ```
    ```bad
    The firm sold ⟦450 tractors last year, including 520⟧ to Chile.
    ```
    ```bad
    The firm has set up ⟦two plants, one in Osaka and two in London⟧.
    ```
    ```bad
    Of the ⟦20 sailors, 12 are from Turku and nine from Vaasa⟧.
    ```
    ```bad
    They held ⟦22 sailors (12 Swedish and 11 Finnish⟧).
    ```
    ```bad
    There were ⟦338 breaches of the rules - 210 by the town and 129 by the county⟧ - in May.
    ```
    ```bad
    It drilled ⟦71 wells - 36 oil wells, 13 gas wells and 23 dry holes⟧; ⟦35 defendants – 16 members of one gang and 20
    members of the other⟧ – were there.
    ```
    ```bad
    Each card has ⟦two numbers, one for the bank, one for the shop and one for you⟧.
    ```
    ```bad
    It runs ⟦eight cafes: four are its own, three are let and two are closed⟧.
    ```
    ```bad
    The ⟦11-member board consists of seven women and five men⟧; the crew of ⟦14 – eight Filipinos and seven Greeks⟧ –
    was saved.
    ```
    ```bad
    ⟦Ten people were hurt, six seriously and five slightly⟧; there were ⟦12 goals — eight headers and five penalties⟧.
    ```
    ```bad
    The storm hit at noon. ⟦Nineteen people died: 12 men, five women and three children⟧.
    ```
    ```bad
    Of the ⟦six yachts, three went to Turku, three to Oulu and one to Vaasa⟧.
    ```
    ```good
    The strike killed 12 people, including 5 men, 4 women and 2 children; 5 policemen, 4 women and 2 boys fell there.
    ```
    ```bad
    The bus brought ⟦six tourists, four men and five women⟧.
    ```
    ```good
    The explosion left 20 dead: 12 men and 8 women.
    ```
    ```bad
    The mill has ⟦nine looms (seven old ones and three that came with it⟧).
    ```
    ```bad
    It sold ⟦three bells: two large ones with a crack and two small ones⟧.
    ```
    ```bad
    He served ⟦six years (four years at sea and three years in port⟧); ⟦four people, three guards and two pilots⟧, fled.
    ```
    ```good
    It had 20 looms, one night-running press and 20 saws; she won two gold, two silver and one bronze; three seats in
    Turku, one in Oulu, two in Vaasa and one in Pori were lost.
    ```
    ```good
    Of her seven children, six of whom sang, and two of whom left, few stayed; it has twelve halls: two in the west, one
    of which is old, and ten in the east.
    ```
    ```good
    It was shut in 1984, 1985 and two later years; two plans: one is new and two is old; six flats (two one room flats
    and three large ones).
    ```
    ```good
    It has two fairs, 2009 in Turku and 2011 in Oulu; some 12,000 live abroad (5,700 in Oulu and 6,500 in Vaasa).
    ```
    ```good
    He has six mills, five carts and two boats; two were made consuls, two retired and one died.
    ```
    ```good
    It has two houses: three bedrooms and two baths.
    ```
    ```good
    It runs two shops: 71 Hill Road and 5 Mill Lane; it has 12 players: eight are tall and six are fast.
    ```
    ```good
    Each card has four numbers, one for the bank and one for the shop; we had five days: three at sea and four in port.
    ```
    ```good
    The crash injured at least ten people, including six women and five children.
    ```
    ```good
    Three people, including a mother of 12, were hurt, and 19 dead, mostly men, were counted on Sunday.
    ```
    ```good
    Of the 20 players, 12 were in Turku in May and nine in June; of its ten plants, two are in Osaka and one in London.
    ```
    ```good
    Two others, including an 11-year-old girl, were treated; 30 people, 12 men and three children among them, waited.
    ```
    """
    text = document.text
    for division in document.view(divisions):
        parts = People(division.parts_span, division.parts)
        if _BOTH.search(text, division.span.end, division.span.end + _AROUND):
            continue
        # Of many, a few may be none of the parts: “53,638 people: 46,441 Protestants and 6,616 Catholics”.
        complete = division.complete and division.total.low < _MANY
        if parts.low > division.total.low or (complete and parts.low < division.total.low):
            yield _made(division.span, division.total.span.of(text), parts, "the text says")
    for block in _with_cue(document):
        for sentence in sentences(text, block.span):
            if sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            words = sentence.of(text)
            if "including" in words or "among them" in words:
                found = list(_including(text, sentence))
                yield from found or _of_anything(text, sentence)
            if len(_SEXES.findall(words)) > 1:
                yield from _members(text, sentence)


def _with_cue(document: Document) -> Iterator[Block]:
    """The blocks that hold a word which a breakdown cannot do without."""
    for block in blocks_with(document, _PARTS, _BODY):
        if _CUE.search(document.text, block.start, block.end):
            yield block


def _including(text: str, sentence: Span) -> Iterator[Finding]:
    for match in _INCLUDING.finditer(text, sentence.start, sentence.end):
        total = count_of(text, Span(match.start("total"), match.end("total")))
        parts = people_at(text, match.end(), sentence.end)
        if total and parts and parts.low > total.high:
            yield _finding(text, match, parts, "which is more than")


def _of_anything(text: str, sentence: Span) -> Iterator[Finding]:
    for match in _OF_ANYTHING.finditer(text, sentence.start, sentence.end):
        # “Awarded 162 blocks in the previous six rounds, including 52 in May”: of the blocks.
        if _WITHIN.search(text, max(sentence.start, match.start() - _AROUND), match.start()):
            continue
        # “Added 296,000 net subscribers, including 365,000 new ones”
        if " net " in match[0]:
            continue
        total, part = (count_of(text, Span(*match.span(group))) for group in ("total", "part"))
        if total and part and part.low > total.high:
            yield _finding(text, match, People(part.span, (part,)), "which is more than")


def _members(text: str, sentence: Span) -> Iterator[Finding]:
    for match in _MEMBERS.finditer(text, sentence.start, sentence.end):
        total = count_of(text, Span(*match.span("total")))
        parts = people_at(text, match.end(), sentence.end)
        if total and parts and len(parts.counts) > 1 and parts.low > total.high:
            yield _finding(text, match, parts, "the text says")


def _finding(text: str, match: re.Match[str], parts: People, verdict: str) -> Finding:
    total = text[match.start("total") : match.end("total")]
    return _made(Span(match.start(), parts.span.end), total, parts, verdict)


def _made(span: Span, total: str, parts: People, verdict: str) -> Finding:
    addends = " + ".join(f"{count.low:,.0f}" for count in parts.counts)
    equation = f"{addends} = {parts.low:,.0f}" if len(parts.counts) > 1 else f"{parts.low:,.0f}"
    note = Note(parts.span, f"the parts: {equation}")
    message = f"the parts make {parts.low:,.0f} ({equation}), {verdict} {total}: correct the total or the parts"
    if len(parts.counts) == 1:
        message = f"the part is {equation}, {verdict} {total}: correct the total or the part"
    return Finding(span, message, notes=(note,))
