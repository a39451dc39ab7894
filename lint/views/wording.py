"""Wording that betrays the language an article was translated from: the packs in lint/packs/wording."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lint.document import Block, Document
from lint.span import Span
from lint.views.automata import Automaton, automaton
from lint.views.blocks import block_at
from lint.views.folded import folded
from lint.views.patterns import pattern, sought
from lint.views.scanning import blocks_by_pattern

PACK = Path(__file__).parents[1] / "packs" / "wording"
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COUNTS = r"(?:\d[\d,.]{0,9}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|many|dozens of|some)"
_SHORTHANDS = (("{day}", _DAYS), ("{month}", _MONTHS), ("{count}", _COUNTS))
_NAMES = {
    "{day}": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "{month}": (
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    ),
    "{digit}": tuple("0123456789"),
}
# Of a literal, so many letters are enough to keep most texts out; the engine learns all of them at every start.
BEGINNING = 14
_STOPS = (". ", "! ", "? ")
_ALWAYS, _BY_SOURCE = "always", "by-source"


class Calque(NamedTuple):
    """An entry of a pack.

    - `languages`: the source languages that lead to it.
    - `always`: it is wrong enough in English to be reported where nobody knows the source.
    - `literals`: strings of which a text must hold one.
    - `company`: what the sentence must hold, or else the paragraph; `strangers`: what the same stretch must not hold.
      Both may be empty.
    - `fires` and `leaves`: sentences, the former with the exact place between ⟦ and ⟧.
    """

    languages: frozenset[str]
    always: bool
    literals: tuple[str, ...]
    expression: str
    advice: str
    company: str = ""
    strangers: str = ""
    fires: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@cache
def calques(source_languages: tuple[str, ...], *, suspected: bool = False) -> tuple[Calque, ...]:
    """The calques to report for these source languages; with `suspected` those that only another source would prove."""
    sources = frozenset(language.partition("-")[0].lower() for language in source_languages)
    return tuple(
        calque for calque in _indexed_calques() if (calque.always or bool(calque.languages & sources)) is not suspected
    )


def calque_literals(source_languages: tuple[str, ...], *, suspected: bool = False) -> tuple[str, ...]:
    """The beginnings of the literals of those calques, each once: enough to tell most texts apart, and soon learnt."""
    chosen = calques(source_languages, suspected=suspected)
    return tuple(dict.fromkeys(literal[:BEGINNING] for calque in chosen for literal in calque.literals))


class Hit(NamedTuple):
    """A calque in a text, and what to do about it."""

    span: Span
    advice: str
    languages: frozenset[str]


def calques_in(document: Document, *, suspected: bool = False) -> Iterator[Hit]:
    """The calques of a text, in order; of two at one place, the longer."""
    text = document.text
    found = [
        Hit(span, calque.advice.replace("{}", span.of(text).strip()), calque.languages)
        for calque, block in _possible(document, document.settings.source_languages, suspected)
        for span in calque_places(text, calque, block)
    ]
    end = 0
    for hit in sorted(found, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.start >= end:
            yield hit
            end = hit.span.end


def _possible(document: Document, languages: tuple[str, ...], suspected: bool) -> list[tuple[Calque, Block]]:
    """The calques of which a block of the text may hold one, each with that block, in the order of the packs."""
    chosen, numbers = calques(languages, suspected=suspected), _numbers(languages, suspected)
    scanned = blocks_by_pattern(document, numbers.keys())
    if scanned is not None:
        places = {(numbers[expression], block) for expression, blocks in scanned.items() for block in blocks}
    else:
        finder, owners = _finder(languages, suspected)
        hits = finder.hits(document.view(folded))
        places = {(number, block_at(document, start)) for index, start, _ in hits for number in owners[index]}
    return [(chosen[number], block) for number, block in sorted(places, key=lambda place: (place[0], place[1].start))]


@cache
def _numbers(languages: tuple[str, ...], suspected: bool) -> dict["re.Pattern[str]", int]:
    """The number of each calque by its expression."""
    return {_sought(calque.expression): number for number, calque in enumerate(calques(languages, suspected=suspected))}


@cache
def _finder(languages: tuple[str, ...], suspected: bool) -> tuple[Automaton, tuple[tuple[int, ...], ...]]:
    """An automaton of the literals, and for each the numbers of the calques that it may belong to."""
    owners: dict[str, list[int]] = {}
    for number, calque in enumerate(calques(languages, suspected=suspected)):
        for literal in calque.literals:
            owners.setdefault(literal, []).append(number)
    return automaton(owners), tuple(map(tuple, owners.values()))


def calque_places(text: str, calque: Calque, block: Block | None = None) -> Iterator[Span]:
    """Where a text, or a block of it, holds one calque."""
    start, end = (block.start, block.end) if block else (0, len(text))
    for match in _sought(calque.expression).finditer(text, start, end):
        if not _fits(text, match.start(), match.end(), calque):
            continue
        group = 1 if match.re.groups and match[1] is not None else 0
        span = Span(match.start(group), match.end(group))
        yield Span(span.start, span.start + len(span.of(text).rstrip()))


def _fits(text: str, start: int, end: int, calque: Calque) -> bool:
    """Whether the words around a place are such as the calque needs."""
    if not calque.company and not calque.strangers:
        return True
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph = (first, last if last >= 0 else len(text))
    inner = max(text.rfind(stop, first, start) for stop in _STOPS)
    stops = [at for stop in _STOPS if (at := text.find(stop, end, paragraph[1])) >= 0]
    sentence = (max(inner, first), min(stops, default=paragraph[1]))
    near = sentence
    if calque.company and not _compiled(calque.company).search(text, *sentence):
        if not _compiled(calque.company).search(text, *paragraph):
            return False
        near = paragraph
    return not (calque.strangers and _compiled(calque.strangers).search(text, *near))


def _sought(expression: str) -> "re.Pattern[str]":
    return sought(expression, re.IGNORECASE)


@cache
def _compiled(expression: str) -> "re.Pattern[str]":
    return pattern(expression, re.IGNORECASE)


@cache
def index() -> dict[str, Any]:
    """Made from the packs by scripts/build_wording.py: to read them takes ten times as long, at each start.

    `calques` holds the entries without their examples, `tortured` each phrase and its term.
    """
    made: dict[str, Any] = json.loads((PACK / "index.json").read_bytes())
    return made


@cache
def _indexed_calques() -> tuple[Calque, ...]:
    return tuple(
        Calque(frozenset(languages), always, tuple(literals), *written)
        for languages, always, literals, *written in index()["calques"]
    )


@cache
def all_calques() -> tuple[Calque, ...]:
    """The entries of all packs as they are written, with their examples."""
    return tuple(calque for path in sorted((PACK / "calques").glob("*.txt")) for calque in read_pack(path))


def read_pack(path: Path) -> Iterator[Calque]:
    """The entries of a pack, as its README describes them. Raises ValueError for a line that it cannot read."""
    always = False
    parts: dict[str, list[str]] = {}
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        sign, _, rest = line.partition(" ")
        if line.startswith("= "):
            if rest not in (_ALWAYS, _BY_SOURCE):
                raise ValueError(f"{path.name}: no section is called “{rest}”")
            always = rest == _ALWAYS
        elif sign and sign in "@&~>?!+-":
            parts.setdefault(sign, []).append(rest)
        elif line and sign != "#":
            raise ValueError(f"{path.name}: what is “{line}”?")
        elif not line and parts:
            yield _entry(path.stem, always, parts)
            parts = {}


def _spelt_out(literal: str) -> tuple[str, ...]:
    found: tuple[str, ...] = (literal.lower(),)
    for short, names in _NAMES.items():
        if short in literal:
            found = tuple(each.replace(short, name) for each in found for name in names)
    return found


def _entry(language: str, always: bool, parts: dict[str, list[str]]) -> Calque:
    def one(sign: str) -> str:
        return "|".join(parts.get(sign, ()))

    def expression(sign: str) -> str:
        written = one(sign)
        for short, long in _SHORTHANDS:
            written = written.replace(short, long)
        return written

    if not all(sign in parts for sign in "&~>+-"):
        raise ValueError(f"an entry of {language} lacks a part: {parts}")
    return Calque(
        languages=frozenset({language, *one("@").split()}),
        always=always,
        literals=tuple(literal for written in one("&").split("|") for literal in _spelt_out(written)),
        expression=expression("~"),
        advice=one(">"),
        company=expression("?"),
        strangers=expression("!"),
        fires=tuple(parts["+"]),
        leaves=tuple(parts["-"]),
    )
