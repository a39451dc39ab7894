"""Words that a text speaks about instead of using them: set between quotation marks, or as code."""

from lint.document import Document
from lint.span import Span

_OPENING, _CLOSING = frozenset("“‘\"'«„»`"), frozenset("”’\"'»“«`")
_STOPS = frozenset(",.;:!?…")


def is_mentioned(document: Document, span: Span) -> bool:
    """Whether quotation marks stand right around a place, a stop before the closing one allowed: “17h30,”."""
    text, end = document.text, span.end
    if not span.start or text[span.start - 1] not in _OPENING:
        return False
    while text[end : end + 1] in _STOPS and end - span.end < 2:
        end += 1
    return text[end : end + 1] in _CLOSING
