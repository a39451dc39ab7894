"""Paths to reports: which files, in which order; then the checks of the corpus."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lint.corpus import corpus_of, grouped
from lint.discovery import files
from lint.document import Document
from lint.finding import Diagnostic, Failure, Report, Severity
from lint.linter import Linter
from lint.linters import Linters
from lint.readers import BinaryError, Reader, UnreadableError, by_suffix
from lint.readers.text import TEXT
from lint.schema import ConfigError

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.mending import Mending

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A file to lint: its path as it is printed, and where it is. `data` is given for standard input alone."""

    path: str
    place: Path
    data: bytes | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """Files are sorted by the parts of their paths."""
        return PurePath(self.path).parts


class Run:
    """One run over files; `failing` counts the findings at or above the level that makes a run fail.

    With `mending`, fixes are carried out, and the reports are of what remains; of what the `baseline` holds they are
    silent.
    """

    def __init__(
        self,
        linters: Linters,
        mending: "Mending | None" = None,
        *,
        reader: Reader | None = None,
        baseline: "Baseline | None" = None,
    ) -> None:
        self.failing = 0
        self._linters = linters
        self._reader = reader
        self._mending = mending
        self._baseline = baseline
        self._told: set[str] = set()
        self._earlier: dict[str, Report] = {}
        self._given: frozenset[Path] = frozenset()
        self._rest: list[Report] | None = None

    def reports(self, paths: Sequence[str], stdin: tuple[str, bytes] | None = None) -> Iterator[Report]:
        """The report of each file, in the order of their paths; those of the corpus follow in the same order.

        `stdin` is the name and the content of standard input, for the path “-”. Without paths, everything below the
        root's folder is linted.
        """
        targets, troubles = self._targets(paths or (self._here(),), stdin)
        yield from troubles
        self._given = frozenset(target.place for target in targets)
        judging = self._linters.of_root.judges
        mending = self._mending is not None
        if judging and mending:
            self._mend_together(targets)
            mending = False
        marked: dict[str, Report] = {}
        for target in targets:
            report, linter = self._report(target, mend=mending)
            if report is None:
                continue
            if judging:
                marked[target.path] = replace(report, diagnostics=())
            if linter is not None:
                self._count(report, linter)
            yield report
        if judging:
            yield from self._judged(targets, marked)

    def _here(self) -> str:
        return os.path.relpath(self._linters.root.root)

    def _targets(self, paths: Iterable[str], stdin: tuple[str, bytes] | None) -> tuple[list[Target], list[Report]]:
        """The files to lint, each once and in order, and reports of the paths that led to none."""
        found: dict[Path, Target] = {}
        troubles: list[Report] = []
        for path in paths:
            place = Path(os.path.abspath(path))
            if path == STDIN and stdin is not None:
                target = Target(stdin[0], Path(os.path.abspath(stdin[0])), stdin[1])
                found.setdefault(target.place, target)
            elif place.is_dir():
                before = len(troubles)
                below = list(self._below(path, troubles))
                if not below and len(troubles) == before:
                    troubles.append(Report(path=path, skipped="no articles found in this folder"))
                for target in below:
                    found.setdefault(target.place, target)
            elif os.path.lexists(place):
                found.setdefault(place, Target(os.path.normpath(path), place))
            else:
                troubles.append(_failed(path, "there is no such file or folder"))
        return sorted(found.values(), key=lambda target: target.order), troubles

    def _below(self, folder: str, troubles: list[Report]) -> Iterator[Target]:
        def trouble(path: str, error: OSError) -> None:
            troubles.append(_failed(path, f"cannot be read: {error.strerror}"))

        place = Path(os.path.abspath(folder))
        for file in files(place, trouble):
            if self._included(file):
                yield Target(os.path.normpath(os.path.join(folder, file.relative_to(place))), file)

    def _included(self, file: Path) -> bool:
        try:
            config = self._linters.config(file.parent)
        except ConfigError:
            # The file is met again when it is linted, and its configuration told of then.
            return True
        if config.include is not None:
            return config.include.match(config.relative(file))
        return by_suffix(self._linters.registry.readers, file.name) is not None

    def _report(
        self, target: Target, verdicts: Sequence[Diagnostic] = (), *, mend: bool = False
    ) -> tuple[Report | None, Linter | None]:
        """The report of a file and its linter; no report where the file is excluded or was told of before.

        `verdicts` are those of the corpus on the file, whose fixes are carried out too.
        """
        try:
            linter = self._linters.of_file(target.place)
            if linter is None:
                return None, None
            _check_size(target, linter.profile.max_file_size)
            data = self._data(target, mend=mend)
            if mend and self._mending is not None:
                look = self._look(target, linter, data, verdicts)
                piped, ahead = target.data is not None, self._linters.of_root.judges
                return self._mending.mend(target.place, data, look, piped=piped, ahead=ahead), linter
            report = self._look(target, linter)(data)[1]
            return self._with_earlier(target, report), linter
        except BinaryError as error:
            return Report(path=target.path, skipped=str(error)), None
        except UnreadableError as error:
            return _failed(target.path, str(error)), None
        except OSError as error:
            return _failed(target.path, f"cannot be read: {error.strerror}"), None
        except ConfigError as error:
            # One configuration holds for many files: one word about it is enough.
            if str(error) in self._told:
                return None, None
            self._told.add(str(error))
            return _failed(target.path, f"not checked, nor are others under this configuration: {error}"), None

    def _data(self, target: Target, *, mend: bool) -> bytes:
        mending = self._mending
        if mending is not None and (mend or mending.write) and target.place in mending.kept:
            return mending.kept[target.place]
        return target.place.read_bytes() if target.data is None else target.data

    def _look(
        self, target: Target, linter: Linter, before: bytes = b"", verdicts: Sequence[Diagnostic] = ()
    ) -> Callable[[bytes], tuple[Document, Report]]:
        """Reads and lints bytes of a file; the verdicts of the corpus hold for what it held `before`."""
        reader = self._reader or by_suffix(self._linters.registry.readers, target.path) or TEXT

        def look(data: bytes) -> tuple[Document, Report]:
            document = reader.read(target.path, data, linter.profile.settings)
            report = linter.lint(document)
            report = self._news(target, report, linter)
            if verdicts and data == before:
                report = replace(report, diagnostics=(*report.diagnostics, *verdicts))
            return document, report

        return look

    def _news(self, target: Target, report: Report, linter: Linter) -> Report:
        if self._baseline is None or target.place not in self._given:
            return report
        return self._baseline.accept(target.place, report, linter.reports)

    def _count(self, report: Report, linter: Linter) -> None:
        self.failing += sum(d.severity >= linter.profile.fail_level for d in report.diagnostics)

    def _with_earlier(self, target: Target, report: Report) -> Report:
        earlier = self._earlier.get(target.path)
        if earlier is None:
            return report
        from lint.mending import joined

        return joined(earlier, report)

    def _mend_together(self, targets: Sequence[Target]) -> None:
        """Carries out all fixes before anything is told: those of the corpus move lines of files already looked at."""
        from lint.fix import ROUNDS

        verdicts: dict[str, Report] = {}
        waiting = targets
        for _ in range(ROUNDS):
            changed = False
            for target in waiting:
                of_corpus = verdicts[target.path].diagnostics if target.path in verdicts else ()
                report, _linter = self._report(target, of_corpus, mend=True)
                if report is not None:
                    changed = changed or report.change is not None
                    self._earlier[target.path] = self._with_earlier(target, report)
            if verdicts and not changed:
                break
            judged = self._judged(targets, dict(self._earlier), tell=False)
            verdicts = {report.path: report for report in judged if any(d.fix for d in report.diagnostics)}
            waiting = [target for target in targets if target.path in verdicts]
            if not waiting:
                break
        else:
            for target in waiting:
                failure = Failure(
                    target.path, "the fixes for lines that articles share never settle: look at this file"
                )
                self._earlier[target.path] = self._with_earlier(target, Report(path=target.path, failures=(failure,)))
        self._told.clear()

    def _judged(self, targets: Sequence[Target], reports: dict[str, Report], *, tell: bool = True) -> Iterator[Report]:
        """What the checks of the corpus say of these reports' marks; where nobody is told, nothing is counted."""
        for report in self._rest_of_corpus():
            reports.setdefault(report.path, report)
        marks = [mark for report in reports.values() for mark in report.marks]
        corpus = corpus_of(reports.values())
        verdicts: dict[str, list[Diagnostic]] = {}
        for verdict in self._linters.of_root.judge(grouped(marks), corpus):
            if isinstance(verdict, Failure):
                yield Report(path="", failures=(verdict,))
            else:
                verdicts.setdefault(verdict.path, []).append(verdict)
        for target in targets:
            linter = self._linters.of_file(target.place) if target.path in verdicts else None
            if linter is not None:
                report = self._news(target, _shown(target.path, verdicts[target.path], linter), linter)
                if tell:
                    self._count(report, linter)
                yield report

    def _rest_of_corpus(self) -> list[Report]:
        """The marks of the documents that belong to the corpus but were not given: it is what the root includes."""
        if self._rest is None:
            self._rest = []
            below = self._below(self._here(), []) if self._linters.root.path else ()
            for target in sorted(below, key=lambda target: target.order):
                if target.place not in self._given and (report := self._report(target)[0]) is not None:
                    self._rest.append(replace(report, diagnostics=()))
        return self._rest


def _shown(path: str, verdicts: Iterable[Diagnostic], linter: Linter) -> Report:
    """What a file's own configuration shows of the verdicts on it."""
    own = [replace(verdict, severity=linter.severity_of(verdict.check)) for verdict in verdicts]
    selected = [verdict for verdict in own if verdict.severity is not Severity.OFF]
    loud = [verdict for verdict in selected if verdict.severity >= linter.profile.level]
    loud.sort(key=lambda verdict: (verdict.start, verdict.end, verdict.check))
    return Report(path=path, diagnostics=tuple(loud), hidden=len(selected) - len(loud))


def _check_size(target: Target, most: float) -> None:
    """Raises UnreadableError where a file holds more than so many megabytes."""
    size = target.place.stat().st_size if target.data is None else len(target.data)
    if size > most * 1_000_000:
        raise UnreadableError(
            f"holds {size / 1_000_000:.3g} MB, more than an article: not checked. "
            f"To check it, raise `max_file_size` (now {most:g}) in the configuration; to be rid of it, `exclude` it"
        )


def _failed(path: str, message: str) -> Report:
    return Report(path=path, failures=(Failure(path, message),))
