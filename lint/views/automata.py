"""Automata that look for many strings in one pass, and what they find in texts of any length."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

# All that is found in a book at once would take several times its memory.
_STRETCH = 100_000


class Automaton(NamedTuple):
    """Strings that are looked for all at once; `longest` is the length of the longest."""

    strings: Any
    longest: int

    def hits(self, text: str) -> Iterable[tuple[int, int, int]]:
        """The number of a string, where it begins and where it ends, for each that a text holds, also within others."""
        if len(text) <= _STRETCH:
            found: list[tuple[int, int, int]] = self.strings.find_matches_as_indexes(text, overlapping=True)
            return found
        return self._by_stretches(text)

    def _by_stretches(self, text: str) -> Iterator[tuple[int, int, int]]:
        for begin in range(0, len(text), _STRETCH):
            stretch = text[begin : begin + _STRETCH + self.longest]
            for number, start, end in self.strings.find_matches_as_indexes(stretch, overlapping=True):
                if start < _STRETCH:
                    yield number, begin + start, begin + end


def automaton(strings: Iterable[str], *, lasting: bool = False) -> Automaton:
    """An automaton of some strings. A `lasting` one takes four times as long to build, and searches faster."""
    import ahocorasick_rs

    known = list(strings)
    kinds = ahocorasick_rs.Implementation
    kind = kinds.DFA if lasting else kinds.ContiguousNFA
    return Automaton(ahocorasick_rs.AhoCorasick(known, implementation=kind), max(map(len, known), default=0))
