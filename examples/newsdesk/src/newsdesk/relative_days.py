"""A check of a document."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views import sentences

_DAYS = ("yesterday", "tomorrow")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")


# The literals are found in one pass for all checks: an article without any of them costs this check nothing.
@check(severity="info", languages=("en",), literals=_DAYS)
def relative_days(document: Document, *, quotations: bool = False) -> Iterator[Finding]:
    """A day that is told from the day of writing.

    Who reads “tomorrow” a day later reads the wrong day. What somebody said is left alone: within quotation marks, and
    in quotations that the markup marks.

    ```bad
    The bridge opens ⟦tomorrow⟧.
    ```
    ```good
    The bridge opens on Friday. “We will see tomorrow,” she said.
    ```
    ```good {path = "story.md"}
    > The bridge opens tomorrow.
    ```
    ```bad {quotations = true}
    “We will see ⟦tomorrow⟧,” she said.
    ```

    - `quotations`: whether quotations are looked through as well.
    """
    spoken = () if quotations else tuple(_spoken(document))
    for sentence in document.view(sentences):
        for day in _DAY.finditer(document.text, sentence.start, sentence.end):
            span = Span(*day.span())
            if not any(quotation.contains(span) for quotation in spoken):
                yield Finding(span, f"“{day[0]}” is another day for every reader: name the day")


def _spoken(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.kind == "quotation":
            yield block.span
    for quoted in _QUOTED.finditer(document.text):
        yield Span(*quoted.span())
