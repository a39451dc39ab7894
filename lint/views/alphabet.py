"""Texts as bytes, one for each character, for a scanner that knows nothing of Unicode.

Latin-1 stands as it is, the other characters of Western prose in the places of its control characters. A byte may
stand for several characters: who asks for one of them is told of all. Texts with other characters have no such form.
"""

from lint.document import Document

# No character: stands before the beginning and behind the end of each text.
EDGE = 0

# The places of control characters, and what else stands there: a group for each.
_FREE = (*range(0x01, 0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))
_GROUPS = (
    *"‘’“”„‚–—…•€™‹›−′″‐‑",
    "\u202f\u2007\u2009\u200a\u2002\u2003",
    "\u200b\u200c\u200d\u2060\ufeff",
    "\ufdd0",
    "".join(c for c in map(chr, range(0x100, 0x180)) if c.islower() and c not in "ŉſ"),
    "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper() and c != "İ"),
    "șțǎǐǒǔ",
    "ȘȚ",
)
_BYTE_OF = {c: place for place, group in zip(reversed(_FREE), _GROUPS, strict=False) for c in group}
_SUBSTITUTES = {c: chr(place) for c, place in _BYTE_OF.items()}

# All characters that have a byte, and their bytes at the same places.
CHARACTERS = "".join(map(chr, range(1, 0x100))) + "".join(_BYTE_OF)
BYTES = bytes((*range(1, 0x100), *_BYTE_OF.values()))


def encoded(text: str) -> bytes | None:
    """The text in bytes, between edges; None where a character has none."""
    if "\0" in text:
        return None
    while True:
        try:
            return b"\0%b\0" % text.encode("latin-1")
        except UnicodeEncodeError as error:
            foreign = text[error.start]
            if foreign not in _SUBSTITUTES:
                return None
            text = text.replace(foreign, _SUBSTITUTES[foreign])


def in_bytes(document: Document) -> bytes | None:
    """The text of the document in bytes, each at the place of its character; None where a character has none."""
    data = encoded(document.text)
    return None if data is None else data[1:-1]
