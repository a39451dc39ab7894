"""Plugins: the built-in ones, those that installed packages announce, and those that a configuration names."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any

import pluggy

from lint.containing import CRASHES, diverted
from lint.extensions import extensions
from lint.finding import Failure
from lint.hooks import PROJECT, Hooks
from lint.kinds import Check
from lint.readers import Reader
from lint.registry import Registry
from lint.schema import ConfigError, check_extensions, suggestion
from lint.writers import Writer

# The name under which a module is registered is the group of its checks.
_BUILT_IN = {
    "translation": "lint.checks.translation",
    "characters": "lint.checks.characters",
    "boilerplate": "lint.checks.boilerplate",
    "numbers": "lint.checks.numbers",
    "formats": "lint.formats",
    "suppressions": "lint.unused",
}

# What each hook gives, and how that is called.
_GIVEN: dict[str, tuple[type | UnionType, str]] = {
    "lint_checks": (Check, "checks"),
    "lint_readers": (Reader, "readers"),
    "lint_writers": (Writer, "writers"),
    "lint_data": (Mapping, "tables of units, zones, epochs, hedges, measures and sources"),
    "lint_packs": (str | os.PathLike, "paths"),
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
        if told := _registered(manager, plugin, name):
            failures.append(Failure("", told))
    faults = [_register_named(manager, name) for name in named]
    # Beside plugins, a folder may hold modules that help them.
    for folder in folders:
        faults += [_register_named(manager, name, helper=True) for name in _modules_in(folder)]
        if not any(faults) and not any(_offers(manager, name) for name in _modules_in(folder)):
            faults.append(
                f"--plugin-dir {folder}: no module in it offers anything: is a function marked with @hookimpl?"
            )
    failures += [Failure("", fault) for fault in faults if fault]
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
        data=_data(manager, failures),
        failures=tuple(failures),
    )


def _data(manager: pluggy.PluginManager, failures: list[Failure]) -> dict[str, tuple[tuple[str, Any], ...]]:
    """The tables that plugins bring; of two of one name, that of the plugin registered last."""
    merged: dict[str, dict[str, Any]] = {}
    for plugin, table in _offered(manager, "lint_data", failures):
        try:
            check_extensions(table, f"plugin “{plugin}”: lint_data")
        except ConfigError as error:
            failures.append(Failure("", str(error)))
            continue
        for key, values in extensions(table).items():
            merged.setdefault(key, {}).update(values)
    return {key: tuple(sorted(values.items())) for key, values in merged.items()}


def _modules_in(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):
        raise PluginError(f"--plugin-dir {folder}: there is no such folder")
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        package = os.path.isfile(os.path.join(entry.path, "__init__.py"))
        if (package or entry.name.endswith(".py")) and not entry.name.startswith(("_", ".")):
            yield entry.name.removesuffix(".py")


def _offers(manager: pluggy.PluginManager, module: str) -> bool:
    plugin = sys.modules.get(module)
    return plugin is not None and bool(manager.is_registered(plugin) and manager.get_hookcallers(plugin))


def _announced(failures: list[Failure]) -> Iterator[tuple[str, Any]]:
    if not any(map(_may_announce, sys.path)):
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=PROJECT), key=lambda entry: entry.name):
        with diverted() as stream:
            try:
                plugin = entry.load()
            except CRASHES as error:
                plugin = None
                failures.append(Failure("", f"plugin “{entry.name}” ({entry.value}) cannot be loaded: {_told(error)}"))
        if printed := stream.taken():
            failures.append(Failure("", f"plugin “{entry.name}” {printed}"))
        if plugin is not None:
            yield entry.name, plugin


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


def _register_named(manager: pluggy.PluginManager, name: str, *, helper: bool = False) -> str:
    """Registers an installed module, and gives what is wrong with it. Raises PluginError where it cannot be loaded."""
    with diverted() as stream:
        try:
            module = import_module(name)
        except CRASHES as error:
            raise PluginError(f"plugin “{name}” cannot be loaded: {_told(error)}") from error
    if printed := stream.taken():
        return f"plugin “{name}” {printed}"
    if manager.is_registered(module):
        return ""
    return _registered(manager, module, name.rpartition(".")[2].replace("_", "-"), helper=helper)


def _registered(manager: pluggy.PluginManager, plugin: Any, name: str, *, helper: bool = False) -> str:
    """Registers a plugin, and gives what is wrong with it."""
    if manager.has_plugin(name):
        return f"plugin “{name}”: there is another plugin or group of this name; it was not loaded"
    try:
        manager.register(plugin, name=name)
    except (ValueError, pluggy.PluginValidationError) as error:
        return f"plugin “{name}” cannot be used: {error}"
    hooks = [hook.name for hook in manager.get_hookcallers(plugin) or ()]
    if not hooks and not helper:
        return f"plugin “{name}” offers nothing: is there a function marked with @hookimpl?"
    for hook in hooks:
        if hook not in _GIVEN:
            return f"plugin “{name}”: there is no hook “{hook}”{suggestion(hook, _GIVEN)}"
    return ""


def _offered(manager: pluggy.PluginManager, hook: str, failures: list[Failure]) -> Iterator[tuple[str, Any]]:
    """What each plugin gives for a hook, with the plugin's name, in the order of registration."""
    caller = getattr(manager.hook, hook)
    kind, what = _GIVEN[hook]
    for implementation in caller.get_hookimpls():
        name = implementation.plugin_name
        with diverted() as stream:
            try:
                offered = list(implementation.function())
            except CRASHES as error:
                offered = []
                failures.append(Failure("", f"plugin “{name}”: {hook} failed: {_told(error)}"))
        if printed := stream.taken():
            failures.append(Failure("", f"plugin “{name}” {printed}"))
        for item in offered:
            if isinstance(item, kind):
                yield name, item
            else:
                failures.append(Failure("", f"plugin “{name}”: {hook} gives {what}, not {_described(item)}"))


def _described(item: object) -> str:
    if callable(item) and not isinstance(item, type):
        return f"the function {getattr(item, '__name__', item)}: is it decorated with @check?"
    return f"{type(item).__name__}"


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
