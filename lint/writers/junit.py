"""JUnit's XML, which every CI server shows: a suite for each article, a failed test for each finding."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Diagnostic, Failure, Report, Rule
from lint.writers.xml import attributes, escaped


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """A suite for each report; an article without findings has one test, which passed."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk">\n'
    for report in reports:
        tests = [_failed(d) for d in report.diagnostics] + [_broken(failure) for failure in report.failures]
        if not tests:
            skipped = (
                f">\n      <skipped{attributes(message=report.skipped)}/>\n    </testcase>" if report.skipped else "/>"
            )
            tests = [f"    <testcase{attributes(name='copydesk', classname=report.path)}{skipped}\n"]
        head = attributes(
            name=report.path or "copydesk",
            tests=len(tests),
            failures=len(report.diagnostics),
            errors=len(report.failures),
            skipped=int(bool(report.skipped)),
        )
        yield f"  <testsuite{head}>\n{''.join(tests)}  </testsuite>\n"
    yield "</testsuites>\n"


def _failed(d: Diagnostic) -> str:
    place = f"{d.path}:{d.start.line}:{d.start.column}"
    notes = "".join(f"\n{n.path}:{n.start.line}:{n.start.column}: {n.message}" for n in d.notes)
    body = "\n".join(map(escaped, (f"{place}: {d.severity}: {d.message}" + notes).split("\n")))
    test = attributes(name=f"{d.check} ({d.start.line}:{d.start.column})", classname=d.path, line=d.start.line)
    failure = attributes(message=d.message, type=d.check)
    return f"    <testcase{test}>\n      <failure{failure}>{body}</failure>\n    </testcase>\n"


def _broken(failure: Failure) -> str:
    test = attributes(name=failure.check or "copydesk", classname=failure.path)
    error = attributes(message=failure.message, type="failure")
    return f"    <testcase{test}>\n      <error{error}/>\n    </testcase>\n"
