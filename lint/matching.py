"""Paths against patterns, as .gitignore writes them."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any


class Patterns:
    """Patterns in the manner of .gitignore; pathspec, which matches them, is imported when there is one to match."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(patterns)

    @cached_property
    def _spec(self) -> Any:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)

    def match(self, path: str) -> bool:
        """Whether a relative path, written with slashes, is matched; the last pattern that fits decides."""
        return bool(self.patterns) and bool(self._spec.match_file(path))
