"""Workflow commands of GitHub Actions: each finding becomes a note beside the line of a pull request."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Diagnostic, Report, Rule, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """A command a finding, and one for everything that went wrong."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield _command(diagnostic)
        for failure in report.failures:
            place = f" file={_property(failure.path)}" if failure.path else ""
            yield f"::error{place}::{_text(failure.message)}\n"


def _command(d: Diagnostic) -> str:
    parts = {
        "title": f"copydesk ({d.check})",
        "file": d.path,
        "line": str(d.start.line),
        "endLine": str(d.end.line),
    }
    if d.start.line == d.end.line:
        # GitHub ignores columns of what runs over several lines, and refuses some.
        parts |= {"col": str(d.start.column), "endColumn": str(max(d.start.column, d.end.column - 1))}
    properties = ",".join(f"{name}={_property(value)}" for name, value in parts.items())
    notes = "".join(f"\n{note.path}:{note.start.line}:{note.start.column}: {note.message}" for note in d.notes)
    return f"::{_COMMANDS[d.severity]} {properties}::{_text(d.message + notes)}\n"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
