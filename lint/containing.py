"""Strangers' code, kept from doing harm: what it raises, prints, changes or gives is contained, and told of by name."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from io import TextIOBase
from itertools import pairwise
from types import GeneratorType
from typing import Any, TypeVar

from lint.document import Document
from lint.finding import Edit, Failure, Finding, Fix, Mark, Note
from lint.kinds import Check
from lint.span import Span

T = TypeVar("T")

# A check that calls sys.exit() is not to end the run, least of all with exit code 0.
CRASHES = (Exception, SystemExit)
_MOST_SHOWN = 60


class Diverted(TextIOBase):
    """Standard output while foreign code runs: it belongs to the report, so what is printed goes to standard error."""

    def __init__(self) -> None:
        self.printed = ""

    def write(self, text: str) -> int:
        """Passes the text on, and remembers how it began."""
        sys.stderr.write(text)
        self.printed += text[: _MOST_SHOWN + 1 - len(self.printed)]
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""
        sys.stderr.flush()

    def taken(self) -> str:
        """What is to be said of what was printed since it was last asked; empty where nothing was."""
        printed, self.printed = self.printed, ""
        if not printed:
            return ""
        shown = printed.strip().partition("\n")[0][:_MOST_SHOWN]
        return f"printed to standard output, which belongs to the report: “{shown}”"


@contextmanager
def diverted() -> Iterator[Diverted]:
    """Runs foreign code with standard output diverted."""
    stream = Diverted()
    with redirect_stdout(stream):
        yield stream


class Containment:
    """Runs the checks of one document; what goes wrong joins the `failures`."""

    def __init__(self, document: Document, failures: list[Failure], stream: Diverted) -> None:
        self._document = document
        self._held = vars(document)
        self._given = dict(self._held)
        self._failures = failures
        self._stream = stream

    def holds(self, check: Check) -> bool:
        """Whether the view of a check has anything to say; where it fails, the check meets it again and is told of."""
        if check.view is None:
            return True
        try:
            return bool(self._document.view(check.view))
        except CRASHES:
            return True
        finally:
            self._settle(check)

    def given(
        self, check: Check, options: Mapping[str, Any], accept: Callable[[Any, Document], T], *arguments: object
    ) -> list[T]:
        """What a check yields of the document, as far as it goes: each item as `accept` takes it, or refuses it."""
        accepted: list[T] = []
        try:
            # Nearly every check of nearly every document yields nothing: what this takes is felt.
            yielded = check.function(self._document, *arguments, **options)
            for item in yielded if type(yielded) is GeneratorType else items(yielded):
                accepted.append(accept(item, self._document))  # noqa: PERF401 - what comes before a crash is kept
        except CRASHES as error:
            self._fail(check, f"the check failed: {type(error).__name__}: {error}")
        self._settle(check)
        return accepted

    def _settle(self, check: Check) -> None:
        """Whatever the check did, the next one finds the document as it was, and is blamed for nothing."""
        if self._stream.printed and (printed := self._stream.taken()):
            self._fail(check, f"the check {printed}")
        if self._held != self._given:
            self._held.clear()
            self._held.update(self._given)
            self._fail(check, "the check changed the document that it was given; the others saw it as it was")

    def _fail(self, check: Check, message: str) -> None:
        self._failures.append(Failure(self._document.path, message, check=check.name))


def items(yielded: object) -> Iterator[Any]:
    """What a check yields, one by one. Raises TypeError where it gave something else."""
    if yielded is None:
        raise TypeError("a check yields what it finds, and this one returned nothing: is there a `yield`?")
    if not hasattr(yielded, "__iter__"):
        raise TypeError(f"a check yields what it finds, and this one returned {type(yielded).__name__}")
    return iter(yielded)


def checked(item: object, document: Document) -> Finding:
    """The item, if it is a finding that the rest can rely on. Raises TypeError or ValueError where it is not."""
    if not isinstance(item, Finding):
        raise TypeError(f"a check yields Finding, not {type(item).__name__}")
    _span(item.span, document, "the span of a finding")
    if not _typed(item.message, str, "the message of a finding"):
        raise ValueError("a finding needs a message")
    _fix(item.fix, document)
    for note in _typed(item.notes, tuple, "notes"):
        _typed(_typed(note, Note, "one of the notes").message, str, "the message of a note")
        if not isinstance(note.place, Mark):
            _span(note.place, document, "the place of a note")
    return item


def checked_mark(item: object, document: Document) -> tuple[str, Span, Fix | None]:
    """What the map half of a check of the corpus yields. Raises TypeError or ValueError where it is something else."""
    if not (isinstance(item, tuple) and len(item) == 3 and isinstance(item[0], str)):
        raise TypeError("the map half of a check of the corpus yields (key, span, fix)")
    key, span, fix = item
    _fix(fix, document)
    return key, _span(span, document, "the span of a mark"), fix


def checked_verdicts(yielded: object, marks: Sequence[Mark]) -> list[tuple[Mark, str, tuple[Note, ...]]]:
    """What the judge half yields. Raises TypeError or ValueError where it is something else."""
    verdicts = list(items(yielded))
    known = frozenset(marks) if verdicts else frozenset()
    for verdict in verdicts:
        if not (isinstance(verdict, tuple) and len(verdict) == 3):
            raise TypeError("the judge half of a check of the corpus yields (mark, message, notes)")
        mark, message, notes = verdict
        if _typed(mark, Mark, "the first part of a verdict") not in known:
            raise ValueError("a verdict is on one of the marks that the judge was given")
        if not _typed(message, str, "the message of a verdict"):
            raise ValueError("a verdict needs a message")
        for note in _typed(notes, tuple, "notes"):
            _typed(note, Note, "one of the notes")
    return verdicts


def checked_document(given: object) -> Document:
    """What a reader gives, if text and source hold together. Raises TypeError or ValueError where they do not."""
    document = _typed(given, Document, "what a reader gives")
    text, source = len(_typed(document.text, str, "the text")), len(_typed(document.source, str, "the source"))
    _in_order([(piece.start, piece.end) for piece in document.pieces], text, "piece")
    _in_order([(block.start, block.end) for block in document.blocks], text, "block")
    if document.text.strip() and not document.pieces:
        raise ValueError("the text has no pieces: nothing leads back to the source")
    for piece in document.pieces:
        if not 0 <= piece.source_start <= piece.source_end <= source:
            raise ValueError(f"{piece} does not lie in a source of {source} characters")
    return document


def _in_order(parts: Sequence[tuple[int, int]], end: int, what: str) -> None:
    for part in parts:
        if not 0 <= part[0] <= part[1] <= end:
            raise ValueError(f"the {what} {part} does not lie in a text of {end} characters")
    for left, right in pairwise(parts):
        if left[1] > right[0]:
            raise ValueError(f"two {what}s overlap or are not in order: {left} and {right}")


def _fix(fix: object, document: Document) -> None:
    if fix is None:
        return
    spans = []
    for edit in _typed(_typed(fix, Fix, "the fix").edits, tuple, "edits"):
        spans.append(_span(_typed(edit, Edit, "one of the edits").span, document, "the span of an edit"))
        _typed(edit.text, str, "the text of an edit")
    for left, right in pairwise(sorted(spans)):
        if left.overlaps(right):
            raise ValueError(f"two edits of a fix overlap: {left} and {right}")


def _span(span: object, document: Document, what: str) -> Span:
    found = _typed(span, Span, what)
    if type(found.start) is not int or type(found.end) is not int:
        raise TypeError(f"{what} counts in whole numbers, not {found}")
    if not 0 <= found.start <= found.end <= len(document.text):
        raise ValueError(f"{what}, {found}, lies outside the text of {len(document.text)} characters")
    return found


def _typed(value: object, kind: type[T], what: str) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{what}: {kind.__name__} is wanted, not {type(value).__name__}")
    return value


def known_options(function: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that this half of a check declares."""
    return {name: options[name] for name in getattr(function, "__kwdefaults__", None) or {}}
