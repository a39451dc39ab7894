"""SARIF 2.1.0, which code hosts and many viewers read: findings, other places, fixes, rules, what went wrong."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from lint.finding import Diagnostic, Failure, PlacedFix, Report, Rule, Severity
from lint.span import Position

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME = "https://github.com/copydesk/copydesk"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """One run: the results as they come in, then the rules that they name."""
    yield f'{{"version": "2.1.0", "$schema": "{_SCHEMA}", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    indices: dict[str, int] = {}
    failures: list[Failure] = []
    separator = "\n"
    for report in reports:
        failures += report.failures
        for diagnostic in report.diagnostics:
            index = indices.setdefault(diagnostic.check, len(indices))
            yield separator + _json(_result(diagnostic, index))
            separator = ",\n"
    by_name = {rule.name: rule for rule in rules if rule.name in indices}
    named = [_rule(by_name[name]) if name in by_name else {"id": name} for name in indices]
    driver = {"name": "copydesk", "informationUri": _HOME, "rules": named}
    yield f'\n], "tool": {_json({"driver": driver})}, "invocations": [{_json(_invocation(failures))}]}}]}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _result(d: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": d.check,
        "ruleIndex": index,
        "level": _LEVELS[d.severity],
        "message": {"text": d.message},
        "locations": [_location(d.path, d.start, d.end)],
        "partialFingerprints": {"copydesk/v1": d.fingerprint},
    }
    if d.notes:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": note.message}, **_location(note.path, note.start, note.end)}
            for number, note in enumerate(d.notes, 1)
        ]
    if d.fix is not None and d.fix.edits:
        result["fixes"] = [_fix(d.path, d.fix)]
    return result


def _location(path: str, start: Position, end: Position) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": _region(start, end)}}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _uri(path: str) -> str:
    name = path.replace(os.sep, "/")
    try:
        # The very bytes of the name, whatever they are.
        encoded = os.fsencode(name)
    except UnicodeEncodeError:
        # Windows allows names that are no text at all.
        encoded = name.encode("utf-8", "backslashreplace")
    quoted = quote(encoded)
    return f"file://{quoted}" if path.startswith("/") else quoted


def _fix(path: str, fix: PlacedFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.summary, "markdown": rule.page or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.severity is not Severity.OFF},
        "properties": {"tags": [rule.group]},
    }


def _invocation(failures: Sequence[Failure]) -> dict[str, Any]:
    told: list[dict[str, Any]] = []
    for failure in failures:
        place = {"locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.path)}}}]}
        notification = {"level": "error", "message": {"text": failure.message}, **(place if failure.path else {})}
        told.append(notification)
    return {"executionSuccessful": not failures, **({"toolExecutionNotifications": told} if told else {})}
