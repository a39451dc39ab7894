"""Cookie notices and consent dialogs."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def cookie_notices(document: Document) -> Iterator[Finding]:
    """A cookie notice or what is left of a consent dialog: “We use cookies to improve your experience”.

    Only whole lines that are worded as such notices are. Articles about cookies quote them or speak of them in
    sentences of their own, and are left alone; so is “Accept” without a notice beside it.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 7 lines found, 0 of the article's own reported. Too few for a figure of precision.

    ```bad
    Rain fell on the harbour all night.

    ⟦This website uses cookies to improve your experience. Accept Read More⟧
    ```
    ```fixed
    Rain fell on the harbour all night.
    ```
    ```bad
    ⟦We use cookies
    Accept All
    Manage preferences⟧
    ```
    ```good
    “We use cookies to improve your experience” is the sentence that nobody reads.
    ```
    ```good
    The regulator found that the site uses cookies to follow its readers, and fined its owner.
    ```
    ```good
    Accept
    ```
    """
    for found in leftovers_of(document, "cookie-notices"):
        message = "this is a cookie notice, not part of the article: take it out"
        fix = Fix("Remove the cookie notice", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
