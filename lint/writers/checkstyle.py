"""Checkstyle's XML, which Jenkins, Gerrit and many editors read."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Report, Rule
from lint.writers.xml import attributes


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """A file element for each report with findings."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for report in reports:
        if not report.diagnostics:
            continue
        errors = (
            attributes(
                line=d.start.line,
                column=d.start.column,
                severity=d.severity,
                message=d.message,
                source=f"copydesk.{d.group}.{d.check}",
            )
            for d in report.diagnostics
        )
        lines = "".join(f"    <error{error}/>\n" for error in errors)
        yield f"  <file{attributes(name=report.path)}>\n{lines}  </file>\n"
    yield "</checkstyle>\n"
