"""Which of many strings a text holds: by the module in C where there is one, else by an automaton."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

from lint.views import native
from lint.views.automata import automaton

# Strings that each of so many texts held are usual.
_LESSONS = 30


class Literals(Protocol):
    """Strings to look for, by their numbers."""

    def held(self, text: str, /) -> Collection[int]:
        """The numbers of the strings that a text holds."""


def literals(strings: Sequence[str]) -> Literals:
    """What looks for these strings, none of which is empty."""
    return InPython(strings) if native.literals is None else native.literals.literals(strings)


class InPython:
    """Strings to look for, where there is no module in C.

    A string that most texts hold many times makes the one pass slow. Once such strings are known, they are searched for
    one by one, which takes no time for what is there.
    """

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = strings
        self._usual: list[int] = []
        self._others = list(range(len(strings)))
        self._automaton = automaton(strings)
        self._texts = 0
        self._held: Counter[int] = Counter()

    def held(self, text: str, /) -> Collection[int]:
        """The numbers of the strings that a text holds."""
        found = {self._others[index] for index, _, _ in self._automaton.hits(text)}
        found.update(number for number in self._usual if self._strings[number] in text)
        if self._texts < _LESSONS:
            self._learn(found)
        return found

    def _learn(self, held: Collection[int]) -> None:
        self._texts += 1
        self._held.update(held)
        if self._texts == _LESSONS:
            self._usual = [number for number, times in self._held.items() if times == _LESSONS]
            self._others = [number for number in self._others if number not in self._usual]
            self._automaton = automaton([self._strings[number] for number in self._others], lasting=True)
