"""Files that are not UTF-8."""

from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.patterns import pattern

_NOT_ASCII = pattern(r"[^\x00-\x7f]")


@check(severity="warning")
def encoding(document: Document) -> Iterator[Finding]:
    """A file that is not UTF-8.

    Its encoding had to be guessed, or is one that most tools do not expect, so other programs may show wrong letters.
    Save the file as UTF-8. The finding stands at the first letter that depends on the encoding.

    Never wrong about the bytes: only what is no valid UTF-8, or begins with the mark of another encoding, is reported.
    Which encoding it is instead is a guess, the better the longer the text.

    ```bad {encoding = "cp1252", guessed = "yes"}
    The caf⟦é⟧ reopened on Monday.
    ```
    ```good
    The café reopened on Monday.
    ```
    """
    name = document.meta.get("encoding", "utf-8")
    if name == "utf-8":
        return
    first = _NOT_ASCII.search(document.text)
    span = Span(first.start(), first.end()) if first else Span(0, min(1, len(document.text)))
    guess = "seems to be" if document.meta.get("guessed") else "is"
    yield Finding(span, f"this file {guess} {name.upper()}, not UTF-8: save it as UTF-8")
