"""Reports and marks as bytes and back. Bytes that somebody else made can do no more than fail."""

import pickle
from io import BytesIO
from typing import Any

from lint import finding, span

_CLASSES = {
    (home.__name__, name): value
    for home in (finding, span)
    for name, value in vars(home).items()
    if isinstance(value, type) and value.__module__ == home.__name__
}


class UnpackError(ValueError):
    """Bytes that hold no report or mark."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        # A pickle may name any function to be called. Ours name the plain data of findings, nothing else.
        return _CLASSES[module, name]


def packed(value: object) -> bytes:
    """A report or a mark as bytes."""
    return pickle.dumps(value, protocol=5)


def unpacked(data: bytes) -> Any:
    """The value that was packed. Raises UnpackError."""
    try:
        return _Unpickler(BytesIO(data)).load()
    except Exception as error:
        raise UnpackError(f"{type(error).__name__}: {error}") from None
