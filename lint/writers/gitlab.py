"""GitLab's code quality report, which merge requests show beside the changed lines."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lint.finding import Diagnostic, Report, Rule, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """One JSON array."""
    seen: Counter[str] = Counter()
    before = "[\n"
    for report in reports:
        for diagnostic in report.diagnostics:
            seen[diagnostic.fingerprint] += 1
            yield before + json.dumps(_issue(diagnostic, seen[diagnostic.fingerprint]), ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _issue(d: Diagnostic, occurrence: int) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": d.check,
        "description": d.message,
        "categories": ["Style"],
        # GitLab drops what has the fingerprint of another finding.
        "fingerprint": d.fingerprint if occurrence == 1 else f"{d.fingerprint}-{occurrence}",
        "severity": _SEVERITIES[d.severity],
        "location": {
            "path": d.path,
            "positions": {
                "begin": {"line": d.start.line, "column": d.start.column},
                "end": {"line": d.end.line, "column": d.end.column},
            },
        },
    }
