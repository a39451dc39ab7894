"""Signs that stand for a letter or a picture that is lost."""

from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.patterns import pattern

_LOST = pattern("\ufffd+|\ufffc+")
_WORD_BEFORE = pattern(r"[\w'’\ufffd]{1,20}\Z")
_WORD_AFTER = pattern(r"[\w'’\ufffd]{1,20}")


@check(severity="error", literals=("\ufffd", "\ufffc"))
def lost_letters(document: Document) -> Iterator[Finding]:
    """The sign \ufffd, where a letter was lost, or \ufffc, where a picture was.

    A program could not read what stood here and put a sign in its place. What it was is nowhere in the text any more:
    look it up in the source.

    There is no guessing in it. Only an article about such signs has them on purpose; quotation marks right around the
    sign keep the check silent.

    ```bad
    They met in a caf⟦\ufffd⟧ at noon.
    ```
    ```bad
    The map shows the way. ⟦\ufffc⟧
    ```
    ```good
    Programs show “\ufffd” for a letter that they cannot read.
    ```
    """
    text = document.text
    for found in _LOST.finditer(text):
        start, end = found.span()
        if start and text[start - 1] in "“‘\"'`(" and text[end : end + 1] in ("”", "’", '"', "'", "`", ")"):
            continue
        if found[0][0] == "\ufffc":
            yield Finding(Span(start, end), "a picture or a link stood here and was lost: put it in or delete the sign")
            continue
        before, after = _WORD_BEFORE.search(text, max(0, start - 20), start), _WORD_AFTER.match(text, end)
        word = (before[0] if before else "") + found[0] + (after[0] if after else "")
        where = f" in “{word}”" if word != found[0] else ""
        number = "a letter was" if end - start == 1 else f"{end - start} letters were"
        yield Finding(Span(start, end), f"{number} lost{where}: look it up in the source")
