"""What stands around a word: whether it belongs to an address or code, or to a passage in another language."""

from collections.abc import Container

from lint.document import OBJECT
from lint.span import Span
from lint.views.patterns import pattern

_JOINED_BEFORE = frozenset("@#/\\._:&%=-+~$‑'’\ufffc" + OBJECT)
_JOINED_AFTER = frozenset("@#/\\_&%=-+~$‑(\ufffc" + OBJECT)
# These end sentences and clauses too, so they join only what goes on behind them.
_JOINED_IF_MORE = frozenset(".:'’")
# An editor's brackets: “[c]annot”, “walk[ed]”.
_BRACKETED_BEFORE = pattern(r"[^\W\d_][\])]\Z")
_BRACKETED_AFTER = pattern(r"\[[^\W\d_]")
_POSSESSIVE = pattern(r"['’]s\b")
# What stands beside a word of another language, where too few words stand around to tell: “le marchand”.
_FOREIGN_PARTICLES = frozenset(
    "das de dei del della der des di du el et il la le les los och og und une von zu".split()
)
_LAST_WORD = pattern(r"([^\W\d_]+)\s\Z")
_NEXT_WORD = pattern(r"\s([^\W\d_]+)\b")
_WORD = pattern(r"[^\W\d_]+")
# What goes on behind these may be the rest of the word.
_CUT_OFF = ("...", "…", "[…", "[...")
# Nothing but an indent stands between the word and the ends of its line.
_INDENT = 20
_LINE_BEFORE = pattern(r"(?:\A|\n)[ \t]{0,19}\Z")
_LINE_AFTER = pattern(r"[ \t]{0,19}(?:\n|\Z)")
_QUOTES = frozenset("\"'“”„‘’«»")
_REACH = 80
_FEWEST_NEIGHBOURS = 4
_FOREIGN_SHARE = 0.4


def stands_alone(text: str, span: Span) -> bool:
    """Whether a word is one of running text, and not part of an address, a file name, a tag, a number or code."""
    before = text[span.start - 1] if span.start else " "
    after, then = text[span.end : span.end + 1], text[span.end + 1 : span.end + 2]
    if before in _JOINED_BEFORE or before.isdigit() or after in _JOINED_AFTER or after.isdigit():
        return False
    if _BRACKETED_BEFORE.search(text, max(0, span.start - 2), span.start) or _BRACKETED_AFTER.match(text, span.end):
        return False
    if text.startswith(_CUT_OFF, span.end):
        return False
    if _POSSESSIVE.match(text, span.end):
        return True
    return not (after in _JOINED_IF_MORE and then.isalnum())


def is_cited(text: str, span: Span) -> bool:
    """Whether a word is named and not used: it has a line, a cell or a pair of quotation marks of its own."""
    if text[span.start - 1 : span.start] in _QUOTES and text[span.end : span.end + 1] in _QUOTES:
        return True
    return bool(
        _LINE_BEFORE.search(text, max(0, span.start - _INDENT), span.start) and _LINE_AFTER.match(text, span.end)
    )


def is_foreign(text: str, span: Span, known: Container[str]) -> bool:
    """Whether many words around a place are unknown, as in a title or a quotation of another language."""
    beside = (_LAST_WORD.search(text, max(0, span.start - 12), span.start), _NEXT_WORD.match(text, span.end))
    if any(match and match[1].lower() in _FOREIGN_PARTICLES for match in beside):
        return True
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1 or max(0, span.start - _REACH)
    end = text.find("\n", span.end, span.end + _REACH)
    around = (text[start : span.start], text[span.end : end if end >= 0 else span.end + _REACH])
    neighbours = [word for part in around for word in _WORD.findall(part) if word.islower()]
    unknown = sum(word not in known for word in neighbours)
    return len(neighbours) >= _FEWEST_NEIGHBOURS and unknown >= _FOREIGN_SHARE * len(neighbours)
