"""The file behind the cache: made where it is missing, made anew where it is damaged, done without where it must be."""

import sqlite3
from contextlib import suppress
from pathlib import Path

_APPLICATION, _VERSION = 0x636F7079, 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY, place BLOB, key BLOB, content BLOB,
    size INTEGER, changed INTEGER, seen INTEGER, used INTEGER, report BLOB, signature BLOB, keys BLOB, placed BLOB,
    UNIQUE (place, key, content)
);
CREATE INDEX IF NOT EXISTS files_by_use ON files (used);
CREATE TABLE IF NOT EXISTS marks (
    file INTEGER, number INTEGER, kind BLOB, mark BLOB, PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS marks_by_kind ON marks (kind);
CREATE TEMP TABLE run (file INTEGER PRIMARY KEY, parts BLOB, path BLOB, given INTEGER);
CREATE INDEX temp.run_by_path ON run (path);
"""


def opened(place: Path | None) -> sqlite3.Connection:
    """The database in a file; a temporary one with None, and where the file cannot be written to."""
    if place is not None:
        with suppress(OSError, sqlite3.OperationalError):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _connected(str(place))
            except sqlite3.OperationalError:
                # Read-only, or others write to it without a pause.
                raise
            except sqlite3.DatabaseError:
                # Damaged, of another version, or another program's.
                removed(place)
                return _connected(str(place))
    return _connected("")


def _connected(place: str) -> sqlite3.Connection:
    db = sqlite3.connect(place, timeout=5, isolation_level=None)
    try:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {_VERSION}")
        elif _pragma(db, "application_id") != _APPLICATION or _pragma(db, "user_version") != _VERSION:
            raise sqlite3.DatabaseError("no cache of this copydesk")
        # Readers and a writer do not wait for one another; what a power cut takes can be made anew.
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(_SCHEMA)
        # Says at once whether the file can be written to.
        db.execute("BEGIN IMMEDIATE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def removed(place: Path, *others: Path) -> int:
    """Removes the database and other files; the number of bytes that they held. What cannot be removed stays."""
    size = 0
    for file in (*_files(place), *others):
        with suppress(OSError):
            held = file.stat().st_size
            file.unlink()
            size += held
    return size


def size_of(place: Path, *others: Path) -> int:
    """The number of bytes that the database and other files take on the disk."""
    return sum(file.stat().st_size for file in (*_files(place), *others) if file.exists())


def _files(place: Path) -> tuple[Path, ...]:
    return tuple(place.with_name(place.name + suffix) for suffix in ("", "-wal", "-shm"))
