"""The names in lint/packs/places, read when they are first needed."""

from functools import cache
from pathlib import Path

_PACK = Path(__file__).parents[1] / "packs" / "places"


@cache
def lower_case_names() -> frozenset[str]:
    """Places, peoples, languages, days and months of one word, in lower case, less those that are ordinary words."""
    return frozenset(_names("names.txt")).union(_names("more.txt"))


def _names(file: str) -> list[str]:
    lines = (_PACK / file).read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


@cache
def homographs() -> frozenset[str]:
    """Great places that are seldom-used words, too, in lower case: japan, panama."""
    return frozenset(_names("homographs.txt"))


@cache
def compound_names() -> dict[str, list[str]]:
    """Names of several words by the one that gives them away, in lower case; the longest name first."""
    found: dict[str, list[str]] = {}
    for line in (_PACK / "compounds.tsv").read_text(encoding="utf-8").splitlines():
        key, _, name = line.partition("\t")
        found.setdefault(key, []).append(name)
    return found


@cache
def two_names() -> dict[str, str]:
    """Another English spelling of a town, and that of today: Kiev, Kyiv."""
    lines = (_PACK / "two_names.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)
