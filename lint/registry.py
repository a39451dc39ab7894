"""All that plugins brought, found by name: checks, readers, writers; and which checks a profile selects."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, overload

from lint.config import ALL, Config, Profile
from lint.finding import Failure, Rule, Severity
from lint.kinds import Check
from lint.page import PageError
from lint.readers import Reader
from lint.records import dataclass
from lint.schema import ConfigError, suggestion
from lint.writers import Writer


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The checks by name, the readers in the order of registration, the writers by name.

    `failures` tells of plugins that could not be loaded.
    """

    checks: Mapping[str, Check]
    readers: tuple[Reader, ...] = ()
    writers: Mapping[str, Writer] = field(default_factory=dict)
    packs: tuple[Path, ...] = ()
    data: Mapping[str, tuple[tuple[str, Any], ...]] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def named(self, name: str) -> tuple[Check, ...]:
        """The checks that a name means: a check, an old name of one, a group, or “all”. Raises ConfigError."""
        if name in self.checks:
            return (self.checks[name],)
        meant = tuple(c for c in self.checks.values() if name in (ALL, c.group) or name in c.aliases)
        if not meant and name != ALL:
            raise ConfigError(f"there is no check or group “{name}”{suggestion(name, self._names())}")
        return meant

    def selected(self, profile: Profile) -> tuple[Check, ...]:
        """The checks that a profile runs, in order of their names. Raises ConfigError for an unknown name."""
        chosen = {check.name for name in profile.select for check in self.named(name)}
        chosen -= {check.name for name in profile.ignore for check in self.named(name)}
        return tuple(
            check
            for name, check in sorted(self.checks.items())
            if name in chosen and self.severity(check, profile) is not Severity.OFF
            if not check.pack or check.pack in profile.settings.packs
        )

    def severity(self, check: Check, profile: Profile) -> Severity:
        """The severity under a profile: as said for the check, else for its group, else by its author."""
        for name in (check.name, *check.aliases, check.group):
            if name in profile.severity:
                return profile.severity[name]
        return check.severity

    def options(self, check: Check, profile: Profile) -> dict[str, Any]:
        """The options that a check runs with: its defaults, and what the profile says."""
        options = check.options
        for name in (*check.aliases, check.name):
            options |= profile.options.get(name, {})
        return options

    @property
    def rules(self) -> Sequence[Rule]:
        """What writers may say about the checks, in order of their names."""
        return Rules(lambda: self.checks)

    def validate(self, config: Config) -> None:
        """Raises ConfigError where a configuration names a check, group or option that does not exist."""
        for place, table in config.tables():
            for key in ("select", "ignore", "severity"):
                for name in table.get(key, ()):
                    self._known(name, f"{place}.{key}" if place else f"--{key}")
            for name, options in table.get("checks", {}).items():
                checks = [c for c in self._known(name, f"{place}.checks") if name in (c.name, *c.aliases)]
                if not checks:
                    raise ConfigError(f"{place}.checks.{name}: options belong to a check, and “{name}” is a group")
                _validate_options(checks[0], options, f"{place}.checks.{name}")

    def _known(self, name: str, where: str) -> tuple[Check, ...]:
        try:
            return self.named(name)
        except ConfigError as error:
            raise ConfigError(f"{where}: {error}") from None

    def _names(self) -> set[str]:
        return {ALL, *self.checks, *(c.group for c in self.checks.values())}


class Rules(Sequence[Rule]):
    """What writers may say about checks, in order of their names; a page is read when it is asked for."""

    def __init__(self, checks: Callable[[], Mapping[str, Check]]) -> None:
        self._checks = checks

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> list[Rule]: ...
    def __getitem__(self, index: int | slice) -> Rule | list[Rule]:
        checks = [check for _, check in sorted(self._checks().items())]
        if isinstance(index, slice):
            return [_rule(check) for check in checks[index]]
        return _rule(checks[index])

    def __iter__(self) -> Iterator[Rule]:
        return (_rule(check) for _, check in sorted(self._checks().items()))

    def __len__(self) -> int:
        return len(self._checks())


def _rule(c: Check) -> Rule:
    try:
        body = c.page.body
    except PageError:
        # The summary tells.
        body = ""
    return Rule(name=c.name, group=c.group, severity=c.severity, summary=c.summary, page=body)


def _validate_options(check: Check, options: Mapping[str, Any], where: str) -> None:
    defaults = check.options
    for key, value in options.items():
        name = key.replace("-", "_")
        if name not in defaults:
            none = "it has none" if not defaults else f"it knows {', '.join(sorted(defaults))}"
            raise ConfigError(f"{where}: {check.name} has no option “{key}”{suggestion(name, defaults) or ': ' + none}")
        if not _fits(value, defaults[name]):
            raise ConfigError(f"{where}.{key}: must be {_described(defaults[name])}, not {value!r}")


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, tuple):
        kind = type(default[0]) if default else str
        return isinstance(value, list | tuple) and all(isinstance(item, kind) for item in value)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    return isinstance(value, int | float if isinstance(default, float) else type(default))


def _described(default: Any) -> str:
    if isinstance(default, tuple):
        return "a list" + (f" such as {list(default[:2])}" if default else " of strings")
    kinds: Iterable[tuple[type, str]] = (
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a number"),
        (str, "a string"),
    )
    return next((words for kind, words in kinds if isinstance(default, kind)), type(default).__name__)
