"""What a configuration may say: its keys and the types of their values, with messages that lead to the right ones."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from lint.extensions import READ
from lint.finding import Severity

SPELLINGS = ("british", "american")

Table = Mapping[str, Any]


class ConfigError(ValueError):
    """A configuration that cannot be used; the message says which file and key, and what would be right."""


def check_table(table: Table, where: str, *, override: bool = False) -> None:
    """Raises ConfigError for an unknown key, with a suggestion, and for a value of the wrong type."""
    known = SHARED_KEYS | (OVERRIDE_KEYS if override else FILE_KEYS)
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{where}: there is no key “{key}”{suggestion(key, known)}")
        known[key].check(value, f"{where}.{key}")
    if override and "paths" not in table:
        raise ConfigError(f"{where}: an override needs `paths`, the files that it is for")


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint at the name that was probably meant, or at none."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f": did you mean “{close[0]}”?" if close else ""


def _strings(value: Any, where: str) -> None:
    if not isinstance(value, list | tuple):
        raise ConfigError(f'{where}: must be a list of strings, such as ["one", "two"], not {_shown(value)}')
    for item in value:
        if not isinstance(item, str):
            raise ConfigError(f"{where}: must hold strings in quotation marks only, not {_shown(item)}")


def _string(value: Any, where: str) -> None:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: must be a string, not {_shown(value)}")


def _language(value: Any, where: str) -> None:
    from lint.language_codes import trouble_with

    _string(value, where)
    if trouble := trouble_with(value):
        raise ConfigError(f"{where}: {trouble}")


def _languages(value: Any, where: str) -> None:
    _strings(value, where)
    for language in value:
        _language(language, where)


def _severity(value: Any, where: str) -> None:
    if isinstance(value, Mapping):
        name = where.rpartition(".")[2]
        raise ConfigError(f'{where}: a name with a dot needs quotation marks: "{name}.{next(iter(value), "rule")}"')
    _string(value, where)
    try:
        Severity.parse(value)
    except ValueError as error:
        raise ConfigError(f"{where}: {error}") from None


def _megabytes(value: Any, where: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ConfigError(f"{where}: must be a number of megabytes, such as 10, not {_shown(value)}")
    if not value > 0:
        raise ConfigError(f"{where}: must be more than 0 megabytes, not {value}")


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


def _extension(read: Callable[[object], Any]) -> Callable[[Any, str], None]:
    def check(value: Any, where: str) -> None:
        try:
            read(value)
        except ValueError as error:
            raise ConfigError(f"{where}: {error}") from None

    return _table_of(check)


def check_extensions(table: Any, where: str) -> None:
    """Raises ConfigError where what a plugin gives is no table of extensions."""
    if not isinstance(table, Mapping):
        raise ConfigError(f"{where}: must be a mapping of tables")
    for key, value in table.items():
        if key not in READ:
            raise ConfigError(f"{where}: there is no table “{key}”{suggestion(str(key), READ)}")
        SHARED_KEYS[key].check(value, f"{where}.{key}")


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


def _string_or_strings(value: Any, where: str) -> None:
    if not isinstance(value, str):
        _strings(value, where)


class Key(NamedTuple):
    """A key of a configuration: `check(value, where)` raises ConfigError, `about` says what it is for."""

    check: Callable[[Any, str], None]
    about: str


_EXTENSIONS = {
    "units": 'Units of measure of the house, each as a measure in another unit: league = "5.556 km".',
    "zones": 'Time zones by their abbreviation, each with its difference from GMT: NPT = "+05:45".',
    "hedges": 'Words that bound a figure, each with what it means: "north of" = "at least".',
    "measures": 'Verbs and nouns of figures, each with what it says: "cratered" = "fall", "crewmen" = "people".',
    "sources": 'Sources of figures, each with its other names: "Defence Ministry" = ["MoD"].',
    "epochs": 'The first day of what the house counts in days: "the siege" = 2022-02-24.',
}

SHARED_KEYS = {
    "select": Key(_strings, "The checks or groups that run; all where nothing is said."),
    "ignore": Key(_strings, "Checks or groups that do not run."),
    "level": Key(_severity, "Findings of this severity and above are reported."),
    "fail_level": Key(_severity, "From this severity on a finding makes the exit code 1."),
    "severity": Key(_table_of(_severity), "How much a check or a group matters."),
    "max_file_size": Key(_megabytes, "Files of more megabytes are passed over."),
    "language": Key(_language, "The language of the articles as an ISO 639-1 code; recognised where it is not set."),
    "source_languages": Key(_languages, "The languages that the articles were translated from."),
    "spelling": Key(_spelling, "The spelling of the house; both are right where it is not set."),
    "house": Key(_table_of(_strings), "Spellings of the house, each with those that it replaces."),
    "words": Key(_strings, "Words that are right in this house."),
    **{name: Key(_extension(read), _EXTENSIONS[name]) for name, read in READ.items()},
    "packs": Key(_strings, "Files or folders of rules, by path from this file."),
    "checks": Key(_table_of(_any_table), "Options of checks."),
}
FILE_KEYS = {
    "extend": Key(_string_or_strings, "Configurations that this one is laid over, by path from this file."),
    "include": Key(_strings, "Which files of a folder are articles, as patterns of .gitignore."),
    "exclude": Key(_strings, "Which files are never linted, as patterns of .gitignore."),
    "plugins": Key(_strings, "Installed modules that bring checks, readers or writers."),
    "baseline": Key(_string, "The file of accepted findings, by path from this file."),
    "overrides": Key(_overrides, "Other rules for some files, merged in order over those above."),
}
OVERRIDE_KEYS = {"paths": Key(_strings, "The files that this override is for, as patterns of .gitignore.")}
