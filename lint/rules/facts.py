"""What is known of a pattern before any text is: what it can match, what it must match, whether it may run for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_MOST_EXACT, LONGEST_EXACT = 24, 40
# Characters of every kind that a rule may tell apart.
_SAMPLES = "".join(map(chr, range(32, 127))) + "\n\xa0éÉßя漢—–‘’“”…€"


class PatternError(ValueError):
    """A pattern that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as the engine reads it, and what is known of it before any text is.

    - `exact`: all strings that it can match, whatever their case, or None where they are too many.
    - `required`: strings of which every match holds one; empty where nothing is known.
    - `loops`: what its unbounded repetitions repeat; `sure`: single characters that every match holds.
    - `groups`: how many of its groups catch something.
    """

    source: str
    exact: frozenset[str] | None = None
    required: frozenset[str] = frozenset()
    loops: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    groups: int = 0


def joined(parts: Iterable[Pattern]) -> Pattern:
    """Patterns behind one another."""
    parts = tuple(parts)
    run: frozenset[str] = frozenset(("",))
    whole = True
    known: list[frozenset[str]] = []
    for part in parts:
        longer = product(run, part.exact) if part.exact is not None else None
        if longer is not None:
            run = longer
            continue
        whole = False
        known += [run, part.required]
        run = part.exact if part.exact is not None else frozenset(("",))
    return Pattern(
        "".join(part.source for part in parts),
        exact=run if whole else None,
        required=best((*known, run)),
        loops=tuple(loop for part in parts for loop in part.loops),
        sure=tuple(sure for part in parts for sure in part.sure),
        groups=sum(part.groups for part in parts),
    )


def either(parts: Iterable[Pattern]) -> Pattern:
    """One of several patterns; the first that fits wins."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    exacts = [part.exact for part in parts if part.exact is not None]
    exact = frozenset().union(*exacts) if len(exacts) == len(parts) else None
    return Pattern(
        "|".join(part.source for part in parts),
        exact=exact if exact is not None and len(exact) <= _MOST_EXACT else None,
        required=frozenset().union(*(p.required for p in parts)) if all(p.required for p in parts) else frozenset(),
        loops=tuple(loop for part in parts for loop in part.loops),
        groups=sum(part.groups for part in parts),
    )


def product(left: frozenset[str], right: frozenset[str]) -> frozenset[str] | None:
    """Each string of the one with each of the other behind it; None where they would be too many or too long."""
    if len(left) * len(right) > _MOST_EXACT:
        return None
    strings = frozenset(a + b for a in left for b in right)
    return strings if max(map(len, strings)) <= LONGEST_EXACT else None


def power(strings: frozenset[str] | None, rounds: int) -> frozenset[str]:
    """What stands there after so many rounds, as far as it is known."""
    if not strings:
        return frozenset()
    run = strings
    for _ in range(rounds - 1):
        run = product(run, strings) or run
    return run


def best(candidates: Iterable[frozenset[str]]) -> frozenset[str]:
    """Of several sets that all hold, the one that least texts fulfil: long strings, and few of them."""
    useful = [strings for strings in candidates if strings and all(strings)]
    return max(useful, key=lambda strings: (min(map(len, strings)), -len(strings)), default=frozenset())


@lru_cache(maxsize=4096)
def _sampled(single: str) -> frozenset[str]:
    """The samples that a pattern of one character fits."""
    import regex

    return frozenset(regex.compile(single).findall(_SAMPLES))


def ambiguous(body: Pattern) -> bool:
    """Whether a repetition of this could be read in many ways: then matching may take for ever.

    It cannot where something must stand in each round that the loops inside do not match: (?:\\w+ )+.
    """
    if not body.loops:
        return False
    inner = frozenset().union(*map(_sampled, body.loops))
    return all(_sampled(single) & inner for single in body.sure)
