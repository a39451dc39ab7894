"""Paths to reports: each file as an earlier run left it or examined anew, then the checks of the corpus."""

import os
import time
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from lint.document import Document
from lint.examining import Examined, Examiner, digest, read, unreadable
from lint.finding import Diagnostic, Failure, Report, Severity
from lint.gathering import Gathering, GatheringError, InMemory, Status
from lint.linter import Linter
from lint.linters import Linters
from lint.readers import UnreadableError
from lint.roll import Roll, Target
from lint.schema import ConfigError
from lint.sharing import shared
from lint.targets import below, given

if TYPE_CHECKING:
    from lint.mending import Mending


class Sieve(Protocol):
    """What takes findings away that are not to be told: accepted ones, those on lines that nobody touched."""

    def accept(self, file: Path, report: Report, shows: Callable[[str], bool]) -> Report:
        """The report of a file without them; `shows` says whether findings of a check would be shown at all."""


class _Asked(NamedTuple):
    """A file, the linter that serves it, and its report where that is known."""

    target: Target
    linter: Linter
    key: bytes
    status: Status
    report: Report | None


# A report alone is that of a file which cannot be linted.
Item: TypeAlias = _Asked | Report
Items: TypeAlias = Iterable[tuple[Item, Target | None]]
Answers: TypeAlias = Callable[[Items], Iterator[tuple[Item, Examined | None]]]


