"""How many findings each check has, and how many of them can be mended: the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Report, Rule
from lint.writers.tally import Tally


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """A line a check, then the sum."""
    tally = Tally()
    counts: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    for report in reports:
        tally.add(report)
        counts.update(diagnostic.check for diagnostic in report.diagnostics)
        safe.update(diagnostic.check for diagnostic in report.diagnostics if diagnostic.fix and diagnostic.fix.safe)
    digits = max((len(f"{count:,}") for count in counts.values()), default=0)
    for check, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        # All, some or none of them can be mended.
        mark = "[*]" if safe[check] == count else "[-]" if safe[check] else "   "
        yield f"{count:>{digits},}  {mark}  {check}\n"
    yield "\n" * bool(counts) + "\n".join(tally.footer()) + "\n"
