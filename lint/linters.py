"""Which linter serves a file: one for each distinct configuration, over one registry."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lint.config import Config, Profile, in_folder, load, nearest
from lint.finding import Rule, Severity
from lint.linter import Linter
from lint.registry import Registry, Rules
from lint.schema import ConfigError, Table


def root_config(paths: tuple[str, ...], explicit: str | None = None) -> Config:
    """The configuration nearest above all given paths, or the one named by hand. Raises ConfigError."""
    if explicit is not None:
        config = load(Path(os.path.abspath(explicit)))
        if config is None:
            raise ConfigError(f"{explicit}: holds no configuration of copydesk")
        return config
    places = [Path(os.path.abspath(path)) for path in paths] or [Path.cwd()]
    try:
        common = Path(os.path.commonpath([place if place.is_dir() else place.parent for place in places]))
    except ValueError:
        # Windows knows no folder above two drives.
        common = Path.cwd()
    return nearest(common) or Config(root=Path.cwd())


def with_packs(registry: Registry, config: Config) -> Registry:
    """The registry with the rules of all packs that a configuration names. Raises ConfigError."""
    if not config.packs:
        return registry
    from lint.rules.loading import with_packs

    return with_packs(registry, config.packs)


class Linters:
    """The linters of one run.

    Each file obeys the nearest configuration above it, or `root` alone where that was named by hand (`explicit`);
    `command_line` is laid over every one of them. Raises ConfigError where the root's names are wrong.
    """

    def __init__(
        self,
        registry: Registry,
        root: Config,
        *,
        explicit: bool,
        command_line: Table,
        plugin_folders: Sequence[str] = (),
    ) -> None:
        self.registry = registry
        self._plugin_folders = tuple(plugin_folders)
        self._explicit = explicit
        self._command_line = command_line
        self.root = self._adopted(root)
        self._configs: dict[str, Config | ConfigError] = {}
        self._linters: dict[tuple[str, tuple[int, ...]], Linter] = {}
        self._identities: dict[Linter, tuple[object, ...]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        # Checks are functions that another process finds by name only, once it has loaded the plugins itself.
        return _again, (self.root, self._explicit, self._command_line, self._plugin_folders)

    @property
    def rules(self) -> Sequence[Rule]:
        """What writers may say about the checks, those of packs included that are met on the way."""
        return Rules(lambda: self.registry.checks)

    @property
    def of_root(self) -> Linter:
        """The linter of the root's configuration, whose options hold for checks of the corpus."""
        return self._linter(self.root, ())

    def of_file(self, place: Path | str) -> Linter | None:
        """The linter of a file, None where its configuration excludes it. Raises ConfigError."""
        config = self.config(os.path.dirname(place))
        if config.exclude.match(config.relative(place)):
            return None
        return self._linter(config, config.overrides_for(place))

    def config(self, folder: Path | str) -> Config:
        """The configuration that holds in a folder. Raises ConfigError, each time that it is asked."""
        if self._explicit:
            return self.root
        name = os.fspath(folder)
        if name not in self._configs:
            try:
                self._configs[name] = self._nearest(Path(folder))
            except ConfigError as error:
                self._configs[name] = error
        found = self._configs[name]
        if isinstance(found, ConfigError):
            raise found
        return found

    def _nearest(self, folder: Path) -> Config:
        found = in_folder(folder)
        if found is None:
            return self.root if folder.parent == folder else self.config(folder.parent)
        if found.path == self.root.path:
            return self.root
        if found.own.get("plugins"):
            root = self.root.path or "which there is none of here: name it with --config"
            raise ConfigError(f"{found.path}: `plugins` belongs in the configuration of the root, {root}")
        return self._adopted(found)

    def _adopted(self, config: Config) -> Config:
        """The configuration with the command line laid over it, once its packs are read and its names are known."""
        config = replace(config, command_line=self._command_line)
        self.registry = with_packs(self.registry, config)
        self.registry.validate(config)
        return config

    def _extended(self, profile: Profile) -> Profile:
        """The profile with what plugins bring; the configuration says it better."""
        brought = self.registry.data
        if not brought:
            return profile
        own = profile.settings.data
        both = {key: dict(brought.get(key, ())) | dict(own.get(key, ())) for key in {*brought, *own}}
        data = {key: tuple(sorted(values.items())) for key, values in both.items()}
        return replace(profile, settings=replace(profile.settings, data=data))

    def identity(self, linter: Linter) -> tuple[object, ...]:
        """All that the configuration says of a linter's findings: equal identity, equal reports."""
        return self._identities[linter], self.root.profile()

    def _linter(self, config: Config, overrides: tuple[int, ...]) -> Linter:
        key = (config.path, overrides)
        if key not in self._linters:
            profile = self._extended(config.profile(overrides))
            linter = Linter(
                profile,
                self.registry,
                relative=lambda path: config.relative(os.path.abspath(path)),
                root=self.root.profile(),
            )
            shown = replace(profile, fail_level=Severity.OFF, max_file_size=0)
            rules = tuple(check.written for check in self.registry.selected(profile))
            # Fingerprints hold paths below the root.
            self._identities[linter] = (str(config.root), shown, rules)
            self._linters[key] = linter
        return self._linters[key]


def _again(root: Config, explicit: bool, command_line: Table, plugin_folders: tuple[str, ...]) -> Linters:
    from lint.plugins import load as plugins

    registry = plugins(root.plugins, plugin_folders)
    return Linters(registry, root, explicit=explicit, command_line=command_line, plugin_folders=plugin_folders)
