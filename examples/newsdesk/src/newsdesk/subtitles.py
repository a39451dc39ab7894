"""A reader: SubRip subtitles (.srt), of which only what is spoken is checked."""

import re

from lint import Block, Document, Piece, Reader, Settings, UnreadableError

# A number, the times, and then lines of speech up to an empty line.
_CUE = re.compile(
    r"^\d+[ \t]*\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}[^\n]*\n(?P<speech>(?:[^\n]*\S[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)


def read(path: str, data: bytes, settings: Settings) -> Document:
    """The document of a file of subtitles: each cue is a paragraph. Raises UnreadableError where it is not UTF-8."""
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"subtitles must be UTF-8 (byte {error.start} is not)") from None
    # Of one length with the source, so that a place in one is that place in the other.
    lines = source.replace("\r\n", " \n").replace("\r", "\n")
    text: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    length = 0
    for cue in _CUE.finditer(lines):
        speech = cue["speech"].rstrip()
        if text:
            text.append("\n\n")
            length += 2
        start, end = length, length + len(speech)
        # What lies between two pieces is not of the file; the engine finds the way back from these alone.
        pieces.append(Piece(start, end, cue.start("speech"), cue.start("speech") + len(speech)))
        blocks.append(Block(start, end))
        text.append(speech)
        length = end
    return Document(path, "".join(text), source=source, pieces=tuple(pieces), blocks=tuple(blocks), settings=settings)


SUBTITLES = Reader("subtitles", (".srt",), read)
