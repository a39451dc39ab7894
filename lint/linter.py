"""The one engine: a document in, a report out. No other part of copydesk runs, sorts, filters or places findings."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from lint.config import ALL, Profile
from lint.containing import (
    CRASHES,
    Containment,
    Diverted,
    checked,
    checked_mark,
    checked_verdicts,
    diverted,
    known_options,
)
from lint.corpus import Corpus, Groups, signature
from lint.document import NO_ACTION, Document
from lint.finding import Diagnostic, Failure, Finding, Fix, Found, Mark, Report, Severity
from lint.gate import Gate
from lint.kinds import Check, Kind
from lint.placing import Placer, fingerprint, judged
from lint.registry import Registry
from lint.schema import ConfigError
from lint.sharing import key_hash
from lint.span import Position, Span
from lint.unused import Silencer, complaint, names_of, still_unused, unused_suppression
from lint.views.folded import fold_all, folded
from lint.views.language import language

UNUSED = unused_suppression.name
# So much alike, one name is taken for a slip of the other.
_NEAR = 0.8


class _Task(NamedTuple):
    check: Check
    options: Mapping[str, Any]


class _Work:
    """What has come of a document so far."""

    def __init__(self, document: Document, stream: Diverted) -> None:
        self.document = document
        self.failures: list[Failure] = []
        self.containment = Containment(document, self.failures, stream)
        self.found: list[Found] = []
        self.keys: list[int] = []
        self.marked: list[tuple[Check, str, Span, Fix | None]] = []
        self.passed_over = ""


class Linter:
    """Runs the checks that one profile selects.

    `relative` gives a path below the root, for fingerprints; `root` is the profile whose checks of the corpus run, with
    its options, where that is another one. Raises ConfigError where a profile names an unknown check.
    """

    def __init__(
        self,
        profile: Profile,
        registry: Registry,
        *,
        relative: Callable[[str], str] = lambda path: path,
        root: Profile | None = None,
    ) -> None:
        root = root or profile
        self.profile = profile
        self._registry = registry
        self._relative = relative
        selected = registry.selected(profile)
        by_kind = {kind: [check for check in selected if check.kind is kind] for kind in Kind}
        corpus = [check for check in registry.selected(root) if check.kind is Kind.CORPUS]
        self._shown = frozenset(check.name for check in selected)
        self._report_checks = tuple(by_kind[Kind.REPORT])
        self._corpus_checks = {check.name: check for check in corpus}
        self._checks = self._with_needed([*by_kind[Kind.DOCUMENT], *corpus])
        self._severity = {check.name: registry.severity(check, profile) for check in selected}
        self._options = {check.name: registry.options(check, profile) for check in (*self._checks, *selected)}
        self._options |= {check.name: registry.options(check, root) for check in corpus}
        self._meanings: dict[str, frozenset[str]] = {}
        # Checks that are never called, and why.
        self._unusable: dict[str, str] = {}

    @property
    def judges(self) -> bool:
        """Whether there are checks of the corpus to run."""
        return bool(self._corpus_checks)

    def lint(self, document: Document, *, briefly: bool = False) -> Report:
        """All that the selected checks say of one document. A check that raises becomes a failure of the report.

        `briefly` leaves out marks that say nothing alone: `marks` gives them once their keys stand elsewhere, too.
        """
        return self.lint_all((document,), briefly=briefly)[0]

    def lint_all(self, documents: Iterable[Document], *, briefly: bool = False) -> list[Report]:
        """The reports of some documents, as `lint` gives them.

        Each check goes through all of them before the next one begins: what it needs (its code, its patterns, tables
        of words) lies near the processor then. Thirty articles at a time take a sixth less than one by one.
        """
        with diverted() as stream:
            works = [_Work(document, stream) for document in documents]
            waiting: list[list[_Work]] = [[] for _ in self._tasks]
            for work in works:
                due, work.passed_over = self._due(work.document)
                for number in due:
                    waiting[number].append(work)
            for task, some in zip(self._tasks, waiting, strict=True):
                for work in some:
                    self._run(task, work, briefly=briefly)
            silencers = [self._silenced(work) for work in works]
        return [self._report(work, silencer) for work, silencer in zip(works, silencers, strict=True)]

    def _run(self, task: _Task, work: _Work, *, briefly: bool) -> None:
        """Runs a check on one document."""
        check, options = task
        if not work.containment.holds(check):
            return
        if check.kind is not Kind.CORPUS:
            if given := work.containment.given(check, options, checked):
                native = (item for item in given if not self._foreign(check, item.span, work.document))
                work.found += [self._found(check, item) for item in native]
            return
        for mark in work.containment.given(check, options, checked_mark):
            if check.least > 1:
                work.keys.append(key_hash(check.name, mark[0]))
            if check.least == 1 or not briefly:
                work.marked.append((check, *mark))

    def _silenced(self, work: _Work) -> Silencer:
        """Takes away what the author silenced, and asks the checks of the report about the rest."""
        silencer = Silencer(work.document, self._meant)
        work.found = [f for f in dict.fromkeys(work.found) if not silencer.silent(f.finding.span, f.check, f.group)]
        observed = tuple(sorted(work.found, key=_order))
        for check, options in self._report_tasks:
            for finding in work.containment.given(check, options, checked, observed):
                if not silencer.silent(finding.span, check.name, check.group):
                    work.found.append(self._found(check, finding))
        return silencer

    def _report(self, work: _Work, silencer: Silencer) -> Report:
        document = work.document
        failures = (*work.failures, *(Failure(document.path, why, check=name) for name, why in self._unusable.items()))
        shown = [f for f in work.found if f.check in self._shown]
        placer = Placer(document, self._relative(document.path), frozenset(c.name for c in self._report_checks))
        loud = sorted((f for f in shown if f.severity >= self.profile.level), key=_order)
        marks = [
            placer.mark(c.name, key, span, fix, suppressed=silencer.silent(span, c.name, c.group, certain=False))
            for c, key, span, fix in work.marked
        ]
        if UNUSED in self._corpus_checks:
            failed = {failure.check for failure in failures}
            marks += silencer.unused(lambda name: self._ran(name, document, failed))
        return Report(
            path=document.path,
            # The order of the text is not always that of the source: the text of a picture follows its paragraph.
            diagnostics=tuple(sorted((placer.diagnostic(f) for f in loud), key=_place)),
            marks=tuple(marks),
            keys=tuple(work.keys),
            signature=signature(document) if self.judges else frozenset(),
            failures=failures,
            hidden=len(shown) - len(loud),
            passed_over=work.passed_over,
        )

    def marks(self, document: Document, keys: Container[int]) -> tuple[Mark, ...]:
        """The marks whose keys, as hashes, other documents hold; what went wrong was told by `lint`."""
        silencer = Silencer(document, self._meant)
        placer = Placer(document, self._relative(document.path))
        found = []
        with diverted() as stream:
            containment = Containment(document, [], stream)
            for check, options in map(self._tasks.__getitem__, self._due(document)[0]):
                if check.kind is not Kind.CORPUS or check.least == 1:
                    continue
                for key, span, fix in containment.given(check, options, checked_mark):
                    if key_hash(check.name, key) in keys:
                        silent = silencer.silent(span, check.name, check.group, certain=False)
                        found.append(placer.mark(check.name, key, span, fix, suppressed=silent))
        return tuple(found)

    def least(self, check: str) -> int:
        """How many marks with one key a check of the corpus wants to see together."""
        known = self._corpus_checks.get(check)
        return known.least if known else 1

    def judge(self, groups: Groups, corpus: Corpus) -> Iterator[Diagnostic | Failure]:
        """What the checks of the corpus say of its marks, which come grouped by check and key."""
        unused: list[Mark] = []
        silenced: list[Mark] = []
        for name, key, alike in groups:
            if name == UNUSED:
                unused.extend(alike)
                continue
            check = self._corpus_checks.get(name)
            if check is None or check.judge is None:
                continue
            with diverted() as stream:
                try:
                    options = known_options(check.judge, self._options[name])
                    verdicts = checked_verdicts(check.judge(alike, corpus, **options), alike)
                    failed = ""
                except CRASHES as error:
                    verdicts, failed = [], f"the check failed: {type(error).__name__}: {error}"
            printed = stream.taken()
            for told in (failed, printed and f"the check {printed}"):
                if told:
                    yield Failure("", told, check=name)
            for mark, message, notes in verdicts:
                if mark.suppressed:
                    silenced.append(mark)
                else:
                    path = self._relative(mark.path)
                    yield judged(check, self.severity_of(name), mark, message, notes, fingerprint(path, name, key))
        if unused:
            yield from self._unused(still_unused(unused, silenced, self._meant))

    def _unused(self, marks: Iterable[Mark]) -> Iterator[Diagnostic]:
        seen: Counter[tuple[str, ...]] = Counter()
        for mark in marks:
            key = (self._relative(mark.path), UNUSED, names_of(mark))
            seen[key] += 1
            found = fingerprint(*key, str(seen[key]))
            yield judged(
                self._corpus_checks[UNUSED], self.severity_of(UNUSED), mark, complaint(mark, self._nearest), (), found
            )

    def reports(self, check: str) -> bool:
        """Whether findings of a check would be shown; those of one that does not exist are missed by nobody."""
        return check not in self._registry.checks or self.severity_of(check) >= self.profile.level

    def severity_of(self, check: str) -> Severity:
        """The severity that this profile gives to a check, OFF where it does not select it."""
        return self._severity.get(check, Severity.OFF)

    def _meant(self, name: str) -> frozenset[str]:
        """The checks that a name in a suppression stands for, none where nothing is called so; "" for all."""
        if name not in self._meanings:
            try:
                checks = self._registry.named(name or ALL)
            except ConfigError:
                checks = ()
            self._meanings[name] = frozenset(check.name for check in checks)
        return self._meanings[name]

    def _nearest(self, name: str) -> str:
        """The check or group that a name in a suppression may mean, where nothing is called so."""
        if self._meant(name):
            return ""
        from difflib import get_close_matches

        known = sorted({*self._registry.checks, *(check.group for check in self._registry.checks.values())})
        return next(iter(get_close_matches(name, known, n=1, cutoff=_NEAR)), "")

    def _ran(self, name: str, document: Document, failed: Collection[str]) -> bool:
        """Whether all checks ran that a name in a suppression stands for.

        Of a group, those do not count that are off, or do not know the language: nobody expects them to find anything.
        """
        if name.startswith(NO_ACTION) or self._nearest(name):
            return True
        known = self._registry.checks
        meant = [known[each] for each in self._meant(name)]
        single = len(meant) == 1 and name != meant[0].group
        idle = [
            check
            for check in meant
            if self._registry.severity(check, self.profile) is Severity.OFF
            or (check.languages and not self._speaks(check, document))
        ]
        counted = [check for check in meant if check not in idle and check.name != UNUSED]
        ran = {check.name for check in (*self._checks, *self._report_checks)} - set(failed)
        return bool(counted) and not (single and idle) and all(check.name in ran for check in counted)

    def _with_needed(self, checks: list[Check]) -> tuple[Check, ...]:
        groups = {group for check in self._report_checks for group in check.needs}
        # What a house ignores is no fault there, so no verdict rests on it.
        ignored = {check.name for name in self.profile.ignore for check in self._registry.named(name)}
        needed = [
            check
            for name, check in sorted(self._registry.checks.items())
            if check.group in groups
            and check.kind is Kind.DOCUMENT
            and name not in self._shown
            and name not in ignored
            and self._registry.severity(check, self.profile) is not Severity.OFF
        ]
        return tuple(sorted((*checks, *needed), key=lambda check: check.name))

    @cached_property
    def _gate(self) -> tuple[frozenset[int], Gate | None]:
        """The numbers of the checks that are always due, and the gate for the others, if there are any."""
        gated: dict[int, tuple[str, ...]] = {}
        always = set()
        for number, check in enumerate(self._checks):
            try:
                literals = fold_all(check.necessary_literals(self.profile.settings))
                if "" in literals:
                    raise ValueError("every text holds the empty literal")
            except CRASHES as error:
                self._unusable[check.name] = f"its literals cannot be used: {type(error).__name__}: {error}"
                continue
            if literals:
                gated[number] = literals
            else:
                always.add(number)
        return frozenset(always), Gate(gated) if gated else None

    def _due(self, document: Document) -> tuple[list[int], str]:
        """The numbers of the checks without literals, and of those one of whose literals the document holds, in order.

        Checks that do not know its language are passed over; where there are some, that language is told.
        """
        always, gate = self._gate
        due = sorted(always if gate is None else always | gate.due(document.view(folded)))
        passed_over = ""
        if not self._bound.isdisjoint(due) and (spoken := document.view(language)):
            known = [n for n in due if n not in self._bound or spoken in self._checks[n].languages]
            passed_over = spoken if len(known) < len(due) else ""
            due = known
        return due, passed_over

    @cached_property
    def _bound(self) -> frozenset[int]:
        """The numbers of the checks that know some languages only."""
        return frozenset(number for number, check in enumerate(self._checks) if check.languages)

    @cached_property
    def _tasks(self) -> tuple[_Task, ...]:
        return tuple(map(self._task, self._checks))

    @cached_property
    def _report_tasks(self) -> tuple[_Task, ...]:
        return tuple(map(self._task, self._report_checks))

    def _task(self, check: Check) -> _Task:
        return _Task(check, known_options(check.function, self._options[check.name]))

    def _speaks(self, check: Check, document: Document) -> bool:
        spoken = document.view(language)
        return not spoken or spoken in check.languages

    def _foreign(self, check: Check, span: Span, document: Document) -> bool:
        """Whether the block around a span is, by its markup, in a language that the check does not know."""
        if not check.languages:
            return False
        index = bisect_right(document.blocks, span.start, key=lambda block: block.start) - 1
        spoken = document.blocks[index].language if index >= 0 else ""
        return bool(spoken) and spoken.partition("-")[0].lower() not in check.languages

    def _found(self, check: Check, finding: Finding) -> Found:
        severity = self._severity.get(check.name) or self._registry.severity(check, self.profile)
        return Found(check.name, check.group, severity, finding)


def _order(found: Found) -> tuple[int, int, str]:
    return found.finding.span.start, found.finding.span.end, found.check


def _place(diagnostic: Diagnostic) -> tuple[Position, Position, str]:
    return diagnostic.start, diagnostic.end, diagnostic.check
