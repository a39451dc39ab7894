"""The words of a document in a row, as they are compared with one another."""

from collections.abc import Iterator
from typing import TypeAlias

from lint.document import Document
from lint.views.alphabet import BYTES, CHARACTERS, in_bytes
from lint.views.lines import stretches
from lint.views.patterns import pattern

# What may stand inside words.
JOINTS = "'’-"
# Letters and digits, with apostrophes and hyphens inside.
WORD = pattern(rf"[^\W_]+(?:[{JOINTS}][^\W_]+)*")

# In bytes: small letters, those beyond ASCII all alike, digits, one sign for apostrophes and hyphens; all else is a
# space.
_JOINT = b"-"
_WORDS = bytearray(b" " * 256)
for _place, _character in zip(BYTES, CHARACTERS, strict=True):
    if _character.isalnum():
        _WORDS[_place] = ord(_character.lower()) if _character.isascii() else 255
    elif _character in JOINTS:
        _WORDS[_place] = ord(_JOINT)

# Characters in whose places others stand that are no spaces here: a text that holds one is not read in bytes.
_TAKEN = {chr(place) for place, c in zip(BYTES, CHARACTERS, strict=True) if chr(place) != c and _WORDS[place] != 32}

# What words are compared by, in order.
Row: TypeAlias = list[str] | list[bytes]


def word_rows(document: Document) -> Iterator[Row]:
    """The words that WORD finds, in lower case, a list for each stretch of the text.

    Words that differ in apostrophes and hyphens, or in letters beyond ASCII, may look the same here. Places are left
    out: they would take ten times the memory of a book.
    """
    text, data = document.text, document.view(in_bytes)
    if data is not None and any(map(text.__contains__, _TAKEN)):
        data = None
    for start, end in stretches(text):
        yield _words(data[start:end]) if data is not None else list(map(str.lower, WORD.findall(text, start, end)))


def _words(data: bytes) -> list[bytes]:
    data = data.translate(_WORDS)
    # Two of them part words.
    if _JOINT * 2 in data:
        data = data.replace(_JOINT * 2, b"  ")
    return data.translate(None, _JOINT).split()
