"""What does not go together (consistency), and what does not go alone (conditional)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lint.document import Document
from lint.finding import Finding, Note
from lint.rules.header import Header, read_header
from lint.rules.keys import Keys
from lint.rules.matching import Alternatives, Clock, Exceptions, Late, Match
from lint.rules.scopes import parts, units
from lint.span import Span


@dataclass(frozen=True)
class Consistency:
    """Pairs of spellings of which a document should have one: the rarer one is flagged, or the one that came later."""

    header: Header
    pairs: tuple[Alternatives, ...]

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one."""
        each = [pair.literals for pair in self.pairs]
        return tuple(dict.fromkeys(s for strings in each for s in strings)) if all(each) else ()

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each place of the rarer spelling, with a note on the other one."""
        clock = Clock(document)
        for pair in self.pairs:
            sides: tuple[list[Match], list[Match]] = ([], [])
            for match in pair.matches(document, document.view(parts, self.header.scope), clock):
                sides[match.number].append(match)
            if not all(sides):
                continue
            rare, usual = sorted(sides, key=lambda side: (len(side), -side[0].start))
            other = Span(usual[0].start, usual[0].end)
            note = Note(other, f"elsewhere it is “{other.of(document.text)}” ({len(usual)} to {len(rare)})")
            for match in rare:
                span = Span(match.start, match.end)
                yield Finding(span, self.header.message.said(span.of(document.text)), notes=(note,))


def consistency(keys: Keys) -> Consistency:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("either")
    words, ignorecase = not keys.flag("nonword"), keys.flag("ignorecase")
    pairs = tuple(
        Alternatives((keys.pattern(one, "either"), keys.pattern(two, "either")), words=words, ignorecase=ignorecase)
        for one, two in keys.swaps("either").items()
    )
    return Consistency(read_header(keys), pairs)


@dataclass(frozen=True)
class Conditional:
    """What needs something else: an abbreviation needs its long form before it."""

    header: Header
    first: Alternatives
    second: Any
    exceptions: Exceptions

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one."""
        return self.first.literals

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each place of the first that lacks the second.

        Where the second has a group, the first must have been caught by it, in this unit or further up; where it has
        none, it must stand somewhere in the unit.
        """
        clock = Clock(document)
        known: set[str] = set()
        for unit in document.view(units, self.header.scope):
            places = list(self.first.matches(document, unit, clock))
            fulfilled = False
            for part in unit:
                for match in clock.matches(self.second, part.of(document.text)):
                    known.update(group for group in match.groups() if group)
                    fulfilled = True
            if fulfilled and not self.second.groups:
                continue
            for place in places:
                observed = document.text[place.start : place.end]
                if observed not in known and not self.exceptions.excuse(document, place.start, place.end, clock):
                    yield Finding(Span(place.start, place.end), self.header.message.said(observed))


def conditional(keys: Keys) -> Conditional:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("first")
    keys.needed("second")
    ignorecase = keys.flag("ignorecase")
    first = Alternatives((keys.pattern(keys.string("first"), "first"),), words=False, ignorecase=ignorecase)
    second = keys.pattern(keys.string("second"), "second", capture=True)
    exceptions = Exceptions(keys.patterns("exceptions"), keys.flag("vocab", default=True))
    return Conditional(read_header(keys), first, Late(second.source, ignorecase=ignorecase), exceptions)
