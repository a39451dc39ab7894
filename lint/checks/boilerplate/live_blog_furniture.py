"""Buttons and counters of a live blog."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def live_blog_furniture(document: Document) -> Iterator[Finding]:
    """Buttons and counters of a live blog: “Show key events only”, “15 Posts”, “Jump to latest”.

    The posts themselves are left alone; their time stamps are reported by `time-stamps`.

    ```bad
    ⟦Show key events only⟧
    ```
    ```bad
    ⟦15 Posts⟧
    ```
    ```good
    Fifteen posts held up the pier.
    ```
    ```good
    This live blog is about advertising.
    ```
    """
    for found in leftovers_of(document, "live-blog-furniture"):
        message = "this belongs to the page of a live blog, not to its text: take it out"
        fix = Fix("Remove what is left of the live blog", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
