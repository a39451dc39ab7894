"""Closing quotation marks with a space before them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.quotes import Quote, Role, detached_quotes

# An article with more of them was taken apart by a program: said once, mended everywhere.
_MANY = 3
_MOST_NOTES = 50


@check(severity="info", languages=("en",), literals=("“", "”", '"', "‘‘", "’’", "``", "''"), view=detached_quotes)
def space_before_closing_quote(document: Document) -> Iterator[Finding]:
    """A space between what is quoted and the closing quotation mark.

    The mark may end up alone at the beginning of a line, and word processors turn it the wrong way because of the
    space. The whole paragraph is read to tell that the mark closes. If every mark of it has its partner, the space is
    taken out safely.

    Reports are right, but hidden by default: translators, those of Chinese above all, leave this space so often that
    few editors want to hear of each.

    An article with more than three of them is reported once, at the first, and the fix mends all.

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
    found = [(paragraph, quote) for paragraph, quote in document.view(detached_quotes) if quote.role is Role.CLOSES]
    message = "no space belongs before a closing quotation mark: delete it"
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
    space = Span(quote.span.start - 1, quote.span.start)
    return Edit(Span(space.start, quote.span.end), "”") if quote.turned else Edit(space, "")
