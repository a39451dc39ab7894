"""Files of rules, TOML or YAML, as tables with the line of each key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.schema import ConfigError
from lint.views.patterns import pattern

SUFFIXES = (".toml", ".yml", ".yaml")
_HEADER = pattern(r"^\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = pattern(r"^\s*([\w-]+|\"[^\"]+\")\s*=")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as it is written: `lines` gives the line of each of its keys, and that of the rule for "".

    It is `alone` where the whole file is the rule.
    """

    name: str
    table: Mapping[str, Any]
    lines: Mapping[str, int]
    alone: bool = False


def entries(path: Path, shown: str) -> tuple[Entry, ...]:
    """The rules in a file: itself where it has a key `extends`, else one a table. Raises ConfigError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown}: is not UTF-8 (byte {error.start})") from None
    tables, lines = _toml(text, shown) if path.suffix.lower() == ".toml" else _yaml(text, shown)
    if any(str(key).lower() == "extends" for key in tables):
        return (Entry(path.stem, tables, {"": 1, **lines.get("", {})}, alone=True),)
    for name, table in tables.items():
        if not isinstance(table, Mapping):
            line = lines.get("", {}).get(name, 1)
            raise ConfigError(
                f"{shown}:{line}: “{name}” is no rule: a rule is a table with the keys `extends` and `message`, or a "
                "file of its own that has them"
            )
    return tuple(Entry(str(name), table, lines.get(str(name), {})) for name, table in tables.items())


def _toml(text: str, shown: str) -> tuple[Mapping[str, Any], dict[str, dict[str, int]]]:
    import tomli

    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{shown}: {error}") from None
    lines: dict[str, dict[str, int]] = {"": {}}
    rule = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            name, _, inner = header[1].strip().partition(".")
            rule = name.strip('" ')
            lines.setdefault(rule, {"": number})
            if inner:
                lines[rule].setdefault(inner.strip('" '), number)
        elif key := _KEY.match(line):
            lines[rule].setdefault(key[1].strip('"'), number)
    return tables, lines


def _yaml(text: str, shown: str) -> tuple[Mapping[str, Any], dict[str, dict[str, int]]]:
    import yaml

    # Everything is a string: to the common loader, “no” would be False and 1.10 a number.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return {}, {}
        if not isinstance(root, yaml.MappingNode):
            raise ConfigError(f"{shown}: holds no rules: a rule begins with the keys `extends` and `message`")
        _once(root, shown, yaml)
        tables: Mapping[str, Any] = loader.construct_document(root)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, ConfigError):
            raise
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigError(f"{shown}{line}: is no YAML: {getattr(error, 'problem', None) or error}") from None
    lines = {"": dict(_lines(root))}
    for key, value in root.value:
        if isinstance(value, yaml.MappingNode):
            lines[key.value] = {"": key.start_mark.line + 1, **dict(_lines(value))}
    return tables, lines


def _lines(node: Any) -> Iterator[tuple[str, int]]:
    for key, _ in node.value:
        yield str(key.value), key.start_mark.line + 1


def _once(node: Any, shown: str, yaml: Any) -> None:
    """Raises ConfigError where a key stands twice in a table: one of the two would be lost."""
    pending = [node]
    while pending:
        table = pending.pop()
        seen: dict[str, int] = {}
        for key, value in table.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ConfigError(f"{shown}:{line}: a key is a string")
            if key.value in seen:
                raise ConfigError(f"{shown}:{line}: “{key.value}” stands here again (first in line {seen[key.value]})")
            seen[key.value] = line
            if isinstance(value, yaml.MappingNode):
                pending.append(value)
