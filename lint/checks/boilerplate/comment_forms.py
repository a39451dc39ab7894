"""What is left of a comment section."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def comment_forms(document: Document) -> Iterator[Finding]:
    """What is left of a comment section: “Leave a Reply”, “12 Comments”, “Log in to comment”.

    Lines that a comment form brings with it are known in eleven languages. A form of several lines is one finding.
    Words that mean little alone (“Name”, “Reply”) are reported only among other lines of the form; “Comments” above
    a paragraph is taken for a heading.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 97 lines found, 0 of the article's own reported.

    ```bad
    The new pier opens in June.

    ⟦Leave a Reply

    Your email address will not be published. Required fields are marked *

    Name *

    Email *⟧
    ```
    ```fixed
    The new pier opens in June.
    ```
    ```bad
    ⟦14 Comments⟧
    ```
    ```good
    Leave a comment on his desk and he may read it.
    ```
    ```good
    Comments

    The board sent us two remarks on the draft, and both are printed here in full.
    ```
    """
    for found in leftovers_of(document, "comment-forms"):
        message = "this is left of a comment section, not of the article: take it out"
        fix = Fix("Remove what is left of the comment section", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
