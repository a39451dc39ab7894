"""Bytes to text: byte-order mark, then strict UTF-8, then a guess that a check will mention."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

from lint.readers import BinaryError, UnreadableError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark; `guessed` says that nothing in the file names the encoding."""

    text: str
    encoding: str
    bom: bool = False
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises BinaryError where it holds none, UnreadableError where no encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, bom=True)
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"begins with the mark of {encoding.upper()}, but byte {error.start + len(mark)} is not {encoding.upper()}"
                ) from None
    if b"\0" in data[:_HEAD]:
        raise BinaryError("holds NUL bytes: not a text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableError("is not UTF-8, and its encoding cannot be guessed: save it as UTF-8")
    return Decoded(str(best).removeprefix("\ufeff"), best.encoding.replace("_", "-"), guessed=True)
