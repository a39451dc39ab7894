"""The lines of a document that are phrases of the packs in lint/packs/boilerplate."""

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lint.document import Document
from lint.views.patterns import pattern
from lint.views.phrase_packs import ANY, DATE, NUMBER, PACK, PROSE, Phrase
from lint.views.templates import Line, Templates, first_word, is_date_word, is_number, line_of, unjoined

# A line no longer than this is also looked up by its last word.
_SHORT = 120
# The first words and the last one of most lines, without taking the line apart.
_WORD = r"([A-Za-z0-9]+(?:['’.,@][A-Za-z0-9]+|-[A-Za-z]+)*)"
_NEXT = rf"[,;.…”’)]?\s[\"“‘(]?{_WORD}"
_OPENING = pattern(rf"[\"“‘'(\[]{{0,2}}{_WORD}{_NEXT}{_NEXT}(?=[\s,;:!?…”\")]|\.(?!\w)|\Z)")
_LAST = pattern(r"\s([A-Za-z]+)[.!?…,;”\"’')\]]{0,4}\Z")
_LONGEST_LAST = 30
_PATH_SIGNS = frozenset("»›>→/|")
# The way from the front page to this one: Home » News » World.
_BREADCRUMBS = pattern(
    r"(?:Home|Homepage|Start|Startseite|Accueil|Inicio|Início|Strona główna|Главная|Головна)"
    r"(?: ?[»›>→/|][^.!?»›>→/|\n]{2,60}){1,5}",
    needs=lambda line, *_: not _PATH_SIGNS.isdisjoint(line),
)


class _Index(NamedTuple):
    """The first and the last words of lines that a template may fit, and how such lines begin."""

    first: frozenset[str]
    openings: frozenset[str]
    last: frozenset[str]


class _Templates(NamedTuple):
    """The templates, and the numbers of those that a line's first or last word leads to."""

    templates: Sequence[tuple[str, str, str]]
    first: Mapping[str, Sequence[int]]
    last: Mapping[str, Sequence[int]]


def phrases(document: Document) -> dict[int, tuple[Phrase, ...]]:
    """What the packs say of the blocks of a document, by the number of the block."""
    text = document.text
    found: dict[int, tuple[Phrase, ...]] = {}
    for number, block in enumerate(document.blocks):
        said = phrases_of(text[block.start : block.end])
        if said:
            found[number] = said
    return found


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """What the packs say of one line; nothing of a line that begins as a quotation."""
    if _BREADCRUMBS.fullmatch(text):
        # Templates know no signs between words.
        return (Phrase("menus", "sure"),)
    return _phrases_of(text) if _may_be_phrase(text) else ()


def _may_be_phrase(text: str) -> bool:
    """Whether a template may fit. Most lines are prose: their first words and their last one decide that none does."""
    plain = _OPENING.match(text)
    if plain is None:
        first = first_word(text[:_SHORT])
        begins = first in _index().first or is_date_word(first)
    else:
        begins = _opens(*plain.groups())
    if begins:
        return True
    if len(text) > _SHORT:
        return False
    last = _LAST.search(text, max(0, len(text) - _LONGEST_LAST))
    return last is None or last[1].lower() in _index().last or unjoined(text) != text


@lru_cache(maxsize=4096)
def _opens(*words: str) -> bool:
    """Whether a template may begin with these words."""
    first, second, third = (word.lower().replace("’", "'") for word in words)
    index = _index()
    if is_date_word(first) and (first not in PROSE or is_date_word(second) or f"{DATE} {second}" in index.openings):
        return True
    if first not in PROSE or first not in index.first:
        return first in index.first
    return not index.openings.isdisjoint((f"{first} {ANY}", f"{first} {second} {ANY}", f"{first} {second} {third}"))


@lru_cache(maxsize=4096)
def _phrases_of(text: str) -> tuple[Phrase, ...]:
    if _is_code(text):
        return ()
    found = _matches(line_of(text))
    if not found and (apart := unjoined(text)) != text:
        found = _matches(line_of(apart))
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.family, phrase.strength)))


def _is_code(text: str) -> bool:
    return any(sign in text for sign in "{}=\\`")


def _matches(line: Line) -> tuple[Phrase, ...]:
    words = [token.key for token in line.tokens if token.key not in (":", "|")]
    if not words or line.quoted:
        return ()
    index = _index()
    found: tuple[Phrase, ...] = ()
    if words[0] in index.first:
        found += _by_first(words[0]).match(line)
    if is_number(words[0]) and NUMBER in index.first:
        found += _by_first(NUMBER).match(line)
    if is_date_word(words[0]) and DATE in index.first:
        found += _by_first(DATE).match(line)
    if words[-1] in index.last:
        found += _by_last(words[-1]).match(line)
    return found


@cache
def _index() -> _Index:
    """Made from the packs by scripts/build_phrases.py: to take a thousand templates apart takes longer than a run."""
    made = json.loads((PACK / "index.json").read_bytes())
    return _Index(**{name: frozenset(words) for name, words in made.items()})


@cache
def _templates() -> _Templates:
    """Made with the index, but six times as long: few articles hold a line that one of them may fit."""
    return _Templates(**json.loads((PACK / "templates.json").read_bytes()))


@cache
def _by_first(word: str) -> Templates[Phrase]:
    return _compiled(_templates().first[word])


@cache
def _by_last(word: str) -> Templates[Phrase]:
    return _compiled(_templates().last[word])


def _compiled(numbers: Sequence[int]) -> Templates[Phrase]:
    """These templates as a network."""
    chosen = (_templates().templates[number] for number in numbers)
    return Templates((template, Phrase(family, strength)) for template, family, strength in chosen)
