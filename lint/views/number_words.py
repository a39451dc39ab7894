"""The words of numbers in a language, from lint/packs/numbers: numbers, ordinals, hedges, what is counted in lists."""

from functools import cache
from pathlib import Path

from lint.views.word_lists import Lines, word_lists

_PACK = Path(__file__).parents[1] / "packs" / "numbers"
_DEFAULT = "en"


def number_words(code: str = _DEFAULT) -> dict[str, Lines]:
    """The sections of a language's file; English where there is no such file."""
    path = _PACK / f"{code}.txt"
    return word_lists(path if path.exists() else _PACK / f"{_DEFAULT}.txt")


@cache
def phrases(section: str, code: str = _DEFAULT) -> tuple[str, ...]:
    """The phrases of a section."""
    return tuple(" ".join(line) for line in number_words(code)[section])


@cache
def numbered(section: str, first: int, code: str = _DEFAULT) -> dict[str, int]:
    """The words of a section by their number: those of its first line are `first`."""
    return {word: number for number, line in enumerate(number_words(code)[section], first) for word in line}
