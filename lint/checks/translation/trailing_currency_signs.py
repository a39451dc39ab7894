"""Signs of a currency behind the amount."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.conventions import conventions, is_in_address
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_AMOUNT = sought(r"(?<![\w.,$€£])(?P<amount>\d{1,3}(?:[,.]?\d{1,3}){0,5}) ?(?P<sign>[€£$])(?![\w$€£])")
_ENGLISH = pattern(r"[€£$] ?\d")


@check(severity="info", languages=("en",), literals=("€", "£", "$"))
def trailing_currency_signs(document: Document) -> Iterator[Finding]:
    """A sign of a currency behind the amount: “500 €”, “20$”.

    English puts the sign first: €500. Left behind the amount it tells of a source that was not fully adapted. It is
    hidden by default, as it is a matter of style in much of Europe. An article that does so three times or more and
    never the other way is reported once.

    Left alone are formulas between dollar signs, and amounts with the name of the currency (“500 euros”).

    ```bad
    The pass costs ⟦500 €⟧, not $20.
    ```
    ```fixed
    The pass costs €500, not $20.
    ```
    ```good
    The pass costs €500 or 500 euros, and $5$ is a formula.
    ```
    """
    text = document.text
    places = [
        (Span(match.start(), match.end()), match["sign"] + match["amount"])
        for match in matches(document, _AMOUNT)
        if not is_in_address(text, match.start())
    ]
    places = [place for place in places if not is_mentioned(document, place[0])]
    for found in conventions(places, mixed=bool(places and _ENGLISH.search(text))):
        fix = Fix("Write it the English way", tuple(Edit(span, new) for span, new in found.right))
        notes = tuple(Note(span, "here, too") for span in found.others)
        what = f"“{found.span.of(text)}” has its sign behind the amount: English writes “{found.places[0][1]}”"
        message = found.message(what)
        yield Finding(found.span, message, fix=fix if fix.edits else None, notes=notes)
