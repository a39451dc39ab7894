"""From spans in plain text to the author's coordinates: positions, excerpts, notes, fixes, fingerprints."""

from bisect import bisect_right
from dataclasses import field

from lint.document import Document
from lint.finding import (
    Diagnostic,
    Excerpt,
    Finding,
    Fix,
    Found,
    Mark,
    Note,
    PlacedEdit,
    PlacedFix,
    PlacedNote,
    Severity,
)
from lint.kinds import Check
from lint.records import dataclass
from lint.span import Position, Span

# An excerpt shows the finding in its sentence. Articles have one paragraph a line, and some have one line in all.
_EXCERPT_AROUND = 160
_EXCERPT_LONGEST = 480
# Context for the fingerprint: three words on either side, looked for no further than this.
_CONTEXT_WORDS = 3
_CONTEXT_REACH = 120


@dataclass(frozen=True)
class Placer:
    """Places what the checks of one document found; `relative` is its path below the root.

    The verdicts of the checks `on_whole` are on the document, wherever they point to.
    """

    document: Document
    relative: str
    on_whole: frozenset[str] = frozenset()
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)

    def diagnostic(self, found: Found) -> Diagnostic:
        """The finding as the world is told of it. Call it in the order of the text: fingerprints count occurrences."""
        finding = found.finding
        start, end, excerpt = self.place(finding.span)
        return Diagnostic(
            path=self.document.path,
            start=start,
            end=end,
            check=found.check,
            group=found.group,
            severity=found.severity,
            message=finding.message,
            fix=self.fix(finding.fix),
            notes=tuple(self.note(note) for note in finding.notes),
            fingerprint=self._fingerprint(found.check, finding),
            excerpt=excerpt,
        )

    def mark(self, check: str, key: str, span: Span, fix: Fix | None, *, suppressed: bool) -> Mark:
        """What the document tells the corpus."""
        start, end, excerpt = self.place(span)
        return Mark(
            path=self.document.path,
            check=check,
            key=key,
            start=start,
            end=end,
            excerpt=excerpt,
            fix=self.fix(fix),
            suppressed=suppressed,
        )

    def place(self, span: Span) -> tuple[Position, Position, Excerpt]:
        """Where a span begins and ends in the author's file, and the line on which it begins, cut where it is long."""
        lines, source = self.document.lines, self.document.source_span(span)
        start, end = lines.position(source.start), lines.position(source.end)
        line = lines.line(start.line)
        first = max(line.start, source.start - _EXCERPT_AROUND)
        last = min(line.end, min(source.end, source.start + _EXCERPT_LONGEST) + _EXCERPT_AROUND)
        text = self.document.source[first : max(first, last)]
        return start, end, Excerpt(text, first - line.start + 1, more=last < line.end)

    def note(self, note: Note) -> PlacedNote:
        """A note at its own place."""
        if isinstance(note.place, Mark):
            return _at_mark(note.place, note.message)
        start, end, excerpt = self.place(note.place)
        return PlacedNote(path=self.document.path, start=start, end=end, message=note.message, excerpt=excerpt)

    def fix(self, fix: Fix | None) -> PlacedFix | None:
        """The fix in the source, or None where one of its edits would touch markup."""
        if fix is None:
            return None
        edits = []
        for edit in fix.edits:
            source = self.document.source_edit_span(edit.span)
            if source is None:
                return None
            position = self.document.lines.position
            edits.append(PlacedEdit(position(source.start), position(source.end), self._as_source(edit.text)))
        return PlacedFix(fix.title, fix.safe, tuple(edits))

    def _as_source(self, text: str) -> str:
        """What has to stand in the source for a text to be read from it."""
        if self.document.meta.get("markup") == "html":
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("\n", self._line_end) if "\n" in text else text

    @property
    def _line_end(self) -> str:
        source = self.document.source
        return next((end for end in ("\r\n", "\n", "\r") if end in source), "\n")

    def _fingerprint(self, check: str, finding: Finding) -> str:
        if check in self.on_whole:
            return fingerprint(self.relative, check)
        text, span = self.document.text, finding.span
        block = self._block(span)
        before = text[max(block.start, span.start - _CONTEXT_REACH) : span.start].split()[-_CONTEXT_WORDS:]
        after = text[span.end : min(block.end, span.end + _CONTEXT_REACH)].split()[:_CONTEXT_WORDS]
        key = (self.relative, check, *before, "⟦", *span.of(text).split(), "⟧", *after)
        self._seen[key] = self._seen.get(key, 0) + 1
        return fingerprint(*key, str(self._seen[key]))

    def _block(self, span: Span) -> Span:
        """The block that holds the start of a span: what stands outside it may move away without the finding."""
        blocks = self.document.blocks
        index = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        if index >= 0 and blocks[index].start <= span.start < blocks[index].end:
            return blocks[index].span
        return Span(0, len(self.document.text))


def judged(
    check: Check, severity: Severity, mark: Mark, message: str, notes: tuple[Note, ...], fingerprint: str
) -> Diagnostic:
    """The verdict of a check of the corpus on one mark. Its notes speak of marks: no document is at hand."""
    return Diagnostic(
        path=mark.path,
        start=mark.start,
        end=mark.end,
        check=check.name,
        group=check.group,
        severity=severity,
        message=message,
        fix=mark.fix,
        notes=tuple(_at_mark(note.place, note.message) for note in notes if isinstance(note.place, Mark)),
        fingerprint=fingerprint,
        excerpt=mark.excerpt,
    )


def _at_mark(mark: Mark, message: str) -> PlacedNote:
    return PlacedNote(path=mark.path, start=mark.start, end=mark.end, message=message, excerpt=mark.excerpt)


def fingerprint(*parts: str) -> str:
    """A short hash of these parts, the same on every machine."""
    # It loads OpenSSL, and clean text needs no fingerprint.
    from hashlib import sha256

    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:20]
