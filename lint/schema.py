"""What a configuration may say: its keys and the types of their values, with messages that lead to the right ones."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lint.finding import Severity

SPELLINGS = ("british", "american")

Table = Mapping[str, Any]


class ConfigError(ValueError):
    """A configuration that cannot be used; the message says which file and key, and what would be right."""


def check_table(table: Table, where: str, *, override: bool = False) -> None:
    """Raises ConfigError for an unknown key, with a suggestion, and for a value of the wrong type."""
    known = {**_SHARED_KEYS, **(_OVERRIDE_KEYS if override else _FILE_KEYS)}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{where}: there is no key “{key}”{suggestion(key, known)}")
        known[key](value, f"{where}.{key}")
    if override and "paths" not in table:
        raise ConfigError(f"{where}: an override needs `paths`, the files that it is for")


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint at the name that was probably meant, or at none."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f": did you mean “{close[0]}”?" if close else ""


def _strings(value: Any, where: str) -> None:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{where}: must be a list of strings, such as ["one", "two"], not {_shown(value)}')


def _string(value: Any, where: str) -> None:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: must be a string, not {_shown(value)}")


def _severity(value: Any, where: str) -> None:
    _string(value, where)
    try:
        Severity.parse(value)
    except ValueError as error:
        raise ConfigError(f"{where}: {error}") from None


def _megabytes(value: Any, where: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ConfigError(f"{where}: must be a number of megabytes, such as 10, not {_shown(value)}")


def _spelling(value: Any, where: str) -> None:
    if value not in SPELLINGS:
        raise ConfigError(f"{where}: must be {' or '.join(SPELLINGS)}, not {_shown(value)}")


def _table_of(each: Callable[[Any, str], None]) -> Callable[[Any, str], None]:
    def check(value: Any, where: str) -> None:
        if not isinstance(value, Mapping):
            raise ConfigError(f"{where}: must be a table, [{where.rpartition(' ')[2]}], not {_shown(value)}")
        for key, item in value.items():
            each(item, f"{where}.{key}")

    return check


def _any_table(value: Any, where: str) -> None:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where}: must be a table of options, not {_shown(value)}")


def _overrides(value: Any, where: str) -> None:
    if not isinstance(value, list):
        raise ConfigError(f"{where}: must be an array of tables, [[{where.rpartition(' ')[2]}]], not {_shown(value)}")
    for number, table in enumerate(value, 1):
        check_table(table, f"{where} {number}", override=True)


def _shown(value: Any) -> str:
    names: dict[type, str] = {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return f"“{value}”" if isinstance(value, str) else names.get(type(value), type(value).__name__)


_SHARED_KEYS: dict[str, Callable[[Any, str], None]] = {
    "select": _strings,
    "ignore": _strings,
    "level": _severity,
    "fail_level": _severity,
    "severity": _table_of(_severity),
    "max_file_size": _megabytes,
    "language": _string,
    "source_languages": _strings,
    "spelling": _spelling,
    "house": _table_of(_strings),
    "words": _strings,
    "packs": _strings,
    "checks": _table_of(_any_table),
}
_FILE_KEYS = {
    "baseline": _string,
    "include": _strings,
    "exclude": _strings,
    "plugins": _strings,
    "overrides": _overrides,
}
_OVERRIDE_KEYS = {"paths": _strings}
