"""A check tried on texts, in any format, run as the command runs it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from lint.config import Profile
from lint.containing import checked_document
from lint.corpus import corpus_of, grouped
from lint.document import Document
from lint.extensions import READ, extensions
from lint.finding import Diagnostic, Failure, Report, Severity
from lint.formats import lint_readers
from lint.kinds import Check, Kind
from lint.linter import Linter
from lint.readers import Reader, by_suffix
from lint.readers.text import TEXT
from lint.registry import Registry
from lint.settings import Settings

# In examples of a check of the corpus, such a line begins each document: === drafts/one.txt
_NEXT_DOCUMENT = "=== "
_FIELDS = frozenset(Settings.__dataclass_fields__)
_SETTINGS = _FIELDS | READ.keys()
# A key that is this like an option was meant to be it.
_ALIKE = 0.8


def document(text: str, *, path: str = "example.txt", reader: Reader | str | None = None, **context: Any) -> Document:
    """The document of a text, in the format that the path says: `path="story.md"`, `path="page.html"`.

    `reader` chooses another one: a name, or a reader of your own. `context` names settings (`language="fr"`), and else
    what a reader would know of the file, which goes to `meta`.

    Raises TypeError or ValueError where a reader of your own gives a document that does not hold together.
    """
    meta = {key: str(value) for key, value in context.items() if key not in _SETTINGS}
    given = _reader(path, reader).read(path, text.encode("utf-8", "surrogatepass"), _settings(context))
    made = checked_document(given) if isinstance(reader, Reader) else given
    return replace(made, meta={**made.meta, **meta})


def findings(
    check: Check,
    text: str,
    *,
    path: str = "example.txt",
    reader: Reader | str | None = None,
    beside: Sequence[Check] = (),
    **context: Any,
) -> list[Diagnostic]:
    """What a check says of a text, whatever its severity. `context` names options, settings, and meta.

    A check of the report sees the findings of the installed checks that it needs, and of those `beside` it. For a check
    of the corpus, a line `=== path` begins each document of the text; see also `judged`.

    Raises AssertionError where the check fails, TypeError for a name that is nearly one of an option.
    """
    options, settings = _sorted_out(check, context)
    linter = _linter(check, options, settings, beside)
    if check.kind is not Kind.CORPUS:
        return _own(check, linter.lint(document(text, path=path, reader=reader, **settings)))
    reports, first_lines = [], {}
    line = 1
    for part in ("\n" + text).split("\n" + _NEXT_DOCUMENT)[1:]:
        name, _, body = part.partition("\n")
        first_lines[name] = line
        line += part.count("\n") + 1
        reports.append(linter.lint(document(body, path=name, reader=reader, **settings)))
    return [_lower(verdict, first_lines[verdict.path]) for verdict in _verdicts(check, linter, reports)]


def judged(
    check: Check, texts: Mapping[str, str], *, reader: Reader | str | None = None, **context: Any
) -> list[Diagnostic]:
    """What a check of the corpus says of several texts, given by path; each finding has the path it belongs to."""
    options, settings = _sorted_out(check, context)
    linter = _linter(check, options, settings, ())
    return _verdicts(
        check,
        linter,
        [linter.lint(document(text, path=path, reader=reader, **settings)) for path, text in texts.items()],
    )


def _own(check: Check, report: Report) -> list[Diagnostic]:
    _no_failures(report.failures)
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.check == check.name]


def _verdicts(check: Check, linter: Linter, reports: Sequence[Report]) -> list[Diagnostic]:
    _no_failures([failure for report in reports for failure in report.failures])
    found = []
    for verdict in linter.judge(grouped(mark for report in reports for mark in report.marks), corpus_of(reports)):
        if isinstance(verdict, Failure):
            raise AssertionError(f"{check.name}: {verdict.message}")
        found.append(verdict)
    return found


def _lower(verdict: Diagnostic, lines: int) -> Diagnostic:
    """The verdict in the places of the whole text, of which its document begins below so many lines."""
    start = replace(verdict.start, line=verdict.start.line + lines)
    return replace(verdict, start=start, end=replace(verdict.end, line=verdict.end.line + lines))


def _no_failures(failures: Sequence[Failure]) -> None:
    if failures:
        raise AssertionError("; ".join(f"{failure.check}: {failure.message}" for failure in failures))


def _sorted_out(check: Check, context: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    from difflib import get_close_matches

    known = check.options
    for key in context.keys() - known.keys() - _SETTINGS:
        if close := get_close_matches(key, sorted(known.keys() | _SETTINGS), n=1, cutoff=_ALIKE):
            raise TypeError(f"{check.name} has no option “{key}”: did you mean “{close[0]}”?")
    options = {key: frozen(value) for key, value in context.items() if key in known}
    settings = {key: value for key, value in context.items() if key not in known}
    settings.setdefault("language", next(iter(check.languages), "en"))
    return options, settings


def _linter(check: Check, options: Mapping[str, Any], settings: Mapping[str, Any], beside: Sequence[Check]) -> Linter:
    others = dict(_installed().checks) if check.kind is Kind.REPORT else {}
    group = check.group or (others[check.name].group if check.name in others else "plugin")
    near = {other.name: replace(other, group=other.group or "plugin") for other in beside}
    profile = Profile(
        select=(check.name, *near),
        level=Severity.INFO,
        # A check that is off by default is tested all the same.
        severity={check.name: max(check.severity, Severity.INFO)},
        options={check.name: options},
        # Literals may depend on them.
        settings=_settings(settings),
    )
    return Linter(profile, Registry(checks={**others, **near, check.name: replace(check, group=group)}))


@lru_cache(maxsize=1)
def _installed() -> Registry:
    from lint.plugins import load

    return load()


@lru_cache(maxsize=1)
def _readers() -> tuple[Reader, ...]:
    return tuple(lint_readers())


def _reader(path: str, reader: Reader | str | None) -> Reader:
    if isinstance(reader, Reader):
        return reader
    if reader is None:
        return by_suffix(_readers(), path) or TEXT
    named = {known.name: known for known in (*_readers(), *_installed().readers)}
    if reader not in named:
        raise ValueError(f"there is no reader “{reader}”: there are {', '.join(sorted(named))}")
    return named[reader]


def _settings(context: Mapping[str, Any]) -> Settings:
    said = Settings(**{key: frozen(value) for key, value in context.items() if key in _FIELDS})
    brought = extensions({key: value for key, value in context.items() if key in READ})
    return replace(said, data={**said.data, **brought}) if brought else said


def frozen(value: Any) -> Any:
    """As the configuration hands it on: lists as tuples, `house` as pairs."""
    if isinstance(value, Mapping):
        return tuple((key, frozen(item)) for key, item in sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value
