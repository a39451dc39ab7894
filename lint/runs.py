"""Paths to reports: which files, with which configuration, in which order; then the checks of the corpus."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from lint.config import Config, load, nearest
from lint.corpus import corpus_of
from lint.discovery import files
from lint.document import Document
from lint.finding import Diagnostic, Failure, Mark, Report, Severity
from lint.linter import Linter
from lint.readers import BinaryError, UnreadableError, by_suffix
from lint.readers.text import TEXT
from lint.registry import Registry
from lint.schema import ConfigError, Table

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


def root_config(paths: Sequence[str], explicit: str | None = None) -> Config:
    """The configuration nearest above all given paths, or the one named by hand. Raises ConfigError."""
    if explicit is not None:
        config = load(Path(os.path.abspath(explicit)))
        if config is None:
            raise ConfigError(f"{explicit}: holds no configuration of copydesk")
        return config
    places = [Path(os.path.abspath(path)) for path in paths if path != STDIN] or [Path.cwd()]
    try:
        common = Path(os.path.commonpath([place if place.is_dir() else place.parent for place in places]))
    except ValueError:
        common = Path.cwd()
    return nearest(common) or Config(root=Path.cwd())


class Run:
    """One run over files: a linter for each distinct configuration, and a count of what makes it fail.

    `explicit` says that `root` was named by hand and holds for every file; `command_line` is laid over every
    configuration.
    """

    def __init__(self, registry: Registry, root: Config, *, explicit: bool = False, command_line: Table = {}) -> None:  # noqa: B006
        self.failing = 0
        self._registry = registry
        self._command_line = command_line
        self._explicit = explicit
        self._root = self._adopted(root)
        self._folders: dict[Path, Config | ConfigError] = {}
        self._linters: dict[tuple[str, tuple[int, ...]], Linter] = {}
        self._told: set[str] = set()

    def reports(self, paths: Sequence[str], stdin: tuple[str, bytes] | None = None) -> Iterator[Report]:
        """The report of each file, in the order of their paths; those of the corpus follow in the same order.

        `stdin` is the name and the content of standard input, for the path “-”. Without paths, everything below the
        root's folder is linted.
        """
        targets, troubles = self._targets(paths or (self._here(),), stdin)
        yield from troubles
        marks: list[Mark] = []
        signatures: dict[str, frozenset[int]] = {}
        judging = self._linter(self._root, ()).judges
        for target in targets:
            report = self._report(target)
            if report is None:
                continue
            if judging:
                marks += report.marks
                signatures[report.path] = report.signature
            yield self._counted(report, target)
        if judging:
            yield from self._judged(targets, marks, signatures)

    # --- which files ---

    def _here(self) -> str:
        return os.path.relpath(self._root.root)

    def _targets(self, paths: Iterable[str], stdin: tuple[str, bytes] | None) -> tuple[list[Target], list[Report]]:
        found: dict[Path, Target] = {}
        troubles: list[Report] = []
        for path in paths:
            place = Path(os.path.abspath(path))
            if path == STDIN and stdin is not None:
                target = Target(stdin[0], Path(os.path.abspath(stdin[0])), stdin[1])
                found.setdefault(target.place, target)
            elif place.is_dir():
                below = list(self._below(path, troubles))
                if not below:
                    troubles.append(Report(path=path, skipped="no articles found in this folder"))
                for target in below:
                    found.setdefault(target.place, target)
            elif os.path.lexists(place):
                found.setdefault(place, Target(os.path.normpath(path), place))
            else:
                troubles.append(Report(path=path, failures=(Failure(path, "there is no such file or folder"),)))
        return sorted(found.values(), key=lambda target: target.order), troubles

    def _below(self, folder: str, troubles: list[Report]) -> Iterator[Target]:
        def trouble(path: str, error: OSError) -> None:
            troubles.append(Report(path=path, failures=(Failure(path, f"cannot be read: {error.strerror}"),)))

        place = Path(os.path.abspath(folder))
        for file in files(place, trouble):
            config = self._config(file.parent)
            if isinstance(config, Config) and not self._included(config, file):
                continue
            yield Target(os.path.normpath(os.path.join(folder, file.relative_to(place))), file)

    def _included(self, config: Config, file: Path) -> bool:
        if config.include is not None:
            return config.include.match(config.relative(file))
        return by_suffix(self._registry.readers, file.name) is not None

    # --- with which configuration ---

    def _config(self, folder: Path) -> Config | ConfigError:
        if self._explicit:
            return self._root
        if folder not in self._folders:
            try:
                found = nearest(folder)
                same = found is None or found.path == self._root.path
                self._folders[folder] = self._root if found is None or same else self._adopted(found, nested=True)
            except ConfigError as error:
                self._folders[folder] = error
        return self._folders[folder]

    def _adopted(self, config: Config, *, nested: bool = False) -> Config:
        """The configuration with the command line laid over it, once its names are known to be right."""
        if nested and config.plugins:
            raise ConfigError(f"{config.path}: `plugins` belongs in the configuration of the root, {self._root.path}")
        config = replace(config, command_line=self._command_line)
        self._registry.validate(config)
        return config

    def _linter(self, config: Config, overrides: tuple[int, ...]) -> Linter:
        key = (config.path, overrides)
        if key not in self._linters:
            self._linters[key] = Linter(
                config.profile(overrides),
                self._registry,
                relative=lambda path: config.relative(Path(os.path.abspath(path))),
            )
        return self._linters[key]

    def _linter_for(self, target: Target) -> Linter | None:
        config = self._config(target.place.parent)
        if isinstance(config, ConfigError):
            raise config
        if config.exclude.match(config.relative(target.place)):
            return None
        return self._linter(config, config.overrides_for(target.place))

    # --- and what is said of them ---

    def _report(self, target: Target) -> Report | None:
        try:
            linter = self._linter_for(target)
            return None if linter is None else linter.lint(self._read(target, linter))
        except BinaryError as error:
            return Report(path=target.path, skipped=str(error))
        except UnreadableError as error:
            return _failed(target, str(error))
        except OSError as error:
            return _failed(target, f"cannot be read: {error.strerror}")
        except ConfigError as error:
            # The same configuration holds for many files: one word about it is enough.
            if str(error) in self._told:
                return None
            self._told.add(str(error))
            return _failed(target, f"not checked, nor are others under the same configuration: {error}")

    def _read(self, target: Target, linter: Linter) -> Document:
        data = target.place.read_bytes() if target.data is None else target.data
        reader = by_suffix(self._registry.readers, target.path) or TEXT
        return reader.read(target.path, data, linter.profile.settings)

    def _counted(self, report: Report, target: Target) -> Report:
        if report.diagnostics and (linter := self._linter_for(target)) is not None:
            self.failing += sum(d.severity >= linter.profile.fail_level for d in report.diagnostics)
        return report

    def _judged(
        self, targets: Sequence[Target], marks: list[Mark], signatures: dict[str, frozenset[int]]
    ) -> Iterator[Report]:
        given = {target.path: target for target in targets}
        for report in self._rest_of_corpus(targets):
            marks += report.marks
            signatures[report.path] = report.signature
        verdicts: dict[str, list[Diagnostic]] = {}
        hidden: dict[str, int] = {}
        for verdict in self._linter(self._root, ()).judge(marks, corpus_of(signatures)):
            if isinstance(verdict, Failure):
                yield Report(path="", failures=(verdict,))
            elif verdict.path in given:
                linter = self._linter_for(given[verdict.path])
                severity = linter.severity_of(verdict.check) if linter else Severity.OFF
                if linter and severity >= max(linter.profile.level, Severity.INFO):
                    verdicts.setdefault(verdict.path, []).append(replace(verdict, severity=severity))
                elif severity is not Severity.OFF:
                    hidden[verdict.path] = hidden.get(verdict.path, 0) + 1
        for target in targets:
            if target.path in verdicts or target.path in hidden:
                found = sorted(verdicts.get(target.path, ()), key=lambda d: (d.start, d.end, d.check))
                report = Report(path=target.path, diagnostics=tuple(found), hidden=hidden.get(target.path, 0))
                yield self._counted(report, target)

    def _rest_of_corpus(self, targets: Sequence[Target]) -> Iterator[Report]:
        """The marks of the documents that belong to the corpus but were not given: it is what the root includes."""
        if not self._root.path:
            return
        known = {target.place for target in targets}
        for target in sorted(self._below(self._here(), []), key=lambda target: target.order):
            if target.place not in known and (report := self._report(target)) is not None:
                yield report


def _failed(target: Target, message: str) -> Report:
    return Report(path=target.path, failures=(Failure(target.path, message),))
