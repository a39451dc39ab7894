"""Packs: files and folders of rules, read once, and each rule a check like any other."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from lint.document import Document
from lint.finding import Finding, Severity
from lint.kinds import Check
from lint.page import CLOSE, OPEN, Page
from lint.registry import Registry
from lint.rules.examples import Case, cases
from lint.rules.files import SUFFIXES, Entry, entries
from lint.rules.header import Matcher
from lint.rules.keys import Keys
from lint.rules.kinds.capitalization import capitalization
from lint.rules.kinds.counting import occurrence, repetition
from lint.rules.kinds.together import conditional, consistency
from lint.rules.kinds.tokens import existence, substitution
from lint.rules.messages import summary
from lint.rules.scopes import Scope, read_scope
from lint.schema import ConfigError
from lint.views.patterns import pattern

_MAKERS: dict[str, Callable[[Keys], Matcher]] = {
    "existence": existence,
    "substitution": substitution,
    "occurrence": occurrence,
    "repetition": repetition,
    "consistency": consistency,
    "conditional": conditional,
    "capitalization": capitalization,
}
# Vale's names beside ours.
_LEVELS = {"suggestion": "info"}
_NAME = pattern(r"[^\W_](?:[\w -]*[^\W_])?")
_LANGUAGE = pattern(r"[a-z]{2}")
_MOST_SHOWN = 20


@dataclass(frozen=True)
class Rule:
    """A rule of a pack: called with a document, it says what it found."""

    matcher: Matcher
    scope: Scope
    cases: tuple[Case, ...]
    limit: int
    home: str

    def __call__(self, document: Document) -> Iterator[Finding]:
        """What the rule finds, up to its limit."""
        found = self.matcher.findings(document)
        return islice(found, self.limit) if self.limit else found


@dataclass(frozen=True, kw_only=True)
class RuleCheck(Check):
    """A check that was written as a rule; its page is made of its keys."""

    rule: Rule
    keys: Keys

    @cached_property
    def page(self) -> Page:
        """The page of the rule: what it says, what it looks for, its examples."""
        message = self.keys.string("message")
        about = self.keys.string("description") or message
        examples = tuple(case.example for case in self.rule.cases)
        return Page(summary=summary(about), body="\n\n".join(_body(self)), examples=examples, options={})

    @property
    def written(self) -> str:
        """The keys of the rule."""
        return self.keys.written

    @property
    def home(self) -> str:
        """The file in which the rule stands."""
        return self.rule.home


def with_packs(registry: Registry, paths: Iterable[str]) -> Registry:
    """The registry with the rules of these packs, which run where a configuration names their pack.

    Raises ConfigError where a pack cannot be used.
    """
    checks = dict(registry.checks)
    known = {check.pack for check in checks.values()}
    for path in dict.fromkeys(paths):
        if path in known:
            continue
        for check in load(Path(path)):
            add(checks, replace(check, pack=path))
    return replace(registry, checks=checks)


def add(checks: dict[str, Check], rule: Check) -> None:
    """Puts a rule among the checks. Raises ConfigError where one of its names is taken."""
    names = {name: check for check in checks.values() for name in (check.name, *check.aliases)}
    for name in (rule.name, *rule.aliases):
        if name in names:
            raise ConfigError(f"two checks are called “{name}”: {names[name].home} and {rule.home}; rename one")
    groups = {check.group for check in checks.values() if not isinstance(check, RuleCheck)}
    if rule.group in groups or rule.group in names:
        raise ConfigError(f"{rule.home}: the pack “{rule.group}” has the name of a group or check: rename it")
    checks[rule.name] = rule


def load(path: Path) -> tuple[RuleCheck, ...]:
    """The rules of a pack: those in a file, or in all files of a folder.

    Raises ConfigError, which tells of all rules that cannot be used.
    """
    rules: list[RuleCheck] = []
    errors: list[str] = []
    for file, pack in _files(path):
        try:
            found = entries(file, _shown(file))
        except ConfigError as error:
            errors.append(str(error))
            continue
        for entry in found:
            try:
                rules.append(_rule(pack or (file.absolute().parent.name if entry.alone else file.stem), entry, file))
            except ConfigError as error:
                errors.append(str(error))
    if errors:
        raise ConfigError("\n  ".join(errors))
    return tuple(rules)


def _files(path: Path) -> list[tuple[Path, str]]:
    """The files of a pack, and its name; a file by itself has its own name, or where it is one rule, its folder’s."""
    if path.is_dir():
        files = [(file, path.name) for file in _rules_in(path)]
        if not files:
            folders = [inner.name for inner in sorted(path.iterdir()) if inner.is_dir() and any(_rules_in(inner))]
            those = f"; name the folders in it that do: {', '.join(folders)}" if folders else ""
            raise ConfigError(f"{_shown(path)}: this folder holds no rules (files in {', '.join(SUFFIXES)}){those}")
        return files
    if not path.is_file():
        raise ConfigError(f"{_shown(path)}: there is no such pack: `packs` names files or folders of rules")
    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError(f"{_shown(path)}: a pack is a file in {', '.join(SUFFIXES)}, or a folder of them")
    return [(path, "")]


def _rules_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() in SUFFIXES and file.name[0] not in "._" and file.is_file():
            yield file


def _rule(pack: str, entry: Entry, file: Path) -> RuleCheck:
    keys = Keys(entry.table, path=_shown(file), name=entry.name, lines=entry.lines)
    for what, given in (("pack", pack), ("rule", keys.name)):
        if not _NAME.fullmatch(given):
            raise keys.error(f"“{given}” cannot be the name of a {what}: use letters, digits and “-”")
    written = f"{pack}.{keys.name}"
    name = _slug(written)
    rule = Rule(_MAKERS[keys.kind](keys), read_scope(keys), cases(keys), keys.number("limit"), keys.place)
    return RuleCheck(
        name=name,
        function=rule,
        severity=_severity(keys),
        group=_slug(pack),
        languages=_languages(keys),
        literals=rule.matcher.literals,
        aliases=(written,) if written != name else (),
        rule=rule,
        keys=keys,
    )


def _slug(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")


def _severity(keys: Keys) -> Severity:
    level = keys.string("level", "warning").lower()
    try:
        return Severity.parse(_LEVELS.get(level, level))
    except ValueError:
        raise keys.error(
            f"there is no level “{level}”: use error, warning, suggestion (or info), off", "level"
        ) from None


def _languages(keys: Keys) -> tuple[str, ...]:
    languages = keys.strings("languages")
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            raise keys.error(f"“{language}” is no code of a language, such as en or de", "languages")
    return languages


def _body(check: RuleCheck) -> Iterator[str]:
    keys = check.keys
    if keys.has("description"):
        yield f"What it says: {keys.string('message')}"
    # Not the whole path: the page is the same wherever the repository lies.
    yield f"A rule of the kind {keys.kind}, in the pack `{check.group}` (`{os.path.basename(check.home)}`)."
    if looked := list(_looked_for(keys)):
        more = f"\n- … and {len(looked) - _MOST_SHOWN} more" if len(looked) > _MOST_SHOWN else ""
        yield "\n".join(f"- {item}" for item in looked[:_MOST_SHOWN]) + more
    if keys.has("link"):
        yield f"More: <{keys.string('link')}>"
    for case in check.rule.cases:
        text = case.example.text
        for span in reversed(case.example.spans):
            text = f"{text[: span.start]}{OPEN}{span.of(text)}{CLOSE}{text[span.end :]}"
        yield f"```{case.example.kind}\n{text.rstrip()}\n```"
        if case.example.fixed is not None:
            yield f"```fixed\n{case.example.fixed.rstrip()}\n```"


def _looked_for(keys: Keys) -> Iterator[str]:
    if keys.has("raw"):
        yield f"`{''.join(keys.strings('raw'))}`"
    for key in ("tokens", "token"):
        if keys.has(key):
            yield from (f"`{token}`" for token in keys.strings(key))
    for key, between in (("swap", "→"), ("either", "or")):
        if keys.has(key):
            yield from (f"`{left}` {between} `{right}`" for left, right in keys.swaps(key).items())
    for key in ("first", "second", "match", "style", "max", "min", "scope", "exceptions"):
        if keys.has(key):
            yield f"{key}: {', '.join(f'`{value}`' for value in keys.strings(key)[:_MOST_SHOWN])}"


def _shown(path: Path) -> str:
    """The path as an editor knows it: from the current folder, where it is below that."""
    try:
        shown = os.path.relpath(path)
    except ValueError:
        return str(path)
    return str(path) if shown.startswith("..") else shown
