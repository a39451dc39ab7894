"""The words of a document that can tell anything: few, and all that checks of spelling and of names need to look at."""

from collections.abc import Set
from functools import cache
from itertools import filterfalse

from lint.document import Document
from lint.views.lexicon import known_among, lexicon
from lint.views.places import compound_names, homographs, lower_case_names
from lint.views.vocabulary import no_words, vocabulary

# Articles share most of their words, and to look one up takes longer than all else: each is looked up once.
_PLAIN = no_words()
_STRANGE: set[str] = set()
_MOST_REMEMBERED = 200_000


def telling_words(document: Document) -> tuple[str, ...]:
    """The different words but those in lower case that the lexicon knows and that are no names, in order of appearance.

    The house has no say: its words may be among them or not.
    """
    met = document.view(vocabulary).beyond(_PLAIN)
    plain = _english([word for word in met if word.islower()]) - small_names()
    if not plain:
        return met
    if len(_PLAIN) > _MOST_REMEMBERED:
        _PLAIN.clear()
    _PLAIN.add(plain)
    return tuple(filterfalse(plain.__contains__, met))


def _english(words: list[str]) -> set[str]:
    """Those of some words in lower case that the lexicon knows."""
    new = list(filterfalse(_STRANGE.__contains__, words))
    found = set(known_among(new))
    if len(_STRANGE) > _MOST_REMEMBERED:
        _STRANGE.clear()
    _STRANGE.update(filterfalse(found.__contains__, new))
    return found


def unknown_words(document: Document) -> tuple[str, ...]:
    """The different words in lower case that neither the lexicon nor the house knows, in order of appearance."""
    house = document.view(lexicon).house
    small = [word for word in document.view(telling_words) if word.islower()]
    known = _english(small)
    return tuple(word for word in small if word not in known and word not in house)


def telling_among(document: Document, names: Set[str]) -> set[str]:
    """Those of the names that the document holds as words; names have a capital, or are `small_names`."""
    return set(filter(names.__contains__, document.view(telling_words)))


@cache
def small_names() -> frozenset[str]:
    """The names of the lists in lower case: none of them is plain, though the lexicon may know it."""
    return lower_case_names().union(homographs(), compound_names())
