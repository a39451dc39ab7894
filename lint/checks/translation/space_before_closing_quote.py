"""Closing quotation marks with a space before them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.quotes import Role, detached_quotes


@check(severity="info", languages=("en",), literals=("“", "”", '"', "‘‘", "’’", "``", "''"))
def space_before_closing_quote(document: Document) -> Iterator[Finding]:
    """A space between what is quoted and the closing quotation mark.

    The mark may end up alone at the beginning of a line, and word processors turn it the wrong way because of the
    space. The whole paragraph is read to tell that the mark closes. If every mark of it has its partner, the space is
    taken out safely.

    Reports are right, but hidden by default: translators, those of Chinese above all, leave this space so often that
    few editors want to hear of each.

    Leaves alone the narrow space between a single and a double mark, the « French » marks, and straight marks in a
    paragraph where they do not pair.

    ```bad
    “We never saw the letter,⟦ ⟧” the owner said.
    ```
    ```fixed
    “We never saw the letter,” the owner said.
    ```
    ```bad
    “We never saw the letter.⟦ “⟧
    ```
    ```fixed
    “We never saw the letter.”
    ```
    ```good
    “Nobody says ‘so soon’ ”, she said.
    ```
    """
    for paragraph, quote in document.view(detached_quotes):
        if quote.role is Role.CLOSES:
            space = Span(quote.span.start - 1, quote.span.start)
            span, text = (Span(space.start, quote.span.end), "”") if quote.turned else (space, "")
            turned = f", and turn {quote.glyph} round" if quote.turned else ""
            message = f"no space belongs before a closing quotation mark: delete it{turned}"
            fix = Fix("Take out the space", (Edit(span, text),), safe=paragraph.balanced)
            yield Finding(span, message, fix=fix)
