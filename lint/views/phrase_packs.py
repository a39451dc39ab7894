"""The phrase packs as they are written: entries with examples, and the index by which a line finds its phrases."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from lint.views.templates import NETWORKS, SIGNS, Part, edge_words, elements

PACK = Path(__file__).parents[1] / "packs" / "boilerplate"
# What is made of the packs: numbers of templates by words, mapped into memory, and the templates, a line each.
INDEX, TEMPLATES = PACK / "index.marisa", PACK / "templates.tsv"
FORMAT = "<H"
# The kinds of keys in the index: the first word of a line, its first words, and its last one.
FIRST, HEAD, LAST = "f", "h", "l"
# Templates that begin with one of these slots are found by what their lines begin with, others by their last word.
NUMBER, DATE = "{n}", "{date}"
# So many words at the beginning of a line tell most prose from what templates fit; ANY stands for any words.
OPENING, ANY = 3, "*"
# With these prose begins, too.
PROSE = frozenset(
    "a after all an and are as at be before but by can do for from get has have he her here his how i if in is it its "
    "just last like look many more most my new no not now of on one only or other our out over people see she so some "
    "such than that the their there these they this to two under until up us was we what when where which while who "
    "will with you your".split()
)
_NETWORKS = "{networks}"
_SECTION = "= "


class Phrase(NamedTuple):
    """What a pack says of a line: the family, and how far the line speaks for itself.

    - "sure": wherever it stands;
    - "": unless it is a heading, a few words that prose follows;
    - "weak": only in company of other leftovers;
    - "opens": as "", and the headlines that follow belong to it.
    """

    family: str
    strength: str = ""


class Entry(NamedTuple):
    """Some templates of a pack, a line each, with lines that they fit and lines that they leave alone."""

    phrase: Phrase
    templates: tuple[str, ...]
    fits: tuple[str, ...]
    leaves: tuple[str, ...]


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


def _section(line: str) -> Phrase:
    family, _, strength = line.removeprefix(_SECTION).partition(" ")
    if strength not in ("", "sure", "weak", "opens"):
        raise ValueError(f"no phrase has the strength “{strength}”")
    return Phrase(family, strength)


def index() -> tuple[dict[str, list[int]], list[tuple[str, str, str]]]:
    """What `scripts/build_phrases.py` writes: by which words templates are found, and all templates once.

    Keys are a kind, a space and words; the numbers are those of the templates to which they lead. Heads are those that
    `_openings` gives. The templates stand with family and strength.
    """
    templates: list[tuple[str, str, str]] = []
    found: dict[str, list[int]] = {}

    def add(kind: str, words: Iterable[str]) -> None:
        for each in words:
            found.setdefault(f"{kind} {each}", []).append(len(templates))

    for language in languages():
        for entry in entries(language):
            for template in entry.templates:
                add(HEAD, sorted(set(_openings(template))))
                add(FIRST, _first_words(template))
                add(LAST, _last_words(template))
                templates.append((*entry.phrase, template))
    return dict(sorted(found.items())), templates


def _first_words(template: str) -> Iterable[str]:
    for word in sorted(edge_words(elements(template), 0)):
        if word == _NETWORKS:
            yield from sorted(NETWORKS)
        elif word[0] != "{" or word in (NUMBER, DATE):
            yield word


def _openings(template: str) -> Iterator[str]:
    """The first words of what a template fits: three of them, or as many as are plain and then ANY."""
    plain = set(_heads(tuple(elements(template)), OPENING))
    # What is shorter is looked up by its first word alone; where prose does not begin so, two words tell enough.
    long = [head for head in plain if head[0] != ANY and (len(head) == OPENING or head[-1] == ANY)]
    yield from (" ".join(head if head[0] in PROSE else head[:2]) for head in long)
    known = {head[0] for head in plain}
    yield from (f"{word} {ANY}" for word in _first_words(template) if word[0] != "{" and word not in known)
    # What follows a number; and a date: “on”, “the” and “a” may belong to one.
    for slot in (NUMBER, DATE):
        yield from (f"{slot} {''.join(head)}" for head in _behind(slot, tuple(elements(template))))


def _heads(parts: Sequence[Sequence[Sequence[Part]]], most: int) -> Iterator[tuple[str, ...]]:
    """The beginnings of what a template fits, in so many plain words, or up to the first part that is none."""
    if not parts:
        yield ()
        return
    for choice in parts[0]:
        words = tuple(str(word) for word in takewhile(_is_plain, choice[:most]))
        if len(words) < min(most, len(choice)):
            yield (*words, ANY)
        elif len(words) == most:
            yield words
        else:
            yield from ((*words, *rest) for rest in _heads(parts[1:], most - len(words)))


def _behind(slot: str, parts: Sequence[Sequence[Sequence[Part]]]) -> Iterator[tuple[str, ...]]:
    """The word, if there is one, behind a slot with which a template begins."""
    for choice in parts[0] if parts else ():
        if not choice:
            yield from _behind(slot, parts[1:])
        elif not isinstance(choice[0], str) and f"{{{choice[0].kind}}}" == slot:
            yield from _heads(((choice[1:],), *parts[1:]), 1)


def _is_plain(part: Part) -> bool:
    # A line may leave out a sign.
    return isinstance(part, str) and part not in SIGNS


def _last_words(template: str) -> Iterable[str]:
    """The last words of a template that begins with a name or a title. Raises ValueError where it ends with one too."""
    begins = edge_words(elements(template), 0)
    if all(word[0] != "{" or word in (NUMBER, DATE, _NETWORKS) for word in begins):
        return
    for word in sorted(edge_words(reversed(tuple(elements(template))), -1)):
        if word[0] == "{":
            raise ValueError(f"“{template}” neither begins nor ends with a word")
        yield word
