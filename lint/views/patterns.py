"""Regular expressions that are compiled when they are first used.

Compiling takes a millisecond for a pattern of some size, and most articles need few of the checks: a run that compiled
the patterns of all of them at start would spend half its time on it.
"""

import re
from collections.abc import Callable
from typing import cast

_compile: Callable[[str, int], re.Pattern[str]] = re.compile


# The patterns that one scan of a text may rule out, by their arguments, in the order in which they were made.
Sought = tuple[str, int, bool]
SOUGHT: dict[Sought, re.Pattern[str]] = {}


def compile_by(function: Callable[[str, int], re.Pattern[str]]) -> None:
    """From now on patterns are compiled by this function, of the expression and its flags."""
    global _compile  # noqa: PLW0603 - one process compiles all of its patterns in one way
    _compile = function


class _Pattern:
    """Stands for a compiled pattern and becomes one at the first call of a method."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @property
    def pattern(self) -> str:
        """The expression, for patterns that are made of others."""
        return self._source

    def __getattr__(self, name: str) -> object:
        compiled = _compile(self._source, self._flags)
        # From now on the methods are found without coming here.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, compiled at its first use. A mistake in it shows only then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


def sought(source: str, flags: int = 0, *, parts: bool = False) -> re.Pattern[str]:
    """A pattern that most texts do not hold: in a long run, `lint.views.scanning` tells which texts may.

    `parts`: it is searched between bounds too, such as those of a sentence, so that nothing is known of what follows.
    For patterns that look at many places of any text: each makes the one scan a little longer.
    """
    key = source, int(flags), parts
    if key not in SOUGHT:
        SOUGHT[key] = pattern(source, flags)
    return SOUGHT[key]
