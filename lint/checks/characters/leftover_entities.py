"""Entities of HTML that were never turned into the letters they stand for."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

_ENTITY = pattern(r"&(?:amp;){0,8}(#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,30});|&amp;")
_ADDRESS = pattern(r"://|[?=]")
_FARTHEST = 100


@check(severity="warning", literals=("&",))
def leftover_entities(document: Document) -> Iterator[Finding]:
    """An entity of HTML that stands in the text instead of its letter.

    “&amp;eacute;” was to become “é” and was not, because a program wrote it out twice. Putting the letter in is safe,
    except for < and >, which might make markup of what follows.

    Leaves alone names that are no entities (R&D;), addresses, and entities between backticks or quotation marks, about
    which an article speaks.

    ```bad
    The caf⟦&amp;eacute;⟧ and the M⟦&amp;⟧C shop are closed.
    ```
    ```fixed
    The café and the M&C shop are closed.
    ```
    ```good
    AT&T; R&D, https://example.org/?a=1&amp;b=2 and the entity “&nbsp;” are right.
    ```
    """
    from html import unescape

    text = document.text
    for found in _ENTITY.finditer(text):
        start, end = found.span()
        right = found[0]
        for _ in range(10):
            right, before = unescape(right), right
            if right == before:
                break
        if right == found[0] or right.endswith(";"):
            continue
        around = text[start - 1 : start] + text[end : end + 1]
        if around in ("``", "“”", "‘’", '""', "''") or _in_address(text, start):
            continue
        shown = (
            "a space that does not break" if right == "\u00a0" else f"“{right}”" if right.isprintable() else "nothing"
        )
        right = right if right.isprintable() or right.isspace() else ""
        fix = Fix(f"Write {shown}", (Edit(Span(start, end), right),), safe=right not in ("<", ">"))
        yield Finding(Span(start, end), f"“{found[0]}” is left over from HTML: it stands for {shown}", fix=fix)


def _in_address(text: str, at: int) -> bool:
    before = text[max(0, at - _FARTHEST) : at]
    return bool(before) and not before[-1].isspace() and bool(_ADDRESS.search(before.split()[-1]))
