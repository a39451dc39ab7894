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
from lint.views.templates import fold_word, is_date_word, line_of, may_begin_date

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
_CODE = pattern(r"[{}=;\\`]")


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
        if _CODE.search(line):
            continue
        if not number and line[-1] not in _SENTENCE_END:
            # The headline of the article: “Match report 14”, “Weather for Tuesday”.
            continue
        words = _WORD.findall(fold_word(line))
        if len(words) < _FEWEST_WORDS or (len(words) <= _STAMP and _is_stamp(line, words[0], said.get(number, ()))):
            continue
        if len(words) <= _HEADING and any(is_prose(text, document.blocks, number + n) for n in range(1, _BELOW)):
            continue
        plain = " ".join(words)
        if _DIGITS.search(plain):
            plain = _DIGITS.sub("0", plain)
        key = f"{len(words)}-{blake2b(plain.encode(errors='replace'), digest_size=8).hexdigest()}"
        found.setdefault(key, Line(key, block.span, len(words)))
    return tuple(found.values())
