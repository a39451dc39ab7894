"""Too many or too few of something (occurrence), and the same twice in a row (repetition)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import eq

from lint.document import Document
from lint.finding import Finding
from lint.rules.actions import fix
from lint.rules.header import Header, read_header
from lint.rules.keys import Keys
from lint.rules.matching import Alternatives, Clock, Exceptions, Match
from lint.rules.scopes import parts, units
from lint.span import Span


@dataclass(frozen=True)
class Occurrence:
    """How often something may stand in a sentence, a block, or the document."""

    header: Header
    alternatives: Alternatives
    low: int
    high: int

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one: something that is missing cannot be looked for."""
        return () if self.low else self.alternatives.literals

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each unit: at the first that is one too many, or on the unit that has too few."""
        clock = Clock(document)
        for unit in document.view(units, self.header.scope):
            matches = list(self.alternatives.matches(document, unit, clock))
            count = len(matches)
            if self.high and count > self.high:
                extra = matches[self.high]
                yield self._finding(Span(extra.start, extra.end), count)
            elif count < self.low:
                yield self._finding(unit[0], count)

    def _finding(self, span: Span, count: int) -> Finding:
        return Finding(span, self.header.message.said(str(count)))


def occurrence(keys: Keys) -> Occurrence:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("token")
    keys.needed("max", "min")
    patterns = (keys.pattern(keys.string("token"), "token"),)
    alternatives = Alternatives(patterns, words=False, ignorecase=keys.flag("ignorecase"))
    return Occurrence(read_header(keys), alternatives, keys.number("min"), keys.number("max"))


@dataclass(frozen=True)
class Repetition:
    """The same again, right behind itself."""

    header: Header
    alternatives: Alternatives
    exceptions: Exceptions
    high: int
    alpha: bool

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one."""
        return self.alternatives.literals

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each row of more than so many repetitions."""
        clock = Clock(document)
        for part in document.view(parts, self.header.scope):
            row: list[Match] = []
            matches = list(self.alternatives.matches(document, (part,), clock))
            texts = [document.text[match.start : match.end].strip().lower() for match in matches]
            if not any(map(eq, texts, islice(texts, 1, None))):
                continue
            for match in matches:
                if row and self._again(document, row[-1], match):
                    row.append(match)
                    continue
                yield from self._found(document, row, clock)
                row = [match]
            yield from self._found(document, row, clock)

    def _again(self, document: Document, left: Match, right: Match) -> bool:
        text = document.text
        one, two = text[left.start : left.end].strip(), text[right.start : right.end].strip()
        alike = one.lower() == two.lower() if self.alternatives.ignorecase else one == two
        # Two sentences may begin alike.
        apart = any(stop in text[left.end : right.start] for stop in ".!?…\ufdd0")
        return alike and not apart and bool(two) and (two.isalpha() or not self.alpha)

    def _found(self, document: Document, row: list[Match], clock: Clock) -> Iterator[Finding]:
        if len(row) - 1 <= self.high:
            return
        span = Span(row[0].start, row[-1].end)
        if self.exceptions.excuse(document, span.start, span.end, clock):
            return
        observed, once = span.of(document.text), document.text[row[0].start : row[0].end].strip()
        options = [option for option in self.header.action.options(observed) if option != observed]
        mending = fix(document, span, options[0], safe=False) if len(options) == 1 else None
        yield Finding(span, self.header.message.said(once, *options), fix=mending)


def repetition(keys: Keys) -> Repetition:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("tokens")
    alternatives = Alternatives(keys.patterns("tokens"), words=False, ignorecase=keys.flag("ignorecase"))
    exceptions = Exceptions(keys.patterns("exceptions"), keys.flag("vocab", default=True))
    return Repetition(read_header(keys), alternatives, exceptions, keys.number("max"), keys.flag("alpha"))
