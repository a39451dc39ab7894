"""Names in lower case."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views import words
from lint.views.names import house_names, names, unknown_among
from lint.views.patterns import pattern
from lint.views.places import compound_names, homographs, lower_case_names
from lint.views.telling import small_names, telling_among

# Beside anything else a word belongs to an address, a file name, a tag, a handle, code, or a longer word with a hyphen;
# but "pro-kyiv" and "kyiv-based" are made of a name.
_OPENED = pattern(r"""(?:^|[\s"“‘«(—–,;!?…]|(?:^|\W)['’\[]|\b(?:anti|ex|mid|non|pre|pro)-)\Z""")
_CLOSED = pattern(
    r"""\Z|[\s"”»,;!?)\]…—–]|['’](?:s\b|\W|\Z)|[.:](?![\w/])
    |-(?:backed|based|born|built|controlled|funded|language|led|made|occupied|owned|speaking|trained)\b(?![-/.]\w)""",
    re.VERBOSE,
)
# Only places stand after these, and before no noun: "in japan", but "from morocco leather".
_AT_A_PLACE = pattern(r"\b(?:across|from|in|inside|near|outside|throughout|within)\s\Z")
_NOUN = pattern(r"\s(?!and\b|or\b|but\b|to\b|in\b|on\b|at\b|for\b|with\b|is\b|was\b|has\b|had\b|as\b|after\b)[a-z]")
# Who writes "i" for "I" writes everything small.
_SMALL_I = pattern(r"\si[\s'’]")
# So many capitals stand for one slip, if only the document tells that a word is a name.
_TO_ONE = 3
# After these stands the common noun of a longer name: the Valley Greenway, the greenway.
_ARTICLE = pattern(r"\b(?:an?|any|each|every|her|his|its|my|no|our|some|that|the|their|these|this|those|your)\s\Z")
# So far around a name capitals are looked for, and so far words.
_LINE = 600
_AROUND = 100
_WORD = pattern(r"[^\W\d_]+")
# Words of other languages, none of them English: a name beside them stands in a title or a quotation of that language.
_FOREIGN = frozenset(
    "au aux avec av bir com da das dans de degli dei del della delle dem den der des di dos du e ed ein eine el em en "
    "és et est för für gli het il ist la las le les lo los mit na nach nel och og op på por que se une uno und van ve "
    "vom von voor vor y zum zur".split()
)
_ENGLISH = frozenset("a after and as at by for from has have in is it of on that the to was were which with".split())
# Things of every day that many houses write small: brussels sprouts, arabic numerals, a swiss roll.
_HOUSEHOLD = frozenset(
    "bath bean beans blind blinds braid braids bread bulldog bulldogs bun buns cabbage chard cheese chocolate "
    "coffee cuts dip doors dressing egg eggs fries goose horn horns ink lace manicure muffin muffins "
    "numeral numerals nut nuts onion oven pastries pastry pepper peppers rarebit roll rolls rose roulette "
    "rug rugs salad sausage sausages setter shepherd shepherds shorts sprout sprouts steak tea terrier terriers "
    "toast toffee towel towels vanilla violet violets waltz windows yoghurt yogurt".split()
)


class _Name(NamedTuple):
    """A name in lower case and how it is written; `sure` unless only the document tells that it is one."""

    span: Span
    right: str
    sure: bool = True


@check(severity="warning", languages=("en",))
def lowercase_names(document: Document, *, seen: int = 3) -> Iterator[Finding]:
    """A name in lower case: a place, people, language, day or month.

    Machine translation forgets capitals, because many languages write months, languages and peoples small, and
    because some systems work on lower-case text. Some 6,000 names are known, from countries to towns of 100,000
    people; the house adds those in its `words` and `house` spellings, and the document those that it writes with a
    capital elsewhere. Names that are also ordinary words (may, turkey, polish, nice, reading) are left alone. So are
    parts of addresses, tags, file names and most words with a hyphen, passages in other languages, and text that uses
    no capitals.

    Measured on 400,000 words of clean prose: no report; of place names put in lower case there, .91 found. On WMT21
    news it spoke 43 times in 480,000 words of machine translation, never in the human translations; of those and of
    33 reports on raw translations of Wikipedia, all judged by hand, 73 of 76 were right. On 3.4 million
    words of blogs, handbooks, official sites and broadcast news outside those sets it spoke 19 times, 15 of them
    rightly; the wrong ones are words that only the document knows, so their fix is offered and not safe.

    ```bad
    The delegation left ⟦bratislava⟧ before dawn.
    ```
    ```fixed
    The delegation left Bratislava before dawn.
    ```
    ```bad
    The envoy flew to ⟦sri lanka⟧ on Friday.
    ```
    ```fixed
    The envoy flew to Sri Lanka on Friday.
    ```
    ```bad
    The ⟦british⟧ envoy left ⟦crimea⟧ before ⟦christmas⟧.
    ```
    ```good
    They had french fries, an easter egg and english muffins.
    ```
    ```good
    We may march to a nice place and polish the china.
    ```
    ```good
    Write to press@oslo.example, see www.example.org/tokyo or follow #nairobi and @lima.
    ```
    ```good
    Her essay “El tren de bogota” won a prize.
    ```
    ```bad {words = ["Hrusko"]}
    In the evening ⟦hrusko⟧ and its neighbours were shelled.
    ```

    ```bad
    We met Hruschko and Hruschko's wife. Later, Hruschko left; then ⟦hruschko⟧ returned.
    ```

    ```good
    We chose Kelwick Ferrobus, asked Kelwick Ferrobus, and trust Kelwick Ferrobus: old ferrobus lines were late.
    ```

    - `seen`: capitals within sentences that make a name of a word which only the document knows.
    """
    text = document.text
    for name in chain(_suspects(document), _as_elsewhere(document, seen)):
        if _stands_free(text, name.span) and _in_english_prose(text, name.span):
            wrong = text[name.span.start : name.span.end]
            yield Finding(
                name.span,
                f"“{wrong}” is a name: write “{name.right}”",
                fix=Fix(f"Write “{name.right}”", (Edit(name.span, name.right),), safe=name.sure),
            )


def _suspects(document: Document) -> Iterator[_Name]:
    unique, declared, compounds = document.view(words), document.view(house_names), compound_names()
    singles, ambiguous = lower_case_names(), homographs()
    for word in sorted(telling_among(document, small_names()) | unique.among(declared.keys())):
        if word in document.settings.words:
            continue
        for span in unique[word].spans:
            longer = _compound(document.text, span, compounds.get(word, ()))
            if longer:
                yield longer
            elif word in declared:
                yield _Name(span, declared[word])
            elif word in singles or (word in ambiguous and _is_place(document.text, span)):
                yield _Name(span, word[0].upper() + word[1:])


def _as_elsewhere(document: Document, fewest: int) -> Iterator[_Name]:
    """Names that the document itself writes with a capital, time and again, and small only now and then."""
    unique, found = document.view(words), document.view(names)
    for name in sorted(unknown_among(document, found.also_small)):
        small = name.lower()
        if not name[1:].islower():
            continue
        slips, inside = unique[small].spans, sum(1 for _ in found.by_themselves(name))
        if inside >= max(fewest, len(slips) * _TO_ONE):
            text = document.text
            yield from (
                _Name(span, name, sure=False)
                for span in slips
                if not _ARTICLE.search(text[max(0, span.start - 8) : span.start])
            )


def _compound(text: str, key: Span, names: Sequence[str]) -> _Name | None:
    """The longer name around the word by which it is found, whatever its capitals."""
    for name in names:
        start = key.start - name.lower().rindex(text[key.start : key.end])
        span = Span(start, start + len(name)) if start >= 0 else key
        if text[span.start : span.end].lower() == name.lower():
            return _Name(span, name)
    return None


def _is_place(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 12) : span.start]
    return _AT_A_PLACE.search(before) is not None and _NOUN.match(text, span.end) is None


def _stands_free(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 5) : span.start]
    # 'english' between typewriter's marks is a string of code.
    if before.endswith("'") and text.startswith("'", span.end):
        return False
    return _OPENED.search(before) is not None and _CLOSED.match(text, span.end) is not None


def _in_english_prose(text: str, span: Span) -> bool:
    """Whether the words around use capitals and are English, and the next one is not a thing of every day."""
    before = text[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _LINE].partition("\n")[0]
    line = before + after
    heads_line = not before.strip()
    # A line without any capital is a tag, a label, a message; or a sentence that begins with the name.
    if line == line.lower() and not heads_line:
        return False
    earlier, later = _WORD.findall(before[-_AROUND:]), _WORD.findall(after[:_AROUND])
    if (later and later[0] in _HOUSEHOLD) or _SMALL_I.search(before) or _SMALL_I.search(after):
        return False
    if _FOREIGN.intersection(earlier[-1:] + later[:1]):
        return False
    foreign, english = (sum(word in known for word in earlier + later) for known in (_FOREIGN, _ENGLISH))
    return (line != line.lower() or english > 0) and (foreign < 2 or foreign < english)
