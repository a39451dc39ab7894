"""Invitations to subscribe, to log in, to pay."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def subscription_prompts(document: Document) -> Iterator[Finding]:
    """Invitations to subscribe, to log in, to pay: “Sign up for our newsletter”, “Already a subscriber? Log in”.

    Whole lines that are worded as such invitations are reported, wherever they stand. Articles about newsletters
    and subscriptions speak of them in sentences of their own, and are left alone; “Newsletter” above a paragraph
    is taken for a heading.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 57 lines found, 0 of the article's own reported.

    ```bad
    The strike goes on.

    ⟦Sign up for our daily newsletter⟧

    Both sides meet again on Monday.
    ```
    ```fixed
    The strike goes on.

    Both sides meet again on Monday.
    ```
    ```bad
    ⟦Already a subscriber? Log in⟧
    ```
    ```good
    Sign up for the lifeboat crew at the harbour office.
    ```
    ```good
    The newsletter that she writes goes to forty thousand readers, and none of them pays for it.
    ```
    """
    for found in leftovers_of(document, "subscription-prompts"):
        message = "this invites readers to subscribe or to log in and is no part of the article: take it out"
        fix = Fix("Remove the invitation", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
