"""Words that a text speaks about instead of using them: set between quotation marks, as code, or in italics."""

from lint.document import Document
from lint.span import Span

_OPENING, _CLOSING = frozenset("“‘\"'«„»`"), frozenset("”’\"'»“«`")
_MARKS = ("*", "_")
_STOPS = frozenset(",.;:!?…")


def is_mentioned(document: Document, span: Span) -> bool:
    """Whether quotation marks stand right around a place, a stop before the closing one allowed: “17h30,”."""
    text, end = document.text, span.end
    if not span.start or text[span.start - 1] not in _OPENING:
        return False
    while text[end : end + 1] in _STOPS and end - span.end < 2:
        end += 1
    return text[end : end + 1] in _CLOSING


def is_emphasised(document: Document, span: Span) -> bool:
    """Whether markup sets a place apart within its line: _so_, *so*, <em>so</em>."""
    source, place = document.source, document.source_span(span)
    before, behind = source[max(0, place.start - 1) : place.start], source[place.end : place.end + 2]
    if not span.start or document.text[span.start - 1] == "\n":
        return False
    return (before in _MARKS and behind[:1] == before) or (before == ">" and behind == "</")
