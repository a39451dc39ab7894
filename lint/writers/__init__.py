"""Reports to text: what a writer is."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.finding import Report, Rule
from lint.records import dataclass


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format. `write(reports, rules)` yields text as reports come in; it may meet a path twice.

    `write_terminal(reports, rules, width)` is the same for a terminal with colours, where a format has such a form.
    """

    name: str
    write: Callable[[Iterable[Report], Sequence[Rule]], Iterator[str]]
    write_terminal: Callable[[Iterable[Report], Sequence[Rule], int], Iterator[str]] | None = None
