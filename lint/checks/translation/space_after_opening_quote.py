"""Opening quotation marks with a space behind them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.quotes import Quote, Role, detached_quotes

# An article with more of them was taken apart by a program: said once, mended everywhere.
_MANY = 3
_MOST_NOTES = 50


@check(severity="warning", languages=("en",), literals=("“", "”", '"', "‘‘", "’’", "``", "''"), view=detached_quotes)
def space_after_opening_quote(document: Document) -> Iterator[Finding]:
    """A space between an opening quotation mark and what it quotes.

    The mark may end up alone at the end of a line, and a word processor turns it the wrong way because of the space.
    The whole paragraph is read to tell that the mark opens. If every mark of it has its partner, the space is taken
    out safely.

    An article with more than three of them is reported once, at the first, and the fix mends all.

    All 5 reports in 400,000 words of clean prose were right; 32 of 46 spaces put behind or before marks were found.

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
    found = [(paragraph, quote) for paragraph, quote in document.view(detached_quotes) if quote.role is Role.OPENS]
    message = "no space belongs behind an opening quotation mark: delete it"
    if len(found) > _MANY:
        edits = tuple(_edit(quote) for _, quote in found)
        notes = tuple(Note(edit.span, "here, too") for edit in edits[1 : _MOST_NOTES + 1])
        fix = Fix("Take out all these spaces", edits, safe=all(paragraph.balanced for paragraph, _ in found))
        yield Finding(edits[0].span, f"{message}, as in {len(found) - 1} other places", fix=fix, notes=notes)
        return
    for paragraph, quote in found:
        edit = _edit(quote)
        turned = f", and turn {quote.glyph} round" if quote.turned else ""
        fix = Fix("Take out the space", (edit,), safe=paragraph.balanced)
        yield Finding(edit.span, f"{message}{turned}", fix=fix)


def _edit(quote: Quote) -> Edit:
    space = Span(quote.span.end, quote.span.end + 1)
    return Edit(Span(quote.span.start, space.end), "“") if quote.turned else Edit(space, "")
