"""Paths to reports: which files, in which order; then the checks of the corpus."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from lint.corpus import corpus_of
from lint.discovery import files
from lint.finding import Diagnostic, Failure, Mark, Report, Severity
from lint.linter import Linter
from lint.linters import Linters
from lint.readers import BinaryError, UnreadableError, by_suffix
from lint.readers.text import TEXT
from lint.schema import ConfigError

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
    """One run over files; `failing` counts the findings at or above the level that makes a run fail."""

    def __init__(self, linters: Linters) -> None:
        self.failing = 0
        self._linters = linters
        self._told: set[str] = set()

    def reports(self, paths: Sequence[str], stdin: tuple[str, bytes] | None = None) -> Iterator[Report]:
        """The report of each file, in the order of their paths; those of the corpus follow in the same order.

        `stdin` is the name and the content of standard input, for the path “-”. Without paths, everything below the
        root's folder is linted.
        """
        targets, troubles = self._targets(paths or (self._here(),), stdin)
        yield from troubles
        judging = self._linters.of_root.judges
        marks: list[Mark] = []
        signatures: dict[str, frozenset[int]] = {}
        for target in targets:
            report, linter = self._report(target)
            if report is None:
                continue
            if judging:
                marks += report.marks
                signatures[report.path] = report.signature
            if linter is not None:
                self._count(report, linter)
            yield report
        if judging:
            yield from self._judged(targets, marks, signatures)

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

    def _report(self, target: Target) -> tuple[Report | None, Linter | None]:
        """The report of a file and its linter; no report where the file is excluded or was told of before."""
        try:
            linter = self._linters.of_file(target.place)
            if linter is None:
                return None, None
            data = target.place.read_bytes() if target.data is None else target.data
            reader = by_suffix(self._linters.registry.readers, target.path) or TEXT
            return linter.lint(reader.read(target.path, data, linter.profile.settings)), linter
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

    def _count(self, report: Report, linter: Linter) -> None:
        self.failing += sum(d.severity >= linter.profile.fail_level for d in report.diagnostics)

    def _judged(
        self, targets: Sequence[Target], marks: list[Mark], signatures: dict[str, frozenset[int]]
    ) -> Iterator[Report]:
        for report in self._rest_of_corpus(targets):
            marks += report.marks
            signatures[report.path] = report.signature
        verdicts: dict[str, list[Diagnostic]] = {}
        for verdict in self._linters.of_root.judge(marks, corpus_of(signatures)):
            if isinstance(verdict, Failure):
                yield Report(path="", failures=(verdict,))
            else:
                verdicts.setdefault(verdict.path, []).append(verdict)
        for target in targets:
            linter = self._linters.of_file(target.place) if target.path in verdicts else None
            if linter is not None:
                report = _shown(target.path, verdicts[target.path], linter)
                self._count(report, linter)
                yield report

    def _rest_of_corpus(self, targets: Sequence[Target]) -> Iterator[Report]:
        """The marks of the documents that belong to the corpus but were not given: it is what the root includes."""
        if not self._linters.root.path:
            return
        known = {target.place for target in targets}
        for target in sorted(self._below(self._here(), []), key=lambda target: target.order):
            if target.place not in known and (report := self._report(target)[0]) is not None:
                yield report


def _shown(path: str, verdicts: Iterable[Diagnostic], linter: Linter) -> Report:
    """What a file's own configuration shows of the verdicts on it."""
    own = [replace(verdict, severity=linter.severity_of(verdict.check)) for verdict in verdicts]
    selected = [verdict for verdict in own if verdict.severity is not Severity.OFF]
    loud = [verdict for verdict in selected if verdict.severity >= linter.profile.level]
    loud.sort(key=lambda verdict: (verdict.start, verdict.end, verdict.check))
    return Report(path=path, diagnostics=tuple(loud), hidden=len(selected) - len(loud))


def _failed(path: str, message: str) -> Report:
    return Report(path=path, failures=(Failure(path, message),))
