"""Links to other articles."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, check
from lint.views.leftovers import leftovers, leftovers_of, removal


@check(severity="warning", view=leftovers)
def related_links(document: Document) -> Iterator[Finding]:
    """A link to another article: “See also …”, “RELATED: …”, “You may also like” and the headlines below it.

    On the page these are links; in the text that scraping leaves they interrupt the article. A line counts where
    the words of such a link are followed by what looks like a headline: it begins with a capital and ends without
    a full stop. Sentences that begin with the same words are left alone, and so is a heading such as “Latest
    news” above prose.

    Measured on labelled pages and on what extractors leave of them (sets aeb, daniel, leftover without wcxb,
    realistic): 393 lines found, 14 of the article's own reported, most of them links that the labels count as
    text.

    ```bad
    The ferry was late.

    ⟦See also  PHOTOS: Harvest Festival Opens on the Old Pier⟧

    It came at nine.
    ```
    ```fixed
    The ferry was late.

    It came at nine.
    ```
    ```bad
    The vote was close.

    ⟦You may also like
    Lighthouse keepers wanted, no experience needed
    Ten walks for a rainy Sunday⟧
    ```
    ```good
    See also the report of the harbour board.
    ```
    ```good
    Read more poetry
    ```
    ```good
    Latest news

    The council met again on Tuesday and put off the vote on the ferry until the autumn.
    ```
    """
    for found in leftovers_of(document, "related-links"):
        message = "this links to other articles and is no part of this one: take it out"
        fix = Fix("Remove the links to other articles", (Edit(removal(document, found.span), ""),))
        yield Finding(found.span, message, fix=fix)
