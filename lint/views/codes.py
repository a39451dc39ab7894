"""The words of a document as one row of codes: what stands in it twice is found without looking at words."""

from array import array
from collections.abc import Iterable

from lint.document import Document
from lint.views.alphabet import BYTES, CHARACTERS, in_bytes
from lint.views.lines import stretches
from lint.views.patterns import pattern

# Letters and digits, with apostrophes and hyphens inside.
WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
# The bytes of a code.
CODE = 2

# In bytes: small letters, those beyond ASCII all alike, digits, both apostrophes alike, hyphens; all else is a space.
_JOINTS = {"'": b"'", "’": b"'", "-": b"-"}
_WORDS = bytearray(b" " * 256)
for _place, _character in zip(BYTES, CHARACTERS, strict=True):
    if _character.isalnum():
        _WORDS[_place] = ord(_character.lower()) if _character.isascii() else 255
    elif _character in _JOINTS:
        _WORDS[_place] = ord(_JOINTS[_character])
# Two of them part words.
_PARTING = (b"--", b"''", b"-'", b"'-")


def codes(document: Document) -> bytes:
    """Two bytes for each word, the same for words that differ in nothing but case.

    Other words seldom have the same ones, but they may. Places are left out: they would take ten times the memory of a
    book.
    """
    text, data = document.text, document.view(in_bytes)
    if data is None:
        return b"".join(_codes(map(str.lower, WORD.findall(text, *bounds))) for bounds in stretches(text))
    return b"".join(_codes(_words(data[start:end])) for start, end in stretches(text))


def _words(data: bytes) -> list[bytes]:
    data = data.translate(_WORDS)
    for pair in _PARTING:
        if pair in data:
            data = data.replace(pair, b"  ")
    return data.translate(None, b"'-").split()


def _codes(words: Iterable[str | bytes]) -> bytes:
    hashes = memoryview(array("q", map(hash, words)))
    return hashes.cast("B").cast("H")[:: hashes.itemsize // CODE].tobytes()
