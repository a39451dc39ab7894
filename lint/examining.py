"""Reading and linting one file, or some together, in whichever process."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

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

T = TypeVar("T")

# Our own readers are tested on more than what is asked here.
_OWN = "lint."
# So many files are examined together, or so many bytes: more of them would save no more time, and be waited for.
_MOST_TOGETHER, _ENOUGH_TOGETHER = 32, 400_000
Look: TypeAlias = Callable[[bytes], tuple[Document, Report]]


class Examined(NamedTuple):
    """What came of a file. `content` is the digest of what it held, None where it could not be read."""

    report: Report
    content: bytes | None = None


class _Read(NamedTuple):
    """A file as its linter will see it, what there is to say of its reader, its digest and its size in bytes."""

    linter: Linter
    document: Document
    failures: tuple[Failure, ...]
    content: bytes
    size: int


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
        return self._examined([self._read(target)])[0]

    def batches(self, items: Iterable[tuple[T, Target | None]]) -> Iterator[list[tuple[T, Examined | None]]]:
        """Each item, in order, with what came of its file, some at a time; those without a file pass through.

        To examine some files together takes less time than one by one: see `Linter.lint_all`.
        """
        batch: list[tuple[T, _Read | Examined | None]] = []
        size = 0
        for item, target in items:
            one = self._read(target) if target else None
            batch.append((item, one))
            size += one.size if isinstance(one, _Read) else 0
            if len(batch) == _MOST_TOGETHER or size >= _ENOUGH_TOGETHER:
                yield self._answered(batch)
                batch, size = [], 0
        if batch:
            yield self._answered(batch)

    def _answered(self, batch: list[tuple[T, _Read | Examined | None]]) -> list[tuple[T, Examined | None]]:
        examined = iter(self._examined([one for _, one in batch if one is not None]))
        return [(item, None if one is None else next(examined)) for item, one in batch]

    def _examined(self, files: Sequence[_Read | Examined]) -> list[Examined]:
        """What comes of these files, of some of which it is known."""
        examined = {number: one for number, one in enumerate(files) if isinstance(one, Examined)}
        to_lint: dict[Linter, dict[int, _Read]] = {}
        for number, one in enumerate(files):
            if isinstance(one, _Read):
                to_lint.setdefault(one.linter, {})[number] = one
        for linter, some in to_lint.items():
            reports = linter.lint_all([one.document for one in some.values()], briefly=True)
            for (number, one), report in zip(some.items(), reports, strict=True):
                examined[number] = Examined(_with_failures(one.failures, report), one.content)
        return [examined[number] for number in range(len(files))]

    def marks(self, target: Target, keys: Container[int]) -> tuple[bytes, tuple[Mark, ...]]:
        """The marks of a file with these keys, and a digest of what it held; none of a file that is no more."""
        one = self._read(target)
        return (one.content, one.linter.marks(one.document, keys)) if isinstance(one, _Read) else (b"", ())

    def _read(self, target: Target) -> _Read | Examined:
        """A file, ready to be linted, or the trouble with it."""
        try:
            linter = self.linters.of_file(target.place)
            if linter is None:
                raise ConfigError("its configuration excludes it")
            data = read(target)
            document, failures = _read_by(self._reader(target), target.path, data, linter.profile.settings)
            return _Read(linter, document, failures, self._digest(data), len(data))
        except (UnreadableError, OSError, ConfigError) as error:
            return Examined(unreadable(target.path, error))

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
