"""All findings as one JSON array, with the fields of JSON lines."""

import json
from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Report, Rule
from lint.writers.jsonl import as_json


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """The array, an object a line, so that it can be compared line by line."""
    before = "[\n"
    for report in reports:
        for diagnostic in report.diagnostics:
            yield before + json.dumps(as_json(diagnostic), ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
