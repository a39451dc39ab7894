"""Rights, terms, policies and other footers."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def legal_footers(document: Document) -> Iterator[Finding]:
    """Rights, terms, policies and other footers: “© 2024 …”, “All rights reserved.”, “Privacy Policy | Terms of Use”.

    Whole lines only; sentences about copyright or about privacy are left alone, and so are words such as
    “Contact” above prose.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 128 lines found, 10 of the article's own reported, nearly all of them notices that the labels
    count as text.

    ```bad
    The ferry sails at dawn.

    ⟦Copyright 2024 Harbour News. All rights reserved.
    Terms of Use and Privacy Policy⟧
    ```
    ```fixed
    The ferry sails at dawn.
    ```
    ```good
    Copyright law is older than the press.
    ```
    ```good
    The views expressed in the hall were loud.
    ```
    """
    for found in leftovers_of(document, "legal-footers"):
        message = "this is a footer of the page, not part of the article: take it out"
        fix = Fix("Remove the footer", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
