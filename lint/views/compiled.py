"""Compiled patterns, kept between runs: to compile those that one article needs takes a third of a short run.

The code of a pattern is what `re` itself makes of it; it is kept for one build of Python alone, checked by a digest,
and by the engine of `re` when it is put in place. Where any of that fails, the pattern is compiled as ever.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any

from lint.digests import blake2b

# What stands for a pattern: flags, code, number of groups, and the names of groups.
_Code = tuple[int, bytes, int, dict[str, int]]

_BUILD = sys.version.encode()
_DIGEST = 16
# Of more patterns than that, most are those of earlier versions: only what this run used is kept on.
_MOST = 3_000


class Store:
    """The compiled patterns in a file."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._codes: dict[tuple[str, int], _Code] = {}
        self._used: set[tuple[str, int]] = set()
        self._new = False
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = place.read_bytes()
            if data[:_DIGEST] == _digest(data[_DIGEST:]):
                self._codes = marshal.loads(data[_DIGEST:])  # noqa: S302 - our own file, digest checked

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """The pattern, as `re.compile` gives it."""
        key = source, int(flags)
        self._used.add(key)
        kept = self._codes.get(key)
        if kept is not None:
            with suppress(Exception):
                return _made(source, *kept)
        compiled = re.compile(source, flags)
        with suppress(Exception):
            self._codes[key] = _code(source, flags, compiled)
            self._new = True
        return compiled

    def save(self) -> None:
        """Writes the file, if there is anything new; where that is not possible, nothing happens."""
        if not self._new:
            return
        if len(self._codes) > _MOST:
            self._codes = {key: code for key, code in self._codes.items() if key in self._used}
        data = marshal.dumps(self._codes)
        beside = self._place.with_name(f"{self._place.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_digest(data) + data)
            os.replace(beside, self._place)
            self._new = False
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST, key=_BUILD[:64]).digest()


def _code(source: str, flags: int, compiled: re.Pattern[str]) -> _Code:
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    parsed = compiler._parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags))
    return int(compiled.flags), code.tobytes(), compiled.groups, dict(compiled.groupindex)


def _made(source: str, flags: int, code: bytes, groups: int, names: dict[str, int]) -> re.Pattern[str]:
    engine: Any = re._compiler._sre  # type: ignore[attr-defined]
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: Any = engine.compile(source, flags, array("I", code).tolist(), groups, names, tuple(by_number))
    return made  # type: ignore[no-any-return]
