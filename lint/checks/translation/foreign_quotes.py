"""Quotation marks of other languages around English words."""

import re
from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

_QUOTED = pattern(r"„([^“”„\"\n]{1,600})[“”\"]|«([^«»\n]{1,600})»|»([^«»\n]{1,600})«")
# Words that no other language with such marks has in common with English.
_ENGLISH = pattern(
    r"(?<![\w'’-])(?:the|of|and|is|are|was|were|have|has|been|will|would|this|that|with|from|for|we|they|you|not|it|its"
    r"|our|their|your|be|by|as|at|which|who|what)(?![\w'’-])",
    re.IGNORECASE,
)


@check(severity="warning", languages=("en",), literals=("„", "«", "»"))
def foreign_quotes(document: Document) -> Iterator[Finding]:
    """Marks of another language around an English quotation: „…“, «…» or »…«.

    Translation engines carry the marks of the original over, and English readers stumble. The marks that English uses
    are offered; they are not put in safely, because some houses set titles so on purpose.

    Reported only if the quoted words are English beyond doubt, that is, hold a word such as “the” or “which”. Left
    alone are titles and quotations in other languages, and single words.

    ```bad
    The minister said: ⟦«We will not pay for the bridge»⟧.
    ```
    ```fixed
    The minister said: “We will not pay for the bridge”.
    ```
    ```bad
    She called it ⟦„the end of an era“⟧.
    ```
    ```good
    He read „Die Zeit“ and «Le Monde» and quoted «Demain, dès l’aube».
    ```
    """
    text = document.text
    curly = "“" in text.replace("„", "") or '"' not in text
    left, right = ("“", "”") if curly else ('"', '"')
    for found in _QUOTED.finditer(text):
        number = found.lastindex or 1
        if not _ENGLISH.search(found[number]):
            continue
        inner = found[number].strip()
        inside = found.start(number) + (len(found[number]) - len(found[number].lstrip()))
        edits = (
            Edit(Span(found.start(), inside), left),
            Edit(Span(inside + len(inner), found.end()), right),
        )
        marks = f"{found[0][0]} {found[0][-1]}"
        message = f"English quotations do not stand between {marks}: write {left} {right}"
        yield Finding(Span(found.start(), found.end()), message, fix=Fix(f"Write {left} {right}", edits))
