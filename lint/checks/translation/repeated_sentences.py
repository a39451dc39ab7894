"""Sentences that an article holds twice."""

import re
from collections import Counter
from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.alphabet import CHARACTERS, encoded
from lint.views.patterns import pattern

_SENTENCE = pattern(r"[^.!?\s][^.!?\n]{39,600}[.!?][”\"’)]{0,2}")
_WORD = pattern(r"[^\W_]+")
_FEWEST_WORDS = 8
# Among so many characters there are surely so many letters or digits, unless most of them are signs.
_BEGINNING, _FEWEST_LETTERS = 24, 8


@check(severity="info")
def repeated_sentences(document: Document) -> Iterator[Finding]:
    """A sentence of eight words or more that stands in the article twice.

    It was pasted twice, or moved and not deleted in its old place; live blogs repeat their own news. The second one is
    reported, with a note on the first. Sentences that follow one another in both places are one finding. Which of the
    two is to go, only an editor can say.

    Hidden by default: 34 reports in 400,000 words of clean prose, most of them summaries, questions asked again and
    quotations set large beside the text, which are repeated on purpose. Left alone are shorter sentences; captions and
    headlines belong to the checks of boilerplate.

    ```bad
    The bridge over the lower harbour was closed for the whole of Monday. Nobody said why.
    ⟦The bridge over the lower harbour was closed for the whole of Monday.⟧ Boats went on.
    ```
    ```good
    We never gave up. We never gave up. We never gave up.
    ```
    """
    if not _may_hold_one_twice(document.text):
        return
    sentences = list(_SENTENCE.finditer(document.text))
    beginnings = Counter(map(_beginning, sentences))
    if len(beginnings) == len(sentences):
        return
    first: dict[str, tuple[int, Span]] = {}
    pending: tuple[Span, Span] | None = None
    last, count = -2, 0
    for number, found in enumerate(sentences):
        if beginnings[_beginning(found)] == 1:
            # Hardly any sentence begins like another one; only then all of it is compared.
            if found[0].count(" ") + 1 < _FEWEST_WORDS:
                continue
            if pending:
                yield _finding(*pending, count)
                pending = None
            last = -2
            continue
        span = Span(found.start(), found.end())
        key = " ".join(_WORD.findall(found[0].lower()))
        if key.count(" ") + 1 < _FEWEST_WORDS:
            continue
        earlier = first.setdefault(key, (number, span))
        again = earlier[1] != span
        if pending and again and earlier[0] == last + 1:
            pending, count = (Span(pending[0].start, span.end), pending[1]), count + 1
        else:
            if pending:
                yield _finding(*pending, count)
            pending, count = ((span, earlier[1]), 1) if again else (None, 0)
        last = earlier[0] if again else -2
    if pending:
        yield _finding(*pending, count)


# In bytes: small letters, those beyond ASCII all alike, and stops for all that ends a sentence, or a line.
_LETTERS = (encoded("".join(filter(str.isalnum, CHARACTERS))) or b"")[1:-1]
_SIGNS = bytes(set(range(256)).difference(_LETTERS, b".!?\n"))
_ALIKE = bytes(255 if n > 127 else n for n in range(256)).lower().translate(bytes.maketrans(b"!?\n", b"..."))
_AT_ONCE = 1_000_000
# Of a longer sentence so many letters at its end are compared: a glance may take two sentences for one.
_MOST_COMPARED = 64


def _may_hold_one_twice(text: str) -> bool:
    """Whether two sentences may have the same words: a glance that spares most articles a search."""
    seen: set[bytes] = set()
    unended = b""
    for start in range(0, len(text), _AT_ONCE):
        data = encoded(text[start : start + _AT_ONCE])
        if data is None:
            return True
        *ended, unended = (unended + data.translate(_ALIKE, _SIGNS)).split(b".")
        ends = [sentence[-_MOST_COMPARED:] for sentence in ended if len(sentence) >= _FEWEST_WORDS]
        known = len(seen)
        seen.update(ends)
        if len(seen) < known + len(ends):
            return True
    return False


def _beginning(sentence: re.Match[str]) -> str:
    """Its first letters: sentences with the same words have the same ones."""
    return "".join(filter(str.isalnum, sentence[0][:_BEGINNING].lower()))[:_FEWEST_LETTERS]


def _finding(span: Span, earlier: Span, count: int) -> Finding:
    what = "this sentence stands" if count == 1 else f"these {count} sentences stand"
    return Finding(span, f"{what} in the article twice: keep one", notes=(Note(earlier, "here first"),))
