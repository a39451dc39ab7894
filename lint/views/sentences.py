"""The sentences of a document, block by block."""

from collections.abc import Iterator
from itertools import pairwise

from lint.document import Document
from lint.span import Span
from lint.views.patterns import pattern

# The end of a sentence, what closes behind it, and the space before the next one.
_END = pattern(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]{0,3}[^\W_])")
_LAST_WORD = pattern(r"[^\s(\[\"'“‘«]{1,20}\Z")
# Behind these a stop ends no sentence; so it is behind single capitals and shortened words with stops inside.
_SHORTENED = frozenset(
    "adm al approx apr aug ave brig capt cf cmdr co col corp dec dept dr eds eg est etc feb fig gen gov govt hon ie "
    "inc jan jr jul jun lt ltd maj mr mrs ms mt nov oct pp prof rep rev sept sgt sr st supt univ vol vs".split()
)


def sentences(document: Document) -> tuple[Span, ...]:
    """Where each sentence stands, in order. None reaches beyond its block; a block without a stop is one sentence."""
    return tuple(span for block in document.blocks for span in _split(document.text, block.start, block.end))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    ends = _END.finditer(text, start, end)
    cuts = [match.end() for match in ends if not _goes_on(text, start, match.start(), match.end())]
    for left, right in pairwise((start, *cuts, end)):
        if length := len(text[left:right].rstrip()):
            yield Span(left, left + length)


def _goes_on(text: str, start: int, stop: int, then: int) -> bool:
    if text[then].islower():
        return True
    word = _LAST_WORD.search(text, max(start, stop - 20), stop)
    if text[stop] != "." or word is None:
        return False
    plain = word[0].lower()
    return plain in _SHORTENED or "." in plain or (len(plain) == 1 and plain.isalpha() and word[0] != "I")
