"""What failures show: texts with carets or pins under the places that were expected and found."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Diagnostic, Excerpt
from lint.page import CLOSE, OPEN
from lint.span import LineIndex, Span
from lint.writers.window import window

_COLUMNS = 100
_INDENT = "    "


def pinned(text: str, spans: Sequence[Span]) -> str:
    """The text with pins ⟦ ⟧ around these spans, as a page has them."""
    marks = sorted([(s.start, 1, OPEN) for s in spans] + [(s.end, 0, CLOSE) for s in spans], reverse=True)
    for offset, _, mark in marks:
        text = text[:offset] + mark + text[offset:]
    return text


def fixed(text: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The text after the fixes of these diagnostics; of two that touch, the earlier one."""
    lines = LineIndex(text)
    edits = sorted(
        {(lines.offset(e.start), lines.offset(e.end), e.text) for d in diagnostics if d.fix for e in d.fix.edits}
    )
    done, at = [], 0
    for start, end, replacement in edits:
        if start >= at:
            done += [text[at:start], replacement]
            at = end
    return "".join((*done, text[at:]))


def span_of(text: str, diagnostic: Diagnostic) -> Span:
    """The place of a diagnostic as a span of the file's text."""
    lines = LineIndex(text)
    return Span(lines.offset(diagnostic.start), lines.offset(diagnostic.end))


def compared(text: str, expected: Iterable[Span], found: Sequence[Diagnostic]) -> str:
    """The lines of the text that have to do with it, with carets under what was expected and what was found."""
    said = {span_of(text, diagnostic): diagnostic.message for diagnostic in found}
    wanted = set(expected)
    labels = dict.fromkeys(wanted - said.keys(), "expected, but not found")
    labels |= {span: f"found, but not expected: {message}" for span, message in said.items() if span not in wanted}
    labels |= dict.fromkeys(wanted & said.keys(), "expected and found")
    return underlined(text, labels)


def underlined(text: str, labels: dict[Span, str]) -> str:
    """The text's lines that hold these places, each place with carets and its label."""
    return "\n".join(_lines(text, sorted(labels.items())))


def _lines(text: str, labels: Sequence[tuple[Span, str]]) -> Iterator[str]:
    lines = LineIndex(text)
    shown = ""
    for span, label in labels:
        start, end = lines.position(span.start), lines.position(span.end)
        first = span.start - start.column + 1
        excerpt = Excerpt(text[first:].partition("\n")[0], 1, more=False)
        seen = window(excerpt, start, end, _COLUMNS)
        number = f"{start.line:>4} | "
        if number + seen.line != shown:
            shown = number + seen.line
            yield _INDENT + shown
        on = f" (as far as line {end.line}, column {end.column})" if end.line > start.line else ""
        yield f"{_INDENT}     | {seen.underline} {label}{on}"
