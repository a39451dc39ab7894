"""The names of a document: words with a capital, how often they stand, and whether a sentence began with them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from itertools import filterfalse

from lint.document import Document
from lint.records import dataclass
from lint.span import Span
from lint.views.lexicon import is_english, lexicon
from lint.views.patterns import pattern
from lint.views.places import compound_names, lower_case_names
from lint.views.telling import telling_words
from lint.views.words import Words, words

# Shorter ones are initials, particles and abbreviations.
SHORTEST_NAME = 4
_BEFORE_NAMES = frozenset(",;’")
_LAST_WORD = pattern(r"[^\W_]+(?=[ \u00a0]\Z)")
_LONGEST_WORD = 40
_NEXT_NAME = pattern(r"[ \u00a0][^\Wa-z\d_]")


@dataclass(frozen=True, slots=True)
class Names:
    """The capitalised words of a text, each once, in the order of first appearance.

    `alone` are those that the text never writes small, `also_small` the others.
    """

    texts: tuple[str, ...]
    alone: tuple[str, ...]
    also_small: tuple[str, ...]
    _words: Words = field(repr=False)
    _text: str = field(repr=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def spans(self, name: str) -> tuple[Span, ...]:
        """The places of a name, in order."""
        return self._words.places(name)

    def inside_sentences(self, name: str) -> Iterator[Span]:
        """Its places where the capital is not owed to a sentence's beginning: after a word or a comma."""
        for span in self.spans(name):
            before = self._text[max(0, span.start - 2) : span.start]
            if len(before) == 2 and before[1] in " \u00a0" and (before[0].isalnum() or before[0] in _BEFORE_NAMES):
                yield span

    def by_themselves(self, name: str) -> Iterator[Span]:
        """Its places inside sentences that are no part of a longer name: “Analytics”, not “Google Analytics”."""
        for span in self.inside_sentences(name):
            earlier = _LAST_WORD.search(self._text, max(0, span.start - _LONGEST_WORD), span.start)
            if not (earlier and earlier[0][0].isupper()) and not _NEXT_NAME.match(self._text, span.end):
                yield span


def names(document: Document) -> Names:
    """Words of four letters and more that begin with a capital and are not all capitals."""
    unique = document.view(words)
    found = tuple(filter(_is_name, document.view(telling_words)))
    also_small = tuple(name for name in found if name.lower() in unique)
    alone = tuple(filterfalse(frozenset(also_small).__contains__, found))
    return Names(found, alone, also_small, unique, document.text)


def house_names(document: Document) -> Mapping[str, str]:
    """The names of one word that the house has declared, by their lower-case forms."""
    settings = document.settings
    declared = [right for right, _ in settings.house] + sorted(settings.words)
    return {name.lower(): name for name in declared if name[:1].isupper() and name.isalpha() and not name.isupper()}


def is_known(document: Document, name: str) -> bool:
    """Whether the name is a word of the lexicon, a place, or a word of the house."""
    return not any(unknown_among(document, (name,)))


def unknown_among(document: Document, names: Iterable[str]) -> Iterator[str]:
    """Those of some names that are no words of the lexicon, no places, and no words of the house."""
    strange = list(filterfalse(_is_listed, names))
    if not strange:
        return iter(())
    declared, house = document.view(house_names), document.view(lexicon).house
    return (name for name in strange if (small := name.lower()) not in declared and small not in house)


# Articles share most of their names.
@lru_cache(maxsize=1 << 15)
def _is_name(text: str) -> bool:
    return len(text) >= SHORTEST_NAME and text[0].isupper() and not text.isupper()


@lru_cache(maxsize=1 << 15)
def _is_listed(name: str) -> bool:
    small = name.lower()
    return small in lower_case_names() or small in compound_names() or is_english(small)
