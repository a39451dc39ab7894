"""Opening quotation marks with a space behind them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.quotes import Role, detached_quotes


@check(severity="warning", languages=("en",), literals=("“", "”", '"', "‘‘", "’’", "``", "''"))
def space_after_opening_quote(document: Document) -> Iterator[Finding]:
    """A space between an opening quotation mark and what it quotes.

    The mark may end up alone at the end of a line, and a word processor turns it the wrong way because of the space.
    The whole paragraph is read to tell that the mark opens. If every mark of it has its partner, the space is taken
    out safely.

    Leaves alone the narrow space between a double and a single mark, the « French » marks, and straight marks in a
    paragraph where they do not pair.

    ```bad
    The owner said: “⟦ ⟧We never saw the letter.”
    ```
    ```fixed
    The owner said: “We never saw the letter.”
    ```
    ```bad
    They spoke of a ⟦” ⟧small fire” for weeks.
    ```
    ```fixed
    They spoke of a “small fire” for weeks.
    ```
    ```good
    “ ‘Never’ is a long time,” she said.
    ```
    """
    for paragraph, quote in document.view(detached_quotes):
        if quote.role is Role.OPENS:
            space = Span(quote.span.end, quote.span.end + 1)
            span, text = (Span(quote.span.start, space.end), "“") if quote.turned else (space, "")
            turned = f", and turn {quote.glyph} round" if quote.turned else ""
            message = f"no space belongs behind an opening quotation mark: delete it{turned}"
            fix = Fix("Take out the space", (Edit(span, text),), safe=paragraph.balanced)
            yield Finding(span, message, fix=fix)
