"""In which blocks of a text patterns may match, as a scan tells."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from lint.document import Block


class Found(NamedTuple):
    """What a scan told of a row of blocks, by their numbers.

    `places` gives for a pattern those in which it may match; of patterns that are `known` and not named there, it is
    certain that they match in none. Of `unread` blocks nothing is known.
    """

    known: frozenset[re.Pattern[str]] = frozenset()
    places: Mapping[re.Pattern[str], Sequence[int]] = {}
    unread: Sequence[int] = ()


class Candidates:
    """In which blocks of a text each pattern may match."""

    def __init__(self, blocks: Sequence[Block], found: Found) -> None:
        self._blocks = blocks
        self._found = found
        # Most patterns may match nowhere.
        self._absent = frozenset() if found.unread else found.known.difference(found.places)

    def blocks(self, patterns: Sequence[re.Pattern[str]]) -> Sequence[Block]:
        """The blocks in which one of the patterns may match, in order."""
        if self._absent.issuperset(patterns):
            return ()
        known, places, unread = self._found
        if not known.issuperset(patterns):
            return self._blocks
        numbers = set(unread).union(*(places.get(pattern, ()) for pattern in patterns))
        return [self._blocks[number] for number in sorted(numbers)]

    def by_pattern(self, patterns: Set[re.Pattern[str]]) -> Mapping[re.Pattern[str], Sequence[Block]] | None:
        """Of many patterns those that may match, each with its blocks; None where nothing is known of some of them."""
        known, places, unread = self._found
        if unread or not patterns <= known:
            return None
        return {pattern: [self._blocks[n] for n in places[pattern]] for pattern in patterns & places.keys()}
