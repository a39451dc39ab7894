"""Plugins: the built-in ones, those that installed packages announce, and those that a configuration names."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pluggy

from lint.finding import Failure
from lint.hooks import PROJECT, Hooks
from lint.kinds import Check
from lint.registry import Registry
from lint.schema import ConfigError

# The name under which a module is registered is the group of its checks.
_BUILT_IN = {
    "translation": "lint.checks.translation",
    "characters": "lint.checks.characters",
    "boilerplate": "lint.checks.boilerplate",
    "numbers": "lint.checks.numbers",
    "formats": "lint.formats",
    "suppressions": "lint.unused",
}


class PluginError(ConfigError):
    """Plugins that cannot work together, or one that is named and cannot be loaded."""


def load(named: Sequence[str] = (), folders: Sequence[str] = ()) -> Registry:
    """All plugins, as one registry.

    `named` are installed modules that the root's configuration names; of `folders`, given by hand, every module is a
    plugin. Raises PluginError where one of these cannot be imported or two checks have one name; a package that only
    announces itself and fails is told of in the registry's failures.
    """
    manager = _manager()
    failures: list[Failure] = []
    sys.path[:0] = [folder for folder in map(os.path.abspath, folders) if folder not in sys.path]
    for name, plugin in _announced(failures):
        manager.register(plugin, name=name)
    for name in (*named, *_modules_in(folders)):
        _register_named(manager, name)
    return _collected(manager, failures)


def load_built_in() -> Registry:
    """What copydesk brings itself, whatever else is installed."""
    return _collected(_manager(), [])


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    for group, module in _BUILT_IN.items():
        manager.register(import_module(module), name=group)
    return manager


def _collected(manager: pluggy.PluginManager, failures: list[Failure]) -> Registry:
    checks = _by_name(replace(check, group=group) for group, check in _offered(manager, "lint_checks", failures))
    packs = list(_offered(manager, "lint_packs", failures))
    for plugin, path in packs:
        _add_pack(checks, plugin, path, failures)
    return Registry(
        checks=checks,
        readers=tuple(reader for _, reader in _offered(manager, "lint_readers", failures)),
        writers={writer.name: writer for _, writer in _offered(manager, "lint_writers", failures)},
        packs=tuple(path for _, path in packs),
        failures=tuple(failures),
    )


def _modules_in(folders: Sequence[str]) -> Iterator[str]:
    for folder in folders:
        if not os.path.isdir(folder):
            raise PluginError(f"--plugin-dir {folder}: there is no such folder")
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            package = os.path.isfile(os.path.join(entry.path, "__init__.py"))
            if (package or entry.name.endswith(".py")) and not entry.name.startswith(("_", ".")):
                yield entry.name.removesuffix(".py")


def _announced(failures: list[Failure]) -> Iterator[tuple[str, Any]]:
    if not any(map(_may_announce, sys.path)):
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=PROJECT), key=lambda entry: entry.name):
        try:
            yield entry.name, entry.load()
        except Exception as error:
            failures.append(Failure("", f"plugin “{entry.name}” ({entry.value}) cannot be loaded: {_told(error)}"))


def _may_announce(folder: str) -> bool:
    """Whether a folder of the import path may hold a package that announces a plugin.

    Few machines have one, and looking is ten times faster than importing the library that reads the announcements.
    """
    try:
        with os.scandir(folder) as entries:
            metadata = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    for path in metadata:
        try:
            with open(os.path.join(path, "entry_points.txt"), "rb") as file:
                if b"[" + PROJECT.encode() + b"]" in file.read():
                    return True
        except OSError:
            continue
    return False


def _register_named(manager: pluggy.PluginManager, name: str) -> None:
    try:
        module = import_module(name)
    except (Exception, SystemExit) as error:
        raise PluginError(f"plugin “{name}” cannot be loaded: {_told(error)}") from error
    if not manager.is_registered(module):
        manager.register(module, name=name.rpartition(".")[2].replace("_", "-"))


def _offered(manager: pluggy.PluginManager, hook: str, failures: list[Failure]) -> Iterator[tuple[str, Any]]:
    """What each plugin gives for a hook, with the plugin's name, in the order of registration."""
    caller = getattr(manager.hook, hook)
    for implementation in caller.get_hookimpls():
        try:
            offered = list(implementation.function())
        except Exception as error:
            name = implementation.plugin_name
            failures.append(Failure("", f"plugin “{name}”: {hook} failed: {_told(error)}"))
            continue
        for item in offered:
            yield implementation.plugin_name, item


def _add_pack(checks: dict[str, Check], plugin: str, path: Any, failures: list[Failure]) -> None:
    """The rules of a plugin's pack among the checks; a pack that cannot be used is told of."""
    from lint.rules.loading import add, load

    try:
        for rule in load(Path(path)):
            add(checks, rule)
    except (ConfigError, TypeError) as error:
        failures.append(Failure("", f"plugin “{plugin}”: its pack cannot be used: {error}"))


def _by_name(checks: Iterable[Check]) -> dict[str, Check]:
    named: dict[str, Check] = {}
    taken: dict[str, Check] = {}
    for check in checks:
        for name in (check.name, *check.aliases):
            if name in taken:
                homes = f"{_home(taken[name])} and {_home(check)}"
                raise PluginError(f"two checks are called “{name}”: {homes}; uninstall one or rename it")
            if name in _BUILT_IN:
                raise PluginError(f"“{name}” is the name of a group: {_home(check)} must rename its check")
            taken[name] = check
        named[check.name] = check
    return named


def _home(check: Check) -> str:
    return f"{check.home} ({check.group})"


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
