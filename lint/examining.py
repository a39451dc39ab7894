"""Reading and linting one file, in whichever process."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from lint.containing import CRASHES, checked_document, diverted
from lint.digests import blake2b
from lint.document import Document
from lint.finding import Failure, Mark, Report
from lint.linter import Linter
from lint.linters import Linters
from lint.readers import BinaryError, Reader, UnreadableError, by_suffix
from lint.readers.text import TEXT
from lint.roll import Target
from lint.schema import ConfigError
from lint.settings import Settings

# Our own readers are tested on more than what is asked here.
_OWN = "lint."
# What keeps a file from being linted.
_TROUBLES = (UnreadableError, OSError, ConfigError)
Look: TypeAlias = Callable[[bytes], tuple[Document, Report]]


class Examined(NamedTuple):
    """What came of a file. `content` is the digest of what it held, None where it could not be read."""

    report: Report
    content: bytes | None = None


class _Read(NamedTuple):
    """A document, what there is to say of its reader, and the digest of the file."""

    document: Document
    failures: tuple[Failure, ...]
    content: bytes


class Examiner:
    """Reads and lints files, each under its own configuration; with a `reader`, all of them by that one.

    Without `digests`, nobody will ask what a file held, and digests are empty.
    """

    def __init__(self, linters: Linters, reader: Reader | None = None, *, digests: bool = True) -> None:
        self.linters = linters
        self.reader = reader
        self._digest = digest if digests else _no_digest

    def __reduce__(self) -> tuple[Any, ...]:
        # Readers of plugins are functions that another process finds by name only.
        return _again, (self.linters, self.reader.name if self.reader else None, self._digest is digest)

    def examine(self, target: Target) -> Examined:
        """The report of a file that some linter serves; trouble with reading it becomes a failure of the report."""
        return self.examine_all((target,))[0]

    def examine_all(self, targets: Sequence[Target]) -> list[Examined]:
        """The same of some files, which takes less time than one by one (see `Linter.lint_all`)."""
        examined: dict[int, Examined] = {}
        to_lint: dict[Linter, list[tuple[int, _Read]]] = {}
        for number, target in enumerate(targets):
            try:
                linter = self._linter(target)
                to_lint.setdefault(linter, []).append((number, self._read(target, linter)))
            except _TROUBLES as error:
                examined[number] = Examined(unreadable(target.path, error))
        for linter, some in to_lint.items():
            reports = linter.lint_all([one.document for _, one in some], briefly=True)
            for (number, one), report in zip(some, reports, strict=True):
                examined[number] = Examined(_with_failures(one.failures, report), one.content)
        return [examined[number] for number in range(len(targets))]

    def marks(self, target: Target, keys: Container[int]) -> tuple[bytes, tuple[Mark, ...]]:
        """The marks of a file with these keys, and a digest of what it held; none of a file that is no more."""
        try:
            linter = self._linter(target)
            one = self._read(target, linter)
            return one.content, linter.marks(one.document, keys)
        except _TROUBLES:
            return b"", ()

    def _linter(self, target: Target) -> Linter:
        linter = self.linters.of_file(target.place)
        if linter is None:
            raise ConfigError("its configuration excludes it")
        return linter

    def _read(self, target: Target, linter: Linter) -> _Read:
        data = read(target)
        document, failures = _read_by(self._reader(target), target.path, data, linter.profile.settings)
        return _Read(document, failures, self._digest(data))

    def _reader(self, target: Target) -> Reader:
        return self.reader or by_suffix(self.linters.registry.readers, target.path) or TEXT

    def look(self, target: Target, linter: Linter) -> Look:
        """Reads and lints bytes as those of a file. Raises UnreadableError."""
        reader = self._reader(target)

        def look(data: bytes) -> tuple[Document, Report]:
            document, failures = _read_by(reader, target.path, data, linter.profile.settings)
            return document, _with_failures(failures, linter.lint(document))

        return look


def _read_by(reader: Reader, path: str, data: bytes, settings: Settings) -> tuple[Document, tuple[Failure, ...]]:
    """The document, and what there is to say of the reader. Raises UnreadableError, also where the reader fails."""
    if reader.read.__module__.startswith(_OWN):
        return reader.read(path, data, settings), ()
    with diverted() as stream:
        try:
            document = checked_document(reader.read(path, data, settings))
        except UnreadableError:
            raise
        except CRASHES as error:
            raise UnreadableError(f"the reader “{reader.name}” failed: {type(error).__name__}: {error}") from error
    printed = stream.taken()
    return document, (Failure(path, f"the reader “{reader.name}” {printed}"),) if printed else ()


def _with_failures(failures: tuple[Failure, ...], report: Report) -> Report:
    return replace(report, failures=(*failures, *report.failures)) if failures else report


def _again(linters: Linters, name: str | None, digests: bool) -> Examiner:
    reader = next((reader for reader in linters.registry.readers if reader.name == name), None)
    return Examiner(linters, reader, digests=digests)


def read(target: Target) -> bytes:
    """The bytes of a file, or of standard input. Raises OSError."""
    if target.data is not None:
        return target.data
    # All at once: no buffer is needed.
    with open(target.place, "rb", buffering=0) as file:
        return file.read()


def digest(data: bytes) -> bytes:
    """What stands for the content of a file."""
    return blake2b(data, digest_size=16).digest()


def _no_digest(data: bytes) -> bytes:
    del data
    return b""


_OF_OFFICES = (".doc", ".docx", ".odt", ".pages", ".pdf")


def unreadable(path: str, error: Exception) -> Report:
    """The report of a file that cannot be linted. What holds no text is passed over; all else is a failure."""
    if isinstance(error, BinaryError):
        hint = ": save it as text, Markdown or HTML" if path.lower().endswith(_OF_OFFICES) else ""
        return Report(path=path, skipped=f"{error}{hint}")
    message = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)
    return Report(path=path, failures=(Failure(path, message),))
