"""Quotation marks that quote nothing."""

from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.quotes import is_stray, unsound_quotes


@check(severity="info", languages=("en",), literals=("“", "”", "‘‘", "’’"), view=unsound_quotes)
def stray_quotes(document: Document) -> Iterator[Finding]:
    """A quotation mark at the end of a paragraph that quotes nothing.

    It was typed once more behind a quotation that had been closed already, or is what is left of one that was taken
    out. Hidden by default: it misleads nobody. There is no fix, because the quotation before it may have been meant to
    end here.

    Leaves alone marks that close a quotation, in this paragraph or from those above, and straight marks.

    ```bad
    All was said.
    “We waited until it was dark,” she said. “Then we left.” ⟦“⟧
    There was no more to say.
    ```
    ```good
    “We waited until it was dark,” she said. “Then we left.”
    ```
    """
    for paragraph in document.view(unsound_quotes):
        for number, quote in enumerate(paragraph.quotes):
            if quote.curly and paragraph.alone(quote) and is_stray(document.text, paragraph, number):
                yield Finding(quote.span, f"this {quote.glyph} quotes nothing: delete it, or open what it closes")
