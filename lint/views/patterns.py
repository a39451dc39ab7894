"""Regular expressions that are compiled when they are first used.

Compiling takes a millisecond for a pattern of some size, and most articles need few of the checks: a run that compiled
the patterns of all of them at start would spend half its time on it. For the same reason a pattern may name what it
`needs`: something that is found wherever it is, and sooner made. As long as no text holds that, it is not compiled.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, cast

_compile: Callable[[str, int], re.Pattern[str]] = re.compile


# Whether a text holds something, between bounds such as those of a search.
Holds = Callable[..., object]

# The patterns that one scan of a text may rule out, by their arguments, in the order in which they were made.
Sought = tuple[str, int, bool]
SOUGHT: dict[Sought, re.Pattern[str]] = {}


def compile_by(function: Callable[[str, int], re.Pattern[str]]) -> None:
    """From now on patterns are compiled by this function, of the expression and its flags."""
    global _compile  # noqa: PLW0603 - one process compiles all of its patterns in one way
    _compile = function


class _Pattern:
    """Stands for a compiled pattern and becomes one at the first call of a method."""

    def __init__(self, source: str, flags: int, needs: str | Holds) -> None:
        self._source = source
        self._flags = flags
        self._needs = pattern(needs, flags) if isinstance(needs, str) and needs else needs

    @property
    def pattern(self) -> str:
        """The expression, for patterns that are made of others."""
        return self._source

    def __getattr__(self, name: str) -> object:
        if self._needs and name in ("search", "match", "fullmatch", "finditer"):
            return partial(self._first, name)
        compiled = _compile(self._source, self._flags)
        # From now on the methods are found without coming here.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)

    def _first(self, name: str, text: str, *bounds: int) -> object:
        """A method, as long as nothing that the pattern needs was seen."""
        if not self._held(name, text, *bounds):
            return iter(()) if name == "finditer" else None
        # Where that occurs once it may again: from now on the pattern itself is asked, and alone.
        self._needs = ""
        return getattr(self, name)(text, *bounds)

    def _held(self, name: str, text: str, *bounds: int) -> object:
        needed: Any = self._needs
        if isinstance(needed, _Pattern):
            needed = needed.match if name == "match" else needed.search
        return needed(text, *bounds)


def pattern(source: str, flags: int = 0, *, needs: str | Holds = "") -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, compiled at its first use. A mistake in it shows only then.

    `needs` is a short pattern that is found, under the same flags, wherever this one is, and where this one is asked to
    `match`, at the same place; or a function that tells whether a text may hold it.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags, needs))


def any_of(words: str) -> str:
    """“and|an|or” as “a(?:nd|n)|or”: where none of many words stands, a search has tried one for each first letter."""
    rests: dict[str, list[str]] = {}
    for word in words.split("|"):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in rests.items())


def sought(source: str, flags: int = 0, *, parts: bool = False, needs: str | Holds = "") -> re.Pattern[str]:
    """A pattern that most texts do not hold: in a long run, `lint.views.scanning` tells which texts may.

    `parts`: it is searched between bounds too, such as those of a sentence, so that nothing is known of what follows.
    For patterns that look at many places of any text: each makes the one scan a little longer. `needs` as above.
    """
    key = source, int(flags), parts
    if key not in SOUGHT:
        SOUGHT[key] = pattern(source, flags, needs=needs)
    return SOUGHT[key]
