"""The gate of literals: which checks a text holds a necessary string of, found for all checks in one pass."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lint.views.automata import automaton

# Strings that each of so many texts held are usual.
_LESSONS = 30


class Gate:
    """Tells which checks are due for a text, by their numbers. `literals` gives each its folded strings.

    A string that most texts hold many times makes the one pass slow. Once such strings are known, they are searched for
    one by one, which takes no time for what is there.
    """

    def __init__(self, literals: Mapping[int, Sequence[str]]) -> None:
        self._owners: dict[str, list[int]] = {}
        for number, strings in literals.items():
            for string in strings:
                self._owners.setdefault(string, []).append(number)
        self._usual: list[str] = []
        self._others = list(self._owners)
        self._automaton = automaton(self._others)
        self._texts = 0
        self._held: Counter[str] = Counter()

    def due(self, text: str) -> set[int]:
        """The numbers of the checks one of whose literals a folded text holds."""
        found = {index for index, _, _ in self._automaton.hits(text)}
        held = [*filter(text.__contains__, self._usual), *(self._others[index] for index in found)]
        if self._texts < _LESSONS:
            self._learn(held)
        return {number for string in held for number in self._owners[string]}

    def _learn(self, held: Sequence[str]) -> None:
        self._texts += 1
        self._held.update(held)
        if self._texts == _LESSONS:
            self._usual = [string for string, times in self._held.items() if times == _LESSONS]
            self._others = [string for string in self._owners if string not in self._usual]
            self._automaton = automaton(self._others, lasting=True)
