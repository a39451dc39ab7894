"""Fixes, carried out: those that do not get in each other's way, again and again until nothing more is to be mended."""

from bisect import bisect_left, insort
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lint.document import Document
from lint.finding import Change, Diagnostic, Failure, PlacedFix, Report
from lint.span import LineIndex

# Every round mends what the round before brought to light; hardly any text needs a third.
ROUNDS = 50
_MARKS = (b"", BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a file: `data` is what it is to hold, `report` tells what remains to be said of that.

    `found` is the report of the file as it was, which holds where the new content cannot be written.
    """

    data: bytes
    report: Report
    found: Report


def mended(data: bytes, look: Callable[[bytes], tuple[Document, Report]], *, unsafe: bool = False) -> Mended:
    """A file's bytes with the safe fixes carried out, with `unsafe` all of them, until none is left.

    `look` reads and lints bytes. Encoding, byte-order mark and line ends stay. Where anything goes wrong (a check
    fails, the fixes do not settle, the encoding cannot be kept), the bytes come back as they were and the report
    says why.
    """
    document, found = look(data)
    before, at_first, report, fixes = document.source, data, found, 0
    texts: list[str] = [before]
    rounds: list[set[str]] = []
    while not report.failures:
        chosen = _chosen(report.diagnostics, document, unsafe=unsafe)
        if not chosen:
            change = Change(before, document.source, fixes) if fixes else None
            return Mended(data, replace(report, change=change), found)
        envelope = _envelope(document, data)
        if envelope is None:
            return _given_up(at_first, found, "its fixes are withheld: its encoding cannot be kept; save it as UTF-8")
        after = applied(document.source, document.lines, (fix for _, fix in chosen))
        data = envelope[0] + after.encode(envelope[1])
        document, report = look(data)
        if document.source != after:
            return _given_up(at_first, found, "its fixes are withheld: its encoding is a guess; save it as UTF-8")
        fixes += len(chosen)
        rounds.append({check for check, _ in chosen})
        if after in texts or len(texts) > ROUNDS:
            start = texts.index(after) if after in texts else -1
            names = ", ".join(sorted(set().union(*rounds[start:])))
            return _failed(at_first, found, Failure(found.path, f"left as it was: the fixes of {names} never settle"))
        texts.append(after)
    if found.failures and _chosen(found.diagnostics, document, unsafe=unsafe):
        return _given_up(at_first, found, "its fixes are withheld: not all checks could look at it")
    return _failed(at_first, found, *report.failures)


def applied(text: str, lines: LineIndex, fixes: Iterable[PlacedFix]) -> str:
    """The text with these fixes carried out; none of their edits may overlap."""
    parts, at = [], 0
    edits = [edit for fix in fixes for edit in _edits(fix, lines)]
    for start, end, replacement in sorted(edits, key=_place):
        parts += [text[at:start], replacement]
        at = end
    return "".join((*parts, text[at:]))


def _given_up(data: bytes, found: Report, notice: str) -> Mended:
    report = replace(found, notices=(*found.notices, notice))
    return Mended(data, report, report)


def _failed(data: bytes, found: Report, *failures: Failure) -> Mended:
    report = replace(found, failures=tuple(dict.fromkeys((*found.failures, *failures))))
    return Mended(data, report, report)


def _envelope(document: Document, data: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark and the encoding with which the source gives the very bytes of the file, if any do."""
    encoding = document.meta.get("encoding", "utf-8")
    try:
        encoded = document.source.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return None
    return next(((mark, encoding) for mark in _MARKS if mark + encoded == data), None)


def _chosen(diagnostics: Sequence[Diagnostic], document: Document, *, unsafe: bool) -> list[tuple[str, PlacedFix]]:
    """The fixes to carry out together, each with its check, first come first served: none touches another one."""
    chosen: list[tuple[str, PlacedFix]] = []
    taken: list[tuple[int, int]] = []
    encoding = document.meta.get("encoding", "utf-8")
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe) or not _writable(fix, encoding):
            continue
        edits = sorted(_edits(fix, document.lines), key=_place)
        spans = [(start, end) for start, end, _ in edits]
        apart = all(left[1] <= right[0] for left, right in pairwise(spans))
        changes = any(document.source[start:end] != text for start, end, text in edits)
        if apart and changes and not any(_touches(taken, span) for span in spans):
            for span in spans:
                insort(taken, span)
            chosen.append((diagnostic.check, fix))
    return chosen


def _touches(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a span meets one of the sorted, separate ones, or stands right beside it."""
    index = bisect_left(taken, span)
    before = index > 0 and taken[index - 1][1] >= span[0]
    return before or (index < len(taken) and taken[index][0] <= span[1])


def _edits(fix: PlacedFix, lines: LineIndex) -> list[tuple[int, int, str]]:
    return [(lines.offset(edit.start), lines.offset(edit.end), edit.text) for edit in fix.edits]


def _place(edit: tuple[int, int, str]) -> tuple[int, int]:
    return edit[:2]


def _writable(fix: PlacedFix, encoding: str) -> bool:
    try:
        for edit in fix.edits:
            edit.text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
