"""Quotations that open with one kind of mark and close with another."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, check
from lint.views.quotes import Paragraph, Quote, Role, unsound_quotes

# An article with more of them was converted badly as a whole: said once, mended everywhere.
_MANY = 3
# A few of them are a slip only where nearly all other marks are curly.
_TIMES = 6


@check(severity="warning", languages=("en",), literals=("“", "”", "‘‘", "’’"), view=unsound_quotes)
def mixed_quotes(document: Document) -> Iterator[Finding]:
    """A quotation with a curly mark at one end and a straight one at the other.

    Something edited the text half: pasted words, a program that turns only some marks. The curly form is offered for
    the straight mark; if every mark of the paragraph has its partner, that is safe. If an article holds more than three
    of them, they are reported once, at the first, and the fix mends all.

    All 6 reports in 790,000 words of clean prose were right; 50 of 69 straightened marks were found.

    Leaves alone articles without a style: one or two such quotations are reported where six times as many marks are
    curly as straight, three where most are. A straight pair inside a curly one and inches are right.

    ```bad
    “The ferry will sail at nine,⟦"⟧ the captain promised. “Or at ten.”
    ```
    ```fixed
    “The ferry will sail at nine,” the captain promised. “Or at ten.”
    ```
    ```bad
    They found ⟦"⟧no trace” of the money that “went astray”.
    ```
    ```fixed
    They found “no trace” of the money that “went astray”.
    ```
    ```good
    It was said to be "done” by May, and then "by June", and then "never".
    ```
    ```good
    “The word "late" is not in our timetable,” he wrote about the 6" gauge line.
    ```
    """
    found = [
        (paragraph, mark)
        for paragraph in document.view(unsound_quotes)
        for quote in paragraph.quotes
        if (mark := _straight_of(paragraph, quote)) is not None
    ]
    text = document.text
    # The marks besides those of the mixed quotations.
    curly, straight = sum(map(text.count, "“”")) - len(found), text.count('"') - len(found)
    if curly <= (straight if len(found) >= _MANY else _TIMES * straight):
        return
    if len(found) <= _MANY:
        for paragraph, quote in found:
            yield _finding(quote, (_edit(quote),), safe=paragraph.balanced)
        return
    (first, quote), rest = found[0], found[1:]
    notes = tuple(Note(other.span, "here, too") for _, other in rest)
    safe = first.balanced and all(paragraph.balanced for paragraph, _ in rest)
    yield _finding(quote, tuple(_edit(q) for _, q in found), safe=safe, notes=notes)


def _straight_of(paragraph: Paragraph, quote: Quote) -> Quote | None:
    """The straight mark of a mixed pair, seen from its closing mark."""
    if quote.role is not Role.CLOSES or quote.partner is None:
        return None
    opening = paragraph.quotes[quote.partner]
    if opening.curly == quote.curly or opening.detached or quote.detached:
        return None
    return opening if quote.curly else quote


def _edit(quote: Quote) -> Edit:
    return Edit(quote.span, "“" if quote.role is Role.OPENS else "”")


def _finding(quote: Quote, edits: tuple[Edit, ...], *, safe: bool, notes: tuple[Note, ...] = ()) -> Finding:
    ends = ("opens straight and closes curly", "opens curly and closes straight")
    also = f", as in {len(notes)} other places" if notes else ""
    right = edits[0].text
    message = f"this quotation {ends[quote.role is Role.CLOSES]}{also}: write {right}"
    title = f"Write {right}" if len(edits) == 1 else "Make these marks curly"
    return Finding(quote.span, message, fix=Fix(title, edits, safe=safe), notes=notes)
