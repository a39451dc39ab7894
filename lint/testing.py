"""For authors of checks: `contract` turns a check's page into tests and adds the laws that every check obeys.

from acme_desk import shouting
from lint.testing import contract

test_shouting = contract(shouting)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lint.config import Profile
from lint.corpus import corpus_of, grouped
from lint.document import Document
from lint.finding import Diagnostic, Failure, Severity
from lint.kinds import Check, Kind
from lint.linter import Linter
from lint.page import CLOSE, OPEN, Example
from lint.readers.text import TEXT
from lint.registry import Registry
from lint.settings import Settings
from lint.span import LineIndex, Span

__all__ = ["contract", "document", "findings", "fixed", "pinned"]

# In examples of a check of the corpus, such a line begins each document: === drafts/one.txt
_NEXT_DOCUMENT = "=== "
_SETTINGS = frozenset(Settings.__dataclass_fields__)

_HOSTILE = {
    "empty": "",
    "blank": " \n\t\n\u00a0\n",
    "nul": "before " * 2000 + "after\0 and \0",
    "emoji": "👩‍👩‍👧‍👦 “👍🏽” 🇺🇦 said.👍\n",
    "right-to-left": "قال: «نعم» — אמר \u202eabc\u202c “לא”\n",
    "combining": "e\u0301" * 500 + " Z\u0335\u0321\u0337 “a\u0300\n",
    "no letters": "…—!? 12.5% (3/4) “” ‘’ \"' [{<>}]\n" * 20,
    "long line": "said “the soldiers were killed in kyiv” 12 of them, " * 400,
    "long word": "a" * 20000 + " " + "“" * 2000,
    "separators": "one\u2028two\u2029three\x0bfour\x0cfive\x85six\x1cseven\n",
}


def document(text: str, *, path: str = "example.txt", **context: Any) -> Document:
    """A document of plain text. `context` names settings, and else what a reader would know of the file."""
    meta = {key: str(value) for key, value in context.items() if key not in _SETTINGS}
    made = TEXT.read(path, text.encode("utf-8", "surrogatepass"), _settings(context))
    return replace(made, meta={**made.meta, **meta})


def findings(check: Check, text: str, *, path: str = "example.txt", **context: Any) -> list[Diagnostic]:
    """What a check says of a text, run as the command runs it. `context` names options, settings, and meta.

    Raises AssertionError where the check fails.
    """
    known = check.options
    options = {key: _frozen(value) for key, value in context.items() if key in known}
    settings = {key: value for key, value in context.items() if key not in known}
    settings.setdefault("language", next(iter(check.languages), "en"))
    linter = _linter(check, options, settings)
    if check.kind is Kind.CORPUS:
        return _judged(linter, check, text, settings)
    report = linter.lint(document(text, path=path, **settings))
    _no_failures(report.failures)
    return list(report.diagnostics)


def fixed(text: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The text after the fixes of these diagnostics; of two that touch, the earlier one."""
    lines = LineIndex(text)
    edits = sorted(
        {(lines.offset(e.start), lines.offset(e.end), e.text) for d in diagnostics if d.fix for e in d.fix.edits}
    )
    done, at = [], 0
    for start, end, replacement in edits:
        if start >= at:
            done += [text[at:start], replacement]
            at = end
    return "".join((*done, text[at:]))


def pinned(text: str, spans: Sequence[Span]) -> str:
    """The text with pins around these spans, to show what was found beside what was expected."""
    marks = sorted([(s.start, 1, OPEN) for s in spans] + [(s.end, 0, CLOSE) for s in spans], reverse=True)
    for offset, _, mark in marks:
        text = text[:offset] + mark + text[offset:]
    return text


def contract(check: Check) -> Callable[..., None]:
    """A pytest test over everything that holds of a check: its examples, its options, and the laws.

    The laws: the same text gives the same answer; the literals change no finding; CRLF moves nothing; empty, hostile
    and very long texts do no harm.
    """
    import pytest

    cases = list(_cases(check))

    @pytest.mark.parametrize("case", cases, ids=[case.title for case in cases])
    def test(case: "_Case") -> None:
        case.run()

    return test


@dataclass(frozen=True)
class _Case:
    title: str
    run: Callable[[], None]


def _cases(check: Check) -> Iterator[_Case]:
    yield _Case("page", lambda: _page_is_complete(check))
    counts: dict[str, int] = {}
    for example in check.page.examples:
        counts[example.kind] = counts.get(example.kind, 0) + 1
        title = f"{example.kind}-{counts[example.kind]}"
        yield _Case(title, lambda e=example: _example_holds(check, e))  # type: ignore[misc]
        if check.kind is Kind.DOCUMENT:
            yield _Case(f"{title}-laws", lambda e=example: _laws_hold(check, e.text, e.context))  # type: ignore[misc]
    if check.kind is Kind.DOCUMENT:
        for title, text in _HOSTILE.items():
            yield _Case(f"hostile-{title.replace(' ', '-')}", lambda t=text: _laws_hold(check, t, {}))  # type: ignore[misc]


