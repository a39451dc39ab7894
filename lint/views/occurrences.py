"""Where strings stand, whatever their case: many of them in one pass."""

from functools import lru_cache
from typing import Any

from lint.document import Document
from lint.views.folded import fold, folded


def occurrences(document: Document, *literals: str) -> tuple[int, ...]:
    """The offsets at which one of the strings begins, inside words too, in order.

    Cheaper than a pattern that tries many words at each letter of the text.
    """
    found = _automaton(literals).find_matches_as_indexes(document.view(folded), overlapping=True)
    return tuple(sorted({start for _, start, _ in found}))


@lru_cache(maxsize=64)
def _automaton(literals: tuple[str, ...]) -> Any:
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick([fold(literal) for literal in literals])
