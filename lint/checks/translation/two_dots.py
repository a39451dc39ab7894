"""Two dots where one or three belong."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import sought
from lint.views.scanning import matches

# Behind a word or what closes one; not in paths, ranges of code and longer rows of dots.
_DOTS = sought(r"\.(?:(?<=[^\W\d_]{2}\.)|(?<=[^\W_][)\]”’\"'»]\.))\.(?=\s|\Z)(?! ?\.)")


@check(severity="info", literals=("..",))
def two_dots(document: Document) -> Iterator[Finding]:
    """Two dots at the end of a word, where one or three belong.

    A full stop too many, or an ellipsis with a dot too few: only an editor can say which, so the fix, one full stop, is
    offered only. Hidden by default: people type this as often as programs do, and nobody misreads it.

    Leaves alone ellipses, dots with a space between (see doubled-stops), paths, ranges such as a..z, and numbers.

    ```bad
    She waited for an answer⟦..⟧ It came in June.
    ```
    ```fixed
    She waited for an answer. It came in June.
    ```
    ```good
    Wait... what? See ../lane, from a..z, and so on.
    ```
    """
    for found in matches(document, _DOTS):
        span = Span(found.start(), found.end())
        yield Finding(
            span, "two dots stand here: one is enough, or three are meant", fix=Fix("Leave one", (Edit(span, "."),))
        )
