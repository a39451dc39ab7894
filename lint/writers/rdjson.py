"""reviewdog's diagnostic format: comments on pull requests, with suggestions. Columns are bytes of UTF-8."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lint.finding import Diagnostic, Report, Rule
from lint.span import Position

_HEAD = '{"source": {"name": "copydesk"}, "diagnostics": [\n'


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """One object, a diagnostic a line."""
    before = _HEAD
    for report in reports:
        for diagnostic in report.diagnostics:
            yield before + json.dumps(_diagnostic(diagnostic), ensure_ascii=False)
            before = ",\n"
    yield _HEAD + "]}\n" if before == _HEAD else "\n]}\n"


def _diagnostic(d: Diagnostic) -> dict[str, Any]:
    said: dict[str, Any] = {
        "message": d.message,
        "location": {"path": d.path, "range": _range(d.start, d.end)},
        "severity": str(d.severity).upper(),
        "code": {"value": d.check},
    }
    if d.fix is not None:
        said["suggestions"] = [{"range": _range(e.start, e.end), "text": e.text} for e in d.fix.edits]
    if d.notes:
        said["related_locations"] = [
            {"message": n.message, "location": {"path": n.path, "range": _range(n.start, n.end)}} for n in d.notes
        ]
    return said


def _range(start: Position, end: Position) -> dict[str, Any]:
    return {"start": _position(start), "end": _position(end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.byte or position.column}
