"""The phrase packs of lint/packs/boilerplate, and the lines of a document that are one of their phrases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from lint.document import Document
from lint.views.templates import (
    NETWORKS,
    Line,
    Templates,
    edge_words,
    elements,
    first_word,
    is_date_word,
    is_number,
    line_of,
    unjoined,
)

PACK = Path(__file__).parents[1] / "packs" / "boilerplate"
_SECTION = "= "
# Templates that begin with one of these slots are found by what their lines begin with, others by their last word.
_NUMBER, _DATE, _NETWORKS = "{n}", "{date}", "{networks}"
# A line no longer than this is also looked up by its last word.
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pack says of a line: the family, and how far the line speaks for itself.

    - "sure": wherever it stands;
    - "": unless it is a heading, a few words that prose follows;
    - "weak": only in company of other leftovers;
    - "opens": as "", and the headlines that follow belong to it.
    """

    family: str
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Some templates of a pack, a line each, with lines that they fit and lines that they leave alone."""

    phrase: Phrase
    templates: tuple[str, ...]
    fits: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(slots=True)
class _Index:
    """Templates by the word by which they are found; each set is compiled once a line asks for it."""

    first: dict[str, list[tuple[str, Phrase]]] = field(default_factory=dict)
    last: dict[str, list[tuple[str, Phrase]]] = field(default_factory=dict)


def entries(language: str) -> tuple[Entry, ...]:
    """The entries of one language's pack, with their examples."""
    found: list[Entry] = []
    phrase = Phrase("")
    parts: dict[str, list[str]] = {"": [], "+": [], "-": []}

    def close() -> None:
        if parts[""]:
            found.append(Entry(phrase, tuple(parts[""]), tuple(parts["+"]), tuple(parts["-"])))
        for part in parts.values():
            part.clear()

    for line in (PACK / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith(_SECTION):
            close()
            phrase = _section(line)
        elif line[:2] in ("+ ", "- "):
            parts[line[0]].append(line[2:])
        else:
            if parts["+"] or parts["-"]:
                close()
            parts[""].append(line)
    close()
    return tuple(found)


def languages() -> tuple[str, ...]:
    """The languages that have a pack."""
    return tuple(sorted(path.stem for path in PACK.glob("*.txt")))


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
    index = _index()
    if len(text) > _SHORT:
        # Most lines are prose: their first word decides that no template fits.
        word = first_word(text[:_SHORT])
        if word not in index.first and not is_date_word(word):
            return ()
    return _phrases_of(text)


@lru_cache(maxsize=4096)
def _phrases_of(text: str) -> tuple[Phrase, ...]:
    if _is_code(text):
        return ()
    found = _matches(line_of(text))
    if not found and (apart := unjoined(text)) != text:
        found = _matches(line_of(apart))
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.family, phrase.strength)))


def _is_code(text: str) -> bool:
    return any(sign in text for sign in "{}=\\`")


def _matches(line: Line) -> tuple[Phrase, ...]:
    words = [token.key for token in line.tokens if token.key not in (":", "|")]
    if not words or line.quoted:
        return ()
    index = _index()
    found: tuple[Phrase, ...] = ()
    if words[0] in index.first:
        found += _by_first(words[0]).match(line)
    if is_number(words[0]) and _NUMBER in index.first:
        found += _by_first(_NUMBER).match(line)
    if is_date_word(words[0]) and _DATE in index.first:
        found += _by_first(_DATE).match(line)
    if words[-1] in index.last:
        found += _by_last(words[-1]).match(line)
    return found


def _section(line: str) -> Phrase:
    family, _, strength = line.removeprefix(_SECTION).partition(" ")
    if strength not in ("", "sure", "weak", "opens"):
        raise ValueError(f"no phrase has the strength “{strength}”")
    return Phrase(family, strength)


@cache
def _index() -> _Index:
    index = _Index()
    for language in languages():
        phrase = Phrase("")
        for line in (PACK / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if not line or line[0] == "#" or line[:2] in ("+ ", "- "):
                continue
            if line.startswith(_SECTION):
                phrase = _section(line)
                continue
            _add(index, line, phrase)
    return index


def _add(index: _Index, template: str, phrase: Phrase) -> None:
    for word in _first_words(template):
        if word == _NETWORKS:
            for network in NETWORKS:
                index.first.setdefault(network, []).append((template, phrase))
            continue
        if word[0] != "{" or word in (_NUMBER, _DATE):
            index.first.setdefault(word, []).append((template, phrase))
            continue
        for last in edge_words(reversed(tuple(elements(template))), -1):
            if last[0] == "{":
                raise ValueError(f"“{template}” neither begins nor ends with a word")
            index.last.setdefault(last, []).append((template, phrase))


def _first_words(template: str) -> Iterable[str]:
    """As `edge_words`, without taking templates apart that begin with a word or with plain alternatives.

    Thousands of templates are indexed when the first article is read; most of them are never asked for.
    """
    choices, closed, _ = template[1:].partition(")") if template[0] == "(" else (template, "", "")
    heads = {choice.split(" ", 1)[0] for choice in choices.split("|")} if closed else {template.split(" ", 1)[0]}
    if all(head.isalpha() for head in heads):
        return heads if choices.isascii() else map(first_word, heads)
    return edge_words(elements(template), 0)


@cache
def _by_first(word: str) -> Templates[Phrase]:
    return Templates(_index().first[word])


@cache
def _by_last(word: str) -> Templates[Phrase]:
    return Templates(_index().last[word])
