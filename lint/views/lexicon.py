"""English words and their frequencies, mapped into memory when the first word is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lint.document import Document

_PACK = Path(__file__).parents[1] / "packs" / "lexicon"
_STEPS = 8


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
