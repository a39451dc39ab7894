"""A check of the corpus: one half looks at each article, the other at what was found in all of them."""

from collections.abc import Iterator, Sequence

from lint import Corpus, Document, Fix, Mark, Note, Span, check

_KINDS = ("title", "heading")


def _judge(marks: Sequence[Mark], corpus: Corpus, *, articles: int = 2) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    """All marks with one key, from all articles. An article that is a copy of another has no vote of its own."""
    if corpus.votes(marks) < articles:
        return
    first = marks[0]
    for mark in marks[1:]:
        yield mark, "another article has the same headline: change one", (Note(first, "the other one"),)


@check.corpus(severity="warning", judge=_judge, least=2)
def same_headline(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """Two articles with one headline.

    Readers and search engines take them for one article.

    ```bad
    === monday.md
    # Bridge opens

    The bridge over the river is open.
    === tuesday.md
    # ⟦Bridge opens⟧

    Another bridge is open, too.
    ```
    ```good
    === monday.md
    # Bridge opens
    === tuesday.md
    # Second bridge opens
    ```

    - `articles`: how many articles must have the headline.
    """
    for block in document.blocks:
        if block.kind in _KINDS:
            headline = block.span.of(document.text)
            yield headline.casefold(), block.span, None
            return
