"""The files of a run, each once and in the order of their paths, however many there are."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

# A million files would take half a gigabyte of memory; beyond this many they are kept in a temporary database.
_IN_MEMORY = 20_000
_BETWEEN = os.fsencode(os.sep)


class Target(NamedTuple):
    """A file to lint: its path as it is printed, and its absolute place. `data` is given for standard input alone."""

    path: str
    place: str
    data: bytes | None = None

    @property
    def order(self) -> bytes:
        """Files are sorted by the parts of their paths, which are in their normal form."""
        return os.fsencode(self.path).replace(_BETWEEN, b"\0")


class Roll:
    """A collection of targets. Of two that lie at one place, the first added counts."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._most = in_memory
        self._few: dict[str, Target] = {}
        self._many: sqlite3.Connection | None = None

    def add(self, target: Target) -> None:
        """Adds a target, if its place is not taken."""
        if target.data is None and self._many is not None and target.place not in self._few:
            row = (os.fsencode(target.place), target.order, os.fsencode(target.path))
            self._many.execute("INSERT OR IGNORE INTO targets VALUES (?, ?, ?)", row)
            return
        self._few.setdefault(target.place, target)
        if len(self._few) > self._most and self._many is None:
            self._spill()

    def _spill(self) -> None:
        import sqlite3

        # A database without a name lives in a temporary file that vanishes with it.
        self._many = sqlite3.connect("", isolation_level=None)
        self._many.execute("CREATE TABLE targets (place BLOB PRIMARY KEY, parts BLOB, path BLOB) WITHOUT ROWID")
        self._many.execute("BEGIN")
        few, self._few = self._few, {place: target for place, target in self._few.items() if target.data is not None}
        for target in few.values():
            if target.data is None:
                self.add(target)

    def __len__(self) -> int:
        if self._many is None:
            return len(self._few)
        spilled: int = self._many.execute("SELECT COUNT(*) FROM targets").fetchone()[0]
        return len(self._few) + spilled

    def __iter__(self) -> Iterator[Target]:
        few = sorted(self._few.values(), key=lambda target: target.order)
        if self._many is None:
            return iter(few)
        from heapq import merge

        return merge(few, self._spilled(self._many), key=lambda target: target.order)

    def close(self) -> None:
        """Lets the temporary database go."""
        if self._many is not None:
            self._many.close()

    @staticmethod
    def _spilled(many: "sqlite3.Connection") -> Iterator[Target]:
        for place, path in many.execute("SELECT place, path FROM targets ORDER BY parts"):
            yield Target(os.fsdecode(path), os.fsdecode(place))

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, str):
            return False
        if place in self._few or self._many is None:
            return place in self._few
        found = self._many.execute("SELECT 1 FROM targets WHERE place = ?", (os.fsencode(place),))
        return found.fetchone() is not None
