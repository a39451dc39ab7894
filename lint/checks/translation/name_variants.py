"""One name in two spellings."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views import words
from lint.views.blocks import block_at
from lint.views.gazetteer import misspelt_towns
from lint.views.house import is_decided
from lint.views.names import is_known, names
from lint.views.patterns import pattern
from lint.views.places import lower_case_names
from lint.views.transliteration import (
    bare,
    consonants,
    distance,
    is_pinyin,
    is_romaji,
    transliteration_key,
)

_SHORTEST = 5
# Where more than a vowel's quality differs, a name needs more letters to be recognised.
_SHORTEST_BY_VOWEL = 6
_SHORTEST_UNKNOWN_BY_VOWEL = 7
_FARTHEST = 3
# A name that stands so many times as often as its variant is as good as known.
_ESTABLISHED = 2
# Surnames of different people are seldom so long and so much alike.
_LONG = 9
# Names that sound alike are few; a longer list of them is a glossary, or an attack.
_MOST_ALIKE = 30
_PLACES_LOOKED_AT = 20
# A cell or an item of so many words is an entry of a list of people, among whom an Anderson may stand by an Andersson.
_ENTRY = 4
_NEIGHBOUR_BEFORE = pattern(r"([A-Z][\w’'.-]*) \Z")
_NEIGHBOUR_AFTER = pattern(r" ([A-Z][\w’'-]*)")
# What is left of curly quotation marks and Cyrillic letters in the wrong encoding.
_MOJIBAKE = frozenset("âÃÐ")
# Words with a capital that are no first names.
_TITLES = frozenset(
    "a after and as at but by captain chairman chancellor chief city colonel commander dame doctor dr for from "
    "gen general gov governor if in judge king lord major mayor minister mr mrs ms near no of on or pm premier "
    "president prime prince princess prof professor queen rep secretary sen senator sir that the to under when "
    "while with".split()
)


@check(severity="warning", languages=("en",))
def name_variants(document: Document) -> Iterator[Finding]:
    """One name in two spellings: Pakmut here, Baghmut there.

    A name that passes through other alphabets comes back in several spellings. Names are compared by a key that folds
    what transliterations exchange (b/p, d/t, g/k/kh/gh/h, sh/zh/ch/s/z, yev/ov, i/y, doubled letters), and by their
    distance; a single vowel may differ in longer names. The rarer spelling is reported, and only if it is no known word
    or name. Inflections are no variants, nor are names with different first names, nor syllables of Chinese or
    Japanese, where one letter makes another name.

    Measured: of names respelt in clean prose .81 found, with 0.2 reports in 10,000 words of that prose, mostly true
    slips. Of 19 reports on 1.4 million words of web pages and news outside that set 16 were right; of 63 on WMT21's
    machine translation 50, and 12 of the others were a company spelt otherwise than its founder. Translators slip as
    machines do: 1.3 reports in 10,000 words of machine translation, 1.0 in human ones.

    ```bad
    Shelling of Krasnohorivka went on. Later ⟦Krasnogorivka⟧ was quiet, and Krasnohorivka's school reopened.
    ```
    ```bad
    The minister thanked Rezhnikov. In the evening ⟦Reznikov⟧ declined to comment on what Rezhnikov had signed.
    ```
    ```good
    Taras Holub wrote to Petro Golub.
    ```
    ```good
    Olga Marchenkova thanked Marchenkov; Marchenkovs are many.
    ```
    ```good
    Ulrich Weyand drew the plans, and Sebastian Ullrich built the boat.
    ```
    ```good
    The trains to Shanxi and to Shaanxi leave at noon.
    ```
    """
    # What the document also writes small is a word.
    found = document.view(names).alone
    skeletons = list(map(_skeleton, found))
    if len(set(skeletons)) < len(found):
        alike: dict[str, list[str]] = {}
        for name, skeleton in zip(found, skeletons, strict=True):
            alike.setdefault(skeleton, []).append(name)
        for skeleton, group in alike.items():
            if skeleton and 1 < len(group) <= _MOST_ALIKE:
                yield from _variants(document, group)


@lru_cache(maxsize=1 << 15)
def _skeleton(name: str) -> str:
    """The consonants of what may be a name in two spellings; nothing of what is none, or has but one consonant."""
    if len(name) < _SHORTEST or not name[1:].islower() or not _MOJIBAKE.isdisjoint(name):
        return ""
    skeleton = consonants(name)
    return skeleton if len(skeleton) > 1 else ""


def _variants(document: Document, group: Sequence[str]) -> Iterator[Finding]:
    unique = document.view(words)
    for variant in group:
        if is_known(document, variant) or (variant.endswith("s") and variant[:-1] in unique):
            continue
        if all(_is_entry(document, span) for span in unique[variant].spans):
            continue
        right = next((name for name in group if _is_variant(document, variant, name)), None)
        # What the house has decided, or the gazetteer knows better, is said elsewhere.
        if right is None or is_decided(document, variant) or variant in document.view(misspelt_towns):
            continue
        there = unique[right].spans
        # Of two spellings that nobody knows, neither is offered: both may be wrong.
        sure = is_known(document, right) or len(there) > len(unique[variant].spans)
        for span in unique[variant].spans:
            yield Finding(
                span,
                f"“{variant}” and “{right}” look like one name: use one spelling",
                fix=Fix(f"Write “{right}”", (Edit(span, right),)) if sure else None,
                notes=(Note(there[0], f"“{right}” here"),),
            )


def _is_entry(document: Document, span: Span) -> bool:
    block = block_at(document, span.start)
    return block.kind in ("item", "cell") and len(block.span.of(document.text).split()) <= _ENTRY


def _is_variant(document: Document, variant: str, name: str) -> bool:
    """Whether it is the rarer spelling of the name, or, of two rare ones, the later."""
    if variant == name or not _sound_alike(document, variant, name):
        return False
    unique, found = document.view(words), document.view(names)
    here, there = unique[variant].spans, unique[name].spans
    known = is_known(document, name)
    if len(here) > len(there) or (len(here) == len(there) and not known and here[0] < there[0]):
        return False
    # At the head of a sentence any word has a capital.
    if known and len(there) < 2 and not _is_place(name) and not any(found.inside_sentences(name)):
        return False
    may_be_people = len(variant) < _LONG and not _is_place(name)
    return not (may_be_people and _different_people(document.text, here, there))


def _is_place(name: str) -> bool:
    return name.lower() in lower_case_names()


def _sound_alike(document: Document, variant: str, name: str) -> bool:
    one, other = bare(variant), bare(name)
    if one == other or other.startswith(one) or (one.startswith(other) and one != other + other[-1]):
        return False
    if is_pinyin(one) and is_pinyin(other):
        return False
    if transliteration_key(one) == transliteration_key(other):
        return distance(one, other, _FARTHEST) <= _FARTHEST
    if distance(one, other, 1) > 1:
        return False
    if is_known(document, name) or _is_established(document, variant, name):
        return len(one) >= (_SHORTEST if _is_place(name) else _SHORTEST_BY_VOWEL)
    return len(one) >= _SHORTEST_UNKNOWN_BY_VOWEL and not (is_romaji(one) and is_romaji(other))


def _is_established(document: Document, variant: str, name: str) -> bool:
    unique = document.view(words)
    return len(unique[name].spans) >= _ESTABLISHED * len(unique[variant].spans)


def _different_people(text: str, here: Sequence[Span], there: Sequence[Span]) -> bool:
    """Whether the first names before the spellings differ; or all that stands beside them, wherever something does."""
    here, there = here[:_PLACES_LOOKED_AT], there[:_PLACES_LOOKED_AT]
    before, before_other = ({word for span in spans for word in _before(text, span)} for spans in (here, there))
    if before and before_other and before.isdisjoint(before_other):
        return True
    beside, beside_other = ([{*_before(text, s), *_after(text, s)} for s in spans] for spans in (here, there))
    return all(beside) and all(beside_other) and set().union(*beside).isdisjoint(set().union(*beside_other))


def _before(text: str, span: Span) -> Iterator[str]:
    found = _NEIGHBOUR_BEFORE.search(text[max(0, span.start - 30) : span.start])
    return (word for word in [found[1]] if word.lower().rstrip(".") not in _TITLES) if found else iter(())


def _after(text: str, span: Span) -> Iterator[str]:
    found = _NEIGHBOUR_AFTER.match(text, span.end)
    return (word for word in [found[1]] if word.lower() not in _TITLES) if found else iter(())
