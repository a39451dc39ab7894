"""Bytes to documents: what a reader is, and how a format is chosen by suffix."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from lint.document import Document
from lint.records import dataclass
from lint.settings import Settings


class UnreadableError(ValueError):
    """A file that no reader can make sense of; the message says why, in words for its author."""


class BinaryError(UnreadableError):
    """A file that holds no text at all, such as a picture."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format: its name, the suffixes that choose it (lower case, with the dot), and the function that reads it.

    `read(path, data, settings)` makes a document of a file's bytes and raises UnreadableError where it cannot.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes, Settings], Document]

    def __post_init__(self) -> None:
        for suffix in self.suffixes:
            if not suffix.startswith(".") or suffix != suffix.lower():
                right = f".{suffix.lower().lstrip('.')}"
                raise ValueError(f"reader “{self.name}”: write the suffix “{suffix}” as “{right}”")


def by_suffix(readers: Iterable[Reader], path: str) -> Reader | None:
    """The reader for a path; of two that want it, the one registered last."""
    suffix = PurePath(path).suffix.lower()
    chosen = None
    for reader in readers:
        if suffix in reader.suffixes:
            chosen = reader
    return chosen
