"""Counts what went by, and says it in a sentence or two."""

from collections import Counter

from lint.finding import Report, Severity


class Tally:
    """What a run's reports add up to."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.faulty: set[str] = set()
        self.severities: Counter[Severity] = Counter()
        self.safe = 0
        self.unsafe = 0
        self.fixed: Counter[bool] = Counter()
        self.changed: set[str] = set()
        self.hidden = 0
        self.accepted = 0
        self.passed_over: Counter[str] = Counter()
        self.failures = 0

    def add(self, report: Report) -> None:
        """Counts one report; a path may come twice."""
        self.failures += len(report.failures)
        self.hidden += report.hidden
        self.accepted += report.accepted
        if report.change is not None:
            self.fixed[report.change.written] += report.change.fixes
            self.changed.add(report.path)
        if report.passed_over:
            self.passed_over[report.passed_over] += 1
        if report.diagnostics:
            self.faulty.add(report.path)
            self.severities.update(diagnostic.severity for diagnostic in report.diagnostics)
            fixes = [diagnostic.fix.safe for diagnostic in report.diagnostics if diagnostic.fix is not None]
            self.safe += sum(fixes)
            self.unsafe += len(fixes) - sum(fixes)
        if not report.skipped and not report.failures:
            self.files.add(report.path)

    def footer(self) -> list[str]:
        """What was found, line by line; the first line says it in short."""
        found = sum(self.severities.values())
        checked = f"{_count(len(self.files), 'article')} checked"
        if found:
            kinds = ", ".join(
                _count(self.severities[severity], _NAMES[severity])
                for severity in sorted(self.severities, reverse=True)
            )
            first = f"{_count(found, 'problem')} ({kinds}) in {_count(len(self.faulty), 'article')}; {checked}."
        elif self.files:
            first = f"No problems found; {checked}."
        else:
            first = "Nothing was checked."
        return [first, *self._next_commands(), *self.hints()]

    def _next_commands(self) -> list[str]:
        lines = []
        if self.safe:
            more = f" ({self.unsafe:,} more with --fix --unsafe-fixes)" if self.unsafe else ""
            lines.append(f"{_count(self.safe, 'problem')} marked [*] can be fixed: copydesk check --fix{more}.")
        elif self.unsafe:
            many = _count(self.unsafe, "problem")
            lines.append(f"{many} can be fixed, to be read again: copydesk check --fix --unsafe-fixes.")
        return lines

    def hints(self) -> list[str]:
        """What the user does not see, and how to see it."""
        lines = []
        for written, count in sorted(self.fixed.items(), reverse=True):
            verb = "Fixed" if written else "Would fix"
            lines.append(f"{verb} {_count(count, 'problem')} in {_count(len(self.changed), 'article')}.")
        if self.accepted:
            verb = "is" if self.accepted == 1 else "are"
            lines.append(f"{_count(self.accepted, 'finding')} {verb} accepted by the baseline.")
        if self.hidden:
            verb = "is" if self.hidden == 1 else "are"
            lines.append(f"{_count(self.hidden, 'finding')} of lower level {verb} hidden: show them with --level info.")
        if self.passed_over:
            languages = ", ".join(f"{name} {count}" for name, count in sorted(self.passed_over.items()))
            many = sum(self.passed_over.values())
            lines.append(
                f"{_count(many, 'article')} passed over by the checks that know other languages only ({languages}): "
                "set `language` if that is wrong."
            )
        if self.failures:
            lines.append(f"{_count(self.failures, 'failure')}: see the messages above.")
        return lines


_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 or noun == 'info' else 's'}"
