"""A scanner for the patterns of `sought`, made by hyperscan and kept in a file.

What is kept holds for one build of Python, one version of the library, and the code that says what to look for; a
digest tells. A file that is damaged or of another make is not used.
"""

import marshal
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from lint.digests import blake2b
from lint.document import Block
from lint.views import alphabet, supersets
from lint.views.candidates import Found
from lint.views.patterns import SOUGHT, Sought

_DIGEST = 16
# A longer expression takes longer to compile than it saves: its pattern is searched for as ever.
_LONGEST = 16_000
# So many characters before a block are scanned with it.
_BEFORE = 16
_AT_ONCE = 1_000_000
_EDGE = bytes([alphabet.EDGE])


class Plan(NamedTuple):
    """What a scanner looks for: the patterns that have a number there, and those that no text it can read may hold.

    `others` it knows nothing of.
    """

    numbered: tuple[Sought, ...]
    never: tuple[Sought, ...]
    others: tuple[Sought, ...]


class Scanner:
    """Tells in which blocks of a text a pattern may match."""

    def __init__(self, plan: Plan, database: Any) -> None:
        import hyperscan

        self._plan = plan
        self._met = 0
        self._numbered: list[re.Pattern[str] | None] = []
        self._all: frozenset[re.Pattern[str]] = frozenset()
        self._error: type[Exception] = hyperscan.error
        self._database = database
        self._database.scratch = hyperscan.Scratch(database)
        # What the library needs for one scan serves one at a time.
        self._lock = Lock()

    @property
    def outdated(self) -> bool:
        """Whether there are patterns by now that it was not made for."""
        return not SOUGHT.keys() <= {*self._plan.numbered, *self._plan.never, *self._plan.others}

    def found(self, text: str, blocks: Sequence[Block]) -> Found:
        """In which blocks of a text its patterns may match."""
        if self._met != len(SOUGHT):
            self._meet()
        hits: dict[int, list[int]] = {}
        unread: list[int] = []
        # Of a book, blocks are encoded one by one: all at once would take several times its memory.
        whole = alphabet.encoded(text) if len(text) <= _AT_ONCE else None
        number = 0

        def hit(pattern: int, *_: object) -> None:
            hits.setdefault(pattern, []).append(number)

        scan = self._database.scan
        with self._lock:
            for number, block in enumerate(blocks):
                data = _data(whole, text, block)
                try:
                    if data is None:
                        unread.append(number)
                    else:
                        scan(data, hit)
                except self._error:
                    unread.append(number)
        places = {known: numbers for at, numbers in hits.items() if (known := self._numbered[at])}
        return Found(self._all, places, unread)

    def _meet(self) -> None:
        """Finds the patterns that were made since; of those it was made for, some are made late, and some no more."""
        self._numbered = [SOUGHT.get(key) for key in self._plan.numbered]
        never = [SOUGHT.get(key) for key in self._plan.never]
        self._all = frozenset(pattern for pattern in (*self._numbered, *never) if pattern is not None)
        self._met = len(SOUGHT)


def made(place: Path | None) -> Scanner | None:
    """A scanner for all patterns, kept at a place if there is one; None where that cannot be."""
    try:
        import hyperscan
    except ImportError:
        return None
    with suppress(hyperscan.error):
        plan, database = _planned(list(SOUGHT))
        if place is not None:
            _keep(place, marshal.dumps((tuple(plan), hyperscan.dumpb(database))))
        return Scanner(plan, database)
    return None


def kept(place: Path) -> Scanner | None:
    """The scanner that was kept at a place, None where none was or can be used."""
    with suppress(Exception):
        import hyperscan

        data = place.read_bytes()
        if data[:_DIGEST] == _digest(data[_DIGEST:]):
            plan, dumped = marshal.loads(data[_DIGEST:])  # noqa: S302 - our own file, digest checked
            return Scanner(Plan(*plan), hyperscan.loadb(dumped, hyperscan.HS_MODE_BLOCK))
    return None


def _data(whole: bytes | None, text: str, block: Block) -> bytes | None:
    """A block in bytes, with some of what stands before it, which patterns look back at; behind it the text ends."""
    start = max(0, block.start - _BEFORE)
    if whole is not None:
        # Each character stands one further on, behind the edge.
        return whole[start + (start > 0) : block.end + 1] + _EDGE
    data = alphabet.encoded(text[start : block.end])
    return data[1:] if data is not None and start else data


def _planned(patterns: list[Sought]) -> tuple[Plan, Any]:
    import hyperscan

    expressions: dict[Sought, bytes] = {}
    never = []
    for each in patterns:
        source, flags, parts = each
        # What cannot be told of a pattern, or takes too long to tell, leaves it as it is.
        with suppress(ValueError, RecursionError, re.error):
            try:
                expression = supersets.superset(source, flags, cut=parts)
            except supersets.NeverError:
                never.append(each)
                continue
            if len(expression) <= _LONGEST:
                expressions[each] = expression.encode()
    try:
        database = _compiled(list(expressions.values()))
    except hyperscan.error:
        expressions = {each: expression for each, expression in expressions.items() if _compiles(expression)}
        database = _compiled(list(expressions.values()))
    others = [each for each in patterns if each not in expressions and each not in never]
    return Plan(tuple(expressions), tuple(never), tuple(others)), database


def _compiled(expressions: list[bytes]) -> Any:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    numbers = list(range(len(expressions)))
    flags = [hyperscan.HS_FLAG_SINGLEMATCH] * len(expressions)
    database.compile(expressions=expressions, ids=numbers, elements=len(expressions), flags=flags)
    return database


def _compiles(expression: bytes) -> bool:
    import hyperscan

    with suppress(hyperscan.error):
        return bool(_compiled([expression]))
    return False


def _keep(place: Path, data: bytes) -> None:
    beside = place.with_name(f"{place.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        digest = _digest(data)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(digest + data)
        os.replace(beside, place)
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST, key=_build()).digest()


@cache
def _build() -> bytes:
    """Stands for all that an expression depends on besides its pattern."""
    import hyperscan

    versions = f"{sys.version} {getattr(hyperscan, '__version__', '')}".encode()
    # Where the code cannot be read, nothing is kept.
    code = [Path(str(module.__file__)).read_bytes() for module in (supersets, alphabet)]
    return blake2b(b"\0".join((versions, *code)), digest_size=32).digest()
