"""What holds for one file, key by key, and which file says so: as TOML with the origins behind it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lint.config import Config, Profile
from lint.finding import Severity
from lint.linters import Linters
from lint.readers import by_suffix
from lint.schema import FILE_KEYS, SHARED_KEYS, Table
from lint.toml import key, toml

Keys = tuple[str, ...]

_DEFAULT = "default"
# These say how the others come about, and hold for no file.
_STRUCTURE = ("extend", "overrides", "paths")
_PLAIN = Profile()
_DEFAULTS: Table = {
    "select": list(_PLAIN.select),
    "ignore": [],
    "level": str(_PLAIN.level),
    "fail_level": str(_PLAIN.fail_level),
    "max_file_size": _PLAIN.max_file_size,
    "language": "",
    "source_languages": [],
    "spelling": "",
    "words": [],
    "packs": [],
    "exclude": [],
    "plugins": [],
}


def told(linters: Linters, place: Path) -> str:
    """What holds for an absolute path, a file or a folder. Raises ConfigError."""
    config = linters.config(place if place.is_dir() else place.parent)
    overrides = () if place.is_dir() else config.overrides_for(place)
    values = dict(_values(config, overrides))
    lines = [*_head(linters, config, place), "", "[lint]"]
    width = max(len(_line(path, value)) for path, (value, _) in values.items() if len(path) == 1)
    order = {name: number for number, name in enumerate((*FILE_KEYS, *SHARED_KEYS))}
    table: Keys = ()
    for path, (value, origin) in sorted(values.items(), key=lambda item: (len(item[0]) > 1, order[item[0][0]])):
        if path[:-1] != table:
            table = path[:-1]
            lines += ["", f"[lint.{'.'.join(map(key, table))}]"]
        lines.append(f"{_line(path, value):<{min(width, 40)}}  # {origin}")
    return "\n".join([*lines, "", *_checks(linters, config, overrides), ""])


def _head(linters: Linters, config: Config, place: Path) -> Iterator[str]:
    shown = os.path.relpath(place)
    if not config.path:
        yield f"# {shown}: no configuration holds; these are the defaults."
    else:
        yield f"# {shown} obeys {_short(config.path)}."
    for layer in reversed(config.layers[:-1]):
        yield f"# It extends {_short(layer.path)}."
    if place.is_dir():
        return
    reader = by_suffix(linters.registry.readers, place.name)
    yield f"# It is read as {reader.name if reader else 'text'}."
    if config.exclude.match(config.relative(place)):
        yield "# It is excluded: it is never linted."
    elif config.include is not None and not config.include.match(config.relative(place)):
        yield "# It is not included: it is linted only where it is named."
    elif config.include is None and reader is None:
        yield "# No reader wants its suffix: it is linted only where it is named."


def _values(config: Config, overrides: tuple[int, ...]) -> Iterator[tuple[Keys, tuple[Any, str]]]:
    """Each key with its value and origin; of a key that comes twice, the later one holds."""
    for path, value in _leaves(_DEFAULTS):
        yield path, (value, _DEFAULT)
    numbered: list[tuple[str, Table]] = []
    for layer in config.layers:
        for path, value in _leaves(layer.table):
            yield path, (value, _short(layer.path))
        for number, table in enumerate(layer.table.get("overrides", ()), 1):
            numbered.append((f"{_short(layer.path)}, override {number}: {', '.join(table['paths'])}", table))
    for number in overrides:
        origin, table = numbered[number]
        for path, value in _leaves(table):
            yield path, (value, origin)


def _leaves(table: Table, above: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    for name, value in table.items():
        if not above and name in _STRUCTURE:
            continue
        if isinstance(value, Mapping):
            yield from _leaves(value, (*above, name))
        else:
            yield (*above, name), value


def _line(path: Keys, value: Any) -> str:
    return f"{key(path[-1])} = {toml(value)}"


def _checks(linters: Linters, config: Config, overrides: tuple[int, ...]) -> Iterator[str]:
    registry = linters.registry
    profile = config.profile(overrides)
    running = {check.name for check in registry.selected(profile)}
    off = [name for name, check in sorted(registry.checks.items()) if registry.severity(check, profile) is Severity.OFF]
    left = sorted(registry.checks.keys() - running - set(off))
    yield f"# {len(running)} of {len(registry.checks)} checks run."
    if off:
        yield f"# Off: {', '.join(off)}."
    if left:
        yield f"# Not selected, or ignored: {', '.join(left)}."


def _short(path: str) -> str:
    return os.path.relpath(path)
