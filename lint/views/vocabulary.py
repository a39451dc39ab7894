"""The different words of a text: by the module in C where there is one and it knows all characters, else by Python."""

from collections.abc import Iterable, Set
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, Protocol

from lint.document import Document
from lint.views import native
from lint.views.alphabet import BYTES, CHARACTERS, in_bytes
from lint.views.lines import stretches
from lint.views.patterns import pattern

if TYPE_CHECKING:
    from lint.views._words import Vocabulary as InC

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


class Vocabulary(Protocol):
    """Different words, in the order in which they came."""

    def __len__(self) -> int: ...

    def __contains__(self, text: object, /) -> bool: ...

    def texts(self) -> tuple[str, ...]:
        """All words; those in C become strings only now."""

    def beyond(self, other: Any, /) -> tuple[str, ...]:
        """The words that another vocabulary, made by the same means, does not hold."""

    def numbered(self, words: Set[str], /) -> list[tuple[int, str]]:
        """Those of some words that are there, each with its number, in order."""

    def add(self, words: Iterable[str], /) -> None:
        """Adds words."""

    def clear(self) -> None:
        """Takes all words out."""


class InPython(dict[str, None]):
    """A vocabulary where there is none in C."""

    def texts(self) -> tuple[str, ...]:
        """All words."""
        return tuple(self)

    def beyond(self, other: Vocabulary, /) -> tuple[str, ...]:
        """The words that another vocabulary does not hold."""
        return tuple(filterfalse(other.__contains__, self))

    def numbered(self, words: Set[str], /) -> list[tuple[int, str]]:
        """Those of some words that are there, each with its number, in order."""
        return [(number, word) for number, word in enumerate(self) if word in words]

    def add(self, words: Iterable[str], /) -> None:
        """Adds words."""
        self.update(dict.fromkeys(words))


def vocabulary(document: Document) -> Vocabulary:
    """The different words of the document, in the order of first appearance."""
    found = document.view(_in_c)
    return _in_python(document) if found is None else found


def no_words() -> Vocabulary:
    """A vocabulary to add words to, of which those of documents are told from."""
    found = native.words.vocabulary("") if native.words else None
    return InPython() if found is None else found


def letters(document: Document) -> Any:
    """The pattern of a word. `re` knows no combining marks, and `regex` takes longer to import than a clean text."""
    text = document.text
    if document.view(_in_c) is not None or text.isascii() or not _MARKS.search(text):
        return _LETTERS
    import regex

    return regex.compile(r"[\p{L}\p{M}]+")


def _in_c(document: Document) -> "InC | None":
    """None where there is no module, or the text holds what may be a mark."""
    return native.words.vocabulary(document.text) if native.words else None


def _in_python(document: Document) -> InPython:
    text, word = document.text, document.view(letters)
    data = document.view(in_bytes) if word is _LETTERS else None
    if data is not None and data.translate(None, _EXACT):
        data = None
    different = InPython()
    for start, end in stretches(text):
        if data is None:
            found = word.findall(text, start, end)
        else:
            found = data[start:end].translate(_SPACED).decode("latin-1").split()
        different.add(found)
    return different
