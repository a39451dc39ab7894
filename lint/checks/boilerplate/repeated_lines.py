"""Lines that stand in several articles of one repository."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lint import Corpus, Document, Edit, Fix, Mark, Note, Span, check
from lint.views.leftovers import removal
from lint.views.recurring import comparable_lines

_PLACES_SHOWN = 3
_NAMELESS = ("index", "_index", "readme")


def _judge(
    marks: Sequence[Mark],
    corpus: Corpus,
    *,
    documents: int = 3,
    documents_long: int = 5,
    long_words: int = 10,
    share: float = 0.002,
) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    words = int(marks[0].key.partition("-")[0])
    fewest = max(documents_long if words >= long_words else documents, share * corpus.documents)
    # Translations of one article share what was not translated: they have one vote, too.
    if len({_article(mark.path) for mark in marks}) < fewest or corpus.votes(marks) < fewest:
        return
    inside = sorted(marks, key=lambda mark: (mark.path, mark.start))
    paths = {mark.path for mark in inside}
    for mark in inside:
        elsewhere = islice((other for other in inside if other.path != mark.path), _PLACES_SHOWN)
        others = len(paths) - 1
        message = f"this line stands in {others} other articles as well: it seems to belong to the page, take it out"
        yield mark, message, tuple(Note(other, "the same line") for other in elsewhere)


def _article(path: str) -> str:
    """What names the article in a path: “report” in “fr/report.md”, “report.fr.md” and “report/index.md”."""
    *folders, name = path.replace("\\", "/").split("/")
    stem = name.partition(".")[0].casefold()
    return folders[-1].casefold() if stem in _NAMELESS and folders else stem


@check.corpus(severity="warning", judge=_judge, least=2)
def repeated_lines(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """A line that stands in several articles of the repository: a footer, a notice, an invitation of the site.

    What many articles share belongs to none of them. Lines are the same where they differ in case, punctuation or
    figures only. Articles that nearly repeat one another, such as syndicated copies, count as one, or they would
    flag their own sentences. Headings, list items, tables, code, dates and lines of fewer than three words are left
    alone. The notes name other articles that hold the line.

    Measured on what extractors leave of pages (set leftover, 1,101 extracts, checked in parts of 200): 298 lines
    found, 7 reported that the labels count as text, all of them links or notices of a site (precision .977). Where the
    articles are manuals, sentences recur on purpose: switch the check off there.

    ```bad
    === one.txt
    The bakery on Mill Street opens at six every morning, and by five the queue is long.
    ⟦The Harbour Post belongs to the Island Press⟧
    === two.txt
    A storm took the roof of the boathouse during the night, and nobody on the pier was hurt.
    ⟦The Harbour Post belongs to the Island Press⟧
    === three.txt
    The council put off its vote on the new ferry line until the autumn, as both sides had asked.
    ⟦The Harbour Post belongs to the Island Press⟧
    ```
    ```good
    === one.txt
    The bakery on Mill Street opens at six every morning, and by five the queue is long.
    The Harbour Post belongs to the Island Press
    === two.txt
    A storm took the roof of the boathouse during the night, and nobody on the pier was hurt.
    The Harbour Post belongs to the Island Press
    ```
    - `documents`: articles that must hold the line; near-copies count as one.
    - `documents_long`: articles that must hold a line of `long_words` words or more.
    - `long_words`: words from which on a line may be a quotation that several articles share.
    - `share`: the part of all articles that must hold the line, in large repositories.
    """
    for line in document.view(comparable_lines):
        fix = Fix("Remove the line", (Edit(removal(document, line.span), ""),))
        yield line.key, line.span, fix
