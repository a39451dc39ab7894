"""The words of a document: each different one once, in the order of first appearance, places found on demand."""

from array import array
from collections.abc import Iterator, Set
from dataclasses import field
from typing import Any

from lint.document import Document
from lint.records import dataclass
from lint.span import Span
from lint.views.alphabet import BYTES, CHARACTERS, in_bytes
from lint.views.lines import stretches
from lint.views.patterns import pattern

_LETTERS = pattern(r"[^\W\d_]+")
# Scripts and normal forms in which a word holds marks that are no letters.
_MARKS = pattern("[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0eff\u1dc0-\u1dff]")

# In bytes: letters that stand in their own place, and spaces for all that is no letter.
_SPACED = bytearray(b" " * 256)
_OTHER_LETTERS = bytearray()
for _place, _character in zip(BYTES, CHARACTERS, strict=True):
    if not _character.isalnum() or _character.isdecimal():
        continue
    if ord(_character) == _place:
        _SPACED[_place] = _place
    else:
        _OTHER_LETTERS.append(_place)
_EXACT = bytes(set(range(256)).difference(_OTHER_LETTERS))

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
        self._pattern = _letters(document.text)
        self._different = _texts(document, self._pattern)
        self.texts: tuple[str, ...] = tuple(self._different)
        self._searched: dict[str, tuple[Span, ...]] = {}
        self._index: dict[str, array[int]] | None = None

    def __iter__(self) -> Iterator[Word]:
        return (Word(text, self) for text in self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __contains__(self, text: object) -> bool:
        return text in self._different

    def among(self, names: Set[str]) -> set[str]:
        """Those of the names that the document holds as words; quick, however many names there are."""
        few, many = (names, self._different) if len(names) < len(self._different) else (self._different, names)
        return set(filter(many.__contains__, few))

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
        # Offsets only: spans of all words of a book would fill the memory.
        index = {text: array("Q") for text in self.texts}
        for match in self._pattern.finditer(self._text):
            index[match[0]].append(match.start())
        return index


def _texts(document: Document, word: Any) -> dict[str, None]:
    text, data = document.text, document.view(in_bytes) if word is _LETTERS else None
    if data is not None and data.translate(None, _EXACT):
        data = None
    texts: dict[str, None] = {}
    for start, end in stretches(text):
        if data is None:
            found = word.findall(text, start, end)
        else:
            found = data[start:end].translate(_SPACED).decode("latin-1").split()
        if texts:
            texts.update(dict.fromkeys(found))
        else:
            texts = dict.fromkeys(found)
    return texts


def _letters(text: str) -> Any:
    """The pattern of a word. `re` knows no combining marks, and `regex` takes longer to import than a clean text."""
    if text.isascii() or not _MARKS.search(text):
        return _LETTERS
    import regex

    return regex.compile(r"[\p{L}\p{M}]+")


def words(document: Document) -> Words:
    """The different words of the document."""
    return Words(document)
