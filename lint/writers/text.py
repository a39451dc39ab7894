"""For people: each finding with its sentence, a caret under the exact place, its notes, and a footer."""

from collections.abc import Iterable, Iterator, Sequence

from lint.finding import Diagnostic, Excerpt, Report, Rule, Severity
from lint.span import Position
from lint.writers.tally import Tally
from lint.writers.visible import visible
from lint.writers.window import window

_WIDTH = 100

# SGR parameters of a terminal.
_BOLD, _DIM, _CYAN = "1", "2", "36"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """Plain text of a steady width."""
    return _write(reports, _WIDTH, coloured=False)


def write_terminal(reports: Iterable[Report], rules: Sequence[Rule], width: int) -> Iterator[str]:
    """The same in colours, as wide as the terminal."""
    return _write(reports, width, coloured=True)


def _write(reports: Iterable[Report], width: int, *, coloured: bool) -> Iterator[str]:
    tally = Tally()
    for report in reports:
        tally.add(report)
        for diagnostic in report.diagnostics:
            yield "\n".join(_finding(diagnostic, width, coloured)) + "\n\n"
    yield "\n".join(tally.footer()) + "\n"


def _finding(d: Diagnostic, width: int, coloured: bool) -> Iterator[str]:
    def style(text: str, parameters: str) -> str:
        return f"\x1b[{parameters}m{text}\x1b[0m" if coloured else text

    def shown(excerpt: Excerpt, start: Position, end: Position, parameters: str) -> Iterator[str]:
        gutter = f"{start.line:>5} | "
        view = window(excerpt, start, end, width - len(gutter))
        yield style(gutter, _DIM) + view.line
        yield style(" " * (len(gutter) - 2) + "| ", _DIM) + style(view.underline, parameters)

    colour = _COLOURS.get(d.severity, _BOLD)
    place = style(f"{visible(d.path)}:{d.start.line}:{d.start.column}", _BOLD)
    fixable = f" {style('[*]', _CYAN)}" if d.fix is not None and d.fix.safe else ""
    yield f"{place}: {style(str(d.severity), colour)}: {visible(d.message)} {style(f'[{d.check}]', _DIM)}{fixable}"
    yield from shown(d.excerpt, d.start, d.end, colour)
    for note in d.notes:
        where = f"{note.start.line}:{note.start.column}"
        if note.path != d.path:
            where = f"{visible(note.path)}:{where}"
        yield f"  {style('note', _CYAN)}: {visible(note.message)} ({where})"
        yield from shown(note.excerpt, note.start, note.end, _CYAN)
    if d.fix is not None:
        yield f"  {style('fix', _CYAN)}: {visible(d.fix.title)}"
