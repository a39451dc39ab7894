"""Captions and headlines that stand twice."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, check
from lint.views.leftovers import removal
from lint.views.repeats import repeats


@check(severity="warning", view=repeats)
def duplicate_captions(document: Document) -> Iterator[Finding]:
    """A caption or a headline that stands twice, one below the other.

    A page holds a caption twice, once for readers and once for machines, often the second time with a credit, and
    scraping keeps both. Reported are lines of the same words within three lines of one another, where they are long,
    or stand at the top. Captions that return farther below, as in a live blog, refrains and short labels are left
    alone. The fix removes the copy without the credit.

    Measured: the four captions that stand twice in the sample articles are found, without a false alarm there; in
    400,000 words of clean prose seven lines are reported, all of them real copies (cards of a list, an
    introduction given twice).

    ```bad
    Fishermen mend their nets on the old pier of Kelwick, on May 6
    ⟦Fishermen mend their nets on the old pier of Kelwick, on May 6. (Ada Berg/Harbour Press)⟧
    ```
    ```fixed
    Fishermen mend their nets on the old pier of Kelwick, on May 6. (Ada Berg/Harbour Press)
    ```
    ```bad
    Ferry returns to the islands

    ⟦Ferry returns to the islands⟧

    The first boat left at dawn.
    ```
    ```good
    Row, row, row your boat
    Row, row, row your boat
    ```
    ```good
    Fishermen mend their nets on the old pier of Kelwick every May.

    Fishermen mend their nets on the old pier of Kelwick every May, and the children watch them until it is dark.
    ```
    """
    for found in document.view(repeats):
        poorer = found.poorer == found.first
        title = "Remove the copy without the credit" if poorer else "Remove the second copy"
        yield Finding(
            found.second,
            "this line stands twice, one copy below the other: keep one",
            fix=Fix(title, (Edit(removal(document, found.poorer), ""),)),
            notes=(Note(found.first, "the first copy"),),
        )
