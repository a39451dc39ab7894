"""Sentences that an article holds twice."""

from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.endings import alike_endings
from lint.views.patterns import pattern

_SENTENCE = pattern(r"[^.!?\s][^.!?\n]{39,600}([.!?])[”\"’)]{0,2}")
_WORD = pattern(r"[^\W_]+")
_FEWEST_WORDS = 8


@check(severity="info", view=alike_endings)
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
    alike = document.view(alike_endings)
    first: dict[str, tuple[int, Span]] = {}
    pending: tuple[Span, Span] | None = None
    last, count = -2, 0
    for number, found in enumerate(_SENTENCE.finditer(document.text)):
        if found.start(1) not in alike:
            # Hardly any sentence ends like another one; only then all of it is compared.
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


def _finding(span: Span, earlier: Span, count: int) -> Finding:
    what = "this sentence stands" if count == 1 else f"these {count} sentences stand"
    return Finding(span, f"{what} in the article twice: keep one", notes=(Note(earlier, "here first"),))
