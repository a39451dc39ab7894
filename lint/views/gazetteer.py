"""Towns of countries that write in other letters, read only for the countries that a text names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from lint.document import Document
from lint.views.words import words

_FILE = Path(__file__).parents[1] / "packs" / "places" / "gazetteer.txt"


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its name, and those of its other spellings that sound like it."""

    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Country:
    """A country: what names it in a text, and its towns by their transliteration key, the largest first."""

    names: tuple[str, ...]
    _lines: str = field(repr=False)

    @cached_property
    def towns(self) -> Mapping[str, tuple[Town, ...]]:
        """The towns by transliteration key."""
        found: dict[str, tuple[Town, ...]] = {}
        for line in self._lines.splitlines():
            key, name, *others = line.split("|")
            found[key] = (*found.get(key, ()), Town(name, (name, *others)))
        return found


@cache
def _countries() -> tuple[Country, ...]:
    sections = _FILE.read_text(encoding="utf-8").split("#")[1:]
    heads = (section.partition("\n") for section in sections)
    return tuple(Country(tuple(names.split("|")), lines) for names, _, lines in heads)


def countries_named(document: Document) -> tuple[Country, ...]:
    """The countries of the gazetteer that the document names, or whose people or language it names."""
    return tuple(_named(document))


def _named(document: Document) -> Iterator[Country]:
    unique = document.view(words)
    for country in _countries():
        if any(name in unique or (" " in name and name in document.text) for name in country.names):
            yield country
