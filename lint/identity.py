"""What a report depends on besides the bytes of its file: the configuration, and the code that ran."""

import os
import sys
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from lint import __version__
from lint.digests import blake2b
from lint.registry import Registry


def digest_of(*values: object) -> bytes:
    """A digest of plain data, the same in every process."""
    return blake2b("\0".join(_told(values)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _told(value: object) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for field in fields(value):
            yield field.name
            yield from _told(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield f"mapping {len(value)}"
        for key in sorted(value, key=repr):
            yield from _told(key)
            yield from _told(value[key])
    elif isinstance(value, Set):
        yield f"set {len(value)}"
        for item in sorted(value, key=repr):
            yield from _told(item)
    elif isinstance(value, list | tuple):
        yield f"list {len(value)}"
        for item in value:
            yield from _told(item)
    else:
        yield f"{type(value).__name__} {value.value if isinstance(value, Enum) else value!r}"


def code_of(registry: Registry) -> bytes:
    """A digest of the code behind the checks and readers: of every file of their packages its size and time.

    A package that is installed, updated or removed changes its folder on the import path; so the libraries that the
    checks rely on are held by the times of these folders.
    """
    modules = {check.function.__module__ for check in registry.checks.values()}
    modules |= {reader.read.__module__ for reader in registry.readers}
    packages = sorted({module.partition(".")[0] for module in modules} | {"lint"})
    stamps = [stamp for name in packages for stamp in _stamps(sys.modules.get(name))]
    folders = [(folder, _time(folder)) for folder in sys.path if os.path.isdir(folder)]
    return digest_of(__version__, sys.version, sorted(registry.checks), stamps, folders)


def _time(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def _stamps(module: Any) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of each file of a package, or of the one file of a module."""
    pending = list(getattr(module, "__path__", ())) or [getattr(module, "__file__", None) or ""]
    while pending:
        place = pending.pop()
        if not os.path.isdir(place):
            yield place, os.path.getsize(place) if os.path.isfile(place) else 0, _time(place)
            continue
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                else:
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns
