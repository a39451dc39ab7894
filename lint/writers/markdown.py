"""A summary in Markdown, for the page of a CI run or a comment: which checks, which articles, the first findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Diagnostic, Report, Rule
from lint.writers.tally import Tally
from lint.writers.visible import visible

# GitHub takes a megabyte a step, and nobody reads that much.
_FINDINGS, _FILES = 100, 20


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """Headline, tables, and the findings up to a number that a page can hold."""
    tally = Tally()
    checks: Counter[str] = Counter()
    files: Counter[str] = Counter()
    first: list[Diagnostic] = []
    failures: list[str] = []
    for report in reports:
        tally.add(report)
        checks.update(d.check for d in report.diagnostics)
        files.update(d.path for d in report.diagnostics)
        first += report.diagnostics[: _FINDINGS - len(first)]
        failures += (f"{failure.path}: {failure.message}" for failure in report.failures)
    headline, *more = tally.footer()
    yield f"## copydesk\n\n{_text(headline)}\n"
    yield "".join(f"\n- {_text(line)}" for line in more) + "\n" * bool(more)
    if failures:
        yield "\n### What went wrong\n\n" + "".join(f"- {_text(failure)}\n" for failure in failures)
    if first:
        yield _table("check", checks)
        yield _table("article", files, _FILES)
        yield "\n### Findings\n\n| place | what | check |\n|---|---|---|\n"
        yield "".join(
            f"| {_cell(f'{d.path}:{d.start.line}:{d.start.column}')} | {_text(d.message)} | {_cell(d.check)} |\n"
            for d in first
        )
        rest = sum(checks.values()) - len(first)
        yield f"\n… and {rest:,} more.\n" if rest else ""


def _table(name: str, counts: "Counter[str]", most: int | None = None) -> str:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = "".join(f"| {_cell(key)} | {count:,} |\n" for key, count in ranked[:most])
    rest = sum(count for _, count in ranked[most:]) if most is not None else 0
    return f"\n| {name} | findings |\n|---|---:|\n{rows}" + (f"| others | {rest:,} |\n" if rest else "")


def _cell(text: str) -> str:
    """Code in a table: longer ticks than the text holds, and no bar that ends the cell."""
    shown = visible(text).replace("|", "\\|")
    ticks = "`" * (1 + max(map(len, _runs(shown)), default=0))
    return f"{ticks}{' ' * (len(ticks) > 1)}{shown}{' ' * (len(ticks) > 1)}{ticks}"


def _runs(text: str) -> list[str]:
    return [run for run in "".join(c if c == "`" else " " for c in text).split() if run]


def _text(text: str) -> str:
    """Text that is no markup, whatever it holds."""
    return "".join(f"\\{c}" if c in _MARKUP else c for c in visible(text)).replace("<", "&lt;")


_MARKUP = frozenset("\\`*_[]|#~$")
