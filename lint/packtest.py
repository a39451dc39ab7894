"""`copydesk test-pack`: the examples of rules, run as tests; and each rule tried on texts that make patterns slow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lint.config import Profile
from lint.document import Block, Document
from lint.finding import Diagnostic, Severity
from lint.fix import applied
from lint.linter import Linter
from lint.readers.text import with_line_feeds
from lint.registry import Registry
from lint.rules.examples import Case
from lint.rules.loading import RuleCheck
from lint.settings import Settings
from lint.span import LineIndex, Span
from lint.testing.showing import pinned

# A rule that needs the words of its own pattern to get slow finds them here.
_SLOW = ("{} ", "{}", "{}, ")
_SLOW_FOR_ALL = ("a", "a ", "A ", "1", ".", " ", '"', "(", "word, ", "One two, 3. ")
_LONG = 10_000
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one rule: how many examples it has, and what is wrong with it."""

    name: str
    place: str
    examples: int
    faults: tuple[str, ...] = ()


def tried(rules: Iterable[RuleCheck]) -> Iterator[Outcome]:
    """The outcome of each rule, in the order in which they stand."""
    for rule in rules:
        linter = _linter(rule)
        faults = [fault for case in rule.rule.cases for fault in _case(rule, case, linter)]
        faults += _slowness(rule, linter)
        yield Outcome(rule.name, rule.home, len(rule.rule.cases), tuple(faults))


def told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What to print: each fault, the rules without examples, and the sum."""
    for outcome in outcomes:
        for fault in outcome.faults:
            yield f"{outcome.place}: {outcome.name}: {fault}"
    bare = [outcome.name for outcome in outcomes if not outcome.examples]
    if bare:
        more = f" and {len(bare) - _MOST_NAMED} more" if len(bare) > _MOST_NAMED else ""
        yield f"Without examples (`bad` and `good`): {', '.join(bare[:_MOST_NAMED])}{more}"
    examples = sum(outcome.examples for outcome in outcomes)
    faults = sum(len(outcome.faults) for outcome in outcomes)
    sum_ = f"{_counted(len(outcomes), 'rule')}, {_counted(examples, 'example')}"
    yield f"{sum_}: {_counted(faults, 'fault') if faults else 'all as they should be'}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _case(rule: RuleCheck, case: Case, linter: Linter) -> Iterator[str]:
    example, text = case.example, case.example.text
    document = _document(rule, case)
    report = linter.lint(document)
    for failure in report.failures:
        yield f"{failure.message}\n    {text}"
    if report.failures:
        return
    spans = sorted({_span(document, found) for found in report.diagnostics})
    shown = pinned(document.source, spans)
    if example.kind == "good":
        if spans:
            yield f"this is good, but the rule finds something in it:\n    {shown}"
        return
    if not spans:
        yield f"this is bad, but the rule finds nothing in it:\n    {text}"
        return
    if example.spans and spans != sorted(example.spans):
        yield f"the rule was to find\n    {pinned(text, example.spans)}\n  but it found\n    {shown}"
    fixes = [found.fix for found in report.diagnostics if found.fix is not None]
    mended = applied(document.source, document.lines, fixes) if fixes else document.source
    if example.fixed is not None and mended != example.fixed:
        yield f"the fix gives\n    {mended}\n  and not\n    {example.fixed}"
    if len(fixes) == len(report.diagnostics):
        again = linter.lint(_document(rule, replace(case, example=replace(example, text=mended))))
        if again.diagnostics:
            yield f"the rule is not content with its own fix:\n    {mended}"


def _slowness(rule: RuleCheck, linter: Linter) -> list[str]:
    words = [min(rule.rule.matcher.literals, key=len, default="word")]
    for shape in (*_SLOW_FOR_ALL, *(shape.format(word) for word in words for shape in _SLOW)):
        text = (shape * (_LONG // len(shape) + 1))[:_LONG]
        failures = linter.lint(_one_block(rule, text)).failures
        if failures:
            return [f"{failures[0].message} (here: {_LONG:,} characters of “{shape * 3}…”)"]
    return []


def _document(rule: RuleCheck, case: Case) -> Document:
    if case.markdown:
        from lint.readers.markdown import read

        return read("example.md", case.example.text.encode(), Settings(language=_language(rule)))
    return _one_block(rule, case.example.text)


def _one_block(rule: RuleCheck, text: str) -> Document:
    """A document in which each line is a part of the kind that the rule is for."""
    kind, _, level = rule.rule.scope.example.partition(" ")
    plain, pieces = with_line_feeds(text)
    blocks: list[Block] = []
    start = 0
    for line in plain.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), kind, int(level or kind == "heading")))
        start += len(line) + 1
    settings = Settings(language=_language(rule))
    return Document("example.txt", plain, source=text, pieces=pieces, blocks=tuple(blocks), settings=settings)


def _language(rule: RuleCheck) -> str:
    return next(iter(rule.languages), "en")


def _linter(rule: RuleCheck) -> Linter:
    check = replace(rule, pack="")
    severity = {rule.name: max(rule.severity, Severity.INFO)}
    settings = Settings(language=_language(rule))
    profile = Profile(select=(rule.name,), level=Severity.INFO, severity=severity, settings=settings)
    return Linter(profile, Registry(checks={rule.name: check}))


def _span(document: Document, found: Diagnostic) -> Span:
    lines: LineIndex = document.lines
    return Span(lines.offset(found.start), lines.offset(found.end))
