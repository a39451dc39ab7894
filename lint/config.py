"""TOML to Config: what a configuration file says, and what follows from it for one path."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from lint.extensions import extensions
from lint.finding import Severity
from lint.matching import Patterns
from lint.records import dataclass
from lint.schema import ConfigError, Table, check_table, suggestion
from lint.settings import Settings

NAMES = ("copydesk.toml", "config.toml", "pyproject.toml")
ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What holds for one file, after overrides and the command line: which checks run, how, and what is shown."""

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    fail_level: Severity = Severity.WARNING
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    max_file_size: float = 10


class Layer(NamedTuple):
    """What one file says by itself: `heading` is the table under which it says so."""

    path: str
    heading: str
    table: Table


@dataclass(frozen=True, kw_only=True)
class Config:
    """A configuration file, or none (then `path` is empty), with the command line laid over it.

    `layers` are the files that it extends, in the order in which they are laid over one another, and itself on top.
    """

    path: str = ""
    root: Path = field(default_factory=Path.cwd)
    layers: tuple[Layer, ...] = ()
    command_line: Table = field(default_factory=dict)

    @cached_property
    def table(self) -> Table:
        """What all layers say together."""
        whole: Table = {}
        for layer in self.layers:
            own = _located(layer.table, layer.path)
            overrides = (*whole.get("overrides", ()), *(_located(o, layer.path) for o in own.get("overrides", ())))
            whole = {**_merged(whole, own), "overrides": overrides}
        return whole

    @property
    def own(self) -> Table:
        """What the file itself says."""
        return self.layers[-1].table if self.layers else {}

    @property
    def plugins(self) -> tuple[str, ...]:
        """The modules that are named as plugins."""
        return tuple(self.table.get("plugins", ()))

    @property
    def packs(self) -> tuple[str, ...]:
        """The paths of all packs that are named, for all files or for some."""
        tables = (self.table, *self.table.get("overrides", ()))
        return tuple(dict.fromkeys(path for table in tables for path in table.get("packs", ())))

    @property
    def baseline(self) -> str:
        """The file of accepted findings, or an empty string."""
        named = (layer for layer in reversed(self.layers) if "baseline" in layer.table)
        layer = next(named, None)
        return str(Path(layer.path).parent / layer.table["baseline"]) if layer else ""

    @cached_property
    def include(self) -> Patterns | None:
        """Which files of a folder are articles; None: those that a reader wants."""
        return Patterns(self.table["include"]) if "include" in self.table else None

    @cached_property
    def exclude(self) -> Patterns:
        """Which files are never linted."""
        return Patterns(self.table.get("exclude", ()))

    @cached_property
    def _overrides(self) -> tuple[tuple[Patterns, Table], ...]:
        return tuple((Patterns(table["paths"]), table) for table in self.table.get("overrides", ()))

    def relative(self, path: Path | str) -> str:
        """A path as patterns and fingerprints see it: below the root, with slashes."""
        place = os.fspath(path)
        if place.startswith(self._below_root):
            return place[len(self._below_root) :].replace(os.sep, "/")
        try:
            return Path(os.path.relpath(place, self.root)).as_posix()
        except ValueError:
            # Windows knows no way from one drive to another.
            return Path(place).as_posix()

    @cached_property
    def _below_root(self) -> str:
        return os.path.join(self.root, "")

    def overrides_for(self, path: Path | str) -> tuple[int, ...]:
        """The numbers of the overrides that hold for an absolute path: equal numbers, equal profile."""
        if not self._overrides:
            return ()
        relative = self.relative(path)
        return tuple(n for n, (patterns, _) in enumerate(self._overrides) if patterns.match(relative))

    def profile(self, overrides: Sequence[int] = ()) -> Profile:
        """The profile with these overrides merged in order, key by key, and the command line on top."""
        merged: Table = {key: value for key, value in self.table.items() if key != "overrides"}
        for number in overrides:
            merged = _merged(merged, {k: v for k, v in self._overrides[number][1].items() if k != "paths"})
        if "select" in self.command_line:
            # Whoever selects a check by hand wants it, whatever the file ignores.
            merged = {**merged, "ignore": ()}
        return _profile(_merged(merged, self.command_line))

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Each table that may name checks, with the place where it stands; the command line has none."""
        for layer in self.layers:
            yield f"{layer.path}: {layer.heading}", layer.table
            for number, table in enumerate(layer.table.get("overrides", ()), 1):
                yield f"{layer.path}: {layer.heading}.overrides {number}", table
        yield "", self.command_line


def _located(table: Table, path: str) -> Table:
    """What a file says, with the paths of packs as they are from anywhere."""
    if "packs" not in table:
        return table
    folder = os.path.dirname(os.path.abspath(path))
    packs = [os.path.normpath(os.path.join(folder, os.path.expanduser(pack))) for pack in table["packs"]]
    return {**table, "packs": packs}


def _merged(below: Table, above: Table) -> Table:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def settings_of(table: Table) -> Settings:
    """The part of a configuration that checks may see. Raises ConfigError."""
    house = tuple((right, tuple(wrong)) for right, wrong in sorted(table.get("house", {}).items()))
    return Settings(
        language=table.get("language", ""),
        source_languages=tuple(table.get("source_languages", ())),
        spelling=table.get("spelling", ""),
        house=house,
        words=frozenset(table.get("words", ())),
        packs=tuple(table.get("packs", ())),
        data=extensions(table),
    )


def _profile(table: Table) -> Profile:
    return Profile(
        select=tuple(table.get("select", (ALL,))),
        ignore=tuple(table.get("ignore", ())),
        level=Severity.parse(table.get("level", "warning")),
        fail_level=Severity.parse(table.get("fail_level", "warning")),
        severity={name: Severity.parse(value) for name, value in table.get("severity", {}).items()},
        options={name: _frozen(options) for name, options in table.get("checks", {}).items()},
        settings=settings_of(table),
        max_file_size=table.get("max_file_size", Profile.max_file_size),
    )


def _frozen(options: Table) -> dict[str, Any]:
    return {name.replace("-", "_"): tuple(v) if isinstance(v, list) else v for name, v in options.items()}


def load(path: Path) -> Config | None:
    """The configuration in a file, with all that it extends; None where the file is another program's.

    Raises ConfigError.
    """
    layer = _layer(path)
    if layer is None:
        return None
    return Config(path=str(path), root=path.parent, layers=(*_extended(layer, (path,)), layer))


def _extended(layer: Layer, above: tuple[Path, ...]) -> Iterator[Layer]:
    """The layers below one, the farthest first; `above` are the files on the way to it."""
    named = layer.table.get("extend", ())
    for name in (named,) if isinstance(named, str) else named:
        path = Path(os.path.abspath(above[-1].parent / os.path.expanduser(name)))
        where = f"{layer.path}: {layer.heading}.extend"
        if path in above:
            way = " → ".join(os.path.relpath(place, above[-1].parent) for place in (*above[above.index(path) :], path))
            raise ConfigError(f"{where}: goes round in a circle: {way}")
        if not path.is_file():
            raise ConfigError(f"{where}: there is no file {path}")
        below = _layer(path)
        if below is None:
            raise ConfigError(f"{where}: {path} holds no configuration of copydesk")
        yield from _extended(below, (*above, path))
        yield below


def _layer(path: Path) -> Layer | None:
    """What a file says, or None where it is another program's. Raises ConfigError."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 (byte {error.start})") from None
    ours = _section(path.name)
    heading = ".".join(ours)
    # Cheaper than to parse what is another program's.
    if path.name != NAMES[0] and ours[-1] not in text:
        return None
    import tomli

    try:
        whole = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        # pyproject.toml and config.toml belong to other programs too: only trouble in our own part is our trouble.
        if path.name != NAMES[0] and f"[{heading}" not in text:
            return None
        raise ConfigError(f"{path}: {error}") from None
    table: Any = whole
    for key in ours:
        table = table.get(key) if isinstance(table, Mapping) else None
    if path.name == NAMES[0]:
        stray = [key for key in whole if key not in ours]
        if stray:
            hint = suggestion(stray[0], ours) or ": put it under that heading"
            raise ConfigError(f"{path}: “{stray[0]}” stands outside [{heading}]{hint}")
    if table is None:
        return Layer(str(path), heading, {}) if path.name == NAMES[0] else None
    if not isinstance(table, Mapping):
        raise ConfigError(f"{path}: [{heading}] must be a table")
    check_table(table, f"{path}: {heading}")
    return Layer(str(path), heading, table)


def _section(name: str) -> tuple[str, ...]:
    return ("tool", "copydesk") if name == NAMES[2] else ("lint",)


def in_folder(folder: Path) -> Config | None:
    """The configuration that stands in a folder itself. Raises ConfigError."""
    for name in NAMES:
        path = folder / name
        if path.is_file() and (config := load(path)) is not None:
            return config
    return None


def nearest(folder: Path) -> Config | None:
    """The configuration of the nearest folder at or above an absolute one. Raises ConfigError."""
    return next((config for place in (folder, *folder.parents) if (config := in_folder(place)) is not None), None)
