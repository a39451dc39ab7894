"""One JSON object a finding, one a line: for programs. The fields are part of the contract."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lint.finding import Diagnostic, PlacedFix, Report, Rule
from lint.span import Position


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """The findings of all reports as JSON lines; places count from 1 in code points, ends are exclusive."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield json.dumps(as_json(diagnostic), ensure_ascii=False) + "\n"


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as a JSON object."""
    return {
        "path": diagnostic.path,
        **_places(diagnostic.start, diagnostic.end),
        "check": diagnostic.check,
        "group": diagnostic.group,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "notes": [{"path": n.path, **_places(n.start, n.end), "message": n.message} for n in diagnostic.notes],
        "fix": diagnostic.fix and _fix(diagnostic.fix),
        "fingerprint": diagnostic.fingerprint,
    }


def _fix(fix: PlacedFix) -> dict[str, Any]:
    edits = [{**_places(edit.start, edit.end), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _places(start: Position, end: Position) -> dict[str, int]:
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
