"""What a check says (Finding, Note, Fix, Edit) and what the world is told (Diagnostic, Mark, Failure, Report).

Findings speak of spans in plain text; diagnostics of lines and columns in the author's file. Only the engine turns
the one into the other.
"""

from dataclasses import KW_ONLY
from enum import IntEnum

from lint.records import dataclass
from lint.span import Position, Span


class Severity(IntEnum):
    """How much a finding matters; the order is that of weight."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @classmethod
    def parse(cls, name: str) -> "Severity":
        """The severity of that name; raises ValueError for any other word."""
        try:
            return cls[name.upper()]
        except KeyError:
            raise ValueError(f"“{name}” is no severity: use error, warning, info or off") from None

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the text of a span; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding. `safe` means that no editor would object to it."""

    title: str
    edits: tuple[Edit, ...]
    _: KW_ONLY
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a source line that is worth showing: `text` begins at `column`; `more` says that the line goes on."""

    text: str
    column: int
    more: bool


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """An edit in the author's coordinates, `end` exclusive."""

    start: Position
    end: Position
    text: str


@dataclass(frozen=True, slots=True)
class PlacedFix:
    """A fix in the author's coordinates."""

    title: str
    safe: bool
    edits: tuple[PlacedEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one document tells a check of the corpus, already placed.

    A suppressed mark counts, but is not reported.
    """

    path: str
    check: str
    key: str
    start: Position
    end: Position
    excerpt: Excerpt
    fix: PlacedFix | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that matters, such as the other number: a span of this document, or a mark of any."""

    place: Span | Mark
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields. It knows neither path nor severity."""

    span: Span
    message: str
    _: KW_ONLY
    fix: Fix | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNote:
    """A note in the author's coordinates."""

    path: str
    start: Position
    end: Position
    message: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding as the world is told of it: severity, author's coordinates, and all that a writer needs to show it.

    `fingerprint` survives moved lines: it hashes the path below the root, the check, the flagged text with three
    words on either side, and the number of the occurrence.
    """

    path: str
    start: Position
    end: Position
    check: str
    group: str
    severity: Severity
    message: str
    fix: PlacedFix | None
    notes: tuple[PlacedNote, ...]
    fingerprint: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that went wrong without stopping the rest: a check that raised, a file that could not be read."""

    path: str
    message: str
    _: KW_ONLY
    check: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What fixes make of a file: its text before and after, how many were carried out, and whether the file has it."""

    before: str
    after: str
    fixes: int
    _: KW_ONLY
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is known of one document after its checks have run.

    `keys` are hashes of the keys of those marks of which one alone says nothing; as long as no other document holds
    them, these need not be among the `marks`.
    `signature` holds hashes of its long lines, for near-duplicates; `hidden` counts the findings below the level,
    `accepted` those that a baseline holds; `passed_over` is the language because of which checks did not run,
    `skipped` says why a file was not read at all; both are empty where everything ran. `change` is what fixes made of
    the file, or would make of it. `notices` are worth a word, but no failure.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[Mark, ...] = ()
    keys: tuple[int, ...] = ()
    signature: frozenset[int] = frozenset()
    failures: tuple[Failure, ...] = ()
    hidden: int = 0
    accepted: int = 0
    passed_over: str = ""
    skipped: str = ""
    change: Change | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a writer may say about a check: its name, group, severity and page in Markdown."""

    name: str
    group: str
    severity: Severity
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding together with the check that yielded it, as checks of the report see it."""

    check: str
    group: str
    severity: Severity
    finding: Finding
