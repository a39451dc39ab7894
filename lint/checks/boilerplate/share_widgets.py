"""Share buttons and social widgets."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def share_widgets(document: Document) -> Iterator[Finding]:
    """Share buttons and social widgets: “Share this article on Facebook”, “1.2K Shares”, “Follow us on Twitter”.

    Names of networks alone are reported where several stand together, or beside another leftover. Sentences about
    sharing or about the networks are left alone.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 332 lines found, 5 of the article's own reported.

    ```bad
    The bakery opens at six.

    ⟦Share this:
    Facebook
    Twitter
    Email⟧
    ```
    ```fixed
    The bakery opens at six.
    ```
    ```bad
    ⟦1.2K Shares⟧
    ```
    ```good
    Share this with your neighbour when the harvest is in.
    ```
    ```good
    Facebook

    The company said that it would close its office on the island by the end of the year.
    ```
    """
    for found in leftovers_of(document, "share-widgets"):
        message = "this is left of the share buttons, not of the article: take it out"
        fix = Fix("Remove what is left of the share buttons", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
