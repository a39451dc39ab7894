"""Bytes to text: byte-order mark, then strict UTF-8, then a guess that a check will mention."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import NamedTuple

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
# The encodings in which texts are met on the web, the most frequent first; the guesser knows a hundred others.
_LIKELY = (
    *("cp1252", "cp1251", "cp1250", "gb18030", "shift_jis", "euc_jp", "euc_kr", "big5", "cp1256", "cp1254", "cp1253"),
    *("cp1255", "cp1257", "cp1258", "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "mac_roman"),
)


class Decoded(NamedTuple):
    """A file's text without its byte-order mark; `guessed` says that nothing in the file names the encoding."""

    text: str
    encoding: str
    bom: bool = False
    guessed: bool = False

    @property
    def meta(self) -> dict[str, str]:
        """What documents tell of it."""
        return {"encoding": self.encoding} | ({"guessed": "yes"} if self.guessed else {})


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of a file. Raises BinaryError where it holds none, UnreadableError where no encoding fits.

    The encoding that the file itself `declared` is believed where it is not UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, bom=True)
            except UnicodeDecodeError as error:
                name, byte = encoding.upper(), error.start + len(mark)
                raise UnreadableError(f"begins with the mark of {name}, but byte {byte} is not {name}") from None
    if b"\0" in data[:_HEAD]:
        raise BinaryError("holds NUL bytes: not a text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode(declared), declared) if declared else _guessed(data)
    except (UnicodeDecodeError, LookupError):
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_LIKELY))
    best = matches.best()
    if best is None:
        raise UnreadableError("is not UTF-8, and its encoding cannot be guessed: save it as UTF-8")
    # Short texts leave several encodings equally good: then the one that is met more often is meant.
    equal = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    ranked = [
        (_LIKELY.index(name), match) for match in equal for name in match.could_be_from_charset if name in _LIKELY
    ]
    rank, match = min(ranked, key=lambda pair: pair[0])
    return Decoded(str(match).removeprefix("\ufeff"), _LIKELY[rank].replace("_", "-"), guessed=True)