class Run:
    """One run over files.

    `total` is their number, once it is known; `failing` counts the findings that make a run fail.
    With `mending`, fixes are carried out, and the reports are of what remains; what the `sieves` take away is not told,
    and files beyond `only` are not looked at but as a part of the corpus.
    Files are examined by `answers`, in this process or in others; `identify` gives what stands, besides its bytes, for
    all that a report depends on, where the `gathering` is to know it again.
    """

    def __init__(
        self,
        examiner: Examiner,
        gathering: Gathering | None = None,
        *,
        mending: "Mending | None" = None,
        sieves: Sequence[Sieve] = (),
        only: Container[str] | None = None,
        answers: Answers | None = None,
        identify: Callable[[Linter], bytes] | None = None,
    ) -> None:
        self.total = 0
        self.failing = 0
        self._examiner = examiner
        self._linters: Linters = examiner.linters
        self._gathering: Gathering = gathering or InMemory()
        self._mending = mending
        self._sieves = sieves
        self._only = only
        self._answers = answers or self._alone
        self._identify = identify
        self._keys: dict[Linter, bytes] = {}
        self._told: set[str] = set()
        self._earlier: dict[str, Report] = {}
        self._rest_is_there = False

    def reports(self, paths: Sequence[str], stdin: tuple[str, bytes] | None = None) -> Iterator[Report]:
        """The report of each file, in the order of their paths; those of the corpus follow in the same order.

        `stdin` is the name and the content of standard input, for the path “-”. Without paths, everything below the
        root's folder is linted.
        """
        targets, troubles = given(self._linters, paths or (self._root(),), stdin, self._only)
        self.total = len(targets)
        try:
            yield from troubles
            yield from self._reports(targets)
        finally:
            self._gathering.close()
            targets.close()

    def _reports(self, targets: Roll) -> Iterator[Report]:
        mending = self._mending is not None
        if mending and self._judging:
            self._mend_together(targets)
            mending = False
        for asked, report in self._mended(targets) if mending else self._examined(targets):
            if asked is not None:
                self._count(report, asked.linter)
            yield report
        if self._judging:
            yield from self._verdicts(targets)

    @property
    def _judging(self) -> bool:
        return self._linters.of_root.judges

    def _root(self) -> str:
        return os.path.relpath(self._linters.root.root)

    def _examined(
        self, targets: Iterable[Target], *, given: bool = True, tell: bool = True
    ) -> Iterator[tuple[_Asked | None, Report]]:
        """The report of each file; without a linter where it cannot be linted."""
        for item, examined in self._answers(self._items(targets, given=given)):
            if isinstance(item, Report):
                yield None, item
                continue
            report = item.report
            if report is None and examined is not None:
                report = examined.report
                if examined.content is not None:
                    self._gathering.add(item.target, item.key, examined.content, item.status, report, given=given)
            if report is not None:
                report = replace(report, marks=(), keys=(), signature=frozenset())
                yield item, self._with_earlier(self._sifted(item.target, item.linter, report)) if tell else report

    def _items(self, targets: Iterable[Target], *, given: bool) -> Items:
        for target in map(self._as_mended, targets):
            item = self._asked(target, given=given)
            if item is not None:
                known = isinstance(item, Report) or item.report is not None
                yield item, None if known else target

    def _asked(self, target: Target, *, given: bool = True, anew: bool = False) -> Item | None:
        """The file with its linter; nothing where it is excluded, or where its trouble was told of before."""
        try:
            linter = self._linters.of_file(target.place)
            if linter is None:
                return None
            status = _status(target)
            _check_size(status[0], linter.profile.max_file_size)
            key = b"" if anew else self._key(linter)
            report = None
            if key and target.data is None:
                report = self._gathering.find(target, key, status, given=given) or self._gathering.find_content(
                    target, key, digest(read(target)), status, given=given
                )
            return _Asked(target, linter, key, status, report)
        except (UnreadableError, OSError) as error:
            return unreadable(target.path, error)
        except ConfigError as error:
            # One configuration holds for many files: one word about it is enough.
            if str(error) in self._told:
                return None
            self._told.add(str(error))
            message = f"not checked, nor are others under this configuration: {error}"
            return Report(path=target.path, failures=(Failure(target.path, message),))

    def _as_mended(self, target: Target) -> Target:
        """Standard input as it goes on to standard output."""
        mending = self._mending
        if target.data is None or mending is None or not mending.write:
            return target
        return target._replace(data=mending.kept.get(Path(target.place), target.data))

    def _key(self, linter: Linter) -> bytes:
        if self._identify is None:
            return b""
        if linter not in self._keys:
            self._keys[linter] = self._identify(linter)
        return self._keys[linter]

    def _alone(self, items: Items) -> Iterator[tuple[Item, Examined | None]]:
        return chain.from_iterable(self._examiner.batches(items))

    def _sifted(self, target: Target, linter: Linter, report: Report) -> Report:
        for sieve in self._sieves:
            report = sieve.accept(Path(target.place), report, linter.reports)
        return report

    def _count(self, report: Report, linter: Linter) -> None:
        self.failing += sum(d.severity >= linter.profile.fail_level for d in report.diagnostics)

    def _mended(self, targets: Iterable[Target]) -> Iterator[tuple[_Asked | None, Report]]:
        """The report of each file once it is mended."""
        for target in targets:
            asked = self._asked(target, anew=True)
            if isinstance(asked, Report):
                yield None, asked
            elif asked is not None:
                yield asked, self._mend(asked)

    def _mend(self, asked: _Asked, verdicts: Sequence[Diagnostic] = ()) -> Report:
        """Mends a file; `verdicts` are those of the corpus on it, whose fixes are carried out too."""
        target, linter, mending = asked.target, asked.linter, self._mending
        if mending is None:
            raise RuntimeError("this run mends nothing")
        try:
            place = Path(target.place)
            data = mending.kept[place] if place in mending.kept else read(target)
            look = self._examiner.look(target, linter)

            def sifted(now: bytes) -> tuple[Document, Report]:
                document, report = look(now)
                report = self._sifted(target, linter, report)
                # What the corpus said holds for the file as it was.
                held = verdicts if now == data else ()
                return document, replace(report, diagnostics=(*report.diagnostics, *held))

            piped = target.data is not None
            return mending.mend(place, data, sifted, piped=piped, ahead=self._judging)
        except (UnreadableError, OSError) as error:
            return unreadable(target.path, error)

    def _mend_together(self, targets: Roll) -> None:
        """Carries out all fixes before anything is told: those of the corpus move lines of files already looked at."""
        from lint.fix import ROUNDS

        verdicts: dict[str, Report] = {}
        waiting = list(targets)
        for _ in range(ROUNDS):
            changed = False
            for target in waiting:
                asked = self._asked(target, anew=True)
                if isinstance(asked, _Asked):
                    of_corpus = verdicts[target.path].diagnostics if target.path in verdicts else ()
                    report = self._mend(asked, of_corpus)
                    changed = changed or report.change is not None
                    self._earlier[target.path] = self._with_earlier(report)
            if verdicts and not changed:
                break
            self._gathering.restart()
            for target in targets:
                if target.path in self._earlier:
                    self._gathering.add(target, b"", b"", (0, 0, 0), self._earlier[target.path], given=True)
            verdicts = {r.path: r for r in self._verdicts(targets, tell=False) if any(d.fix for d in r.diagnostics)}
            waiting = [target for target in targets if target.path in verdicts]
            if not waiting:
                break
        else:
            for target in waiting:
                failure = Failure(
                    target.path, "the fixes for lines that articles share never settle: look at this file"
                )
                self._earlier[target.path] = self._with_earlier(Report(path=target.path, failures=(failure,)))
        self._gathering.restart()
        self._told.clear()

    def _with_earlier(self, report: Report) -> Report:
        earlier = self._earlier.get(report.path)
        if earlier is None:
            return report
        from lint.mending import joined

        return joined(earlier, report)

    def _verdicts(self, targets: Roll, *, tell: bool = True) -> Iterator[Report]:
        """What the checks of the corpus say of the files; where nobody is told, nothing is counted."""
        verdicts: dict[str, list[Diagnostic]] = {}
        for verdict in self._judged(targets):
            if isinstance(verdict, Failure):
                yield Report(path="", failures=(verdict,))
            else:
                verdicts.setdefault(verdict.path, []).append(verdict)
        for target in targets if verdicts else ():
            linter = self._linters.of_file(target.place) if target.path in verdicts else None
            if linter is not None:
                report = self._sifted(target, linter, _shown(target.path, verdicts[target.path], linter))
                if tell:
                    self._count(report, linter)
                yield report

    def _judged(self, targets: Roll) -> list[Diagnostic | Failure]:
        judge = self._linters.of_root
        if not self._rest_is_there:
            self._gather(self._rest(targets), given=False)
            self._rest_is_there = True
        try:
            self._place_shared(targets)
            return list(judge.judge(self._gathering.groups(judge.least), self._gathering.corpus))
        except GatheringError:
            # The disk is full, or somebody took the file away: all over again, in memory.
            self._gathering.close()
            self._gathering = InMemory()
            self._gather(targets, given=True)
            self._gather(self._rest(targets), given=False)
            self._place_shared(targets)
            return list(judge.judge(self._gathering.groups(judge.least), self._gathering.corpus))

    def _place_shared(self, targets: Roll) -> None:
        """Goes back to the documents that share a line, or whatever else says nothing alone."""
        wanted = dict(shared(self._gathering.held))
        # To walk through the rest takes long, and mostly the given documents alone are new.
        for target in chain(targets, self._rest(targets)) if wanted else ():
            keys = wanted.pop(target.place, None)
            if keys is not None:
                content, marks = self._examiner.marks(target, keys)
                self._gathering.place(target, content, marks)
            if not wanted:
                return

    def _gather(self, targets: Iterable[Target], *, given: bool) -> None:
        for _ in self._examined(targets, given=given, tell=False):
            pass

    def _rest(self, targets: Roll) -> Iterator[Target]:
        """The documents that belong to the corpus but were not given: it is what the root includes."""
        if self._linters.root.path:
            for target in below(self._linters, self._root(), []):
                if target.place not in targets:
                    yield target


def _shown(path: str, verdicts: Iterable[Diagnostic], linter: Linter) -> Report:
    """What a file's own configuration shows of the verdicts on it."""
    own = [replace(verdict, severity=linter.severity_of(verdict.check)) for verdict in verdicts]
    selected = [verdict for verdict in own if verdict.severity is not Severity.OFF]
    loud = [verdict for verdict in selected if verdict.severity >= linter.profile.level]
    loud.sort(key=lambda verdict: (verdict.start, verdict.end, verdict.check))
    return Report(path=path, diagnostics=tuple(loud), hidden=len(selected) - len(loud))


def _status(target: Target) -> Status:
    """Size and time of a file, and the time of looking. Raises OSError."""
    if target.data is not None:
        return len(target.data), 0, 0
    now = time.time_ns()
    status = os.stat(target.place)
    return status.st_size, status.st_mtime_ns, now


def _check_size(size: int, most: float) -> None:
    """Raises UnreadableError where a file holds more than so many megabytes."""
    if size > most * 1_000_000:
        raise UnreadableError(
            f"holds {size / 1_000_000:.3g} MB, more than an article: not checked. "
            f"To check it, raise `max_file_size` (now {most:g}) in the configuration; to be rid of it, `exclude` it"
        )
