"""Time stamps of the page."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="info", view=leftovers)
def time_stamps(document: Document) -> Iterator[Finding]:
    """A time stamp of the page: “Updated 6:58 p.m. ET, January 4, 2023”, “Published: 4 January 2023”, “3 hours ago”.

    Some houses keep them in the text, so they are reported only on request (`info`).

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 68 lines found, 14 of the article's own reported.

    ```bad
    ⟦Updated 6:58 p.m. ET, January 4, 2023⟧
    ```
    ```bad
    ⟦3 hours ago⟧
    ```
    ```good
    Updated rules come into force in May.
    ```
    ```good
    4 January 2023 was a Wednesday.
    ```
    """
    for found in leftovers_of(document, "time-stamps"):
        message = "this is a time stamp of the page: take it out unless the house keeps it"
        fix = Fix("Remove the time stamp", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
