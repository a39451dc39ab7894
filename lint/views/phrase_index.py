"""Which templates of the phrase packs may fit a line, by its first words and its last one: the index of the packs."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from lint.views.patterns import pattern
from lint.views.phrase_packs import ANY, DATE, FIRST, FORMAT, HEAD, INDEX, LAST, NUMBER, OPENING, PROSE
from lint.views.templates import first_word, is_date_word, is_number, unjoined

# A line no longer than this is also looked up by its last word.
SHORT = 120
# The first words and the last one of most lines, without taking the line apart.
_WORD = r"([A-Za-z0-9]+(?:['’.,@][A-Za-z0-9]+|-[A-Za-z]+)*)"
_NEXT = rf"[,;.…”’)]?\s[\"“‘(]?{_WORD}"
_OPENING = pattern(rf"[\"“‘'(\[]{{0,2}}{_WORD}{_NEXT}{_NEXT}(?=[\s,;:!?…”\")]|\.(?!\w)|\Z)")
_PLAIN = pattern(r"[A-Za-z]+(?:['-][A-Za-z]+)*\Z")
_LAST = pattern(r"\s([A-Za-z]+)[.!?…,;”\"’')\]]{0,4}\Z")
_LONGEST_LAST = 30
# Three words seldom take more.
_BEGINNING = 40


def may_be_phrase(text: str) -> bool:
    """Whether a template may fit. Most lines are prose: their first words and their last one decide that none does."""
    if _may_begin_so(text):
        return True
    if len(text) > SHORT:
        return False
    last = _LAST.search(text, max(0, len(text) - _LONGEST_LAST))
    return last is None or _is_indexed(LAST, last[1].lower()) or unjoined(text) != text


def _may_begin_so(text: str) -> bool:
    """Whether there are templates that may fit a line by its first words: a glance that spares most lines all else."""
    words = text[:_BEGINNING].split(" ", OPENING)
    if len(words) > OPENING and words[2][:1].isalnum():
        thirds = _thirds(words[0], words[1])
        if thirds is not None and (not thirds or (_PLAIN.match(words[2]) and words[2].lower() not in thirds)):
            return False
    plain = _OPENING.match(text)
    if plain is None:
        first = first_word(text[:SHORT])
        return _is_indexed(FIRST, first) or is_date_word(first)
    words = [_key(word) for word in plain.groups()]
    return _may_be_date(*words) or any(_is_indexed(HEAD, head) for head in _heads(*words))


def _key(word: str) -> str:
    return word.lower().replace("’", "'")


# Most lines begin with two words with which others have begun before.
@lru_cache(maxsize=1 << 14)
def _thirds(first: str, second: str) -> frozenset[str] | None:
    """The words that come third in templates that begin with these two; None where any may, or nothing is known."""
    first, second = _key(first.rstrip(",;")), _key(second.rstrip(",;"))
    following = _following(first) if _PLAIN.match(first) else None
    if not following:
        return None if following is None else frozenset()
    if not _PLAIN.match(second):
        return None
    if is_date_word(first) and (is_date_word(second) or _is_indexed(HEAD, f"{DATE} {second}")):
        return None
    thirds = following.get(second, frozenset())
    return None if ANY in thirds else thirds


@lru_cache(maxsize=1 << 13)
def _following(first: str) -> Mapping[str, frozenset[str]] | None:
    """The words that come second in templates that begin with a word, each with those that come third.

    None where the second may be any; the third may be, where ANY is among them.
    """
    heads = [head.split(" ")[2:] for head in _index().keys(f"{HEAD} {first} ")]
    if [ANY] in heads or (is_date_word(first) and _is_indexed(HEAD, f"{DATE} {ANY}")):
        return None
    found: dict[str, set[str]] = {DATE: {ANY}} if is_date_word(first) else {}
    for second, *third in heads:
        found.setdefault(second, set()).update(third or [ANY])
    return {second: frozenset(thirds) for second, thirds in found.items()}


def _may_be_date(*words: str) -> bool:
    """Whether a line that begins with these words may go on with a date; with one or two words it ends behind them."""
    return all(is_date_word(word) for word in words if word)


def fitting(first: str, second: str = "", third: str = "") -> tuple[int, ...]:
    """The templates that may fit a line by its first words; with one or two words it ends behind them."""
    found = [_indexed(HEAD, head) for head in _heads(first, second, third)]
    if not third:
        found.append(_indexed(FIRST, first))
    if _may_be_date(first, second, third):
        found.append(_indexed(FIRST, DATE))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _heads(first: str, second: str, third: str) -> Iterator[str]:
    """By what the index finds templates that begin with these words."""
    yield f"{first} {ANY}"
    yield f"{first} {second} {ANY}"
    yield f"{first} {second} {third}" if first in PROSE else f"{first} {second}"
    if is_number(first):
        yield f"{NUMBER} {ANY}"
        yield f"{NUMBER} {second}"
    # A date may be as long as one or two words before anything else comes.
    if is_date_word(first):
        yield f"{DATE} {ANY}"
        yield f"{DATE} {second}"
        if is_date_word(second):
            yield f"{DATE} {third}"


def ending(word: str) -> tuple[int, ...]:
    """The templates that begin with no word, and may fit a line by its last one."""
    return _indexed(LAST, word)


@cache
def _index() -> Any:
    import marisa_trie

    trie = marisa_trie.RecordTrie(FORMAT)
    trie.mmap(str(INDEX))
    return trie


def _is_indexed(kind: str, words: str) -> bool:
    return f"{kind} {words}" in _index()


def _indexed(kind: str, words: str) -> tuple[int, ...]:
    """The numbers of the templates to which these words lead."""
    return tuple(number for (number,) in _index().get(f"{kind} {words}", ()))
