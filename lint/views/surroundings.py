"""What stands around a word: whether it belongs to an address or code, or to a passage in another language."""

from collections.abc import Container

from lint.document import OBJECT
from lint.span import Span
from lint.views.patterns import pattern

_JOINED_BEFORE = frozenset("@#/\\._:&%=-+~$‑'’\ufffc" + OBJECT)
_JOINED_AFTER = frozenset("@#/\\_&%=-+~$‑(\ufffc" + OBJECT)
# These end sentences and clauses too, so they join only what goes on behind them.
_JOINED_IF_MORE = frozenset(".:'’")
_POSSESSIVE = pattern(r"['’]s\b")
_WORD = pattern(r"[^\W\d_]+")
_REACH = 80
_FEWEST_NEIGHBOURS = 4
_FOREIGN_SHARE = 0.4


def stands_alone(text: str, span: Span) -> bool:
    """Whether a word is one of running text, and not part of an address, a file name, a tag, a number or code."""
    before = text[span.start - 1] if span.start else " "
    after, then = text[span.end : span.end + 1], text[span.end + 1 : span.end + 2]
    if before in _JOINED_BEFORE or before.isdigit() or after in _JOINED_AFTER or after.isdigit():
        return False
    if _POSSESSIVE.match(text, span.end):
        return True
    return not (after in _JOINED_IF_MORE and then.isalnum())


def is_foreign(text: str, span: Span, known: Container[str]) -> bool:
    """Whether many words around a place are unknown, as in a title or a quotation of another language."""
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1 or max(0, span.start - _REACH)
    end = text.find("\n", span.end, span.end + _REACH)
    around = (text[start : span.start], text[span.end : end if end >= 0 else span.end + _REACH])
    neighbours = [word for part in around for word in _WORD.findall(part) if word.islower()]
    unknown = sum(word not in known for word in neighbours)
    return len(neighbours) >= _FEWEST_NEIGHBOURS and unknown >= _FOREIGN_SHARE * len(neighbours)
