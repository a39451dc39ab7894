"""What advertisements, players and buttons leave."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def interface_residue(document: Document) -> Iterator[Finding]:
    """What advertisements, players and buttons leave: “Advertisement”, “Loading…”, “Sort by”, “5 min read”.

    Whole lines only. Words such as “Close” or “More” count only among other leftovers.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 97 lines found, 5 of the article's own reported.

    ```bad
    The pendulum swings for an hour.

    ⟦Advertisement⟧

    Then it stops.
    ```
    ```fixed
    The pendulum swings for an hour.

    Then it stops.
    ```
    ```bad
    ⟦Sort byDropdown arrow⟧
    ```
    ```good
    Advertisement rates rose again.
    ```
    ```good
    Sort by hand, then by size, the cook says.
    ```
    """
    for found in leftovers_of(document, "interface-residue"):
        message = "this is left of an advertisement, a player or a button of the page: take it out"
        fix = Fix("Remove what is left of the page", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
