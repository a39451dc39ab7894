"""The lines of a document that are phrases of the packs in lint/packs/boilerplate."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from lint.document import Document
from lint.views.phrase_packs import DATE, NUMBER, PACK, Phrase
from lint.views.templates import Line, Templates, first_word, is_date_word, is_number, line_of, unjoined

# A line no longer than this is also looked up by its last word.
_SHORT = 120


@dataclass(frozen=True, slots=True)
class _Index:
    """The templates, and the numbers of those by which a line's first or last word is found."""

    templates: Sequence[tuple[str, str, str]]
    first: Mapping[str, Sequence[int]]
    last: Mapping[str, Sequence[int]]

    def compiled(self, numbers: Sequence[int]) -> Templates[Phrase]:
        """These templates as a network."""
        chosen = (self.templates[number] for number in numbers)
        return Templates((template, Phrase(family, strength)) for template, family, strength in chosen)


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
    if len(text) > _SHORT:
        # Most lines are prose: their first word decides that no template fits.
        word = first_word(text[:_SHORT])
        if word not in _index().first and not is_date_word(word):
            return ()
    return _phrases_of(text)


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
    return _Index(**json.loads((PACK / "index.json").read_text(encoding="utf-8")))


@cache
def _by_first(word: str) -> Templates[Phrase]:
    return _index().compiled(_index().first[word])


@cache
def _by_last(word: str) -> Templates[Phrase]:
    return _index().compiled(_index().last[word])
