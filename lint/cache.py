"""Reports of earlier runs, and the marks of the corpus, in one database under the user's cache.

A report holds for the same bytes at the same place under the same configuration and the same code: see `lint.identity`.
So nothing in it goes stale, and any number of runs may share it.
"""

import os
import sqlite3
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from lint.corpus import Corpus, Groups
from lint.database import opened, removed
from lint.finding import Mark, Report
from lint.gathering import GatheringError, Status
from lint.packing import UnpackError, packed, unpacked
from lint.roll import Target
from lint.sharing import Held, key_hash

# Written in one transaction: enough to be quick, and few enough for other runs to wait.
_BATCH = 200
# Within two seconds a file can change and keep its time.
_RACY = 2_000_000_000
_DAY = 86_400
_KEPT = 30 * _DAY
# Beyond so many bytes what was not used for the longest time goes first: reports of earlier versions and settings.
_LARGEST = 400_000_000
# What a file held before is good for a while: branches are switched to and fro.
_SUPERSEDED = 3_600

_BY_STATUS = "SELECT id, report, used FROM files WHERE place = ? AND key = ? AND size = ? AND changed = ? AND ? < seen"
_BY_CONTENT = "SELECT id, report, used FROM files WHERE place = ? AND key = ? AND content = ?"


class Cache:
    """The database in the file `place`; with None, and where that cannot be used, a temporary one that serves one run.

    Where the database fails in the middle of a run, it is `broken`: it knows nothing any more, and keeps nothing.
    """

    def __init__(self, place: Path | None) -> None:
        self.broken = False
        self._place = place
        self._waiting: list[tuple[Target, bytes, bytes, Status, Report, bool]] = []
        self._entered: list[tuple[int, bytes, bytes, bool]] = []
        self._passing: list[int] = []
        self._used: list[int] = []
        self._later: list[tuple[bytes, bytes, Sequence[Mark]]] = []
        self._wrote = False
        self._db = opened(place)

    def find(self, target: Target, key: bytes, status: Status, *, given: bool) -> Report | None:
        """The report of a file whose size and time are those of an earlier run."""
        size, changed, _ = status
        return self._found(target, _BY_STATUS, (key, size, changed, changed + _RACY), given=given)

    def find_content(self, target: Target, key: bytes, content: bytes, status: Status, *, given: bool) -> Report | None:
        """The report of a file that holds what it held in an earlier run."""
        report = self._found(target, _BY_CONTENT, (key, content), given=given)
        if report is not None:
            values = (*status, os.fsencode(target.place), key, content)
            self._do(
                "UPDATE files SET size = ?, changed = ?, seen = ? WHERE place = ? AND key = ? AND content = ?", values
            )
        return report

    def add(self, target: Target, key: bytes, content: bytes, status: Status, report: Report, *, given: bool) -> None:
        """Keeps a report that is new, for this run and, unless something failed, for those to come."""
        self._waiting.append((target, key, content, status, report, given))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def held(self) -> Iterator[Held]:
        """The documents of this run with the keys that they hold. Raises GatheringError."""
        self._flush()
        if self.broken:
            raise GatheringError
        try:
            for place, keys, placed, given in self._db.execute(_KEYS):
                yield Held(os.fsdecode(place), array("Q", keys), array("Q", placed), bool(given))
        except sqlite3.Error as error:
            self._fail(error)
            raise GatheringError from error

    def place(self, target: Target, content: bytes, marks: Sequence[Mark]) -> None:
        """Takes in marks of a document whose report has none of their keys yet."""
        self._later.append((os.fsencode(target.path), content, marks))
        if len(self._later) >= _BATCH:
            self._flush()

    def restart(self) -> None:
        """Forgets the given documents of this run; the rest of the corpus stays."""
        self._flush()
        self._do("DELETE FROM run WHERE given")

    @property
    def corpus(self) -> Corpus:
        """The documents of this run."""
        self._flush()
        rows = self._do("SELECT count(*) FROM run")
        return Corpus(rows[0][0] if rows else 0, self._signature)

    def _signature(self, path: str) -> frozenset[int]:
        query = "SELECT signature FROM run JOIN files ON id = file WHERE path = ?"
        hashes = array("Q")
        for (data,) in self._do(query, (os.fsencode(path),)):
            hashes.frombytes(data)
        return frozenset(hashes)

    def groups(self, least: Callable[[str], int]) -> Groups:
        """The marks of this run by check and key, in order; of the keys, those that given documents hold.

        `least` says how many marks a check wants to see together. Raises GatheringError.
        """
        self._flush()
        if self.broken:
            raise GatheringError
        try:
            yield from self._groups(least)
        except (sqlite3.Error, UnpackError) as error:
            self._fail(error)
            raise GatheringError from error

    def _groups(self, least: Callable[[str], int]) -> Groups:
        few, all_of_them = self._db.execute("SELECT total(given), count(*) FROM run").fetchone()
        rows = self._db.execute(_SOME_KINDS if 2 * few < all_of_them else _ALL_KINDS)
        for kind, alike in groupby(rows, key=lambda row: row[0]):
            check, _, key = kind.decode("utf-8", "surrogatepass").partition(" ")
            marked = list(alike)
            if len(marked) >= least(check):
                yield check, key, tuple(_mark(path, data) for _, path, data in marked)

    def close(self) -> None:
        """Writes what waits, and takes out what nobody has used for a month."""
        self._flush()
        with suppress(sqlite3.Error), closing(self._db):
            if self._wrote and not self.broken:
                self._tidy()

    def _found(self, target: Target, query: str, values: tuple[object, ...], *, given: bool) -> Report | None:
        for number, data, used in self._do(query, (os.fsencode(target.place), *values)):
            try:
                # Of a document that is not given, nothing but its marks is wanted.
                report = unpacked(data) if given else Report(path=target.path)
            except UnpackError:
                continue
            self._entered.append((number, target.order, os.fsencode(target.path), given))
            if used + _DAY < time.time():
                self._used.append(number)
            return report if report.path == target.path else _moved(report, target.path)
        return None

    def _do(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query gives; none once the database has failed."""
        if self.broken:
            return []
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._fail(error)
            return []

    def _fail(self, error: Exception) -> None:
        self.broken = True
        if self._place is not None and not isinstance(error, sqlite3.OperationalError):
            # The file is damaged: the next run makes it anew.
            removed(self._place)

    def _flush(self) -> None:
        try:
            if self.broken:
                return
            if self._waiting or self._used or self._later:
                self._db.execute("BEGIN IMMEDIATE")
                for row in self._waiting:
                    self._write(*row)
                for later in self._later:
                    self._write_marks(*later)
                now = int(time.time())
                self._db.executemany("UPDATE files SET used = ? WHERE id = ?", [(now, n) for n in self._used])
                self._db.execute("COMMIT")
                self._wrote = True
            self._db.executemany("INSERT OR IGNORE INTO run VALUES (?, ?, ?, ?)", self._entered)
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            self._fail(error)
        finally:
            self._waiting.clear()
            self._later.clear()
            self._used.clear()
            self._entered.clear()

    def _write(self, target: Target, key: bytes, content: bytes, status: Status, report: Report, given: bool) -> None:
        place, now = os.fsencode(target.place), int(time.time())
        # What failed may go right the next time; for this run its marks count all the same.
        passing = bool(report.failures) or not key
        row, data = None, b""
        if passing:
            # Nobody will ask for the report again.
            key = os.urandom(16)
        else:
            query = "SELECT id FROM files WHERE place = ? AND key = ? AND content = ?"
            row = self._db.execute(query, (place, key, content)).fetchone()
        if row is None:
            if not passing:
                query = "DELETE FROM {} IN (SELECT id FROM files WHERE place = ? AND key = ? AND used < ?)"
                for table in ("marks WHERE file", "files WHERE id"):
                    self._db.execute(query.format(table), (place, key, now - _SUPERSEDED))
                data = packed(replace(report, marks=(), keys=(), signature=frozenset()))
            hashes, keys = array("Q", sorted(report.signature)).tobytes(), array("Q", report.keys).tobytes()
            row = self._db.execute(
                "INSERT INTO files (place, key, content, size, changed, seen, used, report, signature, keys, placed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                (place, key, content, *status, now, data, hashes, keys, b""),
            ).fetchone()
            self._add_marks(row[0], report.marks)
        if passing:
            self._passing.append(row[0])
        self._entered.append((row[0], target.order, os.fsencode(target.path), given))

    def _write_marks(self, path: bytes, content: bytes, marks: Sequence[Mark]) -> None:
        query = "SELECT id, content FROM run JOIN files ON id = file WHERE path = ?"
        for number, known in self._db.execute(query, (path,)).fetchall():
            if known != content:
                # The file was changed in the middle of the run: what is said of it holds for this run alone, even if it
                # is killed and never tidies up.
                self._db.execute("UPDATE files SET key = ? WHERE id = ?", (os.urandom(16), number))
                self._passing.append(number)
            self._add_marks(number, marks)

    def _add_marks(self, file: int, marks: Sequence[Mark]) -> None:
        if not marks:
            return
        query = "SELECT placed, (SELECT count(*) FROM marks WHERE file = id) FROM files WHERE id = ?"
        before, count = self._db.execute(query, (file,)).fetchone()
        # Another run may have been here in between.
        known = array("Q", before)
        hashes = [key_hash(mark.check, mark.key) for mark in marks]
        marks = [mark for mark, hashed in zip(marks, hashes, strict=True) if hashed not in known]
        self._db.executemany(
            "INSERT INTO marks VALUES (?, ?, ?, ?)",
            [(file, n, _kind(mark), packed(replace(mark, path=""))) for n, mark in enumerate(marks, count)],
        )
        placed = array("Q", sorted(set(hashes).difference(known))).tobytes()
        self._db.execute("UPDATE files SET placed = ? WHERE id = ?", (before + placed, file))

    def _tidy(self) -> None:
        now = int(time.time())
        unused = self._db.execute("SELECT id FROM files WHERE used < ?", (now - _KEPT,)).fetchall()
        if self._size() > _LARGEST:
            # A large archive may need all of it: what this run used stays, though its time is noted but once a day.
            half = (
                "SELECT id FROM files WHERE used < ? AND id NOT IN (SELECT file FROM run)"
                " ORDER BY used LIMIT (SELECT count(*) / 2 FROM files)"
            )
            unused += self._db.execute(half, (now - _SUPERSEDED,)).fetchall()
        gone = [*((number,) for number in self._passing), *unused]
        if gone:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("DELETE FROM marks WHERE file = ?", gone)
            self._db.executemany("DELETE FROM files WHERE id = ?", gone)
            self._db.execute("COMMIT")

    def _size(self) -> int:
        """The bytes in use; what was deleted is used again before the file grows."""
        query = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count,"
        return int(self._db.execute(f"{query} pragma_page_size").fetchone()[0])


_KEYS = "SELECT place, keys, placed, given FROM run JOIN files ON id = file"
# The keys of given documents lead to all that hold them; where most documents are given, all marks are read in a row.
_SOME_KINDS = """
SELECT m.kind, r.path, m.mark
FROM (SELECT DISTINCT kind FROM run CROSS JOIN marks USING (file) WHERE given) AS k
CROSS JOIN marks AS m ON m.kind = k.kind CROSS JOIN run AS r ON r.file = m.file
ORDER BY m.kind, r.parts, m.number
"""
_ALL_KINDS = """
SELECT m.kind, r.path, m.mark FROM run AS r CROSS JOIN marks AS m ON m.file = r.file
ORDER BY m.kind, r.parts, m.number
"""


def _kind(mark: Mark) -> bytes:
    return f"{mark.check} {mark.key}".encode("utf-8", "surrogatepass")


def _mark(path: bytes, data: bytes) -> Mark:
    mark: Mark = unpacked(data)
    return replace(mark, path=os.fsdecode(path))


def _moved(report: Report, path: str) -> Report:
    """The report under another name of the same file: names are relative to where the command is run."""
    return replace(
        report,
        path=path,
        diagnostics=tuple(
            replace(d, path=path, notes=tuple(replace(note, path=path) for note in d.notes)) for d in report.diagnostics
        ),
    )
