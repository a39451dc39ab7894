"""Credits of photographers, agencies and sources."""

from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.leftovers import leftovers, leftovers_of


@check(severity="info", view=leftovers)
def credits(document: Document) -> Iterator[Finding]:
    """A credit that stands as a line of the text: “Photo: Ada Berg”, “Reporting by …; Editing by …”, “Source: Reuters”.

    Photo credits, agency lines and sources are part of the page rather than of the article, but an editor may
    have to keep them, or to move them to where they belong. So they are reported only on request (`info`), and
    never removed.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 61 lines found, 16 of the article's own reported.

    ```bad
    ⟦PHOTO ADA BERG, AGENCE FRANCE-PRESSE⟧
    ```
    ```bad
    ⟦Reporting by Ada Berg; Editing by Tom Hill⟧
    ```
    ```good
    Source code was published.
    ```
    ```good
    Written by candlelight, the letter is hard to read.
    ```
    """
    for found in leftovers_of(document, "credits"):
        message = "this credit stands in the text as a line of its own: keep it only where the credit is due"
        yield Finding(found.span, message)
