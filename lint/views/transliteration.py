"""One key for the ways in which a name is carried from one alphabet into another: Bakhmut, Bahmut, Pakmut."""

import re
import unicodedata
from functools import lru_cache

from lint.views.patterns import pattern

# What changes hands when a name passes through several alphabets. Longer units come first.
_FOLDS = {
    "s": "shch dzh tch sch cz sz ch sh zh ts tz dz z s",
    "k": "kh gh ck k g h q c",
    "ks": "x",
    "f": "ph ff v w f",
    "t": "th dh d t",
    "p": "bh b p",
    "u": "iyu iou yu iu ju ou oo u",
    "a": "iya ya ia ja a",
    "e": "iye ye ie je e",
    "o": "iyo yo io jo o",
    "i": "iyi iy yi ii ij yy y i j",
}
_UNITS = {unit: folded for folded, units in _FOLDS.items() for unit in units.split()}
_UNIT = pattern("|".join(sorted(_UNITS, key=lambda unit: (-len(unit), unit))))
# Names without a unit of several letters are folded letter by letter, in a third of the time.
_LONG_UNIT = pattern("|".join(unit for unit in _UNITS if len(unit) > 1))
_LETTERS = str.maketrans({unit: folded for unit, folded in _UNITS.items() if len(unit) == 1})
_TWICE = pattern(r"(.)\1+")
_NO_VOWELS = str.maketrans("", "", "aeiou")
_NO_ASCII = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "e", "ß": "ss", "æ": "e"})


def bare(name: str) -> str:
    """The name in lower case, without marks above or below its letters."""
    low = name.lower()
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFD", low.translate(_NO_ASCII))
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def transliteration_key(name: str) -> str:
    """The same for spellings that differ only as transliterations do: b/p, d/t, g/k/kh/gh/h, sh/zh/ch/s/z, yev/ov, i/y.

    Coarse on purpose: Putin, Pushin and Pushilin stay apart, Pegov and Bekov do not. Ask for the edit distance, too.
    """
    small = bare(name)
    key = _UNIT.sub(_folded, small) if _LONG_UNIT.search(small) else small.translate(_LETTERS)
    if _TWICE.search(key):
        key = _TWICE.sub(r"\1", key)
    return key[:-2] + "of" if key.endswith("ef") else key


def consonants(name: str) -> str:
    """The key without its vowels: all that is left when a name passes through an alphabet that writes none."""
    return transliteration_key(name).translate(_NO_VOWELS)


def distance(one: str, other: str, most: int) -> int:
    """How many letters must change to make one of the other, case and marks aside; `most` + 1 where it is more."""
    # Imported here, because few texts hold two names that sound alike.
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(bare(one), bare(other), score_cutoff=most)


def _folded(unit: re.Match[str]) -> str:
    return _UNITS[unit[0]]


_FINAL = "(?:iang|iong|uang|aan|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|[aeiouü])"
_SYLLABLE = f"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]){_FINAL}"
_PINYIN = pattern(rf"(?:{_SYLLABLE}|ang?|ao|ai|eng?|er|ou)(?:{_SYLLABLE}){{,2}}\Z")
_ROMAJI = pattern(r"(?:(?:[kgsztdnhbpmrfwyj]y?|sh|ch|ts)?[aeiou]|n(?![aeiouy])|(?:kk|ss|tt|pp|tch|mb|mp)[aeiou])+\Z")


def is_pinyin(name: str) -> bool:
    """Whether the name has one to three syllables, all Chinese: there every letter counts, as in Shanxi, Shaanxi."""
    return _PINYIN.match(bare(name)) is not None


def is_romaji(name: str) -> bool:
    """Whether the name is made of syllables of Japanese: there a vowel makes another name, as in Sato, Seto."""
    return _ROMAJI.match(bare(name)) is not None
