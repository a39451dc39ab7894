"""Whether an article keeps to a convention throughout, so that one finding can speak for all its places."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.span import Span
from lint.views.patterns import pattern

# As often without an exception, it is the way of the house or of the source, not a slip.
_CONSISTENT = 3
_MOST_NOTES = 5
_WORD = pattern(r"[\w@/#=&?%+~\\-]\Z")
_LINK = pattern(r"(?://|www\.)\S*\Z")
_NEAR = 80


class Convention(NamedTuple):
    """Places that follow another convention, each with what English writes there, or "" where that is unknown."""

    places: tuple[tuple[Span, str], ...]

    @property
    def span(self) -> Span:
        """The first of them, for which the finding stands."""
        return self.places[0][0]

    @property
    def others(self) -> tuple[Span, ...]:
        """Some of the others."""
        return tuple(span for span, _ in self.places[1 : 1 + _MOST_NOTES])

    @property
    def right(self) -> tuple[tuple[Span, str], ...]:
        """The places of which it is known what to write; none where one of several is unknown."""
        return self.places if all(new for _, new in self.places) else ()

    def message(self, what: str) -> str:
        """The message, with the number of places where there are several."""
        return f"{what}; the article does so {len(self.places)} times" if len(self.places) > 1 else what


def conventions(places: Sequence[tuple[Span, str]], *, mixed: bool) -> tuple[Convention, ...]:
    """All places as one where the article does it throughout, each for itself where it is `mixed`, or where few are."""
    if len(places) >= _CONSISTENT and not mixed:
        return (Convention(tuple(places)),)
    return tuple(Convention((place,)) for place in places)


def is_in_address(text: str, start: int) -> bool:
    """Whether a place belongs to a word, an address or code that began before it."""
    before = text[max(0, start - _NEAR) : start]
    return bool(_WORD.search(before) or _LINK.search(before))
