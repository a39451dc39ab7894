"""A space before a comma or a full stop."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.patterns import sought
from lint.views.scanning import matches

_SPACE = sought(
    r"(?<=[^\W_])([ \u00a0\u202f])(?=,(?:[\s”’\"]|\Z)|\.(?:\s|\Z)(?!\s?\.)|[;!?](?:\s|\Z)|:(?:\s[^\s()]|\n|\Z))"
)
_MANY = 3
_MOST_NOTES = 50


@check(severity="info", languages=("en",), literals=(" ,", " .", " ;", " !", " ?", " :"))
def space_before_punctuation(document: Document) -> Iterator[Finding]:
    """A space before a comma, a full stop or another mark that stands right behind the word in English.

    French puts a space before some of them, and programs that take text apart put one before all. Taking it out is safe
    before a comma and a full stop. An article with more than three of them is reported once, and the fix mends all.

    Hidden by default: each is right, but few readers see it.

    Leaves alone ellipses ( . . . ), numbers and names that begin with a dot (.5, .NET), and smileys.

    ```bad
    The road⟦ ⟧, they said, is closed.
    ```
    ```fixed
    The road, they said, is closed.
    ```
    ```good
    Wait . . . it rose .5 points with .NET, see :) or ;-) and so on.
    ```
    """
    text = document.text
    spans = [Span(found.start(1), found.end(1)) for found in matches(document, _SPACE)]
    safe = all(text[span.end] in ",." for span in spans)
    if len(spans) <= _MANY:
        for span in spans:
            fix = Fix("Take out the space", (Edit(span, ""),), safe=text[span.end] in ",.")
            yield Finding(span, f"no space belongs before “{text[span.end]}”", fix=fix)
    else:
        notes = tuple(Note(span, "here, too") for span in spans[1 : _MOST_NOTES + 1])
        fix = Fix("Take out all these spaces", tuple(Edit(span, "") for span in spans), safe=safe)
        message = f"no space belongs before “{text[spans[0].end]}”, nor in {len(spans) - 1} other places"
        yield Finding(spans[0], message, fix=fix, notes=notes)
