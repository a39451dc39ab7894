"""Files written whole or not at all: whoever is interrupted leaves the old content or the new one, never a part."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class ChangedError(OSError):
    """A file that is no longer what it was when it was read."""


class WholeFile:
    """A file in the making: `keep` puts it in its place, `drop` leaves everything as it was.

    A link is followed, so that it stays a link; mode and owner of a file that is replaced stay too. What is no regular
    file (a device, a pipe) is written to as it is. Raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self._place = Path(os.path.realpath(path))
        self._status = self._place.stat() if self._place.exists() else None
        if self._place.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        if self._status is not None and not os.access(self._place, os.W_OK):
            raise PermissionError(None, "it is read-only")
        self._direct = self._status is not None and not stat.S_ISREG(self._status.st_mode)
        # A hidden name: nobody is to lint what a killed run left behind.
        beside = self._place.parent / f".copydesk-{os.urandom(8).hex()}.tmp"
        self._name = self._place if self._direct else beside
        self._file = self._name.open("wb" if self._direct else "xb")

    def write(self, data: bytes) -> None:
        """Adds to the file. Raises OSError."""
        self._file.write(data)

    def keep(self, last_look: Callable[[], None] = lambda: None) -> None:
        """Puts the file in its place, unless `last_look` raises. Raises OSError."""
        try:
            self._file.flush()
            if not self._direct:
                os.fsync(self._file.fileno())
            self._file.close()
            if not self._direct:
                self._take_over()
                last_look()
                os.replace(self._name, self._place)
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Forgets the file; it may have been dropped before."""
        with suppress(OSError):
            self._file.close()
        if not self._direct:
            with suppress(OSError):
                self._name.unlink()

    def _take_over(self) -> None:
        if self._status is None:
            return
        if hasattr(os, "chown"):
            # Whoever may write a file need not be allowed to give it away.
            with suppress(OSError):
                os.chown(self._name, self._status.st_uid, self._status.st_gid)
        # After the owner: a change of owner takes special bits of the mode away.
        os.chmod(self._name, stat.S_IMODE(self._status.st_mode))


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Puts `after` in place of `before`.

    Raises OSError where that cannot be done, ChangedError where the file no longer holds `before`; then nothing has
    changed.
    """

    def unchanged() -> None:
        if path.read_bytes() != before:
            raise ChangedError(None, "somebody else changed it meanwhile")

    # Looked at first too: a file that vanished is not to be made anew.
    unchanged()
    write_file(path, after, unchanged)


def write_file(path: Path, data: bytes, last_look: Callable[[], None] = lambda: None) -> None:
    """Writes a whole file, unless `last_look` raises. Raises OSError."""
    file = WholeFile(path)
    try:
        file.write(data)
    except BaseException:
        file.drop()
        raise
    file.keep(last_look)
