"""Widgets that were translated with the article."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def translated_widgets(document: Document) -> Iterator[Finding]:
    """A widget that was translated with the article: “To read also: …”, “Noticed an error? Press Ctrl+Enter”.

    Machine translation carries the links and notices of the page along and words them as no English page would, so they
    are known apart from the English ones. The source's own words, where they were left untranslated, belong to the
    other checks.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 1 lines found, 0 of the article's own reported. Too few for a figure of precision.

    ```bad
    The strike goes on.

    ⟦To read also: The ferry line that nobody wanted⟧

    Both sides meet again on Monday.
    ```
    ```fixed
    The strike goes on.

    Both sides meet again on Monday.
    ```
    ```bad
    ⟦Share on social networks⟧
    ```
    ```good
    To read also takes time.
    ```
    ```good
    On the same topic the two of them never agreed.
    ```
    """
    for found in leftovers_of(document, "translated-widgets"):
        message = "this was a link or a notice of the page in another language: take it out"
        fix = Fix("Remove the translated widget", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
