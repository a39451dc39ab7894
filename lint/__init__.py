"""copydesk, a linter for articles: the names that plugins may import.

The names are imported when they are first asked for, so that a command that needs few of them starts at once and so
that nothing is imported before `python -m lint` has taken the current directory off the import path.
"""

# Type checkers know this name; importing it from typing would import half the standard library with it.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from lint.corpus import Corpus
    from lint.document import Block, Document, Piece, Suppression
    from lint.finding import (
        Change,
        Diagnostic,
        Edit,
        Excerpt,
        Failure,
        Finding,
        Fix,
        Found,
        Mark,
        Note,
        PlacedEdit,
        PlacedFix,
        PlacedNote,
        Report,
        Rule,
        Severity,
    )
    from lint.hooks import hookimpl
    from lint.kinds import Check, check
    from lint.readers import Reader, UnreadableError
    from lint.settings import Settings
    from lint.span import LineIndex, Position, Span
    from lint.writers import Writer

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Change",
    "Check",
    "Corpus",
    "Diagnostic",
    "Document",
    "Edit",
    "Excerpt",
    "Failure",
    "Finding",
    "Fix",
    "Found",
    "LineIndex",
    "Mark",
    "Note",
    "Piece",
    "PlacedEdit",
    "PlacedFix",
    "PlacedNote",
    "Position",
    "Reader",
    "Report",
    "Rule",
    "Settings",
    "Severity",
    "Span",
    "Suppression",
    "UnreadableError",
    "Writer",
    "check",
    "hookimpl",
]

_HOMES = {
    "corpus": ("Corpus",),
    "document": ("Block", "Document", "Piece", "Suppression"),
    "finding": (
        *("Change", "Diagnostic", "Edit", "Excerpt", "Failure", "Finding", "Fix", "Found", "Mark", "Note"),
        *("PlacedEdit", "PlacedFix", "PlacedNote", "Report", "Rule", "Severity"),
    ),
    "hooks": ("hookimpl",),
    "kinds": ("Check", "check"),
    "readers": ("Reader", "UnreadableError"),
    "settings": ("Settings",),
    "span": ("LineIndex", "Position", "Span"),
    "writers": ("Writer",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            value: object = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
