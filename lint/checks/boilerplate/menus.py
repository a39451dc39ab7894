"""Menus, breadcrumbs and lists of tags."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def menus(document: Document) -> Iterator[Finding]:
    """Menus, breadcrumbs and lists of tags: “You are here: …”, “Tags: …”, sections of a site one below the other.

    A menu of short lines is reported where it stands above the first paragraph, has four lines or more, and one
    of them is a section that many sites have; elsewhere three such sections must follow one another. Lists in an
    article are left alone otherwise.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 318 lines found, 0 of the article's own reported.

    ```bad
    ⟦Home
    News
    Politics
    Sport
    Mill Street⟧
    The bakery on Mill Street opens at six every morning, and the queue is long by five.
    ```
    ```bad
    ⟦Tags: harbour, ferry, council⟧
    ```
    ```bad
    Storm closes the bridge

    ⟦Home » News » World⟧

    The bridge over the lower harbour was closed on Monday after a storm, and nobody knows when it will open again.
    ```
    ```good
    Tags: none of them were ever read.
    ```
    ```good
    Politics

    The council met on Tuesday and put off the vote on the ferry until the autumn.
    ```
    """
    for found in leftovers_of(document, "menus"):
        message = "this is left of a menu or a list of sections: take it out"
        fix = Fix("Remove what is left of the menu", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
