"""English words and their frequencies, mapped into memory when the first word is looked up."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lint.document import Document
from lint.records import dataclass

_PACK = Path(__file__).parents[1] / "packs" / "lexicon"
_STEPS = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = ("s", "es", "ed", "er", "ers", "or", "ors", "ing", "ings", "able", "ness", "ism", "ist", "ists")


@dataclass(frozen=True)
class Lexicon:
    """The words of English and those of the house, all in lower case."""

    house: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        return word in _trie() or word in self.house

    def frequency(self, word: str) -> float | None:
        """The binary logarithm of how often a word was counted in a large corpus of subtitles.

        0 for words that are known but were not counted, 26 for “the”; None for what is no word.
        """
        number: int | None = _trie().get(word)
        if number is None:
            return 0.0 if word in self.house else None
        return _levels()[number] / _STEPS

    def beginnings(self, word: str) -> Iterator[str]:
        """The words with which a word begins, the shortest first."""
        yield from _trie().prefixes(word)

    def derives(self, word: str) -> bool:
        """Whether an unknown word is a known one with a regular ending, as “formatters” is of “format”."""
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) >= len(ending) + 4:
                stem = word[: -len(ending)]
                doubled = stem[-1] == stem[-2] and stem[-3] in "aeiou" and stem[-4] not in "aeiou" and stem[:-1] in self
                if doubled or stem in self or (ending[0] in "aei" and stem + "e" in self):
                    return True
                if stem[-1] == "i" and stem[:-1] + "y" in self:
                    return True
        return False

    def slips(self, word: str) -> Iterator[str]:
        """The known words of which this is a misspelling by one letter: left out, too much, wrong or out of order.

        The first letter is taken to be right, as it is in most misspellings. Some hundred look-ups, a tenth of a
        millisecond: for what is about to be reported, not for each unknown word.
        """
        cuts = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
        tries = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
        tries |= {head + tail[1:] for head, tail in cuts if tail}
        for letter in _LETTERS:
            tries |= {head + letter + tail for head, tail in cuts}
            tries |= {head + letter + tail[1:] for head, tail in cuts if tail}
        yield from sorted(candidate for candidate in tries if candidate in self)


def is_english(word: str) -> bool:
    """Whether English knows a word, in lower case; the house has no say."""
    return word in _trie()


def known_among(words: Iterable[str]) -> Iterator[str]:
    """Those of some words, in lower case, that English knows; faster than one question after the other."""
    return filter(_trie().__contains__, words)


def lexicon(document: Document) -> Lexicon:
    """The lexicon with the words that the house declares right."""
    return Lexicon(frozenset(word.lower() for word in document.settings.words))


@cache
def _trie() -> Any:
    import marisa_trie

    trie = marisa_trie.Trie()
    trie.mmap(str(_PACK / "en.marisa"))
    return trie


@cache
def _levels() -> bytes:
    return (_PACK / "en.levels").read_bytes()
