"""A writer: findings as comma-separated values, for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from lint import Report, Rule, Writer

_COLUMNS = ("file", "line", "column", "severity", "check", "message", "what the check finds")
# A cell that begins so would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """A row a finding, as the reports come in."""
    summaries = {rule.name: rule.summary for rule in rules}
    yield _row(_COLUMNS)
    for report in reports:
        for found in report.diagnostics:
            place = (found.path, found.start.line, found.start.column)
            yield _row((*place, found.severity, found.check, found.message, summaries.get(found.check, "")))


def _row(cells: Iterable[object]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\n").writerow(_harmless(str(cell)) for cell in cells)
    return row.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


SPREADSHEET = Writer("csv", write)