def _page_is_complete(check: Check) -> None:
    page = check.page
    assert any(e.kind == "bad" for e in page.examples), f"{check.name}: the page shows no ```bad example"
    assert any(e.kind == "good" for e in page.examples), f"{check.name}: the page shows no ```good example"
    undocumented = check.options.keys() - page.options.keys()
    assert not undocumented, (
        f"{check.name}: say what these options do, as “- `name`: sentence.”: {sorted(undocumented)}"
    )
    unknown = page.options.keys() - check.options.keys()
    assert not unknown, f"{check.name}: the page describes options that the function lacks: {sorted(unknown)}"


def _example_holds(check: Check, example: Example) -> None:
    found = findings(check, example.text, **example.context)
    spans = sorted({_span(example.text, d) for d in found})
    shown = pinned(example.text, spans)
    messages = "".join(f"\n  {d.message}" for d in found)
    if example.kind == "good":
        assert not found, f"{check.name} is to be silent here, but found\n  {shown}{messages}"
        return
    assert found, f"{check.name} found nothing in\n  {example.text}"
    if example.spans:
        expected = pinned(example.text, example.spans)
        assert spans == sorted(example.spans), f"{check.name}: expected\n  {expected}\nfound\n  {shown}{messages}"
    if example.fixed is not None:
        mended = fixed(example.text, found)
        assert mended == example.fixed, f"{check.name}: the fix gives\n  {mended}\nnot\n  {example.fixed}"


def _laws_hold(check: Check, text: str, context: Mapping[str, Any]) -> None:
    found = findings(check, text, **context)
    assert found == findings(check, text, **context), f"{check.name}: the same text gave two answers"
    ungated = findings(replace(check, literals=()), text, **context)
    assert found == ungated, f"{check.name}: the literals hide findings: {_places(found)} of {_places(ungated)}"
    windows = findings(check, text.replace("\r\n", "\n").replace("\n", "\r\n"), **context)
    assert _places(found) == _places(windows), f"{check.name}: CRLF moves findings"


def _linter(check: Check, options: Mapping[str, Any], settings: Mapping[str, Any]) -> Linter:
    from lint.plugins import load_built_in

    check = replace(check, group=check.group or "plugin")
    others = load_built_in().checks if check.kind is Kind.REPORT else {}
    # A check that is off by default is tested all the same.
    severity = {check.name: max(check.severity, Severity.INFO)}
    profile = Profile(
        select=(check.name,),
        level=Severity.INFO,
        severity=severity,
        options={check.name: options},
        # Literals may depend on them.
        settings=_settings(settings),
    )
    return Linter(profile, Registry(checks={**others, check.name: check}))


def _judged(linter: Linter, check: Check, text: str, context: Mapping[str, Any]) -> list[Diagnostic]:
    """The verdicts on several documents, each begun by its line of path, in the places of the whole text."""
    reports, first_lines = [], {}
    parts = ("\n" + text).split("\n" + _NEXT_DOCUMENT)[1:]
    line = 1
    for part in parts:
        path, _, body = part.partition("\n")
        first_lines[path] = line
        line += part.count("\n") + 1
        reports.append(linter.lint(document(body, path=path, **context)))
    _no_failures([failure for report in reports for failure in report.failures])
    found = []
    for verdict in linter.judge(grouped(mark for report in reports for mark in report.marks), corpus_of(reports)):
        if isinstance(verdict, Failure):
            raise AssertionError(f"{check.name}: {verdict.message}")
        below = first_lines[verdict.path]
        start = replace(verdict.start, line=verdict.start.line + below)
        found.append(replace(verdict, start=start, end=replace(verdict.end, line=verdict.end.line + below)))
    return found


def _no_failures(failures: Sequence[Failure]) -> None:
    assert not failures, "; ".join(f"{failure.check}: {failure.message}" for failure in failures)


def _span(text: str, diagnostic: Diagnostic) -> Span:
    lines = LineIndex(text)
    return Span(lines.offset(diagnostic.start), lines.offset(diagnostic.end))


def _places(diagnostics: Sequence[Diagnostic]) -> list[tuple[int, int, int, int, str]]:
    return [(d.start.line, d.start.column, d.end.line, d.end.column, d.message) for d in diagnostics]


def _settings(context: Mapping[str, Any]) -> Settings:
    return Settings(**{key: _frozen(value) for key, value in context.items() if key in _SETTINGS})


def _frozen(value: Any) -> Any:
    """As the configuration hands it on: lists as tuples, `words` as a set, `house` as pairs."""
    if isinstance(value, Mapping):
        return tuple((key, _frozen(item)) for key, item in sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value
