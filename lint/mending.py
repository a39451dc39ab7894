"""Fixes of a run: which are wanted, and where the mended text goes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from lint.document import Document
from lint.files import replace_file
from lint.finding import Failure, Report
from lint.fix import mended

Look = Callable[[bytes], tuple[Document, Report]]


@dataclass(frozen=True, kw_only=True)
class Mending:
    """Carries out the safe fixes, with `unsafe` all of them; without `write`, for show only: reports then tell of the
    files as they are, and of the change.

    `kept` holds what was mended and not written to a file, by place.
    """

    unsafe: bool = False
    write: bool = True
    kept: dict[Path, bytes] = field(default_factory=dict)

    def mend(self, place: Path, data: bytes, look: Look, *, piped: bool, ahead: bool = False) -> Report:
        """Mends a file that holds `data`, and reports what remains; what is `piped` in has no file to write to.

        `look` reads and lints bytes. `ahead` of all telling, the report is of the mended text, written or not.
        """
        outcome = mended(data, look, unsafe=self.unsafe)
        if piped or not self.write:
            self.kept[place] = outcome.data
        elif outcome.data != data:
            try:
                replace_file(place, data, outcome.data)
            except OSError as error:
                failure = Failure(outcome.found.path, f"left as it was: {error.strerror}")
                return replace(outcome.found, failures=(*outcome.found.failures, failure))
        change = outcome.report.change
        if not self.write and not ahead:
            # What is not written is told of as it still is.
            return replace(outcome.found, change=change)
        return replace(outcome.report, change=change and replace(change, written=self.write))


def joined(first: Report, last: Report) -> Report:
    """The last report of a file, with what an earlier one told of fixes and troubles."""
    change = last.change or first.change
    if first.change and last.change:
        change = replace(last.change, before=first.change.before, fixes=first.change.fixes + last.change.fixes)
    return replace(
        last,
        change=change,
        failures=tuple(dict.fromkeys((*first.failures, *last.failures))),
        notices=tuple(dict.fromkeys((*first.notices, *last.notices))),
    )
