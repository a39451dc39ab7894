"""The gate of literals: which checks a text holds a necessary string of, found for all checks in one pass."""

from collections.abc import Mapping, Sequence

from lint.views.literals import literals


class Gate:
    """Tells which checks are due for a text, by their numbers. `strings` gives each its folded ones."""

    def __init__(self, strings: Mapping[int, Sequence[str]]) -> None:
        owners: dict[str, list[int]] = {}
        for number, some in strings.items():
            for string in some:
                owners.setdefault(string, []).append(number)
        self._owners = [tuple(numbers) for numbers in owners.values()]
        self._literals = literals(tuple(owners))

    def due(self, text: str) -> set[int]:
        """The numbers of the checks one of whose literals a folded text holds."""
        return {number for string in self._literals.held(text) for number in self._owners[string]}
