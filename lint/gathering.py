"""What a run remembers of its documents, for the checks of the corpus and for later runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeAlias

from lint.corpus import Corpus, Groups, corpus_of, grouped
from lint.finding import Mark, Report
from lint.roll import Target
from lint.sharing import Held, key_hash

# Size in bytes, time of the last change, and when that was looked up, both in nanoseconds.
Status: TypeAlias = tuple[int, int, int]


class Gathering(Protocol):
    """Reports go in; out come those of earlier runs, and the marks of all documents of this run.

    `key` stands for all that a report depends on besides the bytes of the file; `content` is a digest of these. A
    document is `given` where the user asked for it, not only a part of the corpus.
    """

    def find(self, target: Target, key: bytes, status: Status, *, given: bool) -> Report | None:
        """The report of a file whose size and time are those of an earlier run."""

    def find_content(self, target: Target, key: bytes, content: bytes, status: Status, *, given: bool) -> Report | None:
        """The report of a file that holds what it held in an earlier run."""

    def add(self, target: Target, key: bytes, content: bytes, status: Status, report: Report, *, given: bool) -> None:
        """Takes a report in. Without a key, or with failures, it serves this run alone."""

    def held(self) -> Iterator[Held]:
        """The documents of this run with the keys that they hold. Raises GatheringError."""

    def place(self, target: Target, content: bytes, marks: Sequence[Mark]) -> None:
        """Takes in marks of a document whose report has none of their keys yet."""

    def restart(self) -> None:
        """Forgets the given documents of this run; the rest of the corpus stays."""

    @property
    def corpus(self) -> Corpus:
        """The documents of this run."""

    def groups(self, least: Callable[[str], int]) -> Groups:
        """The marks of this run by check and key, in order; at least of the keys that given documents hold.

        `least` says how many marks a check wants to see together. Raises GatheringError.
        """

    def close(self) -> None:
        """Ends the run."""


class GatheringError(Exception):
    """The marks were lost on the way: the run must gather them again."""


class InMemory:
    """For runs over few documents, of which nothing is kept."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[Target, Report]] = {}
        self._rest: dict[str, tuple[Target, Report]] = {}

    def find(self, target: Target, key: bytes, status: Status, *, given: bool) -> Report | None:
        """Nothing: there was no earlier run."""

    def find_content(self, target: Target, key: bytes, content: bytes, status: Status, *, given: bool) -> Report | None:
        """Nothing: there was no earlier run."""

    def add(self, target: Target, key: bytes, content: bytes, status: Status, report: Report, *, given: bool) -> None:
        """Takes a report in."""
        del key, content, status
        kept = Report(path=report.path, marks=report.marks, keys=report.keys, signature=report.signature)
        (self._given if given else self._rest)[target.place] = target, kept

    def held(self) -> Iterator[Held]:
        """The documents of this run with the keys that they hold."""
        for documents, given in ((self._given, True), (self._rest, False)):
            for place, (_, report) in documents.items():
                placed = [key_hash(mark.check, mark.key) for mark in report.marks]
                yield Held(place, report.keys, placed, given)

    def place(self, target: Target, content: bytes, marks: Sequence[Mark]) -> None:
        """Takes in marks of a document whose report has none of their keys yet."""
        del content
        for documents in (self._given, self._rest):
            if target.place in documents:
                _, report = documents[target.place]
                documents[target.place] = target, replace(report, marks=(*report.marks, *marks))

    def restart(self) -> None:
        """Forgets the given documents of this run; the rest of the corpus stays."""
        self._given.clear()

    @property
    def corpus(self) -> Corpus:
        """The documents of this run."""
        return corpus_of(self._ordered())

    def groups(self, least: Callable[[str], int]) -> Groups:
        """The marks of this run by check and key, in order."""
        marks = (mark for report in self._ordered() for mark in report.marks)
        return (group for group in grouped(marks) if len(group[2]) >= least(group[0]))

    def close(self) -> None:
        """Nothing is left to do."""

    def poured_into(self, other: Gathering) -> None:
        """Gives all documents to another gathering."""
        for documents, given in ((self._given, True), (self._rest, False)):
            for target, report in documents.values():
                other.add(target, b"", b"", (0, 0, 0), report, given=given)

    def _ordered(self) -> list[Report]:
        pairs = (*self._given.values(), *self._rest.values())
        return [report for _, report in sorted(pairs, key=lambda pair: pair[0].order)]


# What a document takes besides its hashes, in hashes; all in all some ten megabytes stay in memory.
_DOCUMENT, _MARK = 30, 10
_MOST = 100_000


class Overflowing:
    """For runs of which nothing is kept, over however many documents: in memory at first, then in what is `made`."""

    def __init__(self, made: Callable[[], Gathering], most: int = _MOST) -> None:
        self._made = made
        self._left = most
        self._now: Gathering = InMemory()

    def find(self, target: Target, key: bytes, status: Status, *, given: bool) -> Report | None:
        """Nothing: there was no earlier run."""

    def find_content(self, target: Target, key: bytes, content: bytes, status: Status, *, given: bool) -> Report | None:
        """Nothing: there was no earlier run."""

    def add(self, target: Target, key: bytes, content: bytes, status: Status, report: Report, *, given: bool) -> None:
        """Takes a report in."""
        self._now.add(target, key, content, status, report, given=given)
        self._left -= _DOCUMENT + _MARK * len(report.marks) + len(report.keys) + len(report.signature)
        if self._left < 0 and isinstance(self._now, InMemory):
            few, self._now = self._now, self._made()
            few.poured_into(self._now)

    def held(self) -> Iterator[Held]:
        """The documents of this run with the keys that they hold."""
        return self._now.held()

    def place(self, target: Target, content: bytes, marks: Sequence[Mark]) -> None:
        """Takes in marks of a document whose report has none of their keys yet."""
        self._now.place(target, content, marks)

    def restart(self) -> None:
        """Forgets the given documents of this run; the rest of the corpus stays."""
        self._now.restart()

    @property
    def corpus(self) -> Corpus:
        """The documents of this run."""
        return self._now.corpus

    def groups(self, least: Callable[[str], int]) -> Groups:
        """The marks of this run by check and key, in order."""
        return self._now.groups(least)

    def close(self) -> None:
        """Ends the run."""
        self._now.close()
