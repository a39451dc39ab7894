"""Patterns against the parts of a document, in a time that a slow pattern cannot stretch."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic
from typing import Any, NamedTuple

from lint.document import Document
from lint.rules.facts import Pattern
from lint.span import Span
from lint.views.folded import fold, folded

# What a rule may take for one document; a pattern that behaves needs a hundredth of it.
_SECONDS = 1.0
_CHARACTERS_A_SECOND = 500_000
_MOST_COMPILED = 32
# More strings are looked for in one pass.
_SINGLE_SEARCHES = 3


_TOO_SLOW = (
    "its pattern takes too long on this text: avoid several “.*” or “\\w+” behind one another, begin with \\b or a "
    "fixed word, or set an upper bound as in {1,20}; `copydesk test-pack` tries rules on such texts"
)


class SlowPatternError(RuntimeError):
    """A pattern that takes too long on some text."""


class Match(NamedTuple):
    """A place in the text of the document, and the number of the pattern that fits there."""

    start: int
    end: int
    number: int


class Clock:
    """How long the patterns of a rule may still look at a document; what is done with the matches does not count."""

    def __init__(self, document: Document) -> None:
        self._left = _SECONDS + len(document.text) / _CHARACTERS_A_SECOND

    def matches(self, pattern: Any, text: str) -> list[Any]:
        """All matches in a text. Raises SlowPatternError."""
        start = monotonic()
        try:
            # Nothing left would mean no limit.
            return list(pattern.finditer(text, timeout=max(0.001, self._left)))
        except TimeoutError:
            raise SlowPatternError(_TOO_SLOW) from None
        finally:
            self._left -= monotonic() - start


class Late:
    """A pattern of the engine that is compiled when it is first used, as most never are.

    ^ and $ hold at each line, as in Vale.
    """

    def __init__(self, source: str, *, ignorecase: bool = False) -> None:
        self._source = source
        self._ignorecase = ignorecase

    def __getattr__(self, name: str) -> Any:
        import regex

        engine = regex.compile(self._source, regex.MULTILINE | (regex.IGNORECASE if self._ignorecase else 0))
        for known in ("finditer", "sub", "groups"):
            self.__dict__[known] = getattr(engine, known)
        return getattr(engine, name)


@dataclass(frozen=True, eq=False)
class Alternatives:
    """Several patterns; at each place the first that fits wins.

    Only those are tried of whose necessary strings the document holds one: of hundreds of words hardly any stands in an
    article, and looking for words is a hundred times faster than matching patterns. `words` lets matches begin and end
    at the edges of words only.
    """

    patterns: tuple[Pattern, ...]
    words: bool = True
    ignorecase: bool = False
    _compiled: dict[tuple[int, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one; empty where there may be matches without."""
        needed = self._needed
        return tuple(dict.fromkeys(s for strings in needed for s in strings)) if all(needed) else ()

    def matches(self, document: Document, parts: Iterable[Span], clock: Clock) -> Iterator[Match]:
        """All matches that do not overlap, part by part. Raises SlowPatternError."""
        alive, places = document.view(_present, self)
        if not alive:
            return
        pattern = self._pattern(alive)
        for part in parts:
            if places is not None:
                index = bisect_left(places, part.start)
                if index == len(places) or places[index] >= part.end:
                    continue
            for match in clock.matches(pattern, document.text[part.start : part.end]):
                if match.end() > match.start():
                    number = alive[(match.lastindex or 1) - 1]
                    yield Match(part.start + match.start(), part.start + match.end(), number)

    @cached_property
    def _needed(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(fold, pattern.required)) for pattern in self.patterns)

    def _pattern(self, alive: tuple[int, ...]) -> Any:
        if alive not in self._compiled:
            if len(self._compiled) >= _MOST_COMPILED:
                self._compiled.clear()
            self._compiled[alive] = Late(self.source([self.patterns[n] for n in alive]), ignorecase=self.ignorecase)
        return self._compiled[alive]

    def search(self, text: str, clock: Clock) -> Iterator[Match]:
        """All matches in a short text of its own. Raises SlowPatternError."""
        alive, _ = self.present(fold(text))
        for match in clock.matches(self._pattern(alive), text) if alive else ():
            yield Match(match.start(), match.end(), alive[(match.lastindex or 1) - 1])

    def present(self, text: str) -> tuple[tuple[int, ...], list[int] | None]:
        """The patterns that may fit somewhere in a folded text, and where; None for anywhere."""
        needed = self._needed
        strings, owners = self._strings
        found: list[tuple[int, int]] = []
        if len(strings) > _SINGLE_SEARCHES:
            hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
            found = [(number, start) for number, start, _ in hits]
        else:
            for number, string in enumerate(strings):
                start = text.find(string)
                while start >= 0:
                    found.append((number, start))
                    start = text.find(string, start + len(string))
        alive = {owner for number in {number for number, _ in found} for owner in owners[number]}
        alive |= {number for number, need in enumerate(needed) if not need}
        anywhere = any(not needed[number] for number in alive)
        return tuple(sorted(alive)), None if anywhere else sorted({start for _, start in found})

    @cached_property
    def _strings(self) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
        """The necessary strings of all patterns, and for each the numbers of its patterns."""
        owners: dict[str, list[int]] = {}
        for number, strings in enumerate(self._needed):
            for string in strings:
                owners.setdefault(string, []).append(number)
        return tuple(owners), tuple(map(tuple, owners.values()))

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(list(self._strings[0]))

    def source(self, patterns: Sequence[Pattern]) -> str:
        """The pattern for some of the patterns, each in a group of its own."""
        edge = r"\b" if self.words else ""
        inner = "|".join(f"({pattern.source})" for pattern in patterns)
        return f"{edge}(?:{inner}){edge}"


def _present(document: Document, alternatives: Alternatives) -> tuple[tuple[int, ...], list[int] | None]:
    return alternatives.present(document.view(folded))


@dataclass(frozen=True)
class Exceptions:
    """What a rule leaves alone: places that hold one of its exceptions, or stand within one of several words."""

    patterns: tuple[Pattern, ...]
    house: bool = True
    _compiled: list[Any] = field(default_factory=list, compare=False, repr=False)

    def excuse(self, document: Document, start: int, end: int, clock: Clock) -> bool:
        """Whether a place is to be left alone; `house` excuses the words of the house too."""
        words = document.settings.words
        if self.house and words and document.text[start:end].strip() in words:
            return True
        if not self.patterns:
            return False
        if not self._compiled:
            ordered = sorted(self.patterns, key=lambda pattern: -len(pattern.source))
            self._compiled.append(Late(r"\b(?:" + "|".join(map(_any_case, ordered)) + r")\b"))
        low = max(0, start - _REACH)
        found = (
            (low + m.start(), low + m.end())
            for m in clock.matches(self._compiled[0], document.text[low : end + _REACH])
        )
        return any((start <= s and e <= end) or (s <= start and end <= e) for s, e in found if s < e)


# An exception is a phrase, not a paragraph.
_REACH = 100


def _any_case(pattern: Pattern) -> str:
    """A phrase is excused however it is written, a word only as the exception says."""
    return f"(?i:{pattern.source})" if r"\s" in pattern.source or " " in pattern.source else f"(?:{pattern.source})"
