"""What must not be in a text (existence), and what to write instead (substitution)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lint.document import Document
from lint.finding import Finding, Fix
from lint.rules.actions import capturing, expanded, fix, refers
from lint.rules.facts import Pattern, joined
from lint.rules.header import Header, read_header
from lint.rules.keys import Keys
from lint.rules.matching import Alternatives, Clock, Exceptions, Match
from lint.rules.scopes import parts
from lint.rules.syntax import read
from lint.span import Span

# Around a replacement so much is looked at again to see whether the rule is content with it.
_AROUND = 100


@dataclass(frozen=True)
class Existence:
    """Words and patterns that must not be there."""

    header: Header
    alternatives: Alternatives
    exceptions: Exceptions

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one."""
        return self.alternatives.literals

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each match."""
        action, message, clock = self.header.action, self.header.message, Clock(document)
        for match in self.alternatives.matches(document, document.view(parts, self.header.scope), clock):
            span = Span(match.start, match.end) if action.name else _trimmed(document, match)
            observed = span.of(document.text)
            if self.exceptions.excuse(document, span.start, span.end, clock):
                continue
            options = tuple(option for option in action.options(observed) if option != observed)
            shown = (observed, message.choice(options)) if options else (observed,)
            mending = fix(document, span, options[0], safe=self.header.safe) if len(options) == 1 else None
            yield Finding(span, message.said(*shown), fix=mending)


def existence(keys: Keys) -> Existence:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("tokens", "raw")
    tokens = keys.patterns("tokens")
    whole_words = bool(tokens) and not keys.flag("nonword")
    if keys.has("raw"):
        tokens = _with_raw(keys, tokens, whole_words)
    alternatives = Alternatives(tokens, words=whole_words and not keys.has("raw"), ignorecase=keys.flag("ignorecase"))
    house = keys.flag("vocab", default=True) and whole_words
    return Existence(read_header(keys), alternatives, Exceptions(keys.patterns("exceptions"), house))


@dataclass(frozen=True)
class Substitution:
    """Words and patterns, each with what to write instead."""

    header: Header
    alternatives: Alternatives
    exceptions: Exceptions
    swaps: tuple[tuple[str, str], ...]
    capitalize: bool
    _capturing: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one."""
        return self.alternatives.literals

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each match that is not yet what it should be."""
        message, clock = self.header.message, Clock(document)
        for match in self.alternatives.matches(document, document.view(parts, self.header.scope), clock):
            span = Span(match.start, match.end)
            observed = span.of(document.text)
            if self.exceptions.excuse(document, span.start, span.end, clock):
                continue
            options = self._options(match.number, observed)
            if any(_alike(option, observed) for option in options):
                continue
            expected = message.choice(options) if options else ""
            yield Finding(span, message.said(expected, observed), fix=self._fix(document, span, options, clock))

    def _options(self, number: int, observed: str) -> tuple[str, ...]:
        wrong, right = self.swaps[number]
        if refers(right):
            if number not in self._capturing:
                self._capturing[number] = capturing(wrong, ignorecase=self.alternatives.ignorecase)
            right = expanded(self._capturing[number], right, observed)
        options = tuple(option.replace("\0", "|") for option in right.replace("\\|", "\0").split("|") if option)
        # A word in lower case becomes what it replaces: a name such as iPad stays as it is written.
        cased = self.capitalize or (self.alternatives.ignorecase and right.islower())
        first = observed[:1].isupper() and not (observed.isupper() and len(observed) > 1)
        curly = "’" in observed
        options = tuple(option[:1].upper() + option[1:] if cased and first else option for option in options)
        return tuple(option.replace("'", "’") if curly else option for option in options)

    def _fix(self, document: Document, span: Span, options: tuple[str, ...], clock: Clock) -> Fix | None:
        """The one thing to write instead; none where the rule would not be content with it."""
        if len(options) != 1 or _is_pattern(options[0]):
            return None
        before = document.text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
        after = document.text[span.end : span.end + _AROUND].partition("\n")[0]
        mended = f"{before}{options[0]}{after}"
        low, high = len(before), len(before) + len(options[0])
        for start, end, number in self.alternatives.search(mended, clock):
            found = mended[start:end]
            content = any(_alike(option, found) for option in self._options(number, found))
            if start < high and end > low and not content:
                return None
        return fix(document, span, options[0], safe=self.header.safe)


def substitution(keys: Keys) -> Substitution:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("swap")
    # Of two that fit at one place, the longer one wins, whatever their order.
    swaps = tuple(sorted(keys.swaps("swap").items(), key=lambda pair: (-len(pair[0]), pair[0])))
    words = not keys.flag("nonword")
    patterns = tuple(keys.pattern(wrong, "swap") for wrong, _ in swaps)
    for wrong, right in swaps:
        if refers(right):
            keys.pattern(wrong, "swap", capture=True)
    alternatives = Alternatives(patterns, words=words, ignorecase=keys.flag("ignorecase"))
    exceptions = Exceptions(keys.patterns("exceptions"), keys.flag("vocab", default=True))
    return Substitution(read_header(keys), alternatives, exceptions, swaps, keys.flag("capitalize"))


def _with_raw(keys: Keys, tokens: tuple[Pattern, ...], whole_words: bool) -> tuple[Pattern, ...]:
    """Each token with the parts of `raw` before it, or behind it with `append`; as in Vale, these are one pattern."""
    raw = keys.pattern("".join(keys.strings("raw")), "raw")
    edge = [read(r"\b")] if whole_words else []
    patterns = []
    for token in tokens or (read(""),):
        grouped = replace(token, source=f"(?:{token.source})") if "|" in token.source else token
        word = [*edge, grouped, *edge]
        patterns.append(joined([*word, raw] if keys.flag("append") else [raw, *word]))
    return tuple(patterns)


def _trimmed(document: Document, match: Match) -> Span:
    """The match without the spaces at its ends, unless it is nothing but spaces."""
    found = document.text[match.start : match.end]
    if not found.strip():
        return Span(match.start, match.end)
    start = match.start + len(found) - len(found.lstrip())
    return Span(start, start + len(found.strip()))


def _alike(right: str, observed: str) -> bool:
    return right.replace("’", "'") == observed.replace("’", "'")


def _is_pattern(text: str) -> bool:
    """Whether a replacement describes what is right instead of being it."""
    return any(sign in text for sign in ("(?", "\\", "[", "*", "]", ")?"))
