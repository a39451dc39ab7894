"""One finding a line, `path:line:column: severity message [check]`: what editors' problem lists and grep understand."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Report, Rule
from lint.writers.visible import visible


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """The findings of all reports, one a line."""
    for report in reports:
        for d in report.diagnostics:
            place = f"{visible(d.path)}:{d.start.line}:{d.start.column}"
            yield f"{place}: {d.severity} {visible(d.message)} [{d.check}]\n"
