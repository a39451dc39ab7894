"""The words of a document: each different one once, in the order of first appearance, places found on demand."""

from array import array
from collections.abc import Iterator, Set
from dataclasses import field
from functools import cached_property

from lint.document import Document
from lint.records import dataclass
from lint.span import Span
from lint.views.vocabulary import letters, vocabulary

# So many words are searched for one by one; beyond that, one pass over the text finds the places of all.
_SINGLE_SEARCHES = 24


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, and all the places where the document holds it."""

    text: str
    _words: "Words" = field(repr=False, compare=False)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the word, in order; found when first asked for."""
        return self._words.places(self.text)


class Words:
    """The different words of a text, a word being an unbroken run of letters with their combining marks.

    `texts` holds them as they are written, in the order of first appearance. Looking through `texts` is cheap; places
    cost a search, so ask for `words[text].spans` only where something was found.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._pattern = document.view(letters)
        self._different = document.view(vocabulary)
        self._searched: dict[str, tuple[Span, ...]] = {}
        self._index: dict[str, array[int]] | None = None

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words as they are written, in the order of first appearance."""
        return self._different.texts()

    def __iter__(self) -> Iterator[Word]:
        return (Word(text, self) for text in self.texts)

    def __len__(self) -> int:
        return len(self._different)

    def __contains__(self, text: object) -> bool:
        return text in self._different

    def among(self, names: Set[str]) -> set[str]:
        """Those of the names that the document holds as words; quick, however many names there are."""
        if len(names) < len(self._different):
            return set(filter(self._different.__contains__, names))
        return set(filter(names.__contains__, self.texts))

    def __getitem__(self, text: str) -> Word:
        if text not in self._different:
            raise KeyError(text)
        return Word(text, self)

    def places(self, text: str) -> tuple[Span, ...]:
        """Where a word stands; empty for a word that the text does not hold."""
        if text not in self._different:
            return ()
        if text not in self._searched:
            if self._index is None and len(self._searched) >= _SINGLE_SEARCHES:
                self._index = self._indexed()
            if self._index is None:
                self._searched[text] = self._search(text)
            else:
                self._searched[text] = tuple(Span(start, start + len(text)) for start in self._index[text])
        return self._searched[text]

    def _search(self, text: str) -> tuple[Span, ...]:
        found = []
        start = self._text.find(text)
        while start >= 0:
            end = start + len(text)
            before, after = self._text[start - 1 : start] if start else "", self._text[end : end + 1]
            if not self._pattern.match(before) and not self._pattern.match(after):
                found.append(Span(start, end))
            start = self._text.find(text, end)
        return tuple(found)

    def _indexed(self) -> "dict[str, array[int]]":
        # Offsets only, in four bytes where they fit: spans of all words of a book would fill the memory.
        small = len(self._text) < 1 << 8 * array("I").itemsize
        index = {text: array("I" if small else "Q") for text in self.texts}
        for match in self._pattern.finditer(self._text):
            index[match[0]].append(match.start())
        return index


def words(document: Document) -> Words:
    """The different words of the document."""
    return Words(document)
