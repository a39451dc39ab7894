"""A check run over an archive: how often it speaks, and a random sample of what it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from lint.config import Config
from lint.corpus import corpus_of, grouped
from lint.document import Document
from lint.examining import Examiner, read, unreadable
from lint.finding import Diagnostic, Failure, Mark, Report
from lint.linters import Linters
from lint.readers import UnreadableError
from lint.registry import Registry
from lint.schema import ConfigError
from lint.targets import given

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES, _WORDS = 1_000, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What came of a run; `sample` is in the order of the archive. Articles in other languages are `passed_over`."""

    check: str
    articles: int
    words: int
    findings: int
    holders: int
    sample: tuple[Diagnostic, ...]
    seed: int
    passed_over: int = 0
    failures: tuple[Failure, ...] = ()

    @property
    def summary(self) -> str:
        """How often the check spoke, in a line."""
        if not self.articles:
            return f"{self.check}: no article that it could be tried on; `copydesk config PATH` says what is read there"
        size = f"{_counted(self.articles, 'article')} ({self.words:,} words)"
        return (
            f"{self.check}: {_counted(self.findings, 'finding')} in {self.holders:,} of {size}: "
            f"{self.findings * _ARTICLES / self.articles:.1f} per 1,000 articles, "
            f"{self.findings * _WORDS / max(1, self.words):.2f} per 10,000 words"
        )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


class Sample:
    """So many items of a stream, each as likely as any other (Vitter's algorithm R)."""

    def __init__(self, size: int, seed: int) -> None:
        self.seen = 0
        self._size = size
        # Nothing here is a secret; the same seed is to give the same sample.
        self._random = Random(seed)  # noqa: S311
        self._kept: list[tuple[int, Diagnostic]] = []

    def add(self, item: Diagnostic) -> None:
        """Offers the next item of the stream."""
        self.seen += 1
        if len(self._kept) < self._size:
            self._kept.append((self.seen, item))
        elif (place := self._random.randrange(self.seen)) < self._size:
            self._kept[place] = (self.seen, item)

    @property
    def items(self) -> tuple[Diagnostic, ...]:
        """The sample, in the order of the stream."""
        return tuple(item for _, item in sorted(self._kept, key=lambda kept: kept[0]))


def linters_for(name: str, registry: Registry, root: Config, *, explicit: bool) -> tuple[str, Linters]:
    """The name of the check that is meant, and linters that run it alone, whatever its severity.

    Raises ConfigError where there is no such check.
    """
    alone = {"select": (name,), "level": "info", "severity": {name: "info"}}
    try:
        linters = Linters(registry, root, explicit=explicit, command_line=alone)
        checks = linters.registry.named(name)
    except ConfigError as error:
        # Nobody said --select.
        raise ConfigError(str(error).removeprefix("--select: ")) from None
    if len(checks) != 1:
        raise ConfigError(f"“{name}” is a group: try one of its checks: {', '.join(check.name for check in checks)}")
    return checks[0].name, linters


def survey(check: str, linters: Linters, paths: Iterable[str], *, size: int, seed: int) -> Survey:
    """Runs the check over all articles that the paths lead to."""
    sample = Sample(size, seed)
    holders: set[str] = set()
    failures: list[Failure] = []
    signatures: list[Report] = []
    marks: list[Mark] = []
    articles = length = passed_over = 0

    def note(diagnostic: Diagnostic) -> None:
        if diagnostic.check == check:
            sample.add(diagnostic)
            holders.add(diagnostic.path)

    for document, report in _examined(linters, paths, failures):
        if report.passed_over:
            passed_over += 1
            continue
        articles += 1
        length += len(_WORD.findall(document.text))
        failures.extend(report.failures)
        for diagnostic in report.diagnostics:
            note(diagnostic)
        marks.extend(mark for mark in report.marks if mark.check == check)
        signatures.append(Report(path=report.path, signature=report.signature))
    for verdict in linters.of_root.judge(grouped(marks), corpus_of(signatures)):
        if isinstance(verdict, Failure):
            failures.append(verdict)
        else:
            note(verdict)
    return Survey(
        check=check,
        articles=articles,
        words=length,
        findings=sample.seen,
        holders=len(holders),
        sample=sample.items,
        seed=seed,
        passed_over=passed_over,
        failures=tuple(failures),
    )


def _examined(linters: Linters, paths: Iterable[str], failures: list[Failure]) -> Iterator[tuple[Document, Report]]:
    examiner = Examiner(linters)
    targets, troubles = given(linters, paths)
    failures.extend(failure for trouble in troubles for failure in trouble.failures)
    for target in targets:
        try:
            linter = linters.of_file(target.place)
            if linter is not None:
                yield examiner.look(target, linter)(read(target))
        except (UnreadableError, OSError, ConfigError) as error:
            failures.extend(unreadable(target.path, error).failures)
