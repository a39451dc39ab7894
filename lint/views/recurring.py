"""Lines as they are compared between documents, and which of them can be boilerplate at all."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.digests import blake2b
from lint.document import Document
from lint.span import Span
from lint.views.leftovers import is_prose
from lint.views.patterns import pattern
from lint.views.phrase_packs import Phrase
from lint.views.phrases import phrases
from lint.views.templates import fold_word, has_marks, is_date_word, line_of, may_begin_date

# Shorter lines are names, places and labels; longer ones are the article's own paragraphs.
_SHORTEST, _LONGEST = 12, 400
_FEWEST_WORDS = 3
_STAMP = 14
# A few words with prose among the next lines are a heading, which many articles may share: “How it works”.
_HEADING, _BELOW = 4, 4
_KINDS = ("paragraph", "caption")
_WORD = pattern(r"[^\W_]+")
_DIGITS = pattern(r"\d+")
_SENTENCE_END = ".!?…。！？”\"’'"
_CODE = "{}=;\\`"
# For lines without accents, in bytes: letters, a zero for any figure, one sign for all signs of code, spaces.
_COMPARED = bytes(
    ord("0") if chr(n).isdigit() else n if chr(n).isalnum() else ord("=") if chr(n) in _CODE else ord(" ")
    for n in range(128)
).ljust(256)


def _is_stamp(line: str, first: str, said: Sequence[Phrase]) -> bool:
    """Whether a line is a date or a time: a repository of one day holds the same one many times."""
    if may_begin_date(first) and all(is_date_word(token.key) for token in line_of(line).tokens):
        return True
    return any(phrase.family == "time-stamps" for phrase in said)


class Line(NamedTuple):
    """A line that other documents may hold: its key, its place, and the number of its words."""

    key: str
    span: Span
    words: int


def comparable_lines(document: Document) -> tuple[Line, ...]:
    """The lines of a document that could stand in others as well, each once; no headings, cells, items or code.

    A key is the same for lines that differ in case, accents, spaces, punctuation and figures only.
    """
    text, said = document.text, document.view(phrases)
    found: dict[str, Line] = {}
    for number, block in enumerate(document.blocks):
        if block.kind not in _KINDS or not _SHORTEST <= block.end - block.start <= _LONGEST:
            continue
        line = text[block.start : block.end]
        words = _words(line)
        if len(words) < _FEWEST_WORDS:
            continue
        if not number and line[-1] not in _SENTENCE_END:
            # The headline of the article: “Match report 14”, “Weather for Tuesday”.
            continue
        if len(words) <= _STAMP and _is_stamp(line, words[0].decode(), said.get(number, ())):
            continue
        if len(words) <= _HEADING and any(is_prose(text, document.blocks, number + n) for n in range(1, _BELOW)):
            continue
        key = f"{len(words)}-{blake2b(b' '.join(words), digest_size=8).hexdigest()}"
        found.setdefault(key, Line(key, block.span, len(words)))
    return tuple(found.values())


def _words(line: str) -> list[bytes]:
    """The words of a line as they are compared, each row of figures as a zero; none of a line of code."""
    folded = fold_word(line)
    if has_marks(folded):
        words = [] if any(sign in line for sign in _CODE) else _WORD.findall(folded)
        return [_DIGITS.sub("0", word).encode(errors="replace") for word in words]
    data = folded.encode("ascii", "replace").translate(_COMPARED)
    if b"=" in data:
        return []
    while b"00" in data:
        data = data.replace(b"00", b"0")
    return data.split()
