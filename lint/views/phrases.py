"""The lines of a document that are phrases of the packs in lint/packs/boilerplate."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from lint.document import Document
from lint.views.patterns import pattern
from lint.views.phrase_packs import ANY, DATE, NUMBER, OPENING, PACK, PROSE, Phrase
from lint.views.templates import (
    Line,
    Templates,
    first_word,
    folded_line,
    is_date_word,
    is_number,
    line_of,
    needed_words,
    unjoined,
)

# A line no longer than this is also looked up by its last word.
_SHORT = 120
# So many words of a line are looked at first.
_GLANCE = 12
# The first words and the last one of most lines, without taking the line apart.
_WORD = r"([A-Za-z0-9]+(?:['’.,@][A-Za-z0-9]+|-[A-Za-z]+)*)"
_NEXT = rf"[,;.…”’)]?\s[\"“‘(]?{_WORD}"
_OPENING = pattern(rf"[\"“‘'(\[]{{0,2}}{_WORD}{_NEXT}{_NEXT}(?=[\s,;:!?…”\")]|\.(?!\w)|\Z)")
_LAST = pattern(r"\s([A-Za-z]+)[.!?…,;”\"’')\]]{0,4}\Z")
_LONGEST_LAST = 30
# The way from the front page to this one: Home » News » World.
_HOMES = (
    "Home",
    "Homepage",
    "Start",
    "Startseite",
    "Accueil",
    "Inicio",
    "Início",
    "Strona główna",
    "Главная",
    "Головна",
)
_BREADCRUMBS = pattern(rf"(?:{'|'.join(_HOMES)})(?: ?[»›>→/|][^.!?»›>→/|\n]{{2,60}}){{1,5}}")


class _Index(NamedTuple):
    """The first and the last words of lines that a template may fit, and how such lines begin."""

    first: frozenset[str]
    pairs: frozenset[str]
    openings: frozenset[str]
    last: frozenset[str]


class _Templates(NamedTuple):
    """The templates, and the numbers of those to which the words of the index lead."""

    templates: Sequence[tuple[str, str, str]]
    first: Mapping[str, Sequence[int]]
    openings: Mapping[str, Sequence[int]]
    last: Mapping[str, Sequence[int]]


def phrases(document: Document) -> dict[int, tuple[Phrase, ...]]:
    """What the packs say of the blocks of a document, by the number of the block."""
    text = document.text
    found: dict[int, tuple[Phrase, ...]] = {}
    for number, block in enumerate(document.blocks):
        said = phrases_of(text[block.start : block.end])
        if said:
            found[number] = said
    return found


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """What the packs say of one line; nothing of a line that begins as a quotation."""
    if text.startswith(_HOMES) and _BREADCRUMBS.fullmatch(text):
        # Templates know no signs between words.
        return (Phrase("menus", "sure"),)
    return _phrases_of(text) if _may_be_phrase(text) else ()


def _may_be_phrase(text: str) -> bool:
    """Whether a template may fit. Most lines are prose: their first words and their last one decide that none does."""
    plain = _OPENING.match(text)
    if plain is None:
        first = first_word(text[:_SHORT])
        begins = first in _index().first or is_date_word(first)
    else:
        begins = _may_begin(plain[1], plain[2]) and _may_fit(*map(_key, plain.groups()))
    if begins:
        return True
    if len(text) > _SHORT:
        return False
    last = _LAST.search(text, max(0, len(text) - _LONGEST_LAST))
    return last is None or last[1].lower() in _index().last or unjoined(text) != text


def _key(word: str) -> str:
    return word.lower().replace("’", "'")


# Most lines begin with two words with which others have begun before.
@lru_cache(maxsize=1 << 14)
def _may_begin(first: str, second: str) -> bool:
    """Whether a template may begin with two words, whatever follows: few of those with which lines begin."""
    first, second = _key(first), _key(second)
    return is_date_word(first) or not _index().pairs.isdisjoint((f"{first} {ANY}", f"{first} {second}"))


def _may_fit(first: str, second: str, third: str) -> bool:
    """Whether there are templates that may fit a line by its first words: a glance that spares most lines all else."""
    index = _index()
    known = (opening in index.openings or opening in index.pairs for opening in _openings(first, second, third))
    return _may_be_date(first, second, third) or any(known)


def _may_be_date(*words: str) -> bool:
    """Whether a line that begins with these words may go on with a date; with one or two words it ends behind them."""
    return all(is_date_word(word) for word in words if word)


def _fitting(first: str, second: str = "", third: str = "") -> tuple[int, ...]:
    """The templates that may fit a line by its first words; with one or two words it ends behind them."""
    known = _templates()
    found = [known.openings.get(opening, ()) for opening in _openings(first, second, third)]
    if not third:
        found.append(known.first.get(first, ()))
    if _may_be_date(first, second, third):
        found.append(known.first.get(DATE, ()))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _openings(first: str, second: str, third: str) -> Iterator[str]:
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


@lru_cache(maxsize=4096)
def _phrases_of(text: str) -> tuple[Phrase, ...]:
    if _is_code(text):
        return ()
    found = _matches(text)
    if not found and (apart := unjoined(text)) != text:
        found = _matches(apart)
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.family, phrase.strength)))


def _is_code(text: str) -> bool:
    return any(sign in text for sign in "{}=\\`")


def _matches(text: str) -> tuple[Phrase, ...]:
    line = line_of(text, _GLANCE)
    words = _words(line)
    if not words or line.quoted:
        return ()
    folded = folded_line(text)
    numbers = tuple(number for number in _fitting(*words[:OPENING]) if _has_needed(folded, number))
    if len(line.tokens) == _GLANCE:
        # Most lines that go on do so in prose.
        numbers = tuple(number for number in numbers if _template(number).may_begin(line))
        if not numbers and len(text) > _SHORT:
            return ()
        line = line_of(text)
    if len(text) <= _SHORT:
        numbers = tuple(dict.fromkeys((*numbers, *_templates().last.get(_words(line)[-1], ()))))
    return tuple(phrase for number in numbers for phrase in _template(number).match(line))


def _words(line: Line) -> list[str]:
    return [token.key for token in line.tokens if token.key not in (":", "|")]


@cache
def _index() -> _Index:
    """Made from the packs by scripts/build_phrases.py: to take a thousand templates apart takes longer than a run."""
    made = json.loads((PACK / "index.json").read_bytes())
    return _Index(**{name: frozenset(words) for name, words in made.items()})


@cache
def _templates() -> _Templates:
    """Made with the index, but six times as long: few articles hold a line that one of them may fit."""
    return _Templates(**json.loads((PACK / "templates.json").read_bytes()))


def _has_needed(folded: str, number: int) -> bool:
    return all(any(map(folded.__contains__, words)) for words in _needed(number))


@cache
def _needed(number: int) -> tuple[tuple[str, ...], ...]:
    return needed_words(_templates().templates[number][0])


@cache
def _template(number: int) -> Templates[Phrase]:
    """One template, ready to match: most lines need few of the thousand, or none."""
    template, family, strength = _templates().templates[number]
    return Templates([(template, Phrase(family, strength))])
