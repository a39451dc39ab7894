"""Sentences that end alike: of those alone it pays to ask whether they are the same."""

from collections.abc import Container

from lint.document import Document
from lint.views import native
from lint.views.alphabet import CHARACTERS, encoded

# A sentence that has less letters and digits is of no interest; of a long one so many, at its end, are compared.
_FEWEST, _MOST = 8, 64
_AT_ONCE = 1_000_000

# In bytes: small letters, those beyond ASCII all alike, and stops for all that ends a sentence, or a line.
_LETTERS = (encoded("".join(filter(str.isalnum, CHARACTERS))) or b"")[1:-1]
_SIGNS = bytes(set(range(256)).difference(_LETTERS, b".!?\n"))
_ALIKE = bytes(255 if n > 127 else n for n in range(256)).lower().translate(bytes.maketrans(b"!?\n", b"..."))


class _Anywhere:
    """Where nothing is known of single sentences, each may end like another one."""

    def __contains__(self, place: object) -> bool:
        return True


ANYWHERE = _Anywhere()


def alike_endings(document: Document) -> Container[int]:
    """The places of stops (.!?) behind sentences that may have the same words as another one; empty where none may."""
    text = document.text
    if native.words is not None:
        return frozenset(native.words.endings(text))
    return ANYWHERE if _may_end_alike(text) else ()


def _may_end_alike(text: str) -> bool:
    seen: set[bytes] = set()
    unended = b""
    for start in range(0, len(text), _AT_ONCE):
        data = encoded(text[start : start + _AT_ONCE])
        if data is None:
            return True
        *ended, unended = (unended + data.translate(_ALIKE, _SIGNS)).split(b".")
        ends = [sentence[-_MOST:] for sentence in ended if len(sentence) >= _FEWEST]
        known = len(seen)
        seen.update(ends)
        if len(seen) < known + len(ends):
            return True
    return False
