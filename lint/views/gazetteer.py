"""Towns of countries that write in other letters, read only for the countries that a text names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, cached_property
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from lint.document import Document
from lint.records import dataclass
from lint.views.house import is_decided
from lint.views.names import names, unknown_among
from lint.views.patterns import sought
from lint.views.scanning import may_occur
from lint.views.telling import telling_among
from lint.views.transliteration import distance, is_pinyin, is_romaji, transliteration_key

_SHORTEST = 6
_FARTHEST = 2
_FILE = Path(__file__).parents[1] / "packs" / "places" / "gazetteer.txt"


class Town(NamedTuple):
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
    single, several, any_of_several = _names_of_countries()
    numbers = {number for name in telling_among(document, single.keys()) for number in single[name]}
    if may_occur(document, any_of_several):
        numbers.update(number for name, number in several if name in document.text)
    countries = _countries()
    yield from (countries[number] for number in sorted(numbers))


@cache
def _names_of_countries() -> tuple[Mapping[str, Sequence[int]], Sequence[tuple[str, int]], re.Pattern[str]]:
    """The names of one word, each with the numbers of its countries, the longer names, and what finds one of them."""
    single: dict[str, list[int]] = {}
    several = []
    for number, country in enumerate(_countries()):
        for name in country.names:
            if " " in name:
                several.append((name, number))
            else:
                single.setdefault(name, []).append(number)
    return single, several, sought("|".join(re.escape(name) for name, _ in several))


def misspelt_towns(document: Document) -> Mapping[str, tuple[str, str]]:
    """Unknown names that sound like a town of a country which the document names, each with that town and country."""
    countries = document.view(countries_named)
    if not countries:
        return {}
    found = {}
    for name in unknown_among(document, document.view(names).alone):
        if len(name) < _SHORTEST or not name[1:].islower():
            continue
        town = _town(countries, name)
        if town and not is_decided(document, name):
            found[name] = town
    return found


def _town(countries: tuple[Country, ...], name: str) -> tuple[str, str] | None:
    """The nearest spelling of the first town that sounds like the name, with its country."""
    key = transliteration_key(name)
    alike = [(town, country) for country in countries for town in country.towns.get(key, ())]
    if any(name in town.spellings for town, _ in alike):
        return None
    for town, country in alike:
        # Of spellings that are equally near, the first, which is the town's name.
        nearest, spelling = min(((distance(name, s, _FARTHEST), s) for s in town.spellings), key=itemgetter(0))
        if nearest <= _FARTHEST and not _made_of_syllables(name, spelling):
            return spelling, country.names[0]
    return None


def _made_of_syllables(name: str, spelling: str) -> bool:
    return (is_pinyin(name) and is_pinyin(spelling)) or (is_romaji(name) and is_romaji(spelling))
